//! Damage that a program on the way left behind and that reads back in one
//! way only: text read in a wrong encoding, control characters that stand for
//! marks, and entities of HTML.
//!
//! Invariant: what is undamaged is never touched, because the bytes of a
//! damaged run are valid UTF-8 and those of words are not; the few words of
//! which they are (`„MENÜ“`) are known by what stands around them.

use std::borrow::Cow;
use std::ops::Range;

use super::reading::Edit;
use super::segment::is_lost_mark;

const MOJIBAKE: &str = "UTF-8 was read as Windows-1252 by a program on the way; the character is read back.";
const CYRILLIC: &str = "UTF-8 was read as Windows-1251 by a program on the way; the words are read back.";
const BLANK: &str = "UTF-8 was read as Windows-1252 by a program on the way; a no-break space left this letter.";
const HALF: &str = "UTF-8 was read as Windows-1252 by a program on the way, and the last byte was lost, as that of a closing quotation mark is; the mark is read back.";
const CONTROL: &str = "Windows-1252 was read as Latin-1 by a program on the way, which left a control character; the mark of that number is read.";
const NO_MARK: &str =
    "A control character stands here that shows nothing and is no mark in Windows-1252; it is left out.";
const ENTITY: &str = "An HTML entity was left in the text; the character that it stands for is read.";

/// The repairs of a block's text, in order: the first `most` of each kind.
pub fn repairs(text: &str, most: usize) -> Vec<Edit> {
    let edit = |why| move |(range, now)| Edit { range, now, why: Cow::Borrowed(why) };
    let mut edits: Vec<Edit> = entities(text, most).into_iter().map(edit(ENTITY)).collect();
    // The characters that stand for the first byte of several, `Â` to `ô` in one
    // encoding and `В` to `ф` in the other, and the control characters begin so.
    let [latin, cyrillic, control] = [[0xc3, 0xc3], [0xd0, 0xd1], [0xc2, 0xc2]]
        .map(|[first, last]: [u8; 2]| text.bytes().any(|byte| (first..=last).contains(&byte)));
    if latin || cyrillic || control {
        if latin {
            edits.extend(misread(text, windows_1252, 1, most).into_iter().map(edit(MOJIBAKE)));
            edits.extend(lost_blanks(text, most).into_iter().map(edit(BLANK)));
            edits.extend(half_quotation_marks(text).take(most).map(edit(HALF)));
        }
        if cyrillic {
            edits.extend(misread(text, windows_1251, 4, most).into_iter().map(edit(CYRILLIC)));
        }
        if control {
            edits.extend(control_characters(text).take(most));
        }
        // What is read back as a run goes before its parts.
        edits.sort_by_key(|edit| (edit.range.start, std::cmp::Reverse(edit.range.end)));
        edits.dedup_by(|next, edit| next.range.start < edit.range.end);
        edits.truncate(most);
    }
    edits
}

/// Runs of at least `least` characters whose bytes in another encoding are
/// UTF-8, read back as often as that holds.
fn misread(text: &str, byte: impl Fn(char) -> Option<u8>, least: usize, most: usize) -> Vec<(Range<usize>, String)> {
    let mut found = Vec::new();
    let mut run: Option<(usize, Vec<u8>)> = None;
    for (at, c) in text.char_indices().chain([(text.len(), 'a')]) {
        if found.len() == most {
            break;
        }
        let byte = if c.is_ascii() { None } else { byte(c) };
        match (byte, &mut run) {
            (Some(byte), Some((_, bytes))) => bytes.push(byte),
            (Some(byte), None) => run = Some((at, vec![byte])),
            (None, _) => {
                let Some((start, bytes)) = run.take().filter(|(_, bytes)| bytes.len() >= least) else { continue };
                if is_sound(text, start..at, &bytes) {
                    continue;
                }
                let Ok(mut read) = String::from_utf8(bytes) else { continue };
                // Damaged twice over: `Ã¢â‚¬â„¢`.
                while let Some(again) = read_back(&read, &self::windows_1252) {
                    read = again;
                }
                found.push((start..at, read.replace('\u{a0}', " ").replace('\u{ad}', "")));
            }
        }
    }
    found
}

