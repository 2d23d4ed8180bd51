//! A key as this program knows it, and keys written as text: `jj<enter>问题<C-s>`.

use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};

/// A key that went down. Shift is not kept with characters: `J` is another character than `j`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) struct Key {
    /// Which.
    pub(crate) code: Code,
    /// With Ctrl.
    pub(crate) ctrl: bool,
    /// With Alt.
    pub(crate) alt: bool,
    /// With Shift, where the key is no character.
    pub(crate) shift: bool,
}

/// Which key.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) enum Code {
    Char(char),
    Enter,
    Esc,
    Tab,
    Backspace,
    Delete,
    Insert,
    Home,
    End,
    PageUp,
    PageDown,
    Up,
    Down,
    Left,
    Right,
    F(u8),
}

/// Names of keys in text, the one shown first.
const NAMES: &[(&str, Code)] = &[
    ("enter", Code::Enter),
    ("esc", Code::Esc),
    ("tab", Code::Tab),
    ("backspace", Code::Backspace),
    ("bs", Code::Backspace),
    ("delete", Code::Delete),
    ("del", Code::Delete),
    ("insert", Code::Insert),
    ("home", Code::Home),
    ("end", Code::End),
    ("pageup", Code::PageUp),
    ("pgup", Code::PageUp),
    ("pagedown", Code::PageDown),
    ("pgdn", Code::PageDown),
    ("up", Code::Up),
    ("down", Code::Down),
    ("left", Code::Left),
    ("right", Code::Right),
    ("space", Code::Char(' ')),
    ("lt", Code::Char('<')),
    ("gt", Code::Char('>')),
    ("minus", Code::Char('-')),
];

impl Key {
    /// The key alone.
    pub(crate) const fn of(code: Code) -> Self {
        Self {
            code,
            ctrl: false,
            alt: false,
            shift: false,
        }
    }

    /// A character.
    pub(crate) const fn char(c: char) -> Self {
        Self::of(Code::Char(c))
    }

    /// A character with Ctrl.
    pub(crate) const fn ctrl(c: char) -> Self {
        Self {
            ctrl: true,
            ..Self::char(c)
        }
    }

    /// The character typed, if it is one (not with Ctrl or Alt).
    pub(crate) const fn typed(self) -> Option<char> {
        match self.code {
            Code::Char(c) if !self.ctrl && !self.alt => Some(c),
            _ => None,
        }
    }

    /// What the terminal's event means; `None` for keys that this program does not know.
    pub(crate) fn from_event(event: &KeyEvent) -> Option<Self> {
        let code = match event.code {
            KeyCode::Char(c) => Code::Char(c),
            KeyCode::Enter => Code::Enter,
            KeyCode::Esc => Code::Esc,
            KeyCode::Tab | KeyCode::BackTab => Code::Tab,
            KeyCode::Backspace => Code::Backspace,
            KeyCode::Delete => Code::Delete,
            KeyCode::Insert => Code::Insert,
            KeyCode::Home => Code::Home,
            KeyCode::End => Code::End,
            KeyCode::PageUp => Code::PageUp,
            KeyCode::PageDown => Code::PageDown,
            KeyCode::Up => Code::Up,
            KeyCode::Down => Code::Down,
            KeyCode::Left => Code::Left,
            KeyCode::Right => Code::Right,
            KeyCode::F(n) => Code::F(n),
            _ => return None,
        };
        let held = |modifier| event.modifiers.contains(modifier);
        let is_char = matches!(code, Code::Char(_));
        Some(Self {
            code,
            ctrl: held(KeyModifiers::CONTROL),
            alt: held(KeyModifiers::ALT),
            shift: !is_char && (held(KeyModifiers::SHIFT) || event.code == KeyCode::BackTab),
        })
    }
}

/// Keys written as text. A `<` that begins no key's name is the character itself.
pub(crate) fn parse(text: &str) -> Vec<Key> {
    let mut keys = Vec::new();
    let mut rest = text;
    while let Some(c) = rest.chars().next() {
        let named = rest
            .strip_prefix('<')
            .and_then(|inner| inner.split_once('>'))
            .and_then(|(name, after)| Some((of_name(name)?, after)));
        if let Some((key, after)) = named {
            keys.push(key);
            rest = after;
        } else {
            keys.push(Key::char(c));
            rest = rest.strip_prefix(c).unwrap_or_default();
        }
    }
    keys
}

