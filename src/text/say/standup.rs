//! What the daily meeting says.

use super::phrases;

phrases! {
    stand_done => "完成", "done";
    stand_next => "下一步", "next";
    stand_blocked => "卡点", "blocked";
    stand_fresh => "新问题", "new";
    stand_blocked_short => "卡点", "stuck";
    stand_overdue_short => "逾期", "late";
    stand_overdue => "逾期", "overdue";
    stand_members => "成员", "Members";
    stand_everybody => "全体", "all teams";
    stand_people(n: usize) => "{n} 人", "{n} person" | "{n} people" by n;
    stand_missing => "缺", "out";
    stand_answers => "清单", "checklist";
    stand_visits => "走访", "visits";
    stand_points(village: &str, n: u32) => "{village} {n} 项", "{village}, {n} point" | "{village}, {n} points" by n;
    stand_homes(village: &str, n: u32) => "{village} {n} 户", "{village}, {n} home" | "{village}, {n} homes" by n;
    stand_nobody_yet => "还没有登记人员。退出后这样补上：xuncha extend --person 姓名:职务:组代号 --me 本机使用人", "Nobody is registered yet. Leave and add people: xuncha extend --person NAME:ROLE:TEAM --me NAME";
    stand_nothing => "这一天没有成员的记录；z 换组，H、L 换天", "nobody has anything on this day; z switches teams, H and L the day";
    stand_minutes => "纪要", "Minutes";
    stand_figures => "数字(全体)", "Figures (all)";
    stand_total => "累计", "total";
    stand_of_day => "当日", "day";
    stand_change => "较前日", "change";
    stand_now(n: u32) => "现 {n}", "now {n}";
    stand_present(n: usize) => "到会 {n}", "Present {n}";
    stand_absent(n: usize, names: &str) => "缺席 {n}：{names}", "Absent {n}: {names}";
    stand_nobody_noted => "未登记，按 c 登记", "not noted yet; press c";
    stand_decisions(n: usize) => "议定事项 {n}", "Decisions {n}";
    stand_actions(done: &str) => "督办事项 {done}", "Action items {done}";
    stand_actions_of(day: &str, done: &str) => "{day} 的督办 {done}", "Action items of {day} {done}";
    stand_no_meeting => "还没有纪要：c 记到会和议定，A 加督办，C 关闭并固定数字", "No minutes yet: c notes people and decisions, A adds an action item, C closes and freezes the figures";
    stand_not_yet => "这一天还没到", "This day has not come yet";
    stand_open => "未关闭，数字随录入变动", "Open: figures move as entries come in";
    stand_frozen => "已冻结", "Frozen";
    stand_reopened(why: &str) => "曾重开：{why}", "Reopened: {why}";
    stand_is_open => "未关闭", "open";
    stand_is_closed => "已关闭", "closed";
    stand_no_record => "未记录", "no minutes";
    stand_close_ask(day: &str, team: &str, name: &str) => "关闭 {day} {team}的{name}？当前数字就此固定，可以引用；再改要写理由重开。", "Close the {name} of {team} on {day}? The figures are frozen as they stand and can be quoted; changing anything takes reopening with a reason.";
    stand_only_unfinished => "只有未完成的日程可以顺延", "Only what is not finished can be carried over";
}
