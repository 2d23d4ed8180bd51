//! Where one stands in the period, and what has to be asked to show it.

use chrono::NaiveDate;

use super::agenda::{Agenda, Line, Tally};
use super::period::Period;
use super::regions::{Columns, Regions, agenda_parts, columns, regions, weeks, whole};
use crate::domain::answer::{DayCount, EventRow, FindingRow, VillageDayCell, VillageDayRow};
use crate::domain::ids::{EventId, FindingId, VillageId};
use crate::domain::query::{Query, Window};
use crate::tui::cursor::{Cursor, Known};
use crate::tui::screen::Cx;
use crate::tui::screens::picked::Picked;
use crate::tui::widgets::pane::inner;

/// 日历
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Calendar {
    /// The cursor's day; `None` follows today.
    pub(super) day: Option<NaiveDate>,
    pub(super) shape: Shape,
    pub(super) focus: Focus,
    /// What is selected in the day's agenda.
    pub(super) item: Picked<Item>,
    /// The matrix's rows.
    pub(super) villages: Cursor<VillageId>,
    /// An event on its way to another day.
    pub(super) journey: Option<Journey>,
}

/// How the period is shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Shape {
    #[default]
    Month,
    /// Seven days with their events.
    Week,
    /// Village × day.
    Matrix,
}

/// Which pane hears the keys.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Focus {
    #[default]
    Grid,
    Agenda,
}

/// What the cursor of an agenda can stand on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Item {
    Event(EventId),
    Finding(FindingId),
    /// All findings due that day.
    Due,
    /// All findings noted that day.
    Noted,
    /// All findings closed that day.
    Closed,
}

/// The cursor goes with an event that is moved to another day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Journey {
    pub(super) event: EventId,
    pub(super) to: NaiveDate,
}

impl Calendar {
    /// Puts the cursor on a day (`Effect::Day`).
    pub(crate) fn show(&mut self, day: NaiveDate) {
        *self = Self {
            day: Some(day),
            ..Self::default()
        };
    }

    /// An event was planned here: it is selected if it is of the cursor's day.
    pub(crate) fn made(&mut self, event: EventId) {
        self.item.choose(Item::Event(event));
    }

    /// The cursor's day, inside the period.
    pub(super) fn at(&self, period: Period, cx: &Cx<'_>) -> NaiveDate {
        period.nearest(self.day.unwrap_or(cx.today))
    }

    /// The cursor day's agenda; in the matrix that of the cursor's village.
    pub(super) fn agenda(&self, period: Period, cx: &Cx<'_>) -> Agenda {
        let village = match self.shape {
            Shape::Matrix => self.village(period, cx).map(|row| row.id),
            Shape::Month | Shape::Week => None,
        };
        Agenda {
            day: self.at(period, cx),
            village,
        }
    }

    /// Whether the selected line of the agenda hears the keys.
    pub(super) fn in_agenda(&self) -> bool {
        self.focus == Focus::Agenda || self.shape == Shape::Week
    }

    pub(super) fn regions(&self, cx: &Cx<'_>) -> Regions {
        regions(whole(cx.size), self.shape, self.focus)
    }

    /// Whether the month is shown as days under each other.
    pub(super) fn is_list(&self, period: Period, cx: &Cx<'_>) -> bool {
        let grid = inner(self.regions(cx).grid);
        self.shape == Shape::Month && weeks(grid, period, 0).is_none()
    }

    /// How the matrix lies.
    pub(super) fn columns(&self, period: Period, cx: &Cx<'_>) -> Columns {
        let grid = regions(whole(cx.size), Shape::Matrix, Focus::Grid).grid;
        columns(inner(grid), period, period.number(self.at(period, cx)))
    }

    /// Lines of the agenda that are in sight.
    pub(super) fn agenda_rows(&self, cx: &Cx<'_>) -> u16 {
        let it = self.regions(cx);
        match self.shape {
            // The day's column, under its head.
            Shape::Week => inner(it.grid).height.saturating_sub(1),
            Shape::Month | Shape::Matrix => agenda_parts(it.agenda).list.height,
        }
    }

    /// Days whose agenda is in sight.
    pub(super) fn days(&self, period: Period, cx: &Cx<'_>) -> Vec<NaiveDate> {
        let day = self.at(period, cx);
        match self.shape {
            Shape::Week => {
                let week = period.week(period.week_of(day));
                week.into_iter().filter(|day| period.has(*day)).collect()
            }
            Shape::Month | Shape::Matrix => vec![day],
        }
    }

    // what is known

    fn month_query(period: Period, cx: &Cx<'_>) -> Query {
        Query::Month {
            from: period.start,
            to: period.end,
            clues: cx.clues,
        }
    }

