//! `xuncha demo FILE`: an invented round on its fifteenth day; the same seed gives the same content.

use std::path::PathBuf;

use clap::{ArgMatches, Command, value_parser};

use super::args::{must, word};
use super::fail::Failure;
use super::{Cx, Sub, new};
use crate::sample;
use crate::text::Lang;

pub(super) const SUB: Sub = Sub {
    name: "demo",
    about: Lang::cli_demo,
    usage: "[--seed N] FILE",
    args,
    run,
};

fn args(say: Lang, command: Command) -> Command {
    command
        .arg(
            must("PATH", say.cli_a_demo())
                .value_name("FILE")
                .value_parser(value_parser!(PathBuf)),
        )
        .arg(word("seed", "N", say.cli_o_seed()).value_parser(value_parser!(i64)))
}

fn run(cx: &Cx, its: &ArgMatches) -> Result<(), Failure> {
    let path = its.get_one::<PathBuf>("PATH").cloned().unwrap_or_default();
    let seed = its.get_one("seed").copied().unwrap_or(7);
    let store = sample::demo(&path, seed)?;
    new::made(cx, &store, &cx.say.cli_made(&path.display().to_string()))
}
