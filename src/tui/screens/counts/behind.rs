//! The list behind a figure that is not made of findings: finished events of a kind, or household visits.

use super::behind_rows;
use crate::domain::answer::{EventRow, VisitRow};
use crate::domain::codes::{EventKind, EventStatus};
use crate::domain::ids::VisitId;
use crate::domain::query::{EventsQuery, Query, Span, VisitsQuery, Window};
use crate::tui::action::Action;
use crate::tui::cursor::{Cursor, Known};
use crate::tui::effect::Effect;
use crate::tui::screen::Cx;
use crate::tui::widgets::ListState;

/// Events of one kind that a round may have had.
const EVENTS: u32 = 2000;

/// What the list holds and where one stands in it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Behind {
    Events(EventKind, Span, ListState),
    Visits(Span, Cursor<VisitId>),
}

impl Behind {
    pub(super) fn events(kind: EventKind, days: Span) -> Self {
        Self::Events(kind, days, ListState::default())
    }

    pub(super) fn visits(days: Span) -> Self {
        Self::Visits(days, Cursor::default())
    }

    pub(super) fn asks(&self, cx: &Cx<'_>) -> Vec<Query> {
        match self {
            Self::Events(kind, days, _) => vec![events_query(*kind, *days)],
            Self::Visits(days, at) => {
                let windows = at.windows(behind_rows(cx.size)).into_iter();
                let mut asks: Vec<Query> = windows.map(|it| visits_query(*days, it)).collect();
                let on = self.visits_known(cx).and_then(|it| it.row(at.index()));
                asks.extend(on.map(|row| Query::Visit(row.id)));
                asks
            }
        }
    }

    pub(super) fn events_known<'a>(&self, cx: &Cx<'a>) -> Option<&'a [EventRow]> {
        match self {
            Self::Events(kind, days, _) => {
                let answer = cx.answers.events(&events_query(*kind, *days));
                answer.map(Vec::as_slice)
            }
            Self::Visits(..) => None,
        }
    }

    pub(super) fn visits_known<'a>(&self, cx: &Cx<'a>) -> Option<Known<'a, VisitRow>> {
        match self {
            Self::Events(..) => None,
            Self::Visits(days, at) => Some(Known::of(&at.windows(behind_rows(cx.size)), |it| {
                let page = cx.answers.visits(&visits_query(*days, it))?;
                Some((page.total.n, &*page.rows))
            })),
        }
    }

    pub(super) fn moved(&mut self, action: Action, cx: &Cx<'_>) -> bool {
        let height = behind_rows(cx.size);
        let events = self.events_known(cx).map(<[EventRow]>::len);
        let visits = self.visits_known(cx);
        match self {
            Self::Events(_, _, at) => {
                let len = events.and_then(|n| u32::try_from(n).ok()).unwrap_or(0);
                match action {
                    Action::Up => at.move_by(-1, len),
                    Action::Down => at.move_by(1, len),
                    Action::PageUp => at.page(-1, len, height),
                    Action::PageDown => at.page(1, len, height),
                    Action::First => at.first(),
                    Action::Last => at.last(len),
                    _ => return false,
                }
                at.keep_in_view(len, height);
                true
            }
            Self::Visits(_, at) => visits.is_some_and(|known| at.moved(action, height, &known)),
        }
    }

    pub(super) fn follow(&mut self, cx: &Cx<'_>) {
        let known = self.visits_known(cx);
        if let (Self::Visits(_, at), Some(known)) = (self, known) {
            at.settle(behind_rows(cx.size), &known, |row| row.id);
        }
    }

    /// Where Enter leads: an event's day, a visit's village.
    pub(super) fn open(&self, cx: &Cx<'_>) -> Option<Effect> {
        match self {
            Self::Events(_, _, at) => {
                let place = usize::try_from(at.cursor).ok()?;
                let event = self.events_known(cx)?.get(place)?;
                Some(Effect::Day(event.draft.day))
            }
            Self::Visits(_, at) => {
                let id = self.visits_known(cx)?.row(at.index())?.id;
                let sheet = cx.answers.visit(&Query::Visit(id))?.as_ref()?;
                Some(Effect::Village(sheet.draft.village))
            }
        }
    }
}

fn events_query(kind: EventKind, days: Span) -> Query {
    Query::Events(EventsQuery {
        days,
        kind: Some(kind),
        status: Some(EventStatus::Done),
        limit: EVENTS,
        ..EventsQuery::default()
    })
}

fn visits_query(days: Span, window: Window) -> Query {
    Query::Visits(VisitsQuery {
        village: None,
        days,
        met: true,
        window,
    })
}
