//! The query language: one lenient grammar that never fails.
//!
//! [`parse`] returns a tree whatever was typed, together with what it could
//! not understand ([`Diagnostic`], each with a place and a remedy). Typed by
//! visitors, saved as issues in a catalogue, and printed back in plain words
//! by [`Query::reading`]. Knows nothing of any index.
//!
//! # The language
//!
//! | write | to find passages |
//! |---|---|
//! | `missile defence` | with these words, those with all of them first |
//! | `"strategic framework"` | with these words in this order |
//! | `missile AND iran` | that must have both |
//! | `iran OR tehran`, `iran \| tehran` | with either; `OR` binds less tightly than `AND` |
//! | `iran -iraq`, `iran !iraq`, `iran NOT iraq` | without the second word |
//! | `(iran OR iraq) nuclear` | parentheses group, and a group must match |
//! | `+iran nuclear` | that must have the word with the plus sign |
//! | `proliferat*` | with a word that begins so |
//! | `defen?e`, `k*niuk` | `?` is one letter, `*` any number of letters |
//! | `kremenyk~`, `kremenk~2` | with a word that differs by one letter, or by two |
//! | `"nuclear iran"~5` | with these words within five words of each other, in any order |
//! | `iran NEAR nuclear`, `iran NEAR/3 nuclear` | with both within ten words, or three |
//! | `iran{2}` | in which it occurs at least twice |
//! | `(missile^2 OR abm OR shield^0.5)>=2` | about something, not merely naming it: the weights of the alternatives that occur are added (1 unless `^` says otherwise) and must reach 2 |
//! | `missile^3 iran` | the same as without, but `missile` counts three times in the ranking |
//! | `talks AFTER syria` | with the first word, and the passage before has the second |
//! | `outlet:bbc`, `-outlet:bbc` | of (or not of) that outlet; also `issue:` `meeting:` `speaker:` `side:` `kind:` `title:` `author:` `date:` |
//! | `date:2001-10`, `date:2001..2003`, `date:..2003-06` | published then; also `year:2001`, `from:2001`, `to:2003` |
//!
//! Phrases, groups and what has a sign must match. Single words beside them
//! are wished for: of what has all that must match, passages with these words
//! come first. Beside fields only, one of the words must be there.
//!
//! Of a query 16 KB are read, of those 1,024 words and signs, which may be
//! nested 32 deep; the rest is left out with a diagnostic. Of places that
//! could not be taken as they stand eight are named and the others counted.
//!
//! Operators in lower case (`and`, `or`, `not`, `near`) are words; where one was
//! probably meant as an operator, a search says so. Curly and
//! straight quotation marks mean the same.

mod date;
mod diagnostic;
mod lex;
mod number;
mod operators;
mod parse;
mod reading;
mod slips;
mod tree;

pub use date::{DateBound, DateSpan};
pub use diagnostic::Diagnostic;
pub(crate) use diagnostic::shown;
pub use operators::{OPERATORS, Operator};
pub use parse::{parse, parse_words};
pub use tree::{Field, Node, NodeKind, Query, Spread, WordForm};
