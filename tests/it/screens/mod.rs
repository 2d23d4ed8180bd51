//! Every screen, driven by keys.

mod calendar;
mod counts;
mod findings;
mod history;
mod standup;
mod today;
mod villages;

use std::path::Path;

use xuncha::store::Store;
use xuncha::text::Lang;
use xuncha::tui::desk::Desk;

/// The window without the frame's header and tabs.
pub(crate) fn below_tabs(desk: &Desk) -> String {
    let text = desk.text();
    let lines: Vec<&str> = text.lines().skip(2).collect();
    lines.join("\n")
}

/// A window onto a copy of the sample round.
fn sample(say: Lang, columns: u16, rows: u16) -> Desk {
    let folder = tempfile::tempdir().unwrap();
    let copy = folder.path().join("sample.db");
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("sample.db");
    std::fs::copy(file, &copy).unwrap();
    let store = Store::open(&copy).unwrap();
    // The open file outlives its folder's name.
    std::mem::forget(folder);
    Desk::open(store, say, columns, rows)
}

/// The two languages in the two sizes, with a name for the picture.
const WINDOWS: [(Lang, u16, u16, &str); 4] = [
    (Lang::Zh, 120, 36, "zh_120"),
    (Lang::Zh, 80, 24, "zh_80"),
    (Lang::En, 120, 36, "en_120"),
    (Lang::En, 80, 24, "en_80"),
];
