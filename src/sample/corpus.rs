//! The invented words of the sample round, read from the tables beside this file.

use crate::domain::codes::{
    Discipline, EventKind, Found, Half, Household, Level, Risk, SourceKind, Stage, Track,
};
use crate::domain::ids::AreaNo;

/// A finding to be noted.
pub(super) struct Fact {
    pub(super) areas: Vec<AreaNo>,
    pub(super) item: String,
    pub(super) track: Track,
    pub(super) level: Level,
    pub(super) risk: Risk,
    pub(super) discipline: Option<Discipline>,
    pub(super) sources: Vec<SourceKind>,
    pub(super) amount: Option<i64>,
    pub(super) title: String,
    pub(super) body: String,
}

/// What a door brings.
pub(super) struct Door {
    pub(super) class: Household,
    pub(super) found: Found,
    pub(super) said: String,
    pub(super) follow_up: String,
}

/// Notes to the answers of a checklist point.
pub(super) struct Notes {
    pub(super) item: String,
    pub(super) fine: String,
    pub(super) unsure: String,
    pub(super) na: String,
}

/// Where an event of the plan takes place.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Where {
    Unit,
    Village,
    Team,
}

/// An event of a team's month.
pub(super) struct Plan {
    /// Day of the round, from 1.
    pub(super) day: i64,
    pub(super) half: Half,
    pub(super) kind: EventKind,
    pub(super) place: Where,
    pub(super) milestone: bool,
    pub(super) sensitive: bool,
    pub(super) count: Option<u32>,
    pub(super) title: String,
}

/// All of it.
pub(super) struct Corpus {
    pub(super) facts: Vec<Fact>,
    pub(super) doors: Vec<Door>,
    pub(super) notes: Vec<Notes>,
    pub(super) remarks: Vec<(Stage, String)>,
    pub(super) sources: Vec<(SourceKind, String)>,
    pub(super) plan: Vec<Plan>,
    pub(super) decisions: Vec<String>,
    pub(super) actions: Vec<String>,
}

/// The rows of a table, cut into cells; a row that does not fit its mapper is left out, and a test counts them.
fn table<T>(text: &str, row: impl Fn(&[&str]) -> Option<T>) -> Vec<T> {
    text.lines()
        .filter(|line| !line.starts_with('#') && !line.is_empty())
        .filter_map(|line| row(&line.split('\t').collect::<Vec<_>>()))
        .collect()
}

impl Corpus {
    pub(super) fn read() -> Self {
        let meetings = table(include_str!("meetings.tsv"), |row| {
            Some((*row.first()? == "decision", (*row.get(1)?).to_owned()))
        });
        let (decisions, actions): (Vec<_>, Vec<_>) = meetings.into_iter().partition(|(d, _)| *d);
        let words = |list: Vec<(bool, String)>| list.into_iter().map(|(_, text)| text).collect();
        Self {
            facts: table(include_str!("findings.tsv"), fact),
            doors: table(include_str!("visits.tsv"), |row| {
                Some(Door {
                    class: Household::of(row.first()?)?,
                    found: Found::of(row.get(1)?)?,
                    said: (*row.get(2)?).into(),
                    follow_up: row.get(3).copied().unwrap_or_default().into(),
                })
            }),
            notes: table(include_str!("answers.tsv"), |row| {
                Some(Notes {
                    item: (*row.first()?).into(),
                    fine: (*row.get(1)?).into(),
                    unsure: (*row.get(2)?).into(),
                    na: (*row.get(3)?).into(),
                })
            }),
            remarks: table(include_str!("remarks.tsv"), |row| {
                Some((Stage::of(row.first()?)?, (*row.get(1)?).into()))
            }),
            sources: table(include_str!("sources.tsv"), |row| {
                Some((SourceKind::of(row.first()?)?, (*row.get(1)?).into()))
            }),
            plan: table(include_str!("events.tsv"), plan),
            decisions: words(decisions),
            actions: words(actions),
        }
    }
}

fn fact(row: &[&str]) -> Option<Fact> {
    Some(Fact {
        areas: row
            .first()?
            .split(' ')
            .filter_map(|no| no.parse().ok())
            .collect(),
        item: (*row.get(1)?).into(),
        track: Track::of(row.get(2)?)?,
        level: Level::of(row.get(3)?)?,
        risk: Risk::of(row.get(4)?)?,
        discipline: Discipline::of(row.get(5)?),
        sources: row.get(6)?.split(' ').filter_map(SourceKind::of).collect(),
        amount: row.get(7)?.parse().ok(),
        title: (*row.get(8)?).into(),
        body: (*row.get(9)?).into(),
    })
}

fn plan(row: &[&str]) -> Option<Plan> {
    Some(Plan {
        day: row.first()?.parse().ok()?,
        half: Half::of(row.get(1)?)?,
        kind: EventKind::of(row.get(2)?)?,
        place: match *row.get(3)? {
            "unit" => Where::Unit,
            "village" => Where::Village,
            _ => Where::Team,
        },
        milestone: *row.get(4)? == "1",
        sensitive: *row.get(5)? == "1",
        count: row.get(6)?.parse().ok(),
        title: (*row.get(7)?).into(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Every row of every table is read: one that did not fit would be missing here.
    #[test]
    fn no_row_is_left_out() {
        let lines = |text: &str| text.lines().filter(|l| !l.starts_with('#')).count();
        let it = Corpus::read();
        assert_eq!(it.facts.len(), lines(include_str!("findings.tsv")));
        assert_eq!(it.doors.len(), lines(include_str!("visits.tsv")));
        assert_eq!(it.notes.len(), lines(include_str!("answers.tsv")));
        assert_eq!(it.remarks.len(), lines(include_str!("remarks.tsv")));
        assert_eq!(it.sources.len(), lines(include_str!("sources.tsv")));
        assert_eq!(it.plan.len(), lines(include_str!("events.tsv")));
        let said = it.decisions.len() + it.actions.len();
        assert_eq!(said, lines(include_str!("meetings.tsv")));
    }
}
