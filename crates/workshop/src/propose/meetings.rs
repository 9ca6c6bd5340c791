//! Meetings: places and days that several articles name.

use std::collections::BTreeMap;

use summitry_corpus::{Article, Date, is_calendar_word};

use super::{free_id, id_of};

/// A meeting that several articles seem to be about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ProposedMeeting {
    /// An id for it.
    pub id: String,
    /// A name: the place and the year.
    pub name: String,
    /// Where.
    pub place: String,
    /// The first day on which an article of these was published.
    pub start: Date,
    /// The last, where it is another.
    pub end: Option<Date>,
    /// The articles, each with its words that name the meeting.
    pub articles: Vec<(String, String)>,
}

/// How many days may lie between two articles on one meeting.
const APART: i32 = 10;
/// Words before a place that make it one of a meeting.
const GATHERINGS: [&str; 12] = [
    "summit",
    "meeting",
    "talks",
    "conference",
    "session",
    "forum",
    "met",
    "negotiations",
    "gathering",
    "assembly",
    "congress",
    "hearing",
];

/// The meetings of articles that the catalogue gives none.
pub(super) fn meetings(articles: &[&Article]) -> Vec<ProposedMeeting> {
    let mut named: BTreeMap<String, Vec<(Date, String, String)>> = BTreeMap::new();
    for article in articles.iter().filter(|article| article.meetings.is_empty()) {
        let Some(published) = &article.published else { continue };
        let mut places: BTreeMap<String, String> = BTreeMap::new();
        for block in article.passages() {
            for (place, words) in places_in(&block.text) {
                places.entry(place).or_insert(words);
            }
        }
        for (place, words) in places {
            named.entry(place).or_default().push((published.date, article.file.clone(), words));
        }
    }
    let mut found: Vec<ProposedMeeting> = Vec::new();
    for (place, mut articles) in named {
        articles.sort();
        for group in groups(&articles).into_iter().filter(|group| group.len() > 1) {
            let (Some(first), Some(last)) = (group.first(), group.last()) else { continue };
            let name = format!("{place} {}", first.0.year());
            let id = free_id(&id_of(&name, 40), "meeting", found.iter().map(|one| one.id.as_str()));
            found.push(ProposedMeeting {
                id,
                name,
                place: place.clone(),
                start: first.0,
                end: (last.0 != first.0).then_some(last.0),
                articles: group.iter().map(|(_, file, words)| (file.clone(), words.clone())).collect(),
            });
        }
    }
    found.sort_by(|a, b| (a.start, &a.id).cmp(&(b.start, &b.id)));
    found
}

/// Articles in order of time, parted where many days lie between two.
fn groups<T>(articles: &[(Date, T, T)]) -> Vec<&[(Date, T, T)]> {
    articles.chunk_by(|one, next| next.0.days() - one.0.days() <= APART).collect()
}

/// The places that follow a word of gathering and `in` or `at`, each with the
/// words that name it.
fn places_in(text: &str) -> Vec<(String, String)> {
    let words: Vec<&str> = text.split(' ').collect();
    let bare = |word: &str| word.trim_matches(|c: char| !c.is_alphanumeric()).to_lowercase();
    let mut found = Vec::new();
    for (at, word) in words.iter().enumerate() {
        if !GATHERINGS.contains(&bare(word).as_str()) {
            continue;
        }
        // The place stands at once behind it, or a few words further on.
        let near = words.get(at + 1..words.len().min(at + 6)).unwrap_or(&[]);
        let Some(link) = near.iter().position(|word| matches!(*word, "in" | "at")) else { continue };
        let from = at + 1 + link + 1;
        let mut place: Vec<&str> = Vec::new();
        for word in words.get(from..words.len().min(from + 3)).unwrap_or(&[]) {
            let name = word.trim_end_matches(|c: char| !c.is_alphanumeric());
            if !name.starts_with(char::is_uppercase) || is_no_place(name) {
                break;
            }
            place.push(name.trim_end_matches("'s").trim_end_matches("’s"));
            if name.len() < word.len() {
                break;
            }
        }
        if !place.is_empty() {
            let end = from + place.len();
            let quote = words.get(at..end).unwrap_or(&[]).join(" ");
            found.push((place.join(" "), quote.trim_end_matches(|c: char| !c.is_alphanumeric()).to_owned()));
        }
    }
    found
}

/// Days, months and titles, which begin large as places do.
fn is_no_place(word: &str) -> bool {
    const OTHERS: [&str; 12] =
        ["Mr", "Mrs", "Ms", "President", "Prime", "The", "A", "His", "Her", "Their", "This", "That"];
    let word = word.trim_end_matches('.');
    OTHERS.contains(&word) || is_calendar_word(word)
}

#[cfg(test)]
mod tests {
    use super::places_in;

    #[test]
    fn a_place_of_a_meeting_is_told_from_a_day() {
        let check = |text: &str, expected: &[&str]| {
            assert_eq!(places_in(text).iter().map(|(place, _)| place.as_str()).collect::<Vec<_>>(), expected, "{text}");
        };
        check("The summit in Port Alder, held on Monday, failed.", &["Port Alder"]);
        check("Ministers met on Tuesday at Lake Orn for talks.", &["Lake Orn"]);
        check("They met in March and in private.", &[]);
        check("He lives in Vienna.", &[]);
    }
}
