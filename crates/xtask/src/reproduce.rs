//! Whether the same source gives the same bytes wherever it is built.
//!
//! The files of the checkout are copied into two folders whose paths have
//! nothing in common, each is built from nothing, and what came out is
//! compared file by file.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::process::Command;

use sha2::{Digest, Sha256};

use crate::project::Project;
use crate::step::{Failure, announce, output, run, timed};

const SEE_ABOVE: &str = "mend what the messages above name, then run the command again";

/// Builds twice and compares.
///
/// # Errors
/// When a build fails, or a file differs; all that differ are named.
pub fn run_twice(project: &Project) -> Result<(), Failure> {
    let folder = std::env::temp_dir().join(format!("summitry-reproduce-{}", std::process::id()));
    let places = [folder.join("one"), folder.join("another/much/deeper place")];
    let mut built = Vec::new();
    for place in &places {
        announce(&format!("Building in {}", place.display()));
        copy_sources(project, place)?;
        timed(|| build(place))?;
        built.push(digests(&place.join("dist"))?);
    }
    let [one, other] = built.as_slice() else { return Ok(()) };
    let names: Vec<&String> = one.keys().chain(other.keys().filter(|name| !one.contains_key(*name))).collect();
    let differing: Vec<&str> =
        names.iter().filter(|name| one.get(**name) != other.get(**name)).map(|name| name.as_str()).collect();
    if !differing.is_empty() {
        return Err(Failure::new(
            format!("these files differ: {}", differing.join(", ")),
            format!("compare them in {} and {}", places[0].display(), places[1].display()),
        ));
    }
    println!("  {} files are the same, byte for byte", one.len());
    std::fs::remove_dir_all(&folder).map_err(|error| Failure::file("removing", &folder, &error))
}

/// The files that the checkout is made of, changed ones included.
fn copy_sources(project: &Project, place: &Path) -> Result<(), Failure> {
    let arguments = ["ls-files", "-z", "--cached", "--others", "--exclude-standard"];
    let list = output(Command::new("git").args(arguments).current_dir(&project.root))
        .ok_or_else(|| Failure::new("`git ls-files` did not answer", "run the command in a checkout that Git knows"))?;
    for name in list.split('\0').filter(|name| !name.is_empty()) {
        let (from, to) = (project.root.join(name), place.join(name));
        if !from.is_file() {
            continue;
        }
        let parent = to.parent().unwrap_or(place);
        std::fs::create_dir_all(parent).map_err(|error| Failure::file("making", parent, &error))?;
        std::fs::copy(&from, &to).map_err(|error| Failure::file("copying", &from, &error))?;
    }
    Ok(())
}

/// Builds the page in a folder, from nothing, as whoever has just cloned it.
fn build(place: &Path) -> Result<(), Failure> {
    let mut command = Command::new("cargo");
    command.args(["xtask", "build"]).current_dir(place);
    // Nothing of this run is to steer that one.
    for variable in ["CARGO_TARGET_DIR", "CARGO_MANIFEST_DIR", "SUMMITRY_SEEDS"] {
        command.env_remove(variable);
    }
    run(&mut command, "building the page", SEE_ABOVE)
}

/// The digest of each file of a folder, by its path there.
fn digests(folder: &Path) -> Result<BTreeMap<String, String>, Failure> {
    let mut found = BTreeMap::new();
    let mut open: Vec<PathBuf> = vec![folder.to_path_buf()];
    while let Some(current) = open.pop() {
        let failed = |error: std::io::Error| Failure::file("reading", &current, &error);
        for entry in std::fs::read_dir(&current).map_err(failed)? {
            let path = entry.map_err(failed)?.path();
            if path.is_dir() {
                open.push(path);
                continue;
            }
            let bytes = std::fs::read(&path).map_err(|error| Failure::file("reading", &path, &error))?;
            let name = path.strip_prefix(folder).unwrap_or(&path).display().to_string();
            found.insert(name, format!("{:x}", Sha256::digest(&bytes)));
        }
    }
    Ok(found)
}
