//! Any link is read, prints what it reads, and is answered.
#![no_main]

#[path = "../checks.rs"]
mod checks;

libfuzzer_sys::fuzz_target!(|link: &str| checks::link(link));
