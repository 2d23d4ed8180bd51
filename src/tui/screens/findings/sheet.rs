//! A finding, whole, as lines of words with their tones: what the detail shows, and how long it is.

use crate::domain::answer::{FindingSheet, StepRow};
use crate::domain::codes::{Track, Triage};
use crate::domain::fault::Need;
use crate::domain::rules::{self, Standing};
use crate::text::cells;
use crate::tui::screen::Cx;
use crate::tui::widgets::finding_line::urgency;

/// From so many cells on, short facts share a line.
const WIDE: usize = 60;

/// How a piece of a line is meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Tone {
    Plain,
    Title,
    Dim,
    Good,
    Warn,
    Bad,
}

/// A piece of a line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Piece {
    pub(super) text: String,
    pub(super) tone: Tone,
}

pub(super) type Line = Vec<Piece>;

/// A fact: its label, its value, how it is meant.
type Fact = (&'static str, String, Tone);

/// What the rules look at.
pub(super) fn standing(sheet: &FindingSheet) -> Standing {
    let draft = &sheet.draft;
    let has = [
        (Need::Place, draft.village.is_some() || draft.unit.is_some()),
        (Need::Area, !draft.areas.is_empty()),
        (Need::Handler, draft.handler.is_some()),
        (Need::Source, !sheet.sources.is_empty()),
        (Need::Body, !draft.body.trim().is_empty()),
        (Need::Track, draft.track != Track::Undecided),
        (Need::Due, draft.due.is_some()),
    ];
    Standing {
        number: sheet.row.number.clone(),
        stage: sheet.row.stage,
        track: sheet.row.track,
        has: has
            .into_iter()
            .filter_map(|(need, has)| has.then_some(need))
            .collect(),
    }
}

/// Everything about a finding, at most `width` cells wide.
pub(super) fn lines(sheet: &FindingSheet, cx: &Cx<'_>, width: usize) -> Vec<Line> {
    if width == 0 {
        return Vec::new();
    }
    let say = cx.say;
    let mut lines: Vec<Line> = wrapped(&sheet.row.title, width, Tone::Title);
    lay_facts(&mut lines, &facts(sheet, cx), width);
    head(&mut lines, say.f_body());
    if sheet.draft.body.trim().is_empty() {
        lines.extend(wrapped(say.f_no_body(), width, Tone::Dim));
    } else {
        lines.extend(wrapped(&sheet.draft.body, width, Tone::Plain));
    }
    head(&mut lines, &say.f_sources(sheet.sources.len()));
    if sheet.sources.is_empty() {
        lines.extend(wrapped(say.f_no_sources(), width, Tone::Dim));
    }
    for source in &sheet.sources {
        let kind = say.source_kind(source.kind);
        hang(
            &mut lines,
            (kind, Tone::Dim),
            &source.reference,
            Tone::Plain,
            width,
        );
    }
    head(&mut lines, &say.f_steps(sheet.steps.len()));
    for step in &sheet.steps {
        lay_step(&mut lines, step, cx, width);
    }
    lines
}

fn facts(sheet: &FindingSheet, cx: &Cx<'_>) -> Vec<Fact> {
    let (say, row, draft) = (cx.say, &sheet.row, &sheet.draft);
    let mut facts = Vec::new();
    let mut fact = |label, value: String, tone| {
        if !value.is_empty() {
            facts.push((label, value, tone));
        }
    };
    if sheet.withdrawn {
        fact(say.f_stage(), say.f_withdrawn().into(), Tone::Bad);
    }
    fact(say.f_stage(), stage(sheet, cx), Tone::Plain);
    let (next, tone) = next(sheet, cx);
    fact(say.f_next(), next, tone);
    let (due, tone) = due(sheet, cx);
    fact(say.f_due(), due, tone);
    fact(say.f_handler(), handlers(sheet, cx), Tone::Plain);
    let place = joined([row.village_name.as_str(), row.unit_name.as_str()]);
    fact(say.f_place(), or(&place, say.f_no_place()), Tone::Plain);
    fact(
        say.f_areas(),
        or(&areas(sheet, cx), say.f_no_areas()),
        Tone::Plain,
    );
    let track = say.track(row.track);
    let restricted = if row.restricted {
        say.f_restricted()
    } else {
        ""
    };
    fact(say.f_track(), joined([track, restricted]), Tone::Plain);
    let discipline = draft.discipline.map_or("", |it| say.discipline(it));
    let kind = [
        say.risk(draft.risk),
        discipline,
        say.spread(draft.spread),
        say.level(draft.level),
    ];
    fact(say.f_kind(), joined(kind), Tone::Plain);
    if draft.triage != Triage::Normal {
        let sign = say.triage_sign(draft.triage);
        let triage = format!("{sign} {}", say.triage(draft.triage));
        fact(say.f_triage(), triage, Tone::Plain);
    }
    if let Some(amount) = draft.amount {
        fact(say.f_amount(), say.f_yuan(&thousands(amount)), Tone::Plain);
    }
    fact(say.f_people(), draft.people.clone(), Tone::Plain);
    fact(say.f_point(), point(sheet, cx), Tone::Dim);
    if sheet.final_no.is_some() {
        fact(say.f_pre_no(), sheet.pre_no.clone(), Tone::Dim);
    }
    if let Some((_, number)) = &sheet.merged_into {
        fact(say.f_merged(), number.clone(), Tone::Warn);
    }
    let absorbed: Vec<&str> = sheet.absorbed.iter().map(|(_, no)| no.as_str()).collect();
    fact(
        say.f_absorbed(),
        absorbed.join(say.pick("、", ", ")),
        Tone::Plain,
    );
    let noted = format!("{} {}", say.day(row.noted_on), sheet.noted_by);
    fact(say.f_noted(), noted, Tone::Dim);
    facts
}

fn stage(sheet: &FindingSheet, cx: &Cx<'_>) -> String {
    let row = &sheet.row;
    let name = cx.say.stage(row.stage);
    let days = cx.today.signed_duration_since(row.staged_on).num_days();
    let since = if row.stage.is_live() && days > 0 {
        cx.say.f_in_stage(days)
    } else {
        cx.say.day(row.staged_on)
    };
    format!(
        "{} {}",
        cx.say.stage_sign(row.stage),
        joined([name, &since])
    )
}

/// Where `]` leads, and what is still missing for it.
fn next(sheet: &FindingSheet, cx: &Cx<'_>) -> (String, Tone) {
    let standing = standing(sheet);
    let Some(to) = rules::next(standing.stage, standing.track) else {
        return (String::new(), Tone::Plain);
    };
    let needs = rules::needs(&standing, to, "");
    let needs: Vec<&str> = needs
        .into_iter()
        .filter(|need| *need != Need::Reason)
        .map(|need| cx.say.need(need))
        .collect();
    let to = cx.say.stage(to);
    if needs.is_empty() {
        return (cx.say.f_next_ready(to), Tone::Good);
    }
    let needs = needs.join(cx.say.pick("、", ", "));
    (cx.say.f_next_missing(to, &needs), Tone::Warn)
}

fn due(sheet: &FindingSheet, cx: &Cx<'_>) -> (String, Tone) {
    use crate::domain::calendar::Urgency;
    let (say, row) = (cx.say, &sheet.row);
    let Some(day) = row.due else {
        return (say.f_no_due().to_owned(), Tone::Dim);
    };
    let date = say.day_and_weekday(day);
    let urgency = urgency(row, cx);
    let tone = match urgency {
        Urgency::Overdue(_) => Tone::Bad,
        Urgency::Today | Urgency::Soon => Tone::Warn,
        Urgency::Calm => Tone::Good,
        Urgency::Ahead => Tone::Plain,
        // It is settled: the deadline is history.
        Urgency::None => return (date, Tone::Dim),
    };
    let sign = say.urgency_sign(urgency).trim();
    let until = say.until(day, cx.today);
    (
        format!("{sign} {}", joined([date.as_str(), &until]))
            .trim()
            .to_owned(),
        tone,
    )
}

fn handlers(sheet: &FindingSheet, cx: &Cx<'_>) -> String {
    let names = [&sheet.row.handler_name, &sheet.handler2_name];
    let names: Vec<&str> = names
        .into_iter()
        .map(String::as_str)
        .filter(|name| !name.is_empty())
        .collect();
    or(&names.join(cx.say.pick("、", ", ")), cx.say.f_no_handler())
}

/// Names of its areas, the main one first.
fn areas(sheet: &FindingSheet, cx: &Cx<'_>) -> String {
    let names = sheet.row.areas.iter().filter_map(|no| cx.book.area(*no));
    let names: Vec<&str> = names.map(|area| area.name.as_str()).collect();
    names.join(cx.say.pick("、", ", "))
}

/// The checklist point it came from, with its question.
fn point(sheet: &FindingSheet, cx: &Cx<'_>) -> String {
    let code = sheet.item_code.as_deref().unwrap_or_default();
    let item = sheet.draft.item.and_then(|id| cx.book.item(id));
    let text = item.map_or("", |item| item.text.as_str());
    format!("{code} {text}").trim().to_owned()
}

fn lay_step(lines: &mut Vec<Line>, step: &StepRow, cx: &Cx<'_>, width: usize) {
    let say = cx.say;
    let to = say.stage(step.to);
    let way = step.from.map_or_else(
        || to.to_owned(),
        |from| format!("{} → {to}", say.stage(from)),
    );
    let day = say.day(step.day);
    let what = format!("{way}  {}", step.by);
    hang(
        lines,
        (&day, Tone::Dim),
        what.trim_end(),
        Tone::Plain,
        width,
    );
    if !step.remark.trim().is_empty() {
        hang(lines, ("     ", Tone::Dim), &step.remark, Tone::Dim, width);
    }
}

/// A heading with a blank line above.
fn head(lines: &mut Vec<Line>, text: &str) {
    lines.push(Vec::new());
    lines.push(vec![piece(text, Tone::Title)]);
}

/// Facts one under the other, or, where there is room, several in a line.
fn lay_facts(lines: &mut Vec<Line>, facts: &[Fact], width: usize) {
    let label_wide = facts.iter().map(|fact| cells::width(fact.0)).max();
    let label_wide = label_wide.unwrap_or(0);
    if width < WIDE {
        for (label, value, tone) in facts {
            let label = cells::fit(label, label_wide);
            hang(lines, (&label, Tone::Dim), value, *tone, width);
        }
        return;
    }
    let mut line: Line = Vec::new();
    let mut used = 0;
    for (label, value, tone) in facts {
        let wide = cells::width(label) + 1 + cells::width(value);
        let gap = if line.is_empty() { 0 } else { 3 };
        if used + gap + wide > width && !line.is_empty() {
            lines.push(std::mem::take(&mut line));
            used = 0;
        }
        if wide > width {
            hang(lines, (label, Tone::Dim), value, *tone, width);
            continue;
        }
        if used > 0 {
            line.push(piece("   ", Tone::Plain));
            used += 3;
        }
        line.push(piece(format!("{label} "), Tone::Dim));
        line.push(piece(value.as_str(), *tone));
        used += wide;
    }
    if !line.is_empty() {
        lines.push(line);
    }
}

/// A label and its text beside it, wrapped under its own beginning; where that is too narrow, under the label.
fn hang(
    lines: &mut Vec<Line>,
    (label, label_tone): (&str, Tone),
    text: &str,
    tone: Tone,
    width: usize,
) {
    let indent = cells::width(label) + 1;
    if indent + 8 > width {
        lines.extend(wrapped(&format!("{label} {text}"), width, tone));
        return;
    }
    for (at, part) in cells::wrap(text, width - indent).into_iter().enumerate() {
        let label = if at == 0 {
            format!("{label} ")
        } else {
            " ".repeat(indent)
        };
        lines.push(vec![piece(label, label_tone), piece(part, tone)]);
    }
}

fn wrapped(text: &str, width: usize, tone: Tone) -> Vec<Line> {
    let parts = cells::wrap(text, width).into_iter();
    parts.map(|part| vec![piece(part, tone)]).collect()
}

fn piece(text: impl Into<String>, tone: Tone) -> Piece {
    Piece {
        text: text.into(),
        tone,
    }
}

/// Those that are not empty, with dots between.
fn joined<const N: usize>(parts: [&str; N]) -> String {
    let parts: Vec<&str> = parts.into_iter().filter(|part| !part.is_empty()).collect();
    parts.join(" · ")
}

fn or(text: &str, else_: &str) -> String {
    if text.is_empty() { else_ } else { text }.to_owned()
}

/// `28600` as `28,600`.
fn thousands(n: i64) -> String {
    let digits = n.unsigned_abs().to_string();
    let mut text = String::from(if n < 0 { "-" } else { "" });
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    text
}
