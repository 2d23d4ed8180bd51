//! 4 问题: findings as a table or as a board by stage, the selected one beside it.
//!
//! Needs the windows of rows that are in sight, the selected finding, and the counts by stage.

mod asks;
mod facts;
mod lane;
mod place;
mod settle;
mod sheet;
mod state;
mod terms;
#[cfg(test)]
mod tests;
mod update;
mod verbs;
mod view;

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use crate::domain::query::Query;
use crate::tui::action::Action;
use crate::tui::effect::{Choice, Effect};
use crate::tui::screen::{Cx, Screen};

pub(crate) use state::Findings;
pub(crate) use view::whole as draw_sheet;

impl Screen for Findings {
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
        let effects = self.hear(action, cx);
        self.follow(cx);
        effects
    }

    fn filtered(&mut self, text: &str, cx: &Cx<'_>) {
        self.set_text(text);
        self.follow(cx);
    }

    fn filter(&self) -> &str {
        &self.filter.text
    }

    fn chosen(&mut self, choice: Choice, cx: &Cx<'_>) -> Vec<Effect> {
        self.narrow_to(choice);
        self.follow(cx);
        Vec::new()
    }

    fn view(&self, cx: &Cx<'_>, area: Rect, buf: &mut Buffer) {
        view::draw(self, cx, area, buf);
    }
}
