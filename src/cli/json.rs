//! The JSON that `--json` writes: one document per run, stable names, codes as the file stores them, days as ISO.
//! Whatever is not there is `null`, never left out; new fields may be added, none is renamed.

use chrono::{NaiveDate, NaiveDateTime};
use serde::Serialize;

use crate::domain::answer::{
    FindingRow, FindingSheet, Header, LogLine, LogRow, LogSheet, SourceRow, StepRow,
};
use crate::domain::codes::{
    Discipline, Figure, Level, Risk, SourceKind, Spread, Stage, Track, Triage,
};
use crate::domain::ids::AreaNo;

/// `list`: the findings and how many the filter lets through (`more`: counting stopped at `total`).
#[derive(Serialize)]
pub(super) struct List<'a> {
    pub(super) total: u32,
    pub(super) more: bool,
    pub(super) findings: Vec<Finding<'a>>,
}

/// A finding in a list.
#[derive(Serialize)]
pub(super) struct Finding<'a> {
    number: &'a str,
    title: &'a str,
    stage: Stage,
    track: Track,
    triage: Triage,
    restricted: bool,
    village: Option<&'a str>,
    unit: Option<&'a str>,
    areas: &'a [AreaNo],
    handler: Option<&'a str>,
    due: Option<NaiveDate>,
    noted_on: NaiveDate,
    staged_on: NaiveDate,
}

impl<'a> From<&'a FindingRow> for Finding<'a> {
    fn from(row: &'a FindingRow) -> Self {
        Self {
            number: &row.number,
            title: &row.title,
            stage: row.stage,
            track: row.track,
            triage: row.triage,
            restricted: row.restricted,
            village: said(&row.village_name),
            unit: said(&row.unit_name),
            areas: &row.areas,
            handler: said(&row.handler_name),
            due: row.due,
            noted_on: row.noted_on,
            staged_on: row.staged_on,
        }
    }
}

fn said(text: &str) -> Option<&str> {
    (!text.is_empty()).then_some(text)
}

/// `show`: what `list` says, and everything else.
#[derive(Serialize)]
pub(super) struct Sheet<'a> {
    #[serde(flatten)]
    row: Finding<'a>,
    pre_no: &'a str,
    final_no: Option<&'a str>,
    body: &'a str,
    handler2: Option<&'a str>,
    noted_by: Option<&'a str>,
    item: Option<&'a str>,
    level: Level,
    spread: Spread,
    risk: Risk,
    discipline: Option<Discipline>,
    amount: Option<i64>,
    people: &'a str,
    sources: Vec<Source<'a>>,
    steps: Vec<Step<'a>>,
    merged_into: Option<&'a str>,
    absorbed: Vec<&'a str>,
    withdrawn: bool,
}

impl<'a> From<&'a FindingSheet> for Sheet<'a> {
    fn from(sheet: &'a FindingSheet) -> Self {
        let draft = &sheet.draft;
        Self {
            row: (&sheet.row).into(),
            pre_no: &sheet.pre_no,
            final_no: sheet.final_no.as_deref(),
            body: &draft.body,
            handler2: said(&sheet.handler2_name),
            noted_by: said(&sheet.noted_by),
            item: sheet.item_code.as_deref(),
            level: draft.level,
            spread: draft.spread,
            risk: draft.risk,
            discipline: draft.discipline,
            amount: draft.amount,
            people: &draft.people,
            sources: sheet.sources.iter().map(Source::from).collect(),
            steps: sheet.steps.iter().map(Step::from).collect(),
            merged_into: sheet
                .merged_into
                .as_ref()
                .map(|(_, number)| number.as_str()),
            absorbed: sheet
                .absorbed
                .iter()
                .map(|(_, number)| number.as_str())
                .collect(),
            withdrawn: sheet.withdrawn,
        }
    }
}

#[derive(Serialize)]
struct Source<'a> {
    kind: SourceKind,
    reference: &'a str,
}

impl<'a> From<&'a SourceRow> for Source<'a> {
    fn from(row: &'a SourceRow) -> Self {
        Self {
            kind: row.kind,
            reference: &row.reference,
        }
    }
}

#[derive(Serialize)]
struct Step<'a> {
    from: Option<Stage>,
    to: Stage,
    day: NaiveDate,
    by: Option<&'a str>,
    remark: &'a str,
}

impl<'a> From<&'a StepRow> for Step<'a> {
    fn from(row: &'a StepRow) -> Self {
        Self {
            from: row.from,
            to: row.to,
            day: row.day,
            by: said(&row.by),
            remark: &row.remark,
        }
    }
}

