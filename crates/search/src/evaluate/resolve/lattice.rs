//! The ways in which words in a row can be written.
//!
//! Between each two words of the query is a node; an edge is a way to write
//! the words between two nodes: the word itself, `anti missile` as one word,
//! a number with other marks, an acronym for its words or the words for an
//! acronym.

use super::super::plan::Shape;
use super::figure::Figure;
use crate::analysis::{Case, Word, is_function_word, is_link};
use crate::index::{Class, Dictionary, Index, JOINED, normal};

/// The most ways in which one phrase is looked up.
const MOST_WAYS: usize = 24;

/// From how many classes on they are not sorted by comparing them.
const MANY: usize = 64;

/// How far the ways are followed: some lead nowhere.
const MOST_STEPS: usize = 1000;

/// The most words of which a number is made: `1 000 000 000`.
const MOST_GROUPS: usize = 5;

/// A way to write the words `from..to`.
struct Edge {
    from: usize,
    to: usize,
    shape: Shape,
}

/// A word as typed.
struct Own {
    /// Its class; of a function word first the acronym that it may be.
    classes: [Option<Class>; 2],
    /// Whether it is a function word, which has two shapes.
    function: bool,
    /// Whether nobody looks for it: a function word that is no acronym.
    common: bool,
}

/// All ways to write some words.
pub(super) struct Lattice {
    words: Vec<Own>,
    edges: Vec<Edge>,
}

