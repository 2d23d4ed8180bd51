//! Where one stands among the villages, and what has to be asked to show it.

use crate::domain::answer::{
    AreaProgress, ChecklistRow, FindingRow, VillageRow, VillageSheet, VisitRow, VisitSheet,
};
use crate::domain::codes::AnswerState;
use crate::domain::ids::{AreaNo, FindingId, ItemId, VillageId, VisitId};
use crate::domain::query::{FindingFilter, FindingsQuery, Order, Query, Span, VisitsQuery, Window};
use crate::tui::cursor::{Cursor, Known};
use crate::tui::screen::Cx;

use super::{Shape, rows};

/// 村点
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Villages {
    /// How all of them are shown.
    pub(super) over: Over,
    pub(super) list: Cursor<VillageId>,
    /// Column of the matrix: a place among the round's areas.
    pub(super) column: usize,
    pub(super) filter: String,
    /// The page that is open.
    pub(super) page: Option<Page>,
}

/// How all villages are shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Over {
    #[default]
    List,
    /// Village × area.
    Coverage,
}

/// A village's page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Page {
    pub(super) village: VillageId,
    pub(super) tab: Tab,
    pub(super) point: Point,
    pub(super) findings: Cursor<FindingId>,
    pub(super) visits: Cursor<VisitId>,
}

/// What a village's page shows.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Tab {
    #[default]
    Checklist,
    Findings,
    Visits,
    Profile,
}

impl Tab {
    pub(super) const ALL: &'static [Self] =
        &[Self::Checklist, Self::Findings, Self::Visits, Self::Profile];

    /// The one so many places to the right, round and round.
    pub(super) fn turned(self, by: usize) -> Self {
        let here = Self::ALL.iter().position(|tab| *tab == self).unwrap_or(0);
        Self::ALL[(here + by) % Self::ALL.len()]
    }
}

/// The point under the cursor of a checklist.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Point {
    #[default]
    First,
    /// The first one of this area.
    Of(AreaNo),
    At(ItemId),
}

impl Point {
    /// Its place in the list; a point that is gone: the first.
    pub(super) fn place(self, list: &[&ChecklistRow]) -> usize {
        let found = match self {
            Self::First => None,
            Self::Of(area) => list.iter().position(|row| row.item.area == area),
            Self::At(id) => list.iter().position(|row| row.item.id == id),
        };
        found.unwrap_or(0)
    }
}

/// A line of a checklist as it is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Line<'a> {
    /// An area with how far it is.
    Head(AreaProgress),
    Point(&'a ChecklistRow),
}

/// The points as they are walked through: areas together, inside them the template's order.
pub(super) fn walk(rows: &[ChecklistRow]) -> Vec<&ChecklistRow> {
    let mut list: Vec<&ChecklistRow> = rows.iter().collect();
    list.sort_by_key(|row| row.item.area);
    list
}

/// The points under the headings of their areas.
pub(super) fn lines<'a>(list: &[&'a ChecklistRow]) -> Vec<Line<'a>> {
    let mut lines = Vec::with_capacity(list.len() + 8);
    for group in list.chunk_by(|a, b| a.item.area == b.item.area) {
        lines.push(Line::Head(progress(group)));
        lines.extend(group.iter().map(|row| Line::Point(row)));
    }
    lines
}

fn progress(group: &[&ChecklistRow]) -> AreaProgress {
    let mut sum = AreaProgress::default();
    for row in group {
        sum.area = row.item.area;
        match row.state {
            AnswerState::NotApplicable => sum.na += 1,
            AnswerState::Fine => sum.fine += 1,
            AnswerState::Finding => sum.finding += 1,
            AnswerState::Unsure => sum.unsure += 1,
            AnswerState::Open => {}
        }
        if row.state != AnswerState::NotApplicable {
            sum.asked += 1;
        }
    }
    sum
}

/// All areas of a village together: the area's number means nothing here.
pub(super) fn together(areas: &[AreaProgress]) -> AreaProgress {
    let mut sum = AreaProgress::default();
    for area in areas {
        sum.asked += area.asked;
        sum.fine += area.fine;
        sum.finding += area.finding;
        sum.unsure += area.unsure;
        sum.na += area.na;
    }
    sum
}

impl Page {
    pub(super) fn new(village: VillageId, point: Point) -> Self {
        Self {
            village,
            tab: Tab::default(),
            point,
            findings: Cursor::default(),
            visits: Cursor::default(),
        }
    }

    pub(super) fn rows(&self, cx: &Cx<'_>) -> u16 {
        rows(cx.size, Shape::Page(self.tab))
    }

    fn findings_windows(&self, cx: &Cx<'_>) -> Vec<Window> {
        self.findings
            .windows(rows(cx.size, Shape::Page(Tab::Findings)))
    }

    fn visits_windows(&self, cx: &Cx<'_>) -> Vec<Window> {
        self.visits.windows(rows(cx.size, Shape::Page(Tab::Visits)))
    }

    fn findings_query(&self, window: Window, cx: &Cx<'_>) -> Query {
        Query::Findings(FindingsQuery {
            filter: FindingFilter {
                village: Some(self.village),
                counted: true,
                clues: cx.clues,
                ..FindingFilter::default()
            },
            order: Order::Due,
            group: None,
            window,
        })
    }

    fn visits_query(&self, window: Window) -> Query {
        Query::Visits(VisitsQuery {
            village: Some(self.village),
            days: Span::default(),
            met: false,
            window,
        })
    }

