//! list, show, stats, log, verify: in words and as JSON.

use serde_json::{Value, json};

use super::World;

/// Numbers of the findings listed.
fn numbers(list: &Value) -> Vec<&str> {
    let findings = list["findings"].as_array().unwrap();
    findings
        .iter()
        .map(|it| it["number"].as_str().unwrap())
        .collect()
}

#[test]
fn a_list_is_what_the_filter_lets_through() {
    let world = World::round();
    let cases: &[(&[&str], &[&str])] = &[
        (&[], &["一组-002", "一组-001"]),
        (&["--all"], &["一组-002", "一组-001", "一组-003"]),
        (&["--clues"], &["一组-002", "一组-001", "一组-004"]),
        (&["--stage", "核实"], &["一组-002"]),
        (&["--stage", "verifying，登记"], &["一组-002", "一组-001"]),
        (&["--stage", "不予认定"], &["一组-003"]),
        (&["--village", "示例东村"], &["一组-001"]),
        (&["--village", "西"], &["一组-002"]),
        (&["--area", "反腐", "--all"], &["一组-002", "一组-003"]),
        (&["--area", "6"], &["一组-002"]),
        (&["--area", "1"], &[]),
        (&["--track", "立行立改", "--all"], &["一组-003"]),
        (&["--handler", "示例乙"], &["一组-002"]),
        (&["--handler", "我"], &[]),
        (&["--due", "11-12"], &["一组-002"]),
        (&["--due", "..昨天"], &["一组-002"]),
        (&["--due", "今天.."], &[]),
        (&["--overdue"], &["一组-002"]),
        (&["--text", "台账"], &["一组-001"]),
        (&["--text", "没有这个词"], &[]),
        (&["--sort", "oldest"], &["一组-001", "一组-002"]),
        (&["--sort", "newest", "--limit", "1"], &["一组-002"]),
    ];
    for (words, want) in cases {
        let list = world.run(&[&["list", "--json"], *words].concat()).json();
        assert_eq!(numbers(&list), *want, "{words:?}");
        let total = if words.contains(&"--limit") {
            2
        } else {
            want.len()
        };
        assert_eq!(list["total"], total, "{words:?}");
        let table = world.run(&[&["list"], *words].concat()).fine();
        let lines = table
            .lines()
            .skip(1)
            .map(|line| line.split(' ').next().unwrap());
        assert_eq!(lines.collect::<Vec<_>>(), *want, "{words:?}");
    }
}

#[test]
fn a_finding_in_a_list_has_the_documented_shape() {
    let world = World::round();
    let list = world.run(&["list", "--json", "--overdue"]).json();
    let want = json!({
        "total": 1,
        "more": false,
        "findings": [{
            "number": "一组-002",
            "title": "公开栏三个月未更新",
            "stage": "verifying",
            "track": "undecided",
            "triage": "normal",
            "restricted": false,
            "village": "示例西村",
            "unit": "南乡",
            "areas": [6],
            "handler": "示例乙",
            "due": "2018-11-12",
            "noted_on": "2018-11-15",
            "staged_on": "2018-11-15",
        }],
    });
    assert_eq!(list, want);
}

#[test]
fn a_table_stands_in_columns_of_cells() {
    let world = World::round();
    let want = "\
编号      环节  期限        村点      领域  承办    去向  标题
一组-002  核实  11-12 逾期  示例西村  反腐  示例乙  待定  公开栏三个月未更新
一组-001  登记              示例东村                待定  集体资产台账缺失三本
";
    assert_eq!(world.said("zh", &["list"]).fine(), want);
}

#[test]
fn a_finding_is_shown_by_its_number_or_the_end_of_it() {
    let world = World::round();
    for typed in ["一组-002", "一组-2", "002", "2", "２", " 002 "] {
        let sheet = world.run(&["show", typed, "--json"]).json();
        assert_eq!(sheet["number"], "一组-002", "{typed}");
    }
    let text = world.said("zh", &["show", "2"]).fine();
    for part in [
        "一组-002 公开栏三个月未更新",
        "环节  核实 11-15 起",
        "期限  2018-11-12 逾期 3 天",
        "村点  示例西村 南乡",
        "  11-15 登记 → 核实 示例甲",
    ] {
        assert!(text.contains(part), "{part} is not in\n{text}");
    }
    let sheet = world.run(&["show", "3", "--json"]).json();
    assert_eq!(sheet["steps"][1]["remark"], "证据不足");
    assert_eq!(sheet["final_no"], Value::Null);
}

