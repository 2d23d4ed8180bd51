//! What each verb does on the findings screen.

use super::lane::Lane;
use super::state::{Findings, Focus, Shape, home};
use crate::domain::codes::Stage;
use crate::domain::query::{FindingFilter, Group, Order};
use crate::domain::records::FindingDraft;
use crate::tui::action::Action;
use crate::tui::effect::{Choice, Effect, FormKind, Notice, Pick, PickFrom, PickThen};
use crate::tui::screen::Cx;
use crate::tui::screens::finding_keys::on_findings;

impl Findings {
    /// Hears a verb; `None`: the frame's.
    pub(super) fn hear(&mut self, action: Action, cx: &Cx<'_>) -> Option<Vec<Effect>> {
        if !matches!(action, Action::MarkUp | Action::MarkDown) {
            self.anchor = None;
        }
        let done = match self.focus {
            Focus::List => self.move_in_list(action, cx),
            Focus::Detail | Focus::Page => self.move_in_detail(action, cx),
        };
        if done {
            return Some(Vec::new());
        }
        match action {
            Action::Back => self.go_back(),
            Action::NewFinding => Some(vec![self.new_finding()]),
            Action::FilterStage | Action::FilterVillage | Action::FilterArea => {
                Some(vec![self.pick_filter(action)])
            }
            Action::Sort => Some(self.sort()),
            Action::GroupBy => Some(self.regroup(cx)),
            Action::Zoom => Some(self.zoom(cx)),
            Action::Board => Some(self.turn(cx)),
            _ => on_findings(action, &self.chosen_rows(cx), cx),
        }
    }

    // moving

    /// Moves or marks in the list; whether it was such a verb.
    fn move_in_list(&mut self, action: Action, cx: &Cx<'_>) -> bool {
        let page = i64::from(self.lines(cx).saturating_sub(1).max(1));
        match action {
            Action::Up => self.go(-1, cx),
            Action::Down => self.go(1, cx),
            Action::PageUp => self.go(-page, cx),
            Action::PageDown => self.go(page, cx),
            Action::First => self.go(i64::MIN, cx),
            Action::Last => {
                let (rows, lines) = (self.rows(cx), self.lines(cx));
                self.lane_mut().end(&rows, lines);
            }
            Action::Left if self.shape == Shape::Board => self.go_column(-1),
            Action::Right if self.shape == Shape::Board => self.go_column(1),
            Action::Right | Action::NextPane | Action::PrevPane if self.has_detail(cx) => {
                self.focus = Focus::Detail;
            }
            Action::Left | Action::Right | Action::NextPane | Action::PrevPane => {}
            Action::Open => {
                if self.row(cx).is_some() {
                    self.focus = Focus::Page;
                    self.scroll = 0;
                }
            }
            Action::Mark => self.mark(cx),
            Action::MarkUp => self.mark_range(-1, cx),
            Action::MarkDown => self.mark_range(1, cx),
            Action::MarkAll => self.mark_all = true,
            _ => return false,
        }
        true
    }

    /// Scrolls the detail, or goes back to the list; whether it was such a verb.
    fn move_in_detail(&mut self, action: Action, cx: &Cx<'_>) -> bool {
        let height = self.place(cx).detail_size().1.max(2) - 1;
        let limit = self.scroll_limit(cx);
        let page = self.focus == Focus::Page;
        match action {
            Action::Up => self.scroll = self.scroll.saturating_sub(1),
            Action::Down => self.scroll = self.scroll.saturating_add(1),
            Action::PageUp => self.scroll = self.scroll.saturating_sub(height),
            Action::PageDown => self.scroll = self.scroll.saturating_add(height),
            Action::First => self.scroll = 0,
            Action::Last => self.scroll = limit,
            // The finding before and after, without going back to the list.
            Action::Left if page => self.go(-1, cx),
            Action::Right if page => self.go(1, cx),
            Action::Open if !page => self.focus = Focus::Page,
            Action::Open | Action::Right => {}
            Action::Left | Action::Back | Action::NextPane | Action::PrevPane => {
                self.focus = Focus::List;
            }
            _ => return false,
        }
        self.scroll = self.scroll.min(limit);
        true
    }

    fn has_detail(&self, cx: &Cx<'_>) -> bool {
        !self.place(cx).detail.is_empty() && self.row(cx).is_some()
    }

    fn go(&mut self, by: i64, cx: &Cx<'_>) {
        let (rows, lines) = (self.rows(cx), self.lines(cx));
        self.lane_mut().step(by, &rows, lines);
    }

    /// To the column beside; also an empty one, so that one sees it.
    fn go_column(&mut self, by: isize) {
        let columns = self.columns();
        let here = columns.iter().position(|it| *it == self.board.column);
        let to = here.unwrap_or(0).saturating_add_signed(by);
        if let Some(column) = columns.get(to) {
            self.board.column = *column;
        }
    }

    fn go_back(&mut self) -> Option<Vec<Effect>> {
        if !self.marks.is_empty() {
            self.marks.clear();
        } else if self.filter == FindingFilter::default() {
            return None;
        } else {
            self.filter = FindingFilter::default();
            self.village_name.clear();
            self.widened();
        }
        Some(Vec::new())
    }

