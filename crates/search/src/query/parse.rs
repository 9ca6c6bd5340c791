//! Recursive descent over the lexemes. Never fails: what does not fit is left
//! out or read as a word, and a diagnostic says which.
//!
//! ```text
//! or       = and (("OR" | "|" | "||") and)*
//! and      = sequence (("AND" | "&&") sequence)*
//! sequence = unary+
//! unary    = ("-" | "!" | "NOT" | "+" | "AFTER") unary | near
//! near     = postfix ("NEAR" postfix)*
//! postfix  = primary ("^" n | "~" n | "{" n "}" | ">=" n)*
//! primary  = "(" or ")" | quotation | field ":" value | word
//! ```

mod field;
mod postfix;
mod primary;

use field::{DATES, field_named};
use summitry_corpus::ByteRange;

use super::date::{DateBound, DateSpan};
use super::diagnostic::Diagnostic;
use super::lex::{Lexeme, LexemeKind, lex};
use super::tree::{Field, Node, NodeKind, Query, WordForm};

/// The longest query that is read, in bytes.
pub(super) const LONGEST: usize = 16 * 1024;
/// The greatest number of words and signs that are read.
pub(super) const MOST: usize = 1024;
/// How deep parentheses, `NOT`, `NEAR` and the signs behind a word may nest.
const DEEPEST: usize = 32;
/// Of how many places it is told that they could not be taken as they stand.
const MOST_TOLD: usize = 8;

/// Reads a query. Never fails; time is linear in the text, which is cut at
/// 16 KB, and at 1,024 words and signs, with a diagnostic. The tree is at most
/// 160 parts deep, and there are at most 11 diagnostics.
pub fn parse(text: &str) -> Query {
    let mut limits = Vec::new();
    let text = cut(text, &mut limits);
    let is_field = |name: &str| field_named(name).is_some() || DATES.iter().any(|date| name.eq_ignore_ascii_case(date));
    let mut lexemes = lex(text, &is_field);
    if let Some(first) = lexemes.get(MOST) {
        limits.push(too_many(first.range.start as usize, text));
        lexemes.truncate(MOST);
    }
    // A word takes two bytes at least, so a short query need not be counted.
    let words = (text.len() > 2 * MOST).then_some(MOST);
    let mut parser = Parser { lexemes: &lexemes, at: 0, depth: 0, words, cut: None, diagnostics: Vec::new() };
    let root = parser.everything();
    let (mut diagnostics, first) = (parser.diagnostics, parser.cut);
    if let Some(first) = first.filter(|_| lexemes.len() < MOST) {
        limits.push(too_many(first, text));
    }
    if let Some(first) = diagnostics.get(MOST_TOLD) {
        let range = ByteRange::new(first.range.start as usize, text.len());
        let message = format!("{} more places could not be taken as they stand.", diagnostics.len() - MOST_TOLD);
        diagnostics.truncate(MOST_TOLD);
        diagnostics.push(Diagnostic { range, message, remedy: "Mend the others first.".into() });
    }
    limits.append(&mut diagnostics);
    Query { text: text.to_owned(), root, diagnostics: limits }
}

/// What is said of a query that goes on after its last word that is read.
fn too_many(start: usize, text: &str) -> Diagnostic {
    Diagnostic {
        range: ByteRange::new(start, text.len()),
        message: format!("The query has more than {MOST} words; the rest was left out."),
        remedy: "Search for a few words that matter most.".into(),
    }
}

/// Reads a text as words only: no sign in it has a meaning.
pub fn parse_words(text: &str) -> Query {
    let mut diagnostics = Vec::new();
    let text = cut(text, &mut diagnostics);
    let mut parts = Vec::new();
    for word in crate::analysis::words(text).into_iter().take(MOST) {
        let kind = NodeKind::Word { text: word.text.to_owned(), form: WordForm::Plain };
        parts.push(Node { kind, range: word.range, boost: 1.0 });
    }
    Query { text: text.to_owned(), root: joined(parts, NodeKind::Sequence), diagnostics }
}

