//! Parts that stand for themselves: a word, a quotation, a group.
//!
//! Invariant: a part that holds no letter or figure is none.

use summitry_corpus::ByteRange;

use super::super::diagnostic::shown;
use super::super::lex::LexemeKind;
use super::super::tree::{Field, Node, NodeKind, Spread, WordForm};
use super::Parser;

impl Parser<'_> {
    pub(super) fn primary(&mut self) -> Option<Node> {
        let lexeme = self.peek()?;
        let range = lexeme.range;
        let node = |kind| Some(Node { kind, range, boost: 1.0 });
        match &lexeme.kind {
            LexemeKind::Open => {
                self.at += 1;
                self.group(range)
            }
            LexemeKind::Quotation(words, closed) => {
                self.at += 1;
                if !closed {
                    self.say(
                        range,
                        "The closing quotation mark is missing; the phrase goes to the end.",
                        "Add a quotation mark at the end of the phrase.",
                    );
                }
                let words = self.allowed(words, range.start);
                if !words.chars().any(char::is_alphanumeric) {
                    return None;
                }
                node(NodeKind::Phrase { text: words.to_owned(), spread: Spread::Exact, open: !closed })
            }
            LexemeKind::Field(name) => {
                self.at += 1;
                self.field(name, range)
            }
            LexemeKind::Word(text) => {
                self.at += 1;
                self.word(text, range)
            }
            // An operator where a word is needed: whoever called says so.
            _ => None,
        }
    }

    fn group(&mut self, open: ByteRange) -> Option<Node> {
        if self.too_deep(open) {
            return None;
        }
        self.depth += 1;
        let inner = self.or();
        self.depth -= 1;
        let close = self.peek().filter(|lexeme| matches!(lexeme.kind, LexemeKind::Close));
        let end = match close {
            Some(close) => {
                self.at += 1;
                close.range.end
            }
            None => {
                self.say(
                    open,
                    "This parenthesis is not closed; the group goes to the end.",
                    "Add a closing parenthesis.",
                );
                inner.as_ref().map_or(open.end, |inner| inner.range.end)
            }
        };
        let inner = inner?;
        let range = ByteRange { start: open.start, end };
        // A group must match, also where single words are only wished for.
        let kind = match inner {
            Node { kind: NodeKind::Sequence(parts), .. } => NodeKind::And(parts),
            Node { kind: kind @ NodeKind::Word { .. }, .. } => {
                let range = inner.range;
                NodeKind::Required(Box::new(Node { kind, range, boost: 1.0 }))
            }
            Node { kind, .. } => kind,
        };
        Some(Node { kind, range, boost: inner.boost })
    }

    fn word(&mut self, text: &str, range: ByteRange) -> Option<Node> {
        let text = self.allowed(text, range.start);
        if !text.chars().any(char::is_alphanumeric) {
            // A question mark by itself ends a question.
            if text == "*" {
                self.say(
                    range,
                    "A placeholder alone would find everything and was ignored.",
                    "Write the beginning of a word before it, such as missil*.",
                );
            }
            return None;
        }
        let body = text.strip_suffix('*').unwrap_or(text);
        let question = text.ends_with('?') && !body.trim_end_matches('?').contains(['*', '?']);
        let (text, form) = if body.contains('*') || (body.contains('?') && !question) {
            (text.to_owned(), WordForm::Wildcard)
        } else if body.len() < text.len() {
            (body.to_owned(), WordForm::Prefix)
        } else {
            // A question mark at the end of a word ends a question.
            (text.trim_end_matches('?').to_owned(), WordForm::Plain)
        };
        if let Some(name) = text.strip_suffix(':')
            && name.chars().all(char::is_alphabetic)
            && self.peek().is_some_and(|next| next.tight && matches!(next.kind, LexemeKind::Word(_)))
        {
            let message = format!("\u{201c}{}\u{201d} is not a field; it was searched for as a word.", shown(name));
            let is_time = ["before", "after", "since", "until"].iter().any(|time| name.eq_ignore_ascii_case(time));
            let remedy = if is_time {
                String::from("For times write from:2001, to:2003 or date:2001-10..2003.")
            } else {
                let names: String = Field::ALL.iter().flat_map(|field| [field.name(), ", "]).collect();
                ["The fields are ", &names, "date."].concat()
            };
            self.say(range, &message, &remedy);
        }
        Some(Node { kind: NodeKind::Word { text, form }, range, boost: 1.0 })
    }
}
