//! Words that name no day, or more than one, and what is said.

use xuncha::{
    domain::calendar::Holidays,
    entry::dates::{DateCx, DateError, DateFault, parse_date},
};

use super::{day, days, on};

#[test]
fn words_that_name_no_day() {
    for text in [
        "昨",
        "abc",
        "东村",
        "下周",
        "周",
        "周八",
        "周0",
        "3天",
        "2周",
        "+",
        "-",
        "+x",
        "+3y",
        "后",
        "天后",
        "D",
        "Dx",
        "D+3",
        "第天",
        "第x天",
        "1115",
        "112",
        "015",
        "11-15-",
        "-11-15",
        "18-11-15",
        "2018-11",
        "2018",
        "2018-11.15",
        "2018年11-15",
        "11 15",
        "11-15 9",
        "三",
        "十十日",
        "月",
        "13月",
        "0月x",
        "15日后天",
        "一二三四五六七八九",
        "。",
        "++3",
        "10/11/2018",
        "2018-11-15T08:00",
        "明天x",
        "月初",
    ] {
        assert_eq!(on("2018-11-09", text), Err(DateFault::Unknown), "{text}");
    }
    for text in [
        "2018-02-30",
        "2019-02-29",
        "20181131",
        "11-31",
        "11-0",
        "0-5",
        "13-01",
        "2018-13-01",
        "32",
        "0",
        "00",
        "99日",
        "13月底",
        "零月底",
    ] {
        assert_eq!(on("2018-11-09", text), Err(DateFault::NoSuchDay), "{text}");
    }
    for text in [
        "D0",
        "D36",
        "d99999999999999999999",
        "第0天",
        "第40天",
        "D-0",
        "D-36",
        "倒数第36天",
    ] {
        assert_eq!(
            on("2018-11-09", text),
            Err(DateFault::NotInRound { days: 35 }),
            "{text}"
        );
    }
    for text in [
        "+99999",
        "-99999999999999999999d",
        "+10000工作日",
        "9999-01-01",
        "0001-01-01",
        "99990101",
        "10000天后",
    ] {
        assert_eq!(on("2018-11-09", text), Err(DateFault::TooFar), "{text}");
    }
    for text in ["", "  ", "\u{3000}", "\t"] {
        assert_eq!(on("2018-11-09", text), Err(DateFault::Empty), "{text:?}");
    }
}

#[test]
fn what_could_mean_two_days_says_which() {
    for (text, choices) in [
        ("周末", ["2018-11-10", "2018-11-11"]),
        ("下周末", ["2018-11-17", "2018-11-18"]),
        ("上周末", ["2018-11-03", "2018-11-04"]),
    ] {
        assert_eq!(
            on("2018-11-09", text),
            Err(DateFault::Ambiguous {
                choices: days(&choices)
            }),
            "{text}"
        );
    }
    // A round of more than a year holds the day twice.
    let holidays = Holidays::default();
    let cx = DateCx {
        today: day("2018-11-09"),
        start: day("2018-11-01"),
        end: day("2019-12-05"),
        holidays: &holidays,
    };
    let why = DateFault::Ambiguous {
        choices: days(&["2018-11-15", "2019-11-15"]),
    };
    assert_eq!(
        parse_date("11-15", &cx),
        Err(DateError {
            word: "11-15".into(),
            why
        })
    );
    assert_eq!(parse_date("5-1", &cx), Ok(day("2019-05-01")));
}

#[test]
fn a_day_of_the_month_that_has_gone_by() {
    for (today, text, near) in [
        ("2018-11-09", "8", ["2018-11-08", "2018-12-08"]),
        ("2018-11-09", "31", ["2018-10-31", "2018-12-31"]),
        ("2018-12-04", "3", ["2018-12-03", "2019-01-03"]),
        ("2018-12-20", "5", ["2018-12-05", "2019-01-05"]),
    ] {
        assert_eq!(
            on(today, text),
            Err(DateFault::NoneLeft { near: days(&near) }),
            "{text} on {today}"
        );
    }
    // Before the round its first such day is meant.
    for (text, date) in [
        ("1", "2018-11-01"),
        ("25", "2018-11-25"),
        ("5", "2018-11-05"),
    ] {
        assert_eq!(on("2018-10-20", text), Ok(day(date)), "{text}");
    }
}

#[test]
fn an_error_names_the_word() {
    let holidays = Holidays::default();
    let cx = DateCx {
        today: day("2018-11-09"),
        start: day("2018-11-01"),
        end: day("2018-12-05"),
        holidays: &holidays,
    };
    let word = |text: &str| parse_date(text, &cx).map_err(|error| error.word);
    assert_eq!(word(" 下周 "), Err("下周".to_owned()));
    assert_eq!(word("１１－３１"), Err("１１－３１".to_owned()));
    assert_eq!(
        word(&"长".repeat(500)).map_err(|word| word.chars().count()),
        Err(40)
    );
}
