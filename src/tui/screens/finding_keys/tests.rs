//! Verbs on findings, as tables of effects.

use super::*;
use crate::domain::codes::Triage;
use crate::tui::screens::test_kit::{Kit, day, finding};

fn effects(action: Action, rows: &[FindingRow]) -> Option<Vec<Effect>> {
    let rows: Vec<&FindingRow> = rows.iter().collect();
    Kit::default().cx(|cx| on_findings(action, &rows, &cx))
}

fn moved(rows: &[FindingRow], to: Stage) -> Effect {
    Effect::Write(Change::MoveStage {
        ids: rows.iter().map(|row| row.id).collect(),
        to,
        remark: String::new(),
    })
}

#[test]
fn a_step_is_one_change_for_all_of_them() {
    let verifying = |n| FindingRow {
        stage: Stage::Verifying,
        ..finding(n)
    };
    let two = [verifying(1), verifying(2)];
    assert_eq!(
        effects(Action::Advance, &two),
        Some(vec![moved(&two, Stage::Drafting)])
    );
    assert_eq!(
        effects(Action::Retreat, &two),
        Some(vec![moved(&two, Stage::Noted)])
    );
}

#[test]
fn different_ways_are_refused_and_so_is_the_end() {
    let closed = FindingRow {
        stage: Stage::Closed,
        ..finding(1)
    };
    let say = crate::text::Lang::Zh;
    let bad = |text: &str| Some(vec![Notice::bad(text)]);
    assert_eq!(
        effects(Action::Advance, &[closed.clone(), finding(2)]),
        bad(say.stages_differ())
    );
    assert_eq!(
        effects(Action::Advance, std::slice::from_ref(&closed)),
        bad(say.no_way_on())
    );
    assert_eq!(
        effects(Action::Retreat, &[finding(1)]),
        bad(say.no_way_on())
    );
    assert_eq!(
        effects(Action::SetStage, &[closed, finding(2)]),
        bad(say.no_common_stage())
    );
    assert_eq!(
        effects(Action::Edit, &[finding(1), finding(2)]),
        bad(say.one_finding_only())
    );
}

#[test]
fn going_back_from_the_end_asks_why() {
    let closed = FindingRow {
        stage: Stage::Closed,
        ..finding(1)
    };
    let ask = PromptFor::StageReason(vec![closed.id], Stage::ToCheck);
    assert_eq!(
        effects(Action::Retreat, std::slice::from_ref(&closed)),
        Some(vec![prompt(ask, String::new())])
    );
}

#[test]
fn pickers_offer_what_fits_all() {
    let noted = finding(1);
    let returned = FindingRow {
        stage: Stage::Returned,
        triage: Triage::High,
        areas: vec![6],
        ..finding(2)
    };
    let ids = vec![noted.id, returned.id];
    let picked = effects(Action::SetStage, &[noted.clone(), returned.clone()]);
    assert_eq!(
        picked,
        Some(vec![Effect::Pick(Box::new(Pick {
            from: PickFrom::Stages(vec![Stage::Verifying, Stage::Dismissed]),
            then: PickThen::Stage(ids.clone()),
        }))])
    );
    let areas = |ticked: &[u8], ids| {
        Some(vec![Effect::Pick(Box::new(Pick {
            from: PickFrom::Areas {
                many: true,
                ticked: ticked.to_vec(),
            },
            then: PickThen::Set(ids),
        }))])
    };
    assert_eq!(
        effects(Action::SetAreas, &[noted, returned.clone()]),
        areas(&[], ids),
        "what they do not share is not ticked"
    );
    let id = returned.id;
    assert_eq!(
        effects(Action::SetAreas, &[returned]),
        areas(&[6], vec![id])
    );
}

#[test]
fn the_deadline_starts_from_the_one_they_share() {
    let due = |n, on| FindingRow {
        due: Some(day(on)),
        ..finding(n)
    };
    let text = |rows: &[FindingRow]| match effects(Action::SetDue, rows)?.pop()? {
        Effect::Prompt(it) => Some(it.text),
        _ => None,
    };
    assert_eq!(
        text(&[due(1, "2018-11-15"), due(2, "2018-11-15")]).as_deref(),
        Some("2018-11-15")
    );
    assert_eq!(
        text(&[due(1, "2018-11-15"), finding(2)]).as_deref(),
        Some("")
    );
}

#[test]
fn other_verbs_and_no_selection_are_left_to_the_screen() {
    assert_eq!(effects(Action::Down, &[finding(1)]), None);
    assert_eq!(effects(Action::SetStage, &[]), None);
}
