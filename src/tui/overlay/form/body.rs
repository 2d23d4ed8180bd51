//! A text of many lines: tui-textarea keeps the text, the wrap and the undo, the caret is the terminal's own.

use std::cmp::Ordering;

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::style::Style;
use ratatui::widgets::Widget;
use tui_textarea::{CursorMove, CursorRenderMode, Scrolling, TextArea, WrapMode};
use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthChar;

use super::line::{Heard, LeftOut, plain};
use crate::text::cells::{to_u16, width};
use crate::text::clean::MAX_BYTES;
use crate::tui::keymap::{Code, Key};
use crate::tui::look::Look;

/// Steps of typing that can be taken back.
const UNDO: usize = 500;

/// A text of many lines with a caret.
#[derive(Clone, Debug)]
pub(crate) struct Body(TextArea<'static>);

impl Body {
    /// The text with the caret behind it.
    pub(crate) fn new(text: &str) -> Self {
        let mut area = TextArea::new(text.split('\n').map(str::to_owned).collect());
        area.set_wrap_mode(WrapMode::Word);
        area.set_cursor_render_mode(CursorRenderMode::Hidden);
        area.set_cursor_line_style(Style::new());
        area.set_max_histories(UNDO);
        // As everywhere else a tab in the text is one blank.
        area.set_tab_length(1);
        area.set_undo_coalescing(true);
        area.move_cursor(CursorMove::Bottom);
        area.move_cursor(CursorMove::End);
        Self(area)
    }

    /// What was typed.
    pub(crate) fn text(&self) -> String {
        self.0.lines().join("\n")
    }

    /// Whether nothing was typed.
    pub(crate) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Hears a key. An arrow that has no line to go to is not heard: it leaves the field.
    pub(crate) fn key(&mut self, key: Key) -> Heard {
        if let Some(c) = key.typed() {
            if self.room() >= c.len_utf8() && !c.is_control() {
                self.0.insert_char(c);
            }
            return Heard::Changed;
        }
        if let Some(to) = moved_by(key) {
            return self.go(to, key.shift);
        }
        match key.code {
            Code::Enter if self.room() > 0 => self.0.insert_newline(),
            Code::Backspace if key.ctrl || key.alt => drop(self.0.delete_word()),
            Code::Backspace => self.drop_back(),
            Code::Delete => self.drop_next(),
            Code::PageUp => return self.page(Scrolling::PageUp),
            Code::PageDown => return self.page(Scrolling::PageDown),
            Code::Char(c) if key.ctrl => return self.command(c),
            Code::Enter => {}
            _ => return Heard::Not,
        }
        Heard::Changed
    }

    /// Puts pasted text in at the caret.
    pub(crate) fn paste(&mut self, text: &str) -> LeftOut {
        let (text, mut left_out) = plain(text);
        let mut room = self.room();
        let fits: String = text
            .graphemes(true)
            .take_while(|cluster| {
                let fits = cluster.len() <= room;
                room = room.saturating_sub(cluster.len());
                fits
            })
            .collect();
        left_out.cut |= fits.len() < text.len();
        self.0.insert_str(fits);
        left_out
    }

    /// Draws itself and says where the caret stands.
    pub(crate) fn view(&self, look: &Look, area: Rect, buf: &mut Buffer) -> Option<Position> {
        let area = area.intersection(buf.area);
        if area.is_empty() {
            return None;
        }
        buf.set_style(area, look.text);
        (&self.0).render(area, buf);
        let place = self.0.rendered_cursor_position()?;
        let x = area.x + self.caret_cells(place.x - area.x).min(area.width - 1);
        Some(Position { x, y: place.y })
    }

    /// Its window may have grown: it is scrolled no further than the caret needs.
    pub(crate) fn resized(&mut self) {
        let (row, column) = self.0.cursor();
        self.0.scroll((-i16::MAX, 0));
        self.0
            .move_cursor(CursorMove::Jump(to_u16(row), to_u16(column)));
    }

    fn room(&self) -> usize {
        let held: usize = self.0.lines().iter().map(|line| line.len() + 1).sum();
        (MAX_BYTES + 1).saturating_sub(held)
    }

    fn go(&mut self, to: CursorMove, selecting: bool) -> Heard {
        if !selecting {
            self.0.cancel_selection();
        } else if !self.0.is_selecting() {
            self.0.start_selection();
        }
        let from = self.0.cursor();
        self.0.move_cursor(to);
        match to {
            CursorMove::Top => self.0.move_cursor(CursorMove::Head),
            CursorMove::Bottom => self.0.move_cursor(CursorMove::End),
            _ => {}
        }
        // It moves by code point; a cluster is one step.
        while matches!(to, CursorMove::Back | CursorMove::Forward) && self.inside_cluster() {
            self.0.move_cursor(to);
        }
        let stuck = self.0.cursor() == from && matches!(to, CursorMove::Up | CursorMove::Down);
        if stuck { Heard::Not } else { Heard::Moved }
    }

    fn page(&mut self, by: Scrolling) -> Heard {
        self.0.scroll(by);
        Heard::Moved
    }

    fn command(&mut self, c: char) -> Heard {
        match c {
            'w' => drop(self.0.delete_word()),
            'h' => self.drop_back(),
            'u' => drop(self.0.delete_line_by_head()),
            'k' => drop(self.0.delete_line_by_end()),
            'x' => drop(self.0.cut()),
            'v' => drop(self.0.paste()),
            'z' | '_' | '7' => drop(self.0.undo()),
            'y' => drop(self.0.redo()),
            _ => return Heard::Not,
        }
        Heard::Changed
    }

    fn drop_back(&mut self) {
        let left = self.beside_caret().0;
        let points = left.graphemes(true).next_back().map_or(1, points);
        self.drop_points(points, TextArea::delete_char);
    }

    fn drop_next(&mut self) {
        let right = self.beside_caret().1;
        let points = right.graphemes(true).next().map_or(1, points);
        self.drop_points(points, TextArea::delete_next_char);
    }

    fn drop_points(&mut self, points: usize, step: impl Fn(&mut TextArea<'static>) -> bool) {
        let points = if self.0.is_selecting() { 1 } else { points };
        for _ in 0..points {
            step(&mut self.0);
        }
    }

    /// The caret's line, cut at the caret.
    fn beside_caret(&self) -> (String, String) {
        let (row, col) = self.0.cursor();
        let line = self.0.lines().get(row).map_or("", String::as_str);
        (
            line.chars().take(col).collect(),
            line.chars().skip(col).collect(),
        )
    }

    fn inside_cluster(&self) -> bool {
        let (left, right) = self.beside_caret();
        let whole = format!("{left}{right}");
        !left.is_empty()
            && !right.is_empty()
            && whole
                .grapheme_indices(true)
                .all(|(at, _)| at.cmp(&left.len()) != Ordering::Equal)
    }

    /// The caret's column by graphemes. The widget adds up code points, which is too much where several make one character.
    fn caret_cells(&self, by_points: u16) -> u16 {
        let (left, _) = self.beside_caret();
        let mut missing = usize::from(by_points);
        // The wrapped row begins where the widget's own sum is used up.
        let start = left
            .char_indices()
            .rev()
            .take_while(|(_, c)| {
                let wide = c.width().unwrap_or(usize::from(*c == '\t'));
                let within = missing >= wide && missing > 0;
                missing = missing.saturating_sub(wide);
                within
            })
            .last()
            .map_or(left.len(), |(at, _)| at);
        let row = left.split_at(start).1;
        to_u16(row.graphemes(true).map(width).sum())
    }
}

fn points(cluster: &str) -> usize {
    cluster.chars().count()
}

fn moved_by(key: Key) -> Option<CursorMove> {
    let far = key.ctrl || key.alt;
    Some(match key.code {
        Code::Up => CursorMove::Up,
        Code::Down => CursorMove::Down,
        Code::Left if far => CursorMove::WordBack,
        Code::Right if far => CursorMove::WordForward,
        Code::Left => CursorMove::Back,
        Code::Right => CursorMove::Forward,
        Code::Home if far => CursorMove::Top,
        Code::End if far => CursorMove::Bottom,
        Code::Home => CursorMove::Head,
        Code::End => CursorMove::End,
        Code::Char('a') if key.ctrl => CursorMove::Head,
        Code::Char('e') if key.ctrl => CursorMove::End,
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tui::keymap::parse;

    fn drawn(body: &Body, width: u16, height: u16) -> (Vec<String>, Option<(u16, u16)>) {
        let area = Rect::new(0, 0, width, height);
        let mut buf = Buffer::empty(area);
        let caret = body.view(&Look::mono(), area, &mut buf);
        let rows = (0..height)
            .map(|y| {
                let mut row = String::new();
                let mut skip = 0;
                for x in 0..width {
                    let symbol = buf[(x, y)].symbol();
                    if skip == 0 {
                        row.push_str(symbol);
                        skip = crate::text::cells::width(symbol).max(1);
                    }
                    skip -= 1;
                }
                row.trim_end().to_owned()
            })
            .collect();
        (rows, caret.map(|p| (p.x, p.y)))
    }

    fn typed(start: &str, keys: &str) -> Body {
        let mut body = Body::new(start);
        for key in parse(keys) {
            body.key(key);
        }
        body
    }

    #[test]
    fn keys_edit_the_text() {
        for (start, keys, want) in [
            ("", "账本<enter>缺三本", "账本\n缺三本"),
            ("账本", "<left>x", "账x本"),
            ("账本", "<home><bs>", "账本"),
            ("一\n二", "<home><bs>", "一二"),
            ("一\n二", "<up><end><del>", "一二"),
            ("e\u{301}x", "<left><bs>", "x"),
            ("e\u{301}x", "<home><del>", "x"),
            ("e\u{301}x", "<home><right>y", "e\u{301}yx"),
            ("甲乙", "<C-u>", ""),
            ("甲乙", "<home><C-k>", ""),
            ("甲乙", "<S-left><S-left><bs>", ""),
            ("甲乙", "<S-left><C-x><home><C-v>", "乙甲"),
            ("甲乙", "丙<C-_>", "甲乙"),
            ("甲乙", "丙<C-z><C-y>", "甲乙丙"),
            ("一\n二", "<C-home>x<C-end>y", "x一\n二y"),
        ] {
            assert_eq!(typed(start, keys).text(), want, "{start:?} {keys}");
        }
    }

    #[test]
    fn an_arrow_without_a_line_to_go_to_is_left_to_the_form() {
        let mut body = Body::new("一\n二");
        assert_eq!(body.key(Key::of(Code::Down)), Heard::Not);
        assert_eq!(body.key(Key::of(Code::Up)), Heard::Moved);
        assert_eq!(body.key(Key::of(Code::Up)), Heard::Not);
        assert_eq!(body.key(Key::of(Code::Tab)), Heard::Not);
        assert_eq!(body.key(Key::of(Code::F(2))), Heard::Not);
    }

    #[test]
    fn wide_characters_wrap_whole_and_the_caret_stands_on_its_cell() {
        // One cell of the width is the caret's.
        let body = Body::new("集体资产台账缺失三本");
        let (rows, caret) = drawn(&body, 10, 4);
        assert_eq!(rows, ["集体资产", "台账缺失", "三本", ""]);
        assert_eq!(caret, Some((4, 2)));

        let body = typed("集体资产台账", "<up>");
        assert_eq!(drawn(&body, 10, 2).1, Some((4, 1)));

        let mut body = typed("账a本b", "<left>");
        assert_eq!(drawn(&body, 10, 2).1, Some((5, 0)));
        body.key(Key::of(Code::Enter));
        assert_eq!(
            drawn(&body, 10, 2),
            (vec!["账a本".into(), "b".into()], Some((0, 1)))
        );
    }

    #[test]
    fn up_and_down_go_by_the_rows_that_are_seen() {
        let mut body = Body::new("集体资产台账缺失三本");
        drawn(&body, 10, 4);
        body.key(Key::of(Code::Up));
        assert_eq!(drawn(&body, 10, 4).1, Some((4, 1)));
        body.key(Key::of(Code::Up));
        assert_eq!(body.key(Key::of(Code::Up)), Heard::Not);
    }

    #[test]
    fn the_caret_is_exact_behind_marks_and_joined_signs() {
        for (text, cell) in [
            ("e\u{301}", 1),
            ("账e\u{301}本", 5),
            ("👩\u{200d}👧", 2),
            ("账👩\u{200d}👧x", 5),
            ("账\t本", 5),
        ] {
            assert_eq!(drawn(&Body::new(text), 20, 1).1, Some((cell, 0)), "{text}");
        }
    }

    #[test]
    fn a_short_window_follows_the_caret() {
        let mut body = Body::new("一\n二\n三\n四");
        assert_eq!(
            drawn(&body, 6, 2),
            (vec!["三".into(), "四".into()], Some((2, 1)))
        );
        body.key(Key {
            ctrl: true,
            ..Key::of(Code::Home)
        });
        assert_eq!(drawn(&body, 6, 2).0, ["一", "二"]);
        assert_eq!(drawn(&body, 0, 0).1, None);
        assert_eq!(drawn(&body, 1, 1).0.len(), 1);
    }

    #[test]
    fn a_window_that_grew_is_filled() {
        let mut body = Body::new("一\n二\n三\n四");
        drawn(&body, 6, 1);
        body.resized();
        let (rows, caret) = drawn(&body, 6, 4);
        assert_eq!((rows.join(""), caret), ("一二三四".into(), Some((2, 3))));
        body.key(Key::of(Code::Up));
        body.resized();
        assert_eq!(drawn(&body, 6, 4).1, Some((2, 2)), "the caret stays");
    }

    #[test]
    fn no_more_goes_in_than_a_field_holds() {
        let mut body = Body::new("");
        assert!(!body.paste("一\r\n二").cut);
        assert_eq!(body.text(), "一\n二");
        assert!(body.paste(&"账".repeat(MAX_BYTES)).cut);
        let held = body.text().len();
        assert!(held <= MAX_BYTES);
        body.key(Key::char('账'));
        assert_eq!(body.text().len(), held);
    }
}
