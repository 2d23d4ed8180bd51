//! What is known of one thing: labels in a column, texts beside them, wrapped.

use std::borrow::Cow;

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;

use super::{line, list::paragraph};
use crate::text::cells;
use crate::tui::look::Look;

/// A label and what it says. Without a label the text takes the whole width.
#[derive(Clone, Debug)]
pub(crate) struct Fact<'a> {
    label: Cow<'a, str>,
    text: Cow<'a, str>,
    style: Style,
    /// Breaks between parts only.
    parts: bool,
}

/// Stands between the parts of a text that is a list of them.
const BETWEEN: &str = "  ";

impl<'a> Fact<'a> {
    /// A labelled text.
    pub(crate) fn new(label: impl Into<Cow<'a, str>>, text: impl Into<Cow<'a, str>>) -> Self {
        Self {
            label: label.into(),
            text: text.into(),
            style: Style::new(),
            parts: false,
        }
    }

    /// A text of its own.
    pub(crate) fn plain(text: impl Into<Cow<'a, str>>) -> Self {
        Self::new("", text)
    }

    /// A list of short texts, none of which is broken.
    pub(crate) fn parts(label: impl Into<Cow<'a, str>>, parts: &[String]) -> Self {
        Self {
            parts: true,
            ..Self::new(label, parts.join(BETWEEN))
        }
    }

    /// In this style.
    pub(crate) fn styled(self, style: Style) -> Self {
        Self { style, ..self }
    }
}

/// Draws them from the top of an area, each text under itself; returns the rows they took. Those without a text are
/// left out, those without room too.
pub(crate) fn facts(buf: &mut Buffer, area: Rect, look: &Look, facts: &[Fact<'_>]) -> u16 {
    let area = area.intersection(buf.area);
    let shown = || facts.iter().filter(|fact| !fact.text.is_empty());
    let widest = shown().map(|fact| cells::width(&fact.label)).max();
    let label = cells::to_u16(widest.unwrap_or(0)).min(area.width / 3);
    let mut down = 0;
    for fact in shown() {
        let strip = line(area, down);
        if strip.is_empty() {
            break;
        }
        let indent = if fact.label.is_empty() { 0 } else { label + 1 };
        if indent > 0 {
            cells::put(buf, strip.x, strip.y, label, &fact.label, look.dim);
        }
        let room = Rect {
            x: strip.x + indent.min(strip.width),
            width: strip.width.saturating_sub(indent),
            height: area.bottom() - strip.y,
            ..strip
        };
        let flowing = fact.parts.then(|| flow(&fact.text, room.width.into()));
        let text = flowing.as_deref().unwrap_or(&fact.text);
        down += paragraph(buf, room, text, fact.style).max(1);
    }
    down
}

/// Breaks a list of parts into lines of at most `width` cells, between parts.
fn flow(parts: &str, width: usize) -> String {
    let mut text = String::new();
    let mut used = 0;
    for part in parts.split(BETWEEN) {
        let wide = cells::width(part);
        if used > 0 && used + BETWEEN.len() + wide > width {
            text.push('\n');
            used = 0;
        } else if used > 0 {
            text.push_str(BETWEEN);
            used += BETWEEN.len();
        }
        text.push_str(part);
        used += wide;
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tui::screens::test_kit::lines;

    #[test]
    fn texts_stand_under_themselves() {
        let mut buf = Buffer::empty(Rect::new(0, 0, 12, 5));
        let it = [
            Fact::new("期限", "十一月十五日"),
            Fact::new("空", ""),
            Fact::new("人", "甲"),
            Fact::plain("没有标签的一行长文字"),
        ];
        let took = facts(&mut buf, Rect::new(0, 0, 12, 5), &Look::mono(), &it);
        assert_eq!(took, 5);
        let want = [
            "期限 十一月",
            "     十五日",
            "人   甲",
            "没有标签的一",
            "行长文字",
        ];
        assert_eq!(lines(&buf), want);
        assert_eq!(facts(&mut buf, Rect::default(), &Look::mono(), &it), 0);
    }

    #[test]
    fn parts_are_not_broken() {
        let cases = [
            (
                "党员户 5/6  乡贤 1/2  随机 3/3",
                22,
                "党员户 5/6  乡贤 1/2\n随机 3/3",
            ),
            ("党员户 5/6", 4, "党员户 5/6"),
            ("", 4, ""),
        ];
        for (parts, width, want) in cases {
            assert_eq!(flow(parts, width), want);
        }
    }
}
