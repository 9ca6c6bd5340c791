//! Pairs of articles that make good first comparisons, found in the data: no
//! list of them is kept anywhere.
//!
//! Invariant: a pair is of two different articles, and no pair is offered twice.

use summitry_corpus::{Article, SideId};

use crate::app::Scene;
use crate::library::{Column, Library};
use crate::node::{Element, el, link};
use crate::route::{Mode, Page, Route};
use crate::wording::{count, list};

/// How many issues are told apart when articles are compared: one bit each.
const ISSUES: usize = 64;
/// How many articles are compared with each other, the earliest first, so that
/// a large collection opens as quickly as a small one.
const ARTICLES: usize = 300;

/// Two articles and why to compare them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pairing {
    /// Indexes of the articles, the earlier first.
    pub articles: [usize; 2],
    /// What kind of pair it is.
    pub kind: &'static str,
    /// What there is to see.
    pub why: String,
    /// Where it is seen best.
    pub mode: Mode,
}

/// The pairs as links; with a column chosen already only those with its article.
pub fn view(scene: Scene<'_>, columns: &[Column]) -> Option<Element> {
    let library = scene.library;
    let withheld = library.withheld();
    // Nearly all of them tell which issues two articles share.
    if withheld.labels {
        return None;
    }
    let chosen = columns.first().and_then(Column::article);
    let cards: Vec<Element> = pairings(library, chosen)
        .iter()
        .filter(|pairing| withheld.allows(pairing.mode))
        .map(|pairing| card(scene, pairing))
        .collect();
    (!cards.is_empty()).then(|| el("ul").class("pairings").at("aria-label", "Suggested comparisons").all(cards))
}

fn card(scene: Scene<'_>, pairing: &Pairing) -> Element {
    let articles = &scene.library.corpus().articles;
    let ids = pairing.articles.iter().filter_map(|index| articles.get(*index));
    let route = Route {
        columns: ids.map(|article| article.id.to_string()).collect(),
        mode: pairing.mode,
        ..scene.route.elsewhere(Page::Compare).asking(scene.route)
    };
    let [first, second] = pairing.articles.map(|index| scene.library.outlet_and_year(index));
    let name = el("b").class("title").add(first).add(el("span").add(" and ")).add(second);
    el("li")
        .add(link(route.href()).add(el("span").class("overline").add(pairing.kind)).add(name).add(pairing.why.clone()))
}

/// The pairs, at most one of each kind; only those with the article `with`,
/// if one is given.
pub fn pairings(library: Library, with: Option<usize>) -> Vec<Pairing> {
    let articles = &library.corpus().articles;
    let issues = issues_of(library);
    let mut pairs = Vec::new();
    for second in 0..articles.len().min(ARTICLES) {
        pairs.extend(
            (0..second)
                .filter(|first| with.is_none_or(|with| with == *first || with == second))
                .map(|first| [first, second]),
        );
    }
    let mut found: Vec<Pairing> = Vec::new();
    for kind in KINDS {
        let free = pairs.iter().filter(|pair| found.iter().all(|other| other.articles != **pair));
        let scored = free.map(|pair| ((kind.score)(&Pair::new(library, &issues, *pair)), *pair));
        // Of equals the earlier pair.
        let best = scored.rev().max_by_key(|(score, _)| *score).filter(|(score, _)| *score > 0);
        if let Some((_, articles)) = best {
            let why = (kind.why)(&Pair::new(library, &issues, articles));
            found.push(Pairing { articles, kind: kind.name, why, mode: kind.mode });
        }
    }
    found
}

/// For each article the issues that it has a passage on, a bit each.
fn issues_of(library: Library) -> Vec<u64> {
    let mut of = vec![0_u64; library.corpus().articles.len()];
    for (bit, issue) in library.corpus().issues.iter().take(ISSUES).enumerate() {
        for (article, _) in library.issue_passages(issue.id.as_str()) {
            if let Some(issues) = of.get_mut(article) {
                *issues |= 1 << bit;
            }
        }
    }
    of
}

/// A kind of pair: which one is the best of it (0: no such pair), and why.
struct Kind {
    name: &'static str,
    mode: Mode,
    score: fn(&Pair) -> usize,
    why: fn(&Pair) -> String,
}

const KINDS: &[Kind] = &[
    Kind { name: "The same meetings, two sides", mode: Mode::Issues, score: Pair::two_sides, why: Pair::why_two_sides },
    Kind { name: "Most in common", mode: Mode::Issues, score: Pair::in_common, why: Pair::why_in_common },
    Kind { name: "The same outlet, years apart", mode: Mode::Wording, score: Pair::years, why: Pair::why_years },
    Kind { name: "Most that only one has", mode: Mode::Missing, score: Pair::apart, why: Pair::why_apart },
];

