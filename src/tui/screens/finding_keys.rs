//! The keys that work on selected findings, the same on every screen that shows findings.

use crate::domain::answer::FindingRow;
use crate::domain::change::{Change, Thing};
use crate::domain::codes::{Stage, Track};
use crate::domain::ids::FindingId;
use crate::domain::query::Query;
use crate::domain::rules;
use crate::tui::action::Action;
use crate::tui::effect::{Effect, FormKind, Notice, Pick, PickFrom, PickThen, Prompt, PromptFor};
use crate::tui::screen::Cx;

/// What a verb does to the selected findings; `None`: no verb of findings, or none is selected.
///
/// Several findings are one change, hence one step of undo. What a stage still needs is said by the store's refusal:
/// it knows body and sources, a row does not.
pub(crate) fn on_findings(
    action: Action,
    rows: &[&FindingRow],
    cx: &Cx<'_>,
) -> Option<Vec<Effect>> {
    let first = *rows.first()?;
    let ids: Vec<FindingId> = rows.iter().map(|row| row.id).collect();
    let pick = |from, then| Some(vec![Effect::Pick(Box::new(Pick { from, then }))]);
    let set = |from| pick(from, PickThen::Set(ids.clone()));
    match action {
        Action::SetStage => {
            let stages = common_ways(rows);
            if stages.is_empty() {
                return Some(vec![Notice::bad(cx.say.no_common_stage())]);
            }
            pick(PickFrom::Stages(stages), PickThen::Stage(ids))
        }
        Action::SetHandler => set(PickFrom::People),
        Action::SetTrack => set(PickFrom::Tracks),
        Action::SetVillage => set(PickFrom::Villages),
        Action::SetTriage => set(PickFrom::Triage),
        Action::SetAreas => set(PickFrom::Areas {
            many: true,
            ticked: common(rows, |row| row.areas.clone()).unwrap_or_default(),
        }),
        Action::SetDue => {
            let due = common(rows, |row| row.due).flatten();
            let text = due.map(|day| day.to_string()).unwrap_or_default();
            Some(vec![prompt(PromptFor::Due(ids), text)])
        }
        Action::Advance => Some(vec![step(rows, rules::next, cx)]),
        Action::Retreat => Some(vec![step(rows, rules::back, cx)]),
        Action::Withdraw => {
            let things = ids.into_iter().map(Thing::Finding).collect();
            Some(vec![prompt(
                PromptFor::WithdrawReason(things),
                String::new(),
            )])
        }
        Action::Merge | Action::AddSource | Action::Edit if rows.len() > 1 => {
            Some(vec![Notice::bad(cx.say.one_finding_only())])
        }
        Action::Merge => pick(
            PickFrom::Findings { except: first.id },
            PickThen::Merge(first.id),
        ),
        Action::AddSource => Some(vec![Effect::Form(Box::new(FormKind::AddSource {
            finding: first.id,
            number: first.number.clone(),
        }))]),
        Action::Edit => Some(edit(first, cx)),
        _ => None,
    }
}

fn prompt(ask: PromptFor, text: String) -> Effect {
    Effect::Prompt(Box::new(Prompt { ask, text }))
}

/// The form needs the whole finding, which the screen shows beside the list; until it is there nothing opens.
fn edit(row: &FindingRow, cx: &Cx<'_>) -> Vec<Effect> {
    let sheet = cx.answers.finding(&Query::Finding(row.id));
    let Some(sheet) = sheet.and_then(Option::as_ref) else {
        return Vec::new();
    };
    vec![Effect::Form(Box::new(FormKind::EditFinding {
        id: row.id,
        number: row.number.clone(),
        was: sheet.draft.clone(),
    }))]
}

/// On or back by one stage, all of them to the same one.
fn step(rows: &[&FindingRow], way: fn(Stage, Track) -> Option<Stage>, cx: &Cx<'_>) -> Effect {
    match common(rows, |row| way(row.stage, row.track)) {
        Some(Some(to)) => move_to(rows, to),
        Some(None) => Notice::bad(cx.say.no_way_on()),
        None => Notice::bad(cx.say.stages_differ()),
    }
}

/// Moves findings to a stage; where one of them needs a reason for it, asks.
pub(crate) fn move_to(rows: &[&FindingRow], to: Stage) -> Effect {
    let ids: Vec<FindingId> = rows.iter().map(|row| row.id).collect();
    if rows.iter().any(|row| rules::wants_reason(row.stage, to)) {
        return prompt(PromptFor::StageReason(ids, to), String::new());
    }
    Effect::Write(Change::MoveStage {
        ids,
        to,
        remark: String::new(),
    })
}

/// The stages that all of them can go to, in the order of the first one's ways.
fn common_ways(rows: &[&FindingRow]) -> Vec<Stage> {
    let Some((first, others)) = rows.split_first() else {
        return Vec::new();
    };
    rules::ways(first.stage, first.track)
        .iter()
        .copied()
        .filter(|to| {
            others
                .iter()
                .all(|row| rules::ways(row.stage, row.track).contains(to))
        })
        .collect()
}

/// What all of them share; `None`: they differ, or there are none.
fn common<T: PartialEq>(rows: &[&FindingRow], of: impl Fn(&FindingRow) -> T) -> Option<T> {
    let (first, others) = rows.split_first()?;
    let shared = of(first);
    others.iter().all(|row| of(row) == shared).then_some(shared)
}

#[cfg(test)]
mod tests;
