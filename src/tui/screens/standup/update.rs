//! What each verb does in the daily meeting.

use chrono::{Duration, NaiveDate};

use super::state::{Standup, event, finding, village};
use super::{Focus, minutes};
use crate::domain::answer::{EventRow, MeetingSheet, StandLine};
use crate::domain::change::Change;
use crate::domain::codes::{ActionState, EventStatus, Figure, MeetingKind, Track};
use crate::domain::fault::Refusal;
use crate::domain::ids::ActionId;
use crate::domain::query::{FindingFilter, Span};
use crate::domain::records::{FindingDraft, MeetingDraft};
use crate::tui::action::{Action, ScreenId};
use crate::tui::effect::{Confirm, Effect, FormKind, Notice, Prompt, PromptFor};
use crate::tui::screen::Cx;
use crate::tui::screens::event_keys::on_events;
use crate::tui::screens::finding_keys::on_findings;
use crate::tui::screens::prefill;

fn form(kind: FormKind) -> Effect {
    Effect::Form(Box::new(kind))
}

impl Standup {
    pub(super) fn hear(&mut self, action: Action, cx: &Cx<'_>) -> Option<Vec<Effect>> {
        if self.walked(action, cx) {
            return Some(Vec::new());
        }
        match action {
            Action::PreviousDay => Some(self.turn_day(-1, cx)),
            Action::NextDay => Some(self.turn_day(1, cx)),
            Action::Note => Some(self.changing(cx, |it| form(it.note(cx)))),
            Action::AddAction => {
                let (day, team) = (self.day(cx), self.meeting_of(cx));
                Some(self.changing(cx, |_| form(FormKind::AddAction { day, team })))
            }
            Action::CloseMeeting => Some(self.changing(cx, |it| it.close(cx))),
            Action::Reopen => Some(vec![self.reopen(cx)]),
            _ => match self.focus {
                Focus::Day => self.hear_day(action, cx),
                Focus::Minutes => self.hear_minutes(action, cx),
            },
        }
    }

    /// Obeys a verb of moving; whether it was one.
    fn walked(&mut self, action: Action, cx: &Cx<'_>) -> bool {
        let turn = self.turn(cx);
        match (action, self.focus) {
            (Action::Left, Focus::Day) => self.give_turn(turn.checked_sub(1), cx),
            (Action::Right, Focus::Day) => self.give_turn(turn.checked_add(1), cx),
            (Action::Right, Focus::Minutes) => {}
            (Action::Left | Action::Back | Action::NextPane | Action::PrevPane, Focus::Minutes) => {
                self.focus = Focus::Day;
            }
            (Action::NextPane | Action::PrevPane, Focus::Day) => self.focus = Focus::Minutes,
            (Action::GoToday, _) => self.go_to(None),
            (Action::SwitchTeam, _) => self.switch_team(cx),
            (_, Focus::Day) => {
                let (keys, rows) = self.day_lines(cx);
                return self.lines.moved(action, &keys, rows);
            }
            (_, Focus::Minutes) => {
                let (keys, rows) = self.minute_lines(cx);
                return self.minutes.moved(action, &keys, rows);
            }
        }
        true
    }

    /// After the last member come the minutes.
    fn give_turn(&mut self, to: Option<usize>, cx: &Cx<'_>) {
        let Some(to) = to else { return };
        match self.members(cx).get(to) {
            Some(member) => {
                self.member = Some(member.person);
                self.lines.reset();
            }
            None => self.focus = Focus::Minutes,
        }
    }

    fn go_to(&mut self, day: Option<NaiveDate>) {
        self.day = day;
        self.lines.reset();
        self.minutes.reset();
    }

    /// So many days on or back, not out of the period (unless today already is).
    fn turn_day(&mut self, by: i64, cx: &Cx<'_>) -> Vec<Effect> {
        let day = self.day(cx);
        let to = day.checked_add_signed(Duration::days(by)).unwrap_or(day);
        let round = cx.book.round.as_ref();
        let inside = |start: NaiveDate, end: NaiveDate| {
            (start.min(cx.today)..=end.max(cx.today)).contains(&to)
        };
        if !round.is_none_or(|it| inside(it.start, it.end)) {
            return vec![Notice::plain(cx.say.out_of_period(&cx.say.day(to)))];
        }
        self.go_to((to != cx.today).then_some(to));
        Vec::new()
    }

