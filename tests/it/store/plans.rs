//! How SQLite answers the hot questions: snapshots of its plans, so that no full scan comes in unseen.

use std::collections::BTreeSet;
use std::fmt::Write as _;

use xuncha::domain::answer::Answer;
use xuncha::domain::query::{
    Dim, EventsQuery, FindingFilter, FindingsQuery, Group, Order, Query, Span, VisitsQuery, Window,
};
use xuncha::sample::demo_in_memory;
use xuncha::store::Store;

use super::round::nov;

/// Tables that grow with the work done.
const GROWING: [&str; 9] = [
    "finding", "f", "visit", "answer", "a", "event", "e", "step", "sync_log",
];

fn findings(filter: FindingFilter, order: Order, group: Option<Group>) -> Query {
    Query::Findings(FindingsQuery {
        filter,
        order,
        group,
        window: Window::first(40),
    })
}

fn live() -> FindingFilter {
    FindingFilter {
        live: Some(true),
        ..FindingFilter::default()
    }
}

#[expect(clippy::too_many_lines, reason = "a table")]
fn hot(store: &Store) -> Vec<(String, Query)> {
    let Answer::Villages(page) = store
        .ask(&Query::Villages {
            text: String::new(),
            in_progress: false,
            team: None,
            window: Window::first(1),
        })
        .unwrap()
    else {
        panic!("villages")
    };
    let village = page.rows.first().unwrap().id;
    let Answer::Register(book) = store.ask(&Query::Register).unwrap() else {
        panic!("register")
    };
    let team = book.teams.first().unwrap().id;
    let Answer::Findings(page) = store.ask(&findings(live(), Order::Due, None)).unwrap() else {
        panic!("findings")
    };
    let finding = page.rows.first().unwrap().id;
    let month = Span {
        from: Some(nov(1)),
        to: Some(nov(30)),
    };
    let window = Window::first(40);
    let text = FindingFilter {
        text: "台账".into(),
        ..FindingFilter::default()
    };
    let here = FindingFilter {
        village: Some(village),
        ..live()
    };
    let overdue = FindingFilter {
        due: Some(Span::before(nov(15))),
        ..live()
    };
    let mut all: Vec<(String, Query)> = [Order::Due, Order::Newest, Order::Touched, Order::Triage]
        .into_iter()
        .map(|order| (format!("live by {order:?}"), findings(live(), order, None)))
        .collect();
    all.extend(Group::ALL.iter().map(|group| {
        (
            format!("live grouped by {group:?}"),
            findings(live(), Order::Due, Some(*group)),
        )
    }));
    all.extend(
        [
            (
                "everything by deadline",
                findings(FindingFilter::default(), Order::Due, None),
            ),
            ("one village's", findings(here, Order::Due, None)),
            ("overdue", findings(overdue, Order::Due, None)),
            ("a word, newest first", findings(text, Order::Newest, None)),
            ("one finding", Query::Finding(finding)),
            ("board heads", Query::Stages(FindingFilter::default())),
            (
                "header",
                Query::Header {
                    today: nov(15),
                    clues: false,
                },
            ),
            (
                "month",
                Query::Month {
                    from: nov(1),
                    to: nov(30),
                    clues: false,
                },
            ),
            (
                "events",
                Query::Events(EventsQuery {
                    days: month,
                    limit: 50,
                    ..EventsQuery::default()
                }),
            ),
            (
                "village by day",
                Query::VillageDays {
                    from: nov(1),
                    to: nov(30),
                    window,
                },
            ),
            (
                "villages",
                Query::Villages {
                    text: String::new(),
                    in_progress: false,
                    team: None,
                    window,
                },
            ),
            (
                "villages in progress",
                Query::Villages {
                    text: String::new(),
                    in_progress: true,
                    team: None,
                    window,
                },
            ),
            (
                "a team's villages in progress",
                Query::Villages {
                    text: String::new(),
                    in_progress: true,
                    team: Some(team),
                    window,
                },
            ),
            (
                "what is new of a team",
                findings(
                    FindingFilter {
                        team: Some(team),
                        noted: Some(Span::day(nov(15))),
                        counted: true,
                        ..FindingFilter::default()
                    },
                    Order::Newest,
                    None,
                ),
            ),
            (
                "overdue of a team",
                findings(
                    FindingFilter {
                        team: Some(team),
                        due: Some(Span::before(nov(15))),
                        ..live()
                    },
                    Order::Due,
                    None,
                ),
            ),
            ("a village", Query::Village(village)),
            ("a checklist", Query::Checklist(village)),
            (
                "visits",
                Query::Visits(VisitsQuery {
                    village: Some(village),
                    days: Span::default(),
                    met: false,
                    window,
                }),
            ),
            (
                "pivot",
                Query::Pivot {
                    rows: Dim::Village,
                    cols: Dim::Area,
                    clues: false,
                    window,
                },
            ),
            ("figures", Query::Figures { day: nov(15) }),
            (
                "stand-up",
                Query::Standup {
                    day: nov(15),
                    next: nov(16),
                    team: None,
                    clues: false,
                },
            ),
            ("log", Query::Log(window)),
            ("log entry", Query::LogEntry(2000)),
        ]
        .map(|(name, query)| (name.to_owned(), query)),
    );
    all
}

/// A line of a plan that walks a growing table from end to end without an index.
fn walks(line: &str) -> bool {
    line.strip_prefix("SCAN ").is_some_and(|rest| {
        let table = rest.split(' ').next().unwrap_or_default();
        GROWING.contains(&table) && !rest.contains("INDEX")
    })
}

#[test]
fn no_hot_answer_walks_a_table() {
    let mut store = demo_in_memory(7).unwrap();
    let mut said = String::new();
    for (name, query) in hot(&store) {
        let plans = store.plans(&query).unwrap();
        assert!(!plans.is_empty(), "{name} asks nothing");
        for line in plans.iter().flat_map(|plan| plan.lines()) {
            assert!(!walks(line), "{name}: {line}");
        }
        let lines: BTreeSet<&str> = plans.iter().flat_map(|plan| plan.lines()).collect();
        writeln!(said, "# {name}").unwrap();
        for line in lines {
            writeln!(said, "  {line}").unwrap();
        }
    }
    insta::assert_snapshot!(said);
}
