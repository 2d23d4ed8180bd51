//! The log: how it looks, and taking one of its entries back.

use xuncha::text::Lang;
use xuncha::tui::desk::Desk;

use super::below_tabs;
use crate::sample::committed;
use crate::store::round::small;

#[test]
fn it_reads_on_a_wall_on_a_laptop_and_on_a_strip() {
    for (say, name) in [(Lang::Zh, "zh"), (Lang::En, "en")] {
        for (columns, rows) in [(120, 36), (80, 24), (40, 10)] {
            let mut desk = Desk::open(committed(), say, columns, rows);
            desk.keys("7<down>");
            insta::assert_snapshot!(format!("list_{columns}_{name}"), below_tabs(&desk));
            desk.keys("<enter><down>");
            insta::assert_snapshot!(format!("entry_{columns}_{name}"), below_tabs(&desk));
        }
    }
}

#[test]
fn what_changed_is_said_from_and_to_and_one_entry_is_undone() {
    let mut round = small();
    let east = round.east;
    round.note("集体资产台账缺失三本", east);
    let mut desk = Desk::open(round.store, Lang::Zh, 120, 36);
    desk.keys("4]");
    desk.keys("n公开栏三个月未更新<f2>");
    let text = desk.keys("7<down>").text();
    assert!(text.contains("环节: 登记 → 核实"), "{text}");
    let asked = desk.keys("X").text();
    assert!(asked.contains("流转环节 一组-001"), "{asked}");
    let text = desk.keys("<enter>").text();
    assert!(text.contains("[已撤销] 一组-001"), "{text}");
    assert!(text.contains("公开栏三个月未更新"), "the later one stands");
    let text = desk.keys("<home><enter>").text();
    assert!(text.contains("环节: 核实 → 登记"), "{text}");
    let text = desk.keys("<esc><down><down>X").text();
    assert!(text.contains("已经撤销过了"), "{text}");
}

#[test]
fn clues_stay_unsaid_until_they_are_shown() {
    let mut round = small();
    let east = round.east;
    round.note("集体资产台账缺失三本", east);
    let mut desk = Desk::open(round.store, Lang::Zh, 120, 36);
    let text = desk.keys("47").text();
    assert!(text.contains("集体资产台账缺失三本"), "{text}");
    desk.keys("4t线索<enter>");
    let text = desk.keys("7").text();
    assert!(text.contains("线索（限制查看"), "{text}");
    assert!(!text.contains("集体资产台账缺失三本"), "{text}");
    let text = desk.keys("#").text();
    assert!(text.contains("集体资产台账缺失三本"), "{text}");
}

#[test]
fn verifying_says_that_all_is_as_written() {
    let mut desk = Desk::open(small().store, Lang::Zh, 120, 36);
    let text = desk.keys("7V").text();
    let last = text.lines().last().unwrap();
    assert!(last.starts_with('✓'), "{last}");
}
