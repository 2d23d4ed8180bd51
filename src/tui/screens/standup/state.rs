//! Where one stands in the daily meeting, and what has to be asked to show it.

use std::collections::HashSet;

use chrono::NaiveDate;

use super::{Focus, minutes, regions_of};
use crate::domain::answer::{
    EventRow, FigureLine, FindingRow, MeetingSheet, MemberDay, StandLine, Standup as Sheet,
};
use crate::domain::codes::Stage;
use crate::domain::ids::{EventId, FindingId, PersonId, TeamId, VillageId};
use crate::domain::query::Query;
use crate::tui::screen::Cx;
use crate::tui::screens::picked::Picked;

/// 例会
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Standup {
    /// The day; `None`: today, also after midnight.
    pub(super) day: Option<NaiveDate>,
    pub(super) team: Team,
    /// Whose turn it is; `None`: the first one's.
    pub(super) member: Option<PersonId>,
    pub(super) focus: Focus,
    /// The cursor in the member's day.
    pub(super) lines: Picked<LineKey>,
    /// The cursor in the minutes.
    pub(super) minutes: Picked<minutes::Key>,
}

/// Whose meeting.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Team {
    /// The team of whoever sits here; everybody's if the file does not know.
    #[default]
    Mine,
    All,
    Of(TeamId),
}

/// The five parts of a member's day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Part {
    Done,
    Next,
    Blocked,
    Fresh,
    Overdue,
}

impl Part {
    pub(super) const ALL: &'static [Self] = &[
        Self::Done,
        Self::Next,
        Self::Blocked,
        Self::Fresh,
        Self::Overdue,
    ];

    /// How many the members have together: what several of them share counts once.
    pub(super) fn together(self, members: &[MemberDay]) -> usize {
        let (mut events, mut findings, mut own) = (HashSet::new(), HashSet::new(), 0);
        for line in members.iter().flat_map(|member| self.of(member)) {
            match line {
                StandLine::Event(row) => {
                    events.insert(row.id);
                }
                StandLine::Finding(row) => {
                    findings.insert(row.id);
                }
                StandLine::Step { .. } | StandLine::Answers { .. } | StandLine::Visits { .. } => {
                    own += 1;
                }
            }
        }
        events.len() + findings.len() + own
    }

    pub(super) fn of(self, member: &MemberDay) -> &[StandLine] {
        match self {
            Self::Done => &member.done,
            Self::Next => &member.next,
            Self::Blocked => &member.blocked,
            Self::Fresh => &member.fresh,
            Self::Overdue => &member.overdue,
        }
    }
}

/// A line by what it is about, so that the cursor finds it again.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct LineKey {
    part: Part,
    about: About,
    /// One finding can move on twice a day.
    nth: usize,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum About {
    Finding(FindingId),
    Step(FindingId, Stage),
    Event(EventId),
    Answers(VillageId),
    Visits(VillageId),
}

fn about(line: &StandLine) -> About {
    match line {
        StandLine::Finding(row) => About::Finding(row.id),
        StandLine::Step { row, to, .. } => About::Step(row.id, *to),
        StandLine::Event(event) => About::Event(event.id),
        StandLine::Answers { village, .. } => About::Answers(*village),
        StandLine::Visits { village, .. } => About::Visits(*village),
    }
}

/// A line of a member's day as it is shown.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Line<'a> {
    /// The heading of a part with how many lines it has.
    Head(Part, usize),
    Of(Part, LineKey, &'a StandLine),
}

impl Line<'_> {
    /// What the cursor follows; headings cannot be selected.
    pub(super) fn key(&self) -> Option<LineKey> {
        match self {
            Self::Head(..) => None,
            Self::Of(_, key, _) => Some(*key),
        }
    }
}

/// The parts under each other, each under its heading.
pub(super) fn lines(member: &MemberDay) -> Vec<Line<'_>> {
    let mut all = Vec::new();
    for part in Part::ALL {
        let own = part.of(member);
        all.push(Line::Head(*part, own.len()));
        for (at, line) in own.iter().enumerate() {
            let same = |other: &&StandLine| about(other) == about(line);
            let key = LineKey {
                part: *part,
                about: about(line),
                nth: own.iter().take(at).filter(same).count(),
            };
            all.push(Line::Of(*part, key, line));
        }
    }
    all
}

/// The finding a line is about.
pub(super) fn finding(line: &StandLine) -> Option<&FindingRow> {
    match line {
        StandLine::Finding(row) | StandLine::Step { row, .. } => Some(row),
        _ => None,
    }
}

/// The event a line is about.
pub(super) fn event(line: &StandLine) -> Option<&EventRow> {
    match line {
        StandLine::Event(event) => Some(event),
        _ => None,
    }
}

/// The village a line is about.
pub(super) fn village(line: &StandLine) -> Option<VillageId> {
    match line {
        StandLine::Finding(row) | StandLine::Step { row, .. } => row.village,
        StandLine::Event(event) => event.draft.village,
        StandLine::Answers { village, .. } | StandLine::Visits { village, .. } => Some(*village),
    }
}

fn workday_after(day: NaiveDate, cx: &Cx<'_>) -> NaiveDate {
    let after = cx.book.holidays.next_workday(day);
    after.or_else(|| day.succ_opt()).unwrap_or(day)
}

/// The figures a meeting quotes: its own once it is closed, else those of now.
pub(super) fn quoted(sheet: &Sheet) -> &[FigureLine] {
    let frozen = sheet.meeting.as_ref().and_then(|it| it.frozen.as_deref());
    frozen.unwrap_or(&sheet.figures)
}

