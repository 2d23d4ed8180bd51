//! Forms, pickers and prompts over a real file: from the key to the row and back to the screen.

use xuncha::domain::change::Change;
use xuncha::domain::codes::{Stage, Track};
use xuncha::domain::records::FindingDraft;
use xuncha::text::Lang;
use xuncha::text::cells::width;
use xuncha::tui::desk::Desk;

use super::{desk, filled};
use crate::store::round::{Small, small};

/// The one finding of a small round, opened on the findings screen.
fn one(title: &str) -> (Desk, xuncha::domain::ids::FindingId, Small) {
    let mut round = small();
    let east = round.east;
    let id = round.note(title, east);
    let keys = Small {
        store: small().store,
        ..round
    };
    let mut desk = Desk::open(round.store, Lang::Zh, 120, 36);
    desk.keys("4");
    (desk, id, keys)
}

#[test]
fn a_finding_is_typed_in_and_stands_in_the_file() {
    let mut desk = desk(120, 36);
    desk.keys("4n台账缺页<tab>sldc<enter><tab><tab>6<enter><tab><tab>甲<enter>");
    desk.keys("<tab><tab>+5<tab><tab>缺第三册。<enter>会计称已移交。");
    let form = desk.text();
    for words in [
        "台账缺页",
        "示例东村",
        "示例北乡",
        "反腐",
        "示例甲",
        "会计称已移交。",
    ] {
        assert!(form.contains(words), "{words}\n{form}");
    }
    desk.keys("<f2>");
    let text = desk.text();
    assert!(text.contains("✓ 登记问题"), "{text}");
    assert!(text.contains("台账缺页"), "{text}");
    assert_eq!(desk.caret(), None);
}

#[test]
fn the_caret_is_where_the_input_method_draws() {
    let mut desk = desk(80, 24);
    desk.keys("4n集体资产");
    let (x, y) = desk.caret().unwrap();
    let text = desk.text();
    let line = text.lines().nth(y.into()).unwrap();
    let (before, _) = line.split_once("集体资产").unwrap();
    assert_eq!(usize::from(x), width(before) + 8);
    // In the list that opens inside the form it stands behind what is looked for.
    desk.keys("<tab>东");
    let (x, y) = desk.caret().unwrap();
    let text = desk.text();
    let line = text.lines().nth(y.into()).unwrap();
    let (before, _) = line.split_once("查找: 东").unwrap();
    assert_eq!(usize::from(x), width(before) + 8);
}

#[test]
fn saving_and_going_on_opens_the_next_with_the_same_place() {
    let mut desk = desk(120, 36);
    desk.keys("4n第一条<tab>西村<enter><C-n>");
    let text = desk.text();
    assert!(text.contains("新问题"), "{text}");
    assert!(text.contains("示例西村"), "{text}");
    assert!(!text.contains("第一条▏"), "{text}");
    desk.keys("第二条<f2>");
    let text = desk.text();
    assert!(text.contains("第一条") && text.contains("第二条"), "{text}");
}

#[test]
fn two_people_on_one_title() {
    let (mut desk, id, round) = one("台账缺失");
    desk.keys("e<C-u>我们的标题");
    let was = FindingDraft {
        village: Some(round.east),
        ..FindingDraft::titled("台账缺失")
    };
    let now = FindingDraft {
        title: "他们的标题".into(),
        ..was.clone()
    };
    desk.meanwhile(&Change::EditFinding {
        id,
        was: Box::new(was),
        now: Box::new(now),
    });
    desk.keys("<f2>");
    let text = desk.text();
    assert!(text.contains("他人已改为：他们的标题"), "{text}");
    assert!(text.contains("我们的标题"), "{text}");
    desk.keys("<f2>");
    let text = desk.text();
    assert!(text.contains("✓ 修改问题"), "{text}");
    assert!(text.contains("我们的标题"), "{text}");
}

