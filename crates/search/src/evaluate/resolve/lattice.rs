//! The ways in which words in a row can be written.
//!
//! Between each two words of the query is a node; an edge is a way to write
//! the words between two nodes: the word itself, `anti missile` as one word,
//! an acronym for its words or the words for an acronym.

use super::super::plan::Shape;
use crate::analysis::{Case, Word, is_function_word};
use crate::index::{Class, Dictionary, Index, JOINED, TermWord, normal};

/// The most ways in which one phrase is looked up.
const MOST_WAYS: usize = 24;

/// How far the ways are followed: some lead nowhere.
const MOST_STEPS: usize = 1000;

/// A way to write the words `from..to`.
struct Edge {
    from: usize,
    to: usize,
    shape: Shape,
}

/// All ways to write some words.
pub(super) struct Lattice {
    /// For each word the word itself: the acronym and the word it may be.
    words: Vec<Vec<(Shape, f32)>>,
    common: Vec<bool>,
    edges: Vec<Edge>,
}

impl Lattice {
    pub fn new(index: &Index, words: &[Word<'_>]) -> Lattice {
        let dictionary = &index.dictionary;
        let mut lattice = Lattice {
            words: words.iter().map(|word| plain(dictionary, word)).collect(),
            common: words.iter().map(|word| is_common(dictionary, word)).collect(),
            edges: Vec::new(),
        };
        for (at, word) in words.iter().enumerate() {
            lattice.joined(dictionary, words, at);
            lattice.parted(dictionary, word, at);
        }
        lattice.equivalents(index, words);
        lattice
    }

    /// The word at `at` with all ways of writing it, or words around it.
    pub fn word(&self, at: usize) -> Vec<(Shape, f32)> {
        let mut shapes = self.words.get(at).cloned().unwrap_or_default();
        let covering = self.edges.iter().filter(|edge| (edge.from..edge.to).contains(&at));
        let mut ways: Vec<Shape> = covering.map(|edge| edge.shape.clone()).collect();
        if let (Some((shape, _)), false) = (shapes.first_mut(), ways.is_empty()) {
            ways.insert(0, std::mem::replace(shape, Shape::NOTHING));
            *shape = Shape::one_of(ways);
        }
        shapes
    }

    /// The words `from..to` in a row.
    pub fn phrase(&self, from: usize, to: usize) -> Shape {
        let mut ways = Vec::new();
        let mut steps = MOST_STEPS + to.saturating_sub(from);
        self.paths(from, to, &mut Vec::new(), &mut ways, &mut steps);
        Shape::one_of(ways)
    }

    fn paths(&self, from: usize, to: usize, path: &mut Vec<Shape>, ways: &mut Vec<Shape>, steps: &mut usize) {
        *steps = steps.saturating_sub(1);
        if ways.len() >= MOST_WAYS || *steps == 0 {
            return;
        }
        if from >= to {
            ways.push(match path.as_slice() {
                [only] => only.clone(),
                _ => Shape::Adjacent(path.clone()),
            });
            return;
        }
        let own: Vec<Shape> = self.words.get(from).into_iter().flatten().map(|(shape, _)| shape.clone()).collect();
        let own = Edge { from, to: from + 1, shape: Shape::one_of(own) };
        let edges = self.edges.iter().filter(|edge| edge.from == from && edge.to <= to);
        for edge in std::iter::once(&own).chain(edges) {
            // The first way goes in even if nothing can have it.
            if edge.shape.is_nothing() && !(ways.is_empty() && edge.to == from + 1) {
                continue;
            }
            path.push(edge.shape.clone());
            self.paths(edge.to, to, path, ways, steps);
            path.pop();
        }
    }

    /// Whether the words are function words only.
    pub fn all_common(&self, from: usize, to: usize) -> bool {
        self.common.get(from..to).is_some_and(|common| !common.is_empty() && common.iter().all(|common| *common))
    }

    /// `anti missile` and `anti-missile` written as one word.
    fn joined(&mut self, dictionary: &Dictionary, words: &[Word<'_>], at: usize) {
        let (Some(a), Some(b)) = (words.get(at), words.get(at + 1)) else { return };
        let letters = a.key().to_ascii_lowercase() + &b.key().to_ascii_lowercase();
        // Only a word of the texts, not another form of one: `we apon`.
        if let Ok(found) = dictionary.find(&letters) {
            let shape = Shape::Words(vec![dictionary.class(found)]);
            self.edges.push(Edge { from: at, to: at + 2, shape });
        }
    }

    /// `antimissile` written in two words; `G8` as `G-8`.
    fn parted(&mut self, dictionary: &Dictionary, word: &Word<'_>, at: usize) {
        let key = word.key().to_ascii_lowercase();
        let known = dictionary.find(&key);
        let own_class = known.ok().map(|found| dictionary.class(found));
        if known.is_ok_and(|found| dictionary.flags(found) & JOINED == 0) || !key.is_ascii() || key.len() > 40 {
            return;
        }
        if known.is_err() && self.words.get(at).is_some_and(|own| own.iter().any(|(shape, _)| !shape.is_nothing())) {
            return;
        }
        for cut in 1..key.len() {
            let (Some(a), Some(b)) = (key.get(..cut), key.get(cut..)) else { continue };
            let digit = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
            let short = |part: &str| part.len() < 3 && !digit(part) && !is_glued_beginning(part);
            if (short(a) || short(b)) && !digit(b) || is_function_word(a) || is_function_word(b) {
                continue;
            }
            let class = |part: &str| dictionary.find(part).ok().map(|found| dictionary.class(found));
            if let (Some(a), Some(b)) = (class(a), class(b))
                && Some(a) != own_class
            {
                let parts = vec![Shape::Words(vec![a]), Shape::Words(vec![b])];
                self.edges.push(Edge { from: at, to: at + 1, shape: Shape::Adjacent(parts) });
            }
        }
    }

    /// Terms that the lexicon says mean the same.
    fn equivalents(&mut self, index: &Index, words: &[Word<'_>]) {
        let forms: Vec<Vec<TermWord>> =
            words.iter().zip(&self.words).map(|(word, shapes)| term_words(word, shapes)).collect();
        for (from, first) in forms.iter().enumerate() {
            for (term, others) in first.iter().flat_map(|word| index.lexicon.beginning(word)) {
                let window = forms.get(from..from + term.len()).unwrap_or(&[]);
                let same =
                    window.len() == term.len() && window.iter().zip(term).all(|(forms, word)| forms.contains(word));
                if !same {
                    continue;
                }
                let shapes = others.map(term_shape).filter(|shape| !shape.is_nothing());
                self.edges.extend(shapes.map(|shape| Edge { from, to: from + term.len(), shape }));
            }
        }
    }
}

/// Short beginnings that are written with and without a hyphen.
fn is_glued_beginning(part: &str) -> bool {
    matches!(part, "co" | "re" | "ex")
}

/// What a word of the query may be in a term: one of its classes, or its
/// normal form.
fn term_words(word: &Word<'_>, shapes: &[(Shape, f32)]) -> Vec<TermWord> {
    let classes = shapes.iter().flat_map(|(shape, _)| shape.single()).map(|class| TermWord::Known(*class));
    let unknown = || {
        let form = normal(word);
        let upper = TermWord::Unknown(form.to_ascii_uppercase());
        [TermWord::Unknown(form), upper]
    };
    let mut words: Vec<TermWord> = classes.collect();
    if words.is_empty() {
        words.extend(unknown());
    }
    words.dedup();
    words
}

fn term_shape(term: &[TermWord]) -> Shape {
    let word = |word: &TermWord| match word {
        TermWord::Known(class) => Shape::Words(vec![*class]),
        TermWord::Unknown(_) => Shape::NOTHING,
    };
    match term {
        [only] => word(only),
        many => Shape::Adjacent(many.iter().map(word).collect()),
    }
}

/// Whether nobody looks for this word. It may be an acronym, though.
fn is_common(dictionary: &Dictionary, word: &Word<'_>) -> bool {
    word.case != Case::Acronym
        && is_function_word(&word.key())
        && dictionary.find(&word.key().to_ascii_uppercase()).is_err()
}

/// A word as typed, with weights. An acronym (`US`) is only that; a function
/// word in lower case that may be an acronym (`us`) is the acronym first.
/// Function words have two shapes, other words one.
fn plain(dictionary: &Dictionary, word: &Word<'_>) -> Vec<(Shape, f32)> {
    let key = word.key();
    let shape = |class: Option<Class>| Shape::Words(class.into_iter().collect());
    let acronym = |key: &str| dictionary.find(key).ok().map(|at| dictionary.class(at));
    if word.case == Case::Acronym {
        let lower = key.to_ascii_lowercase();
        let word = || dictionary.class_of_form(&lower).filter(|_| !is_function_word(&lower));
        return vec![(shape(acronym(&key).or_else(word)), 1.0)];
    }
    let class = dictionary.class_of_form(&key);
    let upper = acronym(&key.to_ascii_uppercase());
    if is_function_word(&key) {
        let apart = upper.filter(|upper| class != Some(*upper));
        return vec![(shape(apart), 1.0), (shape(class), if apart.is_some() { 0.1 } else { 1.0 })];
    }
    vec![(shape(class.or(upper)), 1.0)]
}

impl Shape {
    /// Any of some shapes, as simply as can be said.
    pub fn one_of(shapes: Vec<Shape>) -> Shape {
        let mut kept: Vec<Shape> = Vec::with_capacity(shapes.len());
        let mut classes: Vec<Class> = Vec::new();
        for shape in shapes {
            match shape {
                Shape::Words(more) => classes.extend(more),
                other if other.is_nothing() || kept.contains(&other) => {}
                other => kept.push(other),
            }
        }
        if !classes.is_empty() || kept.is_empty() {
            kept.insert(0, Shape::of_classes(classes));
        }
        if kept.len() == 1 { kept.remove(0) } else { Shape::OneOf(kept) }
    }

    /// Any of some classes.
    pub fn of_classes(mut classes: Vec<Class>) -> Shape {
        crate::order::sort(&mut classes);
        classes.dedup();
        Shape::Words(classes)
    }
}
