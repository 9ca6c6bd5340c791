//! A query's tree against the words of one segment.
//!
//! Invariant: which leaves there are, and their order, depends on the query
//! alone; what each looks up depends on the segment.

mod expansion;
mod figure;
mod lattice;

use summitry_corpus::ByteRange;

use super::plan::{Leaf, Need, Plan, Shape};
use super::work::Work;
use crate::analysis::{Word, words};
use crate::index::Index;
use crate::query::{DateSpan, Field, Node, NodeKind, Query, Spread, WordForm};
use lattice::Lattice;

/// Answers questions about fields, which the index of words does not know.
pub(crate) trait Fields {
    /// The units with this value, rising.
    fn units(&self, field: Field, value: &str) -> Vec<u32>;
    /// The units published in a span.
    fn dated(&self, span: DateSpan) -> Vec<u32>;
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
pub(crate) fn resolve(query: &Query, index: &Index, fields: &dyn Fields, mode: Mode, open: bool) -> Plan {
    let last = open && !query.text.ends_with(char::is_whitespace);
    let end = last.then(|| ByteRange::new(0, query.text.len()).end);
    let work = Work::default();
    let mut resolver = Resolver { index, fields, leaves: Vec::new(), negated: false, end, work: &work };
    let need = match (&query.root, mode) {
        (None, _) => Need::Everything,
        (Some(root), Mode::Wish) => resolver.top(root),
        (Some(root), Mode::Strict) => resolver.need(root, 1.0),
    };
    let leaves = resolver.leaves;
    work.renew();
    Plan { need, leaves, work }
}

/// Whether a word is a number that the segment has, with whatever marks.
pub(crate) fn is_number(index: &Index, word: &str) -> bool {
    let words = words(word);
    let figures = word.starts_with(|c: char| c.is_ascii_digit());
    figures && Lattice::new(index, &words).word(0).iter().any(|(shape, _)| !shape.is_nothing())
}

struct Resolver<'r> {
    index: &'r Index,
    fields: &'r dyn Fields,
    leaves: Vec<Leaf>,
    negated: bool,
    /// A plain word that ends here may be the beginning of a word.
    end: Option<u32>,
    work: &'r Work,
}

