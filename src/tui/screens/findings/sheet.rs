//! A finding, whole, as lines of words with their tones: what the detail shows, and how long it is.

use super::facts::{Fact, first_facts, more_facts};
use crate::domain::answer::{FindingSheet, StepRow};
use crate::text::cells;
use crate::tui::screen::Cx;

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

/// Everything about a finding, at most `width` cells wide.
pub(super) fn lines(sheet: &FindingSheet, cx: &Cx<'_>, width: usize) -> Vec<Line> {
    if width == 0 {
        return Vec::new();
    }
    let say = cx.say;
    let mut lines: Vec<Line> = wrapped(&sheet.row.title, width, Tone::Title);
    lay_facts(&mut lines, &first_facts(sheet, cx), width);
    lay_body(&mut lines, sheet, cx, width);
    if width < WIDE {
        lines.push(Vec::new());
    }
    lay_facts(&mut lines, &more_facts(sheet, cx), width);
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

/// The facts, under a heading of their own, or, where lines are wide and few, right below.
fn lay_body(lines: &mut Vec<Line>, sheet: &FindingSheet, cx: &Cx<'_>, width: usize) {
    let (body, tone) = match sheet.draft.body.trim() {
        "" => (cx.say.f_no_body(), Tone::Dim),
        body => (body, Tone::Plain),
    };
    let label = cx.say.f_body();
    if width < WIDE {
        head(lines, label);
        lines.extend(wrapped(body, width, tone));
    } else {
        hang(lines, (label, Tone::Dim), body, tone, width);
    }
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
