//! `xuncha stats`: the counts of the screens in one page, the figures that leaders report, the villages.

use chrono::NaiveDate;
use clap::{ArgMatches, Command};

use super::args::{flag, text, word};
use super::fail::Failure;
use super::json::{AreaCount, Counted, FigureCount, Stats, Village};
use super::out::Table;
use super::{Cx, Sub, find, out};
use crate::domain::answer::{Answer, Header, Pivot, PivotKey, Register, VillageRow};
use crate::domain::codes::{Stage, Track};
use crate::domain::fault::Fault;
use crate::domain::ids::AreaNo;
use crate::domain::query::{Dim, FindingFilter, Query, Window};
use crate::domain::records::RoundDraft;
use crate::store::Store;
use crate::text::{Lang, cells};

pub(super) const SUB: Sub = Sub {
    name: "stats",
    about: Lang::cli_stats,
    usage: "[--day DAY] [--clues] [--json]",
    args,
    run,
};

/// Every row there is.
const ALL: Window = Window::first(u32::MAX);

fn args(say: Lang, command: Command) -> Command {
    command
        .arg(word("day", "DAY", say.cli_o_day()))
        .arg(flag("clues", say.cli_o_clues()))
}

fn run(cx: &Cx, its: &ArgMatches) -> Result<(), Failure> {
    let store = cx.open()?;
    let book = find::register(&store)?;
    let round = book
        .round
        .clone()
        .ok_or_else(|| Failure::not_found(cx.say.cli_no_round()))?;
    let today = store.clock().today();
    let day = match text(its, "day") {
        Some(typed) => find::day(cx, &book, today, typed)?,
        None => today,
    };
    let clues = its.get_flag("clues");
    let stats = count(cx, &store, &book, &round, day, clues)?;
    if cx.out.json {
        return out::json(&stats);
    }
    out::text(&told(cx.say, &stats).join("\n"))?;
    let villages = villages_told(cx.say, &book, &stats.villages);
    if villages.is_empty() {
        Ok(())
    } else {
        cx.out.table(&villages)
    }
}

fn count<'a>(
    cx: &Cx,
    store: &Store,
    book: &Register,
    round: &'a RoundDraft,
    day: NaiveDate,
    clues: bool,
) -> Result<Stats<'a>, Failure> {
    let on_site = (round.start..=round.end).contains(&day);
    let by_area = pivot(store, Dim::Area, Dim::Stage, clues)?;
    let by_track = pivot(store, Dim::Track, Dim::Stage, clues)?;
    Ok(Stats {
        round: &round.title,
        day,
        day_no: on_site.then(|| (day - round.start).num_days() + 1),
        days: (round.end - round.start).num_days() + 1,
        header: header(store, day, clues)?,
        stages: stages(store, clues)?,
        tracks: rows(&by_track)
            .filter_map(|(key, n)| match key {
                PivotKey::Track(code) => Some(Counted { code: *code, n }),
                _ => None,
            })
            .collect(),
        areas: rows(&by_area)
            .filter_map(|(key, n)| area_count(cx.say, book, key, n))
            .collect(),
        figures: figures(store, day)?,
        villages: villages(cx.say, store, book, clues)?,
    })
}

/// Rows of a pivot over stages with how many findings of theirs count (merged and dismissed ones do not).
fn rows(pivot: &Pivot) -> impl Iterator<Item = (&PivotKey, u32)> {
    let counts = |cells: &Vec<u32>| {
        let cells = cells.iter().zip(&pivot.cols);
        cells
            .filter(|(_, key)| matches!(key, PivotKey::Stage(stage) if stage.counts()))
            .map(|(n, _)| n)
            .sum()
    };
    pivot.rows.iter().zip(pivot.cells.iter().map(counts))
}

fn area_count(say: Lang, book: &Register, key: &PivotKey, n: u32) -> Option<AreaCount> {
    let PivotKey::Area(no) = key else {
        return None;
    };
    let no: AreaNo = no.unwrap_or_default();
    let name = book
        .area(no)
        .map_or_else(|| say.counts_no_area().to_owned(), |it| it.name.clone());
    Some(AreaCount { area: no, name, n })
}

fn pivot(store: &Store, rows: Dim, cols: Dim, clues: bool) -> Result<Pivot, Fault> {
    match store.ask(&Query::Pivot {
        rows,
        cols,
        clues,
        window: ALL,
    })? {
        Answer::Pivot(pivot) => Ok(pivot),
        other => Err(find::unexpected(&other)),
    }
}

fn header(store: &Store, today: NaiveDate, clues: bool) -> Result<Header, Fault> {
    match store.ask(&Query::Header { today, clues })? {
        Answer::Header(header) => Ok(header),
        other => Err(find::unexpected(&other)),
    }
}

fn stages(store: &Store, clues: bool) -> Result<Vec<Counted<Stage>>, Fault> {
    let filter = FindingFilter {
        clues,
        ..FindingFilter::default()
    };
    match store.ask(&Query::Stages(filter))? {
        Answer::Stages(counts) => Ok(counts
            .into_iter()
            .map(|(code, total)| Counted { code, n: total.n })
            .collect()),
        other => Err(find::unexpected(&other)),
    }
}

