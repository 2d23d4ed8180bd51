//! Findings noted and closed, day by day over the period.

use chrono::NaiveDate;

use crate::domain::answer::DayCount;
use crate::domain::query::{FindingFilter, Query, Span};
use crate::tui::action::Action;
use crate::tui::screen::Cx;

/// Where one stands in the chart; `None`: on today.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Trend {
    pub(super) day: Option<NaiveDate>,
    pub(super) series: Series,
}

/// Which of a day's two numbers.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Series {
    #[default]
    Noted,
    Closed,
}

fn ask(cx: &Cx<'_>) -> Option<Query> {
    let round = cx.book.round.as_ref()?;
    Some(Query::Month {
        from: round.start,
        to: round.end,
        clues: cx.clues,
    })
}

pub(super) fn asks(cx: &Cx<'_>) -> Vec<Query> {
    ask(cx).into_iter().collect()
}

/// The days of the period.
pub(super) fn days<'a>(cx: &Cx<'a>) -> &'a [DayCount] {
    let answer = ask(cx).and_then(|query| cx.answers.month(&query));
    answer.map_or(&[], Vec::as_slice)
}

impl Trend {
    /// The day under the cursor, by its place in the period.
    pub(super) fn place(self, days: &[DayCount], today: NaiveDate) -> usize {
        let day = self.day.unwrap_or(today);
        let later = days.iter().position(|it| it.day >= day);
        later.unwrap_or(days.len().saturating_sub(1))
    }

    pub(super) fn moved(&mut self, action: Action, cx: &Cx<'_>) -> bool {
        let days = days(cx);
        let here = self.place(days, cx.today);
        let last = days.len().saturating_sub(1);
        let to = match action {
            Action::Left => here.saturating_sub(1),
            Action::Right => here + 1,
            Action::PageUp => here.saturating_sub(7),
            Action::PageDown => here + 7,
            Action::First => 0,
            Action::Last => last,
            Action::Up => {
                self.series = Series::Noted;
                here
            }
            Action::Down => {
                self.series = Series::Closed;
                here
            }
            _ => return false,
        };
        self.day = days.get(to.min(last)).map(|it| it.day);
        true
    }

    /// The number under the cursor and the findings behind it.
    pub(super) fn on(self, cx: &Cx<'_>) -> Option<(u32, FindingFilter)> {
        let days = days(cx);
        let it = days.get(self.place(days, cx.today))?;
        let span = Some(Span::day(it.day));
        let mut filter = FindingFilter {
            counted: true,
            clues: cx.clues,
            ..FindingFilter::default()
        };
        let n = match self.series {
            Series::Noted => {
                filter.noted = span;
                it.noted
            }
            Series::Closed => {
                filter.closed = span;
                it.closed
            }
        };
        Some((n, filter))
    }
}
