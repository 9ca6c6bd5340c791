//! Any query gets an answer: no panic, and marks on character boundaries.
#![no_main]
#![allow(dead_code, reason = "each target has one check")]

#[path = "../checks.rs"]
mod checks;

libfuzzer_sys::fuzz_target!(|query: &str| checks::query(query));
