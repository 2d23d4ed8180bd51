//! What each effect does: most of it happens inside the model, the rest is work for outside.

use super::{Model, PLACES, Place, Work};
use crate::domain::fault::Fault;
use crate::tui::action::ScreenId;
use crate::tui::effect::{Effect, PickThen, PromptFor};
use crate::tui::overlay::Overlay;
use crate::tui::overlay::confirm::ConfirmBox;
use crate::tui::overlay::form::Form;
use crate::tui::overlay::help::Help;
use crate::tui::overlay::menu::Menu;
use crate::tui::overlay::picker::Picker;
use crate::tui::overlay::prompt::PromptLine;
use crate::tui::screens::Screens;

impl Model {
    /// Does these, in order.
    pub(super) fn run(&mut self, effects: Vec<Effect>) -> Vec<Work> {
        let each = effects.into_iter();
        each.flat_map(|effect| self.effect(effect)).collect()
    }

    fn effect(&mut self, effect: Effect) -> Vec<Work> {
        if self.world.read_only && leads_to_a_write(&effect) {
            self.complain(&Fault::ReadOnly);
            return Vec::new();
        }
        match effect {
            Effect::Write(change) => {
                self.writing += 1;
                return vec![Work::Write(Box::new(change))];
            }
            Effect::Verify => {
                self.say_plain(self.world.say.verifying());
                return vec![Work::Verify];
            }
            Effect::Quit => return vec![Work::Quit],
            Effect::Do(action) => return self.act(action),
            Effect::Form(kind) => {
                let form = Form::open(*kind, &self.overlay_cx());
                self.overlays.push(Overlay::Form(Box::new(form)));
            }
            Effect::Pick(pick) => {
                let picker = Picker::open(*pick, &self.overlay_cx());
                self.overlays.push(Overlay::Picker(Box::new(picker)));
            }
            Effect::Prompt(prompt) => {
                let line = PromptLine::open(*prompt, &self.overlay_cx());
                self.overlays.push(Overlay::Prompt(Box::new(line)));
            }
            Effect::Confirm(confirm) => {
                let question = ConfirmBox::open(*confirm, &self.overlay_cx());
                self.overlays.push(Overlay::Confirm(Box::new(question)));
            }
            Effect::Help => self.overlays.push(Overlay::Help(Help::open(self.current))),
            Effect::Menu => {
                let likely = self.screens.get(self.current).verbs(&self.cx());
                let menu = Menu::open(self.current, &likely);
                self.overlays.push(Overlay::Menu(menu));
            }
            Effect::Go(screen) => self.go(screen),
            Effect::Findings(filter) => {
                self.jump(ScreenId::Findings, |it| it.findings.narrow(*filter));
            }
            Effect::Finding(id) => self.jump(ScreenId::Findings, |it| it.findings.show(id)),
            Effect::Village(id) => self.jump(ScreenId::Villages, |it| it.villages.show(id)),
            Effect::Day(day) => self.jump(ScreenId::Calendar, |it| it.calendar.show(day)),
            Effect::Previous => self.previous(),
            Effect::Reveal => {
                self.world.clues = !self.world.clues;
                let say = self.world.say;
                let clues = self.world.clues;
                self.say_plain(if clues {
                    say.clues_shown()
                } else {
                    say.clues_hidden()
                });
            }
            Effect::Say(notice) => self.notice = Some(notice),
        }
        Vec::new()
    }

    /// Another screen, as it was left.
    pub(super) fn go(&mut self, to: ScreenId) {
        if to != self.current {
            self.remember(None);
            self.current = to;
        }
    }

    /// Another screen (or the same), changed on the way: Backspace takes back both.
    fn jump(&mut self, to: ScreenId, change: impl FnOnce(&mut Screens)) {
        self.remember(Some((to, Box::new(self.screens.clone()))));
        change(&mut self.screens);
        self.current = to;
    }

    fn remember(&mut self, before: Option<(ScreenId, Box<Screens>)>) {
        if self.back.len() == PLACES {
            self.back.remove(0);
        }
        self.back.push(Place {
            screen: self.current,
            before,
        });
    }

    fn previous(&mut self) {
        let Some(place) = self.back.pop() else {
            self.say_plain(self.world.say.nowhere_back());
            return;
        };
        if let Some((changed, before)) = place.before {
            self.screens.restore(changed, *before);
        }
        self.current = place.screen;
    }
}

/// Whether this writes, or asks for what is to be written.
fn leads_to_a_write(effect: &Effect) -> bool {
    match effect {
        Effect::Write(_) | Effect::Form(_) => true,
        Effect::Pick(pick) => pick.then != PickThen::Screen,
        Effect::Prompt(prompt) => prompt.ask != PromptFor::Filter,
        Effect::Confirm(confirm) => leads_to_a_write(&confirm.then),
        _ => false,
    }
}
