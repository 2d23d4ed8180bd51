//! The selected finding, whole.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;

use super::super::place::Place;
use super::super::sheet::{self, Piece, Tone};
use super::super::state::{Findings, Focus};
use super::light_up;
use crate::domain::answer::FindingSheet;
use crate::domain::query::Query;
use crate::text::cells;
use crate::tui::look::Look;
use crate::tui::screen::Cx;
use crate::tui::widgets::{line, note, pane};

pub(super) fn draw(screen: &Findings, cx: &Cx<'_>, spot: &Place, focused: bool, buf: &mut Buffer) {
    let (say, look) = (cx.say, cx.look);
    let Some(sheet) = screen.sheet(cx) else {
        let inside = pane(buf, spot.detail, look, "", "", focused);
        if let Some(why) = nothing(screen, cx) {
            note(buf, inside, look, why);
        }
        return;
    };
    let (width, height) = spot.detail_size();
    let lines = sheet::lines(sheet, cx, width.into());
    let scroll = usize::from(screen.scroll.min(screen.scroll_limit(cx)));
    let below = lines.len().saturating_sub(scroll + usize::from(height));
    let more = match cells::to_u16(below) {
        0 => String::new(),
        n => say.f_more_lines(n),
    };
    let more = match screen.focus {
        Focus::Page => format!("{}  {more}", say.f_turn_page()),
        Focus::List | Focus::Detail => more,
    };
    let more = more.trim_end();
    let inside = pane(buf, spot.detail, look, &sheet.row.number, more, focused);
    for (pieces, dy) in lines.iter().skip(scroll).zip(0..inside.height) {
        let strip = line(inside, dy);
        paint(&screen.filter.text, cx, pieces, strip, buf);
    }
}

/// Draws a finding whole from the top of an area, for other screens; what has no room is left out.
pub(crate) fn whole(sheet: &FindingSheet, cx: &Cx<'_>, area: Rect, buf: &mut Buffer) {
    let lines = sheet::lines(sheet, cx, area.width.into());
    for (pieces, dy) in lines.iter().zip(0..area.height) {
        paint("", cx, pieces, line(area, dy), buf);
    }
}

fn paint(words: &str, cx: &Cx<'_>, pieces: &[Piece], strip: Rect, buf: &mut Buffer) {
    let mut x = strip.x;
    for piece in pieces {
        let room = strip.right().saturating_sub(x);
        let style = style(piece.tone, cx.look);
        let used = cells::put(buf, x, strip.y, room, &piece.text, style);
        let spot = (x, strip.y, strip.right());
        light_up(words, cx, (&piece.text, style), spot, buf);
        x += used;
    }
}

fn style(tone: Tone, look: &Look) -> Style {
    match tone {
        Tone::Plain => look.text,
        Tone::Title => look.title,
        Tone::Dim => look.dim,
        Tone::Good => look.good,
        Tone::Warn => look.warn,
        Tone::Bad => look.bad,
    }
}

/// Why there is nothing to show; `None`: the answer is on its way.
fn nothing(screen: &Findings, cx: &Cx<'_>) -> Option<&'static str> {
    let Some(id) = screen.lane().id else {
        return Some(cx.say.f_nothing_selected());
    };
    let sheet = cx.answers.finding(&Query::Finding(id))?.as_deref()?;
    (sheet.row.restricted && !cx.clues).then(|| cx.say.f_hidden())
}
