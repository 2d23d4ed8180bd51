//! The sample round: the same for the same seed, and as full as a round is on its fifteenth day.

use std::path::Path;

use xuncha::domain::answer::{Answer, Total};
use xuncha::domain::codes::Stage;
use xuncha::domain::query::{FindingFilter, Query};
use xuncha::sample::demo_in_memory;
use xuncha::store::Store;

/// The file that is committed.
pub(crate) fn committed() -> Store {
    // A copy: the committed file must not even get a write-ahead log beside it.
    let folder = tempfile::tempdir().unwrap();
    let copy = folder.path().join("sample.db");
    std::fs::copy(
        Path::new(env!("CARGO_MANIFEST_DIR")).join("sample.db"),
        &copy,
    )
    .unwrap();
    let store = Store::open(&copy).unwrap();
    // On unix the open file outlives its folder.
    std::mem::forget(folder);
    store
}

#[test]
fn the_committed_file_is_what_seed_seven_makes() {
    let made = demo_in_memory(7).unwrap();
    let there = committed();
    assert_eq!(
        there.head().unwrap(),
        made.head().unwrap(),
        "run: cargo run --release -- demo --seed 7 sample.db"
    );
    for store in [&made, &there] {
        let verdict = store.verify().unwrap();
        assert!(verdict.is_clean(), "{:?}", verdict.differences);
    }
    assert_ne!(
        demo_in_memory(8).unwrap().head().unwrap(),
        made.head().unwrap()
    );
}

#[test]
fn every_stage_is_there() {
    let store = demo_in_memory(7).unwrap();
    let filter = FindingFilter {
        clues: true,
        ..FindingFilter::default()
    };
    let Answer::Stages(stages) = store.ask(&Query::Stages(filter)).unwrap() else {
        panic!("stages")
    };
    for stage in Stage::ALL {
        let n = stages
            .iter()
            .find(|(s, _)| s == stage)
            .map_or(Total::default(), |(_, n)| *n);
        assert!(n.n > 0, "no finding is {stage}: {stages:?}");
    }
    assert!(stages.iter().map(|(_, n)| n.n).sum::<u32>() >= 260);
}
