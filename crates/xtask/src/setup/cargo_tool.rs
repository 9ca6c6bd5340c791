//! A command that Cargo builds: Trunk and wasm-bindgen.
//!
//! An installed one of exactly the wanted version is used; any other version
//! is left alone, and ours is put beside it in the project's tool folder.

use std::path::{Path, PathBuf};
use std::process::Command;

use crate::project::Project;
use crate::step::{Failure, announce, output, run, timed};

/// A pinned command and how to come by it.
pub struct CargoTool {
    /// What one types to run it.
    pub name: &'static str,
    /// The crate that it comes from.
    pub package: &'static str,
    /// The only version that will do.
    pub version: String,
    /// Whether to build it with the lock file it was published with.
    pub locked: bool,
    /// About how long it takes to build on two cores.
    pub minutes: u32,
}

impl CargoTool {
    /// The command's path; it is built first where it is missing.
    ///
    /// # Errors
    /// When it can neither be fetched nor built.
    pub fn ensure(&self, project: &Project) -> Result<PathBuf, Failure> {
        let folder = project.tools.join(format!("{}-{}", self.name, self.version));
        let ours = folder.join("bin").join(format!("{}{}", self.name, std::env::consts::EXE_SUFFIX));
        if self.is_wanted(&ours) {
            return Ok(ours);
        }
        if let Some(installed) = on_path(self.name).filter(|path| self.is_wanted(path)) {
            return Ok(installed);
        }
        self.fetch(&folder)?;
        if self.is_wanted(&ours) {
            return Ok(ours);
        }
        Err(Failure::new(
            format!("{} was installed but does not answer with version {}", ours.display(), self.version),
            format!("delete {} and run the command again", folder.display()),
        ))
    }

    fn is_wanted(&self, command: &Path) -> bool {
        output(Command::new(command).arg("--version"))
            .is_some_and(|text| text.split_whitespace().any(|word| word == self.version))
    }

    fn fetch(&self, folder: &Path) -> Result<(), Failure> {
        if on_path("cargo-binstall").is_some() {
            announce(&format!("Fetching {} {} (first time only, under a minute)", self.package, self.version));
            let mut command = Command::new("cargo");
            command.args(["binstall", "--no-confirm", "--version", &self.version, self.package, "--root"]).arg(folder);
            match timed(|| run(&mut command, "fetching a ready-made build", "")) {
                Ok(()) => return Ok(()),
                Err(_) => println!("  no ready-made build could be fetched; it is built here instead"),
            }
        }
        announce(&format!(
            "Building {} {} (first time only, about {} minutes on two cores)",
            self.package, self.version, self.minutes
        ));
        let mut command = Command::new("cargo");
        command.args(["install", self.package, "--version", &self.version, "--root"]).arg(folder);
        // A build tool's speed hardly matters; the time to build it does.
        for setting in ["lto=false", "opt-level=1", "codegen-units=16", "debug=false"] {
            command.args(["--config", &format!("profile.release.{setting}")]);
        }
        if self.locked {
            command.arg("--locked");
        }
        // Cargo's wrapper variables of this run must not steer that build.
        command.env_remove("CARGO_TARGET_DIR");
        timed(|| {
            run(
                &mut command,
                &format!("installing {} {}", self.package, self.version),
                "see that the network is up and a C compiler is installed (its messages stand above), then run the command again; what was fetched is kept",
            )
        })
    }
}

/// The first file of this name in `PATH`.
pub fn on_path(name: &str) -> Option<PathBuf> {
    let file = format!("{name}{}", std::env::consts::EXE_SUFFIX);
    let path = std::env::var_os("PATH")?;
    std::env::split_paths(&path).map(|folder| folder.join(&file)).find(|candidate| candidate.is_file())
}
