//! What was typed wrongly: one sentence, the right status, not a byte changed.

use xuncha::domain::change::{Change, Made};
use xuncha::domain::codes::Role;
use xuncha::domain::records::{PersonDraft, TeamDraft};
use xuncha::store::Store;

use super::World;

#[test]
fn a_word_that_means_nothing_is_named() {
    let world = World::round();
    let cases: &[(&[&str], i32, &str, &str)] = &[
        // numbers
        (
            &["show", "999"],
            3,
            "no finding is numbered “999”",
            "没有编号「999」",
        ),
        (&["show", "一组-"], 3, "一组-", "一组-"),
        (&["show", "台账"], 3, "台账", "台账"),
        (&["show", ""], 3, "numbered", "编号"),
        (&["show", "%' OR 1=1 --"], 3, "numbered", "编号"),
        (&["move", "二组-001", "核实"], 3, "二组-001", "二组-001"),
        // stages
        (&["move", "1", "归档"], 2, "noted", "登记"),
        (&["move", "1", "核"], 2, "could be", "可能是 核实、待复核"),
        (&["list", "--stage", "nowhere"], 2, "nowhere", "nowhere"),
        (&["list", "--track", "甲"], 2, "immediate", "立行立改"),
        (&["list", "--sort", "size"], 2, "due, newest", "due、newest"),
        // days
        (
            &["add", "甲", "--due", "2018-02-30"],
            2,
            "2018-02-30",
            "没有「2018-02-30」这一天",
        ),
        (&["add", "甲", "--due", "D40"], 2, "35 days", "35 天"),
        (
            &["add", "甲", "--due", "很快"],
            2,
            "很快",
            "「很快」不是日期",
        ),
        (
            &["add", "甲", "--due", ""],
            2,
            "a date is needed",
            "请写日期",
        ),
        (&["list", "--due", "11-31..12-01"], 2, "11-31", "11-31"),
        (&["stats", "--day", "13-45"], 2, "13-45", "13-45"),
        // names
        (
            &["add", "甲", "--village", "海"],
            3,
            "示例东村",
            "没有村点「海」；有：",
        ),
        (&["add", "甲", "--village", "村"], 2, "示例东村", "请写全"),
        (&["add", "甲", "--village", "%"], 3, "%", "%"),
        (
            &["add", "甲", "--handler", "示例"],
            2,
            "示例甲, 示例乙",
            "请写全",
        ),
        (
            &["add", "甲", "--handler", "丙丁"],
            3,
            "丙丁",
            "没有承办人「丙丁」",
        ),
        (
            &["add", "甲", "--area", "9"],
            3,
            "9",
            "没有领域「9」；有：1 政治建设、6 反腐败",
        ),
        (&["add", "甲", "--track", "快办"], 2, "快办", "快办"),
        // titles
        (&["add", ""], 2, "title must not be empty", "标题不能为空"),
        (
            &["add", " \u{3000}\t "],
            2,
            "title must not be empty",
            "标题不能为空",
        ),
        (&["add", "甲\u{1b}[31m乙"], 2, "U+001B", "U+001B"),
        (&["add", "甲\u{7f}"], 2, "U+007F", "U+007F"),
        (&["add", "甲", "--body", "乙\u{8}"], 2, "U+0008", "U+0008"),
        // the line itself
        (&["add"], 2, "missing: <TEXT>", "还缺 <TEXT>"),
        (&["add", "甲", "乙"], 2, "乙", "乙"),
        (
            &["list", "--colour"],
            2,
            "xuncha list --help",
            "xuncha list --help",
        ),
        (&["list", "--limit", "many"], 2, "many", "many"),
        (&["list", "--limit"], 2, "needs a value", "后面要写内容"),
        (
            &["list", "--due", "11-12", "--overdue"],
            2,
            "cannot go together",
            "不能与",
        ),
        (&["help", "nothing"], 2, "nothing", "没有命令「nothing」"),
        (&["--json"], 2, "--json", "--json"),
        (&["--plain", "8"], 2, "8", "8"),
    ];
    for (words, status, en, zh) in cases {
        world.refuses(words, *status, en, zh);
    }
}

#[test]
fn a_title_is_as_long_as_a_line_may_be() {
    let world = World::round();
    let long = "长".repeat(10_000);
    world.refuses(
        &["add", &long],
        2,
        "10000 characters, at most 200",
        "10000 字，最多 200 字",
    );
    let body = "长".repeat(20_001);
    world.refuses(
        &["add", "甲", "--body", &body],
        2,
        "at most 20000",
        "最多 20000 字",
    );
    let most = "长".repeat(200);
    assert!(world.run(&["add", &most]).fine().contains(&most));
}

#[test]
fn two_numbers_with_one_end_are_both_named() {
    let world = World::round();
    let mut store = Store::open(&world.file).unwrap();
    let team = Change::AddTeam(TeamDraft {
        name: "第二巡察组".into(),
        code: "二组".into(),
    });
    let made = store.apply(&team).unwrap().made;
    let Some(Made::Team(team)) = made else {
        panic!("a team, not {made:?}");
    };
    let person = Change::AddPerson(PersonDraft {
        name: "示例丙".into(),
        role: Role::Member,
        team: Some(team),
    });
    let made = store.apply(&person).unwrap().made;
    let Some(Made::Person(person)) = made else {
        panic!("a person, not {made:?}");
    };
    store.sit(person).unwrap();
    drop(store);
    world.run(&["add", "另一组的"]).fine();
    world.refuses(
        &["show", "1"],
        2,
        "二组-001, 一组-001",
        "二组-001、一组-001",
    );
    let sheet = world.run(&["show", "二组-1", "--json"]).json();
    assert_eq!(sheet["title"], "另一组的");
}
