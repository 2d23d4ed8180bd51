//! Keys in a form: moving between fields, typing in them, saving and leaving.

use ratatui::layout::Rect;

use super::field::Value;
use super::line::{Heard, LeftOut};
use super::{After, Form, day, kinds};
use crate::entry::ime::command_char;
use crate::tui::keymap::{Code, Key};
use crate::tui::overlay::Reply;
use crate::tui::overlay::picker::choice::{Choices, Pickable, Row};
use crate::tui::overlay::picker::list::{List, Picked};
use crate::tui::overlay::prompt::left_out_note;
use crate::tui::screen::Cx;

impl Form {
    /// Hears a key.
    pub(crate) fn key(&mut self, key: Key, cx: &Cx<'_>) -> Reply {
        let from = self.focus;
        let reply = self.heard(key, cx);
        if self.focus != from {
            self.entered();
        }
        reply
    }

    fn heard(&mut self, key: Key, cx: &Cx<'_>) -> Reply {
        self.unit_of_village(cx);
        if self.saving.is_some() {
            return Reply::Stay;
        }
        if self.list.is_some() {
            return self.in_list(key, cx);
        }
        if self.leaving {
            return self.leave(key, cx);
        }
        self.notice = None;
        match key.code {
            Code::Esc if self.dirty() => self.leaving = true,
            Code::Esc => return Reply::Close,
            Code::F(2) => return self.save(After::Close, cx),
            Code::Enter | Code::Char('d') if key.ctrl => return self.save(After::Close, cx),
            Code::Char('n') if key.ctrl => {
                if kinds::has_next(&self.kind) {
                    return self.save(After::Next, cx);
                }
            }
            Code::Tab if key.shift => self.focus = self.focus.saturating_sub(1),
            Code::Tab => self.focus = (self.focus + 1).min(self.fields.len()),
            _ => return self.in_field(key, cx),
        }
        Reply::Stay
    }

    /// A day or a number is written anew: typing replaces what stands there.
    pub(super) fn entered(&mut self) {
        if let Some(Value::Date(line) | Value::Number(line)) = self
            .fields
            .get_mut(self.focus)
            .map(|field| &mut field.value)
        {
            line.select();
        }
    }

    /// Hears pasted text: it goes where typed text would.
    pub(crate) fn paste(&mut self, text: &str, cx: &Cx<'_>) -> Reply {
        if self.saving.is_some() || self.leaving {
            return Reply::Stay;
        }
        if self.list.is_none() && self.is_choice() {
            self.open_list(cx);
        }
        if let Some(list) = &mut self.list {
            list.paste(text);
            return Reply::Stay;
        }
        let Some(field) = self.fields.get_mut(self.focus) else {
            return Reply::Stay;
        };
        let left_out = match &mut field.value {
            Value::Body(body) => body.paste(text),
            value => match value.line_mut() {
                Some(line) => line.paste(text),
                None => LeftOut::default(),
            },
        };
        field.error = None;
        self.notice = left_out_note(left_out, cx);
        Reply::Stay
    }

    /// Drops what was typed, saves it, or goes on: digits pass an input method.
    fn leave(&mut self, key: Key, cx: &Cx<'_>) -> Reply {
        let typed = key.typed().and_then(command_char);
        match (key.code, typed) {
            (_, Some('2')) => return Reply::Close,
            (_, Some('3')) | (Code::F(2), _) => return self.save(After::Close, cx),
            (Code::Esc | Code::Enter, _) | (_, Some('1')) => self.leaving = false,
            _ => {}
        }
        Reply::Stay
    }

    fn in_field(&mut self, key: Key, cx: &Cx<'_>) -> Reply {
        let Some(field) = self.fields.get_mut(self.focus) else {
            return self.on_save_line(key, cx);
        };
        let heard = match &mut field.value {
            Value::Body(body) => body.key(key),
            Value::Date(line) => {
                if day::step_by(line, key.code, cx) {
                    Heard::Changed
                } else {
                    line.key(key)
                }
            }
            Value::Flag(on) => match key.code {
                Code::Char(' ') | Code::Left | Code::Right => {
                    *on = !*on;
                    Heard::Changed
                }
                _ => Heard::Not,
            },
            Value::One { .. } | Value::Many { .. } => self.in_choice(key, cx),
            Value::Line(line) | Value::Number(line) => line.key(key),
        };
        match heard {
            Heard::Changed => {
                if let Some(field) = self.fields.get_mut(self.focus) {
                    field.error = None;
                }
            }
            Heard::Moved => {}
            Heard::Not => return self.between(key, cx),
        }
        Reply::Stay
    }

    /// Keys that the field does not want move between fields. Enter on the last one saves.
    fn between(&mut self, key: Key, cx: &Cx<'_>) -> Reply {
        match key.code {
            Code::Enter if self.focus + 1 == self.fields.len() => {
                return self.save(After::Close, cx);
            }
            Code::Enter => self.focus += 1,
            Code::Up => self.beside(false, cx),
            Code::Down => self.beside(true, cx),
            Code::PageUp => self.focus = 0,
            Code::PageDown => self.focus = self.fields.len(),
            _ => {}
        }
        Reply::Stay
    }

