//! What forms, pickers and prompts say.

use super::phrases;

phrases! {
    pick_stage => "环节", "Stage";
    pick_person => "承办人", "Handler";
    pick_track => "去向", "Track";
    pick_area => "领域", "Focus area";
    pick_triage => "轻重", "Triage";
    pick_village => "村点", "Village";
    pick_finding => "并入哪个问题", "Merge into which finding";
    pick_all => "(全部)", "(all)";
    pick_none => "(无)", "(none)";
    pick_nobody => "(无人)", "(nobody)";
    pick_filter => "查找: ", "Find: ";
    pick_nothing_found => "没有符合的，退格重写", "nothing matches; Backspace and try again";
    pick_looking => "正在查找…", "looking…";
    pick_keys => "Enter 或数字 选定  Esc 返回  打字查找(可用拼音)  ↑↓ 移动", "Enter or digit chooses  Esc back  ↑↓ move  type to find";
    pick_keys_many => "空格/数字 勾选  Enter 完成  Esc 返回  打字查找(可拼音)", "Space ticks  Enter done  Esc back  type to find";
    pick_keys_typed => "Enter 选定  Esc 返回  打编号或字词查找  ↑↓ 移动", "Enter chooses  Esc back  type a number or words  ↑↓ move";
    pick_asks_reason => "要写理由", "asks for a reason";
    pick_no_way(from: &str) => "从「{from}」到不了", "no way from “{from}”";
    pick_needs(what: &str) => "还缺 {what}", "still needs {what}";
}
phrases! {
    day_number(n: i64) => "第{n}天", "day {n}";
    day_off_site => "不在驻点期内", "not on site";
    day_today => "今天", "today";
    day_left(n: i64) => "还有{n}天", "in {n} day" | "in {n} days" by n;
    day_past(n: i64) => "已过{n}天", "{n} day ago" | "{n} days ago" by n;
    day_workday => "工作日", "workday";
    day_weekend => "休息日", "rest day";
    day_holiday => "节假日", "holiday";
    day_make_up => "调休上班", "make-up workday";
    day_empty => "请写日期，如 11-15、+3", "a date is needed, such as 11-15 or +3";
    day_unknown(word: &str) => "「{word}」不是日期；可写 11-15、周三、+2工作日", "“{word}” is no date; try 11-15, +3 or D5";
    day_no_such(word: &str) => "没有「{word}」这一天；可写 11-15、月底", "there is no “{word}”; try 11-15 or +3";
    day_not_in_round(word: &str, days: i64) => "「{word}」超出本轮的 {days} 天；可写 D5、D-3", "“{word}” is beyond the {days} days of the round; try D5 or D-3";
    day_none_left(word: &str, near: &str) => "驻点期内不再有「{word}」日；最近的是 {near}，请写全", "no “{word}” is left on site; the nearest are {near}: write it out";
    day_ambiguous(word: &str, days: &str) => "「{word}」可能是 {days}，请写全", "“{word}” could be {days}: write it out";
    day_too_far(word: &str) => "「{word}」太远了；可写 11-15、+3", "“{word}” is too far away; try 11-15 or +3";

    ask_filter => "过滤", "Filter";
    ask_filter_keys => "边打边筛  Enter 保留  Esc 恢复原来的", "narrows while you type  Enter keeps  Esc restores";
    ask_due => "期限", "Deadline";
    ask_due_keys => "如 11-15、周三、+2工作日；留空再 Enter 表示不设期限", "such as 11-15, +3, D5; empty and Enter means no deadline";
    ask_stage_reason => "流转的理由", "Reason for the step";
    ask_stage_keys(to: &str, n: usize) => "{n} 个问题 → {to}  Enter 确定  Esc 返回", "{n} to “{to}”  Enter does it  Esc back";
    ask_merge_reason => "合并的理由", "Reason for merging";
    ask_withdraw_reason => "撤回的理由", "Reason for withdrawing";
    ask_reopen_reason => "重开例会的理由", "Reason for reopening the meeting";
    ask_withdraw_keys(n: usize) => "撤回 {n} 项，一句话说明；u 可再取回  Enter 确定  Esc 返回", "withdraws {n} record: why? u brings it back  Enter ok  Esc back" | "withdraws {n} records: why? u brings them back  Enter ok  Esc back" by n;
    ask_reason_keys => "一句话说明  Enter 确定  Esc 返回", "one sentence  Enter does it  Esc back";
    confirm_title => "请确认", "Please confirm";
    confirm_keys => "Enter 是  Esc 否  也可按 y/n 或 1/2", "Enter yes  Esc no  or y/n, 1/2";

    text_empty => "这一项要填", "this has to be filled in";
    text_too_long(got: usize, limit: usize) => "太长：{got} 字，最多 {limit} 字", "too long: {got} characters, at most {limit}";
    text_too_large(limit: usize) => "太长：一项最多 {limit} KB", "too long: at most {limit} KB";
    text_control(code: u32) => "含有不可见的控制字符 U+{code:04X}，请删去", "holds the control character U+{code:04X}; remove it";
    paste_cut => "粘贴的内容太长，只留下了前面 64 KB", "the pasted text was too long: only the first 64 KB were taken";
    paste_controls(n: usize) => "粘贴时去掉了 {n} 个控制字符", "{n} control character was left out of the pasted text" | "{n} control characters were left out of the pasted text" by n;
}
phrases! {
    form_new_finding => "新问题", "New finding";
    form_fail_item(code: &str) => "清单 {code} 发现问题", "Point {code}: a finding";
    form_edit_finding(number: &str) => "修改 {number}", "Edit {number}";
    form_new_event => "新日程", "New event";
    form_edit_event => "修改日程", "Edit event";
    form_finish_event(title: &str) => "完成：{title}", "Finish: {title}";
    form_new_visit => "登记走访", "Household visit";
    form_edit_visit => "修改走访", "Edit visit";
    form_answer(item: &str) => "清单 {item}", "Point {item}";
    form_edit_village(name: &str) => "村情档案 {name}", "Profile of {name}";
    form_meeting(day: &str) => "例会 {day}", "Meeting of {day}";
    form_add_source(number: &str) => "{number} 添加佐证", "Evidence for {number}";
    form_add_action(day: &str) => "督办事项 {day}", "Action item of {day}";
    form_unsaved => "未保存", "not saved";
    form_save => "[ 保存 ]", "[ Save ]";
    form_saving => "正在保存…", "saving…";
    form_leaving => "写的内容还没有保存。", "What you wrote is not saved yet.";
    form_leaving_keys => "1 继续填写  2 放弃  3 保存", "1 go on  2 drop it  3 save";
    form_keys => "F2 保存  Esc 返回  Tab 下一项", "F2 save  Esc back  Tab next field";
    form_keys_next => "F2 保存  Esc 返回  Tab 下一项  Ctrl+N 保存并再建", "F2 save  Esc back  Tab next field  Ctrl+N save, then another";
    form_theirs(theirs: &str) => "他人已改为：{theirs}。再按 F2 就以你写的为准", "changed meanwhile to: {theirs}. F2 again keeps yours";

    label_handler2 => "协办人", "second";
    label_level => "发生层级", "level";
    label_spread => "共性个性", "spread";
    label_risk => "风险类型", "risk";
    label_concerned => "涉及人员", "concerns";
    label_clue => "兼作线索", "also clue";
    label_unit => "所属单位", "unit";
    label_visitors => "走访人", "visitors";

    blank_title => "一句话说清问题(只有这一项必填)", "the finding in one line (all that is needed)";
    blank_body => "时间、地点、金额、经过；佐证另用 o 添加", "when, where, how much, how; evidence is added with o";
    blank_due => "如 11-20、+5、周五", "such as 11-20, +5, D20";
    blank_amount => "元，可写 3万", "yuan";
    blank_concerned => "姓氏或职务，不写身份证号", "a hint, no identity numbers";
    blank_reference => "如 谈话记录第3号 第3-5页", "such as talk record 3, pages 3-5";
    blank_event_title => "不写则用类别作标题", "empty: called by its kind";
    blank_how_many => "写数字，如 12；不写只记完成", "a number, e.g. 12; none: just done";
    blank_count => "完成时填", "filled in when done";
    blank_group => "如 三组", "such as group 3";
    blank_head => "户主姓名，导出时遮盖", "name, masked in exports";
    blank_decisions => "一行一项", "one a line";
    blank_action => "要办什么", "what is to be done";

    flag_on => "[x] 是", "[x] yes";
    flag_off => "[ ] 否", "[ ] no";
    hint_line => "Enter 下一项", "Enter goes on";
    hint_length(n: usize, limit: usize) => "{n}/{limit} 字", "{n}/{limit} characters";
    hint_body => "Enter 换行，Tab 下一项", "Enter begins a line, Tab goes on";
    hint_date => "可写 11-20、周三、+2工作日、D20；留空表示没有", "such as 11-20, +3, D20; empty means none";
    hint_number => "写数字，如 12、1,200、3万", "a number, such as 12 or 1,200";
    hint_one => "←→ 换，空格 打开列表，或直接打字查找", "←→ turn, Space opens the list, or type to find";
    hint_asked => "空格 打开列表，或直接打字、拼音查找", "Space opens the list, or type to find";
    hint_many => "空格 打开列表，退格 去掉最后一个", "Space opens the list, Backspace drops the last";
    hint_two_people => "一般应有两人以上；仍可保存", "usually two or more people; can be saved all the same";
    hint_flag => "空格 切换", "Space turns it";
    hint_save => "Enter 保存，Esc 返回", "Enter saves, Esc goes back";
    text_no_number(word: &str) => "「{word}」不是数字；可写 12、1,200、3万", "“{word}” is no number; try 12 or 1,200";
}
