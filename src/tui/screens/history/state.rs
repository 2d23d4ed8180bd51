//! Where one stands in the log.

use super::entry::{self, Said};
use super::insides;
use crate::domain::answer::{LogRow, LogSheet};
use crate::domain::query::{Query, Window};
use crate::tui::cursor::{Cursor, Known};
use crate::tui::screen::Cx;

/// 记录
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct History {
    pub(super) list: Cursor<i64>,
    pub(super) focus: Focus,
    /// The first line shown of the entry.
    pub(super) top: usize,
}

/// Which pane hears the arrows.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Focus {
    #[default]
    List,
    Entry,
}

/// Rows of the list in sight.
pub(super) fn rows(cx: &Cx<'_>) -> u16 {
    insides(cx.size, Focus::List).0
}

impl History {
    fn windows(&self, cx: &Cx<'_>) -> Vec<Window> {
        self.list.windows(rows(cx))
    }

    pub(super) fn known<'a>(&self, cx: &Cx<'a>) -> Known<'a, LogRow> {
        Known::of(&self.windows(cx), |window| {
            let page = cx.answers.log(&Query::Log(window))?;
            Some((page.total, &*page.rows))
        })
    }

    /// The entry under the cursor.
    pub(super) fn on<'a>(&self, cx: &Cx<'a>) -> Option<&'a LogRow> {
        self.known(cx).row(self.list.index())
    }

    pub(super) fn sheet<'a>(&self, cx: &Cx<'a>) -> Option<&'a LogSheet> {
        let n = self.on(cx)?.n;
        cx.answers.log_entry(&Query::LogEntry(n))?.as_deref()
    }

    /// The entry in lines, as wide as its pane.
    pub(super) fn lines(&self, cx: &Cx<'_>) -> Vec<Said> {
        let (_, _, width) = insides(cx.size, self.focus);
        let sheet = self.sheet(cx);
        sheet.map_or_else(Vec::new, |it| entry::lines(it, cx, width.into()))
    }

    pub(super) fn asks(&self, cx: &Cx<'_>) -> Vec<Query> {
        let windows = self.windows(cx).into_iter();
        let mut asks: Vec<Query> = windows.map(Query::Log).collect();
        asks.extend(self.on(cx).map(|row| Query::LogEntry(row.n)));
        asks
    }

    pub(super) fn follow(&mut self, cx: &Cx<'_>) {
        let known = self.known(cx);
        self.list.settle(rows(cx), &known, |row| row.n);
        self.top = self.top.min(self.deepest(cx));
    }

    /// The last line that may stand at the top of the entry.
    pub(super) fn deepest(&self, cx: &Cx<'_>) -> usize {
        let (_, height, _) = insides(cx.size, self.focus);
        self.lines(cx).len().saturating_sub(height.into())
    }
}
