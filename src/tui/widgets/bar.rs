//! A progress bar in cells.

/// `███░░ 5/9`: a bar of `cells` and the figures. Full only when all is done, empty only when nothing is.
pub(crate) fn bar(done: u32, of: u32, cells: u16) -> String {
    let full = filled(done, of, cells);
    let (full, empty) = (usize::from(full), usize::from(cells - full));
    format!("{}{} {done}/{of}", "█".repeat(full), "░".repeat(empty))
}

/// How many of `cells` are filled.
pub(crate) fn filled(done: u32, of: u32, cells: u16) -> u16 {
    if of == 0 || done == 0 || cells == 0 {
        return 0;
    }
    if done >= of {
        return cells;
    }
    let share = u64::from(done) * u64::from(cells) / u64::from(of);
    let share = u16::try_from(share).unwrap_or(cells);
    share.max(1).min(cells.saturating_sub(1).max(1))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bars() {
        let cases = [
            (0, 9, 5, "░░░░░ 0/9"),
            (1, 99, 5, "█░░░░ 1/99"),
            (5, 9, 5, "██░░░ 5/9"),
            (98, 99, 5, "████░ 98/99"),
            (9, 9, 5, "█████ 9/9"),
            (0, 0, 5, "░░░░░ 0/0"),
            (3, 9, 0, " 3/9"),
        ];
        for (done, of, cells, text) in cases {
            assert_eq!(bar(done, of, cells), text);
        }
    }
}
