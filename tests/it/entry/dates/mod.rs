//! Ways of writing a date, against the sample round: 2018-11-01 to 2018-12-05, today mostly Friday 2018-11-09.

mod reads;
mod refuses;
mod rounds;

use chrono::NaiveDate;
use xuncha::{
    domain::calendar::Holidays,
    entry::dates::{DateCx, DateFault, parse_date},
};

pub(crate) fn day(text: &str) -> NaiveDate {
    text.parse().expect("a date")
}

pub(crate) fn days(texts: &[&str]) -> Vec<NaiveDate> {
    texts.iter().map(|text| day(text)).collect()
}

/// Reads on `today`, within the sample round and with no decreed day.
pub(crate) fn on(today: &str, text: &str) -> Result<NaiveDate, DateFault> {
    let holidays = Holidays::default();
    let cx = DateCx {
        today: day(today),
        start: day("2018-11-01"),
        end: day("2018-12-05"),
        holidays: &holidays,
    };
    parse_date(text, &cx).map_err(|error| error.why)
}
