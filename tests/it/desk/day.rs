//! A piece of a working day: a finding is entered, moved on, taken back, and found again after a restart.

use xuncha::store::Store;
use xuncha::text::Lang;
use xuncha::tui::desk::Desk;

use super::{desk, filled};
use crate::store::round::{fill, new_file};

/// Whether the list has a line with this title in that stage.
fn stands(desk: &Desk, title: &str, stage: &str) -> bool {
    let text = desk.text();
    let mut rows = text.lines().filter(|line| !line.starts_with('✓'));
    rows.any(|line| line.contains(title) && line.contains(stage))
}

#[test]
fn a_finding_is_entered_moved_undone_and_found_after_a_restart() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("round.db");
    let small = fill(Store::create(&path, &new_file()).unwrap());
    let mut desk = Desk::open(small.store, Lang::Zh, 120, 36);

    desk.keys("4n合同台账缺失四本<f2>");
    assert!(desk.text().contains("✓ 已保存"), "{}", desk.text());
    assert!(stands(&desk, "合同台账缺失四本", "登记"));

    // Moving on needs a place: that is said, and the picker for it opens.
    desk.keys("]");
    assert!(
        desk.text().contains("还缺：村点或责任单位"),
        "{}",
        desk.text()
    );
    desk.keys("<esc><esc>v东村<enter>]");
    assert!(stands(&desk, "合同台账缺失四本", "核实"), "{}", desk.text());

    desk.keys("u");
    assert!(stands(&desk, "合同台账缺失四本", "登记"));
    desk.keys("U");
    assert!(stands(&desk, "合同台账缺失四本", "核实"));
    drop(desk);

    let mut desk = Desk::open(Store::open(&path).unwrap(), Lang::Zh, 120, 36);
    desk.keys("4/四本<enter>");
    assert!(stands(&desk, "合同台账缺失四本", "核实"));
    desk.keys("uu");
    assert!(stands(&desk, "合同台账缺失四本", "登记"));
}

#[test]
fn a_number_opens_its_list_and_backspace_comes_back_to_it() {
    let mut desk = desk(120, 36);
    desk.keys("4");
    let findings = desk.text();
    desk.keys("6<right><right>");
    let counts = desk.text();
    desk.keys("<enter>");
    assert!(desk.text().contains("[4问题]"), "{}", desk.text());
    desk.keys("<bs>");
    assert_eq!(desk.text(), counts);
    desk.keys("<bs>");
    assert_eq!(desk.text(), findings);
}

#[test]
fn text_that_was_refused_stays_in_the_form() {
    let mut desk = desk(120, 36);
    let long = "账".repeat(400);
    desk.keys("4n").paste(&long).keys("<f2>");
    let text = desk.text();
    assert!(text.contains("太长"), "{text}");
    assert!(text.contains("账账账"), "{text}");
    assert!(!text.contains("✓ 已保存"), "{text}");
}

#[test]
fn two_windows_on_one_file_see_each_other() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("round.db");
    drop(fill(Store::create(&path, &new_file()).unwrap()));
    let mut one = Desk::open(Store::open(&path).unwrap(), Lang::Zh, 120, 36);
    let mut two = Desk::open(Store::open(&path).unwrap(), Lang::Zh, 120, 36);
    one.keys("4n示例甲的问题<f2>");
    two.keys("4");
    assert!(stands(&two, "示例甲的问题", "登记"));
    two.keys("n示例乙的问题<f2>");
    assert!(!one.text().contains("示例乙的问题"));
    one.look_again();
    assert!(stands(&one, "示例乙的问题", "登记"));
}

#[test]
fn the_meeting_of_the_day_is_closed_and_stays_so() {
    let mut desk = Desk::open(filled().store, Lang::Zh, 120, 36);
    desk.keys("5C<enter>");
    assert!(desk.text().contains("关闭会议"), "{}", desk.text());
    desk.keys("C");
    assert!(!desk.text().contains("✓ 关闭会议"), "{}", desk.text());
}

