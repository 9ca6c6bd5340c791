//! A query's tree against the words of one segment.

use super::plan::{Leaf, Need, Plan, Shape};
use crate::analysis::{Case, Word, is_function_word, words};
use crate::index::{Class, Dictionary};
use crate::query::{Field, Node, NodeKind, Query, Spread, WordForm};

/// Answers questions about fields, which the index of words does not know.
pub(crate) trait Fields {
    /// The units with this value, rising.
    fn units(&self, field: Field, value: &str) -> Vec<u32>;
    /// The units published in a span.
    fn dated(&self, span: crate::query::DateSpan) -> Vec<u32>;
}

/// How words side by side are taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Mode {
    /// Those with all words first, then the best partial matches.
    Wish,
    /// All words are needed, as in an issue.
    Strict,
}

/// What the query means in a segment. `open` says that the last word of the
/// query is still being typed.
pub(crate) fn resolve(
    query: &Query,
    dictionary: &Dictionary,
    fields: &dyn Fields,
    mode: Mode,
    open: bool,
) -> Plan {
    let last = query.text.trim_end().len() == query.text.len() && open;
    let end = if last { query.text.len() as u32 } else { u32::MAX };
    let mut resolver = Resolver { dictionary, fields, leaves: Vec::new(), negated: false, end };
    let need = match (&query.root, mode) {
        (None, _) => Need::Everything,
        (Some(root), Mode::Wish) => resolver.top(root),
        (Some(root), Mode::Strict) => resolver.need(root, 1.0),
    };
    Plan { need, leaves: resolver.leaves }
}

struct Resolver<'r> {
    dictionary: &'r Dictionary,
    fields: &'r dyn Fields,
    leaves: Vec<Leaf>,
    negated: bool,
    /// A plain word that ends here is the beginning of a word.
    end: u32,
}

