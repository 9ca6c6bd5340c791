//! The standard library of the page, compiled along with it.
//!
//! As it comes, it is made for speed, and every fault in it is told with
//! a sentence, a file and a line; a page shows none of these, for it says itself
//! what went wrong (`web/boot.js`). Compiled along for size, without them, it
//! makes the page a tenth smaller. Both the source and the switch are unstable
//! settings of the compiler: where it does not have them, or the source cannot
//! be had, the library is taken as it comes, and that is told. It never makes a
//! build fail; the budgets are larger then (`crate::budget`).

use std::path::Path;
use std::process::{Command, Stdio};

use crate::project::Project;
use crate::step::{announce, output, run, timed};

/// A variable that leaves the standard library as it comes.
const SWITCH: &str = "SUMMITRY_PLAIN_STD";

/// What the page's crates are compiled with. The program is divided by the names
/// of its functions (`crate::finish::program`): they have the types they are made
/// for in them, and functions of the same code stay apart until then.
const FLAGS: &str = "--cfg erase_components -Csymbol-mangling-version=v0 -Zunstable-options -Cpanic=immediate-abort -Zfmt-debug=none -Zlocation-detail=none -Zmerge-functions=disabled";

/// The environment in which Cargo builds the page: empty where the standard
/// library is taken as it comes.
pub type Settings = Vec<(&'static str, String)>;

/// The settings, after seeing to the library's source; none where the library is taken as it comes.
pub fn ensure(project: &Project) -> Settings {
    match reason_against(project) {
        None => settings(),
        Some(reason) => {
            println!(
                "  {reason}: the page is built with the standard library as it comes; it weighs about a tenth more, its first view a quarter, and the budgets are larger too"
            );
            Settings::new()
        }
    }
}

/// Why the library is taken as it comes, if it is.
fn reason_against(project: &Project) -> Option<String> {
    if std::env::var_os(SWITCH).is_some() {
        return Some(format!("{SWITCH} is set"));
    }
    let version = output(Command::new("rustc").arg("--version")).unwrap_or_default();
    if !compiles_with_flags() {
        return Some(format!("{version} does not know the settings that make the standard library small"));
    }
    let sysroot = output(Command::new("rustc").args(["--print", "sysroot"])).unwrap_or_default();
    if !has_source(&sysroot) {
        announce("Adding the source of the standard library to the Rust toolchain (first time only, under a minute)");
        let added = timed(|| run(Command::new("rustup").args(["component", "add", "rust-src"]), "adding it", ""));
        if added.is_err() || !has_source(&sysroot) {
            return Some("the source of the standard library could not be added".to_owned());
        }
    }
    if !fetch_its_crates(&sysroot) {
        return Some("the crates of the standard library could not be fetched".to_owned());
    }
    (!builds(project, &version)).then(|| format!("{version} does not build the standard library this way"))
}

/// Whether the library can be built: tried once for each compiler, on the
/// smallest module of the workspace. What it compiles serves the page as well.
fn builds(project: &Project, version: &str) -> bool {
    let number = version.split_whitespace().nth(1).unwrap_or_default();
    let stamp = project.tools.join(format!("small-std-{number}"));
    if stamp.is_file() {
        return true;
    }
    announce("Building the standard library for the page (first time only, about a minute)");
    let mut command = Command::new("cargo");
    command
        .args(["build", "--quiet", "--locked", "--package", "summitry-size", "--profile", "page"])
        .args(["--target", super::TARGET])
        .env("CARGO_TARGET_DIR", project.root.join("target"))
        .envs(settings())
        .current_dir(&project.root);
    let built = timed(|| run(&mut command, "building it", "")).is_ok();
    if built {
        // Without the stamp it is tried again next time: no harm.
        let _ = std::fs::create_dir_all(&project.tools);
        let _ = std::fs::write(&stamp, "");
    }
    built
}

/// Whether this compiler takes [`FLAGS`]: it is asked for a file of nothing.
fn compiles_with_flags() -> bool {
    let mut command = Command::new("rustc");
    command.args(["--print", "cfg"]).args(FLAGS.split(' ')).env("RUSTC_BOOTSTRAP", "1");
    command.stdout(Stdio::null()).stderr(Stdio::null());
    command.status().is_ok_and(|status| status.success())
}

fn has_source(sysroot: &str) -> bool {
    Path::new(sysroot).join("lib/rustlib/src/rust/library/Cargo.lock").is_file()
}

fn settings() -> Settings {
    vec![
        ("RUSTC_BOOTSTRAP", "1".to_owned()),
        ("CARGO_UNSTABLE_BUILD_STD", "std,panic_abort".to_owned()),
        // Sorting, searching and printing as the library has them for small
        // programs; the index has loops of its own where speed counts.
        ("CARGO_UNSTABLE_BUILD_STD_FEATURES", "optimize_for_size".to_owned()),
        ("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS", FLAGS.to_owned()),
    ]
}

/// The page is built without the network, so what the standard library itself
/// is made of is fetched before; whether it could be.
fn fetch_its_crates(sysroot: &str) -> bool {
    let manifest = Path::new(sysroot).join("lib/rustlib/src/rust/library/Cargo.toml");
    let mut command = Command::new("cargo");
    command.args(["fetch", "--quiet", "--locked", "--manifest-path"]).arg(manifest).env("RUSTC_BOOTSTRAP", "1");
    run(&mut command, "fetching the crates of the standard library", "").is_ok()
}

#[cfg(test)]
mod tests {
    use super::settings;

    #[test]
    fn the_settings_build_the_whole_library_that_the_page_needs() {
        let settings = settings();
        let value = |name: &str| settings.iter().find(|(known, _)| *known == name).map(|(_, value)| value.as_str());
        assert_eq!(value("CARGO_UNSTABLE_BUILD_STD"), Some("std,panic_abort"));
        assert!(value("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS").unwrap().contains("immediate-abort"));
    }
}
