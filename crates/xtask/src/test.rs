//! Every test there is, the quick ones first.
//!
//! The runners print to the terminal themselves, so each one's closing line
//! stands in the log. A failed suite does not keep the later ones from running,
//! except that nothing is driven in a browser when the page was not built.

use std::process::Command;

use crate::project::Project;
use crate::setup;
use crate::step::{Failure, announce, output, run, timed};
use crate::trunk::{self, Pace};
use crate::weigh;

const SEE_ABOVE: &str = "mend what the messages above name, then run the command again";

/// A named group of tests.
struct Suite {
    name: &'static str,
    about: &'static str,
    run: fn(&Project) -> Result<(), Failure>,
}

const SUITES: &[Suite] = &[
    Suite { name: "format", about: "the code is formatted", run: format },
    Suite { name: "lint", about: "the compiler and Clippy have nothing to say", run: lint },
    Suite { name: "rust", about: "the crates' own tests", run: rust },
    Suite { name: "build", about: "the page builds", run: page },
    Suite { name: "weight", about: "the engine keeps to its budget of bytes", run: weigh::engine },
    Suite { name: "browser", about: "what a visitor does, in a real browser", run: browser },
];

/// Runs the suites whose name contains one of the words of `only`, or all.
///
/// # Errors
/// When a suite failed; all their names are given.
pub fn run_suites(project: &Project, only: &[String]) -> Result<(), Failure> {
    let chosen: Vec<&Suite> = SUITES
        .iter()
        .filter(|suite| only.is_empty() || only.iter().any(|word| suite.name.contains(word.as_str())))
        .collect();
    if chosen.is_empty() {
        let names: Vec<&str> = SUITES.iter().map(|suite| suite.name).collect();
        return Err(Failure::new(
            format!("no suite is called {}", only.join(" or ")),
            format!("choose among: {}", names.join(", ")),
        ));
    }
    let mut failed = Vec::new();
    for suite in &chosen {
        if suite.name == "browser" && failed.contains(&"build") {
            println!("▸ browser: not run, for the page was not built");
            failed.push(suite.name);
            continue;
        }
        announce(&format!("{}: {}", suite.name, suite.about));
        if let Err(failure) = timed(|| (suite.run)(project)) {
            eprintln!("{failure}\n");
            failed.push(suite.name);
        }
    }
    println!("\nsuites: {} passed, {} failed", chosen.len() - failed.len(), failed.len());
    if failed.is_empty() {
        return Ok(());
    }
    Err(Failure::new(format!("failed: {}", failed.join(", ")), SEE_ABOVE))
}

/// Measures the page and the engine beside its peers, prints the figures and
/// writes `docs/benchmarks.md`.
///
/// # Errors
/// When a measurement could not be made.
pub fn bench(project: &Project) -> Result<(), Failure> {
    page(project)?;
    let toolchain = setup::toolchain(project)?;
    let browser = setup::chromium()?;
    let folder = project.root.join("benches");
    let npm = if cfg!(windows) { "npm.cmd" } else { "npm" };
    run(
        Command::new(npm).args(["ci", "--no-audit", "--no-fund"]).current_dir(&folder),
        "`npm ci` in benches/",
        SEE_ABOVE,
    )?;
    let script = |name: &str| {
        let mut command = node(project, &[&format!("benches/{name}")]);
        command.env("BROWSER_PATH", &browser).env("CHROMIUM", &browser).env("PATH", &toolchain.path);
        run(&mut command, &format!("the bench {name}"), SEE_ABOVE)
    };
    announce("Measuring the page in a real browser (about half an hour)");
    script("page.mjs")?;
    announce("Measuring the first load beside two plain pages (about five minutes)");
    script("first-load.mjs")?;
    announce("Measuring the engine beside its peers (about twenty minutes)");
    script("run.mjs")
}

fn page(project: &Project) -> Result<(), Failure> {
    trunk::build(project, Pace::Finished, None, None)
}

fn format(project: &Project) -> Result<(), Failure> {
    run(cargo(project).args(["fmt", "--all", "--check"]), "`cargo fmt --check`", "run `cargo fmt --all`")
}

/// The compiler whose warnings are held against the code. Another one has other
/// opinions: they are told, and fail nothing.
const LINTED_WITH: &str = "1.95.";

fn lint(project: &Project) -> Result<(), Failure> {
    let version = output(Command::new("rustc").arg("--version")).unwrap_or_default();
    let mut command = cargo(project);
    command.args(["clippy", "--workspace", "--all-targets", "--all-features", "--locked", "--quiet"]);
    if denies_warnings(&version) {
        command.args(["--", "--deny", "warnings"]);
    } else {
        println!("  {version}: its warnings are told and fail nothing; those of {LINTED_WITH}x would");
    }
    run(&mut command, "`cargo clippy`", SEE_ABOVE)
}

fn denies_warnings(version: &str) -> bool {
    version.split_whitespace().nth(1).is_some_and(|number| number.starts_with(LINTED_WITH))
}

fn rust(project: &Project) -> Result<(), Failure> {
    // What the page is made of is asked for without a network; on a fresh machine
    // only what this computer's own programs need has been fetched so far.
    run(
        cargo(project).args(["fetch", "--locked", "--quiet", "--target", "wasm32-unknown-unknown"]),
        "`cargo fetch`",
        "see that this computer reaches the registry of crates, then run the command again",
    )?;
    run(
        cargo(project).args(["test", "--workspace", "--all-features", "--locked", "--no-fail-fast"]),
        "`cargo test`",
        SEE_ABOVE,
    )
}

fn browser(project: &Project) -> Result<(), Failure> {
    setup::node(project)?;
    let browser = setup::chromium()?;
    let cli = project.root.join("node_modules/@playwright/test/cli.js");
    let mut command = node(project, &[&cli.to_string_lossy(), "test", "--config", "e2e/playwright.config.js"]);
    command
        .env("BROWSER_PATH", browser)
        .env("XTASK", std::env::current_exe().unwrap_or_default())
        .envs(setup::other_browsers())
        .envs(setup::hosts(project));
    run(&mut command, "the browser tests", SEE_ABOVE)
}

fn cargo(project: &Project) -> Command {
    let mut command = Command::new("cargo");
    // A whole run compiles everything once: what would make the next change
    // quicker to compile only doubles what the run leaves on the disk.
    command.current_dir(&project.root).env("CARGO_INCREMENTAL", "0");
    command
}

fn node(project: &Project, arguments: &[&str]) -> Command {
    let mut command = Command::new("node");
    command.args(arguments).current_dir(&project.root);
    command
}

#[cfg(test)]
mod tests {
    use super::denies_warnings;

    #[test]
    fn only_the_warnings_of_the_compiler_that_the_code_was_linted_with_fail_the_tests() {
        assert!(denies_warnings("rustc 1.95.0 (59807616e 2026-04-14)"));
        assert!(!denies_warnings("rustc 1.102.0 (0a1b2c3d4 2027-02-01)"));
        assert!(!denies_warnings(""));
    }
}
