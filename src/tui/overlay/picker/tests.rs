//! Keys against lists.
