//! A corpus with its index: what the page and the command line work with. How a
//! query is read, and what a request finds, stand in modules of their own.
//!
//! Invariant: unit `i` of the index is the passage `places[i]`; the units of
//! an article stand together, in the order of the corpus.

mod read;
mod search;

use std::borrow::Cow;
use std::sync::OnceLock;

use summitry_corpus::{Block, ByteRange, Corpus};

use crate::evaluate::{Evaluation, Frequencies, Mode, Plan, UnitTexts, Words, best, matching, resolve, score};
use crate::fields::Metadata;
use crate::index::{Builder, Index};
use crate::labels::{self, Labelled};
use crate::marks::{local, marks};
use crate::phrases::{Phrase, phrases};
use crate::query::{Query, parse, parse_words};
use crate::response::Label;

/// A corpus that can be searched.
#[derive(Clone, Debug)]
pub struct Collection {
    corpus: Corpus,
    /// Made when it is first asked for, unless it came with the blob.
    index: OnceLock<Index>,
    /// The spellings that it is made with: a line a group, with spaces between.
    spellings: Box<str>,
    pub(crate) metadata: Metadata,
    /// By unit: the issues it is on.
    labels: Vec<Vec<Label>>,
    /// Words that often stand together, counted when first asked for.
    phrases: OnceLock<Vec<Phrase>>,
    /// By unit: its words, looked up when they are first to be marked. Empty
    /// where there are so many units that keeping them is not worth the room.
    words: Vec<OnceLock<Words>>,
}

/// An index in the making, see [`Collection::begin_index`].
#[derive(Debug, Default)]
pub struct BegunIndex {
    builder: Builder,
    /// How many articles have been read.
    articles: usize,
}

impl BegunIndex {
    /// Reads the words of the next article, and nothing is sorted; whether there
    /// was one.
    fn read(&mut self, corpus: &Corpus) -> bool {
        let Some(article) = corpus.articles.get(self.articles) else { return false };
        self.builder.group(&article.headline.value);
        article.passages().for_each(|block| self.builder.add(&block.text));
        self.articles += 1;
        true
    }

    /// The index, once what is left is read; `spellings` are other spellings of
    /// words, a line a group, with spaces between.
    fn finished(mut self, corpus: &Corpus, spellings: &str) -> Index {
        while self.read(corpus) {}
        let mut group: Vec<&str> = Vec::new();
        for spellings in spellings.split('\n') {
            group.clear();
            group.extend(spellings.split(' '));
            self.builder.add_equivalents(&group);
        }
        for terms in &corpus.equivalents {
            group.clear();
            terms.iter().for_each(|term| group.push(term));
            self.builder.add_equivalents(&group);
        }
        for person in &corpus.people {
            let names: Vec<&str> = person.name.split(' ').collect();
            for spelling in &person.spellings {
                group.clear();
                group.extend(spelling.split(' '));
                if group.len() == names.len() {
                    let pairs = names.iter().zip(&group);
                    pairs.for_each(|(name, other)| self.builder.add_equivalents(&[name, other]));
                }
            }
        }
        self.builder.finish()
    }
}

/// The most units whose words are kept once they have been looked up.
const KEPT: usize = 10_000;

impl Collection {
    /// Indexes a corpus in memory. Linear in its text.
    ///
    /// An issue whose query has a problem is on no passage; [`problems`](crate::problems) finds
    /// such issues. British and American spellings are found as one word when
    /// the crate is built with its feature `build`; [`open`](Self::open) finds
    /// those that the blob was packed with.
    pub fn new(corpus: Corpus) -> Collection {
        let spellings = crate::variants::variants(&corpus);
        let (index, metadata) = (Collection::index_of(&corpus, &spellings), Metadata::new(&corpus));
        let labelled = labels::find(&corpus, &index, &metadata);
        let collection = Collection::with(corpus, &spellings, metadata, labelled);
        collection.indexed(index)
    }

    /// The index of a corpus whose words have other spellings: a line a group,
    /// with spaces between.
    pub(crate) fn index_of(corpus: &Corpus, spellings: &str) -> Index {
        BegunIndex::default().finished(corpus, spellings)
    }

