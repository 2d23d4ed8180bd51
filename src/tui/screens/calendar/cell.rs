//! What a day's cell says in so many columns and lines.

use chrono::{Datelike, NaiveDate};

use super::period::Period;
use crate::domain::answer::DayCount;
use crate::domain::calendar::DayKind;
use crate::text::{Lang, cells};
use crate::tui::screen::Cx;

/// A word of a cell and how it is meant.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Word {
    pub(super) text: String,
    pub(super) role: Role,
}

impl Word {
    /// A figure without its sign, where it is too wide with it.
    fn within(self, wide: usize) -> Self {
        if cells::width(&self.text) <= wide {
            return self;
        }
        let figure = self.text.trim_start_matches(|c: char| !c.is_ascii_digit());
        word(figure, self.role)
    }
}

/// How a word is meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Role {
    Plain,
    /// Rest days, days outside the period.
    Rest,
    Today,
    /// Milestones, entry and withdrawal.
    Key,
    /// Everything planned is done.
    Good,
    /// Deadlines to come.
    Warn,
    /// Deadlines missed.
    Bad,
}

fn word(text: impl Into<String>, role: Role) -> Word {
    Word {
        text: text.into(),
        role,
    }
}

/// A day in its cell.
#[derive(Clone, Copy)]
pub(super) struct Day<'a> {
    pub(super) on: NaiveDate,
    pub(super) period: Period,
    pub(super) count: Option<&'a DayCount>,
    pub(super) kind: DayKind,
    pub(super) today: NaiveDate,
    pub(super) say: Lang,
}

impl<'a> Day<'a> {
    pub(super) fn of(day: NaiveDate, period: Period, cx: &Cx<'a>) -> Self {
        Self {
            on: day,
            period,
            count: super::state::Calendar::count(day, period, cx),
            kind: cx.book.holidays.kind(day),
            today: cx.today,
            say: cx.say,
        }
    }

    /// The lines of its cell: the date with its marks, milestones, figures.
    pub(super) fn lines(&self, wide: usize, high: usize) -> Vec<Vec<Word>> {
        if !self.period.has(self.on) {
            return vec![vec![word(self.date(), Role::Rest)]];
        }
        let titles = self.count.map_or(&[][..], |it| &*it.milestones);
        let starred = high < 3 && !titles.is_empty();
        if high <= 1 {
            let mut all = self.marks(starred);
            all.retain(|it| matches!(it.role, Role::Key) || it.text == self.date());
            all.extend(self.figures());
            return vec![pack_one(&all, wide)];
        }
        let mut first = pack_one(&self.marks(starred), wide);
        self.number(&mut first, wide);
        let mut lines = vec![first];
        if let ([title, others @ ..], false) = (titles, starred) {
            lines.push(vec![word(milestone(title, others.len(), wide), Role::Key)]);
        }
        let figures = self.figures().into_iter().map(|it| it.within(wide));
        let figures: Vec<Word> = figures.collect();
        lines.extend(pack(&figures, wide, high.saturating_sub(lines.len())));
        lines
    }

    /// Its whole line in a list of days.
    pub(super) fn line(&self) -> Vec<Word> {
        let titles = self.count.map_or(&[][..], |it| &*it.milestones);
        let mut words = self.marks(!titles.is_empty());
        if let Some(first) = words.first_mut() {
            first.text = self.say.day_and_weekday(self.on);
        }
        words.extend(self.figures());
        let title = |title: &String| word(bare(title), Role::Key);
        words.extend(titles.iter().map(title));
        words
    }

    /// 15, or 12月1 where a month begins.
    fn date(&self) -> String {
        let first = self.on.day() == 1 || self.on == self.period.start;
        match (first, self.say) {
            (false, _) => self.on.day().to_string(),
            (true, Lang::Zh) => format!("{}月{}", self.on.month(), self.on.day()),
            (true, Lang::En) => self.on.format("%b %-d").to_string(),
        }
    }

