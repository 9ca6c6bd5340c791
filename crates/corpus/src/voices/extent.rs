//! How far a statement goes: which words a cue reports without quoting.
//!
//! Invariant: looks at one sentence; who speaks is not decided here.

mod aside;
mod occasion;
mod subordinate;
mod thing;

use std::ops::Range;

use self::aside::{joined, joins, part_of_whom, sums_up, tells_of_speaker};
use self::occasion::occasion;
use self::subordinate::main_clause;
use self::thing::thing_ends;
use super::cue::{Cue, Sentence};
use super::function_word::{
    DETERMINERS, PRONOUNS, TIMES, is_between, is_boundary, is_finite, is_period, is_preposition, is_speaker,
};
use super::lexicon::{Frames, verbs};
use super::name::is_title;
use super::passage::Passage;
use super::token::Token;

/// The words that a cue reports without quoting.
pub(super) fn paraphrase<'q>(
    passage: &Passage<'_>,
    sentence: &Range<usize>,
    cue: &Cue,
    mut later: impl Iterator<Item = &'q Cue>,
) -> Option<Range<usize>> {
    let token = |at: usize| passage.tokens.get(at);
    let opening = past_dateline(passage, sentence);
    let mark = |at: usize| token(at).is_some_and(|token| token.is(&[",", "–", "—"]));
    if cue.takes.any(Frames::PASSIVE) {
        return told_of(passage, sentence, cue);
    }
    let Some(content) = cue.content else {
        // `…, the mayor spoke of her visions`: nothing of it stands before.
        if cue.inherited || !cue.takes.tells() || cue.takes.any(Frames::REJECTS) {
            return None;
        }
        // `…, he added.`: what stands before is what was said.
        let before = cue.first().checked_sub(1)?;
        // `as he continues to work on it`: that is what he does, and no audience.
        let act = |at: usize| {
            let next = token(at + 1).is_some_and(|next| {
                !next.is_capital()
                    && !is_speaker(next)
                    && !next.is(DETERMINERS)
                    && !next.is(&["me", "us", "him", "them"])
            });
            token(at).is_some_and(|token| token.is(&["to"])) && next && !cue.takes.any(Frames::HEARER)
        };
        // `… - as he had warned in advance - …`
        let aside = token(before).is_some_and(|token| token.is(&["as"])) && before > sentence.start;
        let dash = |at: usize| token(at).is_some_and(|token| token.is(&[",", "–", "—", "-"]));
        let comma = if aside { before - 1 } else { before };
        if aside {
            let close = (cue.end()..cue.end() + 6).any(dash);
            let whole = dash(comma) && close && comma - sentence.start >= 3 && !act(cue.end());
            return whole.then(|| Some(token(opening)?.start..token(comma)?.start)).flatten();
        }
        // `It is a “wholly new plan,” he said`: the comma stands inside the marks.
        let inside = token(before).is_some_and(|token| token.quote.is_some())
            && before.checked_sub(1).and_then(token).is_some_and(|token| token.text == ",");
        let comma = Some(comma).filter(|at| (mark(*at) || inside) && *at > sentence.start)?;
        let ends = cue.end().max(cue.apposition.end);
        let stops = |at: usize| token(at).is_none_or(|token| token.is(&[".", ",", ";", "?", "!"]));
        // `…, he said at the ceremony on Thursday.`
        let tail = (ends..sentence.end).find(|at| stops(*at)).unwrap_or(sentence.end);
        let period = token(ends + 1).is_some_and(is_period);
        let opens = token(ends).is_some_and(|token| {
            is_preposition(token) && !act(ends)
                || token.is(TIMES)
                || token.is(&["who"])
                || period && token.is(&["this", "last"])
        });
        // `he said quietly`, not `he proposed nearly twice as much`
        let how = token(ends).is_some_and(|token| token.text.ends_with("ly"))
            && token(ends + 1).is_none_or(|next| !next.is_word() || is_preposition(next) || next.is(TIMES));
        let manner = how
            || token(ends).is_some_and(|token| token.text.ends_with("ing"))
            || token(cue.verb).is_some_and(|token| token.is(&["according"]));
        // `This is late, she told the voters as she left.`
        let told = cue.takes.any(Frames::HEARER) && cue.end() == cue.after;
        let adjunct = (opens || manner || told) && tail + 1 >= sentence.end && tail - ends.min(tail) <= 18;
        let last = stops(ends) || ends >= sentence.end || adjunct;
        let quiet =
            (sentence.start..comma).any(|at| token(at).is_some_and(|token| token.quote.is_none() && token.is_word()));
        // A clause has a verb; `Her opposite number, Lev Orlov, agrees` does not.
        let has_verb = |range: Range<usize>| {
            range.filter_map(token).any(|token| {
                is_finite(token)
                    || token.text.starts_with(char::is_lowercase)
                        && (token.text.ends_with("ed") || token.text.ends_with("ing") || token.text.ends_with('s'))
                        && !token.is(&["this", "his", "its", "us", "as"])
            })
        };
        // `It is also necessary, he stressed, to strengthen…`: all of it is his.
        let rest = (ends + 1..sentence.end).filter(|at| token(*at).is_some_and(|token| token.quote.is_none())).count();
        // `When asked about it, she said, “I forgot”`: what leads tells when.
        let answers = mark(ends) && token(ends + 1).is_some_and(|token| token.quote.is_some());
        if answers && led_in(passage, opening) {
            return None;
        }
        if mark(ends) && joins(passage, comma) {
            return joined(passage, ends, sentence.end);
        }
        let around = mark(ends) && rest >= 4 && !tells_of_speaker(passage, opening..comma, cue, ends, sentence.end);
        // `The port, Hill said, will close`: the verb stands behind.
        let resumes = token(ends + 1).is_some_and(is_finite);
        // `In a merger, he said, the brand would survive`
        let led = token(opening).is_some_and(|token| {
            let adverb = token.text.ends_with("ly") && comma == opening + 1;
            adverb || is_preposition(token) || token.is(&["to", "that", "even", "if", "when", "because"])
        });
        let behind = around && (resumes || led && has_verb(ends + 1..sentence.end));
        let clause = has_verb(sentence.start..comma) || behind;
        // `Earlier this week, the mayor proposed …` tells only when.
        let when = token(opening)
            .is_some_and(|token| is_preposition(token) || token.is(TIMES) || token.is(&["early", "late", "as"]));
        let whole = match (around, inside) {
            (true, _) => token(sentence.end - 1)?.start,
            (_, true) => token(comma)?.end,
            _ => token(comma)?.start,
        };
        return (last && quiet && (clause || !around && !when) && (around || comma - sentence.start >= 3))
            .then(|| Some(token(opening)?.start..whole))
            .flatten();
    };
    // What is called something in quotation marks is told by the quotation.
    let quoted = |at: usize| token(at).is_some_and(|token| token.quote.is_some());
    if cue.takes.any(Frames::NAME) && quoted(content) {
        return None;
    }
    let whom = part_of_whom(passage, sentence, cue, content);
    if whom == Some(content) {
        return None;
    }
    // A later cue of the same sentence begins a statement of its own.
    let noun = cue.nominal;
    let cut = later.find_map(|next| {
        let mut at = next.first();
        // `said that she was tired and wanted to rest`: nothing is quoted there.
        let marks = (next.end()..sentence.end.min(next.end() + 14)).any(quoted);
        if next.takes.any(Frames::PHRASE) || next.takes.needs_marks() && !marks && next.content.is_none() {
            return None;
        }
        // `and reportedly told`, `and has since said`
        while token(at.checked_sub(1)?).is_some_and(|before| {
            let helps = next.inherited && is_between(before.text) && !before.is(&["to"]);
            (before.text.ends_with("ly") || helps) && !before.is_capital()
        }) {
            at -= 1;
        }
        // `he had not seen it, and when asked again, he said`
        let led = token(at - 1)?.is(&[","]).then(|| {
            (content + 2..at - 1).rev().take(20).find(|at| {
                token(*at).is_some_and(|token| token.is(&["and", "but"]))
                    && token(*at - 1).is_some_and(|token| token.is(&[","]))
                    && token(*at + 1)
                        .is_some_and(|token| token.is(&["when", "while", "after", "as", "if", "asked", "in"]))
            })
        });
        if let Some(Some(led)) = led {
            return Some(led);
        }
        let before = token(at - 1)?;
        // `…, saying it was late`: what is told before ends there.
        let comma = before.is(&[","]) || closes_with_comma(passage, at);
        let participle = next.inherited && comma && token(next.verb)?.text.ends_with("ing");
        let joint = before.is(&["and", "but", "while", "as", "by"]) || participle;
        // `reaffirmed their support, they also urged`: no noun goes on so.
        let apart = noun && before.is(&[",", ";"]) && !next.inherited && next.content.is_some();
        // `Ms Hart said the mill would close, the Courier reported.`
        let apart = apart || comma && next.closes(&passage.tokens, sentence.end);
        // `that he and Mr Lowe had agreed`: one clause, and not two.
        let mark = usize::from(before.quote.is_none());
        (at > content + 2 && (joint || apart)).then(|| at - mark)
    });
    // `assurances that it will stay, have been given`: there the noun's own
    // verb follows.
    let noun_cue = token(cue.verb).is_some_and(|verb| verb.class().is_saying());
    let resumed = (content..sentence.end)
        .find(|at| noun_cue && mark(*at) && token(*at + 1).is_some_and(|verb| is_finite(verb) && verb.is(RESUMES)));
    // `…, which suggests that he doubts it`: there the author speaks again.
    let comment = (content..sentence.end).find(|at| {
        let breaks = mark(*at) || token(*at).is_some_and(|token| token.quote.is_some());
        let says =
            token(*at + 2).is_some_and(|token| token.is(&["suggests", "means", "indicates", "shows", "implies"]));
        breaks && says && token(*at + 1).is_some_and(|token| token.is(&["which"]))
    });
    // What a poll shows goes on behind a comma.
    let nominal = cue.nominal && !cue.takes.any(Frames::SHOWS);
    let thing = nominal.then(|| thing_ends(passage, content, sentence.end)).flatten();
    // `Claiming that it was late, Mr Lowe left`: whoever speaks stands behind it.
    let behind = Some(cue.subject.start).filter(|start| cue.inherited && *start > content + 1).map(|start| start - 1);
    let main = main_clause(passage, sentence, cue, content).into_iter().chain(behind).min();
    let turn = turns(passage, content, sentence.end);
    let bracket = bracket_ends(passage, content, sentence.end);
    let ends = cut.into_iter().chain(thing).chain(resumed).chain(comment.map(|at| at + 1)).chain(main).chain(turn);
    let ends = ends.chain(bracket).chain(whom);
    let end = ends.min().unwrap_or(sentence.end);
    let mut end = if nominal { end } else { author_resumes(passage, content, end).unwrap_or(end) };
    // Sources in brackets and the full stop are not said.
    if let Some(open) = (content..end)
        .rev()
        .find(|at| token(*at).is_some_and(|token| token.is(&["("])))
        .filter(|open| (*open..end).any(|at| token(at).is_some_and(|token| token.is(&[")"])) && at + 3 >= end))
    {
        end = open;
    }
    while end > content
        && token(end - 1).is_some_and(|token| token.quote.is_none() && token.is(&[".", ",", ";", "?", "!"]))
    {
        end -= 1;
    }
    if nominal && let Some(told) = occasion(passage, content, end) {
        end = told;
    }
    // `Half of them said no`
    let answer = token(content).is_some_and(|token| token.is(&["yes", "no", "so"]));
    if end < content + 2 - usize::from(answer) {
        return None;
    }
    Some(token(content)?.start..token(end - 1)?.end)
}

