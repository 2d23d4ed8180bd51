//! The minutes: noting, closing, reopening, action items, figures.

use super::*;

#[test]
fn the_minutes_begin_with_everybody_there() {
    let everybody: Vec<PersonId> = (0..3).map(person).collect();
    let nobody = MeetingSheet {
        present: Vec::new(),
        absent: Vec::new(),
        ..minutes("2018-11-15")
    };
    for (meeting, present) in [
        (None, everybody.clone()),
        (Some(nobody), everybody),
        (Some(minutes("2018-11-15")), vec![person(0), person(1)]),
    ] {
        let kit = kit(meeting.clone());
        let (_, effects) = after(&kit, &[Action::Note]);
        let Some([Effect::Form(form)]) = effects.as_deref() else {
            panic!("a form: {effects:?}");
        };
        let draft = MeetingDraft {
            day: day("2018-11-15"),
            kind: MeetingKind::Team,
            team: Some(team(1)),
            present,
            absent: meeting.as_ref().map_or(vec![], |it| it.absent.clone()),
            decisions: meeting.map_or(String::new(), |it| it.decisions),
        };
        assert_eq!(**form, FormKind::Meeting { draft });
    }
}

#[test]
fn a_joint_meeting_stays_one_and_is_everybodys() {
    let joint = MeetingSheet {
        team: None,
        ..closed("2018-11-14")
    };
    let mut kit = kit(None);
    let mine = Some(team(1));
    put(&mut kit, "2018-11-14", "2018-11-15", mine, Some(joint));
    kit.book.people[2].team = Some(team(2));
    let (_, effects) = after(&kit, &[Action::Note]);
    let Some([Effect::Form(form)]) = effects.as_deref() else {
        panic!("a form: {effects:?}");
    };
    let FormKind::Meeting { draft } = &**form else {
        panic!("minutes: {form:?}");
    };
    assert_eq!((draft.team, draft.present.len()), (None, 3));
    let (_, effects) = after(&kit, &[Action::AddAction]);
    let adding = FormKind::AddAction {
        day: day("2018-11-15"),
        team: None,
    };
    assert_eq!(effects, Some(vec![Effect::Form(Box::new(adding))]));
}

#[test]
fn closing_asks_first_and_a_closed_meeting_says_why_not() {
    let closing = Effect::Write(Change::CloseMeeting {
        day: day("2018-11-15"),
        team: Some(team(1)),
    });
    let open = kit(Some(minutes("2018-11-15")));
    let (_, effects) = after(&open, &[Action::CloseMeeting]);
    let Some([Effect::Confirm(confirm)]) = effects.as_deref() else {
        panic!("a question: {effects:?}");
    };
    assert_eq!(confirm.then, closing);
    assert!(
        confirm.ask.contains("11-15 周四 一组的组务会"),
        "{}",
        confirm.ask
    );

    let closed = kit(Some(closed("2018-11-15")));
    let why = closed
        .say
        .refusal(&Refusal::MeetingClosed(day("2018-11-15")));
    for verb in [Action::CloseMeeting, Action::Note, Action::AddAction] {
        let (_, effects) = after(&closed, &[verb]);
        assert_eq!(effects, Some(vec![Notice::bad(why.clone())]), "{verb:?}");
    }
    let (_, effects) = after(&closed, &[Action::Reopen]);
    let Some([Effect::Prompt(prompt)]) = effects.as_deref() else {
        panic!("a prompt: {effects:?}");
    };
    assert_eq!(prompt.ask, PromptFor::ReopenReason(meeting_id()));
    let (_, effects) = after(&open, &[Action::Reopen]);
    assert!(matches!(effects.as_deref(), Some([Effect::Say(_)])));
}

#[test]
fn a_day_to_come_cannot_be_closed() {
    let mut kit = kit(None);
    put(&mut kit, "2018-11-16", "2018-11-19", Some(team(1)), None);
    let (_, effects) = after(&kit, &[Action::NextDay, Action::CloseMeeting]);
    let yet = Notice::bad(kit.say.stand_not_yet());
    assert_eq!(effects, Some(vec![yet]));
}

#[test]
fn action_items_are_ticked_off_also_when_their_meeting_is_closed() {
    let kit = kit(Some(closed("2018-11-15")));
    let set = |n, state| {
        let id = action_id(n);
        Some(vec![Effect::Write(Change::SetAction { id, state })])
    };
    // Below: a figure, two decisions, this meeting's item, yesterday's.
    for (n, id, state) in [(3, 1, ActionState::Done), (4, 2, ActionState::Open)] {
        for verb in [Action::Finish, Action::Cycle, Action::Open] {
            let mut verbs = vec![Action::NextPane];
            verbs.extend(downs(n, verb));
            let (_, effects) = after(&kit, &verbs);
            assert_eq!(effects, set(id, state), "{verb:?} {n}");
        }
    }
}

#[test]
fn every_figure_opens_its_records() {
    let (_, effects) = after(&kit(None), &[Action::NextPane, Action::Down, Action::Open]);
    let Some([Effect::Findings(filter), Effect::Say(_)]) = effects.as_deref() else {
        panic!("findings: {effects:?}");
    };
    let noted = filter.noted.expect("noted until the day");
    assert_eq!(noted.to, Some(day("2018-11-15")));
    assert!(filter.counted && filter.stages.is_empty());
}

#[test]
fn frozen_figures_are_quoted_and_what_changed_since_is_said() {
    let drawn = |meeting| kit(meeting).draw(&after(&kit(None), &[]).0).join("\n");
    let live = drawn(None);
    // 42 today, 41 on the workday before as it was frozen then.
    assert!(live.contains("903 户     +42     (+1)"), "{live}");
    let frozen = drawn(Some(closed("2018-11-15")));
    assert!(frozen.contains("已冻结 11-15 21:04 示例甲"), "{frozen}");
    assert!(frozen.contains("900 户     +41   现 903"), "{frozen}");
}
