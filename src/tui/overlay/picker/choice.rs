//! What can be chosen: one key type for every list, and the lists themselves.

use super::stage;
use crate::domain::answer::VillageRow;
use crate::domain::codes::{
    AnswerState, Discipline, EventKind, Found, Half, Household, Level, MeetingKind, Risk,
    SourceKind, Spread, Stage, Track, Triage, VillageKind,
};
use crate::domain::ids::{AreaNo, FindingId, ItemId, PersonId, TeamId, UnitId, VillageId};
use crate::domain::query::{FindingFilter, FindingsQuery, Order, Query, Window};
use crate::entry::pinyin;
use crate::tui::screen::Cx;
use crate::tui::widgets::finding_line::short_number;

/// Villages asked for at once; a round of one city district has a dozen, a county some seventy.
const VILLAGES: u32 = 100;
/// Findings asked for at once.
const FINDINGS: u32 = 30;

macro_rules! pickables {
    ($($variant:ident($ty:ty)),* $(,)?) => {
        /// What a row stands for.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub(crate) enum Pickable {
            /// None of them.
            Nothing,
            $($variant($ty)),*
        }

        $(
            impl From<$ty> for Pickable {
                fn from(it: $ty) -> Self {
                    Self::$variant(it)
                }
            }

            impl TryFrom<Pickable> for $ty {
                type Error = Pickable;
                fn try_from(it: Pickable) -> Result<Self, Pickable> {
                    match it {
                        Pickable::$variant(it) => Ok(it),
                        other => Err(other),
                    }
                }
            }
        )*
    };
}

pickables! {
    Stage(Stage), Track(Track), Triage(Triage), Level(Level), Discipline(Discipline),
    Spread(Spread), Risk(Risk), SourceKind(SourceKind), AnswerState(AnswerState), Half(Half),
    EventKind(EventKind), Household(Household), Found(Found), VillageKind(VillageKind),
    MeetingKind(MeetingKind), Person(PersonId), Area(AreaNo), Team(TeamId), Unit(UnitId),
    Village(VillageId), Point(ItemId), Finding(FindingId),
}

impl<T: Into<Pickable>> From<Option<T>> for Pickable {
    fn from(it: Option<T>) -> Self {
        it.map_or(Self::Nothing, Into::into)
    }
}

/// A row of a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Row {
    /// What it stands for.
    pub(crate) key: Pickable,
    /// What it is called.
    pub(crate) label: String,
    /// What is said beside it, quietly.
    pub(crate) note: String,
    /// Why it cannot be chosen now.
    pub(crate) barred: Option<String>,
    /// What comes with it: the organisation of a village.
    pub(crate) with: Pickable,
}

impl Row {
    /// A row that can be chosen.
    pub(crate) fn new(key: impl Into<Pickable>, label: impl Into<String>) -> Self {
        Self {
            key: key.into(),
            label: label.into(),
            note: String::new(),
            barred: None,
            with: Pickable::Nothing,
        }
    }

    fn noted(mut self, note: impl Into<String>) -> Self {
        self.note = note.into();
        self
    }
}

/// A list to choose from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Choices {
    /// People of the round.
    People,
    /// Focus areas.
    Areas,
    /// Teams.
    Teams,
    /// Organisations.
    Units,
    /// Points of the checklist.
    Points,
    /// Villages, asked as one types.
    Villages,
    /// Findings, by number or title, asked as one types.
    Findings {
        /// The one that cannot be meant.
        except: Option<FindingId>,
        /// Those of this village stand first while nothing is typed.
        near: Option<VillageId>,
    },
    /// Stages, with the reason why one is barred.
    Stages {
        /// These, in this order.
        to: Vec<Stage>,
        /// For these findings.
        of: Vec<FindingId>,
    },
    /// 去向
    Tracks,
    /// 轻重
    Triage,
    /// 发生层级
    Levels,
    /// 六项纪律
    Disciplines,
    /// 共性/个性
    Spreads,
    /// 风险点/问题点/出血点
    Risks,
    /// 佐证类别
    SourceKinds,
    /// 清单结果
    AnswerStates,
    /// 半天
    Halves,
    /// 日程类别
    EventKinds,
    /// 走访对象
    Households,
    /// 入户情况
    Founds,
    /// 村/社区
    VillageKinds,
    /// 会议类别
    MeetingKinds,
}

