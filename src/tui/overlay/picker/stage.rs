//! The stages a finding can go to, with what each still needs.

use super::choice::Row;
use crate::domain::answer::FindingSheet;
use crate::domain::codes::{Stage, Track};
use crate::domain::fault::Need;
use crate::domain::ids::FindingId;
use crate::domain::query::Query;
use crate::domain::rules::{Standing, needs, wants_reason, ways};
use crate::tui::screen::Cx;

/// Findings looked at before choosing; beyond that the store says no afterwards.
const LOOKED_AT: usize = 50;

/// A stage as a row: barred with the reason where the rules would refuse.
pub(super) fn row(to: Stage, of: &[FindingId], cx: &Cx<'_>) -> Row {
    let mut row = Row::new(
        to,
        format!("{} {}", cx.say.stage_sign(to), cx.say.stage(to)),
    );
    if asks_reason(to, of, cx) {
        cx.say.pick_asks_reason().clone_into(&mut row.note);
    }
    row.barred = sheets(of, cx).find_map(|sheet| bar(&standing(sheet), to, of.len() > 1, cx));
    row
}

/// Whether one of the findings cannot take the step without a reason.
pub(super) fn asks_reason(to: Stage, of: &[FindingId], cx: &Cx<'_>) -> bool {
    let known = sheets(of, cx).any(|sheet| wants_reason(sheet.row.stage, to));
    known || matches!(to, Stage::Returned | Stage::Dismissed)
}

/// What the store must be asked for.
pub(super) fn queries(of: &[FindingId]) -> Vec<Query> {
    of.iter()
        .take(LOOKED_AT)
        .map(|id| Query::Finding(*id))
        .collect()
}

fn sheets<'a>(of: &'a [FindingId], cx: &Cx<'a>) -> impl Iterator<Item = &'a FindingSheet> {
    let answers = cx.answers;
    of.iter()
        .take(LOOKED_AT)
        .filter_map(move |id| answers.finding(&Query::Finding(*id)))
        .filter_map(Option::as_deref)
}

fn bar(it: &Standing, to: Stage, several: bool, cx: &Cx<'_>) -> Option<String> {
    let why = if ways(it.stage, it.track).contains(&to) {
        // The reason is asked for afterwards.
        let missing: Vec<&str> = needs(it, to, "-")
            .into_iter()
            .map(|need| cx.say.need(need))
            .collect();
        if missing.is_empty() {
            return None;
        }
        cx.say.pick_needs(&missing.join(cx.say.pick("、", ", ")))
    } else {
        cx.say.pick_no_way(cx.say.stage(it.stage))
    };
    Some(if several {
        format!("{} {why}", it.number)
    } else {
        why
    })
}

/// What the rules look at.
fn standing(sheet: &FindingSheet) -> Standing {
    let draft = &sheet.draft;
    let has = [
        (Need::Place, draft.village.is_some() || draft.unit.is_some()),
        (Need::Area, !draft.areas.is_empty()),
        (
            Need::Handler,
            draft.handler.is_some() || draft.handler2.is_some(),
        ),
        (Need::Source, !sheet.sources.is_empty()),
        (Need::Body, !draft.body.trim().is_empty()),
        (Need::Track, draft.track != Track::Undecided),
        (Need::Due, draft.due.is_some()),
    ];
    Standing {
        number: sheet.row.number.clone(),
        stage: sheet.row.stage,
        track: draft.track,
        has: has
            .into_iter()
            .filter_map(|(need, there)| there.then_some(need))
            .collect(),
    }
}
