//! What some columns have and others do not: issues, meetings and voices, in
//! words and as a small matrix.

use crate::app::Scene;
use crate::library::{Column, Library, speakers};
use crate::node::{Element, Node, el, link};
use crate::page::compare::found::Found;
use crate::route::{Mode, Page, Route};
use crate::wording::{count, list};

/// Something that not every column has.
pub struct Gap {
    /// Its name.
    pub name: String,
    /// For each column what it has of it, in words, and where that is seen;
    /// nothing where it has none.
    pub cells: Vec<Option<(String, Route)>>,
}

/// Gaps of one kind.
pub struct Gaps {
    /// The kind.
    pub name: &'static str,
    /// Those that some columns have and others do not.
    pub gaps: Vec<Gap>,
    /// The names of those that all columns have.
    pub shared: Vec<String>,
}

/// All gaps of the columns, among the passages that pass the filters; neither
/// the query nor the chosen issues narrow them.
pub fn gaps(library: Library, route: &Route, columns: &[Column], found: &Found) -> [Gaps; 3] {
    [
        sorted("Issues", issues(library, route, columns, found)),
        sorted("Meetings, covered or mentioned", meetings(library, route, columns)),
        sorted("Voices", voices(library, route, columns, found)),
    ]
}

fn sorted(name: &'static str, mut gaps: Vec<Gap>) -> Gaps {
    gaps.retain(|gap| gap.cells.iter().any(Option::is_some));
    let shared = gaps.iter().filter(|gap| gap.cells.iter().all(Option::is_some)).map(|gap| gap.name.clone()).collect();
    gaps.retain(|gap| gap.cells.iter().any(Option::is_none));
    Gaps { name, shared, gaps }
}

fn issues(library: Library, route: &Route, columns: &[Column], found: &Found) -> Vec<Gap> {
    let gap = |issue: &summitry_corpus::IssueDefinition| {
        let seen = Route { mode: Mode::Issues, issues: vec![issue.id.to_string()], ..route.clone() };
        let cell = |column: &Column| {
            let places = library.places_on(issue.id.as_str(), column);
            let number = places.into_iter().filter(|place| found.admits(*place)).count();
            (number > 0).then(|| (count(number, "passage", "passages"), seen.clone()))
        };
        Gap { name: issue.name.clone(), cells: columns.iter().map(cell).collect() }
    };
    library.issues().iter().map(gap).collect()
}

fn meetings(library: Library, route: &Route, columns: &[Column]) -> Vec<Gap> {
    let corpus = library.corpus();
    let gap = |meeting: &summitry_corpus::Meeting| {
        let cell = |column: &Column| {
            let articles = || column.articles.iter().filter_map(|index| corpus.articles.get(*index));
            let covers = articles().find(|article| article.meetings.iter().any(|found| found.id == meeting.id));
            let mentions = || articles().find(|article| article.mentions.iter().any(|found| found.id == meeting.id));
            let (word, article) =
                covers.map(|article| ("covered", article)).or_else(|| Some(("mentioned", mentions()?)))?;
            Some((word.to_owned(), route.elsewhere(Page::Read(article.id.to_string()))))
        };
        Gap { name: meeting.name.clone(), cells: columns.iter().map(cell).collect() }
    };
    corpus.meetings.iter().map(gap).collect()
}

fn voices(library: Library, route: &Route, columns: &[Column], found: &Found) -> Vec<Gap> {
    let bare = Route::default();
    let said = |column: &Column| {
        let mut places = library.chosen_places(&bare, column);
        places.retain(|place| found.admits(*place));
        let mut statements = library.statements(&places);
        statements.retain(|statement| found.hears(library, statement));
        statements
    };
    let statements: Vec<_> = columns.iter().map(said).collect();
    let all = speakers(library, statements.iter().flatten().copied().collect());
    // Those whom the catalogue does not know are “experts” here and “officials”
    // there: not the same people, so nothing is missing where they are not.
    let gap = |person: &str, name: &str| {
        let cell = |statements: &Vec<crate::library::Statement>| {
            let said =
                statements.iter().filter(|(_, voice)| voice.person.as_ref().is_some_and(|id| id.as_str() == person));
            let number = said.clone().count();
            let (article, voice) = said.clone().next()?;
            let article = library.corpus().articles.get(*article)?;
            let reader =
                route.elsewhere(Page::Read(article.id.to_string())).with(|route| route.passage = Some(voice.passage));
            Some((count(number, "statement", "statements"), reader))
        };
        Gap { name: name.to_owned(), cells: statements.iter().map(cell).collect() }
    };
    all.iter().filter_map(|speaker| Some(gap(speaker.person?, speaker.name))).collect()
}

/// Sentences and the matrix.
pub fn view(scene: Scene<'_>, columns: &[Column], found: &Found) -> Vec<Node> {
    if columns.len() < 2 {
        let words = "What is missing shows when there is another column: choose one above.";
        return vec![el("p").class("empty").add(words).into()];
    }
    let all = gaps(scene.library, scene.route, columns, found);
    let told = all.iter().map(|kind| {
        let lines = sentences(columns, kind).into_iter().map(|line| el("li").add(line));
        el("section").add(el("h2").add(kind.name)).add(el("ul").all(lines))
    });
    let sentences = el("div").class("gaps").all(told);
    vec![told_apart(scene.route).into(), sentences.into(), matrix(columns, &all).into()]
}

