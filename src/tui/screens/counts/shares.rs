//! How findings are shared out among the stages, tracks and areas.

use super::cross::Key;
use crate::domain::answer::{Pivot, PivotKey};
use crate::domain::query::{Dim, FindingFilter, Query, Window};
use crate::tui::screen::Cx;

/// A line of the pane.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Share {
    /// What follows is shared out by this field; the largest number under it.
    Head(Dim, u32),
    /// A value and its findings.
    Of(Key, u32),
}

impl Share {
    pub(super) fn key(&self) -> Option<Key> {
        match self {
            Self::Head(..) => None,
            Self::Of(key, _) => Some(*key),
        }
    }
}

fn ask(rows: Dim, cols: Dim, cx: &Cx<'_>) -> Query {
    Query::Pivot {
        rows,
        cols,
        clues: cx.clues,
        window: Window::first(64),
    }
}

fn by_stage(cx: &Cx<'_>) -> Query {
    ask(Dim::Stage, Dim::Track, cx)
}

fn by_track(cx: &Cx<'_>) -> Query {
    ask(Dim::Village, Dim::Track, cx)
}

fn by_area(cx: &Cx<'_>) -> Query {
    ask(Dim::Area, Dim::Track, cx)
}

pub(super) fn asks(cx: &Cx<'_>) -> Vec<Query> {
    vec![by_stage(cx), by_track(cx), by_area(cx)]
}

/// All lines, headings before what they head.
pub(super) fn lines(cx: &Cx<'_>) -> Vec<Share> {
    let pivot = |query| cx.answers.pivot(&query);
    let mut lines = Vec::new();
    let mut add = |dim, shares: Vec<(Key, u32)>| {
        let most = shares.iter().map(|(_, n)| *n).max().unwrap_or(0);
        lines.push(Share::Head(dim, most));
        lines.extend(shares.into_iter().map(|(key, n)| Share::Of(key, n)));
    };
    if let Some(pivot) = pivot(by_stage(cx)) {
        add(Dim::Stage, rows(pivot));
    }
    if let Some(pivot) = pivot(by_track(cx)) {
        let keys = pivot.cols.iter().map(Key::from);
        add(Dim::Track, keys.zip(pivot.sums.iter().copied()).collect());
    }
    if let Some(pivot) = pivot(by_area(cx)) {
        add(Dim::Area, rows(pivot));
    }
    lines
}

fn rows(pivot: &Pivot) -> Vec<(Key, u32)> {
    let one = |(key, cells): (&PivotKey, &Vec<u32>)| (Key::from(key), cells.iter().sum());
    pivot.rows.iter().zip(&pivot.cells).map(one).collect()
}

/// The findings behind a line.
pub(super) fn filter(key: Key, cx: &Cx<'_>) -> FindingFilter {
    let mut filter = FindingFilter {
        counted: !matches!(key, Key::Stage(_)),
        clues: cx.clues,
        ..FindingFilter::default()
    };
    key.narrow(&mut filter);
    filter
}
