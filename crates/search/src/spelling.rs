//! Words that are nearly alike, and words that fit a pattern.
//!
//! The distance is the optimal string alignment distance: insertions,
//! deletions, replacements and transpositions of neighbours (Damerau 1964).
//!
//! It is computed over the whole sorted dictionary, one row of the table for
//! each letter; words that share a beginning share its rows, and a beginning
//! that is already too far off is left out with all its words. That measured
//! ten times faster at the worst than an automaton over a transducer.
//!
//! In a large dictionary words one edit away are looked up, ten times faster
//! again: it has few letters after a beginning of the wanted word, so there
//! are few words to try.

use crate::index::Dictionary;

/// The longest word that is looked for, in characters.
const LONGEST: usize = 32;

/// The words within `edits` edits of `word`, with their distance, in the
/// order of the dictionary. The word itself is not among them.
pub(crate) fn within(dictionary: &Dictionary, word: &str, edits: u8) -> Vec<(usize, u8)> {
    let mut found = Vec::new();
    let wanted: Vec<char> = word.chars().collect();
    if wanted.is_empty() || wanted.len() > LONGEST {
        return found;
    }
    if cfg!(feature = "large") && edits == 1 {
        let mut places = one_edit(dictionary, word);
        places.sort_unstable();
        places.dedup();
        places.iter().for_each(|at| found.push((*at as usize, 1)));
        return found;
    }
    by_rows(dictionary, wanted, edits)
}

fn by_rows(dictionary: &Dictionary, wanted: Vec<char>, edits: u8) -> Vec<(usize, u8)> {
    let mut found = Vec::new();
    let mut search = Search::new(wanted, edits);
    let mut at = 0;
    while at < dictionary.len() {
        match search.next(dictionary.word(at)) {
            Step::Far { prefix } => {
                // All words with this beginning are too far off.
                let beginning = dictionary.word(at).get(..prefix).unwrap_or("");
                at = dictionary.with_prefix_from(beginning, at).max(at + 1);
            }
            Step::Distance(distance) => {
                if distance <= edits && distance > 0 {
                    found.push((at, distance));
                }
                at += 1;
            }
        }
    }
    found
}

/// How many words are compared one by one rather than by letter.
const FEW: usize = 24;

/// The words one edit away from `wanted`, in no order, some twice.
fn one_edit(dictionary: &Dictionary, wanted: &str) -> Vec<u64> {
    let mut found = Vec::new();
    let mut tried = String::new();
    let mut look_up = |parts: [&str; 3]| {
        tried.clear();
        parts.iter().for_each(|part| tried.push_str(part));
        if let Some(at) = dictionary.find(&tried).filter(|_| tried != wanted) {
            found.push(at as u64);
        }
    };
    // The words that begin as the wanted one does, as far as it was read.
    let mut range = 0..dictionary.len();
    let mut letters = wanted.char_indices();
    while range.len() > FEW {
        let next = letters.next();
        let (read, rest) = wanted.split_at(next.map_or(wanted.len(), |(at, _)| at));
        let after = rest.get(next.map_or(0, |(_, letter)| letter.len_utf8())..).unwrap_or("");
        // Without the letter, and swapped with the one after it.
        look_up([read, after, ""]);
        if let (Some((_, letter)), Some(second)) = (next, after.chars().next()) {
            let (own, second) = (letter.len_utf8(), second.len_utf8());
            let swapped = [after.get(..second).unwrap_or(""), rest.get(..own).unwrap_or("")].concat();
            look_up([read, &swapped, after.get(second..).unwrap_or("")]);
        }
        // Another letter before it, or in its place.
        let mut narrower = range.end..range.end;
        let mut at = range.start;
        while at < range.end {
            let word = dictionary.word(at);
            let other = word.get(read.len()..).and_then(|rest| rest.chars().next());
            let Some(other) = other else {
                at += 1;
                continue;
            };
            let beginning = word.get(..read.len() + other.len_utf8()).unwrap_or(word);
            let end = dictionary.with_prefix_from(beginning, at);
            look_up([beginning, rest, ""]);
            match next {
                Some((_, letter)) if letter == other => narrower = at..end,
                Some(_) => look_up([beginning, after, ""]),
                None => {}
            }
            at = end;
        }
        range = narrower;
        if next.is_none() {
            return found;
        }
    }
    let wanted: Vec<char> = wanted.chars().collect();
    let mut search = Search::new(wanted, 1);
    for at in range {
        if matches!(search.next(dictionary.word(at)), Step::Distance(1)) {
            found.push(at as u64);
        }
    }
    found
}

enum Step {
    /// The first `prefix` bytes already need too many edits.
    Far {
        prefix: usize,
    },
    Distance(u8),
}

/// A row of the table: for each number of letters of the wanted word the edits
/// from it to the letters so far.
type Row = [u8; LONGEST + 1];

/// What is too far to matter.
const FAR: u8 = 100;

