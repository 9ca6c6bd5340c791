//! Saved pages: parts that are the article's beside parts that look like them.
//!
//! The pages are invented; each stands for a habit that many sites share.
#![allow(missing_docs, reason = "a test")]

mod common;

use summitry_corpus::{Article, Warning};

const FIRST: &str = "The two delegations met for three hours in the old town hall on Tuesday and agreed to meet again before the summer.";
const SECOND: &str =
    "The mayor said the talks had gone better than expected, and that a joint paper would follow within weeks.";
const LAST: &str = "Outside, a few dozen people waited in the rain with flags and a brass band.";
const OTHER: &str = "The ferry to the islands will not sail before the end of the week, the harbour master told the board, because of the wind from the north.";

/// A page whose article has `inside` between its paragraphs.
fn page(inside: &str) -> String {
    whole(
        "<title>Harbour talks end with a plan</title>",
        &format!("<h1>Harbour talks end with a plan</h1><p>{FIRST}</p><p>{SECOND}</p>{inside}<p>{LAST}</p>"),
    )
}

fn whole(head: &str, body: &str) -> String {
    format!("<!DOCTYPE html><html lang=en><head>{head}</head><body>{body}</body></html>")
}

fn built(page: &str) -> (Article, Vec<Warning>) {
    let mut built = common::built("a.html", page);
    (built.corpus.articles.remove(0), built.warnings)
}

/// What became of the piece that begins with these words: its kind, or the
/// reason for which it is set aside, once for each time.
fn fates(page: &str, words: &str) -> Vec<String> {
    let (article, _) = built(page);
    let kept = article.blocks.iter().filter(|block| block.text.starts_with(words));
    let kept = kept.map(|block| (block.range.start, block.kind.name().to_owned()));
    let removed = article.removed.iter().filter(|piece| piece.text.starts_with(words));
    let removed = removed.map(|piece| (piece.range.start, format!("({})", piece.reason)));
    let mut fates: Vec<_> = kept.chain(removed).collect();
    fates.sort();
    fates.into_iter().map(|(_, fate)| fate).collect()
}

#[track_caller]
fn check(page: &str, words: &str, fate: &str) {
    assert_eq!(fates(page, words), [fate], "{words}: {:#?}", built(page).0.blocks);
}

#[test]
fn a_section_of_other_stories_ends_where_its_element_does() {
    let section = format!("<section><h3>More on this story</h3><p>{OTHER}</p></section>");
    check(&page(&section), OTHER, "(related links)");
    check(&page(&section), LAST, "paragraph");
    check(&page(&format!("<h3>More on this story</h3><p>{OTHER}</p>")), OTHER, "paragraph");
}

#[test]
fn paragraphs_that_come_back_in_a_row_are_read_once() {
    let again = page(&format!("<p>{OTHER}</p><p>{FIRST}</p><p>{SECOND}</p>"));
    for words in [FIRST, SECOND] {
        assert_eq!(fates(&again, words), ["paragraph", "(repeated text)"]);
    }
}

#[test]
fn a_heading_right_over_another_stays_unless_it_is_a_link() {
    let under = format!("<h3>The wall</h3><p>{OTHER}</p>");
    check(&page(&format!("<h2>What comes next</h2>{under}")), "What comes next", "subhead");
    check(&page(&format!("<h2><a href=/next>What comes next</a></h2>{under}")), "What comes next", "(related links)");
}

#[test]
fn what_stands_between_the_headline_and_the_articles_element_sums_up_unless_it_is_a_link() {
    let title = "<title>Harbour talks end with a plan</title>";
    let with = |line: &str| {
        let text = format!("<article><p>{FIRST}</p><p>{SECOND}</p><p>{LAST}</p></article>");
        whole(title, &format!("<div><h1>Harbour talks end with a plan</h1>{line}</div>{text}"))
    };
    check(&with("<p>Two towns agree on a wall and on its price</p>"), "Two towns", "standfirst");
    check(
        &with("<p><a href=/wall>Two towns agree on a wall and on its price</a></p>"),
        "Two towns",
        "(before the article)",
    );
}

#[test]
fn a_line_that_ends_in_a_credit_is_a_caption_and_one_that_ends_in_a_year_is_not() {
    check(&page("<p>The harbour wall at noon (Photo: Anna Lind)</p>"), "The harbour wall", "caption");
    check(&page("<p>The harbour wall at noon (Getty)</p>"), "The harbour wall", "caption");
    check(&page("<p>They built the harbour wall long ago (in 1912).</p>"), "They built", "paragraph");
    check(&page("<p>They built it long ago (file it under 1912 and read on).</p>"), "They built", "paragraph");
}

#[test]
fn an_element_is_furniture_by_its_role() {
    for role in ["navigation", "search", "dialog", "form", "toolbar"] {
        check(&page(&format!("<div role={role}><p>{OTHER}</p></div>")), OTHER, "(navigation)");
    }
    check(&page(&format!("<div role=complementary><p>{OTHER}</p></div>")), OTHER, "(beside the article)");
    check(&page(&format!("<div role=group><p>{OTHER}</p></div>")), OTHER, "paragraph");
}

#[test]
fn what_only_a_narrow_window_hides_is_shown() {
    check(&page(&format!("<p class=hidden>{OTHER}</p>")), OTHER, "(hidden on the page)");
    for classes in ["hidden md:block", "d-none d-md-block"] {
        check(&page(&format!("<p class='{classes}'>{OTHER}</p>")), OTHER, "paragraph");
    }
    for classes in ["d-none d-flex", "hidden block", "hidden text-block"] {
        check(&page(&format!("<p class='{classes}'>{OTHER}</p>")), OTHER, "(hidden on the page)");
    }
}

