//! The frame of the sample round: dates, three teams, three units, twelve villages, and the plan of the month.

use chrono::{Duration, NaiveDate, NaiveDateTime, NaiveTime};

use super::corpus::{Corpus, Where};
use super::dice::Dice;
use crate::domain::change::{Change, Made};
use crate::domain::codes::{Role, VillageKind};
use crate::domain::fault::Fault;
use crate::domain::ids::{EventId, PersonId, TeamId, UnitId, VillageId};
use crate::domain::records::{
    EventDraft, PersonDraft, RoundDraft, RoundPlan, TeamDraft, UnitDraft, VillageDraft,
};
use crate::shipped;
use crate::store::Batch;

/// A village of a team.
pub(super) struct Place {
    pub(super) id: VillageId,
    pub(super) kind: VillageKind,
    pub(super) name: String,
}

/// A planned event.
pub(super) struct Planned {
    pub(super) id: EventId,
    pub(super) day: i64,
    pub(super) draft: EventDraft,
}

/// A team at work.
pub(super) struct Team {
    pub(super) id: TeamId,
    pub(super) unit: UnitId,
    /// Leader, deputy, liaison, members.
    pub(super) people: Vec<PersonId>,
    pub(super) villages: Vec<Place>,
    pub(super) plan: Vec<Planned>,
}

impl Team {
    pub(super) fn leader(&self) -> PersonId {
        self.person(0)
    }

    pub(super) fn deputy(&self) -> PersonId {
        self.person(1)
    }

    pub(super) fn liaison(&self) -> PersonId {
        self.person(2)
    }

    /// Somebody who goes out: deputy or member.
    pub(super) fn walker(&self, dice: &mut Dice) -> PersonId {
        let at = dice.below(self.people.len().saturating_sub(2));
        self.person(if at == 0 { 1 } else { at + 2 })
    }

    /// Two who go out together.
    pub(super) fn pair(&self, dice: &mut Dice) -> Vec<PersonId> {
        let first = self.walker(dice);
        loop {
            let second = self.walker(dice);
            if second != first {
                return vec![first, second];
            }
        }
    }

    fn person(&self, at: usize) -> PersonId {
        // Every team is made with seven people below.
        self.people
            .get(at % self.people.len().max(1))
            .copied()
            .unwrap_or(PersonId(uuid::Uuid::nil()))
    }
}

/// The first day on site.
pub(super) fn start() -> NaiveDate {
    NaiveDate::from_ymd_opt(2018, 11, 1).unwrap_or_default()
}

/// Day `n` of the round, from 1.
pub(super) fn day(n: i64) -> NaiveDate {
    start() + Duration::days(n - 1)
}

/// Day `n` at so many minutes after midnight.
pub(super) fn at(n: i64, minutes: i64) -> NaiveDateTime {
    day(n).and_time(NaiveTime::MIN) + Duration::minutes(minutes)
}

const NAMES: [&str; 21] = [
    "甲", "乙", "丙", "丁", "戊", "己", "庚", "辛", "壬", "癸", "子", "丑", "寅", "卯", "辰", "巳",
    "午", "未", "申", "酉", "戌",
];

