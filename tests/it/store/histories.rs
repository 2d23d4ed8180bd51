//! Random histories: whatever is done, undone, brought back and taken back out of order, the log tells the same story as the
//! tables; and undoing everything leaves nothing behind.

use proptest::prelude::*;
use xuncha::domain::answer::Answer;
use xuncha::domain::change::{Change, FindingSet, Made, Thing};
use xuncha::domain::codes::{
    AnswerState, EventKind, EventStatus, Found, Half, Household, Stage, Track, Triage,
};
use xuncha::domain::fault::Fault;
use xuncha::domain::ids::{EventId, FindingId};
use xuncha::domain::query::{EventsQuery, FindingFilter, Order, Query, Span, VisitsQuery, Window};
use xuncha::domain::records::{AnswerDraft, EventDraft, FindingDraft, VisitDraft};

use super::round::{Small, nov, small};

/// What somebody does, on whichever thing the number points to.
#[derive(Clone, Debug)]
enum Deed {
    Note,
    Set(usize, usize),
    Stage(usize, usize),
    Retitle(usize, u8),
    Merge(usize, usize),
    Answer(usize),
    Plan(u32),
    Shift(usize, i64),
    Finish(usize),
    Visit(u32),
    Withdraw(usize),
    Undo,
    Redo,
    UndoEntry(i64),
}

fn deed() -> impl Strategy<Value = Deed> {
    prop_oneof![
        3 => Just(Deed::Note),
        3 => (0..8_usize, 0..4_usize).prop_map(|(at, what)| Deed::Set(at, what)),
        4 => (0..8_usize, 0..11_usize).prop_map(|(at, to)| Deed::Stage(at, to)),
        2 => (0..8_usize, any::<u8>()).prop_map(|(at, n)| Deed::Retitle(at, n)),
        1 => (0..8_usize, 0..8_usize).prop_map(|(a, b)| Deed::Merge(a, b)),
        2 => (0..4_usize).prop_map(Deed::Answer),
        2 => (1..28_u32).prop_map(Deed::Plan),
        2 => (0..8_usize, -3..4_i64).prop_map(|(at, days)| Deed::Shift(at, days)),
        1 => (0..8_usize).prop_map(Deed::Finish),
        1 => (1..28_u32).prop_map(Deed::Visit),
        1 => (0..8_usize).prop_map(Deed::Withdraw),
        5 => Just(Deed::Undo),
        3 => Just(Deed::Redo),
        2 => (10..60_i64).prop_map(Deed::UndoEntry),
    ]
}

/// The things made so far.
#[derive(Default)]
struct World {
    findings: Vec<FindingId>,
    events: Vec<EventId>,
}

impl World {
    fn finding(&self, at: usize) -> Option<FindingId> {
        self.findings.get(at % self.findings.len().max(1)).copied()
    }

    fn event(&self, at: usize) -> Option<EventId> {
        self.events.get(at % self.events.len().max(1)).copied()
    }

