//! Header, tabs, footer, notices and what the frame's own keys do.

use xuncha::domain::change::Change;
use xuncha::text::Lang;
use xuncha::tui::desk::Desk;

use super::{desk, filled};
use crate::store::round::{begun, small};

#[test]
fn the_header_says_where_the_round_stands() {
    let text = desk(120, 36).text();
    let header = text.lines().next().unwrap();
    for words in [
        "示例轮",
        "第15天/35",
        "11-15 周四",
        "演示时钟",
        "在办 3",
        "逾期 0",
        "一组",
    ] {
        assert!(header.contains(words), "{words}: {header}");
    }
    let english = Desk::open(filled().store, Lang::En, 120, 36).text();
    let header = english.lines().next().unwrap();
    for words in ["day 15/35", "Thu 11-15", "demo clock", "open 3"] {
        assert!(header.contains(words), "{words}: {header}");
    }
}

#[test]
fn every_screen_opens_by_its_digit_in_both_languages() {
    for (say, names) in [
        (
            Lang::Zh,
            ["今日", "日历", "村点", "问题", "例会", "统计", "记录"],
        ),
        (
            Lang::En,
            [
                "Today", "Calendar", "Villages", "Findings", "Stand-up", "Counts", "History",
            ],
        ),
    ] {
        let mut desk = Desk::open(filled().store, say, 120, 36);
        for (name, digit) in names.iter().zip('1'..) {
            let text = desk.keys(&digit.to_string()).text();
            let tabs = text.lines().nth(1).unwrap();
            assert!(tabs.contains(&format!("[{digit}{name}]")), "{tabs}");
        }
    }
}

#[test]
fn undo_takes_back_and_redo_brings_back_whatever_the_screen() {
    let mut round = small();
    let east = round.east;
    round.note("集体资产台账缺失三本", east);
    let mut desk = Desk::open(round.store, Lang::Zh, 120, 36);
    assert!(desk.text().contains("在办 1"));
    desk.keys("7u");
    assert!(desk.text().contains("在办 0"), "{}", desk.text());
    assert!(desk.text().contains("✓ 撤销"), "{}", desk.text());
    desk.keys("6U");
    assert!(desk.text().contains("在办 1"), "{}", desk.text());
    assert!(desk.text().contains("✓ 已保存 09:00"), "{}", desk.text());
}

#[test]
fn nothing_to_undo_is_said_and_not_called_saved() {
    let mut desk = desk(80, 24);
    for _ in 0..40 {
        desk.keys("u");
    }
    let text = desk.text();
    assert!(text.contains("没有可撤销的操作"), "{text}");
}

#[test]
fn what_others_write_is_seen() {
    let mut desk = desk(120, 36);
    assert!(desk.text().contains("在办 3"));
    desk.meanwhile(&Change::Undo);
    assert!(desk.text().contains("在办 2"), "{}", desk.text());
}

#[test]
fn verifying_says_what_it_found() {
    let text = desk(120, 36).keys("7V").text();
    assert!(text.contains("核验通过"), "{text}");
}

#[test]
fn quitting_is_one_key_and_esc_is_none() {
    let mut desk = desk(80, 24);
    assert!(!desk.keys("<esc><esc>").has_quit());
    assert!(desk.keys("q").has_quit());
}

#[test]
fn the_caret_stands_where_one_types_and_nowhere_else() {
    let mut desk = desk(80, 24);
    assert_eq!(desk.caret(), None);
    desk.keys("?问题");
    let (x, y) = desk.caret().unwrap();
    let text = desk.text();
    let line = text.lines().nth(y.into()).unwrap();
    let typed = line.find("问题").unwrap();
    let before = line.get(..typed).unwrap();
    assert_eq!(usize::from(x), xuncha::text::cells::width(before) + 4);
}

#[test]
fn a_small_window_still_reads() {
    for (columns, rows) in [(40, 10), (20, 6)] {
        let text = desk(columns, rows).keys("4").text();
        assert!(text.contains("第15天"), "{text}");
        for line in text.lines() {
            let wide = xuncha::text::cells::width(line);
            assert!(wide <= columns.into(), "{line}");
        }
    }
}

/// In windows that they fill, so that the screens below do not change their pictures.
#[test]
fn help_and_menu_look_so() {
    for (say, word) in [(Lang::Zh, "zh"), (Lang::En, "en")] {
        let help = Desk::open(small().store, say, 46, 30).keys("7?").styled();
        let menu = Desk::open(small().store, say, 42, 11).keys("7.").styled();
        insta::with_settings!({
            snapshot_path => "../snapshots/frame",
            prepend_module_to_snapshot => false,
            omit_expression => true,
        }, {
            insta::assert_snapshot!(format!("help_{word}"), help);
            insta::assert_snapshot!(format!("menu_{word}"), menu);
        });
    }
}

#[test]
fn a_key_that_means_nothing_says_so() {
    let mut desk = desk(120, 36);
    let cases = [
        ("1%", "这里没有 % 键"),
        ("4>", "这里没有 > 键"),
        ("3]", "「推进」对所选的用不上"),
        ("1<down><left><right>", ""),
    ];
    for (keys, said) in cases {
        desk.keys(keys);
        let text = desk.text();
        let last = text.lines().last().unwrap_or_default();
        assert!(last.contains(said), "{keys}: {last}");
        assert_eq!(
            last.contains("看这里能做什么"),
            !said.is_empty(),
            "{keys}: {last}"
        );
    }
}

#[test]
fn an_empty_round_says_what_to_press_on_every_screen() {
    let mut desk = Desk::open(begun(), Lang::Zh, 120, 36);
    let cases = [
        ("1", "n 登记一个"),
        ("1", "p 安排一项"),
        ("2", "n 安排一项"),
        ("2v", "xuncha extend --village"),
        ("3", "xuncha extend --village"),
        ("3M", "xuncha extend --village"),
        ("4", "按 n 登记第一条"),
        ("4b", "按 n 登记第一条"),
        ("5", "xuncha extend --person"),
        ("5", "c 记到会和议定"),
    ];
    for (keys, words) in cases {
        desk.keys(keys);
        assert!(
            desk.text().contains(words),
            "{keys}: {words}\n{}",
            desk.text()
        );
    }
}
