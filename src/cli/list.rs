//! `xuncha list`: findings under a filter, by default those still open, the nearest deadline first.

use chrono::NaiveDate;
use clap::{ArgMatches, Command, value_parser};

use super::args::{flag, listed, text, word};
use super::fail::Failure;
use super::out::Table;
use super::{Cx, Sub, find, json, out};
use crate::domain::answer::{Answer, FindingRow, Register};
use crate::domain::calendar::urgency;
use crate::domain::query::{FindingFilter, FindingsQuery, Order, Query, Span, Window};
use crate::store::Store;
use crate::text::Lang;

pub(super) const SUB: Sub = Sub {
    name: "list",
    about: Lang::cli_list,
    usage: "[--stage --village --area --track --handler --due --overdue --text --all --clues --sort --limit] [--json]",
    args,
    run,
};

/// The words of `--sort`.
const ORDERS: [(&str, Order); 5] = [
    ("due", Order::Due),
    ("newest", Order::Newest),
    ("oldest", Order::Oldest),
    ("touched", Order::Touched),
    ("triage", Order::Triage),
];

fn args(say: Lang, command: Command) -> Command {
    command
        .arg(word("stage", "STAGE", say.cli_o_stages()).action(clap::ArgAction::Append))
        .arg(word("village", "NAME", say.cli_o_village()))
        .arg(word("area", "AREA", say.cli_o_area()))
        .arg(word("track", "TRACK", say.cli_o_track()))
        .arg(word("handler", "NAME", say.cli_o_handler()))
        .arg(word("due", "DAY", say.cli_o_due_span()))
        .arg(flag("overdue", say.cli_o_overdue()).conflicts_with("due"))
        .arg(word("text", "WORDS", say.cli_o_text()))
        .arg(flag("all", say.cli_o_all()))
        .arg(flag("clues", say.cli_o_clues()))
        .arg(word("sort", "ORDER", say.cli_o_sort()).value_parser(ORDERS.map(|(word, _)| word)))
        .arg(word("limit", "N", say.cli_o_limit()).value_parser(value_parser!(u32)))
}

fn run(cx: &Cx, its: &ArgMatches) -> Result<(), Failure> {
    let store = cx.open()?;
    let book = find::register(&store)?;
    let order = ORDERS
        .iter()
        .find(|(word, _)| Some(*word) == text(its, "sort"));
    let query = Query::Findings(FindingsQuery {
        filter: filter(cx, its, &store, &book)?,
        order: order.map_or(Order::Due, |(_, order)| *order),
        group: None,
        window: Window::first(its.get_one("limit").copied().unwrap_or(u32::MAX)),
    });
    let page = match store.ask(&query)? {
        Answer::Findings(page) => page,
        other => return Err(find::unexpected(&other).into()),
    };
    let (shown, total) = (page.rows.len(), page.total);
    if cx.out.json {
        // Counting stops at a thousand; what is listed was counted to the end.
        let seen = u32::try_from(shown).unwrap_or(u32::MAX);
        let whole = its
            .get_one::<u32>("limit")
            .is_none_or(|limit| seen < *limit);
        let findings = page.rows.iter().map(json::Finding::from).collect();
        return out::json(&json::List {
            total: if whole { seen } else { total.n.max(seen) },
            more: total.more && !whole,
            findings,
        });
    }
    if page.rows.is_empty() {
        return cx.out.aside(cx.say.f_nothing_left());
    }
    let today = store.clock().today();
    let mut table = Table::new(vec![
        cx.say.f_number(),
        cx.say.f_stage(),
        cx.say.f_due(),
        cx.say.f_place(),
        cx.say.f_areas(),
        cx.say.f_handler(),
        cx.say.f_track(),
        cx.say.f_title(),
    ])
    // In a narrow terminal the track goes first, then areas, handler and place.
    .spare(&[6, 4, 5, 3]);
    for row in &page.rows {
        table.row(cells(cx.say, &book, row, today));
    }
    cx.out.table(&table)?;
    let known = u32::try_from(shown).is_ok_and(|shown| shown < total.n);
    if known || total.more && its.contains_id("limit") {
        let total = format!("{}{}", total.n, if total.more { "+" } else { "" });
        return cx.out.aside(&cx.say.cli_shown_of(shown, &total));
    }
    cx.out.aside(&cx.say.cli_total(shown))
}

fn filter(
    cx: &Cx,
    its: &ArgMatches,
    store: &Store,
    book: &Register,
) -> Result<FindingFilter, Failure> {
    let today = store.clock().today();
    let stages: Result<Vec<_>, _> = listed(its, "stage")
        .into_iter()
        .map(|it| find::stage(cx.say, it))
        .collect();
    let stages = stages?;
    // A stage that was asked for is shown, whether it is open or settled.
    let any = its.get_flag("all") || !stages.is_empty();
    let mut filter = FindingFilter {
        text: text(its, "text").unwrap_or_default().to_owned(),
        stages,
        live: (!any).then_some(true),
        clues: its.get_flag("clues"),
        ..FindingFilter::default()
    };
    if let Some(name) = text(its, "village") {
        filter.village = Some(find::village(cx, store, name)?);
    }
    if let Some(name) = text(its, "area") {
        filter.area = Some(find::area(cx, book, name)?);
    }
    if let Some(name) = text(its, "track") {
        filter.track = Some(find::track(cx.say, name)?);
    }
    if let Some(name) = text(its, "handler") {
        filter.handler = Some(find::person(cx, book, name)?);
    }
    if let Some(days) = text(its, "due") {
        filter.due = Some(find::span(cx, book, today, days)?);
    }
    if its.get_flag("overdue") {
        filter.due = Some(Span::before(today));
        filter.live = Some(true);
    }
    Ok(filter)
}

fn cells(say: Lang, book: &Register, row: &FindingRow, today: NaiveDate) -> Vec<String> {
    let areas = row.areas.iter().filter_map(|no| book.area(*no));
    let areas: Vec<&str> = areas.map(|it| it.short.as_str()).collect();
    let place = if row.village_name.is_empty() {
        &row.unit_name
    } else {
        &row.village_name
    };
    let mark = if row.restricted {
        say.f_restricted_sign()
    } else {
        ""
    };
    vec![
        row.number.clone(),
        say.stage(row.stage).to_owned(),
        due(say, book, row, today),
        place.clone(),
        areas.join(","),
        row.handler_name.clone(),
        say.track(row.track).to_owned(),
        format!("{mark}{}", row.title),
    ]
}

/// `11-15 逾期`; what is settled is not overdue any more. How near is soon is a setting of the round, as on the screens.
fn due(say: Lang, book: &Register, row: &FindingRow, today: NaiveDate) -> String {
    let Some(day) = row.due else {
        return String::new();
    };
    let days = |key, usual| {
        let set = book.setting(key).and_then(|it| it.parse().ok());
        set.unwrap_or(usual)
    };
    let (yellow, green) = (days("due.yellow_days", 10), days("due.green_days", 20));
    let counts = row.stage.is_live().then_some(day);
    let near = say.urgency(urgency(counts, today, yellow, green));
    format!("{} {near}", say.day(day)).trim_end().to_owned()
}
