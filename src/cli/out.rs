//! The only code that prints. Whatever comes out of the file is cleaned here, on its way to a terminal or not.

use std::io::{self, IsTerminal as _, Write};

use serde::Serialize;

use super::fail::{Failure, Status};
use crate::text::cells;
use crate::text::clean::clean;

/// Where results go.
#[derive(Clone, Copy, Debug)]
pub(super) struct Out {
    /// Results are JSON.
    pub(super) json: bool,
    /// Columns of the terminal; `None`: a file or a pipe.
    width: Option<usize>,
}

impl Out {
    pub(super) fn new() -> Self {
        let size = || rustix::termios::tcgetwinsize(rustix::stdio::stdout()).ok();
        let width = io::stdout()
            .is_terminal()
            .then(|| size().map_or(80, |it| usize::from(it.ws_col)));
        Self { json: false, width }
    }

    /// Lines of text for somebody who looks at them, not for a file or a pipe.
    pub(super) fn aside(self, text: &str) -> Result<(), Failure> {
        if self.width.is_some() {
            self::text(text)
        } else {
            Ok(())
        }
    }

    /// A table; in a terminal its widest text gives way.
    pub(super) fn table(self, table: &Table) -> Result<(), Failure> {
        text(&table.drawn(self.width))
    }
}

/// Lines of text.
pub(super) fn text(text: &str) -> Result<(), Failure> {
    let lines: Vec<_> = text.lines().map(clean).collect();
    send(&(lines.join("\n") + "\n"))
}

/// One JSON document.
pub(super) fn json(it: &impl Serialize) -> Result<(), Failure> {
    let text = serde_json::to_string_pretty(it).map_err(|why| Failure::failed(why.to_string()))?;
    send(&(escaped(&text) + "\n"))
}

/// A sentence about what went wrong.
pub(super) fn complain(text: &str) {
    let text = format!("xuncha: {}\n", clean(text));
    // Nobody is left to be told.
    let _ = io::stderr().write_all(text.as_bytes());
}

/// Everything at once; a reader that has seen enough is no failure.
fn send(text: &str) -> Result<(), Failure> {
    let mut stdout = io::stdout().lock();
    stdout
        .write_all(text.as_bytes())
        .and_then(|()| stdout.flush())
        .map_err(|why| match why.kind() {
            io::ErrorKind::BrokenPipe => Failure::quiet(Status::Pipe),
            _ => Failure::failed(why.to_string()),
        })
}

/// JSON in which nothing moves a terminal's cursor or turns its writing: such characters as `\u202e`.
fn escaped(json: &str) -> String {
    use std::fmt::Write as _;
    let mut out = String::with_capacity(json.len());
    let mut one = [0; 4];
    for c in json.chars() {
        let text: &str = c.encode_utf8(&mut one);
        if c == '\n' || clean(text) == text {
            out.push(c);
        } else {
            for unit in c.encode_utf16(&mut [0; 2]) {
                let _ = write!(out, "\\u{unit:04x}");
            }
        }
    }
    out
}

/// Rows of cells under their heads.
pub(super) struct Table {
    heads: Vec<String>,
    rows: Vec<Vec<String>>,
    /// The column that gives way in a narrow terminal.
    gives: usize,
    /// Columns that are left out where it would have to give too much, the first first.
    spare: Vec<usize>,
    /// Columns of numbers.
    right: Vec<usize>,
}

/// What the column that gives way should keep, and what it keeps when nothing can be left out any more.
const ROOM: usize = 24;
const LEAST: usize = 10;

impl Table {
    /// With these heads; the last column gives way.
    pub(super) fn new(heads: Vec<impl Into<String>>) -> Self {
        Self {
            gives: heads.len().saturating_sub(1),
            heads: heads.into_iter().map(Into::into).collect(),
            rows: Vec::new(),
            spare: Vec::new(),
            right: Vec::new(),
        }
    }

    /// Every column from the `first` on holds numbers, and none gives way.
    pub(super) fn numbers(mut self, first: usize) -> Self {
        self.right = (first..self.heads.len()).collect();
        self.gives = usize::MAX;
        self
    }

