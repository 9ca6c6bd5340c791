//! What a query means in one segment.

use summitry_corpus::ByteRange;

use super::work::Work;
use crate::index::Class;

/// A query resolved against one segment.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Plan {
    /// What a unit must have.
    pub need: Need,
    /// What is looked up, scored and marked.
    pub leaves: Vec<Leaf>,
    /// What is left to do for whoever evaluates it.
    pub work: Work,
}

impl Plan {
    /// The plan of a query that asks for nothing, in any segment.
    pub fn everything() -> Plan {
        Plan { need: Need::Everything, leaves: Vec::new(), work: Work::default() }
    }
}

/// Something that is looked up.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Leaf {
    pub shape: Shape,
    /// Weight in the ranking.
    pub boost: f32,
    /// The first leaf with this shape, possibly itself: a query that repeats
    /// a word looks it up once.
    pub first: usize,
    /// Of the first leaf, the weights of all that have this shape; of the
    /// others 0.
    pub weight: f32,
    /// Whether it is a function word, which nobody needs to have.
    pub common: bool,
    /// Whether it stands in a part that must not match, or is of the unit
    /// before: nothing to mark or to rank by.
    pub negated: bool,
    /// Which word or phrase of the query it is for, in bytes of the query.
    pub word: ByteRange,
}

/// Words in an arrangement.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Shape {
    /// Any of these classes, each at one place.
    Words(Vec<Class>),
    /// Of these classes only the words at these places of the dictionary, both
    /// in order. The index knows classes; which word a unit has is read from
    /// its text.
    Exact(Vec<Class>, Vec<u32>),
    /// One directly after the other.
    Adjacent(Vec<Shape>),
    /// Any of these.
    OneOf(Vec<Shape>),
    /// All, with at most so many other words between the first and the last.
    Within(Vec<Shape>, u32),
}

impl Shape {
    /// The shape that nothing has.
    pub const NOTHING: Shape = Shape::Words(Vec::new());

    /// The classes that it is as a single word.
    pub fn single(&self) -> &[Class] {
        match self {
            Shape::Words(classes) | Shape::Exact(classes, _) => classes,
            Shape::OneOf(parts) => parts.first().map_or(&[], Shape::single),
            Shape::Adjacent(_) | Shape::Within(..) => &[],
        }
    }

    /// Whether the index cannot tell who has it; see [`Shape::Exact`].
    pub fn needs_text(&self) -> bool {
        match self {
            Shape::Words(_) => false,
            Shape::Exact(..) => true,
            Shape::Adjacent(parts) | Shape::OneOf(parts) | Shape::Within(parts, _) => {
                parts.iter().any(Shape::needs_text)
            }
        }
    }

    /// Whether nothing can have it.
    pub fn is_nothing(&self) -> bool {
        match self {
            Shape::Words(classes) | Shape::Exact(classes, _) => classes.is_empty(),
            Shape::Adjacent(parts) | Shape::Within(parts, _) => parts.iter().any(Shape::is_nothing),
            Shape::OneOf(parts) => parts.iter().all(Shape::is_nothing),
        }
    }
}

/// What a unit must have. Numbers are indexes of [`Plan::leaves`].
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Need {
    /// The leaf occurs.
    Leaf(usize),
    /// The leaf occurs so many times.
    Times(usize, u32),
    /// All of them.
    All(Vec<Need>),
    /// One of them.
    Any(Vec<Need>),
    /// Not this.
    Without(Box<Need>),
    /// All of `must`; of `wish` as many as possible, and one at least if
    /// `one`.
    Wish { must: Vec<Need>, wish: Vec<Need>, one: bool },
    /// The unit before, in the same group, has this.
    After(Box<Need>),
    /// Weights of those that match reach a sum.
    AtLeast(Vec<(Need, f32)>, f32),
    /// One of these units, rising.
    Units(Vec<u32>),
    /// Nothing is needed.
    Everything,
}
