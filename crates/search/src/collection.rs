//! A corpus with its index: what the page and the command line work with.
//!
//! Invariant: unit `i` of the index is the passage `places[i]`; the units of
//! an article stand together, in the order of the corpus.

use std::borrow::Cow;
use std::sync::OnceLock;

use summitry_corpus::{Block, ByteRange, Corpus};

use crate::analysis::fold;
use crate::correct::correct;
use crate::evaluate::{
    Evaluation, Frequencies, Match, Mode, Plan, UnitTexts, Words, best, feed_back, is_long, matching, resolve, score,
    score_pairs,
};
use crate::fields::Metadata;
use crate::index::{Builder, Index};
use crate::labels::{self, Labelled};
use crate::marks::{local, marks, merged};
use crate::phrases::{Phrase, phrases};
use crate::query::{Diagnostic, Field, NodeKind, Query, parse, parse_words, shown};
use crate::response::{Correction, Group, Hit, Label, Response};
use crate::snippet::snippet;
use crate::{Request, Sort};

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

/// Of how many fields it is told that their value names nothing.
const MOST_UNKNOWN: usize = 8;

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
        let mut builder = Builder::new();
        for article in &corpus.articles {
            builder.group(&article.headline.value);
            article.passages().for_each(|block| builder.add(&block.text));
        }
        let mut group: Vec<&str> = Vec::new();
        for spellings in spellings.split('\n') {
            group.clear();
            group.extend(spellings.split(' '));
            builder.add_equivalents(&group);
        }
        for terms in &corpus.equivalents {
            group.clear();
            terms.iter().for_each(|term| group.push(term));
            builder.add_equivalents(&group);
        }
        for person in &corpus.people {
            let names: Vec<&str> = person.name.split(' ').collect();
            for spelling in &person.spellings {
                group.clear();
                group.extend(spelling.split(' '));
                if group.len() == names.len() {
                    names.iter().zip(&group).for_each(|(name, other)| builder.add_equivalents(&[name, other]));
                }
            }
        }
        builder.finish()
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

    /// Searches.
    pub fn search(&self, request: &Request<'_>) -> Response {
        let (mut query, suggestion) = self.read(request.query, request.as_you_type);
        let plan = self.plan(&query, Mode::Wish, request.as_you_type);
        let asked = query.root.is_some();
        // What asks for nothing needs no index.
        let evaluation = asked.then(|| Evaluation::with_texts(self.index(), &plan, self));
        let mut matches = evaluation.as_ref().map_or_else(|| self.everything(), matching);
        let units: Vec<u32> = matches.iter().map(|found| found.unit).collect();
        let filters = self.metadata.filters(&|query| self.units_of(query), request);
        let facets = filters.facets(&units);
        matches.retain(|found| filters.passes(found.unit));
        if let Some(evaluation) = evaluation.filter(|_| request.sort == Sort::Relevance) {
            self.order(&evaluation, &mut matches);
        }
        if plan.work.was_cut() {
            query.diagnostics.push(Diagnostic {
                range: ByteRange::new(0, request.query.len()),
                message: "The query asks for more than can be looked up at once; some of it was left out.".into(),
                remedy: "Search for fewer words, or for longer beginnings of words.".into(),
            });
        }
        let total = matches.len();
        let matched_all = matches.iter().filter(|found| found.complete).count();
        let (articles, groups) = self.groups(&matches, request, &plan);
        Response {
            total,
            matched_all,
            articles,
            groups,
            facets,
            reading: query.reading(),
            diagnostics: query.diagnostics,
            suggestion,
        }
    }

    /// All units, as matches of a query that asks for nothing.
    fn everything(&self) -> Vec<Match> {
        (0..self.metadata.units()).map(|unit| Match { unit, score: 0.0, complete: true }).collect()
    }

    /// A query as it is searched for, its spelling put right where a word is
    /// unknown, and what was or could be put right. What is said of it points
    /// into the query as it was typed.
    fn read(&self, text: &str, open: bool) -> (Query, Option<Correction>) {
        let mut query = parse(text);
        if query.root.is_none() {
            return (query, None);
        }
        let spelling = correct(&query, self.index(), open);
        query.diagnostics.extend(spelling.unknown.into_iter().map(|said| self.or_filter(said, text)));
        let meant = self.check_parts(&mut query);
        if let Some(applied) = spelling.correction.as_ref().filter(|correction| correction.applied) {
            query = Query { diagnostics: query.diagnostics, ..parse(&applied.query) };
        }
        (query, spelling.correction.or(meant))
    }

    /// For a word that no passage has, but that is the name of a filter: that.
    fn or_filter(&self, said: Diagnostic, text: &str) -> Diagnostic {
        let word = shown(said.range.of(text));
        let Some((filter, what)) = self.metadata.filter_named(&fold(&word)) else { return said };
        let found = self.units_of(&filter).len();
        let message = format!("No passage has the word \u{201c}{word}\u{201d}; {found} are {what}.");
        Diagnostic { message, remedy: format!("Write {filter} for the passages {what}."), ..said }
    }

    /// Says so where a field's value names nothing; in a query the visitor's own
    /// issues are not known. Also where an operator is in small letters, but in
    /// a question. A value that is only misspelt is offered as it was meant.
    fn check_parts(&self, query: &mut Query) -> Option<Correction> {
        let root = query.root.as_ref()?;
        let mut meant = None;
        let question = query.text.ends_with('?');
        let mut said = Vec::new();
        root.walk(&mut |node| {
            if let NodeKind::Field(field, value) = &node.kind
                && let Some((message, remedy)) = self.metadata.unknown(*field, value)
            {
                if said.len() < MOST_UNKNOWN {
                    meant = meant.take().or_else(|| self.meant_instead(&query.text, node.range, *field, value));
                    said.push(Diagnostic { range: node.range, message, remedy });
                }
            } else if !question {
                node.slips(&mut said);
            }
        });
        query.diagnostics.extend(said);
        meant
    }

    /// The query with what a misspelt value of a field was meant to be.
    fn meant_instead(&self, text: &str, range: ByteRange, field: Field, value: &str) -> Option<Correction> {
        let known = self.metadata.nearest(field, value).filter(|known| !known.units.is_empty())?;
        let quoted = known.id.contains(|c: char| !(c.is_alphanumeric() || c == '-'));
        let id = if quoted { ["\"", &known.id, "\""].concat() } else { known.id.clone() };
        let (before, after) = (text.get(..range.start as usize)?, text.get(range.end as usize..)?);
        let query = [before, field.name(), ":", &id, after].concat();
        Some(Correction { query, applied: false, message: ["Did you mean *", &known.name, "*?"].concat() })
    }

    fn order(&self, evaluation: &Evaluation<'_>, matches: &mut Vec<Match>) {
        let frequencies = Frequencies::of(evaluation);
        score(evaluation, &frequencies, matches);
        score_pairs(self.index(), evaluation.plan, &frequencies, matches);
        if is_long(evaluation.plan) {
            feed_back(self.index(), &frequencies, matches);
        }
        best(matches, usize::MAX);
    }

    /// The words that earned a unit the issues that a request chooses; `saved`
    /// are the plans of those among them that are the visitor's own.
    fn issue_marks(&self, unit: u32, request: &Request<'_>, saved: &[Plan]) -> Vec<ByteRange> {
        let mut marked = Vec::new();
        for label in self.labels.get(unit as usize).into_iter().flatten() {
            let issue = self.corpus.issues.get(label.issue);
            if issue.is_some_and(|issue| request.issues.contains(&issue.id.as_str())) {
                marked.extend_from_slice(&label.marks);
            }
        }
        saved.iter().for_each(|plan| marked.append(&mut self.marks_in(unit, plan)));
        merged(marked)
    }

    /// How many articles the matches are in, and those within the limits.
    fn groups(&self, matches: &[Match], request: &Request<'_>, plan: &Plan) -> (usize, Vec<Group>) {
        let limit = if request.limit == 0 { usize::MAX } else { request.limit };
        // Where no word is asked for, those that earned the issues are marked.
        let by_issue = plan.leaves.is_empty() && !request.issues.is_empty();
        let saved = request.saved.iter().filter(|saved| by_issue && request.issues.contains(&saved.id));
        let saved: Vec<Plan> = saved.map(|saved| self.plan(&parse(saved.query), Mode::Strict, false)).collect();
        let mut groups: Vec<Group> = Vec::new();
        let mut found_in: Vec<Vec<Match>> = Vec::new();
        for (rank, found) in matches.iter().enumerate() {
            let Some((article, _)) = self.metadata.place(found.unit) else { continue };
            let at = match groups.iter().position(|group| group.article == article) {
                Some(at) => at,
                None => {
                    groups.push(Group { article, total: 0, hits: Vec::new() });
                    found_in.push(Vec::new());
                    groups.len() - 1
                }
            };
            let Some((group, found_here)) = groups.get_mut(at).zip(found_in.get_mut(at)) else { continue };
            group.total += 1;
            if rank < limit {
                found_here.push(*found);
            }
        }
        let articles = groups.len();
        let mut left = if request.first == 0 { usize::MAX } else { request.first };
        let mut within = Vec::with_capacity(articles);
        for (mut group, found_here) in groups.into_iter().zip(found_in).filter(|(_, found)| !found.is_empty()) {
            for found in found_here.into_iter().take(left) {
                let marks = match by_issue {
                    true => self.issue_marks(found.unit, request, &saved),
                    false => self.marks_in(found.unit, plan),
                };
                group.hits.extend(self.hit(found, marks));
            }
            left = left.saturating_sub(group.hits.len());
            within.push(group);
        }
        (articles, within)
    }

    fn hit(&self, found: Match, marks: Vec<ByteRange>) -> Option<Hit> {
        let (article, passage) = self.metadata.place(found.unit)?;
        let snippet = snippet(&self.block(article, passage)?.text, &marks);
        Some(Hit { article, passage, score: found.score, complete: found.complete, snippet, marks })
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
