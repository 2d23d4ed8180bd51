//! Keys against lists, and how lists look.

use super::Picker;
use crate::domain::answer::Answer;
use crate::domain::change::{Change, FindingSet};
use crate::domain::codes::{Stage, Track, Triage};
use crate::domain::query::Query;
use crate::text::Lang;
use crate::tui::effect::{Choice, Effect, Pick, PickFrom, PickThen, Prompt, PromptFor};
use crate::tui::overlay::test_kit::{Bench, finding, person, picture, sheet, village};
use crate::tui::overlay::{Overlay, Reply};

const BOTH: [u128; 2] = [17, 18];

fn ids() -> Vec<crate::domain::ids::FindingId> {
    BOTH.map(finding).to_vec()
}

fn bench() -> Bench {
    let mut bench = Bench::zh();
    bench.findings.push(sheet(18, Stage::Verifying));
    bench
}

fn open(bench: &mut Bench, from: &PickFrom, then: &PickThen) -> Overlay {
    let ask = |bench: &mut Bench| {
        let pick = Pick {
            from: from.clone(),
            then: then.clone(),
        };
        Overlay::Picker(Box::new(bench.cx(|cx| Picker::open(pick, &cx))))
    };
    // A screen has asked for what stands under its cursor.
    let overlay = ask(bench);
    bench.ask(&overlay);
    ask(bench)
}

fn chosen(from: &PickFrom, then: &PickThen, keys: &str) -> Reply {
    let mut bench = bench();
    let mut overlay = open(&mut bench, from, then);
    bench.keys(&mut overlay, keys)
}

fn set(set: FindingSet) -> Reply {
    Reply::Done(vec![Effect::Write(Change::SetFindings { ids: ids(), set })])
}

#[test]
fn a_choice_sets_a_property_on_all_of_them() {
    let areas = || PickFrom::Areas {
        many: true,
        ticked: vec![6],
    };
    let none_ticked = || PickFrom::Areas {
        many: true,
        ticked: Vec::new(),
    };
    let handler = FindingSet::Handler;
    let cases = [
        (PickFrom::People, "2", handler(Some(person(2)))),
        (PickFrom::People, "0", handler(None)),
        (
            PickFrom::People,
            "<down><down><enter>",
            handler(Some(person(2))),
        ),
        (PickFrom::People, "丙<enter>", handler(Some(person(3)))),
        (PickFrom::People, "slb<space>", handler(Some(person(3)))),
        (PickFrom::People, "。３", handler(Some(person(3)))),
        (
            PickFrom::Tracks,
            "lxlg<enter>",
            FindingSet::Track(Track::Immediate),
        ),
        (PickFrom::Tracks, "3", FindingSet::Track(Track::Immediate)),
        (PickFrom::Triage, "1", FindingSet::Triage(Triage::High)),
        (
            PickFrom::Villages,
            "2",
            FindingSet::Village(Some(village(2))),
        ),
        (
            PickFrom::Villages,
            "社区<enter>",
            FindingSet::Village(Some(village(3))),
        ),
        (
            PickFrom::Villages,
            "beicun<enter>",
            FindingSet::Village(Some(village(4))),
        ),
        (PickFrom::Villages, "0", FindingSet::Village(None)),
        (areas(), "3<enter>", FindingSet::Areas(vec![6, 3])),
        (areas(), "6<enter>", FindingSet::Areas(vec![])),
        (areas(), "63<enter>", FindingSet::Areas(vec![3])),
        (areas(), "<enter>", FindingSet::Areas(vec![6])),
        (areas(), "作风<enter>", FindingSet::Areas(vec![6, 4])),
        (none_ticked(), "<down><enter>", FindingSet::Areas(vec![2])),
        (
            none_ticked(),
            "<down><space><up><enter>",
            FindingSet::Areas(vec![2]),
        ),
    ];
    for (from, keys, want) in cases {
        let name = format!("{from:?} {keys}");
        let reply = chosen(&from, &PickThen::Set(ids()), keys);
        if keys.starts_with('。') {
            // A stray mark is looked for, and digits then choose among what is left: nothing.
            assert_eq!(reply, Reply::Stay, "{name}");
        } else {
            assert_eq!(reply, set(want), "{name}");
        }
    }
}

#[test]
fn a_screen_gets_the_choice_itself() {
    let cases = [
        (
            PickFrom::Villages,
            "1",
            Choice::Village(Some(village(1)), "示例东村".into()),
        ),
        (
            PickFrom::Villages,
            "0",
            Choice::Village(None, String::new()),
        ),
        (PickFrom::Tracks, "0", Choice::Track(None)),
        (
            PickFrom::Stages(vec![Stage::Noted, Stage::Verifying]),
            "2",
            Choice::Stage(Some(Stage::Verifying)),
        ),
        (
            PickFrom::Areas {
                many: false,
                ticked: vec![3],
            },
            "<enter>",
            Choice::Areas(vec![3]),
        ),
        (
            PickFrom::Areas {
                many: false,
                ticked: Vec::new(),
            },
            "0",
            Choice::Areas(Vec::new()),
        ),
    ];
    for (from, keys, want) in cases {
        let name = format!("{from:?} {keys}");
        assert_eq!(
            chosen(&from, &PickThen::Screen, keys),
            Reply::Chosen(want),
            "{name}"
        );
    }
}

