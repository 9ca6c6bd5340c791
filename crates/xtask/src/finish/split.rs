//! Divides the program into the chunk that the first view needs and chunks that
//! may come later, each of some rooms.
//!
//! A function whose name stands under one of a later chunk's modules is a *root*
//! of that chunk. Every function that can only be reached where a *gate* calls
//! a root of one chunk moves to that chunk; the root leaves a stub, which calls
//! through the table. A constant goes with the functions that use it. All share
//! memory, tables and globals, so the rooms know nothing of the division; only the
//! gate does, which calls a root once its chunk is there. What several later chunks
//! reach is in the earliest of them: a chunk runs only where those before it do.
//!
//! Invariant: the first module is valid and runs without the others. This
//! knows nothing of what the functions do.

mod addresses;
mod data;
mod encode;
mod plan;

pub use addresses::without as without_relocations;
use data::Data;
use plan::Plan;

/// A program in several modules.
pub struct Chunks {
    /// The module that is instantiated first.
    pub first: Vec<u8>,
    /// The modules of the later chunks. What they share with the first they import
    /// from it, under the module name [`FIRST`]; what only they take from outside,
    /// they import as the undivided module did.
    pub later: Vec<Vec<u8>>,
    /// How many functions moved.
    pub moved: usize,
    /// How many bytes of constants moved.
    pub moved_data: u32,
    /// How many went, because only unused exports reached them.
    pub dropped: usize,
}

/// The name under which the later modules import from the first.
pub const FIRST: &str = "first";

/// Why a module could not be divided.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// The bytes are no module that can be read.
    #[error("the module cannot be read: {0}")]
    Parse(#[from] wasmparser::BinaryReaderError),
    /// A part of the module could not be written again.
    #[error("the module cannot be written again: {0}")]
    Encode(String),
    /// Something that the division relies on is not there.
    #[error("the module has no {0}")]
    Missing(&'static str),
}

/// What decides where a function goes, by its name as a Rust path.
pub struct Rules<'r> {
    /// The modules of each later chunk, such as `summitry::page::help`.
    pub chunks: &'r [Vec<String>],
    /// Modules whose functions wrap what they are given, such as `live` with a
    /// room's closure: one of them belongs to the chunk whose module it is made for.
    pub wraps: &'static [&'static str],
    /// Functions that see to it that a chunk is there before they call it.
    pub gates: &'static [&'static str],
    /// Part of the names of exports that nobody uses; what only they reach goes.
    pub unused: &'static str,
    /// Part of the names of the functions that only those exports ever put to
    /// use, so that their places in the table can be left empty.
    pub unused_crate: &'static str,
    /// Whether no two functions were made one because their code is the same:
    /// then a name is that of every use, and types belong to rooms as closures do.
    pub is_each_its_own: bool,
}

impl Rules<'_> {
    fn chunk_of(&self, name: &str) -> Option<usize> {
        let mut chunks = (0..self.chunks.len()).filter(|chunk| {
            let modules = self.chunks.get(*chunk).map_or(&[][..], Vec::as_slice);
            let is_wrapped = || self.wraps.iter().any(|wrap| is_under(name, &[wrap]));
            is_under(name, modules) || (self.is_each_its_own || is_wrapped()) && self.mentions(name, modules)
        });
        let only = chunks.next()?;
        chunks.next().is_none().then_some(only)
    }

    /// Whether `name` is made for a closure of one of the modules. What is made for
    /// a type of theirs may have the code of what is made for another one, and then
    /// both may be one function.
    fn mentions(&self, name: &str, modules: &[String]) -> bool {
        let path = without_hashes(name);
        modules.iter().any(|module| {
            let is_own = |at: usize| {
                let rest = path.get(at + module.len()..).filter(|rest| rest.starts_with("::"));
                let own = rest.and_then(|rest| rest.split([' ', ',', '>', '<']).next());
                own.is_some_and(|own| self.is_each_its_own || own.contains("{closure#"))
            };
            path.match_indices(module.as_str()).any(|(at, _)| is_own(at))
        })
    }

    fn is_gate(&self, name: &str) -> bool {
        is_under(name, self.gates)
    }

    fn is_unused(&self, export: &str) -> bool {
        export.contains(self.unused)
    }

    fn is_idle(&self, name: &str) -> bool {
        name.contains(self.unused_crate)
    }
}

/// Whether the path `name`, or the path of the type whose method it is, lies
/// in one of the modules.
fn is_under(name: &str, modules: &[impl AsRef<str>]) -> bool {
    let path = without_hashes(name);
    let path = path.trim_start_matches('<');
    modules
        .iter()
        .any(|module| path.strip_prefix(module.as_ref()).is_some_and(|rest| rest.is_empty() || rest.starts_with("::")))
}

/// Whether `name` mentions something that lies in the function `path`; both without hashes.
fn is_within(name: &str, path: &str) -> bool {
    name.match_indices(path).any(|(at, _)| name.get(at + path.len()..).is_some_and(|rest| rest.starts_with("::{")))
}

/// A path without what the compiler adds to the names of crates, as in
/// `summitry[1317c04d4d892e5d]::app`.
fn without_hashes(name: &str) -> String {
    name.split('[').map(|piece| piece.split_once(']').map_or(piece, |(_, rest)| rest)).collect()
}

/// Divides `module`, which `linked` was before it was optimised: in that one
/// each constant is a segment of its own, and what the linker tells of addresses
/// is there.
///
/// # Errors
/// When a module cannot be read, or has no table of functions or no names.
pub fn split(module: &[u8], linked: &[u8], rules: &Rules<'_>) -> Result<Chunks, Error> {
    let plan = Plan::new(module, rules)?;
    let data = Data::new(linked, module, &plan)?;
    let first = encode::first(module, &plan, &data, rules)?;
    let chunk = |chunk| encode::later(module, &plan, &data, chunk);
    let later = (0..rules.chunks.len()).map(chunk).collect::<Result<_, _>>()?;
    let moved = plan.moved.iter().map(|chunk| chunk.len()).sum();
    let dropped = plan.dropped.range(plan.imported..).count();
    Ok(Chunks { first, later, moved, moved_data: data.size(), dropped })
}

#[cfg(test)]
mod tests;