    /// A corpus with what else is known of it and the units on each of its
    /// issues; its index is still to be made.
    pub(crate) fn with(corpus: Corpus, spellings: &str, mut metadata: Metadata, labelled: Vec<Labelled>) -> Collection {
        let units = metadata.units() as usize;
        let mut labels = vec![Vec::new(); units];
        for (number, found) in labelled.into_iter().enumerate() {
            let mut units = Vec::with_capacity(found.len());
            for (unit, marks) in found {
                let (block, at) = (metadata.block(&corpus, unit), labels.get_mut(unit as usize));
                if let (Some(block), Some(labels)) = (block, at) {
                    labels.push(labels::label(number, &block.text, marks));
                    units.push(unit);
                }
            }
            if let Some(issue) = metadata.issues.get_mut(number) {
                issue.units = units;
            }
        }
        let words = vec![OnceLock::new(); if units > KEPT { 0 } else { units }];
        let (index, spellings, phrases) = (OnceLock::new(), spellings.into(), OnceLock::new());
        Collection { corpus, index, spellings, metadata, labels, phrases, words }
    }

    /// The collection with its index.
    pub(crate) fn indexed(self, index: Index) -> Collection {
        Collection { index: index.into(), ..self }
    }

    /// Makes the index, unless it is there. Whoever searches makes it as well;
    /// this is for a moment at which nobody waits. Linear in the text.
    pub fn prepare(&self) {
        self.index();
    }

    /// Begins what [`prepare`](Self::prepare) does, for a page that answers its
    /// visitor in between. `None` where the index is there.
    pub fn begin_index(&self) -> Option<BegunIndex> {
        self.index.get().is_none().then(BegunIndex::default)
    }

    /// Reads the words of one article more; whether there was one to read, and
    /// nobody searched meanwhile. `begun` is of this collection. Linear in the
    /// article's text.
    pub fn index_next(&self, begun: &mut BegunIndex) -> bool {
        self.index.get().is_none() && begun.read(&self.corpus)
    }

    /// Reads what is left to read and puts everything in order, unless somebody
    /// searched meanwhile. `begun` is of this collection.
    pub fn finish_index(&self, begun: BegunIndex) {
        self.index.get_or_init(|| begun.finished(&self.corpus, &self.spellings));
    }

    /// The corpus.
    pub fn corpus(&self) -> &Corpus {
        &self.corpus
    }

    /// The issues that a passage is on, in the catalogue's order, with the
    /// words that earned them. `passage` counts from 1. Empty for a passage
    /// that does not exist.
    pub fn labels(&self, article: usize, passage: u32) -> &[Label] {
        let unit = self.metadata.unit(article, passage);
        unit.and_then(|unit| self.labels.get(unit as usize)).map_or(&[], Vec::as_slice)
    }

