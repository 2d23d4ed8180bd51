//! The table: a line per finding, headings where they are grouped.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;

use super::super::lane::{Rows, same_group};
use super::super::place::Place;
use super::super::state::{Findings, Focus};
use super::{empty, light_up, short_number, total};
use crate::domain::answer::{FindingRow, Total};
use crate::domain::calendar::Urgency;
use crate::domain::codes::Stage;
use crate::domain::query::Group;
use crate::text::{Lang, cells};
use crate::tui::screen::Cx;
use crate::tui::widgets::finding_line::{due, place, urgency, urgency_style};
use crate::tui::widgets::{Cell, Col, columns, line, pane, row, row_style};

pub(super) fn draw(screen: &Findings, cx: &Cx<'_>, spot: &Place, buf: &mut Buffer) {
    let rows = screen.rows(cx);
    let focused = screen.focus == Focus::List;
    let right = position(screen, &rows);
    pane(buf, spot.list, cx.look, &title(screen, cx), &right, focused);
    let (heads, body) = spot.table();
    if rows.total().is_some_and(|total| total.n == 0) {
        empty::draw(screen, cx, body, buf);
        return;
    }
    let plan = Plan::new(screen, cx, &rows, body.width);
    plan.heads(cx, heads, buf);

    let mut at = screen.lane().top;
    let mut above: Option<&FindingRow> = None;
    let mut dy = 0;
    while dy < body.height {
        let Some(finding) = rows.get(at) else { break };
        if let Some(group) = screen.group
            && above.is_none_or(|above| !same_group(group, above, finding))
        {
            heading(screen, cx, finding, group, line(body, dy), buf);
            dy += 1;
        }
        let strip = line(body, dy);
        let style = row_style(cx.look, at == screen.lane().at, focused);
        buf.set_style(strip, style);
        plan.finding(screen, cx, finding, strip, style, buf);
        above = Some(finding);
        at += 1;
        dy += 1;
    }
}

/// 问题 · 按期限 · 分村点
fn title(screen: &Findings, cx: &Cx<'_>) -> String {
    let say = cx.say;
    let order = say.by_order(say.order(screen.order()));
    let mut title = format!("{} · {order}", say.findings_title());
    if let Some(group) = screen.group {
        title.push_str(" · ");
        title.push_str(&say.by_group(say.group(group)));
    }
    title
}

/// `3/41`: where the cursor stands.
fn position(screen: &Findings, rows: &Rows<'_>) -> String {
    match rows.total() {
        Some(all) if all.n > 0 => format!("{}/{}", screen.lane().at + 1, total(all)),
        _ => String::new(),
    }
}

/// `── 核实 32 ──────`
fn heading(
    screen: &Findings,
    cx: &Cx<'_>,
    finding: &FindingRow,
    group: Group,
    strip: Rect,
    buf: &mut Buffer,
) {
    let (say, look) = (cx.say, cx.look);
    let mut name = match group {
        Group::Stage => say.stage(finding.stage).to_owned(),
        Group::Village => or(&finding.village_name, say.g_no_village()),
        Group::Area => {
            let area = finding.areas.first().and_then(|no| cx.book.area(*no));
            or(area.map_or("", |area| area.name.as_str()), say.g_no_area())
        }
        Group::Track => say.track(finding.track).to_owned(),
        Group::Handler => or(&finding.handler_name, say.g_no_handler()),
    };
    if group == Group::Stage
        && let Some(count) = count(screen, cx, finding.stage)
    {
        name.push(' ');
        name.push_str(&total(count));
    }
    let rule = "─".repeat(strip.width.into());
    cells::put(buf, strip.x, strip.y, strip.width, &rule, look.line);
    let name = format!(" {name} ");
    let room = strip.width.saturating_sub(2);
    let name = cells::shorten(&name, room.into());
    cells::put(
        buf,
        strip.x.saturating_add(2),
        strip.y,
        room,
        &name,
        look.title,
    );
}

