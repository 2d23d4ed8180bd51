//! Drafts prefilled by where one stands and who sits here.

use chrono::{NaiveDate, Timelike};

use crate::domain::codes::{EventKind, Found, Half, Household};
use crate::domain::ids::{PersonId, UnitId, VillageId};
use crate::domain::records::{EventDraft, FindingDraft, VisitDraft};
use crate::tui::screen::Cx;

/// The half of the day that it is.
pub(crate) fn half(cx: &Cx<'_>) -> Half {
    match cx.now.hour() {
        0..12 => Half::Morning,
        12..18 => Half::Afternoon,
        _ => Half::Evening,
    }
}

/// Who sits here, if the file knows.
fn me(cx: &Cx<'_>) -> Vec<PersonId> {
    cx.book.me.into_iter().collect()
}

/// An event on a day: now if it is today, else in the morning.
pub(crate) fn event(
    day: NaiveDate,
    village: Option<VillageId>,
    unit: Option<UnitId>,
    cx: &Cx<'_>,
) -> EventDraft {
    let mine = cx.book.my_team().map(|team| team.id);
    let theirs = unit.and_then(|id| cx.book.unit(id)).and_then(|it| it.team);
    EventDraft {
        day,
        half: if day == cx.today {
            half(cx)
        } else {
            Half::Morning
        },
        kind: if village.is_some() {
            EventKind::Household
        } else {
            EventKind::Other
        },
        title: String::new(),
        team: theirs.or(mine),
        unit,
        village,
        people: me(cx),
        place: String::new(),
        milestone: false,
        sensitive: false,
        count: None,
        note: String::new(),
    }
}

/// A visit in a village; it cannot be later than today.
pub(crate) fn visit(village: VillageId, day: NaiveDate, cx: &Cx<'_>) -> VisitDraft {
    VisitDraft {
        village,
        day: day.min(cx.today),
        half: half(cx),
        group: String::new(),
        head: String::new(),
        class: Household::Random,
        people: me(cx),
        found: Found::Home,
        escorted: false,
        said: String::new(),
        follow_up: String::new(),
        finding: None,
    }
}

/// A finding in a village.
pub(crate) fn finding(village: Option<VillageId>, unit: Option<UnitId>) -> FindingDraft {
    FindingDraft {
        village,
        unit,
        ..FindingDraft::titled("")
    }
}
