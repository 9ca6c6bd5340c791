//! The project's chores, as `cargo xtask <chore>`.
//!
//! Owns the set-up of a fresh machine and the order in which the other tools
//! run. Every chore sets up only what it needs and does nothing twice. It does
//! not know what the page does.

mod budget;
mod finish;
#[path = "../../../build/folder.rs"]
mod folder;
mod project;
mod reproduce;
mod setup;
mod step;
mod test;
mod trunk;
mod weigh;

use clap::{Parser, Subcommand};
use finish::public::Address;
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
        /// The address at which the page will be found: search engines and
        /// whoever pastes a link are told it.
        #[arg(long, value_name = "ADDRESS")]
        public_url: Option<String>,
        /// The folder of the articles to build in, instead of `seeds`.
        #[arg(long, value_name = "FOLDER")]
        seeds: Option<std::path::PathBuf>,
    },
    /// Set up what is missing and run every test.
    Test {
        /// Run only the suites whose name contains one of these words.
        only: Vec<String>,
    },
    /// Measure the page and the engine, and print the figures.
    Bench,
    /// Print the block of data with which a finished page shows the articles of
    /// a folder instead of those that are built in: it goes anywhere into the
    /// page's body.
    Collection {
        /// The folder: texts as received, and `catalog.toml`.
        folder: std::path::PathBuf,
    },
    /// Build the page twice, in two folders, and compare the bytes.
    Reproduce,
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
        Chore::Build { quick, public_url, seeds } => {
            let public = public_url.as_deref().map(Address::parse).transpose()?;
            trunk::build(&project, Pace::of(*quick), public.as_ref(), seeds.as_deref())
        }
        Chore::Test { only } => test::run_suites(&project, only),
        Chore::Bench => test::bench(&project),
        Chore::Collection { folder } => {
            println!("{}", finish::collection(folder)?);
            Ok(())
        }
        Chore::Reproduce => reproduce::run_twice(&project),
        Chore::Finish => finish::dist(&project),
    }
}
