//! Counts: how they look, and that every number opens a list of exactly that many.

use xuncha::text::Lang;
use xuncha::tui::desk::Desk;

use super::below_tabs;
use crate::sample::committed;

/// The counts over the sample round.
fn counts(say: Lang, columns: u16, rows: u16) -> Desk {
    let mut desk = Desk::open(committed(), say, columns, rows);
    desk.keys("6");
    desk
}

#[test]
fn they_read_on_a_wall_on_a_laptop_and_on_a_strip() {
    for (say, name) in [(Lang::Zh, "zh"), (Lang::En, "en")] {
        for (columns, rows) in [(120, 36), (80, 24), (40, 10)] {
            let mut desk = counts(say, columns, rows);
            let panes: &[&str] = if columns == 120 {
                &["areas"]
            } else {
                &["areas", "reported", "shares", "trend"]
            };
            for pane in panes {
                insta::assert_snapshot!(format!("{pane}_{columns}_{name}"), below_tabs(&desk));
                desk.keys("<tab>");
            }
        }
        let mut desk = counts(say, 120, 36);
        desk.keys("X");
        insta::assert_snapshot!(format!("stages_120_{name}"), below_tabs(&desk));
        desk.keys("<tab><enter>");
        insta::assert_snapshot!(format!("talks_120_{name}"), below_tabs(&desk));
    }
}

/// The numbers of the table in rows, the sums at the left first and at the bottom last.
fn table(text: &str) -> Vec<Vec<u32>> {
    let number = |word: &str| match word {
        "·" => Some(0),
        word => word.parse().ok(),
    };
    let mut rows = Vec::new();
    for line in text.lines().skip(4) {
        let own = line.split('│').nth(1).unwrap_or_default();
        let words: Vec<&str> = own.split_whitespace().collect();
        let numbers: Vec<u32> = words.iter().skip(1).filter_map(|it| number(it)).collect();
        if words.len() > 2 && numbers.len() + 1 == words.len() {
            rows.push(numbers);
        }
        if words.first() == Some(&"合计") {
            break;
        }
    }
    rows
}

/// How many the findings' screen lists.
fn listed(text: &str) -> u32 {
    let title = text.lines().find(|line| line.contains("┌ 问题 ·"));
    let title = title.unwrap_or_else(|| panic!("a list: {text}"));
    let (_, after) = title.split_once('/').unwrap();
    let digits: String = after.chars().take_while(char::is_ascii_digit).collect();
    digits.parse().unwrap()
}

/// Opens the number under the cursor and comes back; how many its list has.
fn opened(desk: &mut Desk) -> u32 {
    let text = desk.keys("<enter>").text();
    if text.contains("[6统计]") {
        assert!(text.contains("这里是 0"), "{text}");
        return 0;
    }
    let n = listed(&text);
    let text = desk.keys("<backspace>").text();
    assert!(text.contains("[6统计]"), "{text}");
    n
}

/// Walks over every number of the table, line by line.
fn every_number_opens_its_list(desk: &mut Desk) {
    let rows = table(&desk.text());
    assert!(rows.len() > 3, "{}", desk.text());
    desk.keys("<home>");
    for (down, row) in rows.iter().enumerate() {
        desk.keys(&"<left>".repeat(12));
        for (across, n) in row.iter().enumerate() {
            assert_eq!(opened(desk), *n, "row {down}, column {across}");
            desk.keys("<right>");
        }
        desk.keys("<down>");
    }
}

#[test]
fn villages_by_area_open_their_lists() {
    let mut desk = counts(Lang::Zh, 120, 36);
    assert_eq!(table(&desk.text()).len(), 14, "villages, the rest, sums");
    every_number_opens_its_list(&mut desk);
}

#[test]
fn stages_by_track_open_their_lists_with_and_without_clues() {
    let mut desk = counts(Lang::Zh, 160, 44);
    desk.keys("xX");
    assert!(desk.text().contains("环节 × 去向"), "{}", desk.text());
    every_number_opens_its_list(&mut desk);
    desk.keys("#");
    every_number_opens_its_list(&mut desk);
}

/// The line of a figure: its number since entry and that of the day.
fn figure(text: &str, name: &str) -> (u32, u32) {
    let line = text.lines().find_map(|line| {
        let own = line.split('│').rev().nth(1)?;
        let words: Vec<&str> = own.split_whitespace().collect();
        (words.first() == Some(&name)).then_some(words)
    });
    let words = line.unwrap_or_else(|| panic!("no {name}: {text}"));
    (words[1].parse().unwrap(), words[2].parse().unwrap())
}

#[test]
fn reported_figures_of_findings_open_their_lists() {
    let mut desk = counts(Lang::Zh, 120, 36);
    desk.keys("#<tab>");
    let text = desk.text();
    for (down, name) in [
        (6, "问题"),
        (7, "立行立改"),
        (8, "线索"),
        (9, "建议"),
        (10, "已销号"),
    ] {
        let (total, day) = figure(&text, name);
        desk.keys("<home><left>").keys(&"<down>".repeat(down));
        assert_eq!(opened(&mut desk), total, "{name}");
        desk.keys("<right>");
        assert_eq!(opened(&mut desk), day, "{name} today");
    }
}

#[test]
fn households_and_events_open_lists_of_their_own() {
    let mut desk = counts(Lang::Zh, 120, 36);
    desk.keys("<tab>");
    let (talks, _) = figure(&desk.text(), "谈话");
    let (total, _) = figure(&desk.text(), "走访");
    let text = desk.keys("<home><down><down><down><down><enter>").text();
    assert!(text.contains(&format!("┌ 走访 {total} 户")), "{text}");
    let last = desk.keys("<end>").text();
    let rows = last.lines().filter(|line| line.starts_with("│1")).count();
    assert!(rows > 20, "{last}");
    let village = desk.keys("<enter>").text();
    assert!(village.contains("[3村点]"), "{village}");
    let text = desk.keys("<backspace><esc><home><enter>").text();
    assert!(text.contains(&format!("┌ 谈话 {talks} 人次")), "{text}");
    let day = desk.keys("<enter>").text();
    assert!(day.contains("[2日历]"), "{day}");
}

#[test]
fn a_day_of_the_trend_opens_its_list() {
    let mut desk = counts(Lang::Zh, 120, 36);
    let text = desk.keys("<S-tab>").text();
    let line = text.lines().find(|it| it.contains("  登记 ")).unwrap();
    let words: Vec<&str> = line.split_whitespace().collect();
    let after = |word| {
        let at = words.iter().position(|it| *it == word).unwrap();
        words[at + 1].parse::<u32>().unwrap()
    };
    let (noted, closed) = (after("登记"), after("销号"));
    assert!(noted > 0 && closed > 0, "{line}");
    assert_eq!(opened(&mut desk), noted);
    desk.keys("<down>");
    assert_eq!(opened(&mut desk), closed);
}
