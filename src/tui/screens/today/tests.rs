//! Verbs of the screen of today over hand-made answers.

use ratatui::layout::Size;
use uuid::Uuid;

use super::state::{Item, Section};
use super::*;
use crate::domain::answer::{
    Answer, AreaProgress, AreaRow, EventRow, FindingPage, FindingRow, PersonRow, TeamRow, Total,
    VillagePage, VillageRow,
};
use crate::domain::change::Change;
use crate::domain::codes::{EventKind, EventStatus, Half, Role, Stage, VillageKind};
use crate::domain::ids::{PersonId, TeamId, UnitId, VillageId};
use crate::domain::query::Span;
use crate::tui::effect::{FormKind, PromptFor};
use crate::tui::screens::test_kit::{Kit, day, event, finding};

/// The store's part: whatever is asked is answered from these.
struct World {
    kit: Kit,
    events: Vec<EventRow>,
    villages: Vec<VillageRow>,
    findings: Vec<FindingRow>,
}

fn village() -> VillageRow {
    VillageRow {
        id: VillageId(Uuid::from_u128(30)),
        name: "示例东村".into(),
        kind: VillageKind::Village,
        unit: UnitId(Uuid::from_u128(90)),
        unit_name: "示例乡".into(),
        areas: vec![AreaProgress {
            area: 3,
            asked: 9,
            fine: 4,
            finding: 1,
            unsure: 0,
            na: 0,
        }],
        planned: 4,
        done: 2,
        visited: 12,
        at_home: Some(300),
        open: 5,
        findings: 9,
        last_visit: None,
    }
}

impl World {
    fn new() -> Self {
        let mut kit = Kit::default();
        kit.book.areas = vec![AreaRow {
            no: 3,
            name: "组织建设".into(),
            short: "组织".into(),
        }];
        let mut meeting = event(1, "2018-11-15", Half::Evening, EventKind::TeamMeeting);
        meeting.draft.title = "组务会".into();
        let due = |n, on| FindingRow {
            due: Some(day(on)),
            stage: Stage::Verifying,
            ..finding(n)
        };
        let mut fresh = finding(4);
        fresh.noted_on = day("2018-11-15");
        fresh.village = Some(village().id);
        Self {
            kit,
            events: vec![meeting],
            villages: vec![village()],
            findings: vec![due(2, "2018-11-09"), due(3, "2018-11-15"), fresh],
        }
    }

    fn empty() -> Self {
        Self {
            kit: Kit::default(),
            events: Vec::new(),
            villages: Vec::new(),
            findings: Vec::new(),
        }
    }

    /// Whoever sits here is in a team from now on.
    fn join_a_team(&mut self) -> TeamId {
        let (me, team) = (PersonId(Uuid::from_u128(70)), TeamId(Uuid::from_u128(80)));
        self.kit.book.me = Some(me);
        self.kit.book.people = vec![PersonRow {
            id: me,
            name: "示例甲".into(),
            role: Role::Leader,
            team: Some(team),
        }];
        self.kit.book.teams = vec![TeamRow {
            id: team,
            name: "第一组".into(),
            code: "一组".into(),
        }];
        team
    }

    fn answer(&self, query: &Query) -> Answer {
        let inside = |span: &Span, day: Option<chrono::NaiveDate>| {
            day.is_some_and(|day| {
                span.from.is_none_or(|from| from <= day) && span.to.is_none_or(|to| day <= to)
            })
        };
        match query {
            Query::Events(_) => Answer::Events(self.events.clone()),
            Query::Villages { .. } => Answer::Villages(VillagePage {
                rows: self.villages.clone(),
                total: u32::try_from(self.villages.len()).unwrap(),
            }),
            Query::Findings(asked) => {
                let fits = |row: &&FindingRow| {
                    let filter = &asked.filter;
                    filter.due.is_none_or(|span| inside(&span, row.due))
                        && filter
                            .noted
                            .is_none_or(|span| inside(&span, Some(row.noted_on)))
                };
                let rows: Vec<FindingRow> = self.findings.iter().filter(fits).cloned().collect();
                let total = Total::exactly(u32::try_from(rows.len()).unwrap());
                Answer::Findings(FindingPage { rows, total })
            }
            Query::Village(_) => Answer::Village(None),
            _ => Answer::Finding(None),
        }
    }

