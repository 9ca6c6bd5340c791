//! Whom a sentence names, in the order in which a pronoun means them.
//!
//! Invariant: nobody is added and nobody left out, except whom the sentence
//! itself shows to be another than the pronoun.

use super::super::function_word::{DETERMINERS, is_boundary, is_finite, is_preposition, is_pronoun};
use super::*;

/// A name in a sentence.
#[derive(Clone, Copy, Debug)]
pub(super) struct Mention {
    /// Who is named.
    pub(super) who: usize,
    /// First token of the name and of what stands before it: `the mayor`.
    start: usize,
    /// One past its last token.
    pub(super) end: usize,
    /// Whether it owns who is meant, or a preposition or a verb leads to it.
    pub(super) depends: bool,
}

/// The names of a sentence: those first on which it is built, then owners and
/// those behind a preposition or a verb. Of `Mr Lowe’s aide, Jon Hill, left` it is
/// Hill whom the next `he` means.
pub(super) struct Names<'p, 't> {
    passage: &'p Passage<'t>,
    /// First token of the sentence.
    pub(super) first: usize,
    pub(super) mentions: Vec<Mention>,
}

impl<'p, 't> Names<'p, 't> {
    /// `found` are those who are named, with one past the last token of each name.
    pub(super) fn new(passage: &'p Passage<'t>, first: usize, found: &[(usize, usize)]) -> Self {
        let mut mentions: Vec<Mention> = found.iter().map(|(who, end)| mention(passage, first, *who, *end)).collect();
        mentions.sort_by_key(|mention| mention.depends);
        Names { passage, first, mentions }
    }

    /// Whom `pronoun` at `at`, later in the sentence, may mean.
    pub(super) fn before(&self, at: usize, pronoun: &str) -> impl Iterator<Item = Speaker> {
        let meant = move |mention: &&Mention| mention.may_be_meant(self.passage, self.first, at, pronoun);
        self.mentions.iter().filter(meant).map(|mention| Speaker::Actor(mention.who))
    }
}

fn mention(passage: &Passage<'_>, first: usize, who: usize, end: usize) -> Mention {
    let token = |at: usize| passage.tokens.get(at);
    let part = |at: usize| {
        token(at).is_some_and(|token| {
            !is_preposition(token)
                && !is_boundary(token)
                && (token.is_capital() || is_speaker(token) || token.is(DETERMINERS))
        })
    };
    let mut start = end.saturating_sub(1);
    while start > first && end - start < 7 && part(start - 1) {
        start -= 1;
    }
    // `Mr Lowe’s aide`: the aide is meant; `Mr Lowe’s speech` is his.
    let owned = |at: usize| token(at).filter(|token| token.is_word() && !is_finite(token));
    let owner = token(end.saturating_sub(1)).is_some_and(Token::is_possessive);
    let owns = owner && (end..end + 4).map_while(owned).any(is_speaker);
    // `After Ms Hart met the miners, …`: there she is the subject.
    let clause = |before: &Token<'_>| {
        !owner
            && before.is(&["after", "before", "since", "until"])
            && token(end).is_some_and(|next| next.is_word() && !is_preposition(next) && !next.is(&["and"]))
    };
    let governed = start.checked_sub(1).filter(|at| *at >= first).and_then(token).is_some_and(|before| {
        // `To Ms Hart, it is a mistake`: it is hers to think so.
        is_preposition(before) && !clause(before) && before.text != "To" || before.is(&["by", "than"])
    });
    // `It angered Ms Hart`: a verb comes before her.
    let acted_on = start.checked_sub(1).filter(|at| *at > first).and_then(token).is_some_and(|before| {
        before.is_word() && !is_boundary(before) && !before.text.ends_with("ly") && !before.is_capital()
    });
    Mention { who, start, end, depends: owns || governed || acted_on }
}

impl Mention {
    /// Whether `pronoun` at `at`, later in the sentence, may mean who is named
    /// here. It does not where an earlier one stands before the name: `He leans to
    /// Mr Lowe, he said`; nor where the name acts on it: `Ms Hart blamed him, and
    /// he said so`.
    fn may_be_meant(&self, passage: &Passage<'_>, first: usize, at: usize, pronoun: &str) -> bool {
        let token = |at: usize| passage.tokens.get(at).filter(|token| token.quote.is_none());
        let same = |at: usize| token(at).is_some_and(|token| is_pronoun(token) && starts_with(token, pronoun));
        // `When he came, Mr Lowe was cheered`: the clause that opens points ahead.
        let ahead =
            !self.depends && self.start > first && token(self.start - 1).is_some_and(|before| before.text == ",");
        let before = !ahead
            && ((first..self.start).any(same) || asked(passage, first, pronoun).is_some_and(|of| of < self.start));
        let acts = !self.depends
            && (self.end..at.min(self.end + 6))
                .take_while(|at| token(*at).is_some_and(|token| token.is_word() && !opens_clause(token)))
                .any(|at| is_object(passage, at, pronoun));
        self.end <= at && !before && !acts
    }
}

/// Where a form of `pronoun` stands behind the participle with which a sentence begins:
/// of `Asked about her vote if Ms Hart ran, she said no` she is not Hart.
pub(super) fn asked(passage: &Passage<'_>, first: usize, pronoun: &str) -> Option<usize> {
    let forms: &[&str] = if pronoun == "he" { &["his", "him", "himself"] } else { &["her", "herself"] };
    let token = |at: usize| passage.tokens.get(at).filter(|token| token.quote.is_none());
    let opens = token(first).is_some_and(|opens| opens.text.ends_with("ed") || opens.text.ends_with("ing"));
    let mut phrase = (first + 1..first + 12).take_while(|at| token(*at).is_some_and(Token::is_word));
    phrase.find(|at| opens && token(*at).is_some_and(|token| token.is(forms)))
}

/// Whether the word at `at` is the object that goes with `pronoun`: `blamed him`,
/// `thanked her for it`, not `thanked her friends`.
pub(super) fn is_object(passage: &Passage<'_>, at: usize, pronoun: &str) -> bool {
    let object = if pronoun == "he" { "him" } else { "her" };
    let ends = |next: &Token<'_>| !next.is_word() || is_preposition(next) || is_boundary(next) && !is_finite(next);
    passage.tokens.get(at).is_some_and(|token| token.is(&[object])) && passage.tokens.get(at + 1).is_none_or(ends)
}

fn opens_clause(token: &Token<'_>) -> bool {
    token.is(&["and", "but", "that", "who", "which", "while", "when"])
}

/// Whether a token is a pronoun, with or without a verb written onto it.
pub(super) fn starts_with(token: &Token<'_>, pronoun: &str) -> bool {
    token.text.split(['\'', '’']).next().is_some_and(|head| head.eq_ignore_ascii_case(pronoun))
}
