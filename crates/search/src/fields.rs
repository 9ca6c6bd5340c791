//! What is known of each passage besides its words.
//!
//! Invariant: units are numbered as in the index; `places` and the sets agree.

use summitry_corpus::{Article, Block, Corpus, Date, PersonId, RoleClass, SideId, VoiceKind};

use crate::analysis::{fold, fold_into, words};
use crate::evaluate::Fields;
use crate::index::between;
use crate::query::{DateSpan, Field, shown};

/// By unit, what filters and facets need.
#[derive(Clone, Debug, Default)]
pub(crate) struct Metadata {
    /// Article and passage number of each unit.
    places: Vec<(u32, u32)>,
    /// The block of each unit within its article.
    blocks: Vec<u32>,
    /// The first unit of each article; one more at the end.
    firsts: Vec<u32>,
    /// The values of outlet, meeting, side, kind and speaker.
    pub values: [Vec<Value>; 5],
    pub years: Vec<(i16, Vec<u32>)>,
    /// Who speaks in a role of a known class.
    pub roles: Vec<RoleOf>,
    /// The classes of roles; their units are those of `roles`.
    classes: Vec<Value>,
    /// First and last day of each article.
    dates: Vec<Option<(Date, Date)>>,
    /// Folded words of each article's headline.
    titles: Vec<String>,
    /// Who wrote the articles; one value a byline.
    authors: Vec<Value>,
    /// The issues of the catalogue; their units are set once they are known.
    pub issues: Vec<Value>,
}

/// That somebody speaks in a unit in a role of a class.
#[derive(Clone, Debug)]
pub(crate) struct RoleOf {
    pub unit: u32,
    pub class: RoleClass,
    side: Option<SideId>,
    person: Option<PersonId>,
}

impl RoleOf {
    /// Whether it is one of some sides and some people; of none, any will do.
    pub fn is_of(&self, sides: &[&str], people: &[&str]) -> bool {
        let is = |wanted: &[&str], id: Option<&str>| wanted.is_empty() || id.is_some_and(|id| wanted.contains(&id));
        is(sides, self.side.as_ref().map(|id| id.as_str())) && is(people, self.person.as_ref().map(|id| id.as_str()))
    }
}

/// A value of a field: its id, its names, and its units.
#[derive(Clone, Debug, Default)]
pub(crate) struct Value {
    pub id: String,
    /// As the page shows it; the id where there is no name.
    pub name: String,
    /// The id and all names, folded, each with a line break after it.
    names: String,
    pub units: Vec<u32>,
}

impl Metadata {
    /// From a corpus. Linear in its passages and voices.
    pub fn new(corpus: &Corpus) -> Metadata {
        let mut metadata = Metadata { firsts: vec![0], ..Metadata::default() };
        let [outlets, meetings, sides, kinds, speakers] = &mut metadata.values;
        for outlet in &corpus.outlets {
            outlets.push(Value::new(&outlet.id.0, &[&outlet.name, &outlet.short]));
        }
        for meeting in &corpus.meetings {
            meetings.push(Value::new(&meeting.id.0, &[&meeting.name]));
        }
        for side in &corpus.sides {
            sides.push(Value::new(&side.id.0, &[&side.name, &side.abbreviation]));
        }
        for kind in &["paragraph", "list-item", "quote"] {
            kinds.push(Value::new(kind, &[]));
        }
        for person in &corpus.people {
            let mut value = Value::new(&person.id.0, &[&person.name, &person.surname]);
            person.spellings.iter().for_each(|name| value.add_name(name));
            speakers.push(value);
        }
        for (class, _) in RoleClass::NAMES {
            metadata.classes.push(Value::new(class, &[class, &[class, "s"].concat()]));
        }
        for issue in &corpus.issues {
            metadata.issues.push(Value::new(&issue.id.0, &[&issue.name]));
        }
        for (number, article) in corpus.articles.iter().enumerate() {
            metadata.add(u32::try_from(number).unwrap_or(u32::MAX), article, corpus);
        }
        metadata
    }

