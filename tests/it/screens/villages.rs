//! Villages: the list, the matrix, a village's page, and answering its checklist by key.

use xuncha::domain::answer::Answer;
use xuncha::domain::codes::AnswerState;
use xuncha::domain::query::{Query, Window};
use xuncha::text::Lang;
use xuncha::tui::desk::Desk;

use super::below_tabs;
use crate::sample::committed;
use crate::store::round::small;

/// The villages' screen over the sample round.
fn villages(say: Lang, columns: u16, rows: u16) -> Desk {
    let mut desk = Desk::open(committed(), say, columns, rows);
    desk.keys("3");
    desk
}

#[test]
fn it_reads_on_a_wall_on_a_laptop_and_on_a_strip() {
    let pictures = [
        ("list", ""),
        ("coverage", "M<right>"),
        ("checklist", "<enter>"),
        ("findings", "<tab>"),
        ("visits", "<tab>"),
        ("profile", "<tab>"),
    ];
    for (say, name) in [(Lang::Zh, "zh"), (Lang::En, "en")] {
        for (columns, rows) in [(120, 36), (80, 24), (40, 10)] {
            let mut desk = villages(say, columns, rows);
            for (picture, keys) in pictures {
                desk.keys(keys);
                insta::assert_snapshot!(format!("{picture}_{columns}_{name}"), below_tabs(&desk));
            }
        }
    }
}

/// The answers of the small round's village that the list shows first.
fn states(desk: &Desk) -> Vec<AnswerState> {
    let all = Query::Villages {
        text: String::new(),
        in_progress: false,
        team: None,
        window: Window::first(1),
    };
    let Ok(Answer::Villages(page)) = desk.store().ask(&all) else {
        panic!("villages")
    };
    let Ok(Answer::Checklist(list)) = desk.store().ask(&Query::Checklist(page.rows[0].id)) else {
        panic!("a checklist")
    };
    list.iter().map(|row| row.state).collect()
}

#[test]
fn points_are_answered_by_key_and_taken_back() {
    use AnswerState::{Fine, NotApplicable, Open, Unsure};
    let mut desk = Desk::open(small().store, Lang::Zh, 120, 36);
    let cases = [
        ("3<enter>+", [Fine, Open]),
        ("<down>=", [Fine, NotApplicable]),
        ("~", [Fine, Unsure]),
        ("u", [Fine, NotApplicable]),
        ("<up><space>", [Unsure, NotApplicable]),
        ("uuu", [Open, Open]),
        ("U", [Fine, Open]),
        ("!~", [Fine, Unsure]),
    ];
    for (keys, answers) in cases {
        desk.keys(keys);
        assert_eq!(states(&desk), answers, "{keys}");
    }
}

#[test]
fn a_failed_point_becomes_a_finding_and_leads_to_it() {
    let mut desk = Desk::open(small().store, Lang::Zh, 120, 36);
    let form = desk.keys("3<enter>-").text();
    assert!(form.contains("示例") && form.contains("标题"), "{form}");
    desk.keys("：记录缺两次<f2>");
    assert_eq!(states(&desk)[0], AnswerState::Finding);
    let page = desk.text();
    assert!(page.contains("0/1 ✗1") || page.contains("1/1 ✗1"), "{page}");
    assert!(page.contains("[清单 1/2] 问题 1"), "{page}");
    let finding = desk.keys("<enter>").text();
    assert!(finding.contains("[4问题]"), "{finding}");
    assert!(finding.contains("传达：记录缺两次"), "{finding}");
    let page = desk.keys("<backspace>").text();
    assert!(page.contains("[清单 1/2]"), "{page}");
    desk.keys("u");
    assert_eq!(states(&desk)[0], AnswerState::Open, "one step of undo");
    assert!(desk.text().contains("[清单 0/2] 问题 0"), "{}", desk.text());
}

#[test]
fn a_remark_is_written_and_a_visit_recorded_on_the_page() {
    let mut desk = Desk::open(small().store, Lang::Zh, 120, 36);
    let text = desk.keys("3<enter>+c").text();
    assert!(text.contains("备注"), "{text}");
    desk.keys("<esc>");
    let text = desk.keys("<tab><tab>w<f2>").text();
    assert!(text.contains("[走访 1]"), "{text}");
    let text = desk.keys("D示例误记<enter>").text();
    assert!(text.contains("[走访 0]"), "{text}");
}

#[test]
fn a_name_narrows_the_list_and_esc_widens_it() {
    let mut desk = villages(Lang::Zh, 120, 36);
    let text = desk.keys("/社区<enter>").text();
    assert!(text.contains("4 个 ┐"), "{text}");
    assert!(!text.contains("│示例东村"), "{text}");
    let text = desk.keys("/没有这个<enter>").text();
    assert!(text.contains("没有名称含"), "{text}");
    let text = desk.keys("<esc>").text();
    assert!(text.contains("12 个 ┐"), "{text}");
}

#[test]
fn the_cursor_stays_on_its_village_whatever_is_written() {
    let mut desk = villages(Lang::Zh, 120, 36);
    let before = desk.keys("jj").text();
    assert!(before.contains("┌ 示例南村"), "{before}");
    let after = desk.keys("w<f2>").text();
    assert!(after.contains("┌ 示例南村"), "{after}");
}