struct Search {
    wanted: Vec<char>,
    edits: u8,
    /// The letters that the rows are for; row `i` is for the first `i`.
    letters: Vec<char>,
    rows: Vec<Row>,
}

impl Search {
    fn new(wanted: Vec<char>, edits: u8) -> Search {
        let mut first = [FAR; LONGEST + 1];
        for (cell, edits) in first.iter_mut().zip(0..).take(wanted.len() + 1) {
            *cell = edits;
        }
        Search { wanted, edits, letters: Vec::new(), rows: vec![first] }
    }

    fn next(&mut self, word: &str) -> Step {
        let shared = self.letters.iter().zip(word.chars()).take_while(|(a, b)| **a == *b).count();
        self.letters.truncate(shared);
        self.rows.truncate(shared + 1);
        for (index, letter) in word.char_indices().skip(shared) {
            let near = self.push(letter);
            if !near {
                return Step::Far { prefix: index + letter.len_utf8() };
            }
        }
        let last = self.rows.last().and_then(|row| row.get(self.wanted.len())).copied();
        Step::Distance(last.unwrap_or(FAR))
    }

    /// Adds the row for a further letter. Whether a word that goes on from
    /// here can still be near.
    fn push(&mut self, letter: char) -> bool {
        let length = self.letters.len() + 1;
        let edits = usize::from(self.edits);
        let none = [FAR; LONGEST + 1];
        let above = self.rows.last().copied().unwrap_or(none);
        let two_above = self.rows.len().checked_sub(2).and_then(|at| self.rows.get(at)).copied().unwrap_or(none);
        let before = self.letters.last().copied();
        let mut row = none;
        // Cells further than `edits` from the diagonal are too far anyway.
        let from = length.saturating_sub(edits);
        let to = (length + edits).min(self.wanted.len());
        if from == 0
            && let Some(cell) = row.first_mut()
        {
            *cell = u8::try_from(length).unwrap_or(FAR);
        }
        let mut least = row.first().copied().unwrap_or(FAR);
        let mut left = least;
        for at in from.max(1)..=to {
            let cell = |row: &Row, at: usize| row.get(at).copied().unwrap_or(FAR);
            let wanted = self.wanted.get(at - 1).copied();
            let mut value =
                (cell(&above, at - 1) + u8::from(wanted != Some(letter))).min(cell(&above, at) + 1).min(left + 1);
            let swapped = at > 1 && before.is_some() && before == wanted && self.wanted.get(at - 2) == Some(&letter);
            if swapped {
                value = value.min(cell(&two_above, at - 2) + 1);
            }
            if let Some(cell) = row.get_mut(at) {
                *cell = value;
            }
            left = value.min(FAR);
            least = least.min(value);
        }
        self.rows.push(row);
        self.letters.push(letter);
        // A transposition can still mend what was near a row ago.
        least <= self.edits || above.iter().any(|cell| *cell < self.edits)
    }
}

/// How unlike two words are: edits, of which a letter for one that sounds
/// alike counts half, so that `irak` is nearer to `iraq` than to `iran`.
pub(crate) fn cost(a: &str, b: &str) -> f32 {
    let a: Vec<char> = a.chars().take(LONGEST).collect();
    let b: Vec<char> = b.chars().take(LONGEST).collect();
    let mut before: Vec<f32> = Vec::new();
    let mut above: Vec<f32> = (0..=b.len()).map(|at| at as f32).collect();
    for (i, letter) in a.iter().enumerate() {
        let mut row = vec![i as f32 + 1.0];
        for (j, other) in b.iter().enumerate() {
            let cell = |row: &[f32], at: usize| row.get(at).copied().unwrap_or(f32::MAX);
            let replaced = cell(&above, j) + unlike(*letter, *other);
            let mut least = replaced.min(cell(&row, j) + 1.0).min(cell(&above, j + 1) + 1.0);
            let swapped = i > 0 && j > 0 && a.get(i - 1) == Some(other) && b.get(j - 1) == Some(letter);
            if swapped && letter != other {
                least = least.min(cell(&before, j - 1) + 0.5);
            }
            row.push(least);
        }
        before = std::mem::replace(&mut above, row);
    }
    above.last().copied().unwrap_or(f32::MAX)
}

fn unlike(a: char, b: char) -> f32 {
    const ALIKE: [&str; 8] = ["ckq", "sz", "iyj", "fv", "vw", "dt", "ou", "ei"];
    if a == b {
        0.0
    } else if ALIKE.iter().any(|letters| letters.contains(a) && letters.contains(b)) {
        0.5
    } else {
        1.0
    }
}

/// Where the words among `words` stand that fit a folded pattern, whatever
/// capitals they have: `?` is one letter, `*` any number.
pub(crate) fn matching(dictionary: &Dictionary, words: impl Iterator<Item = usize>, pattern: &str) -> Vec<usize> {
    let mut found = Vec::new();
    if pattern.len() > LONGEST * 2 {
        return found;
    }
    for at in words {
        let word = dictionary.word(at);
        let acronym = word.starts_with(|c: char| c.is_ascii_uppercase());
        if if acronym { fits(pattern, &word.to_ascii_lowercase()) } else { fits(pattern, word) } {
            found.push(at);
        }
    }
    found
}