    fn on_save_line(&mut self, key: Key, cx: &Cx<'_>) -> Reply {
        match key.code {
            Code::Enter | Code::Char(' ') => self.save(After::Close, cx),
            Code::Left => {
                self.focus = self.focus.saturating_sub(1);
                Reply::Stay
            }
            _ => self.between(key, cx),
        }
    }

    fn beside(&mut self, down: bool, cx: &Cx<'_>) {
        let window = Rect::from((ratatui::layout::Position::ORIGIN, cx.size));
        if let Some(to) = self.plan(cx, window).beside(self.focus, down) {
            self.focus = to;
        }
    }

    fn is_choice(&self) -> bool {
        let field = self.fields.get(self.focus);
        field.is_some_and(|it| matches!(it.value, Value::One { .. } | Value::Many { .. }))
    }

    /// Arrows turn a choice, Backspace takes it away, Space and typing open its list.
    fn in_choice(&mut self, key: Key, cx: &Cx<'_>) -> Heard {
        match key.code {
            Code::Left => self.turn(-1, cx),
            Code::Right => self.turn(1, cx),
            Code::Backspace | Code::Delete => self.take_away(),
            Code::Char(' ') | Code::F(4) => self.open_list(cx),
            _ if key.typed().is_some() => {
                self.open_list(cx);
                self.picking(key, cx);
            }
            _ => return Heard::Not,
        }
        Heard::Changed
    }

    fn turn(&mut self, by: isize, cx: &Cx<'_>) {
        let Some(field) = self.fields.get_mut(self.focus) else {
            return;
        };
        let Value::One { choices, none, now } = &mut field.value else {
            return;
        };
        let known: Vec<Pickable> = none
            .iter()
            .map(|_| Pickable::Nothing)
            .chain(choices.rows("", cx).iter().map(|row| row.key))
            .collect();
        // What has to be asked from the store is looked for instead.
        if choices.is_asked() || known.is_empty() {
            self.open_list(cx);
            return;
        }
        let at = known.iter().position(|key| key == now).unwrap_or(0);
        let to = if by < 0 {
            at.checked_sub(1).unwrap_or(known.len() - 1)
        } else {
            (at + 1) % known.len()
        };
        *now = known[to];
    }

    fn take_away(&mut self) {
        match self
            .fields
            .get_mut(self.focus)
            .map(|field| &mut field.value)
        {
            Some(Value::One {
                none: Some(_), now, ..
            }) => *now = Pickable::Nothing,
            Some(Value::Many { now, .. }) => drop(now.pop()),
            _ => {}
        }
    }

    fn open_list(&mut self, cx: &Cx<'_>) {
        let Some(field) = self.fields.get(self.focus) else {
            return;
        };
        self.list = match &field.value {
            Value::One { choices, none, now } => {
                Some(List::one(choices.clone(), none.clone(), *now, cx))
            }
            Value::Many { choices, now, .. } => Some(List::many(choices.clone(), now.clone())),
            _ => None,
        };
    }

    /// In an open list Tab chooses and goes on, F2 chooses and saves; the rest is the list's.
    fn in_list(&mut self, key: Key, cx: &Cx<'_>) -> Reply {
        let goes_on = match key.code {
            Code::Tab => !key.shift,
            Code::F(2) => true,
            _ => {
                self.picking(key, cx);
                return Reply::Stay;
            }
        };
        if goes_on {
            self.picking(Key::of(Code::Enter), cx);
        } else {
            self.list = None;
        }
        match (self.list.is_some(), key.code) {
            (true, _) => Reply::Stay,
            (false, Code::F(_)) => self.save(After::Close, cx),
            (false, _) => self.heard(key, cx),
        }
    }

    fn picking(&mut self, key: Key, cx: &Cx<'_>) {
        let Some(list) = &mut self.list else {
            return;
        };
        match list.key(key, cx) {
            Picked::Stay => return,
            Picked::Cancel => {}
            Picked::One(row) => self.take(&row),
            Picked::Many(keys) => {
                if let Some(Value::Many { now, .. }) = self
                    .fields
                    .get_mut(self.focus)
                    .map(|field| &mut field.value)
                {
                    *now = keys;
                }
            }
        }
        self.list = None;
    }

    /// A village brings its organisation along.
    fn take(&mut self, row: &Row) {
        let Some(field) = self.fields.get_mut(self.focus) else {
            return;
        };
        field.error = None;
        if let Value::One { now, .. } = &mut field.value {
            *now = row.key;
        }
        if row.with != Pickable::Nothing
            && let Some(Value::One {
                now,
                choices: Choices::Units,
                ..
            }) = self.find("unit").map(|field| &mut field.value)
        {
            *now = row.with;
        }
    }
}
