//! Who wrote an article, read from a line or a field that says so.
//!
//! Invariant: roles, agencies, addresses, times and places are no part of a
//! name; a line that holds no name gives none.

mod lexicon;
mod name;

use lexicon::{AGENCIES, JOINS, OPENINGS, PARTICLES, ROLES, SHORT};
use name::{Part, bare, inverted, read, starts_a_name, without_stop};

/// The names in a line that opens as a byline does, in order; `None` for any
/// other line.
pub(crate) fn in_line(line: &str) -> Option<Vec<String>> {
    let line = line.trim().trim_start_matches(['—', '–', '-', '|', '•', '*', '_', '(', '[']).trim_start();
    let rest = opening(line)?;
    let names = names(rest);
    (!names.is_empty()).then_some(names)
}

/// Whether a line opens with `By` and a name.
pub(crate) fn opens(line: &str) -> bool {
    let by = line.get(..3).is_some_and(|head| head.eq_ignore_ascii_case("by ") || head.eq_ignore_ascii_case("by:"));
    by && in_line(line).is_some()
}

/// Whether a line is a byline and nothing else: behind its opening stand names,
/// roles, and few words that are neither.
pub(crate) fn fills(line: &str) -> bool {
    let Some(rest) = opening(line.trim()).filter(|_| in_line(line).is_some()) else { return false };
    let mut words = rest.split_whitespace();
    let count = words.clone().count();
    let other = |word: &&str| {
        let plain = bare(word);
        let known = [ROLES, AGENCIES, JOINS, PARTICLES].iter().any(|list| list.contains(&plain.as_str()));
        !(known || starts_a_name(word))
    };
    let others = words.clone().filter(other).count();
    let sentence = line.trim_end().ends_with(['.', '?', '!']) && words.any(|word| other(&word));
    (1..=12).contains(&count) && others <= usize::from(count > 4) && !sentence
}

/// What stands behind the opening of a byline. Of two openings that fit the
/// longer is meant: `Story and photos by`.
fn opening(line: &str) -> Option<&str> {
    let head: String = line.chars().take(24).flat_map(char::to_lowercase).collect();
    let mut best: Option<(&str, &str)> = None;
    for opening in OPENINGS.iter().chain(SHORT) {
        if !head.starts_with(opening) || best.is_some_and(|(known, _)| known.len() >= opening.len()) {
            continue;
        }
        // Lower case keeps the number of characters for these words.
        let cut = line.char_indices().nth(opening.chars().count()).map_or(line.len(), |(at, _)| at);
        let Some(rest) = line.get(cut..) else { continue };
        let bare = rest.trim_start();
        let colon = bare.starts_with([':', '：', '|', '/']);
        let letters = !opening.is_ascii() && !opening.contains(' ') && opening.chars().count() <= 2;
        if !(colon || rest.starts_with(char::is_whitespace) || letters) {
            continue;
        }
        let noun = matches!(
            *opening,
            "author"
                | "authors"
                | "byline"
                | "autor"
                | "autorin"
                | "autoren"
                | "auteur"
                | "autora"
                | "autore"
                | "text"
                | "texte"
                | "words"
                | "tekst"
                | "interview"
                | "reporter"
                | "writer"
                | "haber"
                | "redacción"
                | "per"
                | "автор"
                | "авторы"
                | "текст"
                | "published by"
                | "文"
                | "글"
        );
        if noun && !colon {
            continue;
        }
        best = Some((opening, bare.trim_start_matches([':', '：', '|', '/']).trim_start()));
    }
    let (found, mut rest) = best?;
    // `By our correspondent Anna Lind`
    while let Some((word, behind)) = rest.split_once(' ') {
        let lead = matches!(word, "our" | "the" | "a" | "own")
            || word.starts_with(char::is_lowercase) && ROLES.contains(&word);
        match lead && !PARTICLES.contains(&word) {
            true => rest = behind.trim_start(),
            false => break,
        }
    }
    let named = rest.split_whitespace().take(2).filter(|word| starts_a_name(word)).count();
    let enough = if SHORT.contains(&found) && !rest.is_empty() { 2 } else { 1 };
    (named >= enough.min(rest.split_whitespace().count().max(1))).then_some(rest)
}

