//! The frame of a round: dates, teams, people, organisations, villages, holidays, settings.

use chrono::NaiveDate;
use rusqlite::types::Value;
use uuid::Uuid;

use super::{Column, Done, Hand, value};
use crate::domain::change::{LogVerb, Made};
use crate::domain::fault::{Fault, Refusal};
use crate::domain::ids::{PersonId, TeamId, UnitId, VillageId};
use crate::domain::records::{
    AreaDraft, ItemDraft, PersonDraft, RoundDraft, RoundPlan, TeamDraft, UnitDraft, VillageDraft,
};
use crate::domain::rules::{line, text};
use crate::store::make::derived;
use crate::store::sql::{Day, Hour, Moment, broken};

/// A round is at most a year long; the grid, the matrix and the trend are drawn whole.
const LONGEST: i64 = 366;

pub(super) fn start_round(hand: &mut Hand<'_>, plan: &RoundPlan) -> Result<Done, Fault> {
    let there = hand
        .conn
        .prepare("SELECT 1 FROM round WHERE x = 1")
        .and_then(|mut s| s.exists([]))
        .map_err(broken)?;
    if there {
        return Err(Refusal::RoundExists.into());
    }
    let RoundPlan {
        round,
        scheme,
        areas,
        template,
        items,
        holidays,
    } = plan;
    let RoundDraft {
        title,
        code,
        start,
        end,
        petition_close,
        standup_at,
        standup_name,
    } = round;
    if end < start || (*end - *start).num_days() >= LONGEST {
        return Err(Refusal::BadPeriod.into());
    }
    line("round.title", title)?;
    let key = hand.key();
    hand.insert(
        "round",
        key,
        &[
            ("title", value(title)?),
            ("code", value(code)?),
            ("start_on", value(&Day(*start))?),
            ("end_on", value(&Day(*end))?),
            ("petition_close", value(&petition_close.map(Moment))?),
            ("standup_at", value(&Hour(*standup_at))?),
            ("standup_name", value(standup_name)?),
        ],
    )?;
    let scheme_key = hand.key();
    hand.insert("scheme", scheme_key, &[("name", value(scheme)?)])?;
    for AreaDraft { no, name, short } in areas {
        let key = hand.key();
        hand.insert(
            "area",
            key,
            &[
                ("scheme", blob(scheme_key)),
                ("no", value(no)?),
                ("name", value(name)?),
                ("short", value(short)?),
            ],
        )?;
    }
    let template_key = hand.key();
    hand.insert("template", template_key, &[("name", value(template)?)])?;
    for ItemDraft {
        code,
        kind,
        method,
        area,
        text,
    } in items
    {
        let key = hand.key();
        hand.insert(
            "item",
            key,
            &[
                ("template", blob(template_key)),
                ("code", value(code)?),
                ("kind", value(kind)?),
                ("method", value(method)?),
                ("area", value(area)?),
                ("text", value(text)?),
            ],
        )?;
    }
    for (day, name, rest) in holidays {
        holiday(hand, *day, name, *rest)?;
    }
    Ok(Done::new(LogVerb::StartRound, title.clone()))
}

fn blob(key: Uuid) -> Value {
    Value::Blob(key.as_bytes().to_vec())
}

pub(super) fn add_team(hand: &mut Hand<'_>, draft: &TeamDraft) -> Result<Done, Fault> {
    let TeamDraft { name, code } = draft;
    line("team.name", name)?;
    line("team.code", code)?;
    let key = hand.key();
    hand.insert(
        "team",
        key,
        &[("name", value(name)?), ("code", value(code)?)],
    )?;
    Ok(Done::new(LogVerb::AddTeam, name.clone()).made(Made::Team(TeamId(key))))
}

pub(super) fn add_person(hand: &mut Hand<'_>, draft: &PersonDraft) -> Result<Done, Fault> {
    let PersonDraft { name, role, team } = draft;
    line("person.name", name)?;
    let key = hand.key();
    hand.insert(
        "person",
        key,
        &[
            ("name", value(name)?),
            ("role", value(role)?),
            ("team", value(team)?),
        ],
    )?;
    Ok(Done::new(LogVerb::AddPerson, name.clone()).made(Made::Person(PersonId(key))))
}

pub(super) fn add_unit(hand: &mut Hand<'_>, draft: &UnitDraft) -> Result<Done, Fault> {
    let UnitDraft { name, short, team } = draft;
    line("unit.name", name)?;
    let key = hand.key();
    hand.insert(
        "unit",
        key,
        &[
            ("name", value(name)?),
            ("short", value(short)?),
            ("team", value(team)?),
        ],
    )?;
    Ok(Done::new(LogVerb::AddUnit, name.clone()).made(Made::Unit(UnitId(key))))
}

fn village_columns(draft: &VillageDraft) -> Result<Vec<Column>, Fault> {
    let VillageDraft {
        name,
        unit,
        kind,
        households,
        at_home,
        note,
    } = draft;
    line("village.name", name)?;
    text("village.note", note)?;
    Ok(vec![
        ("name", value(name)?),
        ("unit", value(unit)?),
        ("kind", value(kind)?),
        ("households", value(households)?),
        ("at_home", value(at_home)?),
        ("note", value(note)?),
    ])
}

pub(super) fn add_village(hand: &mut Hand<'_>, draft: &VillageDraft) -> Result<Done, Fault> {
    let key = hand.key();
    hand.insert("village", key, &village_columns(draft)?)?;
    Ok(Done::new(LogVerb::AddVillage, draft.name.clone()).made(Made::Village(VillageId(key))))
}

pub(super) fn edit_village(
    hand: &mut Hand<'_>,
    id: VillageId,
    was: &VillageDraft,
    now: &VillageDraft,
) -> Result<Done, Fault> {
    hand.edit(
        "village",
        id.bytes(),
        village_columns(was)?,
        village_columns(now)?,
    )?;
    Ok(Done::new(LogVerb::EditVillage, now.name.clone()))
}

fn holiday(hand: &Hand<'_>, day: NaiveDate, name: &str, rest: bool) -> Result<(), Fault> {
    let key = derived(&[b"holiday", day.to_string().as_bytes()]);
    hand.upsert(
        "holiday",
        key,
        vec![
            ("day", value(&Day(day))?),
            ("name", value(&name)?),
            ("rest", value(&rest)?),
        ],
    )
}

pub(super) fn set_holiday(
    hand: &mut Hand<'_>,
    day: NaiveDate,
    name: &str,
    rest: bool,
) -> Result<Done, Fault> {
    line("holiday.name", name)?;
    holiday(hand, day, name, rest)?;
    Ok(Done::new(LogVerb::SetHoliday, format!("{day} {name}")))
}

pub(super) fn set_setting(hand: &mut Hand<'_>, key: &str, to: &str) -> Result<Done, Fault> {
    line("setting.key", key)?;
    text("setting.value", to)?;
    hand.upsert(
        "setting",
        derived(&[b"setting", key.as_bytes()]),
        vec![("key", value(&key)?), ("value", value(&to)?)],
    )?;
    Ok(Done::new(LogVerb::Setting, format!("{key} = {to}")))
}
