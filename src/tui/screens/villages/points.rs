//! Answers to checklist points, and the findings that fail them.

use crate::domain::answer::ChecklistRow;
use crate::domain::codes::AnswerState;
use crate::domain::ids::{PersonId, UnitId, VillageId};
use crate::domain::records::{AnswerDraft, FindingDraft};
use crate::tui::screen::Cx;
use crate::tui::screens::prefill;

/// A title is cut here, in characters; the point's whole text stays one key away.
const TITLE: usize = 30;

/// Who sits here, if the file knows.
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
        ..prefill::finding(Some(village), unit)
    }
}

/// The beginning of a question that says what it is about.
pub(super) fn headline(question: &str) -> String {
    let end =
        |c: char| matches!(c, '，' | '：' | '；' | '。' | '？' | '?' | '(' | '（') || c == ':';
    let first = question.split(end).next().unwrap_or(question).trim();
    first.chars().take(TITLE).collect()
}
