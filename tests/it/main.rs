//! One binary of tests, mirroring src.

mod pty;
mod text;
