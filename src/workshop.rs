//! The way to the workshop's core, which cleans, checks and packs a collection
//! in a worker, or in slices on the page where there is no worker.
//!
//! Invariant: nothing here looks into a request or a reply; a core that cannot
//! be reached is told in a sentence.

#[cfg(target_arch = "wasm32")]
mod bound {
    use wasm_bindgen::prelude::*;
    use web_sys::js_sys::{Promise, Uint8Array};

    #[wasm_bindgen]
    extern "C" {
        /// The core, as the boot script reaches it.
        pub type Core;

        /// Starts the core the first time.
        #[wasm_bindgen(js_namespace = summitry, js_name = workshop, catch)]
        pub async fn core() -> Result<JsValue, JsValue>;

        /// Sends a request; replies come in order, one for each.
        #[wasm_bindgen(method, catch)]
        pub fn send(this: &Core, request: &str, bytes: Option<Uint8Array>) -> Result<Promise, JsValue>;

        /// A reply.
        pub type Answer;

        #[wasm_bindgen(method, getter)]
        pub fn json(this: &Answer) -> String;

        #[wasm_bindgen(method, getter)]
        pub fn bytes(this: &Answer) -> Option<Uint8Array>;

        /// The text of the page in one file, without a collection of the visitor's.
        #[wasm_bindgen(js_namespace = summitry, js_name = template, catch)]
        pub async fn template() -> Result<JsValue, JsValue>;
    }
}

/// What the core answers.
#[derive(Clone, Debug, Default)]
pub struct Reply {
    /// The answer itself.
    pub json: String,
    /// What goes with it: a file, a packed collection.
    pub bytes: Option<Vec<u8>>,
}

/// What is said when a part of the program is not to be had.
#[cfg(target_arch = "wasm32")]
fn sentence(error: &wasm_bindgen::JsValue) -> String {
    use wasm_bindgen::JsCast;
    // An error of a browser's own, such as a part that did not arrive, is no sentence for a visitor.
    let own =
        error.dyn_ref::<web_sys::js_sys::Error>().filter(|_| !error.is_instance_of::<web_sys::js_sys::TypeError>());
    let message = own.map(|error| String::from(error.message()));
    message.or_else(|| error.as_string()).unwrap_or_else(|| {
        "The workshop did not open: a part of the program was not loaded. Check the connection, then load the page again.".to_owned()
    })
}

/// Sends a request with the bytes that it is about.
///
/// # Errors
/// When the core cannot be reached, in a sentence.
#[cfg(target_arch = "wasm32")]
pub async fn send(request: &str, bytes: Option<Vec<u8>>) -> Result<Reply, String> {
    use wasm_bindgen::JsCast;
    use wasm_bindgen_futures::JsFuture;
    use web_sys::js_sys::Uint8Array;
    let core: bound::Core = bound::core().await.map_err(|error| sentence(&error))?.unchecked_into();
    let bytes = bytes.map(|bytes| Uint8Array::from(bytes.as_slice()));
    let sent = core.send(request, bytes).map_err(|error| sentence(&error))?;
    let answer: bound::Answer = JsFuture::from(sent).await.map_err(|error| sentence(&error))?.unchecked_into();
    Ok(Reply { json: answer.json(), bytes: answer.bytes().map(|bytes| bytes.to_vec()) })
}

/// The text of the page in one file, to put a collection in.
///
/// # Errors
/// When it cannot be had, in a sentence.
#[cfg(target_arch = "wasm32")]
pub async fn template() -> Result<String, String> {
    let text = bound::template().await.map_err(|error| sentence(&error))?;
    text.as_string().ok_or_else(|| "The page in one file could not be read.".to_owned())
}

/// Without a page there is no core.
///
/// # Errors
/// Always.
#[cfg(not(target_arch = "wasm32"))]
pub async fn send(_request: &str, _bytes: Option<Vec<u8>>) -> Result<Reply, String> {
    Err("There is no page.".to_owned())
}

/// Without a page there is none to put a collection in.
///
/// # Errors
/// Always.
#[cfg(not(target_arch = "wasm32"))]
pub async fn template() -> Result<String, String> {
    Err("There is no page.".to_owned())
}
