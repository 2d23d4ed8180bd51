//! What each verb does on the calendar.

use chrono::{Duration, NaiveDate};

use super::period::Period;
use super::state::{Calendar, Focus, Item, Journey, Shape};
use crate::domain::answer::{EventRow, FindingRow};
use crate::domain::change::Change;
use crate::domain::ids::VillageId;
use crate::tui::action::Action;
use crate::tui::effect::{Choice, Effect, FormKind, Notice, Pick, PickFrom, PickThen};
use crate::tui::screen::Cx;
use crate::tui::screens::{event_keys, finding_keys, prefill};

impl Calendar {
    /// Hears a verb. `None`: not one of the calendar's.
    pub(super) fn hear(&mut self, action: Action, cx: &Cx<'_>) -> Option<Vec<Effect>> {
        let period = Period::of(cx)?;
        self.journey = None;
        if self.moved(action, period, cx) {
            return Some(Vec::new());
        }
        match action {
            Action::Back => return self.up(),
            Action::NextPane | Action::PrevPane => self.turn(),
            Action::Open if !self.in_agenda() => self.focus = Focus::Agenda,
            Action::Zoom => {
                self.shape = match self.shape {
                    Shape::Week => Shape::Month,
                    Shape::Month | Shape::Matrix => Shape::Week,
                };
                self.focus = Focus::Grid;
            }
            Action::Matrix => {
                self.shape = match self.shape {
                    Shape::Matrix => Shape::Month,
                    Shape::Month | Shape::Week => Shape::Matrix,
                };
                self.focus = Focus::Grid;
            }
            Action::GoToday => {
                self.item.reset();
                self.day = None;
            }
            Action::Plan => return Some(vec![self.plan(period, cx)]),
            Action::NewFinding => return self.note(period, cx).map(|effect| vec![effect]),
            _ => return self.on_item(action, period, cx),
        }
        Some(Vec::new())
    }

    /// Hears which village a visit is recorded in.
    pub(super) fn told(&self, choice: &Choice, cx: &Cx<'_>) -> Vec<Effect> {
        match (choice, Period::of(cx)) {
            (Choice::Village(Some(village), _), Some(period)) => {
                vec![self.visit(*village, period, cx)]
            }
            _ => Vec::new(),
        }
    }

    /// The likeliest verbs.
    pub(super) fn likely(&self, cx: &Cx<'_>) -> Vec<Action> {
        let Some(period) = Period::of(cx) else {
            return Vec::new();
        };
        let mut verbs = Vec::new();
        if !self.in_agenda() {
            verbs.push(Action::Open);
        } else if self.event(period, cx).is_some() {
            verbs.extend([
                Action::Finish,
                Action::Later,
                Action::Earlier,
                Action::Open,
                Action::Edit,
                Action::Cancel,
            ]);
        } else if self.finding(period, cx).is_some() {
            verbs.extend([
                Action::Open,
                Action::Advance,
                Action::SetStage,
                Action::SetDue,
                Action::SetHandler,
                Action::Edit,
            ]);
        } else if self.item.key().is_some() {
            verbs.push(Action::Open);
        }
        verbs.extend([Action::Plan, Action::RecordVisit]);
        if self.in_agenda() {
            verbs.extend([Action::WeekLater, Action::WeekEarlier, Action::Withdraw]);
        }
        verbs.extend([Action::Zoom, Action::Matrix, Action::GoToday]);
        verbs
    }

    /// Esc: clears marks, goes out of the agenda, then back to the month.
    fn up(&mut self) -> Option<Vec<Effect>> {
        if self.item.unmark() {
            return Some(Vec::new());
        }
        match (self.focus, self.shape) {
            (Focus::Agenda, _) => self.focus = Focus::Grid,
            (Focus::Grid, Shape::Month) => return None,
            (Focus::Grid, _) => self.shape = Shape::Month,
        }
        Some(Vec::new())
    }

    fn turn(&mut self) {
        self.focus = match self.focus {
            Focus::Grid if self.shape != Shape::Week => Focus::Agenda,
            Focus::Grid | Focus::Agenda => Focus::Grid,
        };
    }

    /// Obeys a verb of moving; whether it was one.
    fn moved(&mut self, action: Action, period: Period, cx: &Cx<'_>) -> bool {
        let up_or_down = matches!(action, Action::Up | Action::Down);
        let along = matches!(
            action,
            Action::PageUp | Action::PageDown | Action::First | Action::Last
        );
        if self.in_agenda() && (up_or_down || along && self.focus == Focus::Agenda) {
            let items = self.items(period, cx);
            return self.item.moved(action, &items, self.agenda_rows(cx));
        }
        if self.in_agenda() && self.marking(action, period, cx) {
            return true;
        }
        let is_list = self.is_list(period, cx);
        if self.shape == Shape::Matrix && self.focus == Focus::Grid {
            let known = self.known(period, cx);
            let rows = self.columns(period, cx).rows;
            if up_or_down || matches!(action, Action::PageUp | Action::PageDown) {
                if self.villages.moved(action, rows, &known) {
                    self.item.reset();
                }
                return true;
            }
        }
        let by = |days| Some(Duration::days(days));
        let page = if is_list || self.shape == Shape::Week {
            7
        } else {
            28
        };
        let step = match action {
            Action::Left | Action::PreviousDay => by(-1),
            Action::Right | Action::NextDay => by(1),
            Action::Up => by(if is_list { -1 } else { -7 }),
            Action::Down => by(if is_list { 1 } else { 7 }),
            Action::PageUp => by(-page),
            Action::PageDown => by(page),
            Action::First | Action::Last => None,
            _ => return false,
        };
        let day = self.at(period, cx);
        let to = match (action, step) {
            (Action::First, _) => period.start,
            (Action::PageUp | Action::PageDown, Some(step)) => period.nearest(plus(day, step)),
            // A week on, the column stays: where it has no further day, so does the cursor.
            (_, Some(step)) if period.has(plus(day, step)) => plus(day, step),
            (_, Some(_)) => day,
            (_, None) => period.end,
        };
        if to != day {
            self.stand_on(to);
        }
        true
    }

