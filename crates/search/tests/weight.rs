//! What the engine weighs in the page.
#![allow(missing_docs, reason = "a test")]

use std::path::Path;
use std::process::Command;

/// Brotli bytes; see `benches/size`.
const BUDGET: &str = "62000";

#[test]
#[ignore = "builds a module for the page twice, which takes a minute"]
fn the_engine_stays_within_its_budget_of_bytes() {
    let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../benches/size/measure.mjs");
    match Command::new("node").arg(script).arg(BUDGET).status() {
        Ok(status) => assert!(status.success(), "the engine is heavier than {BUDGET} bytes, or could not be built"),
        Err(error) => println!("node cannot be run ({error}), so the engine was not weighed"),
    }
}
