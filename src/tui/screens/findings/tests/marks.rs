//! Marking, and keys on everything marked.

use super::world::{World, id};
use crate::domain::change::{Change, Thing};
use crate::domain::codes::Stage;
use crate::tui::action::Action as A;
use crate::tui::effect::{Effect, Pick, PickFrom, PickThen, Prompt, PromptFor};

/// Numbers of the marked ones, in the order in which they were marked.
fn marked(world: &World) -> Vec<u128> {
    let marks = world.screen.marks.iter();
    marks.map(|row| row.id.0.as_u128()).collect()
}

#[test]
fn space_marks_and_goes_on() {
    let mut world = World::new(60);
    world.press(&[A::Mark, A::Mark]);
    assert_eq!(marked(&world), [40, 1]);
    assert!(world.lines()[0].contains("已选 2"));
    world.press(&[A::Up, A::Mark]);
    assert_eq!(marked(&world), [40]);
}

#[test]
fn a_range_grows_and_shrinks() {
    let cases: &[(&[A], &[u128])] = &[
        (&[A::MarkDown], &[40, 1]),
        (&[A::MarkDown, A::MarkDown], &[40, 1, 41]),
        (&[A::MarkDown, A::MarkDown, A::MarkUp], &[40, 1]),
        (&[A::Down, A::Down, A::MarkUp], &[41, 1]),
        // A step without marking begins another range.
        (&[A::MarkDown, A::Down, A::Down, A::MarkUp], &[40, 1, 2, 41]),
    ];
    for (keys, want) in cases {
        let mut world = World::new(60);
        world.press(keys);
        assert_eq!(&marked(&world), want, "{keys:?}");
    }
}

#[test]
fn all_is_everything_the_filter_lets_through_and_again_nothing() {
    let mut world = World::new(60);
    world.press(&[A::MarkAll]);
    assert_eq!(world.screen.marks.len(), 53);
    world.press(&[A::MarkAll]);
    assert!(world.screen.marks.is_empty());
    world.press(&[A::Board, A::MarkAll]);
    assert_eq!(world.screen.marks.len(), 7, "on the board it is the column");
}

#[test]
fn one_key_is_one_change_for_all_of_them() {
    let mut world = World::new(60);
    world.press(&[A::Mark, A::Mark]);
    let ids = vec![id(40), id(1)];
    let pick = Effect::Pick(Box::new(Pick {
        from: PickFrom::People,
        then: PickThen::Set(ids.clone()),
    }));
    assert_eq!(world.press(&[A::SetHandler]), vec![pick]);
    let things = ids.iter().copied().map(Thing::Finding).collect();
    let ask = Effect::Prompt(Box::new(Prompt {
        ask: PromptFor::WithdrawReason(things),
        text: String::new(),
    }));
    assert_eq!(world.press(&[A::Withdraw]), vec![ask]);
    world.change(40, |row| row.stage = Stage::Verifying);
    let moved = Effect::Write(Change::MoveStage {
        ids,
        to: Stage::Drafting,
        remark: String::new(),
    });
    assert_eq!(world.press(&[A::Advance]), vec![moved], "marks are fresh");
}

#[test]
fn marks_stay_with_their_findings_also_out_of_sight() {
    let mut world = World::new(2000);
    world.press(&[A::Mark, A::Mark, A::Last]);
    world.change(40, |row| row.stage = Stage::Drafting);
    assert_eq!(world.screen.marks[0].stage, Stage::Drafting);
    world.write(|rows| rows.retain(|row| row.id != id(40)));
    assert_eq!(marked(&world), [80], "what is gone is marked no more");
}
