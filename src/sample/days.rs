//! Day by day: what every team does, in the order of the hours.

use std::collections::HashSet;

use chrono::{Datelike, Weekday};

use super::cast::{Team, WINDOWS, at, day};
use super::corpus::{Corpus, Fact};
use super::dice::Dice;
use super::life::Life;
use crate::domain::answer::{Answer, ItemRow};
use crate::domain::change::{Change, Made};
use crate::domain::codes::VillageKind;
use crate::domain::codes::{
    ActionState, AnswerState, EventStatus, Half, Level, MeetingKind, SourceKind, Spread, Track,
    Triage,
};
use crate::domain::fault::Fault;
use crate::domain::ids::{ActionId, ItemId, PersonId, VillageId};
use crate::domain::query::Query;
use crate::domain::records::{ActionDraft, AnswerDraft, FindingDraft, MeetingDraft, VisitDraft};
use crate::store::Batch;

/// The points of the checklist as the file has them.
pub(super) fn items(batch: &Batch<'_>) -> Result<Vec<ItemRow>, Fault> {
    match batch.ask(&Query::Register)? {
        Answer::Register(book) => Ok(book.items.clone()),
        _ => Err(Fault::Internal("no register".into())),
    }
}

/// Something somebody does at a minute of the day.
enum Deed {
    /// Carries an event over to a later day.
    Move { event: usize, days: i64 },
    /// Finishes or cancels an event.
    Finish { event: usize, status: EventStatus },
    /// Notes a finding: which fact, in which village of the team.
    Note { fact: usize, village: Option<usize> },
    /// Answers a point.
    Answer {
        village: usize,
        item: usize,
        state: AnswerState,
    },
    /// Enters the visits of half a day.
    Visits {
        village: usize,
        half: Half,
        n: usize,
    },
    /// Takes findings a step further.
    Push,
    /// Ticks off what earlier meetings asked for.
    Tick,
    /// Holds and closes the meeting of all teams.
    Meet,
}

/// Everything that goes on.
pub(super) struct Round<'a> {
    corpus: &'a Corpus,
    teams: Vec<Team>,
    items: Vec<ItemRow>,
    /// Facts still to be found, per team: day, minute, fact, village.
    facts: Vec<Vec<(i64, usize, Option<usize>)>>,
    lives: Vec<Vec<Life>>,
    answered: HashSet<(VillageId, ItemId)>,
    actions: Vec<ActionId>,
    doors: usize,
}

impl<'a> Round<'a> {
    pub(super) fn new(
        corpus: &'a Corpus,
        teams: Vec<Team>,
        items: Vec<ItemRow>,
        dice: &mut Dice,
    ) -> Self {
        let facts = deal(corpus, &teams, dice);
        let lives = teams.iter().map(|_| Vec::new()).collect();
        Self {
            corpus,
            teams,
            items,
            facts,
            lives,
            answered: HashSet::new(),
            actions: Vec::new(),
            doors: 0,
        }
    }

    /// Who sits at the sample's machine: the leader of the first team.
    pub(super) fn leader(&self) -> Option<PersonId> {
        self.teams.first().map(Team::leader)
    }

    /// One day; the last one only until nine in the morning.
    pub(super) fn live(
        &mut self,
        batch: &mut Batch<'_>,
        dice: &mut Dice,
        n: i64,
    ) -> Result<(), Fault> {
        let mut deeds: Vec<(i64, usize, Deed)> = Vec::new();
        for team in 0..self.teams.len() {
            self.intend(team, n, dice, &mut deeds);
        }
        if is_workday(n) {
            deeds.push((20 * 60 + 30, 0, Deed::Meet));
        }
        if n == super::TODAY {
            deeds.retain(|(minute, ..)| *minute < 9 * 60);
        }
        deeds.sort_by_key(|(minute, team, _)| (*minute, *team));
        for (minute, team, deed) in deeds {
            batch.at(at(n, minute));
            self.act(batch, dice, n, team, deed)?;
        }
        Ok(())
    }