    // marking

    fn mark(&mut self, cx: &Cx<'_>) {
        let Some(row) = self.row(cx) else { return };
        if self.is_marked(row.id) {
            self.marks.retain(|mark| mark.id != row.id);
        } else {
            self.marks.push(row.clone());
        }
        self.go(1, cx);
    }

    /// A step that marks what it passes; back again, it takes the marks along.
    fn mark_range(&mut self, by: i64, cx: &Cx<'_>) {
        let before = self.lane().at;
        let anchor = *self.anchor.get_or_insert(before);
        let left = self.row(cx);
        self.go(by, cx);
        let after = self.lane().at;
        let reached = self.row(cx);
        if after.abs_diff(anchor) < before.abs_diff(anchor) {
            self.marks
                .retain(|mark| left.is_none_or(|row| row.id != mark.id));
            return;
        }
        for row in [left, reached].into_iter().flatten() {
            if !self.is_marked(row.id) {
                self.marks.push(row.clone());
            }
        }
    }

    // how the list is shown

    /// Hears the filter line.
    pub(super) fn set_text(&mut self, text: &str) {
        if self.filter.text == text {
            return;
        }
        let wider = self.filter.text.starts_with(text);
        text.clone_into(&mut self.filter.text);
        if wider { self.widened() } else { self.rewind() }
    }

    /// More is shown than before: the cursor stays on its finding.
    fn widened(&mut self) {
        let id = self.lane().id;
        self.rewind();
        *self.lane_mut() = Lane::on(id);
    }

    fn pick_filter(&self, action: Action) -> Effect {
        let from = match action {
            Action::FilterStage => PickFrom::Stages(Stage::ALL.to_vec()),
            Action::FilterVillage => PickFrom::Villages,
            _ => PickFrom::Areas {
                many: false,
                ticked: self.filter.area.into_iter().collect(),
            },
        };
        Effect::Pick(Box::new(Pick {
            from,
            then: PickThen::Screen,
        }))
    }

    /// Hears what the list is to be narrowed to.
    pub(super) fn narrow_to(&mut self, choice: Choice) {
        match choice {
            Choice::Stage(stage) => {
                self.filter.stages = stage.into_iter().collect();
                // Who asks for done ones wants to see them.
                self.all |= stage.is_some_and(|stage| !stage.is_live());
            }
            Choice::Village(village, name) => {
                self.filter.village = village;
                self.filter.nowhere = false;
                self.village_name = name;
            }
            Choice::Areas(areas) => self.filter.area = areas.first().copied(),
            _ => return,
        }
        self.rewind();
    }

    fn sort(&mut self) -> Vec<Effect> {
        self.order = after(Order::ALL, self.order());
        self.widened();
        Vec::new()
    }

    fn regroup(&mut self, cx: &Cx<'_>) -> Vec<Effect> {
        if self.shape == Shape::Board {
            return vec![Notice::plain(cx.say.f_board_has_columns())];
        }
        self.group = match self.group {
            None => Group::ALL.first().copied(),
            Some(group) => after(Group::ALL, group),
        };
        self.widened();
        Vec::new()
    }

    fn zoom(&mut self, cx: &Cx<'_>) -> Vec<Effect> {
        if self.shape == Shape::Board {
            return vec![Notice::plain(cx.say.f_board_has_all())];
        }
        self.all = !self.all;
        self.filter.live = None;
        self.widened();
        let said = if self.all {
            cx.say.f_scope_all()
        } else {
            cx.say.f_scope_live()
        };
        vec![Notice::plain(said)]
    }

    /// Table to board and back; the cursor stays on its finding.
    fn turn(&mut self, cx: &Cx<'_>) -> Vec<Effect> {
        let (id, stage) = (self.lane().id, self.row(cx).map(|row| row.stage));
        match self.shape {
            Shape::Table => {
                self.shape = Shape::Board;
                self.board.top();
                if let Some(column) = stage.and_then(home) {
                    self.board.column = column;
                    *self.board.lane_mut(column) = Lane::on(id);
                }
            }
            Shape::Board => {
                self.shape = Shape::Table;
                self.table = Lane::on(id);
            }
        }
        if self.focus == Focus::Detail {
            self.focus = Focus::List;
        }
        Vec::new()
    }

    // writing

    /// A new finding, with what the list is narrowed to filled in.
    fn new_finding(&self) -> Effect {
        let filter = &self.filter;
        let mut draft = FindingDraft::titled("");
        draft.village = filter.village;
        draft.unit = filter.unit;
        draft.areas = filter.area.into_iter().filter(|no| *no > 0).collect();
        draft.handler = filter.handler;
        draft.item = filter.item;
        if let Some(track) = filter.track {
            draft.track = track;
        }
        Effect::Form(Box::new(FormKind::NewFinding {
            draft,
            answer: None,
        }))
    }
}

/// The one after this one; `None`: it was the last.
fn after<T: Copy + PartialEq>(all: &[T], it: T) -> Option<T> {
    let here = all.iter().position(|other| *other == it)?;
    all.get(here + 1).copied()
}