    /// What the days of the period hold.
    pub(super) fn counts<'a>(period: Period, cx: &Cx<'a>) -> &'a [DayCount] {
        let query = Self::month_query(period, cx);
        cx.answers.month(&query).map_or(&[], Vec::as_slice)
    }

    /// What a day holds.
    pub(super) fn count<'a>(day: NaiveDate, period: Period, cx: &Cx<'a>) -> Option<&'a DayCount> {
        let counts = Self::counts(period, cx);
        let at = counts.binary_search_by_key(&day, |it| it.day).ok()?;
        counts.get(at)
    }

    fn village_days_query(period: Period, window: Window) -> Query {
        Query::VillageDays {
            from: period.start,
            to: period.end,
            window,
        }
    }

    fn windows(&self, period: Period, cx: &Cx<'_>) -> Vec<Window> {
        self.villages.windows(self.columns(period, cx).rows)
    }

    /// The matrix's rows in sight.
    pub(super) fn known<'a>(&self, period: Period, cx: &Cx<'a>) -> Known<'a, VillageDayRow> {
        Known::of(&self.windows(period, cx), |window| {
            let query = Self::village_days_query(period, window);
            let answer = cx.answers.village_days(&query)?;
            Some((answer.total, &*answer.rows))
        })
    }

    /// The village under the matrix's cursor.
    pub(super) fn village<'a>(&self, period: Period, cx: &Cx<'a>) -> Option<&'a VillageDayRow> {
        self.known(period, cx).row(self.villages.index())
    }

    /// What the day holds that the cursor stands on: of all villages, or of the matrix's.
    fn tally(&self, period: Period, cx: &Cx<'_>) -> Tally {
        let day = self.at(period, cx);
        match self.shape {
            Shape::Matrix => {
                let cell = self.village(period, cx).and_then(|row| cell_of(row, day));
                cell.map_or_else(Tally::default, |cell| Tally {
                    noted: cell.noted,
                    closed: 0,
                    visits: cell.visits,
                })
            }
            Shape::Month | Shape::Week => Self::count(day, period, cx)
                .map(Tally::of)
                .unwrap_or_default(),
        }
    }

    /// The lines of the cursor day's agenda.
    pub(super) fn lines<'a>(&self, period: Period, cx: &Cx<'a>) -> Vec<Line<'a>> {
        self.agenda(period, cx).lines(self.tally(period, cx), cx)
    }

    pub(super) fn items(&self, period: Period, cx: &Cx<'_>) -> Vec<Option<Item>> {
        let lines = self.lines(period, cx);
        lines.iter().map(Line::item).collect()
    }

    /// The selected event.
    pub(super) fn event<'a>(&self, period: Period, cx: &Cx<'a>) -> Option<&'a EventRow> {
        self.agenda(period, cx).event(self.item.key(), cx)
    }

    /// The selected finding.
    pub(super) fn finding<'a>(&self, period: Period, cx: &Cx<'a>) -> Option<&'a FindingRow> {
        self.agenda(period, cx).finding(self.item.key(), cx)
    }

    /// What has to be asked.
    pub(super) fn asks(&self, cx: &Cx<'_>) -> Vec<Query> {
        let Some(period) = Period::of(cx) else {
            return Vec::new();
        };
        let mut asks = vec![Self::month_query(period, cx)];
        if self.shape == Shape::Matrix {
            let windows = self.windows(period, cx).into_iter();
            asks.extend(windows.map(|it| Self::village_days_query(period, it)));
        }
        let agenda = self.agenda(period, cx);
        for day in self.days(period, cx) {
            asks.extend(Agenda { day, ..agenda }.asks(cx));
        }
        // The form of a finding needs all of it.
        let finding = self.finding(period, cx).filter(|_| self.in_agenda());
        asks.extend(finding.map(|row| Query::Finding(row.id)));
        asks
    }

    /// Puts the cursors where they belong.
    pub(super) fn follow(&mut self, cx: &Cx<'_>) {
        let Some(period) = Period::of(cx) else {
            return;
        };
        if self.shape == Shape::Matrix {
            let known = self.known(period, cx);
            let rows = self.columns(period, cx).rows;
            self.villages.settle(rows, &known, |row| row.id);
        }
        self.travel(period, cx);
        if self.agenda(period, cx).known(cx) {
            let items = self.items(period, cx);
            self.item.settle(&items, self.agenda_rows(cx));
        }
    }

    /// Goes with an event that was moved: once it is no longer here, it is there.
    fn travel(&mut self, period: Period, cx: &Cx<'_>) {
        let Some(Journey { event, to }) = self.journey else {
            return;
        };
        let Some(events) = self.agenda(period, cx).events(cx) else {
            return;
        };
        if events.iter().all(|row| row.id != event) {
            self.stand_on(to);
            self.item.choose(Item::Event(event));
            self.journey = None;
        }
    }

    /// Another day: its agenda begins at its top.
    pub(super) fn stand_on(&mut self, day: NaiveDate) {
        if self.day != Some(day) {
            self.item.reset();
        }
        self.day = Some(day);
    }
}

/// What happens in a village on a day.
pub(super) fn cell_of(row: &VillageDayRow, day: NaiveDate) -> Option<&VillageDayCell> {
    row.days.iter().find(|cell| cell.day == day)
}
