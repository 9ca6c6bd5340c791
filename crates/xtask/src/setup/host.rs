//! The hosts on which the recipes of `docs/hosting/` are tried: nginx and Caddy.
//!
//! An installed one is used. On Debian and its kin a missing one is fetched and
//! unpacked into the project's tool folder, for installing it would start a
//! service; elsewhere the package manager installs it. One that cannot be had
//! is left out, and its test says how to have it run.

use std::path::{Path, PathBuf};
use std::process::Command;

use crate::project::Project;
use crate::setup::cargo_tool::on_path;
use crate::setup::package_manager::{Package, install, unpack};
use crate::step::output;

/// A host, and the files of it that the tests need.
struct Host {
    package: Package,
    /// Its command.
    command: &'static str,
    /// By which argument it tells its version.
    version: &'static str,
    /// The Debian packages that hold it.
    debian: &'static [&'static str],
    /// Variable and place in the packages of each file that the tests need, the program first.
    files: &'static [(&'static str, &'static str)],
}

const HOSTS: [Host; 2] = [
    Host {
        package: Package {
            name: "nginx",
            takes: "under a minute",
            called: &[("dnf", &["nginx"]), ("pacman", &["nginx"]), ("zypper", &["nginx"]), ("apk", &["nginx"])],
        },
        command: "nginx",
        version: "-v",
        debian: &["nginx", "nginx-common"],
        files: &[("NGINX", "usr/sbin/nginx"), ("NGINX_MIME_TYPES", "etc/nginx/mime.types")],
    },
    Host {
        package: Package {
            name: "Caddy",
            takes: "under a minute",
            called: &[("dnf", &["caddy"]), ("pacman", &["caddy"]), ("apk", &["caddy"])],
        },
        command: "caddy",
        version: "version",
        debian: &["caddy"],
        files: &[("CADDY", "usr/bin/caddy")],
    },
];

/// The hosts that are here or can be had, as variables and files.
pub fn all(project: &Project) -> Vec<(&'static str, PathBuf)> {
    HOSTS.iter().flat_map(|host| files_of(host, project)).collect()
}

/// No files where the host is installed: then the tests find it by its name.
fn files_of(host: &Host, project: &Project) -> Vec<(&'static str, PathBuf)> {
    let named = host.files.iter().any(|(variable, _)| std::env::var_os(variable).is_some());
    if named || on_path(host.command).is_some_and(|path| runs(host, &path)) {
        return Vec::new();
    }
    let folder = project.tools.join(host.command);
    let files = || host.files.iter().map(|(variable, place)| (*variable, folder.join(place))).collect::<Vec<_>>();
    let is_whole = || {
        let files = files();
        files.iter().all(|(_, path)| path.is_file()) && files.first().is_some_and(|(_, path)| runs(host, path))
    };
    if is_whole() || unpack(&host.package, host.debian, &folder).is_ok() && is_whole() {
        return files();
    }
    if install(&host.package, "install it by hand").is_err() {
        println!(
            "  {} is not here and could not be set up: its test is skipped and says how to have it run",
            host.package.name
        );
    }
    Vec::new()
}

/// Whether it runs here: what was unpacked may lack a library.
fn runs(host: &Host, program: &Path) -> bool {
    output(Command::new(program).arg(host.version)).is_some()
}
