//! Draws what there is to do today, and the selected line whole beside it.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;

use super::regions::regions;
use super::state::{Item, Line, Section, Today};
use crate::domain::answer::{Total, VillageRow};
use crate::domain::query::Query;
use crate::text::cells;
use crate::tui::screen::Cx;
use crate::tui::screens::findings::draw_sheet;
use crate::tui::screens::villages::draw_village;
use crate::tui::widgets::event_line::event_sheet;
use crate::tui::widgets::{self, Cell, Col, bar, columns, event_line, finding_line, row};

pub(super) fn draw(it: &Today, cx: &Cx<'_>, area: Rect, buf: &mut Buffer) {
    let places = regions(area);
    if places.list.is_empty() {
        return;
    }
    let title = title(it, cx);
    let inside = widgets::pane(buf, places.list, cx.look, &title, &standing(it, cx), true);
    let lines = it.lines(cx);
    let len = u32::try_from(lines.len()).unwrap_or(u32::MAX);
    let state = it.item.list();
    widgets::list(
        buf,
        inside,
        cx.look,
        state,
        len,
        true,
        |buf, strip, index, style| {
            let Some(shown) = lines.get(index as usize) else {
                return;
            };
            // Before anything can be selected the cursor stands on a heading: it is not shown there.
            let selected = shown.item().is_some() && shown.item() == it.item.key();
            let style = if selected { style } else { cx.look.text };
            buf.set_style(strip, Style::reset());
            buf.set_style(strip, style);
            let marked = shown.item().is_some_and(|item| it.item.is_marked(item));
            let marks = it.item.has_marks();
            let strip = widgets::mark(buf, strip, cx.look.mark, marks, marked);
            draw_line(buf, strip, cx, shown, style);
        },
    );
    if !places.detail.is_empty() {
        draw_detail(it, cx, places.detail, buf);
    }
}

/// 今日 11-15 周四 · 一组
fn title(it: &Today, cx: &Cx<'_>) -> String {
    let day = cx.say.day_and_weekday(cx.today);
    let title = format!("{} {day}", cx.say.today_title());
    match cx.book.my_team() {
        Some(_) if it.everybody => format!("{title} · {}", cx.say.stand_everybody()),
        Some(team) => format!("{title} · {}", team.code),
        None => title,
    }
}

/// 「z 看全体 · 第15天」: the other scope, and how far the round is.
fn standing(it: &Today, cx: &Cx<'_>) -> String {
    let other = cx.book.my_team().map(|team| {
        let other = if it.everybody {
            &*team.code
        } else {
            cx.say.stand_everybody()
        };
        cx.say.other_scope(other)
    });
    let parts: Vec<String> = other.into_iter().chain(day(cx)).collect();
    parts.join(" · ")
}

/// 第15天, or how far entry or withdrawal is.
fn day(cx: &Cx<'_>) -> Option<String> {
    let round = cx.book.round.as_ref()?;
    let number = (cx.today - round.start).num_days() + 1;
    let over = (cx.today - round.end).num_days();
    Some(match (number, over) {
        (..1, _) => cx.say.before_entry(1 - number),
        (_, 1..) => cx.say.after_withdrawal(over),
        _ => cx.say.day_mark(number),
    })
}

fn draw_line(buf: &mut Buffer, strip: Rect, cx: &Cx<'_>, shown: &Line<'_>, style: Style) {
    let look = cx.look;
    let mut put = |text: &str, style: Style| {
        let text = cells::shorten(text, strip.width.into());
        cells::put(buf, strip.x, strip.y, strip.width, &text, style);
    };
    match shown {
        Line::Head(section, done, total) => {
            let urgent = *section == Section::Overdue && total.n > 0;
            let style = if urgent { look.bad } else { look.title };
            put(&head(cx, *section, *done, *total), style);
        }
        Line::Empty(section) => put(&format!("  {}", empty(cx, *section)), look.dim),
        Line::More(_, None) => put(cx.say.more_events(), style),
        Line::More(_, Some(n)) => put(&cx.say.more_of_section(*n), style),
        Line::Gap => {}
        Line::Event(row) => event_line(buf, strip, cx, row, style, true),
        Line::Finding(_, row) => finding_line(buf, strip, cx, row, style),
        Line::Village(row) => village_line(buf, strip, cx, row, style),
    }
}

