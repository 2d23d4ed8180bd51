//! How the daily meeting is drawn.

mod day;
mod members;
mod minutes;

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;

use super::state::{Part, Standup};
use super::{Focus, regions};
use crate::domain::answer::MemberDay;
use crate::text::{Lang, cells};
use crate::tui::look::Look;
use crate::tui::screen::Cx;

pub(super) fn draw(screen: &Standup, cx: &Cx<'_>, area: Rect, buf: &mut Buffer) {
    if screen.sheet(cx).is_none() {
        return;
    }
    let at = regions(area, screen.members(cx).len(), screen.focus);
    head(screen, cx, at.head, buf);
    if at.strip {
        members::strip(screen, cx, at.members, buf);
    } else {
        members::table(screen, cx, at.members, buf);
    }
    day::draw(screen, cx, at.day, buf);
    day::detail(screen, cx, at.detail, buf);
    minutes::draw(screen, cx, at.minutes, buf);
}

/// The day, whose meeting it is, how it stands, and the team's figures; what has no room is left out.
fn head(screen: &Standup, cx: &Cx<'_>, area: Rect, buf: &mut Buffer) {
    let (say, look) = (cx.say, cx.look);
    let day = screen.day(cx);
    let (when, when_style) = if day == cx.today {
        (say.day_today().to_owned(), look.key)
    } else {
        let start = cx.book.round.as_ref().map_or(day, |it| it.start);
        (say.day_number((day - start).num_days() + 1), look.dim)
    };
    let members = screen.members(cx);
    let (standing, standing_style) = match screen.meeting(cx) {
        None => (say.stand_no_record(), look.dim),
        Some(it) if it.frozen.is_some() => (say.stand_is_closed(), look.good),
        Some(_) => (say.stand_is_open(), look.warn),
    };
    let mut parts = vec![
        (say.day_and_weekday(day), look.title),
        (when, when_style),
        (
            Standup::team_name(screen.team(cx), cx).to_owned(),
            look.title,
        ),
        (standing.to_owned(), standing_style),
    ];
    // What makes trouble comes first: on a narrow screen the rest is cut.
    for part in Part::ALL.iter().rev() {
        let n = part.together(members);
        let text = format!("{}{} {n}", sign(*part, n), name(*part, say));
        parts.push((text, tone(*part, n, look)));
    }
    parts.push((say.stand_people(members.len()), look.dim));
    let mut x = area.x;
    for (text, style) in parts {
        let wide = cells::to_u16(cells::width(&text));
        if area.is_empty() || x + wide > area.right() {
            break;
        }
        x += cells::put(buf, x, area.y, wide, &text, style) + 2;
    }
}

fn name(part: Part, say: Lang) -> &'static str {
    match part {
        Part::Done => say.stand_done(),
        Part::Next => say.stand_next(),
        Part::Blocked => say.stand_blocked(),
        Part::Fresh => say.stand_fresh(),
        Part::Overdue => say.stand_overdue(),
    }
}

/// What makes trouble has a sign, as long as there is any.
fn sign(part: Part, n: usize) -> &'static str {
    match part {
        Part::Blocked if n > 0 => "■",
        Part::Overdue if n > 0 => "!",
        _ => "",
    }
}

fn tone(part: Part, n: usize, look: &Look) -> Style {
    match part {
        _ if n == 0 => look.dim,
        Part::Done => look.good,
        Part::Blocked => look.warn,
        Part::Overdue => look.bad,
        Part::Next | Part::Fresh => look.text,
    }
}

/// Whether the minutes say that somebody was not there.
fn is_absent(member: &MemberDay, screen: &Standup, cx: &Cx<'_>) -> bool {
    let meeting = screen.meeting(cx);
    meeting.is_some_and(|it| it.absent.contains(&member.person))
}

fn has_focus(screen: &Standup, focus: Focus) -> bool {
    screen.focus == focus
}
