//! Any sequence of changes: the file stays what its log says, and taking everything back brings every table back.

mod deeds;
mod world;

use proptest::prelude::*;
use proptest::test_runner::TestCaseResult;
use xuncha::domain::answer::Answer;
use xuncha::domain::change::Change;
use xuncha::domain::ids::VillageId;
use xuncha::domain::query::{
    Dim, EventsQuery, FindingFilter, FindingsQuery, Order, Query, Span, VisitsQuery, Window,
};

use super::round::nov;
use deeds::deed;
use world::World;

impl World {
    /// Everything that can be read but the log.
    fn seen(&self) -> Vec<(String, Answer)> {
        let ask = |query: Query| (format!("{query:?}"), self.it.store.ask(&query).unwrap());
        questions(&self.villages).into_iter().map(ask).collect()
    }

    fn verified(&self) -> TestCaseResult {
        let verdict = self.it.store.verify().unwrap();
        prop_assert!(verdict.is_clean(), "{:?}", verdict.differences);
        Ok(())
    }
}

/// What every screen asks.
fn questions(villages: &[VillageId]) -> Vec<Query> {
    let window = Window::first(500);
    let (from, to) = (nov(1), nov(30));
    let days = Span {
        from: Some(from),
        to: Some(to),
    };
    let filter = FindingFilter {
        clues: true,
        ..FindingFilter::default()
    };
    let mut all = vec![
        Query::Register,
        Query::Header {
            today: nov(15),
            clues: true,
        },
        Query::Stages(filter.clone()),
        Query::Stages(FindingFilter::default()),
        Query::Month {
            from,
            to,
            clues: true,
        },
        Query::Events(EventsQuery {
            days,
            limit: 500,
            ..EventsQuery::default()
        }),
        Query::VillageDays { from, to, window },
        Query::Villages {
            text: String::new(),
            in_progress: false,
            team: None,
            window,
        },
        Query::Visits(VisitsQuery {
            village: None,
            days: Span::default(),
            met: false,
            window,
        }),
        Query::Figures { day: nov(15) },
        Query::Standup {
            day: nov(13),
            next: nov(14),
            team: None,
            clues: true,
        },
    ];
    for text in ["", "问题", "改"] {
        let filter = FindingFilter {
            text: text.into(),
            ..filter.clone()
        };
        all.push(Query::Findings(FindingsQuery {
            filter,
            order: Order::Oldest,
            group: None,
            window,
        }));
    }
    for (rows, cols) in [(Dim::Village, Dim::Area), (Dim::Stage, Dim::Track)] {
        all.push(Query::Pivot {
            rows,
            cols,
            clues: true,
            window,
        });
    }
    for village in villages {
        all.extend([Query::Village(*village), Query::Checklist(*village)]);
    }
    all
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn the_file_stays_what_its_log_says_and_all_of_it_can_be_taken_back(
        deeds in prop::collection::vec(deed(), 1..40)
    ) {
        let mut world = World::new();
        let start = world.seen();
        for deed in &deeds {
            world.act(deed)?;
        }
        world.verified()?;
        let end = world.seen();
        let steps = world.depth;
        for _ in 0..steps {
            let receipt = world.it.store.apply(&Change::Undo).unwrap();
            prop_assert_eq!(&receipt.kept, &Vec::<String>::new(), "nobody changed it since");
        }
        for (before, after) in start.iter().zip(world.seen()) {
            prop_assert_eq!(before, &after, "taken back");
        }
        world.verified()?;
        for _ in 0..steps {
            world.it.store.apply(&Change::Redo).unwrap();
        }
        for (before, after) in end.iter().zip(world.seen()) {
            prop_assert_eq!(before, &after, "brought back");
        }
        world.verified()?;
    }
}
