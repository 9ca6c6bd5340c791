//! Corpus and index as one blob of bytes.
//!
//! ```text
//! magic      8 bytes   "SUMMITRY"
//! version    u32       little-endian, as are all numbers here
//! sections   u32       how many follow
//! each       name u32, length u32, checksum u64
//! then the sections, one after the other, and nothing else
//! ```
//!
//! Invariant: [`Collection::open`] checks magic, version, every length and
//! every checksum before it looks at anything else; a blob that is foreign,
//! older or damaged is an error value.

use summitry_corpus::{Corpus, DecodeError};

use crate::collection::Collection;
use crate::fields::Metadata;
#[cfg(feature = "large")]
use crate::index::Index;
use crate::labels;
use crate::problems::problems;
use crate::response::IssueProblem;
use crate::variants::variants;

const MAGIC: &[u8; 8] = b"SUMMITRY";
/// The version of the format that is written and read.
pub(crate) const VERSION: u32 = 5;
const CORPUS: u32 = 1;
/// Other spellings of the articles' words: a line a group, a space between.
const SPELLINGS: u32 = 2;
/// The index, all but the positions; only for large collections.
#[cfg(feature = "large")]
const INDEX: u32 = 3;
/// The positions of the index.
#[cfg(feature = "large")]
const POSITIONS: u32 = 4;
/// The passages on each issue, with the words that earned it.
const LABELS: u32 = 5;
/// From how many words on a collection carries its index. Below, building it
/// takes the page less time than fetching it: the five articles are indexed
/// in about two milliseconds, and their index would be 12 KB.
#[cfg(feature = "large")]
const LARGE: u64 = 100_000;
/// The fixed part before the list of sections, in bytes.
const HEAD: usize = 16;
/// What the list says of each section, in bytes.
const ENTRY: usize = 16;

/// Why a blob cannot be opened.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum OpenError {
    /// The bytes are something else.
    #[error("this is not a Summitry collection: it begins with “{found}”")]
    Foreign {
        /// The first characters, at most eight bytes.
        found: String,
    },
    /// Another version of the format.
    #[error(
        "the collection has format {found}, this page reads format {expected}; reload the page or build the collection again"
    )]
    Version {
        /// What this crate reads.
        expected: u32,
        /// What the blob says.
        found: u32,
    },
    /// Bytes are missing, or there are more than there should be.
    #[error("the collection should have {expected} bytes and has {found}; it was not loaded completely")]
    Length {
        /// The length that the list of sections adds up to.
        expected: u64,
        /// The length of the blob.
        found: u64,
    },
    /// A section is not what was written.
    #[error("section {section} of the collection is damaged")]
    Damaged {
        /// Its name in the list.
        section: u32,
    },
    /// A section that is needed is not there.
    #[error("section {section} of the collection is missing")]
    Missing {
        /// Its name in the list.
        section: u32,
    },
    /// The articles cannot be read.
    #[error(transparent)]
    Corpus(#[from] DecodeError),
}

/// Packs a corpus and what is needed to search it into one blob, the same
/// bytes for the same corpus.
///
/// # Errors
/// Every issue whose query does not parse or names an id that the corpus does
/// not have, with the place in the query.
pub fn pack(corpus: &Corpus) -> Result<Vec<u8>, Vec<IssueProblem>> {
    let problems = problems(corpus);
    if !problems.is_empty() {
        return Err(problems);
    }
    let mut sections = vec![(CORPUS, corpus.encode())];
    let spellings = variants(corpus);
    let index = Collection::index_of(corpus, &spellings);
    sections.push((LABELS, labels::encode(&labels::find(corpus, &index, &Metadata::new(corpus)))));
    #[cfg(feature = "large")]
    if index.words() >= LARGE {
        let wire = crate::index::encode(&index);
        sections.extend([(INDEX, wire.index), (POSITIONS, wire.positions)]);
    }
    if !spellings.is_empty() {
        sections.push((SPELLINGS, spellings.into_bytes()));
    }
    Ok(join(&sections))
}

impl Collection {
    /// Opens what [`pack`] wrote. Linear in its length. Where the index is not in
    /// it, it is made by the first search, or by [`prepare`](Collection::prepare).
    ///
    /// # Errors
    /// When the bytes are foreign, of another version, incomplete or damaged.
    pub fn open(blob: &[u8]) -> Result<Collection, OpenError> {
        let sections = split(blob)?;
        let section = |name: u32| sections.iter().find(|(known, _)| *known == name).map(|(_, bytes)| *bytes);
        let corpus = section(CORPUS).ok_or(OpenError::Missing { section: CORPUS })?;
        let spellings = std::str::from_utf8(section(SPELLINGS).unwrap_or(&[]));
        let spellings = spellings.map_err(|_| OpenError::Damaged { section: SPELLINGS })?;
        let corpus = Corpus::decode(corpus)?;
        let metadata = Metadata::new(&corpus);
        let labels = section(LABELS).ok_or(OpenError::Missing { section: LABELS })?;
        let labelled = labels::decode(labels, &corpus, &metadata).ok_or(OpenError::Damaged { section: LABELS })?;
        #[cfg(feature = "large")]
        if let Some(stored) = section(INDEX) {
            let index = stored_index(&corpus, stored, section(POSITIONS).unwrap_or(&[]))?;
            return Ok(Collection::with(corpus, spellings, metadata, labelled).indexed(index));
        }
        Ok(Collection::with(corpus, spellings, metadata, labelled))
    }
}

