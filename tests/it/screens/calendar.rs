//! The calendar: pictures of the sample round, and what keys do to a small one.

use xuncha::domain::change::Change;
use xuncha::domain::codes::{EventKind, Half};
use xuncha::domain::records::EventDraft;
use xuncha::text::Lang;
use xuncha::tui::desk::Desk;

use super::{WINDOWS, below_tabs, sample};
use crate::store::round::{nov, small};

/// Keys on the calendar and what the picture is called.
const PICTURES: [(&str, &str); 5] = [
    ("2", "month"),
    ("2<enter>jj", "agenda"),
    ("2z", "week"),
    ("2vj", "matrix"),
    ("2<home>", "first_day"),
];

#[test]
fn pictures() {
    for (say, columns, rows, window) in WINDOWS {
        for (keys, name) in PICTURES {
            let mut desk = sample(say, columns, rows);
            let shown = below_tabs(desk.keys(keys));
            insta::assert_snapshot!(format!("calendar_{name}_{window}"), shown);
        }
    }
}

#[test]
fn the_smallest_window_still_reads() {
    let mut desk = sample(Lang::Zh, 40, 10);
    for (keys, name) in [
        ("2", "days"),
        ("<enter>", "agenda"),
        ("<esc>v", "matrix"),
        ("z", "week"),
    ] {
        let shown = below_tabs(desk.keys(keys));
        insta::assert_snapshot!(format!("calendar_{name}_zh_40"), shown);
    }
}

/// The small round with two events on its 15th day, a Thursday.
fn planned() -> Desk {
    let mut round = small();
    for (half, kind, title) in [
        (Half::Morning, EventKind::Site, "示例现场核实"),
        (Half::Afternoon, EventKind::Talk, "示例谈话"),
    ] {
        let draft = EventDraft {
            day: nov(15),
            half,
            kind,
            title: title.into(),
            team: Some(round.team),
            unit: None,
            village: None,
            people: vec![round.leader, round.member],
            place: String::new(),
            milestone: false,
            sensitive: false,
            count: None,
            note: String::new(),
        };
        round.apply(Change::PlanEvent(Box::new(draft)));
    }
    let mut desk = Desk::open(round.store, Lang::Zh, 120, 36);
    desk.keys("2<enter>");
    desk
}

#[track_caller]
fn sees(desk: &Desk, seen: &[&str], unseen: &[&str]) {
    let shown = desk.text();
    for text in seen {
        assert!(shown.contains(text), "{text} is missing:\n{shown}");
    }
    for text in unseen {
        assert!(!shown.contains(text), "{text} is there:\n{shown}");
    }
}

#[test]
fn a_moved_event_takes_the_cursor_along_and_undo_brings_it_back() {
    let mut desk = planned();
    sees(&desk, &["┌ 11-15 周四", "○ 示例现场核实", "事0/2"], &[]);
    desk.keys(">");
    sees(&desk, &["┌ 11-16 周五", "11-15→", "事0/1"], &["事0/2"]);
    desk.keys(">");
    sees(&desk, &["┌ 11-17 周六"], &[]);
    desk.keys("hh");
    sees(&desk, &["→ 示例现场核实", "→11-17"], &["○ 示例现场核实"]);
    desk.keys("uu");
    sees(&desk, &["○ 示例现场核实", "事0/2"], &["→11-1"]);
}

#[test]
fn an_event_back_on_its_day_leaves_no_trace() {
    let mut desk = planned();
    desk.keys("><lt>");
    sees(
        &desk,
        &["┌ 11-15 周四", "○ 示例现场核实"],
        &["→11-15", "11-15→"],
    );
    desk.keys("u");
    sees(&desk, &["→11-16"], &[]);
}

#[test]
fn what_was_just_planned_is_selected() {
    let mut desk = planned();
    desk.keys("<tab>n座谈<tab><tab>示例座谈会一<f2><tab>f");
    let shown = desk.text();
    assert!(shown.contains("完成：示例座谈会一"), "{shown}");
}

#[test]
fn finishing_counts_in_the_grid_and_a_second_press_takes_it_up_again() {
    let mut desk = planned();
    desk.keys("f");
    sees(&desk, &["✓ 示例现场核实", "事1/2"], &[]);
    desk.keys("f");
    sees(&desk, &["○ 示例现场核实", "事0/2"], &[]);
    desk.keys("X");
    sees(&desk, &["✗ 示例现场核实", "取消", "事0/1"], &[]);
}

#[test]
fn marked_events_move_together() {
    let mut desk = planned();
    desk.keys("*}");
    sees(&desk, &["→11-22", "事0/2"], &["○ 示例"]);
    desk.keys("<esc><esc>j");
    sees(
        &desk,
        &["┌ 11-22 周四", "○ 示例现场核实", "○ 示例谈话"],
        &[],
    );
    desk.keys("u");
    sees(&desk, &["没有安排"], &[]);
}

#[test]
fn an_event_is_planned_on_the_cursors_day() {
    let mut desk = planned();
    desk.keys("<esc>ln");
    sees(&desk, &["2018-11-16"], &[]);
}

#[test]
fn the_matrix_shows_what_is_planned_in_a_village() {
    let mut desk = planned();
    desk.keys("<esc>v");
    sees(&desk, &["┌ 11-15 周四 示例", "没有安排"], &[]);
    desk.keys("j<esc>");
    sees(&desk, &["┌ 日历", "○ 示例现场核实"], &[]);
}