/// Whether a sentence opens with words that tell when or where.
fn led_in(passage: &Passage<'_>, opening: usize) -> bool {
    passage.tokens.get(opening).is_some_and(|token| {
        token.quote.is_none()
            && (is_preposition(token) || is_boundary(token) && !token.is(&["and", "but", "or", "not"]))
    })
}

/// What was told by somebody, before a passive: `The poll was first reported by
/// the paper`.
fn told_of(passage: &Passage<'_>, sentence: &Range<usize>, cue: &Cue) -> Option<Range<usize>> {
    let token = |at: usize| passage.tokens.get(at).filter(|token| token.quote.is_none());
    let be = |at: &usize| token(*at).is_some_and(|token| token.is(&["is", "are", "was", "were", "has", "have", "had"]));
    let end = (cue.verb.saturating_sub(4).max(sentence.start)..cue.verb).find(be)?;
    let opens = |at: &usize| {
        token(*at).is_none_or(|token| {
            !token.is_word() || token.is(&["and", "but", "that", "while", "which", "as", "when", "after", "because"])
        })
    };
    let start = (sentence.start..end).rev().find(opens).map_or(sentence.start, |at| at + 1);
    let relative = start.checked_sub(1).and_then(token).is_some_and(|token| token.is(&["which", "that"]));
    (!relative && start < end).then(|| Some(token(start)?.start..token(end - 1)?.end)).flatten()
}

