//! The WebAssembly of the page: optimised, divided, and named by its content.

use std::path::Path;
use std::process::Command;

use super::assets::{Asset, hashed_name, read, write};
use super::split::{self, Rules, split, without_relocations};
use super::{BUILD_AGAIN, remove};
use crate::budget::Budgets;
use crate::project::Project;
use crate::step::{Failure, run};

/// Rooms that come after the first view, in one file.
pub struct Chunk {
    /// How its file is called, and the line of the build that tells its weight.
    pub name: &'static str,
    /// The rooms: modules of `src/page/`, called as links call them.
    pub rooms: &'static [&'static str],
    /// Crates that only these rooms use.
    pub crates: &'static [&'static str],
    /// Files of `style/` that only these rooms use: they come with them.
    pub styles: &'static [&'static str],
    /// What it may weigh, in bytes after Brotli.
    pub budget: usize,
}

/// The later chunks, in the order in which they are fetched. The frame and the
/// search room come first, whole. A further chunk is one more entry, and its name
/// in `web/_headers` and `e2e/weight.spec.js`.
pub const CHUNKS: &[Chunk] = &[
    Chunk {
        name: "rooms",
        rooms: &["read", "compare", "coverage", "timeline", "voices", "help", "about"],
        crates: &[],
        styles: &[
            "read.css",
            "received.css",
            "compare.css",
            "columns.css",
            "coverage.css",
            "timeline.css",
            "help.css",
            "handout.css",
        ],
        budget: 115_000,
    },
    // Where visitors work on what is theirs: both read and write JSON.
    Chunk {
        name: "own",
        rooms: &["notes", "workshop"],
        crates: &["summitry_desk", "serde_json"],
        styles: &["workshop.css", "notes.css"],
        budget: 262_000,
    },
];

/// Where a room is entered, and the foot of all rooms: `src/app.rs` calls them
/// once their chunk is there.
const GATES: &[&str] = &["summitry::app::room", "summitry::app::notes"];

/// What rooms hand their closures to: the virtual DOM, effects, iterators and
/// promises. What is made of such a closure comes with its room.
const WRAPS: &[&str] = &[
    "summitry::node",
    "reactive_graph::effect",
    "core::iter",
    "core::ops::function",
    "js_sys::futures",
    "wasm_bindgen_futures",
];

/// The files of the program.
pub struct Program {
    /// What the first view needs.
    pub first: Asset,
    /// The files of [`CHUNKS`], in order; none where the program is not divided.
    pub later: Vec<Asset>,
}

/// What `wasm-bindgen` wrote, with what the program imports for whoever links
/// a later chunk: a chunk takes what only its rooms use from there.
///
/// # Errors
/// When it has another form than is known here.
pub fn glue(written: &str) -> Result<String, Failure> {
    const IMPORTS: &str = "function __wbg_get_imports() {";
    if written.matches(IMPORTS).count() != 1 {
        return Err(Failure::new(
            format!("what `wasm-bindgen` wrote does not hold `{IMPORTS}` exactly once"),
            "use the version that `Cargo.lock` names, or see in its output what gives the imports now",
        ));
    }
    Ok(written.replace(IMPORTS, &format!("export {IMPORTS}")))
}

/// The program in one file, as `wasm-bindgen` left it in `folder`.
///
/// # Errors
/// When it is not there or cannot be written.
pub fn whole(folder: &Path) -> Result<Program, Failure> {
    let source = folder.join("summitry_bg.wasm");
    let name = hashed_name("summitry", "wasm", &read(&source)?);
    std::fs::rename(&source, folder.join(&name)).map_err(|error| Failure::file("renaming", &source, &error))?;
    Ok(Program { first: Asset::of(folder, &name)?, later: Vec::new() })
}

/// Makes several files of what `wasm-bindgen` left in `folder`.
///
/// # Errors
/// When that is not there, cannot be divided, or cannot be written.
pub fn divided(project: &Project, folder: &Path, budgets: Budgets) -> Result<Program, Failure> {
    let source = folder.join("summitry_bg.wasm");
    let whole = folder.join("whole.wasm");
    // Names are kept until the program is divided by them, and so are the
    // calls at which it is divided. Where the compiler takes our settings,
    // functions of the same code become one only within a chunk, so that until
    // then each has its own name.
    let is_each_its_own = budgets.is_built_along();
    let mut settings = vec![
        "--no-inline=*app::room*",
        "--no-inline=*app::notes*",
        "--no-inline=*page::*::view*",
        "--no-inline=*page::notes::foot*",
        "--debuginfo",
    ];
    if is_each_its_own {
        settings.push("--skip-pass=duplicate-function-elimination");
    }
    let linked = read(&source)?;
    let bare = without_relocations(&linked).map_err(undivided)?;
    write(&source, &bare)?;
    optimise(project, &source, &whole, &settings)?;
    let modules = |chunk: &Chunk| {
        let rooms = chunk.rooms.iter().map(|room| format!("summitry::page::{room}"));
        rooms.chain(chunk.crates.iter().map(ToString::to_string)).collect()
    };
    let chunks: Vec<Vec<String>> = CHUNKS.iter().map(modules).collect();
    // Leptos links the streams of server functions, and here is no server.
    let rules = Rules {
        chunks: &chunks,
        wraps: WRAPS,
        gates: GATES,
        unused: "intounderlying",
        unused_crate: "wasm_streams",
        is_each_its_own,
    };
    let divided = split(&read(&whole)?, &linked, &rules).map_err(undivided)?;
    println!(
        "  {} functions and {} bytes of constants come after the first view, {} functions are used by nobody",
        divided.moved, divided.moved_data, divided.dropped
    );
    let small = |name: &str, module: &[u8]| -> Result<Asset, Failure> {
        let (path, small) = (folder.join("chunk.wasm"), folder.join("chunk.small.wasm"));
        write(&path, module)?;
        // The stack lies first in the memory, so what would be read of its last
        // kilobyte is read by nobody: a number may be added within the reading.
        // Not before the program is divided by its addresses.
        optimise(project, &path, &small, &["--low-memory-unused"])?;
        let bytes = read(&small)?;
        remove(&path)?;
        remove(&small)?;
        let name = hashed_name(name, "wasm", &bytes);
        write(&folder.join(&name), &bytes)?;
        Asset::of(folder, &name)
    };
    let first = small("summitry", &divided.first)?;
    let later = CHUNKS.iter().zip(&divided.later).map(|(chunk, module)| small(chunk.name, module));
    let program = Program { first, later: later.collect::<Result<_, _>>()? };
    remove(&source)?;
    remove(&whole)?;
    Ok(program)
}

fn undivided(error: split::Error) -> Failure {
    Failure::new(
        format!("dividing the program failed: {error}"),
        "see that index.html keeps the names (`data-keep-debug`)",
    )
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

#[cfg(test)]
mod tests {
    use super::glue;

    #[test]
    fn the_glue_gives_the_imports_away_or_is_refused_with_a_remedy() {
        let written = "let wasm;\nfunction __wbg_get_imports() {\n}\n";
        assert_eq!(glue(written).unwrap(), "let wasm;\nexport function __wbg_get_imports() {\n}\n");
        for other in ["", "function get_imports() {\n}\n", &[written, written].concat()] {
            assert!(glue(other).unwrap_err().to_string().contains("To go on"));
        }
    }
}
