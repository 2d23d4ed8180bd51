//! What there is to do today, line by line.

use chrono::NaiveDate;

use super::regions::regions;
use crate::domain::answer::{EventRow, FindingPage, FindingRow, Total, VillageRow};
use crate::domain::codes::EventStatus;
use crate::domain::ids::{EventId, FindingId, TeamId, VillageId};
use crate::domain::query::{EventsQuery, FindingFilter, FindingsQuery, Order, Query, Span, Window};
use crate::tui::screen::Cx;
use crate::tui::screens::picked::Picked;
use crate::tui::widgets::pane::inner;

/// Rows of a section that are asked for; the rest is one key away.
const ROWS: u32 = 40;

/// 今日
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Today {
    pub(super) item: Picked<Item>,
    /// All teams instead of the own one.
    pub(super) everybody: bool,
}

/// Whose work is shown; `None`: everybody's.
pub(super) type Whose = Option<TeamId>;

/// A part of the day's work.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Section {
    Events,
    Villages,
    Overdue,
    Due,
    Fresh,
}

impl Section {
    pub(super) const ALL: &'static [Self] = &[
        Self::Events,
        Self::Villages,
        Self::Overdue,
        Self::Due,
        Self::Fresh,
    ];
    /// Those that hold findings.
    const FINDINGS: &'static [Self] = &[Self::Overdue, Self::Due, Self::Fresh];
}

/// What the cursor can stand on. A finding may stand in two sections.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Item {
    Event(EventId),
    Village(VillageId),
    Finding(Section, FindingId),
    /// The rest of a section.
    More(Section),
}

/// A line of the list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Line<'a> {
    /// A section's heading with its count; of events also how many are done.
    Head(Section, Option<u32>, Total),
    /// An empty section says what to press.
    Empty(Section),
    Event(&'a EventRow),
    Village(&'a VillageRow),
    Finding(Section, &'a FindingRow),
    /// There are more than are shown; how many, if they were counted.
    More(Section, Option<u32>),
    /// Between sections.
    Gap,
}

impl Line<'_> {
    pub(super) fn item(&self) -> Option<Item> {
        match self {
            Self::Event(row) => Some(Item::Event(row.id)),
            Self::Village(row) => Some(Item::Village(row.id)),
            Self::Finding(section, row) => Some(Item::Finding(*section, row.id)),
            Self::More(section, _) => Some(Item::More(*section)),
            Self::Head(..) | Self::Empty(_) | Self::Gap => None,
        }
    }
}

/// The first day after the last meeting: meetings are held on workdays, in the evening.
fn since(cx: &Cx<'_>) -> NaiveDate {
    let last = cx.book.holidays.prev_workday(cx.today);
    last.and_then(|day| day.succ_opt()).unwrap_or(cx.today)
}

/// The findings of a section.
pub(super) fn filter(section: Section, team: Whose, cx: &Cx<'_>) -> FindingFilter {
    let all = FindingFilter {
        team,
        clues: cx.clues,
        ..FindingFilter::default()
    };
    let due = |span| FindingFilter {
        live: Some(true),
        due: Some(span),
        ..all.clone()
    };
    match section {
        Section::Overdue => due(Span::before(cx.today)),
        Section::Due => due(Span::day(cx.today)),
        Section::Fresh | Section::Events | Section::Villages => FindingFilter {
            noted: Some(Span {
                from: Some(since(cx)),
                to: Some(cx.today),
            }),
            counted: true,
            ..all
        },
    }
}

fn findings_query(section: Section, team: Whose, cx: &Cx<'_>) -> Query {
    Query::Findings(FindingsQuery {
        filter: filter(section, team, cx),
        order: match section {
            Section::Fresh => Order::Newest,
            _ => Order::Due,
        },
        group: None,
        window: Window::first(ROWS),
    })
}

fn findings<'a>(section: Section, team: Whose, cx: &Cx<'a>) -> Option<&'a FindingPage> {
    cx.answers.findings(&findings_query(section, team, cx))
}

fn events_query(team: Whose, cx: &Cx<'_>) -> Query {
    Query::Events(EventsQuery {
        days: Span::day(cx.today),
        team,
        limit: ROWS + 1,
        ..EventsQuery::default()
    })
}

fn villages_query(team: Whose) -> Query {
    Query::Villages {
        text: String::new(),
        in_progress: true,
        team,
        window: Window::first(ROWS),
    }
}

/// So many of `total` are not among the `shown`.
fn rest(total: u32, shown: usize) -> Option<u32> {
    let rest = total.saturating_sub(u32::try_from(shown).unwrap_or(u32::MAX));
    (rest > 0).then_some(rest)
}

/// All lines; a section whose answer is not there yet is left out.
fn lines<'a>(team: Whose, cx: &Cx<'a>) -> Vec<Line<'a>> {
    let mut lines = Vec::new();
    for section in Section::ALL {
        let (total, rows) = match section {
            Section::Events => event_lines(team, cx),
            Section::Villages => village_lines(team, cx),
            _ => finding_lines(*section, team, cx),
        };
        let Some(total) = total else { continue };
        if !lines.is_empty() {
            lines.push(Line::Gap);
        }
        let is_events = *section == Section::Events;
        lines.push(Line::Head(
            *section,
            is_events.then(|| done(team, cx)),
            total,
        ));
        if rows.is_empty() {
            lines.push(Line::Empty(*section));
        }
        let more = rest(total.n, rows.len()).filter(|_| !is_events);
        lines.extend(rows);
        lines.extend(more.map(|n| Line::More(*section, Some(n))));
    }
    lines
}

