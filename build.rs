//! Makes the blob of the collection: the articles, what is known about them, and
//! their labels. Tests have it from here; into the page `xtask finish` writes it,
//! made in the same way.
//!
//! A thin caller: it reads the folder and prints what the crates say. A
//! mistake in the folder stops the build with its place and a remedy.

#[path = "build/folder.rs"]
mod folder;

use std::path::{Path, PathBuf};

#[allow(dead_code, reason = "the tests call `embed` and have no use for `main`")]
fn main() {
    println!("cargo::rerun-if-changed=seeds");
    println!("cargo::rerun-if-env-changed=SUMMITRY_SEEDS");
    // Constants stay apart in the module, and what addresses mean is kept, so that
    // `finish` can send each with the rooms that use it.
    let is = |variable, value| std::env::var(variable).is_ok_and(|found| found == value);
    if is("CARGO_CFG_TARGET_ARCH", "wasm32") && is("PROFILE", "release") {
        println!("cargo::rustc-link-arg-bins=--no-merge-data-segments");
        println!("cargo::rustc-link-arg-bins=--emit-relocs");
    }
    let place = folder::place(Path::new(""));
    println!("cargo::rerun-if-changed={}", place.display());
    let out = std::env::var_os("OUT_DIR").map(PathBuf::from).unwrap_or_default();
    let write = |name: &str, bytes: &[u8]| {
        let path = out.join(name);
        std::fs::write(&path, bytes).map_err(|error| format!("{}: {error}", path.display()))
    };
    let warn = |warning: &str| warning.lines().for_each(|line| println!("cargo::warning={line}"));
    let result = embed(&place, warn).and_then(|blob| write("collection.bin", &blob));
    if let Err(message) = result {
        eprintln!("{message}");
        std::process::exit(1);
    }
}

/// The blob for the articles in `folder`; `warn` is told what should be looked
/// at but does not stop the build.
///
/// # Errors
/// What is wrong in the folder, with places and remedies, ready to print.
pub fn embed(folder: &Path, warn: impl Fn(&str)) -> Result<Vec<u8>, String> {
    let packed = folder::packed(&folder::read(folder)?, folder)?;
    packed.built.warnings.iter().for_each(|warning| warn(&warning.to_string()));
    Ok(packed.blob)
}
