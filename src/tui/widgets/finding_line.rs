//! A finding as one line of a list.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;

use super::{Cell, Col, columns, row};
use crate::domain::answer::FindingRow;
use crate::domain::calendar::{self, Urgency};
use crate::text::Lang;
use crate::tui::look::Look;
use crate::tui::screen::Cx;

/// Draws a finding into a strip: how near its deadline is, number, title, stage, village, handler.
pub(crate) fn finding_line(
    buf: &mut Buffer,
    strip: Rect,
    cx: &Cx<'_>,
    finding: &FindingRow,
    style: Style,
) {
    let (say, look) = (cx.say, cx.look);
    let (due_wide, stage_wide) = match say {
        Lang::Zh => (9, 8),
        Lang::En => (11, 10),
    };
    let places = columns(
        strip.width,
        1,
        &[
            Col::Fix(1),
            Col::Fix(10),
            Col::Flex(24.min(strip.width.saturating_sub(2))),
            Col::Fix(due_wide),
            Col::Fix(stage_wide),
            Col::Fix(12),
            Col::Fix(8),
        ],
    );
    let title = if finding.restricted {
        format!("{}{}", say.f_restricted_sign(), finding.title)
    } else {
        finding.title.clone()
    };
    let urgency = urgency(finding, cx);
    let colour = urgency_style(look, urgency);
    row(
        buf,
        strip,
        &places,
        style,
        &[
            Cell::left(say.urgency_sign(urgency)).styled(colour),
            Cell::left(short_number(&finding.number, cx)).styled(look.dim),
            Cell::left(title),
            Cell::left(due(finding, cx)).styled(colour),
            Cell::left(say.stage(finding.stage)),
            Cell::left(place(finding)).styled(look.dim),
            Cell::left(&*finding.handler_name).styled(look.dim),
        ],
    );
}

/// A number without what all final numbers of the round begin with: `圃田-009` for `2018-01-圃田-009`.
pub(crate) fn short_number<'a>(number: &'a str, cx: &Cx<'_>) -> &'a str {
    let code = cx
        .book
        .round
        .as_ref()
        .map_or("", |round| round.code.as_str());
    let rest = number
        .strip_prefix(code)
        .and_then(|it| it.strip_prefix('-'));
    rest.filter(|_| !code.is_empty()).unwrap_or(number)
}

/// Its deadline in words: `逾期 6 天`, 今天, `11-20`; nothing without one.
pub(crate) fn due(finding: &FindingRow, cx: &Cx<'_>) -> String {
    let Some(due) = finding.due else {
        return String::new();
    };
    match urgency(finding, cx) {
        Urgency::Overdue(_) | Urgency::Today => cx.say.until(due, cx.today),
        _ => cx.say.day(due),
    }
}

/// Where it is: the village, else the organisation.
pub(crate) fn place(finding: &FindingRow) -> &str {
    if finding.village_name.is_empty() {
        &finding.unit_name
    } else {
        &finding.village_name
    }
}

/// How its deadline stands; a finding that is settled has none that counts. The two limits are settings of the round.
pub(crate) fn urgency(finding: &FindingRow, cx: &Cx<'_>) -> Urgency {
    let days = |key, else_| {
        let set = cx.book.setting(key).and_then(|it| it.parse().ok());
        set.unwrap_or(else_)
    };
    let due = finding.due.filter(|_| finding.stage.is_live());
    calendar::urgency(
        due,
        cx.today,
        days("due.yellow_days", 10),
        days("due.green_days", 20),
    )
}

/// The colour of a deadline.
pub(crate) fn urgency_style(look: &Look, urgency: Urgency) -> Style {
    match urgency {
        Urgency::Overdue(_) => look.bad,
        Urgency::Today | Urgency::Soon => look.warn,
        Urgency::Calm => look.good,
        Urgency::Ahead | Urgency::None => look.text,
    }
}
