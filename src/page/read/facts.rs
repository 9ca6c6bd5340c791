//! What is known about an article, and how.

use summitry_corpus::{Article, Basis, MeetingRef, Provenance};

use crate::app::Scene;
use crate::node::{Element, Node, el, link};
use crate::part::evidence;
use crate::route::{Page, Route};
use crate::wording::published;

/// The facts, each with what it rests on.
pub fn view(scene: Scene<'_>, article: &'static Article) -> Element {
    let corpus = scene.library.corpus();
    let mut facts = Vec::new();
    if let Some(outlet) = &article.outlet {
        let name = corpus.outlet(outlet.value.as_str()).map_or(outlet.value.as_str(), |outlet| outlet.name.as_str());
        fact(&mut facts, "Outlet", name, Some((&outlet.why, "the outlet")));
    }
    if let Some(carrier) = &article.carrier {
        fact(&mut facts, "Carried by", carrier.value.as_str(), Some((&carrier.why, "the carrier")));
    }
    match &article.published {
        Some(when) => {
            let time = el("time").at("datetime", when.iso()).add(published(when));
            fact(&mut facts, "Published", time, Some((&when.why, "the date")));
        }
        None => fact(&mut facts, "Published", "not known", None),
    }
    if let Some(byline) = &article.byline {
        fact(&mut facts, "By", byline.value.as_str(), Some((&byline.why, "the author")));
    }
    for credit in &article.credits {
        fact(&mut facts, "Credit", credit.value.as_str(), Some((&credit.why, "the credit")));
    }
    if article.headline.why.basis == Basis::Inferred {
        fact(&mut facts, "Headline", "not in the file", Some((&article.headline.why, "the headline")));
    }
    meetings(scene, &mut facts, "Covers", &article.meetings);
    meetings(scene, &mut facts, "Mentions", &article.mentions);
    for note in &article.notes {
        fact(&mut facts, "Note", note.as_str(), None);
    }
    fact(&mut facts, "File", el("code").add(article.file.as_str()), None);
    el("dl").class("facts").all(facts)
}

/// A fact's name and value, and how it is known.
fn fact(
    facts: &mut Vec<Element>,
    name: &'static str,
    value: impl Into<Node>,
    why: Option<(&'static Provenance, &str)>,
) {
    let how = why.map(|(why, of)| evidence(why, of));
    facts.push(el("dt").add(name));
    facts.push(el("dd").add(value).add(" ").add(how));
}

/// The meetings, each a link to all that is said in articles about it.
fn meetings(scene: Scene<'_>, facts: &mut Vec<Element>, title: &'static str, meetings: &'static [MeetingRef]) {
    let known = meetings.iter().filter_map(|found| Some((found, scene.library.corpus().meeting(found.id.as_str())?)));
    for (place, (found, meeting)) in known.enumerate() {
        let search = Route { meetings: vec![meeting.id.to_string()], ..scene.route.elsewhere(Page::Search) };
        let name = link(search.href()).add(meeting.name.as_str());
        facts.extend((place == 0).then(|| el("dt").add(title)));
        facts.push(el("dd").add(name).add(" ").add(evidence(&found.why, "this meeting")));
    }
}
