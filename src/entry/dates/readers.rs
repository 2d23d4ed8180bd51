//! The ways of writing a date, one reader each.

use chrono::{Datelike, NaiveDate, TimeDelta};

use super::{
    DateCx, DateFault, Read,
    numerals::{number, split_number},
};
use crate::domain::calendar::monday_of;

/// Each reader knows one way of writing; `None` leaves the word to the next.
const READERS: [fn(&str, &DateCx<'_>) -> Option<Read>; 8] = [
    named,
    day_of_round,
    shifted,
    weekday,
    full,
    month_and_day,
    end_of_month,
    day_of_month,
];

/// The day that the half-width word names.
pub(super) fn read(word: &str, cx: &DateCx<'_>) -> Read {
    READERS
        .iter()
        .find_map(|reader| reader(word, cx))
        .unwrap_or(Err(DateFault::Unknown))
}

fn named(word: &str, cx: &DateCx<'_>) -> Option<Read> {
    let days = match word {
        "大前天" => -3,
        "前天" => -2,
        "昨天" | "昨日" | "yesterday" => -1,
        "今天" | "今日" | "today" => 0,
        "明天" | "明日" | "tomorrow" => 1,
        "后天" => 2,
        "大后天" => 3,
        "进驻" | "进驻日" | "start" => return Some(Ok(cx.start)),
        "撤离" | "撤离日" | "撤点" | "end" => return Some(Ok(cx.end)),
        _ => return None,
    };
    Some(later(cx.today, days))
}

/// `D5` `第5天` from the first day, `D-3` `倒数第3天` from the last.
fn day_of_round(word: &str, cx: &DateCx<'_>) -> Option<Read> {
    let spoken = |word: &str| word.strip_suffix(['天', '日']).and_then(number);
    let (n, from_last) = if let Some(rest) = word.strip_prefix("倒数第") {
        (spoken(rest)?, true)
    } else if let Some(rest) = word.strip_prefix('第') {
        (spoken(rest)?, false)
    } else {
        let rest = word.strip_prefix('d')?;
        let back = rest.strip_prefix('-');
        (number(back.unwrap_or(rest))?, back.is_some())
    };
    let days = (cx.end - cx.start).num_days() + 1;
    Some(match n {
        _ if !(1..=days).contains(&n) => Err(DateFault::NotInRound { days }),
        _ if from_last => later(cx.end, 1 - n),
        _ => later(cx.start, n - 1),
    })
}

/// `+3` `-1d` `+2w` `+2工作日`, `3天后` `两周前`: counted from today.
fn shifted(word: &str, cx: &DateCx<'_>) -> Option<Read> {
    let (sign, amount) = if let Some(rest) = word.strip_prefix('+') {
        (1, rest)
    } else if let Some(rest) = word.strip_prefix('-') {
        (-1, rest)
    } else {
        let spoken = |ends: [&str; 3]| ends.iter().find_map(|end| word.strip_suffix(end));
        match (
            spoken(["之后", "以后", "后"]),
            spoken(["之前", "以前", "前"]),
        ) {
            (Some(rest), _) => (1, rest),
            (_, Some(rest)) => (-1, rest),
            _ => return None,
        }
    };
    let (digits, unit) = split_number(amount);
    let n = number(digits)? * sign;
    Some(match unit {
        // Past this a slip of the finger is likelier than a plan, and counting workdays would take a while.
        _ if n.abs() > 9_999 => Err(DateFault::TooFar),
        "" if word.starts_with(['+', '-']) => later(cx.today, n),
        "d" | "天" | "日" => later(cx.today, n),
        "w" | "周" | "星期" | "礼拜" | "个星期" | "个礼拜" => later(cx.today, n * 7),
        "wd" | "工作日" | "个工作日" => cx
            .holidays
            .add_workdays(cx.today, n)
            .ok_or(DateFault::TooFar),
        _ => return None,
    })
}

/// `周三` the nearest to come, today counts; `本周三` `下周三` `上周三` of that week, Monday first.
fn weekday(word: &str, cx: &DateCx<'_>) -> Option<Read> {
    const WEEKS: [(&str, Option<i64>); 10] = [
        ("下下个", Some(2)),
        ("下下", Some(2)),
        ("下个", Some(1)),
        ("下", Some(1)),
        ("上个", Some(-1)),
        ("上", Some(-1)),
        ("这个", Some(0)),
        ("这", Some(0)),
        ("本", Some(0)),
        ("", None),
    ];
    const ENGLISH: [&str; 7] = [
        "monday",
        "tuesday",
        "wednesday",
        "thursday",
        "friday",
        "saturday",
        "sunday",
    ];
    if let Some(day) = (0..)
        .zip(ENGLISH)
        .find_map(|(day, name)| (word.len() >= 3 && name.starts_with(word)).then_some(day))
    {
        return Some(day_of_week(day, None, cx));
    }
    let (rest, week) = WEEKS
        .iter()
        .find_map(|(name, week)| Some((word.strip_prefix(name)?, *week)))?;
    let day = ["周", "星期", "礼拜"]
        .iter()
        .find_map(|name| rest.strip_prefix(name))?;
    let day = match day {
        "一" | "1" => 0,
        "二" | "2" => 1,
        "三" | "3" => 2,
        "四" | "4" => 3,
        "五" | "5" => 4,
        "六" | "6" => 5,
        "日" | "天" | "7" => 6,
        "末" => {
            let choices = [5, 6]
                .into_iter()
                .filter_map(|day| day_of_week(day, week, cx).ok())
                .collect();
            return Some(Err(DateFault::Ambiguous { choices }));
        }
        _ => return None,
    };
    Some(day_of_week(day, week, cx))
}

/// Day 0 is Monday; without a week, the first such day from today on.
fn day_of_week(day: i64, week: Option<i64>, cx: &DateCx<'_>) -> Read {
    match week {
        Some(week) => later(monday_of(cx.today), week * 7 + day),
        None => later(
            cx.today,
            (day - i64::from(cx.today.weekday().num_days_from_monday())).rem_euclid(7),
        ),
    }
}

/// `2018-11-15` `2018/11/15` `2018.11.15` `2018年11月15日` `20181115`.
fn full(word: &str, _: &DateCx<'_>) -> Option<Read> {
    let (year, rest) = split_number(word);
    if rest.is_empty() && year.len() == 8 && year.is_ascii() {
        let (year, rest) = year.split_at(4);
        let (month, day) = rest.split_at(2);
        return Some(ymd(number(year)?, number(month)?, number(day)?));
    }
    if year.chars().count() != 4 {
        return None;
    }
    let (month, day) = match rest.strip_prefix('年') {
        Some(rest) => split_month_day(rest).filter(|_| rest.contains('月'))?,
        None => {
            split_month_day(rest.strip_prefix(['-', '/', '.'])?).filter(|_| same_marks(rest))?
        }
    };
    Some(ymd(number(year)?, month, day))
}

/// `11-15` `11/15` `11.15` `11月15日`: in the year that lies in the round, else the nearest to today.
fn month_and_day(word: &str, cx: &DateCx<'_>) -> Option<Read> {
    let (month, day) = split_month_day(word)?;
    Some(in_some_year(cx, |year| ymd(year, month, day).ok()))
}

/// `月底` `本月底` `下月底`, `11月底`.
fn end_of_month(word: &str, cx: &DateCx<'_>) -> Option<Read> {
    let month = word
        .strip_suffix('底')
        .or_else(|| word.strip_suffix('末'))?
        .strip_suffix('月')?;
    let this = i64::from(cx.today.year()) * 12 + i64::from(cx.today.month0());
    let last = |months: i64| {
        let next = months + 1;
        ymd(next.div_euclid(12), next.rem_euclid(12) + 1, 1)
            .ok()?
            .pred_opt()
    };
    match month {
        "" | "本" | "这个" => Some(last(this).ok_or(DateFault::TooFar)),
        "下" | "下个" => Some(last(this + 1).ok_or(DateFault::TooFar)),
        _ => {
            let month = number(month)?;
            let known = (1..=12).contains(&month);
            Some(in_some_year(cx, |year| {
                known.then(|| last(year * 12 + month - 1)).flatten()
            }))
        }
    }
}

/// `15` `15日` `15号`: the next such day on site, today counts.
fn day_of_month(word: &str, cx: &DateCx<'_>) -> Option<Read> {
    let spoken = word.strip_suffix(['日', '号']);
    let bare = spoken.is_none() && word.len() <= 2 && word.is_ascii();
    let n = number(if bare { word } else { spoken? })?;
    if !(1..=31).contains(&n) {
        return Some(Err(DateFault::NoSuchDay));
    }
    let from = cx.today.max(cx.start);
    let is_it = |day: &NaiveDate| i64::from(day.day()) == n;
    // Every day number comes within two months.
    let next = from.iter_days().take(63).find(is_it);
    Some(match next {
        Some(day) if day <= cx.end => Ok(day),
        next => {
            let last = std::iter::successors(from.pred_opt(), NaiveDate::pred_opt)
                .take(63)
                .find(is_it);
            Err(DateFault::NoneLeft {
                near: last.into_iter().chain(next).collect(),
            })
        }
    })
}

/// The day of the one year that puts it into the round; if none does, of the year that puts it nearest to today.
fn in_some_year(cx: &DateCx<'_>, day: impl Fn(i64) -> Option<NaiveDate>) -> Read {
    let this = i64::from(cx.today.year());
    let round = i64::from(cx.start.year())..=i64::from(cx.end.year());
    let on_site: Vec<NaiveDate> = round
        .take(9)
        .filter_map(&day)
        .filter(|day| (cx.start..=cx.end).contains(day))
        .collect();
    let choices = if on_site.is_empty() {
        let away = |day: &NaiveDate| (*day - cx.today).num_days().abs();
        // 29 February may be eight years away.
        let around: Vec<NaiveDate> = (this - 8..=this + 8).filter_map(day).collect();
        let nearest = around.iter().map(away).min();
        around
            .into_iter()
            .filter(|day| Some(away(day)) == nearest)
            .collect()
    } else {
        on_site
    };
    match choices[..] {
        [] => Err(DateFault::NoSuchDay),
        [day] => Ok(day),
        _ => Err(DateFault::Ambiguous { choices }),
    }
}

fn ymd(year: i64, month: i64, day: i64) -> Read {
    let small = |n: i64| u32::try_from(n).ok();
    let date = || NaiveDate::from_ymd_opt(i32::try_from(year).ok()?, small(month)?, small(day)?);
    date().ok_or(DateFault::NoSuchDay)
}

fn later(day: NaiveDate, days: i64) -> Read {
    TimeDelta::try_days(days)
        .and_then(|days| day.checked_add_signed(days))
        .ok_or(DateFault::TooFar)
}

/// `11-15`, `11/15`, `11.15`, `11月15`, `11月15日`, `11月15号` as month and day.
fn split_month_day(word: &str) -> Option<(i64, i64)> {
    let (month, rest) = split_number(word);
    let day = match rest.strip_prefix('月') {
        Some(day) => day.strip_suffix(['日', '号']).unwrap_or(day),
        None => rest.strip_prefix(['-', '/', '.'])?,
    };
    let brief = |part: &str| part.chars().count() <= 3;
    (brief(month) && brief(day)).then_some((number(month)?, number(day)?))
}

/// One kind of separator throughout: `2018-11.15` is a slip.
fn same_marks(rest: &str) -> bool {
    let mut marks = rest.chars().filter(|c| !c.is_ascii_digit());
    let first = marks.next();
    marks.all(|mark| Some(mark) == first)
}
