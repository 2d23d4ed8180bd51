//! Every read as plain data: filter, order and window, or a tally, or a day.

use chrono::NaiveDate;

use super::codes::{EventKind, EventStatus, Stage, Track};
use super::ids::{AreaNo, FindingId, ItemId, PersonId, TeamId, UnitId, VillageId, VisitId};

/// What a screen, a report or a command wants to know.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Query {
    /// Round, teams, people, organisations, areas, points, holidays, settings: small, asked once per change of them.
    Register,
    /// The figures of the header.
    Header {
        /// For overdue and due.
        today: NaiveDate,
        /// Whether the restricted compartment counts.
        clues: bool,
    },
    /// A window of findings.
    Findings(FindingsQuery),
    /// One finding with its sources and steps.
    Finding(FindingId),
    /// How many findings stand in each stage under a filter (its own stages left aside).
    Stages(FindingFilter),
    /// What each day of a period holds.
    Month {
        /// First day.
        from: NaiveDate,
        /// Last day.
        to: NaiveDate,
        /// Whether the restricted compartment counts.
        clues: bool,
    },
    /// Events.
    Events(EventsQuery),
    /// Village by day.
    VillageDays {
        /// First day.
        from: NaiveDate,
        /// Last day.
        to: NaiveDate,
        /// Which villages.
        window: Window,
    },
    /// Villages with their progress.
    Villages {
        /// Part of a name; empty: all.
        text: String,
        /// Only those whose checklist is begun and not done.
        in_progress: bool,
        /// Whose; `None`: everybody's.
        team: Option<TeamId>,
        /// Which of them.
        window: Window,
    },
    /// One village.
    Village(VillageId),
    /// A village's checklist, every point of it.
    Checklist(VillageId),
    /// Household visits.
    Visits(VisitsQuery),
    /// One visit.
    Visit(VisitId),
    /// Any two fields against each other.
    Pivot {
        /// Down.
        rows: Dim,
        /// Across.
        cols: Dim,
        /// Whether the restricted compartment counts.
        clues: bool,
        /// Rows shown (villages may be many).
        window: Window,
    },
    /// Figures that leaders report, as of a day and for that day alone.
    Figures {
        /// The day.
        day: NaiveDate,
    },
    /// The daily meeting.
    Standup {
        /// Day.
        day: NaiveDate,
        /// Next workday, for what comes next.
        next: NaiveDate,
        /// Whose members; `None`: everybody's.
        team: Option<TeamId>,
        /// Whether the restricted compartment is shown.
        clues: bool,
    },
    /// The log, newest first.
    Log(Window),
    /// One entry of the log with what it changed.
    LogEntry(i64),
}

/// Which rows of a long answer: from the `start`-th, so many.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Window {
    /// Rows before it.
    pub start: u32,
    /// Rows in it.
    pub size: u32,
}

impl Window {
    /// The first `size` rows.
    pub const fn first(size: u32) -> Self {
        Self { start: 0, size }
    }

    /// The page of `size` rows that holds row `index`: pages are aligned, so that moving inside one asks nothing new.
    pub const fn page_of(index: u32, size: u32) -> Self {
        let size = if size == 0 { 1 } else { size };
        Self {
            start: index / size * size,
            size,
        }
    }
}

/// A window of findings under a filter in an order.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct FindingsQuery {
    /// Which.
    pub filter: FindingFilter,
    /// In which order.
    pub order: Order,
    /// Headings: rows of one group stand together.
    pub group: Option<Group>,
    /// Which rows.
    pub window: Window,
}

/// Which findings. Empty: everything outside the restricted compartment.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "each is a condition of its own that people can name"
)]
pub struct FindingFilter {
    /// Words of title, body or number; all of them must occur.
    pub text: String,
    /// One of these stages; empty: any.
    pub stages: Vec<Stage>,
    /// Only those still to be done (or only those done).
    pub live: Option<bool>,
    /// Village.
    pub village: Option<VillageId>,
    /// Only those without a village: the row behind `PivotKey::Village(None)`.
    pub nowhere: bool,
    /// Organisation.
    pub unit: Option<UnitId>,
    /// Team.
    pub team: Option<TeamId>,
    /// One of its focus areas; 0: those without one.
    pub area: Option<AreaNo>,
    /// Track.
    pub track: Option<Track>,
    /// Handler, first or second.
    pub handler: Option<PersonId>,
    /// The checklist point it came from.
    pub item: Option<ItemId>,
    /// Deadline in this range, both ends included.
    pub due: Option<Span>,
    /// Noted in this range.
    pub noted: Option<Span>,
    /// Closed in this range.
    pub closed: Option<Span>,
    /// Leaves merged and dismissed ones out.
    pub counted: bool,
    /// Shows the restricted compartment (线索) too.
    pub clues: bool,
    /// Nothing but the restricted compartment, if it is shown: what the figure 线索 counts.
    pub only_clues: bool,
}

/// A range of days, both ends included; an open end is `None`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Span {
    /// First day.
    pub from: Option<NaiveDate>,
    /// Last day.
    pub to: Option<NaiveDate>,
}

impl Span {
    /// One day.
    pub const fn day(day: NaiveDate) -> Self {
        Self {
            from: Some(day),
            to: Some(day),
        }
    }

    /// Everything before a day.
    pub fn before(day: NaiveDate) -> Self {
        Self {
            from: None,
            to: day.pred_opt(),
        }
    }
}

/// In which order findings stand.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Order {
    /// Earliest deadline first, those without one last.
    #[default]
    Due,
    /// Newest first.
    Newest,
    /// Oldest first.
    Oldest,
    /// Most recently moved to another stage first.
    Touched,
    /// High triage first, then by deadline.
    Triage,
}

impl Order {
    /// All of them, in the order in which a key walks through them.
    pub const ALL: &'static [Self] = &[
        Self::Due,
        Self::Newest,
        Self::Oldest,
        Self::Touched,
        Self::Triage,
    ];
}

/// What rows are put together by.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Group {
    /// 环节
    Stage,
    /// 村点
    Village,
    /// 领域 (the main one)
    Area,
    /// 去向
    Track,
    /// 承办人
    Handler,
}

impl Group {
    /// All of them, in the order in which a key walks through them.
    pub const ALL: &'static [Self] = &[
        Self::Stage,
        Self::Village,
        Self::Area,
        Self::Track,
        Self::Handler,
    ];
}

/// Which events, by day, half day and time of planning.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct EventsQuery {
    /// Days.
    pub days: Span,
    /// Village.
    pub village: Option<VillageId>,
    /// Team.
    pub team: Option<TeamId>,
    /// What they are.
    pub kind: Option<EventKind>,
    /// How they stand.
    pub status: Option<EventStatus>,
    /// Only milestones.
    pub milestones: bool,
    /// How many at most.
    pub limit: u32,
}

/// Which visits, newest first.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct VisitsQuery {
    /// Village.
    pub village: Option<VillageId>,
    /// Days.
    pub days: Span,
    /// Only those that met somebody at the door or reached them away: what the figure 走访 counts.
    pub met: bool,
    /// Which rows.
    pub window: Window,
}

/// A field to count by.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Dim {
    /// 村点
    Village,
    /// 领域
    Area,
    /// 环节
    Stage,
    /// 去向
    Track,
}

impl Dim {
    /// All of them.
    pub const ALL: &'static [Self] = &[Self::Village, Self::Area, Self::Stage, Self::Track];
}
