//! Display cells: how wide text is on the screen, and cutting, padding, wrapping and writing it by that measure.
//!
//! Every function measures the text as [`put`] writes it, that is cleaned, and agrees with ratatui's own buffer.

use ratatui::{buffer::Buffer, layout::Rect, style::Style};
use unicode_segmentation::UnicodeSegmentation;

use super::clean::{self, clean, plain_width};

/// Cells that the text takes on the screen.
pub fn width(text: &str) -> usize {
    let plain: Option<usize> = text.chars().map(plain_width).sum();
    plain.unwrap_or_else(|| clean::cells(&clean(text)))
}

/// The longest beginning that takes at most `cells`, and the cells it takes; cut between characters, never within one.
pub fn cut(text: &str, cells: usize) -> (&str, usize) {
    let mut used = 0;
    for (at, cluster) in text.grapheme_indices(true) {
        let wide = clean::mend(cluster)
            .map_or_else(|| clean::cells(cluster), |shown| clean::cells(&shown));
        if used + wide > cells {
            return (text.split_at(at).0, used);
        }
        used += wide;
    }
    (text, used)
}

/// Cleaned text of at most `cells`; what had to be cut ends in `…`.
pub fn shorten(text: &str, cells: usize) -> String {
    let text = clean(text);
    if width(&text) <= cells {
        return text.into_owned();
    }
    match cells.checked_sub(1) {
        Some(room) => format!("{}…", cut(&text, room).0),
        None => String::new(),
    }
}

/// Exactly `cells` wide, the text at the left.
pub fn fit(text: &str, cells: usize) -> String {
    padded(text, cells, |_| 0)
}

/// Exactly `cells` wide, the text at the right.
pub fn fit_right(text: &str, cells: usize) -> String {
    padded(text, cells, |blank| blank)
}

/// Exactly `cells` wide, the text in the middle (an odd blank goes to the right).
pub fn center(text: &str, cells: usize) -> String {
    padded(text, cells, |blank| blank / 2)
}

fn padded(text: &str, cells: usize, left: impl Fn(usize) -> usize) -> String {
    let text = shorten(text, cells);
    let blank = cells.saturating_sub(width(&text));
    let left = left(blank);
    format!("{}{text}{}", " ".repeat(left), " ".repeat(blank - left))
}

/// Cleaned lines of at most `cells`, broken where Chinese and English break, and within a word only if it is too long.
///
/// Line breaks in the text stay. Blanks at the end of a line are dropped, every other character survives; a character
/// wider than the line has a line for itself.
pub fn wrap(text: &str, cells: usize) -> Vec<String> {
    text.split('\n')
        .flat_map(|line| wrap_line(&clean(line.strip_suffix('\r').unwrap_or(line)), cells))
        .collect()
}

fn wrap_line(line: &str, cells: usize) -> Vec<String> {
    let mut lines = Vec::new();
    let mut breaks = unicode_linebreak::linebreaks(line)
        .map(|(at, _)| at)
        .peekable();
    let (mut start, mut used) = (0, 0);
    // The last place where this line may end, and the cells up to there.
    let (mut good, mut good_used) = (0, 0);
    for (at, cluster) in line.grapheme_indices(true) {
        while breaks.next_if(|&b| b < at).is_some() {}
        if breaks.peek() == Some(&at) {
            (good, good_used) = (at, used);
        }
        let wide = clean::cells(cluster);
        // Blanks may hang over the edge: they are dropped there.
        while used + wide > cells && at > start && !cluster.trim().is_empty() {
            let (end, end_used) = if good > start {
                (good, good_used)
            } else {
                (at, used)
            };
            lines.push(between(line, start, end));
            (start, used) = (end, used - end_used);
            (good, good_used) = (start, 0);
        }
        used += wide;
    }
    lines.push(between(line, start, line.len()));
    lines
}

fn between(line: &str, start: usize, end: usize) -> String {
    line.get(start..end)
        .unwrap_or_default()
        .trim_end()
        .to_owned()
}

/// The same in at most `rows` lines; `…` says that there is more.
pub fn wrap_in(text: &str, cells: usize, rows: usize) -> Vec<String> {
    let mut lines = wrap(text, cells);
    if lines.len() > rows {
        lines.truncate(rows);
        if let Some(last) = lines.last_mut() {
            *last = shorten(&format!("{last}…"), cells);
        }
    }
    lines
}

/// As many of the hints in a line, each after two blanks, as have room whole; the first one always, cut if need be.
pub fn hints(line: &str, cells: usize) -> String {
    let mut shown = String::new();
    for hint in line.split("  ").filter(|hint| !hint.is_empty()) {
        let gap = if shown.is_empty() { "" } else { "  " };
        if !shown.is_empty() && width(&shown) + 2 + width(hint) > cells {
            break;
        }
        shown.push_str(gap);
        shown.push_str(hint);
    }
    shorten(&shown, cells)
}

/// Writes cleaned text at `x`, `y`, at most `max_cells` and never beyond the buffer; returns the cells it took.
///
/// A wide character that does not fit whole becomes a blank, and so does one in the buffer that the text cuts in half.
pub fn put(
    buf: &mut Buffer,
    x: u16,
    y: u16,
    max_cells: u16,
    text: &str,
    style: impl Into<Style>,
) -> u16 {
    let area = buf.area;
    if x < area.left()
        || x >= area.right()
        || y < area.top()
        || y >= area.bottom()
        || max_cells == 0
    {
        return 0;
    }
    let style = style.into();
    let end = area.right().min(x.saturating_add(max_cells));
    let mut at = x;
    for cluster in clean(text).graphemes(true) {
        if at == x {
            unsplit(buf, x, y);
        }
        let next = at.saturating_add(to_u16(clean::cells(cluster)));
        let fits = next <= end;
        let (symbol, next) = if fits { (cluster, next) } else { (" ", end) };
        for cell in at..next {
            let symbol = if fits && cell > at { " " } else { symbol };
            let cell = &mut buf[(cell, y)];
            cell.reset();
            cell.set_symbol(symbol).set_style(style);
        }
        at = next;
        if at >= end {
            break;
        }
    }
    at - x
}

/// Blanks the wide characters that the left edge of `area` cuts in half: call it before drawing an overlay there.
pub fn open_edge(buf: &mut Buffer, area: Rect) {
    let area = area.intersection(buf.area);
    if !area.is_empty() {
        (area.top()..area.bottom()).for_each(|y| unsplit(buf, area.x, y));
    }
}

/// Blanks the character left of `x` that reaches into it.
fn unsplit(buf: &mut Buffer, x: u16, y: u16) {
    // No cluster that `clean` lets through is wider than this.
    let reach = x.saturating_sub(32).max(buf.area.left());
    for head in (reach..x).rev() {
        let cell = &mut buf[(head, y)];
        // The cells behind the head of a wide character are blank.
        if cell.symbol() != " " {
            if usize::from(head) + clean::cells(cell.symbol()) > usize::from(x) {
                cell.set_symbol(" ");
            }
            return;
        }
    }
}

/// As many as a screen can count.
pub fn to_u16(n: usize) -> u16 {
    u16::try_from(n).unwrap_or(u16::MAX)
}

/// A count for rows and days.
pub fn to_i64(n: usize) -> i64 {
    i64::try_from(n).unwrap_or(i64::MAX)
}

/// A count from rows and days; below zero is zero.
pub fn to_usize(n: i64) -> usize {
    usize::try_from(n.max(0)).unwrap_or(usize::MAX)
}
