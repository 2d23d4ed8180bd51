//! Household visits.

use super::super::field::Field;
use super::super::read::{Errors, Reader};
use crate::domain::records::VisitDraft;
use crate::tui::overlay::picker::choice::Choices;
use crate::tui::screen::Cx;

pub(super) fn fields(it: &VisitDraft, cx: &Cx<'_>) -> Vec<Field> {
    let say = cx.say;
    let name = |slug| say.column("visit", slug);
    vec![
        Field::one("village", name("village"), Choices::Villages, it.village).required(),
        Field::date("day", name("day"), Some(it.day)).required(),
        Field::line("grp", name("grp"), &it.group).blank(say.blank_group()),
        Field::one("half", name("half"), Choices::Halves, it.half),
        Field::line("head", name("head"), &it.head).blank(say.blank_head()),
        Field::one("class", name("class"), Choices::Households, it.class),
        Field::many("people", say.label_visitors(), Choices::People, &it.people).at_least(2),
        Field::one("found", name("found"), Choices::Founds, it.found),
        Field::body("said", name("said"), &it.said),
        Field::line("follow_up", name("follow_up"), &it.follow_up).wide(),
        Field::flag("escorted", name("escorted"), it.escorted),
        Field::maybe(
            "finding",
            name("finding"),
            Choices::Findings {
                except: None,
                near: Some(it.village),
            },
            it.finding,
            say.pick_none(),
        ),
    ]
}

pub(super) fn read(mut it: VisitDraft, mut read: Reader<'_>) -> Result<VisitDraft, Errors> {
    read.one("village", &mut it.village);
    read.day("day", &mut it.day);
    read.line("grp", &mut it.group);
    read.one("half", &mut it.half);
    read.line("head", &mut it.head);
    read.one("class", &mut it.class);
    read.many("people", &mut it.people);
    read.one("found", &mut it.found);
    read.body("said", &mut it.said);
    read.line("follow_up", &mut it.follow_up);
    read.flag("escorted", &mut it.escorted);
    read.maybe("finding", &mut it.finding);
    read.done(it)
}

/// The next door: same group, same visitors.
pub(super) fn next(mut it: VisitDraft, mut read: Reader<'_>) -> VisitDraft {
    read.one("village", &mut it.village);
    read.day("day", &mut it.day);
    read.line("grp", &mut it.group);
    read.one("half", &mut it.half);
    read.many("people", &mut it.people);
    read.flag("escorted", &mut it.escorted);
    VisitDraft {
        head: String::new(),
        said: String::new(),
        follow_up: String::new(),
        finding: None,
        ..it
    }
}
