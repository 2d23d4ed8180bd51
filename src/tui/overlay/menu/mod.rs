//! `.`: what can be done here, by digits; for keyboards held by an input method.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use super::Reply;
use super::boxed::{self, Place};
use crate::entry::ime;
use crate::tui::action::{Action, ScreenId};
use crate::tui::effect::Effect;
use crate::tui::keymap::{self, Code, Key, Verb};
use crate::tui::screen::Cx;
use crate::tui::widgets::{Cell, Col, ListState, columns, list, row};

/// Lines of one page: the digits 1 to 9.
const PAGE: usize = 9;

/// The open menu.
pub(crate) struct Menu {
    screen: ScreenId,
    verbs: Vec<&'static Verb>,
    page: usize,
    cursor: usize,
}

impl std::fmt::Debug for Menu {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Menu({:?}, {}, {})", self.screen, self.page, self.cursor)
    }
}

impl Menu {
    /// The verbs for the selected item first.
    pub(crate) fn open(screen: ScreenId, likely: &[Action]) -> Self {
        Self {
            screen,
            verbs: keymap::menu(screen, likely),
            page: 0,
            cursor: 0,
        }
    }

    fn pages(&self) -> usize {
        self.verbs.len().div_ceil(PAGE).max(1)
    }

    fn shown(&self) -> &[&'static Verb] {
        self.verbs.chunks(PAGE).nth(self.page).unwrap_or_default()
    }

    fn turn(&mut self, by: usize) {
        self.page = (self.page + by) % self.pages();
        self.cursor = 0;
    }

    pub(crate) fn key(&mut self, key: Key, _cx: &Cx<'_>) -> Reply {
        let count = self.shown().len().max(1);
        match key.code {
            Code::Esc => return Reply::Close,
            Code::Up => self.cursor = (self.cursor + count - 1) % count,
            Code::Down => self.cursor = (self.cursor + 1) % count,
            Code::PageDown | Code::Right => self.turn(1),
            Code::PageUp | Code::Left => self.turn(self.pages() - 1),
            Code::Enter => return self.take(self.cursor),
            Code::Char(c) => match ime::command_char(c) {
                Some('0') => self.turn(1),
                Some('.') => return Reply::Close,
                Some(c @ '1'..='9') => {
                    let digit = c.to_digit(10).and_then(|n| usize::try_from(n).ok());
                    return self.take(digit.unwrap_or(1) - 1);
                }
                _ => {}
            },
            _ => {}
        }
        Reply::Stay
    }

    fn take(&self, at: usize) -> Reply {
        match self.shown().get(at) {
            Some(verb) => Reply::Done(vec![Effect::Do(verb.action)]),
            None => Reply::Stay,
        }
    }

    pub(crate) fn view(&self, cx: &Cx<'_>, area: Rect, buf: &mut Buffer) -> Option<Position> {
        let title = cx.say.menu_title(self.page + 1, self.pages());
        let inner = boxed::open(buf, area, cx, &title, (40, 9), Place::Middle);
        let shown = self.shown();
        let state = ListState::at(u32::try_from(self.cursor).unwrap_or(0));
        let len = u32::try_from(shown.len()).unwrap_or(0);
        let places = columns(inner.width, 2, &[Col::Fix(2), Col::Flex(10), Col::Fix(11)]);
        list(
            buf,
            inner,
            cx.look,
            state,
            len,
            true,
            |buf, strip, at, style| {
                let Some(verb) = usize::try_from(at).ok().and_then(|at| shown.get(at)) else {
                    return;
                };
                let cells = [
                    Cell::right((at + 1).to_string()).styled(cx.look.key),
                    Cell::left(verb.name(cx.say)),
                    Cell::right(verb.label_on(self.screen)).styled(cx.look.dim),
                ];
                row(buf, strip, &places, style, &cells);
            },
        );
        None
    }
}
