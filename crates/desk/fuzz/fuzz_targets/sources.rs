//! Marks made in one source stand on the same words in any other, or nowhere.
#![no_main]

#[path = "../checks.rs"]
mod checks;

libfuzzer_sys::fuzz_target!(|text: &str| checks::sources(text));
