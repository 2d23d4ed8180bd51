//! What can be done to a round, by numbers that choose among what there is.

use proptest::prelude::*;

/// What is done, with numbers that choose among what there is.
#[derive(Clone, Debug)]
pub(super) enum Deed {
    Note(u8),
    Edit(usize, u8),
    Set(usize, u8),
    Stage(usize, usize),
    Merge(usize, usize),
    Source(usize),
    Answer(usize, usize, usize),
    Fail(usize, usize),
    Plan(u8),
    EditEvent(usize, u8),
    MoveEvent(usize, i64),
    SetEvent(usize, usize),
    Visit(u8),
    EditVisit(usize, u8),
    Village(usize, u8),
    Meet(u8, u8),
    Close(u8),
    Reopen(usize),
    Action(u8),
    Tick(usize, bool),
    Withdraw(u8, usize),
    Setting(u8),
    Undo,
    Redo,
    UndoEntry(usize),
}

pub(super) fn deed() -> impl Strategy<Value = Deed> {
    use Deed as D;
    let at = || 0..64_usize;
    let byte = any::<u8>;
    prop_oneof![
        3 => byte().prop_map(D::Note),
        3 => (at(), byte()).prop_map(|(a, b)| D::Edit(a, b)),
        4 => (at(), byte()).prop_map(|(a, b)| D::Set(a, b)),
        5 => (at(), at()).prop_map(|(a, b)| D::Stage(a, b)),
        1 => (at(), at()).prop_map(|(a, b)| D::Merge(a, b)),
        2 => at().prop_map(D::Source),
        3 => (at(), at(), at()).prop_map(|(a, b, c)| D::Answer(a, b, c)),
        1 => (at(), at()).prop_map(|(a, b)| D::Fail(a, b)),
        2 => byte().prop_map(D::Plan),
        1 => (at(), byte()).prop_map(|(a, b)| D::EditEvent(a, b)),
        3 => (at(), -9..9_i64).prop_map(|(a, b)| D::MoveEvent(a, b)),
        2 => (at(), at()).prop_map(|(a, b)| D::SetEvent(a, b)),
        2 => byte().prop_map(D::Visit),
        1 => (at(), byte()).prop_map(|(a, b)| D::EditVisit(a, b)),
        1 => (at(), byte()).prop_map(|(a, b)| D::Village(a, b)),
        1 => (byte(), byte()).prop_map(|(a, b)| D::Meet(a, b)),
        1 => byte().prop_map(D::Close),
        1 => at().prop_map(D::Reopen),
        1 => byte().prop_map(D::Action),
        1 => (at(), any::<bool>()).prop_map(|(a, b)| D::Tick(a, b)),
        2 => (byte(), at()).prop_map(|(a, b)| D::Withdraw(a, b)),
        1 => byte().prop_map(D::Setting),
        5 => Just(D::Undo),
        4 => Just(D::Redo),
        3 => at().prop_map(D::UndoEntry),
    ]
}