type Part<'a> = (Option<Total>, Vec<Line<'a>>);

fn event_lines<'a>(team: Whose, cx: &Cx<'a>) -> Part<'a> {
    let Some(rows) = cx.answers.events(&events_query(team, cx)) else {
        return (None, Vec::new());
    };
    let standing = rows.iter().filter(|row| stands(row.status)).count();
    let shown = usize::try_from(ROWS).unwrap_or(usize::MAX);
    let total = Total {
        n: u32::try_from(standing).unwrap_or(u32::MAX),
        // One more than is shown was asked for: whether it came says whether there are more.
        more: rows.len() > shown,
    };
    let mut lines: Vec<Line<'_>> = rows.iter().take(shown).map(Line::Event).collect();
    if total.more {
        lines.push(Line::More(Section::Events, None));
    }
    (Some(total), lines)
}

/// Neither moved away nor cancelled.
fn stands(status: EventStatus) -> bool {
    matches!(status, EventStatus::Planned | EventStatus::Done)
}

/// Of today's events so many are done.
fn done(team: Whose, cx: &Cx<'_>) -> u32 {
    let rows = cx.answers.events(&events_query(team, cx));
    let is_done = |row: &&EventRow| row.status == EventStatus::Done;
    let n = rows.map_or(0, |rows| rows.iter().filter(is_done).count());
    u32::try_from(n).unwrap_or(u32::MAX)
}

fn village_lines<'a>(team: Whose, cx: &Cx<'a>) -> Part<'a> {
    let page = cx.answers.villages(&villages_query(team));
    let total = page.map(|page| Total::exactly(page.total));
    let rows = page.map_or(&[][..], |page| &*page.rows);
    (total, rows.iter().map(Line::Village).collect())
}

fn finding_lines<'a>(section: Section, team: Whose, cx: &Cx<'a>) -> Part<'a> {
    let page = findings(section, team, cx);
    let rows = page.map_or(&[][..], |page| &*page.rows);
    let line = |row| Line::Finding(section, row);
    (page.map(|page| page.total), rows.iter().map(line).collect())
}

fn event<'a>(item: Item, team: Whose, cx: &Cx<'a>) -> Option<&'a EventRow> {
    let Item::Event(id) = item else { return None };
    let rows = cx.answers.events(&events_query(team, cx))?;
    rows.iter().find(|row| row.id == id)
}

fn village<'a>(item: Item, team: Whose, cx: &Cx<'a>) -> Option<&'a VillageRow> {
    let Item::Village(id) = item else { return None };
    let page = cx.answers.villages(&villages_query(team))?;
    page.rows.iter().find(|row| row.id == id)
}

fn finding<'a>(item: Item, team: Whose, cx: &Cx<'a>) -> Option<&'a FindingRow> {
    let Item::Finding(section, id) = item else {
        return None;
    };
    findings(section, team, cx)?
        .rows
        .iter()
        .find(|row| row.id == id)
}

impl Today {
    /// Rows of the list that are in sight.
    pub(super) fn rows(cx: &Cx<'_>) -> u16 {
        let area = cx.size.into();
        inner(regions(area).list).height
    }

    /// Whose work is shown.
    pub(super) fn team(&self, cx: &Cx<'_>) -> Whose {
        let mine = cx.book.my_team().map(|team| team.id);
        mine.filter(|_| !self.everybody)
    }

    pub(super) fn lines<'a>(&self, cx: &Cx<'a>) -> Vec<Line<'a>> {
        lines(self.team(cx), cx)
    }

    pub(super) fn event<'a>(&self, item: Item, cx: &Cx<'a>) -> Option<&'a EventRow> {
        event(item, self.team(cx), cx)
    }

    pub(super) fn village<'a>(&self, item: Item, cx: &Cx<'a>) -> Option<&'a VillageRow> {
        village(item, self.team(cx), cx)
    }

    pub(super) fn finding<'a>(&self, item: Item, cx: &Cx<'a>) -> Option<&'a FindingRow> {
        finding(item, self.team(cx), cx)
    }

    /// The questions behind the sections.
    fn questions(&self, cx: &Cx<'_>) -> Vec<Query> {
        let team = self.team(cx);
        let mut asks = vec![events_query(team, cx), villages_query(team)];
        let findings = Section::FINDINGS.iter();
        asks.extend(findings.map(|it| findings_query(*it, team, cx)));
        asks
    }

    /// What has to be asked.
    pub(super) fn asks(&self, cx: &Cx<'_>) -> Vec<Query> {
        let mut asks = self.questions(cx);
        match self.item.key() {
            Some(Item::Finding(_, id)) => asks.push(Query::Finding(id)),
            Some(Item::Village(id)) => asks.push(Query::Village(id)),
            Some(Item::Event(_) | Item::More(_)) | None => {}
        }
        asks
    }

    pub(super) fn items(&self, cx: &Cx<'_>) -> Vec<Option<Item>> {
        self.lines(cx).iter().map(Line::item).collect()
    }

    /// The cursor follows its line; it waits until all sections are there.
    pub(super) fn follow(&mut self, cx: &Cx<'_>) {
        if self.questions(cx).iter().all(|it| cx.answers.has(it)) {
            self.item.settle(&self.items(cx), Self::rows(cx));
        }
    }
}
