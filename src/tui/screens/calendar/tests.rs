//! Verbs of the calendar over hand-made answers.

mod world;

use uuid::Uuid;

use self::world::{World, open};
use super::agenda::Agenda;
use super::state::{Focus, Item, Shape};
use super::*;
use crate::domain::change::Change;
use crate::domain::codes::{EventKind, EventStatus, Half};
use crate::domain::ids::VillageId;
use crate::tui::effect::{FormKind, PromptFor};
use crate::tui::screens::test_kit::{Kit, day, event};

#[test]
fn the_cursor_moves_by_days_and_weeks_and_stays_in_the_period() {
    use Action::{Down, First, GoToday, Last, Left, PageDown, PageUp, Right, Up};
    let cases: &[(&[Action], &str)] = &[
        (&[Left], "2018-11-14"),
        (&[Right, Right], "2018-11-17"),
        (&[Up], "2018-11-08"),
        (&[Down, Down, Down], "2018-11-29"),
        (&[Up, Up, Up], "2018-11-01"),
        (&[First, Left], "2018-11-01"),
        (&[Last, Right], "2018-12-05"),
        (&[PageDown], "2018-12-05"),
        (&[PageUp], "2018-11-01"),
        (&[Last, GoToday], "2018-11-15"),
    ];
    for (keys, want) in cases {
        let (mut world, mut screen) = open();
        for key in *keys {
            assert!(world.press(&mut screen, *key).is_some());
        }
        assert_eq!(world.at(&screen), *want, "{keys:?}");
    }
}

#[test]
fn where_days_stand_under_each_other_down_is_the_next_day() {
    let (mut world, mut screen) = open();
    world.kit.size = ratatui::layout::Size::new(40, 8);
    world.press(&mut screen, Action::Down);
    assert_eq!(world.at(&screen), "2018-11-16");
    world.press(&mut screen, Action::PageUp);
    assert_eq!(world.at(&screen), "2018-11-09");
}

#[test]
fn it_rolls_over_with_today_until_it_is_moved() {
    let (mut world, mut screen) = open();
    world.kit.today = day("2018-11-16");
    world.settle(&mut screen);
    assert_eq!(world.at(&screen), "2018-11-16");
    world.press(&mut screen, Action::Left);
    world.kit.today = day("2018-11-18");
    world.settle(&mut screen);
    assert_eq!(world.at(&screen), "2018-11-15");
    world.kit.today = day("2019-02-01");
    world.press(&mut screen, Action::GoToday);
    assert_eq!(world.at(&screen), "2018-12-05", "the period's nearest day");
}

#[test]
fn keys_for_events_work_on_the_one_pointed_at_only() {
    let (mut world, mut screen) = open();
    let said = world.press(&mut screen, Action::Finish);
    assert!(matches!(said.as_deref(), Some([Effect::Say(_)])));
    assert_eq!(screen.focus, Focus::Agenda);
    world.press(&mut screen, Action::Down);
    let midterm = &world.events[1];
    assert_eq!(screen.item.key(), Some(Item::Event(midterm.id)));
    let done = Effect::Write(Change::SetEvents {
        ids: vec![midterm.id],
        status: EventStatus::Done,
        count: None,
    });
    assert_eq!(world.press(&mut screen, Action::Finish), Some(vec![done]));
}

#[test]
fn the_cursor_goes_with_an_event_that_is_moved() {
    let (mut world, mut screen) = open();
    world.press(&mut screen, Action::Open);
    world.press(&mut screen, Action::Down);
    let effects = world.press(&mut screen, Action::Later);
    assert!(matches!(
        effects.as_deref(),
        Some([Effect::Write(Change::MoveEvents { days: 1, .. })])
    ));
    assert_eq!(world.at(&screen), "2018-11-15", "not before it is written");
    let id = world.events[1].id;
    world.settle(&mut screen);
    assert_eq!(world.at(&screen), "2018-11-15", "refused: it stays");
    world.press(&mut screen, Action::Later);
    // What stays behind is a copy that says where it went.
    let mut trace = event(9, "2018-11-15", Half::Afternoon, EventKind::Midterm);
    trace.status = EventStatus::Moved;
    trace.moved_to = Some(day("2018-11-16"));
    world.events[1].draft.day = day("2018-11-16");
    world.events.push(trace);
    world.kit.answers.clear();
    world.settle(&mut screen);
    assert_eq!(world.at(&screen), "2018-11-16");
    assert_eq!(screen.item.key(), Some(Item::Event(id)));
}

#[test]
fn planning_is_on_the_cursors_day_and_a_visit_asks_for_the_village() {
    let (mut world, mut screen) = open();
    world.press(&mut screen, Action::Right);
    let effects = world.press(&mut screen, Action::Plan).unwrap_or_default();
    let [Effect::Form(form)] = effects.as_slice() else {
        panic!("a form: {effects:?}");
    };
    let FormKind::NewEvent { draft } = &**form else {
        panic!("an event: {form:?}");
    };
    assert_eq!(draft.day, day("2018-11-16"));
    let asked = world.press(&mut screen, Action::RecordVisit);
    assert!(matches!(asked.as_deref(), Some([Effect::Pick(_)])));
    let village = VillageId(Uuid::from_u128(1));
    let told = Choice::Village(Some(village), "示例东村".into());
    let effects = world.kit.cx(|cx| screen.chosen(told, &cx));
    let [Effect::Form(form)] = effects.as_slice() else {
        panic!("a form: {effects:?}");
    };
    let FormKind::NewVisit { draft } = &**form else {
        panic!("a visit: {form:?}");
    };
    assert_eq!(
        (draft.village, draft.day),
        (village, day("2018-11-15")),
        "not in the future"
    );
}

