//! The daily meeting over hand-made answers.

mod meeting;
mod walk;

use ratatui::layout::Size;
use uuid::Uuid;

use super::state::{Part, Team};
use super::*;
use crate::domain::answer::{
    ActionRow, Answer, FigureLine, FindingRow, MeetingSheet, MemberDay, PersonRow, StandLine,
    Standup as Sheet, TeamRow,
};
use crate::domain::change::Change;
use crate::domain::codes::{
    ActionState, EventKind, EventStatus, Figure, Half, MeetingKind, Role, Stage,
};
use crate::domain::fault::Refusal;
use crate::domain::ids::{ActionId, MeetingId, PersonId, TeamId, VillageId};
use crate::domain::records::MeetingDraft;
use crate::text::Lang;
use crate::tui::effect::{FormKind, Notice, PromptFor};
use crate::tui::screens::test_kit::{Kit, day, event, finding};

fn person(n: u128) -> PersonId {
    PersonId(Uuid::from_u128(100 + n))
}

fn team(n: u128) -> TeamId {
    TeamId(Uuid::from_u128(200 + n))
}

fn village() -> VillageId {
    VillageId(Uuid::from_u128(300))
}

fn action_id(n: u128) -> ActionId {
    ActionId(Uuid::from_u128(400 + n))
}

fn meeting_id() -> MeetingId {
    MeetingId(Uuid::from_u128(500))
}

const NAMES: [&str; 3] = ["示例甲", "示例乙", "示例丙"];

fn member(n: u128) -> MemberDay {
    MemberDay {
        person: person(n),
        name: NAMES[usize::try_from(n).unwrap()].into(),
        role: if n == 0 { Role::Leader } else { Role::Member },
        team_code: "一组".into(),
        done: Vec::new(),
        next: Vec::new(),
        blocked: Vec::new(),
        fresh: Vec::new(),
        overdue: Vec::new(),
    }
}

fn late(n: u128) -> FindingRow {
    FindingRow {
        due: Some(day("2018-11-12")),
        title: "示例公开栏三个月未更新".into(),
        village: Some(village()),
        village_name: "示例东村".into(),
        handler_name: "示例甲".into(),
        ..finding(n)
    }
}

/// One finding moved on twice, one overdue; work in a village; something not done on Monday.
fn busy() -> MemberDay {
    let mut talk = event(1, "2018-11-15", Half::Afternoon, EventKind::Talk);
    talk.status = EventStatus::Done;
    talk.draft.count = Some(6);
    let step = |from, to| StandLine::Step {
        row: finding(1),
        from: Some(from),
        to,
    };
    MemberDay {
        done: vec![
            StandLine::Event(talk),
            step(Stage::Noted, Stage::Verifying),
            step(Stage::Verifying, Stage::Noted),
            step(Stage::Noted, Stage::Verifying),
            StandLine::Answers {
                village: village(),
                village_name: "示例东村".into(),
                n: 12,
            },
            StandLine::Visits {
                village: village(),
                village_name: "示例东村".into(),
                n: 8,
            },
        ],
        next: vec![StandLine::Event(event(
            2,
            "2018-11-16",
            Half::Morning,
            EventKind::Household,
        ))],
        blocked: vec![StandLine::Event(event(
            3,
            "2018-11-12",
            Half::Morning,
            EventKind::Site,
        ))],
        fresh: vec![StandLine::Finding(finding(4))],
        overdue: vec![StandLine::Finding(late(5))],
        ..member(0)
    }
}

fn figure(figure: Figure, total: u32, day: u32) -> FigureLine {
    FigureLine { figure, total, day }
}

fn action(n: u128, state: ActionState) -> ActionRow {
    ActionRow {
        id: action_id(n),
        text: format!("示例督办事项{n}，请承办人补拍公开栏近照并于当日交联络员"),
        owner: Some(person(1)),
        owner_name: NAMES[1].into(),
        due: Some(day("2018-11-14")),
        state,
    }
}

fn minutes(on: &str) -> MeetingSheet {
    MeetingSheet {
        id: meeting_id(),
        day: day(on),
        kind: MeetingKind::Team,
        team: Some(team(1)),
        present: vec![person(0), person(1)],
        absent: vec![person(2)],
        decisions: "先清旧账\n入户每户不少于二十分钟".into(),
        frozen: None,
        closed_by: String::new(),
        closed_at: None,
        reopened: String::new(),
        actions: vec![action(1, ActionState::Open)],
    }
}

