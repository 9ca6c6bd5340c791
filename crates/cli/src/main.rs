//! `summitry-cli`: what an editor of a collection, and the tests, do without
//! a browser.
//!
//! Each subcommand is a file. This one reads the arguments and turns an error
//! into a sentence and exit code 1.

mod check;
mod export;
mod folder;
mod init;
mod output;
mod publish;
mod rank;
mod search;

use std::process::ExitCode;

use clap::{Parser, Subcommand};
use output::Failure;

/// Check, search, rank and export a collection of articles, begin its
/// catalogue, and put it into a page.
#[derive(Parser)]
#[command(name = "summitry-cli", version)]
struct Arguments {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Check a folder of articles and its catalogue.
    Check(check::Check),
    /// Write a collection in another format.
    Export(export::Export),
    /// Write a first catalogue for a folder of articles.
    Init(init::Init),
    /// Put a folder of articles into the page in one file.
    Publish(publish::Publish),
    /// Rank the documents of a test collection for its topics.
    Rank(rank::Rank),
    /// Search the passages of a folder of articles.
    Search(search::Search),
}

fn main() -> ExitCode {
    let result = match Arguments::parse().command {
        Command::Check(check) => check.run(&mut std::io::stdout().lock()),
        Command::Export(export) => export.run(&mut std::io::stdout().lock()),
        Command::Init(init) => init.run(&mut std::io::stdout().lock()),
        Command::Publish(publish) => publish.run(&mut std::io::stdout().lock()),
        Command::Rank(rank) => rank.run(&mut std::io::stdout().lock()),
        Command::Search(search) => search.run(&mut std::io::stdout().lock()),
    };
    match result {
        Ok(()) => ExitCode::SUCCESS,
        Err(Failure::Closed) => ExitCode::SUCCESS,
        Err(Failure::Told(message)) => {
            // Where this cannot be written either, nobody is left to tell.
            let _ = output::show(&mut std::io::stderr().lock(), &format!("{message}\n"));
            ExitCode::FAILURE
        }
    }
}