impl Standup {
    pub(super) fn day(&self, cx: &Cx<'_>) -> NaiveDate {
        self.day.unwrap_or(cx.today)
    }

    /// The workday after the meeting's.
    pub(super) fn next(&self, cx: &Cx<'_>) -> NaiveDate {
        workday_after(self.day(cx), cx)
    }

    /// Whose members are shown; `None`: everybody's.
    pub(super) fn team(&self, cx: &Cx<'_>) -> Option<TeamId> {
        match self.team {
            Team::Mine => cx.book.my_team().map(|team| team.id),
            Team::All => None,
            Team::Of(id) => Some(id),
        }
    }

    /// The team after this one; after the last one everybody, then the first.
    pub(super) fn switch_team(&mut self, cx: &Cx<'_>) {
        let teams = &cx.book.teams;
        let next = match self.team(cx) {
            None => teams.first(),
            Some(id) => {
                let mut after = teams.iter().skip_while(|team| team.id != id);
                after.nth(1)
            }
        };
        self.team = next.map_or(Team::All, |team| Team::Of(team.id));
        self.member = None;
        self.lines.reset();
        self.minutes.reset();
    }

    fn question(&self, day: NaiveDate, cx: &Cx<'_>) -> Query {
        Query::Standup {
            day,
            next: workday_after(day, cx),
            team: self.team(cx),
            clues: cx.clues,
        }
    }

    fn question_before(&self, cx: &Cx<'_>) -> Option<Query> {
        let before = cx.book.holidays.prev_workday(self.day(cx))?;
        let start = cx.book.round.as_ref()?.start;
        (before >= start).then(|| self.question(before, cx))
    }

    pub(super) fn asks(&self, cx: &Cx<'_>) -> Vec<Query> {
        let mut asks = vec![self.question(self.day(cx), cx)];
        asks.extend(self.question_before(cx));
        // Editing needs the whole finding, and so does what stands under the lines.
        let row = self.on(cx).and_then(finding);
        asks.extend(row.map(|row| Query::Finding(row.id)));
        asks
    }

    pub(super) fn sheet<'a>(&self, cx: &Cx<'a>) -> Option<&'a Sheet> {
        let query = self.question(self.day(cx), cx);
        cx.answers.standup(&query).map(Box::as_ref)
    }

    /// The meeting of the workday before, for what it left to do and for comparing figures.
    pub(super) fn sheet_before<'a>(&self, cx: &Cx<'a>) -> Option<&'a Sheet> {
        let query = self.question_before(cx)?;
        cx.answers.standup(&query).map(Box::as_ref)
    }

    pub(super) fn meeting<'a>(&self, cx: &Cx<'a>) -> Option<&'a MeetingSheet> {
        self.sheet(cx)?.meeting.as_ref()
    }

    /// Whose meeting it is: the day's, else as on the workday before, else of the team that is shown.
    pub(super) fn meeting_of(&self, cx: &Cx<'_>) -> Option<TeamId> {
        let before = || self.sheet_before(cx).and_then(|it| it.meeting.as_ref());
        let known = self.meeting(cx).or_else(before);
        known.map_or_else(|| self.team(cx), |it| it.team)
    }

    /// The code of a team; `None` is everybody.
    pub(super) fn team_name<'a>(team: Option<TeamId>, cx: &Cx<'a>) -> &'a str {
        let found = cx.book.teams.iter().find(|it| Some(it.id) == team);
        found.map_or(cx.say.stand_everybody(), |it| &it.code)
    }

    pub(super) fn members<'a>(&self, cx: &Cx<'a>) -> &'a [MemberDay] {
        self.sheet(cx).map_or(&[], |sheet| &sheet.members)
    }

    /// The place of the member whose turn it is.
    pub(super) fn turn(&self, cx: &Cx<'_>) -> usize {
        let place = |id| self.members(cx).iter().position(|it| it.person == id);
        self.member.and_then(place).unwrap_or(0)
    }

    pub(super) fn current<'a>(&self, cx: &Cx<'a>) -> Option<&'a MemberDay> {
        self.members(cx).get(self.turn(cx))
    }

    /// The line under the cursor.
    pub(super) fn on<'a>(&self, cx: &Cx<'a>) -> Option<&'a StandLine> {
        let key = self.lines.key()?;
        let mut all = lines(self.current(cx)?).into_iter();
        all.find_map(|line| match line {
            Line::Of(_, own, line) if own == key => Some(line),
            _ => None,
        })
    }

    /// The keys of the member's lines and the rows they have.
    pub(super) fn day_lines(&self, cx: &Cx<'_>) -> (Vec<Option<LineKey>>, u16) {
        let member = self.current(cx).map(lines).unwrap_or_default();
        let keys = member.iter().map(Line::key).collect();
        (keys, super::inner_rows(regions_of(self, cx).day))
    }

    /// The keys of the lines of the minutes and the rows they have.
    pub(super) fn minute_lines(&self, cx: &Cx<'_>) -> (Vec<Option<minutes::Key>>, u16) {
        let area = regions_of(self, cx).minutes;
        let all = minutes::lines(self, cx, super::inner_width(area));
        let keys = all.iter().map(|line| line.key).collect();
        (keys, super::inner_rows(area))
    }

    /// Cursors follow what they stood on.
    pub(super) fn follow(&mut self, cx: &Cx<'_>) {
        if self.sheet(cx).is_none() {
            return;
        }
        if let Some(member) = self.current(cx) {
            self.member = Some(member.person);
        }
        let (keys, rows) = self.day_lines(cx);
        self.lines.settle(&keys, rows);
        let (keys, rows) = self.minute_lines(cx);
        self.minutes.settle(&keys, rows);
    }
}
