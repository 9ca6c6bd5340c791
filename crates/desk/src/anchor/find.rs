//! Finding the words of an anchor in a collection.
//!
//! Invariant: words are found where the source is the same, at their place;
//! else only in a setting in which they stood once, and stand once now. What
//! is neither is an orphan.

use std::cell::OnceCell;
use std::collections::HashMap;

use summitry_corpus::{Article, ByteRange, Corpus};

use super::align::Alignment;
use super::chars::Chars;
use super::plain::{Plain, plain};
use super::{Anchor, Quote, make};

/// Without anything around them, fewer words than this are not looked for:
/// others could write the same.
const WORDS_ALONE: usize = 8;
/// A side on its own must have this many characters that show.
const LEAST_SIDE: usize = 12;

/// What is known of one article's source, made when it is first needed.
#[derive(Debug, Default)]
pub(crate) struct Prepared {
    digest: OnceCell<String>,
    chars: OnceCell<Chars>,
    plain: OnceCell<Plain>,
    alignments: OnceCell<Vec<OnceCell<Option<Alignment>>>>,
    pub(super) reading: OnceCell<super::quoted::ReadingText>,
}

impl Prepared {
    pub(crate) fn digest(&self, source: &str) -> &str {
        self.digest.get_or_init(|| make::digest(source))
    }

    pub(crate) fn chars(&self, source: &str) -> &Chars {
        self.chars.get_or_init(|| Chars::of(source))
    }

    pub(crate) fn plain(&self, source: &str) -> &str {
        &self.whole(source).text
    }

    pub(super) fn whole(&self, source: &str) -> &Plain {
        self.plain.get_or_init(|| Plain::of(source))
    }

    pub(super) fn alignment(&self, article: &Article, block: usize) -> Option<&Alignment> {
        let all = self.alignments.get_or_init(|| article.blocks.iter().map(|_| OnceCell::new()).collect());
        let make = || Alignment::of(article, article.blocks.get(block)?);
        all.get(block)?.get_or_init(make).as_ref()
    }
}

/// Makes and finds anchors in one collection; what it works out about an
/// article it keeps. It belongs to the corpus that it was made of.
#[derive(Debug)]
pub struct Finder {
    by_id: HashMap<String, usize>,
    by_digest: OnceCell<HashMap<String, usize>>,
    pub(super) prepared: Vec<Prepared>,
}

/// What became of an anchor.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Finding {
    /// The words stand there.
    Found(Standing),
    /// They cannot be found, or not for certain.
    Orphan(Orphaned),
}

/// Where words stand now.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Standing {
    /// The place of the article in [`Corpus::articles`].
    pub article: usize,
    /// The bytes of the source.
    pub source: ByteRange,
    /// Whether the source has changed since, so that the words were looked for.
    pub looked_for: bool,
    /// The pieces of the reading text, in order; empty where cleaning leaves
    /// the words out, which are then read with the text as received.
    pub spots: Vec<Spot>,
}

/// A piece of the reading text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Spot {
    /// The place of the block in [`Article::blocks`].
    pub block: usize,
    /// Its number, if it is a passage.
    pub passage: Option<u32>,
    /// Bytes of the block's text.
    pub range: ByteRange,
}

/// Why words have no place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Orphaned {
    /// The article is not in the collection.
    NoArticle,
    /// The words do not stand in it as they did.
    Gone,
    /// They stand there more than once, or did.
    Several,
}

impl Orphaned {
    /// Why, and what can be done.
    pub fn sentence(self) -> &'static str {
        match self {
            Orphaned::NoArticle => {
                "The article that these words were kept from is not in this collection. They stay here as they were kept; open the collection that has the article to see them in place."
            }
            Orphaned::Gone => {
                "The article has changed, and these words do not stand in it any more as they were kept. They stay here; look in the article for what replaced them."
            }
            Orphaned::Several => {
                "The article has changed, and these words cannot be told from others like them. They stay here; keep them again in the article to give them a place."
            }
        }
    }
}

impl Finder {
    /// A finder for a corpus; nothing is worked out yet.
    pub fn of(corpus: &Corpus) -> Finder {
        let by_id = corpus.articles.iter().enumerate().map(|(at, article)| (article.id.0.clone(), at)).collect();
        let prepared = corpus.articles.iter().map(|_| Prepared::default()).collect();
        Finder { by_id, by_digest: OnceCell::new(), prepared }
    }

    /// The anchor of a range of a passage's text, in bytes; of the whole
    /// passage for `None`. `article` is the place in [`Corpus::articles`].
    /// `None` where the passage does not exist or the range shows nothing.
    pub fn anchor(&self, corpus: &Corpus, article: usize, passage: u32, range: Option<ByteRange>) -> Option<Anchor> {
        let blocks = &corpus.articles.get(article)?.blocks;
        let block = blocks.iter().position(|block| block.n == Some(passage))?;
        self.anchor_in_block(corpus, article, block, range)
    }

