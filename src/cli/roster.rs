//! Teams, people, units and villages as the command line names them: for a new round, and added to one that runs.

use clap::{Arg, ArgMatches, Command};

use super::Cx;
use super::args::{text, texts, word};
use super::fail::{Failure, Status};
use super::find::{self, Names};
use crate::domain::answer::Register;
use crate::domain::change::{Change, Made};
use crate::domain::codes::{Role, VillageKind};
use crate::domain::fault::Fault;
use crate::domain::ids::{PersonId, TeamId, UnitId};
use crate::domain::records::{PersonDraft, TeamDraft, UnitDraft, VillageDraft};
use crate::store::Batch;
use crate::text::Lang;

/// The options that name them.
pub(super) fn args(say: Lang, command: Command) -> Command {
    let many = |arg: Arg| arg.action(clap::ArgAction::Append);
    command
        .arg(many(word("team", "NAME:CODE", say.cli_o_team())))
        .arg(many(word("unit", "NAME:SHORT:TEAM", say.cli_o_unit())))
        .arg(many(word("village", "NAME:UNIT", say.cli_o_new_village())))
        .arg(many(word("person", "NAME:ROLE:TEAM", say.cli_o_person())))
        .arg(word("me", "NAME", say.cli_o_me()))
}

/// What the file holds already, by the names it is referred to: codes of teams, short names of units, names of people.
#[derive(Default)]
pub(super) struct Known {
    teams: Vec<(String, TeamId)>,
    units: Vec<(String, UnitId)>,
    people: Vec<(String, PersonId)>,
}

impl Known {
    /// What a register holds.
    pub(super) fn of(book: &Register) -> Self {
        let teams = book.teams.iter().map(|it| (it.code.clone(), it.id));
        let units = book.units.iter().map(|it| (it.short.clone(), it.id));
        let people = book.people.iter().map(|it| (it.name.clone(), it.id));
        Self {
            teams: teams.collect(),
            units: units.collect(),
            people: people.collect(),
        }
    }
}

/// Everything that is added; who belongs to what is a place in what is known, followed by what is added.
pub(super) struct Roster {
    teams: Vec<TeamDraft>,
    units: Vec<(String, String, Option<usize>)>,
    villages: Vec<(String, usize, VillageKind)>,
    people: Vec<(String, Role, Option<usize>)>,
    me: Option<usize>,
}

impl Roster {
    /// The code of the first team, for numbers given on this machine.
    pub(super) fn first_code(&self) -> Option<&str> {
        self.teams.first().map(|team| team.code.as_str())
    }

    /// Whether it names nothing.
    pub(super) fn is_empty(&self) -> bool {
        self.teams.is_empty()
            && self.units.is_empty()
            && self.villages.is_empty()
            && self.people.is_empty()
            && self.me.is_none()
    }

    /// What the options say.
    pub(super) fn read(cx: &Cx, its: &ArgMatches, known: &Known) -> Result<Self, Failure> {
        let teams = all(cx, its, "team", 2, 2, |parts| {
            Ok(TeamDraft {
                name: part(parts, 0),
                code: part(parts, 1),
            })
        })?;
        let codes = names(&known.teams, teams.iter().map(|team| &team.code));
        let team = |code: &str| match code {
            "" => Ok(None),
            code => place(cx, cx.say.table("team"), &codes, code).map(Some),
        };
        let units = all(cx, its, "unit", 2, 3, |parts| {
            Ok((part(parts, 0), part(parts, 1), team(&part(parts, 2))?))
        })?;
        let shorts = names(&known.units, units.iter().map(|(_, short, _)| short));
        let villages = all(cx, its, "village", 2, 3, |parts| {
            let kind = match part(parts, 2).as_str() {
                "" => VillageKind::Village,
                kind => find::code(
                    cx.say,
                    cx.say.column("village", "kind"),
                    VillageKind::ALL,
                    kind,
                    VillageKind::word,
                    Lang::village_kind,
                )?,
            };
            Ok((
                part(parts, 0),
                place(cx, cx.say.table("unit"), &shorts, &part(parts, 1))?,
                kind,
            ))
        })?;
        let people = all(cx, its, "person", 1, 3, |parts| {
            let role = match part(parts, 1).as_str() {
                "" => Role::Member,
                role => find::code(
                    cx.say,
                    cx.say.column("person", "role"),
                    Role::ALL,
                    role,
                    Role::word,
                    Lang::role,
                )?,
            };
            Ok((part(parts, 0), role, team(&part(parts, 2))?))
        })?;
        let called = names(&known.people, people.iter().map(|(name, ..)| name));
        let me = text(its, "me")
            .map(|name| place(cx, cx.say.table("person"), &called, name))
            .transpose()?;
        Ok(Self {
            teams,
            units,
            villages,
            people,
            me,
        })
    }

