//! `xuncha add TEXT`: notes a finding; a title is all it needs.

use std::io::Read as _;

use clap::{ArgMatches, Command};

use super::args::{listed, must, text, word};
use super::fail::Failure;
use super::{Cx, Sub, find, receipt};
use crate::domain::answer::Answer;
use crate::domain::change::{Change, Made};
use crate::domain::fault::{Fault, Refusal};
use crate::domain::query::Query;
use crate::domain::records::FindingDraft;
use crate::store::Store;
use crate::text::Lang;
use crate::text::clean::{MAX_BYTES, TextRefusal, accept, accept_body};

pub(super) const SUB: Sub = Sub {
    name: "add",
    about: Lang::cli_add,
    usage: "TEXT [--village --area --handler --due --track --body]",
    args,
    run,
};

fn args(say: Lang, command: Command) -> Command {
    command
        .arg(must("TEXT", say.cli_a_text()))
        .arg(word("village", "NAME", say.cli_o_village()))
        .arg(word("area", "AREA", say.cli_o_areas()).action(clap::ArgAction::Append))
        .arg(word("handler", "NAME", say.cli_o_handler()))
        .arg(word("due", "DAY", say.cli_o_due()))
        .arg(word("track", "TRACK", say.cli_o_track()))
        .arg(word("body", "TEXT", say.cli_o_body()))
}

fn run(cx: &Cx, its: &ArgMatches) -> Result<(), Failure> {
    // What is wrong with the text is wrong in every file.
    let title = accept(text(its, "TEXT").unwrap_or_default())
        .map_err(|why| refused(cx.say, "finding.title", why))?;
    let body = body(cx, text(its, "body"))?;
    let mut store = cx.open()?;
    let mut draft = FindingDraft::titled(title);
    draft.body = body;
    fill(cx, &store, its, &mut draft)?;
    let done = store
        .apply(&Change::NoteFinding(Box::new(draft)))
        .map_err(|fault| Failure::about(fault, store.path()))?;
    let number = match done.made {
        Some(Made::Finding(id)) => match store.ask(&Query::Finding(id))? {
            Answer::Finding(Some(sheet)) => Some(sheet.row.number),
            _ => None,
        },
        _ => None,
    };
    receipt::say(cx, &done, number.as_deref())
}

/// Everything but the words.
fn fill(cx: &Cx, store: &Store, its: &ArgMatches, draft: &mut FindingDraft) -> Result<(), Failure> {
    let book = find::register(store)?;
    if let Some(name) = text(its, "village") {
        draft.village = Some(find::village(cx, store, name)?);
    }
    for name in listed(its, "area") {
        let no = find::area(cx, &book, name)?;
        if !draft.areas.contains(&no) {
            draft.areas.push(no);
        }
    }
    if let Some(name) = text(its, "handler") {
        draft.handler = Some(find::person(cx, &book, name)?);
    }
    if let Some(day) = text(its, "due") {
        draft.due = Some(find::day(cx, &book, store.clock().today(), day)?);
    }
    if let Some(track) = text(its, "track") {
        draft.track = find::track(cx.say, track)?;
    }
    Ok(())
}

/// The facts: as given, or from standard input.
fn body(cx: &Cx, given: Option<&str>) -> Result<String, Failure> {
    let text = match given {
        Some("-") => input().map_err(|why| Failure::failed(cx.say.cli_stdin(&why.to_string())))?,
        given => given.unwrap_or_default().to_owned(),
    };
    accept_body(&text).map_err(|why| refused(cx.say, "finding.body", why))
}

/// Standard input: one byte more than a text may have, so that too much is refused and not cut.
fn input() -> std::io::Result<String> {
    let most = u64::try_from(MAX_BYTES)
        .unwrap_or(u64::MAX)
        .saturating_add(1);
    let mut bytes = Vec::new();
    std::io::stdin().lock().take(most).read_to_end(&mut bytes)?;
    if bytes.len() > MAX_BYTES {
        return Ok(String::from_utf8_lossy(&bytes).into_owned());
    }
    String::from_utf8(bytes).map_err(std::io::Error::other)
}

/// Why a text is not taken, as the rule that says no.
pub(super) fn refused(say: Lang, field: &'static str, why: TextRefusal) -> Failure {
    Failure::from(Fault::Refused(match why {
        TextRefusal::Empty => Refusal::Empty(field),
        TextRefusal::TooLong { limit, got } => Refusal::TooLong { field, limit, got },
        TextRefusal::Control { code } => Refusal::Control { field, code },
        TextRefusal::TooLarge { limit, .. } => {
            return Failure::usage(say.text_too_large(limit / 1024));
        }
    }))
}
