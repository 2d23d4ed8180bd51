//! A store made by hand.

use uuid::Uuid;

use super::super::period::Period;
use super::super::*;
use crate::domain::answer::{
    Answer, DayCount, EventRow, FindingPage, FindingRow, Total, VillageDayCell, VillageDayRow,
    VillageDays,
};
use crate::domain::codes::{EventKind, EventStatus, Half};
use crate::domain::ids::VillageId;
use crate::tui::screens::test_kit::{Kit, day, event, finding};

/// The store's part: whatever is asked is answered from these.
pub(super) struct World {
    pub(super) kit: Kit,
    pub(super) events: Vec<EventRow>,
    pub(super) findings: Vec<FindingRow>,
}

impl World {
    pub(super) fn new() -> Self {
        let mut done = event(1, "2018-11-15", Half::Morning, EventKind::Household);
        done.status = EventStatus::Done;
        done.draft.title = "示例东村周末补访在家户".into();
        done.draft.village = Some(VillageId(Uuid::from_u128(1)));
        done.village_name = "示例东村".into();
        let mut midterm = event(2, "2018-11-15", Half::Afternoon, EventKind::Midterm);
        midterm.draft.title = "中期汇报".into();
        midterm.draft.milestone = true;
        let other = event(3, "2018-11-16", Half::Evening, EventKind::TeamMeeting);
        let mut due = finding(7);
        due.title = "集体资产台账缺失三本".into();
        due.due = Some(day("2018-11-15"));
        Self {
            kit: Kit::default(),
            events: vec![done, midterm, other],
            findings: vec![due],
        }
    }

    fn answer(&self, query: &Query) -> Answer {
        match query {
            Query::Month { from, to, .. } => Answer::Month(
                from.iter_days()
                    .take_while(|day| day <= to)
                    .map(|day| self.count(day))
                    .collect(),
            ),
            Query::Events(asked) => Answer::Events(
                self.events
                    .iter()
                    .filter(|row| Some(row.draft.day) == asked.days.from)
                    .filter(|row| asked.village.is_none() || row.draft.village == asked.village)
                    .cloned()
                    .collect(),
            ),
            Query::Findings(asked) => {
                let due = asked.filter.due.and_then(|it| it.from);
                let rows: Vec<FindingRow> = self
                    .findings
                    .iter()
                    .filter(|row| row.due == due)
                    .cloned()
                    .collect();
                let total = Total::exactly(u32::try_from(rows.len()).unwrap());
                Answer::Findings(FindingPage { rows, total })
            }
            Query::VillageDays { .. } => Answer::VillageDays(Self::village_days()),
            _ => Answer::Finding(None),
        }
    }

    fn count(&self, on: chrono::NaiveDate) -> DayCount {
        let events: Vec<&EventRow> = self
            .events
            .iter()
            .filter(|row| row.draft.day == on)
            .collect();
        let done = events.iter().filter(|row| row.status == EventStatus::Done);
        let due = self.findings.iter().filter(|row| row.due == Some(on));
        let milestones = events.iter().filter(|row| row.draft.milestone);
        DayCount {
            day: on,
            planned: u32::try_from(events.len()).unwrap(),
            done: u32::try_from(done.count()).unwrap(),
            noted: u32::from(on <= self.kit.today) * 4,
            closed: 0,
            due: u32::try_from(due.count()).unwrap(),
            visits: u32::from(on == self.kit.today) * 12,
            milestones: milestones.map(|row| row.draft.title.clone()).collect(),
        }
    }

    fn village_days() -> VillageDays {
        let row = |n: u128, name: &str| VillageDayRow {
            id: VillageId(Uuid::from_u128(n)),
            name: name.into(),
            unit_name: "示例乡".into(),
            days: vec![VillageDayCell {
                day: day("2018-11-15"),
                planned: 1,
                done: u32::from(n == 1),
                visits: 12,
                noted: 3,
            }],
        };
        VillageDays {
            rows: vec![row(1, "示例东村"), row(2, "示例西村")],
            total: 2,
        }
    }

    /// What the frame does after every key: asks what is needed until nothing new is, then settles.
    pub(super) fn settle(&mut self, screen: &mut Calendar) {
        for _ in 0..4 {
            let asks = self.kit.cx(|cx| screen.needs(&cx));
            for query in asks {
                let answer = self.answer(&query);
                self.kit.answers.put(query, answer);
            }
            self.kit.cx(|cx| screen.settle(&cx));
        }
    }

    pub(super) fn press(&mut self, screen: &mut Calendar, action: Action) -> Option<Vec<Effect>> {
        let effects = self.kit.cx(|cx| screen.update(action, &cx));
        self.settle(screen);
        effects
    }

    pub(super) fn at(&self, screen: &Calendar) -> String {
        let at = self
            .kit
            .cx(|cx| Period::of(&cx).map(|period| screen.at(period, &cx)));
        at.map(|it| it.to_string()).unwrap_or_default()
    }
}

pub(super) fn open() -> (World, Calendar) {
    let mut world = World::new();
    let mut screen = Calendar::default();
    world.settle(&mut screen);
    (world, screen)
}
