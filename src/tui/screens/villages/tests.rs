//! The villages' verbs over hand-made answers.

use ratatui::layout::Size;
use uuid::Uuid;

use super::state::{Point, Tab, lines, walk};
use super::*;
use crate::domain::answer::{Answer, AreaProgress, AreaRow, ChecklistRow, ItemRow, VillageRow};
use crate::domain::answer::{PersonRow, VillagePage, VillageSheet};
use crate::domain::change::Change;
use crate::domain::codes::{AnswerState, Role, VillageKind};
use crate::domain::ids::{FindingId, ItemId, PersonId, UnitId, VillageId};
use crate::domain::query::Window;
use crate::domain::records::{AnswerDraft, VillageDraft};
use crate::tui::effect::{FormKind, Notice};
use crate::tui::screens::test_kit::{Kit, day};

fn village(n: u128) -> VillageRow {
    VillageRow {
        id: VillageId(Uuid::from_u128(n)),
        name: format!("示例{n}村"),
        kind: VillageKind::Village,
        unit: UnitId(Uuid::from_u128(90)),
        unit_name: "示例乡".into(),
        areas: vec![AreaProgress::default()],
        planned: 4,
        done: 2,
        visited: 12,
        at_home: Some(300),
        open: 5,
        findings: 9,
        last_visit: None,
    }
}

fn sheet(n: u128) -> VillageSheet {
    let row = village(n);
    let draft = VillageDraft {
        name: row.name.clone(),
        unit: row.unit,
        kind: row.kind,
        households: Some(400),
        at_home: Some(300),
        note: String::new(),
    };
    VillageSheet {
        row,
        draft,
        classes: Vec::new(),
    }
}

fn point(n: u128, area: u8, state: AnswerState) -> ChecklistRow {
    ChecklistRow {
        item: ItemRow {
            id: ItemId(Uuid::from_u128(n)),
            code: format!("P{n}"),
            kind: None,
            method: "查阅".into(),
            area,
            text: "示例合同台账：有无口头合同、超期".into(),
        },
        state,
        note: String::new(),
        people: Vec::new(),
        day: None,
        finding: None,
    }
}

fn me() -> PersonId {
    PersonId(Uuid::from_u128(7))
}

/// Two villages; the first one's points: fine, failed with a finding, open in area 1, open in area 2.
fn kit() -> Kit {
    let mut kit = Kit::default();
    let mut failed = point(2, 1, AnswerState::Finding);
    failed.finding = Some((FindingId(Uuid::from_u128(50)), "一组-050".into()));
    kit.book.areas = [(1, "政治"), (2, "思想")]
        .map(|(no, short)| AreaRow {
            no,
            name: short.into(),
            short: short.into(),
        })
        .to_vec();
    kit.book.me = Some(me());
    kit.book.people = vec![PersonRow {
        id: me(),
        name: "示例甲".into(),
        role: Role::Member,
        team: None,
    }];
    let checklist = vec![
        point(1, 1, AnswerState::Fine),
        failed,
        point(4, 2, AnswerState::Open),
        point(3, 1, AnswerState::Open),
    ];
    for n in [1, 2] {
        let query = Query::Village(village(n).id);
        kit.answers
            .put(query, Answer::Village(Some(Box::new(sheet(n)))));
    }
    kit.answers.put(
        Query::Checklist(village(1).id),
        Answer::Checklist(checklist),
    );
    kit.size = Size::new(120, 13);
    for over in [Over::List, Over::Coverage] {
        let query = Query::Villages {
            text: String::new(),
            in_progress: false,
            team: None,
            window: Window::first(rows(kit.size, Shape::Over(over)).into()),
        };
        let page = VillagePage {
            rows: vec![village(1), village(2)],
            total: 2,
        };
        kit.answers.put(query, Answer::Villages(page));
    }
    kit
}

/// The screen after these verbs, and what the last one asked for.
fn after(kit: &Kit, verbs: &[Action]) -> (Villages, Option<Vec<Effect>>) {
    let mut screen = Villages::default();
    kit.cx(|cx| screen.settle(&cx));
    let mut effects = None;
    for verb in verbs {
        effects = kit.cx(|cx| screen.update(*verb, &cx));
    }
    (screen, effects)
}

fn answer(n: u128, state: AnswerState) -> AnswerDraft {
    AnswerDraft {
        village: village(1).id,
        item: ItemId(Uuid::from_u128(n)),
        state,
        note: String::new(),
        people: vec![me()],
        day: day("2018-11-15"),
        finding: None,
    }
}

#[test]
fn points_stand_under_their_areas_in_order() {
    let rows = [
        point(1, 2, AnswerState::Open),
        point(2, 1, AnswerState::Fine),
        point(3, 2, AnswerState::NotApplicable),
    ];
    let list = walk(&rows);
    let order: Vec<_> = list.iter().map(|row| row.item.code.as_str()).collect();
    assert_eq!(order, ["P2", "P1", "P3"]);
    let heads = lines(&list).len() - list.len();
    assert_eq!(heads, 2, "one heading an area");
    let state::Line::Head(second) = lines(&list)[2] else {
        panic!("a heading before the second area");
    };
    assert_eq!((second.checked(), second.asked, second.na), (0, 1, 1));
}

