//! Proposals for repairing damage; none is ever made without the catalogue.
//!
//! Invariant: a proposal rests on words that the collection itself uses, or on
//! where marks stand, so that no dictionary is needed and names are left alone.

mod marks;

use std::collections::HashMap;

use crate::article::{Article, Block};
use crate::catalogue::Read;
use crate::escape::toml;
use crate::fact::ByteRange;
use crate::locate::source_place;
use crate::problem::{Place, Warning};

/// Small words that are glued to a neighbour when a link or a line break is lost.
const SMALL: [&str; 22] = [
    "in", "on", "of", "to", "the", "and", "for", "at", "by", "with", "from", "is", "was", "as", "that", "two", "a",
    "an", "its", "his", "her", "their",
];

/// More proposals than this for one article help nobody.
const MOST: usize = 100;

/// A repair that may be right; it is made when the catalogue says so.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Proposal {
    /// The article's file.
    pub file: String,
    /// The one-based line on which the block begins.
    pub line: u32,
    /// Where the words stand in the source.
    pub place: Place,
    /// The words as received.
    pub was: String,
    /// The words as they may be meant.
    pub now: String,
    /// What looks damaged, as a clause.
    pub message: &'static str,
}

impl Proposal {
    /// As a warning with the repair in the remedy.
    fn warning(self) -> Warning {
        let Proposal { line, place, was, now, message, .. } = self;
        let written = format!("line = {line}, was = {}, now = {}", toml(&was), toml(&now));
        Warning {
            place,
            message: format!("{message}: “{was}” may be “{now}”."),
            remedy: format!("If so, add {{ {written}, because = \"…\" }} to the article's emendations."),
        }
    }
}

/// The words that articles use, by which damage is told.
pub struct Vocabulary(HashMap<String, u32>);

impl Vocabulary {
    /// Of all these articles. Linear in their text.
    pub fn new<'a>(articles: impl Iterator<Item = &'a Article>) -> Self {
        Self(vocabulary(articles))
    }

    /// What looks damaged in an article, in order; at most a hundred places.
    pub fn proposals(&self, article: &Article) -> Vec<Proposal> {
        let blocks = article.blocks.iter();
        let findings =
            blocks.flat_map(|block| in_block(&block.text, &self.0).into_iter().map(move |found| (block, found)));
        let proposal = |(block, (range, now, message)): (&Block, Finding)| Proposal {
            file: article.file.clone(),
            line: block.lines.0,
            place: source_place(article, block, range),
            was: range.of(&block.text).to_owned(),
            now,
            message,
        };
        findings.take(MOST).map(proposal).collect()
    }
}

/// What looks damaged, as warnings with the repair in the remedy; but what the
/// catalogue says to leave as received.
pub(crate) fn proposals(articles: &[Article], read: Option<&Read>) -> Vec<Warning> {
    let known = Vocabulary::new(articles.iter());
    let found = articles.iter().flat_map(|article| known.proposals(article));
    found.filter(|found| !read.is_some_and(|read| is_left(read, found))).map(Proposal::warning).collect()
}

/// Whether the catalogue says that words stay as received: a repair that
/// changes nothing.
pub(crate) fn is_left(read: &Read, found: &Proposal) -> bool {
    let entries = read.article(&found.file).map_or(&[][..], |entry| entry.emendations.as_slice());
    entries.iter().any(|entry| {
        entry.line.value == found.line && entry.was.value == entry.now && entry.was.value.contains(&found.was)
    })
}

/// How often each word, and each compound with a hyphen, stands in the reading
/// texts.
fn vocabulary<'a>(articles: impl Iterator<Item = &'a Article>) -> HashMap<String, u32> {
    let mut known: HashMap<String, u32> = HashMap::with_capacity(1024);
    let mut take = |word: &str| match known.get_mut(word) {
        Some(count) => *count += 1,
        None => drop(known.insert(word.to_owned(), 1)),
    };
    for block in articles.flat_map(|article| &article.blocks) {
        words(&block.text).for_each(|(_, word)| take(word));
        compounds(&block.text).for_each(&mut take);
    }
    known
}

/// `third-party`: two runs of letters with a hyphen between them.
fn compounds(text: &str) -> impl Iterator<Item = &str> {
    text.match_indices('-').filter_map(move |(at, _)| {
        let (front, back) = (last_word(text.get(..at)?), first_word(text.get(at + 1..)?));
        let whole = text.get(at - front.len()..at + 1 + back.len())?;
        (front.len() >= 2 && back.len() >= 2).then_some(whole)
    })
}

/// The letters at the end of `text`.
fn last_word(text: &str) -> &str {
    text.rsplit(|c: char| !c.is_alphabetic()).next().unwrap_or("")
}

/// The letters at the beginning of `text`.
fn first_word(text: &str) -> &str {
    text.split(|c: char| !c.is_alphabetic()).next().unwrap_or("")
}

/// Runs of letters with the offset at which they begin.
fn words(text: &str) -> impl Iterator<Item = (usize, &str)> {
    text.split(|c: char| !c.is_alphabetic())
        .map(|word| (word.as_ptr() as usize - text.as_ptr() as usize, word))
        .filter(|(_, word)| !word.is_empty())
}

/// Whether the mark at the byte `at` is an apostrophe with a blank beside it
/// that does not belong there.
pub(crate) fn is_parted_apostrophe(text: &str, at: usize) -> bool {
    marks::blanks_at_apostrophes(text).any(|(range, _, _)| (range.start as usize..range.end as usize).contains(&at))
}

