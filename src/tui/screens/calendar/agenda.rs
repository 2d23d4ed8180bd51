//! A day's agenda: its lines, from what was answered about the day.

use chrono::NaiveDate;

use super::state::Item;
use crate::domain::answer::{DayCount, EventRow, FindingRow};
use crate::domain::codes::Half;
use crate::domain::ids::VillageId;
use crate::domain::query::{EventsQuery, FindingFilter, FindingsQuery, Order, Query, Span, Window};
use crate::tui::screen::Cx;

/// Events of a day that are asked for; more than a screen shows and bounded all the same.
const EVENTS: u32 = 300;
/// Findings due on a day that are asked for; the rest is one key away.
const DUE: u32 = 50;

/// Which day, and of which village only.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Agenda {
    pub(super) day: NaiveDate,
    pub(super) village: Option<VillageId>,
}

/// A line of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Line<'a> {
    /// 上午, 下午, 晚上
    Half(Half),
    Event(&'a EventRow),
    /// No event: says what to press.
    Free,
    /// Heading of the findings due, with their number.
    Due(u32),
    Finding(&'a FindingRow),
    /// So many more than are shown.
    MoreDue(u32),
    /// Findings noted that day.
    Noted(u32),
    /// Findings closed that day.
    Closed(u32),
    /// Household visits recorded that day.
    Visits(u32),
}

impl Line<'_> {
    /// What the cursor can stand on.
    pub(super) fn item(&self) -> Option<Item> {
        match self {
            Self::Event(row) => Some(Item::Event(row.id)),
            Self::Finding(row) => Some(Item::Finding(row.id)),
            Self::MoreDue(_) => Some(Item::Due),
            Self::Noted(_) => Some(Item::Noted),
            Self::Closed(_) => Some(Item::Closed),
            Self::Half(_) | Self::Free | Self::Due(_) | Self::Visits(_) => None,
        }
    }
}

impl Agenda {
    /// What has to be asked for it.
    pub(super) fn asks(self, cx: &Cx<'_>) -> [Query; 2] {
        [self.events_query(), self.due_query(cx)]
    }

    fn events_query(self) -> Query {
        Query::Events(EventsQuery {
            days: Span::day(self.day),
            village: self.village,
            limit: EVENTS,
            ..EventsQuery::default()
        })
    }

    fn due_query(self, cx: &Cx<'_>) -> Query {
        Query::Findings(FindingsQuery {
            filter: self.due(cx),
            order: Order::Triage,
            group: None,
            window: Window::first(DUE),
        })
    }

    /// Findings still to be done whose deadline it is.
    pub(super) fn due(self, cx: &Cx<'_>) -> FindingFilter {
        FindingFilter {
            live: Some(true),
            due: Some(Span::day(self.day)),
            ..self.filter(cx)
        }
    }

    /// Findings noted that day.
    pub(super) fn noted(self, cx: &Cx<'_>) -> FindingFilter {
        FindingFilter {
            noted: Some(Span::day(self.day)),
            counted: true,
            ..self.filter(cx)
        }
    }

    /// Findings closed that day.
    pub(super) fn closed(self, cx: &Cx<'_>) -> FindingFilter {
        FindingFilter {
            closed: Some(Span::day(self.day)),
            ..self.filter(cx)
        }
    }

    fn filter(self, cx: &Cx<'_>) -> FindingFilter {
        FindingFilter {
            village: self.village,
            clues: cx.clues,
            ..FindingFilter::default()
        }
    }

    /// The events, once they are answered.
    pub(super) fn events<'a>(self, cx: &Cx<'a>) -> Option<&'a [EventRow]> {
        cx.answers.events(&self.events_query()).map(Vec::as_slice)
    }

    /// Whether everything about the day is there.
    pub(super) fn known(self, cx: &Cx<'_>) -> bool {
        self.asks(cx).iter().all(|query| cx.answers.has(query))
    }

    /// One of its events.
    pub(super) fn event<'a>(self, item: Option<Item>, cx: &Cx<'a>) -> Option<&'a EventRow> {
        let Some(Item::Event(id)) = item else {
            return None;
        };
        self.events(cx)?.iter().find(|row| row.id == id)
    }

    /// One of the findings due.
    pub(super) fn finding<'a>(self, item: Option<Item>, cx: &Cx<'a>) -> Option<&'a FindingRow> {
        let Some(Item::Finding(id)) = item else {
            return None;
        };
        let page = cx.answers.findings(&self.due_query(cx))?;
        page.rows.iter().find(|row| row.id == id)
    }

    /// Its lines: events by half day, findings due, numbers.
    pub(super) fn lines<'a>(self, count: Tally, cx: &Cx<'a>) -> Vec<Line<'a>> {
        let mut lines = Vec::new();
        let events = self.events(cx);
        for group in events
            .unwrap_or_default()
            .chunk_by(|a, b| a.draft.half == b.draft.half)
        {
            lines.extend(group.first().map(|row| Line::Half(row.draft.half)));
            lines.extend(group.iter().map(Line::Event));
        }
        if events.is_some_and(<[_]>::is_empty) {
            lines.push(Line::Free);
        }
        if let Some(page) = cx.answers.findings(&self.due_query(cx)) {
            if !page.rows.is_empty() {
                lines.push(Line::Due(page.total.n));
            }
            lines.extend(page.rows.iter().map(Line::Finding));
            let shown = u32::try_from(page.rows.len()).unwrap_or(u32::MAX);
            if page.total.n > shown {
                lines.push(Line::MoreDue(page.total.n - shown));
            }
        }
        let numbers = [
            (count.noted, Line::Noted(count.noted)),
            (count.closed, Line::Closed(count.closed)),
            (count.visits, Line::Visits(count.visits)),
        ];
        lines.extend(
            numbers
                .into_iter()
                .filter(|(n, _)| *n > 0)
                .map(|(_, line)| line),
        );
        lines
    }
}

/// The day's numbers.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Tally {
    pub(super) noted: u32,
    pub(super) closed: u32,
    pub(super) visits: u32,
}

impl Tally {
    /// Of all villages.
    pub(super) fn of(count: &DayCount) -> Self {
        Self {
            noted: count.noted,
            closed: count.closed,
            visits: count.visits,
        }
    }
}
