//! One module for each page: a function from what is shown to a node.

pub mod about;
pub mod compare;
pub mod coverage;
pub mod help;
pub mod missing;
pub mod notes;
pub mod read;
pub mod search;
pub mod timeline;
pub mod voices;
pub mod workshop;