    /// Does something to the minutes, unless they are closed: then why not.
    fn changing(&self, cx: &Cx<'_>, effect: impl FnOnce(&Self) -> Effect) -> Vec<Effect> {
        let day = self.day(cx);
        let closed = self.meeting(cx).is_some_and(|it| it.frozen.is_some());
        vec![match (closed, self.sheet(cx)) {
            (true, _) => Notice::bad(cx.say.refusal(&Refusal::MeetingClosed(day))),
            (false, None) => return Vec::new(),
            (false, Some(_)) => effect(self),
        }]
    }

    /// The minutes as they are; as long as nobody is noted, everybody of the team was there.
    fn note(&self, cx: &Cx<'_>) -> FormKind {
        let team = self.meeting_of(cx);
        let mut draft = self.meeting(cx).map_or_else(
            || MeetingDraft {
                day: self.day(cx),
                kind: MeetingKind::Team,
                team,
                present: Vec::new(),
                absent: Vec::new(),
                decisions: String::new(),
            },
            draft_of,
        );
        if draft.present.is_empty() && draft.absent.is_empty() {
            let people = cx.book.people.iter();
            let own = people.filter(|it| team.is_none() || it.team == team);
            draft.present = own.map(|it| it.id).collect();
        }
        FormKind::Meeting { draft }
    }

    fn close(&self, cx: &Cx<'_>) -> Effect {
        let (day, team) = (self.day(cx), self.meeting_of(cx));
        if day > cx.today {
            return Notice::bad(cx.say.stand_not_yet());
        }
        let name = cx.book.round.as_ref().map_or("", |it| &it.standup_name);
        let whose = Self::team_name(team, cx);
        let ask = cx
            .say
            .stand_close_ask(&cx.say.day_and_weekday(day), whose, name);
        let then = Effect::Write(Change::CloseMeeting { day, team });
        Effect::Confirm(Box::new(Confirm { ask, then }))
    }

    fn reopen(&self, cx: &Cx<'_>) -> Effect {
        match self.meeting(cx) {
            Some(it) if it.frozen.is_some() => Effect::Prompt(Box::new(Prompt {
                ask: PromptFor::ReopenReason(it.id),
                text: String::new(),
            })),
            _ => Notice::bad(cx.say.refusal(&Refusal::MeetingOpen(self.day(cx)))),
        }
    }

    fn hear_day(&self, action: Action, cx: &Cx<'_>) -> Option<Vec<Effect>> {
        let line = self.on(cx);
        let of_line = line.and_then(|line| self.hear_line(action, line, cx));
        of_line.or_else(|| self.enter(action, line, cx))
    }

    fn hear_line(&self, action: Action, line: &StandLine, cx: &Cx<'_>) -> Option<Vec<Effect>> {
        if let Some(row) = finding(line) {
            return match action {
                Action::Open => Some(vec![Effect::Finding(row.id)]),
                _ => on_findings(action, &[row], cx),
            };
        }
        match (event(line), action) {
            (Some(event), Action::Later) if event.status != EventStatus::Moved => {
                Some(vec![self.carry(event, cx)])
            }
            // The visit is the member's, not of whoever sits here.
            (_, Action::RecordVisit) => None,
            (Some(event), _) => on_events(action, &[event], cx),
            (None, Action::Open) => Some(vec![Effect::Village(village(line)?)]),
            (None, _) => None,
        }
    }

    /// Carries what was not finished to the workday after the meeting's, or after its own where that is later.
    fn carry(&self, event: &EventRow, cx: &Cx<'_>) -> Effect {
        if event.status != EventStatus::Planned {
            return Notice::bad(cx.say.stand_only_unfinished());
        }
        let from = event.draft.day.max(self.day(cx));
        let Some(to) = cx.book.holidays.next_workday(from) else {
            return Notice::bad(cx.say.stand_only_unfinished());
        };
        if cx.book.round.as_ref().is_some_and(|it| to > it.end) {
            return Notice::bad(cx.say.out_of_period(&cx.say.day(to)));
        }
        Effect::Write(Change::MoveEvents {
            ids: vec![event.id],
            days: (to - event.draft.day).num_days(),
            half: None,
        })
    }

    /// What can be entered about the member whose turn it is, where the selected line is.
    fn enter(&self, action: Action, line: Option<&StandLine>, cx: &Cx<'_>) -> Option<Vec<Effect>> {
        let member = self.current(cx)?.person;
        let village = line.and_then(village);
        let kind = match action {
            Action::NewFinding => FormKind::NewFinding {
                draft: FindingDraft {
                    handler: Some(member),
                    ..prefill::finding(village, None)
                },
                answer: None,
            },
            Action::Plan => {
                let mut draft = prefill::event(self.next(cx), village, None, cx);
                draft.people = vec![member];
                FormKind::NewEvent { draft }
            }
            Action::RecordVisit => {
                let mut draft = prefill::visit(village?, self.day(cx), cx);
                draft.people = vec![member];
                FormKind::NewVisit { draft }
            }
            _ => return None,
        };
        Some(vec![form(kind)])
    }