#[test]
fn two_people_on_one_choice() {
    let (mut desk, id, _) = one("台账缺失");
    desk.keys("e<tab><tab><tab><tab>3");
    desk.meanwhile(&Change::SetFindings {
        ids: vec![id],
        set: xuncha::domain::change::FindingSet::Track(Track::General),
    });
    desk.keys("<f2>");
    let text = desk.text();
    assert!(text.contains("他人已改为：面上问题"), "{text}");
    desk.keys("<f2>");
    assert!(desk.text().contains("✓ 修改问题"), "{}", desk.text());
}

#[test]
fn pickers_and_prompts_reach_the_file() {
    let cases = [
        ("a2", "示例乙"),
        ("t3", "立行立改"),
        ("d11-20<enter>", "11-20"),
        ("r6<enter>", "反腐"),
        ("s1", "核实"),
        ("s2证据不足<enter>", "流转环节"),
        ("v西村<enter>", "示例西村"),
    ];
    for (keys, seen) in cases {
        let (mut desk, _, _) = one("台账缺失");
        desk.keys(keys);
        let text = desk.text();
        assert!(text.contains("✓ "), "{keys}\n{text}");
        assert!(text.contains(seen), "{keys}\n{text}");
        let undone = desk.keys("u").text();
        assert!(undone.contains("✓ 撤销"), "{keys}\n{undone}");
    }
}

#[test]
fn a_barred_stage_says_what_is_missing() {
    let (mut desk, id, _) = one("台账缺失");
    desk.meanwhile(&Change::MoveStage {
        ids: vec![id],
        to: Stage::Verifying,
        remark: String::new(),
    });
    desk.keys("s1");
    let text = desk.text();
    assert!(text.contains("还缺 承办人"), "{text}");
    assert!(text.contains("从") || text.contains("要写理由"), "{text}");
}

#[test]
fn a_reason_survives_a_refusal() {
    let (mut desk, id, _) = one("台账缺失");
    desk.keys("D重复登记");
    desk.meanwhile(&Change::Withdraw {
        what: vec![xuncha::domain::change::Thing::Finding(id)],
        reason: "别人先撤回".into(),
    });
    desk.keys("<enter>");
    let text = desk.text();
    assert!(text.contains("重复登记"), "{text}");
}

#[test]
fn a_filter_is_kept_by_enter_and_taken_back_by_esc() {
    let mut desk = Desk::open(filled().store, Lang::Zh, 120, 36);
    desk.keys("4/公开栏");
    let text = desk.text();
    assert!(!text.contains("会议记录补记代签"), "{text}");
    desk.keys("<esc>");
    assert!(desk.text().contains("会议记录补记代签"), "{}", desk.text());
    desk.keys("/公开栏<enter>");
    let text = desk.text();
    assert!(!text.contains("会议记录补记代签"), "{text}");
}

#[test]
fn nothing_typed_is_lost_by_a_stray_esc_or_q() {
    let mut desk = desk(80, 24);
    desk.keys("4n台账<esc>");
    assert!(
        desk.text().contains("写的内容还没有保存"),
        "{}",
        desk.text()
    );
    desk.keys("<esc>q");
    let text = desk.text();
    assert!(text.contains("台账q"), "{text}");
    assert!(!desk.has_quit());
}

#[test]
fn an_event_and_a_visit_from_keys() {
    let mut desk = desk(120, 36);
    desk.keys("p<f2>");
    assert!(desk.text().contains("✓ 安排日程"), "{}", desk.text());
    desk.keys("w三组<tab><tab>示例丁<f2>");
    assert!(desk.text().contains("✓ 登记走访"), "{}", desk.text());
}

#[test]
fn a_prefilled_village_shows_its_organisation_at_once() {
    let mut desk = desk(120, 36);
    desk.keys("4V东村<enter>n");
    let text = desk.text();
    let row = text.lines().find(|it| it.contains("责任单位")).unwrap();
    assert!(
        row.contains("示例东村") && row.contains("示例北乡"),
        "{row}"
    );
}
