//! Keys become verbs: one table of what can be done, and the keys that do it.

mod key;

pub(crate) use key::{Code, Key, label, parse};
