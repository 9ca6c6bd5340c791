//! The whole collection as JSON. The keys are a contract with other programs.

use serde_json::{Value, json};
use summitry_corpus::{Article, Block, Corpus, Meeting, Person, Provenance, Published, Voice};
use summitry_search::Collection;

/// The collection, indented.
pub fn json(collection: &Collection) -> String {
    let corpus = collection.corpus();
    let articles: Vec<Value> =
        corpus.articles.iter().enumerate().map(|(at, one)| article(collection, at, one)).collect();
    let issues: Vec<Value> = corpus
        .issues
        .iter()
        .map(
            |issue| json!({"id": issue.id, "name": issue.name, "description": issue.description, "query": issue.query}),
        )
        .collect();
    let whole = json!({
        "title": corpus.title,
        "articles": articles,
        "issues": issues,
        "meetings": corpus.meetings.iter().map(meeting).collect::<Vec<_>>(),
        "people": corpus.people.iter().map(person).collect::<Vec<_>>(),
        "sides": corpus.sides.iter().map(|side| json!({"id": side.id, "name": side.name, "abbreviation": side.abbreviation})).collect::<Vec<_>>(),
    });
    format!("{whole:#}\n")
}

fn article(collection: &Collection, at: usize, article: &Article) -> Value {
    let corpus = collection.corpus();
    json!({
        "id": article.id,
        "file": article.file,
        "outlet": outlet(corpus, article),
        "headline": article.headline.value,
        "byline": article.byline.as_ref().map(|byline| &byline.value),
        "credits": article.credits.iter().map(|credit| &credit.value).collect::<Vec<_>>(),
        "carrier": article.carrier.as_ref().map(|carrier| &carrier.value),
        "place": article.place.as_ref().map(|place| &place.value),
        "published": article.published.as_ref().map(when),
        "updated": article.updated.as_ref().map(when),
        "meetings": article.meetings.iter().map(|meeting| &meeting.id).collect::<Vec<_>>(),
        "mentions": article.mentions.iter().map(|meeting| &meeting.id).collect::<Vec<_>>(),
        "participants": article.participants.iter().map(|person| &person.id).collect::<Vec<_>>(),
        "notes": article.notes,
        "passages": article.blocks.iter().map(|one| block(collection, at, one)).collect::<Vec<_>>(),
        "voices": article.voices.iter().map(voice).collect::<Vec<_>>(),
        "removed": article.removed.iter().map(|piece| json!({"line": piece.line, "text": piece.text, "reason": piece.reason})).collect::<Vec<_>>(),
        "facts": facts(article),
    })
}

/// A day, how exactly it is known, its zone and what it rests on.
fn when(published: &Published) -> Value {
    let mut value = provenance(&published.why);
    let zone = published.minute.as_ref().map(|minute| minute.zone.as_str()).filter(|zone| !zone.is_empty());
    value["date"] = json!(published.iso());
    value["precision"] = json!(published.precision.name());
    value["zone"] = json!(zone);
    value
}

fn outlet(corpus: &Corpus, article: &Article) -> Value {
    corpus.outlet_of(article).map_or(Value::Null, |outlet| json!({"id": outlet.id, "name": outlet.name}))
}

/// How the facts that stand plainly above are known.
fn facts(article: &Article) -> Value {
    let of = |why: Option<&Provenance>| why.map_or(Value::Null, provenance);
    json!({
        "headline": of(Some(&article.headline.why)),
        "byline": of(article.byline.as_ref().map(|fact| &fact.why)),
        "outlet": of(article.outlet.as_ref().map(|fact| &fact.why)),
        "carrier": of(article.carrier.as_ref().map(|fact| &fact.why)),
        "place": of(article.place.as_ref().map(|fact| &fact.why)),
        "meetings": article.meetings.iter().map(|meeting| provenance(&meeting.why)).collect::<Vec<_>>(),
        "mentions": article.mentions.iter().map(|meeting| provenance(&meeting.why)).collect::<Vec<_>>(),
    })
}

fn provenance(why: &Provenance) -> Value {
    let evidence: Vec<Value> = why.evidence.iter().map(|one| json!({"quote": one.quote, "line": one.line})).collect();
    json!({"basis": why.basis.name(), "evidence": evidence, "because": why.reason})
}

fn block(collection: &Collection, at: usize, block: &Block) -> Value {
    let labels = block.n.map_or(&[][..], |n| collection.labels(at, n));
    let issues: Vec<Value> = labels
        .iter()
        .map(|label| {
            let id = collection.corpus().issues.get(label.issue).map(|issue| issue.id.as_str());
            json!({"id": id, "terms": label.terms})
        })
        .collect();
    json!({
        "n": block.n,
        "kind": block.kind.name(),
        "text": block.text,
        "lines": [block.lines.0, block.lines.1],
        "issues": issues,
        "emendations": block.emendations.iter().map(|made| json!({"was": made.was, "now": made.now, "because": made.why})).collect::<Vec<_>>(),
    })
}

fn voice(voice: &Voice) -> Value {
    json!({
        "passage": voice.passage,
        "speaker": voice.speaker,
        "person": voice.person,
        "role": voice.role,
        "side": voice.side,
        "kind": voice.kind.name(),
        "text": voice.text,
        "basis": voice.basis.name(),
        "cue": voice.cue,
        "because": voice.why,
    })
}

fn meeting(meeting: &Meeting) -> Value {
    json!({
        "id": meeting.id,
        "name": meeting.name,
        "place": meeting.place,
        "start": meeting.start.to_string(),
        "end": meeting.end.unwrap_or(meeting.start).to_string(),
        "participants": meeting.participants,
        "description": meeting.description,
    })
}

fn person(person: &Person) -> Value {
    let roles: Vec<Value> = person.roles.iter().map(|role| {
        json!({"title": role.title, "from": role.from.map(|date| date.to_string()), "until": role.until.map(|date| date.to_string())})
    }).collect();
    json!({"id": person.id, "name": person.name, "side": person.side, "roles": roles, "spellings": person.spellings})
}
