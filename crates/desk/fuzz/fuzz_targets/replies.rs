//! Any replies are gathered, in whichever order, and none is lost untold.
#![no_main]

#[path = "../checks.rs"]
mod checks;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| checks::replies(bytes));
