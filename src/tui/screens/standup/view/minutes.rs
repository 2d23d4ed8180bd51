//! The minutes, line by line.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;

use super::super::minutes::{self, Tone, What};
use super::super::state::Standup;
use super::super::{Focus, inner_width};
use super::has_focus;
use crate::domain::answer::FigureLine;
use crate::text::{Lang, cells};
use crate::tui::look::Look;
use crate::tui::screen::Cx;
use crate::tui::widgets::{Cell, Col, columns, list, pane, row};

pub(super) fn draw(screen: &Standup, cx: &Cx<'_>, area: Rect, buf: &mut Buffer) {
    if area.is_empty() {
        return;
    }
    let focused = has_focus(screen, Focus::Minutes);
    let all = minutes::lines(screen, cx, inner_width(area));
    let name = cx.book.round.as_ref().map_or("", |it| &it.standup_name);
    let title = format!("{} {}", name, cx.say.stand_minutes());
    let whose = Standup::team_name(screen.meeting_of(cx), cx);
    let inside = pane(buf, area, cx.look, title.trim(), whose, focused);
    list(
        buf,
        inside,
        cx.look,
        screen.minutes.list(),
        u32::try_from(all.len()).unwrap_or(u32::MAX),
        focused && screen.minutes.key().is_some(),
        |buf, strip, index, style| {
            let at = usize::try_from(index).unwrap_or(usize::MAX);
            let Some(line) = all.get(at) else { return };
            draw_line(&line.what, cx, strip, style, buf);
        },
    );
}

fn draw_line(what: &What, cx: &Cx<'_>, strip: Rect, style: Style, buf: &mut Buffer) {
    let look = cx.look;
    match what {
        What::Head(text) => {
            let used = cells::put(buf, strip.x, strip.y, strip.width, text, look.title);
            let rest = strip.width - used;
            let rule = format!(" {}", "─".repeat(rest.into()));
            cells::put(buf, strip.x + used, strip.y, rest, &rule, look.line);
        }
        What::Figures => {
            let say = cx.say;
            let heads = [
                Cell::left(say.stand_figures()).styled(look.title),
                Cell::right(say.stand_total()).styled(look.dim),
                Cell::left(""),
                Cell::right(say.stand_of_day()).styled(look.dim),
                Cell::right(say.stand_change()).styled(look.dim),
            ];
            row(buf, strip, &figure_columns(cx.say, strip), style, &heads);
        }
        What::Figure { line, change, now } => {
            let cells = figure(*line, *change, *now, cx);
            row(buf, strip, &figure_columns(cx.say, strip), style, &cells);
        }
        What::Text(tone, text) => {
            let style = colour(*tone, look).patch(style);
            cells::put(buf, strip.x, strip.y, strip.width, text, style);
        }
    }
}

fn figure_columns(say: Lang, strip: Rect) -> Vec<(u16, u16)> {
    let (name, unit) = match say {
        Lang::Zh => (8, 4),
        Lang::En => (16, 6),
    };
    let wishes = [
        Col::Flex(name.min(strip.width)),
        Col::Fix(5),
        Col::Fix(unit),
        Col::Fix(5),
        Col::Fix(8),
    ];
    columns(strip.width.min(56), 1, &wishes)
}

fn figure(
    line: FigureLine,
    change: Option<i64>,
    now: Option<u32>,
    cx: &Cx<'_>,
) -> Vec<Cell<'static>> {
    let (say, look) = (cx.say, cx.look);
    let day = match line.day {
        0 => "·".to_owned(),
        n => format!("+{n}"),
    };
    let last = match (now, change) {
        (Some(now), _) => Cell::right(say.stand_now(now)).styled(look.warn),
        (None, Some(change)) if change != 0 => {
            Cell::right(format!("({change:+})")).styled(look.dim)
        }
        _ => Cell::right(""),
    };
    vec![
        Cell::left(say.figure(line.figure)),
        Cell::right(line.total.to_string()),
        Cell::left(say.figure_unit(line.figure)).styled(look.dim),
        Cell::right(day),
        last,
    ]
}

fn colour(tone: Tone, look: &Look) -> Style {
    match tone {
        Tone::Plain => look.text,
        Tone::Quiet => look.dim,
        Tone::Good => look.good,
        Tone::Soon => look.warn,
        Tone::Late => look.bad,
    }
}
