//! The subject of a clause whose verb stands far from it: behind appositions,
//! relative clauses, participles and times.
//!
//! Invariant: looks at the tokens of one sentence, outside quotations.

use super::noun_phrase::QUANTITIES;
use super::*;

impl Sentence<'_, '_> {
    /// `The deputy director of the institute, Viktor Kremenyuk, says`, or
    /// `President Putin, along with others, have said`: the comma is at `comma`.
    pub(super) fn after_apposition(&self, comma: usize) -> Option<Subject> {
        if let Some(named) = self.named_first(comma) {
            return Some(named);
        }
        let open = (self.start.max(comma.saturating_sub(30))..comma)
            .rev()
            .find(|at| self.get(*at).map(|token| token.text) == self.get(comma).map(|token| token.text))?;
        let inner = open + 1..comma;
        // `Six papers in the county, including the Leavesham Press, said`
        if self.is(inner.start, &["including"]) {
            let last = open.checked_sub(1)?;
            let all = self.noun_phrase(last).or_else(|| self.headed(last))?;
            let governed = self.get(all.start.wrapping_sub(1)).is_some_and(is_preposition);
            let whole = if governed { self.whole(&all).or_else(|| self.headed(last)) } else { None };
            return Some((whole.unwrap_or(all), 0..0, false));
        }
        // `Some critics, like Jon Hill, a miner, agree`
        if let Some(open) = (self.start + 1..open).rev().find(|at| self.is(*at, &[","]))
            && (self.is(open + 1, &["like"]) || self.is(open + 1, &["such"]) && self.is(open + 2, &["as"]))
        {
            let all = self.noun_phrase(open - 1).or_else(|| self.headed(open - 1))?;
            return Some((self.whole(&all).unwrap_or(all), 0..0, false));
        }
        // `the leaders, who, on a call, criticized the plan`
        if self.get(inner.start).is_some_and(is_preposition) && self.after(open, &["who"]) {
            let head = open.checked_sub(2)?;
            let head = if self.is(head, &[","]) { head.checked_sub(1)? } else { head };
            return self.noun_phrase(head).map(|subject| (subject, 0..0, false));
        }
        // `Two past votes, a year apart, suggest`
        let counted = |last: usize| self.headed(last).filter(|all| all.end == last + 1);
        let outer = open.checked_sub(1).and_then(|last| self.noun_phrase(last).or_else(|| counted(last)));
        let outer = outer.filter(|outer| {
            !outer.start.checked_sub(1).and_then(|at| self.get(at)).is_some_and(is_preposition) || outer.len() > 1
        });
        let outer = outer.map(|outer| self.joined_first(&outer).unwrap_or(outer));
        // `Figures released by the board, for example, showed`
        let by = outer.as_ref().is_some_and(|outer| self.get(outer.start).is_some_and(is_preposition));
        let outer = if by { open.checked_sub(1).and_then(|last| self.headed(last)).or(outer) } else { outer };
        // `Her opposite number, the courtly Lev Orlov, agrees`
        let name = self.capitals(comma.checked_sub(1)?).filter(|name| name.start > open && name.len() >= 2);
        let leads = self.get(inner.start).is_some_and(|token| token.is(&["the", "a", "an"]) || token.is_capital());
        // `a professor at Harvard University`: there the name is a place.
        let placed = |name: &Range<usize>| (inner.start..name.start).any(|at| self.get(at).is_some_and(is_preposition));
        let name = name.filter(|name| !placed(name) || name.start == inner.start);
        if let Some(name) = name.filter(|name| leads && (name.start == inner.start || name.start <= inner.start + 4)) {
            let role = if name.start > inner.start { inner.start..name.start } else { outer.unwrap_or(0..0) };
            return Some((name, role, false));
        }
        let Some(outer) = outer else { return self.opening_phrase(comma) };
        let role = self.get(inner.start).is_some_and(|token| {
            token.text.starts_with(char::is_alphabetic)
                && !is_preposition(token)
                && !token.is(&["along", "who", "which", "whose", "speaking", "however", "too", "meanwhile"])
        });
        (comma - open < 30).then_some((outer, if role { inner } else { 0..0 }, false))
    }

