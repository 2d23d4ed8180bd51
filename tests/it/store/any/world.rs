//! The round the deeds are done to.

use proptest::test_runner::{TestCaseError, TestCaseResult};
use xuncha::domain::answer::Answer;
use xuncha::domain::change::{Change, FindingSet, Made, Receipt, Thing};
use xuncha::domain::codes::{
    ActionState, AnswerState, EventKind, EventStatus, Found, Half, Household, MeetingKind,
    SourceKind, Stage, Track, Triage,
};
use xuncha::domain::fault::Fault;
use xuncha::domain::ids::{
    ActionId, EventId, FindingId, ItemId, MeetingId, SourceId, VillageId, VisitId,
};
use xuncha::domain::query::Query;
use xuncha::domain::records::{
    ActionDraft, AnswerDraft, EventDraft, FindingDraft, MeetingDraft, SourceDraft, VillageDraft,
    VisitDraft,
};

use super::deeds::Deed;
use crate::store::round::{Small, nov, small};

/// The round with everything that was made in it, and how many steps of undo lie above the start.
pub(super) struct World {
    pub(super) it: Small,
    pub(super) villages: Vec<VillageId>,
    items: Vec<ItemId>,
    findings: Vec<FindingId>,
    events: Vec<EventId>,
    visits: Vec<VisitId>,
    sources: Vec<SourceId>,
    meetings: Vec<MeetingId>,
    actions: Vec<ActionId>,
    entries: Vec<i64>,
    pub(super) depth: usize,
}

fn nth<T: Copy>(all: &[T], n: usize) -> Option<T> {
    all.get(n.checked_rem(all.len())?).copied()
}

fn items(it: &Small) -> Vec<ItemId> {
    let Ok(Answer::Register(book)) = it.store.ask(&Query::Register) else {
        panic!("a register")
    };
    book.items.iter().map(|item| item.id).collect()
}

fn event(n: u8) -> EventDraft {
    EventDraft {
        day: nov(1 + u32::from(n % 28)),
        half: Half::ALL[usize::from(n) % Half::ALL.len()],
        kind: EventKind::ALL[usize::from(n) % EventKind::ALL.len()],
        title: format!("日程{n}"),
        team: None,
        unit: None,
        village: None,
        people: vec![],
        place: String::new(),
        milestone: n.is_multiple_of(3),
        sensitive: false,
        count: None,
        note: String::new(),
    }
}

impl World {
    /// The small round with one of each thing in it.
    pub(super) fn new() -> Self {
        let it = small();
        let mut world = Self {
            villages: vec![it.east, it.west, it.town],
            items: items(&it),
            it,
            findings: vec![],
            events: vec![],
            visits: vec![],
            sources: vec![],
            meetings: vec![],
            actions: vec![],
            entries: vec![],
            depth: 0,
        };
        for first in [
            Deed::Note(1),
            Deed::Note(2),
            Deed::Source(0),
            Deed::Answer(0, 0, 1),
            Deed::Plan(3),
            Deed::Visit(4),
            Deed::Meet(5, 1),
            Deed::Action(6),
        ] {
            let change = world.change(&first).unwrap();
            let receipt = world.it.apply(change);
            world.keep(&receipt);
        }
        world.depth = 0;
        world
    }

    fn keep(&mut self, receipt: &Receipt) {
        match receipt.made {
            Some(Made::Finding(id)) => self.findings.push(id),
            Some(Made::Event(id)) => self.events.push(id),
            Some(Made::Visit(id)) => self.visits.push(id),
            Some(Made::Source(id)) => self.sources.push(id),
            Some(Made::Meeting(id)) => self.meetings.push(id),
            Some(Made::Action(id)) => self.actions.push(id),
            _ => {}
        }
        self.entries.extend(receipt.entry);
    }

    /// Does it; a refusal is an answer too. Any other fault is a mistake.
    pub(super) fn act(&mut self, deed: &Deed) -> TestCaseResult {
        let Some(change) = self.change(deed) else {
            return Ok(());
        };
        match self.it.store.apply(&change) {
            Ok(receipt) => {
                match change {
                    Change::Undo => self.depth -= 1,
                    Change::Redo => self.depth += 1,
                    _ => self.depth += usize::from(receipt.entry.is_some()),
                }
                self.keep(&receipt);
            }
            Err(Fault::Refused(_) | Fault::Conflict { .. } | Fault::NotFound { .. }) => {}
            Err(fault) => return Err(TestCaseError::fail(format!("{change:?}: {fault:?}"))),
        }
        Ok(())
    }