/// Name, code, unit, its short name, villages.
type Cast = (
    &'static str,
    &'static str,
    &'static str,
    &'static str,
    [(&'static str, VillageKind); 4],
);

const TEAMS: [Cast; 3] = {
    use VillageKind::{Community, Village};
    [
        (
            "第一巡察组",
            "一组",
            "示例圃田乡党委",
            "圃田",
            [
                ("示例东村", Village),
                ("示例西村", Village),
                ("示例南村", Village),
                ("示例北村", Village),
            ],
        ),
        (
            "第二巡察组",
            "二组",
            "示例金光路党工委",
            "金光路",
            [
                ("示例河湾村", Village),
                ("示例槐树村", Village),
                ("示例清泉社区", Community),
                ("示例花园社区", Community),
            ],
        ),
        (
            "第三巡察组",
            "三组",
            "示例博学路党工委",
            "博学路",
            [
                ("示例石桥村", Village),
                ("示例柳林村", Village),
                ("示例书院社区", Community),
                ("示例杏坛社区", Community),
            ],
        ),
    ]
};

fn wrong(what: &str) -> Fault {
    Fault::Internal(format!("the sample round made no {what}"))
}

/// The round, its teams, people and places, as they were entered in the week before.
pub(super) fn found(batch: &mut Batch<'_>, dice: &mut Dice) -> Result<Vec<Team>, Fault> {
    batch.at(at(-5, 9 * 60));
    batch.apply(&Change::StartRound(Box::new(RoundPlan {
        round: RoundDraft {
            title: "首轮巡察（示例）".into(),
            code: "2018-01".into(),
            start: start(),
            end: day(35),
            petition_close: Some(at(30, 18 * 60)),
            standup_at: NaiveTime::from_hms_opt(19, 30, 0).unwrap_or_default(),
            standup_name: "组务会".into(),
        },
        scheme: shipped::SCHEME.into(),
        areas: shipped::areas(),
        template: shipped::TEMPLATE.into(),
        items: shipped::items(),
        holidays: Vec::new(),
    })))?;
    let mut names = NAMES.iter();
    let mut teams = Vec::new();
    for (i, (name, code, unit, short, places)) in (0_i64..).zip(TEAMS) {
        batch.at(at(-5, 9 * 60 + 10 + i * 20));
        let Some(Made::Team(id)) = batch
            .apply(&Change::AddTeam(TeamDraft {
                name: name.into(),
                code: code.into(),
            }))?
            .made
        else {
            return Err(wrong("team"));
        };
        let mut people = Vec::new();
        for role in [
            Role::Leader,
            Role::Deputy,
            Role::Liaison,
            Role::Member,
            Role::Member,
            Role::Member,
            Role::Member,
        ] {
            let name = format!("示例{}", names.next().copied().unwrap_or("亥"));
            let draft = PersonDraft {
                name,
                role,
                team: Some(id),
            };
            let Some(Made::Person(person)) = batch.apply(&Change::AddPerson(draft))?.made else {
                return Err(wrong("person"));
            };
            people.push(person);
        }
        let draft = UnitDraft {
            name: unit.into(),
            short: short.into(),
            team: Some(id),
        };
        let Some(Made::Unit(unit)) = batch.apply(&Change::AddUnit(draft))?.made else {
            return Err(wrong("unit"));
        };
        let mut villages = Vec::new();
        for (name, kind) in places {
            let households = u32::try_from(dice.between(280, 920)).unwrap_or(300);
            let draft = VillageDraft {
                name: name.into(),
                unit,
                kind,
                households: Some(households),
                at_home: Some(households * u32::try_from(dice.between(52, 78)).unwrap_or(60) / 100),
                note: "示例数据：村名、人名、问题均为虚构。".into(),
            };
            let Some(Made::Village(village)) = batch.apply(&Change::AddVillage(draft))?.made else {
                return Err(wrong("village"));
            };
            villages.push(Place {
                id: village,
                kind,
                name: name.into(),
            });
        }
        teams.push(Team {
            id,
            unit,
            people,
            villages,
            plan: Vec::new(),
        });
    }
    Ok(teams)
}

/// The plan of the month, entered by each team's liaison the day before entry.
pub(super) fn plan(
    batch: &mut Batch<'_>,
    dice: &mut Dice,
    corpus: &Corpus,
    team: &mut Team,
    unit_name: &str,
    minutes: i64,
) -> Result<(), Fault> {
    batch.by(team.liaison());
    for (i, it) in (0_i64..).zip(&corpus.plan) {
        batch.at(at(0, minutes + i / 4));
        let place = (it.place == Where::Village)
            .then(|| active(team, it.day, dice))
            .flatten()
            .or_else(|| {
                (it.place == Where::Village)
                    .then(|| team.villages.first())
                    .flatten()
            });
        let title = it
            .title
            .replace("{v}", place.map_or("", |p| p.name.as_str()))
            .replace("{u}", unit_name);
        let people = match it.place {
            Where::Team => team.people.clone(),
            _ => team.pair(dice),
        };
        let draft = EventDraft {
            day: day(it.day),
            half: it.half,
            kind: it.kind,
            title,
            team: Some(team.id),
            unit: Some(team.unit),
            village: place.map(|p| p.id),
            people,
            place: String::new(),
            milestone: it.milestone,
            sensitive: it.sensitive,
            count: it.count,
            note: String::new(),
        };
        let Some(Made::Event(id)) = batch
            .apply(&Change::PlanEvent(Box::new(draft.clone())))?
            .made
        else {
            return Err(wrong("event"));
        };
        team.plan.push(Planned {
            id,
            day: it.day,
            draft,
        });
    }
    Ok(())
}

/// First and last day on which a team works in its first, second, … village.
pub(super) const WINDOWS: [(i64, i64); 4] = [(3, 7), (6, 11), (10, 17), (16, 21)];

/// A village the team works in on a day; before and after, any of them.
pub(super) fn active<'a>(team: &'a Team, n: i64, dice: &mut Dice) -> Option<&'a Place> {
    let open: Vec<&Place> = team
        .villages
        .iter()
        .zip(WINDOWS)
        .filter(|(_, (from, to))| (*from..=*to).contains(&n))
        .map(|(place, _)| place)
        .collect();
    match dice.pick(&open) {
        Some(place) => Some(place),
        None => dice.pick(&team.villages),
    }
}
