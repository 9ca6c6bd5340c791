//! What the search engine adds to the page, in bytes over the wire.
//!
//! Two modules of `benches/size`, with the engine and without it, are built and
//! optimised as the page is. They are members of the workspace, so that their
//! bytes, like the page's, do not depend on where the checkout is.

use std::process::Command;

use crate::finish::{assets, order, program};
use crate::project::Project;
use crate::setup::{self, Toolchain};
use crate::step::{Failure, run};

/// What the engine may weigh, in bytes after Brotli: an alarm with slack, not a mark.
const BUDGET: usize = 75_000;

/// Prints the engine's weight and holds it to its budget.
///
/// # Errors
/// When a module cannot be built, or the engine is heavier.
pub fn engine(project: &Project) -> Result<(), Failure> {
    let toolchain = setup::toolchain(project)?;
    let without = module(project, &toolchain, &[])?;
    let with = module(project, &toolchain, &["--features", "search"])?;
    let added = with.saturating_sub(without);
    println!("search adds {added} bytes (brotli): {with} with it, {without} without; the budget is {BUDGET}");
    if added > BUDGET {
        return Err(Failure::new(
            format!("the engine is {} bytes over its budget", added - BUDGET),
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
    let bytes = order::ordered(&assets::read(&small)?)
        .map_err(|error| Failure::new(format!("ordering the functions failed: {error}"), "mend the optimiser first"))?;
    let wire = assets::brotli(&bytes).map_err(|error| Failure::file("compressing", &small, &error))?;
    Ok(wire.len())
}
