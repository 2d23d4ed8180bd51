//! Every number opens as many findings as it says, over a small made-up round.

use ratatui::layout::Size;
use uuid::Uuid;

use super::cross::Line;
use super::state::{Pane, cross_rows};
use super::*;
use crate::domain::answer::{Answer, AreaRow, DayCount, FigureLine, Pivot, PivotKey};
use crate::domain::codes::{Figure, Stage, Track};
use crate::domain::ids::VillageId;
use crate::domain::query::{Dim, FindingFilter};
use crate::tui::action::ScreenId;
use crate::tui::effect::Notice;
use crate::tui::screens::test_kit::{Kit, day};

/// A finding as far as counts know it.
struct It {
    village: Option<u128>,
    areas: &'static [u8],
    stage: Stage,
    track: Track,
}

const FINDINGS: &[It] = &[
    it(Some(1), &[1], Stage::Noted, Track::Undecided),
    it(Some(1), &[1, 2], Stage::Closed, Track::Immediate),
    it(Some(1), &[2], Stage::Merged, Track::General),
    it(Some(2), &[2, 1], Stage::Noted, Track::General),
    it(Some(2), &[], Stage::Qualified, Track::General),
    it(None, &[2], Stage::Dismissed, Track::Advice),
    it(None, &[1, 2], Stage::Signing, Track::Advice),
];

const fn it(village: Option<u128>, areas: &'static [u8], stage: Stage, track: Track) -> It {
    It {
        village,
        areas,
        stage,
        track,
    }
}

fn village(n: u128) -> VillageId {
    VillageId(Uuid::from_u128(n))
}

fn keys(dim: Dim) -> Vec<PivotKey> {
    match dim {
        Dim::Village => [1, 2]
            .map(|n| PivotKey::Village(Some(village(n)), format!("示例{n}村")))
            .into_iter()
            .chain([PivotKey::Village(None, String::new())])
            .collect(),
        Dim::Area => [Some(1), Some(2), None].map(PivotKey::Area).to_vec(),
        Dim::Stage => Stage::ALL.iter().map(|it| PivotKey::Stage(*it)).collect(),
        Dim::Track => Track::ALL.iter().map(|it| PivotKey::Track(*it)).collect(),
    }
}

fn has(it: &It, key: &PivotKey) -> bool {
    match key {
        PivotKey::Village(id, _) => *id == it.village.map(village),
        PivotKey::Area(Some(no)) => it.areas.contains(no),
        PivotKey::Area(None) => it.areas.is_empty(),
        PivotKey::Stage(stage) => *stage == it.stage,
        PivotKey::Track(track) => *track == it.track,
    }
}

/// What the store answers: merged and dismissed ones are left out unless stages are counted.
fn pivot(down: Dim, across: Dim) -> Pivot {
    let by_stage = [down, across].contains(&Dim::Stage);
    let (rows, cols) = (keys(down), keys(across));
    let count = |row: &PivotKey, col: &PivotKey| {
        let all = FINDINGS.iter();
        let here = all.filter(|it| by_stage || it.stage.counts());
        let n = here.filter(|it| has(it, row) && has(it, col)).count();
        u32::try_from(n).unwrap()
    };
    let line = |row| cols.iter().map(|col| count(row, col)).collect();
    let cells: Vec<Vec<u32>> = rows.iter().map(line).collect();
    let sum = |at: usize| cells.iter().map(|row: &Vec<u32>| row[at]).sum();
    Pivot {
        sums: (0..cols.len()).map(sum).collect(),
        total_rows: u32::try_from(rows.len()).unwrap(),
        rows,
        cols,
        cells,
    }
}

fn passes(it: &It, filter: &FindingFilter) -> bool {
    let is = |key: Option<PivotKey>| key.is_none_or(|key| has(it, &key));
    let area = filter
        .area
        .map(|no| PivotKey::Area(Some(no).filter(|no| *no > 0)));
    is(filter
        .village
        .map(|id| PivotKey::Village(Some(id), String::new())))
        && is(filter
            .nowhere
            .then(|| PivotKey::Village(None, String::new())))
        && is(area)
        && is(filter.track.map(PivotKey::Track))
        && (filter.stages.is_empty() || filter.stages.contains(&it.stage))
        && (!filter.counted || it.stage.counts())
}