    /// The same for any block: a headline, a caption.
    pub fn anchor_in_block(
        &self,
        corpus: &Corpus,
        article: usize,
        block: usize,
        range: Option<ByteRange>,
    ) -> Option<Anchor> {
        let (whole, prepared) = (corpus.articles.get(article)?, self.prepared.get(article)?);
        let kept = whole.blocks.get(block)?;
        let range = range.unwrap_or(ByteRange::new(0, kept.text.len()));
        let words = kept.text.get(range.start as usize..range.end as usize).filter(|words| !plain(words).is_empty())?;
        let aligned = prepared.alignment(whole, block);
        let source = aligned.map_or(Some(kept.range), |aligned| aligned.source(range))?;
        let mut anchor = make::anchor(&whole.source, prepared, source.start as usize, source.end as usize)?;
        anchor.article = whole.id.0.clone();
        anchor.passage = kept.n;
        if aligned.is_none() {
            anchor.refined = Some(quoted(&kept.text, range));
        } else if plain(&anchor.quote.exact) != words.trim() {
            anchor.words = words.trim().to_owned();
        }
        Some(anchor)
    }

    /// Finds the words of an anchor. Where the source is the same, the cost is
    /// that of the blocks that the words stand in; else that of the article.
    pub fn find(&self, corpus: &Corpus, anchor: &Anchor) -> Finding {
        let digest = |at: usize| Some(self.prepared.get(at)?.digest(&corpus.articles.get(at)?.source));
        let named = self.by_id.get(&anchor.article).copied();
        let same = named.filter(|at| digest(*at) == Some(&anchor.digest)).or_else(|| {
            let by_digest = self.by_digest.get_or_init(|| {
                let all = (0..self.prepared.len()).rev();
                all.filter_map(|at| Some((digest(at)?.to_owned(), at))).collect()
            });
            by_digest.get(&anchor.digest).copied()
        });
        let Some(at) = same.or(named) else { return Finding::Orphan(Orphaned::NoArticle) };
        match self.find_in(corpus, at, anchor, same.is_some()) {
            Ok(standing) => Finding::Found(standing),
            Err(orphaned) => Finding::Orphan(orphaned),
        }
    }

    fn find_in(&self, corpus: &Corpus, at: usize, anchor: &Anchor, same: bool) -> Result<Standing, Orphaned> {
        let (Some(article), Some(prepared)) = (corpus.articles.get(at), self.prepared.get(at)) else {
            return Err(Orphaned::NoArticle);
        };
        let source = &article.source;
        let placed = same.then(|| placed(source, prepared.chars(source), anchor)).flatten();
        let range = match placed {
            Some(range) => range,
            None => looked_for(prepared.whole(source), anchor)?,
        };
        let spots = self.spots(article, prepared, range, anchor.refined.as_ref())?;
        Ok(Standing { article: at, source: range, looked_for: placed.is_none(), spots })
    }

    /// The pieces of the reading text that came from a range of the source.
    fn spots(
        &self,
        article: &Article,
        prepared: &Prepared,
        range: ByteRange,
        refined: Option<&Quote>,
    ) -> Result<Vec<Spot>, Orphaned> {
        let first = article.blocks.partition_point(|block| block.range.end <= range.start);
        let touched = article.blocks.iter().enumerate().skip(first);
        let touched = touched.take_while(|(_, block)| block.range.start < range.end);
        let mut spots = Vec::new();
        for (at, block) in touched {
            let spot = |range| Spot { block: at, passage: block.n, range };
            let whole = range.start <= block.range.start && block.range.end <= range.end;
            let here = match (refined, prepared.alignment(article, at)) {
                // Which words of the block is told by its own text.
                (Some(_), _) => None,
                (None, _) if whole => Some(ByteRange::new(0, block.text.len())),
                (None, Some(aligned)) => aligned.text(range),
                (None, None) => Some(ByteRange::new(0, block.text.len())),
            };
            spots.extend(here.filter(|here| !here.is_empty()).map(spot));
            if let Some(refined) = refined {
                let text = Plain::of(&block.text);
                let once = super::Once { both: true, ..super::Once::default() };
                match standing(&text, refined, once) {
                    Ok((start, end)) => spots.push(spot(ByteRange::new(start, end))),
                    Err(Orphaned::Several) => return Err(Orphaned::Several),
                    Err(_) => {}
                }
            }
        }
        let reading = article.blocks.get(first).is_some_and(|block| block.range.start < range.end);
        match refined.filter(|_| reading) {
            Some(_) if spots.is_empty() => Err(Orphaned::Gone),
            Some(_) if spots.len() > 1 => Err(Orphaned::Several),
            _ => Ok(spots),
        }
    }
}

