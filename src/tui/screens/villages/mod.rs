//! 3 村点: every village's progress, the coverage matrix, and a village's page (清单 | 问题 | 走访 | 档案).
//!
//! Needs a window of villages and one village; on a page the tab's own rows.

mod points;
mod state;
#[cfg(test)]
mod tests;
mod update;
mod view;

use ratatui::buffer::Buffer;
use ratatui::layout::{Rect, Size};

use crate::domain::query::Query;
use crate::tui::action::Action;
use crate::tui::effect::Effect;
use crate::tui::screen::{Cx, Screen};

pub(crate) use state::Villages;
use state::{Over, Tab};
pub(crate) use view::whole as draw_village;

/// Which arrangement of panes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Shape {
    /// The list of villages, or the matrix.
    Over(Over),
    /// A village's page.
    Page(Tab),
}

/// Where things lie. An area of no size is not shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Regions {
    /// The list, with its box.
    list: Rect,
    /// What is selected, beside or below it, with its box.
    side: Rect,
}

/// Lines of a list's box that hold no rows: two of the box and one of column heads or tabs.
const LIST_FRAME: u16 = 3;

/// Rows under the visits that say how far each class of household is, of so many rows in all.
const fn classes_rows(rows: u16) -> u16 {
    if rows >= 8 { 2 } else { 0 }
}

fn regions(area: Rect, shape: Shape) -> Regions {
    let wide = area.width >= 120;
    match shape {
        Shape::Over(Over::Coverage) | Shape::Page(Tab::Profile) => whole(area),
        Shape::Over(Over::List) if area.width >= 80 => beside(area, 34),
        Shape::Page(Tab::Checklist | Tab::Visits) if wide => beside(area, area.width * 2 / 5),
        Shape::Page(_) if area.height >= 16 => below(area, 8),
        Shape::Over(Over::List) | Shape::Page(_) => whole(area),
    }
}

fn whole(area: Rect) -> Regions {
    Regions {
        list: area,
        side: Rect::default(),
    }
}

fn beside(area: Rect, side: u16) -> Regions {
    let left = area.width.saturating_sub(side);
    Regions {
        list: Rect {
            width: left,
            ..area
        },
        side: Rect {
            x: area.x.saturating_add(left),
            width: area.width - left,
            ..area
        },
    }
}

fn below(area: Rect, side: u16) -> Regions {
    let top = area.height.saturating_sub(side);
    Regions {
        list: Rect {
            height: top,
            ..area
        },
        side: Rect {
            y: area.y.saturating_add(top),
            height: area.height - top,
            ..area
        },
    }
}

/// Rows that the list of this arrangement shows.
fn rows(size: Size, shape: Shape) -> u16 {
    let list = regions(Rect::new(0, 0, size.width, size.height), shape).list;
    let rows = list.height.saturating_sub(LIST_FRAME);
    match shape {
        Shape::Page(Tab::Visits) => rows - classes_rows(rows),
        _ => rows,
    }
}

impl Screen for Villages {
    fn needs(&self, cx: &Cx<'_>) -> Vec<Query> {
        self.asks(cx)
    }

    fn settle(&mut self, cx: &Cx<'_>) {
        self.follow(cx);
    }

    fn verbs(&self, cx: &Cx<'_>) -> Vec<Action> {
        self.likely(cx)
    }

    fn update(&mut self, action: Action, cx: &Cx<'_>) -> Option<Vec<Effect>> {
        let effects = self.hear(action, cx);
        self.follow(cx);
        effects
    }

    fn filtered(&mut self, text: &str, _cx: &Cx<'_>) {
        self.set_filter(text);
    }

    fn filter(&self) -> &str {
        self.filter_text()
    }

    fn view(&self, cx: &Cx<'_>, area: Rect, buf: &mut Buffer) {
        view::draw(self, cx, area, buf);
    }
}