    /// The date and what the day is; what does not fit is left out from the end.
    fn marks(&self, starred: bool) -> Vec<Word> {
        let (say, day) = (self.say, self.on);
        let rest = if self.kind.is_workday() {
            Role::Plain
        } else {
            Role::Rest
        };
        let is_today = day == self.today;
        let date = if is_today { Role::Today } else { rest };
        let mut words = vec![word(self.date(), date)];
        let mut also = |yes: bool, text: &str, role| {
            if yes {
                words.push(word(text, role));
            }
        };
        also(is_today, say.today_mark(), Role::Today);
        also(starred, "★", Role::Key);
        also(day == self.period.start, say.entry_mark(), Role::Key);
        also(day == self.period.end, say.withdrawal_mark(), Role::Key);
        match self.kind {
            DayKind::Weekend | DayKind::Holiday => also(true, say.rest_mark(), Role::Rest),
            DayKind::MakeUp => also(true, say.make_up_mark(), Role::Key),
            DayKind::Workday => {}
        }
        words
    }

    /// Adds 第15天 to a line, if there is room for it apart from the rest.
    fn number(&self, line: &mut Vec<Word>, wide: usize) {
        let number = self.say.day_mark(self.period.number(self.on));
        let used: usize = line.iter().map(|it| cells::width(&it.text)).sum();
        if used + 1 + cells::width(&number) <= wide {
            line.push(word(" ", Role::Plain));
            line.push(word(number, Role::Rest));
        }
    }

    /// 事3/5 限2 问4 户12; what is zero is not said.
    fn figures(&self) -> Vec<Word> {
        let Some(it) = self.count else {
            return Vec::new();
        };
        let say = self.say;
        let mut words = Vec::new();
        if it.planned > 0 {
            let role = if it.done == it.planned {
                Role::Good
            } else {
                Role::Plain
            };
            words.push(word(say.events_in_cell(it.done, it.planned), role));
        }
        if it.due > 0 {
            words.push(if self.on < self.today {
                word(say.missed_in_cell(it.due), Role::Bad)
            } else {
                word(say.due_in_cell(it.due), Role::Warn)
            });
        }
        if it.noted > 0 {
            words.push(word(say.noted_in_cell(it.noted), Role::Plain));
        }
        if it.visits > 0 {
            words.push(word(say.visits_in_cell(it.visits), Role::Plain));
        }
        words
    }
}

/// A milestone in a cell, with the number of further ones: `★中期汇…+2`.
fn milestone(title: &str, others: usize, wide: usize) -> String {
    let more = match others {
        1.. if wide >= 8 => format!("+{others}"),
        _ => String::new(),
    };
    let room = wide.saturating_sub(1 + more.len());
    format!("★{}{more}", cells::shorten(bare(title), room))
}

/// A milestone's title without a star of its own.
fn bare(title: &str) -> &str {
    title.trim().trim_start_matches('★')
}

/// As many words as one line holds: apart, or close together where that shows more of them.
fn pack_one(words: &[Word], wide: usize) -> Vec<Word> {
    let apart = fitting(words, wide, 1);
    let close = fitting(words, wide, 0);
    if close.len() > apart.len() {
        spaced(close, 0)
    } else {
        spaced(apart, 1)
    }
}

/// Words in order on at most `high` lines; close together if apart they do not all fit.
fn pack(words: &[Word], wide: usize, high: usize) -> Vec<Vec<Word>> {
    let mut packed = Vec::new();
    for gap in [1, 0] {
        packed = lines_of(words, wide, gap);
        if packed.len() <= high {
            break;
        }
    }
    packed.truncate(high);
    packed
}

fn lines_of(words: &[Word], wide: usize, gap: usize) -> Vec<Vec<Word>> {
    let mut lines = Vec::new();
    let mut rest = words;
    while !rest.is_empty() {
        // A word wider than the line is cut when it is drawn.
        let n = fitting(rest, wide, gap).len().max(1);
        let (line, after) = rest.split_at(n);
        lines.push(spaced(line, gap));
        rest = after;
    }
    lines
}