/// Two articles, as the kinds look at them.
struct Pair {
    library: Library,
    articles: [&'static Article; 2],
    issues: [u64; 2],
}

impl Pair {
    fn new(library: Library, issues: &[u64], pair: [usize; 2]) -> Self {
        let articles = pair.map(|index| &library.corpus().articles[index]);
        Self { library, articles, issues: pair.map(|index| issues.get(index).copied().unwrap_or_default()) }
    }

    fn shared(&self) -> u64 {
        self.issues[0] & self.issues[1]
    }

    /// The names of issues, a bit each: the first three and how many more.
    fn names(&self, issues: u64) -> String {
        let all = self.library.corpus().issues.iter().take(ISSUES).enumerate();
        let mut names: Vec<String> =
            all.filter(|(bit, _)| issues >> bit & 1 == 1).map(|(_, issue)| issue.name.clone()).collect();
        let more = names.len().saturating_sub(3);
        if more > 1 {
            names.truncate(3);
            names.push(format!("{more} more"));
        }
        list(&names)
    }

    /// The meetings that both cover or mention.
    fn meetings(&self) -> Vec<String> {
        let [first, second] = self.articles;
        let has = |article: &Article, id: &str| {
            article.meetings.iter().chain(&article.mentions).any(|meeting| meeting.id.as_str() == id)
        };
        let all = self.library.corpus().meetings.iter();
        let shared = all.filter(|meeting| has(first, meeting.id.as_str()) && has(second, meeting.id.as_str()));
        shared.map(|meeting| meeting.name.clone()).collect()
    }

    fn side(&self, article: usize) -> Option<&'static SideId> {
        self.library.corpus().outlet_of(self.articles[article])?.side.as_ref()
    }

    fn two_sides(&self) -> usize {
        let (first, second) = (self.side(0), self.side(1));
        let opposite = first.is_some() && second.is_some() && first != second;
        if opposite {
            self.meetings().len() * ISSUES + self.in_common() * usize::from(!self.meetings().is_empty())
        } else {
            0
        }
    }

    fn why_two_sides(&self) -> String {
        let countries = self.articles.map(|article| {
            let outlet = self.library.corpus().outlet_of(article);
            outlet.map_or("", |outlet| outlet.country.as_str())
        });
        let meetings = self.meetings().join("; ");
        match countries {
            [first, second] if !first.is_empty() && !second.is_empty() && first != second => {
                format!("{meetings}. Where they were published: {first} and {second}.")
            }
            _ => format!("{meetings}, by outlets of two sides."),
        }
    }

    fn in_common(&self) -> usize {
        self.shared().count_ones() as usize
    }

    fn why_in_common(&self) -> String {
        format!("{}: {}.", count(self.in_common(), "issue", "issues"), self.names(self.shared()))
    }

    /// The years between; 0 for articles of two outlets or of one year.
    fn years(&self) -> usize {
        let [first, second] = self.articles.map(|article| article.outlet.as_ref().map(|fact| &fact.value));
        let [from, to] = self
            .articles
            .map(|article| article.published.as_ref().map(|when| usize::from(when.date.year().unsigned_abs())));
        if first.is_none() || first != second {
            return 0;
        }
        from.zip(to).map_or(0, |(from, to)| from.abs_diff(to))
    }

    fn why_years(&self) -> String {
        format!("{} between them: which words came, and which went.", count(self.years(), "year", "years"))
    }

    fn apart(&self) -> usize {
        (self.issues[0] ^ self.issues[1]).count_ones() as usize
    }

    fn why_apart(&self) -> String {
        let apart = self.issues[0] ^ self.issues[1];
        let number = count(apart.count_ones() as usize, "issue stands", "issues stand");
        format!("{number} in one and not in the other: {}.", self.names(apart))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_pairs_come_from_the_data_and_no_pair_comes_twice() {
        let library = Library::open().unwrap();
        let found = pairings(library, None);
        assert_eq!(found.len(), KINDS.len());
        for (place, pairing) in found.iter().enumerate() {
            assert!(pairing.articles[0] < pairing.articles[1]);
            assert!(found[..place].iter().all(|other| other.articles != pairing.articles));
        }
        let told: Vec<_> = found.iter().map(|pairing| format!("{}: {}", pairing.kind, pairing.why)).collect();
        assert!(told[0].contains("United Kingdom") && told[0].contains("United States"), "{told:?}");
        assert!(told[2].contains("5 years"), "{told:?}");
    }

    #[test]
    fn with_an_article_chosen_every_pair_has_it() {
        let library = Library::open().unwrap();
        for article in 0..library.corpus().articles.len() {
            let found = pairings(library, Some(article));
            assert!(!found.is_empty());
            assert!(found.iter().all(|pairing| pairing.articles.contains(&article)));
        }
    }
}
