//! How columns share a row.

/// A column's wish.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Col {
    /// So many cells; dropped from the right end on when there is no room.
    Fix(u16),
    /// What is left, at least so many cells.
    Flex(u16),
}

/// Start and width of each column in `width` cells, `gap` cells between two. A column without room is 0 wide.
pub(crate) fn columns(width: u16, gap: u16, wishes: &[Col]) -> Vec<(u16, u16)> {
    let least = |col: &Col| match col {
        Col::Fix(n) | Col::Flex(n) => *n,
    };
    let mut kept: Vec<bool> = wishes.iter().map(|col| least(col) > 0).collect();
    let needed = |kept: &[bool]| -> u16 {
        let shown = wishes.iter().zip(kept).filter(|(_, k)| **k);
        let sum = shown.clone().fold(0_u16, |sum, (col, _)| {
            sum.saturating_add(least(col)).saturating_add(gap)
        });
        sum.saturating_sub(gap)
    };
    while needed(&kept) > width {
        let fixed = |at: &usize| kept[*at] && matches!(wishes[*at], Col::Fix(_));
        match (0..wishes.len()).rev().find(fixed) {
            Some(at) => kept[at] = false,
            None => break,
        }
    }
    let spare = width.saturating_sub(needed(&kept));
    let flexible = wishes
        .iter()
        .zip(&kept)
        .filter(|(col, k)| **k && matches!(col, Col::Flex(_)))
        .count();
    let mut left_over = spare;
    let mut flexible = u16::try_from(flexible).unwrap_or(u16::MAX);
    let mut x = 0_u16;
    let mut places = Vec::with_capacity(wishes.len());
    for (col, kept) in wishes.iter().zip(kept) {
        if !kept || x >= width {
            places.push((x.min(width), 0));
            continue;
        }
        let mut wide = least(col);
        if matches!(col, Col::Flex(_)) && flexible > 0 {
            let part = left_over / flexible;
            left_over -= part;
            flexible -= 1;
            wide += part;
        }
        let wide = wide.min(width - x);
        places.push((x, wide));
        x = x.saturating_add(wide).saturating_add(gap);
    }
    places
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_flexible_one_takes_what_is_left_and_the_last_fixed_ones_go_first() {
        use Col::{Fix, Flex};
        let wishes = [Fix(8), Flex(10), Fix(6), Fix(5)];
        let cases: &[(u16, &[(u16, u16)])] = &[
            (40, &[(0, 8), (9, 18), (28, 6), (35, 5)]),
            (32, &[(0, 8), (9, 10), (20, 6), (27, 5)]),
            (31, &[(0, 8), (9, 15), (25, 6), (31, 0)]),
            (20, &[(0, 8), (9, 11), (20, 0), (20, 0)]),
            (12, &[(0, 0), (0, 12), (12, 0), (12, 0)]),
            (4, &[(0, 0), (0, 4), (4, 0), (4, 0)]),
        ];
        for (width, places) in cases {
            assert_eq!(&columns(*width, 1, &wishes), places, "{width}");
        }
    }
}