fn closed(on: &str) -> MeetingSheet {
    MeetingSheet {
        frozen: Some(vec![figure(Figure::Households, 900, 41)]),
        closed_by: NAMES[0].into(),
        closed_at: day(on).and_hms_opt(21, 4, 0),
        ..minutes(on)
    }
}

fn put(kit: &mut Kit, on: &str, next: &str, of: Option<TeamId>, meeting: Option<MeetingSheet>) {
    let query = Query::Standup {
        day: day(on),
        next: day(next),
        team: of,
        clues: false,
    };
    let sheet = Sheet {
        day: day(on),
        members: vec![busy(), member(1), member(2)],
        meeting,
        figures: vec![
            figure(Figure::Households, 903, 42),
            figure(Figure::Findings, 261, 5),
        ],
    };
    kit.answers.put(query, Answer::Standup(Box::new(sheet)));
}

/// Thursday 15 November with these minutes; Wednesday's are closed.
fn kit(meeting: Option<MeetingSheet>) -> Kit {
    let mut kit = Kit::default();
    kit.book.teams = [(1, "一组"), (2, "二组")]
        .map(|(n, code)| TeamRow {
            id: team(n),
            name: format!("第{code}"),
            code: code.into(),
        })
        .to_vec();
    kit.book.people = (0..3)
        .map(|n| PersonRow {
            id: person(n),
            name: NAMES[usize::try_from(n).unwrap()].into(),
            role: Role::Member,
            team: Some(team(1)),
        })
        .collect();
    kit.book.me = Some(person(1));
    let mine = Some(team(1));
    put(&mut kit, "2018-11-15", "2018-11-16", mine, meeting);
    let before = MeetingSheet {
        actions: vec![action(2, ActionState::Done)],
        ..closed("2018-11-14")
    };
    put(&mut kit, "2018-11-14", "2018-11-15", mine, Some(before));
    kit
}

/// The screen after these verbs, and what the last one asked for.
fn after(kit: &Kit, verbs: &[Action]) -> (Standup, Option<Vec<Effect>>) {
    let mut screen = Standup::default();
    kit.cx(|cx| screen.settle(&cx));
    let mut effects = None;
    for verb in verbs {
        effects = kit.cx(|cx| screen.update(*verb, &cx));
    }
    (screen, effects)
}

fn downs(n: usize, last: Action) -> Vec<Action> {
    let mut verbs = vec![Action::Down; n];
    verbs.push(last);
    verbs
}

#[test]
fn it_draws_at_any_size_and_keeps_its_panes_inside() {
    for (width, height) in [
        (0, 0),
        (1, 1),
        (7, 3),
        (26, 5),
        (40, 8),
        (80, 20),
        (119, 40),
        (120, 9),
        (300, 90),
    ] {
        let area = Rect::new(0, 0, width, height);
        for focus in [Focus::Day, Focus::Minutes] {
            for members in [0, 1, 6, 18, 70_000] {
                let it = regions(area, members, focus);
                for part in [it.head, it.members, it.day, it.detail, it.minutes] {
                    assert_eq!(area.intersection(part), part, "{width}×{height}");
                }
            }
        }
        for say in [Lang::Zh, Lang::En] {
            let mut kit = kit(Some(minutes("2018-11-15")));
            kit.size = Size::new(width, height);
            kit.say = say;
            for verbs in [&[][..], &[Action::NextPane], &[Action::Last]] {
                kit.draw(&after(&kit, verbs).0);
            }
        }
    }
}

#[test]
fn what_several_share_counts_once_for_the_team() {
    let meeting = StandLine::Event(event(
        9,
        "2018-11-12",
        Half::Evening,
        EventKind::TeamMeeting,
    ));
    let sharing = |n| MemberDay {
        blocked: vec![meeting.clone()],
        ..member(n)
    };
    let mine = MemberDay {
        blocked: vec![meeting.clone(), StandLine::Finding(finding(7))],
        ..busy()
    };
    let members = [mine, sharing(1), sharing(2)];
    assert_eq!(Part::Blocked.together(&members), 2);
    assert_eq!(
        Part::Done.together(&members),
        6,
        "every deed is somebody's own"
    );
    assert_eq!(Part::Fresh.together(&members), 1);
}