impl Resolver<'_> {
    fn top(&mut self, root: &Node) -> Need {
        let NodeKind::Sequence(parts) = &root.kind else { return self.need(root, 1.0) };
        let (mut must, mut wish) = (Vec::new(), Vec::new());
        for part in parts {
            let need = self.need(part, root.boost);
            match part.kind {
                NodeKind::Word { .. } => wish.push(need),
                _ => must.push(need),
            }
        }
        if wish.is_empty() { Need::All(must) } else { Need::Wish { must, wish } }
    }

    fn need(&mut self, node: &Node, boost: f32) -> Need {
        let boost = boost * node.boost;
        match &node.kind {
            NodeKind::Word { .. } | NodeKind::Phrase { .. } | NodeKind::Near(..) => {
                let shapes = self.shapes(node);
                let common = self.is_common(node);
                let mut leaves: Vec<Need> = shapes
                    .into_iter()
                    .map(|(shape, weight)| Need::Leaf(self.leaf(shape, boost * weight, common)))
                    .collect();
                if leaves.len() == 1 { leaves.remove(0) } else { Need::Any(leaves) }
            }
            NodeKind::Sequence(parts) | NodeKind::And(parts) => {
                Need::All(parts.iter().map(|part| self.need(part, boost)).collect())
            }
            NodeKind::Or(parts) => Need::Any(parts.iter().map(|part| self.need(part, boost)).collect()),
            NodeKind::Required(part) => self.need(part, boost),
            NodeKind::Not(part) => {
                let before = std::mem::replace(&mut self.negated, true);
                let need = self.need(part, boost);
                self.negated = before;
                Need::Without(Box::new(need))
            }
            NodeKind::Times(part, count) => {
                let shape = self.one_shape(part);
                Need::Times(self.leaf(shape, boost, false), *count)
            }
            NodeKind::AtLeast(part, sum) => {
                let parts = match &part.kind {
                    NodeKind::Or(parts) => parts.as_slice(),
                    _ => std::slice::from_ref(part.as_ref()),
                };
                let weighed = parts.iter().map(|part| (self.need(part, boost), part.boost));
                Need::AtLeast(weighed.collect(), *sum)
            }
            NodeKind::Field(field, value) => Need::Units(self.fields.units(*field, value)),
            NodeKind::Date(span) => Need::Units(self.fields.dated(*span)),
        }
    }

    fn leaf(&mut self, shape: Shape, boost: f32, common: bool) -> usize {
        self.leaves.push(Leaf { shape, boost, common, negated: self.negated });
        self.leaves.len() - 1
    }

    fn is_common(&self, node: &Node) -> bool {
        match &node.kind {
            NodeKind::Word { text, form: WordForm::Plain } => {
                let words = words(text);
                words.iter().all(|word| {
                    let key = word.key();
                    let acronym = word.case == Case::Acronym || self.dictionary.find(&key.to_uppercase()).is_ok();
                    is_function_word(&key) && !acronym
                })
            }
            _ => false,
        }
    }

    /// What a part that stands for words looks like, with weights.
    fn shapes(&mut self, node: &Node) -> Vec<(Shape, f32)> {
        match &node.kind {
            NodeKind::Word { text, form } => {
                let form = match form {
                    WordForm::Plain if node.range.end == self.end => WordForm::Prefix,
                    form => *form,
                };
                self.word(text, form)
            }
            NodeKind::Phrase { text, spread, open } => {
                vec![(self.phrase(text, *spread, *open), 1.0)]
            }
            NodeKind::Near(left, right, distance) => {
                let parts = vec![self.one_shape(left), self.one_shape(right)];
                vec![(Shape::Within(parts, *distance), 1.0)]
            }
            NodeKind::Or(parts) | NodeKind::And(parts) | NodeKind::Sequence(parts) => {
                parts.iter().flat_map(|part| self.shapes(part)).collect()
            }
            NodeKind::Required(part) => self.shapes(part),
            _ => Vec::new(),
        }
    }

    fn one_shape(&mut self, node: &Node) -> Shape {
        let mut shapes: Vec<Shape> = self.shapes(node).into_iter().map(|(shape, _)| shape).collect();
        if shapes.len() == 1 { shapes.remove(0) } else { Shape::OneOf(shapes) }
    }

    fn word(&self, text: &str, form: WordForm) -> Vec<(Shape, f32)> {
        let words = words(text);
        match (words.as_slice(), form) {
            ([], _) => vec![(Shape::NOTHING, 1.0)],
            ([word], WordForm::Plain) => self.plain(word),
            ([word], WordForm::Prefix) => {
                let mut shapes = self.plain(word);
                shapes.retain(|(shape, _)| !shape.is_nothing());
                shapes.push((self.prefix(&word.key()), 0.6));
                shapes
            }
            (many, _) => {
                let open = form == WordForm::Prefix;
                vec![(self.adjacent(many, open), 1.0)]
            }
        }
    }

    fn prefix(&self, key: &str) -> Shape {
        let mut classes: Vec<Class> =
            self.dictionary.with_prefix(key).map(|at| self.dictionary.class(at)).collect();
        let upper = key.to_uppercase();
        if upper != key {
            classes.extend(self.dictionary.with_prefix(&upper).map(|at| self.dictionary.class(at)));
        }
        classes.sort_unstable();
        classes.dedup();
        Shape::Words(classes)
    }

    fn phrase(&self, text: &str, spread: Spread, open: bool) -> Shape {
        let words = words(text);
        match spread {
            Spread::Exact => self.adjacent(&words, open),
            Spread::Within(gap) => {
                Shape::Within(words.iter().map(|word| self.any_case(word)).collect(), gap)
            }
        }
    }

    fn adjacent(&self, words: &[Word<'_>], open: bool) -> Shape {
        let mut parts: Vec<Shape> = words.iter().map(|word| self.any_case(word)).collect();
        if open && let (Some(last), Some(word)) = (parts.last_mut(), words.last()) {
            *last = self.prefix(&word.key());
        }
        if parts.len() == 1 { parts.remove(0) } else { Shape::Adjacent(parts) }
    }

    fn any_case(&self, word: &Word<'_>) -> Shape {
        let mut shapes: Vec<Shape> = self.plain(word).into_iter().map(|(shape, _)| shape).collect();
        if shapes.len() == 1 { shapes.remove(0) } else { Shape::OneOf(shapes) }
    }

    /// A word as typed. An acronym (`US`) is only that; a word in lower case
    /// that is both (`us`) is the acronym first, if nobody looks for the word.
    fn plain(&self, word: &Word<'_>) -> Vec<(Shape, f32)> {
        let key = word.key();
        let one = |class: Class| (Shape::Words(vec![class]), 1.0);
        if word.case == Case::Acronym {
            if let Ok(at) = self.dictionary.find(&key) {
                return vec![one(self.dictionary.class(at))];
            }
            let lower = key.to_lowercase();
            let class = self.dictionary.class_of_form(&lower).filter(|_| !is_function_word(&lower));
            return vec![class.map_or((Shape::NOTHING, 1.0), one)];
        }
        let acronym = self.dictionary.find(&key.to_uppercase()).ok();
        let acronym = acronym.map(|at| self.dictionary.class(at));
        match (self.dictionary.class_of_form(&key), acronym) {
            (Some(class), Some(acronym)) if is_function_word(&key) && class != acronym => {
                vec![one(acronym), (Shape::Words(vec![class]), 0.1)]
            }
            (Some(class), _) | (None, Some(class)) => vec![one(class)],
            (None, None) => vec![(Shape::NOTHING, 1.0)],
        }
    }
}
