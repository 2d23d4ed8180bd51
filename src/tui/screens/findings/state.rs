//! Where one stands among the findings, and what is known of them.

use super::lane::{Lane, Rows, Shown};
use super::place::{Grid, Place, place_of};
use super::sheet;
use crate::domain::answer::{FindingRow, FindingSheet};
use crate::domain::codes::Stage;
use crate::domain::ids::FindingId;
use crate::domain::query::{FindingFilter, Group, Order, Query};
use crate::tui::screen::Cx;

/// 问题
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Findings {
    /// What the list is narrowed to; whether done ones are left out of the table is `all`'s business.
    pub(super) filter: FindingFilter,
    /// Name of the filter's village.
    pub(super) village_name: String,
    /// 全部 instead of 在办.
    pub(super) all: bool,
    /// The order somebody chose; `None`: see [`Findings::order`].
    pub(super) order: Option<Order>,
    pub(super) group: Option<Group>,
    pub(super) shape: Shape,
    pub(super) focus: Focus,
    pub(super) table: Lane,
    pub(super) board: Board,
    pub(super) marks: Vec<FindingRow>,
    /// Where marking a range began.
    pub(super) anchor: Option<u32>,
    /// Everything the filter lets through is to be marked once it is known.
    pub(super) mark_all: bool,
    /// First line shown of the detail, and of which finding it is.
    pub(super) scroll: u16,
    pub(super) scrolled: Option<FindingId>,
    /// A finding that another screen wants to see, whatever the filter.
    pub(super) wanted: Option<FindingId>,
    /// The wanted one, once the filter was dropped for it.
    pub(super) tried: Option<FindingId>,
}

/// How findings are laid out.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Shape {
    #[default]
    Table,
    Board,
}

/// Which pane hears the arrows.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Focus {
    #[default]
    List,
    /// The detail beside or below the list.
    Detail,
    /// The detail alone, over the whole screen.
    Page,
}

/// The board: a lane per stage.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Board {
    /// The selected column.
    pub(super) column: Stage,
    /// The first column shown, as a place among the columns.
    pub(super) left: usize,
    lanes: [Lane; 8],
}

impl Default for Board {
    fn default() -> Self {
        Self {
            column: Stage::Noted,
            left: 0,
            lanes: std::array::from_fn(|_| Lane::default()),
        }
    }
}

impl Board {
    fn index(stage: Stage) -> usize {
        let found = Stage::BOARD.iter().position(|column| *column == stage);
        found.unwrap_or(0)
    }

    /// A column's lane.
    pub(super) fn lane(&self, column: Stage) -> &Lane {
        &self.lanes[Self::index(column)]
    }

    pub(super) fn lane_mut(&mut self, column: Stage) -> &mut Lane {
        &mut self.lanes[Self::index(column)]
    }

    /// Every column to its first card.
    pub(super) fn top(&mut self) {
        self.lanes.iter_mut().for_each(Lane::top);
    }
}

/// The column a stage stands in: what was returned stands, with its sign, where it is verified again.
pub(super) fn home(stage: Stage) -> Option<Stage> {
    match stage {
        Stage::Returned => Some(Stage::Verifying),
        Stage::Merged | Stage::Dismissed => None,
        stage => Some(stage),
    }
}

impl Findings {
    /// Shows these findings only (`Effect::Findings`); a number elsewhere and this list are the same question.
    pub(crate) fn narrow(&mut self, filter: FindingFilter) {
        self.all = true;
        self.filter = filter;
        self.village_name.clear();
        self.focus = Focus::List;
        self.shape = Shape::Table;
        self.marks.clear();
        self.wanted = None;
        self.rewind();
    }

    /// Selects a finding (`Effect::Finding`), whatever the filter was.
    pub(crate) fn show(&mut self, id: FindingId) {
        self.wanted = Some(id);
        self.tried = None;
        self.focus = Focus::List;
        self.shape = Shape::Table;
        self.table = Lane::on(Some(id));
    }

    /// A finding was noted here: it is selected if the filter lets it through.
    pub(crate) fn made(&mut self, id: FindingId) {
        self.lane_mut().aim(id);
    }

    /// The list is another one: its first row.
    pub(super) fn rewind(&mut self) {
        self.table.top();
        self.board.top();
        self.anchor = None;
    }

    // what is known

    /// The lane that hears the arrows.
    pub(super) fn lane(&self) -> &Lane {
        match self.shape {
            Shape::Table => &self.table,
            Shape::Board => self.board.lane(self.board.column),
        }
    }

    pub(super) fn lane_mut(&mut self) -> &mut Lane {
        match self.shape {
            Shape::Table => &mut self.table,
            Shape::Board => self.board.lane_mut(self.board.column),
        }
    }

