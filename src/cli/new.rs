//! `xuncha new`: the file of a new round with its teams, people, units and villages, and the shipped scheme and checklist.

use std::fs;
use std::path::Path;

use chrono::{Datelike as _, Days, NaiveDate, NaiveTime};
use clap::{Arg, ArgMatches, Command};

use super::add::refused;
use super::args::{text, texts, word};
use super::fail::{Failure, Status};
use super::find::{self, Names};
use super::{Cx, Sub, json, out};
use crate::clock::Clock;
use crate::domain::answer::Answer;
use crate::domain::calendar::Holidays;
use crate::domain::change::{Change, Made};
use crate::domain::codes::{Role, VillageKind};
use crate::domain::fault::Fault;
use crate::domain::ids::{PersonId, TeamId, UnitId};
use crate::domain::query::{Query, Window};
use crate::domain::records::{
    PersonDraft, RoundDraft, RoundPlan, TeamDraft, UnitDraft, VillageDraft,
};
use crate::entry::dates::{DateCx, parse_date};
use crate::shipped;
use crate::store::{Batch, NewFile, Store};
use crate::text::Lang;
use crate::text::clean::accept;

pub(super) const SUB: Sub = Sub {
    name: "new",
    about: Lang::cli_new,
    usage: "--title NAME --start DAY --end DAY [--team --unit --village --person --me] [-f FILE]",
    args,
    run,
};

/// The longest round that a day word is read against.
const LONGEST: u64 = 366;

fn args(say: Lang, command: Command) -> Command {
    let many = |arg: Arg| arg.action(clap::ArgAction::Append);
    command
        .arg(word("title", "NAME", say.cli_o_title()).required(true))
        .arg(word("start", "DAY", say.cli_o_start()).required(true))
        .arg(word("end", "DAY", say.cli_o_end()).required(true))
        .arg(word("code", "CODE", say.cli_o_code()))
        .arg(word("meeting", "HH:MM", say.cli_o_meeting()))
        .arg(many(word("team", "NAME:CODE", say.cli_o_team())))
        .arg(many(word("unit", "NAME:SHORT:TEAM", say.cli_o_unit())))
        .arg(many(word("village", "NAME:UNIT", say.cli_o_new_village())))
        .arg(many(word("person", "NAME:ROLE:TEAM", say.cli_o_person())))
        .arg(word("me", "NAME", say.cli_o_me()))
}

/// Everything a new file starts with; who belongs to what is a place in the list above it.
struct Start {
    round: RoundPlan,
    teams: Vec<TeamDraft>,
    units: Vec<(String, String, Option<usize>)>,
    villages: Vec<(String, usize, VillageKind)>,
    people: Vec<(String, Role, Option<usize>)>,
    me: Option<usize>,
}

fn run(cx: &Cx, its: &ArgMatches) -> Result<(), Failure> {
    let start = read(cx, its)?;
    let file = NewFile {
        code: start
            .teams
            .first()
            .map_or_else(|| "本机".to_owned(), |team| team.code.clone()),
        ..NewFile::default()
    };
    // Once in memory: a file is made only if every rule is content.
    write(&mut Store::in_memory(&file)?, &start)?;
    let path = cx.path()?;
    if cx.named.is_none() {
        folder(&path)?;
    }
    let mut store = Store::create(&path, &file)?;
    write(&mut store, &start).map_err(|fault| Failure::about(fault, &path))?;
    let shown = path.display().to_string();
    let text = if cx.named.is_none() {
        cx.say.cli_made_own(&shown)
    } else {
        cx.say.cli_made(&shown)
    };
    made(cx, &store, &text)
}

/// Says that a file was made.
pub(super) fn made(cx: &Cx, store: &Store, text: &str) -> Result<(), Failure> {
    if !cx.out.json {
        return out::text(text);
    }
    let entries = match store.ask(&Query::Log(Window::first(1)))? {
        Answer::Log(page) => page.total,
        other => return Err(find::unexpected(&other).into()),
    };
    out::json(&json::Made {
        file: store.path().display().to_string(),
        entries,
        head: store.head()?,
    })
}

/// The user's own data folder, private by the umask of the program.
fn folder(path: &Path) -> Result<(), Failure> {
    let Some(folder) = path.parent() else {
        return Ok(());
    };
    fs::create_dir_all(folder).map_err(|why| {
        Failure::from(Fault::Io {
            path: folder.display().to_string(),
            why: why.to_string(),
        })
    })
}

/// Everything in one transaction.
fn write(store: &mut Store, start: &Start) -> Result<(), Fault> {
    let me = store.batch(|batch| begin(batch, start))?;
    me.map_or(Ok(()), |me| store.sit(me))
}

