//! What a key can mean. One flat list: a verb means the same on every screen that knows it.

/// The screens, in the order of their digits.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) enum ScreenId {
    /// 1 今日
    Today,
    /// 2 日历
    Calendar,
    /// 3 村点
    Villages,
    /// 4 问题
    Findings,
    /// 5 例会
    Standup,
    /// 6 统计
    Counts,
    /// 7 记录
    History,
}

impl ScreenId {
    /// All of them, left to right.
    pub(crate) const ALL: &'static [Self] = &[
        Self::Today,
        Self::Calendar,
        Self::Villages,
        Self::Findings,
        Self::Standup,
        Self::Counts,
        Self::History,
    ];
}

/// A verb. The table beside it (keymap) gives each its key, its two names and the screens that know it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[expect(
    clippy::enum_variant_names,
    reason = "an action item of a meeting is called so"
)]
pub(crate) enum Action {
    // moving
    Up,
    Down,
    Left,
    Right,
    PageUp,
    PageDown,
    First,
    Last,
    /// Enter: into the selected thing.
    Open,
    /// Esc: closes a pop-up, clears marks, clears the filter, goes up; never quits.
    Back,
    /// Backspace: the place before, with its filter and cursor.
    Previous,
    /// Tab / Shift+Tab: next or previous pane.
    NextPane,
    PrevPane,
    Tab(ScreenId),
    // entering
    /// n: a new finding from anywhere (on the calendar an event on the cursor day: `Plan`).
    NewFinding,
    /// p: plans an event.
    Plan,
    /// w: records a household visit.
    RecordVisit,
    /// e: edits the selected record.
    Edit,
    /// c: a remark (checklist note, meeting decisions).
    Note,
    /// o: adds a reference to evidence.
    AddSource,
    /// A: adds an action item.
    AddAction,
    // properties of findings
    SetStage,
    SetHandler,
    SetDue,
    SetTrack,
    SetVillage,
    SetAreas,
    SetTriage,
    /// ] and [: on along the main way, or back.
    Advance,
    Retreat,
    /// m: merges into another finding.
    Merge,
    // checklist
    AnswerFine,
    AnswerFinding,
    AnswerNotApplicable,
    AnswerUnsure,
    Cycle,
    NextOpen,
    // events
    /// f: finished (asks how many where the kind counts), again to take it up.
    Finish,
    Cancel,
    Earlier,
    Later,
    WeekEarlier,
    WeekLater,
    // how a screen shows
    Filter,
    FilterStage,
    FilterVillage,
    FilterArea,
    Sort,
    GroupBy,
    Board,
    Matrix,
    Coverage,
    Zoom,
    /// x: on the pivot swaps or changes a field.
    ChangeRows,
    ChangeCols,
    // many at once
    Mark,
    MarkUp,
    MarkDown,
    MarkAll,
    // meeting
    CloseMeeting,
    Reopen,
    PreviousDay,
    NextDay,
    GoToday,
    /// z: all teams, then each by itself.
    SwitchTeam,
    // everything
    Withdraw,
    Undo,
    Redo,
    UndoEntry,
    Verify,
    /// Shows or hides the restricted compartment.
    Reveal,
    Menu,
    Help,
    Quit,
}
