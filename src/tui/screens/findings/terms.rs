//! What narrows the list, term by term: the chips, and why an empty result is empty.

use crate::domain::answer::FindingSheet;
use crate::domain::query::{FindingFilter, Span};
use chrono::NaiveDate;

/// One thing that narrows the list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Term {
    Live,
    Text,
    Stages,
    Village,
    Unit,
    Team,
    Area,
    Track,
    Handler,
    Item,
    Due,
    Noted,
    Closed,
    Counted,
}

impl Term {
    const ALL: [Self; 14] = [
        Self::Live,
        Self::Text,
        Self::Stages,
        Self::Village,
        Self::Unit,
        Self::Team,
        Self::Area,
        Self::Track,
        Self::Handler,
        Self::Item,
        Self::Due,
        Self::Noted,
        Self::Closed,
        Self::Counted,
    ];

    /// The terms of a filter.
    pub(super) fn of(filter: &FindingFilter) -> Vec<Self> {
        let all = Self::ALL.into_iter();
        all.filter(|term| term.without(filter) != *filter).collect()
    }

    /// The filter without this term.
    pub(super) fn without(self, filter: &FindingFilter) -> FindingFilter {
        let mut rest = filter.clone();
        match self {
            Self::Live => rest.live = None,
            Self::Text => rest.text.clear(),
            Self::Stages => rest.stages.clear(),
            Self::Village => rest.village = None,
            Self::Unit => rest.unit = None,
            Self::Team => rest.team = None,
            Self::Area => rest.area = None,
            Self::Track => rest.track = None,
            Self::Handler => rest.handler = None,
            Self::Item => rest.item = None,
            Self::Due => rest.due = None,
            Self::Noted => rest.noted = None,
            Self::Closed => rest.closed = None,
            Self::Counted => rest.counted = false,
        }
        rest
    }
}

/// Whether the filter lets a finding through, as far as the finding itself tells (words, organisation, team and the day of
/// closing are the store's business).
pub(super) fn passes(filter: &FindingFilter, sheet: &FindingSheet) -> bool {
    let (row, draft) = (&sheet.row, &sheet.draft);
    let stage = row.stage;
    let tests = [
        !sheet.withdrawn,
        filter.clues || !row.restricted,
        filter.stages.is_empty() || filter.stages.contains(&stage),
        filter.live.is_none_or(|live| live == stage.is_live()),
        !filter.counted || stage.counts(),
        asked(filter.village, row.village),
        filter.area.is_none_or(|area| row.areas.contains(&area)),
        asked(filter.track, Some(row.track)),
        filter.handler.is_none() || [draft.handler, draft.handler2].contains(&filter.handler),
        asked(filter.item, draft.item),
        filter
            .due
            .is_none_or(|span| row.due.is_some_and(|day| within(span, day))),
        filter.noted.is_none_or(|span| within(span, row.noted_on)),
    ];
    tests.iter().all(|passed| *passed)
}

/// Whether a property is the one asked for, if any is.
fn asked<T: Copy + PartialEq>(wanted: Option<T>, has: Option<T>) -> bool {
    wanted.is_none() || wanted == has
}

fn within(span: Span, day: NaiveDate) -> bool {
    span.from.is_none_or(|from| from <= day) && span.to.is_none_or(|to| day <= to)
}
