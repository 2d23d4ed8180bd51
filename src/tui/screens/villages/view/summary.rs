//! The village under the cursor in short, beside the list.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::super::state::{Villages, sheet, together};
use super::list::share;
use crate::domain::answer::{AreaProgress, VillageRow, VillageSheet};
use crate::text::cells;
use crate::tui::screen::Cx;
use crate::tui::widgets::bar::filled;
use crate::tui::widgets::{Fact, facts, line, pane};

pub(super) fn draw(screen: &Villages, cx: &Cx<'_>, area: Rect, buf: &mut Buffer) {
    let Some(village) = screen.on(cx) else {
        pane(buf, area, cx.look, "", "", false);
        return;
    };
    let inside = pane(buf, area, cx.look, &village.name, &village.unit_name, false);
    whole(village, sheet(village.id, cx), cx, inside, buf);
}

/// Draws how far a village is from the top of an area; other screens show it so too.
pub(crate) fn whole(
    village: &VillageRow,
    sheet: Option<&VillageSheet>,
    cx: &Cx<'_>,
    area: Rect,
    buf: &mut Buffer,
) {
    let mut down = progress(village, cx, area, buf);
    down += 1;
    let rest = Rect {
        y: area.y.saturating_add(down).min(area.bottom()),
        height: area.height.saturating_sub(down),
        ..area
    };
    facts(buf, rest, cx.look, &figures(village, sheet, cx));
}

/// A bar for the whole checklist and one for each area; returns the rows they took.
fn progress(village: &VillageRow, cx: &Cx<'_>, area: Rect, buf: &mut Buffer) -> u16 {
    let mut rows = vec![(cx.say.village_checklist(), together(&village.areas))];
    for own in &village.areas {
        let short = cx.book.area(own.area).map_or("", |it| it.short.as_str());
        rows.push((short, *own));
    }
    let widest = rows.iter().map(|(name, _)| cells::width(name)).max();
    let name_wide = cells::to_u16(widest.unwrap_or(0));
    for ((name, own), down) in rows.iter().zip(0..) {
        let strip = line(area, down);
        let style = if down == 0 {
            cx.look.title
        } else {
            cx.look.text
        };
        cells::put(buf, strip.x, strip.y, strip.width, name, style);
        let right = Rect {
            x: strip.x.saturating_add(name_wide + 1),
            width: strip.width.saturating_sub(name_wide + 1),
            ..strip
        };
        meter(own, cx, right, buf);
    }
    cells::to_u16(rows.len()).min(area.height)
}

/// `████░░ 5/9 ✗1 ?2`: the signs say what was found and what is to be verified.
pub(super) fn meter(own: &AreaProgress, cx: &Cx<'_>, strip: Rect, buf: &mut Buffer) {
    let tail = tally(own);
    // Room for `13/14 ✗12 ?3` beside the bar.
    let room = strip.width.saturating_sub(14).min(16);
    let full = filled(own.checked(), own.asked, room);
    let mut x = strip.x;
    for (sign, count, style) in [("█", full, cx.look.good), ("░", room - full, cx.look.dim)] {
        let text = sign.repeat(count.into());
        x += cells::put(
            buf,
            x,
            strip.y,
            strip.right().saturating_sub(x),
            &text,
            style,
        );
    }
    x += u16::from(room > 0);
    let rest = strip.right().saturating_sub(x);
    cells::put(buf, x, strip.y, rest, &tail, cx.look.text);
}

/// `5/9 ✗1 ?2`
pub(super) fn tally(own: &AreaProgress) -> String {
    let sign = |sign: &str, n| {
        if n > 0 {
            format!(" {sign}{n}")
        } else {
            String::new()
        }
    };
    format!(
        "{}/{}{}{}",
        own.checked(),
        own.asked,
        sign("✗", own.finding),
        sign("?", own.unsure)
    )
}

/// Everything but the checklist in labelled lines.
pub(super) fn figures<'a>(
    village: &'a VillageRow,
    sheet: Option<&'a VillageSheet>,
    cx: &Cx<'_>,
) -> Vec<Fact<'a>> {
    let say = cx.say;
    let homes = match (village.at_home, share(village)) {
        (Some(all), Some(share)) => say.village_homes_share(village.visited, all, share),
        _ => say.village_homes_seen(village.visited),
    };
    let last = village.last_visit.map(|day| say.day_and_weekday(day));
    let last = last.unwrap_or_else(|| say.village_never().to_owned());
    let mut facts = vec![
        Fact::new(
            say.village_events(),
            say.village_events_done(village.done, village.planned),
        ),
        Fact::new(say.village_homes(), homes),
        Fact::new(
            say.village_findings_row(),
            say.village_findings_open(village.findings, village.open),
        ),
        Fact::new(say.village_last_visit(), last),
    ];
    if let Some(sheet) = sheet {
        facts.push(Fact::parts(say.village_classes(), &classes(sheet, cx)));
        facts.push(Fact::new(
            say.column("village", "note"),
            sheet.draft.note.as_str(),
        ));
    }
    facts
}

/// `党员户 5/6  低保户 4/4`: of the visits to a class, how many met somebody.
pub(super) fn classes(sheet: &VillageSheet, cx: &Cx<'_>) -> Vec<String> {
    let word = |class| cx.say.household(class);
    let one = |(class, all, met): &(_, u32, u32)| format!("{} {met}/{all}", word(*class));
    sheet.classes.iter().map(one).collect()
}
