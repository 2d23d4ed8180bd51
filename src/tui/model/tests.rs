//! What the frame does with keys and messages, without a store.

use chrono::NaiveDate;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use uuid::Uuid;

use super::*;
use crate::domain::answer::Header;
use crate::domain::change::LogVerb;
use crate::domain::codes::Stage;
use crate::domain::fault::Refusal;
use crate::domain::ids::FindingId;
use crate::tui::effect::{Effect, Prompt, PromptFor, Tone};
use crate::tui::frame;
use crate::tui::keymap::parse;
use crate::tui::screens::test_kit::Kit;

fn model(width: u16, height: u16) -> Model {
    let kit = Kit::default();
    let now = NaiveDate::from_ymd_opt(2018, 11, 15)
        .and_then(|day| day.and_hms_opt(14, 2, 0))
        .unwrap();
    let mut model = Model::new(now, Lang::Zh, Look::mono(), Size::new(width, height));
    model.world.book = Arc::new(kit.book);
    model.book_fresh = true;
    let header = Header {
        open: 41,
        overdue: 6,
        due_today: 4,
        immediate: 3,
    };
    let query = model.header_query();
    model.answered(query, Ok(Answer::Header(header)));
    model
}

fn keys(model: &mut Model, text: &str) -> Vec<Work> {
    let keys = parse(text).into_iter();
    keys.flat_map(|key| model.update(Msg::Key(key))).collect()
}

fn lines(model: &Model) -> Vec<String> {
    let size = model.world.size;
    let mut buf = Buffer::empty(Rect::new(0, 0, size.width, size.height));
    frame::view(model, &mut buf);
    crate::tui::screens::test_kit::lines(&buf)
}

fn receipt(verb: LogVerb, subject: &str) -> Receipt {
    Receipt {
        entry: Some(7),
        verb,
        subject: subject.to_owned(),
        of: None,
        restricted: false,
        set: None,
        made: None,
        kept: Vec::new(),
    }
}

#[test]
fn the_header_says_what_matters_at_every_width() {
    let cases = [
        (
            120,
            "第15天/35  11-15 周四  演示时钟  在办 41  逾期 6  今日到期 4  立行立改 3",
        ),
        (
            60,
            "第15天/35  11-15 周四  演示时钟  在办 41  逾期 6  今日到期 4",
        ),
        (40, "第15天/35  在办 41  逾期 6  今日到期 4"),
        (20, "第15天/35  逾期 6"),
        (8, "窗口太小"),
    ];
    for (width, words) in cases {
        let mut model = model(width, 24);
        let mut book = (*model.world.book).clone();
        book.pinned = Some(model.world.now);
        book.round.as_mut().unwrap().title = "首轮巡察".to_owned();
        model.world.book = Arc::new(book);
        let line = lines(&model)[0].clone();
        assert!(line.contains(words), "{width}: {line}");
    }
}

#[test]
fn a_digit_goes_and_backspace_comes_back() {
    let mut model = model(80, 24);
    keys(&mut model, "46");
    assert_eq!(model.current, ScreenId::Counts);
    keys(&mut model, "<bs>");
    assert_eq!(model.current, ScreenId::Findings);
    keys(&mut model, "<bs>");
    assert_eq!(model.current, ScreenId::Today);
    keys(&mut model, "<bs>");
    assert_eq!(model.current, ScreenId::Today);
    assert!(model.notice.is_some());
}

#[test]
fn the_places_remembered_are_bounded() {
    let mut model = model(80, 24);
    for _ in 0..200 {
        keys(&mut model, "45");
    }
    assert_eq!(model.back.len(), PLACES);
}

#[test]
fn keys_typed_while_a_write_is_under_way_are_heard_afterwards() {
    let mut model = model(80, 24);
    let work = keys(&mut model, "u4");
    assert_eq!(work, [Work::Write(Box::new(Change::Undo))]);
    assert_eq!(model.current, ScreenId::Today);
    assert!(lines(&model)[0].contains("正在保存"));
    model.update(Msg::Committed(receipt(LogVerb::Undo, "一组-017")));
    assert_eq!(model.current, ScreenId::Findings);
    assert!(lines(&model)[0].contains("✓ 已保存 14:02"));
}

#[test]
fn a_second_write_waits_for_the_first() {
    let mut model = model(80, 24);
    assert_eq!(keys(&mut model, "uu").len(), 1);
    let next = model.update(Msg::Failed(Fault::Refused(Refusal::NothingToUndo)));
    assert_eq!(next, [Work::Write(Box::new(Change::Undo))]);
}

