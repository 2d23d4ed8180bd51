//! 1 今日: what to do now: today's events, checklists in progress, findings overdue, due and new since the last meeting.
//!
//! Needs the first rows of each of these, and the selected finding whole. It follows the clock over midnight.

mod regions;
mod state;
#[cfg(test)]
mod tests;
mod update;
mod view;

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use crate::domain::query::Query;
use crate::tui::action::Action;
use crate::tui::effect::{Choice, Effect};
use crate::tui::screen::{Cx, Screen};

pub(crate) use state::Today;

impl Screen for Today {
    fn needs(&self, cx: &Cx<'_>) -> Vec<Query> {
        self.asks(cx)
    }

    fn settle(&mut self, cx: &Cx<'_>) {
        self.follow(cx);
    }

    fn verbs(&self, cx: &Cx<'_>) -> Vec<Action> {
        self.likely(cx)
    }

    fn update(&mut self, action: Action, cx: &Cx<'_>) -> Option<Vec<Effect>> {
        self.hear(action, cx)
    }

    fn chosen(&mut self, choice: Choice, cx: &Cx<'_>) -> Vec<Effect> {
        Self::told(&choice, cx)
    }

    fn view(&self, cx: &Cx<'_>, area: Rect, buf: &mut Buffer) {
        view::draw(self, cx, area, buf);
    }
}