    fn marking(&mut self, action: Action, period: Period, cx: &Cx<'_>) -> bool {
        let items = self.items(period, cx);
        self.item.marking(action, &items, self.agenda_rows(cx))
    }

    /// An event on the cursor's day, in the matrix in the cursor's village.
    fn plan(&self, period: Period, cx: &Cx<'_>) -> Effect {
        let agenda = self.agenda(period, cx);
        let draft = prefill::event(agenda.day, agenda.village, None, cx);
        Effect::Form(Box::new(FormKind::NewEvent { draft }))
    }

    /// A finding in the village of the matrix or of the selected event; `None`: no village is known.
    fn note(&self, period: Period, cx: &Cx<'_>) -> Option<Effect> {
        let event = self.event(period, cx).filter(|_| self.in_agenda());
        let unit = event.and_then(|row| row.draft.unit);
        let village = event.and_then(|row| row.draft.village);
        let village = village.or(self.agenda(period, cx).village)?;
        Some(Effect::Form(Box::new(FormKind::NewFinding {
            draft: prefill::finding(Some(village), unit),
            answer: None,
        })))
    }

    fn visit(&self, village: VillageId, period: Period, cx: &Cx<'_>) -> Effect {
        let draft = prefill::visit(village, self.at(period, cx), cx);
        Effect::Form(Box::new(FormKind::NewVisit { draft }))
    }

    /// The verbs of what is selected in the agenda.
    fn on_item(&mut self, action: Action, period: Period, cx: &Cx<'_>) -> Option<Vec<Effect>> {
        if !self.in_agenda() {
            return match action {
                Action::RecordVisit => Some(vec![self.visit_somewhere(period, cx)]),
                _ => self.lead_in(action, cx),
            };
        }
        let agenda = self.agenda(period, cx);
        let chosen = if action == Action::Open {
            self.item.key().into_iter().collect()
        } else {
            self.item.chosen()
        };
        let each = || chosen.iter().map(|item| Some(*item));
        let events: Vec<&EventRow> = each().filter_map(|it| agenda.event(it, cx)).collect();
        let findings: Vec<&FindingRow> = each().filter_map(|it| agenda.finding(it, cx)).collect();
        if let Some(effects) = event_keys::on_events(action, &events, cx) {
            if let ([Effect::Write(Change::MoveEvents { days, .. })], [row]) = (&*effects, &*events)
            {
                self.journey = Some(Journey {
                    event: row.id,
                    to: plus(row.draft.day, Duration::days(*days)),
                });
            }
            return Some(effects);
        }
        if let (Action::Open, [row]) = (action, &*findings) {
            return Some(vec![Effect::Finding(row.id)]);
        }
        if let Some(effects) = finding_keys::on_findings(action, &findings, cx) {
            return Some(effects);
        }
        if action == Action::RecordVisit {
            return Some(vec![self.visit_somewhere(period, cx)]);
        }
        let filter = match (action, self.item.key()?) {
            (Action::Open, Item::Due) => agenda.due(cx),
            (Action::Open, Item::Noted) => agenda.noted(cx),
            (Action::Open, Item::Closed) => agenda.closed(cx),
            _ => return None,
        };
        Some(vec![Effect::Findings(Box::new(filter))])
    }

    /// A visit in the matrix's village, or in one that is asked for.
    fn visit_somewhere(&self, period: Period, cx: &Cx<'_>) -> Effect {
        match self.agenda(period, cx).village {
            Some(village) => self.visit(village, period, cx),
            None => Effect::Pick(Box::new(Pick {
                from: PickFrom::Villages,
                then: PickThen::Screen,
            })),
        }
    }

    /// A key for an event while the days have the focus: nothing happens to an event that nobody pointed at.
    fn lead_in(&mut self, action: Action, cx: &Cx<'_>) -> Option<Vec<Effect>> {
        let for_events = matches!(
            action,
            Action::Edit
                | Action::Finish
                | Action::Cancel
                | Action::Earlier
                | Action::Later
                | Action::WeekEarlier
                | Action::WeekLater
                | Action::Withdraw
        );
        if !for_events {
            return None;
        }
        self.focus = Focus::Agenda;
        Some(vec![Notice::plain(cx.say.choose_an_event())])
    }
}

fn plus(day: NaiveDate, step: Duration) -> NaiveDate {
    day.checked_add_signed(step).unwrap_or(day)
}
