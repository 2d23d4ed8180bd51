//! Two people on one record: theirs is shown beside ours, and saving again means that ours was chosen knowingly.

use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::Value;

use super::kinds;
use crate::domain::query::Query;
use crate::tui::effect::FormKind;
use crate::tui::screen::Cx;

/// Takes what the file holds now as what the form showed, in this one column. `false`: it is not known yet.
pub(super) fn rebase(kind: &mut FormKind, column: &str, theirs: &str, cx: &Cx<'_>) -> bool {
    let key = if column == "grp" { "group" } else { column };
    let fresh = fresh(kind, cx);
    match kind {
        FormKind::EditFinding { was, .. } => set(was, key, theirs, fresh.as_ref()),
        FormKind::EditEvent { was, .. } => set(was, key, theirs, fresh.as_ref()),
        FormKind::EditVisit { was, .. } => set(was, key, theirs, fresh.as_ref()),
        FormKind::EditVillage { was, .. } => set(was, key, theirs, fresh.as_ref()),
        _ => false,
    }
}

/// The record as the store tells it now.
fn fresh(kind: &FormKind, cx: &Cx<'_>) -> Option<Value> {
    let query = kinds::record(kind)?;
    match (&query, kind) {
        (Query::Finding(_), _) => plain(&cx.answers.finding(&query)?.as_ref()?.draft),
        (Query::Visit(_), _) => plain(&cx.answers.visit(&query)?.as_ref()?.draft),
        (Query::Village(_), _) => plain(&cx.answers.village(&query)?.as_ref()?.draft),
        (Query::Events(_), FormKind::EditEvent { id, .. }) => {
            let rows = cx.answers.events(&query)?;
            plain(&rows.iter().find(|row| row.id == *id)?.draft)
        }
        _ => None,
    }
}

fn plain(draft: &impl Serialize) -> Option<Value> {
    serde_json::to_value(draft).ok()
}

/// Sets one field of a draft: from the record itself, else from the words of the conflict where they are its text.
fn set<T: Serialize + DeserializeOwned>(
    was: &mut T,
    key: &str,
    theirs: &str,
    fresh: Option<&Value>,
) -> bool {
    let Some(Value::Object(held)) = plain(was) else {
        return false;
    };
    let told = Value::String(theirs.to_owned());
    let known = fresh.and_then(|fresh| fresh.get(key));
    // An old answer tells what the form already knew.
    let news = known.filter(|it| held.get(key) != Some(*it));
    for value in [Some(&told), news].into_iter().flatten() {
        let mut held = held.clone();
        if !held.contains_key(key) {
            return false;
        }
        held.insert(key.to_owned(), value.clone());
        if let Ok(it) = serde_json::from_value(Value::Object(held)) {
            *was = it;
            return true;
        }
    }
    false
}