/// The index of a corpus from its bytes, if they belong together.
#[cfg(feature = "large")]
fn stored_index(corpus: &Corpus, index: &[u8], positions: &[u8]) -> Result<Index, OpenError> {
    let damaged = OpenError::Damaged { section: INDEX };
    let index = crate::index::decode(index, positions).ok_or(damaged.clone())?;
    let passages: usize = corpus.articles.iter().map(|article| article.passages().count()).sum();
    let fits = index.units() == passages && index.groups.len() == corpus.articles.len() + 1;
    if fits { Ok(index) } else { Err(damaged) }
}

/// Sections with a head.
pub(crate) fn join(sections: &[(u32, Vec<u8>)]) -> Vec<u8> {
    let mut blob = MAGIC.to_vec();
    blob.extend(VERSION.to_le_bytes());
    blob.extend((sections.len() as u32).to_le_bytes());
    for (name, bytes) in sections {
        blob.extend(name.to_le_bytes());
        blob.extend((bytes.len() as u32).to_le_bytes());
        blob.extend(checksum(bytes).to_le_bytes());
    }
    for (_, bytes) in sections {
        blob.extend(bytes);
    }
    blob
}

/// The sections of a blob by name, checked.
pub(crate) fn split(blob: &[u8]) -> Result<Vec<(u32, &[u8])>, OpenError> {
    let found = blob.len() as u64;
    let Some(rest) = blob.strip_prefix(MAGIC) else {
        let first = blob.get(..blob.len().min(8)).unwrap_or(&[]);
        return Err(OpenError::Foreign { found: String::from_utf8_lossy(first).into_owned() });
    };
    let short = |expected: usize| OpenError::Length { expected: expected as u64, found };
    let (version, rest) = number(rest).ok_or(short(HEAD))?;
    if version != VERSION {
        return Err(OpenError::Version { expected: VERSION, found: version });
    }
    let (count, mut rest) = number(rest).ok_or(short(HEAD))?;
    let head = HEAD as u64 + u64::from(count) * ENTRY as u64;
    if found < head {
        return Err(OpenError::Length { expected: head, found });
    }
    let mut entries = Vec::new();
    let mut expected = head;
    for _ in 0..count {
        let (name, after) = number(rest).ok_or(short(HEAD))?;
        let (length, after) = number(after).ok_or(short(HEAD))?;
        let Some((sum, after)) = after.split_first_chunk::<8>() else { return Err(short(HEAD)) };
        entries.push((name, length as usize, u64::from_le_bytes(*sum)));
        expected += u64::from(length);
        rest = after;
    }
    if expected != found {
        return Err(OpenError::Length { expected, found });
    }
    let mut sections = Vec::new();
    for (name, length, sum) in entries {
        let Some((bytes, after)) = rest.split_at_checked(length) else {
            return Err(OpenError::Length { expected, found });
        };
        if checksum(bytes) != sum {
            return Err(OpenError::Damaged { section: name });
        }
        sections.push((name, bytes));
        rest = after;
    }
    Ok(sections)
}

fn number(bytes: &[u8]) -> Option<(u32, &[u8])> {
    let (four, rest) = bytes.split_first_chunk::<4>()?;
    Some((u32::from_le_bytes(*four), rest))
}

