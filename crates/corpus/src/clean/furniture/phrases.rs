//! The phrases that sites share, how each must stand in a piece, and the reason
//! for which it goes.
//!
//! Invariant: of the phrases that stand in a piece, the first of the list gives
//! the reason.

use super::reason;

/// How words must stand in a piece.
#[derive(Clone, Copy)]
enum How {
    /// The piece is exactly these words.
    Whole,
    /// The piece begins with them.
    Start,
    /// They stand anywhere in it.
    Within,
}

use How::{Start, Whole, Within};

const PHRASES: &[(&str, How, &str)] = &[
    ("accessibility links", Start, reason::NAVIGATION),
    ("accessibility help", Start, reason::NAVIGATION),
    ("skip to", Start, reason::NAVIGATION),
    ("jump to navigation", Start, reason::NAVIGATION),
    ("breaking news", Whole, reason::NAVIGATION),
    ("latest news", Whole, reason::NAVIGATION),
    ("you are in", Start, reason::NAVIGATION),
    ("you are here", Start, reason::NAVIGATION),
    ("front page", Whole, reason::NAVIGATION),
    ("home page", Whole, reason::NAVIGATION),
    ("home", Whole, reason::NAVIGATION),
    ("menu", Whole, reason::NAVIGATION),
    ("main menu", Whole, reason::NAVIGATION),
    ("search", Whole, reason::NAVIGATION),
    ("close", Whole, reason::NAVIGATION),
    ("back to top", Start, reason::NAVIGATION),
    ("toggle navigation", Start, reason::NAVIGATION),
    ("all sections", Whole, reason::NAVIGATION),
    ("site map", Whole, reason::NAVIGATION),
    ("contact us", Whole, reason::NAVIGATION),
    ("about us", Whole, reason::NAVIGATION),
    ("min read", Within, reason::NAVIGATION),
    ("minute read", Within, reason::NAVIGATION),
    ("listen to this article", Start, reason::NAVIGATION),
    ("listen to article", Start, reason::NAVIGATION),
    // What databases set over a text that is read aloud and translated.
    ("listen", Whole, reason::NAVIGATION),
    ("american accent", Whole, reason::NAVIGATION),
    ("australian accent", Whole, reason::NAVIGATION),
    ("british accent", Whole, reason::NAVIGATION),
    ("choose language", Whole, reason::NAVIGATION),
    ("select language", Whole, reason::NAVIGATION),
    ("translate", Whole, reason::NAVIGATION),
    ("translate full text", Start, reason::NAVIGATION),
    ("translate this article", Start, reason::NAVIGATION),
    ("html full text", Whole, reason::NAVIGATION),
    ("pdf full text", Start, reason::NAVIGATION),
    ("full text from publisher", Whole, reason::NAVIGATION),
    ("play video", Start, reason::NAVIGATION),
    ("enlarge this image", Start, reason::NAVIGATION),
    ("toggle caption", Start, reason::NAVIGATION),
    ("hide caption", Start, reason::NAVIGATION),
    ("view image in fullscreen", Start, reason::NAVIGATION),
    ("open in app", Whole, reason::NAVIGATION),
    ("loading", Whole, reason::NAVIGATION),
    ("text size", Start, reason::NAVIGATION),
    ("view comments", Start, reason::NAVIGATION),
    ("leave a comment", Start, reason::NAVIGATION),
    ("comments", Whole, reason::NAVIGATION),
    ("advertisement", Whole, reason::ADVERTISEMENT),
    ("advertising", Whole, reason::ADVERTISEMENT),
    ("ad", Whole, reason::ADVERTISEMENT),
    ("sponsored", Whole, reason::ADVERTISEMENT),
    ("sponsored content", Start, reason::ADVERTISEMENT),
    ("paid content", Start, reason::ADVERTISEMENT),
    ("article continues", Start, reason::ADVERTISEMENT),
    ("story continues", Start, reason::ADVERTISEMENT),
    ("continue reading", Start, reason::ADVERTISEMENT),
    ("continues below", Within, reason::ADVERTISEMENT),
    ("scroll to continue", Start, reason::ADVERTISEMENT),
    ("skip advertisement", Start, reason::ADVERTISEMENT),
    ("subscribe to continue", Within, reason::SUBSCRIPTION),
    ("subscribe now", Within, reason::SUBSCRIPTION),
    ("subscribe today", Within, reason::SUBSCRIPTION),
    ("subscribe to our", Within, reason::SUBSCRIPTION),
    ("subscribe", Whole, reason::SUBSCRIPTION),
    ("subscribe to", Start, reason::SUBSCRIPTION),
    ("become a subscriber", Within, reason::SUBSCRIPTION),
    ("become a member", Within, reason::SUBSCRIPTION),
    ("already a subscriber", Within, reason::SUBSCRIPTION),
    ("subscribers only", Within, reason::SUBSCRIPTION),
    ("free articles", Within, reason::SUBSCRIPTION),
    ("articles remaining", Within, reason::SUBSCRIPTION),
    ("sign up for", Start, reason::SUBSCRIPTION),
    ("sign up to", Start, reason::SUBSCRIPTION),
    ("sign up", Whole, reason::SUBSCRIPTION),
    ("sign in", Whole, reason::SUBSCRIPTION),
    ("log in", Whole, reason::SUBSCRIPTION),
    ("log in to", Start, reason::SUBSCRIPTION),
    ("register", Whole, reason::SUBSCRIPTION),
    ("create a free account", Within, reason::SUBSCRIPTION),
    ("get our newsletter", Within, reason::SUBSCRIPTION),
    ("newsletter", Whole, reason::SUBSCRIPTION),
    ("delivered to your inbox", Within, reason::SUBSCRIPTION),
    ("supported by readers", Within, reason::SUBSCRIPTION),
    ("support our journalism", Within, reason::SUBSCRIPTION),
    ("support independent journalism", Within, reason::SUBSCRIPTION),
    ("reader supported", Within, reason::SUBSCRIPTION),
    ("donate", Whole, reason::SUBSCRIPTION),
    ("donate now", Within, reason::SUBSCRIPTION),
    ("email this", Start, reason::SHARING),
    ("send this story", Start, reason::SHARING),
    ("share", Whole, reason::SHARING),
    ("share this", Start, reason::SHARING),
    ("share on", Start, reason::SHARING),
    ("share via", Start, reason::SHARING),
    ("tweet", Whole, reason::SHARING),
    ("facebook", Whole, reason::SHARING),
    ("twitter", Whole, reason::SHARING),
    ("whatsapp", Whole, reason::SHARING),
    ("email", Whole, reason::SHARING),
    ("print", Whole, reason::SHARING),
    ("print this", Start, reason::SHARING),
    ("printer friendly", Start, reason::SHARING),
    ("copy link", Start, reason::SHARING),
    ("follow us", Start, reason::SHARING),
    ("follow him on twitter", Within, reason::SHARING),
    ("follow her on twitter", Within, reason::SHARING),
    ("save this article", Start, reason::SHARING),
    ("save", Whole, reason::SHARING),
    ("gift this article", Start, reason::SHARING),
    ("bookmark", Whole, reason::SHARING),
    ("linkedin", Whole, reason::SHARING),
    ("telegram", Whole, reason::SHARING),
    ("reddit", Whole, reason::SHARING),
    ("links to more", Start, reason::RELATED),
    ("read more", Start, reason::RELATED),
    ("read next", Start, reason::RELATED),
    ("related article", Start, reason::RELATED),
    ("related stories", Start, reason::RELATED),
    ("related content", Start, reason::RELATED),
    ("related topics", Start, reason::RELATED),
    ("view larger image", Start, reason::NAVIGATION),
    ("direct link", Start, reason::RELATED),
    ("the responsibility for external", Within, reason::LEGAL),
    ("not responsible for the content of external", Within, reason::LEGAL),
    ("all rights reserved", Within, reason::LEGAL),
    ("terms of use", Within, reason::LEGAL),
    ("terms and conditions", Within, reason::LEGAL),
    ("terms of service", Within, reason::LEGAL),
    ("privacy policy", Within, reason::LEGAL),
    ("we use cookies", Within, reason::LEGAL),
    ("accept cookies", Within, reason::LEGAL),
    ("reprinted with permission", Within, reason::LEGAL),
];

