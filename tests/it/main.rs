//! One binary of tests, mirroring src.

mod cli;
mod desk;
mod domain;
mod entry;
mod pty;
mod sample;
mod screens;
mod store;
mod text;
mod tidy;
