//! What days hold: events, villages by day.

use chrono::NaiveDate;

use crate::domain::codes::EventStatus;
use crate::domain::ids::{EventId, VillageId};
use crate::domain::records::EventDraft;

/// What a day of the period holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DayCount {
    /// Day.
    pub day: NaiveDate,
    /// Events not cancelled or moved away.
    pub planned: u32,
    /// Of them done.
    pub done: u32,
    /// Findings noted.
    pub noted: u32,
    /// Findings closed.
    pub closed: u32,
    /// Open findings whose deadline it is.
    pub due: u32,
    /// Household visits recorded.
    pub visits: u32,
    /// Titles of milestones.
    pub milestones: Vec<String>,
}

/// An event.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EventRow {
    /// Key.
    pub id: EventId,
    /// As people edit it.
    pub draft: EventDraft,
    /// How it stands.
    pub status: EventStatus,
    /// Where it was moved from.
    pub moved_from: Option<NaiveDate>,
    /// Where it was moved to.
    pub moved_to: Option<NaiveDate>,
    /// Village's name; empty without one.
    pub village_name: String,
    /// Organisation's short name.
    pub unit_name: String,
    /// Team's code.
    pub team_code: String,
}

/// Village by day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct VillageDays {
    /// One row per village in the window.
    pub rows: Vec<VillageDayRow>,
    /// Villages in all.
    pub total: u32,
}

/// A village's days.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct VillageDayRow {
    /// Key.
    pub id: VillageId,
    /// Name.
    pub name: String,
    /// Organisation's short name.
    pub unit_name: String,
    /// Days with something on them.
    pub days: Vec<VillageDayCell>,
}

/// What happens in a village on a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct VillageDayCell {
    /// Day.
    pub day: NaiveDate,
    /// Events not cancelled or moved away.
    pub planned: u32,
    /// Of them done.
    pub done: u32,
    /// Visits.
    pub visits: u32,
    /// Findings noted.
    pub noted: u32,
}