/// Where the author turns against what was said, behind a dash that no other
/// one closes: `… will stay – though it is unclear for how long`.
fn turns(passage: &Passage<'_>, content: usize, end: usize) -> Option<usize> {
    let token = |at: usize| passage.tokens.get(at).filter(|token| token.quote.is_none());
    let dash = |at: &usize| token(*at).is_some_and(|token| token.is(&["–", "—", "-", "―"]));
    let last = (content + 2..end).rev().find(dash)?;
    let first = (content + 2..last).find(dash).is_none_or(|first| first + 1 == last);
    let turn = token(last + 1).is_some_and(|token| {
        token.is(&["though", "although", "but", "while", "which", "even", "despite", "whereas", "just"])
    });
    (first && turn).then_some(if token(last - 1).is_some_and(|before| before.is(&["-"])) { last - 1 } else { last })
}

/// Where the bracket closes in which something is told: `(he said it would close)
/// makes a difference`.
fn bracket_ends(passage: &Passage<'_>, content: usize, end: usize) -> Option<usize> {
    let mut depth = 0_usize;
    for at in content..end {
        match passage.tokens.get(at).map_or("", |token| token.text) {
            "(" => depth += 1,
            ")" if depth == 0 => return (at > content).then_some(at),
            ")" => depth -= 1,
            _ => {}
        }
    }
    None
}

