//! Rounds of any size, written through the store's bulk door and kept between runs.

use std::fmt::Write as _;
use std::io::Write as _;
use std::path::{Path, PathBuf};

use chrono::{Duration, NaiveDate};
use xuncha::domain::answer::Answer;
use xuncha::domain::change::{Change, Made};
use xuncha::domain::codes::{
    AnswerState, Found, Half, Household, Role, Stage, Track, Triage, VillageKind,
};
use xuncha::domain::fault::Fault;
use xuncha::domain::ids::{FindingId, PersonId, UnitId, VillageId};
use xuncha::domain::query::{FindingFilter, FindingsQuery, Order, Query, Window};
use xuncha::domain::records::{
    AnswerDraft, FindingDraft, PersonDraft, RoundDraft, RoundPlan, TeamDraft, UnitDraft,
    VillageDraft, VisitDraft,
};
use xuncha::shipped;
use xuncha::store::{Batch, NewFile, Store};

/// Findings, answers and visits of one village (domain: ~22 findings, 46 answers; 76 visits as in the sample round).
const PER_VILLAGE: (usize, usize) = (22, 76);

/// Rows written as one entry of the log.
const ENTRY: usize = 500;

/// A line on the terminal, beside the table of figures.
pub(crate) fn say(line: &str) {
    // A bench whose output nobody reads has nothing else to do.
    let _ = writeln!(std::io::stderr(), "{line}");
}

fn day(n: usize) -> NaiveDate {
    let start = NaiveDate::from_ymd_opt(2018, 11, 1).unwrap_or_default();
    start + Duration::days(i64::try_from(n % 35).unwrap_or(0))
}

/// A file with so many findings; made once, then kept in the build folder.
pub(crate) fn file(findings: usize) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR"));
    let path = folder.join(format!("bench-{findings}.db"));
    if Store::open(&path).is_ok() {
        return path;
    }
    for end in ["", "-wal", "-shm"] {
        let mut old = path.clone().into_os_string();
        old.push(end);
        let _ = std::fs::remove_file(old);
    }
    say(&format!("making {} …", path.display()));
    make(&path, findings).expect("the bench's own file is written");
    path
}

fn make(path: &Path, findings: usize) -> Result<(), Fault> {
    let new = NewFile {
        code: "测".into(),
        pinned: day(14).and_hms_opt(9, 0, 0),
        seed: Some(1),
    };
    let mut store = Store::create(path, &new)?;
    let leader = store.batch(|batch| fill(batch, findings))?;
    store.sit(leader)
}

fn fill(batch: &mut Batch<'_>, findings: usize) -> Result<PersonId, Fault> {
    let items = shipped::items();
    batch.apply(&Change::StartRound(Box::new(RoundPlan {
        round: RoundDraft {
            title: "测试轮".into(),
            code: "2018-01".into(),
            start: day(0),
            end: day(34),
            petition_close: None,
            standup_at: chrono::NaiveTime::MIN,
            standup_name: "组务会".into(),
        },
        scheme: shipped::SCHEME.into(),
        areas: shipped::areas(),
        template: shipped::TEMPLATE.into(),
        items,
        holidays: Vec::new(),
    })))?;
    let (people, units) = cast(batch)?;
    let villages = findings.div_ceil(PER_VILLAGE.0);
    let items = match batch.ask(&Query::Register)? {
        Answer::Register(book) => book.items.clone(),
        _ => Vec::new(),
    };
    let mut pending = Vec::new();
    let mut noted = 0;
    for v in 0..villages {
        let Some(unit) = units.get(v % units.len()) else {
            continue;
        };
        let village = village(batch, v, *unit)?;
        let by = |i: usize| people.get((v + i) % people.len()).copied();
        for (i, item) in items
            .iter()
            .filter(|i| i.kind != Some(VillageKind::Community))
            .enumerate()
        {
            pending.push(Change::Answer(AnswerDraft {
                village,
                item: item.id,
                state: [AnswerState::Fine, AnswerState::Fine, AnswerState::Unsure][i % 3],
                note: String::new(),
                people: by(i).into_iter().collect(),
                day: day(v + i),
                finding: None,
            }));
        }
        for i in 0..PER_VILLAGE.0.min(findings - noted) {
            pending.push(Change::NoteFinding(Box::new(finding(
                noted + i,
                village,
                by(i),
            ))));
        }
        noted += PER_VILLAGE.0.min(findings - noted);
        for i in 0..PER_VILLAGE.1 {
            pending.push(visit(v, i, village, by(i)));
        }
        while pending.len() >= ENTRY {
            let rest = pending.split_off(ENTRY);
            batch.apply_as_one(&pending)?;
            pending = rest;
        }
    }
    batch.apply_as_one(&pending)?;
    people
        .first()
        .copied()
        .ok_or_else(|| Fault::Internal("nobody".into()))
}

