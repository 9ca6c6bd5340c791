//! A saved web page as lines of text.
//!
//! The text of the page, one line for each block, stands for the file from
//! here on: lines are counted in it, and "as received" shows it. Markup,
//! scripts and styles are not text; everything else is kept: what is no part
//! of the article is a line like any other, removed with its reason.
//!
//! Invariant: no tree is walked by recursion, so no depth of nesting is a
//! danger; time and memory are linear in the length of the page.

mod attributes;
mod body;
mod evidence;
mod fate;
mod headline;
mod json_ld;
mod metadata;
mod outline;
mod quote;
mod spread;
mod tokens;

use crate::clean::furniture::reason;
use crate::clean::{Hints, LineHint};
use crate::metadata::entry::{Entry, Field, Source};
use fate::Fate;
use outline::Outline;

/// The text of a page, what its elements say about the lines, and what the page
/// says about itself.
pub fn read(source: &str) -> (String, Hints, Vec<Entry>) {
    let (mut outline, mut entries) = outline::outline(source);
    if outline.hides_its_text() {
        outline = outline::outline_of_all(source);
    }
    let mut page = Page { text: String::new(), hints: Hints::default(), line: 1 };
    page.write_entries(&mut entries);
    for (block, fate) in outline.blocks.iter().zip(fate::fates(&outline)) {
        page.write(&block.text, fate);
    }
    (page.text, page.hints, entries)
}

impl Outline {
    /// Whether far more is hidden than shown: then something that is always
    /// there, such as a program, would have shown it.
    fn hides_its_text(&self) -> bool {
        let words = |hidden: bool| -> u32 {
            self.blocks
                .iter()
                .filter(|block| block.hidden == hidden && block.words >= 10 && block.linked < 0.5)
                .map(|block| block.words)
                .sum()
        };
        let hidden = words(true);
        hidden > 40 && hidden > words(false) * 2
    }
}

/// What has been written so far.
struct Page {
    text: String,
    hints: Hints,
    line: u32,
}

impl Page {
    /// Writes metadata that stands in no words of the page as lines at its
    /// head, so that it can be quoted.
    fn write_entries(&mut self, entries: &mut [Entry]) {
        let mut days = 0;
        for at in 0..entries.len() {
            let (before, rest) = entries.split_at_mut(at);
            let Some(entry) = rest.first_mut() else { continue };
            let shown = matches!(
                entry.source,
                Source::Class | Source::Heading | Source::Title | Source::Visible | Source::RelAuthor
            );
            let same =
                before.iter().find(|other| other.line > 0 && other.field == entry.field && other.value == entry.value);
            days += u32::from(entry.field == Field::Day && !shown);
            if let Some(line) = same.map(|other| other.line) {
                entry.line = line;
            } else if !shown && self.line < 160 && (entry.field != Field::Day || days <= 8) {
                entry.line = self.line;
                self.write(&[&entry.label, ": ", &entry.value].concat(), Fate::Remove(reason::METADATA));
            }
        }
    }

    fn write(&mut self, words: &str, fate: Fate) {
        let hint = match fate {
            Fate::Open => None,
            Fate::Keep(kind) => Some((Some(kind), "")),
            Fate::Remove(why) => Some((None, why)),
        };
        if let Some((kind, reason)) = hint {
            self.hints.lines.push(LineHint { line: self.line, kind, reason: reason.to_owned(), label: 0 });
        }
        self.text.push_str(words);
        self.text.push_str("\n\n");
        self.line += 2;
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::build::build_one;

    #[test]
    fn a_saved_page_is_read_by_its_elements() {
        let page = "<!doctype html><html><head><title>Talks end | The Paper</title>\
            <meta property='article:published_time' content='2010-06-24T18:05:00Z'><meta name=author content='Jane Doe'>\
            <style>p { color: red }</style><script>if (a < b) document.write('<p>no</p>')</script></head>\
            <body><nav><ul><li><a href=/>Home</a><li>World</ul></nav><article><header><h1>Talks end &amp; hopes rise</h1></header>\
            <figure><img src=a.jpg alt='Two presidents at a table'><figcaption>The presidents on Thursday</figcaption></figure>\
            <p>The two presidents ended their talks on Thursday, and <b>both</b> said that they were\u{a0}pleased.\
            <p>&ldquo;We agree,&rdquo; said Barack Obama.<h2>What comes next</h2><ul><li>A treaty<li>Another meeting</ul></article>\
            <footer>&copy; 2010 The Paper</footer></body></html>";
        let built = build_one("a.html", page);
        let article = &built.corpus.articles[0];
        let shown: Vec<String> =
            article.blocks.iter().map(|block| format!("{} {}", block.kind.name(), block.text)).collect();
        assert_eq!(
            shown,
            [
                "headline Talks end & hopes rise",
                "alternative-text Two presidents at a table",
                "caption The presidents on Thursday",
                "paragraph The two presidents ended their talks on Thursday, and both said that they were pleased.",
                "paragraph “We agree,” said Barack Obama.",
                "subhead What comes next",
                "list-item A treaty",
                "list-item Another meeting",
            ]
        );
        assert_eq!(article.published.as_ref().unwrap().iso(), "2010-06-24T18:05");
        assert_eq!(article.byline.as_ref().unwrap().value, "Jane Doe");
        let removed: Vec<&str> = article.removed.iter().map(|piece| piece.text.as_str()).collect();
        assert_eq!(
            removed,
            [
                "article:published_time: 2010-06-24T18:05:00Z",
                "author: Jane Doe",
                "Talks end | The Paper",
                "Home",
                "World",
                "© 2010 The Paper"
            ]
        );
    }

    #[test]
    fn what_is_hidden_is_read_where_it_is_far_more_than_what_is_shown() {
        let words = |word: &str, count: usize| vec![word; count].join(" ");
        for (shown, hidden, read_too) in [(50, 60, false), (25, 60, true), (0, 60, true), (0, 40, false)] {
            let page = format!("<p>{}</p><p hidden>{}</p>", words("quay", shown), words("tide", hidden));
            let (text, hints, _) = read(&page);
            let removed = hints.lines.iter().filter(|hint| hint.reason == reason::HIDDEN).count();
            assert_eq!((text.contains("tide"), removed == 0), (true, read_too), "{shown} shown, {hidden} hidden");
        }
    }

    #[test]
    fn nesting_without_end_is_no_danger() {
        let (text, ..) = read(&("<div><b>".repeat(200_000) + "deep"));
        assert_eq!(text.trim(), "deep");
    }
}
