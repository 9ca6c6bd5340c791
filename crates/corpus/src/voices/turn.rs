//! Turns of speech in transcripts and interviews: `MS. SMITH: …`, `Q: …`.
//!
//! Invariant: an article has turns only when its labels come back, or name a
//! questioner or an office; a lone `Note:` makes no transcript.

use super::name::{is_acronym, is_title, without_card};

/// What the label before a passage, or before an earlier one, says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Turn<'a> {
    /// The label as the text gives it, without its colon.
    pub label: &'a str,
    /// The first byte of what is said; at the end when nothing is.
    pub start: usize,
    /// Whether the passage has the label itself.
    pub own: bool,
    /// Whether it has none and is a question between two answers.
    pub asked: bool,
}

/// Most words of a label; some sites put a role on both sides of a name.
const MOST_WORDS: usize = 16;

/// More speakers than a transcript has.
const MOST_SPEAKERS: usize = 100;

/// The turns of an article, one for each passage that is one.
pub fn turns<'a>(passages: &[&'a str]) -> Vec<Option<Turn<'a>>> {
    let labels: Vec<Option<(&str, usize)>> = passages.iter().map(|text| label(text)).collect();
    let given: Vec<&str> = labels.iter().flatten().map(|(label, _)| *label).collect();
    if !is_transcript(&given, passages.len()) {
        return vec![None; passages.len()];
    }
    let asker = asker(&labels, passages);
    let mut now: Option<&str> = None;
    let mut inferred = false;
    let turn = |(text, label): (&&'a str, &Option<(&'a str, usize)>)| {
        if let Some((label, start)) = *label {
            (now, inferred) = (Some(label), false);
            return Some(Turn { label, start, own: true, asked: false });
        }
        let (asking, answering) = asker.unwrap_or(("", ""));
        let question = text.trim_end().ends_with('?') && text.split_whitespace().count() <= 40;
        let is = |name: &str| !name.is_empty() && now.is_some_and(|now| same(now, name));
        if is(answering) && question {
            (now, inferred) = (Some(asking), true);
            return Some(Turn { label: asking, start: 0, own: false, asked: true });
        }
        if inferred && is(asking) {
            now = Some(answering);
        }
        let label = now?;
        is_speech(text).then_some(Turn { label, start: 0, own: false, asked: false })
    };
    passages.iter().zip(&labels).map(turn).collect()
}

/// The label that opens a passage, and where what is said begins.
pub fn label(text: &str) -> Option<(&str, usize)> {
    // `2:06 P.M. EST THE PRESIDENT: Good afternoon.`
    let clock = past_clock(text);
    let (label, start) = own_label(text.get(clock..)?.trim_end())?;
    Some((label, start + clock))
}

/// `THE PRESIDENT: Hello. (Applause.)`, `Q Hello, you just —`: however short,
/// somebody speaks, and no headline looks so.
pub fn is_official(text: &str) -> bool {
    label(text).is_some_and(|(label, _)| {
        let shouted = title_case(label) != label;
        label == "Q" || shouted && label.split(' ').any(|word| is_title(&title_case(word)))
    })
}

fn own_label(text: &str) -> Option<(&str, usize)> {
    // `Q Thank you.`, `Q. And then?`, `Q: …`, `Q — …`
    if let Some(rest) = text.strip_prefix(['Q', 'A']) {
        let question = text.starts_with('Q');
        let rest_at = rest.trim_start_matches(['.', ':', ' ', '\u{a0}']);
        let marked = rest.starts_with([':', '.']) && rest.get(1..).is_some_and(|rest| rest.starts_with(' '));
        let spaced = question && rest.starts_with(' ') && rest_at.starts_with(|c: char| !c.is_lowercase());
        if (marked || spaced) && !rest_at.is_empty() {
            return Some((text.get(..1)?, said(text, text.len() - rest_at.len())));
        }
    }
    let head = text.get(..text.floor_char_boundary(180))?;
    let colon = head.find(':')?;
    let (name, rest) = (text.get(..colon)?.trim_end(), text.get(colon + 1..)?);
    let words = name.split_whitespace().count();
    let opens = rest.trim_start();
    let apart = rest.starts_with(char::is_whitespace) && !opens.is_empty();
    // `Jane Doe (through an interpreter): …`
    let aside = name.strip_suffix(')').and_then(|name| name.rfind(" (")).and_then(|open| name.get(..open));
    let name = aside.unwrap_or(name).trim_end();
    (apart && (1..=MOST_WORDS).contains(&words) && is_label(name)).then(|| (name, said(text, text.len() - opens.len())))
}

