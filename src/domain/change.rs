//! Every intent as plain data. One change is one transaction, one entry in the log, one step of undo.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::codes::{ActionState, EventStatus, Half, Stage, Track, Triage};
use super::ids::{
    ActionId, AreaNo, EventId, FindingId, MeetingId, PersonId, SourceId, TeamId, UnitId, VillageId,
    VisitId,
};
use super::records::{
    ActionDraft, AnswerDraft, EventDraft, FindingDraft, MeetingDraft, PersonDraft, RoundPlan,
    SourceDraft, TeamDraft, UnitDraft, VillageDraft, VisitDraft,
};

/// What somebody wants to be true from now on.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Change {
    /// Begins the round of a new file.
    StartRound(Box<RoundPlan>),
    /// Adds a team.
    AddTeam(TeamDraft),
    /// Adds a person.
    AddPerson(PersonDraft),
    /// Adds a township-level organisation.
    AddUnit(UnitDraft),
    /// Adds a village.
    AddVillage(VillageDraft),
    /// Rewrites a village's profile.
    EditVillage {
        /// Which.
        id: VillageId,
        /// What the form showed.
        was: Box<VillageDraft>,
        /// What it is to be.
        now: Box<VillageDraft>,
    },

    /// Notes a finding.
    NoteFinding(Box<FindingDraft>),
    /// Rewrites a finding. Only fields that differ between the two are written, and only where the file still holds `was`.
    EditFinding {
        /// Which.
        id: FindingId,
        /// What the form showed.
        was: Box<FindingDraft>,
        /// What it is to be.
        now: Box<FindingDraft>,
    },
    /// Sets one property of one or many findings.
    SetFindings {
        /// Which.
        ids: Vec<FindingId>,
        /// What.
        set: FindingSet,
    },
    /// Moves findings to a stage.
    MoveStage {
        /// Which.
        ids: Vec<FindingId>,
        /// Where to.
        to: Stage,
        /// Why; required for some stages.
        remark: String,
    },
    /// Merges a finding into another one, which takes over its sources.
    MergeFinding {
        /// The one that ends.
        from: FindingId,
        /// The one that stays.
        into: FindingId,
        /// Why.
        reason: String,
    },
    /// Adds a reference to evidence.
    AddSource {
        /// To which finding.
        finding: FindingId,
        /// What.
        source: SourceDraft,
    },

    /// Answers a checklist point (again).
    Answer(AnswerDraft),
    /// Fails a checklist point: notes the finding and answers the point with it, in one step.
    FailItem {
        /// What was found.
        finding: Box<FindingDraft>,
        /// The answer; its `finding` is filled in by the store.
        answer: AnswerDraft,
    },

    /// Plans an event.
    PlanEvent(Box<EventDraft>),
    /// Rewrites an event, field by field as with findings.
    EditEvent {
        /// Which.
        id: EventId,
        /// What the form showed.
        was: Box<EventDraft>,
        /// What it is to be.
        now: Box<EventDraft>,
    },
    /// Moves events to another day and half day; the old places stay visible as moved.
    MoveEvents {
        /// Which.
        ids: Vec<EventId>,
        /// By so many days, forward or back.
        days: i64,
        /// To this half of the day; `None` keeps it.
        half: Option<Half>,
    },
    /// Finishes, cancels or takes up events again.
    SetEvents {
        /// Which.
        ids: Vec<EventId>,
        /// How they stand now; never `Moved`.
        status: EventStatus,
        /// How many it came to, in the unit of the kind.
        count: Option<u32>,
    },

    /// Records a household visit.
    RecordVisit(Box<VisitDraft>),
    /// Rewrites a visit.
    EditVisit {
        /// Which.
        id: VisitId,
        /// What the form showed.
        was: Box<VisitDraft>,
        /// What it is to be.
        now: Box<VisitDraft>,
    },

    /// Opens the meeting of a day, or rewrites an open one.
    SaveMeeting(Box<MeetingDraft>),
    /// Closes the meeting of a day and freezes its figures.
    CloseMeeting {
        /// Whose day.
        day: NaiveDate,
        /// Whose meeting; `None`: all teams.
        team: Option<TeamId>,
    },
    /// Opens a closed meeting again.
    ReopenMeeting {
        /// Which.
        id: MeetingId,
        /// Why.
        reason: String,
    },
    /// Adds an action item to the meeting of a day (which it opens if need be).
    AddAction {
        /// Day of the meeting.
        day: NaiveDate,
        /// Whose meeting.
        team: Option<TeamId>,
        /// What.
        action: ActionDraft,
    },
    /// Ticks an action item off, or takes it up again.
    SetAction {
        /// Which.
        id: ActionId,
        /// How it stands.
        state: ActionState,
    },

    /// Adds or changes a decreed day of the holiday table.
    SetHoliday {
        /// Which day.
        day: NaiveDate,
        /// What it is called.
        name: String,
        /// Rest day (true) or make-up workday (false).
        rest: bool,
    },
    /// Sets a setting of the round.
    Setting {
        /// Which.
        key: String,
        /// To what.
        value: String,
    },
    /// Withdraws records; they stay in the file and in the log.
    Withdraw {
        /// Which.
        what: Vec<Thing>,
        /// Why.
        reason: String,
    },

    /// Takes back the newest change of this machine that still stands.
    Undo,
    /// Brings back what was taken back last.
    Redo,
    /// Takes back one entry of the log, whichever it is.
    UndoEntry(i64),
}

