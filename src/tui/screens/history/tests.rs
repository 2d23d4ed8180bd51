//! The log's words and verbs over hand-made entries.

use ratatui::layout::Size;

use super::entry::{Tone, change, lines};
use super::*;
use crate::domain::answer::{Answer, AreaRow, LogLine, LogPage, LogRow, LogSheet};
use crate::domain::change::{Change, LogVerb};
use crate::domain::query::Window;
use crate::text::Lang;
use crate::text::cells::width;
use crate::tui::effect::{Confirm, Notice};
use crate::tui::screens::test_kit::{Kit, day};

fn entry(n: i64) -> LogRow {
    LogRow {
        n,
        at: day("2018-11-15").and_hms_opt(9, 0, 0).expect("a time"),
        actor: "示例甲".into(),
        verb: Some(LogVerb::MoveStage),
        verb_word: "finding.stage".into(),
        subject: "一组-017 示例台账缺失".into(),
        undone: n == 2,
        of: None,
        restricted: n == 1,
    }
}

fn cell(table: &str, column: &str, from: Option<&str>, to: Option<&str>) -> LogLine {
    LogLine {
        table: table.into(),
        row: "一组-017".into(),
        column: column.into(),
        from: from.map(Into::into),
        to: to.map(Into::into),
        restricted: false,
    }
}

fn sheet(n: i64) -> LogSheet {
    LogSheet {
        row: entry(n),
        hash: "0123 4567 89ab cdef 0123 4567 89ab cdef".into(),
        lines: vec![
            cell("finding", "stage", Some("noted"), Some("verifying")),
            cell("finding", "staged_on", None, Some("2018-11-15")),
        ],
    }
}

/// Three entries, the second undone.
fn kit() -> Kit {
    let mut kit = Kit::default();
    kit.book.areas = vec![AreaRow {
        no: 6,
        name: "反腐败".into(),
        short: "反腐".into(),
    }];
    kit.size = Size::new(120, 20);
    let rows: Vec<LogRow> = [3, 2, 1].map(entry).to_vec();
    let window = Window::first(18);
    let page = LogPage { rows, total: 3 };
    kit.answers.put(Query::Log(window), Answer::Log(page));
    for n in 1..=3 {
        let own = Answer::LogEntry(Some(Box::new(sheet(n))));
        kit.answers.put(Query::LogEntry(n), own);
    }
    kit
}

fn after(kit: &Kit, verbs: &[Action]) -> (History, Option<Vec<Effect>>) {
    let mut screen = History::default();
    kit.cx(|cx| screen.settle(&cx));
    let mut effects = None;
    for verb in verbs {
        effects = kit.cx(|cx| screen.update(*verb, &cx));
    }
    (screen, effects)
}

#[test]
fn changes_are_said_in_words() {
    let kit = kit();
    let cases = [
        (
            cell("finding", "stage", Some("noted"), Some("closed")),
            "环节: 登记 → 已销号",
        ),
        (
            cell("finding", "due", None, Some("2018-11-20")),
            "期限: 11-20 周二",
        ),
        (
            cell("finding", "areas", Some("6"), Some("")),
            "领域: 反腐败 → (空)",
        ),
        (cell("finding", "areas", None, Some("6 99")), "领域: 6 99"),
        (
            cell("finding", "title", Some("noted"), None),
            "标题: noted → (空)",
        ),
        (cell("finding", "novelty", None, None), "novelty"),
        (
            cell(
                "meeting",
                "figures",
                None,
                Some(
                    r#"[{"figure":"talks","total":128,"day":3},{"figure":"clues","total":2,"day":0}]"#,
                ),
            ),
            "数字: 谈话 128 人次、线索 2 件",
        ),
        (
            cell("meeting", "closed_at", Some("2018-11-15T09:00"), None),
            "关闭时间: 11-15 09:00 → (空)",
        ),
    ];
    for (line, text) in cases {
        kit.cx(|cx| assert_eq!(change(&line, &cx), text));
    }
}

#[test]
fn an_entry_fits_its_width_and_names_its_record_once() {
    let kit = kit();
    for wide in [1, 7, 30, 80] {
        let said = kit.cx(|cx| lines(&sheet(1), &cx, wide));
        assert!(
            said.iter().all(|it| width(&it.text) <= wide.max(2)),
            "{wide}"
        );
    }
    let said = kit.cx(|cx| lines(&sheet(1), &cx, 80));
    let records = said.iter().filter(|it| it.tone == Tone::Record).count();
    assert_eq!(records, 1);
    assert!(said.last().is_some_and(|it| it.text.contains("0123 4567")));
}

#[test]
fn one_entry_is_taken_back_after_a_question() {
    let kit = kit();
    let (_, effects) = after(&kit, &[Action::UndoEntry]);
    let ask = kit.say.history_undo_entry(
        3,
        Lang::Zh.log_verb(LogVerb::MoveStage),
        "一组-017 示例台账缺失",
    );
    let then = Effect::Write(Change::UndoEntry(3));
    let confirm = Effect::Confirm(Box::new(Confirm { ask, then }));
    assert_eq!(effects, Some(vec![confirm]));
    let (_, effects) = after(&kit, &[Action::Down, Action::UndoEntry]);
    let undone = Notice::plain(kit.say.history_is_undone());
    assert_eq!(effects, Some(vec![undone]));
    let (_, effects) = after(&kit, &[Action::Verify]);
    assert_eq!(effects, Some(vec![Effect::Verify]));
    let (_, effects) = after(&kit, &[Action::Undo]);
    assert_eq!(effects, None, "the frame undoes");
}

#[test]
fn a_narrow_screen_opens_the_entry_over_the_list() {
    let mut kit = kit();
    kit.size = Size::new(40, 20);
    let (screen, _) = after(&kit, &[Action::Open]);
    assert_eq!(screen.focus, Focus::Entry);
    let drawn = kit.draw(&screen).join("\n");
    assert!(drawn.contains("环节: 登记 → 核实"), "{drawn}");
    let (screen, _) = after(&kit, &[Action::Open, Action::Back]);
    assert!(kit.draw(&screen).join("\n").contains("[已撤销]"));
}

#[test]
fn clues_are_not_read_aloud_to_those_who_keep_them_closed() {
    let mut kit = kit();
    let mut own = sheet(1);
    for line in &mut own.lines {
        line.restricted = true;
    }
    let answer = Answer::LogEntry(Some(Box::new(own)));
    kit.answers.put(Query::LogEntry(1), answer);
    let (screen, _) = after(&kit, &[Action::Last]);
    let drawn = kit.draw(&screen).join("\n");
    let subjects = drawn.matches("一组-017 示例台账缺失").count();
    assert_eq!(subjects, 2, "those of the others: {drawn}");
    assert!(!drawn.contains("核实"), "{drawn}");
    let (_, effects) = after(&kit, &[Action::Last, Action::UndoEntry]);
    let Some([Effect::Confirm(confirm)]) = effects.as_deref() else {
        panic!("a question: {effects:?}");
    };
    assert!(!confirm.ask.contains("台账"), "{}", confirm.ask);
}

#[test]
fn every_size_is_drawn() {
    let mut kit = kit();
    for (width, height) in [(0, 0), (1, 1), (40, 7), (80, 20), (120, 33), (200, 60)] {
        kit.size = Size::new(width, height);
        for verbs in [&[][..], &[Action::Open, Action::Last]] {
            let (screen, _) = after(&kit, verbs);
            assert_eq!(kit.draw(&screen).len(), usize::from(height));
        }
    }
}
