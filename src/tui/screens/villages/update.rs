//! What each verb does among the villages.

use crate::domain::answer::ChecklistRow;
use crate::domain::change::{Change, Thing};
use crate::domain::codes::AnswerState;
use crate::domain::ids::{UnitId, VillageId};
use crate::tui::action::Action;
use crate::tui::effect::{Effect, FormKind, Notice, Prompt, PromptFor};
use crate::tui::screen::Cx;
use crate::tui::screens::{finding_keys, prefill};

use super::points;
use super::state::{Over, Page, Point, Tab, Villages, sheet};

/// One form, opened.
fn form(kind: FormKind) -> Vec<Effect> {
    vec![Effect::Form(Box::new(kind))]
}

fn unit(village: VillageId, cx: &Cx<'_>) -> Option<UnitId> {
    sheet(village, cx).map(|sheet| sheet.row.unit)
}

/// What can be entered about a village wherever one sees it.
fn enter(village: VillageId, action: Action, cx: &Cx<'_>) -> Option<Vec<Effect>> {
    let kind = match action {
        Action::NewFinding => FormKind::NewFinding {
            draft: prefill::finding(Some(village), unit(village, cx)),
            answer: None,
        },
        Action::RecordVisit => FormKind::NewVisit {
            draft: prefill::visit(village, cx.today, cx),
        },
        Action::Plan => FormKind::NewEvent {
            draft: prefill::event(cx.today, Some(village), unit(village, cx), cx),
        },
        Action::Edit => FormKind::EditVillage {
            id: village,
            was: sheet(village, cx)?.draft.clone(),
        },
        _ => return None,
    };
    Some(form(kind))
}

impl Villages {
    pub(super) fn hear(&mut self, action: Action, cx: &Cx<'_>) -> Option<Vec<Effect>> {
        if self.page.is_some() && action == Action::Back {
            self.page = None;
            return Some(Vec::new());
        }
        match &mut self.page {
            Some(page) => page.hear(action, cx),
            None => self.hear_over(action, cx),
        }
    }

    fn hear_over(&mut self, action: Action, cx: &Cx<'_>) -> Option<Vec<Effect>> {
        let known = self.known(cx);
        if self.list.moved(action, self.list_rows(cx), &known) {
            return Some(Vec::new());
        }
        match (action, self.over) {
            (Action::Coverage, _) => self.over = self.over.other(),
            (Action::Left, Over::Coverage) => self.column = self.column.saturating_sub(1),
            (Action::Right, Over::Coverage) => {
                let last = cx.book.areas.len().saturating_sub(1);
                self.column = (self.column + 1).min(last);
            }
            (Action::Open, _) => self.enter_page(cx),
            (Action::Back, _) if !self.filter.is_empty() => self.set_filter(""),
            (Action::Back, Over::Coverage) => self.over = Over::List,
            _ => return enter(self.on(cx)?.id, action, cx),
        }
        Some(Vec::new())
    }

    /// Into the village under the cursor; from the matrix to the area under it.
    fn enter_page(&mut self, cx: &Cx<'_>) {
        let point = match self.over {
            Over::List => Point::First,
            Over::Coverage => self.on_area(cx).map_or(Point::First, Point::Of),
        };
        if let Some(row) = self.on(cx) {
            self.page = Some(Page::new(row.id, point));
        }
    }

    pub(super) fn likely(&self, cx: &Cx<'_>) -> Vec<Action> {
        match &self.page {
            Some(page) => page.likely(cx),
            None if self.on(cx).is_none() => vec![Action::Filter, Action::Coverage],
            None => vec![
                Action::Open,
                Action::Coverage,
                Action::RecordVisit,
                Action::NewFinding,
                Action::Plan,
                Action::Edit,
                Action::Filter,
            ],
        }
    }
}

impl Over {
    fn other(self) -> Self {
        match self {
            Self::List => Self::Coverage,
            Self::Coverage => Self::List,
        }
    }
}

impl Page {
    fn hear(&mut self, action: Action, cx: &Cx<'_>) -> Option<Vec<Effect>> {
        let turn = match action {
            Action::NextPane | Action::Right => Some(1),
            Action::PrevPane | Action::Left => Some(Tab::ALL.len() - 1),
            _ => None,
        };
        if let Some(by) = turn {
            self.tab = self.tab.turned(by);
            return Some(Vec::new());
        }
        if self.moved(action, cx) {
            return Some(Vec::new());
        }
        let own = match self.tab {
            Tab::Checklist => self.hear_checklist(action, cx),
            Tab::Findings => self.hear_findings(action, cx),
            Tab::Visits => self.hear_visits(action, cx),
            Tab::Profile => None,
        };
        own.or_else(|| enter(self.village, action, cx))
    }

    fn moved(&mut self, action: Action, cx: &Cx<'_>) -> bool {
        let rows = self.rows(cx);
        match self.tab {
            Tab::Checklist => self.walked(action, rows, cx),
            Tab::Findings => {
                let known = self.known_findings(cx);
                self.findings.moved(action, rows, &known)
            }
            Tab::Visits => {
                let known = self.known_visits(cx);
                self.visits.moved(action, rows, &known)
            }
            Tab::Profile => false,
        }
    }

    fn walked(&mut self, action: Action, rows: u16, cx: &Cx<'_>) -> bool {
        let points = self.checklist(cx);
        let last = points.len().saturating_sub(1);
        let here = self.point.place(&points);
        let page = usize::from(rows.saturating_sub(1).max(1));
        let to = match action {
            Action::Up => here.saturating_sub(1),
            Action::Down => here + 1,
            Action::PageUp => here.saturating_sub(page),
            Action::PageDown => here + page,
            Action::First => 0,
            Action::Last => last,
            _ => return false,
        };
        if let Some(row) = points.get(to.min(last)) {
            self.point = Point::At(row.item.id);
        }
        true
    }

