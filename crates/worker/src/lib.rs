//! The workshop's core as a WebAssembly module of its own, which a worker or
//! the page runs (`web/workshop.js`).
//!
//! Invariant: it only passes messages on; what they mean is written down in
//! `crates/workshop`.

use summitry_workshop::Session;
use wasm_bindgen::prelude::*;

/// A collection being worked on.
#[wasm_bindgen]
#[derive(Default)]
pub struct Workshop {
    session: Session,
    bytes: Option<Vec<u8>>,
}

#[wasm_bindgen]
impl Workshop {
    /// An empty collection.
    #[wasm_bindgen(constructor)]
    pub fn new() -> Self {
        Self::default()
    }

    /// Answers a request; what goes with the answer is then to be taken.
    pub fn handle(&mut self, request: &str, bytes: Option<Vec<u8>>) -> String {
        let reply = self.session.handle(request, bytes.as_deref());
        self.bytes = reply.bytes;
        reply.json
    }

    /// The bytes that go with the last answer.
    pub fn take(&mut self) -> Option<Vec<u8>> {
        self.bytes.take()
    }
}
