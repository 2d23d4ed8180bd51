//! The daily meeting.

use chrono::{NaiveDate, NaiveDateTime};

use super::{EventRow, FigureLine, FindingRow};
use crate::domain::codes::{ActionState, MeetingKind, Role, Stage};
use crate::domain::ids::{ActionId, MeetingId, PersonId, TeamId, VillageId};

/// The daily meeting of a day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Standup {
    /// Day.
    pub day: NaiveDate,
    /// One per member.
    pub members: Vec<MemberDay>,
    /// The meeting, if it was opened: the team's own, else the joint one of all teams.
    pub meeting: Option<MeetingSheet>,
    /// Live figures as of the day; a closed meeting quotes its own.
    pub figures: Vec<FigureLine>,
}

/// A member's day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MemberDay {
    /// Who.
    pub person: PersonId,
    /// Name.
    pub name: String,
    /// Role.
    pub role: Role,
    /// Team's code.
    pub team_code: String,
    /// 完成: events finished, findings moved on, points answered, visits made that day.
    pub done: Vec<StandLine>,
    /// 下一步: the next workday's events and deadlines.
    pub next: Vec<StandLine>,
    /// 卡点: returned findings, events of past days neither done nor moved.
    pub blocked: Vec<StandLine>,
    /// 新问题: noted that day.
    pub fresh: Vec<StandLine>,
    /// 逾期: open findings past their deadline.
    pub overdue: Vec<StandLine>,
}

/// One line of a member's day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum StandLine {
    /// A finding.
    Finding(FindingRow),
    /// A finding that moved on.
    Step {
        /// The finding.
        row: FindingRow,
        /// From.
        from: Option<Stage>,
        /// To.
        to: Stage,
    },
    /// An event.
    Event(EventRow),
    /// Points answered in a village.
    Answers {
        /// Village.
        village: VillageId,
        /// Its name.
        village_name: String,
        /// Points.
        n: u32,
    },
    /// Visits made in a village.
    Visits {
        /// Village.
        village: VillageId,
        /// Its name.
        village_name: String,
        /// Households.
        n: u32,
    },
}

/// A meeting.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MeetingSheet {
    /// Key.
    pub id: MeetingId,
    /// Day.
    pub day: NaiveDate,
    /// Kind.
    pub kind: MeetingKind,
    /// Team.
    pub team: Option<TeamId>,
    /// Present.
    pub present: Vec<PersonId>,
    /// Absent.
    pub absent: Vec<PersonId>,
    /// Decisions, one a line.
    pub decisions: String,
    /// Closed, with the figures frozen then.
    pub frozen: Option<Vec<FigureLine>>,
    /// Who closed it; empty if unknown or open.
    pub closed_by: String,
    /// When it was closed, as the machine's clock said.
    pub closed_at: Option<NaiveDateTime>,
    /// Why it was reopened, last.
    pub reopened: String,
    /// Action items.
    pub actions: Vec<ActionRow>,
}

/// An action item.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ActionRow {
    /// Key.
    pub id: ActionId,
    /// What.
    pub text: String,
    /// By whom.
    pub owner: Option<PersonId>,
    /// Name of the owner.
    pub owner_name: String,
    /// By when.
    pub due: Option<NaiveDate>,
    /// How it stands.
    pub state: ActionState,
}
