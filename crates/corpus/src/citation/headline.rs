//! Headlines as the styles want them written: with capitals, without, short.
//!
//! Invariant: only the case of letters is changed, in English alone, and never in
//! a word that has a capital behind its first letter (`US`, `McCain`) or a digit.

use super::english::is_english;
use crate::article::Article;

/// Articles, conjunctions and prepositions, which MLA (9th edition) and
/// Chicago (17th edition, 8.159) write small. Words that in headlines mostly
/// belong to a verb (“heats up”, “put off”) are left out.
#[rustfmt::skip]
const SMALL: &[&str] = &[
    "a", "about", "above", "across", "after", "against", "along", "among", "an", "and", "around", "as", "at",
    "before", "behind", "below", "beneath", "beside", "between", "beyond", "but", "by", "despite", "during", "for",
    "from", "in", "inside", "into", "nor", "of", "on", "onto", "or", "outside", "per", "since", "so", "than", "the",
    "through", "throughout", "to", "toward", "towards", "under", "until", "upon", "via", "with", "within", "without",
    "yet",
];

/// In title case: every word but the small ones begins with a capital; the
/// first and the last always do, and the first after a colon. As it stands where
/// the article is not known to be in English: titles in other languages keep that
/// language's own capitals (MLA, 9th edition; Chicago, 17th edition, 11.6).
pub(super) fn title_case(headline: &str, article: &Article) -> String {
    if !is_english(headline, article) {
        return headline.to_owned();
    }
    let last = headline.split(' ').count().saturating_sub(1);
    let mut first = true;
    let mut words = Vec::new();
    for (at, word) in headline.split(' ').enumerate() {
        let must = first || at == last;
        words.push(parts(word, |part| match part.to_lowercase() {
            lower if !must && SMALL.contains(&lower.as_str()) => {
                if is_fixed(part) {
                    part.to_owned()
                } else {
                    lower
                }
            }
            _ => capital(part),
        }));
        first = word.ends_with([':', '?', '!']);
    }
    words.join(" ")
}

/// In sentence case, as APA (7th edition, 6.17) writes titles. Which words of
/// a headline in title case are names is told by the article itself: those
/// that it writes with a capital inside its sentences too. As it stands where the
/// article is not known to be in English: German writes every noun so.
pub(super) fn sentence_case(headline: &str, article: &Article) -> String {
    if !is_title_case(headline) || !is_english(headline, article) {
        return headline.to_owned();
    }
    let mut first = true;
    let mut words = Vec::new();
    for word in headline.split(' ') {
        let mut begins = first;
        words.push(parts(word, |part| {
            let keep = std::mem::take(&mut begins) || is_fixed(part) || is_name(part, article);
            if keep { part.to_owned() } else { part.to_lowercase() }
        }));
        first = word.ends_with([':', '?', '!']);
    }
    words.join(" ")
}

/// The beginning, to be recognised by: up to the first preposition, article or
/// mark behind the second word, and no more than four words.
pub(super) fn short(headline: &str) -> &str {
    let words: Vec<&str> = headline.split(' ').collect();
    if words.len() <= 5 {
        return headline;
    }
    let mut end = 0;
    for (at, word) in words.iter().enumerate().take(4) {
        if at >= 2 && *word != "and" && SMALL.contains(word) || !word.contains(char::is_alphanumeric) {
            break;
        }
        end += word.len() + usize::from(at > 0);
        if word.ends_with([',', ':', ';', '.', '?', '!']) {
            break;
        }
    }
    headline.get(..end).unwrap_or(headline).trim_end_matches([',', ':', ';', '.'])
}

/// The word with each part between hyphens changed.
fn parts(word: &str, change: impl FnMut(&str) -> String) -> String {
    word.split('-').map(change).collect::<Vec<_>>().join("-")
}

/// Whether a word's letters are not ours to change.
fn is_fixed(word: &str) -> bool {
    word.chars().skip_while(|c| !c.is_alphanumeric()).skip(1).any(|c| c.is_uppercase() || c.is_numeric())
}

/// With its first letter as a capital.
fn capital(word: &str) -> String {
    let at = word.find(char::is_alphanumeric).unwrap_or(0);
    let (before, rest) = word.split_at(at);
    let mut letters = rest.chars();
    let first = letters.next().map(char::to_uppercase);
    before.chars().chain(first.into_iter().flatten()).chain(letters).collect()
}