    /// The change a deed is now; `None`: there is nothing to do it to.
    fn change(&self, deed: &Deed) -> Option<Change> {
        self.about_findings(deed)
            .or_else(|| self.about_events(deed))
            .or_else(|| self.about_places(deed))
            .or_else(|| self.about_meetings(deed))
            .or_else(|| self.about_anything(deed))
    }

    fn about_findings(&self, deed: &Deed) -> Option<Change> {
        Some(match *deed {
            Deed::Note(n) => {
                let village = nth(&self.villages, n.into());
                let title = FindingDraft::titled(format!("问题{n}"));
                Change::NoteFinding(Box::new(FindingDraft { village, ..title }))
            }
            Deed::Edit(at, n) => {
                let id = nth(&self.findings, at)?;
                let was = Box::new(self.it.sheet(id).draft);
                let mut now = was.clone();
                match n % 4 {
                    0 => now.title = format!("改{n}"),
                    1 => now.body = "正文\n".repeat(n.into()),
                    2 => now.amount = (n > 99).then_some(n.into()),
                    _ => now.handler2 = (n > 99).then_some(self.it.leader),
                }
                Change::EditFinding { id, was, now }
            }
            Deed::Set(at, n) => {
                let ids = vec![nth(&self.findings, at)?, nth(&self.findings, at / 2)?];
                Change::SetFindings {
                    ids,
                    set: self.set(n),
                }
            }
            Deed::Stage(at, to) => Change::MoveStage {
                ids: vec![nth(&self.findings, at)?],
                to: nth(Stage::ALL, to)?,
                remark: "理由".into(),
            },
            Deed::Merge(from, into) => Change::MergeFinding {
                from: nth(&self.findings, from)?,
                into: nth(&self.findings, into)?,
                reason: "同一件事".into(),
            },
            Deed::Source(at) => Change::AddSource {
                finding: nth(&self.findings, at)?,
                source: SourceDraft {
                    kind: nth(SourceKind::ALL, at)?,
                    reference: format!("卷{at}"),
                },
            },
            _ => return None,
        })
    }

    fn about_events(&self, deed: &Deed) -> Option<Change> {
        Some(match *deed {
            Deed::Plan(n) => Change::PlanEvent(Box::new(event(n))),
            Deed::EditEvent(at, n) => Change::EditEvent {
                id: nth(&self.events, at)?,
                was: Box::new(event(n)),
                now: Box::new(EventDraft {
                    place: format!("{n}号"),
                    ..event(n)
                }),
            },
            Deed::MoveEvent(at, days) => Change::MoveEvents {
                ids: vec![nth(&self.events, at)?],
                days,
                half: nth(&[None, Some(Half::Evening)], at / 3)?,
            },
            Deed::SetEvent(at, status) => Change::SetEvents {
                ids: vec![nth(&self.events, at)?],
                status: nth(
                    &[
                        EventStatus::Planned,
                        EventStatus::Done,
                        EventStatus::Cancelled,
                    ],
                    status,
                )?,
                count: u32::try_from(status).ok(),
            },
            _ => return None,
        })
    }

    fn about_places(&self, deed: &Deed) -> Option<Change> {
        Some(match *deed {
            Deed::Answer(village, item, state) => {
                Change::Answer(self.answer(village, item, state)?)
            }
            Deed::Fail(village, item) => Change::FailItem {
                finding: Box::new(FindingDraft::titled("清单问题")),
                answer: self.answer(village, item, 2)?,
            },
            Deed::Visit(n) => Change::RecordVisit(Box::new(self.visit(n)?)),
            Deed::EditVisit(at, n) => Change::EditVisit {
                id: nth(&self.visits, at)?,
                was: Box::new(self.visit(n)?),
                now: Box::new(VisitDraft {
                    said: format!("说了{n}"),
                    found: Found::Nobody,
                    ..self.visit(n)?
                }),
            },
            Deed::Village(at, n) => self.village(nth(&self.villages, at)?, n)?,
            _ => return None,
        })
    }

