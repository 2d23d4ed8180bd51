//! Forms: keys against the changes they come to, and how each looks.

mod drawn;
mod keys;
mod trouble;

use crate::domain::change::{Change, LogVerb, Receipt};
use crate::domain::codes::{
    AnswerState, EventKind, Found, Half, Household, MeetingKind, VillageKind,
};
use crate::domain::records::{
    AnswerDraft, EventDraft, FindingDraft, MeetingDraft, VillageDraft, VisitDraft,
};
use crate::tui::effect::{Effect, FormKind};
use crate::tui::overlay::form::Form;
use crate::tui::overlay::test_kit::{
    Bench, event, finding, november, person, point, team, unit, village, visit,
};
use crate::tui::overlay::{Overlay, Reply};

fn open(bench: &mut Bench, kind: FormKind) -> Overlay {
    let form = bench.cx(|cx| Form::open(kind, &cx));
    let overlay = Overlay::Form(Box::new(form));
    bench.ask(&overlay);
    overlay
}

fn new_finding() -> FormKind {
    FormKind::NewFinding {
        draft: FindingDraft::titled(""),
        answer: None,
    }
}

fn finding_draft() -> FindingDraft {
    FindingDraft {
        body: "2016年至2017年账本未见，会计称已移交。\n资产卡片缺 3 张，与实地不符。".into(),
        village: Some(village(1)),
        unit: Some(unit(1)),
        areas: vec![6, 3],
        handler: Some(person(1)),
        due: Some(november(20)),
        item: Some(point(1)),
        amount: Some(31_500),
        ..FindingDraft::titled("集体资产台账缺失 3 本")
    }
}

fn answer_draft() -> AnswerDraft {
    AnswerDraft {
        village: village(1),
        item: point(1),
        state: AnswerState::Finding,
        note: String::new(),
        people: vec![person(1), person(2)],
        day: november(15),
        finding: None,
    }
}

fn event_draft() -> EventDraft {
    EventDraft {
        day: november(16),
        half: Half::Morning,
        kind: EventKind::Household,
        title: String::new(),
        team: Some(team(1)),
        unit: Some(unit(1)),
        village: Some(village(1)),
        people: vec![person(1)],
        place: String::new(),
        milestone: false,
        sensitive: false,
        count: None,
        note: String::new(),
    }
}

fn visit_draft() -> VisitDraft {
    VisitDraft {
        village: village(1),
        day: november(15),
        half: Half::Afternoon,
        group: "三组".into(),
        head: "示例丁".into(),
        class: Household::Dibao,
        people: vec![person(1), person(2)],
        found: Found::Home,
        escorted: false,
        said: "低保金按月到账。".into(),
        follow_up: String::new(),
        finding: Some(finding(17)),
    }
}

fn village_draft() -> VillageDraft {
    VillageDraft {
        name: "示例东村".into(),
        unit: unit(1),
        kind: VillageKind::Village,
        households: Some(412),
        at_home: Some(260),
        note: String::new(),
    }
}

fn meeting_draft() -> MeetingDraft {
    MeetingDraft {
        day: november(15),
        kind: MeetingKind::Team,
        team: Some(team(1)),
        present: vec![person(1), person(2)],
        absent: vec![person(3)],
        decisions: "一组-017 明日现场核对".into(),
    }
}

/// One of each kind, by the name of its picture.
fn every_kind() -> Vec<(&'static str, FormKind)> {
    vec![
        ("finding_new", new_finding()),
        (
            "finding_edit",
            FormKind::EditFinding {
                id: finding(17),
                number: "一组-017".into(),
                was: finding_draft(),
            },
        ),
        (
            "finding_of_point",
            FormKind::NewFinding {
                draft: finding_draft(),
                answer: Some(answer_draft()),
            },
        ),
        (
            "event_new",
            FormKind::NewEvent {
                draft: event_draft(),
            },
        ),
        (
            "event_edit",
            FormKind::EditEvent {
                id: event(1),
                was: event_draft(),
            },
        ),
        (
            "event_finish",
            FormKind::FinishEvent {
                id: event(1),
                title: "谈话 示例东村".into(),
                count: None,
            },
        ),
        (
            "visit_new",
            FormKind::NewVisit {
                draft: visit_draft(),
            },
        ),
        (
            "visit_edit",
            FormKind::EditVisit {
                id: visit(1),
                was: visit_draft(),
            },
        ),
        (
            "answer",
            FormKind::Answer {
                draft: answer_draft(),
                item: "C1 集体资产、资源台账与实地逐项核对".into(),
            },
        ),
        (
            "village",
            FormKind::EditVillage {
                id: village(1),
                was: village_draft(),
            },
        ),
        (
            "meeting",
            FormKind::Meeting {
                draft: meeting_draft(),
            },
        ),
        (
            "source",
            FormKind::AddSource {
                finding: finding(17),
                number: "一组-017".into(),
            },
        ),
        (
            "action",
            FormKind::AddAction {
                day: november(15),
                team: Some(team(1)),
            },
        ),
    ]
}

/// What keys in a form come to; `None`: nothing was written.
fn written(kind: FormKind, keys: &str) -> Option<Change> {
    let mut bench = Bench::zh();
    let mut form = open(&mut bench, kind);
    match bench.keys(&mut form, keys) {
        Reply::Keep(effects) => match effects.as_slice() {
            [Effect::Write(change)] => Some(change.clone()),
            other => panic!("{other:?}"),
        },
        _ => None,
    }
}

fn noted(draft: FindingDraft) -> Change {
    Change::NoteFinding(Box::new(draft))
}

fn receipt(verb: LogVerb) -> Receipt {
    Receipt {
        entry: Some(1),
        verb,
        subject: String::new(),
        of: None,
        restricted: false,
        set: None,
        made: None,
        kept: Vec::new(),
    }
}
