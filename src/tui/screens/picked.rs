//! A cursor among lines of which only some can be selected; it follows the selected one by key, not by place.

use crate::tui::action::Action;
use crate::tui::widgets::ListState;

/// What is selected, and which lines are in sight.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Picked<K> {
    key: Option<K>,
    list: ListState,
    marks: Vec<K>,
}

impl<K> Default for Picked<K> {
    fn default() -> Self {
        Self {
            key: None,
            list: ListState::default(),
            marks: Vec::new(),
        }
    }
}

impl<K: Copy + Eq> Picked<K> {
    /// What is selected.
    pub(crate) fn key(&self) -> Option<K> {
        self.key
    }

    /// The cursor's line and the first one shown.
    pub(crate) fn list(&self) -> ListState {
        self.list
    }

    /// Selects this one; it comes in sight with the next `settle`.
    pub(crate) fn choose(&mut self, key: K) {
        self.key = Some(key);
    }

    /// Forgets the selection: the first line that can be selected is next.
    pub(crate) fn reset(&mut self) {
        *self = Self::default();
    }

    /// Finds the selected line again among all lines (headings are `None`), of which `height` are shown. One that is
    /// gone leaves the cursor where it was, on the nearest line that can be selected.
    pub(crate) fn settle(&mut self, lines: &[Option<K>], height: u16) {
        self.marks.retain(|mark| lines.contains(&Some(*mark)));
        let place = |key| lines.iter().position(|line| *line == Some(key));
        let found = self.key.and_then(place);
        self.stand(found.unwrap_or_else(|| self.at()), true, lines, height);
    }

    /// Obeys a verb of moving; whether it was one.
    pub(crate) fn moved(&mut self, action: Action, lines: &[Option<K>], height: u16) -> bool {
        let page = usize::from(height.saturating_sub(1).max(1));
        let (to, down) = match action {
            Action::Up => (self.at().checked_sub(1), false),
            Action::Down => (Some(self.at() + 1), true),
            Action::PageUp => (Some(self.at().saturating_sub(page)), false),
            Action::PageDown => (Some(self.at() + page), true),
            Action::First => (Some(0), true),
            Action::Last => (Some(lines.len()), false),
            _ => return false,
        };
        self.stand(to.unwrap_or(0), down, lines, height);
        true
    }

    /// Obeys a verb of marking; whether it was one.
    pub(crate) fn marking(&mut self, action: Action, lines: &[Option<K>], height: u16) -> bool {
        let step = match action {
            Action::Mark => {
                if let Some(key) = self.key {
                    self.toggle(key);
                }
                Action::Down
            }
            Action::MarkDown => Action::Down,
            Action::MarkUp => Action::Up,
            Action::MarkAll => {
                self.marks = lines.iter().copied().flatten().collect();
                return true;
            }
            _ => return false,
        };
        if action != Action::Mark {
            self.mark();
        }
        self.moved(step, lines, height);
        if action != Action::Mark {
            self.mark();
        }
        true
    }

    fn toggle(&mut self, key: K) {
        if self.is_marked(key) {
            self.marks.retain(|it| *it != key);
        } else {
            self.marks.push(key);
        }
    }

    fn mark(&mut self) {
        let key = self.key.filter(|key| !self.is_marked(*key));
        self.marks.extend(key);
    }

    /// Whether it is marked.
    pub(crate) fn is_marked(&self, key: K) -> bool {
        self.marks.contains(&key)
    }

    /// Whether anything is marked.
    pub(crate) fn has_marks(&self) -> bool {
        !self.marks.is_empty()
    }

    /// Takes all marks away; whether there were any.
    pub(crate) fn unmark(&mut self) -> bool {
        let any = self.has_marks();
        self.marks.clear();
        any
    }

    /// What a verb is for: the marked ones, else the one with the cursor.
    pub(crate) fn chosen(&self) -> Vec<K> {
        if self.has_marks() {
            self.marks.clone()
        } else {
            self.key.into_iter().collect()
        }
    }

    fn at(&self) -> usize {
        usize::try_from(self.list.cursor).unwrap_or(usize::MAX)
    }

    /// On the nearest line that can be selected, searched in the direction of the movement first.
    fn stand(&mut self, at: usize, down: bool, lines: &[Option<K>], height: u16) {
        let at = at.min(lines.len().saturating_sub(1));
        let can = |at: &usize| lines.get(*at).is_some_and(Option::is_some);
        let below = (at..lines.len()).find(can);
        let above = (0..=at).rev().find(can);
        let place = if down {
            below.or(above)
        } else {
            above.or(below)
        };
        let Some(place) = place else {
            return;
        };
        self.key = lines.get(place).copied().flatten();
        let count = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
        self.list.cursor = count(place);
        // The heading above the first one comes in sight with it.
        if !(0..place).any(|it| can(&it)) {
            self.list.top = 0;
        }
        self.list.keep_in_view(count(lines.len()), height);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const LINES: &[Option<char>] = &[
        None,
        Some('a'),
        Some('b'),
        None,
        None,
        Some('c'),
        Some('d'),
        None,
    ];

    #[test]
    fn headings_are_passed_over() {
        let cases = [
            ('a', Action::Down, 'b'),
            ('b', Action::Down, 'c'),
            ('c', Action::Up, 'b'),
            ('a', Action::Up, 'a'),
            ('d', Action::Down, 'd'),
            ('a', Action::PageDown, 'c'),
            ('d', Action::PageUp, 'b'),
            ('c', Action::First, 'a'),
            ('a', Action::Last, 'd'),
        ];
        for (from, action, to) in cases {
            let mut picked = Picked::default();
            picked.choose(from);
            picked.settle(LINES, 4);
            assert!(picked.moved(action, LINES, 4));
            assert_eq!(picked.key(), Some(to), "{action:?} from {from}");
        }
    }

    #[test]
    fn it_follows_its_line_and_keeps_its_place_when_that_is_gone() {
        let mut picked = Picked::default();
        picked.choose('c');
        picked.settle(LINES, 4);
        picked.settle(&[Some('c'), None, Some('d')], 4);
        assert_eq!((picked.key(), picked.list().cursor), (Some('c'), 0));
        picked.settle(&[None, Some('d')], 4);
        assert_eq!(picked.key(), Some('d'));
        picked.settle(&[None], 4);
        assert_eq!(picked.key(), Some('d'), "nothing to select: it waits");
    }

    #[test]
    fn marks_are_what_a_verb_is_for() {
        let mut picked = Picked::default();
        picked.settle(LINES, 4);
        assert_eq!(picked.chosen(), ['a']);
        picked.marking(Action::Mark, LINES, 4);
        assert_eq!((picked.chosen(), picked.key()), (vec!['a'], Some('b')));
        picked.marking(Action::MarkDown, LINES, 4);
        assert_eq!(picked.chosen(), ['a', 'b', 'c']);
        picked.settle(&[Some('b'), Some('d')], 4);
        assert_eq!(picked.chosen(), ['b'], "what is gone is not marked");
        assert!(picked.unmark() && !picked.unmark());
        picked.marking(Action::MarkAll, LINES, 4);
        assert_eq!(picked.chosen(), ['a', 'b', 'c', 'd']);
    }

    #[test]
    fn the_first_line_brings_its_heading_in_sight() {
        let mut picked = Picked::default();
        picked.choose('d');
        picked.settle(LINES, 3);
        assert_eq!(picked.list().top, 4);
        picked.moved(Action::First, LINES, 3);
        assert_eq!(picked.list().top, 0);
    }
}
