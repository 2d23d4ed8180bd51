//! The board: columns, cards, and the cursor that goes where its card goes.

use ratatui::layout::Size;

use super::super::state::first_column;
use super::world::{World, id};
use crate::domain::change::Change;
use crate::domain::codes::Stage;
use crate::domain::query::FindingFilter;
use crate::tui::action::Action as A;
use crate::tui::effect::{Effect, Prompt, PromptFor};

fn on_board(n: u32) -> World {
    let mut world = World::new(n);
    world.press(&[A::Board]);
    world
}

#[test]
fn it_opens_on_the_same_finding_and_so_does_the_table_again() {
    let mut world = World::new(60);
    world.press(&[A::Down, A::Down, A::Down]);
    let here = world.here().unwrap();
    world.press(&[A::Board]);
    assert_eq!(world.here().unwrap().id, here.id);
    assert_eq!(world.screen.board.column, here.stage);
    world.press(&[A::Right, A::Down]);
    let card = world.here().unwrap();
    world.press(&[A::Board]);
    assert_eq!(world.here().unwrap().id, card.id);
}

#[test]
fn eight_columns_with_their_counts() {
    let world = on_board(60);
    let heads = &world.lines()[1];
    for head in [
        "登记 7",
        "核实 8",
        "底稿 8",
        "审签 8",
        "已定性 8",
        "整改中 7",
        "待复核 7",
        "已销号 7",
    ] {
        assert!(heads.contains(head), "{head}: {heads}");
    }
}

#[test]
fn a_moved_card_takes_the_cursor_with_it() {
    let mut world = on_board(400);
    world.press(&[A::Right, A::Down, A::Down]);
    let card = world.here().unwrap();
    let to = |stage| {
        vec![Effect::Write(Change::MoveStage {
            ids: vec![card.id],
            to: stage,
            remark: String::new(),
        })]
    };
    let mut stage = card.stage;
    for next in [Stage::Drafting, Stage::Signing] {
        assert_eq!(world.press(&[A::Advance]), to(next));
        world.write(|rows| {
            let row = rows.iter_mut().find(|row| row.id == card.id).unwrap();
            row.stage = next;
        });
        stage = next;
        assert_eq!(world.here().unwrap().id, card.id);
        assert_eq!(world.screen.board.column, stage);
    }
    assert_eq!(stage, Stage::Signing);
    assert_eq!(world.press(&[A::Retreat]), to(Stage::Drafting));
}

#[test]
fn reopening_asks_why() {
    let mut world = on_board(60);
    world.press(&[A::Right; 7]);
    let card = world.here().unwrap();
    assert_eq!(card.stage, Stage::Closed);
    let ask = PromptFor::StageReason(vec![card.id], Stage::ToCheck);
    let text = String::new();
    let prompt = Effect::Prompt(Box::new(Prompt { ask, text }));
    assert_eq!(world.press(&[A::Retreat]), vec![prompt]);
}

#[test]
fn what_was_returned_stands_with_its_sign_where_it_is_verified_again() {
    let mut world = on_board(60);
    world.change(2, |row| row.stage = Stage::Returned);
    world.screen.board.column = Stage::Verifying;
    world.press(&[A::First]);
    let lines = world.lines();
    assert!(lines[1].contains("核实 9"), "{}", lines[1]);
    let sign = |lines: &[String]| lines.iter().filter(|it| it.contains("↩")).count();
    assert_eq!(sign(&lines[2..20]), 1, "{}", lines.join("\n"));
    world.change(2, |row| row.stage = Stage::Verifying);
    assert_eq!(sign(&world.lines()), 0);
}

#[test]
fn narrow_screens_show_fewer_columns_around_the_selected_one() {
    let cases = [
        (160, 8),
        (120, 8),
        (119, 8),
        (118, 7),
        (80, 5),
        (60, 4),
        (59, 1),
        (20, 1),
    ];
    let mut world = on_board(60);
    for (width, columns) in cases {
        world.kit.size = Size::new(width, 24);
        world.ask();
        let screen = &world.screen;
        let shown = world.kit.cx(|cx| screen.shown_columns(&cx).len());
        assert_eq!(shown, columns, "{width}");
    }
    world.kit.size = Size::new(80, 24);
    world.press(&[A::Right; 6]);
    let heads = &world.lines()[1];
    assert!(heads.contains("‹") && heads.contains("待复核"), "{heads}");
    assert!(!heads.contains("登记"), "{heads}");
}

#[test]
fn columns_scroll_no_more_than_they_must() {
    // (left, here, fit, len) → left
    let cases = [
        ((0, 0, 5, 8), 0),
        ((0, 4, 5, 8), 0),
        ((0, 5, 5, 8), 1),
        ((3, 2, 5, 8), 2),
        ((3, 4, 5, 8), 3),
        ((7, 7, 8, 8), 0),
        ((0, 0, 1, 0), 0),
    ];
    for ((left, here, fit, len), want) in cases {
        assert_eq!(
            first_column(left, here, fit, len),
            want,
            "{left} {here} {fit} {len}"
        );
    }
}

#[test]
fn a_filter_by_stage_leaves_its_columns() {
    let mut world = on_board(60);
    world.screen.filter = FindingFilter {
        stages: vec![Stage::Returned, Stage::Signing],
        ..FindingFilter::default()
    };
    world.ask();
    assert_eq!(
        world.screen.columns(),
        vec![Stage::Verifying, Stage::Signing]
    );
    assert_eq!(world.screen.board.column, Stage::Verifying);
    assert!(world.here().is_none(), "nothing was returned");
    world.press(&[A::Right]);
    assert_eq!(world.here().unwrap().stage, Stage::Signing);
}

#[test]
fn a_filter_that_leaves_done_ones_out_counts_none_of_them() {
    let mut world = on_board(60);
    world.screen.filter.live = Some(true);
    world.ask();
    let lines = world.lines();
    assert!(lines[0].ends_with("53/60"), "{}", lines[0]);
    assert!(lines[1].contains("已销号 0"), "{}", lines[1]);
}

#[test]
fn what_is_noted_here_is_selected_if_the_filter_lets_it_through() {
    let mut world = on_board(60);
    world.press(&[A::Right, A::Right, A::Down]);
    world.write(|rows| rows.push(super::world::row(64)));
    world.screen.made(id(64));
    world.ask();
    assert_eq!(world.here().unwrap().id, id(64));
    assert_eq!(world.screen.board.column, Stage::Noted);

    world.press(&[A::Right, A::Down]);
    let here = world.here().unwrap().id;
    world.screen.filter.area = Some(5);
    world.write(|rows| rows.push(super::world::row(72)));
    world.screen.made(id(72));
    world.ask();
    assert_ne!(world.here().unwrap().id, id(72), "it has another area");
    assert_ne!(world.here().unwrap().id, here, "and so has this one");
    assert_eq!(world.screen.board.column, Stage::Verifying);
}

#[test]
fn a_column_asks_for_the_cards_in_sight_only() {
    let mut world = on_board(3000);
    world.widest = 0;
    for _ in 0..9 {
        world.press(&[A::PageDown, A::Right]);
        assert!(world.here().is_some());
    }
    assert!(world.widest <= 40, "{}", world.widest);
    assert_ne!(world.here().unwrap().id, id(1));
}
