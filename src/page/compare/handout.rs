//! A comparison as a plain handout, to be taken along: what it is called, its
//! rows and cells, and its sources.
//!
//! Invariant: every row has a cell for each column, and an entry says from
//! which passage of which article it is. The handout knows no format; those are
//! written by [`markdown`], [`html`] and [`csv`].

mod csv;
mod html;
mod markdown;

use summitry_corpus::VoiceKind;
use summitry_corpus::citation::{Reference, Style};

pub use csv::csv;
pub use html::html;
pub use markdown::markdown;

use crate::component::{Record, chosen, record};
use crate::library::{Column, Library, Place, Statement};
use crate::page::compare::arrangement::Arrangement;
use crate::page::compare::by_issue::sharing;
use crate::page::compare::found::Found;
use crate::page::compare::key_words::{Wordings, figure};
use crate::page::compare::{key_words, missing, voices};
use crate::route::{Mode, Route};
use crate::wording::{file_name, list, quoted};

/// A comparison.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Handout {
    /// `BBC 2001 and VOA 2003, issue by issue`.
    pub title: String,
    /// The address of the view.
    pub address: String,
    /// What narrows it, a full sentence; empty when nothing does.
    pub narrowed: String,
    /// The names of the columns.
    pub columns: Vec<String>,
    /// The rows, in order.
    pub rows: Vec<HandoutRow>,
    /// The articles, each once.
    pub sources: Vec<Source>,
}

/// A row.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct HandoutRow {
    /// Its name.
    pub name: String,
    /// What is said of it as a whole; may be empty.
    pub note: String,
    /// For each column what stands there.
    pub cells: Vec<Vec<Entry>>,
}

/// A thing in a cell.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Entry {
    /// Where it is from or whose it is, such as `Passage 5`.
    pub label: String,
    /// The words.
    pub text: String,
    /// Where it is read; may be empty.
    pub address: String,
    /// The same, one thing a field; nothing where it is of no passage.
    pub record: Option<Box<Record>>,
}

/// An article.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Source {
    /// `BBC 2001`.
    pub short: String,
    /// As the Modern Language Association has it; what was inferred stands in
    /// square brackets.
    pub cited: String,
    /// Where it is read.
    pub address: String,
}

/// What is left of the arrangement, in words.
const MODES: [(Mode, &str); 5] = [
    (Mode::Issues, "issue by issue"),
    (Mode::Text, "full texts"),
    (Mode::Wording, "the words that stand out"),
    (Mode::Voices, "who speaks"),
    (Mode::Missing, "what some have and others have not"),
];

impl Handout {
    /// What a route shows, at the page with this address, which is without a
    /// fragment.
    pub fn new(library: Library, route: &Route, address: &str) -> Self {
        let columns = library.columns(route);
        let found = Found::new(library, route, &columns);
        let names: Vec<String> = columns.iter().map(|column| column.short.clone()).collect();
        let how = MODES.iter().find(|(mode, _)| *mode == route.mode).map_or("", |(_, name)| name);
        let maker = Maker { library, route, address, columns: &columns, found: &found };
        Self {
            title: format!("{}: {how}", list(&names)),
            address: maker.at(&route.with(|route| route.embed = false)),
            narrowed: maker.narrowed(),
            columns: names,
            rows: maker.rows(),
            sources: sources(library, &columns, address),
        }
    }

    /// A name for a file of the handout, without what it ends in.
    pub fn file_name(&self) -> String {
        file_name(&self.title)
    }
}

/// What a handout is made from.
struct Maker<'m> {
    library: Library,
    route: &'m Route,
    address: &'m str,
    columns: &'m [Column],
    found: &'m Found,
}

