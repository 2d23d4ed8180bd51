//! After answers came: the cursor goes where its finding is, and marks are freshened.

use super::lane::{Lane, Rows, Settled, Shown};
use super::state::{Findings, Focus, Shape, first_column, home};
use super::terms::passes;
use crate::domain::answer::FindingPage;
use crate::domain::codes::Stage;
use crate::domain::ids::FindingId;
use crate::domain::query::{FindingFilter, FindingsQuery, Query, Window};
use crate::tui::screen::Cx;

impl Findings {
    /// Puts everything where it belongs.
    pub(super) fn follow(&mut self, cx: &Cx<'_>) {
        self.name_village(cx);
        match self.shape {
            Shape::Table => self.follow_in_table(cx),
            Shape::Board => self.follow_on_board(cx),
        }
        self.freshen_marks(cx);
        self.take_all(cx);
        self.keep_focus(cx);
        let here = self.lane().id;
        if self.scrolled != here {
            self.scrolled = here;
            self.scroll = 0;
        }
    }

    fn follow_in_table(&mut self, cx: &Cx<'_>) {
        let query = self.table_query(cx);
        let rows = self.rows(cx);
        let shown = self.shown(cx);
        let settled = settle(&mut self.table, &rows, &query, shown, cx);
        let Some(id) = self.wanted else { return };
        match settled {
            Settled::Waiting => {}
            Settled::Stands => self.arrive(cx),
            Settled::Lost => self.loosen(id, cx),
        }
    }

    /// The wanted finding is under the cursor; where there is no room beside the list it opens.
    fn arrive(&mut self, cx: &Cx<'_>) {
        self.wanted = None;
        if self.place(cx).detail.is_empty() {
            self.focus = Focus::Page;
        }
    }

    /// The wanted finding is not in this list: without a filter, then by its number alone.
    fn loosen(&mut self, id: FindingId, cx: &Cx<'_>) {
        let sheet = cx.answers.finding(&Query::Finding(id));
        let sheet = sheet.and_then(Option::as_deref);
        let Some(sheet) = sheet.filter(|it| passes(&open_filter(cx), it)) else {
            self.wanted = None;
            return;
        };
        let free = FindingFilter::default();
        if !self.all || self.filter != free {
            self.all = true;
            self.filter = free;
            self.village_name.clear();
        }
        if self.tried == Some(id) {
            self.filter.text.clone_from(&sheet.row.number);
            self.wanted = None;
            self.tried = None;
        } else {
            self.tried = Some(id);
        }
        self.table = Lane::on(Some(id));
    }

    fn follow_on_board(&mut self, cx: &Cx<'_>) {
        let columns = self.columns();
        if !columns.contains(&self.board.column) {
            self.board.column = columns.first().copied().unwrap_or(Stage::Noted);
        }
        self.follow_card(&columns, cx);
        let shown = self.shown(cx);
        let fit = self.grid(cx).fit;
        let here = columns.iter().position(|it| *it == self.board.column);
        self.board.left = first_column(self.board.left, here.unwrap_or(0), fit, columns.len());
        for column in self.shown_columns(cx) {
            let query = self.column_query(column, cx);
            let rows = self.column_rows(column, cx);
            let leads = column == self.board.column;
            let lane = self.board.lane_mut(column);
            if leads {
                settle(lane, &rows, &query, shown, cx);
            } else {
                lane.settle(&rows, None, Some(true), shown);
            }
        }
    }

    /// A card that stands in another column now takes the cursor with it.
    fn follow_card(&mut self, columns: &[Stage], cx: &Cx<'_>) {
        let Some(sheet) = self.sheet(cx) else { return };
        let Some(column) = home(sheet.row.stage) else {
            return;
        };
        let here = passes(&self.column_query(column, cx).filter, sheet);
        if column == self.board.column || !columns.contains(&column) || !here {
            return;
        }
        self.board.lane_mut(self.board.column).id = None;
        self.board.column = column;
        self.board.lane_mut(column).id = Some(sheet.row.id);
    }

    /// The focus leaves a detail that is not there any more.
    fn keep_focus(&mut self, cx: &Cx<'_>) {
        let gone = match self.focus {
            Focus::List => false,
            Focus::Detail => self.place(cx).detail.is_empty(),
            Focus::Page => self.lane().id.is_none() && self.rows(cx).total().is_some(),
        };
        if gone {
            self.focus = Focus::List;
        }
    }

    /// Marks carry what is known of their findings; those that are gone lose theirs.
    fn freshen_marks(&mut self, cx: &Cx<'_>) {
        if self.marks.is_empty() {
            return;
        }
        let rows = self.rows(cx);
        self.marks.retain_mut(|mark| {
            if let Some(row) = rows.all().find(|row| row.id == mark.id) {
                mark.clone_from(row);
                return true;
            }
            match cx.answers.finding(&Query::Finding(mark.id)) {
                Some(Some(sheet)) if !sheet.withdrawn => {
                    mark.clone_from(&sheet.row);
                    cx.clues || !sheet.row.restricted
                }
                Some(_) => false,
                None => true,
            }
        });
    }

    /// Marks everything that the filter lets through.
    fn take_all(&mut self, cx: &Cx<'_>) {
        if !self.mark_all {
            return;
        }
        let Some(page) = cx.answers.findings(&self.mark_query(cx)) else {
            return;
        };
        self.mark_all = false;
        if page.rows.iter().all(|row| self.is_marked(row.id)) {
            self.marks.clear();
        } else {
            self.marks.clone_from(&page.rows);
        }
    }

    fn name_village(&mut self, cx: &Cx<'_>) {
        let Some(village) = self.filter.village else {
            return;
        };
        if let Some(Some(sheet)) = cx.answers.village(&Query::Village(village)) {
            self.village_name.clone_from(&sheet.row.name);
        }
    }
}

/// Everything one may see.
fn open_filter(cx: &Cx<'_>) -> FindingFilter {
    FindingFilter {
        clues: cx.clues,
        ..FindingFilter::default()
    }
}

/// Settles the lane that leads: its finding is looked for if it may still be in the list.
fn settle(
    lane: &mut Lane,
    rows: &Rows<'_>,
    query: &FindingsQuery,
    shown: Shown,
    cx: &Cx<'_>,
) -> Settled {
    let gone = lane.id.and_then(|id| {
        let sheet = cx.answers.finding(&Query::Finding(id))?;
        let sheet = sheet.as_deref();
        Some(!sheet.is_some_and(|it| passes(&query.filter, it)))
    });
    let sought = lane.seeking().and_then(|window| sought(query, window, cx));
    lane.settle(rows, sought, gone, shown)
}

fn sought<'a>(query: &FindingsQuery, window: Window, cx: &Cx<'a>) -> Option<&'a FindingPage> {
    cx.answers.findings(&Query::Findings(FindingsQuery {
        window,
        ..query.clone()
    }))
}