    /// What a team is going to do on a day.
    fn intend(&self, at: usize, n: i64, dice: &mut Dice, deeds: &mut Vec<(i64, usize, Deed)>) {
        let Some(team) = self.teams.get(at) else {
            return;
        };
        let mut put = |minute: i64, deed: Deed| deeds.push((minute, at, deed));
        for (i, planned) in team.plan.iter().enumerate().filter(|(_, p)| p.day == n) {
            let end = match planned.draft.half {
                Half::Morning => 11 * 60 + 40,
                Half::Afternoon => 17 * 60 + 20,
                Half::Evening => 20 * 60 + 10,
            };
            let minute = end + dice.between(0, 25);
            if !planned.draft.milestone && dice.chance(4) {
                put(
                    8 * 60 + dice.between(0, 40),
                    Deed::Move {
                        event: i,
                        days: dice.between(1, 3),
                    },
                );
            } else if dice.chance(96) {
                let gone = !planned.draft.milestone && dice.chance(3);
                let status = if gone {
                    EventStatus::Cancelled
                } else {
                    EventStatus::Done
                };
                put(minute, Deed::Finish { event: i, status });
            }
        }
        let facts = self.facts.get(at).map_or(&[][..], Vec::as_slice);
        for (_, fact, village) in facts.iter().filter(|(day, ..)| *day == n) {
            let minute = if n == super::TODAY {
                8 * 60 + dice.between(5, 50)
            } else {
                9 * 60 + dice.between(0, 9 * 60)
            };
            put(
                minute,
                Deed::Note {
                    fact: *fact,
                    village: *village,
                },
            );
        }
        for (v, (from, to)) in WINDOWS.into_iter().enumerate() {
            if (from..=to).contains(&n) {
                self.check(team, v, (from, to), n, dice, &mut put);
            }
        }
        self.knock(team, n, dice, &mut put);
        if n > 1 && is_workday(n) {
            put(8 * 60 + 20, Deed::Push);
            put(15 * 60 + 40, Deed::Push);
            put(19 * 60 + 10, Deed::Push);
            put(8 * 60 + 45, Deed::Tick);
        }
    }

    /// The points a team answers in a village on a day: all of them by the end of its time there.
    fn check(
        &self,
        team: &Team,
        v: usize,
        (from, to): (i64, i64),
        n: i64,
        dice: &mut Dice,
        put: &mut impl FnMut(i64, Deed),
    ) {
        let Some(place) = team.villages.get(v) else {
            return;
        };
        let asked: Vec<usize> = self
            .items
            .iter()
            .enumerate()
            .filter(|(_, item)| item.kind.is_none_or(|kind| kind == place.kind))
            .map(|(i, _)| i)
            .collect();
        let days = usize::try_from(to - from + 1).unwrap_or(1);
        let today = usize::try_from(n - from).unwrap_or(0);
        for (i, item) in asked.iter().enumerate() {
            // A few points of every village are left for later.
            let later = (i * 7 + v) % 23 == 0 && v > 0;
            if i % days != today || later {
                continue;
            }
            let state = match dice.below(100) {
                0..=4 => AnswerState::NotApplicable,
                5..=15 => AnswerState::Unsure,
                _ => AnswerState::Fine,
            };
            put(
                9 * 60 + 10 + dice.between(0, 8 * 60),
                Deed::Answer {
                    village: v,
                    item: *item,
                    state,
                },
            );
        }
    }

    /// Households: many on workdays, few at the weekend.
    fn knock(&self, team: &Team, n: i64, dice: &mut Dice, put: &mut impl FnMut(i64, Deed)) {
        if n < 3 {
            return;
        }
        let open: Vec<usize> = (0..team.villages.len())
            .filter(|v| {
                WINDOWS
                    .get(*v)
                    .is_some_and(|(from, to)| (*from..=*to).contains(&n))
            })
            .collect();
        let halves: &[(Half, i64)] = if is_workday(n) {
            &[
                (Half::Morning, 11 * 60 + 50),
                (Half::Afternoon, 17 * 60 + 40),
                (Half::Evening, 20 * 60 + 20),
            ]
        } else {
            &[(Half::Afternoon, 17 * 60)]
        };
        for (half, minute) in halves {
            let most = if *half == Half::Evening { 7 } else { 15 };
            let n = usize::try_from(dice.between(most - 4, most)).unwrap_or(8);
            if let Some(village) = dice.pick(&open) {
                put(
                    minute + dice.between(0, 20),
                    Deed::Visits {
                        village: *village,
                        half: *half,
                        n,
                    },
                );
            }
        }
    }

