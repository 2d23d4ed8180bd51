//! A small round for the tests of overlays: people, areas, organisations, and a store that answers what it is asked.

use chrono::NaiveDate;
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect, Size};
use uuid::Uuid;

use super::{Overlay, Reply};
use crate::domain::answer::{
    Answer, AreaRow, FindingPage, FindingRow, FindingSheet, ItemRow, PersonRow, TeamRow, Total,
    UnitRow, VillagePage, VillageRow, VillageSheet,
};
use crate::domain::codes::{Role, Stage, VillageKind};
use crate::domain::ids::{
    EventId, FindingId, ItemId, MeetingId, PersonId, TeamId, UnitId, VillageId, VisitId,
};
use crate::domain::query::Query;
use crate::domain::records::{FindingDraft, VillageDraft};
use crate::text::Lang;
use crate::tui::keymap::parse;
use crate::tui::screen::Cx;
use crate::tui::screens::test_kit::{self, Kit, lines};

macro_rules! keys_by_number {
    ($($name:ident: $ty:ident),* $(,)?) => {$(
        pub(crate) const fn $name(n: u128) -> $ty {
            $ty(Uuid::from_u128(n))
        }
    )*};
}

keys_by_number! {
    person: PersonId, team: TeamId, unit: UnitId, village: VillageId, point: ItemId,
    finding: FindingId, event: EventId, visit: VisitId, meeting: MeetingId,
}

pub(crate) const VILLAGES: &[(&str, u128)] = &[
    ("示例东村", 1),
    ("示例西村", 1),
    ("示例南社区", 2),
    ("示例北村", 3),
];

/// An overlay over the small round.
pub(crate) struct Bench {
    pub(crate) kit: Kit,
    pub(crate) findings: Vec<FindingSheet>,
}

impl Bench {
    pub(crate) fn new(say: Lang, width: u16, height: u16) -> Self {
        let mut kit = Kit {
            say,
            size: Size::new(width, height),
            ..Kit::default()
        };
        fill(&mut kit);
        Self {
            kit,
            findings: vec![sheet(17, Stage::Verifying)],
        }
    }

    /// In Chinese, 80 by 24.
    pub(crate) fn zh() -> Self {
        Self::new(Lang::Zh, 80, 24)
    }

