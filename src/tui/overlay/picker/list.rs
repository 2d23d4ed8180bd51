//! A list that narrows while one types: chosen from by digits, arrows, Enter or Space.

use super::choice::{Choices, Pickable, Row};
use super::stage;
use crate::domain::query::Query;
use crate::entry::ime::command_char;
use crate::entry::pinyin;
use crate::tui::keymap::{Code, Key};
use crate::tui::overlay::form::line::{Heard, LineEdit};
use crate::tui::screen::Cx;
use crate::tui::widgets::ListState;

/// Rows a page key passes.
const PAGE: u16 = 10;

/// A list being chosen from.
#[derive(Clone, Debug)]
pub(crate) struct List {
    pub(super) choices: Choices,
    /// What choosing none of them is called, where that is possible.
    none: Option<String>,
    pub(super) line: LineEdit,
    pub(super) state: ListState,
    /// What is ticked, in the order of ticking, where several may be.
    ticks: Option<Vec<Pickable>>,
    /// Whether ticks were set or removed since it opened.
    ticked: bool,
    /// Whether the cursor was moved or something typed.
    looked: bool,
    /// Why the last key did nothing.
    pub(super) refused: Option<String>,
}

/// What a key came to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Picked {
    /// Still choosing.
    Stay,
    /// Leave it as it was.
    Cancel,
    /// This row.
    One(Box<Row>),
    /// All of these, in the order of ticking.
    Many(Vec<Pickable>),
}

impl List {
    /// One of them. `none` names the row for none of them.
    pub(crate) fn one(choices: Choices, none: Option<String>, now: Pickable, cx: &Cx<'_>) -> Self {
        let mut list = Self::new(choices, none, None);
        let rows = list.rows(cx);
        let held = rows.iter().position(|row| row.key == now);
        let open = || rows.iter().position(|row| row.barred.is_none());
        list.state = ListState::at(index(held.or_else(open).unwrap_or(0)));
        list
    }

    /// Any number of them.
    pub(crate) fn many(choices: Choices, ticked: Vec<Pickable>) -> Self {
        Self::new(choices, None, Some(ticked))
    }

    fn new(choices: Choices, none: Option<String>, ticks: Option<Vec<Pickable>>) -> Self {
        Self {
            choices,
            none,
            line: LineEdit::default(),
            state: ListState::default(),
            ticks,
            ticked: false,
            looked: false,
            refused: None,
        }
    }

    /// Whether several may be ticked.
    pub(super) const fn is_many(&self) -> bool {
        self.ticks.is_some()
    }

    /// Whether a row is ticked; its place among the ticks tells the main one.
    pub(super) fn is_ticked(&self, key: Pickable) -> bool {
        self.ticks
            .as_ref()
            .is_some_and(|ticks| ticks.contains(&key))
    }

    /// What the store must be asked for.
    pub(crate) fn needs(&self, cx: &Cx<'_>) -> Vec<Query> {
        match &self.choices {
            Choices::Stages { of, .. } => stage::queries(of),
            choices => {
                let typed = self.line.text();
                let near = choices.near_query(typed, cx);
                near.into_iter().chain(choices.query(typed, cx)).collect()
            }
        }
    }

    /// The rows shown now.
    pub(crate) fn rows(&self, cx: &Cx<'_>) -> Vec<Row> {
        self.rows_for(self.line.text(), cx)
    }

    /// The rows shown while this is typed.
    pub(super) fn rows_for(&self, typed: &str, cx: &Cx<'_>) -> Vec<Row> {
        let none = self
            .none
            .iter()
            .filter(|word| pinyin::matches(word, typed))
            .map(|word| Row::new(Pickable::Nothing, word.clone()));
        none.chain(self.choices.rows(typed, cx)).collect()
    }

    /// The digit that chooses a row; blank for those without one.
    pub(super) fn digit(&self, rows: &[Row], at: usize) -> Option<char> {
        if self.choices.has_digits() {
            return None;
        }
        ('0'..='9').find(|digit| self.of_digit(*digit, rows) == Some(at))
    }