/// Finds damage by accident, not forgery: eight bytes at a time, multiplied
/// and rotated, so that a blob of megabytes takes a millisecond.
pub(crate) fn checksum(bytes: &[u8]) -> u64 {
    const FACTOR: u64 = 0x9e37_79b9_7f4a_7c15;
    let (words, rest) = bytes.as_chunks::<8>();
    let mut sum = bytes.len() as u64 ^ FACTOR;
    for word in words {
        sum = (sum ^ u64::from_le_bytes(*word)).wrapping_mul(FACTOR).rotate_left(29);
    }
    for byte in rest {
        sum = (sum ^ u64::from(*byte)).wrapping_mul(FACTOR).rotate_left(29);
    }
    sum ^ (sum >> 32)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn blob() -> Vec<u8> {
        join(&[(1, b"articles".to_vec()), (2, b"index and more".to_vec())])
    }

    #[test]
    fn sections_come_back_as_they_were() {
        let blob = blob();
        assert_eq!(split(&blob).unwrap(), [(1, &b"articles"[..]), (2, b"index and more")]);
    }

    #[test]
    fn any_byte_that_differs_is_noticed() {
        for at in 0..blob().len() {
            for bit in 0..8 {
                let mut damaged = blob();
                damaged[at] ^= 1 << bit;
                let names: Vec<u32> = split(&damaged).unwrap_or_default().iter().map(|s| s.0).collect();
                assert_ne!(names, [1, 2], "byte {at} bit {bit}");
            }
        }
    }

    #[test]
    fn a_blob_that_is_cut_or_longer_is_incomplete() {
        for length in 0..blob().len() {
            assert!(split(&blob()[..length]).is_err(), "{length}");
        }
        let mut longer = blob();
        longer.push(0);
        assert!(matches!(split(&longer), Err(OpenError::Length { .. })));
    }

    /// Articles with so many passages each.
    fn corpus(passages: &[usize]) -> Corpus {
        let said = "The two delegations met in the town hall on Tuesday and agreed to meet again.";
        let text = |count: &usize| ["A headline", &vec![said; *count].join("\n\n")].join("\n\n");
        let texts: Vec<(String, String)> =
            passages.iter().enumerate().map(|(at, count)| (format!("{at}.txt"), text(count))).collect();
        let sources = texts.iter().map(|(name, text)| summitry_corpus::SourceFile { name, bytes: text.as_bytes() });
        let built = summitry_corpus::build(&sources.collect::<Vec<_>>(), None);
        built.unwrap_or_else(|problems| panic!("{}", problems[0])).corpus
    }

    #[cfg(feature = "large")]
    #[test]
    fn an_index_is_read_with_its_own_articles_only() {
        let opened = |articles: &[usize], indexed: &[usize]| {
            let corpus = corpus(articles);
            let index = Collection::index_of(&corpus, "");
            let labels = labels::encode(&labels::find(&corpus, &index, &Metadata::new(&corpus)));
            let wire = crate::index::encode(&Collection::index_of(&self::corpus(indexed), ""));
            let sections =
                [(CORPUS, corpus.encode()), (LABELS, labels), (INDEX, wire.index), (POSITIONS, wire.positions)];
            Collection::open(&join(&sections)).map(|collection| collection.search(&crate::Request::new("hall")).total)
        };
        assert_eq!(opened(&[2, 1], &[2, 1]), Ok(3));
        for other in [&[3][..], &[2, 2], &[1, 1, 1]] {
            assert_eq!(opened(&[2, 1], other), Err(OpenError::Damaged { section: INDEX }), "{other:?}");
        }
    }

    #[test]
    fn a_collection_is_opened_without_its_index_which_the_first_search_makes() {
        let corpus = corpus(&[1]);
        let labels =
            labels::encode(&labels::find(&corpus, &Collection::index_of(&corpus, ""), &Metadata::new(&corpus)));
        let sections = [(CORPUS, corpus.encode()), (LABELS, labels), (SPELLINGS, b"hall halls".to_vec())];
        let collection = Collection::open(&join(&sections)).unwrap();
        assert_eq!(collection.search(&crate::Request::new(" ")).total, 1);
        assert_eq!(collection.search(&crate::Request { outlets: vec!["nobody"], ..crate::Request::new("") }).total, 0);
        assert!(!collection.has_index());
        assert_eq!(collection.search(&crate::Request::new("hall")).total, 1);
        assert!(collection.has_index());
        let prepared = Collection::open(&join(&sections)).unwrap();
        prepared.prepare();
        assert!(prepared.has_index());
        assert_eq!(prepared.search(&crate::Request::new("hall")), collection.search(&crate::Request::new("hall")));
    }

    #[test]
    fn an_index_made_in_turns_finds_what_one_made_at_once_finds() {
        let corpus = corpus(&[1, 2]);
        let labels =
            labels::encode(&labels::find(&corpus, &Collection::index_of(&corpus, ""), &Metadata::new(&corpus)));
        let packed = join(&[(CORPUS, corpus.encode()), (LABELS, labels), (SPELLINGS, b"hall halls".to_vec())]);
        let whole = Collection::open(&packed).unwrap();
        let answer = |collection: &Collection| collection.search(&crate::Request::new("hall"));
        // Of the two articles none, one or both are read before the last turn.
        for turns in 0..=3 {
            let parts = Collection::open(&packed).unwrap();
            let mut begun = parts.begin_index().unwrap();
            let read = (0..turns).filter(|_| parts.index_next(&mut begun)).count();
            assert_eq!(read, turns.min(2));
            assert!(!parts.has_index());
            parts.finish_index(begun);
            assert!(parts.has_index());
            assert_eq!(answer(&parts), answer(&whole));
        }
        // Somebody does not wait for the last turn.
        let searched = Collection::open(&packed).unwrap();
        let mut begun = searched.begin_index().unwrap();
        assert!(searched.index_next(&mut begun));
        assert_eq!(answer(&searched), answer(&whole));
        assert!(!searched.index_next(&mut begun), "nothing is left to do");
        searched.finish_index(begun);
        assert_eq!(answer(&searched), answer(&whole));
        assert!(searched.begin_index().is_none());
    }

    #[test]
    fn an_older_format_is_named_in_the_sentence() {
        let mut older = blob();
        older[8] = 0;
        let sentence = split(&older).unwrap_err().to_string();
        assert!(sentence.contains("format 0") && sentence.contains(&format!("format {VERSION}")), "{sentence}");
    }
}
