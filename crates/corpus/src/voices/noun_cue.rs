//! Cues without a verb of saying: `according to`, `a sense among experts that`,
//! `American assurances that`, and a colon before a quotation.
//!
//! Invariant: each gives the same kind of cue as a verb does.

use super::cue::{Cue, Sentence, Subject};
use super::function_word::{TIMES, is_finite, is_preposition, is_speaker, is_stop};
use super::lexicon::Frames;
use super::token::Token;

/// Nouns for a view that a group holds.
const VIEWS: [&str; 10] =
    ["belief", "concern", "concerns", "consensus", "fear", "fears", "feeling", "hope", "sense", "view"];

/// What somebody's view is called where it leads a sentence.
const OPINIONS: [&str; 4] = ["opinion", "view", "words", "judgement"];

impl Sentence<'_, '_> {
    /// The cue that begins at `at` without a verb of saying.
    pub(super) fn noun_cue(&self, at: usize) -> Option<Cue> {
        let token = self.get(at)?;
        let class = token.class();
        let small = token.text.starts_with(|c: char| c.is_ascii_lowercase());
        match token.text {
            "according" | "According" if self.is(at + 1, &["to"]) => self.according_to(at),
            // `In the opinion of the mayor, …`; `a “fool”, in the words of the mayor` tells no more.
            "In" | "in" if self.is(at + 1, &["the"]) && self.is(at + 3, &["of"]) && self.is(at + 2, &OPINIONS) => {
                let words = self.is(at + 2, &["words"]) && (self.start..self.end).any(|at| self.quoted(at));
                let takes = if words { Frames::QUOTE } else { Frames::CLAUSE };
                self.attributed(at, at + 4).map(|cue| Cue { takes, ..cue })
            }
            // `In Ms Hart’s view, …`, `in her words`
            "In" | "in" => self.in_view(at).or_else(|| self.in_poll(at)),
            "among" if self.after(at, &VIEWS) => self.among(at),
            "from" | "From" if at <= self.start + 1 => self.introduced_by_from(at),
            _ if !small || !class.is_for_words() => None,
            // `her remark that was heard by all`
            _ if class.is_saying() && self.is(at + 1, &["that"]) => {
                self.saying(at).filter(|_| !self.opens_with_verb(at + 2))
            }
            _ => {
                let placed = class.is_saying() && self.get(at + 1).is_some_and(is_preposition);
                let claim = if placed { self.behind_place(at) } else { None };
                let quoted = || (at + 2..at + 7).any(|at| self.quoted(at));
                claim.or_else(|| if quoted() { self.quoting_noun(at) } else { None })
            }
        }
    }

    /// `He stormed: “…`: the colon leads from a subject to what it says.
    pub(super) fn colon(&self, at: usize) -> Option<Cue> {
        let (subject, apposition, _) = self.before_colon(at).or_else(|| self.opening_subject(at))?;
        let near = at - subject.end < 25;
        near.then(|| Cue { apposition, takes: Frames::QUOTE, ..Cue::new(at, subject, None) })
    }

    /// `Trade pays off - Ruth Calder: “…`: the name between a dash and the colon.
    fn before_colon(&self, colon: usize) -> Option<Subject> {
        let name = self.capitals(colon.checked_sub(1)?)?;
        let dash = name.start.checked_sub(1).is_some_and(|at| self.is(at, &["-", "–", "—"]));
        (dash && (2..=5).contains(&name.len())).then_some((name, 0..0, false))
    }

    /// `And from Chairwoman Ruth Calder:` before a quotation, here or in the
    /// next passage.
    fn introduced_by_from(&self, at: usize) -> Option<Cue> {
        let words = |at: &usize| self.get(*at).is_some_and(|token| token.is_word() || token.text == ",");
        let end = (at + 1..at + 14).take_while(words).last()? + 1;
        let leads = self.is(end, &[":"]) && (end + 1 >= self.end || self.quoted(end + 1));
        let named = self.get(at + 1).is_some_and(|token| token.is_capital() || token.is(&["the"]));
        let comma = (at + 1..end).find(|at| self.is(*at, &[","])).unwrap_or(end);
        (leads && named).then(|| Cue { takes: Frames::QUOTE, ..Cue::new(at, at + 1..comma, None) })
    }

    /// A signature behind a dash: `“It will do.” —Commissioner Paul Ambler`.
    pub(super) fn signature(&self, at: usize) -> Option<Cue> {
        let behind = at.checked_sub(1).is_some_and(|before| self.quoted(before)) && self.is(at, &["-", "–", "—"]);
        let dash = if self.is(at + 1, &["-"]) { at + 1 } else { at };
        let name = dash + 1..self.end;
        let capital = |at: usize| self.get(at).is_some_and(|token| token.is_capital() && !is_stop(token.text));
        let comma = name.clone().find(|at| self.is(*at, &[",", "."])).unwrap_or(self.end);
        let whole = behind
            && (dash + 1..comma).all(capital)
            && (2..=6).contains(&comma.saturating_sub(dash + 1))
            && name.len() <= 16;
        whole.then(|| Cue { takes: Frames::QUOTE, ..Cue::new(at, dash + 1..comma, None) })
    }

    /// `according to agency reports`: the speaker after the words.
    fn according_to(&self, at: usize) -> Option<Cue> {
        self.attributed(at, at + 2)
    }