/// That what is missing is told of the whole articles, where something else is
/// asked for besides.
fn told_apart(route: &Route) -> Option<Element> {
    let what = match (route.query.trim().is_empty(), route.issues.is_empty()) {
        (true, true) => return None,
        (false, true) => "The words that you look for do",
        (true, false) => "The chosen issues do",
        (false, false) => "The words that you look for and the chosen issues do",
    };
    Some(
        el("p")
            .class("fine")
            .add([what, " not narrow this view: it is about all passages that pass the other filters."].concat()),
    )
}

/// What each column alone has, what it alone lacks, and how much all share.
pub fn sentences(columns: &[Column], kind: &Gaps) -> Vec<String> {
    let mut lines = Vec::new();
    for (place, column) in columns.iter().enumerate() {
        let here = |gap: &&Gap| gap.cells.get(place).is_some_and(Option::is_some);
        let number = |gap: &Gap| gap.cells.iter().flatten().count();
        let names = |gaps: Vec<&Gap>| list(&gaps.iter().map(|gap| gap.name.clone()).collect::<Vec<_>>());
        let only = names(kind.gaps.iter().filter(|gap| here(gap) && number(gap) == 1).collect());
        let lacks = names(kind.gaps.iter().filter(|gap| !here(gap) && number(gap) + 1 == columns.len()).collect());
        if !only.is_empty() {
            lines.push(format!("Only in {}: {only}.", column.short));
        }
        // Of two columns, what one lacks is what only the other has.
        if !lacks.is_empty() && columns.len() > 2 {
            lines.push(format!("Not in {}, but in all others: {lacks}.", column.short));
        }
    }
    let every = if columns.len() == 2 { "both" } else { "all columns" };
    lines.push(match kind.shared.as_slice() {
        [] => format!("In {every}: none."),
        shared => format!("In {every}: {}.", list(shared)),
    });
    lines
}

fn matrix(columns: &[Column], all: &[Gaps]) -> Element {
    let heads = columns.iter().map(|column| {
        el("th")
            .at("scope", "col")
            .at("tabindex", "-1")
            .at("data-column", column.id.clone())
            .at("title", column.title)
            .add(column.short.clone())
    });
    let groups = all.iter().filter(|kind| !kind.gaps.is_empty()).map(|kind| {
        let width = (columns.len() + 1).to_string();
        let head = el("tr").add(el("th").class("overline").at("scope", "rowgroup").at("colspan", width).add(kind.name));
        el("tbody").add(head).all(kind.gaps.iter().map(|gap| {
            let cells = gap.cells.iter().map(|cell| match cell {
                Some((words, route)) => el("td").add(link(route.href()).add(words.clone())),
                None => el("td").flag("data-empty", true).add(el("span").class("none").add("not here")),
            });
            el("tr").add(el("th").at("scope", "row").add(gap.name.clone())).all(cells)
        }))
    });
    let table = el("table")
        .class("coverage gap-table")
        .add(el("caption").class("visually-hidden").add("What some columns have and others do not"))
        .add(el("thead").add(el("tr").add(el("td")).all(heads)))
        .all(groups);
    el("div").class("coverage-scroll").at("tabindex", "0").at("role", "region").at("aria-label", "Gaps").add(table)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::page::compare::found::tests::compared;

    fn found(fragment: &str) -> (Vec<Column>, [Gaps; 3]) {
        let (library, route, columns, found) = compared(fragment);
        let gaps = gaps(library, &route, &columns, &found);
        (columns, gaps)
    }

    const THREE: &str = "#/compare?a=bbc-2001-10-21&a=monitor-2001-11-07&a=voa-2003-09-24";

    #[test]
    fn a_gap_is_what_some_columns_have_and_others_lack() {
        let (_, all) = found(THREE);
        for gap in all.iter().flat_map(|kind| &kind.gaps) {
            let having = gap.cells.iter().flatten().count();
            assert!((1..3).contains(&having), "{}", gap.name);
        }
        assert!(all.iter().all(|kind| !kind.gaps.is_empty()));
    }

    #[test]
    fn sentences_name_what_one_column_alone_has_or_lacks() {
        let (columns, [issues, meetings, voices]) = found(THREE);
        let told = sentences(&columns, &issues);
        assert!(
            told.iter().any(|line| line.starts_with("Only in BBC 2001: ") && line.contains("Afghanistan")),
            "{told:?}"
        );
        assert!(
            told.iter().any(|line| line.starts_with("Not in BBC 2001, but in all others: ") && line.contains("Iran")),
            "{told:?}"
        );
        let told = sentences(&columns, &meetings);
        assert!(told.iter().any(|line| line.contains("Camp David 2003")), "{told:?}");
        let told = sentences(&columns, &voices);
        assert!(told.iter().any(|line| line.contains("Viktor Kremenyuk")), "{told:?}");
    }
}
