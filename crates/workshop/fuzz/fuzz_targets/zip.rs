//! Any bytes are a folder that is written and read back the same, or a sentence
//! with a remedy.
#![no_main]

#[path = "../checks.rs"]
mod checks;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| checks::zip(bytes));
