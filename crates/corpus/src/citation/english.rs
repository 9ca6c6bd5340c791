//! Whether a headline is in English: only there do the styles ask for a change
//! of case.
//!
//! Invariant: what is not known to be English counts as another language, so
//! that its headline stays as it is. The text decides and not the language that
//! a page declares: many sites declare that of their template.

use crate::article::Article;

/// Words that every English text is full of, and that no other language with
/// Latin letters has among its common ones.
const COMMON: [&str; 15] = [
    "and", "been", "from", "his", "that", "the", "their", "there", "they", "this", "were", "which", "with", "would",
    "you",
];

/// One in so many words must be a common one; in English about one in eight is.
const RATE: usize = 15;

/// How many words are looked at: more would not change the answer.
const LOOKED_AT: usize = 600;

/// Whether `headline`, of the article or of its collection, may be treated as
/// English: it has Latin letters alone, and the article's words are English.
/// Linear in the first words of the article.
pub(super) fn is_english(headline: &str, article: &Article) -> bool {
    if headline.chars().any(|c| c.is_alphabetic() && !is_latin(c)) {
        return false;
    }
    let passages = article.passages().map(|block| block.text.as_str());
    let texts = [article.headline.value.as_str()].into_iter().chain(passages);
    let words = texts.flat_map(|text| text.split(|c: char| !c.is_alphabetic())).filter(|word| !word.is_empty());
    let (mut common, mut all) = (0, 0);
    for word in words.take(LOOKED_AT) {
        all += 1;
        common += usize::from(COMMON.iter().any(|known| word.eq_ignore_ascii_case(known)));
    }
    common * RATE >= all && common > 0
}

/// Whether a letter is in one of Unicode's Latin blocks, or modifies one of
/// their letters.
fn is_latin(letter: char) -> bool {
    matches!(
        letter,
        '\0'..='\u{2ff}'
            | '\u{1d00}'..='\u{1dbf}'
            | '\u{1e00}'..='\u{1eff}'
            | '\u{2c60}'..='\u{2c7f}'
            | '\u{a720}'..='\u{a7ff}'
            | '\u{fb00}'..='\u{fb06}'
            | '\u{ff21}'..='\u{ff5a}'
    )
}

#[cfg(test)]
mod tests {
    use super::is_english;
    use crate::build::build_one;

    const ENGLISH: &str = "The two sides met for talks and agreed to meet again in the spring.";

    #[test]
    fn a_headline_is_english_only_where_the_article_is_and_its_letters_are_latin() {
        for (headline, text, english) in [
            ("Talks end", ENGLISH, true),
            ("Élan in Paris", ENGLISH, true),
            ("Переговоры", ENGLISH, false),
            ("Talks end", "Nobody came.", false),
            (
                "Stadtrat streitet über die Straßenbahn",
                "Der Stadtrat hat am Dienstag über die neue Linie gestritten. „This is the end“, sagte der Bürgermeister, und die Opposition war in der Sache anderer Meinung als die Verwaltung, die für den Bau an der Brücke geworben hatte.",
                false,
            ),
            (
                "Le conseil débat du tramway",
                "Le conseil municipal a débattu mardi de la nouvelle ligne, et le maire est resté sur sa position. Les habitants du quartier attendent une décision avant la fin du mois.",
                false,
            ),
            (
                "De gemeenteraad twist over de tram",
                "De gemeenteraad was het dinsdag niet eens over de nieuwe lijn: die is in de stad al jaren een onderwerp of zelfs een twistappel, en de wethouder had er niet van terug.",
                false,
            ),
        ] {
            let article = build_one("a.txt", &["A headline\n\n", text, "\n"].concat()).corpus.articles.remove(0);
            assert_eq!(is_english(headline, &article), english, "{headline}");
        }
    }
}