/// The names in a text that is about authors and nothing else.
pub(crate) fn names(text: &str) -> Vec<String> {
    let text = without_brackets(text);
    let mut text = cut(&text).trim();
    if let Some(rest) = opening(text) {
        text = rest;
    }
    if text.contains("://") || text.starts_with("www.") {
        return Vec::new();
    }
    let mut found: Vec<String> = Vec::new();
    let mut organisations: Vec<String> = Vec::new();
    for group in text.split([';', '|', '/', '•', '·', '\n']) {
        let group = group.trim();
        if let Some(name) = inverted(group) {
            found.push(name);
            continue;
        }
        for part in parts(group) {
            match read(&part) {
                Part::Person(name) if !found.contains(&name) => found.push(name),
                Part::Suffix(suffix) => {
                    if let Some(last) = found.last_mut() {
                        last.push_str(", ");
                        last.push_str(&suffix);
                    }
                }
                Part::Organisation(name) => organisations.push(name),
                _ => {}
            }
        }
    }
    // Beside whole names a single word is no author (`Follow`).
    if found.iter().any(|name| name.contains(' ')) {
        found.retain(|name| name.contains(' ') || !name.is_ascii());
    }
    if found.is_empty() { organisations.into_iter().take(1).collect() } else { found }
}

/// Names as one value: `Anna Lind, Tom Byrne and Rosa Pell`.
pub(crate) fn joined(names: &[String]) -> String {
    match names {
        [] => String::new(),
        [one] => one.clone(),
        [first @ .., last] => [&first.join(", "), " and ", last].concat(),
    }
}

/// Whether a name is a newsroom's or an agency's, not a person's.
pub(crate) fn is_organisation(name: &str) -> bool {
    name.split_whitespace().any(|word| {
        let word = bare(word);
        AGENCIES.contains(&word.as_str())
            || ROLES.contains(&word.as_str())
            || matches!(word.as_str(), "admin" | "administrator" | "the" | "anonymous" | "unknown" | "webmaster")
    })
}

/// Without what stands in brackets, such as an agency or an address.
fn without_brackets(text: &str) -> String {
    let (mut out, mut depth) = (String::with_capacity(text.len()), 0_u32);
    for c in text.chars() {
        match c {
            '(' | '[' | '<' => depth += 1,
            ')' | ']' | '>' if depth > 0 => depth -= 1,
            _ if depth == 0 => out.push(c),
            _ => {}
        }
    }
    out
}

/// The text up to what is no name any more: figures, an address, a date, the
/// place or the paper.
fn cut(text: &str) -> &str {
    const ENDS: [&str; 22] = [
        "published",
        "updated",
        "posted",
        "last",
        "today",
        "yesterday",
        "in",
        "at",
        "for",
        "on",
        "from",
        "is",
        "was",
        "for:",
        "share",
        "follow",
        "email",
        "print",
        "read",
        "special",
        "filed",
        "reports",
    ];
    let mut end = text.len();
    for (words, word) in text.split_whitespace().enumerate() {
        let start = word.as_ptr() as usize - text.as_ptr() as usize;
        let plain = word.trim_matches(|c: char| !c.is_alphanumeric());
        let figures = word.bytes().any(|byte| byte.is_ascii_digit());
        let mark = figures || word.contains('@') || matches!(word, "—" | "–" | "-" | "--");
        let label = matches!(
            plain,
            "Published"
                | "Updated"
                | "Posted"
                | "Special"
                | "Share"
                | "Follow"
                | "Email"
                | "PUBLISHED"
                | "UPDATED"
                | "POSTED"
        );
        let ends = words >= 2 && (label || ENDS.contains(&plain));
        if mark && (words >= 1 || figures || word.contains('@')) || ends {
            end = start;
            break;
        }
    }
    let kept = text.get(..end).unwrap_or(text).trim_end_matches([' ', ',', '-', '–', '—', '|', ':'].as_slice()).trim();
    without_stop(kept)
}

/// A list of authors apart: at commas and at words that join.
fn parts(group: &str) -> Vec<String> {
    let mut parts: Vec<String> = Vec::new();
    for piece in group.split(',') {
        let mut open = String::new();
        let words: Vec<&str> = piece.split_whitespace().collect();
        for (at, word) in words.iter().enumerate() {
            let lower = word.to_lowercase();
            // `Ortega y Gasset`: a single letter joins only whole names.
            let whole = lower.chars().count() > 1 || open.split_whitespace().count() >= 2 && words.len() - at > 2;
            let cased = *word == lower || *word == word.to_uppercase() && word.chars().count() > 1 || *word == "And";
            if JOINS.contains(&lower.as_str())
                && (whole || *word == "&")
                && cased
                && !(at == 0 && open.is_empty() && parts.is_empty())
            {
                parts.push(std::mem::take(&mut open));
            } else {
                if !open.is_empty() {
                    open.push(' ');
                }
                open.push_str(word);
            }
        }
        parts.push(open);
    }
    parts.retain(|part| !part.trim().is_empty());
    parts
}

#[cfg(test)]
mod tests;
