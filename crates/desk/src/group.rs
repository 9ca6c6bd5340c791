//! What is on the desk, grouped and searched.
//!
//! Invariant: groups only arrange: each kept item is in one group at least,
//! within a group in the desk's order.

use std::collections::HashMap;

use summitry_corpus::Corpus;
use summitry_corpus::clean::segment::is_blank;

use crate::anchor::{Finder, Finding, Standing};
use crate::desk::Desk;
use crate::item::{Content, Item, Kept};

/// How kept words are grouped.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum By {
    /// In the visitor's own order, as one.
    #[default]
    Order,
    /// By article, in the order of the collection.
    Article,
    /// By the issues of their passages, in the catalogue's order.
    Issue,
    /// By tag, in the order in which tags first stand on the desk.
    Tag,
}

/// A group.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Group {
    /// The id of the article or issue, or the tag; empty for those without.
    pub key: String,
    /// The zero-based places of its items on the desk, in order.
    pub places: Vec<usize>,
}

/// The issues of a passage, by id: the place of the article in the corpus and
/// the number of the passage.
pub type Issues<'a> = &'a dyn Fn(usize, u32) -> Vec<String>;

impl Desk {
    /// The kept items in groups; what is in none has a group without a key, at
    /// the end. In the visitor's order, headings and paragraphs stand too.
    pub fn grouped(&self, by: By, corpus: &Corpus, finder: &Finder, issues: Issues<'_>) -> Vec<Group> {
        if by == By::Order {
            return vec![Group { key: String::new(), places: (0..self.len()).collect() }];
        }
        let order: Vec<&str> = match by {
            By::Article => corpus.articles.iter().map(|article| article.id.0.as_str()).collect(),
            By::Issue => corpus.issues.iter().map(|issue| issue.id.0.as_str()).collect(),
            By::Tag | By::Order => Vec::new(),
        };
        let mut groups = Groups::default();
        for key in order {
            groups.group(key);
        }
        for (place, kept) in self.items().iter().enumerate().filter_map(|(at, item)| Some((at, item.kept()?))) {
            let standing = || match finder.find(corpus, &kept.anchor) {
                Finding::Found(standing) => Some(standing),
                Finding::Orphan(_) => None,
            };
            let mut keys = match by {
                By::Article => article(corpus, standing().as_ref(), kept),
                By::Issue => standing().map(|standing| passages(&standing, issues)).unwrap_or_default(),
                By::Tag | By::Order => kept.tags.clone(),
            };
            if keys.is_empty() {
                keys.push(String::new());
            }
            for key in keys {
                groups.put(&key, place);
            }
        }
        groups.finish()
    }

    /// The zero-based places of the items that hold every word of a query, in
    /// words, note, tags or what is told of the source; all items for an empty
    /// query. Capitals and accents make no difference.
    pub fn search(&self, query: &str) -> Vec<usize> {
        self.search_with(query, &|_| Vec::new())
    }

    /// The same, with what else is known of what was kept, such as who wrote
    /// the article.
    pub fn search_with<'a>(&'a self, query: &str, known: &dyn Fn(&'a Kept) -> Vec<&'a str>) -> Vec<usize> {
        let words: Vec<Vec<char>> = query
            .split(is_blank)
            .map(|word| word.chars().map(letter).collect())
            .filter(|word: &Vec<char>| !word.is_empty())
            .collect();
        let holds = |item: &'a Item| {
            let mut parts = searched(item);
            parts.extend(item.kept().map(known).unwrap_or_default());
            words.iter().all(|word| parts.iter().any(|part| holds(part, word)))
        };
        self.items().iter().enumerate().filter(|(_, item)| holds(item)).map(|(at, _)| at).collect()
    }

    /// The tags on the desk with how often each stands, in the order in which
    /// they first do.
    pub fn tags(&self) -> Vec<(&str, usize)> {
        let mut places: HashMap<&str, usize> = HashMap::new();
        let mut tags: Vec<(&str, usize)> = Vec::new();
        for tag in self.items().iter().filter_map(|item| item.kept()).flat_map(|kept| &kept.tags) {
            let place = *places.entry(tag).or_insert(tags.len());
            match tags.get_mut(place) {
                Some((_, count)) => *count += 1,
                None => tags.push((tag, 1)),
            }
        }
        tags
    }
}

fn article(corpus: &Corpus, standing: Option<&Standing>, kept: &Kept) -> Vec<String> {
    let found = standing.and_then(|standing| corpus.articles.get(standing.article));
    let id = found.map_or(kept.anchor.article.as_str(), |article| article.id.as_str());
    vec![id.to_owned()]
}

