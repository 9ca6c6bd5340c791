//! What the visitor keeps on this device: named stores of records, each with a
//! key and bytes, in the browser's database (`web/storage.js`).
//!
//! Invariant: several records are written together or not at all, and whatever
//! is not written is told with its reason. Storage is a convenience: it may be
//! refused, full or cleared at any time, and nothing here relies on it.

use gloo::events::EventListener;
use leptos::prelude::window;
use wasm_bindgen::prelude::*;
use web_sys::CustomEvent;
use web_sys::js_sys::{Array, Uint8Array};

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(js_namespace = ["summitry", "storage"], js_name = all, catch)]
    async fn read_all(store: &str) -> Result<JsValue, JsValue>;

    #[wasm_bindgen(js_namespace = ["summitry", "storage"], js_name = put, catch)]
    async fn write(store: &str, changes: Array) -> Result<JsValue, JsValue>;

    #[wasm_bindgen(js_namespace = ["summitry", "storage"], js_name = erase, catch)]
    async fn erase_all() -> Result<JsValue, JsValue>;
}

/// What is said to the window when another tab has written.
const EVENT: &str = "summitry:stored";

/// Why nothing was kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StorageError {
    /// The browser keeps nothing for this page: a private window, a frame, a setting.
    Refused,
    /// There is no room left.
    Full,
    /// What was kept is gone: somebody cleared it, or the browser did.
    Cleared,
    /// A newer page has kept something in a form that this one does not know.
    Newer,
    /// The browser tried and could not.
    Failed,
}

impl StorageError {
    fn of(reason: &JsValue) -> Self {
        match reason.as_string().as_deref() {
            Some("refused") => Self::Refused,
            Some("full") => Self::Full,
            Some("cleared") => Self::Cleared,
            Some("newer") => Self::Newer,
            _ => Self::Failed,
        }
    }

    /// What happened and what to do, for the visitor.
    pub fn sentence(self) -> &'static str {
        match self {
            Self::Refused => {
                "This browser keeps nothing for this page, as in a private window or inside another page: save to a file, or what you do here is lost when the page is closed."
            }
            Self::Full => {
                "This device has no room left for this page, so the last change is not kept on it: save to a file, then free some space."
            }
            Self::Cleared => "What was kept in this browser has been cleared.",
            Self::Newer => {
                "A newer version of this page keeps its things in another form: reload this page to use that. Nothing is lost."
            }
            Self::Failed => "The browser could not keep the last change on this device: save to a file.",
        }
    }
}

/// What happened to a store, but not in this tab.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Elsewhere {
    /// Another tab has written records with these keys, or taken them away.
    Written(Vec<String>),
    /// Another tab has erased everything, as its visitor wished.
    Erased,
    /// The storage was cleared, by the browser or in its settings.
    Cleared,
}

/// Records under one name. Cheap to copy; a store needs no set-up.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Store(&'static str);

impl Store {
    /// The store with this name.
    pub const fn new(name: &'static str) -> Self {
        Self(name)
    }

    /// All keys and their bytes, in the order of the keys.
    ///
    /// # Errors
    /// Where the browser keeps nothing, or cannot read it.
    pub async fn all(self) -> Result<Vec<(String, Vec<u8>)>, StorageError> {
        let found: Array = read_all(self.0).await.map_err(|reason| StorageError::of(&reason))?.unchecked_into();
        let record = |place: u32| {
            let bytes = found.get(place + 1).dyn_into::<Uint8Array>().ok()?;
            Some((found.get(place).as_string()?, bytes.to_vec()))
        };
        Ok((0..found.length()).step_by(2).filter_map(record).collect())
    }

    /// Writes records, and takes away those without bytes: all of them or none.
    ///
    /// # Errors
    /// [`StorageError::Cleared`] where what this tab has written is gone; to be
    /// written whole then. Otherwise where the browser does not write.
    pub async fn put(self, changes: Vec<(String, Option<Vec<u8>>)>) -> Result<(), StorageError> {
        let list = Array::new();
        for (key, bytes) in changes {
            list.push(&key.into());
            list.push(&bytes.map_or(JsValue::NULL, |bytes| Uint8Array::from(bytes.as_slice()).into()));
        }
        write(self.0, list).await.map(drop).map_err(|reason| StorageError::of(&reason))
    }

    /// Calls `told` with what happened elsewhere, for as long as the page lives.
    pub fn watch(self, told: impl Fn(Elsewhere) + 'static) {
        EventListener::new(&window(), EVENT, move |event| {
            let Some(event) = event.dyn_ref::<CustomEvent>() else { return };
            let mut names = Array::from(&event.detail()).into_iter().filter_map(|name| name.as_string());
            let store = names.next().unwrap_or_default();
            match store.as_str() {
                "" => {
                    told(if names.next().as_deref() == Some("erased") { Elsewhere::Erased } else { Elsewhere::Cleared })
                }
                store if store == self.0 => told(Elsewhere::Written(names.collect())),
                _ => {}
            }
        })
        .forget();
    }
}

/// Takes away everything that this page keeps in the database, of all stores.
///
/// # Errors
/// Where the browser does not.
pub async fn erase() -> Result<(), StorageError> {
    erase_all().await.map(drop).map_err(|reason| StorageError::of(&reason))
}