    /// Whom a clause begins with, in full, where only what says more about them
    /// stands up to the comma before the verb: `Dan Lowe, 67, a professor at the
    /// university, said`.
    pub(super) fn named_first(&self, comma: usize) -> Option<Subject> {
        let from = self.start.max(comma.saturating_sub(60));
        let clause = (from..comma)
            .rev()
            .find(|at| self.quoted(*at) || self.is(*at, &[";", ":", "–", "—"]))
            .map_or(from, |at| at + 1);
        let mut starts = (clause..comma).filter(|at| {
            *at == clause
                || self.after(*at, &[",", "but", "while"])
                || self.after(*at, &["and"]) && !at.checked_sub(2).is_some_and(|at| self.governed(at))
                || *at == clause + 1 && self.is(clause, &[","])
        });
        let (name, stop) = starts.find_map(|start| {
            let mut end = start;
            while self.get(end).is_some_and(|token| {
                token.is_word() && !is_boundary(token) && !is_preposition(token) && !is_stop(token.text)
            }) {
                end += 1;
            }
            // `Hart, who was there, said`: of one word at the head of a sentence.
            let least =
                if start == clause && self.is(end, &[","]) && self.is(end + 1, &["who", "whose"]) { 1 } else { 2 };
            let named = end >= start + least
                && (end - least..end)
                    .all(|at| self.get(at).is_some_and(|token| token.is_capital() && !token.is_possessive()));
            let acts = (start..end).any(|at| self.get(at).is_some_and(|token| !verbs(token.text).is_empty()));
            (named
                && !acts
                && !self.is(start, &["including", "like", "such"])
                && end - start <= 9
                && self.is(end, &[",", "("]))
            .then_some((start..end, end))
        })?;
        let mut relative = false;
        for at in stop + 1..comma {
            let token = self.get(at)?;
            relative = if token.is(&["who", "which", "whose", "that", "where"]) {
                true
            } else {
                relative && token.text != ","
            };
            if is_finite(token) && !token.is_capital() && !relative {
                return None;
            }
        }
        // `Norland’s chief adviser, Dan Lowe, told the paper`
        let lead = clause..name.start.saturating_sub(1);
        let leads = lead.len() <= 10
            && lead.clone().all(|at| {
                self.get(at).is_some_and(|token| token.is_word() && !is_finite(token) && !is_preposition(token))
                    || self.is(at, &["of", "for"])
            })
            && (self.is(lead.start, &["the", "his", "her", "their", "its", "a", "an"])
                || self.get(lead.start).is_some_and(Token::is_possessive)
                || lead.clone().any(|at| self.get(at).is_some_and(is_speaker)));
        if leads && name.start > clause {
            return Some((name, lead, false));
        }
        let role = (stop + 1..comma)
            .find(|at| self.apposition(at - 1).start == *at)
            .map_or(0..0, |at| self.apposition(at - 1));
        Some((name, role.start..role.end.min(comma), false))
    }

    /// Whom one of the cues `found` describes as `phrase`: `said Jon Hill, a retired
    /// miner, who added …`, not `said Jon Hill, a critic of miners who add …`.
    pub(super) fn described_as(&self, phrase: &Range<usize>, found: &[Cue]) -> Option<Subject> {
        let end = if self.is(phrase.end, &[","]) { phrase.start } else { phrase.end };
        let led = |from: usize| (from..end).any(|at| self.get(at).is_some_and(is_preposition));
        let describes = |cue: &&Cue| cue.apposition.contains(&phrase.start) && !led(cue.apposition.start);
        let cue = found.iter().rev().find(describes)?;
        Some((cue.subject.clone(), cue.apposition.clone(), false))
    }

    /// The name that follows `phrase` between commas: `the mayor’s aide, Ann Hart, left`.
    pub(super) fn named_behind(&self, phrase: &Range<usize>) -> Option<Subject> {
        let start = phrase.end + 1;
        let name = |at: &usize| self.get(*at).is_some_and(|token| token.is_capital() && !is_stop(token.text));
        let end = (start..start + 5).take_while(name).last()? + 1;
        let person = self.get(phrase.end - 1).is_some_and(|head| is_speaker(head) && !head.is_capital());
        let between = self.is(phrase.end, &[","]) && self.is(end, &[","]) && !self.is(end + 1, &["and", "or"]);
        (person && between).then_some((start..end, phrase.clone(), true))
    }

    /// `Senator Dale Hutchins, of Ohio, who sits on a committee, thinks`.
    fn opening_phrase(&self, verb: usize) -> Option<Subject> {
        let end = self.phrase_from(self.start, false)?;
        (self.is(end, &[","]) && end < verb && verb - end < 45).then_some((self.start..end, 0..0, false))
    }

