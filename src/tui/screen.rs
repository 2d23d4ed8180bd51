//! What a screen is: it says what it needs, hears actions, answers with effects, draws cells.

use std::collections::HashMap;

use chrono::{NaiveDate, NaiveDateTime};
use ratatui::buffer::Buffer;
use ratatui::layout::{Rect, Size};

use super::action::Action;
use super::effect::{Choice, Effect};
use super::look::Look;
use crate::domain::answer::{Answer, Register};
use crate::domain::query::Query;
use crate::text::Lang;

/// Everything a screen may read. Read-only and cheap to copy; there are no globals.
#[derive(Clone, Copy)]
pub(crate) struct Cx<'a> {
    /// What the store answered since the last commit.
    pub(crate) answers: &'a Answers,
    /// The small tables.
    pub(crate) book: &'a Register,
    /// Today, by the machine's or the file's pinned clock.
    pub(crate) today: NaiveDate,
    /// Now.
    pub(crate) now: NaiveDateTime,
    /// Language.
    pub(crate) say: Lang,
    /// Colours by role.
    pub(crate) look: &'a Look,
    /// Cells of the screen's own area (without header and footer).
    pub(crate) size: Size,
    /// Whether the restricted compartment is open.
    pub(crate) clues: bool,
}

/// A screen.
pub(crate) trait Screen {
    /// What it needs to be drawn now, sized to what it shows. Called again after answers came (a detail follows from a list).
    fn needs(&self, cx: &Cx<'_>) -> Vec<Query>;

    /// Puts the cursor where it belongs once answers are there: the selection follows by id.
    fn settle(&mut self, cx: &Cx<'_>);

    /// The likeliest verbs for the selected item, the likeliest first; the footer says them in words.
    fn verbs(&self, cx: &Cx<'_>) -> Vec<Action>;

    /// Hears an action. `None`: not one of this screen's; the frame takes it.
    fn update(&mut self, action: Action, cx: &Cx<'_>) -> Option<Vec<Effect>>;

    /// Hears the filter line while it is typed.
    fn filtered(&mut self, _text: &str, _cx: &Cx<'_>) {}

    /// The filter line as it stands.
    #[expect(
        clippy::unnecessary_literal_bound,
        reason = "screens that filter lend their own text"
    )]
    fn filter(&self) -> &str {
        ""
    }

    /// Hears what was chosen in a picker that it opened.
    fn chosen(&mut self, _choice: Choice, _cx: &Cx<'_>) -> Vec<Effect> {
        Vec::new()
    }

    /// Draws itself.
    fn view(&self, cx: &Cx<'_>, area: Rect, buf: &mut Buffer);
}

/// Answers by their question.
#[derive(Clone, Debug, Default)]
pub(crate) struct Answers(HashMap<Query, Answer>);

macro_rules! typed {
    ($($(#[$doc:meta])* $name:ident: $variant:ident -> $ty:ty;)*) => {
        impl Answers {$(
            $(#[$doc])*
            pub(crate) fn $name(&self, query: &Query) -> Option<&$ty> {
                match self.0.get(query) {
                    Some(Answer::$variant(it)) => Some(it),
                    _ => None,
                }
            }
        )*}
    };
}

typed! {
    header: Header -> crate::domain::answer::Header;
    findings: Findings -> crate::domain::answer::FindingPage;
    finding: Finding -> Option<Box<crate::domain::answer::FindingSheet>>;
    stages: Stages -> Vec<(crate::domain::codes::Stage, crate::domain::answer::Total)>;
    month: Month -> Vec<crate::domain::answer::DayCount>;
    events: Events -> Vec<crate::domain::answer::EventRow>;
    village_days: VillageDays -> crate::domain::answer::VillageDays;
    villages: Villages -> crate::domain::answer::VillagePage;
    village: Village -> Option<Box<crate::domain::answer::VillageSheet>>;
    checklist: Checklist -> Vec<crate::domain::answer::ChecklistRow>;
    visits: Visits -> crate::domain::answer::VisitPage;
    visit: Visit -> Option<Box<crate::domain::answer::VisitSheet>>;
    pivot: Pivot -> crate::domain::answer::Pivot;
    figures: Figures -> Vec<crate::domain::answer::FigureLine>;
    standup: Standup -> Box<crate::domain::answer::Standup>;
    log: Log -> crate::domain::answer::LogPage;
    log_entry: LogEntry -> Option<Box<crate::domain::answer::LogSheet>>;
}

impl Answers {
    /// Whether a question was answered since the last commit.
    pub(crate) fn has(&self, query: &Query) -> bool {
        self.0.contains_key(query)
    }

    /// Keeps an answer.
    pub(crate) fn put(&mut self, query: Query, answer: Answer) {
        self.0.insert(query, answer);
    }

    /// Forgets everything: something was written.
    pub(crate) fn clear(&mut self) {
        self.0.clear();
    }

    /// How many are kept.
    pub(crate) fn len(&self) -> usize {
        self.0.len()
    }
}
