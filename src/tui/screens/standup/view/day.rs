//! A member's day: five parts under each other, and the selected line whole.

use chrono::NaiveDate;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;

use super::super::Focus;
use super::super::state::{Line, Part, Standup, finding, lines};
use super::{has_focus, is_absent, name, sign, tone};
use crate::domain::answer::{EventRow, FindingRow, StandLine};
use crate::domain::query::Query;
use crate::text::{Lang, cells};
use crate::tui::screen::Cx;
use crate::tui::widgets::event_line::{event_sheet, event_title, outcome, sign_style};
use crate::tui::widgets::finding_line::{place, short_number};
use crate::tui::widgets::{Cell, Col, Fact, columns, facts, list, note, pane, row};

pub(super) fn draw(screen: &Standup, cx: &Cx<'_>, area: Rect, buf: &mut Buffer) {
    if area.is_empty() {
        return;
    }
    let focused = has_focus(screen, Focus::Day);
    let Some(member) = screen.current(cx) else {
        let inside = pane(buf, area, cx.look, "", "", focused);
        let say = cx.say;
        let why = if cx.book.people.is_empty() {
            say.stand_nobody_yet()
        } else {
            say.stand_nothing()
        };
        return note(buf, inside, cx.look, why);
    };
    let absent = if is_absent(member, screen, cx) {
        cx.say.stand_missing()
    } else {
        ""
    };
    let parts = [
        &*member.name,
        cx.say.role(member.role),
        &member.team_code,
        absent,
    ];
    let parts: Vec<&str> = parts.into_iter().filter(|it| !it.is_empty()).collect();
    let of = screen.members(cx).len();
    let turn = format!("← {}/{of} →", screen.turn(cx) + 1);
    let inside = pane(buf, area, cx.look, &parts.join(" · "), &turn, focused);
    let all = lines(member);
    list(
        buf,
        inside,
        cx.look,
        screen.lines.list(),
        u32::try_from(all.len()).unwrap_or(u32::MAX),
        focused && screen.lines.key().is_some(),
        |buf, strip, index, style| {
            let at = usize::try_from(index).unwrap_or(usize::MAX);
            match all.get(at) {
                Some(Line::Head(part, n)) => head(*part, *n, screen, cx, strip, buf),
                Some(Line::Of(part, _, line)) => {
                    let said = Said::of(*part, line, screen.day(cx), cx);
                    said.draw(cx, strip, style, buf);
                }
                None => {}
            }
        },
    );
}

/// `■ 卡点 2 ─────`; what comes next also says when.
fn head(part: Part, n: usize, screen: &Standup, cx: &Cx<'_>, strip: Rect, buf: &mut Buffer) {
    let when = match part {
        Part::Next => format!(" {}", cx.say.day_and_weekday(screen.next(cx))),
        _ => String::new(),
    };
    let text = format!("{}{}{when} {n} ", sign(part, n), name(part, cx.say));
    let style = match part {
        Part::Next | Part::Fresh if n > 0 => cx.look.title,
        _ => tone(part, n, cx.look),
    };
    let used = cells::put(buf, strip.x, strip.y, strip.width, &text, style);
    let rest = strip.width - used;
    let rule = "─".repeat(rest.into());
    cells::put(buf, strip.x + used, strip.y, rest, &rule, cx.look.line);
}

/// A line in the columns that all kinds of lines share.
struct Said<'a> {
    sign: (&'a str, Style),
    /// A number, a half day, a kind.
    lead: String,
    text: String,
    /// A deadline, a step, an outcome.
    fact: (String, Style),
    place: &'a str,
}

impl<'a> Said<'a> {
    fn of(part: Part, line: &'a StandLine, day: NaiveDate, cx: &Cx<'_>) -> Self {
        match line {
            StandLine::Finding(row) => of_finding(part, row, day, cx),
            StandLine::Step { row, from, to } => {
                let from = from.map_or("", |it| cx.say.stage(it));
                let step = format!("{from}→{}", cx.say.stage(*to));
                Self {
                    sign: (cx.say.stage_sign(*to), cx.look.good),
                    fact: (step, cx.look.text),
                    ..of_finding(part, row, day, cx)
                }
            }
            StandLine::Event(event) => of_event(part, event, day, cx),
            StandLine::Answers {
                village_name, n, ..
            } => work(
                cx.say.stand_answers(),
                cx.say.stand_points(village_name, *n),
                cx,
            ),
            StandLine::Visits {
                village_name, n, ..
            } => work(
                cx.say.stand_visits(),
                cx.say.stand_homes(village_name, *n),
                cx,
            ),
        }
    }

