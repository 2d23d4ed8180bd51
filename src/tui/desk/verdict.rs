//! What verifying found, as a sentence.

use crate::domain::fault::Fault;
use crate::store::{Difference, Verdict};
use crate::text::Lang;
use crate::tui::effect::{Notice, Tone};

/// The sentence: everything is as the log says, or what is not.
pub(super) fn notice(verdict: &Verdict, say: Lang) -> Notice {
    if verdict.is_clean() {
        return Notice {
            tone: Tone::Good,
            text: say.verified(verdict.entries, verdict.rows, &verdict.head),
        };
    }
    let first = verdict.differences.first();
    let first = first.map(|it| difference(it, say)).unwrap_or_default();
    Notice {
        tone: Tone::Bad,
        text: say.tampered(verdict.found, &first),
    }
}

/// Verifying itself failed.
pub(super) fn trouble(fault: &Fault, say: Lang) -> Notice {
    Notice {
        tone: Tone::Bad,
        text: say.fault(fault),
    }
}

/// One difference in words.
pub(crate) fn difference(it: &Difference, say: Lang) -> String {
    match it {
        Difference::Damage(what) => what.clone(),
        Difference::Entry(n) => say.entry_altered(*n),
        Difference::Chain(n) => say.chain_broken(*n),
        Difference::Unsealed(table, row) => say.unsealed(say.table(table), row),
        Difference::Cell {
            table,
            row,
            column,
            log,
            file,
        } => {
            let none = || say.pick("空", "nothing").to_owned();
            let word = |value: &Option<String>| {
                let value = value.clone().unwrap_or_else(none);
                say.code(table, column, &value).map_or(value, str::to_owned)
            };
            say.cell_differs(row, say.column(table, column), &word(log), &word(file))
        }
        Difference::Missing(table, row) => say.row_missing(say.table(table), row),
        Difference::Extra(table, row) => say.row_extra(say.table(table), row),
        Difference::Tally(what, wanted, found) => say.tally_wrong(what, *wanted, *found),
    }
}
