//! A list that is known by windows only: where one stands in it, and how the cursor follows its finding by key.

use crate::domain::answer::{FindingPage, FindingRow, Total};
use crate::domain::ids::FindingId;
use crate::domain::query::{FindingsQuery, Group, Query, Window};
use crate::tui::screen::Cx;

/// Rows asked at once while a finding is looked for that is no longer where it was.
const SEEK: u32 = 1000;
/// Rows looked through before it is given up; the cursor then stays at its place.
const SEEK_LIMIT: u32 = 2000;
/// The smallest window, so that a low terminal does not ask at every step.
const LEAST: u32 = 16;

/// The table, or one column of the board.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Lane {
    /// Place of the cursor, from 0.
    pub(super) at: u32,
    /// The first row shown.
    pub(super) top: u32,
    /// The finding under the cursor; it leads, the place follows.
    pub(super) id: Option<FindingId>,
    /// Looked for from this row on.
    seek: Option<u32>,
}

/// How putting the cursor in its place ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Settled {
    /// Answers are missing.
    Waiting,
    /// The cursor stands on its finding, or the list is empty.
    Stands,
    /// Its finding is not in this list (any more); the cursor stands where it stood.
    Lost,
}

/// What is known of a list.
pub(super) struct Rows<'a> {
    pages: Vec<(Window, &'a FindingPage)>,
    /// Whether every window asked for was answered.
    whole: bool,
}

impl<'a> Rows<'a> {
    /// The answered ones of these windows.
    pub(super) fn gather(cx: &Cx<'a>, query: &FindingsQuery, windows: &[Window]) -> Self {
        let mut query = query.clone();
        let mut pages = Vec::with_capacity(windows.len());
        for window in windows {
            query.window = *window;
            // The key is handed in by reference: only the window differs from one to the next.
            let asked = Query::Findings(query);
            pages.extend(cx.answers.findings(&asked).map(|page| (*window, page)));
            let Query::Findings(back) = asked else { break };
            query = back;
        }
        Self {
            whole: pages.len() == windows.len(),
            pages,
        }
    }

    /// The row at a place.
    pub(super) fn get(&self, at: u32) -> Option<&'a FindingRow> {
        self.pages.iter().find_map(|(window, page)| {
            let offset = usize::try_from(at.checked_sub(window.start)?).ok()?;
            page.rows.get(offset)
        })
    }

    /// The place of a finding.
    pub(super) fn place_of(&self, id: FindingId) -> Option<u32> {
        self.pages.iter().find_map(|(window, page)| {
            let offset = page.rows.iter().position(|row| row.id == id)?;
            Some(window.start + u32::try_from(offset).ok()?)
        })
    }

    /// How many there are.
    pub(super) fn total(&self) -> Option<Total> {
        self.pages.first().map(|(_, page)| page.total)
    }

    /// Every row known.
    pub(super) fn all(&self) -> impl Iterator<Item = &'a FindingRow> {
        self.pages.iter().flat_map(|(_, page)| page.rows.iter())
    }

    /// The last place that exists, as far as one can tell; `None`: an empty list.
    fn last(&self) -> Option<u32> {
        let total = self.total()?;
        if !total.more {
            return total.n.checked_sub(1);
        }
        // Counting stopped somewhere: a window that came back short says where the end is.
        let short = self.pages.iter().find_map(|(window, page)| {
            let got = u32::try_from(page.rows.len()).ok()?;
            (got < window.size).then(|| window.start + got)
        });
        short.unwrap_or(u32::MAX).checked_sub(1)
    }
}

impl Lane {
    /// On this finding, wherever it stands.
    pub(super) fn on(id: Option<FindingId>) -> Self {
        Self {
            id,
            ..Self::default()
        }
    }

    /// On this finding if the list holds it, else where it stands.
    pub(super) fn aim(&mut self, id: FindingId) {
        self.id = Some(id);
        self.seek = None;
    }

    /// To the first row: the list is another one now.
    pub(super) fn top(&mut self) {
        *self = Self::default();
    }

    /// The windows that hold every row shown and its neighbours; aligned, so that a step asks nothing new.
    pub(super) fn windows(&self, visible: u32) -> Vec<Window> {
        let visible = visible.max(1);
        let size = (visible * 2 + 2).max(LEAST);
        let first = self.top.min(self.at).saturating_sub(1);
        let last = (self.top.saturating_add(visible)).max(self.at.saturating_add(1));
        let first = Window::page_of(first, size);
        let last = Window::page_of(last, size);
        let middle = Window::page_of(self.at, size);
        let mut windows = vec![first];
        for window in [middle, last] {
            if !windows.contains(&window) {
                windows.push(window);
            }
        }
        windows
    }

    /// The window in which the finding is looked for.
    pub(super) fn seeking(&self) -> Option<Window> {
        self.seek.map(|start| Window { start, size: SEEK })
    }

