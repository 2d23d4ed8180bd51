//! `xuncha extend`: teams, people, units and villages added to a round that is there already.

use clap::ArgMatches;

use super::fail::Failure;
use super::roster::{self, Known, Roster};
use super::{Cx, Sub, find, out};
use crate::domain::answer::Answer;
use crate::domain::query::Query;
use crate::text::Lang;

pub(super) const SUB: Sub = Sub {
    name: "extend",
    about: Lang::cli_extend,
    usage: "[--team --unit --village --person --me] [-f FILE]",
    args: roster::args,
    run,
};

fn run(cx: &Cx, its: &ArgMatches) -> Result<(), Failure> {
    let mut store = cx.open()?;
    let known = match store.ask(&Query::Register)? {
        Answer::Register(book) => Known::of(&book),
        other => return Err(find::unexpected(&other).into()),
    };
    let roster = Roster::read(cx, its, &known)?;
    if roster.is_empty() {
        return Err(Failure::usage(cx.say.cli_extend_nothing()));
    }
    let me = store
        .batch(|batch| roster.write(batch, &known))
        .map_err(|fault| Failure::about(fault, store.path()))?;
    if let Some(me) = me {
        store.sit(me)?;
    }
    let shown = store.path().display().to_string();
    if cx.out.json {
        return super::new::made(cx, &store, "");
    }
    out::text(&cx.say.cli_extended(&shown))
}
