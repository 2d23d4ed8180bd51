//! Each form at three sizes in both languages; and at every size there is, without a panic.

use super::{every_kind, open};
use crate::text::Lang;
use crate::tui::overlay::test_kit::{Bench, picture};

const SIZES: [(u16, u16); 3] = [(120, 36), (80, 24), (40, 10)];

#[test]
fn every_form_in_both_languages_at_three_sizes() {
    for (name, kind) in every_kind() {
        for (lang, say) in [("zh", Lang::Zh), ("en", Lang::En)] {
            let pictures: Vec<String> = SIZES
                .iter()
                .map(|(width, height)| {
                    let mut bench = Bench::new(say, *width, *height);
                    let overlay = open(&mut bench, kind.clone());
                    format!("{width}x{height}\n{}", bench.draw(&overlay))
                })
                .collect();
            picture(&format!("form_{name}_{lang}"), &pictures.join("\n"));
        }
    }
}

#[test]
fn no_size_and_no_focus_is_too_much() {
    for (_, kind) in every_kind() {
        for (width, height) in [
            (0, 0),
            (1, 1),
            (2, 9),
            (9, 2),
            (13, 4),
            (20, 6),
            (40, 10),
            (71, 13),
        ] {
            let mut bench = Bench::new(Lang::Zh, width, height);
            let mut overlay = open(&mut bench, kind.clone());
            for key in ["", "问题", "<tab>", "<down>", "<space>", "<esc>"]
                .iter()
                .cycle()
                .take(60)
            {
                bench.keys(&mut overlay, key);
                bench.draw(&overlay);
            }
        }
    }
}
