//! What the villages' screen says.

use super::{Lang, phrases};
use crate::domain::ids::AreaNo;

phrases! {
    villages_title => "村点", "Villages";
    villages_count(n: u32) => "{n} 个", "{n}";
    villages_none => "还没有村点。退出后这样补上：xuncha extend --village 村名:单位简称", "There is no village yet. Leave and add some: xuncha extend --village NAME:UNIT";
    villages_no_match(text: &str) => "没有名称含「{text}」的村点。Esc 清除过滤。", "No village's name has “{text}” in it. Esc clears the filter.";
    village_checklist => "清单", "Checklist";
    village_checklist_head => "清单", "checklist";
    village_findings => "问题", "Findings";
    village_visits => "走访", "Visits";
    village_profile => "档案", "Profile";
    village_events => "日程", "events";
    village_events_head => "日程", "plan";
    village_homes => "入户", "homes";
    village_open => "在办", "open";
    village_last => "最近", "last";
    village_last_visit => "最近走访", "last visit";
    village_classes => "各类走访", "classes";
    village_never => "还没有", "none yet";
    village_events_done(done: u32, planned: u32) => "计划 {planned}，已完成 {done}", "{done} of {planned} done";
    village_homes_seen(n: u32) => "已走访 {n} 户", "{n} visited";
    village_homes_share(n: u32, all: u32, share: u32) => "已走访 {n} 户，占在家 {all} 户的 {share}%", "{n} of {all} at home visited ({share}%)";
    village_findings_row => "问题", "findings";
    village_findings_open(all: u32, open: u32) => "{all} 个，在办 {open}", "{all}, {open} open";
    village_findings_none => "这个村点还没有问题。n 登记一个。", "No finding in this village yet. n notes one.";
    village_visits_none => "这个村点还没有走访记录。w 记一户。", "No visit recorded here yet. w records one.";
    village_points_none => "这个村点没有清单。", "This village has no checklist.";
    village_escorted => "有村干部陪同", "village cadres came along";
    coverage_title => "覆盖情况", "Coverage";
    coverage_key => "✓ 查完  ◑ 在查  · 未查  ✗n 发现问题 n 项", "✓ done  ◑ begun  · not begun  ✗n points failed";
    coverage_all => "合计", "all";
    point_has_finding(number: &str) => "这一项已有问题 {number}，回车打开它", "this point has finding {number}; Enter opens it";
    point_has_note => "注", "note";
    point_none_open => "没有未查或待核的项了", "no point is left to check or verify";
}

const ORDINALS: [&str; 16] = [
    "一", "二", "三", "四", "五", "六", "七", "八", "九", "十", "十一", "十二", "十三", "十四",
    "十五", "十六",
];

impl Lang {
    /// The number of an area in a heading: 三, 3.
    pub fn area_ordinal(self, no: AreaNo) -> String {
        let word = usize::from(no)
            .checked_sub(1)
            .and_then(|at| ORDINALS.get(at));
        match (self, word) {
            (Self::Zh, Some(word)) => (*word).to_owned(),
            _ => no.to_string(),
        }
    }
}