/// The reason to remove a short piece whose words are those of a site.
/// `words` comes from [`plain`](super::plain).
pub fn by_words(words: &str) -> Option<&'static str> {
    let bare = words.trim_end();
    if starts(words, "copyright") && bare.contains(|c: char| c.is_ascii_digit()) {
        return Some(reason::LEGAL);
    }
    if bare.len() < 2 {
        return None;
    }
    let first = bare.as_bytes().first();
    let stands = |(phrase, how, _): &&(&str, How, &str)| match how {
        Whole => phrase.as_bytes().first() == first && bare == *phrase,
        Start => phrase.as_bytes().first() == first && starts(words, phrase),
        Within => within(words, phrase),
    };
    PHRASES.iter().find(stands).map(|(_, _, reason)| *reason)
}

/// Whether whole words of a piece are those of the phrase.
fn within(words: &str, phrase: &str) -> bool {
    let first = phrase.as_bytes().first();
    let bytes = words.as_bytes();
    let begins = |at: usize| at == 0 || at.checked_sub(1).and_then(|before| bytes.get(before)) == Some(&b' ');
    phrase.len() < words.len()
        && (0..=words.len() - phrase.len())
            .filter(|at| bytes.get(*at) == first && begins(*at))
            .any(|at| words.get(at..).is_some_and(|words| starts(words, phrase)))
}

fn starts(words: &str, phrase: &str) -> bool {
    words.strip_prefix(phrase).is_some_and(|rest| rest.starts_with(' '))
}

#[cfg(test)]
mod tests {
    use super::super::plain;
    use super::*;

    #[test]
    fn furniture_is_told_by_its_words() {
        for (text, expected) in [
            ("Article continues after advertisement", Some(reason::ADVERTISEMENT)),
            ("E-mail this story to a friend", Some(reason::SHARING)),
            ("You've read   of   free articles. Subscribe to continue.", Some(reason::SUBSCRIPTION)),
            ("© 2013 The Paper. All rights reserved.", Some(reason::LEGAL)),
            ("Potential backlash", None),
            ("Home rule for Scotland", None),
            ("Print runs fell last year", None),
            ("Researchers shared this", None),
        ] {
            assert_eq!(by_words(&plain(text)), expected, "{text}");
        }
    }
}
