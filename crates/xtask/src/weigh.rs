//! What the search engine adds to the page, in bytes over the wire.
//!
//! Two modules of `benches/size`, with the engine and without it, are built and
//! optimised as the page is. They are members of the workspace, so that their
//! bytes, like the page's, do not depend on where the checkout is.

use std::process::Command;

use crate::finish::{assets, program};
use crate::project::Project;
use crate::setup::{self, Toolchain};
use crate::step::{Failure, run};

/// Prints the engine's weight and holds it to its budget.
///
/// # Errors
/// When a module cannot be built, or the engine is heavier by more than the slack.
pub fn engine(project: &Project) -> Result<(), Failure> {
    let toolchain = setup::toolchain(project)?;
    let without = module(project, &toolchain, &[])?;
    let with = module(project, &toolchain, &["--features", "search"])?;
    let added = with.saturating_sub(without);
    let budgets = toolchain.budgets();
    let budget = budgets.bytes("engine")?;
    println!("  a module with the engine has {with} bytes, without it {without}");
    println!("{}", budgets.line("engine", added, budget));
    if let Some(bytes) = budgets.beyond(added, budget) {
        return Err(Failure::new(
            format!("the engine is {bytes} bytes over its budget and the slack of that"),
            "make it smaller: benches/README.md says how",
        ));
    }
    Ok(())
}

/// The weight of one module, in bytes after Brotli.
fn module(project: &Project, toolchain: &Toolchain, features: &[&str]) -> Result<usize, Failure> {
    let target = project.root.join("target");
    let mut command = Command::new("cargo");
    command
        .args(["build", "--quiet", "--locked", "--offline", "--package", "summitry-size"])
        .args(["--profile", "page", "--target", setup::TARGET])
        .args(features)
        .env("CARGO_TARGET_DIR", &target)
        .envs(toolchain.settings.iter().map(|(name, value)| (name, value)))
        .current_dir(&project.root);
    run(&mut command, "building the module that is weighed", "mend what the messages above name")?;
    let built = target.join(setup::TARGET).join("page").join("summitry_size.wasm");
    let small = built.with_extension("small.wasm");
    program::optimise(project, &built, &small, &[])?;
    let wire = assets::brotli(&assets::read(&small)?).map_err(|error| Failure::file("compressing", &small, &error))?;
    Ok(wire.len())
}
