//! What is known about an article, and how.

use summitry_corpus::{Article, Basis, MeetingRef, Outlet, Provenance};

use crate::app::Scene;
use crate::component::{evidence, line_link};
use crate::node::{Element, Node, el, link};
use crate::route::{Page, Route, Text};
use crate::wording::{count, published};

/// The facts, each with what it rests on.
pub fn view(scene: Scene<'_>, article: &'static Article) -> Element {
    let mut facts = Facts { scene, article, shown: Vec::new() };
    facts.who_and_when();
    facts.meetings("Covers", &article.meetings, "Why does it cover this meeting?");
    facts.meetings("Mentions", &article.mentions, "Where does it mention this meeting?");
    el("dl").class("facts").all(facts.shown)
}

/// What the collection's editor remarks, the file, and what of it is not part
/// of the reading text; the other texts show that in its place.
pub fn source(scene: Scene<'_>, article: &'static Article) -> Element {
    let notes = article.notes.iter().map(|note| el("li").add(note.as_str()));
    let file = el("li").add("The file is ").add(el("code").add(article.file.as_str())).add(".");
    let left_out = (scene.route.text == Text::Reading).then(|| left_out(scene, article)).flatten();
    el("section")
        .class("about-source")
        .add(el("h2").add("About this source"))
        .add(el("ul").all(notes).add(file))
        .add(left_out)
}

fn left_out(scene: Scene<'_>, article: &'static Article) -> Option<Element> {
    let items = article.removed.iter().map(|removed| {
        let line = line_link(scene, article, removed.line, format!("Line {}", removed.line));
        el("li").add(line).add([", ", &removed.reason, ": "].concat()).add(removed.text.as_str())
    });
    let summary = format!("What was left out: {}", count(article.removed.len(), "piece", "pieces"));
    (!article.removed.is_empty())
        .then(|| el("details").class("left-out").add(el("summary").add(summary)).add(el("ul").all(items)))
}

struct Facts<'s> {
    scene: Scene<'s>,
    article: &'static Article,
    shown: Vec<Element>,
}

impl Facts<'_> {
    /// A fact's name and value, how it is known, and the question which that
    /// answers.
    fn add(&mut self, name: &'static str, value: impl Into<Node>, why: Option<(&'static Provenance, &'static str)>) {
        let how = why.map(|(why, question)| evidence(self.scene, self.article, why, question));
        let value = el("dd").add(value).add(" ").add(how);
        self.shown.push(el("div").at("data-fact", name).add(el("dt").add(name)).add(value));
    }

    fn who_and_when(&mut self) {
        let article = self.article;
        if let Some(byline) = &article.byline {
            self.add("By", byline.value.as_str(), Some((&byline.why, "Why this author?")));
        }
        match &article.published {
            Some(when) => {
                let time = el("time").at("datetime", when.iso()).add(published(when));
                self.add("Published", time, Some((&when.why, "Why this date?")));
            }
            None => self.add("Published", "not known", None),
        }
        if let Some(when) = &article.updated {
            let time = el("time").at("datetime", when.iso()).add(published(when));
            self.add("Updated", time, Some((&when.why, "Why this update?")));
        }
        if let Some(outlet) = &article.outlet {
            let known = self.scene.library.corpus().outlet(outlet.value.as_str());
            let name = known.map_or(outlet.value.as_str(), |outlet| outlet.name.as_str());
            self.add("Outlet", name, Some((&outlet.why, "Why this outlet?")));
            self.publisher(known);
        }
        if let Some(carrier) = &article.carrier {
            self.add("Carried by", carrier.value.as_str(), Some((&carrier.why, "Why this carrier?")));
        }
        if let Some(place) = &article.place {
            self.add("Written in", place.value.as_str(), Some((&place.why, "Why this place?")));
        }
        for credit in &article.credits {
            self.add("Credit", credit.value.as_str(), Some((&credit.why, "Why this credit?")));
        }
        if article.headline.why.basis == Basis::Inferred {
            self.add(
                "Headline",
                "the file has none; the one shown is",
                Some((&article.headline.why, "Why this headline?")),
            );
        }
    }

    /// Who publishes it, as far as the catalogue says.
    fn publisher(&mut self, outlet: Option<&'static Outlet>) {
        let Some(outlet) = outlet.filter(|outlet| !outlet.country.is_empty()) else { return };
        let facts = [("Owner", &outlet.owner), ("Who pays", &outlet.funding), ("According to", &outlet.basis)];
        let known = facts.into_iter().filter(|(_, value)| !value.is_empty());
        let told: Vec<Element> = known.map(|(name, value)| el("p").add([name, ": ", value].concat())).collect();
        let who = (!told.is_empty()).then(|| {
            let about = el("div").add(el("p").add(outlet.description.as_str())).all(told);
            el("details").class("unfolds").add(el("summary").add("who publishes it?")).add(about)
        });
        let value = el("dd").add(outlet.country.as_str()).add(" ").add(who);
        self.shown.push(el("div").at("data-fact", "Published in").add(el("dt").add("Published in")).add(value));
    }

    /// The meetings, each a link to all that is said in articles about it.
    fn meetings(&mut self, title: &'static str, meetings: &'static [MeetingRef], question: &'static str) {
        let (scene, article) = (self.scene, self.article);
        let known =
            meetings.iter().filter_map(|found| Some((found, scene.library.corpus().meeting(found.id.as_str())?)));
        let values: Vec<Element> = known
            .map(|(found, meeting)| {
                let search = Route { meetings: vec![meeting.id.to_string()], ..scene.route.elsewhere(Page::Search) };
                let name = link(search.href()).add(meeting.name.as_str());
                el("dd").add(name).add(" ").add(evidence(scene, article, &found.why, question))
            })
            .collect();
        if !values.is_empty() {
            self.shown.push(el("div").at("data-fact", title).add(el("dt").add(title)).all(values));
        }
    }
}
