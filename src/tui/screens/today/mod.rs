//! Today: what to do now.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use crate::domain::query::Query;
use crate::tui::action::Action;
use crate::tui::effect::Effect;
use crate::tui::screen::{Cx, Screen};

/// The screen's state.
#[derive(Clone, Debug, Default)]
pub(crate) struct Today {}

impl Screen for Today {
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
        let title = cx.say.pick("今日", "Today");
        if !area.is_empty() {
            buf.set_stringn(area.x, area.y, title, area.width.into(), cx.look.title);
        }
    }
}