fn behind(filter: &FindingFilter) -> usize {
    FINDINGS.iter().filter(|it| passes(it, filter)).count()
}

fn reply(query: &Query) -> Answer {
    match query {
        Query::Pivot { rows, cols, .. } => Answer::Pivot(pivot(*rows, *cols)),
        Query::Month { from, .. } => Answer::Month(
            from.iter_days()
                .take(35)
                .map(|day| DayCount {
                    day,
                    planned: 0,
                    done: 0,
                    noted: 3,
                    closed: u32::from(day.to_string().ends_with('5')),
                    due: 0,
                    visits: 0,
                    milestones: Vec::new(),
                })
                .collect(),
        ),
        Query::Figures { .. } => Answer::Figures(
            Figure::ALL
                .iter()
                .map(|figure| FigureLine {
                    figure: *figure,
                    total: 12,
                    day: 2,
                })
                .collect(),
        ),
        _ => Answer::Events(Vec::new()),
    }
}

/// Asks and settles as the loop does.
fn ready(kit: &mut Kit, screen: &mut Counts) {
    for query in kit.cx(|cx| screen.needs(&cx)) {
        let answer = reply(&query);
        kit.answers.put(query, answer);
    }
    kit.cx(|cx| screen.settle(&cx));
}

fn kit() -> Kit {
    let mut kit = Kit::default();
    kit.book.areas = [(1, "政治"), (2, "思想")]
        .map(|(no, short)| AreaRow {
            no,
            name: short.into(),
            short: short.into(),
        })
        .to_vec();
    kit
}

/// The screen after these verbs, and what the last one asked for.
fn after(kit: &mut Kit, verbs: &[Action]) -> (Counts, Option<Vec<Effect>>) {
    let mut screen = Counts::default();
    ready(kit, &mut screen);
    let mut effects = None;
    for verb in verbs {
        effects = kit.cx(|cx| screen.update(*verb, &cx));
        ready(kit, &mut screen);
    }
    (screen, effects)
}

#[test]
fn every_number_of_every_table_opens_as_many_findings() {
    let mut kit = kit();
    let pairs = Dim::ALL.iter().flat_map(|down| {
        let others = Dim::ALL.iter().filter(move |it| *it != down);
        others.map(move |across| (*down, *across))
    });
    for (down, across) in pairs.filter(|(_, across)| *across != Dim::Village) {
        let mut screen = Counts::default();
        (screen.cross.down, screen.cross.across) = (down, across);
        ready(&mut kit, &mut screen);
        for _ in 0..=keys(down).len() {
            for col in 0..=keys(across).len() {
                screen.cross.col = col;
                let (n, filter) = kit
                    .cx(|cx| screen.cross.on(cross_rows(&cx), &cx))
                    .expect("a number");
                let at = (screen.cross.row.index(), screen.cross.line, col);
                let (n, all) = (usize::try_from(n).unwrap(), behind(&filter));
                assert_eq!(n, all, "{down:?} × {across:?} at {at:?}");
            }
            kit.cx(|cx| screen.update(Action::Down, &cx));
        }
        assert_eq!(screen.cross.line, Line::Sums);
    }
}

#[test]
fn fields_change_and_never_meet() {
    let mut kit = kit();
    let mut verbs = Vec::new();
    for turn in 0..24_u32 {
        verbs.push([Action::ChangeRows, Action::ChangeCols][usize::from(turn % 5 > 1)]);
        let (screen, _) = after(&mut kit, &verbs);
        assert_ne!(screen.cross.down, screen.cross.across);
        assert_ne!(
            screen.cross.across,
            Dim::Village,
            "villages may be too many"
        );
    }
    let (screen, _) = after(&mut kit, &[Action::ChangeRows]);
    assert_eq!(screen.cross.down, Dim::Stage);
    let (screen, _) = after(&mut kit, &[Action::ChangeCols]);
    assert_eq!(screen.cross.across, Dim::Stage);
}

