//! A statement, or a passage in which nobody speaks, as a line of a table.
//!
//! Invariant: the line says from which passage of which article it is, who
//! speaks in it and how, and why the passage is on its issues; a field holds one
//! thing.

use crate::library::{Library, Place, Statement};

/// The names of the fields.
pub const FIELDS: [&str; 16] = [
    "article", "outlet", "date", "author", "passage", "speaker", "role", "class", "side", "manner", "words", "labels",
    "why", "link", "zone", "updated",
];

/// A line, its values in the order of [`FIELDS`].
pub type Record = [String; FIELDS.len()];

/// The record of a passage, or of what somebody says in it; `page` is the
/// address of the page without its fragment. Of a place that the collection
/// does not have there is none.
pub fn record(library: Library, page: &str, place: Place, said: Option<&Statement>) -> Option<Record> {
    let corpus = library.corpus();
    let (article, block) = (corpus.articles.get(place.0)?, library.block(place)?);
    let labels = library.labels(place.0, place.1);
    let named = |told: &dyn Fn(&str, &[String]) -> String| {
        let of = labels.iter().filter_map(|label| Some((library.issues().get(label.issue)?, label)));
        of.map(|(issue, label)| told(&issue.name, &label.terms)).collect::<Vec<_>>().join("; ")
    };
    let reader = library.reader(article, Some(place.1));
    let of = |part: &dyn Fn(&Statement) -> String| said.map(part).unwrap_or_default();
    let side = |(_, voice): &Statement| voice.side.as_ref().and_then(|id| corpus.side(id.as_str()));
    Some([
        article.headline.value.clone(),
        corpus.outlet_of(article).map(|outlet| outlet.name.clone()).unwrap_or_default(),
        article.published.as_ref().map(|when| when.iso()).unwrap_or_default(),
        article.byline.as_ref().map(|byline| byline.value.clone()).unwrap_or_default(),
        place.1.to_string(),
        of(&|(_, voice)| voice.speaker.clone()),
        of(&|(_, voice)| voice.role.clone()),
        of(&|(_, voice)| corpus.role_class(article, voice).map_or("", |class| class.name()).to_owned()),
        of(&|statement| side(statement).map(|side| side.name.clone()).unwrap_or_default()),
        of(&|(_, voice)| voice.kind.manner().to_owned()),
        said.map_or_else(|| block.text.clone(), |(_, voice)| voice.text.clone()),
        named(&|name, _| name.to_owned()),
        named(&|name, terms| format!("{name}: {}", terms.join(", "))),
        [page, &reader.href()].concat(),
        article.published.as_ref().map(|when| when.zone_name()).unwrap_or_default(),
        article.updated.as_ref().map(|when| when.stamp()).unwrap_or_default(),
    ])
}
