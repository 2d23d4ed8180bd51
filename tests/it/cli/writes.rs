//! new, demo, add, move, undo, redo, backup.

use std::fs;
use std::os::unix::fs::PermissionsExt as _;

use serde_json::json;

use super::{World, program};

const ROUND: &[&str] = &[
    "new",
    "--title",
    "示例轮",
    "--start",
    "2018-11-01",
    "--end",
    "2018-12-05",
];

#[test]
fn what_was_forgotten_is_added_later() {
    let world = World::empty();
    world.run(ROUND).fine();
    world.run(&["extend"]).failed(2, &["--village"]);
    world
        .run(&["extend", "--village", "示例东村:北乡"])
        .failed(3, &["北乡"]);
    let unit = [
        "extend",
        "--team",
        "第一组:一组",
        "--unit",
        "示例北乡党委:北乡:一组",
    ];
    world.run(&unit).fine();
    // What was added before is known by its name.
    let more = [
        "extend",
        "--village",
        "示例东村:北乡",
        "--person",
        "示例甲:组长:一组",
        "--me",
        "示例甲",
    ];
    world.run(&more).fine();
    let note = [
        "add",
        "台账缺失",
        "--village",
        "东村",
        "--handler",
        "示例甲",
        "--json",
    ];
    assert_eq!(world.run(&note).json()["number"], "一组-001");
    world.run(&["verify"]).fine();
}

#[test]
fn a_new_file_holds_what_was_named_and_the_shipped_checklist() {
    let world = World::empty();
    let more = [
        "--team",
        "第一巡察组:一组",
        "--team",
        "第二巡察组：二组",
        "--unit",
        "示例北乡党委:北乡:一组",
        "--unit",
        "示例南街党工委:南街:二组",
        "--village",
        "示例东村:北乡",
        "--village",
        "示例社区:南街:社区",
        "--person",
        "示例甲:组长:一组",
        "--person",
        "示例乙:member:二组",
        "--person",
        "示例丙",
        "--me",
        "示例甲",
    ];
    let made = world.run(&[ROUND, &more, &["--json"]].concat()).json();
    assert!(made["file"].as_str().unwrap().ends_with("round.db"));
    let bits = fs::metadata(&world.file).unwrap().permissions().mode();
    assert_eq!(bits & 0o777, 0o600);
    let stats = world.run(&["stats", "--json"]).json();
    assert_eq!(
        (&stats["round"], &stats["days"]),
        (&json!("示例轮"), &json!(35))
    );
    assert_eq!(
        stats["areas"]
            .as_array()
            .unwrap()
            .iter()
            .filter(|it| it["area"] != 0)
            .count(),
        7
    );
    // 46 points are asked of a village and of a community.
    let villages = stats["villages"].as_array().unwrap();
    for name in ["示例东村", "示例社区"] {
        let found = villages.iter().find(|it| it["name"] == name);
        assert_eq!(found.unwrap()["asked"], 46, "{name}");
    }
    let note = world
        .run(&[
            "add",
            "台账缺失",
            "--village",
            "东",
            "--handler",
            "me",
            "--json",
        ])
        .json();
    assert_eq!(note["number"], "一组-001");
    world.run(&["verify"]).fine();
}

#[test]
fn a_file_is_made_whole_or_not_at_all() {
    let cases: &[(&[&str], i32, &str, &str)] = &[
        (&["--end", "2018-02-30"], 2, "2018-02-30", "2018-02-30"),
        (&["--end", "2018-10-01"], 2, "check the dates", "请检查日期"),
        (
            &["--title", "  "],
            2,
            "title must not be empty",
            "标题不能为空",
        ),
        (&["--meeting", "25:00"], 2, "25:00", "25:00"),
        (&["--team", "一组"], 2, "NAME:CODE", "NAME:CODE"),
        (&["--unit", "示例乡:示例:三组"], 3, "三组", "三组"),
        (&["--village", "示例村:北乡"], 3, "北乡", "北乡"),
        (&["--person", "示例甲:村长"], 2, "村长", "村长"),
        (&["--me", "示例丁"], 3, "示例丁", "示例丁"),
    ];
    for (words, status, en, zh) in cases {
        let world = World::empty();
        let given = |name: &&str| words.first() == Some(name);
        let mut line: Vec<&str> = vec!["new"];
        for pair in ROUND.get(1..).unwrap().chunks(2) {
            if !given(&pair[0]) {
                line.extend(pair);
            }
        }
        line.extend(*words);
        world.refuses(&line, *status, en, zh);
        assert!(!world.file.exists(), "{words:?}");
    }
    let world = World::round();
    world.refuses(ROUND, 1, "exists already", "已存在");
}

#[test]
fn without_a_name_the_file_is_the_users_own() {
    let world = World::empty();
    let run =
        |words: &[&str]| super::Ran::from(program(world.path()).args(words).output().unwrap());
    run(&["list"]).failed(
        3,
        &["xuncha new", "xuncha demo", ".local/share/xuncha/round.db"],
    );
    run(&[]).failed(3, &["xuncha new"]);
    run(ROUND).fine();
    let own = world.path().join(".local/share/xuncha/round.db");
    let folder = fs::metadata(own.parent().unwrap())
        .unwrap()
        .permissions()
        .mode();
    assert_eq!(folder & 0o777, 0o700);
    run(&["add", "台账缺失"]).fine();
    assert_eq!(run(&["list", "--json"]).json()["total"], 1);
    let other = world.path().join("other.db");
    let mut command = program(world.path());
    command.env("XUNCHA_FILE", &other).arg("list");
    super::Ran::from(command.output().unwrap()).failed(3, &["other.db"]);
}