#[test]
fn every_share_opens_as_many_findings() {
    let mut kit = kit();
    after(&mut kit, &[Action::NextPane, Action::NextPane]);
    let lines = kit.cx(|cx| shares::lines(&cx));
    let mut seen = 0;
    for line in lines {
        let shares::Share::Of(key, n) = line else {
            continue;
        };
        let filter = kit.cx(|cx| shares::filter(key, &cx));
        assert_eq!(usize::try_from(n).unwrap(), behind(&filter), "{key:?}");
        seen += 1;
    }
    assert_eq!(seen, Stage::ALL.len() + Track::ALL.len() + 3);
}

#[test]
fn enter_opens_the_list_of_the_cell_and_nothing_for_nought() {
    let mut kit = kit();
    let (_, effects) = after(&mut kit, &[Action::Open]);
    let filter = FindingFilter {
        village: Some(village(1)),
        area: Some(1),
        counted: true,
        ..FindingFilter::default()
    };
    assert_eq!(effects, Some(vec![Effect::Findings(Box::new(filter))]));
    let (_, effects) = after(&mut kit, &[Action::Right, Action::Right, Action::Open]);
    let nothing = Notice::plain(kit.say.counts_nothing());
    assert_eq!(effects, Some(vec![nothing]), "no finding without an area");
}

#[test]
fn a_day_of_the_trend_opens_what_was_noted_or_closed() {
    let mut kit = kit();
    let trend = [Action::PrevPane, Action::Left, Action::Down, Action::Open];
    let (screen, effects) = after(&mut kit, &trend);
    assert_eq!(screen.pane, Pane::Trend);
    assert_eq!(screen.trend.day, Some(day("2018-11-14")));
    let nothing = Notice::plain(kit.say.counts_nothing());
    assert_eq!(effects, Some(vec![nothing]), "none closed on the 14th");
    let (_, effects) = after(&mut kit, &[Action::PrevPane, Action::Open]);
    let Some([Effect::Findings(filter)]) = effects.as_deref() else {
        panic!("a list: {effects:?}");
    };
    assert_eq!(filter.noted.and_then(|it| it.to), Some(day("2018-11-15")));
}

#[test]
fn a_figure_opens_what_it_counts() {
    let mut kit = kit();
    let to = |figure: Figure| Figure::ALL.iter().position(|it| *it == figure).unwrap();
    let mut open = |figure| {
        let mut verbs = vec![Action::NextPane];
        verbs.extend(std::iter::repeat_n(Action::Down, to(figure)));
        verbs.push(Action::Open);
        after(&mut kit, &verbs)
    };
    let (screen, effects) = open(Figure::Talks);
    assert_eq!(effects, Some(Vec::new()));
    assert!(screen.behind.is_some(), "the talks themselves");
    let (_, effects) = open(Figure::Checked);
    assert_eq!(effects, Some(vec![Effect::Go(ScreenId::Villages)]));
    let (_, effects) = open(Figure::Closed);
    assert!(matches!(
        effects.as_deref(),
        Some([Effect::Findings(_), Effect::Say(_)])
    ));
    let (_, effects) = open(Figure::Clues);
    assert!(
        matches!(effects.as_deref(), Some([Effect::Say(_)])),
        "closed"
    );
}

#[test]
fn every_size_and_pane_is_drawn() {
    let mut kit = kit();
    for (width, height) in [(0, 0), (1, 1), (40, 7), (80, 20), (120, 33), (200, 60)] {
        kit.size = Size::new(width, height);
        for turns in 0..Pane::ALL.len() {
            let verbs = vec![Action::NextPane; turns];
            let (screen, _) = after(&mut kit, &verbs);
            assert_eq!(kit.draw(&screen).len(), usize::from(height));
        }
    }
}