#[test]
fn a_failure_stays_in_sight_whatever_was_typed_meanwhile() {
    let mut model = model(80, 24);
    keys(&mut model, "u4j");
    model.update(Msg::Failed(Fault::Full));
    assert_eq!(model.current, ScreenId::Findings);
    assert!(lines(&model).last().unwrap().contains("磁盘已满"));
}

#[test]
fn a_write_that_takes_long_is_said_and_one_can_look_around() {
    let mut model = model(80, 24);
    model.update(Msg::Waiting);
    assert_eq!(model.notice, None, "nothing is being written");
    keys(&mut model, "ug");
    model.update(Msg::Waiting);
    assert!(lines(&model).last().unwrap().contains("另一程序"));
    assert_eq!(keys(&mut model, "4"), []);
    assert_eq!(model.current, ScreenId::Findings);
    assert_eq!(keys(&mut model, "u"), []);
    assert!(lines(&model).last().unwrap().contains("只能翻看"));
    model.update(Msg::Failed(Fault::Locked));
    assert!(lines(&model).last().unwrap().contains("占用"));
    assert_eq!(keys(&mut model, "5"), []);
    assert_eq!(model.current, ScreenId::Standup);
    assert_eq!(keys(&mut model, "u").len(), 1, "and now another attempt");
}

#[test]
fn a_file_that_is_gone_is_said_until_it_is_back() {
    let mut model = model(80, 24);
    model.update(Msg::Moved(true));
    assert!(lines(&model).last().unwrap().contains("移走"));
    keys(&mut model, "4");
    assert!(lines(&model)[0].contains("文件已移走"));
    model.update(Msg::Moved(false));
    assert!(!lines(&model)[0].contains("文件已移走"));
}

#[test]
fn a_file_that_cannot_be_written_opens_no_form() {
    for typed in ["n", "p", "w", "u", "2p", "3w", "4n", "5A", "3+", "7X"] {
        let mut model = model(80, 24);
        model.world.read_only = true;
        assert_eq!(keys(&mut model, typed), [], "{typed}");
        assert!(model.overlays.is_empty(), "{typed}");
        let last = lines(&model).last().cloned().unwrap();
        assert!(last.contains("只读"), "{typed}: {last}");
    }
    let mut model = model(80, 24);
    model.world.read_only = true;
    keys(&mut model, "4/台账");
    assert!(matches!(model.overlays[..], [Overlay::Prompt(_)]));
}

#[test]
fn the_last_save_is_said_shorter_rather_than_not_at_all() {
    let mut model = model(60, 24);
    model.saved = Some(model.world.now);
    for (width, words) in [(80, "✓ 已保存 14:02"), (60, "✓ 14:02"), (20, "逾期 6")] {
        model.update(Msg::Resized(Size::new(width, 24)));
        let line = lines(&model)[0].clone();
        assert!(line.ends_with(words), "{width}: {line}");
    }
}

#[test]
fn what_was_done_is_said_and_the_next_key_clears_it() {
    let mut model = model(80, 24);
    keys(&mut model, "u");
    model.update(Msg::Committed(receipt(LogVerb::Undo, "一组-017")));
    let last = lines(&model).last().cloned().unwrap();
    assert_eq!(last, "✓ 撤销：一组-017");
    keys(&mut model, "4");
    assert_eq!(model.notice, None);
}

#[test]
fn a_refusal_is_a_sentence_and_is_not_called_saved() {
    let mut model = model(80, 24);
    keys(&mut model, "u");
    model.update(Msg::Failed(Fault::Refused(Refusal::NothingToUndo)));
    let notice = model.notice.clone().unwrap();
    assert_eq!(notice.tone, Tone::Bad);
    assert_eq!(notice.text, "没有可撤销的操作");
    assert!(!lines(&model)[0].contains("已保存"));
}

#[test]
fn a_reason_that_could_not_be_saved_stays_beside_the_sentence() {
    let mut model = model(80, 24);
    let finding = FindingId(Uuid::from_u128(1));
    let ask = PromptFor::StageReason(vec![finding], Stage::Returned);
    let text = String::new();
    model.run(vec![Effect::Prompt(Box::new(Prompt { ask, text }))]);
    let work = keys(&mut model, "缺少票据<enter>");
    assert!(matches!(work[..], [Work::Write(_)]), "{work:?}");
    model.update(Msg::Failed(Fault::Full));
    let shown = lines(&model).join("\n");
    assert!(
        shown.contains("缺少票据") && shown.contains("磁盘已满"),
        "{shown}"
    );
    keys(&mut model, "<enter>");
    model.update(Msg::Committed(receipt(LogVerb::MoveStage, "一组-017")));
    assert!(model.overlays.is_empty());
}