    fn add(&mut self, number: u32, article: &Article, corpus: &Corpus) {
        let passages = (0_u32..).zip(&article.blocks).filter(|(_, block)| block.n.is_some());
        for (at, block) in passages {
            let unit = u32::try_from(self.places.len()).unwrap_or(u32::MAX);
            let n = block.n.unwrap_or(0);
            self.places.push((number, n));
            self.blocks.push(at);
            let [outlets, meetings, sides, kinds, speakers] = &mut self.values;
            put(kinds, block.kind.name(), unit);
            if let Some(outlet) = &article.outlet {
                put(outlets, &outlet.value.0, unit);
            }
            for meeting in article.meetings.iter().chain(&article.mentions) {
                put(meetings, &meeting.id.0, unit);
            }
            if let Some(published) = &article.published {
                let year = published.date.year();
                let at = self.years.partition_point(|(known, _)| *known < year);
                match self.years.get_mut(at).filter(|(known, _)| *known == year) {
                    Some((_, units)) => units.push(unit),
                    None => self.years.insert(at, (year, vec![unit])),
                }
            }
            for voice in article.voices_in(n) {
                if let Some(class) = corpus.role_class(article, voice) {
                    put(&mut self.classes, class.name(), unit);
                    let (side, person) = (voice.side.clone(), voice.person.clone());
                    self.roles.push(RoleOf { unit, class, side, person });
                }
                if voice.kind == VoiceKind::Direct {
                    put(kinds, "quote", unit);
                }
                if let Some(person) = &voice.person {
                    put(speakers, &person.0, unit);
                }
                if let Some(side) = &voice.side {
                    put(sides, &side.0, unit);
                }
            }
        }
        self.firsts.push(u32::try_from(self.places.len()).unwrap_or(u32::MAX));
        self.dates.push(article.published.as_ref().map(|published| (published.date, published.until)));
        self.titles.push(fold(&article.headline.value));
        if let Some(byline) = &article.byline {
            let name = byline.value.as_str();
            if !self.authors.iter().any(|known| known.id == name) {
                self.authors.push(Value::new(name, &[]));
            }
            let units = self.units_of(number as usize);
            if let Some(author) = self.authors.iter_mut().find(|known| known.id == name) {
                author.units.extend(units);
            }
        }
    }

    /// The months in which articles were published, in order, as `April 2008`
    /// and `2008-04`. An article whose month is not known is in none.
    pub fn months(&self) -> Vec<(String, String)> {
        let mut months = Vec::new();
        for (first, last) in self.dates.iter().flatten() {
            if (first.year(), first.month()) == (last.year(), last.month()) {
                months.push((first.year(), first.month(), first.month_name()));
            }
        }
        months.sort_unstable();
        months.dedup();
        let written = |(year, month, name)| (format!("{name} {year}"), format!("{year:04}-{month:02}"));
        months.into_iter().map(written).collect()
    }

    /// The filter that a word or two, folded, are the name of, as it is typed,
    /// and what it is called: an outlet, a year or a month.
    pub fn filter_named(&self, words: &str) -> Option<(String, String)> {
        let [outlets, ..] = &self.values;
        let outlet = outlets.iter().find(|outlet| !outlet.units.is_empty() && has_words(&outlet.names, words));
        if let Some(outlet) = outlet {
            return Some((["outlet:", &outlet.id].concat(), ["from ", &outlet.name].concat()));
        }
        let year = self.years.iter().find(|(year, _)| year.to_string() == words);
        if let Some((year, _)) = year {
            return Some((format!("date:{year}"), format!("published in {year}")));
        }
        let months = self.months();
        let (name, span) = months.iter().find(|(name, _)| has_words(&fold(name), words))?;
        Some((["date:", span].concat(), ["published in ", name].concat()))
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
        let own = self.units_of(article);
        let unit = own.start.checked_add(passage.checked_sub(1)?)?;
        (unit < own.end).then_some(unit)
    }

    /// The units of an article.
    pub fn units_of(&self, article: usize) -> std::ops::Range<u32> {
        between(&self.firsts, article)
    }

