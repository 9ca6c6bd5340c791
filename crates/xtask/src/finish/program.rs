//! The WebAssembly of the page: optimised, divided, and named by its content.

use std::path::Path;
use std::process::Command;

use super::assets::{Asset, hashed_name, read, write};
use super::names::shortened;
use super::order::ordered;
use super::split::{Rules, split};
use super::{BUILD_AGAIN, read_text, remove};
use crate::project::Project;
use crate::step::{Failure, run};

/// The search page and what it needs come first; the other pages may come
/// when the first view can already be used.
const RULES: Rules = Rules {
    deferred: &[
        "summitry::app::keys::later",
        "summitry::page::about",
        "summitry::page::compare",
        "summitry::page::coverage",
        "summitry::page::help",
        "summitry::page::read",
        "summitry::page::search::later",
        "summitry::page::timeline",
        "summitry::page::voices",
        "summitry::part::share",
    ],
    gates: &["summitry::app::deferred_content", "summitry::gate"],
    load: "loadDeferred",
    // Leptos links the streams of server functions, and here is no server.
    unused: "intounderlying",
    unused_crate: "wasm_streams",
};

/// The files of the program.
pub struct Program {
    /// What the first view needs.
    pub first: Asset,
    /// The rest, where the program is divided.
    pub deferred: Option<Asset>,
}

/// The program in one file, as `wasm-bindgen` left it in `folder`.
///
/// # Errors
/// When it is not there or cannot be written.
pub fn whole(folder: &Path) -> Result<Program, Failure> {
    let source = folder.join("summitry_bg.wasm");
    let name = hashed_name("summitry", "wasm", &read(&source)?);
    std::fs::rename(&source, folder.join(&name)).map_err(|error| Failure::file("renaming", &source, &error))?;
    Ok(Program { first: Asset::of(folder, &name)?, deferred: None })
}

/// Makes two files of what `wasm-bindgen` left in `folder`.
///
/// # Errors
/// When that is not there, cannot be divided, or cannot be written.
pub fn divided(project: &Project, folder: &Path) -> Result<Program, Failure> {
    let source = folder.join("summitry_bg.wasm");
    let whole = folder.join("whole.wasm");
    // Names are kept until the program is divided by them, and so are the
    // calls at which it is divided.
    optimise(
        project,
        &source,
        &whole,
        &[
            "--no-inline=*deferred_content*",
            "--no-inline=*page::*::view*",
            "--no-inline=*gate*",
            "--no-inline=*later*",
            "--debuginfo",
        ],
    )?;
    let parts = split(&read(&whole)?, &RULES).map_err(|error| {
        Failure::new(
            format!("dividing the program failed: {error}"),
            "see that `src/deferred.rs` still asks for the second part and that index.html keeps the names (`data-keep-debug`)",
        )
    })?;
    println!("  {} functions come after the first view, {} are used by nobody", parts.moved, parts.dropped);
    let small = |module: &[u8]| -> Result<Vec<u8>, Failure> {
        let (path, small) = (folder.join("part.wasm"), folder.join("part.small.wasm"));
        write(&path, module)?;
        optimise(project, &path, &small, &[])?;
        let bytes = read(&small)?;
        remove(&path)?;
        remove(&small)?;
        Ok(bytes)
    };
    let asset = |stem: &str, module: &[u8]| -> Result<Asset, Failure> {
        let module = ordered(module)
            .map_err(|error| Failure::new(format!("ordering the functions failed: {error}"), BUILD_AGAIN))?;
        let name = hashed_name(stem, "wasm", &module);
        write(&folder.join(&name), &module)?;
        Asset::of(folder, &name)
    };
    let glue = folder.join("summitry.js");
    let (first, script) = shortened(&small(&parts.first)?, &read_text(&glue)?)
        .map_err(|error| Failure::new(format!("shortening the names failed: {error}"), BUILD_AGAIN))?;
    write(&glue, script.as_bytes())?;
    let program =
        Program { first: asset("summitry", &first)?, deferred: Some(asset("pages", &small(&parts.deferred)?)?) };
    remove(&source)?;
    remove(&whole)?;
    Ok(program)
}

/// Makes a module smaller, as the page's own is.
///
/// # Errors
/// When `wasm-opt` is not there or refuses the module.
pub fn optimise(project: &Project, from: &Path, to: &Path, more: &[&str]) -> Result<(), Failure> {
    let command = if cfg!(windows) { "wasm-opt.cmd" } else { "wasm-opt" };
    let mut command = Command::new(project.node_commands().join(command));
    command.arg(from).args(more).arg("-Oz").arg("-o").arg(to);
    run(&mut command, &format!("optimising {}", from.display()), BUILD_AGAIN)
}
