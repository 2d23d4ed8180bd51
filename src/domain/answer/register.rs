//! The small tables everything else refers to.

use chrono::NaiveDateTime;

use crate::domain::calendar::Holidays;
use crate::domain::codes::{Role, VillageKind};
use crate::domain::ids::{AreaNo, ItemId, PersonId, TeamId, UnitId};
use crate::domain::records::RoundDraft;

/// The small tables everything else refers to.
#[derive(Clone, Debug, PartialEq)]
pub struct Register {
    /// The round; `None`: a file without one yet.
    pub round: Option<RoundDraft>,
    /// Name of the scheme.
    pub scheme: String,
    /// Teams.
    pub teams: Vec<TeamRow>,
    /// People.
    pub people: Vec<PersonRow>,
    /// Township-level organisations.
    pub units: Vec<UnitRow>,
    /// Focus areas by number.
    pub areas: Vec<AreaRow>,
    /// Points of the checklist, in order.
    pub items: Vec<ItemRow>,
    /// The holiday table.
    pub holidays: Holidays,
    /// Settings: key and value.
    pub settings: Vec<(String, String)>,
    /// Who sits at this machine.
    pub me: Option<PersonId>,
    /// The clock this file pins, if it is a demonstration.
    pub pinned: Option<NaiveDateTime>,
}

impl Register {
    /// Before anything was read.
    pub fn empty() -> Self {
        Self {
            round: None,
            scheme: String::new(),
            teams: Vec::new(),
            people: Vec::new(),
            units: Vec::new(),
            areas: Vec::new(),
            items: Vec::new(),
            holidays: Holidays::default(),
            settings: Vec::new(),
            me: None,
            pinned: None,
        }
    }

    /// A person's name; empty if unknown.
    pub fn person(&self, id: PersonId) -> &str {
        self.people
            .iter()
            .find(|p| p.id == id)
            .map_or("", |p| p.name.as_str())
    }

    /// The names of people, joined by 「、」.
    pub fn names(&self, ids: &[PersonId]) -> String {
        let names: Vec<&str> = ids.iter().map(|id| self.person(*id)).collect();
        names.join("、")
    }

    /// The team of whoever sits here, if the file knows.
    pub fn my_team(&self) -> Option<&TeamRow> {
        let me = self.people.iter().find(|row| Some(row.id) == self.me)?;
        self.teams.iter().find(|row| Some(row.id) == me.team)
    }

    /// An area's row.
    pub fn area(&self, no: AreaNo) -> Option<&AreaRow> {
        self.areas.iter().find(|a| a.no == no)
    }

    /// A unit's row.
    pub fn unit(&self, id: UnitId) -> Option<&UnitRow> {
        self.units.iter().find(|u| u.id == id)
    }

    /// A point's row.
    pub fn item(&self, id: ItemId) -> Option<&ItemRow> {
        self.items.iter().find(|i| i.id == id)
    }

    /// A setting's value.
    pub fn setting(&self, key: &str) -> Option<&str> {
        self.settings
            .iter()
            .find(|(k, _)| k == key)
            .map(|(_, v)| v.as_str())
    }
}

/// A team.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TeamRow {
    /// Key.
    pub id: TeamId,
    /// Name.
    pub name: String,
    /// Device code.
    pub code: String,
}

/// A person.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PersonRow {
    /// Key.
    pub id: PersonId,
    /// Name.
    pub name: String,
    /// Role.
    pub role: Role,
    /// Team.
    pub team: Option<TeamId>,
}

/// A township-level organisation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UnitRow {
    /// Key.
    pub id: UnitId,
    /// Name.
    pub name: String,
    /// Short name.
    pub short: String,
    /// Team that inspects it.
    pub team: Option<TeamId>,
}

/// A focus area.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AreaRow {
    /// Number.
    pub no: AreaNo,
    /// Name.
    pub name: String,
    /// Short name.
    pub short: String,
}

/// A point of the checklist.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ItemRow {
    /// Key.
    pub id: ItemId,
    /// Code.
    pub code: String,
    /// Asked of; `None`: of both.
    pub kind: Option<VillageKind>,
    /// Method.
    pub method: String,
    /// Area.
    pub area: AreaNo,
    /// The question.
    pub text: String,
}