    /// Adds them; who sits here comes back, if that was said.
    pub(super) fn write(
        &self,
        batch: &mut Batch<'_>,
        known: &Known,
    ) -> Result<Option<PersonId>, Fault> {
        let mut teams: Vec<TeamId> = known.teams.iter().map(|(_, id)| *id).collect();
        for draft in &self.teams {
            if let Some(Made::Team(id)) = batch.apply(&Change::AddTeam(draft.clone()))?.made {
                teams.push(id);
            }
        }
        let team = |at: Option<usize>| at.and_then(|at| teams.get(at).copied());
        let mut people: Vec<PersonId> = known.people.iter().map(|(_, id)| *id).collect();
        for (name, role, at) in &self.people {
            let draft = PersonDraft {
                name: name.clone(),
                role: *role,
                team: team(*at),
            };
            if let Some(Made::Person(id)) = batch.apply(&Change::AddPerson(draft))?.made {
                people.push(id);
            }
        }
        let mut units: Vec<UnitId> = known.units.iter().map(|(_, id)| *id).collect();
        for (name, short, at) in &self.units {
            let draft = UnitDraft {
                name: name.clone(),
                short: short.clone(),
                team: team(*at),
            };
            if let Some(Made::Unit(id)) = batch.apply(&Change::AddUnit(draft))?.made {
                units.push(id);
            }
        }
        for (name, at, kind) in &self.villages {
            let Some(unit) = units.get(*at).copied() else {
                continue;
            };
            batch.apply(&Change::AddVillage(VillageDraft {
                name: name.clone(),
                unit,
                kind: *kind,
                households: None,
                at_home: None,
                note: String::new(),
            }))?;
        }
        Ok(self.me.and_then(|at| people.get(at).copied()))
    }
}

/// What is known by these names, then what is added.
fn names<'a, T>(known: &[(String, T)], added: impl Iterator<Item = &'a String>) -> Vec<String> {
    let known = known.iter().map(|(name, _)| name.clone());
    known.chain(added.cloned()).collect()
}

/// Every value of an option, taken apart at its colons.
fn all<T>(
    cx: &Cx,
    its: &ArgMatches,
    name: &'static str,
    least: usize,
    most: usize,
    read: impl Fn(&[String]) -> Result<T, Failure>,
) -> Result<Vec<T>, Failure> {
    let form = match name {
        "team" => "NAME:CODE",
        "unit" => "NAME:SHORT:TEAM",
        "village" => "NAME:UNIT[:community]",
        _ => "NAME:ROLE:TEAM",
    };
    let one = |given: &str| {
        let parts: Vec<String> = given
            .split([':', '：'])
            .map(|part| part.trim().to_owned())
            .collect();
        let said = parts.iter().take(least).all(|part| !part.is_empty());
        if !said || !(least..=most).contains(&parts.len()) {
            return Err(Failure::usage(cx.say.cli_parts(name, given, form)));
        }
        read(&parts)
    };
    texts(its, name).into_iter().map(one).collect()
}

fn part(parts: &[String], at: usize) -> String {
    parts.get(at).cloned().unwrap_or_default()
}

/// Which of the names is meant.
fn place(cx: &Cx, kind: &str, names: &[String], typed: &str) -> Result<usize, Failure> {
    let all = names
        .iter()
        .enumerate()
        .map(|(at, name)| (at, vec![name.clone()]))
        .collect();
    Names {
        say: cx.say,
        kind,
        none: Status::NotFound,
        all,
    }
    .one(typed)
}
