//! The collection that stands in the page.
//!
//! A finished page of other articles is the same program with another blob: each
//! stands in its document as a block of data, which the boot script unpacks
//! (`web/collection.js`), and arrives while the program is still on its way.
//! Whether it is whole is for the reader of the blob to say, which checks its sums.

#[cfg(target_arch = "wasm32")]
use wasm_bindgen::prelude::*;

#[cfg(target_arch = "wasm32")]
#[wasm_bindgen]
extern "C" {
    /// The bytes; none where the page has none.
    #[wasm_bindgen(js_namespace = summitry, js_name = collection)]
    pub fn collection() -> Vec<u8>;
}

/// Without a page, as for tests, what `build.rs` made of the articles.
#[cfg(not(target_arch = "wasm32"))]
pub fn collection() -> Vec<u8> {
    include_bytes!(concat!(env!("OUT_DIR"), "/collection.bin")).to_vec()
}
