//! One binary of tests, mirroring src.

#![expect(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test stops where it fails"
)]

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
