//! `xuncha backup TO`: a verified copy, complete under its name or absent.

use std::path::PathBuf;

use clap::{ArgMatches, Command, value_parser};

use super::args::must;
use super::fail::Failure;
use super::{Cx, Sub, json, out};
use crate::text::Lang;

pub(super) const SUB: Sub = Sub {
    name: "backup",
    about: Lang::cli_backup,
    usage: "TO",
    args,
    run,
};

fn args(say: Lang, command: Command) -> Command {
    command.arg(must("TO", say.cli_a_backup()).value_parser(value_parser!(PathBuf)))
}

fn run(cx: &Cx, its: &ArgMatches) -> Result<(), Failure> {
    let to = its.get_one::<PathBuf>("TO").cloned().unwrap_or_default();
    let store = cx.open()?;
    let made = store
        .backup(&to)
        .map_err(|fault| Failure::about(fault, store.path()))?;
    let file = to.display().to_string();
    if cx.out.json {
        return out::json(&json::Made {
            file,
            entries: made.entries,
            head: made.head,
        });
    }
    out::text(
        &cx.say
            .cli_backed_up(&file, made.entries, made.bytes, &made.head),
    )
}
