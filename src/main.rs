//! The program; what it does with its words is in `cli`.

use std::process::ExitCode;

fn main() -> ExitCode {
    xuncha::cli::main()
}