impl Choices {
    /// Whether the store has to be asked for the rows.
    pub(crate) const fn is_asked(&self) -> bool {
        matches!(self, Self::Villages | Self::Findings { .. })
    }

    /// Whether digits and blanks belong to what is looked for, instead of choosing a row.
    pub(crate) const fn has_digits(&self) -> bool {
        matches!(self, Self::Points | Self::Findings { .. })
    }

    /// What the store must be asked for while this is typed.
    pub(crate) fn query(&self, typed: &str, cx: &Cx<'_>) -> Option<Query> {
        match self {
            // The store knows no pinyin: for that the first rows are asked and looked through here.
            Self::Villages => Some(Query::Villages {
                text: if pinyin::is_latin(typed) {
                    String::new()
                } else {
                    typed.trim().to_owned()
                },
                in_progress: false,
                team: None,
                window: Window::first(VILLAGES),
            }),
            Self::Findings { .. } => Some(findings(typed, None, cx)),
            _ => None,
        }
    }

    /// What the store is asked besides: what stands first while nothing is typed.
    pub(crate) fn near_query(&self, typed: &str, cx: &Cx<'_>) -> Option<Query> {
        match self {
            Self::Findings { near, .. } if near.is_some() && typed.trim().is_empty() => {
                Some(findings(typed, *near, cx))
            }
            _ => None,
        }
    }

    /// The rows that `typed` leaves.
    pub(crate) fn rows(&self, typed: &str, cx: &Cx<'_>) -> Vec<Row> {
        let rows = if self.is_asked() {
            self.answered(typed, cx)
        } else {
            self.known(cx)
        };
        let keep = |row: &Row| {
            matches!(self, Self::Findings { .. })
                || pinyin::matches(&row.label, typed)
                || pinyin::matches(&row.note, typed)
        };
        rows.into_iter().filter(keep).collect()
    }

    fn answered(&self, typed: &str, cx: &Cx<'_>) -> Vec<Row> {
        let Some(query) = self.query(typed, cx) else {
            return Vec::new();
        };
        if let Self::Findings { except, .. } = self {
            let near = self.near_query(typed, cx);
            let asked = near.iter().chain([&query]);
            let mut known: Vec<FindingId> = except.iter().copied().collect();
            let mut rows = Vec::new();
            for row in asked
                .filter_map(|it| cx.answers.findings(it))
                .flat_map(|it| &it.rows)
            {
                if known.contains(&row.id) {
                    continue;
                }
                known.push(row.id);
                let label = format!("{} {}", short_number(&row.number, cx), row.title);
                rows.push(Row::new(row.id, label).noted(row.village_name.clone()));
            }
            return rows;
        }
        let page = cx.answers.villages(&query);
        let rows = page.map_or(&[][..], |page| &page.rows);
        rows.iter()
            .map(|row| Row {
                with: row.unit.into(),
                ..Row::new(row.id, row.name.clone()).noted(row.unit_name.clone())
            })
            .collect()
    }

