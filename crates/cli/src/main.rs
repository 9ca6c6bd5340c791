//! summitry-cli
fn main() {}