    fn act(
        &mut self,
        batch: &mut Batch<'_>,
        dice: &mut Dice,
        n: i64,
        team: usize,
        deed: Deed,
    ) -> Result<(), Fault> {
        match deed {
            Deed::Move { event, days } => self.shift(batch, n, team, event, days),
            Deed::Finish { event, status } => self.finish(batch, dice, team, event, status),
            Deed::Note { fact, village } => self.note(batch, dice, n, team, fact, village),
            Deed::Answer {
                village,
                item,
                state,
            } => self.answer(batch, dice, n, team, (village, item, state)),
            Deed::Visits {
                village,
                half,
                n: many,
            } => self.visits(batch, dice, n, team, (village, half, many)),
            Deed::Push => self.push(batch, dice, n, team),
            Deed::Tick => self.tick(batch, dice, team),
            Deed::Meet => self.meet(batch, dice, n),
        }
    }

    fn shift(
        &mut self,
        batch: &mut Batch<'_>,
        n: i64,
        team: usize,
        event: usize,
        days: i64,
    ) -> Result<(), Fault> {
        let Some(team) = self.teams.get_mut(team) else {
            return Ok(());
        };
        let liaison = team.liaison();
        let Some(planned) = team.plan.get_mut(event) else {
            return Ok(());
        };
        batch.by(liaison);
        batch.apply(&Change::MoveEvents {
            ids: vec![planned.id],
            days,
            half: None,
        })?;
        planned.day = n + days;
        Ok(())
    }

    fn finish(
        &self,
        batch: &mut Batch<'_>,
        dice: &mut Dice,
        team: usize,
        event: usize,
        status: EventStatus,
    ) -> Result<(), Fault> {
        let Some(planned) = self.teams.get(team).and_then(|t| t.plan.get(event)) else {
            return Ok(());
        };
        if let Some(by) = dice.pick(&planned.draft.people) {
            batch.by(*by);
        }
        // It seldom comes to exactly what was planned.
        let count = planned
            .draft
            .count
            .map(|c| c.saturating_add_signed(i32::try_from(dice.between(-1, 2)).unwrap_or(0)));
        let count = count.filter(|_| status == EventStatus::Done);
        batch
            .apply(&Change::SetEvents {
                ids: vec![planned.id],
                status,
                count,
            })
            .map(|_| ())
    }

    fn note(
        &mut self,
        batch: &mut Batch<'_>,
        dice: &mut Dice,
        n: i64,
        at: usize,
        fact: usize,
        village: Option<usize>,
    ) -> Result<(), Fault> {
        let (Some(team), Some(fact)) = (self.teams.get(at), self.corpus.facts.get(fact)) else {
            return Ok(());
        };
        let place = village.and_then(|v| team.villages.get(v));
        let item = self.items.iter().find(|i| i.code == fact.item);
        let by = team.walker(dice);
        batch.by(by);
        let draft = draft(fact, team, place.map(|p| p.id), item.map(|i| i.id), n, dice);
        // On a point nobody has answered yet, the finding is the answer.
        let begun = village
            .and_then(|v| WINDOWS.get(v))
            .is_some_and(|(from, _)| *from <= n);
        let open = place.zip(item).filter(|(place, item)| {
            begun
                && item.kind.is_none_or(|kind| kind == place.kind)
                && !self.answered.contains(&(place.id, item.id))
        });
        let change = match open {
            Some((place, item)) => Change::FailItem {
                finding: Box::new(draft),
                answer: AnswerDraft {
                    village: place.id,
                    item: item.id,
                    state: AnswerState::Finding,
                    note: String::new(),
                    people: vec![by, team.walker(dice)],
                    day: day(n),
                    finding: None,
                },
            },
            None => Change::NoteFinding(Box::new(draft)),
        };
        let marked = open.map(|(place, item)| (place.id, item.id));
        if let Some(Made::Finding(id)) = batch.apply(&change)?.made {
            self.answered.extend(marked);
            if let Some(lives) = self.lives.get_mut(at) {
                lives.push(Life::new(id, n, fact, place.map(|p| p.id)));
            }
        }
        Ok(())
    }

