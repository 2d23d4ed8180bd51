//! The screen of today over the sample round: pictures, and what keys do to the file.

use xuncha::text::Lang;

use super::{WINDOWS, below_tabs, sample};

/// Keys and what the picture is called.
const PICTURES: [(&str, &str); 3] = [
    ("1", "top"),
    ("1<end>", "end"),
    ("1<pgdn><space>", "marked"),
];

#[test]
fn pictures() {
    for (say, columns, rows, window) in WINDOWS {
        for (keys, name) in PICTURES {
            let mut desk = sample(say, columns, rows);
            let shown = below_tabs(desk.keys(keys));
            insta::assert_snapshot!(format!("today_{name}_{window}"), shown);
        }
    }
}

#[test]
fn the_smallest_window_still_reads() {
    let mut desk = sample(Lang::Zh, 40, 10);
    for (keys, name) in [("1", "top"), ("<end>", "end")] {
        let shown = below_tabs(desk.keys(keys));
        insta::assert_snapshot!(format!("today_{name}_zh_40"), shown);
    }
}

/// What the pane beside the list is called: the number of the selected finding, as lists shorten it.
fn selected(shown: &str) -> String {
    let panes = shown.lines().nth(2).unwrap_or_default();
    let title = panes.rsplit("┌ ").next().unwrap_or_default();
    let number = title.split(' ').next().unwrap_or_default();
    number.trim_start_matches("2018-01-").to_owned()
}

/// The last line of the list with this in it.
fn line<'a>(shown: &'a str, text: &str) -> &'a str {
    let mut lines = shown.lines().filter(|it| it.starts_with('│'));
    let found = lines.rfind(|it| it.contains(text));
    found.unwrap_or_default()
}

#[test]
fn a_line_is_worked_on_where_it_stands() {
    let mut desk = sample(Lang::Zh, 120, 36);
    desk.keys("1f");
    assert!(desk.text().contains("✓ 上午"), "{}", desk.text());
    desk.keys("<end>");
    let number = selected(&desk.text());
    assert!(line(&desk.text(), &number).contains("登记"), "{number}");
    desk.keys("]");
    let shown = desk.text();
    assert_eq!(selected(&shown), number, "the cursor stays with it");
    assert!(line(&shown, &number).contains("核实"), "{shown}");
    desk.keys("u");
    assert!(line(&desk.text(), &number).contains("登记"));
}

#[test]
fn what_is_due_leaves_when_its_deadline_moves() {
    let mut desk = sample(Lang::Zh, 120, 36);
    // Up from the end, past what is new, stands what is due.
    desk.keys("1<end>");
    for _ in 0..80 {
        if desk.text().contains("· 今天") {
            break;
        }
        desk.keys("<up>");
    }
    let due = format!("◆ {}", selected(&desk.text()));
    assert!(!line(&desk.text(), &due).is_empty(), "{}", desk.text());
    desk.keys("d<C-u>+3<enter>");
    assert_eq!(line(&desk.text(), &due), "");
    desk.keys("u");
    assert!(!line(&desk.text(), &due).is_empty(), "{}", desk.text());
}

/// The number behind a word at the start of a line of the list, or in the header.
fn number_after(text: &str, word: &str) -> Option<u32> {
    let (_, rest) = text.split_once(word)?;
    let digits: String = rest
        .trim_start()
        .chars()
        .take_while(char::is_ascii_digit)
        .collect();
    digits.parse().ok()
}

#[test]
fn all_teams_together_are_what_the_header_counts() {
    let mut desk = sample(Lang::Zh, 120, 200);
    let counted = |desk: &xuncha::tui::desk::Desk| {
        let text = desk.text();
        let heads = |word: &str| text.lines().find_map(|it| number_after(it, word));
        (heads("│逾期 "), heads("│今日到期 "), heads("│在查清单 "))
    };
    let own = counted(&desk);
    let header = desk.text();
    let header = header.lines().next().unwrap_or_default();
    desk.keys("z");
    let all = counted(&desk);
    assert_eq!(all.0, number_after(header, "逾期 "));
    assert_eq!(all.1, number_after(header, "今日到期 "));
    assert!(own.0 < all.0 && own.2 < all.2, "{own:?} of {all:?}");
    desk.keys("z");
    assert_eq!(counted(&desk), own);
}
