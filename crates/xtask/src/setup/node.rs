//! Node's packages, exactly as the lock file names them.

use std::process::Command;

use sha2::{Digest, Sha256};

use crate::project::Project;
use crate::setup::cargo_tool::on_path;
use crate::step::{Failure, announce, output, run, timed};

const OLDEST_NODE: u32 = 20;
const INSTALL_NODE: &str = "install Node.js 20 or newer from https://nodejs.org, then run the command again";

/// Installs the packages unless those of this lock file are there already.
///
/// # Errors
/// When Node is missing or too old, or the packages cannot be fetched.
pub fn ensure(project: &Project) -> Result<(), Failure> {
    let version = output(Command::new("node").arg("--version"))
        .ok_or_else(|| Failure::new("Node.js was not found", INSTALL_NODE))?;
    if major(&version).is_none_or(|major| major < OLDEST_NODE) {
        return Err(Failure::new(format!("Node.js {version} is too old"), INSTALL_NODE));
    }
    let lock_path = project.root.join("package-lock.json");
    let lock = std::fs::read(&lock_path).map_err(|error| Failure::file("reading", &lock_path, &error))?;
    let wanted = format!("{:x}", Sha256::digest(&lock));
    let stamp = project.root.join("node_modules").join(".installed-lock");
    if std::fs::read_to_string(&stamp).is_ok_and(|found| found == wanted) {
        return Ok(());
    }
    announce("Installing the Node packages of the lock file (first time only, under a minute)");
    let npm = on_path("npm").map_or_else(|| "npm.cmd".into(), std::path::PathBuf::into_os_string);
    timed(|| {
        run(
            Command::new(npm).args(["ci", "--no-audit", "--no-fund"]).current_dir(&project.root),
            "`npm ci`",
            "see that the network is up (its messages stand above), then run the command again",
        )
    })?;
    std::fs::write(&stamp, wanted).map_err(|error| Failure::file("writing", &stamp, &error))
}

/// The major number of `v20.1.2`.
fn major(version: &str) -> Option<u32> {
    version.trim_start_matches('v').split('.').next()?.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::major;

    #[test]
    fn the_major_number_of_node_is_read_from_what_it_prints() {
        assert_eq!(major("v20.20.2"), Some(20));
        assert_eq!(major("node"), None);
    }
}
