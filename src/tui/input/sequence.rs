//! One key off the front of the bytes: characters, control bytes, escape sequences.

use super::Incoming;
use crossterm::event::{KeyCode, KeyEvent, KeyEventKind, KeyModifiers};

pub(super) const ESC: u8 = 0x1b;
/// No key sequence is longer than this many bytes; a longer one is dropped.
const CSI_MAX: usize = 64;
/// No answer of a terminal is longer than this many bytes; a longer one is dropped.
const STRING_MAX: usize = 4096;

/// What the front of the bytes is.
pub(super) enum Step {
    /// This many bytes are used up; perhaps they mean something.
    Done(usize, Option<Incoming>),
    /// From here on everything is pasted text; this many bytes said so.
    Paste(usize),
    /// Unfinished.
    More,
}

/// Reads one key, one report or the beginning of a paste off the front.
pub(super) fn step(bytes: &[u8]) -> Step {
    match bytes {
        [] => Step::More,
        [ESC, rest @ ..] => escape(bytes, rest),
        [byte @ (0..=0x1f | 0x7f), ..] => Step::Done(1, Some(control(*byte))),
        _ => character(bytes),
    }
}

fn escape(bytes: &[u8], rest: &[u8]) -> Step {
    match rest {
        [] | [ESC] => Step::More,
        [b'[', ..] => csi(bytes),
        [b'O', ..] => ss3(bytes),
        [b']' | b'P' | b'_' | b'^' | b'X', ..] => string(bytes),
        [ESC, b'[' | b'O', ..] => alt(step(rest)),
        [ESC, ..] => Step::Done(1, Some(key(KeyCode::Esc, KeyModifiers::NONE))),
        _ => alt(step(rest)),
    }
}

/// The same key with an ESC before it.
fn alt(inner: Step) -> Step {
    match inner {
        Step::Done(used, what) => Step::Done(used + 1, what.map(with_alt)),
        Step::Paste(used) => Step::Paste(used + 1),
        Step::More => Step::More,
    }
}

/// An answer of the terminal that nobody asked for: skipped up to its end.
fn string(bytes: &[u8]) -> Step {
    let bell = bytes.iter().position(|byte| *byte == 0x07).map(|at| at + 1);
    let end = bytes
        .windows(2)
        .position(|two| two == b"\x1b\\")
        .map(|at| at + 2);
    match (bell, end) {
        (Some(a), Some(b)) => Step::Done(a.min(b), None),
        (Some(used), None) | (None, Some(used)) => Step::Done(used, None),
        (None, None) if bytes.len() > STRING_MAX => Step::Done(bytes.len(), None),
        (None, None) => Step::More,
    }
}

/// `ESC O x`: keys of the application keypad mode.
fn ss3(bytes: &[u8]) -> Step {
    let Some(last) = bytes.get(2) else {
        return Step::More;
    };
    let code = match last {
        b'M' => Some(KeyCode::Enter),
        _ => letter(*last),
    };
    match code {
        Some(code) => Step::Done(3, Some(key(code, KeyModifiers::NONE))),
        None => Step::Done(2, Some(with_alt(typed('O')))),
    }
}

/// `ESC [ … x`: nearly every special key.
fn csi(bytes: &[u8]) -> Step {
    match bytes {
        [_, _, b'M', ..] if bytes.len() < 6 => return Step::More,
        [_, _, b'M', ..] => return Step::Done(6, None), // a mouse of the old kind
        [_, _, b'['] => return Step::More,
        [_, _, b'[', f @ b'A'..=b'E', ..] => {
            return Step::Done(4, Some(key(KeyCode::F(f - b'A' + 1), KeyModifiers::NONE)));
        }
        _ => {}
    }
    let body = &bytes[2..];
    let Some(length) = body.iter().position(|byte| !matches!(byte, 0x20..=0x3f)) else {
        return if body.len() > CSI_MAX {
            Step::Done(bytes.len(), None)
        } else {
            Step::More
        };
    };
    match (&body[..length], body[length]) {
        (b"200", b'~') => Step::Paste(length + 3),
        (b"", 0..=0x1f | 0x7f..) => Step::Done(2, Some(with_alt(typed('[')))),
        (parameters, last @ 0x40..=0x7e) => Step::Done(length + 3, meaning(parameters, last)),
        _ => Step::Done(length + 2, None),
    }
}

/// What a whole sequence says; `None` for reports, key releases and the unknown.
fn meaning(parameters: &[u8], last: u8) -> Option<Incoming> {
    if let [b'<' | b'=' | b'>' | b'?', ..] = parameters {
        return None; // a mouse, an answer
    }
    let first = number(parameters, 0, 0);
    let mut modifiers = modifiers(number(parameters, 1, 0).unwrap_or(1));
    let kind = match number(parameters, 1, 1) {
        Some(2) => KeyEventKind::Repeat,
        Some(3) => return None,
        _ => KeyEventKind::Press,
    };
    let code = match (last, first) {
        (b'~', Some(27)) => point(number(parameters, 2, 0)?)?,
        (b'~', Some(first)) => tilde(first)?,
        (b'u', Some(first)) => point(first)?,
        (b'R', Some(0 | 2..)) => return None, // where the cursor is, not F3
        (b'Z', _) => {
            modifiers |= KeyModifiers::SHIFT;
            KeyCode::BackTab
        }
        _ => letter(last)?,
    };
    let code = match code {
        KeyCode::Tab if modifiers.contains(KeyModifiers::SHIFT) => KeyCode::BackTab,
        // Caps and Shift arrive as a modifier here and as a capital elsewhere.
        KeyCode::Char(c) if c.is_ascii_lowercase() && modifiers == KeyModifiers::SHIFT => {
            KeyCode::Char(c.to_ascii_uppercase())
        }
        code => code,
    };
    Some(Incoming::Key(KeyEvent::new_with_kind(
        code, modifiers, kind,
    )))
}

