//! One step of a chore: announced, run, and on failure reported with a remedy.
//!
//! A step's output goes straight to the terminal; nothing is swallowed.

use std::path::Path;
use std::process::Command;
use std::time::Instant;

/// A chore that could not be finished: what failed, and how to go on.
#[derive(Debug, thiserror::Error)]
#[error("Stopped: {what}.\nTo go on: {remedy}.")]
pub struct Failure {
    what: String,
    remedy: String,
}

impl Failure {
    /// `what` and `remedy` are clauses without a closing full stop.
    pub fn new(what: impl Into<String>, remedy: impl Into<String>) -> Self {
        Self { what: what.into(), remedy: remedy.into() }
    }

    /// A file that could not be read or written.
    pub fn file(doing: &str, path: &Path, error: &std::io::Error) -> Self {
        Self::new(
            format!("{doing} {} failed: {error}", path.display()),
            "see that the file is there, that the disk has room and that you may write to it, then run the command again",
        )
    }
}

/// Says what is being done, before it is done.
pub fn announce(text: &str) {
    println!("▸ {text}");
}

/// Runs a command to its end.
///
/// # Errors
/// When it cannot be started or ends with another code than zero; `what` names
/// the step in the message and `remedy` says how to go on.
pub fn run(command: &mut Command, what: &str, remedy: &str) -> Result<(), Failure> {
    match command.status() {
        Ok(status) if status.success() => Ok(()),
        Ok(status) => Err(Failure::new(format!("{what} failed ({status})"), remedy)),
        Err(error) => Err(Failure::new(format!("{what} could not be started ({error})"), remedy)),
    }
}

/// What a command prints on standard output, or nothing if it does not run.
pub fn output(command: &mut Command) -> Option<String> {
    let output = command.output().ok()?;
    output.status.success().then(|| String::from_utf8_lossy(&output.stdout).trim().to_owned())
}

/// Runs `work` and says how long it took, in whole seconds.
///
/// # Errors
/// Those of `work`.
pub fn timed<T>(work: impl FnOnce() -> Result<T, Failure>) -> Result<T, Failure> {
    let start = Instant::now();
    let result = work()?;
    println!("  done in {} s", start.elapsed().as_secs());
    Ok(result)
}