/// How many stand in a stage, as far as it is known.
pub(super) fn count(screen: &Findings, cx: &Cx<'_>, stage: Stage) -> Option<Total> {
    // The counts by stage leave aside what a stage itself says.
    if screen
        .filter
        .live
        .is_some_and(|live| live != stage.is_live())
    {
        return Some(Total::default());
    }
    let stages = cx.answers.stages(&screen.stages_query(cx))?;
    stages.iter().find(|(it, _)| *it == stage).map(|(_, n)| *n)
}

fn or(text: &str, else_: &str) -> String {
    if text.is_empty() { else_ } else { text }.to_owned()
}

/// A column of the table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Column {
    Sign,
    Number,
    Title,
    Village,
    Areas,
    Stage,
    Track,
    Handler,
    Due,
}

/// The columns for which there is room, and where they lie.
struct Plan {
    columns: Vec<Column>,
    places: Vec<(u16, u16)>,
    /// Room for the date beside the days left.
    dates: bool,
}

impl Plan {
    /// The title keeps so many cells before another column is shown.
    const TITLE: u16 = 24;
    /// As they stand, left to right.
    const ORDER: [Column; 9] = [
        Column::Sign,
        Column::Number,
        Column::Title,
        Column::Village,
        Column::Areas,
        Column::Stage,
        Column::Track,
        Column::Handler,
        Column::Due,
    ];
    /// The ones that are given room first.
    const FIRST: [Column; 7] = [
        Column::Due,
        Column::Number,
        Column::Stage,
        Column::Village,
        Column::Handler,
        Column::Areas,
        Column::Track,
    ];

    fn new(screen: &Findings, cx: &Cx<'_>, rows: &Rows<'_>, width: u16) -> Self {
        let dates = width >= 116;
        let wide = |column| wide(column, cx, rows, dates);
        let mut room = width.saturating_sub(wide(Column::Sign) + 1);
        let mut shown = vec![Column::Sign, Column::Title];
        for column in Self::FIRST {
            let cost = wide(column) + 1;
            if !heads_say(screen.group, column) && room >= cost + Self::TITLE.min(width / 2) {
                room -= cost;
                shown.push(column);
            }
        }
        let columns_: Vec<Column> = Self::ORDER
            .into_iter()
            .filter(|column| shown.contains(column))
            .collect();
        let wishes: Vec<Col> = columns_
            .iter()
            .map(|column| match column {
                Column::Title => Col::Flex(1),
                column => Col::Fix(wide(*column)),
            })
            .collect();
        Self {
            places: columns(width, 1, &wishes),
            columns: columns_,
            dates,
        }
    }

    fn heads(&self, cx: &Cx<'_>, strip: Rect, buf: &mut Buffer) {
        let say = cx.say;
        let head = |column: &Column| {
            Cell::left(match column {
                Column::Sign => "",
                Column::Number => say.f_number(),
                Column::Title => say.f_title(),
                Column::Village => say.f_place(),
                Column::Areas => say.f_areas(),
                Column::Stage => say.f_stage(),
                Column::Track => say.f_track(),
                Column::Handler => say.f_handler(),
                Column::Due => say.f_due(),
            })
        };
        let heads: Vec<Cell<'_>> = self.columns.iter().map(head).collect();
        row(buf, strip, &self.places, cx.look.dim, &heads);
    }

    fn finding(
        &self,
        screen: &Findings,
        cx: &Cx<'_>,
        finding: &FindingRow,
        strip: Rect,
        style: Style,
        buf: &mut Buffer,
    ) {
        let (say, look) = (cx.say, cx.look);
        let urgency = urgency(finding, cx);
        let colour = urgency_style(look, urgency);
        let cell = |column: &Column| match column {
            Column::Sign => Cell::left(signs(screen, cx, finding, urgency)).styled(
                if screen.is_marked(finding.id) {
                    look.mark
                } else {
                    colour
                },
            ),
            Column::Number => Cell::left(short_number(&finding.number, cx)).styled(look.dim),
            Column::Title => Cell::left(marked_title(finding, say)),
            Column::Village => Cell::left(place(finding)),
            Column::Areas => Cell::left(areas(finding, cx)).styled(look.dim),
            Column::Stage => Cell::left(stage(finding.stage, say)),
            Column::Track => Cell::left(say.track(finding.track)).styled(look.dim),
            Column::Handler => Cell::left(&*finding.handler_name),
            Column::Due if self.dates => Cell::left(full_due(finding, cx)).styled(colour),
            Column::Due => Cell::left(due(finding, cx)).styled(colour),
        };
        let cells: Vec<Cell<'_>> = self.columns.iter().map(cell).collect();
        row(buf, strip, &self.places, style, &cells);
        self.hits(screen, cx, finding, strip, style, buf);
    }

