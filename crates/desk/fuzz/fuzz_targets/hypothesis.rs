//! Any text within an export of Hypothesis is brought, in place or with a
//! reason.
#![no_main]

#[path = "../checks.rs"]
mod checks;

libfuzzer_sys::fuzz_target!(|text: &str| checks::hypothesis(text));
