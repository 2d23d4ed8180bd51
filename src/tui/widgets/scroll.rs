//! Where a list stands: its cursor and the first row shown. Pure: also `state.rs` and `update.rs` use it.

/// A list's cursor and its first visible row.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct ListState {
    /// The row with the cursor.
    pub(crate) cursor: u32,
    /// The first row shown.
    pub(crate) top: u32,
}

impl ListState {
    /// With the cursor on a row.
    pub(crate) const fn at(cursor: u32) -> Self {
        Self {
            cursor,
            top: cursor,
        }
    }

    /// Moves by so many rows; stops at both ends of a list of `len` rows.
    pub(crate) fn move_by(&mut self, by: i64, len: u32) {
        let last = i64::from(len.saturating_sub(1));
        let to = i64::from(self.cursor).saturating_add(by).clamp(0, last);
        self.cursor = u32::try_from(to).unwrap_or(0);
    }

    /// To the first row.
    pub(crate) fn first(&mut self) {
        self.cursor = 0;
    }

    /// To the last row.
    pub(crate) fn last(&mut self, len: u32) {
        self.cursor = len.saturating_sub(1);
    }

    /// A page on or back: one row stays in sight.
    pub(crate) fn page(&mut self, pages: i64, len: u32, height: u16) {
        let step = i64::from(height.saturating_sub(1).max(1));
        self.move_by(pages.saturating_mul(step), len);
    }

    /// Keeps the cursor inside the list and inside `height` visible rows, and the rows filled.
    pub(crate) fn keep_in_view(&mut self, len: u32, height: u16) {
        let height = u32::from(height).max(1);
        self.cursor = self.cursor.min(len.saturating_sub(1));
        self.top = self
            .top
            .min(self.cursor)
            .max((self.cursor + 1).saturating_sub(height))
            .min(len.saturating_sub(height));
    }

    /// The rows shown, of a list of `len` rows.
    pub(crate) fn visible(self, len: u32, height: u16) -> std::ops::Range<u32> {
        let mut seen = self;
        seen.keep_in_view(len, height);
        seen.top..len.min(seen.top + u32::from(height))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_cursor_stays_inside_and_in_sight() {
        // (start, by, len, height) → (cursor, top)
        let cases = [
            ((0, 0), 1, 10, 4, (1, 0)),
            ((3, 0), 1, 10, 4, (4, 1)),
            ((4, 4), -1, 10, 4, (3, 3)),
            ((9, 6), 5, 10, 4, (9, 6)),
            ((2, 2), -9, 10, 4, (0, 0)),
            ((5, 5), 0, 6, 4, (5, 2)),
            ((5, 5), 1, 0, 4, (0, 0)),
            ((0, 0), 1, 3, 0, (1, 1)),
        ];
        for ((cursor, top), by, len, height, (want_cursor, want_top)) in cases {
            let mut list = ListState { cursor, top };
            list.move_by(by, len);
            list.keep_in_view(len, height);
            assert_eq!(
                list,
                ListState {
                    cursor: want_cursor,
                    top: want_top
                },
                "{cursor} {top} {by} {len} {height}"
            );
        }
    }

    #[test]
    fn a_page_keeps_one_row_in_sight() {
        let mut list = ListState::default();
        list.page(1, 100, 10);
        assert_eq!(list.cursor, 9);
        list.page(-3, 100, 10);
        assert_eq!(list.cursor, 0);
    }
}
