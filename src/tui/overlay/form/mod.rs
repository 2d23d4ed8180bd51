//! Forms: one record written field by field.

mod body;
pub(crate) mod day;
pub(crate) mod line;

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use super::Reply;
use crate::domain::change::Receipt;
use crate::domain::fault::Fault;
use crate::domain::query::Query;
use crate::tui::effect::FormKind;
use crate::tui::keymap::{Code, Key};
use crate::tui::screen::Cx;

/// An open form.
#[derive(Debug)]
pub(crate) struct Form {
    kind: FormKind,
}

impl Form {
    pub(crate) fn open(kind: FormKind, _cx: &Cx<'_>) -> Self {
        Self { kind }
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

    pub(crate) fn committed(&mut self, _receipt: &Receipt, _cx: &Cx<'_>) -> Reply {
        Reply::Close
    }

    pub(crate) fn failed(&mut self, _fault: &Fault, _cx: &Cx<'_>) {}

    pub(crate) fn dirty(&self) -> bool {
        matches!(self.kind, FormKind::NewFinding { .. })
    }

    pub(crate) fn view(&self, _cx: &Cx<'_>, _area: Rect, _buf: &mut Buffer) -> Option<Position> {
        None
    }
}
