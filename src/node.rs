//! What pages are made of: a small virtual DOM of one type.
//!
//! A view is a function from data to a [`Node`]; the first time it is built
//! into the document, after that the difference is written. A [`live`] subtree
//! is such a function with a Leptos effect of its own: it runs again when a
//! signal that it read has changed, and it alone is diffed. Children with a key
//! are moved and never turned into each other; a [`keyed`] child is not even
//! made again while its key stays, nor a [`memo`] while its input stays too.
//!
//! One type instead of a type for each shape of markup keeps the program small:
//! markup is data, not code.
//!
//! Invariant: text stays text. There is no way to put HTML into the document.

mod children;
mod document;
mod dom;
mod html;

use std::borrow::Cow;
use std::time::Duration;

use leptos::prelude::{ArcMemo, Get, Memo, RwSignal, Set, on_cleanup, request_animation_frame, set_timeout};
use leptos::reactive::graph::{Subscriber, ToAnySubscriber};
use web_sys::Event;

pub use dom::{ElementState, KeyedState, NodeState};
pub use html::to_html;

/// What is done when an event arrives.
pub type Handler = Box<dyn FnMut(Event)>;

/// A piece of a page.
pub enum Node {
    /// Nothing to see; it keeps the place of what may come, so that its
    /// neighbours are not taken for each other.
    Nothing,
    /// Words.
    Text(Cow<'static, str>),
    /// An element.
    Element(Element),
    /// A subtree that is diffed by itself when a signal that it reads changes.
    Live(Box<dyn FnMut() -> Node>),
    /// A child that is made when its key or its input is another one.
    Keyed(Box<Keyed>),
}

/// A child that is made when its key or its input is another one.
pub struct Keyed {
    key: String,
    /// All that it is made from, as text.
    input: String,
    make: Box<dyn FnOnce() -> Node>,
}

/// A property of a field: what it holds now, as distinct from its attribute,
/// which only says what it held at first.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Property {
    Text(String),
    /// Words that a person may be in the middle of.
    Draft(String),
    Flag(bool),
}

/// An element with its attributes, listeners and children. It is built up by a
/// chain of calls, so it is one pointer wide: moving it costs nothing.
pub struct Element(Box<Parts>);

