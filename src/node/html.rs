//! Nodes as HTML text: for a comparison that is saved as a file, and for tests.
//!
//! Every text and every value is escaped (HTML Standard, section 13.3).

use super::{Node, Parts, Property};

/// Elements without an end tag that pages use (HTML Standard, section 13.1.2).
const VOID: &[&str] = &["br", "input", "meta", "wbr"];

/// The node as HTML text; a live subtree as it is at this moment.
pub fn to_html(node: Node) -> String {
    let mut html = String::new();
    write(node, &mut html);
    html
}

fn write(node: Node, html: &mut String) {
    match node {
        Node::Nothing => {}
        Node::Text(text) => escape(&text, html),
        Node::Element(element) => write_element(*element.0, html),
        Node::Live(mut make) => write(make(), html),
        Node::Keyed(keyed) => write((keyed.make)(), html),
    }
}

fn write_element(element: Parts, html: &mut String) {
    html.push('<');
    html.push_str(element.tag);
    for (name, value) in &element.attributes {
        write_attribute(name, value, html);
    }
    // What a text area holds are its words.
    let mut words = None;
    for (name, property) in element.properties {
        match property {
            Property::Text(text) | Property::Draft(text) if element.tag == "textarea" => words = Some(text),
            Property::Text(text) | Property::Draft(text) => write_attribute(name, &text, html),
            Property::Flag(true) => write_attribute(name, "", html),
            Property::Flag(false) => {}
        }
    }
    html.push('>');
    if VOID.contains(&element.tag) {
        return;
    }
    escape(&words.unwrap_or_default(), html);
    element.children.into_iter().for_each(|child| write(child, html));
    html.push_str("</");
    html.push_str(element.tag);
    html.push('>');
}

fn write_attribute(name: &str, value: &str, html: &mut String) {
    html.push(' ');
    html.push_str(name);
    html.push_str("=\"");
    escape(value, html);
    html.push('"');
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