/// A range of a text with some words around it.
fn quoted(text: &str, range: ByteRange) -> Quote {
    let before = text.get(..range.start as usize).unwrap_or("");
    let behind = text.get(range.end as usize..).unwrap_or("");
    let from = before.char_indices().rev().take(64).last().map_or(0, |(at, _)| at);
    let until = behind.char_indices().nth(64).map_or(behind.len(), |(at, _)| at);
    Quote {
        exact: range.of(text).to_owned(),
        prefix: before.get(from..).unwrap_or("").to_owned(),
        suffix: behind.get(..until).unwrap_or("").to_owned(),
    }
}

/// The place that the anchor gives, if its words stand there to the letter.
fn placed(source: &str, chars: &Chars, anchor: &Anchor) -> Option<ByteRange> {
    let start = chars.byte(source, anchor.position.0 as usize)?;
    let end = start + anchor.quote.exact.len();
    let stands = !anchor.quote.exact.is_empty() && source.get(start..end)? == anchor.quote.exact;
    stands.then(|| ByteRange::new(start, end))
}

/// The one place of a changed source where the words stand as they did.
fn looked_for(source: &Plain, anchor: &Anchor) -> Result<ByteRange, Orphaned> {
    standing(source, &anchor.quote, anchor.once).map(|(start, end)| ByteRange::new(start, end))
}

/// A quotation with its sides, as plain text; each with the place in it at
/// which the words begin.
pub(crate) struct Sides {
    pub(crate) exact: String,
    pub(crate) before: (String, usize),
    pub(crate) behind: (String, usize),
    pub(crate) both: (String, usize),
}

/// The sides of a quotation.
pub(crate) fn sides(quote: &Quote) -> Sides {
    let exact = plain(&quote.exact);
    // Joined before they are made plain: a word may begin in one of them.
    let before = plain(&[quote.prefix.as_str(), &quote.exact].concat());
    let behind = plain(&[quote.exact.as_str(), &quote.suffix].concat());
    let both = plain(&[quote.prefix.as_str(), &quote.exact, &quote.suffix].concat());
    let lead = before.len().saturating_sub(exact.len());
    Sides { exact, before: (before, lead), behind: (behind, 0), both: (both, lead) }
}

/// Where a quotation stands in a text, in bytes of the text that it is the
/// plain text of.
fn standing(text: &Plain, quote: &Quote, once: super::Once) -> Result<(usize, usize), Orphaned> {
    let sides = sides(quote);
    if sides.exact.is_empty() {
        return Err(Orphaned::Gone);
    }
    let places = |(words, lead): &(String, usize)| -> Vec<usize> {
        if words.is_empty() {
            return Vec::new();
        }
        // Two places are enough to know that there is not one.
        overlapping(&text.text, words).map(|at| at + lead).take(2).collect()
    };
    let long = |side: &(String, usize)| side.0.len() >= sides.exact.len() + LEAST_SIDE;
    let enough = sides.exact.split(' ').count() >= WORDS_ALONE;
    let mut found: Vec<usize> = places(&sides.both);
    if !once.both && !found.is_empty() {
        return Err(Orphaned::Several);
    }
    if found.is_empty() && once.alone {
        // Words that others share could stand behind the same words by chance,
        // where what stood between was taken out; words of one place cannot.
        for side in [&sides.before, &sides.behind] {
            if long(side) {
                found.extend(places(side));
            }
        }
        found.sort_unstable();
        found.dedup();
    }
    if found.is_empty() && once.alone && enough {
        found = places(&(sides.exact.clone(), 0));
        found.retain(|at| parted(&text.text, *at, sides.exact.len()));
    }
    match found.as_slice() {
        [] => Err(Orphaned::Gone),
        [at] => Ok(text.origin_range(*at, at + sides.exact.len())),
        _ => Err(Orphaned::Several),
    }
}

/// Every place of `words`, also those that overlap.
pub(crate) fn overlapping<'t>(text: &'t str, words: &'t str) -> impl Iterator<Item = usize> + 't {
    let mut from = 0;
    std::iter::from_fn(move || {
        let at = from + text.get(from..)?.find(words)?;
        from = at + text.get(at..)?.chars().next().map_or(1, char::len_utf8);
        Some(at)
    })
}

/// Whether the words at this place are not part of longer ones.
pub(super) fn parted(text: &str, at: usize, length: usize) -> bool {
    let before = text.get(..at).and_then(|text| text.chars().next_back());
    let behind = text.get(at + length..).and_then(|text| text.chars().next());
    let within = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
    !within(before) && !within(behind)
}
