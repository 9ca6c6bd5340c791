//! What a release says of itself: its version, the digest of each file, and
//! the licences of all that is in it.
//!
//! Invariant: everything here is a function of the files and of `Cargo.lock`;
//! there is no time and no name of a machine in it.

use std::collections::BTreeMap;
use std::fmt::Write;
use std::path::{Path, PathBuf};
use std::process::Command;

use serde_json::{Map, Value, json};

use crate::budget::Budgets;
use crate::finish::assets::{Asset, Digest};
use crate::project::Project;
use crate::step::{Failure, output};

/// The version of the workspace, such as `0.1.0`.
pub const VERSION: &str = env!("CARGO_PKG_VERSION");

/// `version.json`: version, build, how the standard library was had, digest of the whole and of each file. The
/// whole is the SHA-256 of what `sha256sum` prints for the files in the order
/// of their names.
pub fn version(build: &str, budgets: Budgets, files: &[Asset]) -> String {
    let sorted: BTreeMap<&str, &Asset> = files.iter().map(|asset| (asset.name.as_str(), asset)).collect();
    let sums: String =
        sorted.values().map(|asset| format!("{}  {}\n", asset.digest.hexadecimal(), asset.name)).collect();
    let list: Map<String, Value> = sorted
        .values()
        .map(|asset| (asset.name.clone(), json!({"bytes": asset.bytes, "sha256": asset.digest.hexadecimal()})))
        .collect();
    let whole = json!({
        "name": "Summitry",
        "version": VERSION,
        "build": build,
        "standardLibrary": budgets.standard_library(),
        "sha256": Digest::of(sums.as_bytes()).hexadecimal(),
        "files": list,
    });
    format!("{whole:#}\n")
}

/// A crate that is part of the program.
struct Part {
    name: String,
    version: String,
    licence: String,
}

/// `licences.txt`: each part of the program with its licence, then the texts.
///
/// # Errors
/// When Cargo cannot tell the parts.
pub fn licences(project: &Project) -> Result<String, Failure> {
    let folders = folders(project)?;
    let mut text = format!(
        "Summitry {VERSION}: what it is made of\n\n\
         Summitry itself is free software under the MIT licence or the Apache licence 2.0, as you choose.\n\
         The articles belong to their publishers and are not covered by these licences.\n\n\
         The program is compiled from the Rust standard library (MIT OR Apache-2.0) and from these crates,\n\
         not all of which leave a trace in it.\n\
         Of npm the package idb is part of its scripts (ISC); its licence stands at the end.\n\n"
    );
    let mut texts: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for part in parts(project)? {
        let called = format!("{} {}", part.name, part.version);
        // Writing to a string cannot fail.
        let _ = writeln!(text, "{called}: {}", part.licence);
        let folder = folders.get(&called).map(PathBuf::as_path).unwrap_or(Path::new(""));
        if let Some(own) = text_of(folder) {
            texts.entry(own).or_default().push(called);
        }
    }
    for (licence, owners) in texts {
        let _ = write!(text, "\n{}\n{}\n\n{licence}\n", "-".repeat(72), owners.join(", "));
    }
    let idb = project.node_commands().parent().map(|folder| folder.join("idb")).unwrap_or_default();
    if let Some(own) = text_of(&idb) {
        let _ = write!(text, "\n{}\nidb\n\n{own}\n", "-".repeat(72));
    }
    Ok(text)
}

/// The crates that the page's program and the workshop's are compiled from, by
/// name; those that only take part in compiling it are not in it.
fn parts(project: &Project) -> Result<Vec<Part>, Failure> {
    let failed = || {
        Failure::new("`cargo tree` did not tell the parts of the program", "run `cargo fetch`, then the command again")
    };
    let arguments = [
        "tree",
        "--package",
        "summitry",
        "--package",
        "summitry-worker",
        "--target",
        "wasm32-unknown-unknown",
        "--edges",
        "normal,no-proc-macro",
        "--prefix",
        "none",
        "--format",
        "{p}|{l}",
        "--offline",
        "--locked",
    ];
    let tree = output(Command::new("cargo").args(arguments).current_dir(&project.root)).ok_or_else(failed)?;
    let mut parts: Vec<Part> = tree.lines().filter_map(part).collect();
    parts.sort_by(|a, b| (&a.name, &a.version).cmp(&(&b.name, &b.version)));
    parts.dedup_by(|a, b| a.name == b.name && a.version == b.version);
    if parts.is_empty() { Err(failed()) } else { Ok(parts) }
}

