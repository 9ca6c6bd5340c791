//! Files that are made for the visitor: their address, and handing one over by a
//! link that is pressed for them.
//!
//! Invariant: no page is told whether the file was kept.

use std::time::Duration;

use leptos::prelude::{document, set_timeout};
use wasm_bindgen::JsCast;
use web_sys::js_sys::{Array, Uint8Array};
use web_sys::{Blob, BlobPropertyBag, HtmlAnchorElement, Url};

/// How long a file stays at its address: until any browser has fetched it.
const KEPT_FOR: Duration = Duration::from_secs(60);

/// Hands the browser a file with a name and a media type; whether it could be made.
pub fn download(name: &str, kind: &str, bytes: &[u8]) -> bool {
    pressed(name, kind, bytes).is_some()
}

fn pressed(name: &str, kind: &str, bytes: &[u8]) -> Option<()> {
    let link: HtmlAnchorElement = document().create_element("a").ok()?.dyn_into().ok()?;
    link.set_href(&address_of(bytes, kind)?);
    link.set_download(name);
    document().body()?.append_child(&link).ok()?;
    link.click();
    link.remove();
    Some(())
}

/// The address of a file with a media type, for as long as it is needed; nothing where
/// none can be made.
pub fn address_of(bytes: &[u8], kind: &str) -> Option<String> {
    let options = BlobPropertyBag::new();
    options.set_type(kind);
    let parts = Array::of1(&Uint8Array::from(bytes));
    let blob = Blob::new_with_u8_array_sequence_and_options(&parts, &options).ok()?;
    let address = Url::create_object_url_with_blob(&blob).ok()?;
    let made = address.clone();
    set_timeout(move || drop(Url::revoke_object_url(&made)), KEPT_FOR);
    Some(address)
}
