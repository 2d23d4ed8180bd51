//! A small store in memory, and a desk that asks it until nothing is missing.

use uuid::Uuid;

use crate::domain::answer::{
    Answer, AreaRow, FindingPage, FindingRow, FindingSheet, SourceRow, StepRow, Total,
};
use crate::domain::codes::{SourceKind, Stage, Track, Triage};
use crate::domain::ids::{FindingId, PersonId, SourceId, VillageId};
use crate::domain::query::{FindingsQuery, Group, Order, Query, Window};
use crate::domain::records::FindingDraft;
use crate::tui::action::Action;
use crate::tui::effect::Effect;
use crate::tui::screen::Screen;
use crate::tui::screens::findings::Findings;
use crate::tui::screens::findings::terms::passes;
use crate::tui::screens::test_kit::{Kit, day, finding};

/// The screen, what it reads, and the rows behind it.
pub(super) struct World {
    pub(super) kit: Kit,
    pub(super) rows: Vec<FindingRow>,
    pub(super) screen: Findings,
    /// The largest window asked for.
    pub(super) widest: u32,
}

/// The key of finding `n`.
pub(super) fn id(n: u32) -> FindingId {
    FindingId(Uuid::from_u128(n.into()))
}

/// Finding `n`: its stage, track, village, handler and deadline follow from its number.
pub(super) fn row(n: u32) -> FindingRow {
    let pick = |of: usize| usize::try_from(n).unwrap() % of;
    let villages = ["示例东村", "示例西村", "示例南村"];
    let village = pick(3);
    let due = day("2018-11-01") + chrono::Days::new((n % 40).into());
    FindingRow {
        title: format!("集体资产台账缺失{n}本，账实不符"),
        stage: Stage::BOARD[pick(8)],
        track: Track::ALL[pick(3)],
        triage: Triage::ALL[pick(3)],
        village: Some(VillageId(Uuid::from_u128(900 + village as u128))),
        village_name: villages[village].into(),
        unit_name: "示例乡".into(),
        areas: vec![u8::try_from(n % 7 + 1).unwrap()],
        handler: Some(PersonId(Uuid::from_u128(800))),
        handler_name: "示例甲".into(),
        due: (!n.is_multiple_of(11)).then_some(due),
        ..finding(n.into())
    }
}

impl World {
    /// With findings 1 to `n`, all answered.
    pub(super) fn new(n: u32) -> Self {
        let mut kit = Kit::default();
        kit.book.areas = ["政治", "思想", "组织", "作风", "纪律", "反腐", "整改"]
            .iter()
            .zip(1..)
            .map(|(short, no)| AreaRow {
                no,
                name: format!("{short}建设"),
                short: (*short).to_owned(),
            })
            .collect();
        let mut world = Self {
            kit,
            rows: (1..=n).map(row).collect(),
            screen: Findings::default(),
            widest: 0,
        };
        world.ask();
        world
    }

    /// Asks until nothing is missing, in no more rounds than the frame grants.
    pub(super) fn ask(&mut self) {
        for _ in 0..=8 {
            let screen = &self.screen;
            let needs = self.kit.cx(|cx| screen.needs(&cx));
            let missing: Vec<Query> = needs
                .into_iter()
                .filter(|query| !self.kit.answers.has(query))
                .collect();
            let none = missing.is_empty();
            for query in missing {
                let answer = self.answer(&query);
                self.kit.answers.put(query, answer);
            }
            let screen = &mut self.screen;
            self.kit.cx(|cx| screen.settle(&cx));
            let screen = &self.screen;
            let more = self.kit.cx(|cx| screen.needs(&cx));
            if none && more.iter().all(|query| self.kit.answers.has(query)) {
                return;
            }
        }
        unreachable!("the screen never has enough");
    }

    /// Presses keys, one after the other; what the last one does.
    pub(super) fn press(&mut self, actions: &[Action]) -> Vec<Effect> {
        let mut effects = Vec::new();
        for action in actions {
            let screen = &mut self.screen;
            effects = self
                .kit
                .cx(|cx| screen.update(*action, &cx))
                .unwrap_or_default();
            self.ask();
        }
        effects
    }

    /// Something is written.
    pub(super) fn write(&mut self, change: impl FnOnce(&mut Vec<FindingRow>)) {
        change(&mut self.rows);
        self.kit.answers.clear();
        self.ask();
    }

