use summitry_corpus::{Corpus, SourceFile};

use super::linked;
use crate::texts::articles as html;

fn seeds() -> Corpus {
    crate::build(&crate::tests::seeds(), "catalog.toml").unwrap().corpus
}

fn invented(text: &str) -> Corpus {
    let source = SourceFile { name: "invented.txt", bytes: text.as_bytes() };
    summitry_corpus::build(&[source], None).map_err(|problems| problems.len()).unwrap().corpus
}

/// The text of a piece of HTML as a browser would show it.
fn shown(html: &str) -> String {
    let (mut text, mut inside) = (String::new(), false);
    for character in html.chars() {
        match character {
            '<' => inside = true,
            '>' if inside => inside = false,
            _ if !inside => text.push(character),
            _ => {}
        }
    }
    text.replace("&quot;", "\"").replace("&gt;", ">").replace("&lt;", "<").replace("&amp;", "&")
}

#[test]
fn every_block_of_every_article_stands_in_the_page_in_order() {
    let corpus = seeds();
    let text = shown(&html(&corpus));
    let mut rest = text.as_str();
    for block in corpus.articles.iter().flat_map(|article| &article.blocks) {
        let at = rest.find(&block.text).unwrap_or_else(|| panic!("{:?} is missing or out of order", block.text));
        rest = &rest[at + block.text.len()..];
    }
}

#[test]
fn every_passage_has_the_id_that_a_link_to_it_names() {
    let corpus = seeds();
    let html = html(&corpus);
    for article in &corpus.articles {
        assert!(html.contains(&format!("<article id=\"/read/{}\">", article.id)));
        for passage in article.passages() {
            let id = format!("<li id=\"/read/{}?p={}\">", article.id, passage.n.unwrap());
            assert_eq!(html.matches(&id).count(), 1, "{id}");
        }
    }
}

#[test]
fn every_article_has_one_heading() {
    let corpus = seeds();
    assert_eq!(html(&corpus).matches("<h2>").count(), corpus.articles.len());
    assert_eq!(
        html(&invented("no headline here, a line that goes on and on for some while")).matches("<h2>").count(),
        1
    );
}

#[test]
fn every_repair_is_shown_with_what_was_received() {
    let corpus = seeds();
    let repairs = corpus.articles.iter().flat_map(|article| &article.blocks).flat_map(|block| &block.emendations);
    let html = html(&corpus);
    assert_eq!(html.matches("<ins title=\"Received as “").count(), repairs.count());
}

#[test]
fn what_was_inferred_is_marked() {
    assert_eq!(html(&seeds()).matches("</time> (inferred)").count(), 3);
}

#[test]
fn the_text_of_an_article_cannot_become_markup() {
    let corpus =
        invented("A headline\n\nHe wrote <script>alert(1)</script> & \"so on\" in a long line of text here.\n");
    let html = html(&corpus);
    assert!(html.contains("&lt;script&gt;alert(1)&lt;/script&gt; &amp; \"so on\""), "{html}");
    assert!(!html.contains("<script"));
}

#[test]
fn the_linked_data_is_json_and_names_every_article_once() {
    let corpus = seeds();
    let data: serde_json::Value = serde_json::from_str(&linked(&corpus, "https://example.org/room/")).unwrap();
    assert_eq!(data["@context"], "https://schema.org");
    let parts = data["hasPart"].as_array().unwrap();
    assert_eq!(parts.len(), corpus.articles.len());
    for (part, article) in parts.iter().zip(&corpus.articles) {
        assert_eq!(part["@type"], "NewsArticle");
        assert_eq!(part["headline"], article.headline.value);
        assert_eq!(part["url"], format!("https://example.org/room/#/read/{}", article.id));
    }
}

#[test]
fn nothing_in_the_linked_data_can_end_its_element() {
    let corpus = invented("</script><b>A headline\n\nA paragraph of some length that follows it, and goes on.\n");
    assert!(!linked(&corpus, "").contains('<'));
}