/// Reads `name v1.2.3 (more)|licence`; nothing of the workspace itself, which
/// stands at a path.
fn part(line: &str) -> Option<Part> {
    let (package, licence) = line.split_once('|')?;
    let mut words = package.split_whitespace();
    let (name, version) = (words.next()?, words.next()?.strip_prefix('v')?);
    let own = words.next().is_some_and(|place| place.starts_with("(/") || place.contains(":\\"));
    // The tree marks what it has told before.
    let licence = licence.trim_end_matches(" (*)").trim();
    (!own).then(|| Part { name: name.to_owned(), version: version.to_owned(), licence: licence.to_owned() })
}

/// The folder of each package, by name and version.
fn folders(project: &Project) -> Result<BTreeMap<String, PathBuf>, Failure> {
    let failed = || Failure::new("`cargo metadata` did not answer", "run `cargo fetch`, then the command again");
    let arguments = ["metadata", "--format-version", "1", "--offline", "--locked"];
    let text = output(Command::new("cargo").args(arguments).current_dir(&project.root)).ok_or_else(failed)?;
    let metadata: Value = serde_json::from_str(&text).map_err(|_| failed())?;
    let packages = metadata["packages"].as_array().ok_or_else(failed)?;
    let folder = |package: &Value| {
        let called = format!("{} {}", package["name"].as_str()?, package["version"].as_str()?);
        Some((called, Path::new(package["manifest_path"].as_str()?).parent()?.to_path_buf()))
    };
    Ok(packages.iter().filter_map(folder).collect())
}

/// The text of the licence in a package's folder: the shortest of those that
/// it offers, for each alone will do.
fn text_of(folder: &Path) -> Option<String> {
    let names = std::fs::read_dir(folder).ok()?.filter_map(|entry| entry.ok()?.file_name().into_string().ok());
    let is_licence = |name: &String| {
        let name = name.to_ascii_uppercase();
        ["LICENSE", "LICENCE", "COPYING"].iter().any(|word| name.starts_with(word)) && !name.ends_with(".RS")
    };
    let texts = names.filter(is_licence).filter_map(|name| std::fs::read_to_string(folder.join(name)).ok());
    let text = texts.min_by_key(String::len)?;
    Some(text.replace("\r\n", "\n").trim().to_owned())
}

#[cfg(test)]
mod tests {
    use super::{licences, part, version};
    use crate::budget::Budgets;
    use crate::finish::assets::{Asset, Digest};
    use crate::project::Project;

    #[test]
    fn a_line_of_the_tree_names_a_part_and_its_licence() {
        let found = part("leptos v0.8.23|MIT (*)").unwrap();
        assert_eq!((found.name.as_str(), found.version.as_str(), found.licence.as_str()), ("leptos", "0.8.23", "MIT"));
        assert!(part("summitry-corpus v0.1.0 (/somewhere/crates/corpus)|MIT OR Apache-2.0").is_none());
        assert!(part("").is_none());
    }

    #[test]
    fn every_part_of_the_program_has_a_licence_and_none_is_a_build_tool() {
        let text = licences(&Project::find().unwrap()).unwrap();
        for name in ["leptos 0.8", "wasm-bindgen 0.2", "postcard 1.", "html5ever 0.", "toml_edit 0.", "rawzip 0."] {
            assert!(text.lines().any(|line| line.starts_with(name) && line.contains(": ")), "{name} is missing");
        }
        let list = text.split("\n---").next().unwrap();
        assert!(!list.lines().any(|line| line.ends_with(": ")), "a part without a licence:\n{list}");
        assert!(!list.contains("\nwasm-bindgen-macro "), "what only takes part in compiling is no part");
        assert!(!list.contains("\nclap "), "what only the command line needs is no part");
    }

    #[test]
    fn the_digest_of_the_whole_is_that_of_the_list_that_sha256sum_prints() {
        let asset = |name: &str, text: &str| Asset {
            name: name.to_owned(),
            digest: Digest::of(text.as_bytes()),
            bytes: text.len(),
        };
        let text = version("b", Budgets::new(true), &[asset("b.txt", "two"), asset("a.txt", "one")]);
        let list =
            format!("{}  a.txt\n{}  b.txt\n", Digest::of(b"one").hexadecimal(), Digest::of(b"two").hexadecimal());
        let value: serde_json::Value = serde_json::from_str(&text).unwrap();
        assert_eq!(value["sha256"], Digest::of(list.as_bytes()).hexadecimal());
        assert_eq!(value["files"]["a.txt"]["bytes"], 3);
        assert_eq!(value["standardLibrary"], "built along");
    }
}
