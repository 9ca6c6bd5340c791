//! What of the search page comes with the second part of the program.

pub mod context;
pub mod home;
pub mod nothing;
pub mod own;
mod questions;
mod strip;
pub mod suggestions;
