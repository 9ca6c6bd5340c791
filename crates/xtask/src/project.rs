//! Where the project's files are, and which versions its lock file names.
//!
//! Paths are absolute, so that a chore may be started from any folder.

use std::path::{Path, PathBuf};

use crate::step::Failure;

/// The Trunk release that the project is built with.
pub const TRUNK_VERSION: &str = "0.21.14";

/// The checkout and the places that belong to it.
#[derive(Debug, Clone)]
pub struct Project {
    /// The folder that holds the workspace's `Cargo.toml`.
    pub root: PathBuf,
    /// The folder in which built tools are kept from one run to the next:
    /// `SUMMITRY_TOOLS`, or a folder in Cargo's own directory, so that a second
    /// checkout finds them too.
    pub tools: PathBuf,
}

impl Project {
    /// Finds the project from the place of this crate: as Cargo says it when it
    /// runs the chore, for a target folder may serve two checkouts.
    ///
    /// # Errors
    /// When the folder of the workspace cannot be told.
    pub fn find() -> Result<Self, Failure> {
        let crate_folder = std::env::var_os("CARGO_MANIFEST_DIR")
            .map_or_else(|| PathBuf::from(env!("CARGO_MANIFEST_DIR")), PathBuf::from);
        let root = crate_folder
            .ancestors()
            .nth(2)
            .ok_or_else(|| Failure::new("the project's folder was not found", "run `cargo xtask` inside the checkout"))?
            .to_path_buf();
        let tools = match std::env::var_os("SUMMITRY_TOOLS") {
            Some(folder) => PathBuf::from(folder),
            None => cargo_home(&root).join("summitry-tools"),
        };
        Ok(Self { root, tools })
    }

    /// The folder of the finished page.
    pub fn dist(&self) -> PathBuf {
        self.root.join("dist")
    }

    /// The folder of the commands that npm installed.
    pub fn node_commands(&self) -> PathBuf {
        self.root.join("node_modules").join(".bin")
    }

    /// The version of `wasm-bindgen` in `Cargo.lock`: the command of the same
    /// name must have exactly this version.
    ///
    /// # Errors
    /// When the lock file cannot be read or names no such package.
    pub fn wasm_bindgen_version(&self) -> Result<String, Failure> {
        let path = self.root.join("Cargo.lock");
        let text = std::fs::read_to_string(&path).map_err(|error| {
            Failure::new(
                format!("{} could not be read: {error}", path.display()),
                "restore it with `git checkout Cargo.lock`",
            )
        })?;
        locked_version(&text, "wasm-bindgen").ok_or_else(|| {
            Failure::new("Cargo.lock names no wasm-bindgen", "restore it with `git checkout Cargo.lock`")
        })
    }
}

fn cargo_home(root: &Path) -> PathBuf {
    std::env::var_os("CARGO_HOME")
        .map(PathBuf::from)
        .or_else(|| std::env::home_dir().map(|home| home.join(".cargo")))
        .unwrap_or_else(|| root.join("target"))
}

/// The version of the package `name` in the text of a `Cargo.lock`.
fn locked_version(lock: &str, name: &str) -> Option<String> {
    let table: toml::Table = toml::from_str(lock).ok()?;
    table
        .get("package")?
        .as_array()?
        .iter()
        .find(|package| package.get("name").and_then(toml::Value::as_str) == Some(name))?
        .get("version")?
        .as_str()
        .map(str::to_owned)
}

#[cfg(test)]
mod tests {
    use super::locked_version;

    #[test]
    fn the_locked_version_is_that_of_the_package_of_exactly_this_name() {
        let lock = "version = 4\n[[package]]\nname = \"wasm-bindgen-macro\"\nversion = \"9.9.9\"\n\
                    [[package]]\nname = \"wasm-bindgen\"\nversion = \"0.2.130\"\n";
        assert_eq!(locked_version(lock, "wasm-bindgen").as_deref(), Some("0.2.130"));
        assert_eq!(locked_version(lock, "trunk"), None);
        assert_eq!(locked_version("not a lock file", "trunk"), None);
    }
}
