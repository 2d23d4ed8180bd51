//! Every screen, driven by keys.

mod findings;
mod standup;