#[test]
fn what_is_restricted_is_shown_only_on_purpose() {
    let world = World::round();
    world.refuses(&["show", "4"], 5, "--clues", "--clues");
    world.refuses(&["move", "4", "核实"], 5, "一组-004", "线索");
    let sheet = world.run(&["show", "4", "--clues", "--json"]).json();
    assert_eq!(sheet["restricted"], true);
    let list = world.run(&["list", "--all"]).fine();
    assert!(!list.contains("示例线索"), "{list}");
}

#[test]
fn stats_count_what_lists_list() {
    let world = World::round();
    let stats = world.run(&["stats", "--json"]).json();
    assert_eq!(stats["day"], "2018-11-15");
    assert_eq!((&stats["day_no"], &stats["days"]), (&json!(15), &json!(35)));
    assert_eq!((&stats["open"], &stats["overdue"]), (&json!(2), &json!(1)));
    let n = |list: &str, code: &str| {
        let list = stats[list].as_array().unwrap();
        let found = list.iter().find(|it| it["code"] == code);
        found.unwrap()["n"].as_u64().unwrap()
    };
    assert_eq!(n("stages", "verifying"), 1);
    assert_eq!(n("stages", "dismissed"), 1);
    assert_eq!(n("tracks", "undecided"), 2);
    let villages = stats["villages"].as_array().unwrap();
    assert_eq!(villages.len(), 3);
    let east = villages.iter().find(|it| it["name"] == "示例东村");
    assert_eq!(east.unwrap()["findings"], 1);
    let clues = world.run(&["stats", "--json", "--clues"]).json();
    assert_eq!(clues["open"], 3);
    let text = world.said("zh", &["stats"]).fine();
    assert!(text.contains("第15天/35 2018-11-15"), "{text}");
    assert!(text.contains("在办 2  逾期 1  今日到期 0"), "{text}");
    let before = world.run(&["stats", "--json", "--day", "D5"]).json();
    assert_eq!(
        (&before["day_no"], &before["overdue"]),
        (&json!(5), &json!(0))
    );
}

#[test]
fn the_log_is_read_newest_first_and_entry_by_entry() {
    let world = World::round();
    let log = world.run(&["log", "--json", "--limit", "2"]).json();
    let entries = log["entries"].as_array().unwrap();
    assert_eq!(entries.len(), 2);
    assert_eq!(entries[0]["verb"], "finding.stage");
    assert_eq!(entries[0]["actor"], "示例甲");
    assert_eq!(entries[0]["at"], "2018-11-15T09:00:00");
    assert_eq!(log["total"], entries[0]["n"]);
    let newest = entries[0]["n"].to_string();
    let entry = world.run(&["log", &newest, "--json"]).json();
    let changes = entry["changes"].as_array().unwrap();
    let stage = changes.iter().find(|it| it["column"] == "stage").unwrap();
    assert_eq!(
        (&stage["from"], &stage["to"]),
        (&json!("noted"), &json!("dismissed"))
    );
    let text = world.said("zh", &["log", &newest]).fine();
    assert!(text.contains("环节: 登记 → 不予认定"), "{text}");
    world.refuses(&["log", "999"], 3, "no entry 999", "没有第 999 条");
}

#[test]
fn verify_says_whether_the_file_is_what_its_log_says() {
    let world = World::round();
    let verdict = world.run(&["verify", "--json"]).json();
    assert_eq!(
        (&verdict["clean"], &verdict["found"]),
        (&json!(true), &json!(0))
    );
    let head = verdict["head"].as_str().unwrap().to_owned();
    assert!(world.run(&["verify"]).fine().contains(&head));
    let other = rusqlite::Connection::open(&world.file).unwrap();
    let deaf = other.execute_batch("PRAGMA trusted_schema = 1; UPDATE setting SET value = 'x'; UPDATE person SET name = '示例改' WHERE name = '示例乙'");
    assert!(deaf.is_ok(), "{deaf:?}");
    drop(other);
    let ran = world.run(&["verify"]);
    assert_eq!(ran.status, 6, "{}", ran.err);
    assert!(ran.err.contains("changes found"), "{}", ran.err);
    let ran = world.run(&["verify", "--json"]);
    let verdict: Value = serde_json::from_str(&ran.out).unwrap();
    assert_eq!((ran.status, &verdict["clean"]), (6, &json!(false)));
    assert!(
        verdict["differences"].to_string().contains("示例改"),
        "{verdict}"
    );
}
