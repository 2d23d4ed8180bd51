//! The table: what it shows, where its cursor goes, what its keys do.

use ratatui::layout::Size;

use super::world::{World, id, row};
use crate::domain::change::Change;
use crate::domain::codes::{Stage, Track};
use crate::domain::query::{FindingFilter, Order};
use crate::text::Lang;
use crate::tui::action::Action as A;
use crate::tui::effect::{Choice, Effect, FormKind, Notice, Pick, PickFrom, PickThen};
use crate::tui::screen::Screen;

fn number(world: &World) -> String {
    world.here().map(|row| row.number).unwrap_or_default()
}

fn filter(world: &mut World, text: &str) {
    let screen = &mut world.screen;
    world.kit.cx(|cx| screen.filtered(text, &cx));
    world.ask();
}

#[test]
fn open_ones_by_deadline_and_how_many_of_all() {
    let world = World::new(60);
    let lines = world.lines();
    assert!(lines[0].starts_with("[在办]"), "{}", lines[0]);
    assert!(lines[0].ends_with("53/60"), "{}", lines[0]);
    assert!(lines[1].contains("问题 · 按期限"), "{}", lines[1]);
    assert!(lines[1].contains("1/53"), "{}", lines[1]);
    assert!(lines[3].contains("一组-040"), "{}", lines[3]);
    assert!(lines[3].contains("逾期 14 天"), "{}", lines[3]);
}

#[test]
fn the_cursor_follows_its_finding() {
    let far = |day| Some(crate::tui::screens::test_kit::day(day));
    // The finding moves so far that no window shows it any more.
    let mut world = World::new(1500);
    world.press(&[A::Down]);
    let before = world.here().unwrap();
    assert_eq!(before.id, id(80));
    world.change(80, |row| row.due = far("2018-12-31"));
    assert_eq!(world.here().unwrap().id, before.id);
    assert!(world.screen.table.at > 1000);

    // Another order, more shown, a filter taken away: still the same.
    for keys in [&[A::Sort][..], &[A::Zoom], &[A::GroupBy]] {
        world.press(keys);
        assert_eq!(world.here().unwrap().id, before.id, "{keys:?}");
    }
    filter(&mut world, "一组-1200");
    assert_eq!(number(&world), "一组-1200");
    world.press(&[A::Back]);
    assert_eq!(number(&world), "一组-1200", "it was found and stays");
}

#[test]
fn who_leaves_the_list_leaves_the_place_to_the_next() {
    let mut world = World::new(60);
    world.press(&[A::Down, A::Down]);
    let next = {
        world.press(&[A::Down]);
        let next = number(&world);
        world.press(&[A::Up]);
        next
    };
    let here = world.here().unwrap().id;
    world.write(|rows| {
        let row = rows.iter_mut().find(|row| row.id == here).unwrap();
        row.stage = Stage::Closed;
    });
    assert_eq!((world.screen.table.at, number(&world)), (2, next));
    world.press(&[A::Last]);
    let here = world.here().unwrap().id;
    world.write(|rows| rows.retain(|row| row.id != here));
    assert_eq!(world.screen.table.at, 50, "the last one is gone");
}

#[test]
fn a_step_asks_for_what_is_in_sight_only() {
    let mut world = World::new(3000);
    for action in [A::PageDown; 12]
        .into_iter()
        .chain([A::Last, A::PageUp, A::First])
    {
        world.press(&[action]);
        assert!(world.here().is_some());
    }
    assert!(world.widest <= 60, "{}", world.widest);
    world.press(&[A::Last]);
    let lines = world.lines();
    assert!(
        lines[27].contains("一组"),
        "the list ends at the bottom: {}",
        lines[27]
    );
}

#[test]
fn headings_take_lines_and_the_cursor_stays_in_sight() {
    let mut world = World::new(200);
    world.press(&[A::GroupBy, A::GroupBy]);
    for _ in 0..120 {
        world.press(&[A::Down]);
        let here = number(&world);
        let lines = world.lines();
        let shown = lines
            .iter()
            .any(|line| line.starts_with('│') && line.contains(&here));
        assert!(shown, "{here}\n{}", lines.join("\n"));
    }
}