    fn hear_checklist(&mut self, action: Action, cx: &Cx<'_>) -> Option<Vec<Effect>> {
        if action == Action::NextOpen {
            return Some(self.next_open(cx));
        }
        let row = self.on(cx)?;
        let say = |state| {
            let draft = points::answered(self.village, row, state, cx);
            Some(vec![Effect::Write(Change::Answer(draft))])
        };
        match action {
            Action::AnswerFine => say(AnswerState::Fine),
            Action::AnswerNotApplicable => say(AnswerState::NotApplicable),
            Action::AnswerUnsure => say(AnswerState::Unsure),
            Action::Cycle | Action::Mark => say(points::next_state(row)),
            Action::AnswerFinding => Some(self.fail(row, cx)),
            Action::Open => match &row.finding {
                Some((id, _)) => Some(vec![Effect::Finding(*id)]),
                None => Some(self.note(row, cx)),
            },
            Action::Note | Action::Edit => Some(self.note(row, cx)),
            Action::NewFinding => {
                let mut draft = prefill::finding(Some(self.village), unit(self.village, cx));
                draft.areas = vec![row.item.area];
                Some(form(FormKind::NewFinding {
                    draft,
                    answer: None,
                }))
            }
            _ => None,
        }
    }

    fn note(&self, row: &ChecklistRow, cx: &Cx<'_>) -> Vec<Effect> {
        form(FormKind::Answer {
            draft: points::answer(self.village, row, cx),
            item: format!("{} {}", row.item.code, row.item.text),
        })
    }

    /// `-`: a point fails with the finding that says why; one that has its finding already is only marked again.
    fn fail(&self, row: &ChecklistRow, cx: &Cx<'_>) -> Vec<Effect> {
        let answer = points::answered(self.village, row, AnswerState::Finding, cx);
        match (&row.finding, row.state) {
            (Some((_, number)), AnswerState::Finding) => {
                vec![Notice::plain(cx.say.point_has_finding(number))]
            }
            (Some(_), _) => vec![Effect::Write(Change::Answer(answer))],
            (None, _) => form(FormKind::NewFinding {
                draft: points::failing(self.village, unit(self.village, cx), row),
                answer: Some(answer),
            }),
        }
    }

    /// To the next point nobody has examined, round and round; where there is none, to the next to be verified.
    fn next_open(&mut self, cx: &Cx<'_>) -> Vec<Effect> {
        let list = self.checklist(cx);
        let here = self.point.place(&list);
        let from_here = || list.iter().cycle().skip(here + 1).take(list.len());
        let next = |state| from_here().find(|row| row.state == state);
        let found = next(AnswerState::Open).or_else(|| next(AnswerState::Unsure));
        match found {
            Some(row) => {
                self.point = Point::At(row.item.id);
                Vec::new()
            }
            None => vec![Notice::plain(cx.say.point_none_open())],
        }
    }

    fn hear_findings(&self, action: Action, cx: &Cx<'_>) -> Option<Vec<Effect>> {
        let row = self.finding(cx)?;
        match action {
            Action::Open => Some(vec![Effect::Finding(row.id)]),
            _ => finding_keys::on_findings(action, &[row], cx),
        }
    }

    fn hear_visits(&self, action: Action, cx: &Cx<'_>) -> Option<Vec<Effect>> {
        let row = self.visit(cx)?;
        match action {
            Action::Edit | Action::Open => {
                let was = self.visit_sheet(cx)?.draft.clone();
                Some(form(FormKind::EditVisit { id: row.id, was }))
            }
            Action::Withdraw => Some(vec![Effect::Prompt(Box::new(Prompt {
                ask: PromptFor::WithdrawReason(vec![Thing::Visit(row.id)]),
                text: String::new(),
            }))]),
            _ => None,
        }
    }

    fn likely(&self, cx: &Cx<'_>) -> Vec<Action> {
        match self.tab {
            Tab::Checklist => self.likely_point(cx),
            Tab::Findings if self.finding(cx).is_some() => {
                vec![
                    Action::Open,
                    Action::Advance,
                    Action::SetStage,
                    Action::SetHandler,
                    Action::SetDue,
                    Action::Edit,
                    Action::NewFinding,
                    Action::NextPane,
                ]
            }
            Tab::Findings => vec![Action::NewFinding, Action::NextPane],
            Tab::Visits if self.visit(cx).is_some() => vec![
                Action::RecordVisit,
                Action::Edit,
                Action::Withdraw,
                Action::NextPane,
            ],
            Tab::Visits => vec![Action::RecordVisit, Action::NextPane],
            Tab::Profile => vec![
                Action::Edit,
                Action::Plan,
                Action::NewFinding,
                Action::RecordVisit,
                Action::NextPane,
            ],
        }
    }

    fn likely_point(&self, cx: &Cx<'_>) -> Vec<Action> {
        let Some(row) = self.on(cx) else {
            return vec![Action::NextPane];
        };
        let mut verbs = vec![
            Action::AnswerFine,
            Action::AnswerFinding,
            Action::AnswerNotApplicable,
            Action::AnswerUnsure,
            Action::NextOpen,
            Action::Note,
            Action::Cycle,
            Action::NextPane,
        ];
        if row.finding.is_some() {
            verbs.insert(0, Action::Open);
        }
        verbs
    }
}
