//! Keys against the changes they come to.

use super::{
    answer_draft, event_draft, finding_draft, meeting_draft, new_finding, noted, village_draft,
    visit_draft, written,
};
use crate::domain::change::Change;
use crate::domain::codes::{
    Discipline, EventKind, EventStatus, Half, SourceKind, Spread, Track, Triage,
};
use crate::domain::records::{
    ActionDraft, AnswerDraft, EventDraft, FindingDraft, MeetingDraft, SourceDraft, VillageDraft,
    VisitDraft,
};
use crate::tui::effect::FormKind;
use crate::tui::overlay::test_kit::{event, finding, november, person, team, unit, village, visit};

#[test]
fn a_new_finding_from_keys() {
    let titled = FindingDraft::titled("台账缺失");
    let cases: Vec<(&str, FindingDraft)> = vec![
        ("台账缺失<f2>", titled.clone()),
        ("台账缺失<C-d>", titled.clone()),
        (" 台账  缺失 <f2>", FindingDraft::titled("台账  缺失")),
        // A village by its first letters; its organisation comes along.
        (
            "台账缺失<tab>sldc<enter><f2>",
            FindingDraft {
                village: Some(village(1)),
                unit: Some(unit(1)),
                ..titled.clone()
            },
        ),
        (
            "台账缺失<enter>南<enter><f2>",
            FindingDraft {
                village: Some(village(3)),
                unit: Some(unit(2)),
                ..titled.clone()
            },
        ),
        // In an open list Tab chooses and goes on, F2 chooses and saves.
        (
            "台账缺失<tab>sldc<tab><tab>6<f2>",
            FindingDraft {
                village: Some(village(1)),
                unit: Some(unit(1)),
                areas: vec![6],
                ..titled.clone()
            },
        ),
        // The organisation alone, taken away again, by arrows.
        (
            "台账缺失<tab><tab><right><right><f2>",
            FindingDraft {
                unit: Some(unit(2)),
                ..titled.clone()
            },
        ),
        ("台账缺失<tab><tab><right><bs><f2>", titled.clone()),
        // Areas by digit, the main one first.
        (
            "台账缺失<tab><tab><tab>63<enter><f2>",
            FindingDraft {
                areas: vec![6, 3],
                ..titled.clone()
            },
        ),
        // Full-width digits of an input method choose too.
        (
            "台账缺失<tab><tab><tab>６<enter><tab><right><f2>",
            FindingDraft {
                areas: vec![6],
                track: Track::General,
                ..titled.clone()
            },
        ),
        // Handlers by digit and by name.
        (
            "台账缺失<tab><tab><tab><tab><tab>1<tab>乙<enter><f2>",
            FindingDraft {
                handler: Some(person(1)),
                handler2: Some(person(2)),
                ..titled.clone()
            },
        ),
        // A deadline as people write it, moved by an arrow.
        (
            "台账缺失<tab><tab><tab><tab><tab><tab><tab>+2工作日<up><tab><left><f2>",
            FindingDraft {
                due: Some(november(20)),
                triage: Triage::High,
                ..titled.clone()
            },
        ),
        // The body keeps its lines.
        (
            "台账缺失<S-tab><tab><tab><tab><tab><tab><tab><tab><tab><tab>一<enter>二<f2>",
            FindingDraft {
                body: "一\n二".into(),
                ..titled.clone()
            },
        ),
    ];
    for (keys, want) in cases {
        assert_eq!(written(new_finding(), keys), Some(noted(want)), "{keys}");
    }
}

#[test]
fn the_last_field_and_the_save_line_save_with_enter() {
    let to_last = "甲<pgdn><left>";
    let saved = Some(noted(FindingDraft::titled("甲")));
    assert_eq!(written(new_finding(), &format!("{to_last}<enter>")), saved);
    assert_eq!(written(new_finding(), "甲<pgdn><enter>"), saved);
    assert_eq!(
        written(new_finding(), &format!("{to_last}<space><f2>")),
        Some(noted(FindingDraft {
            clue: true,
            ..FindingDraft::titled("甲")
        }))
    );
}

#[test]
fn a_failed_point_is_noted_and_answered_in_one_change() {
    let kind = FormKind::NewFinding {
        draft: finding_draft(),
        answer: Some(answer_draft()),
    };
    assert_eq!(
        written(kind, "<f2>"),
        Some(Change::FailItem {
            finding: Box::new(finding_draft()),
            answer: answer_draft(),
        })
    );
}

#[test]
fn an_edit_says_what_was_and_what_is_to_be() {
    let edit = |keys: &str| {
        let kind = FormKind::EditFinding {
            id: finding(17),
            number: "一组-017".into(),
            was: finding_draft(),
        };
        written(kind, keys)
    };
    let to = |now: FindingDraft| {
        Some(Change::EditFinding {
            id: finding(17),
            was: Box::new(finding_draft()),
            now: Box::new(now),
        })
    };
    let was = finding_draft();
    assert_eq!(edit("<f2>"), None);
    assert_eq!(edit("x<bs><f2>"), None);
    let cases = [
        (
            "<C-u>新标题<f2>",
            FindingDraft {
                title: "新标题".into(),
                ..was.clone()
            },
        ),
        (
            "<tab><bs><f2>",
            FindingDraft {
                village: None,
                ..was.clone()
            },
        ),
        (
            "<tab><tab><tab><bs><f2>",
            FindingDraft {
                areas: vec![6],
                ..was.clone()
            },
        ),
        (
            "<tab><tab><tab><tab><tab><tab><tab><C-u><f2>",
            FindingDraft {
                due: None,
                ..was.clone()
            },
        ),
        (
            "<tab><tab><tab><tab><tab><tab><tab><pgdn><f2>",
            FindingDraft {
                due: Some(november(13)),
                ..was.clone()
            },
        ),
    ];
    for (keys, now) in cases {
        assert_eq!(edit(keys), to(now), "{keys}");
    }
    // The short fields behind the body: discipline, spread, risk, amount.
    assert_eq!(
        edit("<pgdn><up><up><up>廉洁<enter><tab><left><tab><tab><C-u>3万<f2>"),
        to(FindingDraft {
            discipline: Some(Discipline::Integrity),
            spread: Spread::Common,
            amount: Some(30_000),
            ..was
        })
    );
}

