//! A corpus whose passages know their issues, for whoever writes them out.

use summitry_corpus::Corpus;

use crate::Collection;
use crate::response::Label;

/// A corpus with the issues that its passages are on, and no way to search it:
/// where it has no issues, no index is made for them.
#[derive(Clone, Debug)]
pub struct Annotated(Kind);

#[derive(Clone, Debug)]
enum Kind {
    /// Its issues are searches, so it is indexed.
    Labelled(Box<Collection>),
    /// It has no issues.
    Plain(Box<Corpus>),
}

impl Annotated {
    /// Finds the passages that are on the issues of a corpus. Linear in its text.
    pub fn new(corpus: Corpus) -> Self {
        Self(if corpus.issues.is_empty() {
            Kind::Plain(Box::new(corpus))
        } else {
            Kind::Labelled(Box::new(Collection::new(corpus)))
        })
    }

    /// The corpus.
    pub fn corpus(&self) -> &Corpus {
        match &self.0 {
            Kind::Labelled(collection) => collection.corpus(),
            Kind::Plain(corpus) => corpus,
        }
    }

    /// The issues that a passage is on, as [`Collection::labels`] gives them.
    pub fn labels(&self, article: usize, passage: u32) -> &[Label] {
        match &self.0 {
            Kind::Labelled(collection) => collection.labels(article, passage),
            Kind::Plain(_) => &[],
        }
    }
}
