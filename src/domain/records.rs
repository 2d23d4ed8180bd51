//! What people write down: one draft per register, the editable part of a record and nothing else.

use chrono::{NaiveDate, NaiveDateTime, NaiveTime};
use serde::{Deserialize, Serialize};

use super::codes::{
    AnswerState, Discipline, EventKind, Found, Half, Household, Level, MeetingKind, Risk, Role,
    SourceKind, Spread, Track, Triage, VillageKind,
};
use super::ids::{AreaNo, FindingId, ItemId, PersonId, TeamId, UnitId, VillageId};

/// The frame of a round (轮次): its dates and the hour of the daily meeting.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct RoundDraft {
    /// 「首轮巡察」
    pub title: String,
    /// Short code used in final numbers: `2018-01`.
    pub code: String,
    /// Entry (进驻), the first day on site.
    pub start: NaiveDate,
    /// Withdrawal (撤离), the last day on site.
    pub end: NaiveDate,
    /// Petitions are taken in until this date and hour (信访受理截止).
    pub petition_close: Option<NaiveDateTime>,
    /// Hour of the daily meeting.
    pub standup_at: NaiveTime,
    /// What the daily meeting is called: 「组务会」.
    pub standup_name: String,
}

/// A focus area (领域) of the round's scheme.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct AreaDraft {
    /// 1..=16, never reused inside a scheme.
    pub no: AreaNo,
    /// 「政治建设」
    pub name: String,
    /// At most three characters, for narrow columns: 「政治」.
    pub short: String,
}

/// A point of the checklist template.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct ItemDraft {
    /// `C1`
    pub code: String,
    /// Whom it is asked of; `None`: village and community alike.
    pub kind: Option<VillageKind>,
    /// 「查阅/比对」
    pub method: String,
    /// The focus area it belongs to.
    pub area: AreaNo,
    /// The question itself.
    pub text: String,
}

/// Everything a new round starts with.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct RoundPlan {
    /// Frame and dates.
    pub round: RoundDraft,
    /// Name of the scheme: 「六个围绕 一个加强」.
    pub scheme: String,
    /// Its areas.
    pub areas: Vec<AreaDraft>,
    /// Name of the checklist template.
    pub template: String,
    /// Its points, in order.
    pub items: Vec<ItemDraft>,
    /// Decreed days that differ from the week: (day, name, is it a rest day).
    pub holidays: Vec<(NaiveDate, String, bool)>,
}

/// A team (巡察组).
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct TeamDraft {
    /// 「第一巡察组」
    pub name: String,
    /// Device code, the first half of a pre-number: 「一组」.
    pub code: String,
}

/// A person of the round.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct PersonDraft {
    /// Full name.
    pub name: String,
    /// 组长, 副组长, 联络员 or 组员.
    pub role: Role,
    /// The team they serve in.
    pub team: Option<TeamId>,
}

/// A township-level organisation under inspection.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct UnitDraft {
    /// Full name.
    pub name: String,
    /// At most four characters, used in final numbers: 「圃田」.
    pub short: String,
    /// The team that inspects it.
    pub team: Option<TeamId>,
}

/// A village or community.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct VillageDraft {
    /// Full name.
    pub name: String,
    /// Township-level organisation above it.
    pub unit: UnitId,
    /// Village or community.
    pub kind: VillageKind,
    /// Households in all (总户数), the hand-entered denominator.
    pub households: Option<u32>,
    /// Households at home (在家户).
    pub at_home: Option<u32>,
    /// Free notes of the profile (村情档案).
    pub note: String,
}

/// A finding as people edit it; stage, numbers and steps are not edited but earned.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct FindingDraft {
    /// One line; the only thing saving needs.
    pub title: String,
    /// The facts.
    pub body: String,
    /// Where.
    pub village: Option<VillageId>,
    /// The organisation responsible for putting it right.
    pub unit: Option<UnitId>,
    /// Focus areas, the main one first.
    pub areas: Vec<AreaNo>,
    /// Where it occurred.
    pub level: Level,
    /// What becomes of it.
    pub track: Track,
    /// The same fact is also handed over as a clue; it then belongs to the restricted compartment.
    pub clue: bool,
    /// Local triage.
    pub triage: Triage,
    /// One of the six disciplines.
    pub discipline: Option<Discipline>,
    /// Common or individual.
    pub spread: Spread,
    /// Risk, problem or bleeding point.
    pub risk: Risk,
    /// Case handler (承办人).
    pub handler: Option<PersonId>,
    /// Second handler.
    pub handler2: Option<PersonId>,
    /// Deadline.
    pub due: Option<NaiveDate>,
    /// The checklist point it came from.
    pub item: Option<ItemId>,
    /// Amount of money in yuan.
    pub amount: Option<i64>,
    /// Whom it concerns, as a hint (restricted in exports).
    pub people: String,
}

