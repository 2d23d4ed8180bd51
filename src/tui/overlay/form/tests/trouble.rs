//! What becomes of a form: refusals, conflicts, leaving, pasting, going on.

use super::{finding_draft, meeting_draft, new_finding, open, receipt, written};
use crate::domain::change::{Change, LogVerb};
use crate::domain::codes::Track;
use crate::domain::fault::{Fault, Refusal};
use crate::domain::records::{FindingDraft, MeetingDraft};
use crate::text::clean::{MAX_BYTES, TITLE_LIMIT};
use crate::tui::effect::{Effect, FormKind};
use crate::tui::overlay::test_kit::{Bench, finding, person, unit, village};
use crate::tui::overlay::{Overlay, Reply};

#[test]
fn what_is_wrong_is_said_at_its_field_and_nothing_is_written() {
    let long = format!("{}<f2>", "账".repeat(TITLE_LIMIT + 1));
    let cases = [
        ("<f2>", "这一项要填"),
        ("   <f2>", "这一项要填"),
        (long.as_str(), "太长：201 字，最多 200 字"),
        (
            "甲<tab><tab><tab><tab><tab><tab><tab>下月吧<f2>",
            "「下月吧」不是日期",
        ),
        (
            "甲<tab><tab><tab><tab><tab><tab><tab>02-30<f2>",
            "没有「02-30」这一天",
        ),
        ("甲<pgdn><up><up><tab>很多<f2>", "「很多」不是数字"),
    ];
    for (keys, sentence) in cases {
        let mut bench = Bench::zh();
        let mut form = open(&mut bench, new_finding());
        assert_eq!(bench.keys(&mut form, keys), Reply::Stay, "{keys}");
        let drawn = bench.draw(&form);
        assert!(drawn.contains(sentence), "{keys}\n{drawn}");
    }
}

#[test]
fn esc_drops_nothing_in_silence() {
    let mut bench = Bench::zh();
    let mut form = open(&mut bench, new_finding());
    assert_eq!(bench.keys(&mut form, "<esc>"), Reply::Close);
    assert_eq!(bench.keys(&mut form, "台账<esc>"), Reply::Stay);
    assert!(bench.draw(&form).contains("写的内容还没有保存"));
    // On it goes, with everything that was typed.
    assert_eq!(bench.keys(&mut form, "<esc>缺失<esc>1"), Reply::Stay);
    assert!(bench.draw(&form).contains("台账缺失▮"));
    assert!(form.dirty());
    assert_eq!(bench.keys(&mut form, "<esc>2"), Reply::Close);
    let saved = Reply::Keep(vec![Effect::Write(Change::NoteFinding(Box::new(
        FindingDraft::titled("台账缺失"),
    )))]);
    assert_eq!(bench.keys(&mut form, "3"), saved);
}

#[test]
fn what_was_written_closes_the_form() {
    let mut bench = Bench::zh();
    let mut form = open(&mut bench, new_finding());
    bench.keys(&mut form, "甲<f2>");
    // Nothing is heard while it is being written.
    assert_eq!(bench.keys(&mut form, "乙<f2><esc>"), Reply::Stay);
    let reply = bench.cx(|cx| form.committed(&receipt(LogVerb::NoteFinding), &cx));
    assert_eq!(reply, Reply::Close);
}

#[test]
fn a_refused_write_keeps_everything() {
    let cases = [
        (Fault::Full, "磁盘已满"),
        (Fault::Refused(Refusal::Empty("finding.title")), "标题"),
        (Fault::Refused(Refusal::NoArea(9)), "没有第 9 个领域"),
        (
            Fault::Refused(Refusal::TooLong {
                field: "finding.people",
                limit: 200,
                got: 201,
            }),
            "太长：201 字",
        ),
    ];
    for (fault, sentence) in cases {
        let mut bench = Bench::zh();
        let mut form = open(&mut bench, new_finding());
        bench.keys(&mut form, "甲<f2>");
        assert!(bench.cx(|cx| form.failed(&fault, &cx)));
        let drawn = bench.draw(&form);
        assert!(drawn.contains(sentence), "{drawn}");
        assert!(drawn.contains('甲'), "{drawn}");
        let again = bench.keys(&mut form, "<f2>");
        assert!(matches!(again, Reply::Keep(_)), "{fault:?}");
    }
}

