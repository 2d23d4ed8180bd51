//! The keys that work on selected findings, the same on every screen that shows findings.

use crate::domain::answer::{FindingRow, FindingSheet};
use crate::domain::change::{Change, Thing};
use crate::domain::codes::{Stage, Track};
use crate::domain::fault::{Need, Refusal};
use crate::domain::ids::FindingId;
use crate::domain::query::Query;
use crate::domain::rules::{self, Standing};
use crate::tui::action::Action;
use crate::tui::effect::{Effect, FormKind, Notice, Pick, PickFrom, PickThen, Prompt, PromptFor};
use crate::tui::screen::Cx;

/// What a verb does to the selected findings; `None`: no verb of findings, or none is selected.
///
/// Several findings are one change, hence one step of undo. What the next stage of one still needs is said before anything
/// is written; of several it is said by the store's refusal: it knows body and sources, a row does not.
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
        Action::Advance => {
            Some(missing(rows, cx).unwrap_or_else(|| vec![step(rows, rules::next, cx)]))
        }
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
            PickFrom::Findings {
                except: first.id,
                near: first.village,
            },
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

/// What the rules look at.
pub(crate) fn standing(sheet: &FindingSheet) -> Standing {
    let draft = &sheet.draft;
    let has = [
        (Need::Place, draft.village.is_some() || draft.unit.is_some()),
        (Need::Area, !draft.areas.is_empty()),
        (Need::Handler, draft.handler.is_some()),
        (Need::Source, !sheet.sources.is_empty()),
        (Need::Body, !draft.body.trim().is_empty()),
        (Need::Track, draft.track != Track::Undecided),
        (Need::Due, draft.due.is_some()),
    ];
    Standing {
        number: sheet.row.number.clone(),
        stage: sheet.row.stage,
        track: sheet.row.track,
        has: has
            .into_iter()
            .filter_map(|(need, has)| has.then_some(need))
            .collect(),
    }
}

/// What one finding still needs for its next stage: that is said, and what fills the first of it in opens.
fn missing(rows: &[&FindingRow], cx: &Cx<'_>) -> Option<Vec<Effect>> {
    let [row] = rows else { return None };
    let sheet = cx.answers.finding(&Query::Finding(row.id))?;
    let standing = standing(sheet.as_deref()?);
    let to = rules::next(standing.stage, standing.track)?;
    let mut needs = rules::needs(&standing, to, "");
    needs.retain(|need| *need != Need::Reason);
    let fill = match needs.first()? {
        Need::Place => Action::SetVillage,
        Need::Area => Action::SetAreas,
        Need::Handler => Action::SetHandler,
        Need::Source => Action::AddSource,
        Need::Track => Action::SetTrack,
        Need::Due => Action::SetDue,
        Need::Body | Need::Reason => Action::Edit,
    };
    let said = cx.say.refusal(&Refusal::Missing {
        number: standing.number,
        to,
        needs,
    });
    let opens = on_findings(fill, rows, cx).unwrap_or_default();
    Some(std::iter::once(Notice::bad(said)).chain(opens).collect())
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
