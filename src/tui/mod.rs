//! The terminal interface: keys become actions, actions effects, answers cells.

pub(crate) mod action;
pub(crate) mod cursor;
pub mod desk;
pub(crate) mod effect;
pub(crate) mod frame;
mod input;
pub(crate) mod keymap;
pub(crate) mod look;
pub(crate) mod model;
pub(crate) mod overlay;
pub(crate) mod run;
pub(crate) mod screen;
pub(crate) mod screens;
mod terminal;
pub(crate) mod widgets;
