//! `xuncha show NUMBER`: one finding with its evidence and its steps.

use clap::{ArgMatches, Command};

use super::args::{flag, must, text};
use super::fail::Failure;
use super::{Cx, Sub, find, json};
use crate::domain::answer::{FindingSheet, Register};
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
    let sheet = find::finding(cx, &store, number, its.get_flag("clues"))?;
    if cx.out.json {
        return cx.out.json(&json::Sheet::from(&sheet));
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
        let source = |it: &crate::domain::answer::SourceRow| {
            format!("  {} {}", cx.say.source_kind(it.kind), it.reference)
        };
        lines.extend(sheet.sources.iter().map(source));
    }
    lines.extend([String::new(), cx.say.cli_steps().to_owned()]);
    lines.extend(steps(cx.say, &sheet));
    cx.out.text(&lines.join("\n"))
}

/// A label and its value per line; what is not known is left out.
fn facts(
    say: Lang,
    book: &Register,
    sheet: &FindingSheet,
    today: chrono::NaiveDate,
) -> Vec<String> {
    let (row, draft) = (&sheet.row, &sheet.draft);
    let comma = say.pick("、", ", ");
    let areas = row.areas.iter().filter_map(|no| book.area(*no));
    let areas: Vec<&str> = areas.map(|it| it.name.as_str()).collect();
    let handlers: Vec<&str> = [row.handler_name.as_str(), &sheet.handler2_name]
        .into_iter()
        .filter(|it| !it.is_empty())
        .collect();
    let absorbed: Vec<&str> = sheet
        .absorbed
        .iter()
        .map(|(_, number)| number.as_str())
        .collect();
    let withdrawn = if sheet.withdrawn {
        say.f_withdrawn()
    } else {
        ""
    };
    let kind = [
        say.risk(draft.risk),
        draft.discipline.map_or("", |it| say.discipline(it)),
        say.spread(draft.spread),
        say.level(draft.level),
    ];
    let facts = [
        (
            say.f_stage(),
            spaced(&[
                say.stage(row.stage),
                &say.cli_since(&say.day(row.staged_on)),
                withdrawn,
            ]),
        ),
        (
            say.f_merged(),
            sheet
                .merged_into
                .as_ref()
                .map(|(_, number)| number.clone())
                .unwrap_or_default(),
        ),
        (
            say.f_track(),
            spaced(&[
                say.track(row.track),
                if row.restricted {
                    say.f_restricted()
                } else {
                    ""
                },
            ]),
        ),
        (
            say.f_due(),
            row.due
                .map(|day| due(say, day, row.stage.is_live().then_some(today)))
                .unwrap_or_default(),
        ),
        (say.f_handler(), handlers.join(comma)),
        (say.f_place(), spaced(&[&row.village_name, &row.unit_name])),
        (say.f_areas(), areas.join(comma)),
        (say.f_kind(), spaced(&kind)),
        (
            say.f_triage(),
            if draft.triage == Triage::Normal {
                String::new()
            } else {
                say.triage(draft.triage).to_owned()
            },
        ),
        (
            say.f_amount(),
            draft
                .amount
                .map(|it| say.f_yuan(&it.to_string()))
                .unwrap_or_default(),
        ),
        (say.f_people(), draft.people.clone()),
        (say.f_point(), sheet.item_code.clone().unwrap_or_default()),
        (say.f_absorbed(), absorbed.join(comma)),
        (
            say.f_pre_no(),
            sheet
                .final_no
                .as_ref()
                .map(|_| sheet.pre_no.clone())
                .unwrap_or_default(),
        ),
        (
            say.f_noted(),
            spaced(&[&say.day(row.noted_on), &sheet.noted_by]),
        ),
    ];
    let wide = facts
        .iter()
        .map(|(label, _)| cells::width(label))
        .max()
        .unwrap_or_default();
    let known = facts.iter().filter(|(_, value)| !value.is_empty());
    known
        .map(|(label, value)| format!("  {}  {value}", cells::fit(label, wide)))
        .collect()
}

/// The day, and how far off it is while that matters.
fn due(say: Lang, day: chrono::NaiveDate, today: Option<chrono::NaiveDate>) -> String {
    let left = today.map(|today| say.until(day, today)).unwrap_or_default();
    spaced(&[&say.full_day(day), &left])
}

fn steps(say: Lang, sheet: &FindingSheet) -> Vec<String> {
    let step = |it: &crate::domain::answer::StepRow| {
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