/// Where behind a clause that is told the author goes on, up to its end: with who
/// somebody is, whence it is known, where it was said, what was not said.
fn author_resumes(passage: &Passage<'_>, content: usize, end: usize) -> Option<usize> {
    let token = |at: usize| passage.tokens.get(at).filter(|token| at < end && token.quote.is_none());
    let is = |at: usize, any: &[&str]| token(at).is_some_and(|token| token.is(any));
    // The last comma behind which the clause itself does not go on.
    let quoted = |at: usize| passage.tokens.get(at).is_some_and(|token| at < end && token.quote.is_some());
    let resumed = (content..end).rev().find(|at| {
        let goes = |next: &Token<'_>| {
            let past = next.text.ends_with("ed") && !next.is(&["compared"]);
            is_finite(next) || next.is(&["and", "but", "that"]) || past
        };
        quoted(*at) || is(*at, &[","]) && token(at + 1).is_some_and(goes)
    });
    // `the port, which is old, the mayor left`: no clause has been told yet.
    let verb = |at: &usize| {
        token(*at).is_some_and(|token| is_finite(token) || token.text.ends_with("ed") || !verbs(token.text).is_empty())
    };
    // `he plans a dam`: what stands behind the pronoun is the verb.
    let named = is(content, PRONOUNS) || is(content, &["it", "we", "i", "there"]);
    let told = if named { content + 1 } else { (content..end).find(verb).unwrap_or(end) };
    let from = resumed.map_or(content + 3, |at| at + 1).max(content + 3).max(told);
    let aside = (from - 1..end).find(|at| {
        let whom = token(at + 1).is_some_and(is_preposition) && is(at + 2, &["whom"]);
        let relative =
            whom || is(at + 1, &["who", "whose", "whom"]) || is(at + 1, &["which"]) && !is(at + 2, &["would", "could"]);
        let source = is(at + 1, &["according", "compared"]) && is(at + 2, &["to", "with"]);
        let place = is(at + 1, &["in"])
            && is(at + 2, &["a", "an", "his", "her", "their"])
            && is(at + 3, &["interview", "speech", "statement", "tweet", "letter", "email", "post"]);
        let others = is(at + 1, &["as"]) && is(at + 2, &["has", "had", "did", "does", "do", "have"]);
        // `is “too late,” in a speech on Monday`
        let marked = place && closes_with_comma(passage, at + 1);
        marked || *at >= from && is(*at, &[","]) && (relative || source || place || others)
    });
    let aside = aside.map(|at| at + usize::from(quoted(at)));
    // `… would come but did not say when`
    let silent = (content + 3..end).find(|at| {
        let verb = is(at + 1, &["did", "does", "has", "would", "do", "have"]) && is(at + 2, &["not"]);
        let refused = is(at + 1, &["declined", "declines", "refused"]) && is(at + 2, &["to"]);
        let says = token(at + 3).is_some_and(|token| !verbs(token.text).is_empty() || token.is(&["give"]));
        is(*at, &["but"]) && (verb || refused) && says
    });
    // `…, but it is unclear how many`
    let unclear = (content + 3..end).find(|at| {
        let not = usize::from(is(at + 4, &["not"]));
        is(*at, &[","])
            && is(at + 1, &["but", "though", "although"])
            && is(at + 2, &["it"])
            && is(at + 3, &["is", "was", "remains", "remained"])
            && (is(at + 4, &["unclear", "unknown"]) || not == 1 && is(at + 5, &["clear", "known"]))
    });
    // `he has paid, a claim that few believe`
    let sum = (content + 2..end).find(|at| is(*at, &[","]) && sums_up(passage, at + 1, end));
    aside.into_iter().chain(silent).chain(unclear).chain(sum).min()
}

