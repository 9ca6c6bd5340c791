//! Who speaks in the collection: by side, in whose words, how much, and where.

use summitry_corpus::{Article, Outlet, Side};

use crate::app::Scene;
use crate::component::{chips, side_mark, statement};
use crate::library::{Library, MOST_COLUMNS, Speaker, Statement, Tally, speakers};
use crate::node::{Element, Node, el, link, unseen};
use crate::route::{Mode, Page, Route, toggled};
use crate::wording::count;

/// How many statements of a speaker are listed; all others are a search away.
const MOST: usize = 20;

/// The page.
pub fn view(scene: Scene<'_>) -> Node {
    let library = scene.library;
    let corpus = library.corpus();
    let everything = statements(library, &Route::default());
    let shown = statements(library, scene.route);
    let found = speakers(library, shown.clone());
    let sides = corpus.sides.iter().map(|side| (Some(side.id.as_str()), side.name.as_str()));
    let groups = sides.chain([(None, "Side not known")]).map(|(id, name)| group(scene, id, name, &found));
    el("div")
        .class("voices-page")
        .add(el("h1").add("Voices"))
        .add(
            el("p")
                .class("lede")
                .add("Who speaks in these articles, on which side, in their own words or in the reporter’s, and what they reject: those with most words first."),
        )
        .add((!corpus.sides.is_empty() && !corpus.outlets.is_empty()).then(|| matrix(scene, &everything)))
        .add(
            el("div")
                .class("result-bar")
                .add(el("p").at("role", "status").add(told(&found, Tally::of(library, &shown))))
                .add(chosen(scene)),
        )
        .all(groups)
        .into()
}

/// The statements that a route leaves: by side, outlet and person.
fn statements(library: Library, route: &Route) -> Vec<Statement> {
    let all = library.corpus().articles.iter().enumerate();
    let outlet = |article: &Article| article.outlet.as_ref().map(|fact| fact.value.to_string());
    let articles = all.filter(|(_, article)| fits(&route.outlets, outlet(article)));
    let said = articles.flat_map(|(index, article)| article.voices.iter().map(move |voice| (index, voice)));
    said.filter(|(_, voice)| {
        fits(&route.sides, voice.side.as_ref().map(ToString::to_string))
            && fits(&route.speakers, voice.person.as_ref().map(ToString::to_string))
    })
    .collect()
}

fn fits(wanted: &[String], id: Option<String>) -> bool {
    wanted.is_empty() || id.is_some_and(|id| wanted.contains(&id))
}

/// `12 voices: 20 quotations, 300 words; 9 paraphrases, 120 words.`
fn told(found: &[Speaker], tally: Tally) -> String {
    if found.is_empty() {
        return "Nobody speaks in what is chosen.".to_owned();
    }
    format!("{}: {}.", count(found.len(), "voice", "voices"), tally.told())
}

/// How many words each side has in each outlet; each figure leads to who says
/// them.
fn matrix(scene: Scene<'_>, everything: &[Statement]) -> Element {
    let corpus = scene.library.corpus();
    let heads = corpus.sides.iter().map(|side| {
        let mark = side_mark(scene.library, side.id.as_str());
        el("th").at("scope", "col").add(mark).add(" ").add(side.name.as_str())
    });
    let rows = corpus.outlets.iter().map(|outlet| {
        let own = |statement: &&Statement| {
            let article = corpus.articles.get(statement.0);
            article.and_then(|article| article.outlet.as_ref()).is_some_and(|fact| fact.value == outlet.id)
        };
        let of: Vec<&Statement> = everything.iter().filter(own).collect();
        let all = Tally::of(scene.library, of.iter().copied()).all_words();
        let cells = corpus.sides.iter().map(|side| el("td").add(figure(scene, outlet, side, &of, all)));
        el("tr").add(el("th").at("scope", "row").add(outlet.short.as_str())).all(cells)
    });
    let table = el("table")
        .class("coverage")
        .add(el("caption").class("fine").add(
            "Words of each side in each outlet, and their share of all that is quoted, paraphrased or rejected there",
        ))
        .add(el("thead").add(el("tr").add(el("th").at("scope", "col").add("Outlet")).all(heads)))
        .add(el("tbody").all(rows));
    el("div")
        .class("coverage-scroll")
        .at("tabindex", "0")
        .at("role", "region")
        .at("aria-label", "Sides and outlets")
        .add(table)
}

fn figure(scene: Scene<'_>, outlet: &Outlet, side: &Side, of: &[&Statement], all: usize) -> Element {
    let sided = of.iter().copied().filter(|(_, voice)| voice.side.as_ref() == Some(&side.id));
    let words = Tally::of(scene.library, sided).all_words();
    if words == 0 {
        return el("span").class("none").add("none");
    }
    let share = (words * 100 + all / 2) / all.max(1);
    let (one, other) = (side.id.to_string(), outlet.id.to_string());
    let route = scene.route.with(|route| (route.sides, route.outlets) = (vec![one], vec![other]));
    let here = route == *scene.route;
    link(route.href())
        .at("data-weight", (1 + share.min(99) / 25).to_string())
        .current(here)
        .add(format!("{words} · {share}%"))
        .add(unseen(format!(" {} words in {}", side.name, outlet.short)))
}

