//! Days, months, deadlines in words.

use chrono::{Datelike, NaiveDate, NaiveDateTime, Weekday};

use crate::domain::calendar::Urgency;
use crate::text::Lang;

impl Lang {
    /// 周五, Fri
    pub const fn weekday(self, day: Weekday) -> &'static str {
        match day {
            Weekday::Mon => self.pick("周一", "Mon"),
            Weekday::Tue => self.pick("周二", "Tue"),
            Weekday::Wed => self.pick("周三", "Wed"),
            Weekday::Thu => self.pick("周四", "Thu"),
            Weekday::Fri => self.pick("周五", "Fri"),
            Weekday::Sat => self.pick("周六", "Sat"),
            Weekday::Sun => self.pick("周日", "Sun"),
        }
    }

    /// One character: 一 … 日, M … S; for the heads of narrow columns.
    pub const fn weekday_short(self, day: Weekday) -> &'static str {
        match day {
            Weekday::Mon => self.pick("一", "M"),
            Weekday::Tue => self.pick("二", "T"),
            Weekday::Wed => self.pick("三", "W"),
            Weekday::Thu => self.pick("四", "T"),
            Weekday::Fri => self.pick("五", "F"),
            Weekday::Sat => self.pick("六", "S"),
            Weekday::Sun => self.pick("日", "S"),
        }
    }

    /// 11-09; the same in both languages, five cells.
    pub fn day(self, day: NaiveDate) -> String {
        day.format("%m-%d").to_string()
    }

    /// `11-09 周五` or `Fri 11-09`
    pub fn day_and_weekday(self, day: NaiveDate) -> String {
        let (date, weekday) = (self.day(day), self.weekday(day.weekday()));
        match self {
            Self::Zh => format!("{date} {weekday}"),
            Self::En => format!("{weekday} {date}"),
        }
    }

    /// 2018-11-09
    pub fn full_day(self, day: NaiveDate) -> String {
        day.format("%Y-%m-%d").to_string()
    }

    /// `2018年11月` or `November 2018`
    pub fn month(self, day: NaiveDate) -> String {
        match self {
            Self::Zh => format!("{}年{}月", day.year(), day.month()),
            Self::En => day.format("%B %Y").to_string(),
        }
    }

    /// `11-09 14:02`
    pub fn moment(self, at: NaiveDateTime) -> String {
        at.format("%m-%d %H:%M").to_string()
    }

    /// `14:02`
    pub fn clock(self, at: NaiveDateTime) -> String {
        at.format("%H:%M").to_string()
    }

    /// How far a deadline is: `逾期 6 天`, `今天`, `还有 3 天`.
    pub fn until(self, due: NaiveDate, today: NaiveDate) -> String {
        let days = due.signed_duration_since(today).num_days();
        let n = days.abs();
        match (self, days) {
            (_, 0) => self.pick("今天", "today").to_owned(),
            (Self::Zh, ..0) => format!("逾期 {n} 天"),
            (Self::Zh, _) => format!("还有 {n} 天"),
            (Self::En, ..0) => format!("{n}d overdue"),
            (Self::En, _) => format!("in {n}d"),
        }
    }

    /// The sign of a deadline, one cell: `!` past it, `◆` on the day, `·` soon.
    pub const fn urgency_sign(self, urgency: Urgency) -> &'static str {
        match urgency {
            Urgency::Overdue(_) => "!",
            Urgency::Today => "◆",
            Urgency::Soon => "·",
            Urgency::Ahead | Urgency::Calm | Urgency::None => " ",
        }
    }

    /// The word beside the sign.
    pub const fn urgency(self, urgency: Urgency) -> &'static str {
        match urgency {
            Urgency::Overdue(_) => self.pick("逾期", "overdue"),
            Urgency::Today => self.pick("到期", "due today"),
            Urgency::Soon => self.pick("临期", "due soon"),
            Urgency::Ahead | Urgency::Calm | Urgency::None => "",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_in_both_languages() {
        let day = |d| NaiveDate::from_ymd_opt(2018, 11, d).unwrap();
        assert_eq!(Lang::Zh.day_and_weekday(day(9)), "11-09 周五");
        assert_eq!(Lang::En.day_and_weekday(day(9)), "Fri 11-09");
        assert_eq!(Lang::Zh.month(day(1)), "2018年11月");
        let cases = [
            (9, "逾期 6 天", "6d overdue"),
            (15, "今天", "today"),
            (18, "还有 3 天", "in 3d"),
        ];
        for (due, zh, en) in cases {
            assert_eq!(Lang::Zh.until(day(due), day(15)), zh);
            assert_eq!(Lang::En.until(day(due), day(15)), en);
        }
    }
}
