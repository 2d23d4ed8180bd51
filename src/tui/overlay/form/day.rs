//! Days in forms and prompts: read, previewed while typed, refused in words.

use chrono::NaiveDate;

use super::line::LineEdit;
use crate::domain::calendar::DayKind;
use crate::entry::dates::{self, DateCx};
use crate::tui::keymap::Code;
use crate::tui::screen::Cx;

/// The day a word names, or the sentence that says why it names none.
pub(crate) fn read(text: &str, cx: &Cx<'_>) -> Result<NaiveDate, String> {
    dates::parse_date(text, &against(cx)).map_err(|error| cx.say.no_day(&error))
}

/// `2018-11-15 周四 · 第15天 · 还有6天 · 工作日`
pub(crate) fn preview(day: NaiveDate, cx: &Cx<'_>) -> String {
    use chrono::Datelike;
    let say = cx.say;
    let it = dates::preview(day, &against(cx));
    let head = format!("{} {}", say.full_day(day), say.weekday(day.weekday()));
    let number = match it.day_no {
        Some(n) => say.day_number(n),
        None => say.day_off_site().to_owned(),
    };
    let left = match it.left {
        0 => say.day_today().to_owned(),
        1.. => say.day_left(it.left),
        _ => say.day_past(-it.left),
    };
    let kind = match it.kind {
        DayKind::Workday => say.day_workday(),
        DayKind::Weekend => say.day_weekend(),
        DayKind::Holiday => say.day_holiday(),
        DayKind::MakeUp => say.day_make_up(),
    };
    [head.as_str(), &number, &left, kind].join(" · ")
}

/// The same day in the way a field holds it.
pub(crate) fn written(day: NaiveDate) -> String {
    day.format("%Y-%m-%d").to_string()
}

fn against<'a>(cx: &Cx<'a>) -> DateCx<'a> {
    let round = cx.book.round.as_ref();
    DateCx {
        today: cx.today,
        start: round.map_or(cx.today, |round| round.start),
        end: round.map_or(cx.today, |round| round.end),
        holidays: &cx.book.holidays,
    }
}

/// Arrows move a day that stands in the line by one, page keys by a week. `false`: no day stands there, or the key means nothing to it.
pub(crate) fn step_by(line: &mut LineEdit, code: Code, cx: &Cx<'_>) -> bool {
    let by = match code {
        Code::Up => 1,
        Code::Down => -1,
        Code::PageUp => 7,
        Code::PageDown => -7,
        _ => return false,
    };
    let Ok(day) = read(line.text(), cx) else {
        return false;
    };
    if let Some(to) = dates::step(day, by) {
        line.set(written(to));
    }
    true
}
