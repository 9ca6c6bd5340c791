//! A passage as words and marks, and where its sentences end.
//!
//! Invariant: tokens are in order, do not overlap, and hold no white space.

use std::cell::Cell;

use super::class::Class;
use super::quote::Quote;

/// A word, or one other mark.
#[derive(Clone, Debug)]
pub struct Token<'a> {
    /// The characters.
    pub text: &'a str,
    /// First byte in the passage.
    pub start: usize,
    /// One past the last byte.
    pub end: usize,
    /// Index of the quotation it stands in, marks included.
    pub quote: Option<usize>,
    /// What kind of word it is, once somebody has asked.
    class: Cell<Option<Class>>,
}

impl Token<'_> {
    /// Whether it begins with a capital.
    pub fn is_capital(&self) -> bool {
        self.text.starts_with(char::is_uppercase)
    }

    /// Whether it is a word rather than a mark.
    pub fn is_word(&self) -> bool {
        self.text.starts_with(char::is_alphanumeric)
    }

    /// What kind of small word it is, or whether one for a speaker.
    pub fn class(&self) -> Class {
        let class = self.class.get().unwrap_or_else(|| Class::of(self.text));
        self.class.set(Some(class));
        class
    }

    /// Whether it ends as an owner does: `Putin's`.
    pub fn is_possessive(&self) -> bool {
        self.text.ends_with("'s") || self.text.ends_with("’s")
    }

    /// Whether it is one of these, letter for letter in lower case.
    pub fn is(&self, any: &[&str]) -> bool {
        // Most words differ in length or first letter.
        let first = |word: &str| word.as_bytes().first().map(u8::to_ascii_lowercase);
        let (length, own) = (self.text.len(), first(self.text));
        any.iter().any(|word| word.len() == length && first(word) == own && self.text.eq_ignore_ascii_case(word))
    }
}

/// Words and marks. A word keeps apostrophes and hyphens within it, and full
/// stops where it is an abbreviation such as `U.S.` or `Mr.`
pub fn tokens<'a>(text: &'a str, quotes: &[Quote]) -> Vec<Token<'a>> {
    let mut tokens = Vec::with_capacity(text.len() / 3);
    let mut chars = text.char_indices().peekable();
    let mut quote = 0;
    while let Some((start, c)) = chars.next() {
        if c.is_whitespace() {
            continue;
        }
        let mut end = start + c.len_utf8();
        if c.is_alphanumeric() {
            while let Some((at, next)) = chars.peek().copied() {
                if !(next.is_alphanumeric() || goes_on(text, start, at, next)) {
                    break;
                }
                end = at + next.len_utf8();
                chars.next();
            }
        }
        while quotes.get(quote).is_some_and(|span| span.outer.end <= start) {
            quote += 1;
        }
        let inside = quotes.get(quote).is_some_and(|span| span.outer.start <= start).then_some(quote);
        let word = text.get(start..end).unwrap_or("");
        tokens.push(Token { text: word, start, end, quote: inside, class: Cell::new(None) });
    }
    tokens
}

/// Whether the mark `next` at `at` belongs to the word that begins at `start`.
fn goes_on(text: &str, start: usize, at: usize, next: char) -> bool {
    let after = || text.get(at + next.len_utf8()..).and_then(|rest| rest.chars().next());
    let word = || text.get(start..at).unwrap_or("");
    match next {
        '\'' | '’' | '-' | '&' | '‑' | '/' => after().is_some_and(char::is_alphanumeric),
        // `1,280`
        ',' => after().is_some_and(|c| c.is_ascii_digit()) && word().ends_with(|c: char| c.is_ascii_digit()),
        '.' => after().is_some_and(char::is_alphanumeric) || is_abbreviation(word()),
        _ => false,
    }
}

/// Whether a full stop after `word` belongs to it.
fn is_abbreviation(word: &str) -> bool {
    const KNOWN: [&str; 30] = [
        "Mr", "Mrs", "Ms", "Dr", "Prof", "Gen", "Col", "Lt", "Maj", "Capt", "Adm", "Sen", "Rep", "Gov", "Rev", "Hon",
        "St", "Jr", "Sr", "Messrs", "No", "vs", "Jan", "Feb", "Aug", "Sept", "Oct", "Nov", "Dec", "Inc",
    ];
    let mut letters = word.chars();
    let initial = letters.next().is_some_and(char::is_uppercase) && letters.next().is_none();
    let dotted = word.contains('.') && word.split('.').all(|part| part.chars().count() == 1);
    initial || dotted || KNOWN.contains(&word)
}

/// The index of the first token of each sentence. A sentence ends outside
/// quotation marks, or where a quotation ends that ended a sentence itself; a
/// text without full stops is cut, so that work stays linear in its length.
pub fn sentences(tokens: &[Token<'_>]) -> Vec<usize> {
    let mut starts = vec![0];
    let mut length = 0;
    for (at, pair) in tokens.windows(2).enumerate() {
        let [token, next] = pair else { continue };
        let leaves = token.quote.is_some() && next.quote != token.quote;
        let ended =
            if leaves { closes_sentence(tokens, at) } else { token.quote.is_none() && ends_sentence(token.text) };
        let opens = next.is_capital() || next.quote.is_some() && next.quote != token.quote || next.is(&["(", "["]);
        length += usize::from(token.quote.is_none());
        let long = length >= MOST_TOKENS;
        if ended && opens || long {
            starts.push(at + 1);
            length = 0;
        }
    }
    starts
}

/// Longer sentences are cut; what is quoted does not count.
const MOST_TOKENS: usize = 250;

fn ends_sentence(text: &str) -> bool {
    matches!(text, "." | "?" | "!" | "…")
}

/// Whether the quotation that ends at `at` ended its sentence.
fn closes_sentence(tokens: &[Token<'_>], at: usize) -> bool {
    let last = tokens
        .get(..=at)
        .unwrap_or(&[])
        .iter()
        .rev()
        .take(8)
        .find(|token| !matches!(token.text, "\"" | "”" | "'" | "’" | "»" | "“"));
    last.is_some_and(|token| ends_sentence(token.text))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::voices::quote::quotes;

    fn check(text: &str, expected: &[&str]) {
        let quotes = quotes(text);
        let tokens = tokens(text, &quotes);
        let mut starts: Vec<usize> = sentences(&tokens).iter().map(|at| tokens[*at].start).collect();
        starts.push(text.len());
        let found: Vec<&str> = starts.windows(2).map(|pair| text[pair[0]..pair[1]].trim()).collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn sentences_end_where_readers_end_them() {
        check("Mr. Bush of the U.S. said so. He left.", &["Mr. Bush of the U.S. said so.", "He left."]);
        check("“I hope so,” he said. “We will. Soon.”", &["“I hope so,” he said.", "“We will. Soon.”"]);
        check("\"It works.\" That is all.", &["\"It works.\"", "That is all."]);
        check("In St. Petersburg they met. \"Good,\" says X.", &["In St. Petersburg they met.", "\"Good,\" says X."]);
    }
}
