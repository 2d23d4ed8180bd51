//! The daily meeting, from the first member to frozen figures.

use xuncha::domain::change::{Change, FindingSet, Made};
use xuncha::domain::codes::{EventKind, EventStatus, Half, MeetingKind, Stage};
use xuncha::domain::ids::EventId;
use xuncha::domain::records::{ActionDraft, EventDraft, MeetingDraft};
use xuncha::store::Store;
use xuncha::text::Lang;
use xuncha::tui::desk::Desk;

use crate::sample::committed;
use crate::store::round::{Small, nov, small};

fn plan(round: &mut Small, day: u32, kind: EventKind, title: &str) -> EventId {
    let draft = EventDraft {
        day: nov(day),
        half: Half::Morning,
        kind,
        title: title.into(),
        team: Some(round.team),
        unit: None,
        village: Some(round.east),
        people: vec![round.leader],
        place: String::new(),
        milestone: false,
        sensitive: false,
        count: None,
        note: String::new(),
    };
    match round.apply(Change::PlanEvent(Box::new(draft))).made {
        Some(Made::Event(id)) => id,
        other => panic!("an event, not {other:?}"),
    }
}

/// Thursday 15 November of the small round (Friday is free): every part of the leader's day has a line, and the day
/// before was closed with an action item left.
fn day_15() -> Store {
    let mut round = small();
    let talk = plan(&mut round, 15, EventKind::Talk, "示例谈话");
    round.apply(Change::SetEvents {
        ids: vec![talk],
        status: EventStatus::Done,
        count: Some(6),
    });
    plan(&mut round, 12, EventKind::Site, "示例公厕现场");
    plan(&mut round, 19, EventKind::Household, "示例入户");
    let (east, leader) = (round.east, round.leader);
    let late = round.note("示例公开栏三个月未更新", east);
    let moved = round.note("示例集体资产台账缺失三本", east);
    for (id, due) in [(late, 12), (moved, 19)] {
        for set in [
            FindingSet::Handler(Some(leader)),
            FindingSet::Due(Some(nov(due))),
        ] {
            round.apply(Change::SetFindings { ids: vec![id], set });
        }
    }
    round.apply(Change::MoveStage {
        ids: vec![moved],
        to: Stage::Verifying,
        remark: String::new(),
    });
    yesterday(&mut round);
    round.store
}

fn yesterday(round: &mut Small) {
    let (day, team) = (nov(14), Some(round.team));
    round.apply(Change::SaveMeeting(Box::new(MeetingDraft {
        day,
        kind: MeetingKind::Team,
        team,
        present: vec![round.leader],
        absent: vec![round.member],
        decisions: "先清旧账，再安排新调阅".into(),
    })));
    round.apply(Change::AddAction {
        day,
        team,
        action: ActionDraft {
            text: "示例：补拍公开栏近照".into(),
            owner: Some(round.member),
            due: Some(nov(15)),
        },
    });
    round.apply(Change::CloseMeeting { day, team });
}

/// The stand-up screen in a window of so many columns and rows.
fn standup(say: Lang, columns: u16, rows: u16) -> Desk {
    let mut desk = Desk::open(day_15(), say, columns, rows);
    desk.keys("5");
    desk
}

/// The window without the frame's header and tabs.
fn below_tabs(desk: &Desk) -> String {
    let text = desk.text();
    let lines: Vec<&str> = text.lines().skip(2).collect();
    lines.join("\n")
}

#[test]
fn it_reads_on_a_wall_on_a_laptop_and_on_a_strip() {
    for (say, name) in [(Lang::Zh, "zh"), (Lang::En, "en")] {
        for (columns, rows) in [(120, 36), (80, 24), (40, 10)] {
            let mut desk = standup(say, columns, rows);
            insta::assert_snapshot!(format!("members_{columns}_{name}"), below_tabs(&desk));
            desk.keys("<tab>");
            insta::assert_snapshot!(format!("minutes_{columns}_{name}"), below_tabs(&desk));
        }
    }
}

#[test]
fn a_meeting_is_held_closed_and_opened_again() {
    let mut desk = standup(Lang::Zh, 120, 36);
    let says = |desk: &mut Desk, keys: &str, words: &[&str]| {
        let text = desk.keys(keys).text();
        for word in words {
            assert!(text.contains(word), "{keys}: no {word} in\n{text}");
        }
    };
    says(&mut desk, "", &["一组  未记录"]);
    says(
        &mut desk,
        "A示例：核对名册<f2>",
        &["督办事项 0/1", "○ 示例：核对名册"],
    );
    says(
        &mut desk,
        "c<f2>",
        &["到会 2", "示例甲、示例乙", "一组  未关闭"],
    );
    says(&mut desk, "C", &["关闭 11-15 周四 一组的组务会？"]);
    says(
        &mut desk,
        "<enter>",
        &["■ 已冻结 11-15 09:00 示例甲", "一组  已关闭"],
    );
    says(&mut desk, "c", &["11-15 的例会已关闭"]);
    // The figures stay as they were, and what came later is said beside them.
    says(
        &mut desk,
        "n示例新问题<f2>",
        &["问题                     2 个      +2     现 3"],
    );
    // An item is done after the meeting.
    says(
        &mut desk,
        "<tab><end><up><space>",
        &["11-14 的督办 1/1", "✓ 办结 · 示例乙"],
    );
    says(
        &mut desk,
        "R补记一项<enter>",
        &["○ 未关闭", "曾重开：补记一项"],
    );
    says(&mut desk, "uu", &["■ 已冻结", "11-14 的督办 0/1"]);
}

#[test]
fn what_was_not_done_is_carried_over_the_free_day() {
    let mut desk = standup(Lang::Zh, 120, 36);
    let text = desk.keys("<down><down><down><down><gt>").text();
    assert!(text.contains("卡点 0"), "{text}");
    assert!(text.contains("下一步 11-19 周一 3"), "{text}");
    assert!(text.contains("示例东村 示例公厕现场"), "{text}");
}

#[test]
fn days_and_teams_are_switched_by_key() {
    let mut desk = standup(Lang::Zh, 120, 36);
    for (keys, words) in [
        ("H", "11-14 周三  第14天  一组  已关闭"),
        ("LL", "11-16 周五  第16天  一组  未记录"),
        ("0", "11-15 周四  今天  一组  未记录"),
        ("z", "11-15 周四  今天  全体"),
    ] {
        let text = desk.keys(keys).text();
        assert!(text.contains(words), "{keys}: {text}");
    }
}

#[test]
fn enter_goes_to_the_finding_and_backspace_comes_back() {
    let mut desk = standup(Lang::Zh, 120, 36);
    let text = desk.keys("<end><enter>").text();
    assert!(text.contains("[4问题]"), "{text}");
    let text = desk.keys("<backspace>").text();
    assert!(
        text.contains("[5例会]") && text.contains("示例甲 · 组长"),
        "{text}"
    );
}

#[test]
fn the_sample_reads_on_its_fifteenth_day_and_the_day_before() {
    for (say, name, columns, rows) in [(Lang::Zh, "zh", 120, 36), (Lang::En, "en", 80, 24)] {
        let mut desk = Desk::open(committed(), say, columns, rows);
        for (keys, what) in [
            ("5<right>", "deputy"),
            ("<end>", "overdue"),
            ("H<tab><end>", "frozen"),
        ] {
            desk.keys(keys);
            insta::assert_snapshot!(format!("sample_{what}_{name}"), below_tabs(&desk));
        }
    }
}
