//! What is known of a finding, fact by fact, in words.

use super::sheet::Tone;
use crate::domain::answer::FindingSheet;
use crate::domain::calendar::Urgency;
use crate::domain::codes::Triage;
use crate::domain::fault::Need;
use crate::domain::rules;
use crate::tui::screen::Cx;
use crate::tui::screens::finding_keys::standing;
use crate::tui::widgets::finding_line::urgency;

/// A fact: its label, its value, how it is meant.
pub(super) type Fact = (&'static str, String, Tone);

/// Facts with those left out that say nothing.
fn said<const N: usize>(facts: [Fact; N]) -> Vec<Fact> {
    let facts = facts.into_iter();
    facts.filter(|(_, value, _)| !value.is_empty()).collect()
}

/// What decides what is to be done next.
pub(super) fn first_facts(sheet: &FindingSheet, cx: &Cx<'_>) -> Vec<Fact> {
    let (say, row) = (cx.say, &sheet.row);
    let withdrawn = if sheet.withdrawn {
        say.f_withdrawn()
    } else {
        ""
    };
    let (next, next_tone) = next(sheet, cx);
    let (due, due_tone) = due(sheet, cx);
    let place = joined([row.village_name.as_str(), row.unit_name.as_str()]);
    let restricted = if row.restricted {
        say.f_restricted()
    } else {
        ""
    };
    let track = joined([say.track(row.track), restricted]);
    let merged = sheet.merged_into.as_ref().map(|(_, number)| number.clone());
    said([
        (say.f_stage(), withdrawn.to_owned(), Tone::Bad),
        (say.f_stage(), stage(sheet, cx), Tone::Plain),
        (say.f_merged(), merged.unwrap_or_default(), Tone::Warn),
        (say.f_next(), next, next_tone),
        (say.f_due(), due, due_tone),
        (say.f_handler(), handlers(sheet, cx), Tone::Plain),
        (say.f_place(), or(&place, say.f_no_place()), Tone::Plain),
        (
            say.f_areas(),
            or(&areas(sheet, cx), say.f_no_areas()),
            Tone::Plain,
        ),
        (say.f_track(), track, Tone::Plain),
    ])
}

/// What else is known.
pub(super) fn more_facts(sheet: &FindingSheet, cx: &Cx<'_>) -> Vec<Fact> {
    let (say, draft) = (cx.say, &sheet.draft);
    let discipline = draft.discipline.map_or("", |it| say.discipline(it));
    let kind = joined([
        say.risk(draft.risk),
        discipline,
        say.spread(draft.spread),
        say.level(draft.level),
    ]);
    let triage = match draft.triage {
        Triage::Normal => String::new(),
        triage => format!("{} {}", say.triage_sign(triage), say.triage(triage)),
    };
    let amount = draft.amount.map(|it| say.f_yuan(&thousands(it)));
    let absorbed: Vec<&str> = sheet.absorbed.iter().map(|(_, no)| no.as_str()).collect();
    let absorbed = absorbed.join(say.pick("、", ", "));
    let pre_no = sheet.final_no.as_ref().map(|_| sheet.pre_no.clone());
    let noted = format!("{} {}", say.day(sheet.row.noted_on), sheet.noted_by);
    said([
        (say.f_kind(), kind, Tone::Plain),
        (say.f_triage(), triage, Tone::Plain),
        (say.f_amount(), amount.unwrap_or_default(), Tone::Plain),
        (say.f_people(), draft.people.clone(), Tone::Plain),
        (say.f_point(), point(sheet, cx), Tone::Dim),
        (say.f_absorbed(), absorbed, Tone::Plain),
        (say.f_pre_no(), pre_no.unwrap_or_default(), Tone::Dim),
        (say.f_noted(), noted, Tone::Dim),
    ])
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
    // Between dots a dot is no sign.
    let sign = say.urgency_sign(urgency).replace('·', "");
    let sign = sign.trim();
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