fn all_written(cases: Vec<(FormKind, &str, Change)>) {
    for (kind, keys, want) in cases {
        let name = format!("{kind:?} {keys}");
        assert_eq!(written(kind, keys), Some(want), "{name}");
    }
}

#[test]
fn events_and_visits() {
    let first_event = EventDraft {
        kind: EventKind::Site,
        title: "现场".into(),
        half: Half::Afternoon,
        day: november(17),
        ..event_draft()
    };
    let cases: Vec<(FormKind, &str, Change)> = vec![
        (
            FormKind::NewEvent {
                draft: event_draft(),
            },
            "<right><tab><right><tab><tab><up><f2>",
            Change::PlanEvent(Box::new(first_event)),
        ),
        (
            FormKind::EditEvent {
                id: event(1),
                was: event_draft(),
            },
            "<tab><tab>入户示例<f2>",
            Change::EditEvent {
                id: event(1),
                was: Box::new(event_draft()),
                now: Box::new(EventDraft {
                    title: "入户示例".into(),
                    ..event_draft()
                }),
            },
        ),
        (
            FormKind::FinishEvent {
                id: event(1),
                title: "谈话".into(),
                count: None,
            },
            "１２<enter>",
            Change::SetEvents {
                ids: vec![event(1)],
                status: EventStatus::Done,
                count: Some(12),
            },
        ),
        (
            FormKind::NewVisit {
                draft: visit_draft(),
            },
            "<f2>",
            Change::RecordVisit(Box::new(visit_draft())),
        ),
        (
            FormKind::EditVisit {
                id: visit(1),
                was: visit_draft(),
            },
            "<pgdn><left><bs><f2>",
            Change::EditVisit {
                id: visit(1),
                was: Box::new(visit_draft()),
                now: Box::new(VisitDraft {
                    finding: None,
                    ..visit_draft()
                }),
            },
        ),
    ];
    all_written(cases);
}

#[test]
fn the_small_forms() {
    let cases: Vec<(FormKind, &str, Change)> = vec![
        (
            FormKind::Answer {
                draft: answer_draft(),
                item: "C1".into(),
            },
            "缺三本<f2>",
            Change::Answer(AnswerDraft {
                note: "缺三本".into(),
                ..answer_draft()
            }),
        ),
        (
            FormKind::EditVillage {
                id: village(1),
                was: village_draft(),
            },
            "<tab><tab><tab><C-u>400<f2>",
            Change::EditVillage {
                id: village(1),
                was: Box::new(village_draft()),
                now: Box::new(VillageDraft {
                    households: Some(400),
                    ..village_draft()
                }),
            },
        ),
        (
            FormKind::Meeting {
                draft: meeting_draft(),
            },
            "<enter>乙<f2>",
            Change::SaveMeeting(Box::new(MeetingDraft {
                decisions: "一组-017 明日现场核对\n乙".into(),
                ..meeting_draft()
            })),
        ),
        (
            FormKind::AddSource {
                finding: finding(17),
                number: "一组-017".into(),
            },
            "3<tab>账本第2册 第5页<enter>",
            Change::AddSource {
                finding: finding(17),
                source: SourceDraft {
                    kind: SourceKind::Document,
                    reference: "账本第2册 第5页".into(),
                },
            },
        ),
        (
            FormKind::AddAction {
                day: november(15),
                team: Some(team(1)),
            },
            "补账本<enter>丙<enter><enter>明天<enter>",
            Change::AddAction {
                day: november(15),
                team: Some(team(1)),
                action: ActionDraft {
                    text: "补账本".into(),
                    owner: Some(person(3)),
                    due: Some(november(16)),
                },
            },
        ),
    ];
    all_written(cases);
}

#[test]
fn up_and_down_stay_in_their_column() {
    // At 80 columns two short fields stand beside each other: below the village lie the areas.
    let areas = written(new_finding(), "甲<down><down>6<enter><f2>");
    let one = FindingDraft {
        areas: vec![6],
        ..FindingDraft::titled("甲")
    };
    assert_eq!(areas, Some(noted(one.clone())));
    let back = written(
        new_finding(),
        "甲<down><down>6<enter><down><up><up><up><C-u>乙<f2>",
    );
    assert_eq!(
        back,
        Some(noted(FindingDraft {
            title: "乙".into(),
            ..one
        }))
    );
}

#[test]
fn a_new_record_of_a_village_belongs_to_its_organisation() {
    let draft = FindingDraft {
        village: Some(village(4)),
        ..FindingDraft::titled("甲")
    };
    let kind = FormKind::NewFinding {
        draft: draft.clone(),
        answer: None,
    };
    let want = FindingDraft {
        unit: Some(unit(3)),
        ..draft
    };
    assert_eq!(written(kind, "<f2>"), Some(noted(want)));
}
