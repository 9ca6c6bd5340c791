//! Nothing was found: why, and what to loosen, each a link with the count of
//! what it would leave.

use summitry_corpus::BlockKind;
use summitry_search::{Request, Response};

use crate::app::Scene;
use crate::component::chosen;
use crate::node::{Element, Node, el, link};
use crate::page::search::named;
use crate::route::{Page, Route};
use crate::wording::{count, list};

/// The longest query, in bytes, that is tried without each of its faults: every
/// try is a search, and of a text that was pasted no word is the one too many.
const LONGEST_SHORTENED: usize = 500;

/// A way on: what is said of it, and where it leads.
type Way = (String, Route);

/// Why nothing was found, and the ways on.
pub fn view(scene: Scene<'_>, answer: &Response) -> Node {
    let route = scene.route;
    let asked = !route.query.trim().is_empty();
    let filters = chosen(scene.library, route);
    let mut why = Vec::new();
    let mut ways: Vec<Way> = Vec::new();
    if asked && !filters.is_empty() {
        let words = route.without_filters();
        let found = total(scene, &words);
        if found == 0 {
            why.push("Also without the filters no passage has these words.".to_owned());
        } else {
            let left =
                filters.iter().map(|filter| format!("“{}” leaves {}", filter.name, left(total(scene, &filter.alone))));
            why.push(format!("{} what you typed. Of these {}.", fit(found), list(&left.collect::<Vec<_>>())));
        }
        ways.push(("Search for the same words without the filters".to_owned(), words));
    } else if filters.len() > 1 {
        why.push("No passage passes all of these filters together.".to_owned());
    }
    if filters.len() > 1 || !asked {
        ways.extend(filters.into_iter().map(|filter| (format!("Without “{}”", filter.name), filter.without)));
    }
    if asked {
        ways.extend(shorter(route, answer));
        if route.has_filters() {
            let unworded = route.with(|route| route.query.clear());
            ways.push(("Keep the filters and show all their passages".to_owned(), unworded));
        }
    }
    if why.is_empty() {
        let mut told = answer.diagnostics.iter().map(|found| found.range.of(&route.query));
        why.push(match told.any(|told| scene.library.passages(told).is_empty()) {
            true => "What is underlined above is not in the articles.".to_owned(),
            false => "No passage has all that must be there.".to_owned(),
        });
    }
    why.extend(answer.diagnostics.iter().filter_map(|found| apart(scene, found.range.of(&route.query))));
    let named = named::offers(scene).into_iter().map(|(name, to, number)| way(name, Some(number), &to));
    let ways = ways.into_iter().filter_map(|(name, to)| {
        let number = total(scene, &to);
        (number > 0).then(|| way(name, Some(number), &to))
    });
    let ways: Vec<Element> = named.chain(ways).collect();
    let all = way("Start again from the whole collection".to_owned(), None, &route.elsewhere(Page::Search));
    el("div").class("empty").add(el("p").add(why.join(" "))).add(el("ul").all(ways).add(all)).into()
}

/// Where a word stands that no passage has: headlines, bylines, captions and
/// subheads are shown and not searched.
fn apart(scene: Scene<'_>, word: &str) -> Option<String> {
    let wanted = word.to_lowercase();
    let has = |text: &str| text.to_lowercase().split(|letter: char| !letter.is_alphanumeric()).any(|one| one == wanted);
    scene.library.corpus().articles.iter().find_map(|article| {
        let block = article.blocks.iter().find(|block| block.n.is_none() && has(&block.text))?;
        let kind = if block.kind == BlockKind::AlternativeText { "picture’s text" } else { block.kind.name() };
        let headline = &article.headline.value;
        Some(format!("“{word}” stands in a {kind} in “{headline}”; only passages are searched."))
    })
}

fn way(name: String, passages: Option<usize>, to: &Route) -> Element {
    let number =
        passages.map(|number| el("span").class("fine").add(format!(" {}", count(number, "passage", "passages"))));
    el("li").add(link(to.href()).add(name)).add(number)
}

fn left(passages: usize) -> String {
    if passages == 0 { "none".to_owned() } else { passages.to_string() }
}

fn fit(passages: usize) -> String {
    if passages == 1 { "1 passage fits".to_owned() } else { format!("{passages} passages fit") }
}

/// The query without each of the words that could not be taken, and without
/// its quotation marks.
fn shorter(route: &Route, answer: &Response) -> Vec<Way> {
    let query = route.query.as_str();
    let mut ways = Vec::new();
    if query.len() > LONGEST_SHORTENED {
        return ways;
    }
    for found in &answer.diagnostics {
        let word = found.range.of(query);
        let rest = (query.get(..found.range.start as usize), query.get(found.range.end as usize..));
        if let ((Some(before), Some(after)), false) = (rest, word.is_empty()) {
            let rest = format!("{} {}", before.trim_end(), after.trim_start());
            let rest = rest.trim().to_owned();
            if !rest.is_empty() {
                ways.push((format!("Without “{word}”"), route.with(|route| route.query = rest)));
            }
        }
    }
    let quotes = ['"', '“', '”'];
    if query.contains(quotes) {
        let loose: String = query.chars().filter(|letter| !quotes.contains(letter)).collect();
        ways.push(("The words in quotation marks in any place".to_owned(), route.with(|route| route.query = loose)));
    }
    if query.contains(" AND ") {
        let some = query.replace(" AND ", " ");
        ways.push(("Some of the words instead of all".to_owned(), route.with(|route| route.query = some)));
    }
    ways
}

/// How many passages a view would show.
fn total(scene: Scene<'_>, route: &Route) -> usize {
    scene.library.answer(Request { limit: 1, ..scene.library.request(route) }).total
}
