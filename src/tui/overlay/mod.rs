//! What opens over a screen. The topmost hears every key; nothing below does.
//!
//! For an overlay `Cx::size` is the whole window, and `view` gets the whole window's area: it places itself.

pub(crate) mod boxed;
pub(crate) mod confirm;
pub(crate) mod form;
pub(crate) mod help;
pub(crate) mod menu;
pub(crate) mod picker;
pub(crate) mod prompt;
#[cfg(test)]
mod test_kit;

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use super::effect::{Choice, Effect};
use super::keymap::Key;
use super::screen::Cx;
use crate::domain::change::Receipt;
use crate::domain::fault::Fault;
use crate::domain::query::Query;
use confirm::ConfirmBox;
use form::Form;
use help::Help;
use menu::Menu;
use picker::Picker;
use prompt::PromptLine;

/// Something open over the screen.
#[derive(Debug)]
pub(crate) enum Overlay {
    /// A record being written.
    Form(Box<Form>),
    /// A small filtering picker.
    Picker(Box<Picker>),
    /// One line of text.
    Prompt(Box<PromptLine>),
    /// Yes or no.
    Confirm(Box<ConfirmBox>),
    /// What works here, searchable.
    Help(Help),
    /// What works here, by digits.
    Menu(Menu),
}

/// What an overlay answers to a key.
#[derive(Debug, PartialEq)]
pub(crate) enum Reply {
    /// Heard; nothing else happens.
    Stay,
    /// Closes without doing anything.
    Close,
    /// Closes and does this.
    Done(Vec<Effect>),
    /// Does this and stays open. After a `Write` the overlay hears `committed` or `failed`.
    Keep(Vec<Effect>),
    /// Closes and hands the choice to the screen.
    Chosen(Choice),
    /// The filter line as it stands now; the screen hears it while one types.
    Filter(String),
    /// Closes; the screen hears the filter line as it was before.
    Unfilter(String),
}

/// The same call for whichever overlay it is.
macro_rules! each {
    ($overlay:expr, $it:ident => $call:expr) => {
        match $overlay {
            Overlay::Form($it) => $call,
            Overlay::Picker($it) => $call,
            Overlay::Prompt($it) => $call,
            Overlay::Confirm($it) => $call,
            Overlay::Help($it) => $call,
            Overlay::Menu($it) => $call,
        }
    };
}

impl Overlay {
    /// Hears a key.
    pub(crate) fn key(&mut self, key: Key, cx: &Cx<'_>) -> Reply {
        each!(self, it => it.key(key, cx))
    }

    /// Hears pasted text, whole; line ends are `\n`.
    pub(crate) fn paste(&mut self, text: &str, cx: &Cx<'_>) -> Reply {
        match self {
            Self::Form(form) => form.paste(text, cx),
            Self::Picker(picker) => picker.paste(text, cx),
            Self::Prompt(prompt) => prompt.paste(text, cx),
            Self::Help(help) => help.paste(text, cx),
            // They answer to single keys, and pasted text is never keys.
            Self::Confirm(_) | Self::Menu(_) => Reply::Stay,
        }
    }

    /// The window has another size.
    pub(crate) fn resized(&mut self) {
        if let Self::Form(form) = self {
            form.resized();
        }
    }

    /// Fills in what follows from answers that came.
    pub(crate) fn settle(&mut self, cx: &Cx<'_>) {
        if let Self::Form(form) = self {
            form.unit_of_village(cx);
        }
    }

    /// What it needs to be drawn now.
    pub(crate) fn needs(&self, cx: &Cx<'_>) -> Vec<Query> {
        match self {
            Self::Form(form) => form.needs(cx),
            Self::Picker(picker) => picker.needs(cx),
            Self::Prompt(_) | Self::Confirm(_) | Self::Help(_) | Self::Menu(_) => Vec::new(),
        }
    }

    /// Draws itself and says where the caret stands; `None`: nothing is being typed.
    pub(crate) fn view(&self, cx: &Cx<'_>, area: Rect, buf: &mut Buffer) -> Option<Position> {
        each!(self, it => it.view(cx, area, buf))
    }

    /// What it asked to be written was written.
    pub(crate) fn committed(&mut self, receipt: &Receipt, cx: &Cx<'_>) -> Reply {
        match self {
            Self::Form(form) => form.committed(receipt, cx),
            _ => Reply::Close,
        }
    }

    /// What it asked to be written was not; its text stays. `false`: it cannot show the sentence itself.
    pub(crate) fn failed(&mut self, fault: &Fault, cx: &Cx<'_>) -> bool {
        match self {
            Self::Form(form) => {
                form.failed(fault, cx);
                true
            }
            _ => false,
        }
    }

    /// Whether closing it would lose something typed.
    pub(crate) fn dirty(&self) -> bool {
        match self {
            Self::Form(form) => form.dirty(),
            _ => false,
        }
    }
}
