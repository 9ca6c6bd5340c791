//! What is told of articles, facts and problems to whoever draws them: JSON.
//!
//! Invariant: text goes out as it is, never as markup, and offsets of a text
//! are counted in UTF-16 units, as browsers count.

use serde_json::{Value, json};
use summitry_corpus::{
    Article, Block, ByteRange, Corpus, Emendation, Fact, Place, Problem, Proposal, Provenance, Published, ReceivedFate,
    Warning,
};

use crate::remedy::in_a_page;

/// Sets a key of an object.
pub(crate) fn put(told: &mut Value, key: &str, value: Value) {
    if let Some(told) = told.as_object_mut() {
        told.insert(key.to_owned(), value);
    }
}

/// A problem, which stops the build.
pub(crate) fn problem(problem: &Problem) -> Value {
    placed(&problem.place, &problem.message, &problem.remedy, "error")
}

/// A warning, which does not.
pub(crate) fn warning(warning: &Warning) -> Value {
    placed(&warning.place, &warning.message, &warning.remedy, "warning")
}

pub(crate) fn problems(list: &[Problem]) -> Vec<Value> {
    list.iter().map(problem).collect()
}

fn placed(place: &Place, message: &str, remedy: &str, level: &str) -> Value {
    json!({
        "file": place.file, "line": place.line, "column": place.column, "width": place.width,
        "text": place.text, "skipped": place.skipped, "message": message, "remedy": remedy, "level": level,
        "in_a_page": in_a_page(remedy),
    })
}

/// A value and what it rests on.
pub(crate) fn fact(value: &str, why: &Provenance) -> Value {
    let evidence: Vec<Value> =
        why.evidence.iter().map(|words| json!({"quote": words.quote, "line": words.line})).collect();
    json!({"value": value, "basis": why.basis.name(), "evidence": evidence, "reason": why.reason})
}

/// Words as a fact; `null` for none.
pub(crate) fn words(said: Option<&Fact<String>>) -> Value {
    said.map_or(Value::Null, |said| fact(&said.value, &said.why))
}

/// A date as a fact with its precision; `null` for none.
pub(crate) fn date(when: Option<&Published>) -> Value {
    let Some(when) = when else { return Value::Null };
    let mut told = fact(&when.iso(), &when.why);
    put(&mut told, "precision", json!(when.precision.name()));
    told
}

/// Bytes of a text as units of UTF-16.
pub(crate) fn units(text: &str, range: ByteRange) -> [usize; 2] {
    let count = |end: u32| text.get(..end as usize).unwrap_or("").encode_utf16().count();
    [count(range.start), count(range.end)]
}

/// What an article is, part by part as received, and what is known of it.
pub(crate) struct View<'v> {
    pub(crate) article: &'v Article,
    /// How its page or archive calls its outlet.
    pub(crate) outlet: Option<&'v Fact<String>>,
    pub(crate) corpus: &'v Corpus,
    pub(crate) proposals: &'v [Proposal],
}

impl View<'_> {
    /// The whole view; the caller adds what the catalogue says.
    pub(crate) fn told(&self) -> Value {
        let article = self.article;
        let meetings = |list: &[summitry_corpus::MeetingRef]| -> Vec<Value> {
            list.iter().map(|meeting| fact(meeting.id.as_str(), &meeting.why)).collect()
        };
        json!({
            "file": article.file,
            "id": article.id.as_str(),
            "url": article.url,
            "notes": article.notes,
            "facts": {
                "headline": fact(&article.headline.value, &article.headline.why),
                "byline": words(article.byline.as_ref()),
                "outlet": self.outlet(),
                "carrier": words(article.carrier.as_ref()),
                "published": date(article.published.as_ref()),
                "updated": date(article.updated.as_ref()),
                "place": words(article.place.as_ref()),
            },
            "called": words(self.outlet),
            "credits": article.credits.iter().map(|credit| fact(&credit.value, &credit.why)).collect::<Vec<_>>(),
            "meetings": meetings(&article.meetings),
            "mentions": meetings(&article.mentions),
            "parts": self.parts(),
            "passages": article.passages().map(passage).collect::<Vec<_>>(),
            "voices": self.voices(),
            "repairs": repairs(article, self.proposals),
        })
    }

    /// The outlet that the catalogue says, by id, with its name.
    fn outlet(&self) -> Value {
        let Some(said) = &self.article.outlet else { return Value::Null };
        let mut told = fact(said.value.as_str(), &said.why);
        let name = self.corpus.outlet(said.value.as_str()).map(|outlet| outlet.name.as_str());
        put(&mut told, "name", json!(name));
        told
    }

    /// Every part of the source in order: what it is, or why it is left out.
    fn parts(&self) -> Vec<Value> {
        let parts = self.article.received();
        let told = parts.iter().map(|part| {
            let (fate, kind, n, reason) = match part.fate {
                ReceivedFate::Blank => ("blank", None, None, None),
                ReceivedFate::Kept(block) => ("kept", Some(block.kind.name()), block.n, None),
                ReceivedFate::Removed(piece) => ("removed", None, None, Some(piece.reason.as_str())),
            };
            let repairs: Vec<Value> = part
                .repairs
                .iter()
                .map(|(range, repair)| {
                    let [start, end] = units(part.text, *range);
                    json!({"start": start, "end": end, "was": repair.was, "now": repair.now, "why": repair.why})
                })
                .collect();
            // The line on which the block begins is the one that corrections name.
            let first = match part.fate {
                ReceivedFate::Kept(block) => block.lines.0,
                _ => part.line,
            };
            json!({"line": part.line, "first": first, "text": part.text, "fate": fate, "kind": kind, "passage": n, "reason": reason, "repairs": repairs})
        });
        told.collect()
    }

    fn voices(&self) -> Vec<Value> {
        let article = self.article;
        let told = article.voices.iter().map(|voice| {
            let lines = article.passage(voice.passage).map_or((0, 0), |block| block.lines);
            json!({
                "passage": voice.passage, "line": lines.0, "speaker": voice.speaker,
                "person": voice.person.as_ref().map(summitry_corpus::PersonId::as_str),
                "role": voice.role, "side": voice.side.as_ref().map(summitry_corpus::SideId::as_str),
                "kind": voice.kind.name(), "text": voice.text, "basis": voice.basis.name(), "cue": voice.cue, "why": voice.why,
            })
        });
        told.collect()
    }
}

fn passage(block: &Block) -> Value {
    json!({"n": block.n, "text": block.text, "lines": [block.lines.0, block.lines.1], "kind": block.kind.name()})
}

/// The repairs that were made, and those that are proposed.
fn repairs(article: &Article, proposals: &[Proposal]) -> Vec<Value> {
    let made = article.blocks.iter().flat_map(|block| {
        let told = |repair: &Emendation| json!({"line": block.lines.0, "was": repair.was, "now": repair.now, "why": repair.why, "taken": true});
        block.emendations.iter().map(told)
    });
    let proposed = proposals.iter().map(|one| {
        json!({"line": one.line, "was": one.was, "now": one.now, "why": format!("{}.", one.message), "taken": false})
    });
    made.chain(proposed).collect()
}