#[test]
fn a_key_answers_the_point_under_the_cursor() {
    use AnswerState::{Fine, NotApplicable, Unsure};
    let kit = kit();
    let cases = [
        (Action::AnswerFine, Fine),
        (Action::AnswerNotApplicable, NotApplicable),
        (Action::AnswerUnsure, Unsure),
        (Action::Cycle, Fine),
    ];
    for (verb, state) in cases {
        let (_, effects) = after(&kit, &[Action::Open, Action::NextOpen, verb]);
        let write = Effect::Write(Change::Answer(answer(3, state)));
        assert_eq!(effects, Some(vec![write]), "{verb:?}");
    }
}

#[test]
fn failing_a_point_opens_its_finding_prefilled() {
    let kit = kit();
    let (_, effects) = after(
        &kit,
        &[Action::Open, Action::NextOpen, Action::AnswerFinding],
    );
    let Some([Effect::Form(form)]) = effects.as_deref() else {
        panic!("a form: {effects:?}");
    };
    let FormKind::NewFinding { draft, answer: own } = &**form else {
        panic!("a new finding: {form:?}");
    };
    assert_eq!(draft.title, "示例合同台账");
    assert_eq!(draft.village, Some(village(1).id));
    assert_eq!(draft.unit, Some(village(1).unit));
    assert_eq!(draft.areas, [1]);
    assert_eq!(draft.item, Some(ItemId(Uuid::from_u128(3))));
    assert_eq!(own, &Some(answer(3, AnswerState::Finding)));
}

#[test]
fn a_failed_point_leads_to_its_finding() {
    let kit = kit();
    let (_, effects) = after(&kit, &[Action::Open, Action::Down, Action::Open]);
    let id = FindingId(Uuid::from_u128(50));
    assert_eq!(effects, Some(vec![Effect::Finding(id)]));
    let (_, effects) = after(&kit, &[Action::Open, Action::Down, Action::AnswerFinding]);
    let say = kit.say.point_has_finding("一组-050");
    assert_eq!(effects, Some(vec![Notice::plain(say)]));
}

#[test]
fn next_open_goes_round_and_round() {
    let kit = kit();
    let item = |n| Point::At(ItemId(Uuid::from_u128(n)));
    for (times, n) in [(1, 3), (2, 4), (3, 3)] {
        let mut verbs = vec![Action::Open];
        verbs.extend(std::iter::repeat_n(Action::NextOpen, times));
        let (screen, _) = after(&kit, &verbs);
        assert_eq!(screen.page.map(|page| page.point), Some(item(n)), "{times}");
    }
}

#[test]
fn the_matrix_opens_a_village_at_an_area() {
    let kit = kit();
    let (screen, _) = after(&kit, &[Action::Coverage, Action::Right, Action::Open]);
    let page = screen.page.expect("a page");
    assert_eq!(page.village, village(1).id);
    assert_eq!(page.point, Point::At(ItemId(Uuid::from_u128(4))));
}

#[test]
fn tabs_go_round_and_back_goes_up() {
    let kit = kit();
    let (screen, _) = after(&kit, &[Action::Open, Action::NextPane, Action::NextPane]);
    assert_eq!(screen.page.map(|page| page.tab), Some(Tab::Visits));
    let (screen, _) = after(&kit, &[Action::Open, Action::PrevPane]);
    assert_eq!(screen.page.map(|page| page.tab), Some(Tab::Profile));
    let (screen, _) = after(&kit, &[Action::Open, Action::PrevPane, Action::Back]);
    assert_eq!(screen.page, None);
    let (_, effects) = after(&kit, &[Action::Back]);
    assert_eq!(effects, None, "the frame hears Esc in the list");
}

#[test]
fn a_finding_made_from_the_list_knows_the_village() {
    let kit = kit();
    let (_, effects) = after(&kit, &[Action::Down, Action::NewFinding]);
    let Some([Effect::Form(form)]) = effects.as_deref() else {
        panic!("a form: {effects:?}");
    };
    let FormKind::NewFinding { draft, answer } = &**form else {
        panic!("a new finding: {form:?}");
    };
    assert_eq!(draft.village, Some(village(2).id));
    assert_eq!(answer, &None);
}

#[test]
fn titles_end_where_the_question_begins() {
    let cases = [
        ("示例合同台账：有无口头合同", "示例合同台账"),
        ("是否公开，是否完整", "是否公开"),
        ("S5 群众评价(问卷)", "S5 群众评价"),
        ("", ""),
    ];
    for (question, title) in cases {
        assert_eq!(points::headline(question), title);
    }
    assert_eq!(points::headline(&"长".repeat(99)).chars().count(), 30);
}

#[test]
fn every_arrangement_fits_its_area() {
    for (width, height) in [
        (0, 0),
        (1, 1),
        (40, 7),
        (79, 20),
        (80, 20),
        (120, 33),
        (300, 90),
    ] {
        let area = Rect::new(0, 0, width, height);
        let over = [Over::List, Over::Coverage].map(Shape::Over);
        for shape in over
            .into_iter()
            .chain(Tab::ALL.iter().map(|tab| Shape::Page(*tab)))
        {
            let it = regions(area, shape);
            for part in [it.list, it.side] {
                assert_eq!(area.intersection(part), part, "{width}×{height} {shape:?}");
            }
        }
    }
}
