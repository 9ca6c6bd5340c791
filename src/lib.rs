//! The reading room's page: what a visitor sees, on the corpus and its index.
//!
//! Everything that could be linked to is in the [`route`]; everything that is
//! read is in the [`library`]; a page is a function from both to a [`node`].

pub mod app;
pub mod component;
pub mod deferred;
pub mod download;
pub mod field;
pub mod kept;
pub mod library;
pub mod media;
pub mod navigation;
pub mod node;
pub mod page;
pub mod route;
pub mod storage;
pub mod theme;
pub mod withheld;
pub mod wording;
pub mod workshop;