fn head(cx: &Cx<'_>, section: Section, done: Option<u32>, total: Total) -> String {
    let say = cx.say;
    let name = match section {
        Section::Events => say.section_events(),
        Section::Villages => say.section_villages(),
        Section::Overdue => say.section_overdue(),
        Section::Due => say.section_due(),
        Section::Fresh => say.section_fresh(),
    };
    let more = if total.more { "+" } else { "" };
    let done = done.filter(|_| total.n > 0);
    let done = done.map_or_else(String::new, |n| format!("{n}/"));
    format!("{name} {done}{}{more}", total.n)
}

fn empty(cx: &Cx<'_>, section: Section) -> &'static str {
    match section {
        Section::Events => cx.say.no_events_today(),
        Section::Villages => cx.say.no_checklists(),
        Section::Overdue => cx.say.none_overdue(),
        Section::Due => cx.say.none_due(),
        Section::Fresh => cx.say.none_fresh(),
    }
}

/// 示例东村 ██░░░ 20/46  组织 5/9 反腐败 3/14
fn village_line(buf: &mut Buffer, strip: Rect, cx: &Cx<'_>, village: &VillageRow, style: Style) {
    let (checked, asked) = village
        .areas
        .iter()
        .fold((0, 0), |(a, b), it| (a + it.checked(), b + it.asked));
    let open = village.areas.iter().filter(|it| it.checked() < it.asked);
    let parts: Vec<String> = open
        .map(|it| {
            let name = cx.book.area(it.area).map_or("", |area| &area.short);
            format!("{name} {}/{}", it.checked(), it.asked)
        })
        .collect();
    let places = columns(
        strip.width,
        1,
        &[
            Col::Fix(1),
            Col::Flex(12.min(strip.width)),
            Col::Fix(12),
            Col::Fix(strip.width.saturating_sub(30).min(52)),
        ],
    );
    row(
        buf,
        strip,
        &places,
        style,
        &[
            Cell::left("▸").styled(cx.look.dim),
            Cell::left(&*village.name),
            Cell::left(bar(checked, asked, 5)),
            Cell::left(parts.join(" ")).styled(cx.look.dim),
        ],
    );
}

fn draw_detail(it: &Today, cx: &Cx<'_>, area: Rect, buf: &mut Buffer) {
    let Some(item) = it.item.key() else {
        widgets::pane(buf, area, cx.look, "", "", false);
        return;
    };
    let title = match item {
        Item::Finding(..) => it.finding(item, cx).map(|row| row.number.clone()),
        Item::Village(_) => it.village(item, cx).map(|row| row.name.clone()),
        Item::Event(_) => it
            .event(item, cx)
            .map(|row| cx.say.event_kind(row.draft.kind).to_owned()),
        Item::More(_) => None,
    };
    let inside = widgets::pane(buf, area, cx.look, &title.unwrap_or_default(), "", false);
    if let Some(row) = it.event(item, cx) {
        event_sheet(buf, inside, cx, row);
    } else if let Some(row) = it.village(item, cx) {
        let sheet = cx.answers.village(&Query::Village(row.id));
        draw_village(row, sheet.and_then(Option::as_deref), cx, inside, buf);
    } else if let Item::Finding(_, id) = item {
        let sheet = cx.answers.finding(&Query::Finding(id));
        if let Some(sheet) = sheet.and_then(Option::as_deref) {
            draw_sheet(sheet, cx, inside, buf);
        }
    }
}
