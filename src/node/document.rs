//! What is asked of the browser's document for every element and text.
//!
//! A name that the program hands to the browser is decoded each time. Pages are
//! made of few names (tags, attributes, classes), each used thousands of times, so
//! the strings that the browser made of them are kept here and handed over again.
//!
//! Invariant: what is kept is bounded, and nothing depends on its being kept.

use std::borrow::Cow;
use std::cell::RefCell;

use leptos::prelude::document;
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::wasm_bindgen;
use web_sys::js_sys::JsString;

/// How many strings are kept; a power of two, several times as many as pages use.
const KEPT: usize = 1024;

/// The longest string that is kept, in bytes: longer ones are seldom names.
const LONGEST: usize = 40;

#[wasm_bindgen]
extern "C" {
    // The same functions as `web_sys` has, but taking a string that the browser has
    // already, and without a guard against exceptions: names are our own and valid,
    // and a node is never put into its own child.
    #[wasm_bindgen(js_name = Document)]
    type Maker;
    #[wasm_bindgen(method, js_name = createElement)]
    fn create_element(this: &Maker, tag: &JsString) -> web_sys::Element;
    #[wasm_bindgen(method, js_name = createTextNode)]
    fn create_text(this: &Maker, text: &str) -> web_sys::Text;
    #[wasm_bindgen(method, js_name = createTextNode)]
    fn create_known_text(this: &Maker, text: &JsString) -> web_sys::Text;

    #[wasm_bindgen(js_name = Element)]
    type Made;
    #[wasm_bindgen(method, js_name = setAttribute)]
    fn set(this: &Made, name: &JsString, value: &str);
    #[wasm_bindgen(method, js_name = setAttribute)]
    fn set_known(this: &Made, name: &JsString, value: &JsString);
    #[wasm_bindgen(method, js_name = appendChild)]
    fn append_child(this: &Made, child: &web_sys::Node);
}

thread_local! {
    static MAKER: Maker = document().unchecked_into();
    static NAMES: RefCell<Vec<Option<Name>>> = RefCell::new((0..KEPT).map(|_| None).collect());
}

/// A string of the program, and the browser's.
struct Name {
    text: &'static str,
    known: JsString,
}

impl Name {
    /// Whether this is the very string, which is quicker told than whether it is an
    /// equal one.
    fn is(&self, text: &'static str) -> bool {
        std::ptr::eq(self.text, text)
    }
}

/// A new element.
pub(super) fn element(tag: &'static str) -> web_sys::Element {
    learn(tag);
    MAKER.with(|maker| with(tag, |tag| maker.create_element(tag)))
}

/// A new text.
#[expect(clippy::ptr_arg, reason = "whether the words are the program's own is what it is about")]
pub(super) fn text(text: &Cow<'static, str>) -> web_sys::Text {
    MAKER.with(|maker| match text {
        Cow::Borrowed(text) if text.len() <= LONGEST => {
            learn(text);
            with(text, |text| maker.create_known_text(text))
        }
        text => maker.create_text(text),
    })
}

/// Gives an element an attribute.
#[expect(clippy::ptr_arg, reason = "whether the words are the program's own is what it is about")]
pub(super) fn set_attribute(element: &web_sys::Element, name: &'static str, value: &Cow<'static, str>) {
    let element = element.unchecked_ref::<Made>();
    learn(name);
    match value {
        Cow::Borrowed(value) if value.len() <= LONGEST => {
            learn(value);
            with(name, |name| with(value, |value| element.set_known(name, value)));
        }
        value => with(name, |name| element.set(name, value)),
    }
}

/// Puts a node behind the last child of an element.
pub(super) fn append(parent: &web_sys::Element, child: &web_sys::Node) {
    parent.unchecked_ref::<Made>().append_child(child);
}

/// Where a string is kept: each has one place, which the last one takes.
fn place(text: &str) -> usize {
    let address = text.as_ptr().addr();
    (address ^ (address >> 10) ^ text.len() << 5) % KEPT
}

/// Has the browser make a string of a name unless that was done.
fn learn(text: &'static str) {
    NAMES.with(|names| {
        // While the browser is being asked something the list is lent out.
        let Ok(mut names) = names.try_borrow_mut() else { return };
        if let Some(name) = names.get_mut(place(text))
            && name.as_ref().is_none_or(|name| !name.is(text))
        {
            *name = Some(Name { text, known: JsString::from(text) });
        }
    });
}

/// Calls `call` with the browser's string of a name.
fn with<T>(text: &'static str, call: impl FnOnce(&JsString) -> T) -> T {
    NAMES.with(|names| {
        let names = names.try_borrow().ok();
        let kept = names.as_ref().and_then(|names| names.get(place(text))?.as_ref());
        match kept.filter(|name| name.is(text)) {
            Some(name) => call(&name.known),
            None => call(&JsString::from(text)),
        }
    })
}
