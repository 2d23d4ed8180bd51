//! Drafts prefilled by where one stands.

use chrono::Timelike;

use crate::domain::answer::{ChecklistRow, VillageSheet};
use crate::domain::codes::{AnswerState, EventKind, Found, Half, Household};
use crate::domain::ids::{PersonId, UnitId, VillageId};
use crate::domain::records::{AnswerDraft, EventDraft, FindingDraft, VisitDraft};
use crate::tui::screen::Cx;

/// A title is cut here, in characters; the point's whole text stays one key away.
const TITLE: usize = 30;

/// The half of the day that it is.
pub(super) fn half(cx: &Cx<'_>) -> Half {
    match cx.now.hour() {
        0..12 => Half::Morning,
        12..18 => Half::Afternoon,
        _ => Half::Evening,
    }
}

fn me(cx: &Cx<'_>) -> Vec<PersonId> {
    cx.book.me.into_iter().collect()
}

/// The answer as it stands, or as somebody who sits here today would begin it.
pub(super) fn answer(village: VillageId, row: &ChecklistRow, cx: &Cx<'_>) -> AnswerDraft {
    let people = if row.people.is_empty() {
        me(cx)
    } else {
        row.people.clone()
    };
    AnswerDraft {
        village,
        item: row.item.id,
        state: row.state,
        note: row.note.clone(),
        people,
        day: row.day.unwrap_or(cx.today),
        finding: row.finding.as_ref().map(|(id, _)| *id),
    }
}

/// The point answered anew: today, by whom sits here; colleagues of the same day stay named.
pub(super) fn answered(
    village: VillageId,
    row: &ChecklistRow,
    state: AnswerState,
    cx: &Cx<'_>,
) -> AnswerDraft {
    let mut draft = answer(village, row, cx);
    draft.state = state;
    if draft.day != cx.today {
        draft.people = me(cx);
        draft.day = cx.today;
    }
    draft
}

/// What Space makes of an answer. Failing a point needs a finding, so only a point that has one comes by there.
pub(super) fn next_state(row: &ChecklistRow) -> AnswerState {
    match row.state {
        AnswerState::Open => AnswerState::Fine,
        AnswerState::Fine => AnswerState::Unsure,
        AnswerState::Unsure => AnswerState::NotApplicable,
        AnswerState::NotApplicable if row.finding.is_some() => AnswerState::Finding,
        AnswerState::NotApplicable | AnswerState::Finding => AnswerState::Open,
    }
}

/// A finding of a village.
pub(super) fn finding(village: VillageId, unit: Option<UnitId>) -> FindingDraft {
    FindingDraft {
        village: Some(village),
        unit,
        ..FindingDraft::titled("")
    }
}

/// The finding that fails a point.
pub(super) fn failing(
    village: VillageId,
    unit: Option<UnitId>,
    row: &ChecklistRow,
) -> FindingDraft {
    FindingDraft {
        title: headline(&row.item.text),
        areas: vec![row.item.area],
        item: Some(row.item.id),
        ..finding(village, unit)
    }
}

/// The beginning of a question that says what it is about.
pub(super) fn headline(question: &str) -> String {
    let end =
        |c: char| matches!(c, '，' | '：' | '；' | '。' | '？' | '?' | '(' | '（') || c == ':';
    let first = question.split(end).next().unwrap_or(question).trim();
    first.chars().take(TITLE).collect()
}

pub(super) fn visit(village: VillageId, cx: &Cx<'_>) -> VisitDraft {
    VisitDraft {
        village,
        day: cx.today,
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

pub(super) fn event(village: VillageId, sheet: Option<&VillageSheet>, cx: &Cx<'_>) -> EventDraft {
    let unit = sheet.map(|sheet| sheet.row.unit);
    EventDraft {
        day: cx.today,
        half: half(cx),
        kind: EventKind::Household,
        title: String::new(),
        team: unit
            .and_then(|id| cx.book.unit(id))
            .and_then(|unit| unit.team),
        unit,
        village: Some(village),
        people: me(cx),
        place: String::new(),
        milestone: false,
        sensitive: false,
        count: None,
        note: String::new(),
    }
}
