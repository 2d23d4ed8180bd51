//! Dates as people write them: `11-15`, `周三`, `+2工作日`, `D5`, `倒数第3天`. A word that could mean two days is an error.

mod numerals;
mod readers;

use chrono::{Datelike, Days, NaiveDate};

use super::ime::command_char;
use crate::domain::calendar::{DayKind, Holidays};

/// What a date expression is read against.
#[derive(Clone, Copy, Debug)]
pub struct DateCx<'a> {
    /// Today.
    pub today: NaiveDate,
    /// First day on site (进驻).
    pub start: NaiveDate,
    /// Last day on site (撤离).
    pub end: NaiveDate,
    /// Decreed rest days and workdays.
    pub holidays: &'a Holidays,
}

/// A word that names no day, and why.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DateError {
    /// The word as typed; a long one is cut.
    pub word: String,
    /// Why it names no day.
    pub why: DateFault,
}

/// Why a word names no day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum DateFault {
    /// Nothing was typed.
    Empty,
    /// Not a date expression.
    Unknown,
    /// The calendar has no such day: `02-30`.
    NoSuchDay,
    /// The round has no such day: `D40`.
    NotInRound {
        /// Days of the round.
        days: i64,
    },
    /// A day of the month that does not come any more while on site.
    NoneLeft {
        /// The nearest such days before and after.
        near: Vec<NaiveDate>,
    },
    /// More than one day could be meant.
    Ambiguous {
        /// Those days.
        choices: Vec<NaiveDate>,
    },
    /// Before 1900 or after 2199.
    TooFar,
}

/// What a form shows beside a date.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct DatePreview {
    /// The date.
    pub date: NaiveDate,
    /// 1 Monday to 7 Sunday.
    pub weekday: u8,
    /// Day of the round from 1; `None` outside it.
    pub day_no: Option<i64>,
    /// Days from today; negative in the past.
    pub left: i64,
    /// Workday or what kind of rest day.
    pub kind: DayKind,
}

/// What to show beside a date.
pub fn preview(date: NaiveDate, cx: &DateCx<'_>) -> DatePreview {
    let on_site = (cx.start..=cx.end).contains(&date);
    DatePreview {
        date,
        weekday: u8::try_from(date.weekday().number_from_monday()).unwrap_or(0),
        day_no: on_site.then(|| (date - cx.start).num_days() + 1),
        left: (date - cx.today).num_days(),
        kind: cx.holidays.kind(date),
    }
}

/// The day a word names.
pub fn parse_date(text: &str, cx: &DateCx<'_>) -> Result<NaiveDate, DateError> {
    let word = text.trim();
    let plain = plain(word);
    let read = if plain.is_empty() {
        Err(DateFault::Empty)
    } else {
        readers::read(&plain, cx)
    };
    read.and_then(in_reach).map_err(|why| DateError {
        word: word.chars().take(40).collect(),
        why,
    })
}

type Read = Result<NaiveDate, DateFault>;

/// Half-width, lower case, without the blanks that mean nothing (between two digits a blank stays and spoils the word).
fn plain(word: &str) -> String {
    let half = |c| match c {
        '—' | '–' | '−' => '-',
        c => command_char(c).unwrap_or(c).to_ascii_lowercase(),
    };
    let chars: Vec<char> = word.chars().take(64).map(half).collect();
    let beside = |near: Option<&char>| near.is_some_and(char::is_ascii_digit);
    let keep = |&(i, c): &(usize, &char)| {
        !c.is_whitespace() || (i > 0 && beside(chars.get(i - 1)) && beside(chars.get(i + 1)))
    };
    chars
        .iter()
        .enumerate()
        .filter(keep)
        .map(|(_, c)| c)
        .collect()
}

/// The day before or after by arrow keys: `None` beyond the calendar.
pub fn step(day: NaiveDate, days: i64) -> Option<NaiveDate> {
    let by = Days::new(days.unsigned_abs());
    let day = if days < 0 {
        day.checked_sub_days(by)
    } else {
        day.checked_add_days(by)
    };
    in_reach(day?).ok()
}

fn in_reach(day: NaiveDate) -> Read {
    if (1900..2200).contains(&day.year()) {
        Ok(day)
    } else {
        Err(DateFault::TooFar)
    }
}