    fn answer(
        &mut self,
        batch: &mut Batch<'_>,
        dice: &mut Dice,
        n: i64,
        team: usize,
        (village, item, state): (usize, usize, AnswerState),
    ) -> Result<(), Fault> {
        let Some(team) = self.teams.get(team) else {
            return Ok(());
        };
        let (Some(place), Some(item)) = (team.villages.get(village), self.items.get(item)) else {
            return Ok(());
        };
        if !self.answered.insert((place.id, item.id)) {
            return Ok(());
        }
        let notes = self
            .corpus
            .notes
            .iter()
            .find(|notes| notes.item == item.code);
        let note = notes.map_or("", |notes| match state {
            AnswerState::Unsure => &notes.unsure,
            AnswerState::NotApplicable => &notes.na,
            _ => &notes.fine,
        });
        let people = team.pair(dice);
        if let Some(by) = people.first() {
            batch.by(*by);
        }
        batch
            .apply(&Change::Answer(AnswerDraft {
                village: place.id,
                item: item.id,
                state,
                note: note.into(),
                people,
                day: day(n),
                finding: None,
            }))
            .map(|_| ())
    }

    fn visits(
        &mut self,
        batch: &mut Batch<'_>,
        dice: &mut Dice,
        n: i64,
        team: usize,
        (village, half, many): (usize, Half, usize),
    ) -> Result<(), Fault> {
        let Some(team) = self.teams.get(team) else {
            return Ok(());
        };
        let Some(place) = team.villages.get(village) else {
            return Ok(());
        };
        let people = team.pair(dice);
        if let Some(by) = people.first() {
            batch.by(*by);
        }
        let mut changes = Vec::new();
        for _ in 0..many {
            let Some(door) = self
                .corpus
                .doors
                .get(self.doors % self.corpus.doors.len().max(1))
            else {
                continue;
            };
            self.doors += 37;
            let group = ["一组", "二组", "三组", "四组", "五组"];
            changes.push(Change::RecordVisit(Box::new(VisitDraft {
                village: place.id,
                day: day(n),
                half,
                group: dice.pick(&group).copied().unwrap_or_default().into(),
                head: format!("示例户{:03}", dice.between(1, 320)),
                class: door.class,
                people: people.clone(),
                found: door.found,
                escorted: dice.chance(15),
                said: door.said.clone(),
                follow_up: door.follow_up.clone(),
                finding: None,
            })));
        }
        batch.apply_as_one(&changes)
    }

    fn push(
        &mut self,
        batch: &mut Batch<'_>,
        dice: &mut Dice,
        n: i64,
        team: usize,
    ) -> Result<(), Fault> {
        let (Some(team), Some(lives)) = (self.teams.get(team), self.lives.get_mut(team)) else {
            return Ok(());
        };
        let mut earlier: Vec<Life> = Vec::new();
        for life in lives.iter_mut() {
            life.step(batch, dice, self.corpus, team, n, &earlier)?;
            earlier.push(life.clone());
        }
        Ok(())
    }

    fn tick(&mut self, batch: &mut Batch<'_>, dice: &mut Dice, team: usize) -> Result<(), Fault> {
        let Some(team) = self.teams.get(team) else {
            return Ok(());
        };
        batch.by(team.liaison());
        if let Some(id) =
            (dice.chance(50) && self.actions.len() > 2).then(|| self.actions.remove(0))
        {
            batch.apply(&Change::SetAction {
                id,
                state: ActionState::Done,
            })?;
        }
        Ok(())
    }

