//! What comes back for a query: rows with the names already in them, ready to be shown.

mod counts;
mod days;
mod findings;
mod log;
mod meetings;
mod register;
mod villages;

use std::sync::Arc;

use serde::Serialize;

use crate::domain::codes::Stage;

pub use counts::{FigureLine, Pivot, PivotKey};
pub use days::{DayCount, EventRow, VillageDayCell, VillageDayRow, VillageDays};
pub use findings::{FindingPage, FindingRow, FindingSheet, Header, SourceRow, StepRow};
pub use log::{LogLine, LogPage, LogRow, LogSheet};
pub use meetings::{ActionRow, MeetingSheet, MemberDay, StandLine, Standup};
pub use register::{AreaRow, ItemRow, PersonRow, Register, TeamRow, UnitRow};
pub use villages::{
    AreaProgress, ChecklistRow, VillagePage, VillageRow, VillageSheet, VisitPage, VisitRow,
    VisitSheet,
};

/// The answer to the query of the same name.
#[derive(Clone, Debug, PartialEq)]
pub enum Answer {
    /// To `Query::Register`.
    Register(Arc<Register>),
    /// To `Query::Header`.
    Header(Header),
    /// To `Query::Findings`.
    Findings(FindingPage),
    /// To `Query::Finding`.
    Finding(Option<Box<FindingSheet>>),
    /// To `Query::Stages`, in the order of `Stage::ALL`.
    Stages(Vec<(Stage, Total)>),
    /// To `Query::Month`, one per day.
    Month(Vec<DayCount>),
    /// To `Query::Events`.
    Events(Vec<EventRow>),
    /// To `Query::VillageDays`.
    VillageDays(VillageDays),
    /// To `Query::Villages`.
    Villages(VillagePage),
    /// To `Query::Village`.
    Village(Option<Box<VillageSheet>>),
    /// To `Query::Checklist`.
    Checklist(Vec<ChecklistRow>),
    /// To `Query::Visits`.
    Visits(VisitPage),
    /// To `Query::Visit`.
    Visit(Option<Box<VisitSheet>>),
    /// To `Query::Pivot`.
    Pivot(Pivot),
    /// To `Query::Figures`.
    Figures(Vec<FigureLine>),
    /// To `Query::Standup`.
    Standup(Box<Standup>),
    /// To `Query::Log`.
    Log(LogPage),
    /// To `Query::LogEntry`.
    LogEntry(Option<Box<LogSheet>>),
}

/// How many there are; `more` says that counting stopped there.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Total {
    /// At least so many.
    pub n: u32,
    /// There are more.
    pub more: bool,
}

impl Total {
    /// Counted to the end.
    pub const fn exactly(n: u32) -> Self {
        Self { n, more: false }
    }
}
