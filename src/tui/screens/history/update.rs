//! What each verb does in the log.

use super::entry;
use super::state::{Focus, History, rows};
use crate::domain::change::Change;
use crate::tui::action::Action;
use crate::tui::effect::{Confirm, Effect, Notice};
use crate::tui::screen::Cx;

impl History {
    pub(super) fn hear(&mut self, action: Action, cx: &Cx<'_>) -> Option<Vec<Effect>> {
        match (action, self.focus) {
            (Action::Verify, _) => return Some(vec![Effect::Verify]),
            (Action::UndoEntry, _) => return self.undo(cx),
            (Action::Open, Focus::List) => self.focus = Focus::Entry,
            (Action::Back, Focus::Entry) => self.focus = Focus::List,
            (Action::NextPane | Action::PrevPane, _) => self.focus = self.focus.other(),
            (_, Focus::Entry) => return self.scroll(action, cx).then(Vec::new),
            (_, Focus::List) => {
                let known = self.known(cx);
                if !self.list.moved(action, rows(cx), &known) {
                    return None;
                }
                self.top = 0;
            }
        }
        Some(Vec::new())
    }

    fn scroll(&mut self, action: Action, cx: &Cx<'_>) -> bool {
        let deepest = self.deepest(cx);
        let page = 10;
        self.top = match action {
            Action::Up => self.top.saturating_sub(1),
            Action::Down => self.top + 1,
            Action::PageUp => self.top.saturating_sub(page),
            Action::PageDown => self.top + page,
            Action::First => 0,
            Action::Last => deepest,
            _ => return false,
        }
        .min(deepest);
        true
    }

    /// Takes one entry back, whichever it is; asked first, because it may lie far back.
    fn undo(&self, cx: &Cx<'_>) -> Option<Vec<Effect>> {
        let row = self.on(cx)?;
        if row.undone {
            return Some(vec![Notice::plain(cx.say.history_is_undone())]);
        }
        let ask = cx
            .say
            .history_undo_entry(row.n, entry::verb(row, cx), entry::subject(row, cx));
        Some(vec![Effect::Confirm(Box::new(Confirm {
            ask,
            then: Effect::Write(Change::UndoEntry(row.n)),
        }))])
    }

    pub(super) fn likely(&self, cx: &Cx<'_>) -> Vec<Action> {
        let mut verbs = match self.focus {
            Focus::List => vec![Action::Open],
            Focus::Entry => vec![Action::Back],
        };
        if self.on(cx).is_some_and(|row| !row.undone) {
            verbs.push(Action::UndoEntry);
        }
        verbs.extend([Action::Undo, Action::Redo, Action::Verify]);
        verbs
    }
}

impl Focus {
    fn other(self) -> Self {
        match self {
            Self::List => Self::Entry,
            Self::Entry => Self::List,
        }
    }
}
