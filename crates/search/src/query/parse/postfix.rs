//! Signs behind a part: `^2`, `~1`, `{2}`, `>=2`.
//!
//! Invariant: a sign that does not fit the part before it is told with those
//! that do, and the part stays as it is.

use summitry_corpus::ByteRange;

use super::super::lex::{Lexeme, LexemeKind, NEAR};
use super::super::tree::{Node, NodeKind, Spread, WordForm};
use super::Parser;

impl Parser<'_> {
    pub(super) fn postfix(&mut self) -> Option<Node> {
        let mut node = self.primary();
        while let Some(lexeme) = self.peek() {
            let takes_space = matches!(lexeme.kind, LexemeKind::AtLeast(_));
            let sign = matches!(
                lexeme.kind,
                LexemeKind::Boost(_) | LexemeKind::Tilde(_) | LexemeKind::Times(_) | LexemeKind::AtLeast(_)
            );
            if !sign || !(lexeme.tight || takes_space) {
                break;
            }
            self.at += 1;
            node = match node {
                Some(inner) => Some(self.suffixed(inner, lexeme)),
                None => {
                    self.say(
                        lexeme.range,
                        "This sign has nothing before it and was ignored.",
                        "Put it directly after a word, a phrase or a group.",
                    );
                    None
                }
            };
        }
        node
    }

    fn suffixed(&mut self, inner: Node, lexeme: &Lexeme<'_>) -> Node {
        let range = ByteRange { start: inner.range.start, end: lexeme.range.end };
        let boost = inner.boost;
        let wrapped = |kind| Node { kind, range, boost };
        match (&lexeme.kind, inner) {
            (LexemeKind::Boost(Some(factor)), inner) => Node { range, boost: boost * factor, ..inner },
            (LexemeKind::Tilde(distance), Node { kind: NodeKind::Word { text, form: WordForm::Plain }, .. }) => {
                let edits = distance.unwrap_or(1);
                if edits > 2 {
                    self.say(lexeme.range, "At most two letters may differ; two was used.", "Write ~1 or ~2.");
                }
                let edits = u8::try_from(edits.clamp(1, 2)).unwrap_or(1);
                wrapped(NodeKind::Word { text, form: WordForm::Fuzzy(edits) })
            }
            (LexemeKind::Tilde(distance), Node { kind: NodeKind::Phrase { text, open, .. }, .. }) => {
                let spread = Spread::Within(distance.unwrap_or(NEAR).min(1000));
                wrapped(NodeKind::Phrase { text, spread, open })
            }
            (LexemeKind::Times(_) | LexemeKind::AtLeast(_), inner) if self.is_full(&[&inner], lexeme.range) => inner,
            (LexemeKind::Times(Some(count)), inner) if *count > 0 => {
                wrapped(NodeKind::Times(Box::new(Node { boost: 1.0, ..inner }), *count))
            }
            (LexemeKind::AtLeast(Some(sum)), inner) => {
                wrapped(NodeKind::AtLeast(Box::new(Node { boost: 1.0, ..inner }), *sum))
            }
            (_, inner) => {
                self.say(
                    lexeme.range,
                    "This sign does not fit here and was ignored.",
                    "Write word^2, word~1, \"two words\"~5, word{2} or (a OR b)>=2.",
                );
                inner
            }
        }
    }
}