/// The key called so: `enter`, `S-down`, `C-s`, `f2`.
fn of_name(name: &str) -> Option<Key> {
    let mut rest = name;
    let (mut ctrl, mut alt, mut shift) = (false, false, false);
    loop {
        let (flag, after) = match rest.split_once('-') {
            Some(("C" | "c", after)) => (&mut ctrl, after),
            Some(("A" | "a", after)) => (&mut alt, after),
            Some(("S" | "s", after)) => (&mut shift, after),
            _ => break,
        };
        *flag = true;
        rest = after;
    }
    let lower = rest.to_lowercase();
    let mut chars = rest.chars();
    let single = chars.next().filter(|_| chars.next().is_none());
    let code = match NAMES.iter().find(|(known, _)| *known == lower) {
        Some((_, code)) => *code,
        None => match lower.strip_prefix('f').and_then(|n| n.parse().ok()) {
            Some(n @ 1..=12) => Code::F(n),
            _ if ctrl || alt => Code::Char(single?),
            _ => return None,
        },
    };
    Some(Key {
        code,
        ctrl,
        alt,
        shift: shift && !matches!(code, Code::Char(_)),
    })
}

/// The key as people read it on a keyboard: `Enter`, `Shift+↓`, `Ctrl+S`, `]`.
pub(crate) fn label(key: Key) -> String {
    let name = match key.code {
        Code::Char(' ') => "Space".to_owned(),
        Code::Char(c) if key.ctrl || key.alt => c.to_uppercase().to_string(),
        Code::Char(c) => c.to_string(),
        Code::Enter => "Enter".to_owned(),
        Code::Esc => "Esc".to_owned(),
        Code::Tab => "Tab".to_owned(),
        Code::Backspace => "Backspace".to_owned(),
        Code::Delete => "Del".to_owned(),
        Code::Insert => "Ins".to_owned(),
        Code::Home => "Home".to_owned(),
        Code::End => "End".to_owned(),
        Code::PageUp => "PgUp".to_owned(),
        Code::PageDown => "PgDn".to_owned(),
        Code::Up => "↑".to_owned(),
        Code::Down => "↓".to_owned(),
        Code::Left => "←".to_owned(),
        Code::Right => "→".to_owned(),
        Code::F(n) => format!("F{n}"),
    };
    let mut label = String::new();
    for (held, word) in [
        (key.ctrl, "Ctrl+"),
        (key.alt, "Alt+"),
        (key.shift, "Shift+"),
    ] {
        if held {
            label.push_str(word);
        }
    }
    label + &name
}

#[cfg(test)]
mod tests {
    use super::*;

    const fn shifted(code: Code) -> Key {
        Key {
            shift: true,
            ..Key::of(code)
        }
    }

    #[test]
    fn keys_are_read_from_text() {
        let cases: &[(&str, &[Key])] = &[
            ("j", &[Key::char('j')]),
            ("问题", &[Key::char('问'), Key::char('题')]),
            ("<enter>", &[Key::of(Code::Enter)]),
            ("<S-down>", &[shifted(Code::Down)]),
            ("<S-tab>", &[shifted(Code::Tab)]),
            ("<C-s>x", &[Key::ctrl('s'), Key::char('x')]),
            ("<f10>", &[Key::of(Code::F(10))]),
            ("<space>", &[Key::char(' ')]),
            ("<lt><gt>", &[Key::char('<'), Key::char('>')]),
            ("<", &[Key::char('<')]),
            ("<j>", &[Key::char('<'), Key::char('j'), Key::char('>')]),
        ];
        for (text, keys) in cases {
            assert_eq!(&parse(text), keys, "{text}");
        }
    }

    #[test]
    fn a_terminals_event_is_a_key() {
        let cases = [
            (KeyCode::Char('问'), KeyModifiers::NONE, "问"),
            (KeyCode::Char('Z'), KeyModifiers::SHIFT, "Z"),
            (KeyCode::Char('a'), KeyModifiers::CONTROL, "<C-a>"),
            (KeyCode::BackTab, KeyModifiers::NONE, "<S-tab>"),
            (KeyCode::Left, KeyModifiers::SHIFT, "<S-left>"),
            (KeyCode::PageDown, KeyModifiers::NONE, "<pgdn>"),
            (KeyCode::F(4), KeyModifiers::NONE, "<f4>"),
        ];
        for (code, held, text) in cases {
            let key = Key::from_event(&KeyEvent::new(code, held));
            assert_eq!(key, parse(text).first().copied(), "{text}");
        }
    }
}
