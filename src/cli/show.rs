//! `xuncha show NUMBER`: one finding with its evidence and its steps.

use chrono::NaiveDate;
use clap::{ArgMatches, Command};

use super::args::{flag, must, text};
use super::fail::Failure;
use super::{Cx, Sub, find, json, number, out};
use crate::domain::answer::{FindingSheet, Register, SourceRow, StepRow};
use crate::domain::codes::Triage;
use crate::text::{Lang, cells};

pub(super) const SUB: Sub = Sub {
    name: "show",
    about: Lang::cli_show,
    usage: "NUMBER [--clues] [--json]",
    args,
    run,
};

fn args(say: Lang, command: Command) -> Command {
    command
        .arg(must("NUMBER", say.cli_a_number()))
        .arg(flag("clues", say.cli_o_clues()))
}

fn run(cx: &Cx, its: &ArgMatches) -> Result<(), Failure> {
    let store = cx.open()?;
    let number = text(its, "NUMBER").unwrap_or_default();
    let sheet = number::finding(cx, &store, number, its.get_flag("clues"))?;
    if cx.out.json {
        return out::json(&json::Sheet::from(&sheet));
    }
    let book = find::register(&store)?;
    let today = store.clock().today();
    let mut lines = vec![format!("{} {}", sheet.row.number, sheet.row.title)];
    lines.extend(facts(cx.say, &book, &sheet, today));
    if !sheet.draft.body.is_empty() {
        lines.extend([String::new(), sheet.draft.body.clone()]);
    }
    if !sheet.sources.is_empty() {
        lines.extend([String::new(), cx.say.cli_evidence().to_owned()]);
        let source = |it: &SourceRow| format!("  {} {}", cx.say.source_kind(it.kind), it.reference);
        lines.extend(sheet.sources.iter().map(source));
    }
    lines.extend([String::new(), cx.say.cli_steps().to_owned()]);
    lines.extend(steps(cx.say, &sheet));
    out::text(&lines.join("\n"))
}

/// A label and its value per line; what is not known is left out.
fn facts(say: Lang, book: &Register, sheet: &FindingSheet, today: NaiveDate) -> Vec<String> {
    let mut facts = first(say, book, sheet, today);
    facts.extend(more(say, sheet));
    facts.retain(|(_, value)| !value.is_empty());
    let labels = facts.iter().map(|(label, _)| cells::width(label));
    let wide = labels.max().unwrap_or_default();
    let line = |(label, value): &(&str, String)| format!("  {}  {value}", cells::fit(label, wide));
    facts.iter().map(line).collect()
}

type Fact = (&'static str, String);

/// What decides what is to be done next.
fn first(say: Lang, book: &Register, sheet: &FindingSheet, today: NaiveDate) -> Vec<Fact> {
    let row = &sheet.row;
    let comma = say.pick("、", ", ");
    let since = say.cli_since(&say.day(row.staged_on));
    let withdrawn = if sheet.withdrawn {
        say.f_withdrawn()
    } else {
        ""
    };
    let restricted = if row.restricted {
        say.f_restricted()
    } else {
        ""
    };
    let merged = sheet.merged_into.as_ref().map(|(_, number)| number.clone());
    let due = row
        .due
        .map(|day| due(say, day, row.stage.is_live().then_some(today)));
    let areas = row.areas.iter().filter_map(|no| book.area(*no));
    let areas: Vec<&str> = areas.map(|it| it.name.as_str()).collect();
    let handlers = [row.handler_name.as_str(), &sheet.handler2_name];
    let handlers: Vec<&str> = handlers.into_iter().filter(|it| !it.is_empty()).collect();
    vec![
        (
            say.f_stage(),
            spaced(&[say.stage(row.stage), &since, withdrawn]),
        ),
        (say.f_merged(), merged.unwrap_or_default()),
        (say.f_track(), spaced(&[say.track(row.track), restricted])),
        (say.f_due(), due.unwrap_or_default()),
        (say.f_handler(), handlers.join(comma)),
        (say.f_place(), spaced(&[&row.village_name, &row.unit_name])),
        (say.f_areas(), areas.join(comma)),
    ]
}

/// What else is known.
fn more(say: Lang, sheet: &FindingSheet) -> Vec<Fact> {
    let draft = &sheet.draft;
    let kind = [
        say.risk(draft.risk),
        draft.discipline.map_or("", |it| say.discipline(it)),
        say.spread(draft.spread),
        say.level(draft.level),
    ];
    let triage = match draft.triage {
        Triage::Normal => "",
        triage => say.triage(triage),
    };
    let amount = draft.amount.map(|it| say.f_yuan(&it.to_string()));
    let absorbed: Vec<&str> = sheet
        .absorbed
        .iter()
        .map(|(_, number)| number.as_str())
        .collect();
    let former = sheet.final_no.as_ref().map(|_| sheet.pre_no.clone());
    let noted = [&*say.day(sheet.row.noted_on), &sheet.noted_by];
    vec![
        (say.f_kind(), spaced(&kind)),
        (say.f_triage(), triage.to_owned()),
        (say.f_amount(), amount.unwrap_or_default()),
        (say.f_people(), draft.people.clone()),
        (say.f_point(), sheet.item_code.clone().unwrap_or_default()),
        (say.f_absorbed(), absorbed.join(say.pick("、", ", "))),
        (say.f_pre_no(), former.unwrap_or_default()),
        (say.f_noted(), spaced(&noted)),
    ]
}

/// The day, and how far off it is while that matters.
fn due(say: Lang, day: NaiveDate, today: Option<NaiveDate>) -> String {
    let left = today.map(|today| say.until(day, today)).unwrap_or_default();
    spaced(&[&say.full_day(day), &left])
}

fn steps(say: Lang, sheet: &FindingSheet) -> Vec<String> {
    let step = |it: &StepRow| {
        let way = match it.from {
            Some(from) => format!("{} → {}", say.stage(from), say.stage(it.to)),
            None => say.stage(it.to).to_owned(),
        };
        format!(
            "  {}",
            spaced(&[&say.day(it.day), &way, &it.by, &it.remark])
        )
    };
    sheet.steps.iter().map(step).collect()
}

/// What is not empty, blanks between.
fn spaced(parts: &[&str]) -> String {
    let parts: Vec<&str> = parts.iter().copied().filter(|it| !it.is_empty()).collect();
    parts.join(" ")
}
