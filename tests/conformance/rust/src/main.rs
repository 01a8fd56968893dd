//! Holds a validator of Rust to the generated schemas.
//!
//! - `conformance cases GENERATED SPEC` replays all cases; prints counts and every disagreement
//! - `conformance probes FILE` prints what is made of every probe

mod cases;
mod complaints;
mod probes;
mod replay;
mod schemas;

use std::error::Error;
use std::path::Path;
use std::process::ExitCode;

/// Anything that keeps the program from its work.
type Failure = Box<dyn Error>;

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let words: Vec<&str> = arguments.iter().map(String::as_str).collect();
    match run(&words) {
        Ok(line) => {
            println!("{line}");
            ExitCode::SUCCESS
        }
        Err(failure) => {
            eprintln!("{failure}");
            ExitCode::FAILURE
        }
    }
}

fn run(words: &[&str]) -> Result<String, Failure> {
    match words {
        ["cases", generated, spec] => {
            let found = replay::replay(Path::new(generated), Path::new(spec))?;
            Ok(serde_json::to_string(&found)?)
        }
        ["probes", file] => Ok(serde_json::to_string(&probes::tried(Path::new(file))?)?),
        _ => Err("usage: conformance cases GENERATED SPEC | conformance probes FILE".into()),
    }
}
