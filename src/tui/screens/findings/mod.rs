//! Findings: table and board.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use crate::domain::ids::FindingId;
use crate::domain::query::FindingFilter;
use crate::domain::query::Query;
use crate::tui::action::Action;
use crate::tui::effect::Effect;
use crate::tui::screen::{Cx, Screen};

/// The screen's state.
#[derive(Clone, Debug, Default)]
pub(crate) struct Findings {}

impl Findings {
    /// Shows these findings only (`Effect::Findings`).
    pub(crate) fn narrow(&mut self, _filter: FindingFilter) {}

    /// Selects a finding (`Effect::Finding`), whatever the filter was.
    pub(crate) fn show(&mut self, _id: FindingId) {}
}

impl Screen for Findings {
    fn needs(&self, _cx: &Cx<'_>) -> Vec<Query> {
        Vec::new()
    }

    fn settle(&mut self, _cx: &Cx<'_>) {}

    fn verbs(&self, _cx: &Cx<'_>) -> Vec<Action> {
        Vec::new()
    }

    fn update(&mut self, _action: Action, _cx: &Cx<'_>) -> Option<Vec<Effect>> {
        None
    }

    fn view(&self, cx: &Cx<'_>, area: Rect, buf: &mut Buffer) {
        let title = cx.say.pick("问题", "Findings");
        if !area.is_empty() {
            buf.set_stringn(area.x, area.y, title, area.width.into(), cx.look.title);
        }
    }
}