    fn known(&self, cx: &Cx<'_>) -> Vec<Row> {
        let (say, book) = (cx.say, cx.book);
        match self {
            Self::People => people(cx),
            Self::Areas => rows(&book.areas, |a| Row::new(a.no, a.name.clone())),
            Self::Teams => rows(&book.teams, |t| Row::new(t.id, t.name.clone())),
            Self::Units => rows(&book.units, |u| {
                Row::new(u.id, u.name.clone()).noted(u.short.clone())
            }),
            Self::Points => rows(&book.items, |i| {
                Row::new(i.id, format!("{} {}", i.code, i.text))
            }),
            Self::Stages { to, of } => to.iter().map(|to| stage::row(*to, of, cx)).collect(),
            Self::Tracks => words(Track::ALL, |it| say.track(it)),
            Self::Triage => words(Triage::ALL, |it| say.triage(it)),
            Self::Levels => words(Level::ALL, |it| say.level(it)),
            Self::Disciplines => words(Discipline::ALL, |it| say.discipline(it)),
            Self::Spreads => words(Spread::ALL, |it| say.spread(it)),
            Self::Risks => words(Risk::ALL, |it| say.risk(it)),
            Self::SourceKinds => words(SourceKind::ALL, |it| say.source_kind(it)),
            Self::AnswerStates => words(AnswerState::ALL, |it| say.answer_state(it)),
            Self::Halves => words(Half::ALL, |it| say.half(it)),
            Self::EventKinds => words(EventKind::ALL, |it| say.event_kind(it)),
            Self::Households => words(Household::ALL, |it| say.household(it)),
            Self::Founds => words(Found::ALL, |it| say.found(it)),
            Self::VillageKinds => words(VillageKind::ALL, |it| say.village_kind(it)),
            Self::MeetingKinds => words(MeetingKind::ALL, |it| say.meeting_kind(it)),
            Self::Villages | Self::Findings { .. } => Vec::new(),
        }
    }
}

/// What a key is called outside its list; empty while the store has not said.
pub(crate) fn label(key: Pickable, choices: &Choices, cx: &Cx<'_>) -> String {
    match key {
        Pickable::Nothing => String::new(),
        Pickable::Village(id) => village(id, cx).map_or(String::new(), |row| row.name.clone()),
        Pickable::Finding(id) => match cx.answers.finding(&Query::Finding(id)) {
            Some(Some(sheet)) => format!(
                "{} {}",
                short_number(&sheet.row.number, cx),
                sheet.row.title
            ),
            _ => String::new(),
        },
        Pickable::Area(no) => cx.book.area(no).map_or(no.to_string(), |a| a.short.clone()),
        Pickable::Person(id) => cx.book.person(id).to_owned(),
        _ => choices
            .known(cx)
            .into_iter()
            .find(|row| row.key == key)
            .map_or(String::new(), |row| row.label),
    }
}

/// What the store must be asked for to know what a key is called.
pub(crate) fn label_query(key: Pickable) -> Option<Query> {
    match key {
        Pickable::Village(id) => Some(Query::Village(id)),
        Pickable::Finding(id) => Some(Query::Finding(id)),
        _ => None,
    }
}

/// A village as the store told it.
pub(crate) fn village<'a>(id: VillageId, cx: &Cx<'a>) -> Option<&'a VillageRow> {
    match cx.answers.village(&Query::Village(id)) {
        Some(Some(sheet)) => Some(&sheet.row),
        _ => None,
    }
}

/// Those of one's own team first.
/// Findings that count: what was merged or dismissed is not meant.
fn findings(typed: &str, village: Option<VillageId>, cx: &Cx<'_>) -> Query {
    Query::Findings(FindingsQuery {
        filter: FindingFilter {
            text: typed.trim().to_owned(),
            village,
            counted: true,
            clues: cx.clues,
            ..FindingFilter::default()
        },
        order: Order::Newest,
        group: None,
        window: Window::first(FINDINGS),
    })
}

fn people(cx: &Cx<'_>) -> Vec<Row> {
    let book = cx.book;
    let mine = book
        .me
        .and_then(|me| book.people.iter().find(|p| p.id == me))
        .and_then(|me| me.team);
    let mut people: Vec<_> = book.people.iter().collect();
    people.sort_by_key(|p| p.team != mine || mine.is_none());
    people
        .into_iter()
        .map(|p| {
            let team = book.teams.iter().find(|t| Some(t.id) == p.team);
            let code = team.map_or("", |t| t.code.as_str());
            let note = format!("{code} {}", cx.say.role(p.role));
            Row::new(p.id, p.name.clone()).noted(note.trim())
        })
        .collect()
}

fn words<T: Copy + Into<Pickable>>(all: &[T], word: impl Fn(T) -> &'static str) -> Vec<Row> {
    all.iter().map(|it| Row::new(*it, word(*it))).collect()
}

fn rows<T>(all: &[T], row: impl Fn(&T) -> Row) -> Vec<Row> {
    all.iter().map(row).collect()
}
