//! A field of a form: what it is called, what it takes, what it holds.

use chrono::NaiveDate;

use super::body::Body;
use super::day;
use super::line::LineEdit;
use crate::tui::overlay::picker::choice::{Choices, Pickable};

/// A field with what it holds.
#[derive(Clone, Debug)]
pub(crate) struct Field {
    /// The column it fills.
    pub(crate) slug: &'static str,
    /// What people call it.
    pub(crate) label: String,
    /// Whether saving needs it.
    pub(crate) required: bool,
    /// Whether it takes the whole width.
    pub(crate) wide: bool,
    /// What is shown, quietly, while it is empty.
    pub(crate) blank: String,
    /// What it holds.
    pub(crate) value: Value,
    /// What it held when the form was opened.
    pub(super) first: Plain,
    /// Why it was not taken.
    pub(crate) error: Option<String>,
}

/// What a field holds, by its kind.
#[derive(Clone, Debug)]
pub(crate) enum Value {
    /// One line of text.
    Line(LineEdit),
    /// Many lines.
    Body(Box<Body>),
    /// A day, as it is written.
    Date(LineEdit),
    /// A count or a sum, as it is written.
    Number(LineEdit),
    /// One of a list.
    One {
        /// Of which.
        choices: Choices,
        /// What none of them is called, where that is possible.
        none: Option<String>,
        /// The one.
        now: Pickable,
    },
    /// Any number of a list, the main one first.
    Many {
        /// Of which.
        choices: Choices,
        /// Those.
        now: Vec<Pickable>,
        /// A warning when there are fewer (two see more than one); saving is still possible.
        least: usize,
    },
    /// Yes or no.
    Flag(bool),
}

/// A value that can be compared.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Plain {
    Text(String),
    Keys(Vec<Pickable>),
    Flag(bool),
}

impl Field {
    fn new(slug: &'static str, label: impl Into<String>, value: Value) -> Self {
        Self {
            slug,
            label: capital(&label.into()),
            required: false,
            wide: false,
            blank: String::new(),
            first: value.plain(),
            value,
            error: None,
        }
    }

    /// One line of text.
    pub(super) fn line(slug: &'static str, label: impl Into<String>, text: &str) -> Self {
        Self::new(slug, label, Value::Line(LineEdit::new(text)))
    }

    /// Many lines; takes the whole width.
    pub(super) fn body(slug: &'static str, label: impl Into<String>, text: &str) -> Self {
        Self::new(slug, label, Value::Body(Box::new(Body::new(text)))).wide()
    }

    /// A day.
    pub(super) fn date(
        slug: &'static str,
        label: impl Into<String>,
        now: Option<NaiveDate>,
    ) -> Self {
        let text = now.map_or(String::new(), day::written);
        Self::new(slug, label, Value::Date(LineEdit::new(text)))
    }

    /// A count or a sum.
    pub(super) fn number(
        slug: &'static str,
        label: impl Into<String>,
        now: Option<impl ToString>,
    ) -> Self {
        let text = now.map_or(String::new(), |n| n.to_string());
        Self::new(slug, label, Value::Number(LineEdit::new(text)))
    }

    /// One of a list, and always one.
    pub(super) fn one(
        slug: &'static str,
        label: impl Into<String>,
        choices: Choices,
        now: impl Into<Pickable>,
    ) -> Self {
        let now = now.into();
        let none = None;
        Self::new(slug, label, Value::One { choices, none, now })
    }

    /// One of a list or none, which is called `none`.
    pub(super) fn maybe(
        slug: &'static str,
        label: impl Into<String>,
        choices: Choices,
        now: impl Into<Pickable>,
        none: &str,
    ) -> Self {
        let (now, none) = (now.into(), Some(none.to_owned()));
        Self::new(slug, label, Value::One { choices, none, now })
    }

    /// Any number of a list.
    pub(super) fn many<T: Copy + Into<Pickable>>(
        slug: &'static str,
        label: impl Into<String>,
        choices: Choices,
        now: &[T],
    ) -> Self {
        let now = now.iter().map(|it| (*it).into()).collect();
        let least = 0;
        Self::new(
            slug,
            label,
            Value::Many {
                choices,
                now,
                least,
            },
        )
    }

    /// Yes or no.
    pub(super) fn flag(slug: &'static str, label: impl Into<String>, now: bool) -> Self {
        Self::new(slug, label, Value::Flag(now))
    }

    /// Saving needs it.
    pub(super) fn required(mut self) -> Self {
        self.required = true;
        self
    }

    /// It takes the whole width.
    pub(super) fn wide(mut self) -> Self {
        self.wide = true;
        self
    }

    /// What is shown while it is empty.
    pub(super) fn blank(mut self, text: impl Into<String>) -> Self {
        self.blank = text.into();
        self
    }

    /// Fewer than so many are warned of.
    pub(super) fn at_least(mut self, n: usize) -> Self {
        if let Value::Many { least, .. } = &mut self.value {
            *least = n;
        }
        self
    }

    /// Whether it holds something else than when the form was opened.
    pub(crate) fn changed(&self) -> bool {
        self.value.plain() != self.first
    }
}

impl Value {
    pub(super) fn plain(&self) -> Plain {
        match self {
            Self::Line(line) | Self::Date(line) | Self::Number(line) => {
                Plain::Text(line.text().to_owned())
            }
            Self::Body(body) => Plain::Text(body.text()),
            Self::One { now, .. } => Plain::Keys(vec![*now]),
            Self::Many { now, .. } => Plain::Keys(now.clone()),
            Self::Flag(on) => Plain::Flag(*on),
        }
    }

    /// The line being typed in, if it is one.
    pub(super) fn line_mut(&mut self) -> Option<&mut LineEdit> {
        match self {
            Self::Line(line) | Self::Date(line) | Self::Number(line) => Some(line),
            _ => None,
        }
    }
}

/// Labels begin with a capital where letters have one.
fn capital(word: &str) -> String {
    let mut chars = word.chars();
    let first = chars.next().map(|c| c.to_uppercase().to_string());
    first.unwrap_or_default() + chars.as_str()
}
