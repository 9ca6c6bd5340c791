//! Who is believed where a sentence names somebody and a source for it.
//!
//! Invariant: cues are only left out; what stays is as it was.

use super::*;

/// The cues of a sentence that ends at `end`, each with who speaks, without those that
/// only say where it stands and those that the source itself tells.
pub(super) fn sourced(passage: &Passage<'_>, end: usize, cues: Vec<(Cue, Found)>) -> Vec<(Cue, Found)> {
    let cues = without_places(passage, cues);
    let stands: Vec<bool> = cues.iter().map(|pair| !is_retold(passage, end, pair, &cues)).collect();
    cues.into_iter().zip(stands).filter(|(_, stands)| *stands).map(|(pair, _)| pair).collect()
}

/// Whether what some unnamed people say is told by a source that ends the sentence:
/// `Most voters said it was late, according to a poll`, `, the Courier reported`. What
/// is quoted of them is theirs, and what a study shows is its own.
fn is_retold(passage: &Passage<'_>, end: usize, (cue, found): &(Cue, Found), all: &[(Cue, Found)]) -> bool {
    let token = |at: usize| passage.tokens.get(at);
    let subject = passage.tokens.get(cue.subject.clone()).unwrap_or(&[]);
    // `Lowe`, whom nothing names in full, is no group.
    let surname = matches!(subject, [name] if name.is_capital() && !name.text.ends_with('s'))
        || subject.iter().any(|token| token.is(PRONOUNS));
    let shows = subject.iter().any(|token| is_document(&token.text.to_ascii_lowercase()));
    let unnamed = matches!(found.speaker, Speaker::Unnamed(_)) && !surname && !shows;
    let source = |(other, _): &(Cue, Found)| {
        let behind = other.first() > cue.end() && other.content.is_none();
        let ends = is_according(passage, other) || other.closes(&passage.tokens, end);
        let comma = other.first().checked_sub(1).and_then(token).is_some_and(|token| token.text == ",");
        let plain = |token: &Token<'_>| token.quote.is_none() && token.text != ",";
        behind && ends && comma && (cue.end()..other.first() - 1).filter_map(token).all(plain)
    };
    cue.content.is_some() && unnamed && all.iter().any(source)
}

fn is_according(passage: &Passage<'_>, cue: &Cue) -> bool {
    passage.tokens.get(cue.verb).is_some_and(|token| token.is(&["according"]))
}

/// `according to a note, Putin said`: the person speaks, the note is where.
/// `according to him, Moscow has said`: he speaks.
fn without_places(passage: &Passage<'_>, cues: Vec<(Cue, Found)>) -> Vec<(Cue, Found)> {
    let according = |cue: &Cue| is_according(passage, cue);
    let person = |found: &Found| matches!(found.speaker, Speaker::Actor(_));
    let stands: Vec<bool> = cues
        .iter()
        .map(|(cue, found)| {
            let inner = |(other, _): &&(Cue, Found)| {
                cue.content == Some(other.first()) && other.content.is_some() && !according(other)
            };
            let outer = |(other, speaker): &(Cue, Found)| {
                according(other) && person(speaker) && other.content == Some(cue.first()) && cue.content.is_some()
            };
            let place = according(cue) && !person(found) && cues.iter().any(|pair| inner(&pair));
            !place && (according(cue) || !cues.iter().any(outer))
        })
        .collect();
    cues.into_iter().zip(stands).filter(|(_, stands)| *stands).map(|(pair, _)| pair).collect()
}
