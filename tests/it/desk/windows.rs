//! Windows of any size, over the sample round and over a round with nothing in it.

use xuncha::sample::demo_in_memory;
use xuncha::text::Lang;
use xuncha::tui::desk::Desk;

use crate::store::round::small;

#[test]
fn what_is_cut_is_marked_once() {
    for say in [Lang::Zh, Lang::En] {
        let mut desk = Desk::open(demo_in_memory(7).unwrap(), say, 80, 24);
        for (columns, rows) in [(40, 10), (20, 6), (60, 20), (80, 24), (200, 60)] {
            desk.resize(columns, rows);
            for screen in 1..=7 {
                let text = desk.screen(screen).text();
                assert!(
                    !text.contains("……"),
                    "{screen} at {columns}×{rows}:\n{text}"
                );
            }
        }
    }
}

#[test]
fn a_round_without_findings_says_how_to_note_one() {
    let mut desk = Desk::open(small().store, Lang::Zh, 80, 24);
    for keys in ["4", "b", "b"] {
        let text = desk.keys(keys).text();
        assert!(text.contains("按 n 登记"), "{text}");
    }
    let text = desk.keys("/没有的<enter>").text();
    assert!(text.contains("没有符合条件的问题"), "{text}");
}

#[test]
fn a_window_too_small_to_read_says_so_and_comes_back() {
    let mut desk = Desk::open(small().store, Lang::Zh, 80, 24);
    let before = desk.text();
    for (columns, rows) in [(19, 6), (20, 5), (8, 1)] {
        assert!(desk.resize(columns, rows).text().starts_with("窗口太小"));
        assert_eq!(desk.caret(), None);
    }
    assert_eq!(desk.resize(80, 24).text(), before);
}