#[test]
fn esc_never_quits_and_ctrl_c_does_so_twice() {
    let mut model = model(80, 24);
    assert_eq!(keys(&mut model, "<esc><esc><esc>"), []);
    assert_eq!(keys(&mut model, "<C-c>"), []);
    assert_eq!(keys(&mut model, "4<C-c>"), []);
    assert_eq!(keys(&mut model, "<C-c>"), [Work::Quit]);
    assert_eq!(keys(&mut model, "q"), [Work::Quit]);
}

#[test]
fn pasted_text_never_runs() {
    let mut model = model(80, 24);
    let work = model.update(Msg::Paste("uuq4".to_owned()));
    assert_eq!(work, []);
    assert_eq!(model.current, ScreenId::Today);
    assert!(model.notice.is_some());
}

#[test]
fn a_chinese_character_begins_a_filter_where_there_is_one() {
    let mut model = model(80, 24);
    keys(&mut model, "问");
    assert!(model.overlays.is_empty());
    assert!(model.notice.is_some(), "told about the input method");
    keys(&mut model, "4台账");
    assert!(matches!(model.overlays[..], [Overlay::Prompt(_)]));
    assert!(lines(&model).join("\n").contains("台账"));
    keys(&mut model, "<esc>");
    assert!(model.overlays.is_empty());
    assert_eq!(model.screens.get(ScreenId::Findings).filter(), "");
}

#[test]
fn help_is_searched_and_enter_runs_what_was_found() {
    let mut model = model(80, 24);
    keys(&mut model, "？");
    assert!(lines(&model).join("\n").contains("新问题"));
    keys(&mut model, "统计<enter>");
    assert!(model.overlays.is_empty());
    assert_eq!(model.current, ScreenId::Counts);
}

#[test]
fn the_menu_does_everything_by_digits() {
    let mut model = model(80, 24);
    keys(&mut model, "。");
    for _ in 0..9 {
        let shown = lines(&model);
        let undo = shown.iter().find_map(|line| {
            line.split_once("撤销 ")
                .map(|(before, _)| before.trim().to_owned())
        });
        if let Some(before) = undo {
            let digit = before.chars().rev().find(char::is_ascii_digit).unwrap();
            let work = keys(&mut model, &digit.to_string());
            assert_eq!(work, [Work::Write(Box::new(Change::Undo))]);
            return;
        }
        keys(&mut model, "0");
    }
    unreachable!("the menu has no line for undo");
}

#[test]
fn a_new_day_forgets_what_was_counted_for_the_old_one() {
    let mut model = model(80, 24);
    assert!(!model.asks().contains(&model.header_query()));
    let midnight = model.world.now + chrono::Duration::hours(12);
    model.update(Msg::Tick(midnight));
    let header = model.header_query();
    assert!(model.asks().contains(&header));
    assert!(lines(&model)[0].contains("第16天/35"));
}

#[test]
fn a_question_that_failed_is_not_asked_again_until_something_changes() {
    let mut model = model(80, 24);
    model.update(Msg::Changed);
    let header = model.header_query();
    assert!(model.asks().contains(&header));
    model.answered(header.clone(), Err(Fault::Locked));
    assert!(!model.asks().contains(&header));
    model.update(Msg::Changed);
    assert!(model.asks().contains(&header));
}

#[test]
fn long_sentences_wrap_and_no_size_is_too_small() {
    let mut model = model(40, 10);
    keys(&mut model, "u");
    model.update(Msg::Failed(Fault::Damaged {
        what: "页 17 的校验和不对，后面还有很长很长的一段说明文字".to_owned(),
    }));
    let shown = lines(&model).join("");
    assert!(shown.contains("改用最近的备份"), "{shown}");
    for (width, height) in [(0, 0), (1, 1), (2, 3), (3, 1), (600, 300), (1, 60)] {
        model.update(Msg::Resized(Size::new(width, height)));
        keys(&mut model, "?");
        lines(&model);
        keys(&mut model, "<esc>.");
        lines(&model);
        keys(&mut model, "<esc>");
    }
}
