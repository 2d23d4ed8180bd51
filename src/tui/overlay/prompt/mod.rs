//! The prompt: one line of text, and what is done with it.

#[cfg(test)]
mod tests;

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use super::Reply;
use super::boxed::{self, Place};
use super::form::day;
use super::form::line::{Heard, LeftOut, LineEdit};
use crate::domain::change::{Change, FindingSet};
use crate::text::cells::{self, to_u16};
use crate::text::clean::{TextRefusal, accept};
use crate::tui::effect::{Effect, Prompt, PromptFor};
use crate::tui::keymap::{Code, Key};
use crate::tui::screen::Cx;
use crate::tui::widgets;

/// Cells of the line.
const WIDE: u16 = 72;

/// An open prompt.
#[derive(Debug)]
pub(crate) struct PromptLine {
    ask: PromptFor,
    /// What the line held when it was opened.
    former: String,
    line: LineEdit,
    /// Why Enter did nothing, or what pasting left out.
    note: Option<String>,
}

impl PromptLine {
    /// Opens it with its text.
    pub(crate) fn open(it: Prompt, _cx: &Cx<'_>) -> Self {
        let mut line = LineEdit::new(it.text.clone());
        // A deadline is written anew, words are mended.
        if matches!(it.ask, PromptFor::Due(_)) {
            line.select();
        }
        Self {
            line,
            former: it.text,
            ask: it.ask,
            note: None,
        }
    }

    /// Hears a key.
    pub(crate) fn key(&mut self, key: Key, cx: &Cx<'_>) -> Reply {
        self.note = None;
        match key.code {
            Code::Esc if self.ask == PromptFor::Filter => Reply::Unfilter(self.former.clone()),
            Code::Esc => Reply::Close,
            Code::Enter => self.enter(cx),
            Code::Up | Code::Down | Code::PageUp | Code::PageDown => self.step(key.code, cx),
            _ => self.typed(key),
        }
    }

    /// Puts pasted text into the line.
    pub(crate) fn paste(&mut self, text: &str, cx: &Cx<'_>) -> Reply {
        let left_out = self.line.paste(text);
        self.note = left_out_note(left_out, cx);
        self.heard()
    }

    /// Draws itself and says where the caret stands. The filter lies at the bottom, so that the list is seen.
    pub(crate) fn view(&self, cx: &Cx<'_>, area: Rect, buf: &mut Buffer) -> Option<Position> {
        let place = match self.ask {
            PromptFor::Filter => Place::Bottom,
            _ => Place::Middle,
        };
        // Where it is narrow the sentence below gets a second row.
        let high = if area.width < WIDE { 3 } else { 2 };
        let inside = boxed::open(buf, area, cx, self.title(cx), (WIDE, high), place);
        if inside.is_empty() {
            return None;
        }
        let (shown, caret) = self.line.window(inside.width.into());
        let style = boxed::typed_style(self.line.is_selected(), cx);
        cells::put(buf, inside.x, inside.y, inside.width, shown, style);
        let (hint, bad) = self.hint(cx);
        let style = if bad { cx.look.bad } else { cx.look.dim };
        let below = Rect {
            y: inside.y + 1,
            height: inside.height - 1,
            ..inside
        };
        widgets::list::paragraph(buf, below, &hint, style);
        Some(Position::new(inside.x + to_u16(caret), inside.y))
    }

    fn typed(&mut self, key: Key) -> Reply {
        match self.line.key(key) {
            Heard::Changed => self.heard(),
            Heard::Moved | Heard::Not => Reply::Stay,
        }
    }

    /// The screen hears the filter while it is typed.
    fn heard(&self) -> Reply {
        match self.ask {
            PromptFor::Filter => Reply::Filter(self.line.text().to_owned()),
            _ => Reply::Stay,
        }
    }

    /// Arrows move a deadline by days, page keys by weeks.
    fn step(&mut self, code: Code, cx: &Cx<'_>) -> Reply {
        if matches!(self.ask, PromptFor::Due(_)) {
            day::step_by(&mut self.line, code, cx);
        }
        Reply::Stay
    }

