//! What each message does to the model.

use super::{Model, Msg, Patience, Work, Writer};
use crate::domain::change::{LogVerb, Made, Receipt};
use crate::domain::fault::{Fault, Need, Refusal};
use crate::entry::ime;
use crate::text::Lang;
use crate::tui::action::{Action, ScreenId};
use crate::tui::effect::{Choice, Effect, FormKind, Notice, Tone};
use crate::tui::keymap::{self, Code, Key};
use crate::tui::overlay::{Overlay, Reply};
use crate::tui::widgets::finding_line::short_number;

impl Model {
    /// Hears a message; what is to be done outside comes back.
    pub(crate) fn update(&mut self, msg: Msg) -> Vec<Work> {
        match msg {
            Msg::Key(key) if key == Key::ctrl('c') => self.ctrl_c(),
            Msg::Key(_) | Msg::Paste(_) if self.writing > 0 => self.meanwhile(msg),
            Msg::Key(key) => self.key(key),
            Msg::Paste(text) => self.paste(&text),
            Msg::Resized(size) => {
                self.world.size = size;
                self.overlays.iter_mut().for_each(Overlay::resized);
                Vec::new()
            }
            Msg::Tick(now) => {
                let new_day = self.world.now.date() != now.date();
                self.world.now = now;
                if new_day {
                    self.forget(true);
                }
                Vec::new()
            }
            Msg::Committed(receipt) => self.committed(&receipt),
            Msg::Failed(fault) => self.failed(&fault),
            Msg::Changed => {
                self.forget(true);
                Vec::new()
            }
            Msg::Waiting => {
                self.wait();
                Vec::new()
            }
            Msg::Moved(moved) => {
                self.world.moved = moved;
                if moved {
                    self.complain(&Fault::Moved);
                }
                Vec::new()
            }
            Msg::Say(notice) => {
                self.notice = Some(notice);
                Vec::new()
            }
        }
    }

    fn key(&mut self, key: Key) -> Vec<Work> {
        self.notice = None;
        self.leaving = false;
        if let Some(top) = self.overlays.last_mut() {
            let reply = top.key(key, &self.world.cx(self.world.size));
            return self.reply(reply);
        }
        if let Some(action) = keymap::action_for(key, self.current) {
            return self.act(action);
        }
        match key.code {
            Code::Char(c) if ime::is_han(c) => self.stray_han(c),
            Code::Char(_) => {
                let say = self.world.say;
                self.say_plain(&say.no_such_key(&keymap::label(key)));
                Vec::new()
            }
            _ => Vec::new(),
        }
    }

    /// A Chinese character in command mode is neither run nor dropped: it begins a filter where there is one.
    fn stray_han(&mut self, c: char) -> Vec<Work> {
        if !self.can_filter() {
            self.say_plain(self.world.say.input_method_on());
            return Vec::new();
        }
        let text = format!("{}{c}", self.screens.get(self.current).filter());
        let work = self.open_filter(text.clone());
        let cx = self.world.cx(self.screen_size());
        self.screens.get_mut(self.current).filtered(&text, &cx);
        work
    }

    /// Twice in a row leaves the program, whatever is open.
    fn ctrl_c(&mut self) -> Vec<Work> {
        if self.leaving {
            return vec![Work::Quit];
        }
        self.leaving = true;
        let say = self.world.say;
        let dirty = self.overlays.iter().any(Overlay::dirty);
        self.say_plain(if dirty {
            say.ctrl_c_drops()
        } else {
            say.ctrl_c_again()
        });
        Vec::new()
    }

    /// A pasted block is data: it goes into a field or nowhere, and never runs as commands.
    fn paste(&mut self, text: &str) -> Vec<Work> {
        self.notice = None;
        if let Some(top) = self.overlays.last_mut() {
            let reply = top.paste(text, &self.world.cx(self.world.size));
            return self.reply(reply);
        }
        self.say_plain(self.world.say.paste_nowhere());
        Vec::new()
    }

    /// Does what an overlay answered.
    pub(super) fn reply(&mut self, reply: Reply) -> Vec<Work> {
        match reply {
            Reply::Stay => Vec::new(),
            Reply::Close => {
                self.overlays.pop();
                self.visit_asked = false;
                Vec::new()
            }
            Reply::Unfilter(text) => {
                self.overlays.pop();
                let before = self.filter_before.take().unwrap_or(text);
                self.filtered(&before);
                Vec::new()
            }
            Reply::Done(effects) => {
                self.overlays.pop();
                self.filter_before = None;
                self.run(effects)
            }
            Reply::Keep(effects) => {
                if effects.iter().any(|it| matches!(it, Effect::Write(_))) {
                    self.writer = Writer::Overlay;
                }
                self.run(effects)
            }
            Reply::Chosen(choice) => {
                self.overlays.pop();
                self.chosen(choice)
            }
            Reply::Filter(text) => {
                self.filtered(&text);
                Vec::new()
            }
        }
    }

