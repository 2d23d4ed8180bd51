//! Which verbs work on what is selected, the likeliest first.

use super::state::{Findings, Focus, Shape};
use crate::tui::action::Action as A;
use crate::tui::screen::Cx;

/// What one does to findings again and again.
const OFTEN: &[A] = &[A::Advance, A::SetHandler, A::SetDue, A::SetStage];
/// What is done to them now and then.
const SELDOM: &[A] = &[
    A::Retreat,
    A::SetTrack,
    A::SetVillage,
    A::SetAreas,
    A::SetTriage,
    A::Withdraw,
    A::MarkDown,
    A::MarkUp,
    A::MarkAll,
];
/// What narrows and arranges the list.
const LIST: &[A] = &[
    A::Zoom,
    A::Sort,
    A::GroupBy,
    A::FilterStage,
    A::FilterVillage,
    A::FilterArea,
];

impl Findings {
    pub(super) fn likely(&self, cx: &Cx<'_>) -> Vec<A> {
        let marked = !self.marks.is_empty();
        let one = !marked && self.row(cx).is_some();
        let some = marked || one;
        let page = self.focus == Focus::Page;
        let mut verbs = Vec::new();
        let mut offer = |when: bool, these: &[A]| {
            if when {
                verbs.extend_from_slice(these);
            }
        };
        offer(page || marked, &[A::Back]);
        offer(one && !page, &[A::Open]);
        offer(some, OFTEN);
        offer(one, &[A::Edit]);
        offer(page && one, &[A::AddSource]);
        offer(true, &[A::NewFinding, A::Filter, A::Board]);
        offer(some, &[A::Mark]);
        offer(some, SELDOM);
        offer(one && !page, &[A::AddSource]);
        offer(one, &[A::Merge]);
        offer(true, LIST);
        offer(!(page || marked), &[A::Back]);
        if self.shape == Shape::Board {
            verbs.retain(|verb| !matches!(verb, A::GroupBy | A::Zoom));
        }
        verbs
    }
}
