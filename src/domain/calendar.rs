//! Workdays, rest days, and how near a deadline is.

use std::collections::BTreeMap;

use chrono::{Datelike, Days, NaiveDate, Weekday};

/// Decreed days that differ from the week: `true` is a rest day, `false` a make-up workday.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Holidays(pub BTreeMap<NaiveDate, bool>);

/// What kind of day it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DayKind {
    /// 工作日: Monday to Friday.
    Workday,
    /// 休息日: a Saturday or Sunday.
    Weekend,
    /// 节假日: decreed free.
    Holiday,
    /// 调休上班: a weekend day decreed to be worked.
    MakeUp,
}

impl DayKind {
    /// Whether the team works on it.
    pub const fn is_workday(self) -> bool {
        matches!(self, Self::Workday | Self::MakeUp)
    }
}

impl Holidays {
    /// What kind of day it is; a decree goes before the week.
    pub fn kind(&self, day: NaiveDate) -> DayKind {
        match (self.0.get(&day), is_weekend(day)) {
            (Some(false), true) => DayKind::MakeUp,
            (Some(true), _) => DayKind::Holiday,
            (_, true) => DayKind::Weekend,
            (_, false) => DayKind::Workday,
        }
    }

    /// Whether the day is worked.
    pub fn is_workday(&self, day: NaiveDate) -> bool {
        self.kind(day).is_workday()
    }

    /// Workdays after `from` up to and with `to`; negative if `to` lies before. Undoes [`Self::add_workdays`].
    pub fn workdays_between(&self, from: NaiveDate, to: NaiveDate) -> i64 {
        if to < from {
            return self.count_before(to) - self.count_before(from);
        }
        self.count_until(to) - self.count_until(from)
    }

    /// The `n`-th workday after (before, if negative) the day; 0 is the day itself. `None`: beyond the calendar.
    pub fn add_workdays(&self, day: NaiveDate, n: i64) -> Option<NaiveDate> {
        let step = |day: NaiveDate| {
            if n < 0 {
                self.prev_workday(day)
            } else {
                self.next_workday(day)
            }
        };
        (0..n.unsigned_abs()).try_fold(day, |day, _| step(day))
    }

    /// The first workday after the day.
    pub fn next_workday(&self, day: NaiveDate) -> Option<NaiveDate> {
        self.nearest_workday(day, NaiveDate::succ_opt)
    }

    /// The last workday before the day.
    pub fn prev_workday(&self, day: NaiveDate) -> Option<NaiveDate> {
        self.nearest_workday(day, NaiveDate::pred_opt)
    }

    fn nearest_workday(
        &self,
        day: NaiveDate,
        step: impl Fn(&NaiveDate) -> Option<NaiveDate>,
    ) -> Option<NaiveDate> {
        // A table that decrees years of rest is nonsense, not a reason to hang.
        let days = std::iter::successors(step(&day), &step).take(400);
        days.into_iter().find(|&day| self.is_workday(day))
    }

    /// Workdays from a fixed Monday up to and with the day: whole weeks by arithmetic, decreed days by table.
    fn count_until(&self, day: NaiveDate) -> i64 {
        let monday = NaiveDate::default().week(Weekday::Mon).first_day();
        let days = (day - monday).num_days() + 1;
        let by_week = days.div_euclid(7) * 5 + days.rem_euclid(7).min(5);
        let decreed: i64 = self
            .0
            .range(..=day)
            .map(|(&decreed, _)| {
                i64::from(self.is_workday(decreed)) - i64::from(!is_weekend(decreed))
            })
            .sum();
        by_week + decreed
    }

    fn count_before(&self, day: NaiveDate) -> i64 {
        self.count_until(day) - i64::from(self.is_workday(day))
    }
}

fn is_weekend(day: NaiveDate) -> bool {
    day.weekday().number_from_monday() > 5
}

/// The Monday of the week that holds the day.
pub fn monday_of(day: NaiveDate) -> NaiveDate {
    day.checked_sub_days(Days::new(day.weekday().num_days_from_monday().into()))
        .unwrap_or(day)
}

/// How a deadline stands; each with its own sign, word and colour.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Urgency {
    /// Past by so many days.
    Overdue(i64),
    /// Due today.
    Today,
    /// Yellow: soon.
    Soon,
    /// Neither soon nor far.
    Ahead,
    /// Green: far.
    Calm,
    /// No deadline, or none that still counts.
    None,
}

impl Urgency {
    /// By the days left: at most `yellow` is soon, at least `green` is calm (both are settings of the round).
    pub const fn of(left: i64, yellow: i64, green: i64) -> Self {
        match left {
            ..0 => Self::Overdue(left.saturating_neg()),
            0 => Self::Today,
            _ if left <= yellow => Self::Soon,
            _ if left >= green => Self::Calm,
            _ => Self::Ahead,
        }
    }
}

/// How a deadline stands today, in calendar days; see [`Urgency::of`].
pub fn urgency(due: Option<NaiveDate>, today: NaiveDate, yellow: i64, green: i64) -> Urgency {
    due.map_or(Urgency::None, |due| {
        Urgency::of((due - today).num_days(), yellow, green)
    })
}
