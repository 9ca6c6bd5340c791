//! The articles' words as they stand in the page, where the build put them for
//! whoever comes without the program.
//!
//! They stand in an element that is not shown as long as the program may come,
//! and of it only the text counts. The boot script sees to it that it is that of
//! the build, whoever has changed the page on its way, and takes the element
//! away once it has been read.

/// The words, without markup; without a page, as for tests, those of the build.
#[cfg(target_arch = "wasm32")]
pub fn of_the_page() -> String {
    let texts = leptos::prelude::document().get_element_by_id("texts");
    texts.and_then(|element| element.text_content()).unwrap_or_default()
}

/// The words, without markup; without a page, as for tests, those of the build.
#[cfg(not(target_arch = "wasm32"))]
pub fn of_the_page() -> &'static str {
    include_str!(concat!(env!("OUT_DIR"), "/articles.txt"))
}
