//! Changes become rows.

use xuncha::domain::change::{Change, FindingSet};
use xuncha::domain::codes::{SourceKind, Stage, Track};
use xuncha::domain::fault::{Fault, Need, Refusal};
use xuncha::domain::query::{FindingFilter, Order};
use xuncha::domain::records::{FindingDraft, SourceDraft};

use super::round::{nov, small};

#[test]
fn a_finding_needs_nothing_but_a_title_and_earns_its_numbers() {
    let mut it = small();
    let id = it.note("集体资产台账缺失", it.east);
    let sheet = it.sheet(id);
    assert_eq!(sheet.pre_no, "一组-001");
    assert_eq!(sheet.row.unit_name, "北乡");
    assert_eq!(sheet.row.stage, Stage::Noted);
    let missing = it.store.apply(&Change::MoveStage {
        ids: vec![id],
        to: Stage::Drafting,
        remark: String::new(),
    });
    assert!(matches!(
        missing,
        Err(Fault::Refused(Refusal::NoWay { .. }))
    ));
    it.apply(Change::MoveStage {
        ids: vec![id],
        to: Stage::Verifying,
        remark: String::new(),
    });
    let missing = it.store.apply(&Change::MoveStage {
        ids: vec![id],
        to: Stage::Drafting,
        remark: String::new(),
    });
    let Err(Fault::Refused(Refusal::Missing { needs, .. })) = missing else {
        panic!("{missing:?}")
    };
    assert_eq!(needs, [Need::Handler]);
    it.apply(Change::SetFindings {
        ids: vec![id],
        set: FindingSet::Handler(Some(it.member)),
    });
    it.apply(Change::SetFindings {
        ids: vec![id],
        set: FindingSet::Areas(vec![6, 1]),
    });
    it.apply(Change::AddSource {
        finding: id,
        source: SourceDraft {
            kind: SourceKind::Document,
            reference: "账册第3号 第2页".into(),
        },
    });
    let was = it.sheet(id).draft;
    let now = FindingDraft {
        body: "三本台账未见。".into(),
        track: Track::General,
        ..was.clone()
    };
    it.apply(Change::EditFinding {
        id,
        was: was.into(),
        now: now.into(),
    });
    for to in [Stage::Drafting, Stage::Signing, Stage::Qualified] {
        it.apply(Change::MoveStage {
            ids: vec![id],
            to,
            remark: "可".into(),
        });
    }
    let sheet = it.sheet(id);
    assert_eq!(sheet.final_no.as_deref(), Some("2018-01-北乡-001"));
    assert_eq!(sheet.steps.len(), 5);
    assert!(it.store.verify().unwrap().is_clean());
}

#[test]
fn an_edit_never_runs_over_what_somebody_else_wrote() {
    let mut it = small();
    let id = it.note("甲", it.east);
    let shown = it.sheet(id).draft;
    let edit = |title: &str, body: &str| Change::EditFinding {
        id,
        was: shown.clone().into(),
        now: FindingDraft {
            title: title.into(),
            body: body.into(),
            ..shown.clone()
        }
        .into(),
    };
    it.apply(edit("乙", ""));
    let Err(Fault::Conflict { field, theirs }) = it.store.apply(&edit("丙", "")) else {
        panic!("no conflict")
    };
    assert_eq!((field.as_str(), theirs.as_str()), ("finding.title", "乙"));
    // Another field of the same form is no conflict, and the other one's title stays.
    it.apply(edit("甲", "正文"));
    let sheet = it.sheet(id);
    assert_eq!(
        (sheet.draft.title.as_str(), sheet.draft.body.as_str()),
        ("乙", "正文")
    );
}

