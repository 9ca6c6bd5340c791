//! What sites put around and into an article.

use super::*;

#[test]
fn a_menu_alone_is_warned_of() {
    check("a.txt", "Home\nNews\nSport\nWeather\nTravel\nCulture\nAbout us\nContact us", &[Warn("in this file")]);
}

#[test]
fn a_notice_of_cookies_is_no_paragraph() {
    let text = format!(
        "We and our partners use cookies on this site to give you the best experience, to measure its use and to show you advertisements that fit. By clicking “Accept all” you consent to this.\n\nAccept all\nManage preferences\n\nTalks in Leavesham will go on\n\n{BODY}"
    );
    check(
        "a.txt",
        &text,
        &[Headline("Talks in Leavesham will go on"), Remove("legal notice", "We and our partners"), Passages(3)],
    );
}

#[test]
fn an_article_about_cookies_is_text() {
    let text = "Bakers of Leavesham reject the new rules\n\nThe bakers of the town said on Monday that they would not accept a law that forbids sugar in cookies sold to children.";
    check("a.txt", text, &[Passages(1), Says("the bakers of the town", "they would not accept")]);
}

#[test]
fn a_stub_before_a_paywall_is_warned_of() {
    let text = "Talks in Leavesham will go on\n\nThe two delegations met for three hours on Monday in the town hall of Leavesham, and both said that the talks would …\n\nThis article is for subscribers only.\n\nSubscribe now from £1 a week. Cancel anytime.\n\nAlready a subscriber? Sign in";
    check(
        "a.txt",
        text,
        &[Passages(1), Warn("stand before a notice of subscription"), Remove("subscription", "This article is for")],
    );
}

#[test]
fn what_readers_wrote_is_no_part_of_the_article() {
    let text = format!(
        "Talks in Leavesham will go on\n\n{BODY}\n\nComments (3)\n\nriverman\n3 hours ago\nI have lived in this town for sixty years and have never seen anything come of such talks.\nReply\n\nPell\n2 hours ago\nYou were asleep, as we all were, and so was the mayor, whoever that was at the time.\nReply\nReport"
    );
    check(
        "a.txt",
        &text,
        &[
            Passages(3),
            Remove("readers' comments", "I have lived in this town"),
            Remove("readers' comments", "You were asleep"),
        ],
    );
}

#[test]
fn a_count_of_comments_at_the_top_removes_nothing_below() {
    let text = format!("Talks in Leavesham will go on\n\n12 comments\n\nShare\nSave\n\n{BODY}");
    check("a.txt", &text, &[Passages(3), Remove("sharing", "Share")]);
}

#[test]
fn lines_between_paragraphs_that_sell_something_go() {
    let paragraphs: Vec<&str> = BODY.split("\n\n").collect();
    let text = format!(
        "Talks in Leavesham will go on\n\n5 min read\n\n{}\n\nAdvertisement\n\nStory continues below\n\n{}\n\nSign up for our morning newsletter\n\nRead more: Ten ways to cook leeks\n\n{}\n\nFollow us on social media",
        paragraphs[0], paragraphs[1], paragraphs[2]
    );
    check(
        "a.txt",
        &text,
        &[
            Passages(3),
            Remove("advertisement", "Story continues"),
            Remove("subscription", "Sign up for"),
            Remove("related links", "Read more"),
            Remove("navigation", "5 min read"),
            Remove("sharing", "Follow us"),
        ],
    );
}

#[test]
fn a_line_that_comes_back_is_a_sites() {
    let paragraphs: Vec<&str> = BODY.split("\n\n").collect();
    let text = format!(
        "The Courier Online Edition\n\nTalks in Leavesham will go on\n\n{}\n\nThe Courier Online Edition\n\n{}\n\nThe Courier Online Edition\n\n{}",
        paragraphs[0], paragraphs[1], paragraphs[2]
    );
    check("a.txt", &text, &[Passages(3), Remove("repeated line", "The Courier Online Edition")]);
}

#[test]
fn a_gallery_in_the_text_is_captions_and_counters() {
    let text = format!(
        "Talks in Leavesham will go on\n\n1 of 3\n\nThe mayor serves tea. (AP Photo/Jane Doe)\n\n2 of 3\n\nThe bridge at night. Photograph by Tom Harrow\n\n{BODY}"
    );
    check(
        "a.txt",
        &text,
        &[
            Passages(3),
            Remove("navigation", "1 of 3"),
            Keep("caption", "The mayor serves tea."),
            Keep("caption", "The bridge at night."),
        ],
    );
}

#[test]
fn addresses_that_stand_alone_go() {
    let text = format!(
        "Talks in Leavesham will go on\n\nBy Jane Doe\njane.doe@courier.example\n@janedoe\n\n{BODY}\n\nwww.courier.example"
    );
    check(
        "a.txt",
        &text,
        &[Byline("Jane Doe"), Passages(3), Remove("address", "jane.doe@"), Remove("address", "@janedoe")],
    );
}

#[test]
fn the_name_of_the_site_behind_the_headline_goes() {
    let text = format!("Talks in Leavesham will go on | The Courier\n\n{BODY}");
    check("a.txt", &text, &[Headline("Talks in Leavesham will go on"), Remove("site name", "| The Courier")]);
}

#[test]
fn a_live_page_keeps_its_hours_and_takes_no_date_from_them() {
    let text = "Leavesham talks: as it happened\n\n18:42\n\nThe delegations have left the town hall, and nobody has said a word to those who wait outside.\n\n17:30\n\nThe mayor says that the talks will go on until all have agreed, or until the tea is gone.\n\n16:05 GMT\n\nGood afternoon, and welcome to our page on the talks of the two delegations in Leavesham.";
    check(
        "a.txt",
        text,
        &[
            Headline("Leavesham talks: as it happened"),
            Passages(3),
            Date("unknown"),
            Says("the mayor", "the talks will go on"),
        ],
    );
}

#[test]
fn credits_of_an_agency_stand_after_the_article() {
    let text = format!(
        "UPDATE 1-Talks in Leavesham will go on\n\nBy Jane Doe\n\nLEAVESHAM, March 3 (Newswire) - {BODY}\n\n(Additional reporting by Tom Harrow; Editing by Peter Smith)"
    );
    check("a.txt", &text, &[Byline("Jane Doe"), Passages(3), Remove("after the article", "(Additional reporting")]);
}

#[test]
fn what_sums_up_an_article_under_a_marked_headline_is_kept() {
    let text = "<nav><a>Home</a> <a>News</a></nav><article><h1>The quay that would not open</h1><p>Four towns, one ferry and a key that nobody can find</p><p>By Anna Pike</p><p>5 March 2003</p><p>The key to the north quay has been missing since October, and with it the patience of the town.</p></article>";
    check(
        "a.html",
        text,
        &[
            Keep("standfirst", "Four towns, one ferry"),
            Headline("The quay that would not open"),
            Byline("Anna Pike"),
            Date("2003-03-05"),
        ],
    );
}

#[test]
fn a_date_in_numbers_alone_is_shown_and_not_guessed() {
    let text = "Why I no longer take the ferry\n\nPosted by Sam on 05/08/03\n\nI used to take the ferry every day, and I liked it, because nobody asked me anything there.";
    check("a.txt", text, &[Date("unknown"), Warn("The date of publication is unknown: “05/08/03”")]);
}