/// The `sub`-th number (after `:`) of the `field`-th parameter (after `;`).
fn number(parameters: &[u8], field: usize, sub: usize) -> Option<u32> {
    let field = parameters.split(|byte| *byte == b';').nth(field)?;
    let digits = field.split(|byte| *byte == b':').nth(sub)?;
    std::str::from_utf8(digits).ok()?.parse().ok()
}

fn modifiers(code: u32) -> KeyModifiers {
    let bits = code.saturating_sub(1);
    [
        (1, KeyModifiers::SHIFT),
        (2, KeyModifiers::ALT),
        (4, KeyModifiers::CONTROL),
        (8, KeyModifiers::SUPER),
    ]
    .into_iter()
    .filter(|(bit, _)| bits & bit != 0)
    .fold(KeyModifiers::NONE, |all, (_, one)| all | one)
}

fn letter(last: u8) -> Option<KeyCode> {
    Some(match last {
        b'A' => KeyCode::Up,
        b'B' => KeyCode::Down,
        b'C' => KeyCode::Right,
        b'D' => KeyCode::Left,
        b'H' => KeyCode::Home,
        b'F' => KeyCode::End,
        b'P' => KeyCode::F(1),
        b'Q' => KeyCode::F(2),
        b'R' => KeyCode::F(3),
        b'S' => KeyCode::F(4),
        _ => return None,
    })
}

fn tilde(number: u32) -> Option<KeyCode> {
    Some(match number {
        1 | 7 => KeyCode::Home,
        2 => KeyCode::Insert,
        3 => KeyCode::Delete,
        4 | 8 => KeyCode::End,
        5 => KeyCode::PageUp,
        6 => KeyCode::PageDown,
        11..=15 => KeyCode::F(u8::try_from(number - 10).ok()?),
        17..=21 => KeyCode::F(u8::try_from(number - 11).ok()?),
        23..=24 => KeyCode::F(u8::try_from(number - 12).ok()?),
        _ => return None,
    })
}

/// A key given as its character's number (`CSI … u`).
fn point(number: u32) -> Option<KeyCode> {
    Some(match number {
        8 | 127 => KeyCode::Backspace,
        9 => KeyCode::Tab,
        13 | 57414 => KeyCode::Enter,
        27 => KeyCode::Esc,
        57399..=57408 => KeyCode::Char(char::from_digit(number - 57399, 10)?),
        57417 => KeyCode::Left,
        57418 => KeyCode::Right,
        57419 => KeyCode::Up,
        57420 => KeyCode::Down,
        57421 => KeyCode::PageUp,
        57422 => KeyCode::PageDown,
        57423 => KeyCode::Home,
        57424 => KeyCode::End,
        57425 => KeyCode::Insert,
        57426 => KeyCode::Delete,
        57344..=63743 => return None, // keys we have no use for
        _ => KeyCode::Char(char::from_u32(number).filter(|c| !c.is_control())?),
    })
}

fn control(byte: u8) -> Incoming {
    let ctrl = KeyModifiers::CONTROL;
    match byte {
        b'\r' => key(KeyCode::Enter, KeyModifiers::NONE),
        b'\t' => key(KeyCode::Tab, KeyModifiers::NONE),
        0x7f => key(KeyCode::Backspace, KeyModifiers::NONE),
        0 => key(KeyCode::Char(' '), ctrl),
        1..=0x1a => key(KeyCode::Char(char::from(byte - 1 + b'a')), ctrl),
        _ => key(
            KeyCode::Char(char::from(byte.saturating_sub(0x1c) + b'4')),
            ctrl,
        ),
    }
}

/// One character of UTF-8; bytes that are none are dropped one by one.
fn character(bytes: &[u8]) -> Step {
    let length = match bytes.first() {
        Some(0x00..=0x7f) => 1,
        Some(0xc2..=0xdf) => 2,
        Some(0xe0..=0xef) => 3,
        Some(0xf0..=0xf4) => 4,
        _ => return Step::Done(1, None),
    };
    match std::str::from_utf8(&bytes[..length.min(bytes.len())]) {
        Ok(text) => {
            let c = text.chars().next().filter(|c| !c.is_control());
            Step::Done(length, c.map(typed))
        }
        Err(fault) if fault.error_len().is_none() => Step::More,
        Err(_) => Step::Done(1, None),
    }
}

/// A character as it was typed; a capital says Shift, as crossterm has it.
pub(super) fn typed(c: char) -> Incoming {
    let shift = if c.is_uppercase() {
        KeyModifiers::SHIFT
    } else {
        KeyModifiers::NONE
    };
    key(KeyCode::Char(c), shift)
}

pub(super) fn key(code: KeyCode, modifiers: KeyModifiers) -> Incoming {
    Incoming::Key(KeyEvent::new(code, modifiers))
}

pub(super) fn with_alt(what: Incoming) -> Incoming {
    match what {
        Incoming::Key(mut key) => {
            key.modifiers |= KeyModifiers::ALT;
            Incoming::Key(key)
        }
        other => other,
    }
}
