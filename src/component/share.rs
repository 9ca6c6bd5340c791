//! A view on other pages: what to copy there.
//!
//! Invariant: a snippet holds the address of the view and nothing of the
//! visitor's, and whatever is in it is escaped for the place where it stands.

use crate::component::{Copied, copyable, copyable_link};
use crate::navigation::address;
use crate::node::{Element, el};
use crate::route::Route;

/// What can be copied to show the view of `route`, called `title`, elsewhere;
/// to be opened. `None` where the page is a file of the visitor's own, which
/// nobody else can be led to.
pub fn view(route: &Route, title: &str) -> Option<Element> {
    let here = address(route);
    let place = here.split('#').next().filter(|place| place.starts_with("http"))?;
    let mut parts = vec![copyable_link("share-link".to_owned(), "the link to this view", here.clone())];
    for (number, (name, text)) in snippets(place, route, title).into_iter().enumerate() {
        let shown = el("pre").add(text.clone());
        parts.push(el("p").class("fine").add(name));
        parts.push(copyable(["share-", &number.to_string()].concat(), name, shown, Copied { text, html: None }));
    }
    let summary = el("summary").class("button").add("Link to or embed this view");
    let body = el("div").class("cite-body").all(parts);
    Some(el("details").class("cite no-print").key(route.to_string()).add(summary).add(body))
}

/// Where a snippet can be put, and the snippet, for `route`, called `title`, on
/// the page at `address`, which is without a fragment.
pub fn snippets(address: &str, route: &Route, title: &str) -> [(&'static str, String); 3] {
    let full = route.with(|route| route.embed = false).href();
    let inside = route.with(|route| route.embed = true).href();
    let folder = address.rfind('/').and_then(|slash| address.get(..=slash)).unwrap_or(address);
    let name = escaped(title);
    let link = escaped(&[address, &full].concat());
    let frame = [
        "<iframe src=\"",
        &escaped(&[address, &inside].concat()),
        "\" title=\"",
        &name,
        "\" width=\"100%\" height=\"700\" allow=\"clipboard-write; fullscreen\"></iframe>",
    ];
    let element = [
        "<script src=\"",
        &escaped(folder),
        "embed.js\" async></script>\n<summit-view route=\"",
        &escaped(full.trim_start_matches(['#', '/'])),
        "\" title=\"",
        &name,
        "\">\n  <a href=\"",
        &link,
        "\">",
        &name,
        "</a>\n</summit-view>",
    ];
    let markdown = ["[", &bracketed(&name), "](<", address, &full, ">)"];
    [
        ("A frame, for any page", frame.concat()),
        ("An element, as high as its view, for a page that allows scripts", element.concat()),
        ("A link, for a text in Markdown", markdown.concat()),
    ]
}

/// For an attribute in double quotes, and for text
/// (HTML Standard, section 13.3).
fn escaped(text: &str) -> String {
    let mut safe = String::with_capacity(text.len());
    for character in text.chars() {
        match character {
            '&' => safe.push_str("&amp;"),
            '<' => safe.push_str("&lt;"),
            '"' => safe.push_str("&quot;"),
            _ => safe.push(character),
        }
    }
    safe
}

/// For the words of a link (CommonMark, section 6.3).
fn bracketed(text: &str) -> String {
    let mut safe = String::with_capacity(text.len());
    for character in text.chars() {
        if matches!(character, '[' | ']' | '\\') {
            safe.push('\\');
        }
        safe.push(character);
    }
    safe
}

#[cfg(test)]
mod tests {
    use super::snippets;
    use crate::route::Route;

    fn of(fragment: &str, title: &str) -> [String; 3] {
        snippets("https://example.org/room/", &Route::parse(fragment).0, title).map(|(_, snippet)| snippet)
    }

    #[test]
    fn each_snippet_leads_to_the_view_and_only_those_that_embed_it_say_so() {
        let [frame, element, markdown] = of("#/compare?a=one&a=two&embed=1", "Compare");
        assert_eq!(
            frame,
            "<iframe src=\"https://example.org/room/#/compare?a=one&amp;a=two&amp;embed=1\" title=\"Compare\" \
             width=\"100%\" height=\"700\" allow=\"clipboard-write; fullscreen\"></iframe>"
        );
        assert_eq!(
            element,
            "<script src=\"https://example.org/room/embed.js\" async></script>\n\
             <summit-view route=\"compare?a=one&amp;a=two\" title=\"Compare\">\n  \
             <a href=\"https://example.org/room/#/compare?a=one&amp;a=two\">Compare</a>\n</summit-view>"
        );
        assert_eq!(markdown, "[Compare](<https://example.org/room/#/compare?a=one&a=two>)");
    }

    #[test]
    fn a_title_or_a_query_cannot_break_out_of_its_place() {
        let [frame, element, markdown] = of("#/search?q=%22%3E%3Cscript%3E", "“A” \"B\" <c> [d] \\");
        for snippet in [&frame, &element] {
            assert!(!snippet.contains("<c>") && !snippet.contains("\"B\""), "{snippet}");
            assert_eq!(snippet.matches("<script").count(), usize::from(snippet.starts_with("<script src")));
        }
        assert!(markdown.starts_with("[“A” &quot;B&quot; &lt;c> \\[d\\] \\\\](<"), "{markdown}");
        assert_eq!(markdown.matches('>').count(), 2, "{markdown}");
    }

    #[test]
    fn the_element_is_looked_for_beside_the_page_whatever_the_page_is_called() {
        let route = Route::default();
        let [_, (_, element), _] = snippets("https://example.org/room/summitry.html", &route, "Search");
        assert!(element.contains("src=\"https://example.org/room/embed.js\""), "{element}");
    }
}
