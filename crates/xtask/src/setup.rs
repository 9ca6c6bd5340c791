//! What a fresh machine needs, each part found or fetched on its own.
//!
//! A part that is there is used in silence; a missing one is announced with
//! the time it takes, so that the first run is not mistaken for a hang.

mod browser;
mod cargo_tool;
mod host;
mod node;
mod package_manager;
mod small_std;
mod wasm_target;

use std::ffi::OsString;
use std::path::PathBuf;
use std::process::Command;

use crate::budget::Budgets;
use crate::project::{Project, TRUNK_VERSION};
use crate::step::{Failure, run};
use cargo_tool::CargoTool;

pub use browser::{chromium, others as other_browsers};
pub use host::all as hosts;

/// The commands that building the page needs, ready to run.
pub struct Toolchain {
    /// The `trunk` command.
    pub trunk: PathBuf,
    /// `PATH` with the tools of the project's versions in front, and this
    /// command itself, which Trunk calls to finish the page.
    pub path: OsString,
    /// Further settings of the environment: none where the standard library comes as it is.
    pub settings: small_std::Settings,
}

impl Toolchain {
    /// The budgets of what is built with it.
    pub fn budgets(&self) -> Budgets {
        Budgets::new(!self.settings.is_empty())
    }
}

/// Sets up everything that building the page needs.
///
/// # Errors
/// When a part is missing and could not be fetched.
pub fn toolchain(project: &Project) -> Result<Toolchain, Failure> {
    wasm_target::ensure()?;
    fetch_crates(project)?;
    let settings = small_std::ensure(project);
    node::ensure(project)?;
    let bindgen = CargoTool {
        name: "wasm-bindgen",
        package: "wasm-bindgen-cli",
        version: project.wasm_bindgen_version()?,
        // Its own lock file names a version that is no longer published.
        locked: false,
        minutes: 4,
    }
    .ensure(project)?;
    let trunk =
        CargoTool { name: "trunk", package: "trunk", version: TRUNK_VERSION.to_owned(), locked: true, minutes: 8 }
            .ensure(project)?;
    let own = std::env::current_exe().unwrap_or_default();
    let folders = [&bindgen, &trunk, &own].into_iter().filter_map(|tool| tool.parent().map(PathBuf::from));
    let inherited = std::env::var_os("PATH").unwrap_or_default();
    let path = std::env::join_paths(folders.chain([project.node_commands()]).chain(std::env::split_paths(&inherited)))
        .map_err(|error| {
            Failure::new(
                format!("PATH cannot be extended: {error}"),
                "move the checkout to a folder without a colon in its name",
            )
        })?;
    Ok(Toolchain { trunk, path, settings })
}

/// Fetches the crates of the lock file; Trunk itself then runs without the
/// network, so that it cannot fetch tools of versions that nobody chose.
fn fetch_crates(project: &Project) -> Result<(), Failure> {
    run(
        Command::new("cargo").args(["fetch", "--quiet", "--locked"]).current_dir(&project.root),
        "fetching the crates of Cargo.lock",
        "see that the network is up, then run the command again; what was fetched is kept",
    )
}

pub use node::ensure as node;
pub use wasm_target::TARGET;