#[test]
fn what_is_wrong_with_a_text_is_said_and_nothing_is_written() {
    let mut it = small();
    let long = "长".repeat(10_000);
    let cases: [(&str, Refusal); 4] = [
        ("", Refusal::Empty("finding.title")),
        ("　 ", Refusal::Empty("finding.title")),
        (
            long.as_str(),
            Refusal::TooLong {
                field: "finding.title",
                limit: 200,
                got: 10_000,
            },
        ),
        (
            "有\u{7}铃",
            Refusal::Control {
                field: "finding.title",
                code: 7,
            },
        ),
    ];
    for (title, refusal) in cases {
        let said = it
            .store
            .apply(&Change::NoteFinding(Box::new(FindingDraft::titled(title))));
        assert_eq!(said, Err(Fault::Refused(refusal)));
    }
    assert_eq!(it.titles(&FindingFilter::default(), Order::Oldest).1, 0);
    assert!(it.store.verify().unwrap().is_clean());
}

#[test]
fn words_of_any_length_are_found_and_clues_stay_hidden() {
    let mut it = small();
    it.note("集体资产台账缺失3本", it.east);
    it.note("公开栏三个月未更新", it.west);
    let clue = it.note("资产处置线索", it.west);
    it.apply(Change::SetFindings {
        ids: vec![clue],
        set: FindingSet::Track(Track::Clue),
    });
    let found = |text: &str, clues: bool| {
        let filter = FindingFilter {
            text: text.into(),
            clues,
            ..FindingFilter::default()
        };
        let newest = it.titles(&filter, Order::Newest);
        let mut by_due = it.titles(&filter, Order::Due);
        by_due.0.reverse();
        assert_eq!(newest, by_due, "the same in any order: {text}");
        newest.1
    };
    for (text, hidden, shown) in [
        ("资产", 1, 2),
        ("产", 1, 2),
        ("台账缺失", 1, 1),
        ("一组-002", 1, 1),
        ("栏 更新", 1, 1),
        ("没有", 0, 0),
        ("\" OR *", 0, 0),
    ] {
        assert_eq!(
            (found(text, false), found(text, true)),
            (hidden, shown),
            "{text}"
        );
    }
}

#[test]
fn moved_events_keep_their_key_and_leave_one_trace() {
    use xuncha::domain::answer::Answer;
    use xuncha::domain::change::Made;
    use xuncha::domain::codes::{EventKind, EventStatus, Half};
    use xuncha::domain::query::{EventsQuery, Query, Span};
    use xuncha::domain::records::EventDraft;
    let mut it = small();
    let draft = EventDraft {
        day: nov(9),
        half: Half::Morning,
        kind: EventKind::Household,
        title: "入户".into(),
        team: Some(it.team),
        unit: None,
        village: Some(it.east),
        people: vec![it.leader],
        place: String::new(),
        milestone: false,
        sensitive: false,
        count: None,
        note: String::new(),
    };
    let Some(Made::Event(id)) = it.apply(Change::PlanEvent(Box::new(draft))).made else {
        panic!("an event")
    };
    for days in [1, 1, 7] {
        it.apply(Change::MoveEvents {
            ids: vec![id],
            days,
            half: None,
        });
    }
    let Answer::Events(events) = it
        .store
        .ask(&Query::Events(EventsQuery {
            days: Span {
                from: Some(nov(1)),
                to: Some(nov(30)),
            },
            limit: 10,
            ..EventsQuery::default()
        }))
        .unwrap()
    else {
        panic!("events")
    };
    let facts: Vec<_> = events
        .iter()
        .map(|e| (e.draft.day, e.status, e.moved_from, e.moved_to, e.id == id))
        .collect();
    assert_eq!(
        facts,
        [
            (nov(9), EventStatus::Moved, None, Some(nov(18)), false),
            (nov(18), EventStatus::Planned, Some(nov(9)), None, true),
        ]
    );
    it.apply(Change::Undo);
    it.apply(Change::Undo);
    it.apply(Change::Undo);
    let Answer::Events(events) = it
        .store
        .ask(&Query::Events(EventsQuery {
            limit: 10,
            ..EventsQuery::default()
        }))
        .unwrap()
    else {
        panic!("events")
    };
    assert_eq!(events.len(), 1);
    assert_eq!(events.first().map(|e| e.draft.day), Some(nov(9)));
    assert!(it.store.verify().unwrap().is_clean());
}
