//! The speakers that the catalogue declares where the rules are wrong.
//!
//! Invariant: what is declared changes a statement, or is said not to.

use std::collections::HashMap;
use std::ops::Range;

use super::Entry;
use crate::article::{Article, Block, Voice, VoiceKind};
use crate::catalogue::schema::{Speaker, Text};
use crate::collection::refer;
use crate::date::Date;
use crate::fact::{Basis, ByteRange};
use crate::model::{Corpus, Person};
use crate::problem::Problems;
use crate::voices::quotations;

/// How much is looked at for an article's declared speakers, in bytes of
/// passages: time stays within a second, whatever they say.
const MOST: usize = 64 << 20;
/// What looking at a statement costs, in such bytes.
const STATEMENT: usize = 200;

/// Sets the speakers that the catalogue declares where the rules are wrong:
///
/// - of a line, all quotations on it that are attributed to anybody;
/// - of words, those and no others: a statement that the rules found there goes,
///   and where they found none there is one now;
/// - nobody, where the person is empty: what was attributed there no longer is.
pub(crate) fn set_speakers(article: &mut Article, entry: Entry<'_>, corpus: &Corpus, problems: &mut Problems) {
    let people: HashMap<&str, &Person> = corpus.people.iter().map(|person| (person.id.as_str(), person)).collect();
    let date = article.published.as_ref().map(|published| published.date);
    let Article { blocks, voices, .. } = article;
    let passages: Vec<(&Block, u32)> = blocks.iter().filter_map(|block| Some((block, block.n?))).collect();
    let mut looked_at = 0;
    for said in &entry.article.speakers {
        let nobody = said.person.value.is_empty();
        if !nobody && !refer(entry.read, "person", &said.person, &entry.read.declared.people, problems) {
            continue;
        }
        let person = people.get(said.person.value.as_str()).copied();
        let line = said.line.value;
        // Passages stand in the order of their lines, as voices in theirs.
        let at = passages.partition_point(|(block, _)| block.lines.1 < line);
        let found = passages.get(at).filter(|(block, _)| block.lines.0 <= line);
        let (block, passage) = found.map_or((None, 0), |(block, n)| (Some(*block), *n));
        let first = voices.partition_point(|voice| voice.passage < passage);
        let end = voices.partition_point(|voice| voice.passage <= passage);
        looked_at += block.map_or(0, |block| block.text.len()) + (end - first) * STATEMENT;
        if looked_at > MOST {
            problems.push(entry.read.problem(
                &said.line.at,
                "More is said about the speakers of this article than can be looked up.".to_owned(),
                "Give the speakers of the most important statements, or divide the article's file.",
            ));
            return;
        }
        let speaking = Speaking { said, person, date, passage };
        let changed = match &said.words {
            None => speaking.on_line(voices, first..end),
            Some(words) => match block.and_then(|block| Some((block, place(block, words)?))) {
                Some((block, range)) => speaking.of_words(voices, first..end, block, range),
                None => {
                    problems.push(entry.read.problem(
                        &words.at,
                        format!("These words do not stand in the passage on line {line}."),
                        "Copy them from the passage, letter by letter, and give the line on which it begins.",
                    ));
                    continue;
                }
            },
        };
        if !changed {
            let (what, remedy) = if nobody {
                ("Nothing", "Give the line, and the words, of a statement; what nobody is said to say needs no entry.")
            } else {
                (
                    "No quotation",
                    "Give the number of the line on which the quotation stands, and its words where nobody is found to say it.",
                )
            };
            let message = format!("{what} that is attributed to anybody stands on line {line}.");
            problems.push(entry.read.problem(&said.line.at, message, remedy));
        }
    }
}

/// Where words stand in a passage, first of all; blanks count alike.
fn place(block: &Block, words: &Text) -> Option<ByteRange> {
    let words = words.value.trim();
    if words.is_empty() {
        return None;
    }
    if let Some(start) = block.text.find(words) {
        return Some(ByteRange::new(start, start + words.len()));
    }
    // What is selected on a page has a line end where the passage has a blank.
    let plain = words.split_whitespace().collect::<Vec<_>>().join(" ");
    let start = block.text.find(&plain)?;
    Some(ByteRange::new(start, start + plain.len()))
}

/// Somebody who is declared to speak.
struct Speaking<'a> {
    said: &'a Speaker,
    /// None for nobody.
    person: Option<&'a Person>,
    date: Option<Date>,
    passage: u32,
}

impl Speaking<'_> {
    /// Gives the quotations among some voices to the person; whether there was one.
    fn on_line(&self, voices: &mut Vec<Voice>, among: Range<usize>) -> bool {
        if self.person.is_none() {
            let changed = !among.is_empty();
            voices.drain(among);
            return changed;
        }
        let mut changed = false;
        for voice in voices.get_mut(among).into_iter().flatten() {
            if voice.kind == VoiceKind::Direct {
                changed = true;
                self.give(voice);
            }
        }
        changed
    }

    /// Gives words to the person, and no other words that overlap them;
    /// whether that changes anything.
    fn of_words(&self, voices: &mut Vec<Voice>, among: Range<usize>, block: &Block, range: ByteRange) -> bool {
        let overlaps = |voice: &Voice| voice.range.start < range.end && range.start < voice.range.end;
        let theirs = voices.get(among.clone()).unwrap_or(&[]);
        let same = theirs.iter().find(|voice| voice.range == range);
        let mut voice = same.cloned().unwrap_or_else(|| self.begun(block, range));
        let mut rest: Vec<Voice> = theirs.iter().filter(|voice| !overlaps(voice)).cloned().collect();
        let changed = self.person.is_some() || rest.len() < theirs.len();
        if self.person.is_some() {
            self.give(&mut voice);
            let at = rest.partition_point(|other| other.range.start < range.start);
            rest.insert(at, voice);
        }
        voices.splice(among, rest);
        changed
    }

    /// A statement that the rules did not find.
    fn begun(&self, block: &Block, range: ByteRange) -> Voice {
        let inside = |inner: &Range<usize>| {
            let inner = ByteRange::new(inner.start, inner.end);
            inner.start <= range.start && range.end <= inner.end
        };
        let quoted = quotations(&block.text).iter().any(inside);
        Voice {
            passage: self.passage,
            speaker: String::new(),
            person: None,
            role: String::new(),
            side: None,
            kind: if quoted { VoiceKind::Direct } else { VoiceKind::Paraphrase },
            text: range.of(&block.text).to_owned(),
            range,
            basis: Basis::Inferred,
            cue: String::new(),
            why: String::new(),
        }
    }

    fn give(&self, voice: &mut Voice) {
        let Some(person) = self.person else { return };
        voice.speaker.clone_from(&person.name);
        voice.person = Some(person.id.clone());
        voice.side.clone_from(&person.side);
        voice.role = person.role_on(self.date).map(|role| role.title.clone()).unwrap_or_default();
        voice.basis = Basis::Inferred;
        voice.why.clone_from(&self.said.because.value);
    }
}
