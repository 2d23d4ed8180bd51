//! Villages, their checklists, their visits.

use chrono::NaiveDate;
use serde::Serialize;

use super::{ItemRow, Total};
use crate::domain::codes::{AnswerState, Found, Half, Household, VillageKind};
use crate::domain::ids::{AreaNo, FindingId, PersonId, UnitId, VillageId, VisitId};
use crate::domain::records::{VillageDraft, VisitDraft};

/// Progress in one focus area of a village's checklist.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub struct AreaProgress {
    /// Area.
    pub area: AreaNo,
    /// Points asked (not applicable ones left out).
    pub asked: u32,
    /// Checked and fine.
    pub fine: u32,
    /// Led to a finding.
    pub finding: u32,
    /// To be verified.
    pub unsure: u32,
    /// Not applicable.
    pub na: u32,
}

impl AreaProgress {
    /// Points that were looked at (fine, finding; what is unsure still has to be).
    pub const fn checked(&self) -> u32 {
        self.fine + self.finding
    }
}

/// A village in a list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct VillageRow {
    /// Key.
    pub id: VillageId,
    /// Name.
    pub name: String,
    /// Village or community.
    pub kind: VillageKind,
    /// Organisation.
    pub unit: UnitId,
    /// Its short name.
    pub unit_name: String,
    /// Progress per area, in the order of their numbers.
    pub areas: Vec<AreaProgress>,
    /// Events planned (moved and cancelled ones left out).
    pub planned: u32,
    /// Of them done.
    pub done: u32,
    /// Households visited (门 opened or contacted).
    pub visited: u32,
    /// Households at home, as entered by hand.
    pub at_home: Option<u32>,
    /// Findings still open (restricted ones left out).
    pub open: u32,
    /// Findings in all (restricted, merged and dismissed ones left out).
    pub findings: u32,
    /// Day of the last visit.
    pub last_visit: Option<NaiveDate>,
}

/// A window of villages.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct VillagePage {
    /// Rows of the window.
    pub rows: Vec<VillageRow>,
    /// How many there are.
    pub total: u32,
}

/// A village, whole.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct VillageSheet {
    /// As in lists.
    pub row: VillageRow,
    /// As people edit it.
    pub draft: VillageDraft,
    /// Visits per class of household: class, visits, of them met.
    pub classes: Vec<(Household, u32, u32)>,
}

/// A point of a village's checklist with its answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ChecklistRow {
    /// The point.
    pub item: ItemRow,
    /// The answer's state; `Open` while there is none.
    pub state: AnswerState,
    /// Remark.
    pub note: String,
    /// Who looked.
    pub people: Vec<PersonId>,
    /// When.
    pub day: Option<NaiveDate>,
    /// The finding it led to: key and number.
    pub finding: Option<(FindingId, String)>,
}

/// A visit in a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct VisitRow {
    /// Key.
    pub id: VisitId,
    /// Day.
    pub day: NaiveDate,
    /// Half of the day.
    pub half: Half,
    /// Village's name.
    pub village_name: String,
    /// Villagers' group.
    pub group: String,
    /// Head of the household.
    pub head: String,
    /// Class.
    pub class: Household,
    /// What the door brought.
    pub found: Found,
    /// What was said.
    pub said: String,
    /// What follows.
    pub follow_up: String,
}

/// A window of visits.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct VisitPage {
    /// Rows of the window.
    pub rows: Vec<VisitRow>,
    /// How many there are.
    pub total: Total,
}

/// A visit, whole.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct VisitSheet {
    /// Key.
    pub id: VisitId,
    /// As people edit it.
    pub draft: VisitDraft,
    /// Village's name.
    pub village_name: String,
}