    fn about_meetings(&self, deed: &Deed) -> Option<Change> {
        Some(match *deed {
            Deed::Meet(n, who) => Change::SaveMeeting(Box::new(MeetingDraft {
                day: nov(12 + u32::from(n % 3)),
                kind: MeetingKind::Team,
                team: None,
                present: vec![self.it.leader],
                absent: if who > 99 {
                    vec![self.it.member]
                } else {
                    vec![]
                },
                decisions: format!("决定{who}"),
            })),
            Deed::Close(n) => Change::CloseMeeting {
                day: nov(12 + u32::from(n % 3)),
                team: None,
            },
            Deed::Reopen(at) => Change::ReopenMeeting {
                id: nth(&self.meetings, at)?,
                reason: "漏记".into(),
            },
            Deed::Action(n) => Change::AddAction {
                day: nov(12 + u32::from(n % 3)),
                team: None,
                action: ActionDraft {
                    text: format!("督办{n}"),
                    owner: Some(self.it.member),
                    due: Some(nov(1 + u32::from(n % 28))),
                },
            },
            Deed::Tick(at, done) => Change::SetAction {
                id: nth(&self.actions, at)?,
                state: if done {
                    ActionState::Done
                } else {
                    ActionState::Open
                },
            },
            _ => return None,
        })
    }

    fn about_anything(&self, deed: &Deed) -> Option<Change> {
        Some(match *deed {
            Deed::Withdraw(kind, at) => Change::Withdraw {
                what: vec![match kind % 5 {
                    0 => Thing::Finding(nth(&self.findings, at)?),
                    1 => Thing::Event(nth(&self.events, at)?),
                    2 => Thing::Visit(nth(&self.visits, at)?),
                    3 => Thing::Source(nth(&self.sources, at)?),
                    _ => Thing::Action(nth(&self.actions, at)?),
                }],
                reason: "误记".into(),
            },
            Deed::Setting(n) => Change::Setting {
                key: format!("示例{}", n % 3),
                value: n.to_string(),
            },
            // What the round started with stays.
            Deed::Undo if self.depth == 0 => return None,
            Deed::Undo => Change::Undo,
            Deed::Redo => Change::Redo,
            Deed::UndoEntry(at) => Change::UndoEntry(nth(&self.entries, at)?),
            _ => return None,
        })
    }

    fn set(&self, n: u8) -> FindingSet {
        let some = n > 99;
        match n % 7 {
            0 => FindingSet::Handler(some.then_some(self.it.member)),
            1 => FindingSet::Due(some.then(|| nov(1 + u32::from(n % 28)))),
            2 => FindingSet::Track(Track::ALL[usize::from(n) % Track::ALL.len()]),
            3 => FindingSet::Village(nth(&self.villages, n.into()).filter(|_| some)),
            4 => FindingSet::Unit(None),
            5 => FindingSet::Areas([vec![], vec![6], vec![1, 6]][usize::from(n) % 3].clone()),
            _ => FindingSet::Triage(Triage::ALL[usize::from(n) % Triage::ALL.len()]),
        }
    }

    fn answer(&self, village: usize, item: usize, state: usize) -> Option<AnswerDraft> {
        Some(AnswerDraft {
            village: nth(&self.villages, village)?,
            item: nth(&self.items, item)?,
            state: nth(AnswerState::ALL, state)?,
            note: format!("看了{state}"),
            people: vec![self.it.leader, self.it.member],
            day: nov(1 + u32::try_from(state % 28).ok()?),
            finding: nth(&self.findings, item).filter(|_| state.is_multiple_of(3)),
        })
    }

    fn visit(&self, n: u8) -> Option<VisitDraft> {
        Some(VisitDraft {
            village: nth(&self.villages, n.into())?,
            day: nov(1 + u32::from(n % 28)),
            half: Half::Morning,
            group: "三组".into(),
            head: format!("示例{n}"),
            class: nth(Household::ALL, n.into())?,
            people: vec![self.it.leader],
            found: nth(Found::ALL, n.into())?,
            escorted: n > 99,
            said: String::new(),
            follow_up: String::new(),
            finding: nth(&self.findings, n.into()),
        })
    }

    fn village(&self, id: VillageId, n: u8) -> Option<Change> {
        let Ok(Answer::Village(Some(sheet))) = self.it.store.ask(&Query::Village(id)) else {
            return None;
        };
        let was = Box::new(sheet.draft);
        let now = Box::new(VillageDraft {
            note: format!("档案{n}"),
            at_home: (n > 99).then_some(n.into()),
            ..was.as_ref().clone()
        });
        Some(Change::EditVillage { id, was, now })
    }
}