    /// The speaker from `start` on, after the words that begin at `at`.
    fn attributed(&self, at: usize, start: usize) -> Option<Cue> {
        let mut end = start;
        while self.get(end).is_some_and(|token| {
            !matches!(token.text, "," | "." | ";" | ":" | "?" | "!" | ")" | "(" | "–" | "—" | "-")
                && !token.is(&["who", "which", "that", "published", "posted", "released", "quoted", "obtained", "seen"])
        }) && end < start + 24
        {
            end += 1;
        }
        let comma = (end..self.end.min(end + 8)).find(|at| self.is(*at, &[","])).unwrap_or(end);
        let leads = at == self.start || at == self.start + 1 && self.is(self.start, &["but", "and"]);
        let content = (leads && self.is(comma, &[","])).then_some(comma + 1);
        (end > start).then_some(Cue::new(at, start..end, content))
    }

    /// `a sense among some experts in Moscow that`
    fn among(&self, at: usize) -> Option<Cue> {
        let that = (at + 2..at + 10).find(|at| self.is(*at, &["that", ".", ",", ";"]))?;
        let speaks = (at + 1..that).any(|at| self.get(at).is_some_and(is_speaker));
        (speaks && self.is(that, &["that"])).then(|| Cue::new(at, at + 1..that, Some(that + 1)))
    }

    /// `in Mr Hart’s view`, `in her words`: before what is told or behind it.
    fn in_view(&self, at: usize) -> Option<Cue> {
        let view = (at + 2..at + 8).find(|at| self.is(*at, &["view", "opinion", "words", "telling", "judgement"]))?;
        let own = view == at + 2 && self.is(at + 1, &["his", "her", "their"]);
        let owner = self.get(view - 1)?.is_possessive()
            && (at + 1..view).all(|at| self.get(at).is_some_and(|token| token.is_word() && !is_preposition(token)));
        let ends = self.get(view + 1).is_none_or(|next| !next.is_word()) || self.quoted(view + 1);
        let leads = at == self.start || at == self.start + 1 && self.is(self.start, &["but", "and"]);
        let content = (leads && self.is(view + 1, &[","])).then_some(view + 2);
        let found = Cue::new(at, at + 1..view, content);
        ((own || owner) && ends).then_some(Cue { after: view + 1, ..found })
    }

    /// `Ms Hart’s response was: “…`, `his call for “…`: a noun for words, whose
    /// owner stands before it and which leads to a quotation.
    fn quoting_noun(&self, at: usize) -> Option<Cue> {
        let leads = |at: usize| self.is(at, &["was", "is", ":", ",", "that", "of", "for", "to", "about", "a"]);
        let mut end = at + 1;
        // `his statement on Monday that “…`
        if self.is(end, &["on"]) && self.is(end + 1, TIMES) {
            end += 2;
        }
        let first = end;
        while leads(end) && end < first + 3 {
            end += 1;
        }
        if end == first || !self.quoted(end) {
            return None;
        }
        let owner = (at.saturating_sub(2).max(self.start)..at)
            .rev()
            .find(|at| self.is(*at, &["his", "her", "their"]) || self.get(*at).is_some_and(Token::is_possessive))?;
        let between = (owner + 1..at).all(|at| self.get(at).is_some_and(|token| token.is_word()));
        let subject = if self.get(owner)?.is_possessive() { self.capitals(owner)? } else { owner..owner + 1 };
        between.then_some(Cue { after: end, takes: Frames::QUOTE.and(Frames::NAME), ..Cue::new(at, subject, None) })
    }

    /// `her claim at the hearing that`: where it was said stands between.
    fn behind_place(&self, at: usize) -> Option<Cue> {
        let word = |at: &usize| {
            self.get(*at).is_some_and(|token| token.is_word() && !is_finite(token) && !token.is(&["and", "of", "who"]))
        };
        let that = (at + 1..at + 10).take_while(word).find(|at| self.is(*at, &["that"]))?;
        let own = |at: &usize| self.is(*at, &["his", "her", "their"]);
        let owner = (at.saturating_sub(2)..at)
            .rev()
            .find(|at| own(at) || self.get(*at).is_some_and(|token| token.is_possessive() && token.is_capital()))?;
        let subject = if own(&owner) { owner..owner + 1 } else { self.capitals(owner)? };
        Some(Cue::new(at, subject, Some(that + 1)))
    }

    /// `US assurances that`, `Putin's claim that`
    fn saying(&self, at: usize) -> Option<Cue> {
        let owner = at.checked_sub(1)?;
        let token = self.get(owner)?;
        // `her remark that`
        const OWN: &[&str] = &["his", "her", "their", "its"];
        let pronoun = [owner, owner.saturating_sub(1)].into_iter().find(|at| self.is(*at, OWN));
        if let Some(own) = pronoun.filter(|_| !token.is_possessive() && token.is_word()) {
            let comma = usize::from(self.is(at + 2, &[","]));
            return Some(Cue::new(at, own..own + 1, Some(at + 2 + comma)));
        }
        let named = token.is_capital() && !is_stop(token.text) && owner > self.start;
        let start = (owner.saturating_sub(3)..=owner).find(|from| {
            (*from..=owner).all(|at| self.get(at).is_some_and(Token::is_capital))
                && !self.is(*from, &["the", "a", "an"])
        })?;
        (named || token.is_possessive()).then(|| Cue::new(at, start..owner + 1, Some(at + 2)))
    }
}
