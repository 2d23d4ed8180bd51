//! Keys against questions.
