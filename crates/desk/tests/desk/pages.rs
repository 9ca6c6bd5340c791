//! Saved pages and Markdown: the text that they show is the source.

use summitry_corpus::{ByteRange, Corpus, SourceFile, build};
use summitry_desk::{Anchor, Finder, Finding};

fn corpus(name: &str, source: &str) -> Corpus {
    build(&[SourceFile { name, bytes: source.as_bytes() }], None).unwrap().corpus
}

fn mark(corpus: &Corpus, words: &str) -> Anchor {
    let article = &corpus.articles[0];
    let block = article.blocks.iter().position(|block| block.text.contains(words)).unwrap_or_else(|| {
        panic!("{words} in {:?}", article.blocks.iter().map(|block| &block.text).collect::<Vec<_>>())
    });
    let start = article.blocks[block].text.find(words).unwrap();
    let range = ByteRange::new(start, start + words.len());
    Finder::of(corpus).anchor_in_block(corpus, 0, block, Some(range)).unwrap()
}

/// What a mark shows in the reading text.
fn shown(corpus: &Corpus, anchor: &Anchor) -> Option<String> {
    let Finding::Found(standing) = Finder::of(corpus).find(corpus, anchor) else { return None };
    let article = &corpus.articles[standing.article];
    let words: Vec<&str> = standing.spots.iter().map(|spot| spot.range.of(&article.blocks[spot.block].text)).collect();
    Some(words.join(" "))
}

/// Marks words and finds them.
fn check(name: &str, source: &str, words: &str) {
    let corpus = corpus(name, source);
    let anchor = mark(&corpus, words);
    assert!(corpus.articles[0].source.contains(&anchor.quote.exact) && anchor.refined.is_none());
    assert_eq!(anchor.words(), words);
    assert_eq!(shown(&corpus, &anchor).as_deref(), Some(words));
}

const PAGE: &str = "<!doctype html><html><head><title>Talks</title></head><body><nav><a href='/the'>the</a></nav><article><h1>Talks end</h1>\n<p>The two sides <a href=\"/the/talks\" title=\"the > talks\">agreed on\nthe talks</a> &amp; said &ldquo;we&rsquo;ll meet&#8221; again in Vienna&nbsp;this year.</p>\n<p>AT&T was not there, said <q>nobody</q> of the <b>Tr</b>easury, while the <!-- the --> minister of the other side spoke at length of it.</p></article></body></html>";

#[test]
fn words_of_a_saved_page_are_tied_to_its_source() {
    check("a.html", PAGE, "agreed on the talks");
    check("a.html", PAGE, "sides agreed");
    check("a.html", PAGE, "& said “we’ll meet” again");
    check("a.html", PAGE, "Vienna this year");
    check("a.html", PAGE, "AT&T was");
    check("a.html", PAGE, "of the Treasury");
    check("a.html", PAGE, "the minister");
    check("a.html", PAGE, "Talks end");
}

#[test]
fn words_of_markdown_are_tied_to_its_source() {
    let source = "# Talks end\n\nThe *two* sides [agreed on](https://the.example/the \"the\") the talks, **said** the 1\\. minister &amp; others in Vienna.\n\n- One `item` of the list, which is long enough to be one of them.\n";
    check("a.md", source, "two sides agreed on the talks");
    check("a.md", source, "said the 1. minister & others");
    check("a.md", source, "One item of");
}

#[test]
fn a_mark_of_a_page_outlives_another_way_of_saving_it() {
    let anchor = mark(&corpus("a.html", PAGE), "agreed on the talks");
    let again = PAGE.replace("agreed on\nthe", "agreed  on the").replace("<nav>", "<nav class=\"top\">");
    assert_eq!(shown(&corpus("a.html", &again), &anchor).as_deref(), Some("agreed on the talks"));
}
