//! The compiler's WebAssembly target.

use std::path::Path;
use std::process::Command;

use crate::step::{Failure, announce, output, run, timed};

/// The name of the target that the page is built for.
pub const TARGET: &str = "wasm32-unknown-unknown";

/// Adds the target to the Rust toolchain unless it is there.
///
/// # Errors
/// When there is no rustup to add it with, or rustup cannot.
pub fn ensure() -> Result<(), Failure> {
    let folder = output(Command::new("rustc").args(["--print", "target-libdir", "--target", TARGET]));
    if folder.is_some_and(|folder| Path::new(&folder).is_dir()) {
        return Ok(());
    }
    announce(&format!("Adding the {TARGET} target to the Rust toolchain (first time only, under a minute)"));
    timed(|| {
        run(
            Command::new("rustup").args(["target", "add", TARGET]),
            "`rustup target add`",
            &format!(
                "install rustup from https://rustup.rs, see that the network is up, then run `rustup target add {TARGET}`"
            ),
        )
    })
}