#[test]
fn theirs_stands_beside_ours_and_saving_again_means_ours() {
    let kind = FormKind::EditFinding {
        id: finding(17),
        number: "一组-017".into(),
        was: finding_draft(),
    };
    let mut bench = Bench::zh();
    let mut form = open(&mut bench, kind);
    bench.keys(&mut form, "<C-u>我们的标题<f2>");
    let fault = Fault::Conflict {
        field: "finding.title".into(),
        theirs: "他们的标题".into(),
    };
    bench.cx(|cx| form.failed(&fault, &cx));
    let drawn = bench.draw(&form);
    assert!(drawn.contains("我们的标题▮"), "{drawn}");
    assert!(drawn.contains("他人已改为：他们的标题"), "{drawn}");
    let theirs = FindingDraft {
        title: "他们的标题".into(),
        ..finding_draft()
    };
    let ours = FindingDraft {
        title: "我们的标题".into(),
        ..finding_draft()
    };
    assert_eq!(
        bench.keys(&mut form, "<f2>"),
        Reply::Keep(vec![Effect::Write(Change::EditFinding {
            id: finding(17),
            was: Box::new(theirs),
            now: Box::new(ours),
        })])
    );
}

#[test]
fn a_conflict_over_a_choice_is_settled_by_the_record_itself() {
    let mut was = finding_draft();
    let kind = FormKind::EditFinding {
        id: finding(17),
        number: "一组-017".into(),
        was: was.clone(),
    };
    let mut bench = Bench::zh();
    // The file holds another track by now; the conflict tells it in words.
    bench.findings[0].draft = FindingDraft {
        track: Track::General,
        ..was.clone()
    };
    let mut form = open(&mut bench, kind);
    bench.keys(&mut form, "<tab><tab><tab><tab>3<f2>");
    let fault = Fault::Conflict {
        field: "finding.track".into(),
        theirs: "面上问题".into(),
    };
    bench.cx(|cx| form.failed(&fault, &cx));
    let reply = bench.keys(&mut form, "<f2>");
    let now = FindingDraft {
        track: Track::Immediate,
        ..was.clone()
    };
    was.track = Track::General;
    assert_eq!(
        reply,
        Reply::Keep(vec![Effect::Write(Change::EditFinding {
            id: finding(17),
            was: Box::new(was),
            now: Box::new(now),
        })])
    );
}

#[test]
fn pasted_text_is_data() {
    let mut bench = Bench::zh();
    let mut form = open(&mut bench, new_finding());
    let paste = |bench: &Bench, form: &mut Overlay, text: &str| {
        assert_eq!(bench.cx(|cx| form.paste(text, &cx)), Reply::Stay);
    };
    paste(&bench, &mut form, "台账\n缺失<f2>\n");
    bench.keys(&mut form, "<tab>");
    paste(&bench, &mut form, "北村");
    bench.keys(&mut form, "<enter><tab><tab><tab><tab><tab><tab><tab><tab>");
    paste(&bench, &mut form, "一\r\n二");
    let reply = bench.keys(&mut form, "<f2>");
    let want = FindingDraft {
        body: "一\n二".into(),
        village: Some(village(4)),
        unit: Some(unit(3)),
        ..FindingDraft::titled("台账 缺失<f2>")
    };
    assert_eq!(
        reply,
        Reply::Keep(vec![Effect::Write(Change::NoteFinding(Box::new(want)))])
    );

    let mut form = open(&mut bench, new_finding());
    paste(&bench, &mut form, &"账".repeat(MAX_BYTES));
    assert!(bench.draw(&form).contains("只留下了前面 64 KB"));
}

#[test]
fn saving_and_going_on_keeps_village_and_area() {
    let mut bench = Bench::zh();
    let mut form = open(&mut bench, new_finding());
    let reply = bench.keys(&mut form, "甲<tab>1<tab><tab>6<enter><C-n>");
    assert!(matches!(reply, Reply::Keep(_)), "{reply:?}");
    let next = bench.cx(|cx| form.committed(&receipt(LogVerb::NoteFinding), &cx));
    let draft = FindingDraft {
        village: Some(village(1)),
        unit: Some(unit(1)),
        areas: vec![6],
        ..FindingDraft::titled("")
    };
    let kind = FormKind::NewFinding {
        draft,
        answer: None,
    };
    assert_eq!(next, Reply::Done(vec![Effect::Form(Box::new(kind))]));
}

#[test]
fn whoever_is_named_absent_was_not_there() {
    let draft = meeting_draft();
    let now = MeetingDraft {
        present: vec![person(1)],
        absent: vec![person(3), person(2)],
        ..draft.clone()
    };
    assert_eq!(
        written(FormKind::Meeting { draft }, "<S-tab><space>2<enter><f2>"),
        Some(Change::SaveMeeting(Box::new(now)))
    );
}
