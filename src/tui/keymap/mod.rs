//! Keys become verbs: one table of what can be done, and the keys that do it.

mod key;
#[cfg(test)]
mod tests;
mod verbs;

use std::collections::HashMap;
use std::sync::LazyLock;

use super::action::{Action, ScreenId};
use crate::entry::ime;
use crate::text::Lang;
pub(crate) use key::{Code, Key, label, parse};
pub(crate) use verbs::{VERBS, Verb};

/// What each key means on each screen.
static KEYS: LazyLock<HashMap<(ScreenId, Key), Action>> = LazyLock::new(|| {
    let mut keys = HashMap::new();
    for verb in VERBS {
        for (screens, text) in verb.keys {
            for key in parse(text) {
                keys.extend(screens.iter().map(|screen| ((*screen, key), verb.action)));
            }
        }
    }
    keys
});

/// What a key means on a screen, also while a Chinese input method turns `?` into `？`.
pub(crate) fn action_for(key: Key, screen: ScreenId) -> Option<Action> {
    KEYS.get(&(screen, as_command(key)?)).copied()
}

/// The key as a command: full-width forms and Chinese marks become what they stand for. `None`: it stands for none.
pub(crate) fn as_command(key: Key) -> Option<Key> {
    match key.code {
        Code::Char(c) => Some(Key {
            code: Code::Char(ime::command_char(c)?),
            ..key
        }),
        _ => Some(key),
    }
}

/// The table's line for an action.
pub(crate) fn verb(action: Action) -> Option<&'static Verb> {
    VERBS.iter().find(|verb| verb.action == action)
}

impl Verb {
    /// Its name.
    pub(crate) const fn name(&self, say: Lang) -> &'static str {
        say.pick(self.zh, self.en)
    }

    /// Whether some key means it on this screen.
    pub(crate) fn works_on(&self, screen: ScreenId) -> bool {
        self.keys
            .iter()
            .any(|(screens, _)| screens.contains(&screen))
    }

    /// The keys that mean it on this screen, the one shown first.
    pub(crate) fn keys_on(&self, screen: ScreenId) -> Vec<Key> {
        self.keys
            .iter()
            .filter(|(screens, _)| screens.contains(&screen))
            .flat_map(|(_, text)| parse(text))
            .collect()
    }

    /// The key shown for it on this screen: `Enter`, `]`; empty if none means it there.
    pub(crate) fn label_on(&self, screen: ScreenId) -> String {
        self.keys_on(screen)
            .first()
            .map(|key| label(*key))
            .unwrap_or_default()
    }
}

/// The verbs of the `.` menu: those for the selected item first, then the others that work on this screen.
/// Verbs that everybody finds on the keyboard (arrows, digits, Enter) are left out.
pub(crate) fn menu(screen: ScreenId, likely: &[Action]) -> Vec<&'static Verb> {
    let listed = |verb: &&'static Verb| {
        verb.works_on(screen)
            && !matches!(verb.action, Action::Tab(_) | Action::Menu)
            && !matches!(
                verb.action,
                Action::Up | Action::Down | Action::Left | Action::Right
            )
    };
    let first = likely.iter().filter_map(|action| verb(*action));
    let others = VERBS.iter().filter(|verb| !likely.contains(&verb.action));
    first.chain(others).filter(listed).collect()
}
