//! A subject behind its verb of saying: `…,” says Sergei Markov, a political
//! analyst`.
//!
//! Invariant: looks at the tokens of one sentence, outside quotations.

use super::*;

impl Sentence<'_, '_> {
    /// `…,” says Sergei Markov, a political analyst`: the subject after the verb.
    /// `last` is the last token of verb and particle.
    pub(super) fn inverted(&self, at: usize, last: usize) -> Option<Subject> {
        let before = at.checked_sub(1).and_then(|at| self.tokens.get(at))?;
        let after_quote = before.quote.is_some();
        if at == self.start || !(after_quote || before.is(&[",", "–", "—", "-"])) {
            return None;
        }
        let start = last + 1;
        let first = self.get(start)?;
        // `Jon Lowe, chairman of the board, said having it was fine`, but `…, said
        // an official who was there` names who speaks behind the verb.
        let anew = first.is(&["a", "an", "one"])
            && self.phrase_from(start, false).is_some_and(|end| {
                self.get(end - 1).is_some_and(is_speaker)
                    && self.get(end).is_none_or(|next| next.text == "." || next.is(&["who", "with"]))
            });
        if !after_quote && !anew && self.named_first(at - 1).is_some() {
            return None;
        }
        if first.is(PRONOUNS) {
            return self.get(start + 1).is_none_or(|next| !next.is_word()).then_some((start..start + 1, 0..0, false));
        }
        let end = self.phrase_from(start, after_quote)?;
        // `Mr Volkov, through an interpreter, said Moscow was ready`
        let clause = self.get(end).is_some_and(|next| {
            let tail = is_preposition(next) || next.is(TIMES) || next.text.ends_with("ly") || next.is(&["who", "as"]);
            is_finite(next) || !after_quote && next.is_word() && !tail
        });
        // `said the harbour master, Peter Lowe, on Monday`: the name is the
        // speaker, and what stands before it the role.
        let common = self.get(end - 1).is_some_and(|head| !head.is_capital()) && self.is(end, &[","]);
        let name = (end + 1..end + 5).take_while(|at| self.get(*at).is_some_and(Token::is_capital)).last();
        let named =
            name.filter(|last| common && *last > end + 1 && self.get(*last + 1).is_none_or(|next| !next.is_word()));
        if let Some(last) = named.filter(|_| !clause) {
            return Some((end + 1..last + 1, start..end, false));
        }
        (!clause).then(|| (start..end, self.apposition(end), false))
    }

    /// One past the noun phrase that begins at `start`, when its head speaks.
    pub(in crate::voices) fn phrase_from(&self, start: usize, after_quote: bool) -> Option<usize> {
        let definite = self.is(start, &["the", "his", "her", "their", "its"]);
        let (mut end, mut good) = (start, None);
        while let Some(token) = self.get(end).filter(|token| token.is_word() && end - start < MOST_WORDS) {
            let head = end.checked_sub(1).filter(|head| *head >= start).and_then(|head| self.get(head));
            let headed = head.is_some_and(|head| {
                is_speaker(head) && !definite
                    || head.is(&["one", "some", "many", "most"])
                    || token.is(&["of", "for"]) && is_speaker(head)
            });
            // `opposition leader and former pilot Rosa Pell`
            let titles = head.is_some_and(is_speaker)
                && (end + 1..end + 6)
                    .take_while(|at| self.get(*at).is_some_and(|token| token.is_word() && !is_boundary(token)))
                    .any(|at| self.get(at).is_some_and(Token::is_capital));
            let joins = token.is(&["and"]) && (titles || head.is_some_and(Token::is_capital));
            // `said Will Doyle`
            let given = token.text == "Will" && self.get(end + 1).is_some_and(Token::is_capital);
            // `a Wednesday editorial`
            let time = token.is(TIMES) && !(end == start + 1 && self.is(start, DETERMINERS));
            if is_preposition(token) && !headed || is_boundary(token) && !joins && !given || time {
                break;
            }
            end += 1;
            if token.is_capital() && !is_stop(token.text) || is_speaker(token) {
                good = Some(end);
            }
        }
        // `said a passer-by`: whoever it is, they speak.
        let anybody = after_quote && self.is(start, DETERMINERS) && end > start + 1;
        good.or_else(|| anybody.then_some(end))
    }

    /// `, a political analyst and former adviser to Putin` from `at`.
    pub(super) fn apposition(&self, at: usize) -> Range<usize> {
        if !self.is(at, &[","]) {
            return 0..0;
        }
        // `, then a clerk at the mill`
        let then = self.is(at + 1, &["then", "now", "once"]) && self.is(at + 2, &["a", "an", "the"]);
        let start = at + 1 + usize::from(then);
        let opens = self.get(start).is_some_and(|token| {
            token.is(&["a", "an", "the", "deputy", "editor", "head", "director", "chief", "former"])
                || is_speaker(token)
        });
        if !opens {
            return 0..0;
        }
        let mut end = start;
        while self.get(end).is_some_and(|token| !matches!(token.text, "." | "," | ";" | ":" | "?" | "!"))
            && end < start + 20
        {
            end += 1;
        }
        start..end
    }
}
