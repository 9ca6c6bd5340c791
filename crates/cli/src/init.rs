//! `init`: a first catalogue for a folder of articles, for its editor to go on
//! from.
//!
//! Invariant: a catalogue that is there is never written over.

use std::io::Write;
use std::path::PathBuf;

use clap::Args;
use summitry_workshop::CATALOGUE;

use crate::folder;
use crate::output::{self, Failure};

/// Arguments of `init`.
#[derive(Args)]
pub struct Init {
    /// The folder of articles.
    folder: PathBuf,
}

impl Init {
    /// Writes the catalogue and says what to do next.
    pub fn run(self, out: &mut impl Write) -> Result<(), Failure> {
        let path = self.folder.join(CATALOGUE);
        let shown = path.display();
        let there = || {
            let remedy = "To begin anew, give it another name first.";
            Failure::Told(format!("{shown} is there already, and is left as it is. {remedy}"))
        };
        if path.symlink_metadata().is_ok() {
            return Err(there());
        }
        let articles = folder::whole(&self.folder)?;
        let text = summitry_workshop::init(&articles).map_err(|problems| folder::listed(&problems))?;
        let file = std::fs::OpenOptions::new().write(true).create_new(true).open(&path);
        let written = file.and_then(|mut file| file.write_all(text.as_bytes()));
        written.map_err(|error| match error.kind() {
            std::io::ErrorKind::AlreadyExists => there(),
            _ => Failure::Told(format!("{shown} cannot be written: {error}.")),
        })?;
        let articles = output::count(text.matches("\n[[article]]\n").count(), "article", "articles");
        output::show(
            out,
            &format!(
                "{shown} was written: {articles}. Read it over; what is in comments is proposed.\n\
                 Then run `summitry-cli check {}`.\n",
                self.folder.display()
            ),
        )
    }
}
