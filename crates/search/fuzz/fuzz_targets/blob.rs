//! Any bytes are opened or refused with a sentence.
#![no_main]
#![allow(dead_code, reason = "each target has one check")]

#[path = "../checks.rs"]
mod checks;

libfuzzer_sys::fuzz_target!(|changes: &[u8]| checks::blob(changes));
