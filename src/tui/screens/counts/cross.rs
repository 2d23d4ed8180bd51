//! Two fields against each other: which counts are asked, what each number is, which findings stand behind it.

use crate::domain::answer::{Pivot, PivotKey};
use crate::domain::codes::{Stage, Track};
use crate::domain::ids::{AreaNo, VillageId};
use crate::domain::query::{Dim, FindingFilter, Query, Window};
use crate::tui::cursor::{Cursor, Known};
use crate::tui::screen::Cx;

/// The fields but villages have no more values than this.
const FEW: Window = Window::first(64);

/// A value of a field.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Key {
    Village(Option<VillageId>),
    Area(Option<AreaNo>),
    Stage(Stage),
    Track(Track),
}

impl From<&PivotKey> for Key {
    fn from(key: &PivotKey) -> Self {
        match key {
            PivotKey::Village(id, _) => Self::Village(*id),
            PivotKey::Area(no) => Self::Area(*no),
            PivotKey::Stage(stage) => Self::Stage(*stage),
            PivotKey::Track(track) => Self::Track(*track),
        }
    }
}

impl Key {
    /// Lets only findings of this value through.
    pub(super) fn narrow(self, filter: &mut FindingFilter) {
        match self {
            Self::Village(None) => filter.nowhere = true,
            Self::Village(id) => filter.village = id,
            Self::Area(no) => filter.area = Some(no.unwrap_or(0)),
            Self::Stage(stage) => filter.stages = vec![stage],
            Self::Track(track) => filter.track = Some(track),
        }
    }
}

/// The two fields and where one stands among the numbers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Cross {
    pub(super) down: Dim,
    pub(super) across: Dim,
    pub(super) row: Cursor<Key>,
    pub(super) line: Line,
    /// 0: the sums at the left; then the columns.
    pub(super) col: usize,
}

/// Which line the cursor is in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Line {
    /// That of a value.
    Value,
    /// The sums under all of them.
    Sums,
}

impl Default for Cross {
    fn default() -> Self {
        Self {
            down: Dim::Village,
            across: Dim::Area,
            row: Cursor::default(),
            line: Line::Value,
            col: 1,
        }
    }
}

/// The numbers as far as they were answered.
pub(super) struct Grid<'a> {
    pub(super) keys: Known<'a, PivotKey>,
    cells: Known<'a, Vec<u32>>,
    pub(super) cols: &'a [PivotKey],
    col_sums: &'a [u32],
    /// Counts each finding once where the cells count it per area.
    once: Option<Once<'a>>,
}

/// Where sums along the areas come from: a finding of two areas stands in two cells but is one finding.
struct Once<'a> {
    pages: Vec<&'a Pivot>,
    from: Source,
}

/// Which fields the findings are counted by instead.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Source {
    /// The same rows: each row's cells make its sum.
    Rows(Dim, Dim),
    /// Its column sums are the sums of our rows.
    ColsAsRows(Dim, Dim),
    /// Its column sums are ours.
    Cols(Dim, Dim),
}

impl Source {
    fn fields(self) -> (Dim, Dim) {
        match self {
            Self::Rows(rows, cols) | Self::ColsAsRows(rows, cols) | Self::Cols(rows, cols) => {
                (rows, cols)
            }
        }
    }
}

fn ask(rows: Dim, cols: Dim, window: Window, cx: &Cx<'_>) -> Query {
    Query::Pivot {
        rows,
        cols,
        clues: cx.clues,
        window,
    }
}

impl Cross {
    fn windows(&self, height: u16) -> Vec<Window> {
        if self.down == Dim::Village {
            self.row.windows(height)
        } else {
            vec![FEW]
        }
    }

    /// Where sums along the areas come from; `None`: no area is counted, the cells add up.
    fn source(&self) -> Option<Source> {
        match (self.down, self.across) {
            (Dim::Track, Dim::Area) => Some(Source::ColsAsRows(Dim::Village, Dim::Track)),
            (rows, Dim::Area) => Some(Source::Rows(rows, Dim::Track)),
            (Dim::Area, Dim::Track) => Some(Source::Cols(Dim::Village, Dim::Track)),
            (Dim::Area, cols) => Some(Source::Cols(Dim::Track, cols)),
            _ => None,
        }
    }

    fn source_windows(&self, source: Source, height: u16) -> Vec<Window> {
        match source {
            Source::Rows(..) => self.windows(height),
            Source::ColsAsRows(..) | Source::Cols(..) => vec![FEW],
        }
    }

    pub(super) fn asks(&self, height: u16, cx: &Cx<'_>) -> Vec<Query> {
        let own = self.windows(height).into_iter();
        let mut asks: Vec<Query> = own
            .map(|window| ask(self.down, self.across, window, cx))
            .collect();
        if let Some(source) = self.source() {
            let (rows, cols) = source.fields();
            let windows = self.source_windows(source, height).into_iter();
            asks.extend(windows.map(|window| ask(rows, cols, window, cx)));
        }
        asks
    }

