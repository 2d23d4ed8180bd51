//! What a verb does: the screen is asked first, then the frame knows some itself.

use super::{Model, Work};
use crate::domain::change::Change;
use crate::domain::codes::{EventKind, Found, Half, Household};
use crate::domain::fault::Fault;
use crate::domain::ids::VillageId;
use crate::domain::records::{EventDraft, FindingDraft, VisitDraft};
use crate::tui::action::Action;
use crate::tui::effect::{Effect, FormKind, Pick, PickFrom, PickThen, Prompt, PromptFor};
use crate::tui::keymap;
use crate::tui::screen::Cx;

impl Model {
    /// Does what a key or a line of a menu means.
    pub(super) fn act(&mut self, action: Action) -> Vec<Work> {
        if self.world.read_only && writes(action) {
            // Now, and not after a whole form was filled in.
            self.complain(&Fault::ReadOnly);
            return Vec::new();
        }
        if let Some(effects) = frame_first(action) {
            return self.run(effects);
        }
        let cx = self.world.cx(self.screen_size());
        let heard = self.screens.get_mut(self.current).update(action, &cx);
        match heard {
            Some(effects) => self.run(effects),
            None => self.frame_last(action),
        }
    }

    /// What the screen didn't know.
    fn frame_last(&mut self, action: Action) -> Vec<Work> {
        match action {
            Action::Filter if self.can_filter() => {
                let text = self.screens.get(self.current).filter().to_owned();
                self.open_filter(text)
            }
            Action::NewFinding => {
                let draft = FindingDraft::titled("");
                self.form(FormKind::NewFinding {
                    draft,
                    answer: None,
                })
            }
            Action::Plan => {
                let draft = empty_event(&self.cx());
                self.form(FormKind::NewEvent { draft })
            }
            Action::RecordVisit => {
                self.visit_asked = true;
                self.run(vec![Effect::Pick(Box::new(Pick {
                    from: PickFrom::Villages,
                    then: PickThen::Screen,
                }))])
            }
            Action::Verify => self.run(vec![Effect::Verify]),
            Action::Previous => self.run(vec![Effect::Previous]),
            action => {
                self.not_here(action);
                Vec::new()
            }
        }
    }

    /// A key that means nothing for what is selected says so; moving against a wall is silent.
    fn not_here(&mut self, action: Action) {
        use Action as A;
        let moves = [
            A::Up,
            A::Down,
            A::Left,
            A::Right,
            A::PageUp,
            A::PageDown,
            A::First,
            A::Last,
            A::Back,
            A::NextPane,
            A::PrevPane,
            A::Open,
        ];
        if moves.contains(&action) {
            return;
        }
        let say = self.world.say;
        let name = keymap::verb(action).map_or("", |verb| verb.name(say));
        self.say_plain(&say.not_for_this(name));
    }

    fn form(&mut self, kind: FormKind) -> Vec<Work> {
        self.run(vec![Effect::Form(Box::new(kind))])
    }

    /// Opens the filter line; Esc goes back to the filter as it stands.
    pub(super) fn open_filter(&mut self, text: String) -> Vec<Work> {
        self.filter_before = Some(self.screens.get(self.current).filter().to_owned());
        let ask = PromptFor::Filter;
        self.run(vec![Effect::Prompt(Box::new(Prompt { ask, text }))])
    }
}

/// Verbs that mean the same everywhere and never reach a screen.
fn frame_first(action: Action) -> Option<Vec<Effect>> {
    let effect = match action {
        Action::Tab(screen) => Effect::Go(screen),
        Action::Help => Effect::Help,
        Action::Menu => Effect::Menu,
        Action::Undo => Effect::Write(Change::Undo),
        Action::Redo => Effect::Write(Change::Redo),
        Action::Reveal => Effect::Reveal,
        Action::Quit => Effect::Quit,
        _ => return None,
    };
    Some(vec![effect])
}

/// Verbs that are for writing.
fn writes(action: Action) -> bool {
    use Action as A;
    matches!(
        action,
        A::NewFinding
            | A::Plan
            | A::RecordVisit
            | A::Edit
            | A::Note
            | A::AddSource
            | A::AddAction
            | A::SetStage
            | A::SetHandler
            | A::SetDue
            | A::SetTrack
            | A::SetVillage
            | A::SetAreas
            | A::SetTriage
            | A::Advance
            | A::Retreat
            | A::Merge
            | A::AnswerFine
            | A::AnswerFinding
            | A::AnswerNotApplicable
            | A::AnswerUnsure
            | A::Cycle
            | A::Finish
            | A::Cancel
            | A::Earlier
            | A::Later
            | A::WeekEarlier
            | A::WeekLater
            | A::CloseMeeting
            | A::Reopen
            | A::Withdraw
            | A::Undo
            | A::Redo
            | A::UndoEntry
    )
}

/// An event of today, by whoever sits here.
fn empty_event(cx: &Cx<'_>) -> EventDraft {
    EventDraft {
        day: cx.today,
        half: Half::Morning,
        kind: EventKind::Other,
        title: String::new(),
        team: cx.book.my_team().map(|team| team.id),
        unit: None,
        village: None,
        people: cx.book.me.into_iter().collect(),
        place: String::new(),
        milestone: false,
        sensitive: false,
        count: None,
        note: String::new(),
    }
}

/// A visit made today, by whoever sits here.
pub(super) fn empty_visit(village: VillageId, cx: &Cx<'_>) -> VisitDraft {
    VisitDraft {
        village,
        day: cx.today,
        half: Half::Morning,
        group: String::new(),
        head: String::new(),
        class: Household::Random,
        people: cx.book.me.into_iter().collect(),
        found: Found::Home,
        escorted: false,
        said: String::new(),
        follow_up: String::new(),
        finding: None,
    }
}