    /// Its rows, as far as they are known.
    pub(super) fn rows<'a>(&self, cx: &Cx<'a>) -> Rows<'a> {
        let windows = self.lane().windows(self.lines(cx));
        Rows::gather(cx, &self.query(cx), &windows)
    }

    /// A column's rows, as far as they are known.
    pub(super) fn column_rows<'a>(&self, column: Stage, cx: &Cx<'a>) -> Rows<'a> {
        let windows = self.board.lane(column).windows(self.lines(cx));
        Rows::gather(cx, &self.column_query(column, cx), &windows)
    }

    /// The row under the cursor.
    pub(super) fn row<'a>(&self, cx: &Cx<'a>) -> Option<&'a FindingRow> {
        self.rows(cx).get(self.lane().at)
    }

    /// The finding under the cursor, whole.
    pub(super) fn sheet<'a>(&self, cx: &Cx<'a>) -> Option<&'a FindingSheet> {
        let query = Query::Finding(self.lane().id?);
        let sheet = cx.answers.finding(&query)?.as_deref()?;
        (cx.clues || !sheet.row.restricted).then_some(sheet)
    }

    /// Whether nothing at all is left to show.
    pub(super) fn is_empty(&self, cx: &Cx<'_>) -> bool {
        let none = |rows: &Rows<'_>| rows.total().is_some_and(|total| total.n == 0);
        match self.shape {
            Shape::Table => none(&self.rows(cx)),
            Shape::Board => self
                .shown_columns(cx)
                .into_iter()
                .all(|column| none(&self.column_rows(column, cx))),
        }
    }

    /// What the keys work on: the marked ones, else the one under the cursor.
    pub(super) fn chosen_rows<'b>(&'b self, cx: &Cx<'b>) -> Vec<&'b FindingRow> {
        if self.marks.is_empty() {
            return self.row(cx).into_iter().collect();
        }
        self.marks.iter().collect()
    }

    pub(super) fn is_marked(&self, id: FindingId) -> bool {
        self.marks.iter().any(|row| row.id == id)
    }

    // where things lie

    pub(super) fn place(&self, cx: &Cx<'_>) -> Place {
        place_of(cx.size, self.shape, self.focus)
    }

    /// Where things lie when the detail does not cover the list.
    fn list_place(&self, cx: &Cx<'_>) -> Place {
        place_of(cx.size, self.shape, Focus::List)
    }

    /// Rows of the table or cards of a column that are shown at once.
    pub(super) fn lines(&self, cx: &Cx<'_>) -> u32 {
        let place = self.list_place(cx);
        match self.shape {
            Shape::Table => place.table().1.height.into(),
            Shape::Board => self.grid(cx).cards.into(),
        }
    }

    pub(super) fn shown(&self, cx: &Cx<'_>) -> Shown {
        Shown {
            lines: self.lines(cx),
            group: self.group.filter(|_| self.shape == Shape::Table),
        }
    }

    pub(super) fn grid(&self, cx: &Cx<'_>) -> Grid {
        self.list_place(cx).board(self.columns().len())
    }

    /// The board's columns: those the filter asks for, else all eight.
    pub(super) fn columns(&self) -> Vec<Stage> {
        let asked: Vec<Stage> = self
            .filter
            .stages
            .iter()
            .copied()
            .filter_map(home)
            .collect();
        let columns = Stage::BOARD.iter().copied();
        columns
            .filter(|column| asked.is_empty() || asked.contains(column))
            .collect()
    }

    /// The columns on the screen; the selected one is among them.
    pub(super) fn shown_columns(&self, cx: &Cx<'_>) -> Vec<Stage> {
        let columns = self.columns();
        let fit = self.grid(cx).fit;
        let here = columns.iter().position(|it| *it == self.board.column);
        let left = first_column(self.board.left, here.unwrap_or(0), fit, columns.len());
        columns.into_iter().skip(left).take(fit).collect()
    }

    /// How far down the detail can be scrolled.
    pub(super) fn scroll_limit(&self, cx: &Cx<'_>) -> u16 {
        let (width, height) = self.place(cx).detail_size();
        let Some(sheet) = self.sheet(cx) else {
            return 0;
        };
        let lines = sheet::lines(sheet, cx, width.into()).len();
        u16::try_from(lines)
            .unwrap_or(u16::MAX)
            .saturating_sub(height)
    }
}

/// The first column shown: as it was, unless the selected one would be out of sight.
pub(super) fn first_column(left: usize, here: usize, fit: usize, len: usize) -> usize {
    let least = (here + 1).saturating_sub(fit);
    left.min(here).max(least).min(len.saturating_sub(fit))
}
