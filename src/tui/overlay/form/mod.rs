//! Forms: one record written field by field. What was typed is never dropped in silence.

mod body;
mod conflict;
pub(crate) mod day;
mod field;
mod hint;
mod keys;
mod kinds;
mod layout;
pub(crate) mod line;
mod read;
#[cfg(test)]
mod tests;
mod view;

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use super::Reply;
use super::picker::choice::{self, Pickable};
use super::picker::list::List;
use crate::domain::change::Receipt;
use crate::domain::fault::{Fault, Refusal};
use crate::domain::query::Query;
use crate::tui::effect::{Effect, FormKind};
use crate::tui::screen::Cx;
use field::{Field, Value};
use layout::Plan;

/// An open form.
#[derive(Debug)]
pub(crate) struct Form {
    kind: FormKind,
    fields: Vec<Field>,
    /// The field that hears keys; behind the last one lies the line that saves.
    focus: usize,
    /// The list opened inside the field with the focus.
    list: Option<List>,
    /// Asks whether to drop what was typed.
    leaving: bool,
    /// What is done once the change is written, while it is.
    saving: Option<After>,
    /// Why it was not written.
    notice: Option<String>,
    /// The column that somebody else changed, and what to.
    clash: Option<(String, String)>,
}

/// What follows a change that was written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum After {
    Close,
    Next,
}

impl Form {
    /// Opens it with the focus where one writes first.
    pub(crate) fn open(kind: FormKind, cx: &Cx<'_>) -> Self {
        let fields = kinds::fields(&kind, cx);
        let mut form = Self {
            kind,
            fields,
            focus: 0,
            list: None,
            leaving: false,
            saving: None,
            notice: None,
            clash: None,
        };
        form.unit_of_village(cx);
        form.focus = kinds::begins_at(&form.kind)
            .and_then(|slug| form.fields.iter().position(|field| field.slug == slug))
            .unwrap_or(0);
        form.entered();
        form
    }

    /// What the store must be asked for: the names of what is chosen, and what a list is looking for.
    pub(crate) fn needs(&self, cx: &Cx<'_>) -> Vec<Query> {
        let mut needs: Vec<Query> = Vec::new();
        for field in &self.fields {
            if let Value::One { now, .. } = field.value {
                needs.extend(choice::label_query(now));
            }
        }
        // The rows are there before the first key of a name or a digit.
        if let Some(Value::One { choices, .. }) =
            self.fields.get(self.focus).map(|field| &field.value)
        {
            needs.extend(choices.query("", cx));
        }
        needs.extend(self.list.iter().flat_map(|list| list.needs(cx)));
        if self.clash.is_some() {
            needs.extend(kinds::record(&self.kind));
        }
        needs
    }

    /// The window has another size: long texts show as much of themselves as it takes.
    pub(crate) fn resized(&mut self) {
        for field in &mut self.fields {
            if let Value::Body(body) = &mut field.value {
                body.resized();
            }
        }
    }

    /// Draws itself and says where the caret stands.
    pub(crate) fn view(&self, cx: &Cx<'_>, area: Rect, buf: &mut Buffer) -> Option<Position> {
        view::view(self, cx, area, buf)
    }

    /// Whether closing it would lose something typed.
    pub(crate) fn dirty(&self) -> bool {
        self.fields.iter().any(Field::changed)
    }

    /// What it asked to be written was written.
    pub(crate) fn committed(&mut self, _receipt: &Receipt, cx: &Cx<'_>) -> Reply {
        match self.saving.take() {
            Some(After::Next) => match kinds::next(&self.kind, &self.fields, cx) {
                Some(next) => Reply::Done(vec![next]),
                None => Reply::Close,
            },
            _ => Reply::Close,
        }
    }

    /// It was not written: everything stays, and the sentence stands at the field it is about, else under all of them.
    pub(crate) fn failed(&mut self, fault: &Fault, cx: &Cx<'_>) {
        self.saving = None;
        let say = cx.say;
        let (field, sentence) = match fault {
            Fault::Conflict { field, theirs } => {
                let column = column_of(field).to_owned();
                self.clash = Some((column, theirs.clone()));
                let told = field
                    .split_once('.')
                    .and_then(|(table, column)| say.code(table, column, theirs));
                let theirs = told.unwrap_or(theirs);
                let theirs = if theirs.is_empty() {
                    say.pick_none()
                } else {
                    theirs
                };
                (field.as_str(), say.form_theirs(theirs))
            }
            Fault::Refused(
                Refusal::TooLong { field, .. }
                | Refusal::Control { field, .. }
                | Refusal::Empty(field),
            ) => (*field, say.fault(fault)),
            Fault::Refused(Refusal::NoArea(_)) => ("areas", say.fault(fault)),
            _ => ("", say.fault(fault)),
        };
        let column = column_of(field);
        match self.fields.iter().position(|field| field.slug == column) {
            Some(at) => {
                self.fields[at].error = Some(sentence);
                self.focus = at;
            }
            None => self.notice = Some(sentence),
        }
    }

    /// Writes it, unless a field is wrong: then the first of those gets the focus.
    fn save(&mut self, after: After, cx: &Cx<'_>) -> Reply {
        self.leaving = false;
        if let Some((column, theirs)) = &self.clash
            && conflict::rebase(&mut self.kind, column, theirs, cx)
        {
            self.clash = None;
        }
        for field in &mut self.fields {
            field.error = None;
        }
        match kinds::build(&self.kind, &self.fields, cx) {
            Ok(Some(change)) => {
                self.saving = Some(after);
                Reply::Keep(vec![Effect::Write(change)])
            }
            Ok(None) => Reply::Close,
            Err(errors) => {
                for (slug, why) in errors.into_iter().rev() {
                    if let Some(at) = self.fields.iter().position(|field| field.slug == slug) {
                        self.fields[at].error = Some(why);
                        self.focus = at;
                    }
                }
                Reply::Stay
            }
        }
    }

    /// Where everything lies in a window.
    fn plan(&self, cx: &Cx<'_>, window: Rect) -> Plan {
        Plan::of(&self.fields, window, |wide| hint::rows(self, cx, wide))
    }

    fn find(&mut self, slug: &str) -> Option<&mut Field> {
        self.fields.iter_mut().find(|field| field.slug == slug)
    }

    /// A new record that knows its village but no organisation gets the village's, as soon as the store has told it.
    pub(super) fn unit_of_village(&mut self, cx: &Cx<'_>) {
        if !matches!(
            self.kind,
            FormKind::NewFinding { .. } | FormKind::NewEvent { .. }
        ) {
            return;
        }
        let Some(Value::One {
            now: Pickable::Village(id),
            ..
        }) = self.find("village").map(|field| field.value.clone())
        else {
            return;
        };
        let Some(row) = choice::village(id, cx) else {
            return;
        };
        if let Some(field) = self.find("unit")
            && !field.changed()
            && let Value::One {
                now: now @ Pickable::Nothing,
                ..
            } = &mut field.value
        {
            *now = row.unit.into();
            field.first = field.value.plain();
        }
    }
}

/// `finding.title` → `title`
fn column_of(field: &str) -> &str {
    field.split_once('.').map_or(field, |(_, column)| column)
}