#[test]
fn a_finding_is_noted_with_what_is_known() {
    let world = World::round();
    let words = [
        "add",
        " 饮水工程  停用 ",
        "--village",
        "示例东村",
        "--area",
        "反腐，1",
        "--handler",
        "示例乙",
        "--due",
        "+2工作日",
        "--track",
        "immediate",
        "--body",
        "2017 年建成\n至今未通水",
    ];
    let said = world.said("zh", &words).fine();
    assert_eq!(said, "登记问题：一组-005 饮水工程  停用\n");
    let sheet = world.run(&["show", "5", "--json"]).json();
    for (field, want) in [
        ("title", json!("饮水工程  停用")),
        ("village", json!("示例东村")),
        ("unit", json!("北乡")),
        ("areas", json!([6, 1])),
        ("handler", json!("示例乙")),
        // The 16th is decreed free, 17 and 18 are a weekend.
        ("due", json!("2018-11-20")),
        ("track", json!("immediate")),
        ("body", json!("2017 年建成\n至今未通水")),
        ("noted_by", json!("示例甲")),
    ] {
        assert_eq!(sheet[field], want, "{field}");
    }
}

#[test]
fn a_body_can_come_from_standard_input() {
    let world = World::round();
    let text = world.path().join("facts.txt");
    fs::write(&text, "第一行\n第二行\n").unwrap();
    let mut command = program(world.path());
    command
        .arg("-f")
        .arg(&world.file)
        .args(["add", "甲", "--body", "-"]);
    let input = fs::File::open(&text).unwrap();
    super::Ran::from(command.stdin(input).output().unwrap()).fine();
    assert_eq!(
        world.run(&["show", "5", "--json"]).json()["body"],
        "第一行\n第二行"
    );
    fs::write(&text, "长".repeat(40_000)).unwrap();
    let before = world.run(&["list", "--json"]).json();
    let input = fs::File::open(&text).unwrap();
    let ran = super::Ran::from(command.stdin(input).output().unwrap());
    assert_eq!(ran.status, 2, "{}", ran.err);
    assert_eq!(world.run(&["list", "--json"]).json(), before);
}

#[test]
fn a_move_goes_by_the_rules_and_can_be_taken_back() {
    let world = World::round();
    let stage = || {
        world.run(&["show", "1", "--json"]).json()["stage"]
            .as_str()
            .unwrap()
            .to_owned()
    };
    let said = world.said("zh", &["move", "1", "核实"]).fine();
    assert_eq!(
        said,
        "流转环节：一组-001 集体资产台账缺失三本 登记 → 核实\n"
    );
    world.refuses(
        &["move", "1", "销号"],
        1,
        "it can go to: drafting",
        "可到：底稿",
    );
    world.refuses(&["move", "1", "drafting"], 1, "a handler", "承办人");
    world.refuses(&["move", "1", "退回补证"], 1, "--remark", "--remark");
    let receipt = world
        .run(&["move", "1", "returned", "--remark", "证据不全", "--json"])
        .json();
    assert_eq!(
        (&receipt["verb"], &receipt["number"]),
        (&json!("finding.stage"), &json!("一组-001"))
    );
    assert_eq!(stage(), "returned");
    world.run(&["undo"]).fine();
    assert_eq!(stage(), "verifying");
    world.run(&["undo"]).fine();
    assert_eq!(stage(), "noted");
    world.run(&["redo"]).fine();
    assert_eq!(stage(), "verifying");
    world.run(&["redo"]).fine();
    world.refuses(&["redo"], 1, "nothing to redo", "没有可重做的操作");
}

#[test]
fn a_backup_is_a_file_of_its_own() {
    let world = World::round();
    let to = world.path().join("copy.db");
    let name = to.to_str().unwrap();
    let made = world.run(&["backup", name, "--json"]).json();
    assert_eq!(made["file"], name);
    let verdict = world.run(&["verify", "--json"]).json();
    assert_eq!(made["head"], verdict["head"]);
    assert_eq!(
        fs::metadata(&to).unwrap().permissions().mode() & 0o777,
        0o600
    );
    world.refuses(&["backup", name], 1, "exists already", "已存在");
    world.refuses(
        &["backup", world.path().to_str().unwrap()],
        1,
        "exists already",
        "已存在",
    );
    let nowhere = world.path().join("no/such/folder.db");
    world.refuses(
        &["backup", nowhere.to_str().unwrap()],
        1,
        "folder.db",
        "folder.db",
    );
    let copy = program(world.path())
        .arg(&to)
        .args(["list", "--json"])
        .output()
        .unwrap();
    assert_eq!(
        super::Ran::from(copy).json(),
        world.run(&["list", "--json"]).json()
    );
}

#[test]
fn a_demonstration_is_made_once_under_a_free_name() {
    let world = World::empty();
    let name = world.file.to_str().unwrap();
    let said = world.said("zh", &["demo", "--seed", "7", name]).fine();
    assert!(said.contains("xuncha"), "{said}");
    let stats = world.run(&["stats", "--json"]).json();
    assert_eq!((&stats["day_no"], &stats["days"]), (&json!(15), &json!(35)));
    world.refuses(&["demo", name], 1, "exists already", "已存在");
}
