//! The figures that leaders report: each in its own unit, since entry and today, and what stands behind each.

use chrono::NaiveDate;

use super::behind::Behind;
use crate::domain::answer::FigureLine;
use crate::domain::codes::{EventKind, Figure, Track};
use crate::domain::query::{FindingFilter, Query, Span};
use crate::tui::action::Action;
use crate::tui::screen::Cx;

/// Where one stands among the figures.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Reported {
    pub(super) line: usize,
    pub(super) since: Since,
}

/// Which of a figure's two numbers.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Since {
    #[default]
    Entry,
    Today,
}

impl Since {
    fn span(self, today: NaiveDate) -> Span {
        match self {
            Self::Entry => Span {
                from: None,
                to: Some(today),
            },
            Self::Today => Span::day(today),
        }
    }
}

/// What opens behind a figure.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Opens {
    /// These findings.
    Findings(Box<FindingFilter>),
    /// A list of this screen's own.
    Behind(Behind),
    /// The villages with their checklists.
    Villages,
}

fn ask(cx: &Cx<'_>) -> Query {
    Query::Figures { day: cx.today }
}

pub(super) fn asks(cx: &Cx<'_>) -> Vec<Query> {
    vec![ask(cx)]
}

pub(super) fn lines<'a>(cx: &Cx<'a>) -> &'a [FigureLine] {
    cx.answers.figures(&ask(cx)).map_or(&[], Vec::as_slice)
}

impl Reported {
    pub(super) fn moved(&mut self, action: Action, cx: &Cx<'_>) -> bool {
        let last = lines(cx).len().saturating_sub(1);
        self.line = match action {
            Action::Up => self.line.saturating_sub(1),
            Action::Down => self.line + 1,
            Action::PageUp | Action::First => 0,
            Action::PageDown | Action::Last => last,
            Action::Left => {
                self.since = Since::Entry;
                self.line
            }
            Action::Right => {
                self.since = Since::Today;
                self.line
            }
            _ => return false,
        }
        .min(last);
        true
    }

    /// The figure under the cursor, the number meant, and what opens behind it.
    pub(super) fn on(&self, cx: &Cx<'_>) -> Option<(Figure, u32, Opens)> {
        let line = lines(cx).get(self.line)?;
        let n = match self.since {
            Since::Entry => line.total,
            Since::Today => line.day,
        };
        let span = self.since.span(cx.today);
        Some((line.figure, n, opens(line.figure, span, cx)))
    }
}

/// What stands behind a figure over these days.
pub(super) fn opens(figure: Figure, days: Span, cx: &Cx<'_>) -> Opens {
    let noted = |track| {
        Opens::Findings(Box::new(FindingFilter {
            track,
            noted: Some(days),
            counted: true,
            clues: cx.clues,
            ..FindingFilter::default()
        }))
    };
    let events = |kind| Opens::Behind(Behind::events(kind, days));
    match figure {
        Figure::Talks => events(EventKind::Talk),
        Figure::Surveys => events(EventKind::Survey),
        Figure::Documents => events(EventKind::Documents),
        Figure::TopicReports => events(EventKind::TopicReport),
        Figure::Forums => events(EventKind::Forum),
        Figure::Households => Opens::Behind(Behind::visits(days)),
        Figure::Checked => Opens::Villages,
        Figure::Findings => noted(None),
        Figure::Immediate => noted(Some(Track::Immediate)),
        Figure::Advice => noted(Some(Track::Advice)),
        Figure::Clues => Opens::Findings(Box::new(FindingFilter {
            noted: Some(days),
            counted: true,
            clues: true,
            only_clues: true,
            ..FindingFilter::default()
        })),
        Figure::Closed => Opens::Findings(Box::new(FindingFilter {
            closed: Some(days),
            clues: cx.clues,
            ..FindingFilter::default()
        })),
    }
}

/// Whether a figure also counts findings of the restricted compartment.
pub(super) const fn counts_clues(figure: Figure) -> bool {
    matches!(
        figure,
        Figure::Findings | Figure::Immediate | Figure::Clues | Figure::Advice | Figure::Closed
    )
}
