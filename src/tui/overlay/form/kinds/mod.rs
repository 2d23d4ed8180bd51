//! The forms: for each kind its title, its fields and the change they come to.

mod event;
mod finding;
mod meeting;
mod village;
mod visit;

use super::field::Field;
use super::read::{Errors, Reader};
use crate::domain::change::Change;
use crate::domain::query::{EventsQuery, Query, Span};
use crate::tui::effect::{Effect, FormKind};
use crate::tui::screen::Cx;

/// What a form is called.
pub(super) fn title(kind: &FormKind, cx: &Cx<'_>) -> String {
    let say = cx.say;
    match kind {
        FormKind::NewFinding { answer: None, .. } => say.form_new_finding().to_owned(),
        FormKind::NewFinding {
            answer: Some(answer),
            ..
        } => {
            let code = cx.book.item(answer.item).map_or("", |item| &item.code);
            say.form_fail_item(code)
        }
        FormKind::EditFinding { number, .. } => say.form_edit_finding(number),
        FormKind::NewEvent { .. } => say.form_new_event().to_owned(),
        FormKind::EditEvent { .. } => say.form_edit_event().to_owned(),
        FormKind::FinishEvent { title, .. } => say.form_finish_event(title),
        FormKind::NewVisit { .. } => say.form_new_visit().to_owned(),
        FormKind::EditVisit { .. } => say.form_edit_visit().to_owned(),
        FormKind::Answer { item, .. } => say.form_answer(item),
        FormKind::EditVillage { was, .. } => say.form_edit_village(&was.name),
        FormKind::Meeting { draft } => say.form_meeting(&say.day_and_weekday(draft.day)),
        FormKind::AddSource { number, .. } => say.form_add_source(number),
        FormKind::AddAction { day, .. } => say.form_add_action(&say.day_and_weekday(*day)),
    }
}

/// Its fields, holding what it starts from.
pub(super) fn fields(kind: &FormKind, cx: &Cx<'_>) -> Vec<Field> {
    match kind {
        FormKind::NewFinding { draft, .. } | FormKind::EditFinding { was: draft, .. } => {
            finding::fields(draft, cx)
        }
        FormKind::NewEvent { draft } | FormKind::EditEvent { was: draft, .. } => {
            event::fields(draft, cx)
        }
        FormKind::FinishEvent { count, .. } => event::finish_fields(*count, cx),
        FormKind::NewVisit { draft } | FormKind::EditVisit { was: draft, .. } => {
            visit::fields(draft, cx)
        }
        FormKind::Answer { draft, .. } => village::answer_fields(draft, cx),
        FormKind::EditVillage { was, .. } => village::fields(was, cx),
        FormKind::Meeting { draft } => meeting::fields(draft, cx),
        FormKind::AddSource { .. } => finding::source_fields(cx),
        FormKind::AddAction { .. } => meeting::action_fields(cx),
    }
}

/// The change its fields come to; `None`: nothing differs from what the record holds.
pub(super) fn build(
    kind: &FormKind,
    fields: &[Field],
    cx: &Cx<'_>,
) -> Result<Option<Change>, Errors> {
    let read = Reader::new(fields, cx);
    Ok(match kind.clone() {
        FormKind::NewFinding { draft, answer } => {
            let finding = Box::new(finding::read(draft, read)?);
            Some(match answer {
                Some(answer) => Change::FailItem { finding, answer },
                None => Change::NoteFinding(finding),
            })
        }
        FormKind::EditFinding { id, was, .. } => {
            let now = finding::read(was.clone(), read)?;
            (was != now).then(|| Change::EditFinding {
                id,
                was: Box::new(was),
                now: Box::new(now),
            })
        }
        FormKind::NewEvent { draft } => {
            Some(Change::PlanEvent(Box::new(event::read(draft, read, cx)?)))
        }
        FormKind::EditEvent { id, was } => {
            let now = event::read(was.clone(), read, cx)?;
            (was != now).then(|| Change::EditEvent {
                id,
                was: Box::new(was),
                now: Box::new(now),
            })
        }
        FormKind::FinishEvent { id, count, .. } => Some(event::finish(id, count, read)?),
        FormKind::NewVisit { draft } => {
            Some(Change::RecordVisit(Box::new(visit::read(draft, read)?)))
        }
        FormKind::EditVisit { id, was } => {
            let now = visit::read(was.clone(), read)?;
            (was != now).then(|| Change::EditVisit {
                id,
                was: Box::new(was),
                now: Box::new(now),
            })
        }
        FormKind::Answer { draft, .. } => Some(Change::Answer(village::read_answer(draft, read)?)),
        FormKind::EditVillage { id, was } => {
            let now = village::read(was.clone(), read)?;
            (was != now).then(|| Change::EditVillage {
                id,
                was: Box::new(was),
                now: Box::new(now),
            })
        }
        FormKind::Meeting { draft } => {
            Some(Change::SaveMeeting(Box::new(meeting::read(draft, read)?)))
        }
        FormKind::AddSource { finding, .. } => Some(Change::AddSource {
            finding,
            source: finding::read_source(read)?,
        }),
        FormKind::AddAction { day, team } => Some(Change::AddAction {
            day,
            team,
            action: meeting::read_action(read)?,
        }),
    })
}

/// The form that follows one that was saved with 「保存并再建」, with the same place; `None`: this kind has no next.
pub(super) fn next(kind: &FormKind, fields: &[Field], cx: &Cx<'_>) -> Option<Effect> {
    let read = Reader::new(fields, cx);
    let kind = match kind {
        FormKind::NewFinding { .. } => FormKind::NewFinding {
            draft: finding::next(read),
            answer: None,
        },
        FormKind::NewVisit { draft } => FormKind::NewVisit {
            draft: visit::next(draft.clone(), read),
        },
        FormKind::NewEvent { draft } => FormKind::NewEvent {
            draft: event::next(draft.clone(), read),
        },
        FormKind::AddSource { .. } | FormKind::AddAction { .. } => kind.clone(),
        _ => return None,
    };
    Some(Effect::Form(Box::new(kind)))
}

/// The field one writes in first, where that is not the first one.
pub(super) fn begins_at(kind: &FormKind) -> Option<&'static str> {
    match kind {
        FormKind::Answer { .. } => Some("note"),
        FormKind::Meeting { .. } => Some("decisions"),
        FormKind::NewVisit { draft } if draft.group.is_empty() => Some("grp"),
        FormKind::NewVisit { .. } => Some("head"),
        _ => None,
    }
}

/// Whether saving can go on to a next one.
pub(super) fn has_next(kind: &FormKind) -> bool {
    matches!(
        kind,
        FormKind::NewFinding { .. }
            | FormKind::NewVisit { .. }
            | FormKind::NewEvent { .. }
            | FormKind::AddSource { .. }
            | FormKind::AddAction { .. }
    )
}

/// What tells the record as it is now, to be asked after a conflict.
pub(super) fn record(kind: &FormKind) -> Option<Query> {
    match kind {
        FormKind::EditFinding { id, .. } => Some(Query::Finding(*id)),
        FormKind::EditVisit { id, .. } => Some(Query::Visit(*id)),
        FormKind::EditVillage { id, .. } => Some(Query::Village(*id)),
        FormKind::EditEvent { was, .. } => Some(Query::Events(EventsQuery {
            days: Span::day(was.day),
            limit: 200,
            ..EventsQuery::default()
        })),
        _ => None,
    }
}