    fn settle(&mut self, screen: &mut Today) {
        for _ in 0..3 {
            self.kit.cx(|cx| screen.settle(&cx));
            let asks = self.kit.cx(|cx| screen.needs(&cx));
            for query in asks {
                let answer = self.answer(&query);
                self.kit.answers.put(query, answer);
            }
        }
    }

    fn press(&mut self, screen: &mut Today, action: Action) -> Option<Vec<Effect>> {
        let effects = self.kit.cx(|cx| screen.update(action, &cx));
        self.settle(screen);
        effects
    }

    fn open() -> (Self, Today) {
        let mut world = Self::new();
        let mut screen = Today::default();
        world.settle(&mut screen);
        (world, screen)
    }
}

#[test]
fn one_cursor_goes_through_all_sections() {
    let (mut world, mut screen) = World::open();
    let findings: Vec<_> = world.findings.iter().map(|row| row.id).collect();
    let walk = [
        Item::Event(world.events[0].id),
        Item::Village(village().id),
        Item::Finding(Section::Overdue, findings[0]),
        Item::Finding(Section::Due, findings[1]),
        Item::Finding(Section::Fresh, findings[2]),
    ];
    for item in walk {
        assert_eq!(screen.item.key(), Some(item));
        world.press(&mut screen, Action::Down);
    }
    assert_eq!(screen.item.key(), walk.last().copied(), "the end");
}

#[test]
fn enter_opens_what_the_line_is_about() {
    let (mut world, mut screen) = World::open();
    let first = world.press(&mut screen, Action::Open).unwrap_or_default();
    assert!(matches!(first.as_slice(), [Effect::Form(_)]), "{first:?}");
    let ids: Vec<_> = world.findings.iter().map(|row| row.id).collect();
    for want in [Effect::Village(village().id), Effect::Finding(ids[0])] {
        world.press(&mut screen, Action::Down);
        assert_eq!(world.press(&mut screen, Action::Open), Some(vec![want]));
    }
}

#[test]
fn keys_work_on_the_selected_line_or_on_all_marked_ones() {
    let (mut world, mut screen) = World::open();
    assert_eq!(
        world.press(&mut screen, Action::Finish),
        Some(vec![Effect::Write(Change::SetEvents {
            ids: vec![world.events[0].id],
            status: EventStatus::Done,
            count: None,
        })])
    );
    world.press(&mut screen, Action::Down);
    world.press(&mut screen, Action::Down);
    world.press(&mut screen, Action::MarkDown);
    let due = world.press(&mut screen, Action::SetDue).unwrap_or_default();
    let [Effect::Prompt(prompt)] = due.as_slice() else {
        panic!("a prompt: {due:?}");
    };
    let ids = vec![world.findings[0].id, world.findings[1].id];
    assert_eq!(prompt.ask, PromptFor::Due(ids));
    assert_eq!(world.press(&mut screen, Action::Back), Some(Vec::new()));
    assert_eq!(world.press(&mut screen, Action::Back), None);
}

#[test]
fn new_records_know_where_one_stands() {
    let (mut world, mut screen) = World::open();
    assert_eq!(
        world.press(&mut screen, Action::NewFinding),
        None,
        "the meeting has no village: the frame opens the form"
    );
    world.press(&mut screen, Action::Down);
    let effects = world.press(&mut screen, Action::NewFinding);
    let effects = effects.unwrap_or_default();
    let [Effect::Form(form)] = effects.as_slice() else {
        panic!("a form: {effects:?}");
    };
    let FormKind::NewFinding { draft, .. } = &**form else {
        panic!("a finding: {form:?}");
    };
    let place = (village().id, village().unit);
    assert_eq!((draft.village, draft.unit), (Some(place.0), Some(place.1)));
}

/// What the screen asks: whose events, whose villages, whose findings.
fn teams_asked(world: &World, screen: &Today) -> Vec<Option<TeamId>> {
    let asks = world.kit.cx(|cx| screen.needs(&cx));
    let team = |query: &Query| match query {
        Query::Events(it) => Some(it.team),
        Query::Villages { team, .. } => Some(*team),
        Query::Findings(it) => Some(it.filter.team),
        _ => None,
    };
    asks.iter().filter_map(team).collect()
}