    /// The change a deed comes to; `None`: there is nothing to do it to.
    fn change(&self, it: &Small, deed: &Deed) -> Option<Change> {
        Some(match *deed {
            Deed::Note => Change::NoteFinding(Box::new(FindingDraft {
                village: Some(it.east),
                areas: vec![6],
                body: "正文".into(),
                handler: Some(it.member),
                ..FindingDraft::titled("台账缺失")
            })),
            Deed::Set(at, what) => Change::SetFindings {
                ids: vec![self.finding(at)?],
                set: match what {
                    0 => FindingSet::Due(Some(nov(20))),
                    1 => FindingSet::Track(Track::Clue),
                    2 => FindingSet::Village(Some(it.west)),
                    _ => FindingSet::Triage(Triage::High),
                },
            },
            Deed::Stage(at, to) => Change::MoveStage {
                ids: vec![self.finding(at)?],
                to: Stage::ALL[to],
                remark: "理由".into(),
            },
            Deed::Retitle(at, n) => {
                let id = self.finding(at)?;
                let was = it.sheet(id).draft;
                let now = FindingDraft {
                    title: format!("台账{n}"),
                    ..was.clone()
                };
                Change::EditFinding {
                    id,
                    was: was.into(),
                    now: now.into(),
                }
            }
            Deed::Merge(a, b) => Change::MergeFinding {
                from: self.finding(a)?,
                into: self.finding(b)?,
                reason: "同一事实".into(),
            },
            Deed::Answer(state) => Change::Answer(AnswerDraft {
                village: it.east,
                item: it.first_item(),
                state: AnswerState::ALL[state],
                note: String::new(),
                people: vec![it.leader],
                day: nov(9),
                finding: None,
            }),
            Deed::Plan(day) => Change::PlanEvent(Box::new(EventDraft {
                day: nov(day),
                half: Half::Morning,
                kind: EventKind::Talk,
                title: "谈话".into(),
                team: Some(it.team),
                unit: None,
                village: Some(it.west),
                people: vec![it.member],
                place: String::new(),
                milestone: false,
                sensitive: false,
                count: Some(3),
                note: String::new(),
            })),
            Deed::Shift(at, days) => Change::MoveEvents {
                ids: vec![self.event(at)?],
                days,
                half: None,
            },
            Deed::Finish(at) => Change::SetEvents {
                ids: vec![self.event(at)?],
                status: EventStatus::Done,
                count: Some(4),
            },
            Deed::Visit(day) => Change::RecordVisit(Box::new(VisitDraft {
                village: it.town,
                day: nov(day),
                half: Half::Evening,
                group: "三组".into(),
                head: "示例户".into(),
                class: Household::Random,
                people: vec![it.leader, it.member],
                found: Found::Home,
                escorted: false,
                said: "都好".into(),
                follow_up: String::new(),
                finding: None,
            })),
            Deed::Withdraw(at) => Change::Withdraw {
                what: vec![Thing::Finding(self.finding(at)?)],
                reason: "重复".into(),
            },
            Deed::Undo => Change::Undo,
            Deed::Redo => Change::Redo,
            Deed::UndoEntry(n) => Change::UndoEntry(n),
        })
    }
}

/// Everything that undoing has to bring back: findings, events and visits there are, and the kept counts behind them.
fn there(it: &Small) -> (u32, usize, u32) {
    let filter = FindingFilter {
        clues: true,
        ..FindingFilter::default()
    };
    let Answer::Events(events) = it
        .store
        .ask(&Query::Events(EventsQuery {
            limit: 100,
            ..EventsQuery::default()
        }))
        .unwrap()
    else {
        panic!("events")
    };
    let Answer::Visits(visits) = it
        .store
        .ask(&Query::Visits(VisitsQuery {
            village: None,
            days: Span::default(),
            met: false,
            window: Window::first(1),
        }))
        .unwrap()
    else {
        panic!("visits")
    };
    (
        it.titles(&filter, Order::Oldest).1,
        events.len(),
        visits.total.n,
    )
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn the_log_and_the_tables_tell_one_story(deeds in prop::collection::vec(deed(), 1..60)) {
        let mut it = small();
        let mut world = World::default();
        // Steps of undo on top of what made the small round.
        let mut depth = 0_u32;
        let mut out_of_order = false;
        for deed in &deeds {
            let Some(change) = world.change(&it, deed) else { continue };
            if depth == 0 && change == Change::Undo {
                continue;
            }
            match it.store.apply(&change) {
                Ok(receipt) => {
                    match receipt.made {
                        Some(Made::Finding(id)) => world.findings.push(id),
                        Some(Made::Event(id)) => world.events.push(id),
                        _ => {}
                    }
                    out_of_order |= matches!(change, Change::UndoEntry(_));
                    match change {
                        Change::Undo => depth -= 1,
                        _ if receipt.entry.is_some() || change == Change::Redo => depth += 1,
                        _ => {}
                    }
                }
                // A rule may say no, or an entry may not be there yet; nothing else may happen.
                Err(Fault::Refused(_) | Fault::NotFound { .. }) => {}
                Err(other) => prop_assert!(false, "{deed:?}: {other:?}"),
            }
        }
        let verdict = it.store.verify().unwrap();
        prop_assert!(verdict.is_clean(), "{:?}", verdict.differences);
        for _ in 0..depth {
            it.apply(Change::Undo);
        }
        // Entries taken back out of order leave what came after them as it was, on purpose.
        if !out_of_order {
            prop_assert_eq!(there(&it), (0, 0, 0));
        }
        let verdict = it.store.verify().unwrap();
        prop_assert!(verdict.is_clean(), "{:?}", verdict.differences);
    }
}
