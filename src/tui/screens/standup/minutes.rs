//! The minutes as lines: how the meeting stands, its figures, what was decided, who does what, who was there.

use super::state::{Standup, quoted};
use crate::domain::answer::{ActionRow, FigureLine, MeetingSheet};
use crate::domain::codes::{ActionState, Figure};
use crate::domain::ids::ActionId;
use crate::text::cells;
use crate::tui::screen::Cx;

/// What the cursor follows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Key {
    Figure(Figure),
    /// Who was there and who was not, line by line: all of them have to come in sight.
    People(usize),
    /// The n-th decision.
    Decision(usize),
    Action(ActionId),
}

/// One line; a long text goes on in lines without a key.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Line {
    pub(super) key: Option<Key>,
    pub(super) what: What,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum What {
    Head(String),
    /// The heading of the figures has names for its columns.
    Figures,
    Figure {
        line: FigureLine,
        /// How many more or fewer than on the workday before.
        change: Option<i64>,
        /// What the total has come to since it was frozen, where it differs.
        now: Option<u32>,
    },
    Text(Tone, String),
}

/// How a text is meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Tone {
    Plain,
    Quiet,
    Good,
    Soon,
    Late,
}

/// All lines, texts wrapped to `width` cells.
pub(super) fn lines(screen: &Standup, cx: &Cx<'_>, width: u16) -> Vec<Line> {
    let mut to = Lines {
        all: Vec::new(),
        width: width.into(),
    };
    let meeting = screen.meeting(cx);
    status(&mut to, screen, cx);
    figures(&mut to, screen, cx);
    decisions(&mut to, meeting, cx);
    let own = meeting.map_or(&[][..], |it| &it.actions);
    let before = screen.sheet_before(cx);
    let before = before.and_then(|sheet| Some((sheet.day, sheet.meeting.as_ref()?)));
    to.head(cx.say.stand_actions(&done_of(own)));
    actions(&mut to, own, screen, cx);
    if let Some((day, meeting)) = before.filter(|(_, it)| !it.actions.is_empty()) {
        let day = cx.say.day(day);
        to.head(cx.say.stand_actions_of(&day, &done_of(&meeting.actions)));
        actions(&mut to, &meeting.actions, screen, cx);
    }
    people(&mut to, meeting, cx);
    to.all
}

/// All action items in sight, by key.
pub(super) fn action<'a>(screen: &Standup, id: ActionId, cx: &Cx<'a>) -> Option<&'a ActionRow> {
    let before = screen.sheet_before(cx).and_then(|it| it.meeting.as_ref());
    let meetings = screen.meeting(cx).into_iter().chain(before);
    meetings.flat_map(|it| &it.actions).find(|it| it.id == id)
}

struct Lines {
    all: Vec<Line>,
    width: usize,
}

impl Lines {
    fn head(&mut self, text: String) {
        self.push(None, What::Head(text));
    }

    fn push(&mut self, key: Option<Key>, what: What) {
        self.all.push(Line { key, what });
    }

    /// A text behind a sign; what does not fit goes on under itself.
    fn text(&mut self, key: Option<Key>, tone: Tone, sign: &str, text: &str) {
        let indent = cells::width(sign);
        let pieces = cells::wrap(text, self.width.saturating_sub(indent).max(2));
        for (at, piece) in pieces.iter().enumerate() {
            let first = at == 0;
            let lead = if first {
                sign.to_owned()
            } else {
                " ".repeat(indent)
            };
            let key = key.filter(|_| first);
            self.push(key, What::Text(tone, format!("{lead}{piece}")));
        }
    }
}

/// `1/3`
fn done_of(actions: &[ActionRow]) -> String {
    let done = actions.iter().filter(|it| it.state == ActionState::Done);
    format!("{}/{}", done.count(), actions.len())
}

fn status(to: &mut Lines, screen: &Standup, cx: &Cx<'_>) {
    let say = cx.say;
    let Some(meeting) = screen.meeting(cx) else {
        let text = if screen.day(cx) > cx.today {
            say.stand_not_yet()
        } else {
            say.stand_no_meeting()
        };
        return to.text(None, Tone::Quiet, "", text);
    };
    if meeting.frozen.is_some() {
        to.text(None, Tone::Good, "■ ", &frozen(meeting, cx));
    } else {
        to.text(None, Tone::Soon, "○ ", say.stand_open());
    }
    if !meeting.reopened.is_empty() {
        let text = say.stand_reopened(&meeting.reopened);
        to.text(None, Tone::Quiet, "", &text);
    }
}

