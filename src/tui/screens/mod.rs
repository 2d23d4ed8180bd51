//! The seven screens, and how the frame reaches each of them.

pub(crate) mod calendar;
pub(crate) mod counts;
pub(crate) mod event_keys;
pub(crate) mod finding_keys;
pub(crate) mod findings;
pub(crate) mod history;
pub(crate) mod picked;
pub(crate) mod prefill;
pub(crate) mod standup;
#[cfg(test)]
pub(crate) mod test_kit;
pub(crate) mod today;
pub(crate) mod villages;

use super::action::ScreenId;
use super::screen::Screen;

/// All screens as they stand. A clone is what Backspace comes back to.
#[derive(Clone, Debug, Default)]
pub(crate) struct Screens {
    pub(crate) today: today::Today,
    pub(crate) calendar: calendar::Calendar,
    pub(crate) villages: villages::Villages,
    pub(crate) findings: findings::Findings,
    pub(crate) standup: standup::Standup,
    pub(crate) counts: counts::Counts,
    pub(crate) history: history::History,
}

impl Screens {
    /// One of them.
    pub(crate) fn get(&self, id: ScreenId) -> &dyn Screen {
        match id {
            ScreenId::Today => &self.today,
            ScreenId::Calendar => &self.calendar,
            ScreenId::Villages => &self.villages,
            ScreenId::Findings => &self.findings,
            ScreenId::Standup => &self.standup,
            ScreenId::Counts => &self.counts,
            ScreenId::History => &self.history,
        }
    }

    /// One of them, to change it.
    pub(crate) fn get_mut(&mut self, id: ScreenId) -> &mut dyn Screen {
        match id {
            ScreenId::Today => &mut self.today,
            ScreenId::Calendar => &mut self.calendar,
            ScreenId::Villages => &mut self.villages,
            ScreenId::Findings => &mut self.findings,
            ScreenId::Standup => &mut self.standup,
            ScreenId::Counts => &mut self.counts,
            ScreenId::History => &mut self.history,
        }
    }

    /// Takes one of them as it was in `old`.
    pub(crate) fn restore(&mut self, id: ScreenId, old: Self) {
        match id {
            ScreenId::Today => self.today = old.today,
            ScreenId::Calendar => self.calendar = old.calendar,
            ScreenId::Villages => self.villages = old.villages,
            ScreenId::Findings => self.findings = old.findings,
            ScreenId::Standup => self.standup = old.standup,
            ScreenId::Counts => self.counts = old.counts,
            ScreenId::History => self.history = old.history,
        }
    }
}