    pub(super) fn known_findings<'a>(&self, cx: &Cx<'a>) -> Known<'a, FindingRow> {
        Known::of(&self.findings_windows(cx), |window| {
            let page = cx.answers.findings(&self.findings_query(window, cx))?;
            Some((page.total.n, &*page.rows))
        })
    }

    pub(super) fn known_visits<'a>(&self, cx: &Cx<'a>) -> Known<'a, VisitRow> {
        Known::of(&self.visits_windows(cx), |window| {
            let page = cx.answers.visits(&self.visits_query(window))?;
            Some((page.total.n, &*page.rows))
        })
    }

    pub(super) fn checklist<'a>(&self, cx: &Cx<'a>) -> Vec<&'a ChecklistRow> {
        let query = Query::Checklist(self.village);
        cx.answers
            .checklist(&query)
            .map(|it| walk(it))
            .unwrap_or_default()
    }

    /// The point under the cursor.
    pub(super) fn on<'a>(&self, cx: &Cx<'a>) -> Option<&'a ChecklistRow> {
        let list = self.checklist(cx);
        list.get(self.point.place(&list)).copied()
    }

    pub(super) fn finding<'a>(&self, cx: &Cx<'a>) -> Option<&'a FindingRow> {
        self.known_findings(cx).row(self.findings.index())
    }

    pub(super) fn visit<'a>(&self, cx: &Cx<'a>) -> Option<&'a VisitRow> {
        self.known_visits(cx).row(self.visits.index())
    }

    pub(super) fn visit_sheet<'a>(&self, cx: &Cx<'a>) -> Option<&'a VisitSheet> {
        let id = self.visit(cx)?.id;
        cx.answers.visit(&Query::Visit(id))?.as_deref()
    }

    pub(super) fn sheet<'a>(&self, cx: &Cx<'a>) -> Option<&'a VillageSheet> {
        sheet(self.village, cx)
    }

    fn asks(&self, cx: &Cx<'_>) -> Vec<Query> {
        let mut asks = vec![Query::Village(self.village)];
        match self.tab {
            Tab::Checklist => asks.push(Query::Checklist(self.village)),
            Tab::Findings => {
                let windows = self.findings_windows(cx);
                asks.extend(windows.into_iter().map(|it| self.findings_query(it, cx)));
                asks.extend(self.finding(cx).map(|row| Query::Finding(row.id)));
            }
            Tab::Visits => {
                let windows = self.visits_windows(cx);
                asks.extend(windows.into_iter().map(|it| self.visits_query(it)));
                asks.extend(self.visit(cx).map(|row| Query::Visit(row.id)));
            }
            Tab::Profile => {}
        }
        asks
    }

    fn follow(&mut self, cx: &Cx<'_>) {
        let rows = self.rows(cx);
        match self.tab {
            Tab::Checklist => {
                if let Some(row) = self.on(cx) {
                    self.point = Point::At(row.item.id);
                }
            }
            Tab::Findings => {
                let known = self.known_findings(cx);
                self.findings.settle(rows, &known, |row| row.id);
            }
            Tab::Visits => {
                let known = self.known_visits(cx);
                self.visits.settle(rows, &known, |row| row.id);
            }
            Tab::Profile => {}
        }
    }
}

pub(super) fn sheet<'a>(village: VillageId, cx: &Cx<'a>) -> Option<&'a VillageSheet> {
    cx.answers.village(&Query::Village(village))?.as_deref()
}

impl Villages {
    /// Opens a village's page (`Effect::Village`).
    pub(crate) fn show(&mut self, village: VillageId) {
        self.page = Some(Page::new(village, Point::First));
    }

    pub(super) fn set_filter(&mut self, text: &str) {
        text.clone_into(&mut self.filter);
        self.list.rewind();
    }

    pub(super) fn filter_text(&self) -> &str {
        &self.filter
    }

    pub(super) fn list_rows(&self, cx: &Cx<'_>) -> u16 {
        rows(cx.size, Shape::Over(self.over))
    }

    fn list_windows(&self, cx: &Cx<'_>) -> Vec<Window> {
        self.list.windows(self.list_rows(cx))
    }

    fn list_query(&self, window: Window) -> Query {
        Query::Villages {
            text: self.filter.trim().to_owned(),
            in_progress: false,
            team: None,
            window,
        }
    }

    pub(super) fn known<'a>(&self, cx: &Cx<'a>) -> Known<'a, VillageRow> {
        Known::of(&self.list_windows(cx), |window| {
            let page = cx.answers.villages(&self.list_query(window))?;
            Some((page.total, &*page.rows))
        })
    }

    /// The village under the cursor of the list or the matrix.
    pub(super) fn on<'a>(&self, cx: &Cx<'a>) -> Option<&'a VillageRow> {
        self.known(cx).row(self.list.index())
    }

    /// The area under the cursor of the matrix.
    pub(super) fn on_area(&self, cx: &Cx<'_>) -> Option<AreaNo> {
        let last = cx.book.areas.len().checked_sub(1)?;
        cx.book.areas.get(self.column.min(last)).map(|area| area.no)
    }

    pub(super) fn asks(&self, cx: &Cx<'_>) -> Vec<Query> {
        if let Some(page) = &self.page {
            return page.asks(cx);
        }
        let windows = self.list_windows(cx);
        let mut asks: Vec<Query> = windows.into_iter().map(|it| self.list_query(it)).collect();
        asks.extend(self.on(cx).map(|row| Query::Village(row.id)));
        asks
    }

    pub(super) fn follow(&mut self, cx: &Cx<'_>) {
        if let Some(page) = &mut self.page {
            page.follow(cx);
            return;
        }
        let known = self.known(cx);
        self.list.settle(self.list_rows(cx), &known, |row| row.id);
    }
}
