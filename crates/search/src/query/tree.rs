//! The tree that a query is read as.
//!
//! Invariant: every range lies in the query's text, and a child's range lies
//! in its parent's.

use summitry_corpus::ByteRange;

use super::date::DateSpan;
use super::diagnostic::Diagnostic;

/// A query as read.
#[derive(Clone, Debug, PartialEq)]
pub struct Query {
    /// The text that was parsed, possibly cut (a diagnostic then says so).
    pub text: String,
    /// `None` when nothing was asked for.
    pub root: Option<Node>,
    /// What could not be taken as it stands, in the order of the text.
    pub diagnostics: Vec<Diagnostic>,
}

/// A part of a query.
#[derive(Clone, Debug, PartialEq)]
pub struct Node {
    /// What it is.
    pub kind: NodeKind,
    /// Bytes of [`Query::text`].
    pub range: ByteRange,
    /// Its weight in ranking and in `>=`; 1 unless `^` says otherwise.
    pub boost: f32,
}

/// What a part of a query asks for.
#[derive(Clone, Debug, PartialEq)]
pub enum NodeKind {
    /// A word as typed. It may hold several words (`anti-missile`), which
    /// then must follow each other.
    Word {
        /// As typed, without the operator's sign.
        text: String,
        /// Which words of the articles it stands for.
        form: WordForm,
    },
    /// Words in quotation marks.
    Phrase {
        /// The words between the quotation marks.
        text: String,
        /// How far they may be from each other.
        spread: Spread,
        /// Whether the last word may be the beginning of a longer one.
        open: bool,
    },
    /// Parts that stand side by side without an operator.
    Sequence(Vec<Node>),
    /// All must match.
    And(Vec<Node>),
    /// One must match.
    Or(Vec<Node>),
    /// Must not match.
    Not(Box<Node>),
    /// `+`: must match where it would otherwise only be wished for.
    Required(Box<Node>),
    /// The passage before, in the same article, must match.
    After(Box<Node>),
    /// Both must match, within so many words of each other, in any order.
    Near(Box<Node>, Box<Node>, u32),
    /// Must match at least so many times in one passage.
    Times(Box<Node>, u32),
    /// The weights of the alternatives that match must reach this sum.
    AtLeast(Box<Node>, f32),
    /// A field must have a value.
    Field(Field, String),
    /// Published in a span of time.
    Date(DateSpan),
}

/// Which words of the articles a word stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WordForm {
    /// Its forms and spellings.
    Plain,
    /// All words that begin with it.
    Prefix,
    /// All words that fit, `?` for one letter, `*` for any number.
    Wildcard,
    /// All words within so many edits, 1 or 2.
    Fuzzy(u8),
}

/// How far the words of a phrase may be from each other.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Spread {
    /// Next to each other, in order.
    Exact,
    /// All within a stretch that has at most so many other words, any order.
    Within(u32),
}

/// A field of a passage or of its article. Its value is an id, a name, or some
/// words of either, but in `title:`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Field {
    /// The outlet.
    Outlet,
    /// An issue of the catalogue.
    Issue,
    /// A meeting, covered or mentioned.
    Meeting,
    /// A person who speaks in the passage.
    Speaker,
    /// A side that speaks in the passage.
    Side,
    /// A class of roles in which somebody speaks in the passage, such as `expert`.
    Role,
    /// Words of the headline.
    Title,
    /// Who wrote the article.
    Author,
    /// `paragraph` or `list-item`, and `quote` for direct speech.
    Kind,
}

impl Field {
    /// All fields but `date:`, in the order of the documentation.
    pub const ALL: [Field; 9] = [
        Field::Outlet,
        Field::Issue,
        Field::Meeting,
        Field::Speaker,
        Field::Side,
        Field::Role,
        Field::Author,
        Field::Title,
        Field::Kind,
    ];

    /// The name typed before the colon.
    pub fn name(self) -> &'static str {
        match self {
            Field::Outlet => "outlet",
            Field::Issue => "issue",
            Field::Meeting => "meeting",
            Field::Speaker => "speaker",
            Field::Side => "side",
            Field::Role => "role",
            Field::Title => "title",
            Field::Author => "author",
            Field::Kind => "kind",
        }
    }
}

impl Node {
    /// The parts directly inside.
    pub fn children(&self) -> &[Node] {
        match &self.kind {
            NodeKind::Sequence(parts) | NodeKind::And(parts) | NodeKind::Or(parts) => parts,
            NodeKind::Not(part)
            | NodeKind::Required(part)
            | NodeKind::After(part)
            | NodeKind::Times(part, _)
            | NodeKind::AtLeast(part, _) => std::slice::from_ref(part.as_ref()),
            _ => &[],
        }
    }

    /// How many parts are nested in each other, this one included.
    pub(super) fn height(&self) -> usize {
        let below = match &self.kind {
            NodeKind::Near(left, right, _) => left.height().max(right.height()),
            _ => self.children().iter().map(Node::height).max().unwrap_or(0),
        };
        below + 1
    }

    /// Whether what matches it must have words that it asks for.
    pub fn asks_for_words(&self) -> bool {
        match &self.kind {
            NodeKind::Word { .. } | NodeKind::Phrase { .. } | NodeKind::Near(..) => true,
            NodeKind::Not(_) | NodeKind::After(_) | NodeKind::Field(..) | NodeKind::Date(_) => false,
            NodeKind::Or(parts) => parts.iter().all(Node::asks_for_words),
            _ => self.children().iter().any(Node::asks_for_words),
        }
    }

    /// Calls `visit` with this part and all within, parents first.
    pub fn walk<'n>(&'n self, visit: &mut impl FnMut(&'n Node)) {
        visit(self);
        if let NodeKind::Near(left, right, _) = &self.kind {
            left.walk(visit);
            right.walk(visit);
        }
        for child in self.children() {
            child.walk(visit);
        }
    }
}
