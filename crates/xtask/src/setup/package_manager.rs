//! The system's package manager, where there is one that may be used.
//!
//! Invariant: nothing is installed with a person's password; where that would
//! be needed, the caller is told and goes on or stops.

use std::path::Path;
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

/// Unpacks Debian packages into `folder` and installs nothing: no service
/// starts, and nobody needs to be the administrator.
///
/// # Errors
/// When there is no `apt-get`, or it does not have the packages.
pub fn unpack(package: &Package, debian: &[&str], folder: &Path) -> Result<(), Failure> {
    let remedy = "install it by hand";
    if on_path("apt-get").is_none() || on_path("dpkg-deb").is_none() {
        return Err(Failure::new(format!("{} was not found", package.name), remedy));
    }
    announce(&format!("Fetching {} with apt-get (first time only, {})", package.name, package.takes));
    std::fs::create_dir_all(folder).map_err(|error| Failure::file("making", folder, &error))?;
    let download = || {
        let mut command = Command::new("apt-get");
        command.args(["download", "-qq", "-o", "APT::Sandbox::User=root"]).args(debian).current_dir(folder);
        run(&mut command, "`apt-get download`", remedy)
    };
    timed(|| {
        // A new machine has no list of packages yet.
        download().or_else(|failure| {
            if !is_administrator() {
                return Err(failure);
            }
            run(Command::new("apt-get").args(["update", "-qq"]), "`apt-get update`", remedy).and_then(|()| download())
        })?;
        let entries = std::fs::read_dir(folder).map_err(|error| Failure::file("reading", folder, &error))?;
        let archives = entries.filter_map(|entry| Some(entry.ok()?.path()));
        for archive in archives.filter(|path| path.extension().is_some_and(|kind| kind == "deb")) {
            let mut command = Command::new("dpkg-deb");
            run(command.arg("--extract").arg(&archive).arg(folder), "`dpkg-deb --extract`", remedy)?;
            std::fs::remove_file(&archive).map_err(|error| Failure::file("removing", &archive, &error))?;
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
