//! Which pane one is in, where one stands in each, and what has to be asked for them.

use super::behind::Behind;
use super::cross::{Cross, Key};
use super::reported::{self, Reported};
use super::shares::{self, Share};
use super::trend::{self, Trend};
use super::{all_shown, rows};
use crate::domain::query::Query;
use crate::tui::screen::Cx;
use crate::tui::screens::picked::Picked;

/// 统计
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Counts {
    pub(super) pane: Pane,
    pub(super) cross: Cross,
    pub(super) shares: Picked<Key>,
    pub(super) trend: Trend,
    pub(super) reported: Reported,
    /// The list behind a figure, over everything.
    pub(super) behind: Option<Behind>,
}

/// The panes; Tab walks through them as they stand in `ALL`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Pane {
    /// Two fields against each other.
    #[default]
    Cross,
    /// What leaders report.
    Reported,
    /// By stage, track and area.
    Shares,
    /// By day.
    Trend,
}

impl Pane {
    pub(super) const ALL: &'static [Self] =
        &[Self::Cross, Self::Reported, Self::Shares, Self::Trend];

    /// The one so many places on, round and round.
    pub(super) fn turned(self, by: usize) -> Self {
        let here = Self::ALL.iter().position(|it| *it == self).unwrap_or(0);
        Self::ALL[(here + by) % Self::ALL.len()]
    }
}

/// Rows of the table in sight.
pub(super) fn cross_rows(cx: &Cx<'_>) -> u16 {
    rows(cx.size, Pane::Cross)
}

/// What can be selected among the shares.
pub(super) fn choices(lines: &[Share]) -> Vec<Option<Key>> {
    lines.iter().map(Share::key).collect()
}

impl Counts {
    pub(super) fn asks(&self, cx: &Cx<'_>) -> Vec<Query> {
        if let Some(behind) = &self.behind {
            return behind.asks(cx);
        }
        let mut asks = Vec::new();
        for pane in Pane::ALL {
            if *pane != self.pane && !all_shown(cx.size) {
                continue;
            }
            asks.extend(match pane {
                Pane::Cross => self.cross.asks(cross_rows(cx), cx),
                Pane::Shares => shares::asks(cx),
                Pane::Trend => trend::asks(cx),
                Pane::Reported => reported::asks(cx),
            });
        }
        asks
    }

    pub(super) fn follow(&mut self, cx: &Cx<'_>) {
        if let Some(behind) = &mut self.behind {
            behind.follow(cx);
            return;
        }
        let height = cross_rows(cx);
        if let Some(grid) = self.cross.grid(height, cx) {
            self.cross.col = self.cross.col.min(grid.cols.len());
            let keys = grid.keys;
            self.cross.row.settle(height, &keys, |key| Key::from(key));
        }
        let lines = choices(&shares::lines(cx));
        self.shares.settle(&lines, rows(cx.size, Pane::Shares));
    }
}
