//! Every screen, driven by keys.

mod standup;
