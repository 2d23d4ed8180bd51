//! Workdays by week and by decree, and the colours of deadlines.

use chrono::NaiveDate;
use proptest::prelude::*;
use xuncha::domain::calendar::{DayKind, Holidays, Urgency, monday_of, urgency};

fn day(text: &str) -> NaiveDate {
    text.parse().expect("a date")
}

/// 国庆 2018 as decreed: 1 to 7 October free, Saturday 29 and Sunday 30 September worked.
fn october() -> Holidays {
    let free = (1..=7).map(|d| (format!("2018-10-0{d}"), true));
    let worked = ["2018-09-29", "2018-09-30"].map(|d| (d.to_owned(), false));
    Holidays(
        free.chain(worked)
            .map(|(date, rest)| (day(&date), rest))
            .collect(),
    )
}

#[test]
fn kinds_of_days() {
    for (date, kind) in [
        ("2018-09-28", DayKind::Workday),
        ("2018-09-29", DayKind::MakeUp),
        ("2018-10-01", DayKind::Holiday),
        ("2018-10-06", DayKind::Holiday),
        ("2018-10-08", DayKind::Workday),
        ("2018-10-13", DayKind::Weekend),
    ] {
        assert_eq!(october().kind(day(date)), kind, "{date}");
    }
    assert_eq!(
        Holidays([(day("2018-10-08"), false)].into()).kind(day("2018-10-08")),
        DayKind::Workday
    );
}

#[test]
fn stepping_over_a_holiday() {
    for (from, n, to) in [
        ("2018-09-28", 0, "2018-09-28"),
        ("2018-09-28", 1, "2018-09-29"),
        ("2018-09-28", 2, "2018-09-30"),
        ("2018-09-28", 3, "2018-10-08"),
        ("2018-10-03", 1, "2018-10-08"),
        ("2018-10-03", -1, "2018-09-30"),
        ("2018-10-08", -3, "2018-09-28"),
        ("2018-10-12", 1, "2018-10-15"),
        ("2018-10-13", 0, "2018-10-13"),
    ] {
        let table = october();
        assert_eq!(
            table.add_workdays(day(from), n),
            Some(day(to)),
            "{from} {n:+}"
        );
        assert_eq!(
            table.workdays_between(day(from), day(to)),
            n,
            "{from} to {to}"
        );
    }
    assert_eq!(
        october().next_workday(day("2018-09-30")),
        Some(day("2018-10-08"))
    );
    assert_eq!(
        october().prev_workday(day("2018-10-08")),
        Some(day("2018-09-30"))
    );
}

#[test]
fn a_table_without_workdays_ends() {
    let rest = day("2018-01-01")
        .iter_days()
        .take(900)
        .map(|day| (day, true))
        .collect();
    assert_eq!(Holidays(rest).next_workday(day("2018-02-01")), None);
    assert_eq!(Holidays::default().add_workdays(NaiveDate::MAX, 1), None);
}

#[test]
fn weeks_begin_on_monday() {
    for (date, monday) in [
        ("2018-11-09", "2018-11-05"),
        ("2018-11-05", "2018-11-05"),
        ("2018-11-11", "2018-11-05"),
        ("2019-01-01", "2018-12-31"),
    ] {
        assert_eq!(monday_of(day(date)), day(monday));
    }
}

#[test]
fn colours_of_deadlines() {
    for (due, expected) in [
        (Some("2018-11-06"), Urgency::Overdue(3)),
        (Some("2018-11-08"), Urgency::Overdue(1)),
        (Some("2018-11-09"), Urgency::Today),
        (Some("2018-11-10"), Urgency::Soon),
        (Some("2018-11-19"), Urgency::Soon),
        (Some("2018-11-20"), Urgency::Ahead),
        (Some("2018-11-28"), Urgency::Ahead),
        (Some("2018-11-29"), Urgency::Calm),
        (None, Urgency::None),
    ] {
        assert_eq!(
            urgency(due.map(day), day("2018-11-09"), 10, 20),
            expected,
            "{due:?}"
        );
    }
    assert_eq!(Urgency::of(i64::MIN, 10, 20), Urgency::Overdue(i64::MAX));
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn counting_by_weeks_is_counting_by_days(
        from in 0_u64..900, span in 0_u64..60, decreed in proptest::collection::btree_map(0_u64..960, any::<bool>(), 0..40)
    ) {
        let at = |n: u64| day("1969-06-01") + chrono::Days::new(n);
        let table = Holidays(decreed.into_iter().map(|(n, rest)| (at(n), rest)).collect());
        let worked = |from: u64, to: u64| i64::try_from((from..to).filter(|&n| table.is_workday(at(n))).count()).expect("few");
        prop_assert_eq!(table.workdays_between(at(from), at(from + span)), worked(from + 1, from + span + 1));
        prop_assert_eq!(table.workdays_between(at(from + span), at(from)), -worked(from, from + span));
    }

    #[test]
    fn adding_and_counting_undo_each_other(from in 0_u64..900, n in -60_i64..60) {
        let from = day("2018-01-01") + chrono::Days::new(from);
        let to = october().add_workdays(from, n).expect("in the calendar");
        prop_assert_eq!(october().workdays_between(from, to), n);
    }
}
