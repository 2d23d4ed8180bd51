//! The line above the list: what it is narrowed to, how many that leaves, how many are marked.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::super::state::{Findings, Shape, home};
use super::super::terms::Term;
use super::table::count;
use super::{sum, total};
use crate::domain::answer::Total;
use crate::domain::codes::Stage;
use crate::domain::query::{FindingFilter, Span};
use crate::text::{Lang, cells};
use crate::tui::screen::Cx;

pub(super) fn draw(screen: &Findings, cx: &Cx<'_>, strip: Rect, buf: &mut Buffer) {
    if strip.is_empty() {
        return;
    }
    let (say, look) = (cx.say, cx.look);
    let right = right(screen, cx);
    let right_wide = cells::to_u16(cells::width(&right)).min(strip.width);
    let right_at = strip.right() - right_wide;
    cells::put(buf, right_at, strip.y, right_wide, &right, look.title);
    if !screen.marks.is_empty() {
        let marked = say.chip_marked(screen.marks.len());
        let wide = cells::to_u16(cells::width(&marked));
        cells::put(buf, right_at, strip.y, wide, &marked, look.mark);
    }

    let end = right_at.saturating_sub(1);
    let mut x = strip.x;
    let mut put = |text: &str, style| {
        let wide = cells::to_u16(cells::width(text));
        // Whole chips only; the last one that is too long is shortened.
        let room = end.saturating_sub(x);
        if room >= 4 {
            let text = cells::shorten(text, room.into());
            cells::put(buf, x, strip.y, room, &text, style);
            x = x.saturating_add(wide.min(room)).saturating_add(1);
        }
    };
    let terms = screen.terms(cx);
    if terms.is_empty() {
        put(&format!("[{}]", say.chip_all()), look.dim);
    }
    for term in terms {
        put(&format!("[{}]", chip(screen, cx, term)), look.key);
    }
    if cx.clues {
        put(&format!("[{}]", say.chip_clues()), look.warn);
    }
    if screen.filter != FindingFilter::default() {
        put(say.chip_clear(), look.dim);
    }
}

/// How many are marked, and `41/266`: what the filter lets through, of all.
fn right(screen: &Findings, cx: &Cx<'_>) -> String {
    let marked = match screen.marks.len() {
        0 => String::new(),
        n => format!("{}  ", cx.say.chip_marked(n)),
    };
    let all = cx.answers.stages(&Findings::all_query(cx));
    let all = all.map(|stages| sum(stages.iter().map(|(_, n)| *n)));
    match (through(screen, cx), all) {
        (Some(some), Some(all)) => format!("{marked}{}/{}", total(some), total(all)),
        (Some(some), None) => format!("{marked}{}", total(some)),
        (None, _) => marked,
    }
}

/// How many the filter lets through.
fn through(screen: &Findings, cx: &Cx<'_>) -> Option<Total> {
    match screen.shape {
        Shape::Table => screen.rows(cx).total(),
        Shape::Board => {
            let columns = screen.columns();
            let shown = Stage::ALL
                .iter()
                .filter(|stage| home(**stage).is_some_and(|it| columns.contains(&it)))
                .map(|stage| count(screen, cx, *stage));
            let shown: Vec<Total> = shown.collect::<Option<_>>()?;
            Some(sum(shown.into_iter()))
        }
    }
}

/// A term in words.
pub(super) fn chip(screen: &Findings, cx: &Cx<'_>, term: Term) -> String {
    let (say, book, filter) = (cx.say, cx.book, screen.scope(cx));
    match term {
        Term::Live if filter.live == Some(false) => say.chip_done().to_owned(),
        Term::Live => say.chip_live().to_owned(),
        Term::Text => say.chip_text(filter.text.trim()),
        Term::Stages => {
            let names: Vec<&str> = filter.stages.iter().map(|it| say.stage(*it)).collect();
            names.join("/")
        }
        Term::OnlyClues => say.chip_only_clues().to_owned(),
        Term::Village if filter.nowhere => say.g_no_village().to_owned(),
        Term::Village => screen.village_name.clone(),
        Term::Unit => {
            let unit = filter.unit.and_then(|id| book.unit(id));
            say.chip_unit(unit.map_or("", |unit| unit.short.as_str()))
        }
        Term::Team => {
            let found = book.teams.iter().find(|it| Some(it.id) == filter.team);
            say.chip_team(found.map_or("", |it| it.code.as_str()))
        }
        Term::Area => {
            let area = filter.area.and_then(|no| book.area(no));
            area.map_or(say.g_no_area(), |area| area.name.as_str())
                .to_owned()
        }
        Term::Track => filter.track.map_or("", |it| say.track(it)).to_owned(),
        Term::Handler => say.chip_handler(filter.handler.map_or("", |id| book.person(id))),
        Term::Item => {
            let item = filter.item.and_then(|id| book.item(id));
            say.chip_point(item.map_or("", |item| item.code.as_str()))
        }
        Term::Due => say.chip_due(&span(filter.due, say)),
        Term::Noted => say.chip_noted(&span(filter.noted, say)),
        Term::Closed => say.chip_closed(&span(filter.closed, say)),
        Term::Counted => say.chip_counted().to_owned(),
    }
}

fn span(span: Option<Span>, say: Lang) -> String {
    let span = span.unwrap_or_default();
    match (span.from, span.to) {
        (Some(from), Some(to)) if from == to => say.day(from),
        (Some(from), Some(to)) => format!("{}..{}", say.day(from), say.day(to)),
        (Some(from), None) => say.chip_since(&say.day(from)),
        (None, Some(to)) => say.chip_until(&say.day(to)),
        (None, None) => String::new(),
    }
}
