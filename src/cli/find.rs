//! What a word on the command line means: a village, a person, an area, a day. Never guessed: exactly its name,
//! or the only name that holds it.

use chrono::NaiveDate;

use super::Cx;
use super::fail::{Failure, Status};
use crate::domain::answer::{Answer, Register};
use crate::domain::codes::{Stage, Track};
use crate::domain::fault::Fault;
use crate::domain::ids::{AreaNo, PersonId, VillageId};
use crate::domain::query::{Query, Span, Window};
use crate::entry::dates::{DateCx, parse_date};
use crate::entry::ime::half_width;
use crate::store::Store;
use crate::text::Lang;

/// Names listed in a complaint.
pub(super) const LISTED: usize = 12;

/// The file's small tables.
pub(super) fn register(store: &Store) -> Result<Register, Fault> {
    match store.ask(&Query::Register)? {
        Answer::Register(register) => Ok(register.as_ref().clone()),
        other => Err(unexpected(&other)),
    }
}

/// An answer to another question: a mistake of ours.
pub(super) fn unexpected(answer: &Answer) -> Fault {
    let text = format!("{answer:?}");
    Fault::Internal(text.chars().take(40).collect())
}

/// A thing and what it is called; the first name is the one that is shown.
pub(super) type Called<T> = (T, Vec<String>);

/// A list of things to choose from by name.
pub(super) struct Names<'a, T> {
    pub(super) say: Lang,
    /// What they are: 村点.
    pub(super) kind: &'a str,
    /// What it means that none is called so.
    pub(super) none: Status,
    pub(super) all: Vec<Called<T>>,
}

impl<T: Copy + PartialEq> Names<'_, T> {
    /// The one that is called `typed`, or the only one whose name holds it.
    pub(super) fn one(&self, typed: &str) -> Result<T, Failure> {
        let sought = folded(typed);
        let exact = self
            .all
            .iter()
            .find(|(_, names)| names.iter().any(|name| folded(name) == sought));
        if let Some((it, _)) = exact {
            return Ok(*it);
        }
        let holds =
            |(_, names): &&Called<T>| names.iter().any(|name| folded(name).contains(&sought));
        let found: Vec<&Called<T>> = self.all.iter().filter(holds).collect();
        match found.as_slice() {
            [(it, _)] => Ok(*it),
            [] => {
                let text = self.say.cli_none_called(
                    self.kind,
                    typed.trim(),
                    &self.names(&self.all.iter().collect::<Vec<_>>()),
                );
                Err(Failure::Said(self.none, text))
            }
            some => Err(Failure::usage(
                self.say.cli_many_called(typed.trim(), &self.names(some)),
            )),
        }
    }

    fn names(&self, some: &[&Called<T>]) -> String {
        let names = some
            .iter()
            .filter_map(|(_, names)| names.first().map(String::as_str));
        let mut names: Vec<&str> = names.take(LISTED).collect();
        if some.len() > LISTED {
            names.push("…");
        }
        if names.is_empty() {
            return self.say.pick_none().to_owned();
        }
        names.join(self.say.pick("、", ", "))
    }
}

/// Width and case do not matter.
fn folded(text: &str) -> String {
    half_width(text.trim()).to_lowercase()
}

/// A stage by its stored word or its name in either language.
pub(super) fn stage(say: Lang, typed: &str) -> Result<Stage, Failure> {
    code(
        say,
        say.pick_stage(),
        Stage::ALL,
        typed,
        Stage::word,
        Lang::stage,
    )
}

/// A track, likewise.
pub(super) fn track(say: Lang, typed: &str) -> Result<Track, Failure> {
    code(
        say,
        say.pick_track(),
        Track::ALL,
        typed,
        Track::word,
        Lang::track,
    )
}

/// One of a closed list by its stored word or its name in either language.
pub(super) fn code<T: Copy + PartialEq>(
    say: Lang,
    kind: &str,
    all: &[T],
    typed: &str,
    word: fn(T) -> &'static str,
    name: fn(Lang, T) -> &'static str,
) -> Result<T, Failure> {
    let names = |it: T| {
        let other = if say == Lang::Zh { Lang::En } else { Lang::Zh };
        [name(say, it), word(it), name(other, it)]
            .map(str::to_owned)
            .to_vec()
    };
    let all = all.iter().map(|it| (*it, names(*it))).collect();
    Names {
        say,
        kind,
        none: Status::Usage,
        all,
    }
    .one(typed)
}