    fn draw(&self, cx: &Cx<'_>, strip: Rect, style: Style, buf: &mut Buffer) {
        let gap = u16::from(strip.width >= 30);
        let fact = match (cx.say, strip.width < 60) {
            (Lang::Zh, true) => 9,
            (Lang::En, true) => 12,
            (Lang::Zh, false) => 14,
            (Lang::En, false) => 21,
        };
        let lead = if strip.width < 46 { 0 } else { 10 };
        let place = if strip.width >= 96 { 12 } else { 0 };
        let places = columns(
            strip.width,
            gap,
            &[
                Col::Fix(1),
                Col::Fix(lead),
                Col::Flex(14.min(strip.width.saturating_sub(2))),
                Col::Fix(fact),
                Col::Fix(place),
            ],
        );
        let said = [
            Cell::left(self.sign.0).styled(self.sign.1),
            Cell::left(&*self.lead).styled(cx.look.dim),
            Cell::left(&*self.text),
            Cell::left(&*self.fact.0).styled(self.fact.1),
            Cell::left(self.place).styled(cx.look.dim),
        ];
        row(buf, strip, &places, style, &said);
    }
}

fn of_finding<'a>(part: Part, row: &'a FindingRow, day: NaiveDate, cx: &Cx<'_>) -> Said<'a> {
    let (say, look) = (cx.say, cx.look);
    let due = row.due.map(|due| match part {
        Part::Overdue => say.until(due, day),
        Part::Next if due <= day => say.until(due, day),
        _ => say.day(due),
    });
    let fact = match (part, due) {
        (Part::Overdue, Some(due)) => (due, look.bad),
        (Part::Next, Some(due)) => (due, look.warn),
        (Part::Blocked, _) => (say.stage(row.stage).to_owned(), look.warn),
        _ => (say.stage(row.stage).to_owned(), look.dim),
    };
    let sign = match part {
        Part::Overdue => (super::sign(part, 1), look.bad),
        Part::Blocked => (super::sign(part, 1), look.warn),
        _ => (say.stage_sign(row.stage), look.text),
    };
    Said {
        sign,
        lead: short_number(&row.number, cx).to_owned(),
        text: if row.restricted {
            format!("{}{}", say.f_restricted_sign(), row.title)
        } else {
            row.title.clone()
        },
        fact,
        place: place(row),
    }
}

/// The half of the day says enough, except for what lies on another one than its heading says.
fn of_event<'a>(part: Part, event: &'a EventRow, day: NaiveDate, cx: &Cx<'_>) -> Said<'a> {
    let (say, look) = (cx.say, cx.look);
    let half = say.half(event.draft.half);
    let lead = if part == Part::Next || event.draft.day == day {
        half.to_owned()
    } else {
        format!("{} {half}", say.day(event.draft.day))
    };
    let sign = match part {
        Part::Blocked => (super::sign(part, 1), look.warn),
        _ => (say.event_sign(event.status), sign_style(look, event.status)),
    };
    let outcome = outcome(say, event);
    let fact = if outcome.is_empty() {
        say.event_kind(event.draft.kind).to_owned()
    } else {
        outcome
    };
    Said {
        sign,
        lead,
        text: event_title(event),
        fact: (fact, look.dim),
        place: "",
    }
}

fn work<'a>(kind: &str, text: String, cx: &Cx<'_>) -> Said<'a> {
    Said {
        sign: ("✓", cx.look.good),
        lead: kind.to_owned(),
        text,
        fact: (String::new(), Style::new()),
        place: "",
    }
}

/// The line under the cursor, whole.
pub(super) fn detail(screen: &Standup, cx: &Cx<'_>, area: Rect, buf: &mut Buffer) {
    if area.is_empty() {
        return;
    }
    match screen.on(cx) {
        Some(StandLine::Event(event)) => {
            let title = cx.say.event_kind(event.draft.kind);
            let inside = pane(buf, area, cx.look, title, "", false);
            event_sheet(buf, inside, cx, event);
        }
        Some(line) => match finding(line) {
            Some(row) => whole(row, cx, area, buf),
            None => drop(pane(buf, area, cx.look, "", "", false)),
        },
        None => drop(pane(buf, area, cx.look, "", "", false)),
    }
}

fn whole(row: &FindingRow, cx: &Cx<'_>, area: Rect, buf: &mut Buffer) {
    let say = cx.say;
    let inside = pane(buf, area, cx.look, &row.number, say.stage(row.stage), false);
    let due = row
        .due
        .map(|due| format!("{} {}", say.day(due), say.until(due, cx.today)));
    let standing = [
        place(row),
        say.track(row.track),
        &row.handler_name,
        due.as_deref().unwrap_or_default(),
    ];
    let standing: Vec<&str> = standing.into_iter().filter(|it| !it.is_empty()).collect();
    let sheet = cx.answers.finding(&Query::Finding(row.id));
    let body = sheet.and_then(Option::as_ref).map(|it| &*it.draft.body);
    let said = [
        Fact::plain(row.title.as_str()).styled(cx.look.title),
        Fact::plain(standing.join(" · ")),
        Fact::plain(body.unwrap_or_default()).styled(cx.look.dim),
    ];
    facts(buf, inside, cx.look, &said);
}
