//! Nodes in the browser's document: built once, then diffed.
//!
//! An element stays in the document, with its focus and what is typed into it,
//! as long as its tag and its place, or its key, stay.
//!
//! Invariant: what is taken out of the document listens to nothing any more:
//! its listeners, effects and signals go before its elements do.

use std::borrow::Cow;
use std::cell::Cell;
use std::rc::Rc;

use gloo::events::{EventListener, EventListenerOptions};
use leptos::prelude::{Mountable, Owner, Render, RenderEffect, untrack};
use leptos::reactive::graph::{Subscriber, ToAnySubscriber};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::js_sys::Reflect;

use super::children::Child;
use super::{Handler, Keyed, Node, Parts, Property, children, document};

/// A node in the document.
pub enum NodeState {
    /// Words, or the empty place of nothing.
    Text(web_sys::Text, Cow<'static, str>),
    /// An element.
    Element(ElementState),
    /// A subtree that follows signals by itself.
    Live(LiveState),
    /// A child that was made for its key and its input.
    Keyed(KeyedState),
}

/// A subtree with the effect that makes it. Leptos leaves the subscriptions of an
/// effect that is dropped with the signals that it followed for as long as those
/// live, so they are taken back here.
pub struct LiveState(RenderEffect<NodeState>);

impl Drop for LiveState {
    fn drop(&mut self) {
        let subscriber = self.0.to_any_subscriber();
        subscriber.clear_sources(&subscriber);
        // The effect's task would hold it a moment longer, its listeners with it:
        // a browser tells a field that is taken out of its change.
        drop(self.0.take_value());
    }
}

/// A child that was made for its key and its input.
pub struct KeyedState {
    key: String,
    input: String,
    state: Box<NodeState>,
    /// Holds the signals that were made in it, and those only: it has no parent,
    /// for the effect that made it runs again while the child stays.
    _owner: Owner,
}

/// An element in the document.
pub struct ElementState {
    element: web_sys::Element,
    tag: &'static str,
    key: String,
    attributes: Vec<(&'static str, Cow<'static, str>)>,
    properties: Vec<(&'static str, Property)>,
    listeners: Vec<Listener>,
    children: Vec<NodeState>,
}

/// A listener whose handler can be exchanged.
struct Listener {
    name: &'static str,
    handler: Rc<Cell<Option<Handler>>>,
    _registered: EventListener,
}

impl Render for Node {
    type State = NodeState;

    fn build(self) -> NodeState {
        match self {
            Node::Nothing => NodeState::text(Cow::Borrowed("")),
            Node::Text(text) => NodeState::text(text),
            Node::Element(element) => NodeState::Element(build(*element.0)),
            Node::Live(make) => follow(make, None),
            Node::Keyed(keyed) => {
                let (Keyed { key, input, make }, owner) = (*keyed, Owner::default());
                let state = owner.with(|| untrack(|| make().build()));
                NodeState::Keyed(KeyedState { key, input, state: Box::new(state), _owner: owner })
            }
        }
    }

    fn rebuild(self, state: &mut NodeState) {
        match (self, &mut *state) {
            (Node::Nothing, NodeState::Text(node, shown)) => set_text(node, shown, Cow::Borrowed("")),
            (Node::Text(text), NodeState::Text(node, shown)) => set_text(node, shown, text),
            (Node::Element(element), NodeState::Element(old))
                if element.0.tag == old.tag && element.0.key == old.key =>
            {
                old.update(*element.0)
            }
            (Node::Keyed(keyed), NodeState::Keyed(old)) if keyed.key == old.key => old.update(*keyed),
            (Node::Live(make), NodeState::Live(old)) => {
                let before = old.0.take_value();
                *state = follow(make, before);
            }
            (node, _) => {
                let new = node.build();
                let before = state.node();
                if let Some(parent) = before.parent_node() {
                    let _ = parent.insert_before(&new.node(), Some(&before));
                }
                std::mem::replace(state, new).remove();
            }
        }
    }
}

/// Runs `make` in an effect of its own; `before` is what stands in its place.
fn follow(mut make: Box<dyn FnMut() -> Node>, before: Option<NodeState>) -> NodeState {
    let run = move |before: Option<NodeState>| {
        let node = make();
        // Whatever is read while a child is built is no concern of its parent.
        untrack(|| match before {
            Some(mut state) => {
                node.rebuild(&mut state);
                state
            }
            None => node.build(),
        })
    };
    NodeState::Live(LiveState(RenderEffect::new_with_value(run, before)))
}

impl KeyedState {
    fn update(&mut self, new: Keyed) {
        if new.input == self.input {
            return;
        }
        let owner = Owner::default();
        owner.with(|| untrack(|| (new.make)().rebuild(&mut self.state)));
        (self.input, self._owner) = (new.input, owner);
    }
}

fn set_text(node: &web_sys::Text, shown: &mut Cow<'static, str>, text: Cow<'static, str>) {
    if *shown != text {
        node.set_data(&text);
        *shown = text;
    }
}

fn build(new: Parts) -> ElementState {
    let element = document::element(new.tag);
    for (name, value) in &new.attributes {
        document::set_attribute(&element, name, value);
    }
    let children: Vec<NodeState> = new.children.into_iter().map(Render::build).collect();
    for child in &children {
        child.append_to(&element);
    }
    let mut state = ElementState {
        element,
        tag: new.tag,
        key: new.key,
        attributes: new.attributes,
        properties: Vec::new(),
        listeners: Vec::new(),
        children,
    };
    state.update_properties(new.properties);
    state.update_listeners(new.listeners);
    state
}

impl ElementState {
    fn update(&mut self, new: Parts) {
        self.update_attributes(new.attributes);
        self.update_listeners(new.listeners);
        children::update(&self.element, &mut self.children, new.children);
        // After the children: a list to choose from holds one of its options.
        self.update_properties(new.properties);
    }

