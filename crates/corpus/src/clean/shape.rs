//! The shape of a piece of text: what can be told without knowing the words.
//!
//! Invariant: one pass over the bytes, no allocation.

/// How a piece ends, closing quotes and brackets apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum End {
    /// A full stop, question mark, exclamation mark or ellipsis.
    Stop,
    /// A colon.
    Colon,
    /// Anything else.
    Open,
}

/// The shape of a piece of text.
#[derive(Clone, Copy, Debug)]
pub struct Shape {
    /// Words: runs that hold a letter or a digit, separated by white space.
    pub words: u32,
    /// Words that begin with a lower-case letter.
    pub lower: u32,
    /// Words that begin with a capital.
    pub capital: u32,
    /// Words without a small letter.
    pub shouted: u32,
    /// How it ends.
    pub end: End,
    /// Whether it opens with a bullet.
    pub bullet: bool,
    /// Whether it holds a bar, as in `News | Sport | Weather`.
    pub bar: bool,
}

impl Shape {
    /// Measures a piece of text.
    pub fn of(text: &str) -> Shape {
        let mut shape = Shape {
            words: 0,
            lower: 0,
            capital: 0,
            shouted: 0,
            end: end(text),
            bullet: bullet(text).is_some(),
            bar: false,
        };
        for word in text.split_whitespace() {
            let Some(first) = word.chars().find(|c| c.is_alphanumeric()) else {
                shape.bar |= word.contains('|');
                continue;
            };
            shape.words += count_in(word);
            shape.lower += u32::from(first.is_lowercase());
            shape.capital += u32::from(first.is_uppercase());
            shape.shouted += u32::from(first.is_uppercase() && !word.chars().any(char::is_lowercase));
        }
        shape
    }

    /// Running text: sentences rather than labels.
    pub fn is_prose(&self) -> bool {
        // A sentence full of names still has its small words.
        let sentence = self.end == End::Stop && self.lower >= 3 && self.lower * 3 >= self.words;
        let running = self.lower * 2 >= self.words || sentence || self.words >= 40 && self.lower > 4;
        let uncased = self.lower == 0 && self.capital == 0 && self.words > 0;
        // A sentence in capitals; a menu in capitals ends in no stop.
        let shouted = self.end == End::Stop && self.shouted * 10 >= self.words * 8;
        (running || uncased || shouted) && (self.words >= 8 && self.end != End::Open || self.words >= 25)
    }

    /// A few words that do not end as a sentence does.
    pub fn is_label(&self, most: u32) -> bool {
        self.words <= most && self.end == End::Open
    }
}

/// Words of a text. In scripts that set no blanks between words, two
/// characters count as a word (four letters in those of South-East Asia).
pub fn count_words(text: &str) -> u32 {
    text.split_whitespace().filter(|word| word.contains(char::is_alphanumeric)).map(count_in).sum()
}

/// Words in a run without blanks that holds a letter or a digit.
fn count_in(run: &str) -> u32 {
    if run.len() < 6 || run.is_ascii() {
        return 1;
    }
    let quarters: u32 = run.chars().map(quarters).sum();
    (quarters / 4).max(1)
}

/// What a character of a script without blanks is of a word, in quarters.
fn quarters(c: char) -> u32 {
    match u32::from(c) {
        // Kana, ideographs.
        0x3040..=0x30ff | 0x3400..=0x9fff | 0xf900..=0xfaff | 0x2_0000..=0x3_ffff => 2,
        // Thai, Lao, Tibetan, Burmese, Khmer.
        0x0e00..=0x0fff | 0x1000..=0x109f | 0x1780..=0x17ff => 1,
        _ => 0,
    }
}

/// Marks that open a list item when a blank follows.
const BULLETS: [char; 14] = ['•', '·', '▪', '◦', '‣', '●', '■', '○', '*', '-', '–', '⁃', '►', '➤'];

/// The bytes of the bullet at the head of `text`, if there is one.
pub fn bullet(text: &str) -> Option<usize> {
    let mut chars = text.chars();
    let first = chars.next()?;
    if BULLETS.contains(&first) {
        return chars.next().is_some_and(char::is_whitespace).then(|| first.len_utf8());
    }
    None
}

/// Quotes and brackets that may follow the end of a sentence, and the letter
/// that a misread no-break space leaves.
fn closes(c: char) -> bool {
    matches!(c, 'Â' | '"' | '\'' | '”' | '’' | '»' | '“' | '」' | '』' | '）' | ')' | ']' | '*' | '_')
        || c.is_whitespace()
}

fn end(text: &str) -> End {
    let text = text.trim_end_matches(closes);
    match text.chars().next_back() {
        Some('.' | '?' | '!' | '…' | '。' | ';' | '！' | '？' | '।' | '۔' | '؟' | '։' | '။' | '។') => {
            End::Stop
        }
        Some(':' | '：') => End::Colon,
        _ => End::Open,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sentences_are_told_from_labels() {
        for (text, prose) in [
            ("Front Page", false),
            ("Bush-Putin summit in Sochi signals new tone.", false),
            ("\"America will remember this act of friendship in a time of need,\" Mr Bush said on Sunday.", true),
            ("BBC NEWS Americas Africa Europe Middle East South Asia", false),
            ("For its part, the US has:", false),
            ("THE NEW BRIDGE WILL SHORTEN THE WAY TO THE SEA BY 300 MILES.", true),
            ("NEWS SPORT WEATHER TRAVEL CULTURE FUTURE MUSIC TV RADIO", false),
        ] {
            assert_eq!(Shape::of(text).is_prose(), prose, "{text}");
        }
    }

    #[test]
    fn names_with_few_small_words_between_them_are_prose_only_where_there_are_many() {
        let names = "Present were Ann Berg, Tom Byrne, Eva Lind, Max Ray, Ida Holm of the Port Board and the Town Council of Alder";
        assert!(!Shape::of(&[names, "."].concat()).is_prose());
        assert!(Shape::of(&[names, "; ", names, "."].concat()).is_prose());
    }

    #[test]
    fn a_bullet_needs_a_blank_after_it() {
        assert_eq!(bullet("• One"), Some(3));
        assert_eq!(bullet("- One"), Some(1));
        assert_eq!(bullet("-1 degrees"), None);
        assert_eq!(bullet("*emphasis*"), None);
    }
}