#[test]
fn a_notice_keeps_what_is_restricted_to_itself() {
    let mut desk = Desk::open(filled().store, Lang::Zh, 120, 36);
    desk.keys("4n会计亲属领公益岗工资<f2>");
    assert!(desk.text().contains("登记问题："));
    let said = |desk: &Desk| desk.text().lines().last().unwrap_or_default().to_owned();
    desk.keys("t线索<enter>");
    let hidden = "设置问题：线索（限制查看，# 显示）";
    assert!(said(&desk).contains(hidden), "{}", said(&desk));
    desk.keys("u");
    assert!(said(&desk).contains("撤销设置问题："), "{}", said(&desk));
    assert!(
        said(&desk).contains("会计亲属领公益岗工资"),
        "it is no clue any more"
    );
    desk.keys("U");
    assert!(
        said(&desk).contains("重做设置问题：线索（限制查看"),
        "{}",
        said(&desk)
    );
    assert!(!desk.text().contains("会计亲属"), "{}", desk.text());
    desk.keys("#u");
    assert!(
        said(&desk).contains("会计亲属领公益岗工资"),
        "{}",
        said(&desk)
    );
}

#[test]
fn a_notice_says_what_became_of_it() {
    let mut desk = desk(120, 36);
    let said = |desk: &Desk| desk.text().lines().last().unwrap_or_default().to_owned();
    desk.keys("4n示例合同缺页<f2>");
    desk.keys("a示例乙<enter>");
    assert!(
        said(&desk).ends_with("示例合同缺页 → 承办人 示例乙"),
        "{}",
        said(&desk)
    );
    desk.keys("d20<enter>");
    assert!(
        said(&desk).contains("示例合同缺页 → 期限 11-20"),
        "{}",
        said(&desk)
    );
    desk.keys("uu");
    assert!(
        said(&desk).ends_with("示例合同缺页 → 承办人 (空)"),
        "{}",
        said(&desk)
    );
    desk.keys("v东村<enter>]");
    assert!(
        said(&desk).ends_with("示例合同缺页 → 核实"),
        "{}",
        said(&desk)
    );
    desk.keys("u");
    assert!(said(&desk).starts_with("✓ 撤销流转环节"), "{}", said(&desk));
    assert!(
        said(&desk).ends_with("示例合同缺页 → 登记"),
        "{}",
        said(&desk)
    );
}

#[test]
fn withdrawing_says_how_many_and_how_to_take_it_back() {
    let mut desk = desk(120, 36);
    desk.keys("4<space><space>D");
    assert!(desk.text().contains("撤回 2 项"), "{}", desk.text());
    desk.keys("重复登记<enter>");
    assert!(desk.text().contains("在办 1 "), "{}", desk.text());
    desk.keys("u");
    assert!(desk.text().contains("在办 3 "), "{}", desk.text());
}

#[test]
fn what_is_merged_into_is_looked_for_in_the_village_first() {
    let mut round = filled();
    let east = round.east;
    round.note("公开栏半年未更新", east);
    let west = round.west;
    round.note("党费收据缺页", west);
    let mut desk = Desk::open(round.store, Lang::Zh, 120, 36);
    desk.keys("4/公开栏三<enter>m");
    let text = desk.text();
    let offered: Vec<&str> = text.lines().filter(|it| it.contains("一组-0")).collect();
    let place = |title: &str| offered.iter().position(|it| it.contains(title)).unwrap();
    assert!(place("公开栏半年") < place("党费收据"), "{text}");
    desk.keys("半年<enter>示例：重复<enter>");
    assert!(desk.text().contains("合并问题"), "{}", desk.text());
    desk.keys("<esc>/会议<enter>m");
    assert!(
        !desk.text().contains("公开栏三个月"),
        "merged ones are not offered: {}",
        desk.text()
    );
}
