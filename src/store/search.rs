//! The words of the search index: bigrams of Chinese, whole words of everything else.
//!
//! FTS5's trigram tokeniser finds no one- or two-character word. A run 集体资产 is indexed as 集体 体资 资产 产: a word of
//! two or more characters is a phrase of bigrams, a single character is a prefix.

use rusqlite::Connection;
use rusqlite::functions::FunctionFlags;

/// Registers `xc_grams` so that the triggers of the search index can use it.
pub(super) fn register(conn: &Connection) -> rusqlite::Result<()> {
    conn.create_scalar_function(
        "xc_grams",
        1,
        FunctionFlags::SQLITE_UTF8
            | FunctionFlags::SQLITE_DETERMINISTIC
            | FunctionFlags::SQLITE_INNOCUOUS,
        |ctx| Ok(grams(ctx.get_raw(0).as_str().unwrap_or_default())),
    )
}

/// The words of a text, blanks between.
fn grams(text: &str) -> String {
    let mut out = String::with_capacity(text.len() * 3);
    for word in words(text) {
        match word {
            Word::Latin(w) => {
                out.push_str(&w);
                out.push(' ');
            }
            Word::Han(run) => {
                for (i, c) in run.iter().enumerate() {
                    out.push(*c);
                    out.extend(run.get(i + 1));
                    out.push(' ');
                }
            }
        }
    }
    out
}

/// What FTS5 is to match for what somebody typed: all words must occur. `None`: nothing to look for.
pub(super) fn matching(typed: &str) -> Option<String> {
    let phrases: Vec<String> = words(typed)
        .into_iter()
        .map(|word| match word {
            Word::Latin(w) => format!("\"{w}\" *"),
            Word::Han(run) => match run.as_slice() {
                [c] => format!("\"{c}\" *"),
                run => {
                    let pairs: Vec<String> = run.windows(2).map(|w| w.iter().collect()).collect();
                    format!("\"{}\"", pairs.join(" "))
                }
            },
        })
        .collect();
    (!phrases.is_empty()).then(|| phrases.join(" AND "))
}

enum Word {
    Latin(String),
    Han(Vec<char>),
}

/// Runs of ideographs and words of everything else; full-width letters and digits count as narrow ones.
fn words(text: &str) -> Vec<Word> {
    let mut out: Vec<Word> = Vec::new();
    let mut open = false;
    for c in text.chars().map(narrow) {
        if is_han(c) {
            match out.last_mut() {
                Some(Word::Han(run)) if open => run.push(c),
                _ => out.push(Word::Han(vec![c])),
            }
            open = true;
        } else if c.is_alphanumeric() {
            match out.last_mut() {
                Some(Word::Latin(w)) if open => w.extend(c.to_lowercase()),
                _ => out.push(Word::Latin(c.to_lowercase().collect())),
            }
            open = true;
        } else {
            open = false;
        }
    }
    out
}

fn narrow(c: char) -> char {
    match c {
        '\u{FF01}'..='\u{FF5E}' => char::from_u32(c as u32 - 0xFEE0).unwrap_or(c),
        c => c,
    }
}

fn is_han(c: char) -> bool {
    matches!(c, '\u{3400}'..='\u{9FFF}' | '\u{F900}'..='\u{FAFF}' | '\u{20000}'..='\u{3FFFF}' | '〇')
}

#[cfg(test)]
mod tests {
    use super::{grams, matching};

    #[test]
    fn a_run_becomes_bigrams_and_a_last_character() {
        assert_eq!(grams("集体资产 3 本"), "集体 体资 资产 产 3 本 ");
        assert_eq!(grams("一组-017 C１台账"), "一组 组 017 c1 台账 账 ");
    }

    #[test]
    fn what_is_typed_becomes_phrases() {
        assert_eq!(matching("台账"), Some("\"台账\"".into()));
        assert_eq!(
            matching("台账缺 017"),
            Some("\"台账 账缺\" AND \"017\" *".into())
        );
        assert_eq!(matching("账"), Some("\"账\" *".into()));
        assert_eq!(matching("  \"*(% "), None);
    }
}
