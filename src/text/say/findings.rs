//! What the findings screen says.

use super::phrases;

phrases! {
    // heads and labels
    findings_title => "问题", "Findings";
    f_number => "编号", "No.";
    f_title => "标题", "Title";
    f_place => "村点", "Place";
    f_areas => "领域", "Areas";
    f_stage => "环节", "Stage";
    f_track => "去向", "Track";
    f_handler => "承办", "Handler";
    f_due => "期限", "Due";
    f_next => "下一步", "Next";
    f_kind => "属性", "Kind";
    f_triage => "轻重", "Triage";
    f_amount => "金额", "Amount";
    f_people => "涉及", "People";
    f_noted => "登记", "Noted";
    f_point => "清单", "Point";
    f_pre_no => "预编号", "Pre-no.";
    f_merged => "并入", "Merged";
    f_absorbed => "含并入", "Absorbed";
    f_body => "正文", "Facts";
    f_sources(n: usize) => "佐证 {n}", "Evidence {n}";
    f_steps(n: usize) => "经过 {n}", "Steps {n}";

    // the detail
    f_no_body => "还没有正文（e 补写）", "No facts written yet (e to write them)";
    f_no_sources => "还没有佐证（o 添加）", "No evidence yet (o to add)";
    f_no_handler => "无", "nobody";
    f_no_due => "未定", "not set";
    f_no_place => "未定", "not set";
    f_no_areas => "未定", "not set";
    f_in_stage(days: i64) => "已 {days} 天", "for {days}d";
    f_yuan(amount: &str) => "{amount} 元", "{amount} yuan";
    f_next_ready(to: &str) => "{to}，条件已齐（]）", "{to}: ready (])";
    f_next_missing(to: &str, needs: &str) => "{to}，还缺{needs}", "{to}: needs {needs}";
    f_restricted => "线索 · 限制范围", "clue · restricted";
    f_restricted_sign => "〔线索〕", "[clue] ";
    f_withdrawn => "已撤回", "withdrawn";
    f_nothing_selected => "没有选中的问题", "No finding selected";
    f_hidden => "该问题属于线索，已隐藏（# 显示）", "This finding is a clue and hidden (# shows it)";
    f_turn_page => "← → 上一条/下一条", "← → previous/next";
    f_more_lines(n: u16) => "下面还有 {n} 行", "{n} more line" | "{n} more lines" by n;

    // the chips
    chip_live => "在办", "open";
    chip_done => "已办结", "settled";
    chip_all => "全部", "all";
    chip_text(text: &str) => "「{text}」", "“{text}”";
    chip_team(name: &str) => "组 {name}", "team {name}";
    chip_unit(name: &str) => "单位 {name}", "unit {name}";
    chip_point(code: &str) => "清单 {code}", "point {code}";
    chip_handler(name: &str) => "承办 {name}", "handler {name}";
    chip_due(span: &str) => "期限 {span}", "due {span}";
    chip_noted(span: &str) => "登记 {span}", "noted {span}";
    chip_closed(span: &str) => "销号 {span}", "closed {span}";
    chip_counted => "不含合并与不予认定", "without merged and dismissed";
    chip_only_clues => "只看线索", "clues only";
    chip_clues => "含线索", "with clues";
    chip_marked(n: usize) => "已选 {n}", "{n} marked";
    chip_until(day: &str) => "至 {day}", "to {day}";
    chip_since(day: &str) => "{day} 起", "from {day}";
    chip_clear => "Esc 清除", "Esc clears";

    // orders and groups
    by_order(order: &str) => "按{order}", "by {order}";
    by_group(group: &str) => "分{group}", "grouped by {group}";
    g_no_village => "乡级(无村点)", "Township (no village)";
    g_no_area => "未定领域", "No area";
    g_no_handler => "无承办人", "No handler";

    // what is empty, and why
    f_none_yet => "还没有问题。按 n 登记第一条", "No findings yet. Press n to note the first";
    f_nothing_left => "没有符合条件的问题", "No finding fits";
    f_excluded_by(chip: &str, n: &str) => "去掉 {chip} 有 {n} 条", "without {chip}: {n}";
    f_excluded_even(chip: &str) => "去掉 {chip} 也没有", "without {chip}: still none";
    f_words_cover => "打字只查标题、正文和编号；村点按 V、环节按 S、领域按 R 筛", "words are looked for in titles, facts and numbers; V narrows by village, S by stage, R by area";
    f_clear_scope => "z 看全部", "z shows all";
    f_show_clues => "# 显示线索", "# shows clues";
    f_clear_filter => "Esc 清除全部条件", "Esc clears every condition";

    // notices
    f_board_has_all => "看板按环节排列，总是全部；筛环节用 S", "The board shows every stage; S filters by stage";
    f_board_has_columns => "看板已按环节分列；b 回到列表后可分组", "The board is grouped by stage already; b goes back to the table";
    f_scope_all => "显示全部", "Showing all";
    f_scope_live => "只显示在办", "Showing open ones";
    board_returned => "退回", "back";
    board_late(days: i64) => "逾{days}天", "{days}d late";
    board_late_short(days: i64) => "逾{days}", "-{days}d";
}
