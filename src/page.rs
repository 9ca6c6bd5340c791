//! One module for each page.

pub mod about;
pub mod compare;
pub mod coverage;
pub mod help;
pub mod missing;
pub mod read;
pub mod search;
pub mod timeline;
