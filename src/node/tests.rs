//! What nodes say as HTML.

use super::{Node, el, keyed, link, live, memo, to_html, unseen};

#[track_caller]
fn check(node: impl Into<Node>, html: &str) {
    assert_eq!(to_html(node.into()), html);
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
    let escaped = "&lt;script&gt;alert(&quot;&amp;&quot;)&lt;/script&gt;";
    check(hostile, escaped);
    check(el("p").at("title", hostile), &format!("<p title=\"{escaped}\"></p>"));
    check(el("input").value(hostile), &format!("<input value=\"{escaped}\">"));
    check(el("textarea").value(hostile), &format!("<textarea>{escaped}</textarea>"));
}

#[test]
fn a_box_that_is_ticked_and_an_option_that_is_chosen_say_so() {
    check(el("input").at("type", "checkbox").checked(true), "<input type=\"checkbox\" checked=\"\">");
    check(el("input").at("type", "checkbox").checked(false), "<input type=\"checkbox\">");
    check(el("option").selected(true).add("one"), "<option selected=\"\">one</option>");
}

#[test]
fn unseen_words_are_in_the_text() {
    check(unseen("Without "), "<span class=\"visually-hidden\">Without </span>");
}

#[test]
fn live_and_keyed_children_stand_as_they_are_now() {
    let list = el("ul").add(keyed("one", || el("li").add("one"))).add(live(|| el("li").add("two")));
    let list = list.add(memo("three", "three".to_owned(), || el("li").add("three")));
    check(list, "<ul><li>one</li><li>two</li><li>three</li></ul>");
}
