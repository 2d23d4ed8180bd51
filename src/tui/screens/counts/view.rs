//! How the numbers are drawn.

mod behind;
mod cross;
mod reported;
mod shares;
mod trend;

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::cross::Key;
use super::regions;
use super::state::{Counts, Pane};
use crate::domain::answer::PivotKey;
use crate::tui::screen::Cx;
use crate::tui::widgets::{line, tabs};

pub(super) fn draw(screen: &Counts, cx: &Cx<'_>, area: Rect, buf: &mut Buffer) {
    if let Some(it) = &screen.behind {
        behind::draw(it, screen, cx, area, buf);
        return;
    }
    let at = regions(area, screen.pane);
    if !at.tabs.is_empty() {
        let titles: Vec<&str> = Pane::ALL.iter().map(|pane| tab(*pane, cx)).collect();
        let chosen = Pane::ALL.iter().position(|pane| *pane == screen.pane);
        tabs(buf, line(at.tabs, 0), cx.look, &titles, chosen.unwrap_or(0));
    }
    cross::draw(screen, cx, at.cross, buf);
    reported::draw(screen, cx, at.reported, buf);
    shares::draw(screen, cx, at.shares, buf);
    trend::draw(screen, cx, at.trend, buf);
}

fn tab(pane: Pane, cx: &Cx<'_>) -> &'static str {
    match pane {
        Pane::Cross => cx.say.counts_cross_tab(),
        Pane::Reported => cx.say.counts_reported_tab(),
        Pane::Shares => cx.say.counts_shares(),
        Pane::Trend => cx.say.counts_trend(),
    }
}

/// What a value is called: a village's name comes with it.
fn named<'a>(key: &'a PivotKey, cx: &Cx<'a>) -> &'a str {
    match key {
        PivotKey::Village(Some(_), name) => name,
        other => called(Key::from(other), cx),
    }
}

/// What a value other than a village is called.
fn called<'a>(key: Key, cx: &Cx<'a>) -> &'a str {
    match key {
        Key::Village(_) => cx.say.counts_no_village(),
        Key::Area(None) => cx.say.counts_no_area(),
        Key::Area(Some(no)) => cx.book.area(no).map_or("", |area| area.short.as_str()),
        Key::Stage(stage) => cx.say.stage(stage),
        Key::Track(track) => cx.say.track(track),
    }
}
