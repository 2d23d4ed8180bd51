//! `xuncha log [N]`: the newest changes, or one of them with what it changed.

use clap::{Arg, ArgMatches, Command, value_parser};

use super::args::{flag, word};
use super::fail::Failure;
use super::out::Table;
use super::{Cx, Sub, find, json, out};
use crate::domain::answer::{Answer, LogLine, LogRow, LogSheet};
use crate::domain::query::{Query, Window};
use crate::store::Store;
use crate::text::Lang;

pub(super) const SUB: Sub = Sub {
    name: "log",
    about: Lang::cli_log,
    usage: "[N] [--limit N] [--clues] [--json]",
    args,
    run,
};

/// Entries listed unless more are asked for.
const LIMIT: u32 = 30;

fn args(say: Lang, command: Command) -> Command {
    command
        .arg(
            Arg::new("N")
                .value_parser(value_parser!(i64))
                .help(say.cli_a_entry()),
        )
        .arg(word("limit", "N", say.cli_o_log_limit()).value_parser(value_parser!(u32)))
        .arg(flag("clues", say.cli_o_clues()))
}

fn run(cx: &Cx, its: &ArgMatches) -> Result<(), Failure> {
    let store = cx.open()?;
    let clues = its.get_flag("clues");
    if let Some(n) = its.get_one::<i64>("N") {
        return entry(cx, &store, *n, clues);
    }
    let limit = its.get_one("limit").copied().unwrap_or(LIMIT);
    newest(cx, &store, limit, clues)
}

/// What an entry is about stays unsaid while the restricted compartment is closed.
fn veil(row: &mut LogRow, clues: bool, say: Lang) {
    if row.restricted && !clues {
        say.cli_a_clue().clone_into(&mut row.subject);
    }
}

fn newest(cx: &Cx, store: &Store, limit: u32, clues: bool) -> Result<(), Failure> {
    let mut page = match store.ask(&Query::Log(Window::first(limit)))? {
        Answer::Log(page) => page,
        other => return Err(find::unexpected(&other).into()),
    };
    for row in &mut page.rows {
        veil(row, clues, cx.say);
    }
    if cx.out.json {
        let entries = page.rows.iter().map(json::Entry::from).collect();
        return out::json(&json::Log {
            total: page.total,
            entries,
        });
    }
    let mut table = Table::new(vec![
        "n",
        cx.say.cli_when(),
        cx.say.cli_who(),
        cx.say.cli_what(),
        cx.say.cli_about_what(),
    ]);
    for row in &page.rows {
        let mark = if row.undone {
            cx.say.history_undone()
        } else {
            ""
        };
        table.row(vec![
            row.n.to_string(),
            cx.say.moment(row.at),
            row.actor.clone(),
            verb(cx.say, row).to_owned(),
            [mark, row.subject.as_str()].join(if mark.is_empty() { "" } else { " " }),
        ]);
    }
    cx.out.table(&table)?;
    let shown = u32::try_from(page.rows.len()).unwrap_or(u32::MAX);
    match page.total.saturating_sub(shown) {
        0 => Ok(()),
        older => cx.out.aside(&cx.say.cli_more_entries(older)),
    }
}

fn entry(cx: &Cx, store: &Store, n: i64, clues: bool) -> Result<(), Failure> {
    let Answer::LogEntry(Some(mut sheet)) = store.ask(&Query::LogEntry(n))? else {
        return Err(Failure::not_found(cx.say.cli_no_entry(n)));
    };
    veil(&mut sheet.row, clues, cx.say);
    sheet.lines.retain(|line| clues || !line.restricted);
    if cx.out.json {
        return out::json(&json::EntrySheet::from(&*sheet));
    }
    out::text(&told(cx.say, &sheet).join("\n"))
}

fn told(say: Lang, sheet: &LogSheet) -> Vec<String> {
    let row = &sheet.row;
    let mut lines = vec![
        format!("{} {} {}", row.n, verb(say, row), row.subject),
        format!("  {} {}", row.at.format("%Y-%m-%d %H:%M"), row.actor),
        format!("  {}", say.history_hash(&sheet.hash)),
    ];
    lines.extend(row.of.map(|n| format!("  {}", say.history_of(n))));
    if row.undone {
        lines.push(format!("  {}", say.history_undone_since()));
    }
    lines.extend(sheet.lines.iter().map(|line| changed(say, line)));
    lines
        .iter()
        .map(|line| line.trim_end().to_owned())
        .collect()
}

/// `  问题 一组-017 · 环节: 登记 → 核实`
fn changed(say: Lang, line: &LogLine) -> String {
    let value = |value: &Option<String>| match value.as_deref() {
        None | Some("") => say.history_empty().to_owned(),
        Some(text) => say
            .code(&line.table, &line.column, text)
            .unwrap_or(text)
            .to_owned(),
    };
    let (table, column) = (
        say.table(&line.table),
        say.column(&line.table, &line.column),
    );
    format!(
        "  {table} {} · {column}: {} → {}",
        line.row,
        value(&line.from),
        value(&line.to)
    )
}

fn verb(say: Lang, row: &LogRow) -> &str {
    row.verb
        .map_or(row.verb_word.as_str(), |verb| say.log_verb(verb))
}
