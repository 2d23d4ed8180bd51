//! What a team does at a minute of the day, written through the store's door.

use super::cast::{Team, WINDOWS, at, day};
use super::corpus::Fact;
use super::days::Round;
use super::dice::Dice;
use super::life::Life;
use crate::domain::change::{Change, Made};
use crate::domain::codes::{
    ActionState, AnswerState, EventStatus, Half, MeetingKind, SourceKind, Spread, Track, Triage,
};
use crate::domain::fault::Fault;
use crate::domain::ids::{ItemId, PersonId, VillageId};
use crate::domain::records::{ActionDraft, AnswerDraft, FindingDraft, MeetingDraft, VisitDraft};
use crate::store::Batch;

/// Something somebody does at a minute of the day.
pub(super) enum Deed {
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
    Push { minute: i64 },
    /// Ticks off what earlier meetings asked for.
    Tick,
    /// Holds and closes the meeting of all teams.
    Meet,
}

impl Round<'_> {
    /// Does it.
    pub(super) fn act(
        &mut self,
        batch: &mut Batch<'_>,
        dice: &mut Dice,
        n: i64,
        team: usize,
        deed: &Deed,
    ) -> Result<(), Fault> {
        match *deed {
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
            Deed::Push { minute } => self.push(batch, dice, n, team, minute),
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
        minute: i64,
    ) -> Result<(), Fault> {
        let (Some(team), Some(lives)) = (self.teams.get(team), self.lives.get_mut(team)) else {
            return Ok(());
        };
        let mut earlier: Vec<Life> = Vec::new();
        for (i, life) in (0_i64..).zip(lives.iter_mut()) {
            // Not all at once: three a minute.
            let now = self.now.max(at(n, minute + i / 3));
            self.now = now;
            batch.at(now);
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
