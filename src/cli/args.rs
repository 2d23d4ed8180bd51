//! What every command line takes: file, language, JSON; and the pieces that subcommands build theirs of.

use std::ffi::OsString;
use std::path::PathBuf;

use clap::{Arg, ArgAction, ArgMatches, Command, value_parser};

use crate::text::Lang;

/// The flag that asks for JSON.
pub(super) const JSON: &str = "json";

/// Where help lists what every command takes: below its own.
const LAST: usize = 900;

/// A word of the environment that is set to something.
pub(super) fn env(name: &str) -> Option<String> {
    std::env::var(name).ok().filter(|value| !value.is_empty())
}

/// The language asked for by `--lang`, else by the locale. Looked at before anything is read, for help and complaints need it.
pub(super) fn language(words: &[OsString], env: impl Fn(&str) -> Option<String>) -> Lang {
    let words = words.iter().map(|word| word.to_string_lossy());
    let words: Vec<_> = words.take_while(|word| word != "--").collect();
    let asked = words.iter().enumerate().find_map(|(i, word)| {
        let next = || words.get(i + 1).map(AsRef::as_ref);
        match word.strip_prefix("--lang") {
            Some("") => next(),
            Some(rest) => rest.strip_prefix('='),
            None => None,
        }
    });
    match asked {
        Some("zh") => return Lang::Zh,
        Some("en") => return Lang::En,
        _ => {}
    }
    let locale = ["LC_ALL", "LC_MESSAGES", "LANG"];
    let locale = locale
        .into_iter()
        .find_map(|name| env(name).filter(|it| !it.is_empty()));
    if locale.is_some_and(|it| it.to_ascii_lowercase().starts_with("zh")) {
        Lang::Zh
    } else {
        Lang::En
    }
}

/// The file named before the command, by `-f`, or by the environment.
pub(super) fn file(matches: &ArgMatches) -> Option<PathBuf> {
    let inner = matches.subcommand().map(|(_, its)| its);
    let option = |from: &ArgMatches| from.try_get_one::<PathBuf>("file").ok().flatten().cloned();
    inner
        .and_then(option)
        .or_else(|| option(matches))
        .or_else(|| matches.get_one::<PathBuf>("FILE").cloned())
        .or_else(|| env("XUNCHA_FILE").map(PathBuf::from))
}

/// What stands before the command, and what every command takes.
pub(super) fn top(say: Lang, root: Command) -> Command {
    let root = root
        .version(env!("CARGO_PKG_VERSION"))
        .about(say.cli_about())
        .after_help(say.cli_after())
        .subcommand_precedence_over_arg(true)
        .disable_help_subcommand(true)
        .subcommand_help_heading(say.cli_h_commands())
        .override_usage(say.cli_usage())
        .arg(
            Arg::new("FILE")
                .value_parser(value_parser!(PathBuf))
                .help(say.cli_a_file()),
        )
        .arg(
            Arg::new("file")
                .short('f')
                .long("file")
                .value_name("FILE")
                .global(true)
                .value_parser(value_parser!(PathBuf))
                .help(say.cli_o_file()),
        )
        .arg(
            word("lang", "zh|en", say.cli_o_lang())
                .value_parser(["zh", "en"])
                .global(true),
        )
        .arg(flag(JSON, say.cli_o_json()).global(true))
        .arg(
            Arg::new("version")
                .short('V')
                .long("version")
                .action(ArgAction::Version)
                .help(say.cli_o_version()),
        );
    dress(say, root)
}

/// Help in the language it is asked in.
pub(super) fn dress(say: Lang, command: Command) -> Command {
    command
        .disable_help_flag(true)
        .disable_version_flag(true)
        .help_template(say.cli_template())
        .arg(
            Arg::new("help")
                .short('h')
                .long("help")
                .action(ArgAction::Help)
                .help(say.cli_o_help()),
        )
        .mut_args(|arg| {
            let heading = if arg.is_positional() {
                say.cli_h_arguments()
            } else {
                say.cli_h_options()
            };
            let last = matches!(
                arg.get_id().as_str(),
                "file" | "lang" | JSON | "version" | "help"
            );
            let arg = if last { arg.display_order(LAST) } else { arg };
            arg.help_heading(heading)
        })
}

/// `--name VALUE`
pub(super) fn word(name: &'static str, value: &'static str, help: &'static str) -> Arg {
    // A value may begin with a hyphen: -1d.
    Arg::new(name)
        .long(name)
        .value_name(value)
        .help(help)
        .allow_hyphen_values(true)
        .hide_possible_values(true)
}

/// `--name`
pub(super) fn flag(name: &'static str, help: &'static str) -> Arg {
    Arg::new(name)
        .long(name)
        .action(ArgAction::SetTrue)
        .help(help)
}

/// `NAME`
pub(super) fn must(name: &'static str, help: &'static str) -> Arg {
    Arg::new(name).required(true).help(help)
}

/// The text of an argument, if it was given.
pub(super) fn text<'a>(matches: &'a ArgMatches, name: &str) -> Option<&'a str> {
    matches.get_one::<String>(name).map(String::as_str)
}

/// The texts of an argument that may be given more than once.
pub(super) fn texts<'a>(matches: &'a ArgMatches, name: &str) -> Vec<&'a str> {
    let given = matches.get_many::<String>(name).into_iter().flatten();
    given.map(String::as_str).collect()
}

/// The same, each a list with commas between, half or full width.
pub(super) fn listed<'a>(matches: &'a ArgMatches, name: &str) -> Vec<&'a str> {
    let given = texts(matches, name).into_iter();
    given
        .flat_map(|text| text.split([',', '，', '、']))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_language_is_asked_for_or_the_locales() {
        type Set<'a> = &'a [(&'a str, &'a str)];
        let cases: &[(&[&str], Set<'_>, Lang)] = &[
            (&[], &[], Lang::En),
            (&[], &[("LANG", "zh_CN.UTF-8")], Lang::Zh),
            (&[], &[("LANG", "C.UTF-8")], Lang::En),
            (&[], &[("LANG", "de_DE.UTF-8")], Lang::En),
            (&[], &[("LC_ALL", "C"), ("LANG", "zh_CN")], Lang::En),
            (&[], &[("LC_ALL", ""), ("LC_MESSAGES", "zh_TW")], Lang::Zh),
            (&["--lang", "zh"], &[], Lang::Zh),
            (&["list", "--lang=en"], &[("LANG", "zh_CN")], Lang::En),
            (&["--lang", "xx"], &[("LANG", "zh_CN")], Lang::Zh),
            (&["add", "--", "--lang=zh"], &[], Lang::En),
        ];
        for (words, set, lang) in cases {
            let words: Vec<OsString> = words.iter().map(OsString::from).collect();
            let env = |name: &str| {
                let found = set.iter().find(|(known, _)| *known == name);
                found.map(|(_, value)| (*value).to_owned())
            };
            assert_eq!(language(&words, env), *lang, "{words:?} {set:?}");
        }
    }
}
