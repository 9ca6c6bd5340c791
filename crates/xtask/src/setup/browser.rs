//! The browsers that the page is tested in: installed ones are used, and
//! missing ones are installed by the system's package manager where it may.
//!
//! Chromium is needed; Firefox and WebKit are wished for, and the tests in
//! them are skipped with a sentence where they cannot be had.

use std::path::{Path, PathBuf};

use crate::setup::cargo_tool::on_path;
use crate::setup::package_manager::{Package, install};
use crate::step::Failure;

/// A browser, or another program that runs one.
struct Browser {
    package: Package,
    /// A variable that names its program file.
    variable: &'static str,
    /// Names under which it is found in `PATH`.
    names: &'static [&'static str],
    /// Where it is installed outside `PATH`.
    places: &'static [&'static str],
}

const CHROMIUM: Browser = Browser {
    package: Package {
        name: "Chromium",
        takes: "about a minute",
        called: &[
            ("apt-get", &["chromium", "fonts-dejavu-core"]),
            ("dnf", &["chromium"]),
            ("pacman", &["chromium"]),
            ("zypper", &["chromium"]),
            ("apk", &["chromium"]),
            ("brew", &["chromium"]),
        ],
    },
    variable: "BROWSER_PATH",
    names: &["chromium", "chromium-browser", "google-chrome-stable", "google-chrome", "chrome", "msedge"],
    places: &[
        "/usr/bin/chromium",
        "/snap/bin/chromium",
        "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
        "/Applications/Chromium.app/Contents/MacOS/Chromium",
        "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
        "C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe",
    ],
};

const FIREFOX: Browser = Browser {
    package: Package {
        name: "Firefox",
        takes: "under a minute",
        called: &[
            ("apt-get", &["firefox-esr"]),
            ("dnf", &["firefox"]),
            ("pacman", &["firefox"]),
            ("apk", &["firefox"]),
        ],
    },
    variable: "FIREFOX_PATH",
    names: &["firefox-esr", "firefox"],
    places: &["/Applications/Firefox.app/Contents/MacOS/firefox"],
};

const WEBKIT: Browser = Browser {
    package: Package {
        name: "WebKit",
        takes: "about a minute",
        called: &[("apt-get", &["webkit2gtk-driver", "xvfb"])],
    },
    variable: "WEBKIT_DRIVER",
    names: &["WebKitWebDriver"],
    places: &[],
};

/// The path of a Chromium or Chrome.
///
/// # Errors
/// When there is none and none can be installed without a person's help.
pub fn chromium() -> Result<PathBuf, Failure> {
    let remedy = "install Chromium or Google Chrome, or set BROWSER_PATH to the browser's program file, then run the command again";
    if let Some(given) = std::env::var_os(CHROMIUM.variable).map(PathBuf::from) {
        return if given.is_file() {
            Ok(given)
        } else {
            Err(Failure::new(format!("BROWSER_PATH names no file: {}", given.display()), remedy))
        };
    }
    if let Some(found) = find(&CHROMIUM) {
        return Ok(found);
    }
    install(&CHROMIUM.package, remedy)?;
    find(&CHROMIUM).ok_or_else(|| Failure::new("no Chromium or Chrome was found, even after installing one", remedy))
}

/// The other engines, as variables and program files; one that cannot be had
/// is left out, and it is said that the tests in it will be skipped.
pub fn others() -> Vec<(&'static str, PathBuf)> {
    [FIREFOX, WEBKIT].iter().filter_map(|browser| Some((browser.variable, wished_for(browser)?))).collect()
}

fn wished_for(browser: &Browser) -> Option<PathBuf> {
    let given = std::env::var_os(browser.variable).map(PathBuf::from).filter(|path| path.is_file());
    given.or_else(|| find(browser)).or_else(|| {
        if install(&browser.package, "install it by hand").is_err() {
            println!("  {} is not here and could not be installed: the tests in it are skipped", browser.package.name);
        }
        find(browser)
    })
}

fn find(browser: &Browser) -> Option<PathBuf> {
    browser
        .names
        .iter()
        .find_map(|name| on_path(name))
        .or_else(|| browser.places.iter().map(Path::new).find(|place| place.is_file()).map(PathBuf::from))
}
