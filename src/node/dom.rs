//! Nodes in the browser's document: built once, then brought up to date.
//!
//! Children are matched by their place. An element stays in the document, with
//! its focus and what is typed into it, as long as its place and its tag stay.

use std::borrow::Cow;
use std::cell::RefCell;
use std::rc::Rc;

use gloo::events::{EventListener, EventListenerOptions};
use leptos::prelude::{Mountable, Render, document};
use wasm_bindgen::JsCast;
use web_sys::HtmlInputElement;

use super::{Handler, Node, Parts};

/// A node in the document.
pub enum NodeState {
    /// Words, or the empty place of nothing.
    Text(web_sys::Text, Cow<'static, str>),
    /// An element.
    Element(ElementState),
}

/// An element in the document.
pub struct ElementState {
    element: web_sys::Element,
    tag: &'static str,
    key: String,
    about: usize,
    /// What a lazily made one tells, if it was made so.
    content: Vec<u32>,
    attributes: Vec<(&'static str, Cow<'static, str>)>,
    value: Option<String>,
    listeners: Vec<Listener>,
    children: Vec<NodeState>,
}

/// A listener whose handler can be exchanged.
struct Listener {
    name: &'static str,
    handler: Rc<RefCell<Handler>>,
    _registered: EventListener,
}

impl Render for Node {
    type State = NodeState;

    fn build(self) -> NodeState {
        match self {
            Node::Nothing | Node::Kept => NodeState::text(Cow::Borrowed("")),
            Node::Text(text) => NodeState::text(text),
            Node::Element(element) => NodeState::Element(build(*element.0)),
            Node::Lazy(lazy) => {
                let mut state = (lazy.make)().build();
                state.tell(lazy.content);
                state
            }
        }
    }

    fn rebuild(self, state: &mut NodeState) {
        match (self, &mut *state) {
            (Node::Kept, _) => {}
            (Node::Lazy(lazy), NodeState::Element(old)) if !lazy.fresh && old.content == lazy.content => {}
            (Node::Lazy(lazy), _) => {
                (lazy.make)().rebuild(state);
                state.tell(lazy.content);
            }
            (Node::Nothing, NodeState::Text(node, shown)) => set_text(node, shown, Cow::Borrowed("")),
            (Node::Text(text), NodeState::Text(node, shown)) => set_text(node, shown, text),
            (Node::Element(element), NodeState::Element(old))
                if element.0.tag == old.tag && element.0.key == old.key =>
            {
                old.update(*element.0)
            }
            (node, _) => {
                let new = node.build();
                if let Some(parent) = state.node().parent_node() {
                    let _ = parent.replace_child(new.node(), state.node());
                }
                *state = new;
            }
        }
    }
}

fn set_text(node: &web_sys::Text, shown: &mut Cow<'static, str>, text: Cow<'static, str>) {
    if *shown != text {
        node.set_data(&text);
        *shown = text;
    }
}

fn build(new: Parts) -> ElementState {
    // The tags are our own and valid, so the document never refuses one.
    let Ok(element) = document().create_element(new.tag) else {
        wasm_bindgen::throw_str("the document refused an element")
    };
    for (name, value) in &new.attributes {
        let _ = element.set_attribute(name, value);
    }
    let children: Vec<NodeState> = new.children.into_iter().map(Render::build).collect();
    for child in &children {
        let _ = element.append_child(child.node());
    }
    let listeners = new.listeners.into_iter().map(|(name, handler)| Listener::new(&element, name, handler)).collect();
    let state = ElementState {
        element,
        tag: new.tag,
        key: new.key,
        about: new.about,
        content: Vec::new(),
        attributes: new.attributes,
        value: None,
        listeners,
        children,
    };
    state.with_value(new.value)
}

impl ElementState {
    fn update(&mut self, new: Parts) {
        self.update_attributes(new.attributes);
        self.set_value(new.value);
        for (old, (name, handler)) in self.listeners.iter().zip(new.listeners) {
            debug_assert_eq!(old.name, name, "listeners of an element keep their order");
            // A handler that causes an update of its own is still running.
            if let Ok(mut current) = old.handler.try_borrow_mut() {
                *current = handler;
            }
        }
        let given = new.children.len();
        let mut children = new.children.into_iter();
        for (old, child) in self.children.iter_mut().zip(&mut children) {
            child.rebuild(old);
        }
        if !(new.keeps_rest && self.about == new.about) {
            for old in self.children.drain(given.min(self.children.len())..) {
                let _ = self.element.remove_child(old.node());
            }
        }
        self.about = new.about;
        for child in children {
            let child = child.build();
            let _ = self.element.append_child(child.node());
            self.children.push(child);
        }
    }

    fn update_attributes(&mut self, new: Vec<(&'static str, Cow<'static, str>)>) {
        for (name, value) in &new {
            let same = self.attributes.iter().any(|(old, shown)| old == name && shown == value);
            if !same {
                let _ = self.element.set_attribute(name, value);
            }
        }
        for (name, _) in &self.attributes {
            if !new.iter().any(|(kept, _)| kept == name) {
                let _ = self.element.remove_attribute(name);
            }
        }
        self.attributes = new;
    }

    fn with_value(mut self, value: Option<String>) -> Self {
        self.set_value(value);
        self
    }

    /// Leaves a field alone unless what it should hold has changed: what a
    /// person types is not taken from them.
    fn set_value(&mut self, value: Option<String>) {
        if self.value == value {
            return;
        }
        if let (Some(field), Some(value)) = (self.element.dyn_ref::<HtmlInputElement>(), &value)
            && field.value() != *value
        {
            field.set_value(value);
        }
        self.value = value;
    }
}

impl Listener {
    fn new(element: &web_sys::Element, name: &'static str, handler: Handler) -> Self {
        let handler = Rc::new(RefCell::new(handler));
        let current = handler.clone();
        let options = EventListenerOptions::enable_prevent_default();
        let registered = EventListener::new_with_options(element, name, options, move |event| {
            if let Ok(mut handler) = current.try_borrow_mut() {
                handler(event.clone());
            }
        });
        Self { name, handler, _registered: registered }
    }
}

impl NodeState {
    fn text(text: Cow<'static, str>) -> Self {
        Self::Text(document().create_text_node(&text), text)
    }

    /// Takes note of what it tells.
    fn tell(&mut self, content: Vec<u32>) {
        if let Self::Element(state) = self {
            state.content = content;
        }
    }

    fn node(&self) -> &web_sys::Node {
        match self {
            Self::Text(node, _) => node,
            Self::Element(state) => &state.element,
        }
    }
}

impl Mountable for NodeState {
    fn unmount(&mut self) {
        if let Some(parent) = self.node().parent_node() {
            let _ = parent.remove_child(self.node());
        }
    }

    fn mount(&mut self, parent: &web_sys::Element, marker: Option<&web_sys::Node>) {
        let _ = parent.insert_before(self.node(), marker);
    }

    fn insert_before_this(&self, child: &mut dyn Mountable) -> bool {
        let parent = self.node().parent_element();
        if let Some(parent) = &parent {
            child.mount(parent, Some(self.node()));
        }
        parent.is_some()
    }

    fn elements(&self) -> Vec<web_sys::Element> {
        match self {
            Self::Text(..) => Vec::new(),
            Self::Element(state) => vec![state.element.clone()],
        }
    }
}
