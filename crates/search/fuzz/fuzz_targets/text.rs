//! Words of any text stand where they say, in order, and an index of any
//! texts is written and read back the same.
#![allow(dead_code, reason = "each target has one check")]
#![no_main]

#[path = "../checks.rs"]
mod checks;

libfuzzer_sys::fuzz_target!(|text: &str| checks::text(text));
