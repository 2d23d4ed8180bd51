//! What the calendar says.

use super::phrases;

phrases! {
    unannounced => "不提前告知", "unannounced";
    calendar_title => "日历", "Calendar";
    period_span(from: &str, to: &str) => "{from} 进驻 — {to} 撤离", "{from} – {to}";
    no_round_yet => "这个文件里还没有轮次。新建：xuncha new 文件", "This file holds no round yet. Make one: xuncha new FILE";

    today_mark => "今天", "now";
    entry_mark => "进驻", "entry";
    withdrawal_mark => "撤离", "exit";
    rest_mark => "休", "off";
    make_up_mark => "班", "work";
    day_mark(n: i64) => "第{n}天", "day {n}";
    events_in_cell(done: u32, planned: u32) => "事{done}/{planned}", "e{done}/{planned}";
    due_in_cell(n: u32) => "限{n}", "d{n}";
    missed_in_cell(n: u32) => "逾{n}", "!{n}";
    noted_in_cell(n: u32) => "问{n}", "f{n}";
    visits_in_cell(n: u32) => "户{n}", "h{n}";
    cell_legend => "事 完成/计划 · 限 到期 · 问 登记 · 户 走访", "e done/planned · d due · f findings · h homes";

    workday => "工作日", "workday";
    weekend_day => "周末", "weekend";
    holiday_day => "节假日", "holiday";
    make_up_day => "调休上班", "make-up workday";
    days_to_withdrawal(n: i64) => "距撤离 {n} 天", "{n} day to exit" | "{n} days to exit" by n;
    last_day_on_site => "撤离日", "day of withdrawal";
    nothing_planned => "没有安排。n 安排一项", "Nothing planned. n plans";
    due_that_day(n: u32) => "到期 {n}", "Due {n}";
    more_due(n: u32) => "还有 {n} 个到期，回车看全部", "{n} more due, Enter shows all";
    noted_that_day(n: u32) => "登记问题 {n} 个", "{n} finding noted" | "{n} findings noted" by n;
    closed_that_day(n: u32) => "销号 {n} 个", "{n} finding closed" | "{n} findings closed" by n;
    visits_that_day(n: u32) => "走访 {n} 户", "{n} home visited" | "{n} homes visited" by n;
    choose_an_event => "先选一项日程，再按一次", "Choose an event, then press it again";

    week_title(from: &str, to: &str) => "周 {from} — {to}", "Week {from} — {to}";
    matrix_title => "村点 × 日", "Villages × days";
    matrix_legend => "○ 计划 ◐ 部分 ● 完成 + 走访 数字 问题", "○ planned ◐ partly ● done + visits, digit: findings";
    no_villages_yet => "还没有村点。退出后这样补上：xuncha extend --village 村名:单位简称", "There are no villages yet. Leave and add some: xuncha extend --village NAME:UNIT";
}
