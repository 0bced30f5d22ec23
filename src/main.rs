//! Parses the command line, runs, and prints what failed.

use std::process::ExitCode;

fn main() -> ExitCode {
    negotiate_up::cli::main()
}
