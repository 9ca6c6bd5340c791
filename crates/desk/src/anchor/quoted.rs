//! Finding the words of another program's quotation: it knows no source as
//! received, only what a browser showed.
//!
//! Invariant: words are found to the letter, blanks apart, as whole words, and
//! at one place of the collection; else not at all.

use summitry_corpus::{Article, ByteRange, Corpus};

use super::find::{overlapping, parted};
use super::plain::{Plain, plain, short};
use super::{Anchor, Finder, Quote, make};

/// So many characters of what stood around the words must stand there too,
/// where they alone do not tell a place. Pages put other things between.
const AROUND: usize = 12;

/// The reading text of an article, as one.
#[derive(Debug, Default)]
pub(crate) struct ReadingText {
    plain: Plain,
    /// Where each block begins in the text that `plain` is made of.
    starts: Vec<u32>,
}

impl ReadingText {
    fn of(article: &Article) -> ReadingText {
        let (mut text, mut starts) = (String::new(), Vec::with_capacity(article.blocks.len()));
        for block in &article.blocks {
            starts.push(short(text.len()));
            text.push_str(&block.text);
            text.push('\n');
        }
        ReadingText { plain: Plain::of(&text), starts }
    }

    /// The block that a byte of the joined text stands in, and where in it.
    fn block(&self, at: usize) -> Option<(usize, usize)> {
        let block = self.starts.partition_point(|start| *start as usize <= at).checked_sub(1)?;
        Some((block, at - *self.starts.get(block)? as usize))
    }
}

/// A place of a text: the article and the bytes of its plain text.
type Place = (usize, usize);

impl Finder {
    /// The anchor of a quotation.
    ///
    /// # Errors
    /// Whether it stands in several places (`true`) or in none (`false`).
    pub(crate) fn quoted(&self, corpus: &Corpus, quote: &Quote, address: &str) -> Result<Anchor, bool> {
        let exact = plain(&quote.exact);
        let articles = || corpus.articles.iter().zip(&self.prepared).enumerate();
        let mut places: Vec<Place> = Vec::new();
        for (at, (article, prepared)) in articles() {
            let text = &prepared.reading.get_or_init(|| ReadingText::of(article)).plain.text;
            places.extend(stands(text, &exact).map(|place| (at, place)));
        }
        let in_reading = !places.is_empty();
        if !in_reading {
            for (at, (article, prepared)) in articles() {
                places.extend(stands(prepared.plain(&article.source), &exact).map(|place| (at, place)));
            }
        }
        let text = |at: usize| {
            let (article, prepared) = (corpus.articles.get(at)?, self.prepared.get(at)?);
            match in_reading {
                true => prepared.reading.get().map(|reading| &reading.plain),
                false => Some(prepared.whole(&article.source)),
            }
        };
        if places.len() > 1 {
            let near: Vec<Place> = places
                .iter()
                .copied()
                .filter(|(at, place)| text(*at).is_some_and(|text| around(&text.text, *place, &exact, quote)))
                .collect();
            let same =
                |at: usize| corpus.articles.get(at).is_some_and(|article| article.url.as_deref() == Some(address));
            let there: Vec<Place> = places.iter().copied().filter(|(at, _)| same(*at)).collect();
            let both: Vec<Place> = near.iter().copied().filter(|(at, _)| same(*at)).collect();
            let [one] = [near, there, both].into_iter().find(|places| places.len() == 1).ok_or(true)?[..] else {
                return Err(true);
            };
            places = vec![one];
        }
        let (at, place) = *places.first().ok_or(false)?;
        let (start, end) = text(at).ok_or(false)?.origin_range(place, place + exact.len());
        self.made(corpus, at, (start, end), in_reading).ok_or(false)
    }

    /// The anchor of a range of the reading text, or of the source.
    fn made(&self, corpus: &Corpus, at: usize, range: (usize, usize), in_reading: bool) -> Option<Anchor> {
        let (article, prepared) = (corpus.articles.get(at)?, self.prepared.get(at)?);
        let (mut start, mut end) = range;
        let mut passage = None;
        if in_reading {
            let reading = prepared.reading.get()?;
            let (first, from) = reading.block(start)?;
            let (last, until) = reading.block(end.checked_sub(1)?)?;
            let until = until + 1;
            if first == last {
                return self.anchor_in_block(corpus, at, first, Some(ByteRange::new(from, until)));
            }
            let (opens, closes) = (article.blocks.get(first)?, article.blocks.get(last)?);
            passage = opens.n;
            // Of blocks that cannot be aligned with their source all is taken.
            let whole = prepared
                .alignment(article, first)
                .map_or(Some(opens.range), |aligned| aligned.source(ByteRange::new(from, opens.text.len())))?;
            let rest = prepared
                .alignment(article, last)
                .map_or(Some(closes.range), |aligned| aligned.source(ByteRange::new(0, until)))?;
            (start, end) = (whole.start as usize, rest.end as usize);
        }
        let mut anchor = make::anchor(&article.source, prepared, start, end)?;
        anchor.article = article.id.0.clone();
        anchor.passage = passage;
        Some(anchor)
    }
}

/// Where whole words stand in a text.
fn stands<'t>(text: &'t str, words: &'t str) -> impl Iterator<Item = usize> + 't {
    let words = if words.is_empty() { None } else { Some(words) };
    words
        .into_iter()
        .flat_map(move |words| overlapping(text, words).filter(move |at| parted(text, *at, words.len())).take(100))
}

/// Whether what the quotation says stands before or behind it does; blanks
/// do not count, for pages set them as they like.
fn around(text: &str, at: usize, exact: &str, quote: &Quote) -> bool {
    let before = text.get(..at).unwrap_or("").chars().rev();
    let behind = text.get(at + exact.len()..).unwrap_or("").chars();
    same(before, plain(&quote.prefix).chars().rev()) || same(behind, plain(&quote.suffix).chars())
}

/// Whether both begin with the same characters, and enough of them.
fn same(one: impl Iterator<Item = char>, other: impl Iterator<Item = char>) -> bool {
    let shown = |c: &char| *c != ' ';
    let mut pairs = one.filter(shown).zip(other.filter(shown)).take(AROUND);
    let mut count = 0;
    pairs.all(|(one, other)| {
        count += 1;
        one == other
    }) && count == AROUND
}
