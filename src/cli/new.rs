//! `xuncha new`: the file of a new round with its teams, people, units and villages, and the shipped scheme and checklist.

use std::fs;
use std::path::Path;

use chrono::{Datelike as _, Days, NaiveDate, NaiveTime};
use clap::{ArgMatches, Command};

use super::add::refused;
use super::args::{text, word};
use super::fail::Failure;
use super::roster::{self, Known, Roster};
use super::{Cx, Sub, find, json, out};
use crate::clock::Clock;
use crate::domain::answer::Answer;
use crate::domain::calendar::Holidays;
use crate::domain::change::Change;
use crate::domain::fault::Fault;
use crate::domain::ids::PersonId;
use crate::domain::query::{Query, Window};
use crate::domain::records::{RoundDraft, RoundPlan};
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
    let command = command
        .arg(word("title", "NAME", say.cli_o_title()).required(true))
        .arg(word("start", "DAY", say.cli_o_start()).required(true))
        .arg(word("end", "DAY", say.cli_o_end()).required(true))
        .arg(word("code", "CODE", say.cli_o_code()))
        .arg(word("meeting", "HH:MM", say.cli_o_meeting()));
    roster::args(say, command)
}

/// Everything a new file starts with.
struct Start {
    round: RoundPlan,
    roster: Roster,
}

fn run(cx: &Cx, its: &ArgMatches) -> Result<(), Failure> {
    let start = Start {
        round: round(cx, its)?,
        roster: Roster::read(cx, its, &Known::default())?,
    };
    let file = NewFile {
        code: start.roster.first_code().unwrap_or("本机").to_owned(),
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
    start.roster.write(batch, &Known::default())
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
