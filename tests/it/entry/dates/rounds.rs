//! Other rounds, decreed days, what stands beside a date, and any word at all.

use proptest::prelude::*;
use xuncha::{
    domain::calendar::{DayKind, Holidays},
    entry::dates::{DateCx, parse_date, preview, step},
};

use super::{day, on};

#[test]
fn a_round_over_new_year() {
    let holidays = Holidays::default();
    let cx = DateCx {
        today: day("2018-12-28"),
        start: day("2018-12-10"),
        end: day("2019-01-20"),
        holidays: &holidays,
    };
    for (text, date) in [
        ("12-31", "2018-12-31"),
        ("1-5", "2019-01-05"),
        ("12-10", "2018-12-10"),
        ("5", "2019-01-05"),
        ("月底", "2018-12-31"),
        ("下月底", "2019-01-31"),
        ("D-1", "2019-01-20"),
        ("+1w", "2019-01-04"),
        ("周二", "2019-01-01"),
    ] {
        assert_eq!(parse_date(text, &cx), Ok(day(date)), "{text}");
    }
}

#[test]
fn workdays_keep_to_the_table() {
    // 元旦 2019: Monday and Tuesday free, the Saturday before worked.
    let table = [
        ("2018-12-29", false),
        ("2018-12-31", true),
        ("2019-01-01", true),
    ];
    let holidays = Holidays(
        table
            .into_iter()
            .map(|(date, rest)| (day(date), rest))
            .collect(),
    );
    let cx = DateCx {
        today: day("2018-12-28"),
        start: day("2018-12-10"),
        end: day("2019-01-20"),
        holidays: &holidays,
    };
    for (text, date) in [
        ("+1工作日", "2018-12-29"),
        ("+2工作日", "2019-01-02"),
        ("+3天", "2018-12-31"),
    ] {
        assert_eq!(parse_date(text, &cx), Ok(day(date)), "{text}");
    }
    for (date, kind) in [
        ("2018-12-28", DayKind::Workday),
        ("2018-12-29", DayKind::MakeUp),
        ("2018-12-30", DayKind::Weekend),
        ("2018-12-31", DayKind::Holiday),
    ] {
        assert_eq!(preview(day(date), &cx).kind, kind, "{date}");
    }
}

#[test]
fn what_stands_beside_a_date() {
    let holidays = Holidays::default();
    let cx = DateCx {
        today: day("2018-11-09"),
        start: day("2018-11-01"),
        end: day("2018-12-05"),
        holidays: &holidays,
    };
    for (date, weekday, day_no, left, kind) in [
        ("2018-11-15", 4, Some(15), 6, DayKind::Workday),
        ("2018-11-01", 4, Some(1), -8, DayKind::Workday),
        ("2018-12-05", 3, Some(35), 26, DayKind::Workday),
        ("2018-12-06", 4, None, 27, DayKind::Workday),
        ("2018-10-31", 3, None, -9, DayKind::Workday),
        ("2018-11-11", 7, Some(11), 2, DayKind::Weekend),
        ("2018-11-09", 5, Some(9), 0, DayKind::Workday),
    ] {
        let shown = preview(day(date), &cx);
        assert_eq!(
            (
                shown.date,
                shown.weekday,
                shown.day_no,
                shown.left,
                shown.kind
            ),
            (day(date), weekday, day_no, left, kind)
        );
    }
}

#[test]
fn arrow_keys_stay_in_the_calendar() {
    assert_eq!(step(day("2018-11-30"), 1), Some(day("2018-12-01")));
    assert_eq!(step(day("2018-11-01"), -7), Some(day("2018-10-25")));
    assert_eq!(
        (step(day("2199-12-31"), 1), step(day("1900-01-01"), -1)),
        (None, None)
    );
    assert_eq!(
        (
            step(day("2018-11-01"), i64::MIN),
            step(day("2018-11-01"), i64::MAX)
        ),
        (None, None)
    );
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_word_panics(text in "[0-9dD+\\-/.年月日号天周第倒数下本上个工作后前底末一十三两〇 　、。－１９wd]{0,12}|\\PC{0,12}") {
        for today in ["2018-11-09", "1900-01-01", "2199-12-31"] {
            on(today, &text).ok();
        }
    }

    #[test]
    fn every_date_reads_back(offset in 0_u64..109_000, form in 0..5_usize) {
        let date = day("1900-01-01") + chrono::Days::new(offset);
        let form = ["%Y-%m-%d", "%Y%m%d", "%Y.%m.%d", "%Y/%-m/%-d", "%Y年%-m月%-d日"][form];
        prop_assert_eq!(on("2018-11-09", &date.format(form).to_string()), Ok(date));
    }
}
