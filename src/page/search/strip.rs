//! The articles and the meetings on a strip of years.

use summitry_corpus::Date;
use summitry_search::query::DateBound;

use crate::app::Scene;
use crate::node::{Element, Node, el, link};
use crate::route::{Page, Route};
use crate::wording::{meeting_days, published};

/// The most marks that stand in one year.
const MOST: usize = 6;
/// The longest run of years that is drawn year by year.
const LONGEST: i16 = 60;

/// A mark of the strip.
struct Mark {
    date: Date,
    kind: &'static str,
    name: String,
    href: String,
}

/// The strip; nothing when no date is known, or when it would be too long.
pub fn view(scene: Scene<'_>) -> Option<Element> {
    let marks = marks(scene);
    let first = marks.iter().map(|mark| mark.date.year()).min()?;
    let last = marks.iter().map(|mark| mark.date.year()).max()?;
    if last.checked_sub(first)? >= LONGEST {
        return None;
    }
    let years = (first..=last).map(|year| view_year(scene, year, marks.iter().filter(|mark| mark.date.year() == year)));
    let key = el("p")
        .class("fine strip-key")
        .add(el("span").class("mark").at("data-kind", "article"))
        .add(" article ")
        .add(el("span").class("mark").at("data-kind", "meeting"))
        .add(" meeting");
    Some(
        el("section")
            .class("strip")
            .at("aria-label", "Articles and meetings by year")
            .add(el("ol").all(years))
            .add(key),
    )
}

/// Meetings and articles by date.
fn marks(scene: Scene<'_>) -> Vec<Mark> {
    let corpus = scene.library.corpus();
    let mut marks: Vec<Mark> = Vec::new();
    for meeting in &corpus.meetings {
        let search = Route { meetings: vec![meeting.id.to_string()], ..scene.route.elsewhere(Page::Search) };
        let name = format!("{}, {}", meeting.name, meeting_days(meeting));
        marks.push(Mark { date: meeting.start, kind: "meeting", name, href: search.href() });
    }
    for article in &corpus.articles {
        let Some(when) = &article.published else { continue };
        let reader = scene.route.elsewhere(Page::Read(article.id.to_string()));
        let name = format!("{}, {}: {}", scene.library.outlet_name(article), published(when), article.headline.value);
        let place = marks.iter().position(|mark| mark.date > when.date).unwrap_or(marks.len());
        marks.insert(place, Mark { date: when.date, kind: "article", name, href: reader.href() });
    }
    marks
}

fn view_year<'m>(scene: Scene<'_>, year: i16, marks: impl Iterator<Item = &'m Mark>) -> Element {
    let mut published = false;
    let mut shown: Vec<Node> = marks
        .map(|mark| {
            published |= mark.kind == "article";
            let link = link(mark.href.clone()).class("mark").at("data-kind", mark.kind);
            el("li").add(link.at("aria-label", mark.name.clone()).at("title", mark.name.clone())).into()
        })
        .collect();
    if shown.is_empty() {
        return el("li").at("aria-hidden", "true");
    }
    let more = shown.len().saturating_sub(MOST);
    shown.truncate(MOST);
    let label: Node = if published {
        let bound = DateBound::parse(&year.to_string());
        let search = Route { from: bound, to: bound, ..scene.route.elsewhere(Page::Search) };
        link(search.href()).at("aria-label", format!("Everything published in {year}")).add(year.to_string()).into()
    } else {
        el("span").add(year.to_string()).into()
    };
    let more = (more > 0).then(|| el("li").class("fine").add(format!("+{more}")));
    el("li").class("year").add(el("ul").all(shown).add(more)).add(label)
}
