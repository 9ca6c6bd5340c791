//! A Chromium to run the page in: an installed one is used, or one is
//! installed by the system's package manager.

use std::path::{Path, PathBuf};
use std::process::Command;

use crate::setup::cargo_tool::on_path;
use crate::step::{Failure, announce, output, run, timed};

/// Names under which Chromium and Chrome are found in `PATH`.
const NAMES: &[&str] = &["chromium", "chromium-browser", "google-chrome-stable", "google-chrome", "chrome", "msedge"];

/// Where they are installed outside `PATH`.
const PLACES: &[&str] = &[
    "/usr/bin/chromium",
    "/snap/bin/chromium",
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
    "C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe",
];

/// A package manager, whether it needs the administrator, and its commands.
struct Manager {
    command: &'static str,
    administrator: bool,
    steps: &'static [&'static [&'static str]],
}

const MANAGERS: &[Manager] = &[
    Manager {
        command: "apt-get",
        administrator: true,
        steps: &[
            &["update", "-qq"],
            &["install", "-y", "-qq", "--no-install-recommends", "chromium", "fonts-dejavu-core"],
        ],
    },
    Manager { command: "dnf", administrator: true, steps: &[&["install", "-y", "chromium"]] },
    Manager { command: "pacman", administrator: true, steps: &[&["-Sy", "--noconfirm", "chromium"]] },
    Manager { command: "zypper", administrator: true, steps: &[&["--non-interactive", "install", "chromium"]] },
    Manager { command: "apk", administrator: true, steps: &[&["add", "chromium"]] },
    Manager { command: "brew", administrator: false, steps: &[&["install", "--cask", "chromium"]] },
];

const INSTALL_IT: &str =
    "install Chromium or Google Chrome, or set BROWSER_PATH to the browser's program file, then run the command again";

/// The path of a Chromium or Chrome.
///
/// # Errors
/// When there is none and none can be installed without a person's help.
pub fn find_or_install() -> Result<PathBuf, Failure> {
    if let Some(given) = std::env::var_os("BROWSER_PATH").map(PathBuf::from) {
        return if given.is_file() {
            Ok(given)
        } else {
            Err(Failure::new(format!("BROWSER_PATH names no file: {}", given.display()), INSTALL_IT))
        };
    }
    if let Some(found) = find() {
        return Ok(found);
    }
    install()?;
    find().ok_or_else(|| Failure::new("no Chromium or Chrome was found, even after installing one", INSTALL_IT))
}

fn find() -> Option<PathBuf> {
    NAMES
        .iter()
        .find_map(|name| on_path(name))
        .or_else(|| PLACES.iter().map(Path::new).find(|place| place.is_file()).map(PathBuf::from))
}

fn install() -> Result<(), Failure> {
    let Some(manager) = MANAGERS.iter().find(|manager| on_path(manager.command).is_some()) else {
        return Err(Failure::new("no Chromium or Chrome was found", INSTALL_IT));
    };
    let prefix: &[&str] = match (manager.administrator, is_administrator(), may_become_administrator()) {
        (false, _, _) | (true, true, _) => &[],
        (true, false, true) => &["sudo", "-n"],
        (true, false, false) => {
            return Err(Failure::new(
                "no Chromium or Chrome was found, and installing one needs the administrator",
                INSTALL_IT,
            ));
        }
    };
    announce(&format!("Installing Chromium with {} (first time only, about a minute)", manager.command));
    timed(|| {
        for step in manager.steps {
            let words: Vec<&str> = prefix.iter().chain([&manager.command]).chain(step.iter()).copied().collect();
            let [program, rest @ ..] = words.as_slice() else { continue };
            run(
                Command::new(program).args(rest).env("DEBIAN_FRONTEND", "noninteractive"),
                &format!("`{}`", words.join(" ")),
                INSTALL_IT,
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