/// A village by name.
pub(super) fn village(cx: &Cx, store: &Store, typed: &str) -> Result<VillageId, Failure> {
    let called = |text: &str| -> Result<Vec<Called<VillageId>>, Failure> {
        let query = Query::Villages {
            text: text.to_owned(),
            in_progress: false,
            team: None,
            window: Window::first(u32::MAX),
        };
        match store.ask(&query)? {
            Answer::Villages(page) => Ok(page
                .rows
                .into_iter()
                .map(|row| (row.id, vec![row.name]))
                .collect()),
            other => Err(unexpected(&other).into()),
        }
    };
    let names = |all| Names {
        say: cx.say,
        kind: cx.say.pick_village(),
        none: Status::NotFound,
        all,
    };
    let near = names(called(typed)?);
    if near.all.is_empty() {
        return names(called("")?).one(typed);
    }
    near.one(typed)
}

/// A person by name, or whoever sits at this machine as `me` or 我.
pub(super) fn person(cx: &Cx, book: &Register, typed: &str) -> Result<PersonId, Failure> {
    if matches!(typed.trim(), "me" | "我") {
        return book
            .me
            .ok_or_else(|| Failure::not_found(cx.say.cli_nobody_sits()));
    }
    let all = book
        .people
        .iter()
        .map(|it| (it.id, vec![it.name.clone()]))
        .collect();
    Names {
        say: cx.say,
        kind: cx.say.pick_person(),
        none: Status::NotFound,
        all,
    }
    .one(typed)
}

/// A focus area by number or name.
pub(super) fn area(cx: &Cx, book: &Register, typed: &str) -> Result<AreaNo, Failure> {
    let named = |it: &crate::domain::answer::AreaRow| {
        let shown = format!("{} {}", it.no, it.name);
        (
            it.no,
            vec![shown, it.name.clone(), it.short.clone(), it.no.to_string()],
        )
    };
    let all: Vec<Called<AreaNo>> = book.areas.iter().map(named).collect();
    Names {
        say: cx.say,
        kind: cx.say.pick_area(),
        none: Status::NotFound,
        all,
    }
    .one(typed)
}

/// A day as people write it.
pub(super) fn day(
    cx: &Cx,
    book: &Register,
    today: NaiveDate,
    typed: &str,
) -> Result<NaiveDate, Failure> {
    let round = book.round.as_ref();
    let against = DateCx {
        today,
        start: round.map_or(today, |it| it.start),
        end: round.map_or(today, |it| it.end),
        holidays: &book.holidays,
    };
    parse_date(typed, &against).map_err(|error| Failure::usage(cx.say.no_day(&error)))
}

/// One day, or `A..B` with either end left open.
pub(super) fn span(
    cx: &Cx,
    book: &Register,
    today: NaiveDate,
    typed: &str,
) -> Result<Span, Failure> {
    let Some((from, to)) = typed.split_once("..") else {
        return day(cx, book, today, typed).map(Span::day);
    };
    let end = |typed: &str| match typed.trim() {
        "" => Ok(None),
        typed => day(cx, book, today, typed).map(Some),
    };
    Ok(Span {
        from: end(from)?,
        to: end(to)?,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_meant_exactly_or_by_what_only_it_holds() {
        let all = vec![
            (1, vec!["示例东村".to_owned()]),
            (2, vec!["示例西村".to_owned()]),
            (3, vec!["示例东村北".to_owned()]),
        ];
        let names = Names {
            say: Lang::En,
            kind: "Village",
            none: Status::NotFound,
            all,
        };
        for (typed, want) in [
            ("示例东村", Some(1)),
            ("西", Some(2)),
            ("村北", Some(3)),
            ("示例", None),
            ("南", None),
            ("", None),
        ] {
            assert_eq!(names.one(typed).ok(), want, "{typed}");
        }
    }
}
