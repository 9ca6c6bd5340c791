//! Who speaks: attributed statements gathered by speaker.
//!
//! Invariant: a speaker has at least one statement, and a statement belongs to
//! one speaker. A person of the catalogue is one speaker however the texts
//! call them; others are one speaker for each name and side; `U.S.` and `US` are one name.

use std::cmp::Reverse;

use summitry_corpus::{Voice, VoiceKind};

use crate::library::{Library, Place};
use crate::route::Route;
use crate::wording::count;

/// A statement and the index of its article.
pub type Statement = (usize, &'static Voice);

/// A speaker with all that they say.
#[derive(Clone, Debug)]
pub struct Speaker {
    /// The name in full, or what the texts call them.
    pub name: &'static str,
    /// The id of the person, when the catalogue knows them.
    pub person: Option<&'static str>,
    /// The id of their side, when it is known.
    pub side: Option<&'static str>,
    /// The statements, in the order of the collection.
    pub statements: Vec<Statement>,
    /// What their statements add up to.
    pub tally: Tally,
}

/// What somebody's statements add up to, in the order of [`VoiceKind::ALL`].
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    /// How many there are.
    pub statements: [usize; VoiceKind::ALL.len()],
    /// How many words they have together.
    pub words: [usize; VoiceKind::ALL.len()],
}

impl Tally {
    /// The sums over some statements. Words in quotation marks within a
    /// paraphrase are counted once, as the quotation that they are.
    pub fn of<'s>(library: Library, statements: impl IntoIterator<Item = &'s Statement>) -> Self {
        let mut tally = Self::default();
        for (article, voice) in statements {
            let kind = voice.kind as usize;
            let of = number_of_words(&voice.text).saturating_sub(library.quoted_within(*article, voice));
            if let (Some(statements), Some(words)) = (tally.statements.get_mut(kind), tally.words.get_mut(kind)) {
                *statements += 1;
                *words += of;
            }
        }
        tally
    }

    /// The sum of two.
    pub fn and(self, other: Self) -> Self {
        let mut sum = self;
        let add = |sum: &mut [usize], more: &[usize]| sum.iter_mut().zip(more).for_each(|(sum, more)| *sum += more);
        add(&mut sum.statements, &other.statements);
        add(&mut sum.words, &other.words);
        sum
    }

    /// All words.
    pub fn all_words(&self) -> usize {
        self.words.iter().sum()
    }

    /// `2 quotations, 34 words; 3 paraphrases, 40 words; 1 rejection, 9 words`.
    pub fn told(&self) -> String {
        let names = [("quotation", "quotations"), ("paraphrase", "paraphrases"), ("rejection", "rejections")];
        let parts = self.statements.iter().zip(self.words).zip(names).filter(|((statements, _), _)| **statements > 0);
        let parts = parts.map(|((statements, words), (one, many))| {
            format!("{}, {}", count(*statements, one, many), count(words, "word", "words"))
        });
        parts.collect::<Vec<_>>().join("; ")
    }
}

impl Speaker {
    /// What they are at the time of the first statement that says it; may be empty.
    pub fn role(&self) -> &'static str {
        self.statements.iter().map(|(_, voice)| voice.role.as_str()).find(|role| !role.is_empty()).unwrap_or_default()
    }
}

impl Library {
    /// The statements of some passages, in their order.
    pub fn statements(self, places: &[Place]) -> Vec<Statement> {
        let articles = &self.corpus().articles;
        let of = |(article, number): &Place| {
            let (index, number) = (*article, *number);
            let voices = articles.get(index).into_iter().flat_map(move |article| article.voices_in(number));
            voices.map(move |voice| (index, voice))
        };
        places.iter().flat_map(of).collect()
    }

    /// How many words of a paraphrase are quotations, whoever is quoted there.
    fn quoted_within(self, article: usize, voice: &Voice) -> usize {
        if voice.kind == VoiceKind::Direct {
            return 0;
        }
        let article = self.corpus().articles.get(article);
        let others = article.into_iter().flat_map(|article| article.voices_in(voice.passage));
        let within = others.filter(|other| {
            other.kind == VoiceKind::Direct
                && voice.range.start <= other.range.start
                && other.range.end <= voice.range.end
        });
        within.map(|quotation| number_of_words(&quotation.text)).sum()
    }
}

/// Whether the filters of a route choose statements, and not passages alone.
pub fn chooses_statements(route: &Route) -> bool {
    let quoted = !route.kinds.is_empty() && route.kinds.iter().all(|kind| kind == "quote");
    quoted || !(route.speakers.is_empty() && route.sides.is_empty() && route.roles.is_empty())
}