    fn enter(&mut self, cx: &Cx<'_>) -> Reply {
        if self.ask == PromptFor::Filter {
            return Reply::Close;
        }
        match self.change(cx) {
            // It stays open until the change is written, so that nothing typed is lost.
            Ok(change) => Reply::Keep(vec![Effect::Write(change)]),
            Err(why) => {
                self.note = Some(why);
                Reply::Stay
            }
        }
    }

    fn change(&self, cx: &Cx<'_>) -> Result<Change, String> {
        Ok(match &self.ask {
            PromptFor::Due(ids) => Change::SetFindings {
                ids: ids.clone(),
                set: FindingSet::Due(self.due(cx)?),
            },
            PromptFor::StageReason(ids, to) => Change::MoveStage {
                ids: ids.clone(),
                to: *to,
                remark: self.reason(cx)?,
            },
            PromptFor::MergeReason { from, into } => Change::MergeFinding {
                from: *from,
                into: *into,
                reason: self.reason(cx)?,
            },
            PromptFor::WithdrawReason(what) => Change::Withdraw {
                what: what.clone(),
                reason: self.reason(cx)?,
            },
            PromptFor::ReopenReason(id) => Change::ReopenMeeting {
                id: *id,
                reason: self.reason(cx)?,
            },
            PromptFor::Filter => return Err(String::new()),
        })
    }

    /// An empty line takes the deadline away.
    fn due(&self, cx: &Cx<'_>) -> Result<Option<chrono::NaiveDate>, String> {
        if self.line.text().trim().is_empty() {
            return Ok(None);
        }
        day::read(self.line.text(), cx).map(Some)
    }

    fn reason(&self, cx: &Cx<'_>) -> Result<String, String> {
        accept(self.line.text()).map_err(|why| match why {
            TextRefusal::Empty => cx.say.no_reason().to_owned(),
            why => refused(why, cx),
        })
    }

    fn title(&self, cx: &Cx<'_>) -> &'static str {
        let say = cx.say;
        match &self.ask {
            PromptFor::Filter => say.ask_filter(),
            PromptFor::Due(_) => say.ask_due(),
            PromptFor::StageReason(..) => say.ask_stage_reason(),
            PromptFor::MergeReason { .. } => say.ask_merge_reason(),
            PromptFor::WithdrawReason(_) => say.ask_withdraw_reason(),
            PromptFor::ReopenReason(_) => say.ask_reopen_reason(),
        }
    }

    /// What stands under the line, and whether it says no.
    fn hint(&self, cx: &Cx<'_>) -> (String, bool) {
        if let Some(note) = &self.note {
            return (note.clone(), true);
        }
        let say = cx.say;
        let text = match &self.ask {
            PromptFor::Filter => say.ask_filter_keys().to_owned(),
            PromptFor::Due(_) => match self.due(cx) {
                Ok(None) => say.ask_due_keys().to_owned(),
                Ok(Some(due)) => day::preview(due, cx),
                Err(why) => return (why, true),
            },
            PromptFor::WithdrawReason(things) => say.ask_withdraw_keys(things.len()),
            PromptFor::StageReason(ids, to) => say.ask_stage_keys(cx.say.stage(*to), ids.len()),
            _ => say.ask_reason_keys().to_owned(),
        };
        (text, false)
    }
}

/// What pasting left out, in words.
pub(crate) fn left_out_note(left_out: LeftOut, cx: &Cx<'_>) -> Option<String> {
    if left_out.cut {
        Some(cx.say.paste_cut().to_owned())
    } else {
        (left_out.controls > 0).then(|| cx.say.paste_controls(left_out.controls))
    }
}

/// Why a text is not taken.
pub(crate) fn refused(why: TextRefusal, cx: &Cx<'_>) -> String {
    match why {
        TextRefusal::Empty => cx.say.text_empty().to_owned(),
        TextRefusal::TooLong { limit, got } => cx.say.text_too_long(got, limit),
        TextRefusal::TooLarge { limit, .. } => cx.say.text_too_large(limit / 1024),
        TextRefusal::Control { code } => cx.say.text_control(code),
    }
}
