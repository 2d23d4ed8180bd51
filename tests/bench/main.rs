//! How fast it is at 1,000, 10,000 and 100,000 findings: `cargo bench`.
//!
//! Every figure is a whole path: the store's answer, the update, the frame as cells. What a row of the table means is in
//! the README; what is allowed to grow is in `src/lib.rs`.

mod round;

use divan::{Bencher, black_box};
use xuncha::domain::change::{Change, FindingSet};
use xuncha::domain::codes::Triage;
use xuncha::store::Store;
use xuncha::text::Lang;
use xuncha::tui::desk::Desk;

const SIZES: [usize; 3] = [1_000, 10_000, 100_000];

fn main() {
    for findings in SIZES {
        round::file(findings);
    }
    memory();
    divan::main();
}

fn store(findings: usize) -> Store {
    Store::open(&round::file(findings)).expect("the bench's own file opens")
}

fn desk(findings: usize) -> Desk {
    Desk::open(store(findings), Lang::Zh, 120, 36)
}

/// From the path to the first frame as cells.
#[divan::bench(args = SIZES, sample_count = 50)]
fn open_to_first_frame(bencher: Bencher<'_, '_>, findings: usize) {
    bencher.bench_local(|| black_box(desk(findings).text()));
}

/// One step of the cursor in the table of findings, with its frame.
#[divan::bench(args = SIZES, sample_count = 300)]
fn cursor_step(bencher: Bencher<'_, '_>, findings: usize) {
    let mut desk = desk(findings);
    desk.keys("4");
    let mut down = false;
    bencher.bench_local(|| {
        down = !down;
        black_box(desk.keys(if down { "j" } else { "k" }).text())
    });
}

/// A page further in the table of findings, with its frame.
#[divan::bench(args = SIZES, sample_count = 100)]
fn page_step(bencher: Bencher<'_, '_>, findings: usize) {
    let mut desk = desk(findings);
    desk.keys("4");
    bencher.bench_local(|| black_box(desk.keys("<pgdn>").text()));
}

/// To the findings and back to the villages: two screens drawn.
#[divan::bench(args = SIZES, sample_count = 100)]
fn switch_two_screens(bencher: Bencher<'_, '_>, findings: usize) {
    let mut desk = desk(findings);
    bencher.bench_local(|| black_box(desk.keys("4").text().len() + desk.keys("3").text().len()));
}

/// A property of the selected finding set and committed (synced to the disk), with the frame after it.
#[divan::bench(args = SIZES, sample_count = 100)]
fn change_with_commit(bencher: Bencher<'_, '_>, findings: usize) {
    let mut desk = desk(findings);
    desk.keys("4");
    let id = round::some_finding(desk.store());
    let mut high = false;
    bencher.bench_local(|| {
        high = !high;
        let set = FindingSet::Triage(if high { Triage::High } else { Triage::Normal });
        let change = Change::SetFindings { ids: vec![id], set };
        black_box(desk.meanwhile(&change).text())
    });
}

/// A word of two characters that every fourth finding has: the first page, newest first, and how many (to 300).
#[divan::bench(args = SIZES, sample_count = 100)]
fn search_first_page(bencher: Bencher<'_, '_>, findings: usize) {
    let store = store(findings);
    let query = round::search("台账");
    bencher.bench_local(|| black_box(store.ask(&query).expect("an answer")));
}

/// The same through the screen, a word nobody has looked for yet each time: the filter opened, the word typed key by key
/// with a first page for each, the filter left again.
#[divan::bench(args = SIZES, sample_count = 50)]
fn search_typed(bencher: Bencher<'_, '_>, findings: usize) {
    let mut desk = desk(findings);
    desk.keys("4");
    let mut word = 100;
    bencher.bench_local(|| {
        word += 7;
        let found = desk.keys(&format!("/{word}<enter>")).text();
        desk.keys("<esc>");
        black_box(found)
    });
}

/// Resident memory with a file open and every screen seen.
fn memory() {
    for findings in SIZES {
        let mut desk = desk(findings);
        for screen in ["1", "2", "3", "4", "5", "6", "7"] {
            black_box(desk.keys(screen).text());
        }
        let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
        let resident = status
            .lines()
            .find(|line| line.starts_with("VmRSS"))
            .unwrap_or("VmRSS: unknown");
        divan::black_box(&desk);
        round::say(&format!("{findings:>7} findings: {resident}"));
    }
}
