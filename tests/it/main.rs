//! One binary of tests, mirroring src.
