//! `xuncha undo`, `xuncha redo`: the newest change of this machine taken back, or brought back.

use clap::{ArgMatches, Command};

use super::fail::Failure;
use super::{Cx, Sub, receipt};
use crate::domain::change::Change;
use crate::text::Lang;

pub(super) const UNDO: Sub = Sub {
    name: "undo",
    about: Lang::cli_undo,
    usage: "",
    args,
    run: |cx, _: &ArgMatches| run(cx, &Change::Undo),
};

pub(super) const REDO: Sub = Sub {
    name: "redo",
    about: Lang::cli_redo,
    usage: "",
    args,
    run: |cx, _: &ArgMatches| run(cx, &Change::Redo),
};

fn args(_: Lang, command: Command) -> Command {
    command
}

fn run(cx: &Cx, change: &Change) -> Result<(), Failure> {
    let mut store = cx.open()?;
    let done = store
        .apply(change)
        .map_err(|fault| Failure::about(fault, store.path()))?;
    receipt::say(cx, &done, None)
}
