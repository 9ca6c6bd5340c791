//! What is none of the article's: hidden, beside it, behind it, or there again.

use super::{LAST, TEXT, article, page, passage, passages, removed, shown};

#[test]
fn what_the_page_does_not_show_is_removed_as_hidden() {
    let words = "This window tells you about whales and their habits in the bay.";
    for hidden in [
        format!("<div hidden><p>{words}</p></div>"),
        format!("<div style='color: red; display : none !important'>{words}</div>"),
        format!("<p style=visibility:hidden>{words}</p>"),
        format!("<div aria-hidden=true><p>{words}</p></div>"),
        format!("<span class='sr-only'>{words}</span>"),
        format!("<p class='visually-hidden'>{words}</p>"),
        format!("<dialog><p>{words}</p></dialog>"),
        format!("<details><summary>More</summary><p>{words}</p></details>"),
        format!("<span role=tooltip>{words}</span>"),
        format!("<div class='d-none'><ul><li>{words}</ul></div>"),
    ] {
        removed(&page(&hidden), "hidden on the page", words);
    }
    for open in [
        format!("<details open><p>{words}</p></details>"),
        format!("<p class='d-none d-md-block'>{words}</p>"),
        format!("<p style='display:block'>{words}</p>"),
        format!("<p aria-hidden=false>{words}</p>"),
    ] {
        passage(&page(&open), words);
    }
}

#[test]
fn hidden_words_within_a_sentence_leave_it_whole() {
    for hidden in [
        "<span style=\"display:none\">elephant: big animal</span>",
        "<span hidden>elephant: big animal</span>",
        "<i class=tooltiptext>elephant: big animal</i>",
        "<b aria-hidden=true>elephant: big animal</b>",
        "<span class='screen-reader-text'>elephant: big animal</span>",
        "<span role=tooltip>elephant: big animal</span>",
    ] {
        let html =
            page(&format!("<p>The {hidden}harbour board met on Tuesday, and the board asked for a new wall.</p>"));
        passage(&html, "The harbour board met on Tuesday, and the board asked for a new wall.");
        removed(&html, "hidden on the page", "elephant: big animal");
    }
}

#[test]
fn a_page_that_hides_all_its_text_is_read_all_the_same() {
    let html = page("").replace("<body>", "<body style='display:none'>");
    assert_eq!(passages(&article(&html)).len(), 3);
}

#[test]
fn a_link_to_another_story_between_paragraphs_goes() {
    for line in [
        "<p><b>Related:</b> <a href='/x'>Wall to be built at last</a></p>",
        "<p>See also: <a href=/x>Wall to be built at last</a></p>",
        "<p><a href=/x>READ MORE: Wall to be built at last</a></p>",
        "<p><a href=/x>Wall to be built at last, says the mayor of the town</a></p>",
        "<p><strong>Lesen Sie auch:</strong> <a href=/x>Wall to be built at last</a></p>",
        "<div class=related-story><p>Wall to be built at last</p></div>",
        "<ul><li><a href=/x>Wall to be built at last</a><li><a href=/y>Ferry to sail again in the spring</a></ul>",
        "<aside><p>Wall to be built at last</p></aside>",
    ] {
        let article = article(&page(line));
        let all = shown(&article);
        assert!(!article.blocks.iter().any(|block| block.text.contains("Wall to be built")), "{line}\n{all}");
        assert!(article.removed.iter().any(|piece| piece.text.contains("Wall to be built")), "{line}\n{all}");
        assert_eq!(passages(&article).len(), 3, "{line}\n{all}");
    }
    removed(&page("<p><b>Related:</b> <a href='/x'>Wall to be built at last</a></p>"), "related links", "Wall to be");
    passage(
        &page("<p>The plan: <a href=/x>a wall</a> of nine metres, which the town will pay for over ten years.</p>"),
        "The plan: a wall of nine metres, which the town will pay for over ten years.",
    );
}

#[test]
fn what_stands_around_the_article_goes_with_its_reason() {
    let teaser = "<div class=card><h3><a href=/x>Ferry to sail again</a></h3><p>The ferry will sail again in the spring, the company says.</p></div>";
    let around = |after: &str| {
        format!(
            "<html><head><title>Harbour talks end with a plan</title></head><body><nav><ul><li><a href=/>Home</a><li><a href=/w>World</a></ul></nav>\
            <article><h1>Harbour talks end with a plan</h1>{TEXT}{LAST}</article>{after}<footer>All about the paper</footer></body></html>"
        )
    };
    for (after, reason, words) in [
        (teaser.repeat(4), "related links", "The ferry will sail"),
        (
            format!(
                "<section id=comments><h2>Comments</h2>{}</section>",
                "<p>I have lived in this town for sixty years and have never seen anything come of such talks.</p>"
                    .repeat(2)
            ),
            "readers' comments",
            "I have lived in this town",
        ),
        (
            "<div class=newsletter-signup><p>Get the best of the week in your mail on Sundays, for nothing.</p></div>"
                .to_owned(),
            "subscription",
            "Get the best",
        ),
        (
            "<div class='share-bar'><p>Send this to all your friends and family, wherever they are.</p></div>"
                .to_owned(),
            "sharing",
            "Send this",
        ),
        (String::new(), "navigation", "World"),
        (String::new(), "navigation", "All about the paper"),
    ] {
        removed(&around(&after), reason, words);
    }
}

#[test]
fn a_body_that_stands_three_times_is_read_once() {
    let html = format!(
        "<html><head><title>Harbour talks end with a plan</title></head><body><h1>Harbour talks end with a plan</h1>{0}{0}{0}</body></html>",
        format!("<div>{TEXT}{LAST}</div>")
    );
    let found = article(&html);
    assert_eq!(passages(&found).len(), 3, "{}", shown(&found));
    assert_eq!(found.removed.iter().filter(|piece| piece.reason == "repeated text").count(), 6);
}

#[test]
fn a_refrain_comes_each_time() {
    let refrain = "<p>We shall not leave this town before the wall is built again.</p>";
    let html = page(&format!(
        "{refrain}<p>So the people sang when the boats came in at night.</p>{refrain}<p>And so they sang when the boats went out in the morning.</p>{refrain}"
    ));
    assert_eq!(passages(&article(&html)).iter().filter(|text| text.starts_with("We shall not")).count(), 3);
}

#[test]
fn a_sentence_set_apart_again_is_a_pull_quote() {
    let words = "a joint paper would follow within weeks";
    for quote in [
        format!("<blockquote><p>{words}</p></blockquote>"),
        format!("<div class=pull-quote>{words}</div>"),
        format!("<div class=pullquote><p>{words}.</p></div>"),
    ] {
        let article = article(&page(&quote));
        assert!(article.removed.iter().any(|piece| piece.reason == "pull quote"), "{}", shown(&article));
    }
    passage(
        &page("<blockquote><p>We shall build the wall, whatever it costs us.</p></blockquote>"),
        "We shall build the wall, whatever it costs us.",
    );
}

#[test]
fn the_page_tells_search_engines_where_the_article_ends() {
    let told = TEXT.replace("<p>", "").replace("</p>", " ") + &LAST.replace("<p>", "").replace("</p>", "");
    let html = page("").replace("<head>", &format!("<head><script type='application/ld+json'>{{\"articleBody\": \"{told}\"}}</script>")).replace(
        "</body>",
        "<p>The Coast Post has told its readers since 1901 what happens between the two rivers and the sea.</p></body>",
    );
    removed(&html, "after the article", "The Coast Post has told");
}
