//! Keys against prompts, and how prompts look.

use super::PromptLine;
use crate::domain::change::{Change, FindingSet, Thing};
use crate::domain::codes::Stage;
use crate::text::Lang;
use crate::text::clean::TITLE_LIMIT;
use crate::tui::effect::{Effect, Prompt, PromptFor};
use crate::tui::overlay::test_kit::{Bench, finding, meeting, november, picture};
use crate::tui::overlay::{Overlay, Reply};

fn open(bench: &Bench, ask: PromptFor, text: &str) -> Overlay {
    let prompt = Prompt {
        ask,
        text: text.to_owned(),
    };
    Overlay::Prompt(Box::new(bench.cx(|cx| PromptLine::open(prompt, &cx))))
}

fn answered(ask: PromptFor, keys: &str) -> Reply {
    let mut bench = Bench::zh();
    let mut overlay = open(&bench, ask, "");
    bench.keys(&mut overlay, keys)
}

fn write(change: Change) -> Reply {
    Reply::Keep(vec![Effect::Write(change)])
}

#[test]
fn a_deadline_is_read_as_people_write_it() {
    let due = |day| {
        write(Change::SetFindings {
            ids: vec![finding(17)],
            set: FindingSet::Due(day),
        })
    };
    let cases = [
        ("11-20<enter>", due(Some(november(20)))),
        ("+2工作日<enter>", due(Some(november(19)))),
        ("D20<enter>", due(Some(november(20)))),
        ("今天<up><up><enter>", due(Some(november(17)))),
        ("今天<pgup><down><enter>", due(Some(november(21)))),
        ("<enter>", due(None)),
        ("  <enter>", due(None)),
        ("哪天<enter>", Reply::Stay),
        ("02-30<enter>", Reply::Stay),
        ("+2<esc>", Reply::Close),
    ];
    for (keys, want) in cases {
        assert_eq!(
            answered(PromptFor::Due(vec![finding(17)]), keys),
            want,
            "{keys}"
        );
    }
}

#[test]
fn a_deadline_that_stands_is_written_anew_or_moved() {
    let cases = [
        ("+2<enter>", Some(november(17))),
        ("<up><enter>", Some(november(9))),
        ("<bs><enter>", None),
        ("<enter>", Some(november(8))),
    ];
    for (keys, due) in cases {
        let mut bench = Bench::zh();
        let ask = PromptFor::Due(vec![finding(17)]);
        let mut overlay = open(&bench, ask, "2018-11-08");
        let change = Change::SetFindings {
            ids: vec![finding(17)],
            set: FindingSet::Due(due),
        };
        assert_eq!(bench.keys(&mut overlay, keys), write(change), "{keys}");
    }
}

#[test]
fn a_reason_is_never_empty() {
    let ids = vec![finding(17)];
    let reason = "证据不足".to_owned();
    let cases = [
        (
            PromptFor::StageReason(ids.clone(), Stage::Returned),
            Change::MoveStage {
                ids: ids.clone(),
                to: Stage::Returned,
                remark: reason.clone(),
            },
        ),
        (
            PromptFor::MergeReason {
                from: finding(17),
                into: finding(18),
            },
            Change::MergeFinding {
                from: finding(17),
                into: finding(18),
                reason: reason.clone(),
            },
        ),
        (
            PromptFor::WithdrawReason(vec![Thing::Finding(finding(17))]),
            Change::Withdraw {
                what: vec![Thing::Finding(finding(17))],
                reason: reason.clone(),
            },
        ),
        (
            PromptFor::ReopenReason(meeting(1)),
            Change::ReopenMeeting {
                id: meeting(1),
                reason,
            },
        ),
    ];
    for (ask, change) in cases {
        assert_eq!(answered(ask.clone(), " 证据不足 <enter>"), write(change));
        for keys in ["<enter>", "   <enter>"] {
            let mut bench = Bench::zh();
            let mut overlay = open(&bench, ask.clone(), "");
            assert_eq!(bench.keys(&mut overlay, keys), Reply::Stay, "{ask:?}");
            assert!(bench.draw(&overlay).contains("请写明理由"), "{ask:?}");
        }
        let long = format!("{}<enter>", "长".repeat(TITLE_LIMIT + 1));
        assert_eq!(answered(ask, &long), Reply::Stay);
    }
}

#[test]
fn the_filter_is_heard_while_it_is_typed() {
    let mut bench = Bench::zh();
    let mut overlay = open(&bench, PromptFor::Filter, "台");
    let filter = |text: &str| Reply::Filter(text.to_owned());
    assert_eq!(bench.keys(&mut overlay, "账"), filter("台账"));
    assert_eq!(bench.keys(&mut overlay, "<bs>"), filter("台"));
    assert_eq!(bench.keys(&mut overlay, "<left>"), Reply::Stay);
    let pasted = bench.cx(|cx| overlay.paste("资\n产", &cx));
    assert_eq!(pasted, filter("资 产台"));
    assert_eq!(bench.keys(&mut overlay, "<enter>"), Reply::Close);
    assert_eq!(
        bench.keys(&mut overlay, "<esc>"),
        Reply::Unfilter("台".into())
    );
}

#[test]
fn prompts_at_two_sizes_in_both_languages() {
    let asks = [
        (PromptFor::Filter, "台账"),
        (PromptFor::Due(vec![finding(17)]), ""),
        (PromptFor::Due(vec![finding(17)]), "+2工作日"),
        (PromptFor::Due(vec![finding(17)]), "哪天"),
        (
            PromptFor::StageReason(vec![finding(17)], Stage::Returned),
            "",
        ),
        (PromptFor::WithdrawReason(Vec::new()), "重复登记"),
    ];
    for (lang, say) in [("zh", Lang::Zh), ("en", Lang::En)] {
        let mut text = String::new();
        for (width, height) in [(80, 10), (40, 10)] {
            for (ask, typed) in &asks {
                let mut bench = Bench::new(say, width, height);
                let overlay = open(&bench, ask.clone(), typed);
                text.push_str(bench.draw(&overlay).trim_matches('\n'));
                text.push('\n');
            }
        }
        picture(&format!("prompt_{lang}"), &text);
    }
}

#[test]
fn no_size_is_too_small() {
    for (width, height) in [(0, 0), (1, 1), (3, 3), (9, 4), (20, 6)] {
        let mut bench = Bench::new(Lang::Zh, width, height);
        let overlay = open(&bench, PromptFor::Due(Vec::new()), "集体资产台账缺失");
        bench.draw(&overlay);
    }
}