    /// The text of a unit.
    pub fn block<'c>(&self, corpus: &'c Corpus, unit: u32) -> Option<&'c Block> {
        let (article, _) = self.place(unit)?;
        let at = *self.blocks.get(unit as usize)?;
        corpus.articles.get(article)?.blocks.get(at as usize)
    }

    /// The units of an issue.
    pub fn issue(&self, id: &str) -> Option<&[u32]> {
        self.issues.iter().find(|issue| issue.id == id).map(|issue| issue.units.as_slice())
    }

    fn values(&self, field: Field) -> &[Value] {
        let [outlets, meetings, sides, kinds, speakers] = &self.values;
        match field {
            Field::Outlet => outlets,
            Field::Meeting => meetings,
            Field::Speaker => speakers,
            Field::Side => sides,
            Field::Role => &self.classes,
            Field::Kind => kinds,
            Field::Issue => &self.issues,
            Field::Author => &self.authors,
            Field::Title => &[],
        }
    }

    /// What is meant by a field's value: what has it as its id or as a whole
    /// name; if nothing has, all that have its words among those of their id
    /// or of a name.
    pub fn meant(&self, field: Field, value: &str) -> Vec<&Value> {
        let wanted = fold(value);
        let words = words(&wanted);
        let mut meant = Vec::new();
        let mut whole = false;
        for known in self.values(field) {
            let is = known.names.split('\n').any(|name| name == wanted);
            if is && !whole {
                meant.clear();
                whole = true;
            }
            let has = || !words.is_empty() && words.iter().all(|word| has_words(&known.names, word.text));
            if is || !whole && has() {
                meant.push(known);
            }
        }
        meant
    }

    /// The value of a field that a misspelt one was meant to be: that with a word
    /// like it in its id or a name.
    pub fn nearest(&self, field: Field, value: &str) -> Option<&Value> {
        let wanted = fold(value);
        let words = |known: &'_ Value| -> Vec<String> {
            let parts = known.names.split(|c: char| !c.is_alphanumeric()).filter(|part| part.len() > 3);
            parts.map(str::to_owned).chain(known.names.lines().map(str::to_owned)).collect()
        };
        let all: Vec<(String, &Value)> = self
            .values(field)
            .iter()
            .flat_map(|known| words(known).into_iter().map(move |word| (word, known)))
            .collect();
        let found = summitry_corpus::nearest(&wanted, all.iter().map(|(word, _)| word.as_str()))?;
        all.iter().find(|(word, _)| word == found).map(|(_, known)| *known)
    }

    /// What to say of a field's value that names nothing, or somebody of whom
    /// there are no words; `None` when there is something.
    pub fn unknown(&self, field: Field, value: &str) -> Option<(String, String)> {
        if field == Field::Title {
            return None;
        }
        let meant = self.meant(field, value);
        if let [known] = meant.as_slice()
            && field == Field::Speaker
            && known.units.is_empty()
        {
            let message = [&known.name, " is known here, but no article gives words of theirs."].concat();
            let remedy = ["Search for the name instead: \"", &known.name, "\"."].concat();
            return Some((message, remedy));
        }
        if !meant.is_empty() {
            return None;
        }
        let message = ["There is no ", field.name(), " \u{201c}", &shown(value), "\u{201d}."].concat();
        if self.values(field).is_empty() {
            return Some((message, ["No article says its ", field.name(), ": leave it out."].concat()));
        }
        let mut remedy = String::from("Use one of:");
        for known in self.values(field) {
            // In quotation marks, as a name of several words must be written.
            remedy += &[" \u{201c}", &known.name, "\u{201d},"].concat();
        }
        remedy.pop();
        remedy.push('.');
        Some((message, remedy))
    }
}

impl Value {
    /// With no units yet; the first of the names is the one to show.
    pub fn new(id: &str, names: &[&str]) -> Value {
        let name = names.first().copied().unwrap_or(id).into();
        let mut value = Value { id: id.into(), name, names: String::new(), units: Vec::new() };
        value.add_name(id);
        names.iter().for_each(|name| value.add_name(name));
        value
    }

    fn add_name(&mut self, name: &str) {
        fold_into(name, &mut self.names);
        self.names.push('\n');
    }
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
        let mut units: Vec<u32> = Vec::new();
        match field {
            Field::Title => {
                let wanted = fold(value);
                for (article, title) in self.titles.iter().enumerate() {
                    if has_words(title, &wanted) {
                        units.extend(self.units_of(article));
                    }
                }
            }
            _ => {
                self.meant(field, value).iter().for_each(|known| units.extend_from_slice(&known.units));
                units.sort_unstable();
                units.dedup();
            }
        }
        units
    }

    fn dated(&self, span: DateSpan) -> Vec<u32> {
        let mut units = Vec::new();
        for (article, date) in self.dates.iter().enumerate() {
            if date.is_some_and(|(first, last)| span.touches(first, last)) {
                units.extend(self.units_of(article));
            }
        }
        units
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