fn cut<'t>(text: &'t str, diagnostics: &mut Vec<Diagnostic>) -> &'t str {
    if text.len() <= LONGEST {
        return text;
    }
    let end = text.floor_char_boundary(LONGEST);
    let kept = text.get(..end).unwrap_or("");
    diagnostics.push(Diagnostic {
        range: ByteRange::new(0, kept.len()),
        message: "The query is longer than 16 KB; only the beginning was used.".into(),
        remedy: "Search for a few words that matter most.".into(),
    });
    kept
}

struct Parser<'l> {
    lexemes: &'l [Lexeme<'l>],
    at: usize,
    depth: usize,
    /// How many words may still be read; `None` where there cannot be too many.
    words: Option<usize>,
    /// Where the first word stands that is one too many.
    cut: Option<usize>,
    diagnostics: Vec<Diagnostic>,
}

impl<'l> Parser<'l> {
    fn everything(&mut self) -> Option<Node> {
        let mut parts = Vec::new();
        loop {
            parts.extend(self.or());
            // Only a closing parenthesis without an opening one stops the grammar.
            let Some(lexeme) = self.peek() else { break };
            let range = lexeme.range;
            self.at += 1;
            self.say(
                range,
                "This closing parenthesis has no opening one and was ignored.",
                "Remove it, or add an opening parenthesis before the words it belongs to.",
            );
        }
        let root = joined(parts, NodeKind::Sequence);
        if root.is_none()
            && self.diagnostics.is_empty()
            && let [first, ..] = self.lexemes
        {
            self.say(first.range, "This asks for no word; it was ignored.", "Write a word.");
        }
        root
    }

    fn peek(&self) -> Option<&'l Lexeme<'l>> {
        self.lexemes.get(self.at)
    }

    fn say(&mut self, range: ByteRange, message: &str, remedy: &str) {
        // In the order of the text.
        let at = self.diagnostics.partition_point(|known| known.range <= range);
        self.diagnostics.insert(at, Diagnostic { range, message: message.into(), remedy: remedy.into() });
    }