#[test]
fn the_own_team_is_shown_until_one_asks_for_all() {
    let (mut world, mut screen) = World::open();
    assert_eq!(teams_asked(&world, &screen), [None; 5]);
    let notice = world.press(&mut screen, Action::SwitchTeam);
    assert!(
        matches!(notice.as_deref(), Some([Effect::Say(_)])),
        "in no team: there is only one scope: {notice:?}"
    );

    let team = world.join_a_team();
    world.settle(&mut screen);
    assert_eq!(teams_asked(&world, &screen), [Some(team); 5]);
    let title = |world: &World, screen: &Today| world.kit.draw(screen).swap_remove(0);
    assert!(title(&world, &screen).contains("今日 11-15 周四 · 一组"));
    world.press(&mut screen, Action::SwitchTeam);
    assert_eq!(teams_asked(&world, &screen), [None; 5]);
    assert!(title(&world, &screen).contains("今日 11-15 周四 · 全体"));
    world.press(&mut screen, Action::SwitchTeam);
    assert_eq!(teams_asked(&world, &screen), [Some(team); 5]);
}

#[test]
fn it_follows_the_clock_over_midnight() {
    let (mut world, mut screen) = World::open();
    world.kit.today = day("2018-11-16");
    world.events.clear();
    world.settle(&mut screen);
    let shown = world.kit.draw(&screen).join("\n");
    assert!(shown.contains("11-16 周五"), "{shown}");
    let asks = world.kit.cx(|cx| screen.needs(&cx));
    assert!(asks.iter().any(|query| matches!(
        query,
        Query::Events(asked) if asked.days == Span::day(day("2018-11-16"))
    )));
}

#[test]
fn on_monday_the_weekend_is_new_too() {
    let mut world = World::empty();
    world.kit.today = day("2018-11-12");
    let mut screen = Today::default();
    world.settle(&mut screen);
    let asks = world.kit.cx(|cx| screen.needs(&cx));
    let noted = asks.iter().find_map(|query| match query {
        Query::Findings(asked) => asked.filter.noted,
        _ => None,
    });
    let want = Span {
        from: Some(day("2018-11-10")),
        to: Some(day("2018-11-12")),
    };
    assert_eq!(noted, Some(want));
}

#[test]
fn what_is_seen() {
    let seen: &[((u16, u16), &[&str])] = &[
        (
            (120, 33),
            &[
                "今日 11-15 周四",
                "第15天",
                "日程 0/1",
                "○ 晚上 组务会",
                "组织 5/9",
                "逾期 1",
                "! 一组-002",
                "逾期 6 天",
                "上次例会后新登记 1",
            ],
        ),
        ((80, 21), &["○ 晚上", "示例东村", "一组-002"]),
        ((40, 8), &["日程 0/1", "○ 晚上 组务会"]),
    ];
    for ((width, height), texts) in seen {
        let (mut world, mut screen) = World::open();
        world.kit.size = Size::new(*width, *height);
        world.settle(&mut screen);
        let shown = world.kit.draw(&screen).join("\n");
        for text in *texts {
            assert!(shown.contains(text), "{text} at {width}x{height}:\n{shown}");
        }
    }
}

#[test]
fn empty_sections_say_what_to_press() {
    let mut world = World::empty();
    let mut screen = Today::default();
    world.settle(&mut screen);
    let shown = world.kit.draw(&screen).join("\n");
    let say = world.kit.say;
    for text in [say.no_checklists(), say.none_overdue(), say.none_fresh()] {
        assert!(shown.contains(text), "{text}:\n{shown}");
    }
    assert_eq!(screen.item.key(), None);
}

#[test]
fn nothing_is_too_small() {
    for width in (0..50).step_by(3).chain([80, 100, 200]) {
        for height in (0..12).chain([20, 40]) {
            let (mut world, mut screen) = World::open();
            world.kit.size = Size::new(width, height);
            for key in [Action::Down, Action::PageDown, Action::Mark] {
                world.press(&mut screen, key);
                world.kit.draw(&screen);
            }
        }
    }
}
