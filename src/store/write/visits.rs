//! Household visits.

use super::{Column, Done, Hand, value};
use crate::domain::change::{LogVerb, Made};
use crate::domain::fault::Fault;
use crate::domain::ids::VisitId;
use crate::domain::records::VisitDraft;
use crate::domain::rules::text;
use crate::store::sql::{Day, People};

fn columns(draft: &VisitDraft) -> Result<Vec<Column>, Fault> {
    let VisitDraft {
        village,
        day,
        half,
        group,
        head,
        class,
        people,
        found,
        escorted,
        said,
        follow_up,
        finding,
    } = draft;
    text("visit.group", group)?;
    text("visit.head", head)?;
    text("visit.said", said)?;
    text("visit.follow_up", follow_up)?;
    Ok(vec![
        ("village", value(village)?),
        ("day", value(&Day(*day))?),
        ("half", value(half)?),
        ("grp", value(group)?),
        ("head", value(head)?),
        ("class", value(class)?),
        ("people", value(&People(people.clone()))?),
        ("found", value(found)?),
        ("escorted", value(escorted)?),
        ("said", value(said)?),
        ("follow_up", value(follow_up)?),
        ("finding", value(finding)?),
    ])
}

fn called(draft: &VisitDraft) -> String {
    format!("{} {} {}", draft.day, draft.group, draft.head)
}

pub(super) fn record(hand: &mut Hand<'_>, draft: &VisitDraft) -> Result<Done, Fault> {
    let key = hand.key();
    let mut row = columns(draft)?;
    row.push(("by", value(&hand.me)?));
    hand.insert("visit", key, &row)?;
    Ok(Done::new(LogVerb::RecordVisit, called(draft)).made(Made::Visit(VisitId(key))))
}

pub(super) fn edit(
    hand: &mut Hand<'_>,
    id: VisitId,
    was: &VisitDraft,
    now: &VisitDraft,
) -> Result<Done, Fault> {
    hand.edit("visit", id.bytes(), columns(was)?, columns(now)?)?;
    Ok(Done::new(LogVerb::EditVisit, called(now)))
}