struct Parts {
    tag: &'static str,
    /// What it is about: an element is never turned into one with another key.
    key: String,
    attributes: Vec<(&'static str, Cow<'static, str>)>,
    properties: Vec<(&'static str, Property)>,
    listeners: Vec<(&'static str, Handler)>,
    children: Vec<Node>,
}

/// An element with a tag of HTML.
#[inline(never)]
pub fn el(tag: &'static str) -> Element {
    let (attributes, properties, listeners, children) = (Vec::new(), Vec::new(), Vec::new(), Vec::new());
    let key = String::new();
    Element(Box::new(Parts { tag, key, attributes, properties, listeners, children }))
}

// The calls that pages are made of stand in the program once, not once for
// each use: hence `inline(never)`.
impl Element {
    #[inline(never)]
    fn attribute(mut self, name: &'static str, value: Cow<'static, str>) -> Self {
        self.0.attributes.push((name, value));
        self
    }

    #[inline(never)]
    fn property(mut self, name: &'static str, value: Property) -> Self {
        self.0.properties.push((name, value));
        self
    }

    #[inline(never)]
    fn child(mut self, child: Node) -> Self {
        self.0.children.push(child);
        self
    }

    #[inline(never)]
    fn listener(mut self, name: &'static str, handler: Handler) -> Self {
        self.0.listeners.push((name, handler));
        self
    }

    /// With an attribute.
    pub fn at(self, name: &'static str, value: impl Into<Cow<'static, str>>) -> Self {
        self.attribute(name, value.into())
    }

    /// With a class.
    #[inline(never)]
    pub fn class(self, name: &'static str) -> Self {
        self.attribute("class", Cow::Borrowed(name))
    }

    /// With an attribute if there is a value for it.
    pub fn maybe(self, name: &'static str, value: Option<impl Into<Cow<'static, str>>>) -> Self {
        match value {
            Some(value) => self.at(name, value),
            None => self,
        }
    }

    /// With an empty attribute if `on`.
    #[inline(never)]
    pub fn flag(self, name: &'static str, on: bool) -> Self {
        self.maybe(name, on.then_some(""))
    }

    /// Marked as the chosen one among several links, if `on`.
    #[inline(never)]
    pub fn current(self, on: bool) -> Self {
        self.maybe("aria-current", on.then_some("true"))
    }

    /// An `input`, a `textarea` or a `select` that holds `value`. What a person
    /// is typing is not taken from them: words are written into a field only
    /// when they are others than the last time.
    pub fn value(self, value: impl Into<String>) -> Self {
        self.property("value", Property::Draft(value.into()))
    }

    /// An `input` that is controlled: it holds `value` whenever it is diffed, for the
    /// state follows each letter.
    pub fn controlled(self, value: impl Into<String>) -> Self {
        self.property("value", Property::Text(value.into()))
    }

    /// A box that is ticked if `on`, whatever a person did to it before.
    pub fn checked(self, on: bool) -> Self {
        self.property("checked", Property::Flag(on))
    }

    /// An `option` that is chosen if `on`.
    pub fn selected(self, on: bool) -> Self {
        self.property("selected", Property::Flag(on))
    }

    /// With something to do when the event `name` arrives.
    pub fn on(self, name: &'static str, handler: impl FnMut(Event) + 'static) -> Self {
        self.listener(name, Box::new(handler))
    }

    /// Diffed with the sibling of the same key only, and moved along with it: so
    /// what a visitor opened or typed in one does not stand in another.
    pub fn key(mut self, key: impl Into<String>) -> Self {
        self.0.key = key.into();
        self
    }

    /// With a child.
    #[expect(clippy::should_implement_trait, reason = "nothing is summed up: a child is added")]
    pub fn add(self, child: impl Into<Node>) -> Self {
        self.child(child.into())
    }

    /// With children. An option that is none takes no place among them, while
    /// [`add`](Self::add) keeps one for it: that is for what may come and go before
    /// a sibling that must stay.
    pub fn all<N: Into<Node>>(mut self, children: impl IntoIterator<Item = N>) -> Self {
        for child in children {
            self = self.child(child.into());
        }
        self
    }
}

/// What `make` makes, made anew and diffed by itself whenever a signal that it
/// read has changed. Signals and memos made in it live until then; those of a
/// [`keyed`] child in it live as long as that child.
pub fn live<N: Into<Node>>(mut make: impl FnMut() -> N + 'static) -> Node {
    Node::Live(Box::new(move || make().into()))
}

/// A child that is made where no sibling has its key, and otherwise stays as it
/// is, moved to its new place: as an item of Leptos's `For`. `key` must say all
/// that `make` shows, but for what is [`live`] in it. Signals made in it live as
/// long as the child is in the document.
pub fn keyed<N: Into<Node>>(key: impl Into<String>, make: impl FnOnce() -> N + 'static) -> Node {
    memo(key, String::new(), make)
}

/// A [`keyed`] child that is made again, and diffed with what stands, when its
/// `input` is another one than the last time: as React's `memo` or Elm's `lazy`.
/// `input` must say all that `make` reads, but for what is [`live`] in it.
pub fn memo<N: Into<Node>>(key: impl Into<String>, input: String, make: impl FnOnce() -> N + 'static) -> Node {
    Node::Keyed(Box::new(Keyed { key: key.into(), input, make: Box::new(move || make().into()) }))
}

/// Calls `then` when what has been drawn so far is painted.
pub fn once_painted(then: impl FnOnce() + 'static) {
    // A timer that is set while a frame is made is asked after it.
    request_animation_frame(move || set_timeout(then, Duration::ZERO));
}

/// Nothing until what stands around it has been painted, then what `make` makes: for
/// what lies below the window as a rule and would keep waiting what lies in it. It is
/// to be part of a [`keyed`] child, which remembers that it was painted.
pub fn after_paint<N: Into<Node>>(mut make: impl FnMut() -> N + 'static) -> Node {
    let painted = RwSignal::new(false);
    once_painted(move || {
        let _ = painted.try_set(true);
    });
    live(move || painted.get().then(|| make().into()))
}

/// A memo of a part of the page that may be disposed of. As with the effects of
/// live subtrees, its subscriptions are taken back then.
pub fn tidy<T: Send + Sync + 'static>(memo: ArcMemo<T>) -> Memo<T> {
    let subscriber = memo.to_any_subscriber();
    on_cleanup(move || subscriber.clear_sources(&subscriber));
    memo.into()
}

/// A link.
#[inline(never)]
pub fn link(href: String) -> Element {
    el("a").at("href", href)
}

/// Words that only a screen reader says.
pub fn unseen(words: impl Into<Node>) -> Element {
    el("span").class("visually-hidden").add(words)
}

impl From<&'static str> for Node {
    fn from(text: &'static str) -> Self {
        Self::Text(Cow::Borrowed(text))
    }
}

impl From<String> for Node {
    fn from(text: String) -> Self {
        Self::Text(Cow::Owned(text))
    }
}

impl From<Element> for Node {
    fn from(element: Element) -> Self {
        Self::Element(element)
    }
}

impl<N: Into<Node>> From<Option<N>> for Node {
    fn from(node: Option<N>) -> Self {
        node.map_or(Self::Nothing, Into::into)
    }
}

#[cfg(test)]
mod tests;