    /// As much of a text, which belongs to a part that begins at byte `start`, as
    /// has no more words than may still be read.
    fn allowed<'t>(&mut self, text: &'t str, start: u32) -> &'t str {
        let Some(left) = &mut self.words else { return text };
        let words = crate::analysis::words(text);
        let over = words.get(*left).map(|word| word.range.start as usize);
        *left = left.saturating_sub(words.len());
        let Some(over) = over else { return text };
        self.cut.get_or_insert(start as usize);
        text.get(..over).unwrap_or("")
    }

    fn or(&mut self) -> Option<Node> {
        self.list("OR", NodeKind::Or, Self::and)
    }

    fn and(&mut self) -> Option<Node> {
        self.list("AND", NodeKind::And, Self::sequence)
    }

    /// Parts with an operator between them.
    fn list(
        &mut self,
        name: &str,
        kind: fn(Vec<Node>) -> NodeKind,
        part: fn(&mut Self) -> Option<Node>,
    ) -> Option<Node> {
        let mut parts: Vec<Node> = Vec::new();
        let first = part(self);
        let mut lacking = first.is_none();
        parts.extend(first);
        while let Some(lexeme) = self.peek().filter(|lexeme| lexeme.kind.name() == name) {
            self.at += 1;
            let next = part(self);
            lacking |= next.is_none();
            parts.extend(next);
            if lacking {
                let message = format!("{name} needs a word on both sides; it was ignored.");
                let remedy =
                    format!("Put a word on each side, or write {} to search for the word.", name.to_ascii_lowercase());
                self.say(lexeme.range, &message, &remedy);
                lacking = parts.is_empty();
            }
        }
        joined(parts, kind)
    }

    fn sequence(&mut self) -> Option<Node> {
        let mut parts = Vec::new();
        while let Some(lexeme) = self.peek() {
            if matches!(lexeme.kind, LexemeKind::Or | LexemeKind::And | LexemeKind::Close) {
                break;
            }
            let before = self.at;
            parts.extend(self.unary());
            // Whatever happens, a lexeme is used up.
            self.at = self.at.max(before + 1);
        }
        joined(parts, NodeKind::Sequence)
    }

    fn unary(&mut self) -> Option<Node> {
        let lexeme = self.peek()?;
        let wrap: fn(Box<Node>) -> NodeKind = match lexeme.kind {
            LexemeKind::Minus | LexemeKind::Not => NodeKind::Not,
            LexemeKind::Plus => NodeKind::Required,
            LexemeKind::After => NodeKind::After,
            _ => return self.near(),
        };
        self.at += 1;
        if self.too_deep(lexeme.range) {
            let is_sign = |lexeme: &&Lexeme<'_>| {
                matches!(lexeme.kind, LexemeKind::Minus | LexemeKind::Not | LexemeKind::Plus | LexemeKind::After)
            };
            while self.peek().filter(is_sign).is_some() {
                self.at += 1;
            }
            return self.near();
        }
        self.depth += 1;
        let inner = self.unary();
        self.depth -= 1;
        let Some(inner) = inner else {
            self.say(
                lexeme.range,
                "Nothing follows this sign; it was ignored.",
                "Put the word directly after it, such as -iraq.",
            );
            return None;
        };
        let range = ByteRange { start: lexeme.range.start, end: inner.range.end };
        Some(Node { kind: wrap(Box::new(inner)), range, boost: 1.0 })
    }

    fn too_deep(&mut self, range: ByteRange) -> bool {
        let deep = self.depth >= DEEPEST;
        if deep {
            self.say_deep(range);
        }
        deep
    }

    /// Whether what would hold these parts is too deep, which is told.
    fn is_full(&mut self, parts: &[&Node], range: ByteRange) -> bool {
        let full = parts.iter().any(|part| self.depth + part.height() >= DEEPEST);
        if full {
            self.say_deep(range);
        }
        full
    }

    fn say_deep(&mut self, range: ByteRange) {
        let message = "More than 32 signs are nested in each other; this one was ignored.";
        self.say(range, message, "Use fewer parentheses and signs.");
    }

    fn near(&mut self) -> Option<Node> {
        let mut left = self.postfix();
        while let Some((lexeme, distance)) = self.peek().and_then(|lexeme| match lexeme.kind {
            LexemeKind::Near(distance) => Some((lexeme, distance)),
            _ => None,
        }) {
            self.at += 1;
            let right = self.postfix();
            left = match (left, right) {
                (Some(left), Some(right)) if self.is_full(&[&left, &right], lexeme.range) => Some(left),
                (Some(left), Some(right)) => {
                    let range = ByteRange { start: left.range.start, end: right.range.end };
                    if distance.is_none() {
                        self.say(
                            lexeme.range,
                            "NEAR/ takes a number of words; ten was used.",
                            "Write the number in figures, as in iran NEAR/5 nuclear.",
                        );
                    }
                    let distance = distance.unwrap_or(super::lex::NEAR);
                    let kind = NodeKind::Near(Box::new(left), Box::new(right), distance);
                    Some(Node { kind, range, boost: 1.0 })
                }
                (left, right) => {
                    self.say(
                        lexeme.range,
                        "NEAR needs a word on both sides; it was ignored.",
                        "Write it as in iran NEAR nuclear.",
                    );
                    left.or(right)
                }
            };
        }
        left
    }
}

/// One part stands for itself; several become a list.
fn joined(mut parts: Vec<Node>, kind: fn(Vec<Node>) -> NodeKind) -> Option<Node> {
    if parts.len() <= 1 {
        return parts.pop();
    }
    let start = parts.first()?.range.start;
    let end = parts.last()?.range.end;
    Some(Node { kind: kind(parts), range: ByteRange { start, end }, boost: 1.0 })
}
