//! One line of text being typed: pure state, moved by grapheme, measured in display cells.

use unicode_segmentation::UnicodeSegmentation;

use crate::text::cells::{cut, width};
use crate::text::clean::MAX_BYTES;
use crate::tui::keymap::{Code, Key};

/// What a key did to text being typed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Heard {
    /// Nothing: the key means something else.
    Not,
    /// The caret moved, or had nowhere to go.
    Moved,
    /// The text may have changed.
    Changed,
}

/// What pasting left out, to be said.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct LeftOut {
    /// The end was cut: a field holds no more than `MAX_BYTES`.
    pub(crate) cut: bool,
    /// So many control characters were dropped.
    pub(crate) controls: usize,
}

/// A line of text with a caret.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct LineEdit {
    text: String,
    /// Byte offset of the caret, always between two graphemes.
    at: usize,
    /// All of it is selected: what is typed next replaces it, every other key keeps it.
    selected: bool,
}

impl LineEdit {
    /// The text with the caret behind it.
    pub(crate) fn new(text: impl Into<String>) -> Self {
        let text = text.into();
        let at = text.len();
        Self {
            text,
            at,
            selected: false,
        }
    }

    /// Selects all of it, for a short text that one writes anew rather than mends (a day, a count).
    pub(crate) fn select(&mut self) {
        self.selected = !self.text.is_empty();
        self.at = self.text.len();
    }

    /// Whether what is typed next replaces it.
    pub(crate) fn is_selected(&self) -> bool {
        self.selected
    }

    /// What was typed.
    pub(crate) fn text(&self) -> &str {
        &self.text
    }

    /// Replaces everything; the caret goes behind it.
    pub(crate) fn set(&mut self, text: impl Into<String>) {
        *self = Self::new(text);
    }

    /// Hears a key.
    pub(crate) fn key(&mut self, key: Key) -> Heard {
        let selected = std::mem::take(&mut self.selected);
        let replaces = key.typed().is_some_and(|c| !c.is_control())
            || matches!(key.code, Code::Backspace | Code::Delete);
        if selected && replaces {
            self.set("");
        }
        if let Some(c) = key.typed() {
            if !c.is_control() {
                self.insert(c.encode_utf8(&mut [0; 4]));
            }
            return Heard::Changed;
        }
        let word = key.ctrl || key.alt;
        match key.code {
            Code::Left if word => self.go(self.word_before()),
            Code::Right if word => self.go(self.word_after()),
            Code::Left => self.go(self.before()),
            Code::Right => self.go(self.after()),
            Code::Home => self.go(0),
            Code::End => self.go(self.text.len()),
            Code::Char('a') if key.ctrl => self.go(0),
            Code::Char('e') if key.ctrl => self.go(self.text.len()),
            Code::Backspace if word => self.drop_to(self.word_before()),
            Code::Char('w') if key.ctrl => self.drop_to(self.word_before()),
            Code::Backspace => self.drop_to(self.before()),
            Code::Char('h') if key.ctrl => self.drop_to(self.before()),
            Code::Delete if word => self.drop_to(self.word_after()),
            Code::Delete => self.drop_to(self.after()),
            Code::Char('u') if key.ctrl => self.drop_to(0),
            Code::Char('k') if key.ctrl => self.drop_to(self.text.len()),
            _ => Heard::Not,
        }
    }

    /// Puts pasted text in at the caret; line ends and tabs become blanks.
    pub(crate) fn paste(&mut self, text: &str) -> LeftOut {
        if self.selected {
            self.set("");
        }
        let (text, mut left_out) = plain(text);
        let line: String = text
            .trim_end_matches('\n')
            .chars()
            .map(|c| if matches!(c, '\n' | '\t') { ' ' } else { c })
            .collect();
        left_out.cut |= self.insert(&line);
        left_out
    }

    /// What is shown in so many cells, and the caret's cell in it: the caret is always in sight, and text stands on both of its sides where there is some.
    pub(crate) fn window(&self, cells: usize) -> (&str, usize) {
        if cells == 0 {
            return ("", 0);
        }
        let before = wide(self.text.split_at(self.at).0);
        let all = wide(&self.text);
        let skip = (all + 1)
            .saturating_sub(cells)
            .min(before.saturating_sub(cells * 2 / 3));
        let (mut start, mut skipped) = (0, 0);
        for (at, cluster) in self.text.grapheme_indices(true) {
            if skipped >= skip {
                break;
            }
            skipped += width(cluster);
            start = at + cluster.len();
        }
        let (shown, _) = cut(self.text.split_at(start).1, cells);
        (shown, before.saturating_sub(skipped))
    }

