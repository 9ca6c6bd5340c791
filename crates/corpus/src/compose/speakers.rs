//! The speakers that the catalogue declares where the rules are wrong.
//!
//! Invariant: a declared speaker changes a quotation or is said not to.

use std::collections::HashMap;

use super::Entry;
use crate::article::{Article, VoiceKind};
use crate::collection::refer;
use crate::fact::Basis;
use crate::model::{Corpus, Person};
use crate::problem::Problem;

/// Sets the speakers that the catalogue declares where the rules are wrong.
pub(crate) fn set_speakers(article: &mut Article, entry: Entry<'_>, corpus: &Corpus, problems: &mut Vec<Problem>) {
    let people: HashMap<&str, &Person> = corpus.people.iter().map(|person| (person.id.as_str(), person)).collect();
    let passages: Vec<((u32, u32), u32)> =
        article.passages().filter_map(|block| Some((block.lines, block.n?))).collect();
    for said in &entry.article.speakers {
        if !refer(entry.read, "person", &said.person, &entry.read.declared.people, problems) {
            continue;
        }
        let line = said.line.value;
        // Passages stand in the order of their lines, as voices in theirs.
        let at = passages.partition_point(|((_, last), _)| *last < line);
        let passage = passages.get(at).filter(|((first, _), _)| *first <= line).map_or(0, |(_, n)| *n);
        let first = article.voices.partition_point(|voice| voice.passage < passage);
        let person = people.get(said.person.value.as_str());
        let mut changed = false;
        let voices = article.voices.iter_mut().skip(first).take_while(|voice| voice.passage == passage);
        for voice in voices.filter(|voice| voice.kind == VoiceKind::Direct) {
            let Some(person) = person else { continue };
            changed = true;
            voice.speaker.clone_from(&person.name);
            voice.person = Some(person.id.clone());
            voice.side.clone_from(&person.side);
            voice.role = person
                .role_on(article.published.as_ref().map(|published| published.date))
                .map(|role| role.title.clone())
                .unwrap_or_default();
            voice.basis = Basis::Inferred;
            voice.why.clone_from(&said.because.value);
        }
        if !changed {
            let message = format!("No quotation that is attributed to anybody stands on line {line}.");
            problems.push(entry.read.problem(
                &said.line.at,
                message,
                "Give the number of the line on which the quotation stands.",
            ));
        }
    }
}
