//! Every verb: its name in both languages, and the keys that mean it on which screens.
//!
//! Footer, help and the menu are folds over this one table.

use crate::tui::action::{Action, ScreenId};
use ScreenId::{Calendar, Counts, Findings, History, Standup, Today, Villages};

/// A verb.
pub(crate) struct Verb {
    /// What it means.
    pub(crate) action: Action,
    /// Its lasting name.
    pub(crate) id: &'static str,
    /// 中文
    pub(crate) zh: &'static str,
    /// English
    pub(crate) en: &'static str,
    /// Screens and the keys that mean it there, the key shown first; in the notation of `keymap::parse`.
    pub(crate) keys: &'static [(&'static [ScreenId], &'static str)],
}

const ALL: &[ScreenId] = ScreenId::ALL;
/// Where findings can be selected.
const FOUND: &[ScreenId] = &[Today, Calendar, Villages, Findings, Standup];
/// The same, where `v` is free.
const FOUND_V: &[ScreenId] = &[Today, Villages, Findings, Standup];
/// Where events can be selected.
const PLANNED: &[ScreenId] = &[Today, Calendar, Standup];
/// Where several can be marked.
const MARKED: &[ScreenId] = &[Today, Calendar, Findings];
const NOT_CALENDAR: &[ScreenId] = &[Today, Villages, Findings, Standup, Counts, History];

macro_rules! verbs {
    ($($action:expr, $id:literal, $zh:literal, $en:literal: $($place:expr => $keys:literal),+;)*) => {
        /// All of them, in the order of the help.
        pub(crate) const VERBS: &[Verb] = &[$(Verb {
            action: $action, id: $id, zh: $zh, en: $en, keys: &[$((&$place, $keys)),+],
        }),*];
    };
}

