//! Saved pages and Markdown, whole and broken.

use super::*;

fn page(body: &str) -> String {
    format!("<!doctype html><html><head><title>Talks go on | The Courier</title></head><body>{body}</body></html>")
}

fn paragraphs() -> String {
    BODY.split("\n\n").map(|paragraph| format!("<p>{paragraph}</p>")).collect()
}

#[test]
fn html_without_closing_tags_is_read() {
    let text = page(&format!("<div><h1>Talks in Leavesham will go on<div><p>{}", BODY.replace("\n\n", "<p>")));
    check("a.html", &text, &[Headline("Talks in Leavesham will go on"), Passages(3)]);
}

#[test]
fn html_with_tags_closed_in_the_wrong_order_is_read() {
    let text = page(&format!(
        "<h1><b>Talks in Leavesham will go on</h1></b><p><i><b>{}</i></b></p></div></span>",
        BODY.replace("\n\n", "</p><p>")
    ));
    check("a.html", &text, &[Headline("Talks in Leavesham will go on"), Passages(3)]);
}

#[test]
fn scripts_styles_templates_and_comments_are_not_text() {
    let text = page(&format!(
        "<script>var a = '<p>Not text.</p>';</script><style>p {{ color: red }}</style><template><p>Not text either, however long it may be.</p></template><!-- <p>Nor this.</p> --><h1>Talks in Leavesham will go on</h1>{}<noscript>Switch scripts on</noscript>",
        paragraphs()
    ));
    check("a.html", &text, &[Headline("Talks in Leavesham will go on"), Passages(3)]);
}

#[test]
fn an_element_that_hides_and_never_ends_hides_nothing() {
    for open in ["<select><option>One", "<object data=a>", "<template>", "<svg>"] {
        let text = page(&format!("<h1>Talks in Leavesham will go on</h1>{open}{}", paragraphs()));
        check(
            "a.html",
            &text,
            &[
                Headline("Talks in Leavesham will go on"),
                Keep("paragraph", "The two delegations met"),
                Keep("paragraph", "The mayor of the town"),
            ],
        );
    }
}

#[test]
fn a_table_of_layout_holds_the_article() {
    let text = page(&format!(
        "<table><tr><td><ul><li><a href=/>Home</a><li>World<li>Sport<li>Weather</ul></td><td><h1>Talks in Leavesham will go on</h1>{}</td></tr></table>",
        paragraphs()
    ));
    check(
        "a.html",
        &text,
        &[
            Headline("Talks in Leavesham will go on"),
            Passages(3),
            Keep("paragraph", "The two delegations met"),
            Remove("navigation", "Sport"),
        ],
    );
}

#[test]
fn a_table_of_figures_is_kept_cell_by_cell() {
    let text = page(&format!(
        "<h1>Talks in Leavesham will go on</h1>{}<table><tr><th>Year<th>Talks<tr><td>2001<td>Three<tr><td>2002<td>None</table><p>Nobody could say on Tuesday how many there would be in the year that had just begun.</p>",
        paragraphs()
    ));
    check("a.html", &text, &[Keep("paragraph", "Nobody could say"), Keep("paragraph", "The mayor")]);
}

#[test]
fn navigation_of_a_page_is_set_aside_by_its_elements() {
    let text = page(&format!(
        "<header><a>The Courier</a></header><nav><a>Home</a> <a>World</a></nav><main><article><header><h1>Talks in Leavesham will go on</h1><p class=by>By Jane Doe</p></header>{}<aside>Ten ways to cook leeks</aside></article></main><footer>© 2003 The Courier</footer>",
        paragraphs()
    ));
    check(
        "a.html",
        &text,
        &[
            Headline("Talks in Leavesham will go on"),
            Byline("Jane Doe"),
            Passages(3),
            Remove("navigation", "Home World"),
            Remove("beside the article", "Ten ways"),
            Remove("title of the page", "Talks go on"),
        ],
    );
}

#[test]
fn a_saved_page_whose_name_ends_in_txt_is_read_as_a_page() {
    let text = page(&format!("<h1>Talks in Leavesham will go on</h1>{}", paragraphs()));
    check(
        "a.txt",
        &text,
        &[Headline("Talks in Leavesham will go on"), Passages(3), Says("Anna Keller", "We have agreed")],
    );
}

#[test]
fn line_breaks_within_a_paragraph_of_a_page_part_paragraphs_only_in_pairs() {
    let text = page(&format!(
        "<h1>Talks in Leavesham will go on</h1><div>{}</div>",
        BODY.replace("\n\n", "<br><br>").replace("town hall", "town<br>hall")
    ));
    check(
        "a.html",
        &text,
        &[Passages(3), Keep("paragraph", "The two delegations met for three hours on Monday in the town hall")],
    );
}

#[test]
fn fences_and_inline_code_of_markdown_are_text_without_their_marks() {
    let text = format!(
        "# Talks in Leavesham will go on\n\n{BODY}\n\n```\nThe communique had one line, and that line said nothing that was new.\n```\n\nThe word `nothing` stood in it twice, which the mayor of the town thought was once too often."
    );
    check(
        "a.md",
        &text,
        &[Passages(5), Keep("paragraph", "The communique had one line"), Keep("paragraph", "The word nothing stood")],
    );
}

#[test]
fn front_matter_links_and_images_of_markdown_are_read() {
    let text = format!(
        "---\ntitle: \"Talks in Leavesham will go on\"\nauthor: Jane Doe\ndate: 2003-03-03\ntags: [talks]\n---\n\n![The town hall at night](hall.jpg)\n\n{}\n\n[1]: https://example.org",
        BODY.replace("Anna Keller", "[Anna Keller](https://example.org/keller)")
    );
    check(
        "a.md",
        &text,
        &[
            Headline("Talks in Leavesham will go on"),
            Date("2003-03-03"),
            Keep("alternative-text", "The town hall at night"),
            Says("Anna Keller", "We have agreed"),
            Remove("front matter", "tags:"),
        ],
    );
}

#[test]
fn setext_headings_and_rules_of_markdown_are_no_text() {
    let text = format!(
        "Talks in Leavesham will go on\n=============================\n\n{BODY}\n\nWhat comes next\n---------------\n\nNobody could say on Tuesday whether there would be more talks in the year that had just begun."
    );
    check("a.md", &text, &[Headline("Talks in Leavesham will go on"), Passages(4), Keep("subhead", "What comes next")]);
}