/// What narrows the page, each chip a link that takes it away.
fn chosen(scene: Scene<'_>) -> Option<Element> {
    let (route, corpus) = (scene.route, scene.library.corpus());
    let sides = route.sides.iter().filter_map(|id| {
        Some((corpus.side(id)?.name.clone(), route.with(|route| route.sides = toggled(&route.sides, id))))
    });
    let outlets = route.outlets.iter().filter_map(|id| {
        Some((corpus.outlet(id)?.name.clone(), route.with(|route| route.outlets = toggled(&route.outlets, id))))
    });
    let people = route.speakers.iter().filter_map(|id| {
        Some((corpus.person(id)?.name.clone(), route.with(|route| route.speakers = toggled(&route.speakers, id))))
    });
    chips("Chosen voices", sides.chain(outlets).chain(people).collect(), Some(route.elsewhere(Page::Voices).href()))
}

/// The speakers of a side.
fn group(scene: Scene<'_>, id: Option<&str>, name: &'static str, found: &[Speaker]) -> Option<Element> {
    let of: Vec<&Speaker> = found.iter().filter(|speaker| speaker.side == id).collect();
    let tally = of.iter().fold(Tally::default(), |sum, speaker| sum.and(speaker.tally));
    let only = id.filter(|_| scene.route.sides.len() != 1).map(|id| {
        let narrowed = scene.route.with(|route| route.sides = vec![id.to_owned()]);
        link(narrowed.href()).class("fine").add("only these").add(unseen(format!(": {name}")))
    });
    let head = el("header")
        .class("section-head")
        .add(el("h2").add(id.and_then(|id| side_mark(scene.library, id))).add(" ").add(name))
        .add(el("p").class("fine").add(tally.told()))
        .add(only);
    (!of.is_empty()).then(|| {
        el("section").class("side-voices").add(head).add(el("ul").all(of.iter().map(|speaker| item(scene, speaker))))
    })
}

/// A speaker: how much, where, and what.
fn item(scene: Scene<'_>, speaker: &Speaker) -> Element {
    let role = speaker.role();
    let role = (!role.is_empty()).then(|| el("span").class("fine").add(format!(", {role}")));
    let mut articles: Vec<usize> = speaker.statements.iter().map(|(article, _)| *article).collect();
    articles.dedup();
    let places: Vec<String> = articles.iter().map(|article| scene.library.outlet_and_year(*article)).collect();
    let said = speaker.statements.iter().take(MOST).filter_map(|found| statement(scene, *found, &[]));
    let open = scene.route.speakers.len() == 1 || speaker.statements.len() == 1;
    let yours = speaker.person.map(|id| scene.library.yours("person", id));
    let summary = format!("What they say: {}", count(speaker.statements.len(), "statement", "statements"));
    let statements = el("details")
        .class("evidence statements")
        .flag("open", open)
        .add(el("summary").add(summary).add(unseen(format!(" by {}", speaker.name))))
        .add(el("ul").all(said));
    el("li")
        .class("speaker")
        .key(speaker.name.to_owned())
        .add(el("h3").add(speaker.name).add(yours).add(role))
        .add(el("p").class("fine").add(format!("{}; in {}.", speaker.tally.told(), places.join(", "))))
        .add(el("p").class("fine row-tools no-print").all(ways(scene, speaker, &articles)))
        .add(statements)
}

/// The ways on from a speaker: all their passages, the articles side by side.
fn ways(scene: Scene<'_>, speaker: &Speaker, articles: &[usize]) -> Vec<Node> {
    let route = scene.route;
    let of = || unseen(format!(": {}", speaker.name));
    let mut ways: Vec<Node> = Vec::new();
    let mut way = |name: &'static str, to: Route| ways.extend([link(to.href()).add(name).add(of()).into(), " ".into()]);
    if let Some(id) = speaker.person {
        let person = || vec![id.to_owned()];
        if route.speakers.len() != 1 {
            way("only this voice", route.with(|route| route.speakers = person()));
        }
        way("all passages", Route { speakers: person(), ..route.elsewhere(Page::Search) });
    }
    let all = &scene.library.corpus().articles;
    let columns: Vec<String> =
        articles.iter().take(MOST_COLUMNS).filter_map(|index| Some(all.get(*index)?.id.to_string())).collect();
    if columns.len() > 1 {
        let speakers = speaker.person.map(str::to_owned).into_iter().collect();
        way("compare", Route { columns, speakers, mode: Mode::Voices, ..route.elsewhere(Page::Compare) });
    }
    ways
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sides_outlets_and_people_narrow_the_statements() {
        let (library, route) = Library::at("#/voices?side=russia&outlet=csm&speaker=markov");
        let all = statements(library, &Route::default());
        assert_eq!(all.len(), library.corpus().articles.iter().map(|article| article.voices.len()).sum::<usize>());
        let some = statements(library, &route);
        assert!(!some.is_empty() && some.len() < all.len());
        for (article, voice) in some {
            assert_eq!(library.corpus().articles[article].id.as_str(), "csm-2013-05-07");
            assert_eq!(voice.speaker, "Sergei Markov");
        }
    }
}
