//! What each verb does among the numbers.

use super::behind::Behind;
use super::cross::Line;
use super::reported::{self, Opens};
use super::state::{Counts, Pane, choices, cross_rows};
use super::{rows, shares};
use crate::domain::codes::Figure;
use crate::domain::query::FindingFilter;
use crate::tui::action::{Action, ScreenId};
use crate::tui::effect::{Effect, Notice};
use crate::tui::screen::Cx;

impl Counts {
    pub(super) fn hear(&mut self, action: Action, cx: &Cx<'_>) -> Option<Vec<Effect>> {
        if let Some(behind) = &mut self.behind {
            if action == Action::Back {
                self.behind = None;
                return Some(Vec::new());
            }
            return hear_behind(behind, action, cx);
        }
        match action {
            Action::NextPane => self.pane = self.pane.turned(1),
            Action::PrevPane => self.pane = self.pane.turned(Pane::ALL.len() - 1),
            Action::ChangeRows => self.cross.next_rows(),
            Action::ChangeCols => self.cross.next_cols(),
            Action::Open => return Some(self.open(cx)),
            _ if self.moved(action, cx) => {}
            _ => return None,
        }
        Some(Vec::new())
    }

    fn moved(&mut self, action: Action, cx: &Cx<'_>) -> bool {
        match self.pane {
            Pane::Cross => self.moved_across(action, cx),
            Pane::Trend => self.trend.moved(action, cx),
            Pane::Reported => self.reported.moved(action, cx),
            Pane::Shares => {
                let lines = choices(&shares::lines(cx));
                self.shares
                    .moved(action, &lines, rows(cx.size, Pane::Shares))
            }
        }
    }

    /// In the table the sums are a line below the last one and a column before the first one.
    fn moved_across(&mut self, action: Action, cx: &Cx<'_>) -> bool {
        let height = cross_rows(cx);
        let Some(grid) = self.cross.grid(height, cx) else {
            return false;
        };
        let (keys, cols) = (grid.keys, grid.cols.len());
        let cross = &mut self.cross;
        let at_end = cross.row.index() + 1 >= keys.total();
        match (action, cross.line) {
            (Action::Left, _) => cross.col = cross.col.saturating_sub(1),
            (Action::Right, _) => cross.col = (cross.col + 1).min(cols),
            (Action::Up, Line::Sums) => cross.line = Line::Value,
            (Action::Down, Line::Value) if at_end => cross.line = Line::Sums,
            (Action::Down | Action::PageDown | Action::Last, Line::Sums) => {}
            (Action::Last, Line::Value) => {
                cross.row.moved(action, height, &keys);
                cross.line = Line::Sums;
            }
            _ => {
                let moved = cross.row.moved(action, height, &keys);
                if moved {
                    cross.line = Line::Value;
                }
                return moved;
            }
        }
        true
    }

    /// The list behind the number under the cursor.
    fn open(&mut self, cx: &Cx<'_>) -> Vec<Effect> {
        match self.pane {
            Pane::Cross => list(self.cross.on(cross_rows(cx), cx), cx),
            Pane::Trend => list(self.trend.on(cx), cx),
            Pane::Shares => {
                let lines = shares::lines(cx);
                let on = lines.iter().find_map(|line| match line {
                    shares::Share::Of(key, n) if Some(*key) == self.shares.key() => {
                        Some((*n, shares::filter(*key, cx)))
                    }
                    _ => None,
                });
                list(on, cx)
            }
            Pane::Reported => self.open_figure(cx),
        }
    }

    fn open_figure(&mut self, cx: &Cx<'_>) -> Vec<Effect> {
        let Some((figure, n, opens)) = self.reported.on(cx) else {
            return Vec::new();
        };
        if n == 0 {
            return vec![Notice::plain(cx.say.counts_nothing())];
        }
        match opens {
            Opens::Villages => vec![Effect::Go(ScreenId::Villages)],
            Opens::Behind(behind) => {
                self.behind = Some(behind);
                Vec::new()
            }
            Opens::Findings(_) if figure == Figure::Clues && !cx.clues => {
                vec![Notice::plain(cx.say.counts_clues_closed())]
            }
            Opens::Findings(filter) => {
                let mut effects = vec![Effect::Findings(filter)];
                // The figure is reported whole; the list shows what may be seen.
                if reported::counts_clues(figure) && !cx.clues {
                    effects.push(Notice::plain(cx.say.counts_without_clues()));
                }
                effects
            }
        }
    }

    pub(super) fn likely(&self, _cx: &Cx<'_>) -> Vec<Action> {
        match (&self.behind, self.pane) {
            (Some(_), _) => vec![Action::Open, Action::Back],
            (None, Pane::Cross) => vec![
                Action::Open,
                Action::ChangeRows,
                Action::ChangeCols,
                Action::NextPane,
            ],
            (None, _) => vec![Action::Open, Action::NextPane, Action::PrevPane],
        }
    }
}

fn list(on: Option<(u32, FindingFilter)>, cx: &Cx<'_>) -> Vec<Effect> {
    match on {
        None => Vec::new(),
        Some((0, _)) => vec![Notice::plain(cx.say.counts_nothing())],
        Some((_, filter)) => vec![Effect::Findings(Box::new(filter))],
    }
}

fn hear_behind(behind: &mut Behind, action: Action, cx: &Cx<'_>) -> Option<Vec<Effect>> {
    if action == Action::Open {
        return Some(behind.open(cx).into_iter().collect());
    }
    behind.moved(action, cx).then(Vec::new)
}
