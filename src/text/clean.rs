//! The one place where text from the file or the keyboard is made safe: [`clean`] for the eye, [`accept`] for the file.

use std::{borrow::Cow, cmp::Ordering};

use ratatui::buffer::CellWidth;
use unicode_normalization::{UnicodeNormalization, char::is_combining_mark};
use unicode_segmentation::UnicodeSegmentation;

/// No field holds or shows more, in bytes.
pub const MAX_BYTES: usize = 64 * 1024;
/// A title holds no more, in characters as the eye counts them.
pub const TITLE_LIMIT: usize = 200;
/// Combining marks shown on one base character.
const MAX_MARKS: usize = 4;
/// Code points shown of one cluster.
const MAX_POINTS: usize = 16;
/// Stands where something was left out.
const LEFT_OUT: char = '…';

/// Why typed text is not taken as it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TextRefusal {
    /// Nothing visible in it.
    Empty,
    /// More characters than the field takes.
    TooLong {
        /// The most it takes.
        limit: usize,
        /// What was typed.
        got: usize,
    },
    /// More bytes than any field takes.
    TooLarge {
        /// The most it takes, in bytes.
        limit: usize,
        /// What was typed, in bytes.
        got: usize,
    },
    /// A control character that no keyboard sends on purpose.
    Control {
        /// Its code point.
        code: u32,
    },
}

/// Text as the terminal may see it: nothing in it moves the cursor, turns the writing direction or hides.
///
/// Cleaning twice changes nothing, and cleaning is done cluster by cluster, so widths add up.
pub fn clean(text: &str) -> Cow<'_, str> {
    if text.len() <= MAX_BYTES && text.chars().all(|c| plain_width(c).is_some()) {
        return Cow::Borrowed(text);
    }
    let (mut out, mut dirty, mut room) =
        (String::with_capacity(text.len().min(MAX_BYTES)), false, 0);
    for cluster in text.graphemes(true) {
        let mended = mend(cluster);
        dirty |= mended.is_some();
        out.push_str(mended.as_deref().unwrap_or(cluster));
        if out.len() > MAX_BYTES {
            out.truncate(room);
            out.push(LEFT_OUT);
            return Cow::Owned(out);
        }
        if out.len() + LEFT_OUT.len_utf8() <= MAX_BYTES {
            room = out.len();
        }
    }
    if dirty {
        Cow::Owned(out)
    } else {
        Cow::Borrowed(text)
    }
}

/// Whether [`clean`] shows something else than what is stored, line breaks and tabs aside: the field gets a ⚠.
pub fn changed(text: &str) -> bool {
    let usual = |cluster: &str| matches!(cluster, "\n" | "\r\n" | "\t");
    text.len() > MAX_BYTES
        || text
            .graphemes(true)
            .any(|cluster| !usual(cluster) && mend(cluster).is_some())
}

/// What is stored of a one-line field: NFC, trimmed, line breaks and tabs as blanks, at most [`TITLE_LIMIT`] characters.
pub fn accept(text: &str) -> Result<String, TextRefusal> {
    let line: String = accept_body(text)?
        .chars()
        .map(|c| if matches!(c, '\n' | '\t') { ' ' } else { c })
        .collect();
    let line = line.trim_matches(|c: char| c.is_whitespace() || is_hidden(c));
    if line.is_empty() {
        return Err(TextRefusal::Empty);
    }
    match line.graphemes(true).count() {
        got if got > TITLE_LIMIT => Err(TextRefusal::TooLong {
            limit: TITLE_LIMIT,
            got,
        }),
        _ => Ok(line.to_owned()),
    }
}

/// What is stored of a field of many lines: NFC, blanks at the end dropped, every line break as LF; it may be empty.
pub fn accept_body(text: &str) -> Result<String, TextRefusal> {
    let fits = |got: usize| {
        if got > MAX_BYTES {
            Err(TextRefusal::TooLarge {
                limit: MAX_BYTES,
                got,
            })
        } else {
            Ok(())
        }
    };
    fits(text.len())?;
    let lines: String = text
        .replace("\r\n", "\n")
        .replace(['\r', '\u{2028}', '\u{2029}'], "\n")
        .nfc()
        .collect();
    if let Some(bad) = lines
        .chars()
        .find(|c| c.is_control() && !matches!(c, '\n' | '\t'))
    {
        return Err(TextRefusal::Control {
            code: u32::from(bad),
        });
    }
    let body = lines.trim_start_matches(['\n', '\u{FEFF}']).trim_end();
    fits(body.len())?;
    Ok(body.to_owned())
}

/// The cells of the characters nearly all text is made of; `None` sends the others the careful way.
pub(super) const fn plain_width(c: char) -> Option<usize> {
    match c {
        ' '..='~' | '·' | '—' | '‘'..='’' | '“'..='”' | '…' | '\u{2500}'..='\u{25CF}' => {
            Some(1)
        }
        '\u{3000}'..='\u{3029}' | '\u{4E00}'..='\u{9FFF}' | '\u{FF01}'..='\u{FF5E}' => Some(2),
        _ => None,
    }
}