    /// Says whether the end of `text` had to be left out.
    fn insert(&mut self, text: &str) -> bool {
        let (fits, cut) = upto(text, MAX_BYTES.saturating_sub(self.text.len()));
        self.text.insert_str(self.at, fits);
        let end = self.at + fits.len();
        // What was put in may have joined what follows.
        self.at = self.border_from(end);
        cut
    }

    fn go(&mut self, to: usize) -> Heard {
        self.at = to;
        Heard::Moved
    }

    fn drop_to(&mut self, to: usize) -> Heard {
        let (from, to) = (self.at.min(to), self.at.max(to));
        self.text.replace_range(from..to, "");
        // What came together may have joined.
        self.at = self.border_from(from);
        Heard::Changed
    }

    /// Every place the caret can stand.
    fn borders(&self) -> impl DoubleEndedIterator<Item = usize> {
        self.text
            .grapheme_indices(true)
            .map(|(at, _)| at)
            .chain([self.text.len()])
    }

    /// The first such place at or behind a byte.
    fn border_from(&self, byte: usize) -> usize {
        self.borders().find(|b| *b >= byte).unwrap_or(byte)
    }

    fn before(&self) -> usize {
        self.borders().rfind(|b| *b < self.at).unwrap_or(0)
    }

    fn after(&self) -> usize {
        self.borders().find(|b| *b > self.at).unwrap_or(self.at)
    }

    fn word_before(&self) -> usize {
        let (left, _) = self.text.split_at(self.at);
        let trimmed = left.trim_end();
        let Some(kind) = trimmed.chars().next_back().map(Run::of) else {
            return 0;
        };
        let start = trimmed.trim_end_matches(|c| Run::of(c) == kind).len();
        self.borders().rfind(|b| *b <= start).unwrap_or(0)
    }

    fn word_after(&self) -> usize {
        let (_, right) = self.text.split_at(self.at);
        let trimmed = right.trim_start();
        let rest = match trimmed.chars().next().map(Run::of) {
            Some(kind) => trimmed.trim_start_matches(|c| Run::of(c) == kind),
            None => trimmed,
        };
        let end = self.text.len() - rest.len();
        self.border_from(end)
    }
}

/// What stands together when moving by words.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Run {
    Blank,
    Word,
    Mark,
}

impl Run {
    fn of(c: char) -> Self {
        if c.is_whitespace() {
            Self::Blank
        } else if c.is_alphanumeric() || c == '_' {
            Self::Word
        } else {
            Self::Mark
        }
    }
}

/// Text without control characters, with one kind of line end, and no longer than a field.
pub(crate) fn plain(text: &str) -> (String, LeftOut) {
    let (text, cut) = upto(text, MAX_BYTES);
    let text = text.replace("\r\n", "\n").replace('\r', "\n");
    let keep = |c: &char| !c.is_control() || matches!(c, '\n' | '\t');
    let controls = text.chars().filter(|c| !keep(c)).count();
    (
        text.chars().filter(keep).collect(),
        LeftOut { cut, controls },
    )
}

/// The longest beginning of whole graphemes within so many bytes, and whether something is missing.
fn upto(text: &str, bytes: usize) -> (&str, bool) {
    if text.len() <= bytes {
        return (text, false);
    }
    let end = text
        .grapheme_indices(true)
        .map(|(at, _)| at)
        .take_while(|at| *at <= bytes)
        .last()
        .unwrap_or(0);
    (text.split_at(end).0, true)
}

