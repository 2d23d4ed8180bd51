//! `xuncha verify`: is the file what its log says? Changes are found (发现改动), not made impossible.

use clap::{ArgMatches, Command};

use super::fail::{Failure, Status};
use super::{Cx, Sub, json, out};
use crate::text::Lang;
use crate::tui::desk::verdict::difference;

pub(super) const SUB: Sub = Sub {
    name: "verify",
    about: Lang::cli_verify,
    usage: "[--json]",
    args: |_, command: Command| command,
    run,
};

fn run(cx: &Cx, _: &ArgMatches) -> Result<(), Failure> {
    let store = cx.open()?;
    let verdict = store
        .verify()
        .map_err(|fault| Failure::about(fault, store.path()))?;
    let differences: Vec<String> = verdict
        .differences
        .iter()
        .map(|it| difference(it, cx.say))
        .collect();
    if cx.out.json {
        out::json(&json::Verdict {
            clean: verdict.is_clean(),
            entries: verdict.entries,
            rows: verdict.rows,
            head: &verdict.head,
            found: verdict.found,
            differences,
        })?;
        return if verdict.is_clean() {
            Ok(())
        } else {
            Err(Failure::quiet(Status::Damaged))
        };
    }
    if verdict.is_clean() {
        return out::text(
            &cx.say
                .verified(verdict.entries, verdict.rows, &verdict.head),
        );
    }
    out::text(&differences.join("\n"))?;
    let first = differences.first().map(String::as_str).unwrap_or_default();
    Err(Failure::Said(
        Status::Damaged,
        cx.say.tampered(verdict.found, first),
    ))
}
