//! Quotation marks for `<q>`, which browsers show and pages do not hold.
//!
//! Invariant: words that bring their own marks get no second ones.

/// Sets the marks of a language around the words of `text` from `start` on.
pub fn mark(text: &mut String, start: usize, language: Option<&str>) {
    const MARKS: [char; 16] = ['"', '“', '”', '„', '«', '»', '‘', '’', '‚', '‹', '›', '「', '『', '＂', '〝', '\''];
    let Some(words) = text.get(start..) else { return };
    let lead = words.len() - words.trim_start().len();
    let words = words.trim();
    if words.is_empty() || words.starts_with(MARKS) {
        return;
    }
    let (opening, closing) = marks(language.unwrap_or(""));
    let blank = text.ends_with(char::is_whitespace);
    text.truncate(text.trim_end().len());
    text.push_str(closing);
    if blank {
        text.push(' ');
    }
    text.insert_str(start + lead, opening);
}

/// The outer marks that browsers set for a language (CLDR's delimiters).
fn marks(language: &str) -> (&'static str, &'static str) {
    let main = language.split(['-', '_']).next().unwrap_or("");
    match main.to_ascii_lowercase().as_str() {
        "de" | "cs" | "sk" | "sl" | "bg" | "lt" | "is" | "et" | "ka" => ("„", "“"),
        "pl" | "ro" | "hu" | "hr" | "sr" | "bs" | "mk" => ("„", "”"),
        "ru" | "uk" | "be" | "es" | "it" | "pt" | "el" | "no" | "nb" | "nn" | "da" | "fa" | "ca" | "hy" => ("«", "»"),
        "fr" => ("«\u{a0}", "\u{a0}»"),
        "sv" | "fi" => ("”", "”"),
        "ja" => ("「", "」"),
        _ => ("“", "”"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_quotation_gets_the_marks_of_its_language_once() {
        for (words, language, expected) in [
            ("We agree.", None, "“We agree.”"),
            (" We agree. ", Some("en-GB"), " “We agree.” "),
            ("Wir sind uns einig.", Some("de"), "„Wir sind uns einig.“"),
            ("D’accord.", Some("fr-CA"), "«\u{a0}D’accord.\u{a0}»"),
            ("“We agree.”", None, "“We agree.”"),
            ("", None, ""),
        ] {
            let mut text = format!("said: {words}");
            mark(&mut text, 6, language);
            assert_eq!(text, format!("said: {expected}"));
        }
    }
}
