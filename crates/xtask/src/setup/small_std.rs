//! The standard library built for the page, with panics that end at once.
//!
//! A page needs no panic message: a visitor reads a sentence of ours. Leaving
//! the text and the formatting of panics out, and taking the library's own
//! variant for small programs, makes the page a tenth lighter. Both are
//! unstable settings of the compiler, so they are asked for only where they
//! are known to work; without them the page is the same, and heavier.

use std::path::Path;
use std::process::Command;

use crate::step::{Failure, announce, output, run, timed};

/// The minor versions of Rust 1 with which this was seen to work.
const KNOWN: std::ops::RangeInclusive<u32> = 92..=99;

/// A variable that leaves the standard library as it comes.
const SWITCH: &str = "SUMMITRY_PLAIN_STD";

/// The environment in which Cargo builds the page: empty where the standard
/// library is taken as it comes.
pub type Settings = Vec<(&'static str, String)>;

/// Sees to the library's source and gives the settings.
///
/// # Errors
/// When the source is missing and could not be fetched.
pub fn ensure() -> Result<Settings, Failure> {
    let version = output(Command::new("rustc").arg("--version")).unwrap_or_default();
    let known = minor(&version).is_some_and(|minor| KNOWN.contains(&minor));
    if std::env::var_os(SWITCH).is_some() || !known {
        println!("  {version}: the page is built with the standard library as it comes, and weighs a tenth more");
        return Ok(Settings::new());
    }
    let sysroot = output(Command::new("rustc").args(["--print", "sysroot"])).unwrap_or_default();
    if !Path::new(&sysroot).join("lib/rustlib/src/rust/library/Cargo.lock").is_file() {
        announce("Adding the source of the standard library to the Rust toolchain (first time only, under a minute)");
        timed(|| {
            run(
                Command::new("rustup").args(["component", "add", "rust-src"]),
                "`rustup component add rust-src`",
                &format!(
                    "see that the network is up, then run the command again; or set {SWITCH}=1 for a heavier page"
                ),
            )
        })?;
    }
    fetch_its_crates(&sysroot)?;
    Ok(vec![
        ("RUSTC_BOOTSTRAP", "1".to_owned()),
        ("CARGO_UNSTABLE_BUILD_STD", "std,panic_abort".to_owned()),
        // Sorting, searching and printing as the library has them for small
        // programs; the index has loops of its own where speed counts.
        ("CARGO_UNSTABLE_BUILD_STD_FEATURES", "optimize_for_size".to_owned()),
        (
            "CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS",
            "--cfg erase_components -Zunstable-options -Cpanic=immediate-abort -Zfmt-debug=none -Zlocation-detail=none"
                .to_owned(),
        ),
    ])
}

/// The page is built without the network, so what the standard library itself
/// is made of is fetched before.
fn fetch_its_crates(sysroot: &str) -> Result<(), Failure> {
    let manifest = Path::new(sysroot).join("lib/rustlib/src/rust/library/Cargo.toml");
    run(
        Command::new("cargo")
            .args(["fetch", "--quiet", "--locked", "--manifest-path"])
            .arg(manifest)
            .env("RUSTC_BOOTSTRAP", "1"),
        "fetching the crates of the standard library",
        &format!("see that the network is up, then run the command again; or set {SWITCH}=1 for a heavier page"),
    )
}

/// The minor number of `rustc 1.95.0 (…)`.
fn minor(version: &str) -> Option<u32> {
    version.split_whitespace().nth(1)?.strip_prefix("1.")?.split('.').next()?.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::minor;

    #[test]
    fn the_minor_version_of_the_compiler_is_read_from_what_it_prints() {
        assert_eq!(minor("rustc 1.95.0 (59807616e 2026-04-14)"), Some(95));
        assert_eq!(minor("rustc 2.0.0"), None);
        assert_eq!(minor(""), None);
    }
}
