//! Which of a page's days is the day of publication, and which of an update.
//!
//! The pages are invented; each stands for a habit that many sites share.
#![allow(missing_docs, reason = "a test")]

mod common;

use summitry_corpus::Article;

const TEXT: &str = "<p>The two delegations met for three hours in the old town hall on Tuesday and agreed to meet again before the summer.</p>\
    <p>The mayor said the talks had gone better than expected, and that a joint paper would follow within weeks.</p>\
    <p>Outside, a few dozen people waited in the rain with flags and a brass band.</p>";

/// A page with words in its head, under its headline and behind its text.
fn article(head: &str, under: &str, behind: &str) -> Article {
    let page = format!(
        "<!DOCTYPE html><html lang=en><head><title>Harbour talks end with a plan</title>{head}</head><body>\
        <h1>Harbour talks end with a plan</h1>{under}{TEXT}{behind}</body></html>"
    );
    common::article("a.html", &page)
}

/// The days of publication and of the update, or empty words.
#[track_caller]
fn check(head: &str, under: &str, behind: &str, published: &str, updated: &str) {
    let article = article(head, under, behind);
    let iso = |found: &Option<summitry_corpus::Published>| found.as_ref().map(|found| found.iso()).unwrap_or_default();
    assert_eq!((iso(&article.published), iso(&article.updated)), (published.to_owned(), updated.to_owned()));
}

/// Lines of other articles, each with its day.
fn others(class: &str) -> String {
    (1..=28).map(|day| format!("<div><p>Another story of the harbour</p><p {class}>{day} May 2015</p></div>")).collect()
}

#[test]
fn of_days_that_are_marked_alike_the_one_next_to_the_headline_counts() {
    let other = "<div><time class='published updated' datetime='2009-04-11 18:06:36'>11 April 2009</time></div>";
    check("", "<p><span class=published>3 March 2014</span></p>", other, "2014-03-03", "");
    check("", "<p>3 March 2014</p>", "<div><p>Another story</p></div><p class=date>5 May 2015</p>", "2014-03-03", "");
    let mast = "<p class=entry-date>3 March 2014</p>";
    check("", mast, &others("class=entry-date"), "2014-03-03", "");
}

#[test]
fn a_bare_date_in_the_metadata_may_be_of_a_change() {
    let later = "<meta name=date content=2014-03-12>";
    check(later, "<p>05.03.2014 - Anna Lind</p>", "", "2014-03-05", "");
    check(later, "<p>As of: 5 March 2014, 18:00</p>", "", "2014-03-05T18:00", "");
    check(later, "", "", "2014-03-12", "");
    check(later, "<p>13 March 2014</p>", "", "2014-03-12", "");
    check("<meta property=article:published_time content=2014-03-12>", "<p>5 March 2014</p>", "", "2014-03-12", "");
    let article = article(later, "<p>5 March 2014</p>", "");
    assert!(article.published.unwrap().why.reason.contains("2014-03-12"), "the reason names the other day");
}

#[test]
fn one_of_several_days_far_from_the_headline_is_not_guessed() {
    let far = "<p>A word about the harbour.</p>".repeat(30);
    check("", &far, &others(""), "", "");
    check("", &far, "<p>3 March 2014</p>", "2014-03-03", "");
    check(
        "",
        &far,
        &(others("") + "<p>This entry was posted in Harbour on 3 March 2014 by Anna Lind</p>"),
        "2014-03-03",
        "",
    );
    check("", &far, &(others("") + "<p>Published: 3 March 2014</p>"), "2014-03-03", "");
    check("", &far, &(others("") + "<p><b>Published:</b><br>3 March 2014</p>"), "2014-03-03", "");
}

#[test]
fn the_day_on_which_something_ends_or_a_span_of_days_is_no_publication() {
    check("", "<p><b>Available until:</b><br>14 October 2014, 14:00</p>", "", "", "");
    check("", "<p>Open until 14 October 2014</p>", "", "", "");
    check("", "", "<p>Report for 14. – 20. January 2014</p>", "", "");
    check("", "", "<p>31 December 2013 - 6 January 2014</p>", "", "");
}

#[test]
fn a_whole_day_comes_before_a_month() {
    check(
        "",
        "<p>Magazine 98 January/February 2014</p><p>\n   21 Jan 2014\n      // Anna Lind</p>",
        "",
        "2014-01-21",
        "",
    );
}