    /// Hears a key.
    pub(crate) fn key(&mut self, key: Key, cx: &Cx<'_>) -> Picked {
        self.refused = None;
        let rows = self.rows(cx);
        self.state.cursor = self.state.cursor.min(index(rows.len().saturating_sub(1)));
        if let Some(at) = self.chosen_by(key, &rows) {
            self.state.cursor = index(at);
            return self.pick(rows.get(at));
        }
        let len = index(rows.len());
        match key.code {
            Code::Esc if self.line.text().is_empty() => return Picked::Cancel,
            // Esc first clears what was typed.
            Code::Esc => {
                self.line.set("");
                self.state = ListState::default();
            }
            Code::Enter => return self.enter(rows.get(at(self.state.cursor))),
            Code::Up => self.go(-1, len),
            Code::Tab if key.shift => self.go(-1, len),
            Code::Down | Code::Tab => self.go(1, len),
            Code::PageUp => self.state.page(-1, len, PAGE),
            Code::PageDown => self.state.page(1, len, PAGE),
            _ => {
                if self.line.key(key) == Heard::Changed {
                    self.narrowed();
                }
            }
        }
        Picked::Stay
    }

    /// Hears pasted text: it is looked for.
    pub(crate) fn paste(&mut self, text: &str) {
        self.line.paste(text);
        self.narrowed();
    }

    fn narrowed(&mut self) {
        self.looked = true;
        self.state = ListState::default();
    }

    fn go(&mut self, by: i64, len: u32) {
        self.looked = true;
        self.state.move_by(by, len);
    }

    /// The row that a digit or a blank chooses.
    fn chosen_by(&self, key: Key, rows: &[Row]) -> Option<usize> {
        let typed = key.typed()?;
        let typed = command_char(typed)?;
        if self.choices.has_digits() {
            return None;
        }
        if typed == ' ' {
            return Some(at(self.state.cursor)).filter(|at| *at < rows.len());
        }
        self.of_digit(typed, rows)
    }

    /// 0 is none of them; areas go by their number, everything else by its place.
    fn of_digit(&self, digit: char, rows: &[Row]) -> Option<usize> {
        let n = digit.to_digit(10)?;
        let nothing = |row: &Row| row.key == Pickable::Nothing;
        if n == 0 {
            return rows.iter().position(nothing);
        }
        if self.choices == Choices::Areas {
            return rows
                .iter()
                .position(|row| matches!(row.key, Pickable::Area(no) if u32::from(no) == n));
        }
        let place = at(n) - 1;
        (0..rows.len())
            .filter(|at| rows.get(*at).is_some_and(|row| !nothing(row)))
            .nth(place)
    }

    /// A row was pointed at: chosen, or ticked where several may be.
    fn pick(&mut self, row: Option<&Row>) -> Picked {
        let Some(row) = row else {
            return Picked::Stay;
        };
        if let Some(why) = &row.barred {
            self.refused = Some(why.clone());
            return Picked::Stay;
        }
        match &mut self.ticks {
            None => return Picked::One(Box::new(row.clone())),
            Some(ticks) => match ticks.iter().position(|key| *key == row.key) {
                Some(at) => drop(ticks.remove(at)),
                None => ticks.push(row.key),
            },
        }
        self.ticked = true;
        // What was typed has done its work; the next one is looked for from the start.
        self.line.set("");
        Picked::Stay
    }

    /// Enter takes the row, or the ticks; with nothing ticked yet the row that was looked for.
    fn enter(&mut self, row: Option<&Row>) -> Picked {
        let looked_for = self.looked && !self.ticked || !self.line.text().is_empty();
        if !self.is_many() {
            return self.pick(row);
        }
        if looked_for && row.is_some_and(|row| !self.is_ticked(row.key)) {
            self.pick(row);
        }
        Picked::Many(self.ticks.clone().unwrap_or_default())
    }
}

fn index(at: usize) -> u32 {
    u32::try_from(at).unwrap_or(u32::MAX)
}

fn at(index: u32) -> usize {
    usize::try_from(index).unwrap_or(usize::MAX)
}
