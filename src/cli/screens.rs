//! `xuncha [FILE]`: opens the screens, or prints one of them.

use clap::{ArgMatches, Command, value_parser};

use super::args::{env, text, word};
use super::fail::{Failure, Status};
use super::{Cx, out};
use crate::text::Lang;
use crate::tui::desk::Desk;
use crate::tui::look::Theme;
use crate::tui::run::{Stopped, run as open};

/// Columns and rows of a printed screen unless the environment says otherwise.
const PAPER: (u16, u16) = (120, 36);

/// What opening takes.
pub(super) fn args(say: Lang, root: Command) -> Command {
    root.arg(
        word("look", "dark|light|mono", say.cli_o_look()).value_parser(["dark", "light", "mono"]),
    )
    .arg(word("plain", "SCREEN", say.cli_o_plain()).value_parser(value_parser!(u8).range(1..=7)))
}

pub(super) fn run(cx: &Cx, its: &ArgMatches) -> Result<(), Failure> {
    if cx.out.json {
        return Err(Failure::usage(
            cx.say.cli_see_help(&cx.say.cli_unknown("--json"), "xuncha"),
        ));
    }
    let store = cx.open()?;
    let path = store.path().to_owned();
    if let Some(screen) = its.get_one::<u8>("plain") {
        let size = |name, else_| env(name).and_then(|it| it.parse().ok()).unwrap_or(else_);
        let mut desk = Desk::open(
            store,
            cx.say,
            size("COLUMNS", PAPER.0),
            size("LINES", PAPER.1),
        );
        return out::text(&desk.screen(*screen).text());
    }
    let asked = text(its, "look").and_then(|word| match word {
        "dark" => Some(Theme::Dark),
        "light" => Some(Theme::Light),
        "mono" => Some(Theme::Mono),
        _ => None,
    });
    match open(store, cx.say, Theme::choose(asked, env)) {
        Ok(0) => Ok(()),
        Ok(status) => Err(Failure::Quiet(status)),
        Err(Stopped::File(fault)) => Err(Failure::about(fault, &path)),
        Err(Stopped::Terminal(trouble)) => Err(Failure::Said(Status::Failed, trouble.said(cx.say))),
    }
}
