//! The terminal interface: keys become actions, actions effects, answers cells.

pub(crate) mod action;
pub mod desk;
pub(crate) mod cursor;
pub(crate) mod effect;
pub(crate) mod frame;
mod input;
pub(crate) mod keymap;
pub(crate) mod look;
pub(crate) mod model;
pub(crate) mod overlay;
pub(crate) mod screen;
pub(crate) mod screens;
pub(crate) mod run;
mod terminal;
mod verdict;
pub(crate) mod widgets;