/// Linear with one step back: after a `*` only the last one is tried again.
fn fits(pattern: &str, word: &str) -> bool {
    let letter = |text: &str, at: usize| text.get(at..).and_then(|rest| rest.chars().next());
    let (mut p, mut w) = (0, 0);
    let mut star: Option<(usize, usize)> = None;
    loop {
        match (letter(pattern, p), letter(word, w)) {
            (Some('*'), _) => {
                p += 1;
                star = Some((p, w));
            }
            (Some(wanted), Some(own)) if wanted == '?' || wanted == own => {
                p += wanted.len_utf8();
                w += own.len_utf8();
            }
            (None, None) => return true,
            _ => {
                // One letter more for the last `*`.
                let Some((after, from)) = star else { return false };
                let Some(skipped) = letter(word, from) else { return false };
                p = after;
                w = from + skipped.len_utf8();
                star = Some((after, w));
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn dictionary(words: &[&str]) -> Dictionary {
        let mut sorted = words.to_vec();
        sorted.sort_unstable();
        let mut dictionary = Dictionary::default();
        for (class, word) in (0..).zip(sorted) {
            dictionary.push(word, class, 0);
        }
        dictionary
    }

    fn near(words: &[&str], word: &str, edits: u8) -> Vec<String> {
        let dictionary = dictionary(words);
        let found = within(&dictionary, word, edits);
        found.into_iter().map(|(at, n)| format!("{} {n}", dictionary.word(at))).collect()
    }

    #[test]
    fn edits_are_letters_added_left_out_replaced_or_swapped() {
        let words = ["iran", "iraq", "irani", "ira", "rian", "tehran", "bush", "bushehr"];
        assert_eq!(near(&words, "irak", 1), ["ira 1", "iran 1", "iraq 1"]);
        assert_eq!(near(&words, "iarn", 1), ["iran 1"]);
        assert_eq!(near(&words, "rian", 1), ["iran 1"], "the word itself is not near itself");
        assert_eq!(near(&words, "bsuh", 2), ["bush 1"]);
    }

    /// The distance by its definition, the whole table.
    fn distance(a: &str, b: &str) -> usize {
        let (a, b): (Vec<char>, Vec<char>) = (a.chars().collect(), b.chars().collect());
        let mut table = vec![vec![0; b.len() + 1]; a.len() + 1];
        for i in 0..=a.len() {
            for j in 0..=b.len() {
                table[i][j] = if i == 0 || j == 0 {
                    i + j
                } else {
                    let mut least = (table[i - 1][j - 1] + usize::from(a[i - 1] != b[j - 1]))
                        .min(table[i - 1][j] + 1)
                        .min(table[i][j - 1] + 1);
                    if i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1] {
                        least = least.min(table[i - 2][j - 2] + 1);
                    }
                    least
                };
            }
        }
        table[a.len()][b.len()]
    }

    proptest::proptest! {
        #[test]
        fn the_search_finds_what_the_definition_says(
            mut words in proptest::collection::vec("[abcé]{1,7}", 1..200), word in "[abcé]{1,7}", edits in 1_u8..3,
        ) {
            words.sort_unstable();
            words.dedup();
            let near_words: Vec<&str> = words.iter().map(String::as_str).collect();
            let expected: Vec<String> = words.iter().map(|other| (other, distance(&word, other)))
                .filter(|(_, n)| (1..=usize::from(edits)).contains(n)).map(|(other, n)| format!("{other} {n}")).collect();
            proptest::prop_assert_eq!(&near(&near_words, &word, edits), &expected);
            let dictionary = dictionary(&near_words);
            let rows = by_rows(&dictionary, word.chars().collect(), edits);
            let rows: Vec<String> = rows.into_iter().map(|(at, n)| format!("{} {n}", dictionary.word(at))).collect();
            proptest::prop_assert_eq!(rows, expected);
        }
    }

    #[test]
    fn letters_that_sound_alike_are_nearer() {
        assert!(cost("irak", "iraq") < cost("irak", "iran"));
        assert!(cost("recieve", "receive") < cost("recieve", "relieve"));
        assert_eq!(cost("missile", "missile"), 0.0);
    }

    #[test]
    fn a_pattern_fits_letters_and_runs_of_letters() {
        let words = ["defence", "defend", "defense", "defer", "kremeniuk", "kremenyuk"];
        let dictionary = dictionary(&words);
        let fitting = |pattern| -> Vec<&str> {
            matching(&dictionary, 0..dictionary.len(), pattern).into_iter().map(|at| dictionary.word(at)).collect()
        };
        assert_eq!(fitting("defen?e"), ["defence", "defense"]);
        assert_eq!(fitting("k*n*uk"), ["kremeniuk", "kremenyuk"]);
        assert_eq!(fitting("*"), words);
        assert_eq!(fitting("def?"), Vec::<&str>::new());
    }
}