fn passages(standing: &Standing, issues: Issues<'_>) -> Vec<String> {
    let mut all: Vec<String> = Vec::new();
    for issue in
        standing.spots.iter().filter_map(|spot| spot.passage).flat_map(|passage| issues(standing.article, passage))
    {
        if !all.contains(&issue) {
            all.push(issue);
        }
    }
    all
}

/// Groups in the order in which they were named.
#[derive(Default)]
struct Groups {
    groups: Vec<Group>,
    by_key: HashMap<String, usize>,
}

impl Groups {
    fn group(&mut self, key: &str) -> usize {
        if let Some(at) = self.by_key.get(key) {
            return *at;
        }
        self.groups.push(Group { key: key.to_owned(), places: Vec::new() });
        self.by_key.insert(key.to_owned(), self.groups.len() - 1);
        self.groups.len() - 1
    }

    fn put(&mut self, key: &str, place: usize) {
        let at = self.group(key);
        if let Some(group) = self.groups.get_mut(at)
            && group.places.last() != Some(&place)
        {
            group.places.push(place);
        }
    }

    /// Those that hold something; the one without a key last.
    fn finish(self) -> Vec<Group> {
        let mut groups: Vec<Group> = self.groups.into_iter().filter(|group| !group.places.is_empty()).collect();
        groups.sort_by_key(|group| group.key.is_empty());
        groups
    }
}

/// What of an item is searched.
fn searched(item: &Item) -> Vec<&str> {
    match &item.content {
        Content::Kept(kept) => {
            let anchor = &kept.anchor;
            let words = [&anchor.refined.as_ref().unwrap_or(&anchor.quote).exact, &anchor.words];
            let mut parts: Vec<&str> = words.into_iter().chain([&kept.note, &kept.from]).map(String::as_str).collect();
            parts.extend(kept.tags.iter().map(String::as_str));
            parts.extend(kept.said.iter().flat_map(|said| [said.speaker.as_str(), &said.role]));
            parts
        }
        Content::Heading { text, .. } | Content::Paragraph { text } => vec![text],
        Content::Question(question) => vec![&question.text],
        Content::Card(card) => vec![&card.title, &card.expected, &card.came, &card.source],
        Content::Other => Vec::new(),
    }
}

/// Whether a text holds a word, whose letters are small and without accents.
/// Marks that show nothing, such as soft hyphens, are passed over.
fn holds(text: &str, word: &[char]) -> bool {
    let Some(first) = word.first() else { return true };
    let mut rest = text.chars();
    loop {
        let from = rest.as_str();
        let Some(c) = rest.next() else { return false };
        if letter(c) == *first {
            let mut shown = from.chars().filter(|c| c.is_whitespace() || !is_blank(*c));
            if word.iter().all(|wanted| shown.next().is_some_and(|c| letter(c) == *wanted)) {
                return true;
            }
        }
    }
}

/// A letter as it is compared: small and, in Latin-1, without its accent;
/// Cyrillic is small too, and marks of quotation are all alike. The standard
/// library's tables would weigh ten kilobytes in a page.
fn letter(c: char) -> char {
    match c {
        c if c.is_ascii() => c.to_ascii_lowercase(),
        '’' | '‘' => '\'',
        '“' | '”' | '„' => '"',
        'à'..='å' | 'À'..='Å' => 'a',
        'ç' | 'Ç' => 'c',
        'è'..='ë' | 'È'..='Ë' => 'e',
        'ì'..='ï' | 'Ì'..='Ï' => 'i',
        'ñ' | 'Ñ' => 'n',
        'ò'..='ö' | 'Ò'..='Ö' | 'ø' | 'Ø' => 'o',
        'ù'..='ü' | 'Ù'..='Ü' => 'u',
        'ý' | 'ÿ' | 'Ý' => 'y',
        'А'..='Я' => char::from_u32(u32::from(c) + 32).unwrap_or(c),
        'Ё' | 'ё' => 'е',
        c => c,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::item::ItemId;

    fn check(text: &str, query: &str, found: bool) {
        let item = Item::new(ItemId::from("a"), Content::Paragraph { text: text.to_owned() });
        assert_eq!(Desk::of("", [item]).search(query) == [0], found, "{query} in {text}");
    }

    #[test]
    fn every_word_is_found_whatever_its_capitals_and_accents() {
        check("Missile Defence", "defence MISSILE", true);
        check("the naïve “Ünder” co\u{ad}operation", "naive \"under\" cooperation", true);
        check("Ёлка Москва", "елка москва", true);
        check("aab", "ab", true);
        check("missile", "missile defence", false);
        check("anything", "  ", true);
    }
}