    fn update_attributes(&mut self, new: Vec<(&'static str, Cow<'static, str>)>) {
        for (name, value) in &new {
            let same = self.attributes.iter().any(|(old, shown)| old == name && shown == value);
            if !same {
                document::set_attribute(&self.element, name, value);
            }
        }
        for (name, _) in &self.attributes {
            if !new.iter().any(|(kept, _)| kept == name) {
                let _ = self.element.remove_attribute(name);
            }
        }
        self.attributes = new;
    }

    fn update_properties(&mut self, new: Vec<(&'static str, Property)>) {
        for property in &new {
            let is_draft = matches!(property.1, Property::Draft(_)) && self.tag != "select";
            if !(is_draft && self.properties.contains(property)) {
                set_property(&self.element, property);
            }
        }
        self.properties = new;
    }

    fn update_listeners(&mut self, new: Vec<(&'static str, Handler)>) {
        self.listeners.truncate(new.len());
        for (place, (name, handler)) in new.into_iter().enumerate() {
            match self.listeners.get_mut(place) {
                Some(old) if old.name == name => old.handler.set(Some(handler)),
                Some(old) => *old = Listener::new(&self.element, name, handler),
                None => self.listeners.push(Listener::new(&self.element, name, handler)),
            }
        }
    }
}

/// Sets the property unless the element has it already: setting the words of a
/// field to what they are would still move the caret.
fn set_property(element: &web_sys::Element, (name, property): &(&'static str, Property)) {
    let wanted = match property {
        Property::Text(text) | Property::Draft(text) => JsValue::from_str(text),
        Property::Flag(on) => JsValue::from_bool(*on),
    };
    let name = JsValue::from_str(name);
    if Reflect::get(element, &name).ok().as_ref() != Some(&wanted) {
        let _ = Reflect::set(element, &name, &wanted);
    }
}

impl Listener {
    fn new(element: &web_sys::Element, name: &'static str, handler: Handler) -> Self {
        let handler = Rc::new(Cell::new(Some(handler)));
        let current = handler.clone();
        let options = EventListenerOptions::enable_prevent_default();
        let registered = EventListener::new_with_options(element, name, options, move |event| {
            let Some(mut handler) = current.take() else { return };
            handler(event.clone());
            // Where it was exchanged meanwhile the newer one stays.
            let newer = current.take();
            current.set(newer.or(Some(handler)));
        });
        Self { name, handler, _registered: registered }
    }
}

impl NodeState {
    fn text(text: Cow<'static, str>) -> Self {
        Self::Text(document::text(&text), text)
    }

    /// Puts it behind the last child of an element.
    fn append_to(&self, parent: &web_sys::Element) {
        match self {
            Self::Text(node, _) => document::append(parent, node),
            Self::Element(state) => document::append(parent, &state.element),
            Self::Keyed(keyed) => keyed.state.append_to(parent),
            Self::Live(_) => document::append(parent, &self.node()),
        }
    }

    /// The node of the document that this is.
    pub(super) fn node(&self) -> web_sys::Node {
        match self {
            Self::Text(node, _) => node.clone().into(),
            Self::Element(state) => state.element.clone().into(),
            Self::Keyed(keyed) => keyed.state.node(),
            // It has none only while its own effect runs, which asks the state.
            Self::Live(live) => live
                .0
                .with_value_mut(|state| state.node())
                .unwrap_or_else(|| wasm_bindgen::throw_str("a live subtree was asked for while it was diffed")),
        }
    }

    /// Takes it out of the document, its listeners and effects first.
    pub(super) fn remove(self) {
        let node = self.node();
        drop(self);
        take_out(node);
    }
}

/// Takes a node out of the document. Words and elements have a method of one name for
/// it (DOM Standard, `ChildNode`), so they need not be asked what they are, nor for
/// their parent.
fn take_out(node: web_sys::Node) {
    node.unchecked_into::<web_sys::Element>().remove();
}

impl Child for NodeState {
    fn key(&self) -> Option<&str> {
        match self {
            Self::Element(element) => Some(element.key.as_str()).filter(|key| !key.is_empty()),
            Self::Keyed(keyed) => Some(&keyed.key),
            Self::Text(..) | Self::Live(_) => None,
        }
    }
}

impl Mountable for NodeState {
    fn unmount(&mut self) {
        take_out(self.node());
    }

    fn mount(&mut self, parent: &web_sys::Element, marker: Option<&web_sys::Node>) {
        let _ = parent.insert_before(&self.node(), marker);
    }

    fn insert_before_this(&self, child: &mut dyn Mountable) -> bool {
        let node = self.node();
        let parent = node.parent_element();
        if let Some(parent) = &parent {
            child.mount(parent, Some(&node));
        }
        parent.is_some()
    }

    fn elements(&self) -> Vec<web_sys::Element> {
        match self {
            Self::Text(..) => Vec::new(),
            Self::Element(state) => vec![state.element.clone()],
            Self::Keyed(keyed) => keyed.state.elements(),
            Self::Live(live) => live.0.with_value_mut(|state| state.elements()).unwrap_or_default(),
        }
    }
}
