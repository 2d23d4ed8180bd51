//! What each verb does today.

use super::state::{Item, Section, Today, filter};
use crate::domain::answer::{EventRow, FindingRow};
use crate::domain::ids::{UnitId, VillageId};
use crate::tui::action::{Action, ScreenId};
use crate::tui::effect::{Choice, Effect, FormKind, Notice, Pick, PickFrom, PickThen};
use crate::tui::screen::Cx;
use crate::tui::screens::{event_keys, finding_keys, prefill};

impl Today {
    /// Hears a verb. `None`: not one of this screen's.
    pub(super) fn hear(&mut self, action: Action, cx: &Cx<'_>) -> Option<Vec<Effect>> {
        let (items, rows) = (self.items(cx), Self::rows(cx));
        if self.item.moved(action, &items, rows) || self.item.marking(action, &items, rows) {
            return Some(Vec::new());
        }
        match action {
            Action::Back if self.item.unmark() => Some(Vec::new()),
            Action::Plan => {
                let (village, unit) = self.place(cx);
                let draft = prefill::event(cx.today, village, unit, cx);
                Some(vec![form(FormKind::NewEvent { draft })])
            }
            Action::NewFinding => {
                let (village, unit) = self.place(cx);
                village?;
                Some(vec![form(FormKind::NewFinding {
                    draft: prefill::finding(village, unit),
                    answer: None,
                })])
            }
            Action::RecordVisit => Some(vec![match self.place(cx) {
                (Some(village), _) => visit(village, cx),
                _ => Effect::Pick(Box::new(Pick {
                    from: PickFrom::Villages,
                    then: PickThen::Screen,
                })),
            }]),
            Action::SwitchTeam => Some(self.switch_team(cx)),
            Action::Open => self.open(cx).map(|effect| vec![effect]),
            _ => self.on_chosen(action, cx),
        }
    }

    /// Hears which village a visit is recorded in.
    pub(super) fn told(choice: &Choice, cx: &Cx<'_>) -> Vec<Effect> {
        match choice {
            Choice::Village(Some(village), _) => vec![visit(*village, cx)],
            _ => Vec::new(),
        }
    }

    /// The likeliest verbs.
    pub(super) fn likely(&self, _cx: &Cx<'_>) -> Vec<Action> {
        use Action as A;
        let own: &[Action] = match self.item.key() {
            Some(Item::Event(_)) => &[
                A::Finish,
                A::Open,
                A::Later,
                A::Earlier,
                A::Edit,
                A::Cancel,
                A::WeekLater,
                A::WeekEarlier,
                A::Withdraw,
            ],
            Some(Item::Finding(..)) => &[
                A::Open,
                A::Advance,
                A::SetStage,
                A::SetDue,
                A::SetHandler,
                A::SetTrack,
                A::Edit,
                A::Retreat,
                A::SetVillage,
                A::SetAreas,
                A::SetTriage,
                A::AddSource,
                A::Merge,
                A::Withdraw,
            ],
            Some(Item::Village(_) | Item::More(_)) => &[A::Open],
            None => &[],
        };
        let (first, others) = own.split_at(own.len().min(5));
        let mut verbs = first.to_vec();
        verbs.extend([A::NewFinding, A::Plan, A::RecordVisit, A::SwitchTeam]);
        verbs.extend(others);
        if self.item.has_marks() {
            verbs.insert(0, A::Back);
        }
        verbs.extend([A::Mark, A::MarkDown, A::MarkUp, A::MarkAll]);
        verbs
    }

    /// The own team, or all of them.
    fn switch_team(&mut self, cx: &Cx<'_>) -> Vec<Effect> {
        if cx.book.my_team().is_none() {
            return vec![Notice::plain(cx.say.no_team_of_mine())];
        }
        self.everybody = !self.everybody;
        self.item.unmark();
        Vec::new()
    }

    /// Where the selected line happens.
    fn place(&self, cx: &Cx<'_>) -> (Option<VillageId>, Option<UnitId>) {
        let Some(item) = self.item.key() else {
            return (None, None);
        };
        if let Some(row) = self.event(item, cx) {
            return (row.draft.village, row.draft.unit);
        }
        if let Some(row) = self.village(item, cx) {
            return (Some(row.id), Some(row.unit));
        }
        (self.finding(item, cx).and_then(|row| row.village), None)
    }

    fn open(&self, cx: &Cx<'_>) -> Option<Effect> {
        Some(match self.item.key()? {
            Item::Finding(_, id) => Effect::Finding(id),
            Item::Village(id) => Effect::Village(id),
            Item::More(Section::Events) => Effect::Day(cx.today),
            Item::More(Section::Villages) => Effect::Go(ScreenId::Villages),
            Item::More(section) => Effect::Findings(Box::new(filter(section, self.team(cx), cx))),
            item @ Item::Event(_) => {
                let row = self.event(item, cx)?;
                return event_keys::on_events(Action::Open, &[row], cx)?.pop();
            }
        })
    }

    /// The verbs of events and findings, on the marked ones or the selected one. What both know is for the kind that the
    /// cursor stands on.
    fn on_chosen(&self, action: Action, cx: &Cx<'_>) -> Option<Vec<Effect>> {
        let chosen = self.item.chosen();
        let events: Vec<&EventRow> = chosen.iter().filter_map(|it| self.event(*it, cx)).collect();
        let mut findings: Vec<&FindingRow> = Vec::new();
        for row in chosen.iter().filter_map(|it| self.finding(*it, cx)) {
            // The same one may stand in two sections.
            if findings.iter().all(|known| known.id != row.id) {
                findings.push(row);
            }
        }
        let on_events = || event_keys::on_events(action, &events, cx);
        let on_findings = || finding_keys::on_findings(action, &findings, cx);
        if matches!(self.item.key(), Some(Item::Event(_))) {
            on_events().or_else(on_findings)
        } else {
            on_findings().or_else(on_events)
        }
    }
}

fn form(kind: FormKind) -> Effect {
    Effect::Form(Box::new(kind))
}

fn visit(village: VillageId, cx: &Cx<'_>) -> Effect {
    let draft = prefill::visit(village, cx.today, cx);
    form(FormKind::NewVisit { draft })
}