    /// Moves by so many rows.
    pub(super) fn step(&mut self, by: i64, rows: &Rows<'_>, visible: u32) {
        let last = i64::from(rows.last().unwrap_or(0));
        let to = i64::from(self.at).saturating_add(by).clamp(0, last);
        self.go(u32::try_from(to).unwrap_or(0), rows, visible);
    }

    /// To the last row (of those counted).
    pub(super) fn end(&mut self, rows: &Rows<'_>, visible: u32) {
        let n = rows.total().map_or(0, |total| total.n);
        self.go(n.saturating_sub(1), rows, visible);
    }

    fn go(&mut self, at: u32, rows: &Rows<'_>, visible: u32) {
        self.at = at;
        self.seek = None;
        self.id = rows.get(at).map(|row| row.id);
        self.keep_in_view(visible);
    }

    /// Without headings, for places whose rows are not known yet; `settle` does it exactly.
    fn keep_in_view(&mut self, visible: u32) {
        let least = (self.at + 1).saturating_sub(visible.max(1));
        self.top = self.top.min(self.at).max(least);
    }

    /// Puts the cursor where its finding is. `gone`: whether the finding has left this list (then it is not looked for
    /// beyond what is shown); `None`: not known yet.
    pub(super) fn settle(
        &mut self,
        rows: &Rows<'_>,
        sought: Option<&FindingPage>,
        gone: Option<bool>,
        shown: Shown,
    ) -> Settled {
        if !rows.whole {
            return Settled::Waiting;
        }
        let mut end = Settled::Stands;
        if let Some(id) = self.id {
            match rows.place_of(id) {
                Some(at) => self.found(at),
                None => match self.look(id, rows, sought, gone) {
                    Some(settled) => end = settled,
                    None => return Settled::Waiting,
                },
            }
        }
        if self.id.is_none() {
            match rows.last() {
                Some(last) => self.at = self.at.min(last),
                None => self.top(),
            }
            self.id = rows.get(self.at).map(|row| row.id);
        }
        self.frame(rows, shown);
        end
    }

    /// Stands at a place.
    fn found(&mut self, at: u32) {
        self.at = at;
        self.seek = None;
    }

    /// A step of looking for the finding; `None`: the search goes on.
    fn look(
        &mut self,
        id: FindingId,
        rows: &Rows<'_>,
        sought: Option<&FindingPage>,
        gone: Option<bool>,
    ) -> Option<Settled> {
        // Where counting stopped early, the list goes on.
        let total = rows.total().unwrap_or_default();
        let end = if total.more { u32::MAX } else { total.n };
        if gone? || end == 0 {
            return Some(self.lose());
        }
        let Some(start) = self.seek else {
            self.seek = Some(0);
            return None;
        };
        let page = sought?;
        if let Some(offset) = page.rows.iter().position(|row| row.id == id) {
            self.found(start + u32::try_from(offset).unwrap_or(0));
            return Some(Settled::Stands);
        }
        let next = start + SEEK;
        if next >= end.min(SEEK_LIMIT) {
            return Some(self.lose());
        }
        self.seek = Some(next);
        None
    }

    fn lose(&mut self) -> Settled {
        self.id = None;
        self.seek = None;
        Settled::Lost
    }

    /// Brings the cursor into sight and leaves no empty place below while there are rows above.
    fn frame(&mut self, rows: &Rows<'_>, shown: Shown) {
        let last = rows.total().filter(|total| !total.more);
        if let Some(last) = last.and_then(|total| total.n.checked_sub(1)) {
            self.top = self.top.min(shown.first_for(last, rows));
        }
        self.top = self.top.min(self.at).max(shown.first_for(self.at, rows));
    }
}

/// How many lines a list has, and what its rows stand under.
#[derive(Clone, Copy, Debug)]
pub(super) struct Shown {
    /// Lines for rows and headings.
    pub(super) lines: u32,
    /// What the headings say; `None`: there are none.
    pub(super) group: Option<Group>,
}

impl Shown {
    /// The first row shown if row `at` is the last: headings take lines too, and the first row always has one.
    fn first_for(self, at: u32, rows: &Rows<'_>) -> u32 {
        let Some(group) = self.group else {
            return (at + 1).saturating_sub(self.lines.max(1));
        };
        let (mut first, mut used) = (at, 2);
        while let (Some(above), Some(row)) = (
            first.checked_sub(1).and_then(|above| rows.get(above)),
            rows.get(first),
        ) {
            used += 1 + u32::from(!same_group(group, above, row));
            if used > self.lines {
                break;
            }
            first -= 1;
        }
        first
    }
}

/// Whether two rows stand under the same heading.
pub(super) fn same_group(group: Group, a: &FindingRow, b: &FindingRow) -> bool {
    match group {
        Group::Stage => a.stage == b.stage,
        Group::Village => a.village == b.village,
        Group::Area => a.areas.first() == b.areas.first(),
        Group::Track => a.track == b.track,
        Group::Handler => a.handler == b.handler,
    }
}
