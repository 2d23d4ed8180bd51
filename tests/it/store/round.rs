//! A small round to test with: two units, three villages, two people.

use chrono::{NaiveDate, NaiveDateTime, NaiveTime};
use xuncha::domain::answer::{Answer, FindingSheet};
use xuncha::domain::change::{Change, Made, Receipt};
use xuncha::domain::codes::{Role, VillageKind};
use xuncha::domain::ids::{FindingId, PersonId, TeamId, UnitId, VillageId};
use xuncha::domain::query::{FindingFilter, FindingsQuery, Order, Query, Window};
use xuncha::domain::records::{
    AreaDraft, FindingDraft, ItemDraft, PersonDraft, RoundDraft, RoundPlan, TeamDraft, UnitDraft,
    VillageDraft,
};
use xuncha::store::{NewFile, Store};

/// 2018-11-`d`.
pub(crate) fn nov(d: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(2018, 11, d).unwrap()
}

/// What every test file starts with.
pub(crate) fn new_file() -> NewFile {
    NewFile {
        code: "机".into(),
        pinned: nov(15).and_hms_opt(9, 0, 0),
        seed: Some(1),
    }
}

/// Keys of the small round.
pub(crate) struct Small {
    pub(crate) store: Store,
    pub(crate) leader: PersonId,
    pub(crate) member: PersonId,
    pub(crate) team: TeamId,
    pub(crate) east: VillageId,
    pub(crate) west: VillageId,
    pub(crate) town: VillageId,
}

fn plan() -> RoundPlan {
    let area = |no, name: &str, short: &str| AreaDraft {
        no,
        name: name.into(),
        short: short.into(),
    };
    let item = |code: &str, kind, area, text: &str| ItemDraft {
        code: code.into(),
        kind,
        method: "查阅".into(),
        area,
        text: text.into(),
    };
    RoundPlan {
        round: RoundDraft {
            title: "示例轮".into(),
            code: "2018-01".into(),
            start: nov(1),
            end: NaiveDate::from_ymd_opt(2018, 12, 5).unwrap(),
            petition_close: Some(NaiveDateTime::new(nov(30), NaiveTime::MIN)),
            standup_at: NaiveTime::from_hms_opt(19, 30, 0).unwrap(),
            standup_name: "组务会".into(),
        },
        scheme: "示例".into(),
        areas: vec![area(1, "政治建设", "政治"), area(6, "反腐败", "反腐")],
        template: "示例".into(),
        items: vec![
            item("P1", None, 1, "传达"),
            item("C1", Some(VillageKind::Village), 6, "台账"),
            item("Q1", Some(VillageKind::Community), 6, "物业"),
        ],
        holidays: vec![(nov(16), "示例假".into(), true)],
    }
}

/// A round that was begun and holds nothing else yet.
pub(crate) fn begun() -> Store {
    let mut store = Store::in_memory(&new_file()).unwrap();
    let begin = Change::StartRound(Box::new(plan()));
    store.apply(&begin).unwrap();
    store
}

/// Builds it in a store that is still empty.
pub(crate) fn fill(mut store: Store) -> Small {
    let mut apply = |change: Change| store.apply(&change).unwrap().made;
    apply(Change::StartRound(Box::new(plan())));
    let Some(Made::Team(team)) = apply(Change::AddTeam(TeamDraft {
        name: "第一巡察组".into(),
        code: "一组".into(),
    })) else {
        panic!("a team")
    };
    let mut person = |name: &str, role| match apply(Change::AddPerson(PersonDraft {
        name: name.into(),
        role,
        team: Some(team),
    })) {
        Some(Made::Person(id)) => id,
        other => panic!("a person, not {other:?}"),
    };
    let leader = person("示例甲", Role::Leader);
    let member = person("示例乙", Role::Member);
    let mut unit = |name: &str, short: &str| match apply(Change::AddUnit(UnitDraft {
        name: name.into(),
        short: short.into(),
        team: Some(team),
    })) {
        Some(Made::Unit(id)) => id,
        other => panic!("a unit, not {other:?}"),
    };
    let north: UnitId = unit("示例北乡", "北乡");
    let south = unit("示例南乡", "南乡");
    let mut village = |name: &str, unit, kind| match apply(Change::AddVillage(VillageDraft {
        name: name.into(),
        unit,
        kind,
        households: Some(100),
        at_home: Some(80),
        note: String::new(),
    })) {
        Some(Made::Village(id)) => id,
        other => panic!("a village, not {other:?}"),
    };
    let east = village("示例东村", north, VillageKind::Village);
    let west = village("示例西村", south, VillageKind::Village);
    let town = village("示例社区", south, VillageKind::Community);
    store.sit(leader).unwrap();
    Small {
        store,
        leader,
        member,
        team,
        east,
        west,
        town,
    }
}

/// The small round in memory.
pub(crate) fn small() -> Small {
    fill(Store::in_memory(&new_file()).unwrap())
}

impl Small {
    #[expect(
        clippy::needless_pass_by_value,
        reason = "tests write changes down where they apply them"
    )]
    pub(crate) fn apply(&mut self, change: Change) -> Receipt {
        self.store.apply(&change).unwrap()
    }

    /// Notes a finding in a village.
    pub(crate) fn note(&mut self, title: &str, village: VillageId) -> FindingId {
        let draft = FindingDraft {
            village: Some(village),
            ..FindingDraft::titled(title)
        };
        match self.apply(Change::NoteFinding(Box::new(draft))).made {
            Some(Made::Finding(id)) => id,
            other => panic!("a finding, not {other:?}"),
        }
    }

    pub(crate) fn sheet(&self, id: FindingId) -> FindingSheet {
        match self.store.ask(&Query::Finding(id)).unwrap() {
            Answer::Finding(Some(sheet)) => *sheet,
            other => panic!("a finding, not {other:?}"),
        }
    }

    /// Titles a filter lets through, and how many it says there are.
    pub(crate) fn titles(&self, filter: &FindingFilter, order: Order) -> (Vec<String>, u32) {
        let query = Query::Findings(FindingsQuery {
            filter: filter.clone(),
            order,
            group: None,
            window: Window::first(100),
        });
        match self.store.ask(&query).unwrap() {
            Answer::Findings(page) => (
                page.rows.into_iter().map(|r| r.title).collect(),
                page.total.n,
            ),
            other => panic!("findings, not {other:?}"),
        }
    }
}
