//! `xuncha help [COMMAND]`

use clap::{Arg, ArgMatches, Command};

use super::args::text;
use super::fail::Failure;
use super::{Cx, Sub, command, out};
use crate::text::Lang;

pub(super) const SUB: Sub = Sub {
    name: "help",
    about: Lang::cli_help,
    usage: "[COMMAND]",
    args,
    run,
};

fn args(say: Lang, command: Command) -> Command {
    command.arg(Arg::new("COMMAND").help(say.cli_a_command()))
}

fn run(cx: &Cx, its: &ArgMatches) -> Result<(), Failure> {
    let mut root = command(cx.say);
    root.build();
    let Some(name) = text(its, "COMMAND") else {
        return out::text(&root.render_help().to_string());
    };
    let sub = root
        .find_subcommand_mut(name)
        .ok_or_else(|| Failure::usage(cx.say.cli_no_command(name)))?;
    out::text(&sub.render_help().to_string())
}
