//! Commands while a Chinese input method is on: its full-width forms and marks, read as the keys they stand for.

/// The ASCII character a full-width form or Chinese mark stands for; ASCII stands for itself, anything else for none.
pub const fn command_char(c: char) -> Option<char> {
    Some(match c {
        ' '..='~' => c,
        '\u{3000}' => ' ',
        '、' => '/',
        '。' | '｡' => '.',
        '·' | '｀' => '`',
        '《' | '〈' => '<',
        '》' | '〉' => '>',
        '【' | '「' | '〔' | '〖' => '[',
        '】' | '」' | '〕' | '〗' => ']',
        '『' => '{',
        '』' => '}',
        '￥' | '¥' => '$',
        '…' => '^',
        '—' => '_',
        '‘' | '’' => '\'',
        '“' | '”' => '"',
        '～' => '~',
        // The full-width block repeats ASCII in its order, 0xFEE0 further up.
        '\u{FF01}'..='\u{FF5E}' => return char::from_u32(c as u32 - 0xFEE0),
        _ => return None,
    })
}

/// Whether it is a Han character, 〇 included: not a command, but perhaps the beginning of a filter.
pub const fn is_han(c: char) -> bool {
    matches!(c, '々' | '〇' | '\u{3400}'..='\u{4DBF}' | '\u{4E00}'..='\u{9FFF}' | '\u{F900}'..='\u{FAFF}' | '\u{20000}'..='\u{323AF}')
}

/// The whole text with every such form as ASCII; what stands for nothing stays.
pub fn half_width(text: &str) -> String {
    text.chars().map(|c| command_char(c).unwrap_or(c)).collect()
}