    pub(crate) fn cx<T>(&self, read: impl FnOnce(Cx<'_>) -> T) -> T {
        self.kit.cx(read)
    }

    /// Asks the store what the overlay needs.
    pub(crate) fn ask(&mut self, overlay: &Overlay) {
        let needs = self.cx(|cx| overlay.needs(&cx));
        for query in needs {
            if let Some(answer) = self.answer(&query) {
                self.kit.answers.put(query, answer);
            }
        }
    }

    /// Types keys, asking the store after each; returns the last reply that was more than `Stay`.
    pub(crate) fn keys(&mut self, overlay: &mut Overlay, keys: &str) -> Reply {
        self.ask(overlay);
        let mut last = Reply::Stay;
        for key in parse(keys) {
            let reply = self.cx(|cx| overlay.key(key, &cx));
            if reply != Reply::Stay {
                last = reply;
            }
            self.ask(overlay);
        }
        last
    }

    /// What is drawn, with `▮` where the caret stands.
    pub(crate) fn draw(&mut self, overlay: &Overlay) -> String {
        self.ask(overlay);
        let (buf, caret) = self.cells(overlay);
        let mut text = lines(&buf);
        if let Some(at) = caret {
            let mut row = Buffer::empty(Rect::new(0, 0, buf.area.width, 1));
            for x in 0..at.x {
                row[(x, 0)] = buf[(x, at.y)].clone();
            }
            row[(at.x, 0)].set_symbol("▮");
            let before = lines(&row).remove(0);
            let line = &mut text[usize::from(at.y)];
            let rest: String = line.chars().skip(before.chars().count()).collect();
            *line = format!("{before}{rest}");
        }
        text.join("\n")
    }

    fn cells(&self, overlay: &Overlay) -> (Buffer, Option<Position>) {
        let area = Rect::from((Position::ORIGIN, self.kit.size));
        let mut buf = Buffer::empty(area);
        let caret = self.cx(|cx| overlay.view(&cx, area, &mut buf));
        if let Some(caret) = caret {
            assert!(area.contains(caret), "{caret:?} in {area:?}");
        }
        (buf, caret)
    }

    fn answer(&self, query: &Query) -> Option<Answer> {
        Some(match query {
            Query::Villages { text, .. } => Answer::Villages(VillagePage {
                rows: villages().filter(|row| row.name.contains(text)).collect(),
                total: 4,
            }),
            Query::Village(id) => Answer::Village(
                villages()
                    .find(|row| row.id == *id)
                    .map(|row| Box::new(profile(row))),
            ),
            Query::Findings(query) => Answer::Findings(FindingPage {
                rows: self
                    .findings
                    .iter()
                    .map(|sheet| sheet.row.clone())
                    .filter(|row| {
                        let text = &query.filter.text;
                        row.title.contains(text) || row.number.contains(text)
                    })
                    .collect(),
                total: Total::exactly(1),
            }),
            Query::Finding(id) => {
                let found = self.findings.iter().find(|sheet| sheet.row.id == *id);
                Answer::Finding(found.cloned().map(Box::new))
            }
            _ => return None,
        })
    }
}

/// A finding with a place and a handler, without evidence.
pub(crate) fn sheet(n: u128, stage: Stage) -> FindingSheet {
    let draft = FindingDraft {
        village: Some(village(1)),
        unit: Some(unit(1)),
        handler: Some(person(1)),
        ..FindingDraft::titled("集体资产台账缺失")
    };
    FindingSheet {
        row: FindingRow {
            id: finding(n),
            title: draft.title.clone(),
            stage,
            village: draft.village,
            village_name: "示例东村".into(),
            ..test_kit::finding(n)
        },
        draft,
        pre_no: format!("一组-{n:03}"),
        final_no: None,
        noted_by: "示例甲".into(),
        item_code: None,
        handler2_name: String::new(),
        sources: Vec::new(),
        steps: Vec::new(),
        merged_into: None,
        absorbed: Vec::new(),
        withdrawn: false,
    }
}

/// A deadline on a day of November.
pub(crate) fn november(day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(2018, 11, day).unwrap()
}

fn villages() -> impl Iterator<Item = VillageRow> {
    (1..).zip(VILLAGES).map(|(n, (name, above))| VillageRow {
        id: village(n),
        name: (*name).to_owned(),
        kind: VillageKind::Village,
        unit: unit(*above),
        unit_name: format!("示{above}"),
        areas: Vec::new(),
        planned: 0,
        done: 0,
        visited: 0,
        at_home: None,
        open: 0,
        findings: 0,
        last_visit: None,
    })
}

fn profile(row: VillageRow) -> VillageSheet {
    let draft = VillageDraft {
        name: row.name.clone(),
        unit: row.unit,
        kind: row.kind,
        households: Some(412),
        at_home: None,
        note: String::new(),
    };
    VillageSheet {
        row,
        draft,
        classes: Vec::new(),
    }
}

fn fill(kit: &mut Kit) {
    let book = &mut kit.book;
    book.teams = vec![TeamRow {
        id: team(1),
        name: "第一巡察组".into(),
        code: "一组".into(),
    }];
    let roles = [Role::Leader, Role::Deputy, Role::Member];
    book.people = (1..)
        .zip(["示例甲", "示例乙", "示例丙"].into_iter().zip(roles))
        .map(|(n, (name, role))| PersonRow {
            id: person(n),
            name: name.into(),
            role,
            team: Some(team(1)),
        })
        .collect();
    book.units = (1..)
        .zip(["示例一乡党委", "示例二路党工委", "示例三路党工委"])
        .map(|(n, name)| UnitRow {
            id: unit(n),
            name: name.into(),
            short: format!("示{n}"),
            team: Some(team(1)),
        })
        .collect();
    let areas = [
        "政治建设",
        "思想建设",
        "组织建设",
        "作风建设",
        "纪律建设",
        "反腐败",
        "整改",
    ];
    book.areas = (1..)
        .zip(areas)
        .map(|(no, name)| AreaRow {
            no,
            name: name.into(),
            short: name.chars().take(2).collect(),
        })
        .collect();
    book.items = vec![ItemRow {
        id: point(1),
        code: "C1".into(),
        kind: None,
        method: "现场".into(),
        area: 6,
        text: "集体资产、资源台账与实地逐项核对".into(),
    }];
}

/// Compares a drawing with the one kept.
pub(crate) fn picture(name: &str, text: &str) {
    insta::with_settings!({
        snapshot_path => concat!(env!("CARGO_MANIFEST_DIR"), "/tests/it/snapshots/overlay"),
        prepend_module_to_snapshot => false,
        omit_expression => true,
    }, {
        insta::assert_snapshot!(name, text);
    });
}
