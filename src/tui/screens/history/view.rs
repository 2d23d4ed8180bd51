//! How the log is drawn.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::entry::{self, Tone};
use super::regions;
use super::state::{Focus, History};
use crate::domain::answer::LogRow;
use crate::text::{Lang, cells};
use crate::tui::screen::Cx;
use crate::tui::widgets::{Cell, Col, columns, list, note, pane, row};

pub(super) fn draw(screen: &History, cx: &Cx<'_>, area: Rect, buf: &mut Buffer) {
    let at = regions(area, screen.focus);
    draw_list(screen, cx, at.list, buf);
    draw_entry(screen, cx, at.entry, buf);
}

fn draw_list(screen: &History, cx: &Cx<'_>, area: Rect, buf: &mut Buffer) {
    if area.is_empty() {
        return;
    }
    let known = screen.known(cx);
    let count = cx.say.history_count(known.total());
    let focused = screen.focus == Focus::List;
    let inside = pane(buf, area, cx.look, cx.say.history_title(), &count, focused);
    if known.is_empty() {
        note(buf, inside, cx.look, cx.say.history_none());
        return;
    }
    // The verb goes last when there is no room; the subject says most.
    let verb = match cx.say {
        Lang::Zh => 14,
        Lang::En => 18,
    };
    let wishes = [Col::Fix(11), Col::Flex(12), Col::Fix(verb), Col::Fix(8)];
    let places = columns(inside.width.saturating_sub(1), 1, &wishes);
    list(
        buf,
        inside,
        cx.look,
        screen.list.list,
        known.total(),
        focused,
        |buf, strip, index, style| {
            if let Some(it) = known.row(index) {
                row(buf, strip, &places, style, &parts(it, cx));
            }
        },
    );
}

fn parts<'a>(it: &'a LogRow, cx: &Cx<'_>) -> Vec<Cell<'a>> {
    let subject = entry::subject(it, cx);
    let subject = if it.undone {
        format!("{} {subject}", cx.say.history_undone())
    } else {
        subject.to_owned()
    };
    let tone = if it.undone { cx.look.dim } else { cx.look.text };
    vec![
        Cell::left(cx.say.moment(it.at)).styled(cx.look.dim),
        Cell::left(subject).styled(tone),
        Cell::left(entry::verb(it, cx)).styled(tone),
        Cell::left(it.actor.as_str()).styled(cx.look.dim),
    ]
}

fn draw_entry(screen: &History, cx: &Cx<'_>, area: Rect, buf: &mut Buffer) {
    if area.is_empty() {
        return;
    }
    let n = screen.on(cx).map(|row| format!("#{}", row.n));
    let title = n.unwrap_or_default();
    let focused = screen.focus == Focus::Entry;
    let lines = screen.lines(cx);
    let below = lines.len().saturating_sub(screen.top);
    let hidden = below.saturating_sub(usize::from(area.height.saturating_sub(2)));
    let more = if hidden > 0 {
        cx.say.history_more(hidden)
    } else {
        String::new()
    };
    let inside = pane(buf, area, cx.look, &title, &more, focused);
    let rows = inside.top()..inside.bottom();
    for (line, y) in lines.iter().skip(screen.top).zip(rows) {
        let (indent, style) = match line.tone {
            Tone::About => (0, cx.look.text),
            Tone::Quiet => (0, cx.look.dim),
            Tone::Record => (0, cx.look.title),
            Tone::Change => (1, cx.look.text),
        };
        let x = inside.x + indent;
        cells::put(
            buf,
            x,
            y,
            inside.right().saturating_sub(x),
            &line.text,
            style,
        );
    }
}