/// The first words, as many as fit beside each other.
fn fitting(words: &[Word], wide: usize, gap: usize) -> &[Word] {
    let mut used = 0;
    let fits = |it: &&Word| {
        used += cells::width(&it.text) + if used > 0 { gap } else { 0 };
        used <= wide
    };
    let n = words.iter().take_while(fits).count();
    words.split_at(n).0
}

fn spaced(words: &[Word], gap: usize) -> Vec<Word> {
    let mut line = Vec::with_capacity(words.len() * 2);
    for it in words {
        if gap > 0 && !line.is_empty() {
            line.push(word(" ", Role::Plain));
        }
        line.push(it.clone());
    }
    line
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tui::screens::test_kit::day;

    fn count(milestones: &[&str]) -> DayCount {
        DayCount {
            day: day("2018-11-15"),
            planned: 5,
            done: 3,
            noted: 4,
            closed: 1,
            due: 2,
            visits: 12,
            milestones: milestones.iter().map(ToString::to_string).collect(),
        }
    }

    fn at<'a>(on: &str, count: Option<&'a DayCount>, say: Lang) -> Day<'a> {
        Day {
            on: day(on),
            period: Period {
                start: day("2018-11-01"),
                end: day("2018-12-05"),
            },
            count,
            kind: DayKind::Workday,
            today: day("2018-11-15"),
            say,
        }
    }

    fn text(lines: &[Vec<Word>]) -> String {
        let line = |words: &Vec<Word>| words.iter().map(|it| &*it.text).collect::<String>();
        lines.iter().map(line).collect::<Vec<_>>().join("|")
    }

    #[test]
    fn a_cell_says_what_its_size_allows() {
        let plain = count(&[]);
        let marked = count(&["中期汇报"]);
        let many = DayCount {
            planned: 15,
            done: 14,
            ..count(&["整理底稿", "送立行立改通知"])
        };
        let cases: &[(&DayCount, usize, usize, &str)] = &[
            (&many, 6, 3, "15今天|★整理…|14/15"),
            (&many, 10, 3, "15 今天|★整理底…+1|事14/15限2"),
            (&plain, 10, 4, "15 今天|事3/5 限2|问4 户12"),
            (&marked, 10, 4, "15 今天|★中期汇报|事3/5 限2|问4 户12"),
            (&plain, 6, 3, "15今天|事3/5|限2问4"),
            (&marked, 6, 3, "15今天|★中期…|事3/5"),
            (&marked, 6, 2, "15今天|事3/5"),
            (&marked, 7, 1, "15 ★"),
            (&plain, 12, 1, "15 事3/5 限2"),
        ];
        for (count, wide, high, want) in cases {
            let day = at("2018-11-15", Some(count), Lang::Zh);
            assert_eq!(text(&day.lines(*wide, *high)), *want, "{wide}x{high}");
        }
    }

    #[test]
    fn months_begin_with_their_name_and_the_ends_are_named() {
        let cases = [
            ("2018-11-01", Lang::Zh, 10, "11月1 进驻"),
            ("2018-12-01", Lang::Zh, 6, "12月1"),
            ("2018-12-05", Lang::Zh, 6, "5 撤离"),
            ("2018-12-05", Lang::En, 10, "5 exit"),
            ("2018-12-01", Lang::En, 10, "Dec 1"),
            ("2018-11-20", Lang::Zh, 10, "20 第20天"),
            ("2018-10-31", Lang::Zh, 10, "31"),
        ];
        for (on, say, wide, want) in cases {
            assert_eq!(text(&at(on, None, say).lines(wide, 4)), want, "{on}");
        }
    }

    #[test]
    fn a_missed_deadline_has_another_word() {
        let past = Day {
            today: day("2018-11-20"),
            ..at("2018-11-15", None, Lang::Zh)
        };
        let count = count(&[]);
        let past = Day {
            count: Some(&count),
            ..past
        };
        assert!(text(&past.lines(10, 4)).contains("逾2"));
    }
}