#[test]
fn back_clears_marks_then_the_filter_then_nothing() {
    let mut world = World::new(60);
    filter(&mut world, "台账");
    world.press(&[A::Mark]);
    let screen = &mut world.screen;
    let mut back = || world.kit.cx(|cx| screen.update(A::Back, &cx));
    assert_eq!(back(), Some(Vec::new()));
    assert_eq!(back(), Some(Vec::new()));
    assert_eq!(back(), None);
    assert!(world.screen.marks.is_empty());
    assert_eq!(world.screen.filter, FindingFilter::default());
}

#[test]
fn an_empty_list_says_which_term_excluded_everything() {
    let mut world = World::new(60);
    filter(&mut world, "没有的词");
    let text = world.lines().join("\n");
    for said in [
        "没有符合条件的问题",
        "去掉 [「没有的词」] 有 53 条",
        "去掉 [在办] 也没有",
        "Esc",
        "村点按 V",
    ] {
        assert!(text.contains(said), "{said}\n{text}");
    }
    let none = World::new(0);
    let text = none.lines().join("\n");
    assert!(text.contains("按 n 登记第一条"), "{text}");
    assert!(!text.contains("没有符合"), "{text}");
}

#[test]
fn a_figure_of_clues_says_how_to_see_them() {
    let mut world = World::new(60);
    world.change(7, |row| row.restricted = true);
    world.screen.narrow(FindingFilter {
        only_clues: true,
        ..FindingFilter::default()
    });
    world.ask();
    let text = world.lines().join("\n");
    assert!(
        text.contains("[只看线索]") && text.contains("# 显示线索"),
        "{text}"
    );
}

#[test]
fn a_choice_narrows_and_a_new_finding_starts_from_it() {
    let mut world = World::new(60);
    let village = row(1).village;
    let screen = &mut world.screen;
    for choice in [
        Choice::Village(village, "示例西村".into()),
        Choice::Areas(vec![3]),
        Choice::Stage(Some(Stage::Closed)),
    ] {
        world.kit.cx(|cx| screen.chosen(choice, &cx));
    }
    world.ask();
    let lines = world.lines();
    assert!(
        lines[0].starts_with("[已销号] [示例西村] [组织建设] Esc"),
        "{}",
        lines[0]
    );
    let effects = world.press(&[A::NewFinding]);
    let [Effect::Form(form)] = effects.as_slice() else {
        unreachable!("{effects:?}");
    };
    let FormKind::NewFinding { draft, .. } = form.as_ref() else {
        unreachable!("{form:?}");
    };
    assert_eq!((draft.village, draft.areas.as_slice()), (village, &[3][..]));
}

#[test]
fn a_number_elsewhere_opens_the_findings_behind_it() {
    let mut world = World::new(60);
    world.screen.narrow(FindingFilter {
        track: Some(Track::Immediate),
        live: Some(false),
        ..FindingFilter::default()
    });
    world.ask();
    assert_eq!(world.here().unwrap().stage, Stage::Closed);
    assert!(world.lines()[0].starts_with("[已办结] [立行立改]"));
}

#[test]
fn a_wanted_finding_is_shown_whatever_the_filter() {
    for (size, page) in [(Size::new(120, 30), false), (Size::new(60, 20), true)] {
        let mut world = World::new(60);
        world.kit.size = size;
        filter(&mut world, "没有的词");
        world.screen.show(id(7));
        world.ask();
        assert_eq!(world.here().unwrap().id, id(7));
        let lines = world.lines().join("\n");
        let whole = lines.contains("查阅2018年台账");
        assert!(whole, "{lines}");
        assert_eq!(world.screen.focus == super::super::state::Focus::Page, page);
    }
}

#[test]
fn a_wanted_finding_far_down_is_found_by_its_number() {
    let mut world = World::new(5000);
    world.write(|rows| {
        for row in rows.iter_mut().filter(|row| row.id != id(4321)) {
            row.due = row
                .due
                .or(Some(crate::tui::screens::test_kit::day("2018-11-02")));
        }
        rows[4320].due = None;
    });
    world.screen.show(id(4321));
    world.ask();
    assert_eq!(world.here().unwrap().id, id(4321));
    assert_eq!(world.screen.filter.text, "一组-4321");
}