fn begin(batch: &mut Batch<'_>, start: &Start) -> Result<Option<PersonId>, Fault> {
    batch.apply(&Change::StartRound(Box::new(start.round.clone())))?;
    let mut teams: Vec<TeamId> = Vec::new();
    for draft in &start.teams {
        if let Some(Made::Team(id)) = batch.apply(&Change::AddTeam(draft.clone()))?.made {
            teams.push(id);
        }
    }
    let team = |at: Option<usize>| at.and_then(|at| teams.get(at).copied());
    let mut people: Vec<PersonId> = Vec::new();
    for (name, role, at) in &start.people {
        let draft = PersonDraft {
            name: name.clone(),
            role: *role,
            team: team(*at),
        };
        if let Some(Made::Person(id)) = batch.apply(&Change::AddPerson(draft))?.made {
            people.push(id);
        }
    }
    let mut units: Vec<UnitId> = Vec::new();
    for (name, short, at) in &start.units {
        let draft = UnitDraft {
            name: name.clone(),
            short: short.clone(),
            team: team(*at),
        };
        if let Some(Made::Unit(id)) = batch.apply(&Change::AddUnit(draft))?.made {
            units.push(id);
        }
    }
    for (name, at, kind) in &start.villages {
        let Some(unit) = units.get(*at).copied() else {
            continue;
        };
        let draft = VillageDraft {
            name: name.clone(),
            unit,
            kind: *kind,
            households: None,
            at_home: None,
            note: String::new(),
        };
        batch.apply(&Change::AddVillage(draft))?;
    }
    Ok(start.me.and_then(|at| people.get(at).copied()))
}

fn read(cx: &Cx, its: &ArgMatches) -> Result<Start, Failure> {
    let round = round(cx, its)?;
    let teams = all(cx, its, "team", 2, 2, |parts| {
        Ok(TeamDraft {
            name: part(parts, 0),
            code: part(parts, 1),
        })
    })?;
    let codes: Vec<String> = teams.iter().map(|team| team.code.clone()).collect();
    let team = |code: &str| match code {
        "" => Ok(None),
        code => place(cx, cx.say.table("team"), &codes, code).map(Some),
    };
    let units = all(cx, its, "unit", 2, 3, |parts| {
        Ok((part(parts, 0), part(parts, 1), team(&part(parts, 2))?))
    })?;
    let shorts: Vec<String> = units.iter().map(|(_, short, _)| short.clone()).collect();
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
    let names: Vec<String> = people.iter().map(|(name, ..)| name.clone()).collect();
    let me = text(its, "me")
        .map(|name| place(cx, cx.say.table("person"), &names, name))
        .transpose()?;
    Ok(Start {
        round,
        teams,
        units,
        villages,
        people,
        me,
    })
}

fn round(cx: &Cx, its: &ArgMatches) -> Result<RoundPlan, Failure> {
    let title = accept(text(its, "title").unwrap_or_default())
        .map_err(|why| refused(cx.say, "round.title", why))?;
    let today = Clock::Machine.today();
    let start = day(cx, text(its, "start"), today, today)?;
    let last = start.checked_add_days(Days::new(LONGEST)).unwrap_or(start);
    let end = day(cx, text(its, "end"), start, last)?;
    let code = text(its, "code").map_or_else(|| format!("{}-01", start.year()), str::to_owned);
    let hour = text(its, "meeting").unwrap_or("19:30");
    Ok(RoundPlan {
        round: RoundDraft {
            title,
            code: accept(&code).map_err(|why| refused(cx.say, "round.code", why))?,
            start,
            end,
            petition_close: None,
            standup_at: NaiveTime::parse_from_str(hour, "%H:%M")
                .map_err(|_| Failure::usage(cx.say.cli_no_hour(hour)))?,
            standup_name: "组务会".to_owned(),
        },
        scheme: shipped::SCHEME.to_owned(),
        areas: shipped::areas(),
        template: shipped::TEMPLATE.to_owned(),
        items: shipped::items(),
        holidays: Vec::new(),
    })
}

/// A day of a round that is not there yet: counted from its first day.
fn day(
    cx: &Cx,
    typed: Option<&str>,
    start: NaiveDate,
    end: NaiveDate,
) -> Result<NaiveDate, Failure> {
    let against = DateCx {
        today: start,
        start,
        end,
        holidays: &Holidays::default(),
    };
    parse_date(typed.unwrap_or_default(), &against)
        .map_err(|error| Failure::usage(cx.say.no_day(&error)))
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