/// Whether words may name a speaker: capitals, small words between them, and
/// no mark that sentences have.
fn is_label(name: &str) -> bool {
    const SMALL: [&str; 11] = ["of", "the", "and", "for", "de", "von", "van", "al", "bin", "to", "in"];
    let mut capital = false;
    let fits = name.split_whitespace().all(|word| {
        let first = word.trim_start_matches(['(', '[', '"', '“']).chars().next().unwrap_or(' ');
        capital |= first.is_uppercase();
        let aside = word.starts_with('(') && word.ends_with(')');
        first.is_uppercase() || first.is_numeric() && capital || aside || SMALL.contains(&word)
    });
    let sentence = name.contains(['?', '!', ';', '"', '“', '”', '|', '/']);
    let bare: Vec<&str> = name.split_whitespace().collect();
    let name = without_card(&bare).join(" ");
    let titled = name.split_whitespace().count() <= 9 || name.split_whitespace().any(is_title);
    let salutes = name.starts_with("Dear ");
    fits && capital && titled && !sentence && !salutes && !NOT_NAMES.contains(&name.to_lowercase().as_str())
}

/// Words before a colon that name nobody.
const NOT_NAMES: [&str; 22] = [
    "note",
    "update",
    "updated",
    "correction",
    "clarification",
    "photo",
    "photos",
    "image",
    "video",
    "watch",
    "read",
    "more",
    "source",
    "sources",
    "editor's note",
    "editor’s note",
    "subject",
    "date",
    "tags",
    "place",
    "time",
    "topic",
];

/// Past the time at which all began: `2:06 P.M. EST `.
fn past_clock(text: &str) -> usize {
    let mut words = text.split_inclusive(' ');
    let (Some(clock), Some(half)) = (words.next(), words.next()) else { return 0 };
    let time = clock.trim_end().split_once(':').is_some_and(|(hour, minute)| {
        (1..=2).contains(&hour.len())
            && minute.len() == 2
            && [hour, minute].concat().bytes().all(|b| b.is_ascii_digit())
    });
    if !time || !matches!(half.trim_end(), "A.M." | "P.M." | "a.m." | "p.m." | "AM" | "PM" | "am" | "pm") {
        return 0;
    }
    let zone = |word: &&str| {
        let zone = word.trim_end();
        (2..=4).contains(&zone.len()) && zone.ends_with('T') && zone.bytes().all(|b| b.is_ascii_uppercase())
    };
    clock.len() + half.len() + words.next().filter(zone).map_or(0, str::len)
}

/// Past a stage direction at the head: `(As interpreted.) …`.
fn said(text: &str, at: usize) -> usize {
    let rest = text.get(at..).unwrap_or("");
    let close = match rest.chars().next() {
        Some('(') => rest.find(')'),
        Some('[') => rest.find(']'),
        _ => None,
    };
    let after = close.filter(|close| *close < 60).and_then(|close| rest.get(close + 1..));
    after.map_or(at, |after| text.len() - after.trim_start().len())
}

/// Whether labels like these make a transcript of an article.
fn is_transcript(labels: &[&str], passages: usize) -> bool {
    // Few speak in a transcript: a text with more labels is a list of points.
    let mut names: Vec<(&str, usize)> = Vec::new();
    for label in labels {
        if let Some((_, count)) = names.iter_mut().find(|(known, _)| same(known, label)) {
            *count += 1;
        } else if names.len() < MOST_SPEAKERS {
            names.push((label, 1));
        } else {
            return false;
        }
    }
    let asks = |label: &&str| ["Q", "A"].contains(label) || label.eq_ignore_ascii_case("question");
    let office = |label: &&str| {
        let titled = |word: &str| is_title(word) || is_title(&title_case(word));
        let named = label.split_whitespace().count() >= 2 && label.split_whitespace().any(titled);
        named && !label.contains(['–', '—', ','])
    };
    let come_back: usize = names.iter().map(|(_, count)| *count).filter(|count| *count >= 2).sum();
    let known = labels.iter().filter(|label| asks(label)).count();
    // A list of points opens with labels too, but each of them once.
    let dense = labels.len() * 2 >= passages || come_back * 2 >= labels.len();
    let speech = labels.iter().any(office) && passages >= 3;
    known >= 1 && labels.len() >= 2 || come_back >= 2 && dense || speech
}

/// `Nina Castell` and `Castell`.
fn same(a: &str, b: &str) -> bool {
    a.ends_with(b) || b.ends_with(a)
}

