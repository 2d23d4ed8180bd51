//! Keys against prompts.
