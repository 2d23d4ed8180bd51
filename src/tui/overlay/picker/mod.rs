//! The picker overlay.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use super::Reply;
use crate::domain::query::Query;
use crate::tui::effect::Pick;
use crate::tui::keymap::{Code, Key};
use crate::tui::screen::Cx;

/// An open one.
#[derive(Debug)]
pub(crate) struct Picker {
    it: Pick,
}

impl Picker {
    pub(crate) fn open(it: Pick, _cx: &Cx<'_>) -> Self {
        Self { it }
    }

    pub(crate) fn key(&mut self, key: Key, _cx: &Cx<'_>) -> Reply {
        match key.code {
            Code::Esc => Reply::Close,
            _ => Reply::Stay,
        }
    }

    pub(crate) fn paste(&mut self, _text: &str, _cx: &Cx<'_>) -> Reply {
        Reply::Stay
    }

    pub(crate) fn needs(&self, _cx: &Cx<'_>) -> Vec<Query> {
        Vec::new()
    }

    pub(crate) fn view(&self, _cx: &Cx<'_>, _area: Rect, _buf: &mut Buffer) -> Option<Position> {
        None
    }
}
