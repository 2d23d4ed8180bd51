//! What the screen of today says.

use super::phrases;

phrases! {
    today_title => "今日", "Today";
    section_events => "日程", "Events";
    section_villages => "在查清单", "Checklists in progress";
    section_overdue => "逾期", "Overdue";
    section_due => "今日到期", "Due today";
    section_fresh => "上次例会后新登记", "New since the last meeting";
    no_events_today => "今天没有安排。p 安排一项，2 看日历", "Nothing planned. p plans, 2 is the calendar";
    no_checklists => "没有查到一半的清单。3 打开村点", "No checklist half done. 3 opens the villages";
    none_overdue => "没有逾期", "Nothing is overdue";
    none_due => "今天没有到期", "Nothing is due today";
    none_fresh => "还没有新问题。n 登记一个", "No new finding yet. n notes one";
    more_events => "还有更多，回车看日历", "More, Enter shows the calendar";
    more_of_section(n: u32) => "还有 {n} 个，回车看全部", "{n} more, Enter shows all";
    no_team_of_mine => "你没有编入某个组，这里一直是全体", "you are in no team: this shows all of them";
    other_scope(name: &str) => "z 看{name}", "z: {name}";
    before_entry(n: i64) => "{n} 天后进驻", "entry in {n} day" | "entry in {n} days" by n;
    after_withdrawal(n: i64) => "已撤离 {n} 天", "withdrew {n} day ago" | "withdrew {n} days ago" by n;
}