/// Whether a run whose `bytes` are UTF-8 is none all the same: a capital at a
/// word's end with a quotation mark behind it (`„MENÜ“`, `« LIBERTÉ»`), or two
/// that would be one letter of a script that nothing else of the text is in.
fn is_sound(text: &str, run: Range<usize>, bytes: &[u8]) -> bool {
    let mut characters = text.get(run.clone()).unwrap_or("").chars();
    let (Some(first), Some(second), None) = (characters.next(), characters.next(), characters.next()) else {
        return false;
    };
    let after = text.get(run.end..).and_then(|after| after.chars().next());
    let ends = !after.is_some_and(char::is_alphabetic);
    let closes = matches!(second, '“' | '”' | '‘' | '’' | '«' | '»' | '›' | '‹');
    // Of the letters of two bytes these leading ones are Latin, Greek, Cyrillic,
    // Hebrew and Arabic (Unicode, blocks from U+0080 to U+06FF).
    let usual = matches!(bytes.first(), Some(0xc2..=0xc5 | 0xce..=0xd1 | 0xd7..=0xd9));
    first.is_uppercase() && (closes && ends && !matches!(first, 'Ã' | 'Â') || !usual)
}

/// `â€` with nothing behind it: the third byte of `”` is none in Windows-1252.
fn half_quotation_marks(text: &str) -> impl Iterator<Item = (Range<usize>, String)> + '_ {
    text.match_indices("â€").filter_map(|(at, half)| {
        let end = at + half.len();
        let after = text.get(end..).and_then(|after| after.chars().next());
        after.is_none_or(|c| c.is_ascii()).then(|| (at..end, "”".to_owned()))
    })
}

/// Control characters of the second range, each read as the mark of that number.
fn control_characters(text: &str) -> impl Iterator<Item = Edit> + '_ {
    text.match_indices(is_lost_mark).map(|(at, control)| {
        let mark = control.chars().next().and_then(|c| character(u32::from(c))).filter(|c| !is_lost_mark(*c));
        let why = if mark.is_some() { CONTROL } else { NO_MARK };
        let now = mark.map(String::from).unwrap_or_default();
        Edit { range: at..at + control.len(), now, why: Cow::Borrowed(why) }
    })
}

fn read_back(text: &str, byte: &impl Fn(char) -> Option<u8>) -> Option<String> {
    let damaged = !text.is_empty() && text.chars().all(|c| !c.is_ascii());
    let bytes = damaged.then(|| text.chars().map(byte).collect::<Option<Vec<u8>>>()).flatten()?;
    String::from_utf8(bytes).ok()
}

/// `Â` where the second half of a no-break space became a blank.
fn lost_blanks(text: &str, most: usize) -> Vec<(Range<usize>, String)> {
    let mut found = Vec::new();
    for (at, letter) in text.match_indices('Â') {
        let end = at + letter.len();
        let before = text.get(..at).and_then(|before| before.chars().next_back());
        let alone = text.get(end..).is_none_or(|after| after.is_empty() || after.starts_with(' '));
        if alone && before.is_some_and(|c| !c.is_uppercase()) {
            found.push((at..end, String::new()));
        }
        if found.len() == most {
            break;
        }
    }
    found
}

