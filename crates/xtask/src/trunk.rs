//! Building and serving the page with Trunk.

use std::net::{Ipv4Addr, TcpListener};
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::budget;
use crate::finish;
use crate::finish::public::{self, Address};
use crate::folder;
use crate::project::Project;
use crate::setup::{self, Toolchain};
use crate::step::{Failure, announce, run, timed};

const SEE_ABOVE: &str = "mend what the messages above name, then run the command again";

/// How the page is compiled.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Pace {
    /// As it is handed out.
    Finished,
    /// In a tenth of the time, to be looked at.
    Quick,
}

impl Pace {
    /// Quick if it is asked for.
    pub fn of(quick: bool) -> Self {
        if quick { Self::Quick } else { Self::Finished }
    }
}

/// Writes the finished page to `dist/`; `public` is the address at which it
/// will be found, if that is known, and `seeds` the folder of its articles, if
/// it is another than the project's.
///
/// # Errors
/// When something is missing or the build fails.
pub fn build(project: &Project, pace: Pace, public: Option<&Address>, seeds: Option<&Path>) -> Result<(), Failure> {
    let seeds = seeds.map(absolute).transpose()?;
    let toolchain = setup::toolchain(project)?;
    announce("Building the page (about three minutes the first time, then seconds)");
    let mut command = trunk(project, &toolchain, "build", pace);
    command.env(public::VARIABLE, public.map_or("", Address::as_str));
    if let Some(seeds) = seeds {
        command.env(folder::VARIABLE, seeds);
    }
    timed(|| run(&mut command, "building the page", SEE_ABOVE))?;
    println!("  the page is in {}", project.dist().display());
    Ok(())
}

/// A folder as it is called from anywhere, for Trunk runs elsewhere.
fn absolute(folder: &Path) -> Result<PathBuf, Failure> {
    folder.canonicalize().map_err(|error| Failure::file("reading", folder, &error))
}

/// Builds the page, serves it and builds it anew whenever a file changes,
/// until it is interrupted. A build that fails is reported and tried again
/// when a file changes.
///
/// # Errors
/// When something is missing, or the port is taken.
pub fn serve(project: &Project, port: u16, open_browser: bool, pace: Pace) -> Result<(), Failure> {
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, port)).map_err(|error| {
        Failure::new(
            format!("port {port} cannot be used ({error})"),
            format!("choose another one: `cargo xtask serve --port {}`", port.saturating_add(1)),
        )
    })?;
    drop(listener);
    let toolchain = setup::toolchain(project)?;
    announce("Building the page (about three minutes the first time, then seconds), then serving it");
    println!("  its address: http://127.0.0.1:{port}/  (Ctrl+C ends it)");
    println!("  When you change an article or the catalogue, the page is built anew: reload it to see.\n");
    let mut command = trunk(project, &toolchain, "serve", pace);
    command.args(["--address", "127.0.0.1", "--port", &port.to_string()]);
    if open_browser {
        command.arg("--open");
    }
    run(&mut command, "serving the page", SEE_ABOVE)
}

fn trunk(project: &Project, toolchain: &Toolchain, verb: &str, pace: Pace) -> Command {
    let mut command = Command::new(&toolchain.trunk);
    command
        .args([verb, "--release", "--offline", "--skip-version-check"])
        .current_dir(&project.root)
        .env("PATH", &toolchain.path)
        // Trunk reads this variable as a switch of its own and refuses `1`.
        .env_remove("NO_COLOR");
    if toolchain.settings.is_empty() {
        command.env(budget::AS_IT_COMES, "1");
    }
    match pace {
        Pace::Finished => command.envs(toolchain.settings.iter().map(|(name, value)| (name, value))),
        Pace::Quick => command.args(["--cargo-profile", "look"]).env(finish::QUICK, "1"),
    };
    command
}
