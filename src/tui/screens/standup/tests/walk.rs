//! Days, teams, members and their lines.

use super::*;

fn event_write(n: u128, days: i64) -> Vec<Effect> {
    vec![Effect::Write(Change::MoveEvents {
        ids: vec![event(n, "2018-11-15", Half::Morning, EventKind::Site).id],
        days,
        half: None,
    })]
}

#[test]
fn the_walk_goes_from_member_to_member_and_ends_at_the_minutes() {
    let kit = kit(None);
    let cases = [
        (&[][..], 0, Focus::Day),
        (&[Action::Left], 0, Focus::Day),
        (&[Action::Right], 1, Focus::Day),
        (&[Action::Right; 2], 2, Focus::Day),
        (&[Action::Right; 3], 2, Focus::Minutes),
        (&[Action::Right; 9], 2, Focus::Minutes),
        (&[Action::NextPane, Action::Left], 0, Focus::Day),
        (&[Action::NextPane, Action::Back], 0, Focus::Day),
    ];
    for (verbs, turn, focus) in cases {
        let (screen, _) = after(&kit, verbs);
        assert_eq!(screen.member, Some(person(turn)), "{verbs:?}");
        assert_eq!(screen.focus, focus, "{verbs:?}");
    }
    let (_, effects) = after(&kit, &[Action::Back]);
    assert_eq!(effects, None, "the frame hears Esc in the day");
}

#[test]
fn it_asks_for_the_day_the_workday_before_and_the_selected_finding() {
    let mut kit = kit(None);
    kit.today = day("2018-11-19");
    let asked = |kit: &Kit, screen: &Standup| kit.cx(|cx| screen.needs(&cx));
    let query = |on, next| Query::Standup {
        day: day(on),
        next: day(next),
        team: Some(team(1)),
        clues: false,
    };
    let monday = [
        query("2018-11-19", "2018-11-20"),
        query("2018-11-16", "2018-11-19"),
    ];
    assert_eq!(asked(&kit, &Standup::default()), monday);
    kit.today = day("2018-11-15");
    let (screen, _) = after(&kit, &[Action::Last]);
    assert!(asked(&kit, &screen).contains(&Query::Finding(late(5).id)));
    kit.today = day("2018-11-01");
    let first = [query("2018-11-01", "2018-11-02")];
    assert_eq!(
        asked(&kit, &Standup::default()),
        first,
        "nothing before entry"
    );
}

#[test]
fn days_turn_inside_the_period() {
    let mut kit = kit(None);
    let (screen, _) = after(&kit, &[Action::PreviousDay]);
    assert_eq!(screen.day, Some(day("2018-11-14")));
    let (screen, _) = after(&kit, &[Action::PreviousDay, Action::NextDay]);
    assert_eq!(screen.day, None, "today moves on at midnight");
    let (screen, _) = after(&kit, &[Action::NextDay, Action::GoToday]);
    assert_eq!(screen.day, None);
    kit.today = day("2018-12-05");
    let (screen, effects) = after(&kit, &[Action::NextDay]);
    assert_eq!(screen.day, None);
    let say = kit.say.out_of_period("12-06");
    assert_eq!(effects, Some(vec![Notice::plain(say)]));
}

#[test]
fn teams_come_one_after_the_other_then_everybody() {
    let kit = kit(None);
    let teams = |n| after(&kit, &vec![Action::SwitchTeam; n]).0.team;
    let all: Vec<Team> = (0..5).map(teams).collect();
    let (one, two) = (Team::Of(team(1)), Team::Of(team(2)));
    assert_eq!(all, [Team::Mine, two, Team::All, one, two]);
}

#[test]
fn lines_have_own_keys_and_headings_none() {
    let member = busy();
    let all = state::lines(&member);
    let heads = all.iter().filter(|line| line.key().is_none()).count();
    assert_eq!(heads, state::Part::ALL.len());
    for (at, line) in all.iter().enumerate() {
        let same = all.iter().position(|it| it.key() == line.key());
        assert!(line.key().is_none() || same == Some(at), "{line:?}");
    }
}

#[test]
fn the_cursor_passes_every_line_once() {
    let kit = kit(None);
    let lines = kit.cx(|cx| after(&kit, &[]).0.day_lines(&cx).0);
    let want: Vec<_> = lines.into_iter().flatten().collect();
    let seen: Vec<_> = (0..want.len())
        .filter_map(|n| after(&kit, &vec![Action::Down; n]).0.lines.key())
        .collect();
    assert_eq!(seen, want);
}

#[test]
fn enter_opens_what_a_line_is_about() {
    let kit = kit(None);
    let cases = [
        (1, Effect::Finding(finding(1).id)),
        (4, Effect::Village(village())),
        (5, Effect::Village(village())),
        (9, Effect::Finding(late(5).id)),
    ];
    for (n, effect) in cases {
        let (_, effects) = after(&kit, &downs(n, Action::Open));
        assert_eq!(effects, Some(vec![effect]), "line {n}");
    }
    let (_, effects) = after(&kit, &downs(9, Action::Advance));
    let Some([Effect::Write(Change::MoveStage { ids, to, .. })]) = effects.as_deref() else {
        panic!("a stage: {effects:?}");
    };
    assert_eq!((&ids[..], *to), (&[late(5).id][..], Stage::Verifying));
}

#[test]
fn what_is_not_finished_is_carried_to_the_next_workday() {
    let mut kit = kit(None);
    // From Monday the 12th to Friday the 16th; from Friday over the weekend to Monday; what is done stays.
    let (_, effects) = after(&kit, &downs(7, Action::Later));
    assert_eq!(effects, Some(event_write(3, 4)));
    let (_, effects) = after(&kit, &downs(6, Action::Later));
    assert_eq!(effects, Some(event_write(2, 3)));
    let (_, effects) = after(&kit, &[Action::Later]);
    let only = Notice::bad(kit.say.stand_only_unfinished());
    assert_eq!(effects, Some(vec![only]));
    kit.book.round.as_mut().unwrap().end = day("2018-11-15");
    let (_, effects) = after(&kit, &downs(7, Action::Later));
    let out = Notice::bad(kit.say.out_of_period("11-16"));
    assert_eq!(effects, Some(vec![out]));
}

#[test]
fn a_finding_noted_here_knows_village_and_member() {
    let kit = kit(None);
    let (_, effects) = after(&kit, &downs(9, Action::NewFinding));
    let Some([Effect::Form(form)]) = effects.as_deref() else {
        panic!("a form: {effects:?}");
    };
    let FormKind::NewFinding { draft, .. } = &**form else {
        panic!("a new finding: {form:?}");
    };
    assert_eq!(draft.village, Some(village()));
    assert_eq!(draft.handler, Some(person(0)));
}
