//! Any bytes are an index or are not; an index that was accepted can be
//! searched.
#![allow(dead_code, reason = "each target has one check")]
#![no_main]

#[path = "../checks.rs"]
mod checks;

libfuzzer_sys::fuzz_target!(|bytes: (&[u8], &[u8])| checks::index(bytes.0, bytes.1));
