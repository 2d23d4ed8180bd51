//! The findings screen over a real store: keys in, windows and rows out.

use xuncha::domain::change::{Change, Made};
use xuncha::domain::codes::{SourceKind, Stage, Track};
use xuncha::domain::ids::FindingId;
use xuncha::domain::records::{FindingDraft, SourceDraft};
use xuncha::text::Lang;
use xuncha::tui::desk::Desk;

use crate::store::round::{Small, nov, small};

/// What was found, in the order of the numbers.
const TITLES: [&str; 16] = [
    "集体资产台账缺失三本",
    "公开栏三个月未更新",
    "会议记录补记代签",
    "低保对象名单未公示",
    "鱼塘发包未开会研究",
    "党费收缴标准不一",
    "招待费白条报销",
    "工程款超合同支付",
    "值班表与实际不符",
    "惠农补贴发放名单有误",
    "四议两公开缺审议环节",
    "村务监督委员会未审核票据",
    "印鉴由一人保管",
    "文件传阅四人代签",
    "危房改造对象认定依据不足",
    "路灯坏了半年没有修",
];

/// Sixteen findings, two in each column of the board.
fn round() -> Small {
    let mut round = small();
    for (n, title) in TITLES.iter().enumerate() {
        let id = note(&mut round, n, title);
        for stage in Stage::BOARD.iter().take(n % 8 + 1).skip(1) {
            round.apply(Change::MoveStage {
                ids: vec![id],
                to: *stage,
                remark: String::new(),
            });
        }
    }
    round
}

fn note(round: &mut Small, n: usize, title: &str) -> FindingId {
    let even = n.is_multiple_of(2);
    let draft = FindingDraft {
        body: "查阅2018年台账，账面12本，实有9本，会计称其余3本已移交，未见移交清单。".into(),
        village: Some(if even { round.east } else { round.west }),
        areas: vec![if even { 1 } else { 6 }],
        track: Track::General,
        handler: Some(if even { round.leader } else { round.member }),
        due: Some(nov(10 + u32::try_from(n).unwrap())),
        ..FindingDraft::titled(title)
    };
    let Some(Made::Finding(id)) = round.apply(Change::NoteFinding(Box::new(draft))).made else {
        unreachable!("a finding");
    };
    round.apply(Change::AddSource {
        finding: id,
        source: SourceDraft {
            kind: SourceKind::Talk,
            reference: "谈话记录（示例）第3号 第3-5页".into(),
        },
    });
    id
}

fn desk(say: Lang, columns: u16, rows: u16) -> Desk {
    let mut desk = Desk::open(round().store, say, columns, rows);
    desk.keys("4");
    desk
}

fn zh() -> Desk {
    desk(Lang::Zh, 120, 36)
}

/// Whether the window says all of this.
#[track_caller]
fn says(desk: &Desk, words: &[&str]) {
    let text = desk.text();
    for word in words {
        assert!(text.contains(word), "{word}\n{text}");
    }
}

#[test]
fn a_card_is_moved_and_the_cursor_goes_with_it_and_undo_brings_both_back() {
    let mut desk = zh();
    desk.keys("b");
    says(&desk, &["登记 2", "核实 2", "┌ 一组-001"]);
    desk.keys("]");
    says(&desk, &["登记 1", "核实 3", "┌ 一组-001", "◔ 核实"]);
    desk.keys("]]");
    says(&desk, &["核实 2", "审签 3", "┌ 一组-001"]);
    desk.keys("uuu");
    says(&desk, &["登记 2", "审签 2", "┌ 一组-001"]);
    desk.keys("U");
    says(&desk, &["登记 1", "核实 3", "┌ 一组-001"]);
}

#[test]
fn marked_ones_change_together_and_one_undo_takes_it_back() {
    let mut desk = zh();
    desk.keys("<S-down><S-down>");
    says(&desk, &["已选 3"]);
    desk.keys("D示例<enter>");
    says(&desk, &["11/13"]);
    desk.keys("u");
    says(&desk, &["14/16"]);
}

#[test]
fn words_narrow_the_list_while_they_are_typed_and_esc_gives_it_back() {
    let mut desk = zh();
    desk.keys("/公开栏");
    says(&desk, &["1/16"]);
    desk.keys("<enter>");
    says(&desk, &["「公开栏」", "公开栏三个月未更新"]);
    desk.keys("<esc>");
    says(&desk, &["14/16"]);
    desk.keys("/不存在<enter>");
    says(&desk, &["没有符合条件的问题", "去掉 [「不存在」] 有 14 条"]);
}

#[test]
fn a_filter_by_village_is_filled_into_a_new_finding() {
    let mut desk = zh();
    desk.keys("V西村<enter>");
    says(&desk, &["[在办] [示例西村] Esc 清除", "6/16"]);
    desk.keys("n");
    let text = desk.text();
    let village = text.lines().find(|line| line.contains("责任单位"));
    assert!(village.unwrap().contains("示例西村"), "{text}");
    desk.keys("围墙倒了一段<f2>");
    says(&desk, &["┌ 一组-017", "围墙倒了一段", "7/17"]);
}

#[test]
fn what_a_stage_needs_opens_and_then_the_stage_is_reached() {
    let mut desk = Desk::open(small_with_one().store, Lang::Zh, 120, 36);
    desk.keys("4]");
    says(&desk, &["◔ 核实", "底稿，还缺承办人"]);
    desk.keys("]");
    says(&desk, &["还缺：承办人", "┌ 承办人"]);
    desk.keys("示例乙<enter>");
    says(&desk, &["底稿，条件已齐", "承办   示例乙"]);
    desk.keys("]");
    says(&desk, &["◑ 底稿"]);
}

/// One finding just noted in a village, with nothing else known.
fn small_with_one() -> Small {
    let mut round = small();
    let east = round.east;
    round.note("集体资产台账缺失三本", east);
    round
}

#[test]
fn reopening_asks_why_and_the_reason_stands_in_the_steps() {
    let mut desk = zh();
    desk.keys("b<right><right><right><right><right><right><right>");
    says(&desk, &["┌ 2018-01-南乡-002"]);
    desk.keys("[现场复核未到位<enter>");
    says(&desk, &["待复核 3", "已销号 1", "┌ 2018-01-南乡-002"]);
    desk.keys("<enter>");
    says(&desk, &["已销号 → 待复核", "现场复核未到位"]);
}

/// The screen's own part of the window: without header, tabs and footer.
fn part(desk: &Desk) -> String {
    let text = desk.text();
    let lines: Vec<&str> = text.lines().collect();
    let end = lines.len().saturating_sub(1);
    lines[2..end].join("\n")
}

#[test]
fn pictures() {
    for (lang, say) in [("zh", Lang::Zh), ("en", Lang::En)] {
        for (columns, rows) in [(120, 36), (80, 24)] {
            let mut desk = desk(say, columns, rows);
            for (name, keys) in [
                ("table", "<down>"),
                ("groups", "B<S-down>"),
                ("board", "<esc>b"),
                ("page", "<enter>"),
                ("empty", "<esc>b/不存在<enter>"),
            ] {
                desk.keys(keys);
                let name = format!("findings_{name}_{columns}x{rows}_{lang}");
                insta::assert_snapshot!(name, part(&desk));
            }
        }
    }
}
