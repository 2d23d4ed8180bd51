//! 2 日历: the on-site period from its first to its last day, as a month of whole weeks, a week, or village × day.
//!
//! Needs the days' counts and, for the days in sight, their events and the findings due; the matrix a window of villages.

mod agenda;
mod cell;
mod period;
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

pub(crate) use state::Calendar;

impl Screen for Calendar {
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
        self.told(&choice, cx)
    }

    fn view(&self, cx: &Cx<'_>, area: Rect, buf: &mut Buffer) {
        view::draw(self, cx, area, buf);
    }
}