/// Whether most of the longer words behind the first begin with a capital.
fn is_title_case(headline: &str) -> bool {
    let longer = headline.split([' ', '-']).skip(1).filter(|word| word.chars().count() >= 4);
    let (mut capitals, mut all) = (0, 0);
    for word in longer {
        all += 1;
        capitals += usize::from(word.starts_with(char::is_uppercase));
    }
    capitals * 3 > all * 2
}

/// Whether the article writes the word with a capital inside its sentences
/// more often than without.
fn is_name(word: &str, article: &Article) -> bool {
    let word = word.trim_matches(|c: char| !c.is_alphanumeric());
    let word = word.strip_suffix("'s").or_else(|| word.strip_suffix("’s")).unwrap_or(word);
    let lower = word.to_lowercase();
    let (mut with, mut without) = (0, 0);
    for block in article.passages() {
        let mut inside = false;
        for spaced in block.text.split_whitespace() {
            for part in spaced.split(|c: char| !c.is_alphanumeric()) {
                without += usize::from(part == lower);
                with += usize::from(inside && part == word);
                inside |= !part.is_empty();
            }
            // “Mr.” and “U.S.” do not end a sentence.
            let abbreviated = spaced.len() <= 4 && spaced.starts_with(char::is_uppercase);
            inside &= abbreviated || !spaced.ends_with(['.', '!', '?', ':', '”', '"']);
        }
    }
    with > without
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::build::build_one;

    #[test]
    fn titles_are_capitalised_as_mla_and_chicago_do() {
        let article = article("Talks\n\nThe two sides met for talks and agreed to meet again in the spring.\n");
        for (headline, expected) in [
            ("Bush and Putin's promising chemistry", "Bush and Putin's Promising Chemistry"),
            (
                "At Kerry-Putin meeting, US-Russia relations thaw — a little",
                "At Kerry-Putin Meeting, US-Russia Relations Thaw — a Little",
            ),
            ("what the talks are for", "What the Talks Are For"),
            ("‘rogue’ states: a history of the word", "‘Rogue’ States: A History of the Word"),
            ("race for governor heats up", "Race for Governor Heats Up"),
            ("élan in paris", "Élan in Paris"),
            ("", ""),
        ] {
            assert_eq!(title_case(headline, &article), expected);
        }
    }

    fn article(text: &str) -> Article {
        build_one("a.txt", text).corpus.articles.remove(0)
    }

    #[test]
    fn a_name_keeps_its_capital_because_the_article_gives_it_one() {
        let article = article(
            "Talks\n\nThis week Mr. Putin and Mr. Bush hold talks on relations between Russian and American ministries.\n\nTalks go on at the Institute of World Relations; relations, both say, are good, and so are relations elsewhere.\n",
        );
        assert_eq!(
            sentence_case("Putin-Bush Talks Aim to Bolster US-Russian Relations", &article),
            "Putin-Bush talks aim to bolster US-Russian relations"
        );
        let as_it_is = "Bush and Putin's promising chemistry";
        assert_eq!(sentence_case(as_it_is, &article), as_it_is);
    }

    #[test]
    fn a_word_with_a_capital_only_because_it_opens_a_sentence_is_no_name() {
        let article = article(
            "Talks\n\nThe delegates met at noon. Harbour dues were high on the list. Harbour walls came second, and nobody spoke of the harbour itself before the evening.\n",
        );
        assert_eq!(sentence_case("Talks About Harbour Dues", &article), "Talks about harbour dues");
    }

    #[test]
    fn a_short_title_ends_before_a_preposition() {
        for (headline, expected) in [
            ("Bush and Putin's promising chemistry", "Bush and Putin's promising chemistry"),
            ("Bush-Putin summit in Sochi signals new tone", "Bush-Putin summit"),
            ("At Kerry-Putin meeting, US-Russia relations thaw — a little", "At Kerry-Putin meeting"),
            ("Putin-Bush Talks Aim to Bolster US-Russian Relations", "Putin-Bush Talks Aim"),
            ("one two three four five six", "one two three four"),
        ] {
            assert_eq!(short(headline), expected);
        }
    }
}