/// Cells of all graphemes, however long the text.
fn wide(text: &str) -> usize {
    text.graphemes(true).map(width).sum()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::tui::keymap::parse;

    /// The text with `|` where the caret stands.
    fn typed(start: &str, keys: &str) -> String {
        let mut line = LineEdit::new(start);
        for key in parse(keys) {
            line.key(key);
        }
        let (left, right) = line.text.split_at(line.at);
        format!("{left}|{right}")
    }

    #[test]
    fn keys_edit_the_line() {
        for (start, keys, want) in [
            ("", "账本", "账本|"),
            ("账本", "<left>缺", "账缺|本"),
            ("账本", "<home><del>", "|本"),
            ("账本", "<C-a>x<C-e>y", "x账本y|"),
            ("账本缺", "<bs><bs>", "账|"),
            ("账本 缺失", "<C-w>", "账本 |"),
            ("账本 缺失", "<C-w><C-w>", "|"),
            ("账本，缺失", "<C-left>", "账本，|缺失"),
            ("账本，缺失", "<C-left><C-left>", "账本|，缺失"),
            ("账本 缺失", "<home><C-right>", "账本| 缺失"),
            ("账本 缺失", "<home><C-right><C-right>", "账本 缺失|"),
            ("账本缺", "<left><C-u>", "|缺"),
            ("账本缺", "<left><C-k>", "账本|"),
            ("e\u{301}x", "<left><bs>", "|x"),
            ("👩\u{200d}👧", "<bs>", "|"),
            ("甲", "<left><left><right><right><right>乙", "甲乙|"),
            ("x", "<A-f><f5><C-x>", "x|"),
        ] {
            assert_eq!(typed(start, keys), want, "{start} {keys}");
        }
    }

    #[test]
    fn a_long_line_shows_the_caret_and_its_surroundings() {
        let mut line = LineEdit::new("集体资产台账缺失三本");
        assert_eq!(line.window(30), ("集体资产台账缺失三本", 20));
        // Room for the caret behind the last character.
        assert_eq!(line.window(9), ("缺失三本", 8));
        line.key(Key::of(Code::Home));
        assert_eq!(line.window(9), ("集体资产", 0));
        for _ in 0..5 {
            line.key(Key::of(Code::Right));
        }
        assert_eq!(line.window(9), ("资产台账", 6));
        assert_eq!(line.window(1), ("", 0));
        assert_eq!(line.window(0), ("", 0));
    }

    #[test]
    fn what_is_selected_is_replaced_by_typing_and_kept_by_moving() {
        for (keys, want) in [
            ("3", "3"),
            ("<bs>", ""),
            ("<del>3", "3"),
            ("<left>3", "2018-11-038"),
            ("<end>3", "2018-11-083"),
            ("<C-u>3", "3"),
        ] {
            let mut line = LineEdit::new("2018-11-08");
            line.select();
            for key in parse(keys) {
                line.key(key);
            }
            assert_eq!(line.text(), want, "{keys}");
        }
        let mut line = LineEdit::new("2018-11-08");
        line.select();
        line.paste("+3");
        assert_eq!(line.text(), "+3");
    }

    #[test]
    fn pasted_text_becomes_one_line_and_says_what_it_lost() {
        let mut line = LineEdit::new("甲乙");
        line.key(Key::of(Code::Left));
        let left_out = line.paste("一\r\n二\t三\u{7}\n");
        assert_eq!(line.text(), "甲一 二 三乙");
        assert_eq!(
            left_out,
            LeftOut {
                cut: false,
                controls: 1
            }
        );
        let left_out = line.paste(&"账".repeat(MAX_BYTES));
        assert!(left_out.cut);
        assert!(line.text().len() <= MAX_BYTES);
        assert!(line.text().ends_with('乙'));
    }

    fn key() -> impl Strategy<Value = Key> {
        let named = prop::sample::select(parse(
            "<left><right><home><end><bs><del><C-w><C-u><C-k><C-left><C-right><C-bs>",
        ));
        prop_oneof![named, any::<char>().prop_map(Key::char)]
    }

    proptest! {
        #[test]
        fn the_caret_stands_where_the_cells_before_it_end(
            start in "\\PC{0,12}",
            keys in prop::collection::vec(key(), 0..40),
            pasted in any::<String>(),
            cells in 0_usize..30,
        ) {
            let mut line = LineEdit::new(start);
            for key in keys {
                line.key(key);
            }
            line.paste(&pasted);
            prop_assert!(line.borders().any(|b| b == line.at));
            prop_assert!(!line.text.contains('\n'));
            let (shown, caret) = line.window(cells);
            prop_assert!(wide(shown) <= cells);
            prop_assert!(caret < cells.max(1));
            // The text before the caret that is in sight is as wide as the caret says.
            let left = line.text.split_at(line.at).0;
            prop_assert!((0..=left.len()).filter_map(|from| left.get(from..)).any(|tail| wide(tail) == caret));
            prop_assert!(line.text.contains(shown));
        }
    }
}