#[test]
fn scripts_and_styles_say_nothing_about_the_day() {
    check("", "<script>/* Created 02.06.2010 */\nvar a = 'Published 3 June 2010';</script>", "", "", "");
    check("", "<style>/* Published 3 June 2010 */</style><p>3 March 2014</p>", "", "2014-03-03", "");
}

#[test]
fn a_recording_is_dated_by_its_upload() {
    check("<meta itemprop=uploadDate content='2014-03-03T18:15:00Z'>", "", "", "2014-03-03T18:15", "");
}

#[test]
fn a_day_in_the_address_that_reads_one_way_is_inferred() {
    check("<link rel=canonical href='https://news.example/talks/29-10-2014'>", "", "", "2014-10-29", "");
    check("<link rel=canonical href='https://news.example/talks/09-10-2014'>", "", "", "", "");
}

#[test]
fn an_update_on_the_page_is_kept_beside_the_publication() {
    check(
        "<meta property=article:published_time content=2014-03-03>",
        "<p>Last updated: 5 March 2014</p>",
        "",
        "2014-03-03",
        "2014-03-05",
    );
    check(
        "",
        "<p><b>Published:</b><br>3 March 2014</p><p><b>Updated:</b><br>5 March 2014</p>",
        "",
        "2014-03-03",
        "2014-03-05",
    );
}

#[test]
fn of_what_the_head_of_a_page_says_its_article_object_is_believed_first() {
    let object = "<script type='application/ld+json'>{\"@type\":\"NewsArticle\",\"headline\":\"Harbour talks end with a plan\",\"datePublished\":\"2014-03-01\"}</script>";
    let graph = "<meta property=article:published_time content=2014-03-02>";
    let core = "<meta name=DC.date.issued content=2014-03-03>";
    check(&[core, graph, object].concat(), "", "", "2014-03-01", "");
    check(&[core, graph].concat(), "", "", "2014-03-02", "");
    check(core, "", "", "2014-03-03", "");
}

#[test]
fn seconds_and_thousandths_since_1970_are_a_day() {
    check("<meta name=date content=1393848000>", "", "", "2014-03-03", "");
    check("<meta name=date content=1393848000000>", "", "", "2014-03-03", "");
    check("<meta name=date content=20140303>", "", "", "2014-03-03", "");
}

#[test]
fn an_instant_in_utc_is_told_by_the_clock_of_the_page() {
    let late = "<meta property=article:published_time content='2014-03-03T23:30:00Z'>";
    check(late, "<p>Tuesday, 4 March 2014</p>", "", "2014-03-04", "");
    check(late, "<p>5 March 2014</p>", "", "2014-03-03T23:30", "");
    check(late, "<p>4 March 2014, 00:30 GMT+1</p>", "", "2014-03-04T00:30", "");
    check(late, "<p>4 March 2014, 02:30 GMT+1</p>", "", "2014-03-03T23:30", "");
}

#[test]
fn an_instant_in_utc_in_a_plain_text_is_told_by_a_day_that_stands_alone() {
    let text = TEXT.replace("<p>", "").replace("</p>", "\n\n");
    let text = format!("Harbour talks end with a plan\n\n2014-03-03T23:30Z\n\nTuesday, 4 March 2014\n\n{text}");
    assert_eq!(common::article("a.txt", &text).published.unwrap().iso(), "2014-03-04");
}

#[test]
fn only_what_is_called_a_date_and_no_more_may_be_of_a_change() {
    check("<meta name=pubdate content=2014-03-12>", "<p>5 March 2014</p>", "", "2014-03-12", "");
}

#[test]
fn an_update_is_later_than_the_publication_by_the_day_or_by_the_clock() {
    let of = |modified: &str| {
        format!(
            "<meta property=article:published_time content=2014-03-03T10:00><meta property=article:modified_time content={modified}>"
        )
    };
    check(&of("2014-03-03T12:00"), "", "", "2014-03-03T10:00", "2014-03-03T12:00");
    check(&of("2014-03-03T09:00"), "", "", "2014-03-03T10:00", "");
    check(&of("2014-03-02T12:00"), "", "", "2014-03-03T10:00", "");
    check(&of("2014-03-04T09:00"), "", "", "2014-03-03T10:00", "2014-03-04T09:00");
}

#[test]
fn another_day_of_the_page_tells_which_number_is_the_month() {
    check("", "<p>Published 05/03/2014</p>", "<p>Posted 31/12/2013</p>", "2014-03-05", "");
    check("", "<p>Published 05/03/2014</p>", "<p>Posted 12/31/2013</p>", "2014-05-03", "");
}
