//! What nodes say as HTML.

use leptos::tachys::view::RenderHtml;

use super::{Node, el, lazy, link, unseen};

#[track_caller]
fn check(node: impl Into<Node>, html: &str) {
    assert_eq!(node.into().to_html(), html);
}

#[test]
fn elements_have_attributes_and_children_in_order() {
    check(
        el("p").class("fine").add("One ").add(link("#/help".to_owned()).add("two")).add(None::<&'static str>),
        "<p class=\"fine\">One <a href=\"#/help\">two</a></p>",
    );
}

#[test]
fn an_attribute_without_a_value_is_left_out_and_a_flag_is_empty() {
    check(
        el("td").maybe("id", None::<String>).flag("data-empty", true).flag("data-none", false),
        "<td data-empty=\"\"></td>",
    );
}

#[test]
fn text_and_values_stay_text() {
    let hostile = "<script>alert(\"&\")</script>";
    check(hostile, "&lt;script&gt;alert(&quot;&amp;&quot;)&lt;/script&gt;");
    check(el("p").at("title", hostile), "<p title=\"&lt;script&gt;alert(&quot;&amp;&quot;)&lt;/script&gt;\"></p>");
    check(
        el("input").holding(hostile.to_owned()),
        "<input value=\"&lt;script&gt;alert(&quot;&amp;&quot;)&lt;/script&gt;\">",
    );
}

#[test]
fn unseen_words_are_in_the_text() {
    check(unseen("Without "), "<span class=\"visually-hidden\">Without </span>");
}

#[test]
fn what_is_made_lazily_is_made_where_nothing_stands() {
    check(el("ul").add(lazy(vec![1], false, || el("li").add("one").into())), "<ul><li>one</li></ul>");
}