    fn meet(&mut self, batch: &mut Batch<'_>, dice: &mut Dice, n: i64) -> Result<(), Fault> {
        let Some(leader) = self.leader() else {
            return Ok(());
        };
        batch.by(leader);
        let everybody: Vec<PersonId> = self
            .teams
            .iter()
            .flat_map(|t| t.people.iter().copied())
            .collect();
        let (absent, present): (Vec<_>, Vec<_>) = everybody
            .into_iter()
            .partition(|p| *p != leader && dice.chance(4));
        let mut decisions: Vec<&str> = Vec::new();
        for _ in 0..dice.between(2, 4) {
            let said = dice.pick(&self.corpus.decisions).map_or("", String::as_str);
            if !decisions.contains(&said) {
                decisions.push(said);
            }
        }
        batch.apply(&Change::SaveMeeting(Box::new(MeetingDraft {
            day: day(n),
            kind: MeetingKind::Team,
            team: None,
            present,
            absent,
            decisions: decisions.join("\n"),
        })))?;
        for _ in 0..dice.between(1, 3) {
            let owner = dice.pick(&self.teams).map(|t| t.walker(dice));
            let action = ActionDraft {
                text: dice.pick(&self.corpus.actions).cloned().unwrap_or_default(),
                owner,
                due: Some(day(n + dice.between(1, 5))),
            };
            let change = Change::AddAction {
                day: day(n),
                team: None,
                action,
            };
            if let Some(Made::Action(id)) = batch.apply(&change)?.made {
                self.actions.push(id);
            }
        }
        batch
            .apply(&Change::CloseMeeting {
                day: day(n),
                team: None,
            })
            .map(|_| ())
    }
}

fn is_workday(n: i64) -> bool {
    !matches!(day(n).weekday(), Weekday::Sat | Weekday::Sun)
}

/// Who finds what when: every fact goes to one team, to a village that is open then (or to the unit), on a day.
fn deal(corpus: &Corpus, teams: &[Team], dice: &mut Dice) -> Vec<Vec<(i64, usize, Option<usize>)>> {
    let mut order: Vec<usize> = (0..corpus.facts.len()).collect();
    dice.shuffle(&mut order);
    let mut dealt: Vec<Vec<(i64, usize, Option<usize>)>> =
        teams.iter().map(|_| Vec::new()).collect();
    for (i, fact) in order.into_iter().enumerate() {
        let at = i % teams.len().max(1);
        let (Some(it), Some(team), Some(list)) =
            (corpus.facts.get(fact), teams.get(at), dealt.get_mut(at))
        else {
            continue;
        };
        let earliest = if it.item.starts_with('R') { 8 } else { 1 };
        if it.level != Level::Village {
            list.push((workday(dice, earliest, 15), fact, None));
            continue;
        }
        let village_only = matches!(it.item.as_str(), "C1" | "C2" | "C3" | "C8" | "C9");
        let fits = |v: &usize| {
            team.villages
                .get(*v)
                .is_some_and(|p| !village_only || p.kind == VillageKind::Village)
        };
        // Later villages have been looked at for fewer days; the last one is known from letters alone.
        let v = [0, 0, 0, 1, 1, 1, 2, 2, 3][dice.below(9)];
        let v = if fits(&v) {
            v
        } else {
            (0..4).find(fits).unwrap_or(0)
        };
        let (from, to) = WINDOWS.get(v).copied().unwrap_or((3, 15));
        let from = if v == 3 { 4 } else { from };
        list.push((workday(dice, from.max(earliest), to.min(15)), fact, Some(v)));
    }
    dealt
}

/// A day between two, a workday if it can be.
fn workday(dice: &mut Dice, from: i64, to: i64) -> i64 {
    let (from, to) = (from.min(to), from.max(to));
    (0..6)
        .map(|_| dice.between(from, to))
        .find(|n| is_workday(*n))
        .unwrap_or(to)
}

fn draft(
    fact: &Fact,
    team: &Team,
    village: Option<VillageId>,
    item: Option<ItemId>,
    n: i64,
    dice: &mut Dice,
) -> FindingDraft {
    FindingDraft {
        body: fact.body.clone(),
        village,
        unit: Some(team.unit),
        areas: fact.areas.clone(),
        level: fact.level,
        track: Track::Undecided,
        clue: fact.track == Track::Immediate
            && fact.sources.contains(&SourceKind::Letter)
            && dice.chance(15),
        triage: match dice.below(10) {
            0 | 1 => Triage::High,
            2 | 3 => Triage::Low,
            _ => Triage::Normal,
        },
        discipline: fact.discipline,
        spread: if dice.chance(20) {
            Spread::Common
        } else {
            Spread::Individual
        },
        risk: fact.risk,
        due: dice.chance(70).then(|| day(n + dice.between(4, 16))),
        item,
        amount: fact.amount,
        ..FindingDraft::titled(fact.title.clone())
    }
}