fn cast(batch: &mut Batch<'_>) -> Result<(Vec<PersonId>, Vec<UnitId>), Fault> {
    let (mut people, mut units) = (Vec::new(), Vec::new());
    for t in 0..3 {
        let made = batch.apply(&Change::AddTeam(TeamDraft {
            name: format!("第{t}组"),
            code: format!("{t}组"),
        }))?;
        let Some(Made::Team(team)) = made.made else {
            continue;
        };
        for p in 0..7 {
            let draft = PersonDraft {
                name: format!("示例{t}{p}"),
                role: if p == 0 { Role::Leader } else { Role::Member },
                team: Some(team),
            };
            if let Some(Made::Person(id)) = batch.apply(&Change::AddPerson(draft))?.made {
                people.push(id);
            }
        }
        let draft = UnitDraft {
            name: format!("示例{t}乡"),
            short: format!("乡{t}"),
            team: Some(team),
        };
        if let Some(Made::Unit(id)) = batch.apply(&Change::AddUnit(draft))?.made {
            units.push(id);
        }
    }
    Ok((people, units))
}

fn village(batch: &mut Batch<'_>, v: usize, unit: UnitId) -> Result<VillageId, Fault> {
    let draft = VillageDraft {
        name: format!("示例{v:04}村"),
        unit,
        kind: VillageKind::Village,
        households: Some(400),
        at_home: Some(280),
        note: String::new(),
    };
    match batch.apply(&Change::AddVillage(draft))?.made {
        Some(Made::Village(id)) => Ok(id),
        _ => Err(Fault::Internal("no village".into())),
    }
}

fn finding(i: usize, village: VillageId, handler: Option<PersonId>) -> FindingDraft {
    const WHAT: [&str; 12] = [
        "集体资产台账缺失",
        "公开栏未更新",
        "党费收据与账面不符",
        "会议记录补记",
        "合同未签",
        "低保名单有误",
        "工程未招标",
        "印章无登记",
        "补贴重复享受",
        "值班牌空置",
        "白条入账",
        "上轮问题反弹",
    ];
    let mut body = String::new();
    for n in 0..3 {
        let _ = write!(
            body,
            "查阅第{}号凭证，{}，会计称已移交。",
            i * 3 + n,
            WHAT[(i + n * 5) % WHAT.len()]
        );
    }
    FindingDraft {
        body,
        village: Some(village),
        areas: vec![u8::try_from(i % 7 + 1).unwrap_or(1)],
        track: Track::ALL[i % 4 % 3],
        triage: Triage::ALL[i % 3],
        handler,
        due: (!i.is_multiple_of(3)).then(|| day(i / 7)),
        ..FindingDraft::titled(format!("{}{i}处", WHAT[i % WHAT.len()]))
    }
}

fn visit(v: usize, i: usize, village: VillageId, by: Option<PersonId>) -> Change {
    Change::RecordVisit(Box::new(VisitDraft {
        village,
        day: day(v + i / 8),
        half: Half::ALL[i % 3],
        group: "三组".into(),
        head: format!("示例户{i:03}"),
        class: Household::ALL[i % Household::ALL.len()],
        people: by.into_iter().collect(),
        found: Found::ALL[i % 4],
        escorted: false,
        said: "都挺好。".into(),
        follow_up: String::new(),
        finding: None,
    }))
}

/// The finding at the top of the list.
pub(crate) fn some_finding(store: &Store) -> FindingId {
    let query = FindingsQuery {
        filter: FindingFilter {
            live: Some(true),
            ..FindingFilter::default()
        },
        order: Order::Due,
        group: None,
        window: Window::first(1),
    };
    let id = match store.ask(&Query::Findings(query)) {
        Ok(Answer::Findings(page)) => page.rows.first().map(|row| row.id),
        _ => None,
    };
    id.expect("a finding")
}

/// The question behind a search.
pub(crate) fn search(text: &str) -> Query {
    Query::Findings(FindingsQuery {
        filter: FindingFilter {
            text: text.into(),
            stages: Stage::ALL.to_vec(),
            ..FindingFilter::default()
        },
        order: Order::Newest,
        group: None,
        window: Window::first(50),
    })
}
