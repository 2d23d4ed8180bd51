//! What narrows the list, term by term: the chips, and why an empty result is empty.

use crate::domain::answer::FindingSheet;
use crate::domain::query::{FindingFilter, Span};
use chrono::NaiveDate;

/// One thing that narrows the list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Term {
    Live,
    OnlyClues,
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
    /// The terms of a filter, in the order in which they are said.
    pub(super) fn of(filter: &FindingFilter) -> Vec<Self> {
        // Without `..`: a new field of the filter has to be said, too.
        let FindingFilter {
            text,
            stages,
            live,
            village,
            nowhere,
            unit,
            team,
            area,
            track,
            handler,
            item,
            due,
            noted,
            closed,
            counted,
            clues: _,
            only_clues,
        } = filter;
        let narrows = [
            (Self::Live, live.is_some()),
            (Self::OnlyClues, *only_clues),
            (Self::Text, !text.trim().is_empty()),
            (Self::Stages, !stages.is_empty()),
            (Self::Village, village.is_some() || *nowhere),
            (Self::Unit, unit.is_some()),
            (Self::Team, team.is_some()),
            (Self::Area, area.is_some()),
            (Self::Track, track.is_some()),
            (Self::Handler, handler.is_some()),
            (Self::Item, item.is_some()),
            (Self::Due, due.is_some()),
            (Self::Noted, noted.is_some()),
            (Self::Closed, closed.is_some()),
            (Self::Counted, *counted),
        ];
        let all = narrows.into_iter();
        all.filter_map(|(term, narrows)| narrows.then_some(term))
            .collect()
    }

    /// The filter without this term.
    pub(super) fn without(self, filter: &FindingFilter) -> FindingFilter {
        let mut rest = filter.clone();
        match self {
            Self::Live => rest.live = None,
            Self::OnlyClues => rest.only_clues = false,
            Self::Text => rest.text.clear(),
            Self::Stages => rest.stages.clear(),
            Self::Village => {
                rest.village = None;
                rest.nowhere = false;
            }
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
        !filter.nowhere || row.village.is_none(),
        !filter.only_clues || row.restricted,
        match filter.area {
            None => true,
            Some(0) => row.areas.is_empty(),
            Some(area) => row.areas.contains(&area),
        },
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