/// `&rsquo;`, `&#8217;`, `&#x2019;`.
fn entities(text: &str, most: usize) -> Vec<(Range<usize>, String)> {
    #[rustfmt::skip]
    const NAMED: [(&str, char); 33] = [
        ("amp", '&'), ("lt", '<'), ("gt", '>'), ("quot", '"'), ("apos", '\''), ("nbsp", ' '), ("ldquo", '“'),
        ("rdquo", '”'), ("lsquo", '‘'), ("rsquo", '’'), ("laquo", '«'), ("raquo", '»'), ("bdquo", '„'), ("mdash", '—'),
        ("ndash", '–'), ("hellip", '…'), ("bull", '•'), ("middot", '·'), ("copy", '©'), ("euro", '€'), ("pound", '£'),
        ("deg", '°'), ("eacute", 'é'), ("egrave", 'è'), ("aacute", 'á'), ("iacute", 'í'), ("oacute", 'ó'),
        ("uuml", 'ü'), ("ouml", 'ö'), ("auml", 'ä'), ("ccedil", 'ç'), ("ntilde", 'ñ'), ("agrave", 'à'),
    ];
    let mut found = Vec::new();
    for (at, _) in text.match_indices('&') {
        // The longest name is short; a bound keeps work linear.
        let rest = text.get(at + 1..).unwrap_or("").as_bytes();
        let Some(length) = rest.iter().take(9).position(|byte| *byte == b';') else { continue };
        let name = text.get(at + 1..at + 1 + length).unwrap_or("");
        let number = |digits: &str, base| u32::from_str_radix(digits, base).ok().and_then(character);
        let hex = name.strip_prefix("#x").or_else(|| name.strip_prefix("#X"));
        let c = match (hex, name.strip_prefix('#')) {
            (Some(digits), _) => number(digits, 16),
            (None, Some(digits)) => number(digits, 10),
            _ => NAMED.iter().find(|(known, _)| *known == name).map(|(_, c)| *c),
        };
        let blank = |c: char| if super::segment::is_blank(c) { ' ' } else { c };
        found.extend(c.map(|c| (at..at + length + 2, blank(c).to_string())));
        if found.len() == most {
            break;
        }
    }
    found
}

/// A character by its number; 128 to 159 are Windows-1252's, as browsers read
/// them (HTML standard, "numeric character reference end state").
fn character(number: u32) -> Option<char> {
    let low = number.checked_sub(0x80).and_then(|low| HIGH.get(low as usize));
    low.copied().or_else(|| char::from_u32(number)).filter(|c| *c != '\0')
}

/// Windows-1252 from 0x80 to 0x9f.
const HIGH: [char; 32] = [
    '€', '\u{81}', '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', '\u{8d}', 'Ž', '\u{8f}', '\u{90}', '‘', '’',
    '“', '”', '•', '–', '—', '˜', '™', 'š', '›', 'œ', '\u{9d}', 'ž', 'Ÿ',
];

/// The byte that Windows-1252, or Latin-1, reads as `c`, above ASCII.
fn windows_1252(c: char) -> Option<u8> {
    let at = HIGH.iter().position(|known| *known == c).and_then(|at| u8::try_from(at + 0x80).ok());
    at.or_else(|| u8::try_from(u32::from(c)).ok().filter(|byte| *byte >= 0x80))
}

