//! Hand-made answers for the unit tests of screens.

use chrono::{NaiveDate, NaiveTime};
use ratatui::buffer::Buffer;
use ratatui::layout::{Rect, Size};
use uuid::Uuid;

use crate::domain::answer::{EventRow, FindingRow, Register};
use crate::domain::calendar::Holidays;
use crate::domain::codes::{EventKind, EventStatus, Half, Stage, Track, Triage};
use crate::domain::ids::{EventId, FindingId};
use crate::domain::records::{EventDraft, RoundDraft};
use crate::text::Lang;
use crate::tui::look::Look;
use crate::tui::screen::{Answers, Cx, Screen};

/// A round of 35 days on its 15th, without people or villages.
pub(crate) struct Kit {
    pub(crate) answers: Answers,
    pub(crate) book: Register,
    pub(crate) look: Look,
    pub(crate) today: NaiveDate,
    pub(crate) size: Size,
    pub(crate) say: Lang,
}

impl Default for Kit {
    fn default() -> Self {
        Self {
            answers: Answers::default(),
            book: book(),
            look: Look::mono(),
            today: day("2018-11-15"),
            size: Size::new(120, 30),
            say: Lang::Zh,
        }
    }
}

impl Kit {
    /// What a screen reads.
    pub(crate) fn cx<T>(&self, read: impl FnOnce(Cx<'_>) -> T) -> T {
        read(Cx {
            answers: &self.answers,
            book: &self.book,
            today: self.today,
            now: self.today.and_time(NaiveTime::MIN),
            say: self.say,
            look: &self.look,
            size: self.size,
            clues: false,
        })
    }

    /// What a screen draws, line by line without the blanks at the end.
    pub(crate) fn draw(&self, screen: &dyn Screen) -> Vec<String> {
        let area = Rect::new(0, 0, self.size.width, self.size.height);
        let mut buf = Buffer::empty(area);
        self.cx(|cx| screen.view(&cx, area, &mut buf));
        lines(&buf)
    }
}

/// The text of a buffer; the blank behind a wide character is left out.
pub(crate) fn lines(buf: &Buffer) -> Vec<String> {
    let area = buf.area;
    let line = |y| {
        let mut text = String::new();
        let mut x = area.left();
        while x < area.right() {
            let symbol = buf[(x, y)].symbol();
            text.push_str(symbol);
            let wide = crate::text::cells::width(symbol).max(1);
            x = x.saturating_add(crate::text::cells::to_u16(wide));
        }
        text.trim_end().to_owned()
    };
    (area.top()..area.bottom()).map(line).collect()
}

/// A day by its ISO name.
pub(crate) fn day(iso: &str) -> NaiveDate {
    iso.parse().expect("a day")
}

fn book() -> Register {
    Register {
        round: Some(RoundDraft {
            title: "示例巡察".into(),
            code: "2018-01".into(),
            start: day("2018-11-01"),
            end: day("2018-12-05"),
            petition_close: None,
            standup_at: NaiveTime::MIN,
            standup_name: "组务会".into(),
        }),
        scheme: String::new(),
        teams: Vec::new(),
        people: Vec::new(),
        units: Vec::new(),
        areas: Vec::new(),
        items: Vec::new(),
        holidays: Holidays::default(),
        settings: Vec::new(),
        me: None,
        pinned: None,
    }
}

/// A finding just noted.
pub(crate) fn finding(n: u128) -> FindingRow {
    FindingRow {
        id: FindingId(Uuid::from_u128(n)),
        number: format!("一组-{n:03}"),
        title: format!("示例问题{n}"),
        stage: Stage::Noted,
        track: Track::Undecided,
        restricted: false,
        triage: Triage::Normal,
        village: None,
        village_name: String::new(),
        unit_name: String::new(),
        areas: Vec::new(),
        handler_name: String::new(),
        handler: None,
        due: None,
        noted_on: day("2018-11-10"),
        staged_on: day("2018-11-10"),
    }
}

/// A planned event.
pub(crate) fn event(n: u128, on: &str, half: Half, kind: EventKind) -> EventRow {
    EventRow {
        id: EventId(Uuid::from_u128(n)),
        draft: EventDraft {
            day: day(on),
            half,
            kind,
            title: format!("示例日程{n}"),
            team: None,
            unit: None,
            village: None,
            people: Vec::new(),
            place: String::new(),
            milestone: false,
            sensitive: false,
            count: None,
            note: String::new(),
        },
        status: EventStatus::Planned,
        moved_from: None,
        moved_to: None,
        village_name: String::new(),
        unit_name: String::new(),
        team_code: String::new(),
    }
}