impl FindingDraft {
    /// A draft with a title and every other field as it is for a finding just noted.
    pub fn titled(title: impl Into<String>) -> Self {
        Self {
            title: title.into(),
            body: String::new(),
            village: None,
            unit: None,
            areas: Vec::new(),
            level: Level::Village,
            track: Track::Undecided,
            clue: false,
            triage: Triage::Normal,
            discipline: None,
            spread: Spread::Individual,
            risk: Risk::Problem,
            handler: None,
            handler2: None,
            due: None,
            item: None,
            amount: None,
            people: String::new(),
        }
    }

    /// Whether it lies in the restricted compartment (线索).
    pub fn restricted(&self) -> bool {
        self.clue || self.track == Track::Clue
    }
}

/// A reference to evidence: never the file itself.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct SourceDraft {
    /// Talk, letter, document, …
    pub kind: SourceKind,
    /// File number and page: 「谈话记录第3号 第3-5页」.
    pub reference: String,
}

/// The answer to one checklist point in one village.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct AnswerDraft {
    /// Where.
    pub village: VillageId,
    /// Which point.
    pub item: ItemId,
    /// What was found.
    pub state: AnswerState,
    /// A remark.
    pub note: String,
    /// Who looked (two or more for ledgers).
    pub people: Vec<PersonId>,
    /// When.
    pub day: NaiveDate,
    /// The finding it led to.
    pub finding: Option<FindingId>,
}

/// Something planned for half a day.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct EventDraft {
    /// Day.
    pub day: NaiveDate,
    /// Half of the day.
    pub half: Half,
    /// What it is.
    pub kind: EventKind,
    /// One line.
    pub title: String,
    /// Team whose plan it belongs to.
    pub team: Option<TeamId>,
    /// Township-level organisation.
    pub unit: Option<UnitId>,
    /// Village.
    pub village: Option<VillageId>,
    /// Who goes.
    pub people: Vec<PersonId>,
    /// Place.
    pub place: String,
    /// A milestone of the month.
    pub milestone: bool,
    /// Unannounced; never on a printout for outsiders.
    pub sensitive: bool,
    /// How many, in the unit of its kind (talks 人次, papers 份, …); counted when done.
    pub count: Option<u32>,
    /// A remark.
    pub note: String,
}

/// A household visit.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct VisitDraft {
    /// Village.
    pub village: VillageId,
    /// Day.
    pub day: NaiveDate,
    /// Half of the day.
    pub half: Half,
    /// Villagers' group: 「三组」.
    pub group: String,
    /// Head of the household; masked in exports.
    pub head: String,
    /// Class of the household.
    pub class: Household,
    /// Visitors (two or more).
    pub people: Vec<PersonId>,
    /// What the door brought.
    pub found: Found,
    /// Whether village cadres came along.
    pub escorted: bool,
    /// What was said.
    pub said: String,
    /// What follows.
    pub follow_up: String,
    /// A finding it led to.
    pub finding: Option<FindingId>,
}

/// A meeting's own words; its figures are frozen by closing it.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct MeetingDraft {
    /// Day.
    pub day: NaiveDate,
    /// What it is.
    pub kind: MeetingKind,
    /// The team that meets; `None`: all of them.
    pub team: Option<TeamId>,
    /// Who was there.
    pub present: Vec<PersonId>,
    /// Who was not.
    pub absent: Vec<PersonId>,
    /// Decisions, one a line.
    pub decisions: String,
}

/// An action item of a meeting.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct ActionDraft {
    /// What is to be done.
    pub text: String,
    /// By whom.
    pub owner: Option<PersonId>,
    /// By when.
    pub due: Option<NaiveDate>,
}