/// Whether a quotation that ends in a comma closed right before `at`.
fn closes_with_comma(passage: &Passage<'_>, at: usize) -> bool {
    let quoted = |at: usize| passage.tokens.get(at).filter(|token| token.quote.is_some());
    let last = (at.saturating_sub(3)..at)
        .rev()
        .map_while(quoted)
        .find(|token| !matches!(token.text, "\"" | "”" | "'" | "’" | "»"));
    quoted(at).is_none() && last.is_some_and(|token| token.text == ",")
}

/// Verbs with which a sentence goes on behind the clause of its subject.
const RESUMES: &[&str] = &["have", "has", "had", "is", "are", "was", "were"];

/// Past `HELSINKI, March 4 (Newswire) - ` at the head of a passage.
fn past_dateline(passage: &Passage<'_>, sentence: &Range<usize>) -> usize {
    let text = Sentence { tokens: &passage.tokens, start: sentence.start, end: sentence.end };
    if sentence.start > 0 { sentence.start } else { text.past_dateline(sentence.end) }
}

/// How the text calls somebody: a small letter at the start of a common phrase.
pub(super) fn unnamed(subject: &[Token<'_>], phrase: &str) -> String {
    // `President Lowe` is a name, `Officials in London` is none.
    let name = matches!(subject, [title, name] if is_title(title.text) && name.is_capital());
    let common = !name
        && subject.first().is_some_and(|token| {
            is_speaker(token)
                || token.is(&[
                    "some", "many", "most", "other", "several", "the", "a", "an", "few", "one", "any", "top", "senior",
                ])
        });
    let phrase = phrase.strip_suffix("'s").or_else(|| phrase.strip_suffix("’s")).unwrap_or(phrase);
    let mut letters = phrase.chars();
    match letters.next() {
        Some(first) if common => first.to_lowercase().chain(letters).collect(),
        _ => phrase.to_owned(),
    }
}
