//! What is known of each passage besides its words.
//!
//! Invariant: units are numbered as in the index; `places` and the sets agree.

use summitry_corpus::{Article, Block, Corpus, Date, VoiceKind};

use crate::analysis::fold;
use crate::evaluate::Fields;
use crate::query::{DateSpan, Field};

/// By unit, what filters and facets need.
#[derive(Clone, Debug, Default)]
pub(crate) struct Metadata {
    /// Article and passage number of each unit.
    places: Vec<(u32, u32)>,
    /// The block of each unit within its article.
    blocks: Vec<u32>,
    /// The first unit of each article; one more at the end.
    firsts: Vec<u32>,
    pub outlets: Vec<Value>,
    pub meetings: Vec<Value>,
    pub sides: Vec<Value>,
    pub kinds: Vec<Value>,
    pub speakers: Vec<Value>,
    pub years: Vec<(i16, Vec<u32>)>,
    /// First and last day of each article.
    dates: Vec<Option<(Date, Date)>>,
    /// Folded words of each article's headline.
    titles: Vec<String>,
    /// Units of each issue, set once the issues are known.
    pub issues: Vec<(String, Vec<u32>)>,
}

/// A value of a field: its id, other names for it, and its units.
#[derive(Clone, Debug, Default)]
pub(crate) struct Value {
    pub id: String,
    names: Vec<String>,
    pub units: Vec<u32>,
}

impl Metadata {
    /// From a corpus. Linear in its passages and voices.
    pub fn new(corpus: &Corpus) -> Metadata {
        let mut metadata = Metadata { firsts: vec![0], ..Metadata::default() };
        metadata.outlets = values(corpus.outlets.iter().map(|o| (&o.id.0, vec![&o.name, &o.short])));
        metadata.meetings = values(corpus.meetings.iter().map(|m| (&m.id.0, vec![&m.name])));
        metadata.sides = values(corpus.sides.iter().map(|s| (&s.id.0, vec![&s.name, &s.abbreviation])));
        metadata.speakers = values(
            corpus.people.iter().map(|p| (&p.id.0, [&p.name, &p.surname].into_iter().chain(&p.spellings).collect())),
        );
        metadata.kinds =
            ["paragraph", "list-item", "quote"].map(|kind| Value { id: kind.into(), ..Value::default() }).into();
        for (number, article) in corpus.articles.iter().enumerate() {
            metadata.add(u32::try_from(number).unwrap_or(u32::MAX), article);
        }
        crate::order::sort_by_key(&mut metadata.years, |(year, _)| *year);
        metadata
    }

    fn add(&mut self, number: u32, article: &Article) {
        let passages = (0_u32..).zip(&article.blocks).filter(|(_, block)| block.n.is_some());
        for (at, block) in passages {
            let unit = u32::try_from(self.places.len()).unwrap_or(u32::MAX);
            let n = block.n.unwrap_or(0);
            self.places.push((number, n));
            self.blocks.push(at);
            put(&mut self.kinds, block.kind.name(), unit);
            if let Some(outlet) = &article.outlet {
                put(&mut self.outlets, &outlet.value.0, unit);
            }
            for meeting in article.meetings.iter().chain(&article.mentions) {
                put(&mut self.meetings, &meeting.id.0, unit);
            }
            if let Some(published) = &article.published {
                let year = published.date.year();
                match self.years.iter_mut().find(|(known, _)| *known == year) {
                    Some((_, units)) => units.push(unit),
                    None => self.years.push((year, vec![unit])),
                }
            }
            for voice in article.voices_in(n) {
                if voice.kind == VoiceKind::Direct {
                    put(&mut self.kinds, "quote", unit);
                }
                if let Some(person) = &voice.person {
                    put(&mut self.speakers, &person.0, unit);
                }
                if let Some(side) = &voice.side {
                    put(&mut self.sides, &side.0, unit);
                }
            }
        }
        self.firsts.push(u32::try_from(self.places.len()).unwrap_or(u32::MAX));
        self.dates.push(article.published.as_ref().map(|published| (published.date, published.until)));
        self.titles.push(fold(&article.headline.value));
    }

    /// How many units there are.
    pub fn units(&self) -> u32 {
        u32::try_from(self.places.len()).unwrap_or(u32::MAX)
    }

    /// The article's index and the passage's number.
    pub fn place(&self, unit: u32) -> Option<(usize, u32)> {
        self.places.get(unit as usize).map(|(article, passage)| (*article as usize, *passage))
    }