    /// These may be left out in a narrow terminal, the first first.
    pub(super) fn spare(mut self, columns: &[usize]) -> Self {
        self.spare = columns.to_vec();
        self
    }

    /// Adds a row.
    pub(super) fn row(&mut self, cells: Vec<String>) {
        self.rows.push(cells);
    }

    /// Whether there is no row.
    pub(super) fn is_empty(&self) -> bool {
        self.rows.is_empty()
    }

    fn drawn(&self, width: Option<usize>) -> String {
        let rows: Vec<Vec<String>> = std::iter::once(&self.heads)
            .chain(&self.rows)
            .map(|row| row.iter().map(|cell| clean(cell).into_owned()).collect())
            .collect();
        let columns = self.columns(&rows, width);
        let line = |row: &Vec<String>| {
            let cell =
                |(at, wide): &(usize, usize)| row.get(*at).map(|it| self.fit(*at, it, *wide));
            let cells: Vec<String> = columns.iter().filter_map(cell).collect();
            cells.join("  ").trim_end().to_owned()
        };
        rows.iter().map(line).collect::<Vec<_>>().join("\n")
    }

    /// Which columns are shown, and how wide.
    fn columns(&self, rows: &[Vec<String>], width: Option<usize>) -> Vec<(usize, usize)> {
        let widest = |at: usize| {
            let cells = rows.iter().filter_map(|row| row.get(at));
            cells
                .map(|cell| cells::width(cell))
                .max()
                .unwrap_or_default()
        };
        let mut columns: Vec<(usize, usize)> =
            (0..self.heads.len()).map(|at| (at, widest(at))).collect();
        let (Some(width), Some((_, wish))) = (width, columns.get(self.gives).copied()) else {
            return columns;
        };
        let left = |columns: &[(usize, usize)]| {
            let others = columns.iter().filter(|(at, _)| *at != self.gives);
            width.saturating_sub(others.map(|(_, wide)| wide + 2).sum())
        };
        for spare in &self.spare {
            if left(&columns) >= wish.min(ROOM) {
                break;
            }
            columns.retain(|(at, _)| at != spare);
        }
        let kept = left(&columns).max(LEAST).min(wish);
        for (_, wide) in columns.iter_mut().filter(|(at, _)| *at == self.gives) {
            *wide = kept;
        }
        columns
    }

    fn fit(&self, column: usize, cell: &str, wide: usize) -> String {
        if self.right.contains(&column) {
            cells::fit_right(cell, wide)
        } else {
            cells::fit(cell, wide)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_stand_under_each_other_in_cells() {
        let mut table = Table::new(vec!["编号", "n", "标题"]);
        table.row(vec![
            "一组-001".into(),
            "7".into(),
            "集体资产台账缺失三本，会计称已移交".into(),
        ]);
        table.row(vec!["A-2".into(), "12".into(), "短".into()]);
        let wide = "编号      n   标题\n一组-001  7   集体资产台账缺失三本，会计称已移交\nA-2       12  短";
        assert_eq!(table.drawn(None), wide);
        let narrow = table.drawn(Some(32));
        assert!(narrow.starts_with("编号      n   标题\n一组-001  7   集体资产"));
        assert!(
            narrow.lines().all(|line| cells::width(line) <= 32),
            "{narrow}"
        );
        assert!(narrow.contains('…'), "{narrow}");
        let spared = table.spare(&[1]).drawn(Some(32));
        assert!(spared.starts_with("编号      标题\n"), "{spared}");
    }

    #[test]
    fn json_is_the_same_json_without_what_a_terminal_would_obey() {
        let text = "台账\u{202e}\u{9b}\u{1b}[31m👨‍👩‍👧\u{e0041} \"引\"\n";
        let json = serde_json::to_string(text).unwrap();
        let safe = escaped(&json);
        assert!(
            safe.chars().all(|c| clean(&c.to_string()) == c.to_string()),
            "{safe}"
        );
        assert_eq!(serde_json::from_str::<String>(&safe).unwrap(), text);
        assert!(safe.contains("台账"));
    }
}
