//! An article as a reference: in the prose styles of MLA, APA and Chicago, and
//! as a record for BibTeX, RIS and CSL-JSON.
//!
//! Invariant: what the collection has inferred never passes for what the
//! source says. In prose it stands in square brackets, as the styles ask for
//! what is supplied (MLA takes only the quotation marks from a headline that
//! was supplied); a record says it in its note. Nothing here knows a clock:
//! whoever cites says which day it is.

mod english;
mod headline;
mod name;
mod prose;
mod record;
mod when;

use crate::article::{Article, VoiceKind};
use crate::date::Date;
use crate::escape::web_address;
use crate::fact::Basis;
use crate::model::{Corpus, Outlet, OutletKind};

pub use prose::Style;
pub use record::{Format, records};

/// What is cited, and from where.
#[derive(Clone, Copy, Debug)]
pub struct Reference<'a> {
    article: &'a Article,
    outlet: Option<&'a Outlet>,
    passage: Option<u32>,
    reading: Option<Reading<'a>>,
}

/// Where and when the article was read.
#[derive(Clone, Copy, Debug)]
pub struct Reading<'a> {
    /// The title of the collection.
    pub collection: &'a str,
    /// The address of the article in it.
    pub address: &'a str,
    /// The day, for the styles that give one.
    pub day: Option<Date>,
}

/// Words of which some are set in italics.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Phrase {
    /// The words in order, and whether they are in italics.
    pub runs: Vec<(String, bool)>,
}

impl<'a> Reference<'a> {
    /// A reference to an article of `corpus`.
    pub fn new(corpus: &'a Corpus, article: &'a Article) -> Self {
        Reference { article, outlet: corpus.outlet_of(article), passage: None, reading: None }
    }

    /// The same for one passage, counted from 1.
    pub fn passage(self, passage: Option<u32>) -> Self {
        Reference { passage, ..self }
    }

    /// The same as read in a collection. Where the article's own address is
    /// known, that is given and not the collection's.
    pub fn read_in(self, reading: Reading<'a>) -> Self {
        Reference { reading: Some(reading), ..self }
    }

    /// Whether somebody is quoted in the passage: those words are a source
    /// within the source, and the styles want that said.
    fn quotes_somebody(&self) -> bool {
        let direct = |n| self.article.voices_in(n).any(|voice| voice.kind == VoiceKind::Direct);
        self.passage.is_some_and(direct)
    }

    /// Who wrote it, in the order of the byline.
    fn authors(&self) -> Vec<name::Name<'a>> {
        self.article.byline.as_ref().map(|byline| name::authors(&byline.value)).unwrap_or_default()
    }

    fn kind(&self) -> OutletKind {
        self.outlet.map_or(OutletKind::Newspaper, |outlet| outlet.kind)
    }

    fn outlet_is_inferred(&self) -> bool {
        self.article.outlet.as_ref().is_some_and(|outlet| outlet.why.basis == Basis::Inferred)
    }

    /// Whether the source has no headline, so that the collection gave one.
    fn headline_is_supplied(&self) -> bool {
        self.article.headline.why.basis == Basis::Inferred
    }

    /// The headline without a full stop, and without the brackets around one
    /// that was supplied.
    fn headline(&self) -> &'a str {
        let text = self.article.headline.value.trim();
        without_stop(text.strip_prefix('[').and_then(|text| text.strip_suffix(']')).unwrap_or(text))
    }

    fn carrier(&self) -> Option<&'a str> {
        self.article.carrier.as_ref().map(|carrier| carrier.value.as_str())
    }

    fn carrier_is_inferred(&self) -> bool {
        self.article.carrier.as_ref().is_some_and(|carrier| carrier.why.basis == Basis::Inferred)
    }

    /// Where the article can be read. A page that was opened from a disk has
    /// an address that says nothing to anybody else.
    fn address(&self) -> Option<&'a str> {
        let address = self.url().or(self.reading.map(|reading| reading.address))?;
        web_address(address)
    }

    /// The article's own address.
    fn url(&self) -> Option<&'a str> {
        web_address(self.article.url.as_deref()?)
    }

    fn day(&self) -> Option<Date> {
        self.reading.and_then(|reading| reading.day)
    }
}

/// A headline without the full stop at its end, which gives way to what follows
/// it in a reference or a list. A question mark or an exclamation mark stays.
pub fn without_stop(headline: &str) -> &str {
    let last = headline.rsplit(' ').next().unwrap_or("");
    // The full stop of “U.S.” is the word's own.
    if last.matches('.').count() == 1 { headline.trim_end_matches('.') } else { headline }
}

impl Phrase {
    fn add(&mut self, text: &str) -> &mut Self {
        self.run(text, false)
    }

    fn run(&mut self, text: &str, italic: bool) -> &mut Self {
        match self.runs.last_mut() {
            Some((last, same)) if *same == italic => last.push_str(text),
            _ if text.is_empty() => {}
            _ => self.runs.push((text.to_owned(), italic)),
        }
        self
    }

    /// The words alone.
    pub fn plain(&self) -> String {
        self.runs.iter().map(|(text, _)| text.as_str()).collect()
    }

    /// The words as HTML, for a clipboard: word processors keep the italics.
    pub fn html(&self) -> String {
        let mut html = String::new();
        for (text, italic) in &self.runs {
            html.push_str(if *italic { "<i>" } else { "" });
            for c in text.chars() {
                match c {
                    '&' => html.push_str("&amp;"),
                    '<' => html.push_str("&lt;"),
                    '>' => html.push_str("&gt;"),
                    _ => html.push(c),
                }
            }
            html.push_str(if *italic { "</i>" } else { "" });
        }
        html
    }
}

#[cfg(all(test, feature = "catalogue"))]
mod tests;