verbs! {
    // entering
    Action::NewFinding, "finding.new", "新问题", "new finding": *NOT_CALENDAR => "nN", [Calendar] => "N";
    Action::Plan, "event.plan", "安排日程", "plan": *NOT_CALENDAR => "p", [Calendar] => "np";
    Action::RecordVisit, "visit.new", "登记走访", "visit": *ALL => "w";
    Action::Edit, "edit", "修改", "edit": *FOUND => "e";
    Action::Note, "note", "备注", "note": [Villages, Standup] => "c";
    Action::AddSource, "source.add", "加佐证", "evidence": *FOUND => "o";
    Action::AddAction, "action.add", "加督办", "action item": [Standup] => "A";
    // findings
    Action::SetStage, "finding.stage", "环节", "stage": *FOUND => "s";
    Action::Advance, "finding.advance", "推进", "advance": *FOUND => "]<S-right>";
    Action::Retreat, "finding.retreat", "退一步", "step back": *FOUND => "[<S-left>";
    Action::SetHandler, "finding.handler", "承办人", "handler": *FOUND => "a";
    Action::SetDue, "finding.due", "期限", "deadline": *FOUND => "d";
    Action::SetTrack, "finding.track", "去向", "track": *FOUND => "t";
    Action::SetVillage, "finding.village", "村点", "village": *FOUND_V => "v";
    Action::SetAreas, "finding.areas", "领域", "areas": *FOUND => "r";
    Action::SetTriage, "finding.triage", "轻重", "triage": *FOUND => "T";
    Action::Merge, "finding.merge", "合并", "merge": *FOUND => "m";
    // checklist
    Action::AnswerFine, "answer.fine", "无问题", "fine": [Villages] => "+";
    Action::AnswerFinding, "answer.finding", "有问题", "finding": [Villages] => "-";
    Action::AnswerNotApplicable, "answer.na", "不适用", "n/a": [Villages] => "=";
    Action::AnswerUnsure, "answer.unsure", "待核", "to verify": [Villages] => "~";
    Action::Cycle, "answer.cycle", "换结果", "cycle": [Villages, Standup] => "<space>";
    Action::NextOpen, "answer.next", "下一未查", "next open": [Villages] => "!";
    // events
    Action::Finish, "event.finish", "完成", "finish": *PLANNED => "f";
    Action::Cancel, "event.cancel", "取消", "cancel": *PLANNED => "X";
    Action::Later, "event.later", "推后一天", "day later": *PLANNED => "<gt>";
    Action::Earlier, "event.earlier", "提前一天", "day earlier": *PLANNED => "<lt>";
    Action::WeekLater, "event.week_later", "推后一周", "week later": *PLANNED => "}";
    Action::WeekEarlier, "event.week_earlier", "提前一周", "week earlier": *PLANNED => "{";
    // meeting
    Action::CloseMeeting, "meeting.close", "关闭例会", "close meeting": [Standup] => "C";
    Action::Reopen, "meeting.reopen", "重开例会", "reopen": [Standup] => "R";
    Action::NextDay, "day.next", "后一天", "next day": [Standup] => "L)";
    Action::PreviousDay, "day.previous", "前一天", "previous day": [Standup] => "H(";
    Action::GoToday, "day.today", "回到今天", "today": [Calendar, Standup] => "0";
    Action::SwitchTeam, "team.switch", "换组", "switch team": [Today, Standup] => "z";
    // how a screen shows
    Action::Filter, "filter", "过滤", "filter": [Villages, Findings] => "/";
    Action::FilterStage, "filter.stage", "按环节筛", "by stage": [Findings] => "S";
    Action::FilterVillage, "filter.village", "按村点筛", "by village": [Findings] => "V";
    Action::FilterArea, "filter.area", "按领域筛", "by area": [Findings] => "R";
    Action::Sort, "sort", "排序", "sort": [Findings] => "O";
    Action::GroupBy, "group", "分组", "group": [Findings] => "B";
    Action::Board, "board", "看板", "board": [Findings] => "b";
    Action::Matrix, "matrix", "村点×日", "matrix": [Calendar] => "v";
    Action::Coverage, "coverage", "覆盖表", "coverage": [Villages] => "M";
    Action::Zoom, "zoom", "换范围", "scope": [Calendar, Findings] => "z";
    Action::ChangeRows, "pivot.rows", "换行", "rows": [Counts] => "x";
    Action::ChangeCols, "pivot.cols", "换列", "columns": [Counts] => "X";
    // many at once
    Action::Mark, "mark", "选择", "mark": *MARKED => "<space>";
    Action::MarkDown, "mark.down", "向下选", "mark down": *MARKED => "<S-down>J";
    Action::MarkUp, "mark.up", "向上选", "mark up": *MARKED => "<S-up>K";
    Action::MarkAll, "mark.all", "全选", "mark all": *MARKED => "*";
    // taking back
    Action::Undo, "undo", "撤销", "undo": *ALL => "u";
    Action::Redo, "redo", "重做", "redo": *ALL => "U";
    Action::UndoEntry, "undo.entry", "撤销此条", "undo this": [History] => "X";
    Action::Withdraw, "withdraw", "撤回", "withdraw": *FOUND => "D";
    Action::Verify, "verify", "核验", "verify": [History] => "V";
    Action::Reveal, "reveal", "线索显隐", "show clues": *ALL => "#";
    // moving
    Action::Open, "open", "打开", "open": *ALL => "<enter>";
    Action::Back, "back", "返回", "back": *ALL => "<esc>";
    Action::Previous, "previous", "上一处", "previous": *ALL => "<backspace>";
    Action::NextPane, "pane.next", "下一栏", "next pane": *ALL => "<tab>";
    Action::PrevPane, "pane.previous", "上一栏", "previous pane": *ALL => "<S-tab>";
    Action::Up, "up", "上", "up": *ALL => "<up>k";
    Action::Down, "down", "下", "down": *ALL => "<down>j";
    Action::Left, "left", "左", "left": *ALL => "<left>h";
    Action::Right, "right", "右", "right": *ALL => "<right>l";
    Action::PageUp, "page.up", "上一页", "page up": *ALL => "<pgup><C-b>";
    Action::PageDown, "page.down", "下一页", "page down": *ALL => "<pgdn><C-f>";
    Action::First, "first", "到头", "first": *ALL => "<home>g";
    Action::Last, "last", "到尾", "last": *ALL => "<end>G";
    Action::Tab(Today), "go.today", "今日", "Today": *ALL => "1";
    Action::Tab(Calendar), "go.calendar", "日历", "Calendar": *ALL => "2";
    Action::Tab(Villages), "go.villages", "村点", "Villages": *ALL => "3";
    Action::Tab(Findings), "go.findings", "问题", "Findings": *ALL => "4";
    Action::Tab(Standup), "go.standup", "例会", "Stand-up": *ALL => "5";
    Action::Tab(Counts), "go.counts", "统计", "Counts": *ALL => "6";
    Action::Tab(History), "go.history", "记录", "History": *ALL => "7";
    // the program
    Action::Menu, "menu", "更多", "more": *ALL => ".";
    Action::Help, "help", "帮助", "help": *ALL => "?<f1>";
    Action::Quit, "quit", "退出", "quit": *ALL => "q";
}