    /// The passages on an issue of the catalogue, as index of the article and
    /// number of the passage from 1, in the order of the corpus.
    pub fn issue_passages(&self, issue: &str) -> impl Iterator<Item = (usize, u32)> + '_ {
        let units = self.metadata.issue(issue).unwrap_or(&[]);
        units.iter().filter_map(|unit| self.metadata.place(*unit))
    }

    /// The numbers of an article's passages that are on an issue of the catalogue.
    /// Logarithmic in those of all articles.
    pub fn issue_passages_in(&self, issue: &str, article: usize) -> Vec<u32> {
        let (units, own) = (self.metadata.issue(issue).unwrap_or(&[]), self.metadata.units_of(article));
        let before = |end: u32| units.partition_point(|unit| *unit < end);
        let on = units.get(before(own.start)..before(own.end)).unwrap_or(&[]);
        on.iter().map(|unit| unit - own.start + 1).collect()
    }

    /// The passages that a query finds with all its words, as an issue would,
    /// as index of the article and number of the passage, in the order of the
    /// corpus. For a visitor's own issues.
    pub fn passages(&self, query: &str) -> Vec<(usize, u32)> {
        let units = self.units_of(query);
        let mut passages = Vec::with_capacity(units.len());
        units.iter().for_each(|unit| passages.extend(self.metadata.place(*unit)));
        passages
    }

    /// The same passages with the words that earned them the label of `issue`, a
    /// place in the list of all issues.
    pub fn labelled(&self, query: &str, issue: usize) -> Vec<(usize, u32, Label)> {
        let plan = self.plan(&parse(query), Mode::Strict, false);
        let mut labelled = Vec::new();
        for unit in self.units_of(query) {
            if let Some(((article, passage), block)) =
                self.metadata.place(unit).zip(self.metadata.block(&self.corpus, unit))
            {
                let label = labels::label(issue, &block.text, self.marks_in(unit, &plan));
                labelled.push((article, passage, label));
            }
        }
        labelled
    }

    pub(crate) fn units_of(&self, query: &str) -> Vec<u32> {
        let plan = self.plan(&parse(query), Mode::Strict, false);
        if plan.leaves.is_empty() && plan.need == crate::evaluate::Need::Everything {
            return Vec::new();
        }
        Evaluation::with_texts(self.index(), &plan, self).strict(&plan.need).into_owned()
    }

    pub(crate) fn plan(&self, query: &Query, mode: Mode, open: bool) -> Plan {
        match query.root {
            Some(_) => resolve(query, self.index(), &self.metadata, mode, open),
            None => Plan::everything(),
        }
    }

    /// The words of each passage of an article that a query asks for, the first
    /// passage first: in bytes of the passage's text, in order, not overlapping.
    pub fn marks(&self, query: &str, article: usize) -> Vec<Vec<ByteRange>> {
        let plan = self.marking(query);
        self.metadata.units_of(article).map(|unit| self.marks_in(unit, &plan)).collect()
    }

    /// What a query marks.
    pub(crate) fn marking(&self, query: &str) -> Plan {
        self.plan(&self.read(query, false).0, Mode::Wish, false)
    }

    pub(crate) fn marks_in(&self, unit: u32, plan: &Plan) -> Vec<ByteRange> {
        if plan.leaves.is_empty() { Vec::new() } else { marks(plan, &self.words(unit)) }
    }

    fn block(&self, article: usize, passage: u32) -> Option<&Block> {
        self.metadata.block(&self.corpus, self.metadata.unit(article, passage)?)
    }

    pub(crate) fn text(&self, article: usize, passage: u32) -> Option<&str> {
        self.block(article, passage).map(|block| block.text.as_str())
    }

    pub(crate) fn index(&self) -> &Index {
        self.index.get_or_init(|| Collection::index_of(&self.corpus, &self.spellings))
    }

    #[cfg(test)]
    pub(crate) fn has_index(&self) -> bool {
        self.index.get().is_some()
    }

    pub(crate) fn phrases(&self) -> &[Phrase] {
        self.phrases.get_or_init(|| phrases(&self.corpus))
    }

    /// All passages by likeness to a text, best first.
    pub(crate) fn like(&self, text: &str) -> Vec<(usize, u32, f32)> {
        let plan = self.plan(&parse_words(text), Mode::Wish, false);
        let evaluation = Evaluation::with_texts(self.index(), &plan, self);
        let mut found = matching(&evaluation);
        score(&evaluation, &Frequencies::of(&evaluation), &mut found);
        best(&mut found, 100);
        let mut places = Vec::with_capacity(found.len());
        for found in found {
            places.extend(self.metadata.place(found.unit).map(|(article, passage)| (article, passage, found.score)));
        }
        places
    }
}

impl UnitTexts for Collection {
    fn words(&self, unit: u32) -> Cow<'_, Words> {
        let look_up = || match self.metadata.block(&self.corpus, unit) {
            Some(block) => local(&block.text, &self.index().dictionary),
            None => Words::default(),
        };
        match self.words.get(unit as usize) {
            Some(words) => Cow::Borrowed(words.get_or_init(look_up)),
            None => Cow::Owned(look_up()),
        }
    }
}
