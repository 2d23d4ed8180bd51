//! `?`: a searchable list of what works here; Enter runs it.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use super::Reply;
use super::boxed::{self, Place};
use crate::text::cells;
use crate::tui::action::ScreenId;
use crate::tui::effect::Effect;
use crate::tui::keymap::{Code, Key, VERBS, Verb};
use crate::tui::screen::Cx;
use crate::tui::widgets::{Cell, Col, ListState, columns, line, list, note, row};

/// Cells inside the box.
const WIDE: u16 = 44;

/// The open help.
#[derive(Debug)]
pub(crate) struct Help {
    screen: ScreenId,
    text: String,
    list: ListState,
}

impl Help {
    /// What works on this screen.
    pub(crate) fn open(screen: ScreenId) -> Self {
        Self {
            screen,
            text: String::new(),
            list: ListState::default(),
        }
    }

    /// Verbs that work here and whose names, key or id hold all words typed.
    fn found(&self) -> Vec<&'static Verb> {
        let words: Vec<String> = self
            .text
            .split_whitespace()
            .map(str::to_lowercase)
            .collect();
        let holds = |verb: &&Verb| {
            let all = format!(
                "{} {} {} {}",
                verb.zh,
                verb.en.to_lowercase(),
                verb.id,
                verb.label_on(self.screen).to_lowercase()
            );
            words.iter().all(|word| all.contains(word.as_str()))
        };
        VERBS
            .iter()
            .filter(|verb| verb.works_on(self.screen))
            .filter(holds)
            .collect()
    }

    pub(crate) fn key(&mut self, key: Key, cx: &Cx<'_>) -> Reply {
        let found = self.found();
        let len = u32::try_from(found.len()).unwrap_or(u32::MAX);
        let rows = page(cx);
        match key.code {
            Code::Esc => return Reply::Close,
            Code::Enter => {
                let at = usize::try_from(self.list.cursor).unwrap_or(usize::MAX);
                return match found.get(at) {
                    Some(verb) => Reply::Done(vec![Effect::Do(verb.action)]),
                    None => Reply::Stay,
                };
            }
            Code::Up => self.list.move_by(-1, len),
            Code::Down => self.list.move_by(1, len),
            Code::PageUp => self.list.page(-1, len, rows),
            Code::PageDown => self.list.page(1, len, rows),
            Code::Home => self.list.first(),
            Code::End => self.list.last(len),
            Code::Backspace => {
                self.text.pop();
                self.list = ListState::default();
            }
            _ => {
                if let Some(c) = key.typed() {
                    self.text.push(c);
                    self.list = ListState::default();
                }
            }
        }
        self.list.keep_in_view(len, rows);
        Reply::Stay
    }

    pub(crate) fn paste(&mut self, text: &str, _cx: &Cx<'_>) -> Reply {
        self.text.extend(text.lines().next());
        self.list = ListState::default();
        Reply::Stay
    }

    pub(crate) fn view(&self, cx: &Cx<'_>, area: Rect, buf: &mut Buffer) -> Option<Position> {
        let size = (WIDE, cx.size.height.saturating_sub(4));
        let inner = boxed::open(buf, area, cx, cx.say.help_title(), size, Place::Middle);
        let search = line(inner, 0);
        if search.is_empty() {
            return None;
        }
        let asks = cx.say.search_ask();
        let mut x = search.x;
        x += cells::put(buf, x, search.y, search.width, asks, cx.look.dim);
        let room = search.right().saturating_sub(x + 1);
        let typed = cells::width(&self.text);
        let shown = tail(&self.text, typed, room.into());
        x += cells::put(buf, x, search.y, room, shown, cx.look.text);
        let caret = Position::new(x.min(search.right() - 1), search.y);
        let found = self.found();
        let rows = below_search(inner);
        if found.is_empty() {
            note(buf, rows, cx.look, cx.say.no_such_verb());
        }
        let len = u32::try_from(found.len()).unwrap_or(u32::MAX);
        let places = columns(
            rows.width.saturating_sub(1),
            2,
            &[Col::Fix(11), Col::Flex(12)],
        );
        list(
            buf,
            rows,
            cx.look,
            self.list,
            len,
            true,
            |buf, strip, at, style| {
                let Some(verb) = usize::try_from(at).ok().and_then(|at| found.get(at)) else {
                    return;
                };
                let label = Cell::right(verb.label_on(self.screen)).styled(cx.look.key);
                row(
                    buf,
                    strip,
                    &places,
                    style,
                    &[label, Cell::left(verb.name(cx.say))],
                );
            },
        );
        Some(caret)
    }
}

/// The end of a text that fits into so many cells.
fn tail(text: &str, width: usize, room: usize) -> &str {
    let (mut rest, mut wide) = (text, width);
    while wide > room {
        let mut chars = rest.chars();
        if chars.next().is_none() {
            break;
        }
        rest = chars.as_str();
        wide = cells::width(rest);
    }
    rest
}

/// The rows of the list; the search line lies above them.
fn below_search(inner: Rect) -> Rect {
    let used = inner.height.min(1);
    Rect::new(inner.x, inner.y + used, inner.width, inner.height - used)
}

/// How many rows the list has in this window.
fn page(cx: &Cx<'_>) -> u16 {
    cx.size.height.saturating_sub(5).max(1)
}
