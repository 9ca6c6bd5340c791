//! The corpus as bytes and back, by one set of types.
//!
//! A source is stored once; reading text, quotations and removed lines are
//! ranges of it.
//!
//! Invariant: `decode(encode(corpus)) == corpus`; any other bytes give an
//! error value, never a panic.

mod article;
mod read;
mod voice;

use std::collections::HashMap;

use serde::{Deserialize, Serialize};

use crate::fact::ByteRange;
use crate::model::{Corpus, Event, IssueDefinition, Meeting, Outlet, Person, Side};
use article::{WireArticle, pack, unpack};

/// Why bytes are not a corpus.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum DecodeError {
    /// The bytes do not follow the format.
    #[error("the bytes do not hold a corpus: they end early or are damaged")]
    Malformed,
    /// The bytes follow the format and go on after its end.
    #[error("{0} bytes follow the end of the corpus")]
    Trailing(usize),
    /// There are more texts than articles, or fewer.
    #[error("{sources} texts stand beside {articles} articles")]
    Sources {
        /// How many texts.
        sources: usize,
        /// How many articles.
        articles: usize,
    },
    /// A range does not lie within the text it belongs to.
    #[error("article {article} has a range beyond its text")]
    OutOfRange {
        /// The id of the article.
        article: String,
    },
}

#[derive(Serialize, Deserialize)]
struct WireCorpus {
    /// The sources side by side: text beside text compresses best.
    sources: Vec<String>,
    title: String,
    description: String,
    outlets: Vec<Outlet>,
    meetings: Vec<Meeting>,
    events: Vec<Event>,
    issues: Vec<IssueDefinition>,
    people: Vec<Person>,
    sides: Vec<Side>,
    equivalents: Vec<Vec<String>>,
    articles: Vec<WireArticle>,
    /// Sentences and names that stand more than once, by number.
    strings: Vec<String>,
}

/// A range as the distance from the end of the one before, and its length.
/// The distance is signed only where ranges need not be in order.
#[derive(Serialize, Deserialize)]
struct Span(i32, u32);

impl Corpus {
    /// The corpus in bytes, the same for the same corpus. The payload only:
    /// whoever stores it adds magic, version, length and checksum.
    pub fn encode(&self) -> Vec<u8> {
        let mut strings = Strings::default();
        let articles = self.articles.iter().map(|article| pack(article, self, &mut strings)).collect();
        let wire = WireCorpus {
            sources: self.articles.iter().map(|article| article.source.clone()).collect(),
            title: self.title.clone(),
            description: self.description.clone(),
            outlets: self.outlets.clone(),
            meetings: self.meetings.clone(),
            events: self.events.clone(),
            issues: self.issues.clone(),
            people: self.people.clone(),
            sides: self.sides.clone(),
            equivalents: self.equivalents.clone(),
            articles,
            strings: strings.list,
        };
        // Writing to a growing vector cannot fail: no type here refuses.
        postcard::to_allocvec(&wire).unwrap_or_default()
    }

    /// Reads what [`encode`](Self::encode) wrote.
    ///
    /// # Errors
    /// When the bytes are not a corpus.
    pub fn decode(bytes: &[u8]) -> Result<Corpus, DecodeError> {
        let (wire, rest) = read::from_bytes::<WireCorpus>(bytes).ok_or(DecodeError::Malformed)?;
        if rest > 0 {
            return Err(DecodeError::Trailing(rest));
        }
        let mut corpus = Corpus {
            title: wire.title,
            description: wire.description,
            outlets: wire.outlets,
            articles: Vec::new(),
            meetings: wire.meetings,
            events: wire.events,
            issues: wire.issues,
            people: wire.people,
            sides: wire.sides,
            equivalents: wire.equivalents,
        };
        if wire.sources.len() != wire.articles.len() {
            return Err(DecodeError::Sources { sources: wire.sources.len(), articles: wire.articles.len() });
        }
        let pairs = wire.articles.into_iter().zip(wire.sources);
        let articles = pairs.map(|(article, source)| unpack(article, source, &corpus, &wire.strings));
        corpus.articles = articles.collect::<Result<Vec<_>, _>>()?;
        Ok(corpus)
    }
}

/// Strings by number, each kept once.
#[derive(Default)]
struct Strings {
    list: Vec<String>,
    numbers: HashMap<String, u32>,
}

impl Strings {
    fn number(&mut self, text: &str) -> u32 {
        if let Some(number) = self.numbers.get(text) {
            return *number;
        }
        let number = u32::try_from(self.list.len()).unwrap_or(u32::MAX);
        self.list.push(text.to_owned());
        self.numbers.insert(text.to_owned(), number);
        number
    }
}

/// Writes ranges as distances.
#[derive(Default)]
struct Distances(u32);

impl Distances {
    fn pack(&mut self, range: ByteRange) -> Span {
        let distance = i64::from(range.start) - i64::from(self.0);
        self.0 = range.end;
        Span(i32::try_from(distance).unwrap_or(0), range.end.saturating_sub(range.start))
    }

    fn unpack(&mut self, span: &Span) -> Option<ByteRange> {
        let start = self.0.checked_add_signed(span.0)?;
        let end = start.checked_add(span.1)?;
        self.0 = end;
        Some(ByteRange { start, end })
    }
}