#[test]
fn a_hidden_clue_is_not_shown() {
    let mut world = World::new(60);
    world.change(7, |row| row.restricted = true);
    world.screen.show(id(7));
    world.ask();
    assert_ne!(world.here().unwrap().id, id(7));
    assert!(!world.lines().join("\n").contains("缺失7本"));
}

#[test]
fn what_a_stage_needs_is_said_and_its_picker_opens() {
    let mut world = World::new(60);
    world.change(1, |row| {
        row.handler = None;
        row.stage = Stage::Verifying;
    });
    world.screen.show(id(1));
    world.ask();
    let effects = world.press(&[A::Advance]);
    let people = Effect::Pick(Box::new(Pick {
        from: PickFrom::People,
        then: PickThen::Set(vec![id(1)]),
    }));
    let said = "一组-001 进入「底稿」还缺：承办人，补齐后再试";
    assert_eq!(effects, vec![Notice::bad(said), people]);

    world.change(1, |row| row.handler = row_handler());
    let moved = Effect::Write(Change::MoveStage {
        ids: vec![id(1)],
        to: Stage::Drafting,
        remark: String::new(),
    });
    assert_eq!(world.press(&[A::Advance]), vec![moved]);
}

fn row_handler() -> Option<crate::domain::ids::PersonId> {
    row(1).handler
}

#[test]
fn the_detail_scrolls_and_the_page_opens_and_closes() {
    let mut world = World::new(60);
    world.kit.size = Size::new(80, 20);
    world.ask();
    assert!(world.lines().join("\n").contains("下面还有"));
    world.press(&[A::NextPane, A::Last]);
    let lines = world.lines();
    assert!(lines[18].contains("已排两人明日入户核实"), "{}", lines[18]);
    world.press(&[A::Down, A::Down, A::Up]);
    assert!(
        !world.lines()[18].contains("入户核实"),
        "one key up is one line up"
    );
    world.press(&[A::Open]);
    assert!(world.lines()[1].contains("一组-040"));
    world.press(&[A::Right]);
    assert!(
        world.lines()[1].contains("一组-001"),
        "the next one, without the list"
    );
    world.press(&[A::Back]);
    assert!(world.lines()[1].contains("问题"));
}

#[test]
fn what_is_noted_here_is_selected_and_the_filter_stays() {
    let mut world = World::new(60);
    filter(&mut world, "台账");
    world.press(&[A::Down, A::Down]);
    let here = world.here().unwrap().id;
    world.write(|rows| rows.push(row(64)));
    world.screen.made(id(64));
    world.ask();
    assert_eq!(world.here().unwrap().id, id(64));

    world.screen.made(here);
    world.ask();
    world.write(|rows| rows.push(crate::tui::screens::test_kit::finding(65)));
    world.screen.made(id(65));
    world.ask();
    assert_eq!(
        world.here().unwrap().id,
        here,
        "the filter hides the new one"
    );
    assert_eq!(world.screen.filter.text, "台账");
}

#[test]
fn orders_come_round() {
    let mut world = World::new(20);
    for order in [
        Order::Newest,
        Order::Oldest,
        Order::Touched,
        Order::Triage,
        Order::Due,
    ] {
        world.press(&[A::Sort]);
        assert_eq!(world.screen.order(), order);
    }
}

#[test]
fn every_size_draws_in_both_languages() {
    let mut world = World::new(60);
    for say in [Lang::Zh, Lang::En] {
        world.kit.say = say;
        for keys in [
            &[][..],
            &[A::GroupBy],
            &[A::Board],
            &[A::Open],
            &[A::Back, A::Board, A::Mark],
        ] {
            world.press(keys);
            for width in [0, 1, 2, 7, 13, 20, 40, 59, 60, 79, 80, 119, 120, 200] {
                for height in [0, 1, 2, 3, 5, 8, 10, 20, 33, 60] {
                    world.kit.size = Size::new(width, height);
                    world.ask();
                    let lines = world.lines();
                    assert_eq!(lines.len(), usize::from(height));
                }
            }
            world.kit.size = Size::new(120, 30);
            world.ask();
        }
    }
}
