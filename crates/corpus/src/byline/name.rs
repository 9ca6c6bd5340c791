//! One part of a list of authors: a person's name as it is written, a
//! newsroom's, or none.
//!
//! Invariant: a name in capitals or with the family before a comma comes out as
//! any other does.

use super::is_organisation;
use super::lexicon::{AGENCIES, PARTICLES, ROLES};

pub(super) fn starts_a_name(word: &str) -> bool {
    let letters = word.trim_start_matches(['“', '"', '(', '‘', '\'']);
    let uncased = letters.chars().next().is_some_and(|c| c.is_alphabetic() && !c.is_uppercase() && !c.is_lowercase());
    letters.starts_with(char::is_uppercase) || uncased || PARTICLES.contains(&letters)
}

pub(super) fn bare(word: &str) -> String {
    word.trim_matches(|c: char| !c.is_alphanumeric()).to_lowercase()
}

/// Without a full stop that is no part of a word such as `Jr.` or `J.`.
pub(super) fn without_stop(text: &str) -> &str {
    let last = text.rsplit(' ').next().unwrap_or(text).trim_end_matches('.');
    if is_suffix(last) || last.chars().count() <= 1 { text } else { text.trim_end_matches('.') }
}

/// `Lind, Anna`, where single words stand on the left of one comma.
pub(super) fn inverted(group: &str) -> Option<String> {
    let (family, given) = group.split_once(',').filter(|(_, given)| !given.contains(','))?;
    let (family, given) = (family.trim(), given.trim());
    let one =
        |text: &str| text.split_whitespace().filter(|word| !PARTICLES.contains(&bare(word).as_str())).count() == 1;
    let few = (1..=2).contains(&given.split_whitespace().count());
    let initial = given.split_whitespace().skip(1).all(|word| word.trim_end_matches('.').chars().count() <= 1);
    let fits =
        one(family) && few && initial && !is_suffix(given) && !is_organisation(family) && !is_organisation(given);
    let named =
        family.split_whitespace().last().is_some_and(starts_a_name) && given.split_whitespace().all(starts_a_name);
    (fits && named).then(|| [&cased(given), " ", &cased(family)].concat())
}

fn is_suffix(word: &str) -> bool {
    matches!(word.trim_end_matches('.').to_ascii_uppercase().as_str(), "JR" | "SR" | "II" | "III" | "IV" | "PHD" | "MD")
}

pub(super) enum Part {
    Person(String),
    Organisation(String),
    Suffix(String),
    Other,
}

/// What one part of a list is.
pub(super) fn read(part: &str) -> Part {
    let part = of_the_paper(without_stop(part.trim().trim_matches(['"', '“', '”', ':', '*', '_'].as_slice()).trim()));
    if is_suffix(part) {
        return Part::Suffix(part.to_owned());
    }
    let words: Vec<&str> = part.split_whitespace().collect();
    // `Anna Lind Staff Writer`, `Anna Lind Associated Press`: the name is over.
    let over = words.iter().position(|word| {
        let word = bare(word);
        ROLES.contains(&word.as_str()) || AGENCIES.contains(&word.as_str())
    });
    let kept = match over {
        Some(at) if at >= 2 => words.get(..at).unwrap_or(&[]),
        Some(_) if words.iter().any(|word| ROLES.contains(&bare(word).as_str())) && words.len() <= 6 => {
            return Part::Other;
        }
        Some(_) => return if named(&words) { Part::Organisation(part.to_owned()) } else { Part::Other },
        None => &words,
    };
    let kept = if kept.first().is_some_and(|word| matches!(bare(word).as_str(), "dr" | "mr" | "mrs" | "ms" | "prof"))
        && kept.len() >= 3
    {
        kept.get(1..).unwrap_or(kept)
    } else {
        kept
    };
    let longest = kept.iter().map(|word| word.chars().count()).max().unwrap_or(0);
    if !named(kept) || kept.len() > 6 || longest < 2 {
        return Part::Other;
    }
    if kept.first().is_some_and(|word| matches!(*word, "The" | "THE")) {
        return Part::Organisation(kept.join(" "));
    }
    Part::Person(cased(&kept.join(" ")))
}

/// Every word a name's: a capital, or a particle that is not the last.
fn named(words: &[&str]) -> bool {
    let last = words.last().is_some_and(|word| starts_a_name(word) && !PARTICLES.contains(word));
    last && words.iter().all(|word| {
        let inner = word.trim_matches(|c: char| !c.is_alphanumeric());
        let mark = inner.is_empty() || inner.contains([':', '!', '?', '=', '#']);
        !mark && (starts_a_name(word) || word.contains('’') || word.contains('\''))
    })
}

/// `BBC News Online's Stephen Mulvey` is Stephen Mulvey.
fn of_the_paper(part: &str) -> &str {
    for possessive in ["'s ", "’s ", "s' ", "s’ "] {
        if let Some((_, name)) = part.rsplit_once(possessive)
            && name.split_whitespace().count() >= 2
            && name.split_whitespace().all(starts_a_name)
        {
            return name;
        }
    }
    part
}

/// A name in capitals as it is written otherwise: `Anna Lind`, `Ian McEwan`,
/// `Jan van der Meer`.
fn cased(name: &str) -> String {
    let shouted = name.chars().filter(|c| c.is_alphabetic()).count() > 3
        && !name.chars().any(char::is_lowercase)
        && name.chars().any(char::is_uppercase);
    if !shouted {
        return name.to_owned();
    }
    let words: Vec<&str> = name.split_whitespace().collect();
    let word = |(at, word): (usize, &&str)| {
        let lower = word.to_lowercase();
        if at > 0 && at + 1 < words.len() && PARTICLES.contains(&lower.as_str()) {
            return lower;
        }
        if word.trim_end_matches('.').chars().filter(|c| c.is_alphabetic()).count() <= 1
            || matches!(*word, "II" | "III" | "IV")
            || word.matches('.').count() > 1
        {
            return (*word).to_owned();
        }
        let mut out = String::with_capacity(word.len());
        let mut start = true;
        for c in word.chars() {
            if start {
                out.push(c)
            } else {
                out.extend(c.to_lowercase())
            }
            start = matches!(c, '-' | '\'' | '’') || out == "Mc";
        }
        out
    };
    words.iter().enumerate().map(word).collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests;