/// When its figures were frozen and by whom: `已冻结 11-15 21:04 示例甲`.
pub(super) fn frozen(meeting: &MeetingSheet, cx: &Cx<'_>) -> String {
    let at = meeting.closed_at.map(|at| cx.say.moment(at));
    let parts = [
        cx.say.stand_frozen(),
        at.as_deref().unwrap_or_default(),
        &meeting.closed_by,
    ];
    let said: Vec<&str> = parts.into_iter().filter(|it| !it.is_empty()).collect();
    said.join(" ")
}

fn figures(to: &mut Lines, screen: &Standup, cx: &Cx<'_>) {
    let Some(sheet) = screen.sheet(cx) else {
        return;
    };
    let same = |all: &[FigureLine], figure| all.iter().find(|it| it.figure == figure).copied();
    to.push(None, What::Figures);
    for line in quoted(sheet) {
        let before = screen.sheet_before(cx);
        let before = before.and_then(|it| same(quoted(it), line.figure));
        let change = before.map(|it| i64::from(line.day) - i64::from(it.day));
        let now = same(&sheet.figures, line.figure).map(|it| it.total);
        let what = What::Figure {
            line: *line,
            change,
            now: now.filter(|now| *now != line.total),
        };
        to.push(Some(Key::Figure(line.figure)), what);
    }
}

/// Who was not there comes first; the names of all others are long.
fn people(to: &mut Lines, meeting: Option<&MeetingSheet>, cx: &Cx<'_>) {
    let (present, absent) = meeting.map_or((&[][..], &[][..]), |it| (&it.present, &it.absent));
    to.head(cx.say.stand_present(present.len()));
    let there = cx.book.names(present);
    let not_there = match absent.len() {
        0 => String::new(),
        n => cx.say.stand_absent(n, &cx.book.names(absent)),
    };
    let mut said = vec![(Tone::Soon, not_there), (Tone::Plain, there)];
    said.retain(|(_, text)| !text.is_empty());
    if said.is_empty() {
        said.push((Tone::Quiet, cx.say.stand_nobody_noted().to_owned()));
    }
    let pieces = said.into_iter().flat_map(|(tone, text)| {
        let pieces = cells::wrap(&text, to.width.max(2));
        pieces.into_iter().map(move |piece| (tone, piece))
    });
    for (at, (tone, piece)) in pieces.collect::<Vec<_>>().into_iter().enumerate() {
        to.push(Some(Key::People(at)), What::Text(tone, piece));
    }
}

fn decisions(to: &mut Lines, meeting: Option<&MeetingSheet>, cx: &Cx<'_>) {
    let text = meeting.map_or("", |it| it.decisions.trim());
    let all: Vec<&str> = text.lines().filter(|it| !it.trim().is_empty()).collect();
    to.head(cx.say.stand_decisions(all.len()));
    for (at, text) in all.iter().enumerate() {
        let sign = format!("{}. ", at + 1);
        to.text(Some(Key::Decision(at)), Tone::Plain, &sign, text);
    }
}

/// `○ 11-16 · 示例乙 · …`, `! 逾期 1 天 · …`, `✓ 办结 · …`: how it stands comes first, a long text last.
fn actions(to: &mut Lines, all: &[ActionRow], screen: &Standup, cx: &Cx<'_>) {
    let day = screen.day(cx);
    for it in all {
        let done = it.state == ActionState::Done;
        let late = !done && it.due.is_some_and(|due| due < day);
        let (sign, tone) = match (done, late) {
            (true, _) => ("✓ ", Tone::Quiet),
            (false, true) => ("! ", Tone::Late),
            (false, false) => ("○ ", Tone::Plain),
        };
        let standing = match it.due {
            _ if done => cx.say.action_state(it.state).to_owned(),
            Some(due) if due <= day => cx.say.until(due, day),
            Some(due) => cx.say.day(due),
            None => String::new(),
        };
        let parts = [&*standing, &*it.owner_name, it.text.trim()];
        let said: Vec<&str> = parts.into_iter().filter(|it| !it.is_empty()).collect();
        to.text(Some(Key::Action(it.id)), tone, sign, &said.join(" · "));
    }
}
