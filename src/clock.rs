//! The one place where time enters. Everything else is handed a [`Clock`] or a day.

use chrono::{Local, NaiveDate, NaiveDateTime};

/// Civil time as the laptop shows it. It is displayed and decides nothing (laptop clocks lie).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Clock {
    /// The machine's clock.
    Machine,
    /// A moment pinned by the file: a demonstration that looks the same every day.
    Pinned(NaiveDateTime),
}

impl Clock {
    /// Now, in local civil time.
    #[expect(clippy::disallowed_methods, reason = "the one place where time enters")]
    pub fn now(self) -> NaiveDateTime {
        match self {
            Self::Machine => Local::now().naive_local(),
            Self::Pinned(at) => at,
        }
    }

    /// Today, in local civil time.
    pub fn today(self) -> NaiveDate {
        self.now().date()
    }
}
