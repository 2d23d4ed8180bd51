//! clap's complaints as sentences of ours, in the user's language.

use std::ffi::OsString;

use clap::Error;
use clap::error::{ContextKind, ContextValue, ErrorKind};

use super::SUBS;
use super::fail::Failure;
use super::out;
use crate::text::Lang;

/// Help and version are printed; everything else is refused in one sentence that says where the usage stands.
pub(super) fn failure(say: Lang, error: &Error, words: &[OsString]) -> Failure {
    match error.kind() {
        ErrorKind::DisplayHelp | ErrorKind::DisplayVersion => {
            match out::text(&error.render().to_string()) {
                Ok(()) => Failure::Quiet(0),
                Err(failure) => failure,
            }
        }
        kind => Failure::usage(say.cli_see_help(&sentence(say, kind, error), &asked(words))),
    }
}

/// `xuncha list` if the line holds a subcommand's name.
fn asked(words: &[OsString]) -> String {
    let sub = words
        .iter()
        .skip(1)
        .find_map(|word| SUBS.iter().find(|sub| word == sub.name));
    sub.map_or_else(|| "xuncha".to_owned(), |sub| format!("xuncha {}", sub.name))
}

fn sentence(say: Lang, kind: ErrorKind, error: &Error) -> String {
    let of = |kind| said(say, error.get(kind));
    let (arg, value) = (of(ContextKind::InvalidArg), of(ContextKind::InvalidValue));
    match kind {
        ErrorKind::UnknownArgument => say.cli_unknown(&arg),
        ErrorKind::InvalidSubcommand => say.cli_no_command(&of(ContextKind::InvalidSubcommand)),
        ErrorKind::MissingRequiredArgument => say.cli_missing(&arg),
        ErrorKind::ArgumentConflict => say.cli_not_both(&arg, &of(ContextKind::PriorArg)),
        ErrorKind::InvalidUtf8 => say.cli_not_utf8().to_owned(),
        _ if value.is_empty() => say.cli_no_value(&arg),
        _ => {
            let valid = of(ContextKind::ValidValue);
            if valid.is_empty() {
                say.cli_bad_value(&arg, &value)
            } else {
                say.cli_one_of(&arg, &value, &valid)
            }
        }
    }
}

fn said(say: Lang, value: Option<&ContextValue>) -> String {
    match value {
        Some(ContextValue::String(text)) => text.clone(),
        Some(ContextValue::Strings(texts)) => texts.join(say.pick("、", ", ")),
        _ => String::new(),
    }
}
