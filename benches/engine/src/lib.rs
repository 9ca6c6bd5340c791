//! The search engine behind the functions that the benchmark calls.
//!
//! The queries go through the same parser as a visitor's.

use summitry_search::Texts;
use summitry_search::query::parse;
use wasm_bindgen::prelude::wasm_bindgen;

/// Documents that can be searched.
#[wasm_bindgen]
pub struct Engine(Texts);

#[wasm_bindgen]
impl Engine {
    /// Builds the index: titles and texts, in the same order.
    pub fn build(titles: Vec<String>, texts: Vec<String>) -> Engine {
        Engine(Texts::new(titles.iter().map(String::as_str).zip(texts.iter().map(String::as_str))))
    }

    /// The index without positions.
    pub fn index(&self) -> Vec<u8> {
        self.0.encode().0
    }

    /// The positions.
    pub fn positions(&self) -> Vec<u8> {
        self.0.encode().1
    }

    /// Opens an index; positions may be empty.
    pub fn open(index: &[u8], positions: &[u8]) -> Option<Engine> {
        Texts::decode(index, positions).map(Engine)
    }

    /// Adds the positions.
    pub fn add_positions(&mut self, positions: Vec<u8>) -> bool {
        self.0.set_positions(positions)
    }

    /// The ten best documents.
    pub fn search(&self, query: &str) -> Vec<u32> {
        self.0.rank(&parse(query), 10).into_iter().map(|(document, _)| document as u32).collect()
    }
}

/// Bytes of memory that the module holds.
#[wasm_bindgen]
pub fn memory_bytes() -> u32 {
    (core::arch::wasm32::memory_size(0) * 65536) as u32
}
