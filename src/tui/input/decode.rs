//! Bytes from the terminal → keys and pasted text. Pure: no clock, no terminal.
//!
//! crossterm's own reader is not used: it blocks inside `read` on half an escape
//! sequence, spins when the terminal is gone, and overflows on a report of row 0.
//! Its event types are, so the rest of the program needn't know.

use super::Incoming;
use super::sequence::{ESC, Step, key, step, typed, with_alt};
use crossterm::event::{KeyCode, KeyModifiers};

const PASTE_END: &[u8; 6] = b"\x1b[201~";
/// Pasted bytes kept; more than any field takes, so the field can say that it cut.
const PASTE_MAX: usize = 256 * 1024;
/// Keeps the bytes of an unfinished sequence between two reads.
#[derive(Debug, Default)]
pub(crate) struct Decoder {
    held: Vec<u8>,
    paste: Option<Paste>,
}

impl Decoder {
    /// Takes what was read and says what it means.
    pub(crate) fn feed(&mut self, bytes: &[u8]) -> Vec<Incoming> {
        self.held.extend_from_slice(bytes);
        let held = std::mem::take(&mut self.held);
        let mut rest = held.as_slice();
        let mut heard = Vec::new();
        while !rest.is_empty() {
            if let Some(paste) = &mut self.paste {
                let (used, whole) = paste.take(rest);
                rest = &rest[used..];
                if let Some(text) = whole {
                    self.paste = None;
                    heard.push(Incoming::Paste(text));
                }
                continue;
            }
            match step(rest) {
                Step::Done(used, what) => {
                    rest = &rest[used..];
                    heard.extend(what);
                }
                Step::Paste(used) => {
                    rest = &rest[used..];
                    self.paste = Some(Paste::default());
                }
                Step::More => break,
            }
        }
        self.held = rest.to_vec();
        heard
    }

    /// Whether silence would settle the meaning of what is held.
    pub(crate) fn waits(&self) -> bool {
        match &self.paste {
            Some(paste) => paste.ends_in_escape(),
            None => !self.held.is_empty(),
        }
    }

    /// Nothing followed: a lone ESC is the Esc key, ESC and a letter is Alt, half a
    /// sequence is nothing. Esc alone also ends a paste whose end never came.
    pub(crate) fn settle(&mut self) -> Vec<Incoming> {
        if let Some(paste) = self.paste.take_if(|paste| paste.ends_in_escape()) {
            return vec![Incoming::Paste(paste.text(1))];
        }
        let held = std::mem::take(&mut self.held);
        match held.as_slice() {
            [ESC] => vec![key(KeyCode::Esc, KeyModifiers::NONE)],
            [ESC, ESC] => vec![
                key(KeyCode::Esc, KeyModifiers::NONE),
                key(KeyCode::Esc, KeyModifiers::NONE),
            ],
            [ESC, byte @ 0x20..=0x7e] => vec![with_alt(typed(char::from(*byte)))],
            _ => Vec::new(),
        }
    }
}

/// Pasted text on its way in.
#[derive(Debug, Default)]
struct Paste {
    kept: Vec<u8>,
    seen: usize,
    tail: [u8; 6],
}

impl Paste {
    /// How many bytes belong to the paste, and its text once it is whole.
    fn take(&mut self, bytes: &[u8]) -> (usize, Option<String>) {
        for (at, byte) in bytes.iter().enumerate() {
            self.seen += 1;
            self.tail.rotate_left(1);
            self.tail[5] = *byte;
            if self.kept.len() < PASTE_MAX {
                self.kept.push(*byte);
            }
            if &self.tail == PASTE_END {
                return (at + 1, Some(self.text(PASTE_END.len())));
            }
        }
        (bytes.len(), None)
    }

    fn ends_in_escape(&self) -> bool {
        self.seen > 0 && self.tail[5] == ESC
    }

    /// The text without the last `marker` bytes, line ends as `\n`.
    fn text(&self, marker: usize) -> String {
        let end = (self.seen - marker).min(self.kept.len());
        let mut text = String::from_utf8_lossy(&self.kept[..end])
            .replace("\r\n", "\n")
            .replace('\r', "\n");
        if self.seen > self.kept.len() {
            let whole = text.trim_end_matches('\u{fffd}').len(); // cut inside a character
            text.truncate(whole);
        }
        text
    }
}