/// Of two labels that take turns, who asks and who answers.
fn asker<'a>(labels: &[Option<(&'a str, usize)>], passages: &[&str]) -> Option<(&'a str, &'a str)> {
    let mut names: Vec<&str> = Vec::new();
    for (label, _) in labels.iter().flatten() {
        if !names.iter().any(|known| same(known, label)) {
            names.push(label);
        }
    }
    let [first, second] = names.as_slice() else { return None };
    let questions = |name: &str| {
        let own = || labels.iter().zip(passages).filter(|(label, _)| label.is_some_and(|(label, _)| same(label, name)));
        let asked = own().filter(|(_, text)| text.trim_end().ends_with('?')).count();
        asked * 2 >= own().count()
    };
    let last = |name: &str| labels.iter().rev().flatten().map(|(label, _)| *label).find(|label| same(label, name));
    match (questions(first), questions(second)) {
        (true, false) => Some((first, last(second)?)),
        (false, true) => Some((second, last(first)?)),
        _ => None,
    }
}

/// Whether an unlabelled passage of a transcript is speech: not a stage
/// direction, a heading, or the time at which all ended.
fn is_speech(text: &str) -> bool {
    let bare = text.trim();
    let directed = bare.starts_with(['(', '[', '<']) && bare.ends_with([')', ']', '>']);
    !directed && bare.chars().any(char::is_lowercase)
}

/// `PRESIDENT COLE` as `President Cole`; other words as they are.
pub fn title_case(label: &str) -> String {
    let shouted = label.chars().any(char::is_alphabetic) && !label.chars().any(char::is_lowercase);
    if !shouted || label.chars().count() == 1 {
        return label.to_owned();
    }
    let word = |word: &str| {
        if is_acronym(word) && matches!(word.len(), 2 | 3) && !is_title(&lower_tail(word)) && word != "THE" {
            return word.to_owned();
        }
        if word == "OF" || word == "THE" || word == "AND" { word.to_lowercase() } else { lower_tail(word) }
    };
    label.split(' ').map(word).collect::<Vec<_>>().join(" ")
}

/// Small letters after the first of each part: `JEAN-PIERRE`, `O’BRIEN`.
fn lower_tail(word: &str) -> String {
    let mut first = true;
    let letter = |c: char| {
        let keep = first;
        first = !c.is_alphanumeric();
        if keep { c.to_string() } else { c.to_lowercase().collect() }
    };
    word.chars().map(letter).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(passages: &[&str], expected: &[&str]) {
        let found: Vec<String> = turns(passages)
            .iter()
            .zip(passages)
            .map(|(turn, text)| {
                turn.as_ref().map_or("-".to_owned(), |turn| format!("{}|{}", turn.label, &text[turn.start..]))
            })
            .collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn a_transcript_is_told_by_labels_that_come_back() {
        check(
            &[
                "MS. SMITH: Hello.",
                "And more.",
                "Q Why?",
                "MS. SMITH: (Laughs.) Because.",
                "(Applause.)",
                "END 3:06 P.M.",
            ],
            &["MS. SMITH|Hello.", "MS. SMITH|And more.", "Q|Why?", "MS. SMITH|Because.", "-", "-"],
        );
        check(
            &["THE PRESIDENT: Hello.", "More.", "Thank you."],
            &["THE PRESIDENT|Hello.", "THE PRESIDENT|More.", "THE PRESIDENT|Thank you."],
        );
    }

    #[test]
    fn a_label_stands_behind_the_hour_and_before_an_aside() {
        check(
            &["2:06 P.M. EST THE PRESIDENT: Good afternoon.", "More.", "Ann Lee (through an interpreter): Yes."],
            &["THE PRESIDENT|Good afternoon.", "THE PRESIDENT|More.", "Ann Lee|Yes."],
        );
    }

    #[test]
    fn a_letter_is_no_transcript() {
        check(&["Dear Mr. Speaker: (Dear Madam President:)", "I send you this.", "It is short."], &["-", "-", "-"]);
    }

    #[test]
    fn a_question_without_a_label_is_the_askers() {
        check(
            &["Review: Is it so?", "Ann Lee: It is.", "Since when?", "Since May.", "Review: Why?", "Lee: Money."],
            &[
                "Review|Is it so?",
                "Ann Lee|It is.",
                "Review|Since when?",
                "Lee|Since May.",
                "Review|Why?",
                "Lee|Money.",
            ],
        );
    }

    #[test]
    fn points_and_notes_make_no_transcript() {
        check(&["Rail: Fewer trains.", "Road: More lorries.", "Air: The same."], &["-", "-", "-"]);
        check(&["Note: This text was changed.", "It goes on.", "And on."], &["-", "-", "-"]);
        check(&["They agreed on this: nothing.", "They said: it will do."], &["-", "-"]);
    }

    #[test]
    fn shouted_names_are_written_as_names() {
        assert_eq!(title_case("MS. JEAN-PIERRE"), "Ms. Jean-Pierre");
        assert_eq!(title_case("THE PRESIDENT"), "the President");
        assert_eq!(title_case("Q"), "Q");
        assert_eq!(title_case("Megyn Kelly"), "Megyn Kelly");
    }
}