/// The byte that Windows-1251 reads as `c`, above ASCII.
fn windows_1251(c: char) -> Option<u8> {
    const FROM_128: [char; 64] = [
        'Ђ', 'Ѓ', '‚', 'ѓ', '„', '…', '†', '‡', '€', '‰', 'Љ', '‹', 'Њ', 'Ќ', 'Ћ', 'Џ', 'ђ', '‘', '’', '“', '”', '•',
        '–', '—', '\u{98}', '™', 'љ', '›', 'њ', 'ќ', 'ћ', 'џ', '\u{a0}', 'Ў', 'ў', 'Ј', '¤', 'Ґ', '¦', '§', 'Ё', '©',
        'Є', '«', '¬', '\u{ad}', '®', 'Ї', '°', '±', 'І', 'і', 'ґ', 'µ', '¶', '·', 'ё', '№', 'є', '»', 'ј', 'Ѕ', 'ѕ',
        'ї',
    ];
    let letter =
        u32::from(c).checked_sub(0x410).filter(|letter| *letter < 64).and_then(|l| u8::try_from(l + 0xc0).ok());
    letter.or_else(|| FROM_128.iter().position(|known| *known == c).and_then(|at| u8::try_from(at + 0x80).ok()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expected: &[(&str, &str)]) {
        let found: Vec<_> =
            repairs(text, 100).into_iter().map(|edit| (text[edit.range].to_owned(), edit.now)).collect();
        let expected: Vec<_> = expected.iter().map(|(was, now)| ((*was).to_owned(), (*now).to_owned())).collect();
        assert_eq!(found, expected, "{text}");
    }

    #[test]
    fn mojibake_is_read_back() {
        check("Russiaâ€™s cafÃ© – fine, and é too", &[("â€™", "’"), ("Ã©", "é")]);
        check("twice: Russiaâ€™s, Ã¢â‚¬â„¢", &[("â€™", "’"), ("Ã¢â‚¬â„¢", "’")]);
        check("JosÃ\u{ad}as said", &[("Ã\u{ad}", "í")]);
        check("for weeksÂ\u{a0}now, and longerÂ still", &[("Â\u{a0}", " "), ("Â", "")]);
        check("РџСѓС‚РёРЅ СЃРєР°Р·Р°Р»", &[("РџСѓС‚РёРЅ", "Путин"), ("СЃРєР°Р·Р°Р»", "сказал")]);
    }

    #[test]
    fn mojibake_with_control_characters_in_it_is_read_back() {
        check("â€œNo,â€\u{9d} he said", &[("â€œ", "“"), ("â€\u{9d}", "”")]);
        check("Russiaâ\u{80}\u{99}s cafÃ\u{a9}", &[("â\u{80}\u{99}", "’"), ("Ã\u{a9}", "é")]);
        check(
            "Ã\u{81}rpÃ¡d, Ã\u{8d}Ã±igo, Ã\u{90}",
            &[("Ã\u{81}", "Á"), ("Ã¡", "á"), ("Ã\u{8d}Ã±", "Íñ"), ("Ã\u{90}", "Ð")],
        );
        check("Ã\u{85}ngstrÃ¶m", &[("Ã\u{85}", "Å"), ("Ã¶", "ö")]);
        check("â€œNo,â€ he said; â€œyes.â€", &[("â€œ", "“"), ("â€", "”"), ("â€œ", "“"), ("â€", "”")]);
    }

    #[test]
    fn control_characters_are_read_as_the_marks_of_their_number() {
        check("It\u{92}s a wall \u{97} he said", &[("\u{92}", "’"), ("\u{97}", "—")]);
        check(
            "\u{93}No,\u{94} he said\u{85} in \u{80}",
            &[("\u{93}", "“"), ("\u{94}", "”"), ("\u{85}", "…"), ("\u{80}", "€")],
        );
        check("the café\u{92}s owner, na\u{9d}", &[("\u{92}", "’"), ("\u{9d}", "")]);
    }

    #[test]
    fn capitals_before_a_quotation_mark_are_left_alone() {
        check("„DAS MENÜ“ und »DIE KÜR, SÜẞ, TSCHÜ« und «LA LIBERTÉ» et ‚Ö‘", &[]);
        check("CORAZÃ“N", &[("Ã“", "Ó")]);
    }

    #[test]
    fn sound_words_are_left_alone() {
        check("Рёв и Сёмга, Путин сказал", &[]);
        check("À la carte, MÂCON, Ångström, façade", &[]);
        check("AT&T; R&D; a & b; &nosuch;", &[]);
    }

    #[test]
    fn entities_are_read() {
        check(
            "&ldquo;No&rdquo; &amp; it&#39;s &#146;&#x2019;",
            &[("&ldquo;", "“"), ("&rdquo;", "”"), ("&amp;", "&"), ("&#39;", "'"), ("&#146;", "’"), ("&#x2019;", "’")],
        );
    }
}
