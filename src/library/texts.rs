//! The articles' words as they stand in the page, where the build put them for
//! whoever comes without the program.
//!
//! They stand in an element whose content is plain text for a browser that
//! runs scripts, so nothing that changes what is shown, such as a translation,
//! changes them. The boot script sees to it that they are those of the build.

/// The words, markup included; without a page, as for tests, those of the build.
#[cfg(target_arch = "wasm32")]
pub fn of_the_page() -> String {
    let texts = leptos::prelude::document().get_element_by_id("texts");
    texts.and_then(|element| element.text_content()).unwrap_or_default()
}

/// The words, markup included; without a page, as for tests, those of the build.
#[cfg(not(target_arch = "wasm32"))]
pub fn of_the_page() -> &'static str {
    include_str!(concat!(env!("OUT_DIR"), "/articles.html"))
}
