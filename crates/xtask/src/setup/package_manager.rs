//! The system's package manager, where there is one that may be used.
//!
//! Invariant: nothing is installed with a person's password; where that would
//! be needed, the caller is told and goes on or stops.

use std::process::Command;

use crate::setup::cargo_tool::on_path;
use crate::step::{Failure, announce, output, run, timed};

/// A package manager, whether it needs the administrator, and its commands.
struct Manager {
    command: &'static str,
    administrator: bool,
    /// What is to be run first.
    before: &'static [&'static str],
    install: &'static [&'static str],
}

const MANAGERS: &[Manager] = &[
    Manager {
        command: "apt-get",
        administrator: true,
        before: &["update", "-qq"],
        install: &["install", "-y", "-qq", "--no-install-recommends"],
    },
    Manager { command: "dnf", administrator: true, before: &[], install: &["install", "-y"] },
    Manager { command: "pacman", administrator: true, before: &[], install: &["-Sy", "--noconfirm"] },
    Manager { command: "zypper", administrator: true, before: &[], install: &["--non-interactive", "install"] },
    Manager { command: "apk", administrator: true, before: &[], install: &["add"] },
    Manager { command: "brew", administrator: false, before: &[], install: &["install", "--cask"] },
];

/// Something to install, under the names that the managers know it by.
pub struct Package {
    /// What a person calls it.
    pub name: &'static str,
    /// About how long it takes.
    pub takes: &'static str,
    /// Manager and packages; others do not have it.
    pub called: &'static [(&'static str, &'static [&'static str])],
}

/// Installs a package.
///
/// # Errors
/// When no manager knows it, the administrator is needed, or it fails;
/// `remedy` says how a person installs it.
pub fn install(package: &Package, remedy: &str) -> Result<(), Failure> {
    let known = |manager: &&Manager| {
        on_path(manager.command).is_some() && package.called.iter().any(|(name, _)| *name == manager.command)
    };
    let Some(manager) = MANAGERS.iter().find(known) else {
        return Err(Failure::new(format!("{} was not found", package.name), remedy));
    };
    let names = package.called.iter().find(|(name, _)| *name == manager.command).map_or(&[][..], |(_, names)| names);
    let prefix: &[&str] = match (manager.administrator, is_administrator()) {
        (false, _) | (true, true) => &[],
        (true, false) if may_become_administrator() => &["sudo", "-n"],
        (true, false) => {
            return Err(Failure::new(
                format!("{} was not found, and installing it needs the administrator", package.name),
                remedy,
            ));
        }
    };
    announce(&format!("Installing {} with {} (first time only, {})", package.name, manager.command, package.takes));
    let install = [manager.install, names].concat();
    timed(|| {
        for step in [manager.before, &install].into_iter().filter(|step| !step.is_empty()) {
            let words: Vec<&str> = prefix.iter().chain([&manager.command]).chain(step).copied().collect();
            let [program, rest @ ..] = words.as_slice() else { continue };
            run(
                Command::new(program).args(rest).env("DEBIAN_FRONTEND", "noninteractive"),
                &format!("`{}`", words.join(" ")),
                remedy,
            )?;
        }
        Ok(())
    })
}

fn is_administrator() -> bool {
    output(Command::new("id").arg("-u")).as_deref() == Some("0")
}

fn may_become_administrator() -> bool {
    output(Command::new("sudo").args(["-n", "true"])).is_some()
}