#[test]
fn a_stage_is_taken_asked_a_reason_for_or_barred() {
    let stages = || {
        PickFrom::Stages(vec![
            Stage::Drafting,
            Stage::Returned,
            Stage::Noted,
            Stage::Signing,
        ])
    };
    let one = || PickThen::Stage(vec![finding(17)]);
    let moved = Change::MoveStage {
        ids: vec![finding(17)],
        to: Stage::Drafting,
        remark: String::new(),
    };
    assert_eq!(
        chosen(&stages(), &one(), "<enter>"),
        Reply::Done(vec![Effect::Write(moved)])
    );
    let prompt = Prompt {
        ask: PromptFor::StageReason(vec![finding(17)], Stage::Returned),
        text: String::new(),
    };
    assert_eq!(
        chosen(&stages(), &one(), "2"),
        Reply::Done(vec![Effect::Prompt(Box::new(prompt))])
    );
    assert_eq!(chosen(&stages(), &one(), "4"), Reply::Stay);

    let mut bench = bench();
    bench.findings[0].draft.handler = None;
    let mut overlay = open(&mut bench, &stages(), &one());
    assert_eq!(bench.keys(&mut overlay, "1"), Reply::Stay);
    let drawn = bench.draw(&overlay);
    assert!(drawn.contains("还缺 承办人"), "{drawn}");
    assert!(drawn.contains("从「核实」到不了"), "{drawn}");
    picture("picker_stages", &drawn);
}

#[test]
fn a_finding_is_found_by_number_or_title_and_merged_with_a_reason() {
    let from = || PickFrom::Findings {
        except: finding(17),
        near: None,
    };
    let prompt = |into| {
        Reply::Done(vec![Effect::Prompt(Box::new(Prompt {
            ask: PromptFor::MergeReason {
                from: finding(17),
                into: finding(into),
            },
            text: String::new(),
        }))])
    };
    let then = || PickThen::Merge(finding(17));
    assert_eq!(chosen(&from(), &then(), "018<enter>"), prompt(18));
    assert_eq!(chosen(&from(), &then(), "台账<enter>"), prompt(18));
    // The one itself is never offered.
    assert_eq!(chosen(&from(), &then(), "017<enter>"), Reply::Stay);
}

#[test]
fn esc_first_clears_what_was_typed() {
    let mut bench = bench();
    let mut overlay = open(&mut bench, &PickFrom::People, &PickThen::Set(ids()));
    assert_eq!(bench.keys(&mut overlay, "乙<esc>"), Reply::Stay);
    assert!(bench.draw(&overlay).contains("示例丙"));
    assert_eq!(bench.keys(&mut overlay, "<esc>"), Reply::Close);
}

#[test]
fn villages_are_asked_as_one_types() {
    let mut bench = bench();
    let mut overlay = open(&mut bench, &PickFrom::Villages, &PickThen::Screen);
    bench.keys(&mut overlay, "东村");
    let needs = bench.cx(|cx| overlay.needs(&cx));
    assert!(
        matches!(&needs[..], [Query::Villages { text, .. }] if text == "东村"),
        "{needs:?}"
    );
    assert!(bench.draw(&overlay).contains("示例东村"));
    bench.keys(&mut overlay, "甲");
    assert!(bench.draw(&overlay).contains("没有符合的"));
}

#[test]
fn the_list_begins_at_what_is_held_now() {
    let mut bench = bench();
    let query = Query::Finding(finding(17));
    let held = Box::new(bench.findings[0].clone());
    bench.kit.answers.put(query, Answer::Finding(Some(held)));
    let then = PickThen::Set(vec![finding(17)]);
    let overlay = open(&mut bench, &PickFrom::People, &then);
    assert!(bench.draw(&overlay).contains(">1 示例甲"));
}

#[test]
fn lists_at_three_sizes_in_both_languages() {
    for (lang, say) in [("zh", Lang::Zh), ("en", Lang::En)] {
        let mut text = String::new();
        for (width, height) in [(80, 24), (40, 10)] {
            for (from, then, keys) in [
                (PickFrom::People, PickThen::Set(ids()), "<down>"),
                (PickFrom::Villages, PickThen::Screen, "cun"),
                (
                    PickFrom::Areas {
                        many: true,
                        ticked: vec![6],
                    },
                    PickThen::Set(ids()),
                    "2",
                ),
            ] {
                let mut bench = Bench::new(say, width, height);
                let mut overlay = open(&mut bench, &from, &then);
                bench.keys(&mut overlay, keys);
                text.push_str(&bench.draw(&overlay));
                text.push('\n');
            }
        }
        picture(&format!("picker_{lang}"), &text);
    }
}

#[test]
fn no_size_is_too_small() {
    for (width, height) in [(0, 0), (1, 1), (3, 3), (9, 5), (20, 6)] {
        for from in [PickFrom::People, PickFrom::Villages] {
            let mut bench = Bench::new(Lang::Zh, width, height);
            let mut overlay = open(&mut bench, &from, &PickThen::Screen);
            bench.keys(&mut overlay, "村<down>");
            bench.draw(&overlay);
        }
    }
}