#[test]
fn a_finding_due_that_day_is_worked_on_like_everywhere() {
    let (mut world, mut screen) = open();
    for key in [Action::Open, Action::Down, Action::Down] {
        world.press(&mut screen, key);
    }
    let id = world.findings[0].id;
    assert_eq!(screen.item.key(), Some(Item::Finding(id)));
    let effects = world.press(&mut screen, Action::SetDue).unwrap_or_default();
    let [Effect::Prompt(prompt)] = effects.as_slice() else {
        panic!("a prompt: {effects:?}");
    };
    assert_eq!(prompt.ask, PromptFor::Due(vec![id]));
    assert_eq!(
        world.press(&mut screen, Action::Open),
        Some(vec![Effect::Finding(id)])
    );
    world.press(&mut screen, Action::Down);
    let noted = world.press(&mut screen, Action::Open).unwrap_or_default();
    let [Effect::Findings(filter)] = noted.as_slice() else {
        panic!("a list: {noted:?}");
    };
    assert_eq!(
        filter.noted,
        Some(crate::domain::query::Span::day(day("2018-11-15")))
    );
}

#[test]
fn the_matrix_narrows_the_agenda_to_its_village() {
    let (mut world, mut screen) = open();
    world.press(&mut screen, Action::Matrix);
    let village = |world: &World, screen: &Calendar| {
        world.kit.cx(|cx| {
            let period = super::period::Period::of(&cx)?;
            let Agenda { village, .. } = screen.agenda(period, &cx);
            Some((
                village?.0.as_u128(),
                screen.agenda(period, &cx).events(&cx)?.len(),
            ))
        })
    };
    assert_eq!(village(&world, &screen), Some((1, 1)));
    world.press(&mut screen, Action::Down);
    assert_eq!(village(&world, &screen), Some((2, 0)));
    let planned = world.press(&mut screen, Action::Plan).unwrap_or_default();
    let [Effect::Form(form)] = planned.as_slice() else {
        panic!("a form: {planned:?}");
    };
    let FormKind::NewEvent { draft } = &**form else {
        panic!("an event: {form:?}");
    };
    let second = Some(VillageId(Uuid::from_u128(2)));
    assert_eq!(draft.village, second);
    let noted = world.press(&mut screen, Action::NewFinding);
    let noted = noted.unwrap_or_default();
    let [Effect::Form(form)] = noted.as_slice() else {
        panic!("a form: {noted:?}");
    };
    assert!(
        matches!(&**form, FormKind::NewFinding { draft, .. } if draft.village == second),
        "{form:?}"
    );
}

#[test]
fn esc_goes_up_step_by_step() {
    let (mut world, mut screen) = open();
    world.press(&mut screen, Action::Matrix);
    world.press(&mut screen, Action::Open);
    assert_eq!((screen.shape, screen.focus), (Shape::Matrix, Focus::Agenda));
    world.press(&mut screen, Action::Back);
    assert_eq!((screen.shape, screen.focus), (Shape::Matrix, Focus::Grid));
    world.press(&mut screen, Action::Back);
    assert_eq!(screen.shape, Shape::Month);
    assert_eq!(world.press(&mut screen, Action::Back), None);
    world.press(&mut screen, Action::Zoom);
    assert_eq!(screen.shape, Shape::Week);
    world.press(&mut screen, Action::Zoom);
    assert_eq!(screen.shape, Shape::Month);
}

/// A window's size, keys, and what is to be seen.
type Seen = ((u16, u16), &'static [Action], &'static [&'static str]);

#[test]
fn what_is_seen() {
    let cases: &[Seen] = &[
        (
            (120, 33),
            &[],
            &[
                "│15 今天   │",
                "│★中期汇报 │",
                "│12月1 休",
                "○ ★中期汇报",
                "登记问题 4 个",
            ],
        ),
        (
            (80, 21),
            &[],
            &["│15今天│", "│5 撤离│", "✓ 示例东村周末补访在家户"],
        ),
        ((40, 8), &[], &["11-15 周四 今天 ★ 事1/2"]),
        (
            (120, 33),
            &[Action::Zoom],
            &["│15 今天 ★ 第15天│", "○★中期汇报"],
        ),
        ((40, 8), &[Action::Open], &["✓ 示例东村周末补访在家户"]),
        ((80, 21), &[Action::Matrix], &["示例东村", "●3", "○3"]),
    ];
    for ((width, height), keys, seen) in cases {
        let (mut world, mut screen) = open();
        world.kit.size = ratatui::layout::Size::new(*width, *height);
        for key in *keys {
            world.press(&mut screen, *key);
        }
        world.settle(&mut screen);
        let shown = world.kit.draw(&screen).join("\n");
        for text in *seen {
            assert!(shown.contains(text), "{text} at {width}x{height}:\n{shown}");
        }
    }
}

#[test]
fn nothing_is_too_small_and_a_file_without_a_round_says_so() {
    for width in (0..50).step_by(3).chain([80, 121, 200]) {
        for height in 0..20 {
            let (mut world, mut screen) = open();
            world.kit.size = ratatui::layout::Size::new(width, height);
            for key in [Action::Zoom, Action::Matrix, Action::Open, Action::Down] {
                world.press(&mut screen, key);
                world.kit.draw(&screen);
            }
        }
    }
    let mut kit = Kit::default();
    kit.book.round = None;
    let shown = kit.draw(&Calendar::default()).join("\n");
    assert!(shown.contains(kit.say.no_round_yet()), "{shown}");
}
