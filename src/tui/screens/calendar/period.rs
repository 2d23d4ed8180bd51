//! The on-site period in days and whole weeks.

use chrono::{Days, NaiveDate};

use crate::domain::calendar::monday_of;
use crate::tui::screen::Cx;

/// From entry to withdrawal, both included.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Period {
    pub(super) start: NaiveDate,
    pub(super) end: NaiveDate,
}

impl Period {
    /// The round's; `None`: the file has no round yet.
    pub(super) fn of(cx: &Cx<'_>) -> Option<Self> {
        let round = cx.book.round.as_ref()?;
        Some(Self {
            start: round.start,
            end: round.end.max(round.start),
        })
    }

    pub(super) fn has(self, day: NaiveDate) -> bool {
        (self.start..=self.end).contains(&day)
    }

    /// The day of the period nearest to this one.
    pub(super) fn nearest(self, day: NaiveDate) -> NaiveDate {
        day.clamp(self.start, self.end)
    }

    /// 1 on the day of entry.
    pub(super) fn number(self, day: NaiveDate) -> i64 {
        (day - self.start).num_days() + 1
    }

    /// How many days it has.
    pub(super) fn len(self) -> i64 {
        self.number(self.end)
    }

    /// The days, first to last.
    pub(super) fn days(self) -> impl Iterator<Item = NaiveDate> {
        self.start
            .iter_days()
            .take_while(move |day| *day <= self.end)
    }

    /// Weeks that the period touches, Monday first.
    pub(super) fn weeks(self) -> u16 {
        self.week_of(self.end) + 1
    }

    /// Which of its weeks holds the day, from 0.
    pub(super) fn week_of(self, day: NaiveDate) -> u16 {
        let days = (monday_of(day) - monday_of(self.start)).num_days();
        u16::try_from(days / 7).unwrap_or(0)
    }

    /// The seven days of a week, from 0; some may lie outside the period.
    pub(super) fn week(self, week: u16) -> Vec<NaiveDate> {
        let monday = monday_of(self.start) + Days::new(u64::from(week) * 7);
        monday.iter_days().take(7).collect()
    }
}