    fn chosen(&mut self, choice: Choice) -> Vec<Work> {
        if std::mem::take(&mut self.visit_asked) {
            return match choice {
                Choice::Village(Some(village), _) => {
                    let draft = super::actions::empty_visit(village, &self.cx());
                    self.run(vec![Effect::Form(Box::new(FormKind::NewVisit { draft }))])
                }
                _ => Vec::new(),
            };
        }
        let cx = self.world.cx(self.screen_size());
        let effects = self.screens.get_mut(self.current).chosen(choice, &cx);
        self.run(effects)
    }

    fn filtered(&mut self, text: &str) {
        let cx = self.world.cx(self.screen_size());
        self.screens.get_mut(self.current).filtered(text, &cx);
    }

    fn committed(&mut self, receipt: &Receipt) -> Vec<Work> {
        self.writing = self.writing.saturating_sub(1);
        self.patience = Patience::Whole;
        self.saved = Some(self.world.now);
        self.forget(!keeps_the_book(receipt.verb));
        self.notice = Some(self.success(receipt));
        let mut work = Vec::new();
        if self.take_writer() == Writer::Overlay
            && let Some(top) = self.overlays.last_mut()
        {
            let reply = top.committed(receipt, &self.world.cx(self.world.size));
            work = self.reply(reply);
        }
        match (receipt.made, self.current) {
            (Some(Made::Finding(id)), ScreenId::Findings) => self.screens.findings.made(id),
            (Some(Made::Event(id)), ScreenId::Calendar) => self.screens.calendar.made(id),
            _ => {}
        }
        work.extend(self.hear_held());
        work
    }

    fn failed(&mut self, fault: &Fault) -> Vec<Work> {
        self.writing = self.writing.saturating_sub(1);
        // What the refusal was about may have been changed elsewhere.
        self.forget(false);
        let shown = self.take_writer() == Writer::Overlay
            && self
                .overlays
                .last_mut()
                .is_some_and(|top| top.failed(fault, &self.world.cx(self.world.size)));
        if !shown {
            self.complain(fault);
        }
        self.hear_held_after(fault)
    }

    fn take_writer(&mut self) -> Writer {
        std::mem::replace(&mut self.writer, Writer::Screen)
    }

    /// The sentence for what was written: 「登记问题：一组-017 …」, with the number as short as in lists.
    fn success(&self, receipt: &Receipt) -> Notice {
        let receipt = Receipt {
            subject: short_number(&receipt.subject, &self.cx()).to_owned(),
            ..receipt.clone()
        };
        Notice {
            tone: Tone::Good,
            text: self.world.say.receipt(&receipt, self.world.clues),
        }
    }

    pub(super) fn complain(&mut self, fault: &Fault) {
        let say = self.world.say;
        self.notice = Some(Notice {
            tone: Tone::Bad,
            text: say.fault(fault) + key_hint(fault, say),
        });
    }

    pub(super) fn say_plain(&mut self, text: &str) {
        self.notice = Some(Notice {
            tone: Tone::Plain,
            text: text.to_owned(),
        });
    }

    /// Whether the screen has a filter now.
    pub(super) fn can_filter(&self) -> bool {
        keymap::verb(Action::Filter).is_some_and(|verb| verb.works_on(self.current))
    }
}

/// Which key helps.
fn key_hint(fault: &Fault, say: Lang) -> &'static str {
    match fault {
        Fault::Refused(Refusal::Missing { needs, .. }) => {
            if needs.iter().all(|need| *need == Need::Source) {
                say.hint_evidence()
            } else {
                say.hint_fill_in()
            }
        }
        Fault::Refused(Refusal::NoWay { .. }) => say.hint_ways(),
        _ => "",
    }
}

/// Changes of these kinds leave the small tables (people, areas, settings) as they are.
fn keeps_the_book(verb: LogVerb) -> bool {
    use LogVerb as V;
    !matches!(
        verb,
        V::StartRound
            | V::AddTeam
            | V::AddPerson
            | V::AddUnit
            | V::SetHoliday
            | V::Setting
            | V::Undo
            | V::Redo
    )
}