    /// The words of the filter stand out in the title.
    fn hits(
        &self,
        screen: &Findings,
        cx: &Cx<'_>,
        finding: &FindingRow,
        strip: Rect,
        style: Style,
        buf: &mut Buffer,
    ) {
        let mut places = self.columns.iter().zip(&self.places);
        let Some((_, (x, width))) = places.find(|(column, _)| **column == Column::Title) else {
            return;
        };
        let title = cells::shorten(&marked_title(finding, cx.say), (*width).into());
        let spot = (strip.x + x, strip.y, strip.right());
        light_up(&screen.filter.text, cx, (&title, style), spot, buf);
    }
}

/// Cells of a column.
fn wide(column: Column, cx: &Cx<'_>, rows: &Rows<'_>, dates: bool) -> u16 {
    let zh = cx.say == Lang::Zh;
    match column {
        Column::Sign => 3,
        Column::Number => {
            let longest = rows
                .all()
                .map(|row| cells::width(short_number(&row.number, cx)))
                .max();
            cells::to_u16(longest.unwrap_or(0).clamp(8, 16))
        }
        Column::Title => 0,
        Column::Village => {
            let longest = rows.all().map(|row| cells::width(place(row))).max();
            cells::to_u16(longest.unwrap_or(0).clamp(6, 10))
        }
        Column::Track => {
            if zh {
                8
            } else {
                9
            }
        }
        Column::Areas => 9,
        Column::Stage => {
            if zh {
                10
            } else {
                12
            }
        }
        Column::Handler => {
            if zh {
                6
            } else {
                8
            }
        }
        Column::Due if dates => {
            if zh {
                16
            } else {
                17
            }
        }
        Column::Due => {
            if zh {
                10
            } else {
                11
            }
        }
    }
}

/// Whether the headings of the groups say what the column would.
fn heads_say(group: Option<Group>, column: Column) -> bool {
    matches!(
        (group, column),
        (Some(Group::Stage), Column::Stage)
            | (Some(Group::Village), Column::Village)
            | (Some(Group::Track), Column::Track)
            | (Some(Group::Handler), Column::Handler)
    )
}

/// Marked, how urgent, how heavy: a cell each.
fn signs(screen: &Findings, cx: &Cx<'_>, finding: &FindingRow, urgency: Urgency) -> String {
    let mark = if screen.is_marked(finding.id) {
        "*"
    } else {
        " "
    };
    let (due, heavy) = (
        cx.say.urgency_sign(urgency),
        cx.say.triage_sign(finding.triage),
    );
    format!("{mark}{due}{heavy}")
}

/// The title; a clue says so.
pub(super) fn marked_title(finding: &FindingRow, say: Lang) -> String {
    let sign = if finding.restricted {
        say.f_restricted_sign()
    } else {
        ""
    };
    format!("{sign}{}", finding.title)
}

fn stage(stage: Stage, say: Lang) -> String {
    format!("{} {}", say.stage_sign(stage), say.stage(stage))
}

/// Short names of its areas, the main one first.
fn areas(finding: &FindingRow, cx: &Cx<'_>) -> String {
    let names = finding.areas.iter().filter_map(|no| cx.book.area(*no));
    let names: Vec<&str> = names.map(|area| area.short.as_str()).collect();
    names.join(" ")
}

/// `11-12 逾期 3 天`
fn full_due(finding: &FindingRow, cx: &Cx<'_>) -> String {
    let Some(day) = finding.due else {
        return String::new();
    };
    let date = cx.say.day(day);
    match urgency(finding, cx) {
        Urgency::None => date,
        _ => format!("{date} {}", cx.say.until(day, cx.today)),
    }
}
