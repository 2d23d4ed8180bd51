//! The command line: one subcommand per file, on the same two doors as the screens. `out` alone prints.
//!
//! Exit statuses are in `fail::Status`, the JSON that `--json` writes in `json`.

mod add;
mod args;
mod backup;
mod demo;
mod extend;
mod fail;
mod find;
mod help;
mod json;
mod list;
mod log;
mod new;
mod number;
mod out;
mod receipt;
mod roster;
mod screens;
mod show;
mod stage;
mod stats;
mod undo;
mod usage;
mod verify;

use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::{ArgMatches, Command};
use etcetera::BaseStrategy as _;

use crate::domain::fault::Fault;
use crate::os;
use crate::store::Store;
use crate::text::Lang;
use fail::Failure;
use out::Out;

/// A subcommand: how it is called, what it is for, what it takes, what it does.
struct Sub {
    name: &'static str,
    about: fn(Lang) -> &'static str,
    usage: &'static str,
    args: fn(Lang, Command) -> Command,
    run: fn(&Cx, &ArgMatches) -> Result<(), Failure>,
}

/// All of them, in the order in which help lists them.
const SUBS: &[Sub] = &[
    new::SUB,
    extend::SUB,
    demo::SUB,
    add::SUB,
    list::SUB,
    show::SUB,
    stage::SUB,
    undo::UNDO,
    undo::REDO,
    stats::SUB,
    log::SUB,
    verify::SUB,
    backup::SUB,
    help::SUB,
];

/// What every subcommand is handed.
struct Cx {
    say: Lang,
    out: Out,
    /// The file that was named, if one was.
    named: Option<PathBuf>,
}

impl Cx {
    /// The file it is about: the one named, else the user's own.
    fn path(&self) -> Result<PathBuf, Failure> {
        match &self.named {
            Some(path) => Ok(path.clone()),
            None => own_file().ok_or_else(|| Failure::failed(self.say.cli_no_home())),
        }
    }

    /// Opens it.
    fn open(&self) -> Result<Store, Failure> {
        let path = self.path()?;
        Store::open(&path).map_err(|fault| match fault {
            Fault::NoFile { .. } => Failure::not_found(self.no_file(&path)),
            fault => Failure::about(fault, &path),
        })
    }

    /// There is no such file: what to do depends on whether one was asked for.
    fn no_file(&self, path: &Path) -> String {
        let shown = path.display().to_string();
        if self.named.is_none() {
            self.say.cli_first_run(&shown)
        } else if shown.contains(['.', '/']) {
            self.say.no_file(&shown)
        } else {
            self.say.cli_no_file_or_command(&shown)
        }
    }
}

/// …/xuncha/round.db in the user's data folder; `None` without a home.
fn own_file() -> Option<PathBuf> {
    let base = etcetera::choose_base_strategy().ok()?;
    Some(base.data_dir().join("xuncha").join("round.db"))
}

/// The whole program: what was asked for is done, what went wrong is said, the exit status tells which.
pub fn main() -> ExitCode {
    let words: Vec<OsString> = std::env::args_os().collect();
    let say = args::language(&words, args::env);
    let out = Out::new();
    let done = os::harden()
        .map_err(|why| Failure::failed(say.cli_not_hardened(&why.to_string())))
        .and_then(|()| run(say, out, &words));
    ExitCode::from(match done {
        Ok(()) => 0,
        Err(failure) => failure.said(say),
    })
}

fn run(say: Lang, out: Out, words: &[OsString]) -> Result<(), Failure> {
    let matches = command(say)
        .try_get_matches_from(words)
        .map_err(|error| usage::failure(say, &error, words))?;
    let mut out = out;
    out.json = matches.get_flag(args::JSON);
    let named = args::file(&matches);
    let cx = Cx { say, out, named };
    let Some((name, its)) = matches.subcommand() else {
        return screens::run(&cx, &matches);
    };
    match SUBS.iter().find(|sub| sub.name == name) {
        Some(sub) => (sub.run)(&cx, its),
        None => Err(Failure::usage(say.cli_no_command(name))),
    }
}

/// The command line as clap knows it, in one language.
fn command(say: Lang) -> Command {
    let root = args::top(say, screens::args(say, Command::new("xuncha")));
    SUBS.iter().fold(root, |root, sub| {
        let command = Command::new(sub.name)
            .about((sub.about)(say))
            .override_usage(format!("xuncha {} {}", sub.name, sub.usage));
        root.subcommand(args::dress(say, (sub.args)(say, command)))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_command_line_is_consistent_in_both_languages() {
        for say in [Lang::Zh, Lang::En] {
            command(say).debug_assert();
        }
    }

    /// `xuncha FILE COMMAND` and `xuncha -f FILE COMMAND` name the same file, a command's word is never taken for a file.
    #[test]
    fn a_file_may_stand_before_the_command() {
        let cases: &[(&[&str], Option<&str>, Option<&str>)] = &[
            (&["xuncha"], None, None),
            (&["xuncha", "a.db"], Some("a.db"), None),
            (&["xuncha", "list"], None, Some("list")),
            (&["xuncha", "a.db", "list"], Some("a.db"), Some("list")),
            (
                &["xuncha", "-f", "a.db", "list"],
                Some("a.db"),
                Some("list"),
            ),
            (
                &["xuncha", "list", "-f", "a.db"],
                Some("a.db"),
                Some("list"),
            ),
        ];
        for (words, file, sub) in cases {
            let matches = command(Lang::En).try_get_matches_from(*words).unwrap();
            assert_eq!(
                args::file(&matches).as_deref(),
                file.map(Path::new),
                "{words:?}"
            );
            assert_eq!(matches.subcommand_name(), *sub, "{words:?}");
        }
    }
}
