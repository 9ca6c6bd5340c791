//! The known word that a misspelt one was meant to be.

/// The candidate with the least edit distance to `word`, when at most a third
/// of its letters differ.
pub fn nearest<'a>(word: &str, candidates: impl Iterator<Item = &'a str>) -> Option<&'a str> {
    let most = (word.chars().count().min(64) / 3).max(1);
    let scored = candidates.map(|candidate| (distance(word, candidate), candidate));
    scored
        .filter(|(distance, _)| *distance <= most)
        .min_by_key(|(distance, _)| *distance)
        .map(|(_, candidate)| candidate)
}

/// Optimal string alignment: insertions, deletions, substitutions and swaps
/// of neighbours each cost 1. Long words count as far apart.
fn distance(a: &str, b: &str) -> usize {
    let (a, b): (Vec<char>, Vec<char>) = (a.chars().collect(), b.chars().collect());
    if a.len() > 64 || b.len() > 64 {
        return usize::MAX;
    }
    let mut before: Vec<usize> = Vec::new();
    let mut last: Vec<usize> = (0..=b.len()).collect();
    for (i, x) in a.iter().enumerate() {
        let mut row = vec![i + 1];
        for (j, y) in b.iter().enumerate() {
            let get = |row: &[usize], at: usize| row.get(at).copied().unwrap_or(usize::MAX / 2);
            let mut best = (get(&last, j) + usize::from(x != y)).min(get(&last, j + 1) + 1).min(get(&row, j) + 1);
            let swapped = i > 0 && j > 0 && a.get(i - 1) == Some(y) && b.get(j - 1) == Some(x);
            if swapped {
                best = best.min(get(&before, j - 1) + 1);
            }
            row.push(best);
        }
        before = std::mem::replace(&mut last, row);
    }
    last.last().copied().unwrap_or(usize::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_word_that_was_meant_is_found() {
        let known = ["query", "name", "description"];
        assert_eq!(nearest("qeury", known.into_iter()), Some("query"));
        assert_eq!(nearest("descripton", known.into_iter()), Some("description"));
        assert_eq!(nearest("colour", known.into_iter()), None);
    }

    #[test]
    fn words_of_more_than_64_letters_are_near_to_none() {
        let [word, long, longer] = [63, 64, 65].map(|letters| "x".repeat(letters));
        assert_eq!(nearest(&long, [word.as_str()].into_iter()), Some(word.as_str()));
        assert_eq!(nearest(&longer, [long.as_str()].into_iter()), None);
        assert_eq!(nearest(&long, [longer.as_str()].into_iter()), None);
    }
}