    /// One finding is changed.
    pub(super) fn change(&mut self, n: u32, change: impl FnOnce(&mut FindingRow)) {
        self.write(|rows| {
            let row = rows.iter_mut().find(|row| row.id == id(n));
            change(row.unwrap());
        });
    }

    /// The finding under the cursor.
    pub(super) fn here(&self) -> Option<FindingRow> {
        let screen = &self.screen;
        self.kit.cx(|cx| screen.row(&cx).cloned())
    }

    /// What is on the screen.
    pub(super) fn lines(&self) -> Vec<String> {
        self.kit.draw(&self.screen)
    }

    fn answer(&mut self, query: &Query) -> Answer {
        match query {
            Query::Findings(query) => {
                self.widest = self.widest.max(query.window.size);
                Answer::Findings(self.page(query))
            }
            Query::Finding(id) => {
                let row = self.rows.iter().find(|row| row.id == *id);
                Answer::Finding(row.map(|row| Box::new(sheet(row))))
            }
            Query::Stages(filter) => {
                let mut filter = filter.clone();
                filter.stages.clear();
                filter.live = None;
                let counts = Stage::ALL.iter().map(|stage| {
                    let here = |row: &&FindingRow| row.stage == *stage;
                    let n = self
                        .rows
                        .iter()
                        .filter(here)
                        .filter(|row| lets(&filter, row));
                    (*stage, Total::exactly(u32::try_from(n.count()).unwrap()))
                });
                Answer::Stages(counts.collect())
            }
            Query::Village(_) => Answer::Village(None),
            other => unreachable!("asked {other:?}"),
        }
    }

    fn page(&self, query: &FindingsQuery) -> FindingPage {
        let mut rows: Vec<&FindingRow> = self
            .rows
            .iter()
            .filter(|row| lets(&query.filter, row))
            .collect();
        rows.sort_by_key(|row| match query.order {
            Order::Newest => (0, std::cmp::Reverse(row.id).0.0.as_u128().wrapping_neg()),
            Order::Due => (
                row.due
                    .map_or(i32::MAX, |due| chrono::Datelike::num_days_from_ce(&due)),
                row.id.0.as_u128(),
            ),
            _ => (0, row.id.0.as_u128()),
        });
        match query.group {
            Some(Group::Stage) => rows.sort_by_key(|row| row.stage),
            Some(Group::Village) => rows.sort_by_key(|row| row.village),
            _ => {}
        }
        let Window { start, size } = query.window;
        let (start, size) = (
            usize::try_from(start).unwrap(),
            usize::try_from(size).unwrap(),
        );
        FindingPage {
            total: Total::exactly(u32::try_from(rows.len()).unwrap()),
            rows: rows.into_iter().skip(start).take(size).cloned().collect(),
        }
    }
}

fn lets(filter: &crate::domain::query::FindingFilter, row: &FindingRow) -> bool {
    let mut words = filter.text.split_whitespace();
    passes(filter, &sheet(row))
        && words.all(|word| row.title.contains(word) || row.number.contains(word))
}

/// A finding with everything the stages ask for, except where its row has nothing.
fn sheet(row: &FindingRow) -> FindingSheet {
    FindingSheet {
        draft: FindingDraft {
            body: "查阅2018年台账，账面12本，实有9本，会计称其余3本已移交，未见移交清单。".into(),
            village: row.village,
            areas: row.areas.clone(),
            track: row.track,
            triage: row.triage,
            handler: row.handler,
            due: row.due,
            amount: Some(28_600),
            ..FindingDraft::titled(row.title.clone())
        },
        pre_no: row.number.clone(),
        final_no: None,
        noted_by: "示例甲".into(),
        item_code: Some("C1".into()),
        handler2_name: "示例乙".into(),
        sources: vec![SourceRow {
            id: SourceId(Uuid::from_u128(1)),
            kind: SourceKind::Talk,
            reference: "谈话记录（示例）第3号 第3-5页".into(),
        }],
        steps: vec![
            StepRow {
                from: None,
                to: Stage::Noted,
                day: row.noted_on,
                by: "示例甲".into(),
                remark: String::new(),
            },
            StepRow {
                from: Some(Stage::Noted),
                to: Stage::Verifying,
                day: day("2018-11-12"),
                by: "示例乙".into(),
                remark: "已排两人明日入户核实".into(),
            },
        ],
        merged_into: None,
        absorbed: Vec::new(),
        withdrawn: false,
        row: row.clone(),
    }
}
