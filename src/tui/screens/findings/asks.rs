//! What the findings screen has to ask to be drawn: sized to what is in sight, never everything.

use super::lane::Lane;
use super::state::{Findings, Shape, home};
use super::terms::Term;
use crate::domain::codes::Stage;
use crate::domain::ids::FindingId;
use crate::domain::query::{FindingFilter, FindingsQuery, Group, Order, Query, Window};
use crate::tui::screen::Cx;

/// As many as one key marks at most.
const MARK_LIMIT: u32 = 500;
/// Marked findings out of sight that are asked again after a commit.
const MARKS_ASKED: usize = 64;

impl Findings {
    /// The order of the list. Unless somebody chose one: by deadline, or newest first while words are looked for, because
    /// matches are found in that order and need not be collected.
    pub(super) fn order(&self) -> Order {
        let usual = if self.filter.text.trim().is_empty() {
            Order::Due
        } else {
            Order::Newest
        };
        self.order.unwrap_or(usual)
    }

    /// The filter, with the compartment as it stands.
    pub(super) fn base(&self, cx: &Cx<'_>) -> FindingFilter {
        FindingFilter {
            clues: cx.clues,
            ..self.filter.clone()
        }
    }

    /// The filter of the list that is shown: the table leaves done ones out unless asked for them.
    pub(super) fn scope(&self, cx: &Cx<'_>) -> FindingFilter {
        let mut filter = self.base(cx);
        if self.shape == Shape::Table && !self.all {
            filter.live = filter.live.or(Some(true));
        }
        filter
    }

    /// What narrows the list, term by term.
    pub(super) fn terms(&self, cx: &Cx<'_>) -> Vec<Term> {
        Term::of(&self.scope(cx))
    }

    pub(super) fn table_query(&self, cx: &Cx<'_>) -> FindingsQuery {
        FindingsQuery {
            filter: self.scope(cx),
            order: self.order(),
            group: self.group,
            window: Window::first(1),
        }
    }

    pub(super) fn column_query(&self, column: Stage, cx: &Cx<'_>) -> FindingsQuery {
        let mut filter = self.base(cx);
        let asked = std::mem::take(&mut filter.stages);
        filter.stages = Stage::ALL
            .iter()
            .copied()
            .filter(|stage| home(*stage) == Some(column))
            .filter(|stage| asked.is_empty() || asked.contains(stage))
            .collect();
        FindingsQuery {
            filter,
            order: self.order(),
            group: None,
            window: Window::first(1),
        }
    }

    /// The query of the list that hears the arrows.
    pub(super) fn query(&self, cx: &Cx<'_>) -> FindingsQuery {
        match self.shape {
            Shape::Table => self.table_query(cx),
            Shape::Board => self.column_query(self.board.column, cx),
        }
    }

    /// How many stand in each stage.
    pub(super) fn stages_query(&self, cx: &Cx<'_>) -> Query {
        Query::Stages(self.scope(cx))
    }

    /// How many there are without any filter.
    pub(super) fn all_query(cx: &Cx<'_>) -> Query {
        Query::Stages(FindingFilter {
            clues: cx.clues,
            ..FindingFilter::default()
        })
    }

    pub(super) fn mark_query(&self, cx: &Cx<'_>) -> Query {
        let mut query = self.query(cx);
        query.window = Window::first(MARK_LIMIT);
        Query::Findings(query)
    }

    /// What has to be known to draw this.
    pub(super) fn asks(&self, cx: &Cx<'_>) -> Vec<Query> {
        let mut asks = vec![Self::all_query(cx)];
        // The table alone has its count from its rows.
        if self.shape == Shape::Board || self.group == Some(Group::Stage) {
            asks.push(self.stages_query(cx));
        }
        match self.shape {
            Shape::Table => {
                ask_rows(
                    &mut asks,
                    &self.table_query(cx),
                    &self.table,
                    self.lines(cx),
                );
            }
            Shape::Board => {
                let cards = self.lines(cx);
                for column in self.shown_columns(cx) {
                    let lane = self.board.lane(column);
                    ask_rows(&mut asks, &self.column_query(column, cx), lane, cards);
                }
            }
        }
        asks.extend(self.lane().id.map(Query::Finding));
        asks.extend(self.hidden_marks(cx).map(Query::Finding));
        if self.mark_all {
            asks.push(self.mark_query(cx));
        }
        if let Some(village) = self.filter.village.filter(|_| self.village_name.is_empty()) {
            asks.push(Query::Village(village));
        }
        if self.is_empty(cx) {
            let terms = self.terms(cx);
            let without = |term: Term| self.without(term, cx);
            asks.extend(terms.into_iter().map(without));
        }
        asks
    }

    /// The list without one of its terms, to see whether that one excluded everything.
    pub(super) fn without(&self, term: Term, cx: &Cx<'_>) -> Query {
        Query::Findings(FindingsQuery {
            filter: term.without(&self.scope(cx)),
            order: self.order(),
            group: None,
            window: Window::first(1),
        })
    }

    /// Marked findings that no window shows: they may have changed, or be gone.
    fn hidden_marks(&self, cx: &Cx<'_>) -> impl Iterator<Item = FindingId> {
        let rows = (!self.marks.is_empty()).then(|| self.rows(cx));
        let shown = move |id| {
            rows.as_ref()
                .is_some_and(|rows| rows.place_of(id).is_some())
        };
        let ids = self.marks.iter().map(|row| row.id);
        ids.filter(move |id| !shown(*id)).take(MARKS_ASKED)
    }
}

/// Asks for a lane's windows, and for the one in which its finding is looked for.
fn ask_rows(asks: &mut Vec<Query>, query: &FindingsQuery, lane: &Lane, visible: u32) {
    let windows = lane.windows(visible).into_iter().chain(lane.seeking());
    asks.extend(windows.map(|window| {
        Query::Findings(FindingsQuery {
            window,
            ..query.clone()
        })
    }));
}