    pub(super) fn grid<'a>(&self, height: u16, cx: &Cx<'a>) -> Option<Grid<'a>> {
        let windows = self.windows(height);
        let page = |window| cx.answers.pivot(&ask(self.down, self.across, window, cx));
        let first = page(*windows.first()?)?;
        let once = self.source().map(|from| {
            let (rows, cols) = from.fields();
            let windows = self.source_windows(from, height).into_iter();
            let pages = windows.filter_map(|it| cx.answers.pivot(&ask(rows, cols, it, cx)));
            Once {
                pages: pages.collect(),
                from,
            }
        });
        Some(Grid {
            keys: Known::of(&windows, |it| page(it).map(|p| (p.total_rows, &*p.rows))),
            cells: Known::of(&windows, |it| page(it).map(|p| (p.total_rows, &*p.cells))),
            cols: &first.cols,
            col_sums: &first.sums,
            once,
        })
    }

    /// The findings behind a number: of a row or of all, of a column or of all.
    pub(super) fn filter(&self, row: Option<Key>, col: Option<Key>, cx: &Cx<'_>) -> FindingFilter {
        // Where stages are counted, merged and dismissed ones are stages like others.
        let by_stage = [self.down, self.across].contains(&Dim::Stage);
        let mut filter = FindingFilter {
            counted: !by_stage,
            clues: cx.clues,
            ..FindingFilter::default()
        };
        for key in [row, col].into_iter().flatten() {
            key.narrow(&mut filter);
        }
        filter
    }

    /// The number under the cursor and the findings behind it.
    pub(super) fn on(&self, height: u16, cx: &Cx<'_>) -> Option<(u32, FindingFilter)> {
        let grid = self.grid(height, cx)?;
        let index = self.row.index();
        let row = match self.line {
            Line::Value => Some(Key::from(grid.keys.row(index)?)),
            Line::Sums => None,
        };
        let at = self.col.min(grid.cols.len()).checked_sub(1);
        let col = at.and_then(|at| grid.cols.get(at)).map(Key::from);
        let n = match (self.line, at) {
            (Line::Value, Some(at)) => grid.cell(index, at),
            (Line::Value, None) => grid.row_sum(index),
            (Line::Sums, Some(at)) => grid.col_sum(at),
            (Line::Sums, None) => grid.total(),
        };
        Some((n, self.filter(row, col, cx)))
    }

    /// Another field down, never the one across.
    pub(super) fn next_rows(&mut self) {
        self.down = next(self.down, &[self.across]);
        self.row = Cursor::default();
        self.line = Line::Value;
    }

    /// Another field across, never the one down; villages may be too many for columns.
    pub(super) fn next_cols(&mut self) {
        self.across = next(self.across, &[self.down, Dim::Village]);
        self.col = 1;
    }
}

/// The field after this one that is none of those.
fn next(dim: Dim, not: &[Dim]) -> Dim {
    let here = Dim::ALL.iter().position(|it| *it == dim).unwrap_or(0);
    let others = Dim::ALL.iter().cycle().skip(here + 1).take(Dim::ALL.len());
    let mut others = others.filter(|it| !not.contains(it));
    others.next().copied().unwrap_or(dim)
}

impl Grid<'_> {
    pub(super) fn cell(&self, row: u32, col: usize) -> u32 {
        let cells = self.cells.row(row);
        cells.and_then(|it| it.get(col)).copied().unwrap_or(0)
    }

    /// Findings of a row.
    pub(super) fn row_sum(&self, row: u32) -> u32 {
        let own = || self.cells.row(row).map_or(0, |cells| cells.iter().sum());
        let (Some(once), Some(key)) = (&self.once, self.keys.row(row)) else {
            return own();
        };
        let key = Key::from(key);
        let of = |page: &&Pivot| match once.from {
            Source::Rows(..) => {
                let at = page.rows.iter().position(|it| Key::from(it) == key)?;
                Some(page.cells.get(at)?.iter().sum())
            }
            Source::ColsAsRows(..) => {
                let at = page.cols.iter().position(|it| Key::from(it) == key)?;
                page.sums.get(at).copied()
            }
            Source::Cols(..) => Some(own()),
        };
        once.pages.iter().find_map(of).unwrap_or(0)
    }

    /// Findings of a column.
    pub(super) fn col_sum(&self, col: usize) -> u32 {
        let own = self.col_sums.get(col).copied().unwrap_or(0);
        let (Some(once), Some(key)) = (&self.once, self.cols.get(col)) else {
            return own;
        };
        if !matches!(once.from, Source::Cols(..)) {
            return own;
        }
        let key = Key::from(key);
        let of = |page: &&Pivot| {
            let at = page.cols.iter().position(|it| Key::from(it) == key)?;
            page.sums.get(at).copied()
        };
        once.pages.iter().find_map(of).unwrap_or(0)
    }

    /// All findings of the table, each once.
    pub(super) fn total(&self) -> u32 {
        match &self.once {
            Some(once) => once.pages.first().map_or(0, |page| page.sums.iter().sum()),
            None => self.col_sums.iter().sum(),
        }
    }

    /// The largest number of a cell in sight, for shades.
    pub(super) fn largest(&self) -> u32 {
        let seen = (0..self.keys.total()).filter_map(|row| self.cells.row(row));
        seen.flatten().copied().max().unwrap_or(0)
    }
}
