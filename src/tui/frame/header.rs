//! The header that never lies: day of the round, what is open, overdue, due; and the tabs.

use chrono::NaiveDate;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;

use crate::domain::answer::{Header, Register};
use crate::text::{Lang, cells};
use crate::tui::action::{Action, ScreenId};
use crate::tui::keymap;
use crate::tui::model::Model;

/// A piece of the header; those with the smallest weight go first when there is no room.
#[derive(Clone)]
struct Piece {
    text: String,
    style: Style,
    weight: u8,
}

/// Draws the header.
pub(super) fn header(model: &Model, area: Rect, buf: &mut Buffer) {
    let area = area.intersection(buf.area);
    if area.is_empty() {
        return;
    }
    let room = usize::from(area.width);
    let all = pieces(model);
    let found = saved(model)
        .into_iter()
        .find_map(|right| Some((beside(&all, &right, room)?, Some(right))));
    let (mut pieces, right) = found.unwrap_or((all, None));
    while wide(&pieces) > room && pieces.len() > 1 {
        drop_lightest(&mut pieces);
    }
    let mut x = area.x;
    for piece in &pieces {
        let rest = area.right().saturating_sub(x);
        x += cells::put(buf, x, area.y, rest, &piece.text, piece.style);
        x = x.saturating_add(2).min(area.right());
    }
    if let Some(right) = right {
        let width = cells::to_u16(cells::width(&right.text));
        let x = area.right().saturating_sub(width);
        cells::put(buf, x, area.y, width, &right.text, right.style);
    }
}

/// Cells that pieces take with two blanks between them.
fn wide(pieces: &[Piece]) -> usize {
    let words: usize = pieces.iter().map(|it| cells::width(&it.text)).sum();
    words + pieces.len().saturating_sub(1) * 2
}

/// The pieces that have room beside `right`, of which lighter ones make way; `None`: heavier ones would have to.
fn beside(all: &[Piece], right: &Piece, room: usize) -> Option<Vec<Piece>> {
    let mut pieces = all.to_vec();
    while wide(&pieces) + cells::width(&right.text) + 2 > room {
        if pieces.iter().all(|it| it.weight >= right.weight) {
            return None;
        }
        drop_lightest(&mut pieces);
    }
    Some(pieces)
}

fn drop_lightest(pieces: &mut Vec<Piece>) {
    let lightest = pieces.iter().enumerate().min_by_key(|(_, it)| it.weight);
    if let Some((at, _)) = lightest {
        pieces.remove(at);
    }
}

fn pieces(model: &Model) -> Vec<Piece> {
    let (say, look) = (model.world.say, &model.world.look);
    let book = &model.world.book;
    let today = model.world.now.date();
    let mut pieces = Vec::new();
    let mut add = |text: String, style: Style, weight: u8| {
        if !text.is_empty() {
            pieces.push(Piece {
                text,
                style,
                weight,
            });
        }
    };
    if let Some(round) = &book.round {
        add(round.title.clone(), look.title, 3);
    }
    let mine = book.my_team().map(|team| team.code.clone());
    add(mine.unwrap_or_default(), look.text, 1);
    add(day_of_round(book, today, say), look.key, 9);
    add(say.day_and_weekday(today), look.text, 4);
    if book.pinned.is_some() {
        add(say.demo_clock().to_owned(), look.warn, 5);
    }
    let figures = model.world.answers.header(&model.header_query());
    let figures = figures.copied().unwrap_or_default();
    let alarm = |n: u32, style: Style| if n == 0 { look.dim } else { style };
    let Header {
        open,
        overdue,
        due_today,
        immediate,
    } = figures;
    add(say.n_open(open), look.text, 6);
    add(say.n_overdue(overdue), alarm(overdue, look.bad), 8);
    add(say.n_due(due_today), alarm(due_today, look.warn), 7);
    add(say.n_immediate(immediate), look.text, 2);
    if model.world.moved {
        add(say.moved_mark().to_owned(), look.bad, 11);
    }
    if model.world.read_only {
        add(say.read_only_mark().to_owned(), look.warn, 10);
    }
    if model.world.clues {
        add(say.clues_open().to_owned(), look.warn, 10);
    }
    pieces
}

