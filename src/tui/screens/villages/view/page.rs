//! A village's page: its tabs, its findings and its profile.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::super::state::{Page, Tab, together};
use super::list::below_heads;
use super::summary;
use crate::domain::query::Query;
use crate::text::cells;
use crate::tui::screen::Cx;
use crate::tui::widgets::{Fact, facts, finding_line, line, list, note, pane, tabs};

/// The box with the village's name and the tabs; returns what is under them.
pub(super) fn frame(page: &Page, cx: &Cx<'_>, area: Rect, buf: &mut Buffer) -> Rect {
    let sheet = page.sheet(cx);
    let name = sheet.map_or("", |it| it.row.name.as_str());
    let unit = sheet.map_or("", |it| it.row.unit_name.as_str());
    let inside = pane(buf, area, cx.look, name, unit, true);
    let long: Vec<String> = Tab::ALL.iter().map(|tab| title(*tab, page, cx)).collect();
    let takes: usize = long.iter().map(|it| cells::width(it) + 2).sum();
    // Where the figures have no room the words alone still say where one is.
    let titles: Vec<&str> = if takes <= usize::from(inside.width) {
        long.iter().map(String::as_str).collect()
    } else {
        Tab::ALL.iter().map(|tab| word(*tab, cx)).collect()
    };
    let chosen = Tab::ALL.iter().position(|tab| *tab == page.tab);
    tabs(buf, line(inside, 0), cx.look, &titles, chosen.unwrap_or(0));
    below_heads(inside)
}

fn word(tab: Tab, cx: &Cx<'_>) -> &'static str {
    match tab {
        Tab::Checklist => cx.say.village_checklist(),
        Tab::Findings => cx.say.village_findings(),
        Tab::Visits => cx.say.village_visits(),
        Tab::Profile => cx.say.village_profile(),
    }
}

/// `清单 23/46`
fn title(tab: Tab, page: &Page, cx: &Cx<'_>) -> String {
    let sheet = page.sheet(cx);
    let figure = match tab {
        Tab::Checklist => {
            let sum = sheet.map(|it| together(&it.row.areas));
            sum.map(|it| format!("{}/{}", it.checked(), it.asked))
        }
        Tab::Findings => sheet.map(|it| it.row.findings.to_string()),
        Tab::Visits => {
            let all = sheet.map(|it| it.classes.iter().map(|(_, n, _)| n).sum::<u32>());
            all.map(|n| n.to_string())
        }
        Tab::Profile => None,
    };
    let word = word(tab, cx);
    match figure {
        Some(figure) => format!("{word} {figure}"),
        None => word.to_owned(),
    }
}

pub(super) fn findings(page: &Page, cx: &Cx<'_>, area: Rect, buf: &mut Buffer) {
    let known = page.known_findings(cx);
    if known.is_empty() {
        note(buf, area, cx.look, cx.say.village_findings_none());
        return;
    }
    list(
        buf,
        area,
        cx.look,
        page.findings.list,
        known.total(),
        true,
        |buf, strip, index, style| {
            if let Some(finding) = known.row(index) {
                finding_line(buf, strip, cx, finding, style);
            }
        },
    );
}

/// The finding under the cursor.
pub(super) fn finding(page: &Page, cx: &Cx<'_>, area: Rect, buf: &mut Buffer) {
    let Some(row) = page.finding(cx) else {
        pane(buf, area, cx.look, "", "", false);
        return;
    };
    let say = cx.say;
    let inside = pane(buf, area, cx.look, &row.number, say.stage(row.stage), false);
    let areas: Vec<&str> = row
        .areas
        .iter()
        .filter_map(|no| cx.book.area(*no))
        .map(|area| area.short.as_str())
        .collect();
    let sheet = cx.answers.finding(&Query::Finding(row.id));
    let body = sheet
        .and_then(Option::as_ref)
        .map(|it| it.draft.body.as_str());
    let due = row
        .due
        .map(|day| format!("{} · {}", say.day(day), say.until(day, cx.today)));
    let said = [
        Fact::plain(row.title.as_str()).styled(cx.look.title),
        Fact::new(say.column("finding", "area"), areas.join("、")),
        Fact::new(say.column("finding", "track"), say.track(row.track)),
        Fact::new(say.column("finding", "handler"), row.handler_name.as_str()),
        Fact::new(say.column("finding", "due"), due.unwrap_or_default()),
        Fact::plain(body.unwrap_or_default()),
    ];
    facts(buf, inside, cx.look, &said);
}

/// What is known of the village itself, with its figures.
pub(super) fn profile(page: &Page, cx: &Cx<'_>, area: Rect, buf: &mut Buffer) {
    let Some(sheet) = page.sheet(cx) else { return };
    let say = cx.say;
    let draft = &sheet.draft;
    let unit = cx.book.unit(draft.unit);
    let team = unit
        .and_then(|unit| unit.team)
        .and_then(|id| cx.book.teams.iter().find(|team| team.id == id));
    let count = |n: Option<u32>| n.map(|n| n.to_string()).unwrap_or_default();
    let mut said = vec![
        Fact::new(say.column("village", "kind"), say.village_kind(draft.kind)),
        Fact::new(say.table("unit"), unit.map_or("", |it| it.name.as_str())),
        Fact::new(
            say.column("unit", "team"),
            team.map_or("", |it| it.name.as_str()),
        ),
        Fact::new(say.column("village", "households"), count(draft.households)),
        Fact::new(say.column("village", "at_home"), count(draft.at_home)),
    ];
    said.extend(summary::figures(&sheet.row, Some(sheet), cx));
    facts(buf, area, cx.look, &said);
}