#[test]
fn sources_that_share_a_surname_agree_about_the_author() {
    let complaints = |other: &str| {
        let head = format!("<title>Harbour talks end with a plan</title><meta name=author content='Anna Lind'>{other}");
        let body = format!("<h1>Harbour talks end with a plan</h1><p>{FIRST}</p><p>{SECOND}</p><p>{LAST}</p>");
        let (_, warnings) = built(&whole(&head, &body));
        warnings.iter().filter(|warning| warning.message.contains("disagree about the author")).count()
    };
    assert_eq!(complaints("<meta property=article:author content='Tom Byrne'>"), 1);
    assert_eq!(complaints("<meta property=article:author content='A. Lind'>"), 0);
    assert_eq!(complaints("<meta property=article:author content='Coast Post'>"), 0);
}

#[test]
fn what_an_element_says_of_itself_is_its_text() {
    let author = |element: &str| {
        let (article, _) = built(&page("").replace("</body>", &format!("<div>{element}</div></body>")));
        article.byline.map(|byline| byline.value)
    };
    assert_eq!(author("<span itemprop=author>Anna Lind</span>").as_deref(), Some("Anna Lind"));
    assert_eq!(author("<meta itemprop=author content='Anna Lind'>").as_deref(), Some("Anna Lind"));
    assert_eq!(author("<meta itemprop=author>Anna Lind"), None);
}

#[test]
fn of_headings_the_one_that_the_pages_title_has_is_the_headline() {
    let title = "<title>Harbour talks end with a plan - Coast Post</title>";
    let text = format!("<p>{FIRST}</p><p>{SECOND}</p><p>{LAST}</p>");
    for body in [
        format!("<h1>Coast and sea</h1><h1>Harbour talks end with a plan</h1>{text}"),
        format!("<h1>Harbour talks end with a plan</h1><h1>Coast and sea</h1>{text}"),
        format!("<h1>Coast and sea</h1>{text}<h2>Harbour talks end with a plan</h2>"),
    ] {
        let page = whole(title, &body);
        assert_eq!(built(&page).0.headline.value, "Harbour talks end with a plan");
        assert_eq!(fates(&page, "Harbour talks").last().map(String::as_str), Some("headline"), "{body}");
    }
}

#[test]
fn a_card_over_the_text_that_leads_to_another_story_goes() {
    let title = "<title>Harbour talks end with a plan</title>";
    let card =
        "<div><h3><a href=/ferry>Ferry stays in port</a></h3><p>The ferry will not sail before Sunday.</p></div>";
    let body = format!(
        "<h1>Harbour talks end with a plan</h1><article>{card}<p>{FIRST}</p><p>{SECOND}</p><p>{LAST}</p></article>"
    );
    check(&whole(title, &body), "The ferry will not", "(related links)");
}

#[test]
fn a_description_that_breaks_off_tells_nothing_of_the_end() {
    let told = |text: &str| {
        let more = format!(
            "<p>{OTHER}</p><p>Nobody in the town knew how long the wind would last, or what the board would do then.</p>"
        );
        let head = format!("<script type='application/ld+json'>{{\"articleBody\": \"{text}\"}}</script></head>");
        page("").replace("</head>", &head).replace("</body>", &(more + "</body>"))
    };
    check(&told(&[FIRST, SECOND, LAST].join(" ")), "Nobody in the town", "paragraph");
    check(&told(&[FIRST, SECOND, LAST, OTHER].join(" ")), "Nobody in the town", "(after the article)");
}

#[test]
fn a_form_around_the_whole_page_is_no_form() {
    let title = "<title>Harbour talks end with a plan</title>";
    let text = format!("<h1>Harbour talks end with a plan</h1><p>{FIRST}</p><p>{SECOND}</p><p>{LAST}</p>");
    let form = format!("<form><p>{OTHER}</p></form>");
    check(&whole(title, &format!("<form>{text}</form>")), FIRST, "paragraph");
    check(&whole(title, &format!("<form>{text}<aside><p>{OTHER}</p></aside></form>")), OTHER, "(beside the article)");
    check(&whole(title, &[&text, &*form].concat()), OTHER, "(navigation)");
}

#[test]
fn the_element_that_is_named_the_articles_body_is_it_beside_a_longer_one() {
    let title = "<title>Harbour talks end with a plan</title>";
    let links = "<p><a href=/>All the news of the harbour and of the town and of the islands</a></p>".repeat(6);
    let body = |named: &str| {
        format!(
            "<h1>Harbour talks end with a plan</h1><div {named}><p>{FIRST}</p><p>{SECOND}</p></div>{links}<div><p>{OTHER}</p><p>{LAST}</p></div>"
        )
    };
    check(&whole(title, &body("itemprop=articleBody")), FIRST, "paragraph");
    check(&whole(title, &body("itemprop=articleBody")), OTHER, "(after the article)");
    check(&whole(title, &body("")), OTHER, "paragraph");
}

#[test]
fn a_line_that_is_nothing_but_a_time_is_a_dateline() {
    check(&page("<p><time>Noon on Tuesday</time></p>"), "Noon on Tuesday", "dateline");
    check(&page("<div><time datetime=2003-03-04>The fourth</time></div>"), "The fourth", "dateline");
    check(
        &page("<p>By <time>noon on Tuesday</time> the hall was full and the bridge was closed to all traffic.</p>"),
        "By noon on Tuesday",
        "paragraph",
    );
}
