//! `publish`: the page in one file with another collection inside.
//!
//! Invariant: the file is written whole or not at all, and never over the page
//! that it is made of.

use std::io::Write;
use std::path::{Path, PathBuf};

use clap::Args;

use crate::folder;
use crate::output::{self, Failure};

/// Arguments of `publish`.
#[derive(Args)]
pub struct Publish {
    /// The folder of articles.
    folder: PathBuf,
    /// A finished page in one file, such as `dist/summitry.html`.
    #[arg(long, value_name = "FILE")]
    page: PathBuf,
    /// The file to write.
    #[arg(long, value_name = "FILE")]
    out: PathBuf,
}

impl Publish {
    /// Writes the page.
    pub fn run(self, out: &mut impl Write) -> Result<(), Failure> {
        let page = std::fs::read_to_string(&self.page).map_err(|error| {
            let remedy = "Give the page in one file; `cargo xtask build` writes it to `dist/summitry.html`.";
            Failure::Told(format!("{} cannot be read: {error}. {remedy}", self.page.display()))
        })?;
        if self.out.canonicalize().is_ok_and(|out| self.page.canonicalize().is_ok_and(|page| page == out)) {
            return Err(Failure::Told("The page would be written over; give --out another name.".to_owned()));
        }
        let articles = folder::whole(&self.folder)?;
        let published = summitry_workshop::publish(&page, &articles).map_err(|problems| folder::listed(&problems))?;
        whole(&self.out, published.as_bytes())?;
        let (shown, size) = (self.out.display(), published.len() / 1000);
        output::show(out, &format!("{shown} was written: {size} KB. It opens in a browser, from a disk too.\n"))
    }
}

/// Writes a file beside its place, then puts it there.
fn whole(path: &Path, bytes: &[u8]) -> Result<(), Failure> {
    let told = |error: std::io::Error| Failure::Told(format!("{} cannot be written: {error}.", path.display()));
    let mut name = path.file_name().map(std::ffi::OsStr::to_owned).unwrap_or_default();
    name.push(".part");
    let beside = path.with_file_name(name);
    std::fs::write(&beside, bytes).and_then(|()| std::fs::rename(&beside, path)).map_err(|error| {
        let _ = std::fs::remove_file(&beside);
        told(error)
    })
}
