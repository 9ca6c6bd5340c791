//! The whole collection as JSON. The keys are a contract with other programs.
//!
//! Invariant: keys stand in the order of the alphabet.

use serde::Serialize;
use serde_json::{Value, json};
use summitry_corpus::{Article, Block, Corpus, Meeting, Person, Provenance, Published, Voice};
use summitry_search::Annotated;

/// The collection, indented.
pub fn json(collection: &Annotated) -> String {
    let corpus = collection.corpus();
    let issues = corpus.issues.iter().map(
        |issue| json!({"id": issue.id, "name": issue.name, "description": issue.description, "query": issue.query}),
    );
    let sides =
        corpus.sides.iter().map(|side| json!({"id": side.id, "name": side.name, "abbreviation": side.abbreviation}));
    let whole = Whole {
        articles: corpus.articles.iter().enumerate().map(|(at, one)| article(collection, at, one)).collect(),
        issues: issues.collect(),
        meetings: corpus.meetings.iter().map(meeting).collect(),
        people: corpus.people.iter().map(person).collect(),
        sides: sides.collect(),
        title: &corpus.title,
    };
    // Nothing in it can fail to be written.
    let mut text = serde_json::to_string_pretty(&whole).unwrap_or_default();
    text.push('\n');
    text
}

#[derive(Serialize)]
struct Whole<'c> {
    articles: Vec<ArticleFields<'c>>,
    issues: Vec<Value>,
    meetings: Vec<Value>,
    people: Vec<Value>,
    sides: Vec<Value>,
    title: &'c str,
}

#[derive(Serialize)]
struct ArticleFields<'c> {
    byline: Option<&'c str>,
    carrier: Option<&'c str>,
    credits: Vec<&'c str>,
    facts: Value,
    file: &'c str,
    headline: &'c str,
    id: &'c str,
    meetings: Vec<&'c str>,
    mentions: Vec<&'c str>,
    notes: Value,
    outlet: Value,
    participants: Vec<&'c str>,
    passages: Vec<BlockFields<'c>>,
    place: Option<&'c str>,
    published: Option<Value>,
    removed: Vec<RemovedFields<'c>>,
    updated: Option<Value>,
    voices: Vec<VoiceFields<'c>>,
}

#[derive(Serialize)]
struct BlockFields<'c> {
    emendations: Vec<EmendationFields<'c>>,
    issues: Vec<IssueFields<'c>>,
    kind: &'static str,
    lines: [u32; 2],
    n: Option<u32>,
    text: &'c str,
}

#[derive(Serialize)]
struct EmendationFields<'c> {
    because: &'c str,
    now: &'c str,
    was: &'c str,
}

#[derive(Serialize)]
struct IssueFields<'c> {
    id: Option<&'c str>,
    terms: &'c [String],
}

#[derive(Serialize)]
struct RemovedFields<'c> {
    line: u32,
    reason: &'c str,
    text: &'c str,
}

#[derive(Serialize)]
struct VoiceFields<'c> {
    basis: &'static str,
    because: &'c str,
    cue: &'c str,
    kind: &'static str,
    passage: u32,
    person: Option<&'c str>,
    role: &'c str,
    side: Option<&'c str>,
    speaker: &'c str,
    text: &'c str,
}

fn article<'c>(collection: &'c Annotated, at: usize, article: &'c Article) -> ArticleFields<'c> {
    let removed = article.removed.iter();
    ArticleFields {
        byline: article.byline.as_ref().map(|byline| byline.value.as_str()),
        carrier: article.carrier.as_ref().map(|carrier| carrier.value.as_str()),
        credits: article.credits.iter().map(|credit| credit.value.as_str()).collect(),
        facts: facts(article),
        file: &article.file,
        headline: &article.headline.value,
        id: article.id.as_str(),
        meetings: article.meetings.iter().map(|meeting| meeting.id.as_str()).collect(),
        mentions: article.mentions.iter().map(|meeting| meeting.id.as_str()).collect(),
        notes: json!(article.notes),
        outlet: outlet(collection.corpus(), article),
        participants: article.participants.iter().map(|person| person.id.as_str()).collect(),
        passages: article.blocks.iter().map(|one| block(collection, at, one)).collect(),
        place: article.place.as_ref().map(|place| place.value.as_str()),
        published: article.published.as_ref().map(when),
        removed: removed
            .map(|piece| RemovedFields { line: piece.line, reason: &piece.reason, text: &piece.text })
            .collect(),
        updated: article.updated.as_ref().map(when),
        voices: article.voices.iter().map(voice).collect(),
    }
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

fn block<'c>(collection: &'c Annotated, at: usize, block: &'c Block) -> BlockFields<'c> {
    let labels = block.n.map_or(&[][..], |n| collection.labels(at, n));
    let id = |issue: usize| collection.corpus().issues.get(issue).map(|issue| issue.id.as_str());
    let emendations = block.emendations.iter();
    BlockFields {
        emendations: emendations
            .map(|made| EmendationFields { because: &made.why, now: &made.now, was: &made.was })
            .collect(),
        issues: labels.iter().map(|label| IssueFields { id: id(label.issue), terms: &label.terms }).collect(),
        kind: block.kind.name(),
        lines: block.lines.into(),
        n: block.n,
        text: &block.text,
    }
}

fn voice(voice: &Voice) -> VoiceFields<'_> {
    VoiceFields {
        basis: voice.basis.name(),
        because: &voice.why,
        cue: &voice.cue,
        kind: voice.kind.name(),
        passage: voice.passage,
        person: voice.person.as_ref().map(|person| person.as_str()),
        role: &voice.role,
        side: voice.side.as_ref().map(|side| side.as_str()),
        speaker: &voice.speaker,
        text: &voice.text,
    }
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