impl Maker<'_> {
    fn at(&self, route: &Route) -> String {
        format!("{}{}", self.address, route.href())
    }

    fn narrowed(&self) -> String {
        let missing = self.route.mode == Mode::Missing;
        let counted = self.route.with(|route| {
            if missing {
                route.issues.clear();
            }
        });
        let mut parts: Vec<String> = chosen(self.library, &counted).into_iter().map(|chosen| chosen.name).collect();
        if self.found.asked && !missing {
            parts.push(format!("“{}”", self.route.query.trim()));
        }
        if parts.is_empty() {
            return String::new();
        }
        format!("Narrowed to {}.", list(&parts))
    }

    fn rows(&self) -> Vec<HandoutRow> {
        match self.route.mode {
            Mode::Issues => self.issues(),
            Mode::Text => vec![self.row("Full texts", String::new(), |column| {
                self.passages(column, &self.library.chosen_places(&Route::default(), column))
            })],
            Mode::Wording => self.wording(),
            Mode::Voices => self.voices(),
            Mode::Missing => self.missing(),
        }
    }

    fn row(&self, name: &str, note: String, cell: impl Fn(&Column) -> Vec<Entry>) -> HandoutRow {
        HandoutRow { name: name.to_owned(), note, cells: self.columns.iter().map(cell).collect() }
    }

    fn issues(&self) -> Vec<HandoutRow> {
        let arrangement = Arrangement::new(self.library, self.route, self.columns, self.found);
        let rows = arrangement.rows.iter().map(|row| HandoutRow {
            name: self.library.issues().get(row.issue).map_or_else(String::new, |issue| issue.name.clone()),
            note: sharing(self.columns, row),
            cells: row.cells.iter().zip(self.columns).map(|(places, column)| self.passages(column, places)).collect(),
        });
        rows.collect()
    }

    fn wording(&self) -> Vec<HandoutRow> {
        let wordings = Wordings::new(self.library, self.route, self.columns, self.found);
        let cells = wordings.comparisons.iter().map(|comparison| {
            let words = comparison.key_words.iter().filter_map(|word| {
                let (form, _) = word.forms.first()?;
                let [here, rest] = word.counts;
                let text = format!("{here} here, {rest} elsewhere; {}", figure(word));
                Some(Entry { label: form.clone(), text, ..Entry::default() })
            });
            words.collect()
        });
        let note = "Words that one column uses more than the others together, by log-likelihood (G²)";
        let mut rows =
            vec![HandoutRow { name: "Words that stand out".to_owned(), note: note.to_owned(), cells: cells.collect() }];
        if self.found.asked {
            let with = key_words::with_words(&wordings, self.found);
            let cells = with.iter().zip(self.columns).map(|(places, column)| self.passages(column, places));
            let name = format!("Passages with {}", quoted(&self.route.query));
            rows.push(HandoutRow { name, note: String::new(), cells: cells.collect() });
        }
        rows
    }

    fn voices(&self) -> Vec<HandoutRow> {
        let rows = voices::rows(self.library, self.route, self.columns, self.found).into_iter().map(|row| {
            let cells = row.cells.iter().map(|speakers| {
                let all =
                    speakers.iter().flat_map(|speaker| speaker.statements.iter().map(move |said| (speaker.name, said)));
                all.map(|(name, said)| self.statement(name, said)).collect()
            });
            HandoutRow { name: row.name.to_owned(), note: String::new(), cells: cells.collect() }
        });
        rows.collect()
    }

    fn statement(&self, name: &str, said: &Statement) -> Entry {
        let (article, voice) = said;
        let kind = voice.kind.manner();
        let direct = voice.kind == VoiceKind::Direct;
        let text = if direct { format!("“{}”", voice.text) } else { voice.text.clone() };
        let role = if voice.role.is_empty() { String::new() } else { format!(", {}", voice.role) };
        let place = (*article, voice.passage);
        let cue = if direct || voice.cue.is_empty() { String::new() } else { format!(" (“{}”)", voice.cue) };
        let label = format!("{name}{role}, {kind}{cue}, passage {}", voice.passage);
        let record = self.record(place, Some(said));
        Entry { label, text, address: self.reader(place), record }
    }

    fn missing(&self) -> Vec<HandoutRow> {
        let all = missing::gaps(self.library, self.route, self.columns, self.found);
        let rows = all.into_iter().flat_map(|kind| kind.gaps.into_iter().map(move |gap| (kind.name, gap)));
        let rows = rows.map(|(kind, gap)| {
            let entry = |(text, route): (String, Route)| Entry { text, address: self.at(&route), ..Entry::default() };
            let cells = gap.cells.into_iter().map(|cell| cell.map(entry).into_iter().collect());
            HandoutRow { name: gap.name, note: kind.to_owned(), cells: cells.collect() }
        });
        rows.collect()
    }

    fn passages(&self, column: &Column, places: &[Place]) -> Vec<Entry> {
        let entry = |place: &Place| {
            let block = self.library.block(*place)?;
            let of = if column.article().is_some() {
                String::new()
            } else {
                format!("{}, ", self.library.outlet_and_year(place.0))
            };
            Some(Entry {
                label: format!("{of}passage {}", place.1),
                text: block.text.clone(),
                address: self.reader(*place),
                record: self.record(*place, None),
            })
        };
        places.iter().filter_map(entry).collect()
    }

    fn record(&self, place: Place, said: Option<&Statement>) -> Option<Box<Record>> {
        record(self.library, self.address, place, said).map(Box::new)
    }

    /// The address of a passage in the reader.
    fn reader(&self, (article, number): Place) -> String {
        let article = self.library.corpus().articles.get(article);
        article.map(|article| self.at(&self.library.reader(article, Some(number)))).unwrap_or_default()
    }
}

/// The articles of some columns, each once, with their addresses in the page at
/// this address, which is without a fragment.
pub fn sources(library: Library, columns: &[Column], page: &str) -> Vec<Source> {
    let corpus = library.corpus();
    let mut articles: Vec<usize> = Vec::new();
    for index in columns.iter().flat_map(|column| &column.articles) {
        if !articles.contains(index) {
            articles.push(*index);
        }
    }
    let source = |index: usize| {
        let article = corpus.articles.get(index)?;
        let cited = Style::Mla.cite(&Reference::new(corpus, article)).into_iter().next()?;
        let address = [page, &library.reader(article, None).href()].concat();
        Some(Source { short: library.outlet_and_year(index), cited: cited.1.plain(), address })
    };
    articles.into_iter().filter_map(source).collect()
}

#[cfg(test)]
mod tests;
