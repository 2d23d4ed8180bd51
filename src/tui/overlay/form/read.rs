//! What fields hold, as values. Only what was changed is read: the rest of a record stays as it was, to the last byte.

use chrono::NaiveDate;

use super::day;
use super::field::{Field, Value};
use crate::entry::ime::half_width;
use crate::text::clean::{TextRefusal, accept, accept_body};
use crate::tui::overlay::picker::choice::Pickable;
use crate::tui::overlay::prompt::refused;
use crate::tui::screen::Cx;

/// A field's column and why its text is not taken.
pub(crate) type Errors = Vec<(&'static str, String)>;

/// Reads fields into a draft and gathers what is wrong.
pub(super) struct Reader<'a> {
    fields: &'a [Field],
    cx: &'a Cx<'a>,
    errors: Errors,
}

impl<'a> Reader<'a> {
    /// Of these fields.
    pub(super) fn new(fields: &'a [Field], cx: &'a Cx<'a>) -> Self {
        Self {
            fields,
            cx,
            errors: Vec::new(),
        }
    }

    /// What was read, unless something is wrong.
    pub(super) fn done<T>(self, it: T) -> Result<T, Errors> {
        if self.errors.is_empty() {
            Ok(it)
        } else {
            Err(self.errors)
        }
    }

    /// One line of text.
    pub(super) fn line(&mut self, slug: &'static str, into: &mut String) {
        let Some((field, Value::Line(line))) = self.find(slug) else {
            return;
        };
        match accept(line.text()) {
            Ok(text) if field.changed() => *into = text,
            Err(TextRefusal::Empty) if field.required => {
                self.wrong(slug, self.cx.say.text_empty());
            }
            Err(TextRefusal::Empty) if field.changed() => into.clear(),
            Ok(_) | Err(TextRefusal::Empty) => {}
            Err(why) => self.wrong(slug, refused(why, self.cx)),
        }
    }

    /// Many lines of text.
    pub(super) fn body(&mut self, slug: &'static str, into: &mut String) {
        let Some((field, Value::Body(body))) = self.find(slug) else {
            return;
        };
        if !field.changed() {
            return;
        }
        match accept_body(&body.text()) {
            Ok(text) => *into = text,
            Err(why) => self.wrong(slug, refused(why, self.cx)),
        }
    }

    /// A day that may be left open.
    pub(super) fn maybe_day(&mut self, slug: &'static str, into: &mut Option<NaiveDate>) {
        let Some((field, Value::Date(line))) = self.find(slug) else {
            return;
        };
        if !field.changed() {
            return;
        }
        let text = line.text().trim();
        match (text, day::read(text, self.cx)) {
            ("", _) => *into = None,
            (_, Ok(day)) => *into = Some(day),
            (_, Err(why)) => self.wrong(slug, why),
        }
    }

    /// A day.
    pub(super) fn day(&mut self, slug: &'static str, into: &mut NaiveDate) {
        let mut read = Some(*into);
        self.maybe_day(slug, &mut read);
        match read {
            Some(day) => *into = day,
            None => self.wrong(slug, self.cx.say.day_empty()),
        }
    }

    /// A count or a sum that may be left open.
    pub(super) fn number<T: TryFrom<i64>>(&mut self, slug: &'static str, into: &mut Option<T>) {
        let Some((field, Value::Number(line))) = self.find(slug) else {
            return;
        };
        if !field.changed() {
            return;
        }
        let text = line.text().trim();
        if text.is_empty() {
            *into = None;
            return;
        }
        match number(text).and_then(|n| T::try_from(n).ok()) {
            Some(n) => *into = Some(n),
            None => self.wrong(slug, self.cx.say.text_no_number(&shortened(text))),
        }
    }

    /// One of a list.
    pub(super) fn one<T: TryFrom<Pickable>>(&mut self, slug: &'static str, into: &mut T) {
        if let Some((_, Value::One { now, .. })) = self.find(slug)
            && let Ok(it) = T::try_from(*now)
        {
            *into = it;
        }
    }

    /// One of a list or none.
    pub(super) fn maybe<T: TryFrom<Pickable>>(&mut self, slug: &'static str, into: &mut Option<T>) {
        if let Some((_, Value::One { now, .. })) = self.find(slug) {
            *into = T::try_from(*now).ok();
        }
    }

    /// Any number of a list.
    pub(super) fn many<T: TryFrom<Pickable>>(&mut self, slug: &'static str, into: &mut Vec<T>) {
        if let Some((_, Value::Many { now, .. })) = self.find(slug) {
            *into = now
                .iter()
                .filter_map(|key| T::try_from(*key).ok())
                .collect();
        }
    }

    /// Yes or no.
    pub(super) fn flag(&mut self, slug: &'static str, into: &mut bool) {
        if let Some((_, Value::Flag(on))) = self.find(slug) {
            *into = *on;
        }
    }

    fn find(&self, slug: &str) -> Option<(&'a Field, &'a Value)> {
        let field = self.fields.iter().find(|field| field.slug == slug)?;
        Some((field, &field.value))
    }

    fn wrong(&mut self, slug: &'static str, why: impl Into<String>) {
        self.errors.push((slug, why.into()));
    }
}

/// `12`, `1,200`, `１２`, `3万`, `1.5万元`; never below zero.
fn number(text: &str) -> Option<i64> {
    let plain: String = half_width(text)
        .chars()
        .filter(|c| !matches!(c, ',' | ' '))
        .collect();
    let plain = plain.strip_suffix('元').unwrap_or(&plain);
    let digits = |text: &str| !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit());
    let Some(tens) = plain.strip_suffix('万') else {
        return digits(plain).then(|| plain.parse().ok())?;
    };
    // 1.5万: at most four digits behind the point, as one yuan is the least.
    let (whole, part) = tens.split_once('.').unwrap_or((tens, "0"));
    if !digits(whole) || !digits(part) || part.len() > 4 {
        return None;
    }
    let whole: i64 = whole.parse().ok()?;
    let part: i64 = format!("{part:0<4}").parse().ok()?;
    whole.checked_mul(10_000)?.checked_add(part)
}

fn shortened(text: &str) -> String {
    crate::text::cells::shorten(text, 20)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_read_as_people_write_them() {
        for (text, want) in [
            ("0", Some(0)),
            ("12", Some(12)),
            ("1,200", Some(1200)),
            ("1，200元", Some(1200)),
            ("１２", Some(12)),
            ("3万", Some(30_000)),
            ("1.5万元", Some(15_000)),
            ("0.00001万", None),
            ("-3", None),
            ("三", None),
            ("万", None),
            ("1.5", None),
            ("99999999999999999999", None),
            ("9999999999999999万", None),
        ] {
            assert_eq!(number(text), want, "{text}");
        }
    }
}
