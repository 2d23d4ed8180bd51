//! How the villages are drawn.

mod checklist;
mod coverage;
mod list;
mod page;
mod summary;
mod visits;

pub(crate) use summary::whole;

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::state::{Over, Tab, Villages};
use super::{Shape, regions};
use crate::tui::screen::Cx;
use crate::tui::widgets::note;

pub(super) fn draw(screen: &Villages, cx: &Cx<'_>, area: Rect, buf: &mut Buffer) {
    let Some(page) = &screen.page else {
        return match screen.over {
            Over::List => {
                let at = regions(area, Shape::Over(Over::List));
                list::draw(screen, cx, at.list, buf);
                summary::draw(screen, cx, at.side, buf);
            }
            Over::Coverage => coverage::draw(screen, cx, area, buf),
        };
    };
    let at = regions(area, Shape::Page(page.tab));
    let inside = page::frame(page, cx, at.list, buf);
    match page.tab {
        Tab::Checklist => {
            checklist::draw(page, cx, inside, buf);
            checklist::point(page, cx, at.side, buf);
        }
        Tab::Findings => {
            page::findings(page, cx, inside, buf);
            page::finding(page, cx, at.side, buf);
        }
        Tab::Visits => {
            visits::draw(page, cx, inside, buf);
            visits::visit(page, cx, at.side, buf);
        }
        Tab::Profile => page::profile(page, cx, inside, buf),
    }
}

/// What an empty list of villages says.
fn nothing(screen: &Villages, cx: &Cx<'_>, area: Rect, buf: &mut Buffer) {
    let text = match screen.filter_text().trim() {
        "" => cx.say.villages_none().to_owned(),
        text => cx.say.villages_no_match(text),
    };
    note(buf, area, cx.look, &text);
}