    /// The unit of a passage.
    pub fn unit(&self, article: usize, passage: u32) -> Option<u32> {
        let first = *self.firsts.get(article)?;
        let end = *self.firsts.get(article + 1)?;
        let unit = first.checked_add(passage.checked_sub(1)?)?;
        (unit < end).then_some(unit)
    }

    /// The units of an article.
    pub fn units_of(&self, article: usize) -> std::ops::Range<u32> {
        match (self.firsts.get(article), self.firsts.get(article + 1)) {
            (Some(first), Some(end)) => *first..*end,
            _ => 0..0,
        }
    }

    /// The text of a unit.
    pub fn block<'c>(&self, corpus: &'c Corpus, unit: u32) -> Option<&'c Block> {
        let (article, _) = self.place(unit)?;
        let at = *self.blocks.get(unit as usize)?;
        corpus.articles.get(article)?.blocks.get(at as usize)
    }

    /// The units of an issue.
    pub fn issue(&self, id: &str) -> Option<&[u32]> {
        self.issues.iter().find(|(known, _)| known == id).map(|(_, units)| units.as_slice())
    }

    fn values(&self, field: Field) -> &[Value] {
        match field {
            Field::Outlet => &self.outlets,
            Field::Meeting => &self.meetings,
            Field::Speaker => &self.speakers,
            Field::Side => &self.sides,
            Field::Kind => &self.kinds,
            Field::Issue | Field::Title => &[],
        }
    }

    /// What to say of a field's value that names nothing; `None` when it does.
    pub fn unknown(&self, corpus: &Corpus, field: Field, value: &str) -> Option<(String, String)> {
        let known: Vec<&str> = match field {
            Field::Title => return None,
            Field::Issue => corpus.issues.iter().map(|issue| issue.id.as_str()).collect(),
            _ => self.values(field).iter().map(|value| value.id.as_str()).collect(),
        };
        if known.contains(&value) || self.values(field).iter().any(|known| known.is(value)) {
            return None;
        }
        let name = field.name();
        let message = format!("There is no {name} \u{201c}{value}\u{201d}.");
        Some((message, format!("Use one of: {}.", known.join(", "))))
    }
}

impl Value {
    /// Whether the value is meant: its id, a name, or a name's last word.
    fn is(&self, value: &str) -> bool {
        let value = fold(value);
        self.id == value || self.names.contains(&value)
    }
}

fn values<'v>(known: impl Iterator<Item = (&'v String, Vec<&'v String>)>) -> Vec<Value> {
    known
        .map(|(id, names)| Value {
            id: id.clone(),
            names: names.into_iter().map(|name| fold(name)).collect(),
            units: Vec::new(),
        })
        .collect()
}

fn put(values: &mut [Value], id: &str, unit: u32) {
    if let Some(value) = values.iter_mut().find(|value| value.id == id)
        && value.units.last() != Some(&unit)
    {
        value.units.push(unit);
    }
}

impl Fields for Metadata {
    fn units(&self, field: Field, value: &str) -> Vec<u32> {
        match field {
            Field::Issue => self.issue(value).unwrap_or(&[]).to_vec(),
            Field::Title => {
                let wanted = fold(value);
                let titles = self.titles.iter().enumerate();
                let having = titles.filter(|(_, title)| has_words(title, &wanted));
                having.flat_map(|(article, _)| self.units_of(article)).collect()
            }
            _ => {
                let meant = self.values(field).iter().filter(|known| known.is(value));
                let mut units: Vec<u32> = meant.flat_map(|value| value.units.iter().copied()).collect();
                crate::order::sort(&mut units);
                units.dedup();
                units
            }
        }
    }

    fn dated(&self, span: DateSpan) -> Vec<u32> {
        let dates = self.dates.iter().enumerate();
        dates
            .filter(|(_, date)| date.is_some_and(|(first, last)| span.touches(first, last)))
            .flat_map(|(article, _)| self.units_of(article))
            .collect()
    }
}

fn has_words(title: &str, wanted: &str) -> bool {
    title.match_indices(wanted).any(|(at, _)| {
        let before = title.get(..at).and_then(|text| text.chars().next_back());
        let after = title.get(at + wanted.len()..).and_then(|text| text.chars().next());
        let edge = |c: Option<char>| c.is_none_or(|c| !c.is_alphanumeric());
        edge(before) && edge(after)
    })
}