    fn hear_minutes(&self, action: Action, cx: &Cx<'_>) -> Option<Vec<Effect>> {
        let key = self.minutes.key()?;
        match (action, key) {
            (Action::Open, minutes::Key::Figure(figure)) => Some(self.behind(figure, cx)),
            (Action::Open | Action::Edit, minutes::Key::People(_) | minutes::Key::Decision(_)) => {
                Some(self.changing(cx, |it| form(it.note(cx))))
            }
            (
                Action::Open | Action::Cycle | Action::Mark | Action::Finish,
                minutes::Key::Action(id),
            ) => Some(vec![self.toggle(id, cx)?]),
            _ => None,
        }
    }

    /// Ticks an action item off or takes it up again, also after its meeting was closed: that is when it is done.
    fn toggle(&self, id: ActionId, cx: &Cx<'_>) -> Option<Effect> {
        let state = match minutes::action(self, id, cx)?.state {
            ActionState::Open => ActionState::Done,
            ActionState::Done => ActionState::Open,
        };
        Some(Effect::Write(Change::SetAction { id, state }))
    }

    /// The records behind a figure, or where they are seen best.
    fn behind(&self, figure: Figure, cx: &Cx<'_>) -> Vec<Effect> {
        let day = self.day(cx);
        let until = Some(Span {
            from: None,
            to: Some(day),
        });
        let noted = |track| FindingFilter {
            track,
            noted: until,
            counted: true,
            clues: cx.clues,
            ..FindingFilter::default()
        };
        let filter = match figure {
            Figure::Findings => noted(None),
            Figure::Immediate => noted(Some(Track::Immediate)),
            Figure::Advice => noted(Some(Track::Advice)),
            Figure::Clues if !cx.clues => {
                return vec![Notice::plain(cx.say.counts_clues_closed())];
            }
            Figure::Clues => FindingFilter {
                only_clues: true,
                ..noted(None)
            },
            Figure::Closed => FindingFilter {
                closed: until,
                clues: cx.clues,
                ..FindingFilter::default()
            },
            Figure::Checked => return vec![Effect::Go(ScreenId::Villages)],
            Figure::Households => return vec![Effect::Go(ScreenId::Counts)],
            Figure::Talks
            | Figure::Surveys
            | Figure::Documents
            | Figure::TopicReports
            | Figure::Forums => return vec![Effect::Day(day)],
        };
        let mut effects = vec![Effect::Findings(Box::new(filter))];
        // The figure is reported whole; the list shows what may be seen.
        if !cx.clues {
            effects.push(Notice::plain(cx.say.counts_without_clues()));
        }
        effects
    }

    pub(super) fn likely(&self, cx: &Cx<'_>) -> Vec<Action> {
        let closed = self.meeting(cx).is_some_and(|it| it.frozen.is_some());
        let own: &[Action] = match self.focus {
            Focus::Minutes if matches!(self.minutes.key(), Some(minutes::Key::Action(_))) => {
                &[Action::Finish]
            }
            Focus::Minutes => &[Action::Open],
            Focus::Day => match self.on(cx) {
                Some(StandLine::Finding(_) | StandLine::Step { .. }) => &[
                    Action::Open,
                    Action::Advance,
                    Action::SetStage,
                    Action::SetHandler,
                    Action::SetDue,
                ],
                Some(StandLine::Event(it)) if it.status == EventStatus::Planned => {
                    &[Action::Later, Action::Finish, Action::Open, Action::Edit]
                }
                Some(_) => &[Action::Open],
                None => &[Action::NewFinding, Action::Plan],
            },
        };
        let minutes: &[Action] = match (self.focus, closed) {
            (_, true) => &[Action::Reopen],
            (Focus::Day, false) => &[Action::CloseMeeting],
            (Focus::Minutes, false) => &[Action::Note, Action::AddAction, Action::CloseMeeting],
        };
        let around = [Action::NextPane, Action::PreviousDay, Action::SwitchTeam];
        [own, minutes, &around].concat()
    }
}

fn draft_of(it: &MeetingSheet) -> MeetingDraft {
    MeetingDraft {
        day: it.day,
        kind: it.kind,
        team: it.team,
        present: it.present.clone(),
        absent: it.absent.clone(),
        decisions: it.decisions.clone(),
    }
}