fn figures(store: &Store, day: NaiveDate) -> Result<Vec<FigureCount>, Fault> {
    match store.ask(&Query::Figures { day })? {
        Answer::Figures(lines) => Ok(lines
            .into_iter()
            .map(|it| FigureCount {
                figure: it.figure,
                total: it.total,
                day: it.day,
            })
            .collect()),
        other => Err(find::unexpected(&other)),
    }
}

/// Every village with its counts, and its findings by area.
fn villages(say: Lang, store: &Store, book: &Register, clues: bool) -> Result<Vec<Village>, Fault> {
    let query = Query::Villages {
        text: String::new(),
        in_progress: false,
        team: None,
        window: ALL,
    };
    let list = match store.ask(&query)? {
        Answer::Villages(page) => page.rows,
        other => return Err(find::unexpected(&other)),
    };
    let pivot = pivot(store, Dim::Village, Dim::Area, clues)?;
    let by_area = |id| {
        let at = pivot
            .rows
            .iter()
            .position(|key| matches!(key, PivotKey::Village(Some(it), _) if *it == id));
        let cells = at.and_then(|at| pivot.cells.get(at)).into_iter().flatten();
        pivot
            .cols
            .iter()
            .zip(cells)
            .filter_map(|(key, n)| area_count(say, book, key, *n))
            .collect()
    };
    Ok(list
        .into_iter()
        .map(|row| village(&row, by_area(row.id)))
        .collect())
}

fn village(row: &VillageRow, areas: Vec<AreaCount>) -> Village {
    Village {
        name: row.name.clone(),
        unit: row.unit_name.clone(),
        open: row.open,
        findings: row.findings,
        asked: row.areas.iter().map(|it| it.asked).sum(),
        checked: row
            .areas
            .iter()
            .map(crate::domain::answer::AreaProgress::checked)
            .sum(),
        visited: row.visited,
        areas,
    }
}

fn told(say: Lang, stats: &Stats<'_>) -> Vec<String> {
    let day = match stats.day_no {
        Some(n) => format!(
            "{} {}",
            say.day_n_of(n, stats.days),
            say.full_day(stats.day)
        ),
        None => format!("{} {}", say.full_day(stats.day), say.day_off_site()),
    };
    let header = &stats.header;
    let now = [
        say.n_open(header.open),
        say.n_overdue(header.overdue),
        say.n_due(header.due_today),
        say.n_immediate(header.immediate),
    ];
    let mut lines = vec![
        format!("{} {day}", stats.round),
        now.join("  "),
        String::new(),
        say.counts_reported().to_owned(),
    ];
    lines.extend(figures_told(say, stats));
    lines.push(String::new());
    let stages = stats.stages.iter().map(|it| (say.stage(it.code), it.n));
    lines.push(format!("{}  {}", say.dim(Dim::Stage), pairs(stages)));
    let tracks = stats
        .tracks
        .iter()
        .map(|it: &Counted<Track>| (say.track(it.code), it.n));
    lines.push(format!("{}  {}", say.dim(Dim::Track), pairs(tracks)));
    let areas = stats.areas.iter().map(|it| (it.name.as_str(), it.n));
    lines.push(format!("{}  {}", say.dim(Dim::Area), pairs(areas)));
    lines.push(String::new());
    lines
}

/// 登记 3  核实 8
fn pairs<'a>(counts: impl Iterator<Item = (&'a str, u32)>) -> String {
    let counts: Vec<String> = counts.map(|(name, n)| format!("{name} {n}")).collect();
    counts.join("  ")
}

fn figures_told(say: Lang, stats: &Stats<'_>) -> Vec<String> {
    let wide = stats
        .figures
        .iter()
        .map(|it| cells::width(say.figure(it.figure)))
        .max()
        .unwrap_or_default();
    let line = |it: &FigureCount| {
        let (name, unit) = (
            cells::fit(say.figure(it.figure), wide),
            say.figure_unit(it.figure),
        );
        let total = cells::fit_right(&it.total.to_string(), 7);
        format!(
            "  {name} {total} {}  {}",
            cells::fit(unit, 6),
            say.cli_by_day(it.day)
        )
    };
    stats.figures.iter().map(line).collect()
}

fn villages_told(say: Lang, book: &Register, villages: &[Village]) -> Table {
    let mut heads = vec![
        say.dim(Dim::Village).to_owned(),
        say.cli_open().to_owned(),
        say.cli_all_areas().to_owned(),
        say.cli_checked().to_owned(),
        say.cli_visited().to_owned(),
    ];
    heads.extend(book.areas.iter().map(|it| it.short.clone()));
    let mut table = Table::new(heads).numbers(1);
    for it in villages {
        let mut cells = vec![
            it.name.clone(),
            it.open.to_string(),
            it.findings.to_string(),
            format!("{}/{}", it.checked, it.asked),
            it.visited.to_string(),
        ];
        let area = |no| {
            it.areas
                .iter()
                .find(|count| count.area == no)
                .map_or(0, |count| count.n)
        };
        cells.extend(book.areas.iter().map(|row| area(row.no).to_string()));
        table.row(cells);
    }
    table
}