/// `stats`
#[derive(Serialize)]
pub(super) struct Stats<'a> {
    pub(super) round: &'a str,
    pub(super) day: NaiveDate,
    /// Day of the round from 1; `null` outside it.
    pub(super) day_no: Option<i64>,
    pub(super) days: i64,
    #[serde(flatten)]
    pub(super) header: Header,
    pub(super) stages: Vec<Counted<Stage>>,
    pub(super) tracks: Vec<Counted<Track>>,
    /// A finding of several areas counts in each; `area` 0: those without one.
    pub(super) areas: Vec<AreaCount>,
    pub(super) figures: Vec<FigureCount>,
    pub(super) villages: Vec<Village>,
}

/// A code and how many.
#[derive(Serialize)]
pub(super) struct Counted<T> {
    pub(super) code: T,
    pub(super) n: u32,
}

/// An area and how many.
#[derive(Clone, Serialize)]
pub(super) struct AreaCount {
    pub(super) area: AreaNo,
    pub(super) name: String,
    pub(super) n: u32,
}

/// A reported figure, since entry and on the day.
#[derive(Serialize)]
pub(super) struct FigureCount {
    pub(super) figure: Figure,
    pub(super) total: u32,
    pub(super) day: u32,
}

/// A village's counts.
#[derive(Serialize)]
pub(super) struct Village {
    pub(super) name: String,
    pub(super) unit: String,
    pub(super) open: u32,
    pub(super) findings: u32,
    pub(super) asked: u32,
    pub(super) checked: u32,
    pub(super) visited: u32,
    pub(super) areas: Vec<AreaCount>,
}

/// `log`
#[derive(Serialize)]
pub(super) struct Log<'a> {
    pub(super) total: u32,
    pub(super) entries: Vec<Entry<'a>>,
}

/// An entry of the log; `verb` as stored.
#[derive(Serialize)]
pub(super) struct Entry<'a> {
    n: i64,
    at: NaiveDateTime,
    actor: Option<&'a str>,
    verb: &'a str,
    subject: &'a str,
    undone: bool,
    of: Option<i64>,
}

impl<'a> From<&'a LogRow> for Entry<'a> {
    fn from(row: &'a LogRow) -> Self {
        Self {
            n: row.n,
            at: row.at,
            actor: said(&row.actor),
            verb: &row.verb_word,
            subject: &row.subject,
            undone: row.undone,
            of: row.of,
        }
    }
}

/// `log N`: what it says in the list, its hash, and what it changed.
#[derive(Serialize)]
pub(super) struct EntrySheet<'a> {
    #[serde(flatten)]
    row: Entry<'a>,
    hash: &'a str,
    changes: Vec<Change<'a>>,
}

impl<'a> From<&'a LogSheet> for EntrySheet<'a> {
    fn from(sheet: &'a LogSheet) -> Self {
        Self {
            row: (&sheet.row).into(),
            hash: &sheet.hash,
            changes: sheet.lines.iter().map(Change::from).collect(),
        }
    }
}

#[derive(Serialize)]
struct Change<'a> {
    table: &'a str,
    row: &'a str,
    column: &'a str,
    from: Option<&'a str>,
    to: Option<&'a str>,
}

impl<'a> From<&'a LogLine> for Change<'a> {
    fn from(line: &'a LogLine) -> Self {
        Self {
            table: &line.table,
            row: &line.row,
            column: &line.column,
            from: line.from.as_deref(),
            to: line.to.as_deref(),
        }
    }
}

/// `verify`: what is not as the log says in words, the first fifty of `found`.
#[derive(Serialize)]
pub(super) struct Verdict<'a> {
    pub(super) clean: bool,
    pub(super) entries: u32,
    pub(super) rows: u32,
    pub(super) head: &'a str,
    pub(super) found: usize,
    pub(super) differences: Vec<String>,
}

/// What every writing command answers; `number` of the finding it made or moved.
#[derive(Serialize)]
pub(super) struct Receipt<'a> {
    pub(super) entry: Option<i64>,
    pub(super) verb: &'a str,
    pub(super) subject: &'a str,
    pub(super) number: Option<&'a str>,
    /// What an undo left as it is because it was changed since.
    pub(super) kept: &'a [String],
}

/// `new`, `demo`, `backup`: a file that was made.
#[derive(Serialize)]
pub(super) struct Made {
    pub(super) file: String,
    pub(super) entries: u32,
    pub(super) head: String,
}
