//! What comes back for a query: rows with the names already in them, ready to be shown.

use std::sync::Arc;

use chrono::{NaiveDate, NaiveDateTime};
use serde::{Deserialize, Serialize};

use super::calendar::Holidays;
use super::change::LogVerb;
use super::codes::{
    ActionState, AnswerState, EventStatus, Figure, Found, Half, Household, MeetingKind, Role,
    SourceKind, Stage, Track, Triage, VillageKind,
};
use super::ids::{
    ActionId, AreaNo, EventId, FindingId, ItemId, MeetingId, PersonId, SourceId, TeamId, UnitId,
    VillageId, VisitId,
};
use super::records::{EventDraft, FindingDraft, RoundDraft, VillageDraft, VisitDraft};

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

/// The small tables everything else refers to.
#[derive(Clone, Debug, PartialEq)]
pub struct Register {
    /// The round; `None`: a file without one yet.
    pub round: Option<RoundDraft>,
    /// Name of the scheme.
    pub scheme: String,
    /// Teams.
    pub teams: Vec<TeamRow>,
    /// People.
    pub people: Vec<PersonRow>,
    /// Township-level organisations.
    pub units: Vec<UnitRow>,
    /// Focus areas by number.
    pub areas: Vec<AreaRow>,
    /// Points of the checklist, in order.
    pub items: Vec<ItemRow>,
    /// The holiday table.
    pub holidays: Holidays,
    /// Settings: key and value.
    pub settings: Vec<(String, String)>,
    /// Who sits at this machine.
    pub me: Option<PersonId>,
    /// The clock this file pins, if it is a demonstration.
    pub pinned: Option<NaiveDateTime>,
}

impl Register {
    /// Before anything was read.
    pub fn empty() -> Self {
        Self {
            round: None,
            scheme: String::new(),
            teams: Vec::new(),
            people: Vec::new(),
            units: Vec::new(),
            areas: Vec::new(),
            items: Vec::new(),
            holidays: Holidays::default(),
            settings: Vec::new(),
            me: None,
            pinned: None,
        }
    }

    /// A person's name; empty if unknown.
    pub fn person(&self, id: PersonId) -> &str {
        self.people
            .iter()
            .find(|p| p.id == id)
            .map_or("", |p| p.name.as_str())
    }

    /// The names of people, joined by 「、」.
    pub fn names(&self, ids: &[PersonId]) -> String {
        let names: Vec<&str> = ids.iter().map(|id| self.person(*id)).collect();
        names.join("、")
    }

    /// An area's row.
    pub fn area(&self, no: AreaNo) -> Option<&AreaRow> {
        self.areas.iter().find(|a| a.no == no)
    }

    /// A unit's row.
    pub fn unit(&self, id: UnitId) -> Option<&UnitRow> {
        self.units.iter().find(|u| u.id == id)
    }

    /// A point's row.
    pub fn item(&self, id: ItemId) -> Option<&ItemRow> {
        self.items.iter().find(|i| i.id == id)
    }

    /// A setting's value.
    pub fn setting(&self, key: &str) -> Option<&str> {
        self.settings
            .iter()
            .find(|(k, _)| k == key)
            .map(|(_, v)| v.as_str())
    }
}

/// A team.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TeamRow {
    /// Key.
    pub id: TeamId,
    /// Name.
    pub name: String,
    /// Device code.
    pub code: String,
}

/// A person.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PersonRow {
    /// Key.
    pub id: PersonId,
    /// Name.
    pub name: String,
    /// Role.
    pub role: Role,
    /// Team.
    pub team: Option<TeamId>,
}

/// A township-level organisation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UnitRow {
    /// Key.
    pub id: UnitId,
    /// Name.
    pub name: String,
    /// Short name.
    pub short: String,
    /// Team that inspects it.
    pub team: Option<TeamId>,
}

/// A focus area.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AreaRow {
    /// Number.
    pub no: AreaNo,
    /// Name.
    pub name: String,
    /// Short name.
    pub short: String,
}

/// A point of the checklist.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ItemRow {
    /// Key.
    pub id: ItemId,
    /// Code.
    pub code: String,
    /// Asked of; `None`: of both.
    pub kind: Option<VillageKind>,
    /// Method.
    pub method: String,
    /// Area.
    pub area: AreaNo,
    /// The question.
    pub text: String,
}

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

/// Findings counted by two fields.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pivot {
    /// Rows: key of the field's value and its name (names of stages and tracks are codes).
    pub rows: Vec<PivotKey>,
    /// Columns.
    pub cols: Vec<PivotKey>,
    /// Cells, row by row; findings, not tasks; one with two areas stands in both.
    pub cells: Vec<Vec<u32>>,
    /// Sum of each column over all rows, shown or not.
    pub sums: Vec<u32>,
    /// Rows in all.
    pub total_rows: u32,
}

/// A value to count by.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PivotKey {
    /// A village and its name; `None`: findings without one.
    Village(Option<VillageId>, String),
    /// An area; `None`: findings without one.
    Area(Option<AreaNo>),
    /// A stage.
    Stage(Stage),
    /// A track.
    Track(Track),
}

/// One of the figures leaders report.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct FigureLine {
    /// Which; its unit comes with it.
    pub figure: Figure,
    /// Since entry, up to and including the day.
    pub total: u32,
    /// On the day alone.
    pub day: u32,
}

/// The daily meeting of a day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Standup {
    /// Day.
    pub day: NaiveDate,
    /// One per member.
    pub members: Vec<MemberDay>,
    /// The meeting, if it was opened.
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

/// An entry of the log.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LogRow {
    /// Number in this file.
    pub n: i64,
    /// When, as the machine's clock said (local time).
    pub at: NaiveDateTime,
    /// Who; empty if unknown.
    pub actor: String,
    /// What; `None`: a verb of a newer program.
    pub verb: Option<LogVerb>,
    /// The verb as stored.
    pub verb_word: String,
    /// About what.
    pub subject: String,
    /// Taken back since.
    pub undone: bool,
    /// The entry this one takes back or brings back.
    pub of: Option<i64>,
}

/// A window of the log.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LogPage {
    /// Rows, newest first.
    pub rows: Vec<LogRow>,
    /// Entries in all.
    pub total: u32,
}

/// An entry of the log with what it changed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LogSheet {
    /// As in the list.
    pub row: LogRow,
    /// First eight groups of four hex digits of its hash.
    pub hash: String,
    /// What changed, cell by cell.
    pub lines: Vec<LogLine>,
}

/// One cell that an entry changed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LogLine {
    /// Table: `finding`.
    pub table: String,
    /// What the row is called: a number, a name, a title.
    pub row: String,
    /// Column: `stage`.
    pub column: String,
    /// What it was, ids as names; `None`: nothing.
    pub from: Option<String>,
    /// What it became.
    pub to: Option<String>,
}
