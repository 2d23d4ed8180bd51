//! Yes or no, in words; the answer is data.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use super::Reply;
use super::boxed::{self, Place};
use crate::entry::ime::command_char;
use crate::text::cells::{self, to_u16};
use crate::tui::effect::Confirm;
use crate::tui::keymap::{Code, Key};
use crate::tui::screen::Cx;
use crate::tui::widgets;

/// Cells a line of the question takes.
const WIDE: u16 = 60;

/// An open question.
#[derive(Debug)]
pub(crate) struct ConfirmBox {
    it: Confirm,
}

impl ConfirmBox {
    /// Opens it.
    pub(crate) fn open(it: Confirm, _cx: &Cx<'_>) -> Self {
        Self { it }
    }

    /// Hears a key: Enter, y or 1 is yes; Esc, n or 2 is no (digits pass an input method).
    pub(crate) fn key(&mut self, key: Key, _cx: &Cx<'_>) -> Reply {
        let typed = key.typed().and_then(command_char);
        match (key.code, typed) {
            (Code::Enter, _) | (_, Some('y' | 'Y' | '1')) => {
                Reply::Done(vec![self.it.then.clone()])
            }
            (Code::Esc, _) | (_, Some('n' | 'N' | '2')) => Reply::Close,
            _ => Reply::Stay,
        }
    }

    /// Draws itself; there is no caret.
    pub(crate) fn view(&self, cx: &Cx<'_>, area: Rect, buf: &mut Buffer) -> Option<Position> {
        let wide = WIDE.min(area.width.saturating_sub(2));
        let rows = to_u16(cells::wrap(&self.it.ask, wide.into()).len());
        let high = rows.saturating_add(2);
        let title = cx.say.confirm_title();
        let inside = boxed::open(buf, area, cx, title, (wide, high), Place::Middle);
        let room = Rect {
            height: inside.height.saturating_sub(1),
            ..inside
        };
        let lines = cells::wrap_in(&self.it.ask, room.width.into(), room.height.into());
        for (line, y) in lines.iter().zip(room.y..) {
            cells::put(buf, room.x, y, room.width, line, cx.look.text);
        }
        let keys = widgets::line(inside, inside.height.saturating_sub(1));
        let text = cells::hints(cx.say.confirm_keys(), keys.width.into());
        cells::put(buf, keys.x, keys.y, keys.width, &text, cx.look.key);
        None
    }
}

#[cfg(test)]
mod tests;