impl Lattice {
    pub fn new(index: &Index, words: &[Word<'_>]) -> Lattice {
        let dictionary = &index.dictionary;
        let mut lattice = Lattice { words: Vec::with_capacity(words.len()), edges: Vec::new() };
        for (at, word) in words.iter().enumerate() {
            let mut key = word.key();
            let typed = word.case == Case::Acronym;
            let acronym = dictionary.find(&if typed { key.clone() } else { key.to_ascii_uppercase() });
            key.make_ascii_lowercase();
            let known = dictionary.find_form(&key);
            let class = |at: Option<usize>| at.map(|at| dictionary.class(at));
            lattice.words.push(Own::new(&key, class(acronym), class(known), typed));
            // `day-to-day` is not `day today`.
            let linked = is_link(words, at) || is_link(words, at + 1);
            if let Some(next) = words.get(at + 1).filter(|_| !linked) {
                lattice.joined(dictionary, [&key, next.key().to_ascii_lowercase().as_str()].concat(), at, next.glued);
            }
            lattice.parted(dictionary, &key, known, at);
            if key.starts_with(|c: char| c.is_ascii_digit()) {
                lattice.figures(dictionary, words.get(at..).unwrap_or(&[]), at);
            }
        }
        lattice.equivalents(index, words);
        lattice
    }

    /// The word at `at` with all ways of writing it, or words around it, with
    /// weights. A function word in lower case that may be an acronym (`us`)
    /// is the acronym first.
    pub fn word(&self, at: usize) -> Vec<(Shape, f32)> {
        let Some(Own { classes: [first, second], function, .. }) = self.words.get(at) else { return Vec::new() };
        let mut ways = vec![Shape::Words(first.iter().copied().collect())];
        for edge in self.edges.iter().filter(|edge| edge.from <= at && at < edge.to) {
            ways.push(edge.shape.clone());
        }
        let mut shapes = vec![(Shape::one_of(ways), 1.0)];
        if *function {
            shapes.push((Shape::Words(second.iter().copied().collect()), if first.is_some() { 0.1 } else { 1.0 }));
        }
        shapes
    }

    /// The words `from..to` in a row. The ways are followed depth first, each
    /// word as itself before other ways of writing it, without recursion: a
    /// phrase may be long.
    pub fn phrase(&self, from: usize, to: usize) -> Shape {
        let own = |at: usize| self.words.get(at).map_or([None; 2], |own| own.classes).into_iter().flatten().collect();
        let own: Vec<Shape> = (from..to).map(|at| Shape::of_classes(own(at))).collect();
        let mut ways: Vec<Shape> = Vec::new();
        let mut path: Vec<&Shape> = Vec::new();
        // What is still to be followed: after how many steps of the way, from
        // which node, and the step that leads there.
        let mut open: Vec<(usize, usize, Option<&Shape>)> = vec![(0, from, None)];
        let mut steps = MOST_STEPS + to.saturating_sub(from);
        while let Some((length, at, step)) = open.pop() {
            steps = steps.saturating_sub(1);
            if ways.len() >= MOST_WAYS || steps == 0 {
                break;
            }
            path.truncate(length);
            path.extend(step);
            if at >= to {
                ways.push(Shape::adjacent(path.iter().map(|step| (*step).clone()).collect()));
                continue;
            }
            let edges = self.edges.iter().filter(|edge| edge.from == at && edge.to <= to && !edge.shape.is_nothing());
            let before = open.len();
            // The first way goes in even if nothing can have it.
            let own = own.get(at - from).filter(|own| !own.is_nothing() || ways.is_empty());
            open.extend(own.map(|own| (path.len(), at + 1, Some(own))));
            open.extend(edges.map(|edge| (path.len(), edge.to, Some(&edge.shape))));
            // The last one put on is the first to be followed.
            open.get_mut(before..).unwrap_or_default().reverse();
        }
        Shape::one_of(ways)
    }

    /// Whether the words are function words only.
    pub fn all_common(&self, from: usize, to: usize) -> bool {
        let words = self.words.get(from..to).unwrap_or(&[]);
        !words.is_empty() && words.iter().all(|word| word.common)
    }

    /// `anti missile` and `anti-missile` written as one word.
    fn joined(&mut self, dictionary: &Dictionary, letters: String, at: usize, glued: bool) {
        // Without the hyphen only a word of the texts, not another form of
        // one: `we apons`.
        if let Some(found) = if glued { dictionary.find_form(&letters) } else { dictionary.find(&letters) } {
            let shape = Shape::Words(vec![dictionary.class(found)]);
            self.edges.push(Edge { from: at, to: at + 2, shape });
        }
    }

    /// `antimissile` written in two words; `email` as `e-mail`, `G8` as `G-8`.
    fn parted(&mut self, dictionary: &Dictionary, key: &str, known: Option<usize>, at: usize) {
        let own_class = known.map(|found| dictionary.class(found));
        if known.is_some_and(|found| dictionary.flags(found) & JOINED == 0) || !key.is_ascii() || key.len() > 40 {
            return;
        }
        // Where the texts have it with a hyphen, any parts may be meant.
        let seen = known.is_some();
        if known.is_none() && self.words.get(at).is_some_and(|own| own.classes != [None; 2]) {
            return;
        }
        for cut in 1..key.len() {
            let (Some(a), Some(b)) = (key.get(..cut), key.get(cut..)) else { continue };
            // Most beginnings of a word are none: that is looked up first.
            let Some(first) = dictionary.find(a).map(|found| dictionary.class(found)) else { continue };
            let digit = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
            let short = |part: &str| part.len() < 3 && !digit(part) && !is_glued_beginning(part);
            if !seen && ((short(a) || short(b)) && !digit(b) || is_function_word(a) || is_function_word(b)) {
                continue;
            }
            // The second part may be in another form: `antimissiles`.
            if Some(first) != own_class
                && let Some(second) = dictionary.class_of_form(b)
            {
                let parts = vec![Shape::Words(vec![first]), Shape::Words(vec![second])];
                self.edges.push(Edge { from: at, to: at + 1, shape: Shape::Adjacent(parts) });
            }
        }
    }

    /// A number with other marks between its thousands, or none. `words` begin
    /// at `at`.
    fn figures(&mut self, dictionary: &Dictionary, words: &[Word<'_>], at: usize) {
        let mut keys = Vec::new();
        for word in words.iter().take(MOST_GROUPS) {
            keys.push(word.key());
            let Some(figure) = Figure::read(&keys) else { continue };
            for way in figure.ways().iter().filter(|way| **way != keys) {
                let class = |word: &String| dictionary.find(word).map(|found| dictionary.class(found));
                let classes: Option<Vec<Class>> = way.iter().map(class).collect();
                if let Some(classes) = classes {
                    let parts = classes.into_iter().map(|class| Shape::Words(vec![class])).collect();
                    self.edges.push(Edge { from: at, to: at + keys.len(), shape: Shape::adjacent(parts) });
                }
            }
        }
    }

    /// Terms that the lexicon says mean the same.
    fn equivalents(&mut self, index: &Index, words: &[Word<'_>]) {
        let lexicon = &index.lexicon;
        let mut forms: Vec<[Option<Class>; 2]> = Vec::with_capacity(words.len());
        for (word, own) in words.iter().zip(&self.words) {
            let mut classes = own.classes;
            if classes == [None; 2] {
                let form = normal(word);
                classes = [lexicon.unknown(&form), lexicon.unknown(&form.to_ascii_uppercase())];
            }
            forms.push(classes);
        }
        for (from, first) in forms.iter().enumerate() {
            for term in first.iter().flatten().flat_map(|class| lexicon.beginning(*class)) {
                let Some(term) = lexicon.terms().get(term) else { continue };
                let to = from + term.words.len();
                let Some(window) = forms.get(from..to) else { continue };
                if !window.iter().zip(&term.words).all(|(forms, word)| forms.contains(&Some(*word))) {
                    continue;
                }
                for other in lexicon.group(term.group).iter().filter(|other| other.words != term.words) {
                    if other.words.iter().all(|class| *class < lexicon.classes()) {
                        let parts = other.words.iter().map(|class| Shape::Words(vec![*class])).collect();
                        self.edges.push(Edge { from, to, shape: Shape::adjacent(parts) });
                    }
                }
            }
        }
    }
}

/// Short beginnings that are written with and without a hyphen.
fn is_glued_beginning(part: &str) -> bool {
    matches!(part, "co" | "re" | "ex")
}

impl Own {
    /// A word with a key, by the class of the acronym that is so written and
    /// that of the word. What is `typed` as an acronym (`US`) is only that.
    fn new(key: &str, acronym: Option<Class>, class: Option<Class>, typed: bool) -> Own {
        let function = is_function_word(key);
        if typed {
            return Own { classes: [acronym.or(class.filter(|_| !function)), None], function: false, common: false };
        }
        if function {
            return Own { classes: [acronym.filter(|_| class != acronym), class], function, common: acronym.is_none() };
        }
        Own { classes: [class.or(acronym), None], function, common: false }
    }
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

    /// One after the other, as simply as can be said.
    pub fn adjacent(mut parts: Vec<Shape>) -> Shape {
        if parts.len() == 1 { parts.remove(0) } else { Shape::Adjacent(parts) }
    }

    /// Any of some classes.
    pub fn of_classes(mut classes: Vec<Class>) -> Shape {
        if classes.len() > MANY {
            // Marked, and the marks read in order.
            let most = classes.iter().max().map_or(0, |class| *class as usize);
            let mut marked = vec![false; most + 1];
            for class in &classes {
                if let Some(mark) = marked.get_mut(*class as usize) {
                    *mark = true;
                }
            }
            classes.clear();
            classes.extend((0..).zip(&marked).filter(|(_, mark)| **mark).map(|(class, _)| class));
        } else {
            classes.sort_unstable();
            classes.dedup();
        }
        Shape::Words(classes)
    }
}
