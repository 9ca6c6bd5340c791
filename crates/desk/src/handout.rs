//! A desk as a plain handout, to be read, printed and taken along: each item
//! with all that is said of it, and the sources at the end.
//!
//! Invariant: the handout knows no format; those are written by [`html`],
//! [`markdown`], [`csv`] and [`text`]. Every item of the desk has its entry,
//! in the desk's order, orphans too.

mod csv;
mod excerpt;
mod html;
mod markdown;
mod quotation;
mod text;

use summitry_corpus::citation::{Phrase, Style};
use summitry_corpus::{Article, Corpus, Date};

use crate::anchor::Finder;
use crate::desk::Desk;
use crate::item::{Card, Content, Question};
use crate::lesson::Reply;

pub use csv::csv;
pub use excerpt::Excerpt;
pub use html::html;
pub use markdown::markdown;
pub use text::text;

/// What a handout is made with.
#[derive(Clone, Copy)]
pub struct ExportContext<'a> {
    /// The collection.
    pub corpus: &'a Corpus,
    /// Its finder.
    pub finder: &'a Finder,
    /// The style of the references.
    pub style: Style,
    /// The day, for references that give one.
    pub day: Option<Date>,
    /// The address at which an article, or a passage of it, is read.
    pub address: &'a dyn Fn(&Article, Option<u32>) -> String,
}

/// What of a lesson is put on the handout.
#[derive(Clone, Copy, Default)]
pub struct Wanted<'a> {
    /// A reply, whose answers stand under the questions; ruled lines else.
    pub reply: Option<&'a Reply>,
    /// The cards, at the end: for a teacher's copy.
    pub cards: bool,
}

/// A desk, resolved.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Handout {
    /// Its name, never empty.
    pub title: String,
    /// What it is, a full sentence.
    pub about: String,
    /// The central question of a lesson; may be empty.
    pub question: String,
    /// The background of a lesson; may be empty.
    pub background: String,
    /// Who answered; empty without a reply.
    pub student: String,
    /// Whether it is to be answered, with a line for the name.
    pub to_answer: bool,
    /// The entries, in order.
    pub entries: Vec<Entry>,
    /// The cards that were asked for.
    pub cards: Vec<Card>,
    /// What the list of sources is called in the style, such as `Works cited`.
    pub sources_name: String,
    /// The articles that words are from, each once, in alphabetical order.
    pub sources: Vec<Phrase>,
}

/// A thing on the handout.
#[derive(Clone, Debug, PartialEq)]
pub enum Entry {
    /// A heading, of level 1 to 3.
    Heading(u8, String),
    /// A paragraph of the visitor's.
    Paragraph(String),
    /// Words of an article.
    Excerpt(Box<Excerpt>),
    /// A question, with its number from 1, and the answer if there is one.
    Question(u32, Question, Option<String>),
}

impl Handout {
    /// The handout of a desk.
    pub fn of(desk: &Desk, context: &ExportContext<'_>, wanted: Wanted<'_>) -> Handout {
        let lesson = desk.lesson();
        let what = if lesson.is_some() { "Lesson" } else { "Notes" };
        let mut handout = Handout {
            title: if desk.title().trim().is_empty() { what.to_owned() } else { desk.title().trim().to_owned() },
            about: format!(
                "{what} on the collection “{}”. References follow {}.",
                context.corpus.title.trim(),
                context.style.name()
            ),
            question: lesson.map(|lesson| lesson.question.clone()).unwrap_or_default(),
            background: lesson.map(|lesson| lesson.background.clone()).unwrap_or_default(),
            student: wanted.reply.map(|reply| reply.student.clone()).unwrap_or_default(),
            to_answer: lesson.is_some() && wanted.reply.is_none(),
            ..Handout::default()
        };
        let (mut excerpts, mut questions) = (0, 0);
        for item in desk.items() {
            match &item.content {
                Content::Heading { level, text } => handout.entries.push(Entry::Heading(*level, text.clone())),
                Content::Paragraph { text } => handout.entries.push(Entry::Paragraph(text.clone())),
                Content::Kept(kept) => {
                    excerpts += 1;
                    let excerpt = Excerpt { number: excerpts, ..Excerpt::of(kept, context) };
                    handout.entries.push(Entry::Excerpt(Box::new(excerpt)));
                }
                Content::Question(question) => {
                    questions += 1;
                    let answer = wanted.reply.map(|reply| reply.answer(&item.id).to_owned());
                    handout.entries.push(Entry::Question(questions, question.clone(), answer));
                }
                Content::Card(card) if wanted.cards => handout.cards.push(card.clone()),
                Content::Card(_) | Content::Other => {}
            }
        }
        handout.add_sources();
        handout
    }

    /// Gathers the list of sources from the excerpts.
    fn add_sources(&mut self) {
        let mut sources: Vec<(String, Phrase)> = Vec::new();
        for excerpt in self.excerpts() {
            let plain = excerpt.reference.plain();
            if !plain.is_empty() && !sources.iter().any(|(_, phrase)| *phrase == excerpt.reference) {
                // Marks before the first word do not count in a list of works.
                let key = plain.trim_start_matches(|c: char| !c.is_alphanumeric()).to_ascii_lowercase();
                sources.push((key, excerpt.reference.clone()));
            }
        }
        sources.sort_by(|a, b| a.0.cmp(&b.0));
        let name = self.excerpts().map(|excerpt| excerpt.list_name).find(|name| !name.is_empty());
        self.sources_name = name.unwrap_or("Sources").to_owned();
        self.sources = sources.into_iter().map(|(_, phrase)| phrase).collect();
    }

    /// The excerpts, in order.
    pub fn excerpts(&self) -> impl Iterator<Item = &Excerpt> {
        self.entries.iter().filter_map(|entry| match entry {
            Entry::Excerpt(excerpt) => Some(excerpt.as_ref()),
            _ => None,
        })
    }

    /// A name for a file of the handout, without what it ends in.
    pub fn file_name(&self) -> String {
        let word = |c: char| if c.is_alphanumeric() { c } else { '-' };
        let name: String = self.title.chars().map(|c| c.to_ascii_lowercase()).map(word).take(80).collect();
        let name = name.split('-').filter(|part| !part.is_empty()).collect::<Vec<_>>().join("-");
        if name.is_empty() { "notes".to_owned() } else { name }
    }
}

/// The lines of a text of the visitor's, blanks at their ends apart; never
/// without one.
fn lines(text: &str) -> Vec<&str> {
    let lines: Vec<&str> = text.lines().map(str::trim).filter(|line| !line.is_empty()).collect();
    if lines.is_empty() { vec![""] } else { lines }
}