/// 「第9天/35」, 「未进驻」, 「已撤离 3 天」
pub(crate) fn day_of_round(book: &Register, today: NaiveDate, say: Lang) -> String {
    let Some(round) = &book.round else {
        return say.no_round().to_owned();
    };
    let days = |to: NaiveDate, from: NaiveDate| to.signed_duration_since(from).num_days();
    if today < round.start {
        say.not_entered(days(round.start, today))
    } else if today > round.end {
        say.withdrawn(days(today, round.end))
    } else {
        say.day_n_of(
            days(today, round.start) + 1,
            days(round.end, round.start) + 1,
        )
    }
}

/// What the last write came to, as long as there is room for and shorter.
fn saved(model: &Model) -> Vec<Piece> {
    let (say, look) = (model.world.say, &model.world.look);
    let piece = |text: String, style, weight| Piece {
        text,
        style,
        weight,
    };
    if model.writing > 0 {
        return vec![piece(say.saving().to_owned(), look.warn, 9)];
    }
    let Some(at) = model.saved else {
        return Vec::new();
    };
    let at = say.clock(at);
    vec![
        piece(say.saved_at(&at), look.good, 4),
        piece(format!("✓ {at}"), look.good, 4),
    ]
}

/// Draws the digit tabs; the current one in brackets, so that it is seen without colour.
pub(super) fn tabs(model: &Model, area: Rect, buf: &mut Buffer) {
    let area = area.intersection(buf.area);
    if area.is_empty() {
        return;
    }
    let (say, look) = (model.world.say, &model.world.look);
    let named = |screen: &ScreenId, short: bool| {
        let verb = keymap::verb(Action::Tab(*screen));
        let name = verb.map_or("", |verb| verb.name(say));
        let digit = verb.map_or_else(String::new, |verb| verb.label_on(*screen));
        if *screen == model.current {
            format!("[{digit}{name}]")
        } else if short {
            format!(" {digit} ")
        } else {
            format!(" {digit}{name} ")
        }
    };
    let all =
        |short: bool| -> Vec<String> { ScreenId::ALL.iter().map(|it| named(it, short)).collect() };
    let wide = |titles: &[String]| titles.iter().map(|it| cells::width(it)).sum::<usize>();
    let mut titles = all(false);
    if wide(&titles) > area.width.into() {
        titles = all(true);
    }
    let mut x = area.x;
    for (title, screen) in titles.iter().zip(ScreenId::ALL) {
        let style = if *screen == model.current {
            look.title
        } else {
            look.bar
        };
        x += cells::put(buf, x, area.y, area.right() - x, title, style);
        if x >= area.right() {
            return;
        }
    }
    let hint = say.tabs_hint();
    let wide = u16::try_from(cells::width(hint)).unwrap_or(u16::MAX);
    if area.right() - x > wide {
        cells::put(buf, area.right() - wide, area.y, wide, hint, look.dim);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tui::screens::test_kit::Kit;

    #[test]
    fn the_day_of_the_round_in_words() {
        let kit = Kit::default();
        let day = |text: &str| text.parse::<NaiveDate>().unwrap();
        let cases = [
            ("2018-10-30", "未进驻(还有 2 天)"),
            ("2018-11-01", "第1天/35"),
            ("2018-11-15", "第15天/35"),
            ("2018-12-05", "第35天/35"),
            ("2018-12-08", "已撤离 3 天"),
        ];
        for (today, words) in cases {
            assert_eq!(day_of_round(&kit.book, day(today), Lang::Zh), words);
        }
        let none = Register::empty();
        assert_eq!(day_of_round(&none, day("2018-11-01"), Lang::Zh), "尚无轮次");
    }
}
