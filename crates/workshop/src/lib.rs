//! A collection in hand: its folder, its catalogue edited, a page made of it.
//!
//! A collection is a folder of texts as received with one `catalog.toml`. This
//! crate holds such a folder in memory, reads it from a zip and writes it,
//! edits its catalogue and leaves what was not meant as it stands, packs it
//! into the blob that the reading room opens, and puts it into a finished page.
//! [`Session`] is all of it behind messages, for whoever works in a page.
//!
//! Invariants:
//! - the same folder gives the same bytes wherever this runs: the zip, the blob,
//!   the page;
//! - what a catalogue says and was not edited is written again byte for byte;
//! - nothing here knows a browser, a file system, a clock or a thread, and no
//!   bytes make it panic.
#![cfg_attr(
    not(test),
    deny(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::string_slice, clippy::panic)
)]

mod catalogue;
pub mod data;
mod edit;
mod folder;
mod init;
mod join;
mod left_out;
mod pack;
pub mod propose;
mod publish;
mod remedy;
mod report;
mod session;
pub mod texts;
mod view;
mod zip;

pub use catalogue::Catalogue;
pub use edit::{Claim, Edit, EditError, Table};
pub use folder::{CATALOGUE, Folder, MOST_BYTES, MOST_FILE_BYTES, MOST_FILES, is_article};
pub use init::init;
pub use join::{Joined, join};
pub use pack::{Packed, build, pack, pack_named, query_problems};
pub use publish::{file_name, folder_of, publish};
pub use session::{Reply, Session};

#[cfg(test)]
mod tests {
    use super::Folder;

    /// The folder of the articles that are built in.
    pub fn seeds() -> Folder {
        let mut folder = Folder::new();
        let place = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../../seeds");
        for entry in std::fs::read_dir(place).unwrap() {
            let path = entry.unwrap().path();
            folder.add(path.file_name().unwrap().to_str().unwrap(), std::fs::read(&path).unwrap()).unwrap();
        }
        folder
    }
}
