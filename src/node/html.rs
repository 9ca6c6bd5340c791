//! Nodes as HTML text, for tests and for pages made without a browser.
//!
//! Every text and every value is escaped (HTML Standard, section 13.3).

use leptos::prelude::Render;
use leptos::tachys::html::attribute::any_attribute::AnyAttribute;
use leptos::tachys::hydration::Cursor;
use leptos::tachys::no_attrs;
use leptos::tachys::view::{Position, PositionState, RenderHtml};

use super::{Node, NodeState, Parts};

/// Elements without an end tag that pages use (HTML Standard, section 13.1.2).
const VOID: &[&str] = &["br", "input", "meta", "wbr"];

no_attrs!(Node);

impl RenderHtml for Node {
    type AsyncOutput = Self;
    type Owned = Self;
    const MIN_LENGTH: usize = 0;

    fn dry_resolve(&mut self) {}

    async fn resolve(self) -> Self {
        self
    }

    fn to_html_with_buf(self, buf: &mut String, _: &mut Position, _: bool, _: bool, _: Vec<AnyAttribute>) {
        write(self, buf);
    }

    /// The page is never made on a server, so there is nothing to take over:
    /// the node is built anew.
    fn hydrate<const FROM_SERVER: bool>(self, _: &Cursor, _: &PositionState) -> NodeState {
        self.build()
    }

    fn into_owned(self) -> Self {
        self
    }
}

/// The node as HTML text.
pub fn to_html(node: Node) -> String {
    let mut html = String::new();
    write(node, &mut html);
    html
}

fn write(node: Node, html: &mut String) {
    match node {
        Node::Nothing | Node::Kept => {}
        Node::Text(text) => escape(&text, html),
        Node::Element(element) => write_element(*element.0, html),
        Node::Lazy(lazy) => write((lazy.make)(), html),
    }
}

fn write_element(element: Parts, html: &mut String) {
    html.push('<');
    html.push_str(element.tag);
    let value = element.value.iter().map(|value| ("value", value.as_str()));
    for (name, value) in element.attributes.iter().map(|(name, value)| (*name, value.as_ref())).chain(value) {
        html.push(' ');
        html.push_str(name);
        html.push_str("=\"");
        escape(value, html);
        html.push('"');
    }
    html.push('>');
    if VOID.contains(&element.tag) {
        return;
    }
    element.children.into_iter().for_each(|child| write(child, html));
    html.push_str("</");
    html.push_str(element.tag);
    html.push('>');
}

fn escape(text: &str, html: &mut String) {
    for character in text.chars() {
        match character {
            '&' => html.push_str("&amp;"),
            '<' => html.push_str("&lt;"),
            '>' => html.push_str("&gt;"),
            '"' => html.push_str("&quot;"),
            _ => html.push(character),
        }
    }
}