    /// Past a time that stands between subject and verb: `a poll released
    /// Saturday found`, `his allies on Monday predicted`.
    pub(super) fn before_time(&self, last: usize) -> usize {
        // `The firm a month later announced`, `Mr Lowe the next day said`
        if self.get(last).is_some_and(|token| is_time(token.text)) {
            let from = last.saturating_sub(3).max(self.start);
            let opens = (from..last).rev().find(|at| self.is(*at, &["a", "an", "the", "that", "two", "three", "few"]));
            let plain = opens.filter(|at| (at + 1..last).all(|at| self.is(at, &["next", "same", "following", "few"])));
            let plain = plain.map(|at| at - usize::from(self.is(at, &["few"]) && self.after(at, &["a"])));
            if let Some(at) = plain.filter(|at| *at > self.start && !self.is(at - 1, &[","])) {
                let of = self.get(at - 1).is_some_and(is_preposition);
                return if of { last } else { at - 1 };
            }
        }
        let period = self.get(last).is_some_and(is_period) && self.after(last, &["last", "this"]);
        if !(self.is(last, TIMES) || period) || last < self.start + 2 {
            return last;
        }
        let mut last = last - 1 - usize::from(period && last > self.start + 2);
        if self.is(last, &["on", "last", "late", "early", "of"]) {
            last -= 1;
        }
        let made = self.is(last, &["released", "published", "conducted", "taken", "issued", "obtained", "posted"]);
        if made && last > self.start { last - 1 } else { last }
    }

    /// Whom a relative clause that ends at `last` tells more about, for the verb
    /// behind it: `officials who spoke with the paper said`.
    pub(super) fn before_relative(&self, last: usize) -> Option<Range<usize>> {
        let who = (self.start.max(last.saturating_sub(14))..last)
            .rev()
            .take_while(|at| self.get(*at).is_some_and(Token::is_word))
            .find(|at| self.is(*at, &["who"]))?;
        // A clause without an object is a verb of saying's own: `who said`.
        if last < who + 2 {
            return None;
        }
        let noun = who.checked_sub(1)?;
        let Some(head) = self.noun_phrase(noun) else {
            // `Ann Hart, the guru who founded it wrote`: a comma is missing.
            let start = (noun.saturating_sub(4)..noun).rev().find(|at| self.is(*at, &["the", "a", "an"]))?;
            let name =
                start.checked_sub(2).filter(|_| self.after(start, &[","])).and_then(|last| self.capitals(last))?;
            return (name.len() >= 2).then_some(name);
        };
        let free = head.start == self.start || !self.get(head.start - 1).is_some_and(is_preposition);
        free.then_some(head)
    }

    /// The first noun of a clause that ends at `last`, where only what says more
    /// about it stands behind: `people briefed on the move`, `a study by the
    /// university and the college`.
    pub(in crate::voices) fn headed(&self, last: usize) -> Option<Range<usize>> {
        let from = self.start.max(last.saturating_sub(24));
        let stops = |at: &usize| {
            self.get(*at).is_none_or(|token| {
                let verb = verbs(token.text).iter().any(|verb| !verb.may_be_noun) && !token.text.ends_with("ed");
                let ends = !token.is_word() || is_finite(token) || is_boundary(token) && !token.is(&["and"]);
                ends || verb || token.is(PRONOUNS)
            })
        };
        let clause = (from..=last).rev().find(stops).map_or(from, |at| at + 1);
        let noun = |at: &usize| {
            self.get(*at).is_some_and(|token| {
                (is_speaker(token) || is_document(&token.text.to_ascii_lowercase())) && !token.is_possessive()
            })
        };
        // `Several fact checkers`
        let few = || {
            let plain = (clause + 1..=last).all(|at| self.is_plain_noun(at));
            let several = self.get(last).is_some_and(|noun| noun.text.ends_with('s'));
            (plain && several && self.is(clause, QUANTITIES) && clause < last).then_some(clause)
        };
        let head = (clause..=last).find(noun).or_else(few)?;
        let start = (clause..head).rev().find(|at| self.is(*at, DETERMINERS)).unwrap_or(clause);
        let plain =
            (start..=head).all(|at| self.get(at).is_some_and(|token| !is_preposition(token)) && !self.is(at, &["and"]));
        let free =
            !start.checked_sub(1).filter(|at| *at >= clause).and_then(|at| self.get(at)).is_some_and(is_preposition);
        // `Some bakers and millers said`: who is counted belongs to them.
        let counted =
            self.is(head, QUANTITIES) && (head + 1..=last).all(|at| self.is_plain_noun(at) || self.is(at, &["and"]));
        let end = if counted && last - head <= 6 { last + 1 } else { head + 1 };
        (plain && free && head - start <= 6 && head < last).then_some(start..end)
    }
}