/// One property, set on many findings at once.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum FindingSet {
    /// 承办人
    Handler(Option<PersonId>),
    /// 期限
    Due(Option<NaiveDate>),
    /// 去向
    Track(Track),
    /// 村点 (and with it the unit)
    Village(Option<VillageId>),
    /// 责任单位
    Unit(Option<UnitId>),
    /// 领域
    Areas(Vec<AreaNo>),
    /// 轻重
    Triage(Triage),
}

/// A record that can be withdrawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Thing {
    /// A finding.
    Finding(FindingId),
    /// An event.
    Event(EventId),
    /// A visit.
    Visit(VisitId),
    /// A reference to evidence.
    Source(SourceId),
    /// An action item.
    Action(ActionId),
}

/// What became of a change.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Receipt {
    /// Number of its entry in the log; `None`: nothing had to be changed.
    pub entry: Option<i64>,
    /// What kind of change it was.
    pub verb: LogVerb,
    /// What it was about, in the words of the log: 「一组-017 集体资产台账缺失」.
    pub subject: String,
    /// Undo and redo only: what kind of change was taken back or brought back.
    pub of: Option<LogVerb>,
    /// Whether it touched the restricted compartment (线索), as findings stand now: then `subject` and `kept` stay unsaid
    /// while that is closed.
    pub restricted: bool,
    /// The column that was set and what it holds now, where it was one: (`finding.stage`, `to_check`).
    pub set: Option<(String, String)>,
    /// What it made.
    pub made: Option<Made>,
    /// Undo only: what was changed since and therefore left as it is.
    pub kept: Vec<String>,
}

/// Key of something made by a change.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Made {
    /// A team.
    Team(TeamId),
    /// A person.
    Person(PersonId),
    /// An organisation.
    Unit(UnitId),
    /// A village.
    Village(VillageId),
    /// A finding.
    Finding(FindingId),
    /// A source.
    Source(SourceId),
    /// An event.
    Event(EventId),
    /// A visit.
    Visit(VisitId),
    /// A meeting.
    Meeting(MeetingId),
    /// An action item.
    Action(ActionId),
}

macro_rules! log_verbs {
    ($($variant:ident = $word:literal),* $(,)?) => {
        /// What an entry of the log did; the words for people are in `text`.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[expect(missing_docs, reason = "each is named like the Change it records")]
        pub enum LogVerb { $($variant),* }

        impl LogVerb {
            /// All of them.
            pub const ALL: &'static [Self] = &[$(Self::$variant),*];

            /// The word the log stores.
            pub const fn word(self) -> &'static str {
                match self { $(Self::$variant => $word),* }
            }

            /// The verb the log calls `word`; `None` for one of a newer program.
            pub fn of(word: &str) -> Option<Self> {
                match word { $($word => Some(Self::$variant),)* _ => None }
            }
        }
    };
}

log_verbs! {
    StartRound = "round.start",
    AddTeam = "team.add",
    AddPerson = "person.add",
    AddUnit = "unit.add",
    AddVillage = "village.add",
    EditVillage = "village.edit",
    NoteFinding = "finding.note",
    EditFinding = "finding.edit",
    SetFindings = "finding.set",
    MoveStage = "finding.stage",
    MergeFinding = "finding.merge",
    AddSource = "source.add",
    Answer = "answer",
    FailItem = "answer.fail",
    PlanEvent = "event.plan",
    EditEvent = "event.edit",
    MoveEvents = "event.move",
    SetEvents = "event.status",
    RecordVisit = "visit.record",
    EditVisit = "visit.edit",
    SaveMeeting = "meeting.save",
    CloseMeeting = "meeting.close",
    ReopenMeeting = "meeting.reopen",
    AddAction = "action.add",
    SetAction = "action.state",
    SetHoliday = "holiday.set",
    Setting = "setting",
    Withdraw = "withdraw",
    Undo = "undo",
    Redo = "redo",
}
