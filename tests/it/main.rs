//! One binary of tests, mirroring src.

mod domain;
mod entry;
mod pty;
mod store;
mod text;
mod tidy;
