//! Findings counted, and the figures that leaders report.

use serde::{Deserialize, Serialize};

use crate::domain::codes::{Figure, Stage, Track};
use crate::domain::ids::{AreaNo, VillageId};

/// Findings counted by two fields.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pivot {
    /// Rows: key of the field's value and its name (names of stages and tracks are codes).
    pub rows: Vec<PivotKey>,
    /// Columns.
    pub cols: Vec<PivotKey>,
    /// Cells, row by row; findings, not tasks; one with two areas stands in both.
    pub cells: Vec<Vec<u32>>,
    /// Sum of each column over all rows, shown or not.
    pub sums: Vec<u32>,
    /// Rows in all.
    pub total_rows: u32,
}

/// A value to count by.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PivotKey {
    /// A village and its name; `None`: findings without one.
    Village(Option<VillageId>, String),
    /// An area; `None`: findings without one.
    Area(Option<AreaNo>),
    /// A stage.
    Stage(Stage),
    /// A track.
    Track(Track),
}

/// One of the figures leaders report.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct FigureLine {
    /// Which; its unit comes with it.
    pub figure: Figure,
    /// Since entry, up to and including the day.
    pub total: u32,
    /// On the day alone.
    pub day: u32,
}
