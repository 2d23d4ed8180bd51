//! Findings in lists and whole.

use chrono::NaiveDate;
use serde::Serialize;

use super::Total;
use crate::domain::codes::{SourceKind, Stage, Track, Triage};
use crate::domain::ids::{AreaNo, FindingId, PersonId, SourceId, VillageId};
use crate::domain::records::FindingDraft;

/// The figures of the header.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Header {
    /// 在办
    pub open: u32,
    /// 逾期
    pub overdue: u32,
    /// 今日到期
    pub due_today: u32,
    /// 立行立改 still open
    pub immediate: u32,
}

/// A finding in a list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct FindingRow {
    /// Key.
    pub id: FindingId,
    /// Pre-number, or final number once there is one.
    pub number: String,
    /// Title.
    pub title: String,
    /// Stage.
    pub stage: Stage,
    /// Track.
    pub track: Track,
    /// In the restricted compartment.
    pub restricted: bool,
    /// Triage.
    pub triage: Triage,
    /// Village.
    pub village: Option<VillageId>,
    /// Its name; empty without one.
    pub village_name: String,
    /// Short name of the organisation; empty without one.
    pub unit_name: String,
    /// Focus areas, main first.
    pub areas: Vec<AreaNo>,
    /// Handler's name; empty without one.
    pub handler_name: String,
    /// Handler.
    pub handler: Option<PersonId>,
    /// Deadline.
    pub due: Option<NaiveDate>,
    /// Noted on.
    pub noted_on: NaiveDate,
    /// In this stage since.
    pub staged_on: NaiveDate,
}

/// A window of findings.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FindingPage {
    /// Rows of the window.
    pub rows: Vec<FindingRow>,
    /// How many the filter lets through.
    pub total: Total,
}

/// A finding, whole.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FindingSheet {
    /// As in lists.
    pub row: FindingRow,
    /// As people edit it.
    pub draft: FindingDraft,
    /// Pre-number.
    pub pre_no: String,
    /// Final number.
    pub final_no: Option<String>,
    /// Who noted it.
    pub noted_by: String,
    /// Code of the checklist point it came from.
    pub item_code: Option<String>,
    /// Second handler's name.
    pub handler2_name: String,
    /// References to evidence.
    pub sources: Vec<SourceRow>,
    /// Steps, oldest first.
    pub steps: Vec<StepRow>,
    /// The finding it was merged into: key and number.
    pub merged_into: Option<(FindingId, String)>,
    /// Those merged into it.
    pub absorbed: Vec<(FindingId, String)>,
    /// Withdrawn.
    pub withdrawn: bool,
}

/// A reference to evidence.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct SourceRow {
    /// Key.
    pub id: SourceId,
    /// Kind.
    pub kind: SourceKind,
    /// File number and page.
    pub reference: String,
}

/// A step in the life of a finding.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct StepRow {
    /// From; `None`: noted.
    pub from: Option<Stage>,
    /// To.
    pub to: Stage,
    /// On.
    pub day: NaiveDate,
    /// By.
    pub by: String,
    /// Remark.
    pub remark: String,
}
