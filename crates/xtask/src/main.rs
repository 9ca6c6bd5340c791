//! The project's chores, as `cargo xtask <chore>`.
//!
//! Owns the set-up of a fresh machine and the order in which the other tools
//! run. Every chore sets up only what it needs and does nothing twice. It does
//! not know what the page does.

mod finish;
mod project;
mod setup;
mod step;
mod test;
mod trunk;

use clap::{Parser, Subcommand};
use project::Project;
use step::Failure;
use trunk::Pace;

/// Summitry's chores.
#[derive(Parser)]
#[command(name = "cargo xtask")]
struct Arguments {
    #[command(subcommand)]
    chore: Chore,
}

#[derive(Subcommand)]
enum Chore {
    /// Set up what is missing, build the page and serve it on this computer.
    Serve {
        /// The port to serve on.
        #[arg(long, default_value_t = 8080)]
        port: u16,
        /// Open the page in the default browser once it is served.
        #[arg(long)]
        open: bool,
        /// Compile fast, for whoever changes the page and looks at it often:
        /// the page is slower and several times as heavy.
        #[arg(long)]
        quick: bool,
    },
    /// Set up what is missing and write the finished page to `dist/`.
    Build {
        /// Compile fast; the page is slower and several times as heavy.
        #[arg(long)]
        quick: bool,
    },
    /// Set up what is missing and run every test.
    Test {
        /// Run only the suites whose name contains one of these words.
        only: Vec<String>,
    },
    /// Measure the page and the engine, and print the figures.
    Bench,
    /// Turn Trunk's output into the finished page; Trunk calls this itself.
    #[command(hide = true)]
    Finish,
}

fn main() -> std::process::ExitCode {
    let arguments = Arguments::parse();
    match run(&arguments.chore) {
        Ok(()) => std::process::ExitCode::SUCCESS,
        Err(failure) => {
            eprintln!("\n{failure}");
            std::process::ExitCode::FAILURE
        }
    }
}

fn run(chore: &Chore) -> Result<(), Failure> {
    let project = Project::find()?;
    match chore {
        Chore::Serve { port, open, quick } => trunk::serve(&project, *port, *open, Pace::of(*quick)),
        Chore::Build { quick } => trunk::build(&project, Pace::of(*quick)),
        Chore::Test { only } => test::run_suites(&project, only),
        Chore::Bench => test::bench(&project),
        Chore::Finish => finish::dist(&project),
    }
}