impl Resolver<'_> {
    fn top(&mut self, root: &Node) -> Need {
        let parts = match &root.kind {
            NodeKind::Sequence(parts) => parts.as_slice(),
            _ => std::slice::from_ref(root),
        };
        let (mut must, mut wish) = (Vec::new(), Vec::new());
        let mut one = true;
        for (part, need) in parts.iter().zip(self.side_by_side(parts, 1.0)) {
            match part.kind {
                NodeKind::Word { .. } => wish.push(need),
                _ => {
                    one &= !part.asks_for_words();
                    must.push(need);
                }
            }
        }
        match (wish.is_empty(), must.len()) {
            (true, 1) => must.remove(0),
            (true, _) => Need::All(must),
            _ => Need::Wish { must, wish, one },
        }
    }

    /// Parts that stand side by side: words among them may together be
    /// another way of writing something.
    fn side_by_side(&mut self, parts: &[Node], boost: f32) -> Vec<Need> {
        let mut needs = Vec::with_capacity(parts.len());
        let mut at = 0;
        while let Some(part) = parts.get(at) {
            let mut run = 0;
            while parts.get(at + run).is_some_and(|part| self.is_plain(part)) {
                run += 1;
            }
            if run > 1 {
                self.run(parts.get(at..at + run).unwrap_or(&[]), boost, &mut needs);
            } else {
                needs.push(self.need(part, boost));
            }
            at += run.max(1);
        }
        needs
    }

    /// Whether a part is a word as it is, not being typed.
    fn is_plain(&self, part: &Node) -> bool {
        matches!(part.kind, NodeKind::Word { form: WordForm::Plain, .. }) && Some(part.range.end) != self.end
    }

    /// Plain words in a row, one need for each.
    fn run(&mut self, parts: &[Node], boost: f32, needs: &mut Vec<Need>) {
        // A lattice over all words of the run; each part knows which are its.
        let mut whole = String::new();
        for part in parts {
            if let NodeKind::Word { text, .. } = &part.kind {
                whole.push_str(text);
            }
            whole.push(' ');
        }
        let words = words(&whole);
        let lattice = Lattice::new(self.index, &words);
        let (mut end, mut first) = (0, 0);
        for part in parts {
            if let NodeKind::Word { text, .. } = &part.kind {
                end += text.len() + 1;
            }
            let next = words.partition_point(|word| (word.range.start as usize) < end);
            let shapes = match next - first {
                0 => vec![(Shape::NOTHING, 1.0)],
                1 => lattice.word(first),
                _ => vec![(lattice.phrase(first, next), 1.0)],
            };
            needs.push(self.leaves_for(part, shapes, boost, lattice.all_common(first, next)));
            first = next;
        }
    }

    fn leaves_for(&mut self, node: &Node, shapes: Vec<(Shape, f32)>, boost: f32, common: bool) -> Need {
        let boost = boost * node.boost;
        let mut leaves = Vec::with_capacity(shapes.len());
        for (shape, weight) in shapes {
            leaves.push(Need::Leaf(self.leaf(shape, boost * weight, common, node.range)));
        }
        if leaves.len() == 1 { leaves.remove(0) } else { Need::Any(leaves) }
    }

    fn need(&mut self, node: &Node, boost: f32) -> Need {
        let inner = boost * node.boost;
        match &node.kind {
            NodeKind::Word { .. } | NodeKind::Phrase { .. } | NodeKind::Near(..) => {
                let (shapes, common) = self.shapes(node);
                self.leaves_for(node, shapes, boost, common)
            }
            NodeKind::Sequence(parts) | NodeKind::And(parts) => Need::All(self.side_by_side(parts, inner)),
            NodeKind::Or(parts) => {
                let mut needs = Vec::with_capacity(parts.len());
                parts.iter().for_each(|part| needs.push(self.need(part, inner)));
                Need::Any(needs)
            }
            NodeKind::Required(part) => self.need(part, inner),
            NodeKind::Not(part) => Need::Without(Box::new(self.elsewhere(part, inner))),
            NodeKind::After(part) => Need::After(Box::new(self.elsewhere(part, inner))),
            NodeKind::Times(part, count) => {
                let shape = self.one_shape(part);
                Need::Times(self.leaf(shape, inner, false, node.range), *count)
            }
            NodeKind::AtLeast(part, sum) => {
                let parts = match &part.kind {
                    NodeKind::Or(parts) => parts.as_slice(),
                    _ => std::slice::from_ref(part.as_ref()),
                };
                let mut weighed = Vec::with_capacity(parts.len());
                parts.iter().for_each(|part| weighed.push((self.need(part, inner), part.boost)));
                Need::AtLeast(weighed, *sum)
            }
            NodeKind::Field(field, value) => Need::Units(self.fields.units(*field, value)),
            NodeKind::Date(span) => Need::Units(self.fields.dated(*span)),
        }
    }

    /// What must not stand in the unit, or need not: no words to mark.
    fn elsewhere(&mut self, part: &Node, boost: f32) -> Need {
        let before = std::mem::replace(&mut self.negated, true);
        let need = self.need(part, boost);
        self.negated = before;
        need
    }

    fn leaf(&mut self, shape: Shape, boost: f32, common: bool, word: ByteRange) -> usize {
        let negated = self.negated;
        let same = |leaf: &Leaf| leaf.negated == negated && leaf.common == common && leaf.shape == shape;
        let number = self.leaves.len();
        let first = self.leaves.iter().position(same).unwrap_or(number);
        let weight = if first == number { boost } else { 0.0 };
        if let Some(leaf) = self.leaves.get_mut(first) {
            leaf.weight += boost;
        }
        self.leaves.push(Leaf { shape, boost, first, weight, common, negated, word });
        number
    }

    /// What a part that stands for words looks like, with weights, and
    /// whether it is only function words.
    fn shapes(&mut self, node: &Node) -> (Vec<(Shape, f32)>, bool) {
        match &node.kind {
            NodeKind::Word { text, form } => {
                let open = Some(node.range.end) == self.end;
                self.word(text, *form, open)
            }
            NodeKind::Phrase { text, spread, open } => {
                (vec![(self.phrase(text, *spread, *open && self.end.is_some()), 1.0)], false)
            }
            NodeKind::Near(left, right, distance) => {
                let parts = vec![self.one_shape(left), self.one_shape(right)];
                (vec![(Shape::Within(parts, *distance), 1.0)], false)
            }
            NodeKind::Required(part) => self.shapes(part),
            _ => {
                let mut shapes = Vec::new();
                node.children().iter().for_each(|part| shapes.append(&mut self.shapes(part).0));
                (shapes, false)
            }
        }
    }

    fn one_shape(&mut self, node: &Node) -> Shape {
        any_of(self.shapes(node).0)
    }

    fn word(&self, text: &str, form: WordForm, open: bool) -> (Vec<(Shape, f32)>, bool) {
        let letters;
        let text = match form {
            WordForm::Plain | WordForm::Prefix => text,
            // The signs of a pattern are not letters.
            WordForm::Wildcard => return (vec![(self.wildcard(text), 1.0)], false),
            WordForm::Fuzzy(_) => {
                letters = text.to_ascii_lowercase();
                &letters
            }
        };
        let words = words(text);
        // Other ways to write the beginning of a word are not looked for.
        match (words.as_slice(), form) {
            ([], _) => return (vec![(Shape::NOTHING, 1.0)], false),
            ([word], WordForm::Prefix) => return (vec![(self.beginning(&word.key()), 1.0)], false),
            (many, WordForm::Prefix) => return (vec![(self.followed(many, &Self::beginning), 1.0)], false),
            _ => {}
        }
        let lattice = Lattice::new(self.index, &words);
        match (words.as_slice(), form) {
            ([word], WordForm::Plain) if open => {
                // A word that is known is taken to be meant: `bush` must not
                // find Bushehr while the next letter is not typed.
                let exact = lattice.word(0);
                let known = exact.iter().any(|(shape, _)| !shape.is_nothing());
                let mut shapes = exact;
                shapes.push((if known { Shape::NOTHING } else { self.prefix(&word.key()) }, 0.6));
                (shapes, lattice.all_common(0, 1))
            }
            ([_], WordForm::Plain) => (lattice.word(0), lattice.all_common(0, 1)),
            ([word], WordForm::Fuzzy(edits)) => {
                (vec![(any_of(lattice.word(0)), 1.0), (self.fuzzy(&word.key(), edits), 0.5)], false)
            }
            (many, _) => {
                let shape = lattice.phrase(0, many.len());
                (vec![(self.with_open_end(shape, many, open), 1.0)], false)
            }
        }
    }

    fn phrase(&self, text: &str, spread: Spread, open: bool) -> Shape {
        let words = words(text);
        let lattice = Lattice::new(self.index, &words);
        match spread {
            Spread::Exact => self.with_open_end(lattice.phrase(0, words.len()), &words, open),
            Spread::Within(gap) => {
                let mut each = Vec::with_capacity(words.len());
                (0..words.len()).for_each(|at| each.push(any_of(lattice.word(at))));
                Shape::Within(each, gap)
            }
        }
    }

    /// Lets the last word of a phrase be the beginning of a longer one.
    fn with_open_end(&self, shape: Shape, words: &[Word<'_>], open: bool) -> Shape {
        if open && shape.is_nothing() { self.followed(words, &Self::prefix) } else { shape }
    }

    /// Words of which the last is looked up by its key in a way of its own.
    fn followed(&self, words: &[Word<'_>], last: &dyn Fn(&Self, &str) -> Shape) -> Shape {
        let Some((end, before)) = words.split_last() else { return Shape::NOTHING };
        let end = last(self, &end.key());
        if before.is_empty() {
            return end;
        }
        Shape::Adjacent(vec![Lattice::new(self.index, words).phrase(0, before.len()), end])
    }
}

/// Any of some shapes, whatever their weights.
fn any_of(shapes: Vec<(Shape, f32)>) -> Shape {
    let mut ways = Vec::with_capacity(shapes.len());
    shapes.into_iter().for_each(|(shape, _)| ways.push(shape));
    Shape::one_of(ways)
}
