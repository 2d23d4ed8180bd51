//! An entry of the log read aloud: who did what, and each cell it changed, from → to, in the words of the screen.

use chrono::NaiveDateTime;

use crate::domain::answer::{FigureLine, LogLine, LogRow, LogSheet};
use crate::text::cells;
use crate::tui::screen::Cx;

/// A line of an entry as it is shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Said {
    pub(super) tone: Tone,
    pub(super) text: String,
}

/// How a line is meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Tone {
    /// About the entry itself.
    About,
    /// Of no importance to most.
    Quiet,
    /// The record that the next lines are about.
    Record,
    /// What changed in it.
    Change,
}

/// The verb in words; one of a newer program as it is stored.
pub(super) fn verb<'a>(row: &'a LogRow, cx: &Cx<'_>) -> &'a str {
    row.verb.map_or(&row.verb_word, |it| cx.say.log_verb(it))
}

/// Who, or that nobody said so.
pub(super) fn actor<'a>(row: &'a LogRow, cx: &Cx<'_>) -> &'a str {
    if row.actor.is_empty() {
        cx.say.history_nobody()
    } else {
        &row.actor
    }
}

/// About what; what is restricted stays unsaid until it is shown on purpose.
pub(super) fn subject<'a>(row: &'a LogRow, cx: &Cx<'_>) -> &'a str {
    if row.restricted && !cx.clues {
        cx.say.history_restricted()
    } else {
        &row.subject
    }
}

/// The whole entry in lines of at most `width` cells.
pub(super) fn lines(sheet: &LogSheet, cx: &Cx<'_>, width: usize) -> Vec<Said> {
    let row = &sheet.row;
    let mut said = Vec::new();
    let mut say = |tone, text: &str| {
        let lines = cells::wrap(text, width).into_iter();
        said.extend(lines.map(|text| Said { tone, text }));
    };
    say(
        Tone::About,
        &format!("{} {}", verb(row, cx), subject(row, cx)),
    );
    let at = row.at.format("%Y-%m-%d %H:%M").to_string();
    say(Tone::Quiet, &format!("{at}  {}", actor(row, cx)));
    if let Some(of) = row.of {
        say(Tone::About, &cx.say.history_of(of));
    }
    if row.undone {
        say(Tone::About, cx.say.history_undone_since());
    }
    let mut record = None;
    let hidden = |line: &&LogLine| line.restricted && !cx.clues;
    let unsaid = sheet.lines.iter().filter(hidden).count();
    for line in sheet.lines.iter().filter(|line| !hidden(line)) {
        let own = (&line.table, &line.row);
        if record != Some(own) {
            record = Some(own);
            // A step is called by the stage it leads to.
            let name = cx.say.code(&line.table, "to_stage", &line.row);
            let name = name.unwrap_or(&line.row);
            say(
                Tone::Record,
                &format!("{} {name}", cx.say.table(&line.table)),
            );
        }
        say(Tone::Change, &change(line, cx));
    }
    if unsaid > 0 {
        say(Tone::Quiet, &cx.say.history_unsaid(unsaid));
    }
    if sheet.lines.is_empty() {
        say(Tone::Quiet, cx.say.history_nothing_changed());
    }
    say(Tone::Quiet, &cx.say.history_hash(&sheet.hash));
    said
}

/// `环节: 登记 → 核实`
pub(super) fn change(line: &LogLine, cx: &Cx<'_>) -> String {
    let column = cx.say.column(&line.table, &line.column);
    let word = |text: &Option<String>| text.as_deref().map(|text| value(line, text, cx));
    let shown = |text: String| {
        if text.is_empty() {
            cx.say.history_empty().to_owned()
        } else {
            text
        }
    };
    match (word(&line.from), word(&line.to)) {
        (None, None) => column.to_owned(),
        (None, Some(to)) => format!("{column}: {}", shown(to)),
        (Some(from), None) => format!("{column}: {} → {}", shown(from), cx.say.history_empty()),
        (Some(from), Some(to)) => format!("{column}: {} → {}", shown(from), shown(to)),
    }
}

/// A stored word in words: codes, areas, days with their weekday.
fn value(line: &LogLine, text: &str, cx: &Cx<'_>) -> String {
    if let Some(word) = cx.say.code(&line.table, &line.column, text) {
        return word.to_owned();
    }
    if matches!(line.column.as_str(), "area" | "areas") {
        let names: Option<Vec<&str>> = text.split(' ').map(|no| area(no, cx)).collect();
        if let Some(names) = names {
            return names.join("、");
        }
    }
    if let ("meeting", "figures") = (&*line.table, &*line.column)
        && let Ok(figures) = serde_json::from_str::<Vec<FigureLine>>(text)
    {
        return frozen(&figures, cx);
    }
    if let Ok(day) = text.parse() {
        return cx.say.day_and_weekday(day);
    }
    match NaiveDateTime::parse_from_str(text, "%Y-%m-%dT%H:%M") {
        Ok(at) => cx.say.moment(at),
        Err(_) => text.to_owned(),
    }
}

/// The figures of a closed meeting: 谈话 128 人次、问题 248 个
fn frozen(figures: &[FigureLine], cx: &Cx<'_>) -> String {
    let say = cx.say;
    let one = |it: &FigureLine| {
        let (name, unit) = (say.figure(it.figure), say.figure_unit(it.figure));
        format!("{name} {} {unit}", it.total)
    };
    let all: Vec<String> = figures.iter().map(one).collect();
    all.join(say.pick("、", ", "))
}

fn area<'a>(no: &str, cx: &Cx<'a>) -> Option<&'a str> {
    let no = no.parse().ok()?;
    cx.book.area(no).map(|area| area.name.as_str())
}