type Finding = (ByteRange, String, &'static str);
/// What looks damaged in a block, in order; of each kind at most [`MOST`].
fn in_block(text: &str, known: &HashMap<String, u32>) -> Vec<Finding> {
    let mut found: Vec<Finding> = glued(text, known).take(MOST).collect();
    found.extend(marks::glued_sentences(text).take(MOST));
    found.extend(marks::blanks_before_marks(text).take(MOST));
    found.extend(marks::blanks_at_apostrophes(text).take(MOST));
    found.extend(parted(text, known).take(MOST));
    found.extend(wrong_apostrophes(text).take(MOST));
    found.sort_by_key(|(range, _, _)| range.start);
    found
}

fn glued<'t>(text: &'t str, known: &'t HashMap<String, u32>) -> impl Iterator<Item = Finding> + 't {
    words(text).filter(|(_, word)| word.len() >= 4).filter_map(|(at, word)| {
        let split = glued_capital(word, known).or_else(|| glued_small(word, known))?;
        let now = format!("{} {}", word.get(..split)?, word.get(split..)?);
        Some((ByteRange::new(at, at + word.len()), now, "Two words look glued together"))
    })
}

/// `rela- tions`, `third- party`: a word, or a compound that the collection
/// writes with a hyphen elsewhere, parted at the end of a line.
fn parted<'t>(text: &'t str, known: &'t HashMap<String, u32>) -> impl Iterator<Item = Finding> + 't {
    let count = |word: &str| known.get(word).copied().unwrap_or(0);
    text.match_indices("- ").filter_map(move |(at, _)| {
        let (first, second) = (last_word(text.get(..at)?), first_word(text.get(at + 2..)?));
        let small = second.starts_with(char::is_lowercase) && !SMALL.contains(&second) && second != "or";
        let (whole, compound) = (format!("{first}{second}"), format!("{first}-{second}"));
        let range = ByteRange::new(at - first.len(), at + 2 + second.len());
        if first.len() < 2 || second.len() < 2 {
            None
        } else if count(&compound) > count(&whole) {
            Some((range, compound, "A compound looks parted at the end of a line"))
        } else {
            let stands = small && (count(&whole) > 0 || count(first) <= 1 && count(second) <= 1);
            stands.then_some((range, whole, "A word looks parted at the end of a line"))
        }
    })
}

fn wrong_apostrophes(text: &str) -> impl Iterator<Item = Finding> + '_ {
    text.match_indices('‘').filter_map(|(at, mark)| {
        let letter = |c: Option<char>| c.is_some_and(char::is_alphabetic);
        let before = text.get(..at).and_then(|before| before.chars().next_back());
        let after = text.get(at + mark.len()..).and_then(|after| after.chars().next());
        let range = ByteRange::new(at, at + mark.len());
        let message = "An apostrophe is set as an opening quotation mark";
        (letter(before) && letter(after)).then(|| (range, "’".to_owned(), message))
    })
}

/// `theUnited`: a small word, known by itself, then a capital.
fn glued_capital(word: &str, known: &HashMap<String, u32>) -> Option<usize> {
    if !word.starts_with(char::is_lowercase) {
        return None;
    }
    let split = word.find(char::is_uppercase)?;
    let (front, back) = (word.get(..split)?, word.get(split..)?);
    let front_known = SMALL.contains(&front) || front.len() >= 3 && known.contains_key(front);
    (front_known && back.len() >= 2).then_some(split)
}

/// `agreeson`: a word that stands once, made of a known one and a small one.
fn glued_small(word: &str, known: &HashMap<String, u32>) -> Option<usize> {
    if known.get(word).copied().unwrap_or(0) > 1 {
        return None;
    }
    SMALL.iter().filter(|small| small.len() >= 2).find_map(|small| {
        let front = word.strip_suffix(small)?;
        let seen = front.len() >= 5 && known.contains_key(front);
        seen.then_some(front.len()).or_else(|| plural_or_verb(front, known).then_some(front.len()))
    })
}

/// `agrees` or `technologies` where only `agree` or `technology` is known.
fn plural_or_verb(front: &str, known: &HashMap<String, u32>) -> bool {
    let lower = front.to_lowercase();
    let stem =
        lower.strip_suffix("ies").map(|stem| format!("{stem}y")).or_else(|| lower.strip_suffix('s').map(str::to_owned));
    front.len() >= 6 && stem.is_some_and(|stem| known.contains_key(&stem))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expected: &[&str]) {
        let vocabulary =
            "the two agree technology United States UN centre criminals Moscow McFaul within person passing";
        let mut known: HashMap<String, u32> = vocabulary.split(' ').map(|word| (word.to_owned(), 2)).collect();
        for word in words(text).map(|(_, word)| word).chain(compounds(text)) {
            known.entry(word.to_owned()).or_insert(1);
        }
        let found: Vec<String> = in_block(text, &known).into_iter().map(|(_, now, _)| now).collect();
        assert_eq!(found, expected, "{text}");
    }

    #[test]
    fn glued_words_are_proposed_and_names_left_alone() {
        check("Russia and theUnited States", &["the United"]);
        check("everyone agreeson the need", &["agrees on"]);
        check("vetoing twoUN resolutions", &["two UN"]);
        check("Political Technologiesin Moscow", &["Technologies in"]);
        check("as criminals . In part", &["criminals."]);
        check("the G-20 leader‘s summit", &["’"]);
        check("the third- party report and the third-party report", &["third-party"]);
        check("the Anglo- Irish talks; Anglo-Irish", &["Anglo-Irish"]);
        check("pre- and post-war, long- or short-term, pre-war", &[]);
        check("within- person, the two- technology agree", &[]);
        check("a follow- up; the follow-up", &["follow-up"]);
        check("the rela- tions of the two", &["relations"]);
        check("Michael McFaul and an iPhone, an opinion, a nation, ‘quoted’ words", &[]);
    }
}
