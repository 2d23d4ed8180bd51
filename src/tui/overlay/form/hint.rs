//! What is said under the fields: about the one with the focus, or what is going on.

use super::field::Value;
use super::{Form, kinds};
use crate::text::cells;
use crate::text::clean::TITLE_LIMIT;
use crate::tui::overlay::form::day;
use crate::tui::screen::Cx;

/// A sentence and how it is meant.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Hint {
    Plain(String),
    Good(String),
    Warn(String),
    Bad(String),
}

impl Hint {
    /// The sentence.
    pub(super) fn text(&self) -> &str {
        match self {
            Self::Plain(text) | Self::Good(text) | Self::Warn(text) | Self::Bad(text) => text,
        }
    }
}

/// What is to be said now.
pub(super) fn of(form: &Form, cx: &Cx<'_>) -> Hint {
    let say = cx.say;
    if form.leaving {
        return Hint::Warn(say.form_leaving().to_owned());
    }
    if form.saving.is_some() {
        return Hint::Plain(say.form_saving().to_owned());
    }
    if let Some(notice) = &form.notice {
        return Hint::Bad(notice.clone());
    }
    let Some(field) = form.fields.get(form.focus) else {
        return Hint::Plain(say.hint_save().to_owned());
    };
    match &field.value {
        Value::Date(line) if line.text().trim().is_empty() => {
            Hint::Plain(say.hint_date().to_owned())
        }
        Value::Date(line) => match day::read(line.text(), cx) {
            Ok(day) => Hint::Good(day::preview(day, cx)),
            Err(why) => Hint::Bad(why),
        },
        Value::Many { now, least, .. } if now.len() < *least => {
            Hint::Warn(say.hint_two_people().to_owned())
        }
        Value::Many { .. } => Hint::Plain(say.hint_many().to_owned()),
        Value::One { choices, .. } if choices.is_asked() => {
            Hint::Plain(say.hint_asked().to_owned())
        }
        Value::One { .. } => Hint::Plain(say.hint_one().to_owned()),
        Value::Flag(_) => Hint::Plain(say.hint_flag().to_owned()),
        Value::Body(_) => Hint::Plain(say.hint_body().to_owned()),
        Value::Number(_) => Hint::Plain(say.hint_number().to_owned()),
        Value::Line(line) => {
            let typed = unicode_segmentation::UnicodeSegmentation::graphemes(line.text(), true);
            match typed.count() {
                n if n > TITLE_LIMIT => Hint::Bad(say.text_too_long(n, TITLE_LIMIT)),
                n if n * 4 > TITLE_LIMIT * 3 => Hint::Plain(say.hint_length(n, TITLE_LIMIT)),
                _ => Hint::Plain(say.hint_line().to_owned()),
            }
        }
    }
}

/// Rows the sentence takes.
pub(super) fn rows(form: &Form, cx: &Cx<'_>, wide: u16) -> usize {
    cells::wrap(of(form, cx).text(), wide.max(1).into()).len()
}

/// The keys that work now.
pub(super) fn keys(form: &Form, cx: &Cx<'_>) -> &'static str {
    if form.leaving {
        cx.say.form_leaving_keys()
    } else if kinds::has_next(&form.kind) {
        cx.say.form_keys_next()
    } else {
        cx.say.form_keys()
    }
}