/// Whether a statement is one of those that the filters of a route choose: of a
/// chosen speaker or side, in a role of a chosen class, and a quotation where
/// only passages with direct speech are wanted. Without such filters every one is.
pub fn is_chosen(library: Library, route: &Route, (article, voice): &Statement) -> bool {
    let of = |ids: &[String], id: Option<&str>| id.is_some_and(|id| ids.iter().any(|chosen| chosen == id));
    let anybody = route.speakers.is_empty() && route.sides.is_empty();
    let person = of(&route.speakers, voice.person.as_ref().map(|id| id.as_str()));
    let side = of(&route.sides, voice.side.as_ref().map(|id| id.as_str()));
    let quoted = !route.kinds.is_empty() && route.kinds.iter().all(|kind| kind == "quote");
    let corpus = library.corpus();
    let class = || Some(corpus.role_class(corpus.articles.get(*article)?, voice)?.name());
    let role = route.roles.is_empty() || of(&route.roles, class());
    (anybody || person || side) && role && (!quoted || voice.kind == VoiceKind::Direct)
}

fn number_of_words(text: &str) -> usize {
    text.split_whitespace().count()
}

/// The speakers of some statements, those with the most words first.
pub fn speakers(library: Library, statements: Vec<Statement>) -> Vec<Speaker> {
    let mut speakers: Vec<Speaker> = Vec::new();
    for statement in statements {
        let (_, voice) = statement;
        let person = voice.person.as_ref().map(|id| id.as_str());
        let side = voice.side.as_ref().map(|id| id.as_str());
        let same = |speaker: &&mut Speaker| match person {
            Some(_) => speaker.person == person,
            None => speaker.person.is_none() && speaker.side == side && same_name(speaker.name, &voice.speaker),
        };
        match speakers.iter_mut().find(same) {
            Some(speaker) => speaker.statements.push(statement),
            None => speakers.push(Speaker {
                name: &voice.speaker,
                person,
                side,
                statements: vec![statement],
                tally: Tally::default(),
            }),
        }
    }
    for speaker in &mut speakers {
        speaker.tally = Tally::of(library, &speaker.statements);
    }
    speakers.sort_by_key(|speaker| Reverse(speaker.tally.all_words()));
    speakers
}

/// Whether two names are the same but for full stops.
fn same_name(one: &str, other: &str) -> bool {
    let is_letter = |byte: &u8| *byte != b'.';
    one.bytes().filter(is_letter).eq(other.bytes().filter(is_letter))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn all(library: Library, article: usize) -> Vec<Statement> {
        let voices = library.corpus().articles[article].voices.iter();
        voices.map(|voice| (article, voice)).collect()
    }

    #[test]
    fn a_person_is_one_speaker_in_whatever_articles_they_speak() {
        let library = Library::open().unwrap();
        let statements: Vec<Statement> = (0..5).flat_map(|article| all(library, article)).collect();
        let (number, found) = (statements.len(), speakers(library, statements));
        let putin: Vec<_> = found.iter().filter(|speaker| speaker.name == "Vladimir Putin").collect();
        let [putin] = putin.as_slice() else { panic!("{putin:?}") };
        assert_eq!((putin.person, putin.side), (Some("putin"), Some("russia")));
        assert!(putin.statements.iter().any(|(article, _)| *article != putin.statements[0].0));
        assert_eq!(found.iter().map(|speaker| speaker.statements.len()).sum::<usize>(), number);
        assert!(found.is_sorted_by_key(|speaker| Reverse(speaker.tally.all_words())));
    }

    #[test]
    fn an_acronym_is_one_speaker_with_full_stops_and_without() {
        let library = Library::open().unwrap();
        let found = speakers(library, (0..5).flat_map(|article| all(library, article)).collect());
        let names: Vec<_> = found.iter().map(|speaker| speaker.name).filter(|name| same_name(name, "US")).collect();
        assert_eq!(names.len(), 1, "{names:?}");
        assert!(!same_name("US", "UK"));
    }

    #[test]
    fn quotations_paraphrases_and_rejections_are_counted_apart() {
        let tally = Tally { statements: [2, 1, 1], words: [34, 9, 4] };
        assert_eq!(tally.told(), "2 quotations, 34 words; 1 paraphrase, 9 words; 1 rejection, 4 words");
        assert_eq!(Tally { statements: [0, 1, 0], words: [0, 1, 0] }.told(), "1 paraphrase, 1 word");
        let library = Library::open().unwrap();
        let statements = all(library, 0);
        let tally = Tally::of(library, &statements);
        let of = |kind| statements.iter().filter(|(_, voice)| voice.kind == kind).count();
        assert_eq!(tally.statements, VoiceKind::ALL.map(of));
    }

    #[test]
    fn a_quotation_within_a_paraphrase_is_counted_once() {
        let library = Library::open().unwrap();
        let monitor = library.index_of("monitor-2001-11-07").unwrap();
        let putin = |statement: &Statement| statement.1.speaker == "Vladimir Putin" && statement.1.passage == 1;
        let statements: Vec<Statement> = all(library, monitor).into_iter().filter(putin).collect();
        let tally = Tally::of(library, &statements);
        let text = |kind| statements.iter().filter(move |one| one.1.kind == kind).map(|one| one.1.text.as_str());
        let whole: usize = text(VoiceKind::Paraphrase).map(number_of_words).sum();
        let nested =
            text(VoiceKind::Direct).filter(|quoted| text(VoiceKind::Paraphrase).any(|one| one.contains(quoted)));
        assert_eq!(tally.words[1] + nested.map(number_of_words).sum::<usize>(), whole);
        assert!(tally.words[1] < whole);
    }
}
