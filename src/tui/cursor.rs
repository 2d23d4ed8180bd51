//! A cursor in a list that is known by windows: after a change it follows its row by key, not by place.

use super::action::Action;
use super::widgets::ListState;
use crate::domain::query::Window;

/// Where one stands in a long list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Cursor<K> {
    /// The row with the cursor and the first row shown.
    pub(crate) list: ListState,
    key: Option<K>,
}

impl<K> Default for Cursor<K> {
    fn default() -> Self {
        Self {
            list: ListState::default(),
            key: None,
        }
    }
}

/// What was answered of a long list: its length, once known, and the windows in sight.
#[derive(Clone, Debug)]
pub(crate) struct Known<'a, R> {
    total: Option<u32>,
    windows: Vec<(u32, &'a [R])>,
}

impl<'a, R> Known<'a, R> {
    /// From the windows that were asked and the length and rows that came back for each.
    pub(crate) fn of(
        windows: &[Window],
        answer: impl Fn(Window) -> Option<(u32, &'a [R])>,
    ) -> Self {
        let mut known = Self {
            total: None,
            windows: Vec::new(),
        };
        for window in windows {
            if let Some((total, rows)) = answer(*window) {
                known.total = Some(total);
                known.windows.push((window.start, rows));
            }
        }
        known
    }

    /// Rows in all; 0 while nothing was answered.
    pub(crate) fn total(&self) -> u32 {
        self.total.unwrap_or(0)
    }

    /// Whether the answer is that there is nothing.
    pub(crate) fn is_empty(&self) -> bool {
        self.total == Some(0)
    }

    /// One row of those in sight.
    pub(crate) fn row(&self, index: u32) -> Option<&'a R> {
        self.windows.iter().find_map(|(start, rows)| {
            let at = usize::try_from(index.checked_sub(*start)?).ok()?;
            rows.get(at)
        })
    }

    fn find(&self, is: impl Fn(&R) -> bool) -> Option<u32> {
        self.windows.iter().find_map(|(start, rows)| {
            let at = rows.iter().position(&is)?;
            u32::try_from(at).ok()?.checked_add(*start)
        })
    }
}

impl<K: Copy + Eq> Cursor<K> {
    /// Place in the whole list, from 0.
    pub(crate) fn index(&self) -> u32 {
        self.list.cursor
    }

    /// The aligned windows that hold what a list of `rows` rows shows: one, or two while it is scrolled between them.
    pub(crate) fn windows(&self, rows: u16) -> Vec<Window> {
        let rows = u32::from(rows).max(1);
        let first = Window::page_of(self.list.top, rows);
        let last = Window::page_of(self.list.top + (rows - 1), rows);
        if first == last {
            vec![first]
        } else {
            vec![first, last]
        }
    }

    /// Obeys a verb of moving in a list that shows `rows` rows; whether it was one.
    pub(crate) fn moved<R>(&mut self, action: Action, rows: u16, known: &Known<'_, R>) -> bool {
        let Some(total) = known.total else {
            return false;
        };
        match action {
            Action::Up => self.list.move_by(-1, total),
            Action::Down => self.list.move_by(1, total),
            Action::PageUp => self.list.page(-1, total, rows),
            Action::PageDown => self.list.page(1, total, rows),
            Action::First => self.list.first(),
            Action::Last => self.list.last(total),
            _ => return false,
        }
        self.list.keep_in_view(total, rows);
        self.key = None;
        true
    }

    /// To the top of a list that is another one now; its row is followed if it is still in sight there.
    pub(crate) fn rewind(&mut self) {
        self.list = ListState::default();
    }

    /// Follows its row; a row that is gone leaves the cursor where it was, inside the list.
    pub(crate) fn settle<R>(&mut self, rows: u16, known: &Known<'_, R>, key: impl Fn(&R) -> K) {
        let Some(total) = known.total else { return };
        let own = known.find(|row| Some(key(row)) == self.key);
        if let Some(index) = own {
            self.list.cursor = index;
        }
        self.list.keep_in_view(total, rows);
        self.key = known.row(self.list.cursor).map(key);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn known<'a>(cursor: &Cursor<char>, rows: u16, all: &'a [char]) -> Known<'a, char> {
        Known::of(&cursor.windows(rows), |window| {
            let start = usize::try_from(window.start).unwrap().min(all.len());
            let end = (start + usize::try_from(window.size).unwrap()).min(all.len());
            Some((u32::try_from(all.len()).unwrap(), &all[start..end]))
        })
    }

    #[test]
    fn it_asks_for_one_window_and_for_two_between_them() {
        let all = ['a', 'b', 'c', 'd', 'e'];
        let mut cursor = Cursor::default();
        assert_eq!(cursor.windows(3), [Window { start: 0, size: 3 }]);
        for _ in 0..3 {
            assert!(cursor.moved(Action::Down, 3, &known(&cursor, 3, &all)));
        }
        assert_eq!(cursor.list, ListState { cursor: 3, top: 1 });
        let windows = cursor.windows(3);
        assert_eq!(windows[0], Window { start: 0, size: 3 });
        assert_eq!(windows[1], Window { start: 3, size: 3 });
        assert_eq!(known(&cursor, 3, &all).row(3), Some(&'d'));
        assert!(!cursor.moved(Action::Open, 3, &known(&cursor, 3, &all)));
    }

    #[test]
    fn it_follows_its_row_and_stays_in_the_list() {
        let mut cursor = Cursor::default();
        let all = ['a', 'b', 'c'];
        cursor.moved(Action::Down, 3, &known(&cursor, 3, &all));
        cursor.settle(3, &known(&cursor, 3, &all), |c| *c);
        cursor.settle(3, &known(&cursor, 3, &['b', 'a', 'c']), |c| *c);
        assert_eq!(cursor.index(), 0, "b moved up and the cursor with it");
        cursor.settle(3, &known(&cursor, 3, &['a', 'c']), |c| *c);
        assert_eq!(cursor.index(), 0, "b is gone: the place stays");
        cursor.moved(Action::Last, 3, &known(&cursor, 3, &all));
        cursor.settle(3, &known(&cursor, 3, &['x']), |c| *c);
        assert_eq!(cursor.index(), 0, "the list became shorter");
        cursor.settle(3, &known(&cursor, 3, &[]), |c| *c);
        assert!(known(&cursor, 3, &[]).is_empty());
    }

    #[test]
    fn nothing_moves_before_something_is_known() {
        let mut cursor = Cursor::<char>::default();
        let nothing = Known::<char>::of(&cursor.windows(3), |_| None);
        assert!(!cursor.moved(Action::Down, 3, &nothing));
        cursor.settle(3, &nothing, |c| *c);
        assert_eq!(cursor, Cursor::default());
    }
}
