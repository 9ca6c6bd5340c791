//! The workshop's program: a WebAssembly module of its own, which is fetched
//! when the workshop is opened.
//!
//! Invariant: it is compiled as the page is, quickly or small.

use std::path::{Path, PathBuf};
use std::process::Command;

use super::assets::{Asset, hashed_name, read, write};
use super::{BUILD_AGAIN, program};
use crate::project::Project;
use crate::setup::TARGET;
use crate::step::{Failure, run};

/// How its files are called, and the line of the build that tells their weight.
pub const NAME: &str = "workshop";
/// What its files may weigh together, in bytes after Brotli. More than half are
/// data, such as the tables of encodings and spellings, which the page itself has
/// no use for.
pub const BUDGET: usize = 1_290_000;

/// What was compiled.
pub struct Workshop {
    /// The script that `wasm-bindgen` wrote for it.
    pub glue: PathBuf,
    /// The module, among the page's files.
    pub module: Asset,
}

/// Compiles it and puts the module into `folder`.
///
/// # Errors
/// When it does not compile, or a tool fails.
pub fn build(project: &Project, folder: &Path, quick: bool) -> Result<Workshop, Failure> {
    let profile = if quick { "look" } else { "page" };
    let mut command = Command::new("cargo");
    command.args(["build", "--package", "summitry-worker", "--lib", "--offline", "--locked", "--quiet"]);
    command.args(["--target", TARGET, "--profile", profile]).current_dir(&project.root);
    run(&mut command, "compiling the workshop", "mend what the messages above name, then run the command again")?;
    let target = std::env::var_os("CARGO_TARGET_DIR").map_or_else(|| project.root.join("target"), PathBuf::from);
    let compiled = target.join(TARGET).join(profile).join("summitry_worker.wasm");
    let out = target.join("workshop").join(profile);
    let mut command = Command::new("wasm-bindgen");
    command.arg(&compiled).args(["--target", "web", "--no-typescript", "--out-name", NAME, "--out-dir"]).arg(&out);
    run(&mut command, "binding the workshop", BUILD_AGAIN)?;
    let mut module = out.join("workshop_bg.wasm");
    if !quick {
        let small = out.join("small.wasm");
        program::optimise(project, &module, &small, &[])?;
        module = small;
    }
    let bytes = read(&module)?;
    let name = hashed_name(NAME, "wasm", &bytes);
    write(&folder.join(&name), &bytes)?;
    Ok(Workshop { glue: out.join("workshop.js"), module: Asset::of(folder, &name)? })
}
