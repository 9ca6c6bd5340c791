//! Outlets: what pages and archives call themselves, else the name that stands
//! above a text or in its dateline, else the address that it gives for itself.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use summitry_corpus::{Article, BlockKind};

use super::{Known, free_id, id_of};

/// An outlet that articles name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ProposedOutlet {
    /// An id for it.
    pub id: String,
    /// Its name.
    pub name: String,
    /// The articles, each with what the proposal rests on.
    pub articles: Vec<Named>,
}

/// How one article names its outlet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Named {
    /// The article's file.
    pub file: String,
    /// Words of the source that name it, where there are any.
    pub evidence: Vec<String>,
    /// How it follows; empty where the words say it.
    pub because: String,
}

/// The outlets of articles that the catalogue gives none.
pub(super) fn outlets(articles: &[Known<'_>]) -> Vec<ProposedOutlet> {
    let mut found: BTreeMap<String, Vec<Named>> = BTreeMap::new();
    let mut common: HashMap<String, usize> = HashMap::new();
    for (article, _) in articles {
        let names: BTreeSet<String> = heads(article).into_iter().collect();
        names.into_iter().for_each(|name| *common.entry(name).or_default() += 1);
    }
    for (article, called) in articles.iter().filter(|(article, _)| article.outlet.is_none()) {
        let file = article.file.clone();
        if let Some(called) = called.filter(|called| is_name(&called.value)) {
            let evidence: Vec<String> = called.why.evidence.iter().map(|words| words.quote.trim().to_owned()).collect();
            let named = Named { file, evidence, because: called.why.reason.clone() };
            found.entry(called.value.trim().to_owned()).or_default().push(named);
        } else if let Some(name) = heads(article).into_iter().find(|name| is_outlet(name, &common)) {
            let because = "The name stands above the article or in its dateline.".to_owned();
            found.entry(name.clone()).or_default().push(Named { file, evidence: vec![name], because });
        } else if let Some((host, address)) = address(article) {
            let because = format!("The file gives an address of {host} as its own.");
            found.entry(host).or_default().push(Named { file, evidence: vec![address], because });
        }
    }
    let mut found: Vec<(String, Vec<Named>)> = found.into_iter().collect();
    found.sort_by_key(|(_, articles)| std::cmp::Reverse(articles.len()));
    let mut proposed: Vec<ProposedOutlet> = Vec::with_capacity(found.len());
    for (name, articles) in found {
        let wanted = id_of(name.strip_prefix("The ").unwrap_or(&name), 24);
        let id = free_id(&wanted, "outlet", proposed.iter().map(|one| one.id.as_str()));
        proposed.push(ProposedOutlet { id, name, articles });
    }
    proposed
}

fn is_name(name: &str) -> bool {
    let name = name.trim();
    (2..=80).contains(&name.chars().count()) && name.chars().any(char::is_alphabetic)
}

/// Words that newspapers and stations are called by.
const TITLES: [&str; 26] = [
    "gazette",
    "times",
    "post",
    "news",
    "review",
    "herald",
    "tribune",
    "journal",
    "monitor",
    "radio",
    "wire",
    "press",
    "chronicle",
    "guardian",
    "mail",
    "telegraph",
    "standard",
    "star",
    "sun",
    "courier",
    "observer",
    "weekly",
    "daily",
    "reuters",
    "television",
    "bulletin",
];

/// Whether a name above texts is an outlet's: it stands above several of them
/// or is made of a word that outlets are called by.
fn is_outlet(name: &str, common: &HashMap<String, usize>) -> bool {
    is_titled(name) || common.get(name).is_some_and(|count| *count > 1)
}

/// Whether a name is made of a word that outlets are called by.
fn is_titled(name: &str) -> bool {
    name.split_whitespace().any(|word| TITLES.contains(&word.to_lowercase().as_str()))
}

/// The name that stands before the date on its line, as in *The Post, 4 March
/// 2014*; a person's may stand there as well, so only what outlets are called by.
fn beside_the_date(article: &Article) -> Option<String> {
    let date = article.published.as_ref()?.why.evidence.first()?;
    let line = article.lines().nth(usize::try_from(date.line).ok()?.checked_sub(1)?)?;
    let (before, _) = line.split_once(&date.quote)?;
    let name = before.trim_matches(|c: char| !c.is_alphanumeric());
    (is_title(name) && is_titled(name)).then(|| name.to_owned())
}

/// What may be an outlet's name, in the words of the source: a line of a few
/// large words that was left out before the article, and what stands in
/// brackets in a dateline.
fn heads(article: &Article) -> Vec<String> {
    let first = article.passages().next().map_or(u32::MAX, |block| block.range.start);
    let before =
        article.removed.iter().filter(|piece| piece.range.start < first && piece.reason == "before the article");
    let named = before.map(|piece| piece.text.trim().split([',', ';', '|']).next().unwrap_or("").trim());
    let mut found: Vec<String> = named.filter(|name| is_title(name)).map(str::to_owned).collect();
    let datelines = article.blocks.iter().filter(|block| block.kind == BlockKind::Dateline).map(|block| &block.text);
    // A dateline that opens the first passage is known by the date in it.
    let dates = article.published.iter().flat_map(|published| &published.why.evidence).map(|words| &words.quote);
    for text in datelines.chain(dates) {
        let inside = text.split_once('(').and_then(|(_, rest)| rest.split_once(')')).map(|(inside, _)| inside.trim());
        found.extend(inside.filter(|name| is_title(name)).map(str::to_owned));
    }
    found.extend(beside_the_date(article));
    found
}

/// One to six words, all of letters and all large but the small ones between.
fn is_title(name: &str) -> bool {
    let words: Vec<&str> = name.split_whitespace().collect();
    let large = |word: &&str| word.starts_with(char::is_uppercase) || matches!(*word, "of" | "the" | "and");
    let letters = |c: char| c.is_alphabetic() || matches!(c, ' ' | '&' | '-' | '\'' | '’' | '.');
    (1..=6).contains(&words.len()) && words.iter().all(large) && is_name(name) && name.chars().all(letters)
}

/// How many short lines at either end are looked at.
const ENDS: usize = 12;

/// The host and the address that a text gives for itself: in a short line near
/// its beginning or its end, `Direct link: example.org/a/1`.
fn address(article: &Article) -> Option<(String, String)> {
    let lines: Vec<&str> = article.lines().map(str::trim).filter(|line| !line.is_empty()).collect();
    let ends = lines.iter().take(ENDS).chain(lines.iter().rev().take(ENDS));
    for line in ends.filter(|line| line.len() <= 200) {
        let lower = line.to_lowercase();
        let tells =
            ["link", "url", "source", "http", "www.", "retrieved", "address"].iter().any(|word| lower.contains(word));
        if !tells || lower.contains("see also") {
            continue;
        }
        for word in line.split_whitespace() {
            let word = word.trim_matches(|c: char| !c.is_alphanumeric() && c != '/');
            if let Some(host) = host(word) {
                return Some((host, word.to_owned()));
            }
        }
    }
    None
}

/// The host of an address, without what hosts put before their names.
fn host(word: &str) -> Option<String> {
    let bare = word.strip_prefix("https://").or_else(|| word.strip_prefix("http://"));
    let (host, path) = bare.unwrap_or(word).split_once('/')?;
    let parts: Vec<&str> = host.split('.').collect();
    let well_formed = |part: &&str| !part.is_empty() && part.chars().all(|c| c.is_ascii_alphanumeric() || c == '-');
    let top =
        parts.last().is_some_and(|top| (2..=6).contains(&top.len()) && top.chars().all(|c| c.is_ascii_lowercase()));
    if parts.len() < 2 || !top || !parts.iter().all(well_formed) || bare.is_none() && path.is_empty() {
        return None;
    }
    let host = ["www.", "m.", "en.", "eng.", "english."]
        .iter()
        .fold(host, |host, front| host.strip_prefix(front).unwrap_or(host));
    Some(host.to_owned())
}

#[cfg(test)]
mod tests {
    use super::host;

    #[test]
    fn an_address_is_told_from_other_words_with_points() {
        let check = |word: &str, expected: Option<&str>| assert_eq!(host(word).as_deref(), expected, "{word}");
        check("en.kremlin.ru/d/8023", Some("kremlin.ru"));
        check("https://www.example.org/", Some("example.org"));
        check("U.S./Russian", None);
        check("and/or", None);
        check("3.5/10", None);
        check("example.org/", None);
    }
}
