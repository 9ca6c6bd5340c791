//! The collection that a page brings in the place of the one that is built in.
//!
//! A finished page of other articles is the same program with another blob: it
//! stands in the document as a block of data, which the boot script unpacks
//! (`web/collection.js`). Whether it is whole is for the reader of the blob to
//! say, which checks its sums.

#[cfg(target_arch = "wasm32")]
use wasm_bindgen::prelude::*;

#[cfg(target_arch = "wasm32")]
#[wasm_bindgen]
extern "C" {
    /// The bytes, where the page brings a collection.
    #[wasm_bindgen(js_namespace = summitry, js_name = collection)]
    pub fn collection() -> Option<Vec<u8>>;
}

/// Without a page, as for tests, none is brought.
#[cfg(not(target_arch = "wasm32"))]
pub fn collection() -> Option<Vec<u8>> {
    None
}