/// What is shown in place of one grapheme cluster, `None` if it may stand as it is.
pub(super) fn mend(cluster: &str) -> Option<String> {
    match cluster {
        "\t" => return Some(" ".to_owned()),
        "\n" | "\r\n" => return Some("⏎".to_owned()),
        _ => {}
    }
    let mut points = cluster.chars();
    let first = points.next()?;
    if points.next().is_none() && plain_width(first).is_some() {
        return None;
    }
    let shown = rebuilt(cluster, first);
    // What takes no cell would be there without being seen.
    let shown: String = shown
        .graphemes(true)
        .map(|g| {
            if cells(g) == 0 {
                g.chars().map(escape).collect()
            } else {
                Cow::Borrowed(g)
            }
        })
        .collect();
    (shown != cluster).then_some(shown)
}

fn rebuilt(cluster: &str, first: char) -> String {
    // A mark with nothing to sit on would creep onto whatever stands before it.
    let loose = !is_hidden(first) && joins('x', first);
    let mut points: Vec<char> = loose
        .then_some('◌')
        .into_iter()
        .chain(cluster.chars().take(MAX_POINTS + 1))
        .collect();
    let long = points.len() > MAX_POINTS;
    if long {
        points.truncate(MAX_POINTS - 1);
    }
    let mut shown = String::with_capacity(cluster.len());
    let mut marks = 0;
    for (i, &c) in points.iter().enumerate() {
        let (before, after) = points.split_at(i);
        let after = after.get(1).copied();
        if is_emoji_glue(c, before, after) {
            shown.push(c);
        } else if is_hidden(c) || joins(c, 'x') {
            shown.push_str(&escape(c));
            marks = 0;
        } else {
            marks = if is_combining_mark(c) { marks + 1 } else { 0 };
            match marks.cmp(&(MAX_MARKS + 1)) {
                Ordering::Less => shown.push(c),
                // One sign for all the marks left out, and the next cluster cannot join what went before.
                Ordering::Equal => shown.push(LEFT_OUT),
                Ordering::Greater => {}
            }
        }
    }
    if long {
        shown.push(LEFT_OUT);
    }
    shown
}

/// Cells of text as ratatui's buffer counts them: cluster by cluster.
pub(super) fn cells(text: &str) -> usize {
    text.graphemes(true)
        .filter(|g| !g.contains(char::is_control))
        .map(|g| usize::from(g.cell_width()))
        .sum()
}

/// Whether two characters make one cluster.
fn joins(left: char, right: char) -> bool {
    !(left.is_ascii() && right.is_ascii())
        && String::from_iter([left, right])
            .graphemes(true)
            .nth(1)
            .is_none()
}

/// A joiner or variation selector that does its proper work: inside an emoji.
fn is_emoji_glue(c: char, before: &[char], after: Option<char>) -> bool {
    let mut bases = before
        .iter()
        .rev()
        .filter(|c| !matches!(c, '\u{FE0F}' | '\u{1F3FB}'..='\u{1F3FF}'));
    match c {
        '\u{200D}' => bases.next().is_some_and(|&b| is_emoji(b)) && after.is_some_and(is_emoji),
        '\u{FE0E}' | '\u{FE0F}' => match before.last() {
            Some('0'..='9' | '#' | '*') => after == Some('\u{20E3}'),
            Some(&base) => is_emoji(base),
            None => false,
        },
        _ => false,
    }
}

/// Roughly the pictographs: the blocks they live in.
const fn is_emoji(c: char) -> bool {
    matches!(c, '©' | '®' | '\u{203C}' | '\u{2049}' | '\u{2122}' | '\u{2139}' | '\u{2190}'..='\u{21FF}'
        | '\u{2300}'..='\u{23FF}' | '\u{24C2}' | '\u{25A0}'..='\u{27BF}' | '\u{2934}'..='\u{2935}' | '\u{2B00}'..='\u{2BFF}'
        | '\u{3030}' | '\u{303D}' | '\u{3297}' | '\u{3299}' | '\u{1F000}'..='\u{1FAFF}')
}

/// What a terminal would obey, turn around or swallow: controls, format characters, fillers, private use.
const fn is_hidden(c: char) -> bool {
    matches!(c, '\0'..='\u{1F}' | '\u{7F}'..='\u{9F}' | '\u{AD}' | '\u{34F}' | '\u{600}'..='\u{605}' | '\u{61C}' | '\u{6DD}' | '\u{70F}'
        | '\u{890}'..='\u{891}' | '\u{8E2}' | '\u{115F}'..='\u{1160}' | '\u{17B4}'..='\u{17B5}' | '\u{180B}'..='\u{180F}'
        | '\u{200B}'..='\u{200F}' | '\u{2028}'..='\u{202E}' | '\u{2060}'..='\u{206F}' | '\u{3164}' | '\u{E000}'..='\u{F8FF}'
        | '\u{FDD0}'..='\u{FDEF}' | '\u{FE00}'..='\u{FE0F}' | '\u{FEFF}' | '\u{FFA0}' | '\u{FFF0}'..='\u{FFFB}'
        | '\u{FFFE}'..='\u{FFFF}' | '\u{110BD}' | '\u{110CD}' | '\u{13430}'..='\u{1343F}' | '\u{1BCA0}'..='\u{1BCA3}'
        | '\u{1D173}'..='\u{1D17A}' | '\u{E0000}'..='\u{10FFFF}')
}

/// The picture of a control character, or its number in brackets.
fn escape(c: char) -> String {
    match u32::from(c) {
        0x7F => "␡".to_owned(),
        code @ 0..0x20 => char::from_u32(0x2400 + code).unwrap_or('␀').to_string(),
        code => format!("⟨{code:04X}⟩"),
    }
}
