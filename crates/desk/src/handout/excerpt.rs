//! Words of an article with who says them, where they are from, and how they
//! are cited.
//!
//! Invariant: what the collection inferred stands in square brackets; of an
//! orphan only what was kept with it is told.

use summitry_corpus::citation::{Phrase, Reading, Reference, without_stop};
use summitry_corpus::{Article, Basis, ByteRange, Precision, Published, Voice, VoiceKind};

use super::ExportContext;
use super::quotation::quoted;
use crate::anchor::{Finding, Spot};
use crate::item::{Kept, KeptAs, Said};

/// Words of an article, resolved.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Excerpt {
    /// Its number among the excerpts of a handout, from 1; 0 by itself.
    pub number: u32,
    /// The words as they are read now; of an orphan, as they were kept.
    pub words: String,
    /// Who says them and how, in the order of the text; nobody where the
    /// article speaks for itself.
    pub said: Vec<Said>,
    /// The article's id; empty for an orphan.
    pub article: String,
    /// Its headline.
    pub headline: String,
    /// Its outlet's name; may be empty.
    pub outlet: String,
    /// Its day in words; may be empty.
    pub date: String,
    /// Its day as ISO 8601; may be empty.
    pub iso: String,
    /// `“Headline”, outlet, day`.
    pub from: String,
    /// The passage, if the words stand in one.
    pub passage: Option<u32>,
    /// The short form for the text, or for a note in Chicago: with `qtd. in`
    /// where the words are somebody's whom the article quotes.
    pub in_text: Phrase,
    /// The entry of the list of works.
    pub reference: Phrase,
    /// What that list is called.
    pub(super) list_name: &'static str,
    /// Where it is read; may be empty.
    pub address: String,
    /// The visitor's note; may be empty.
    pub note: String,
    /// The visitor's tags.
    pub tags: Vec<String>,
    /// Why it has no place, or none in the reading text, a full sentence;
    /// empty where it has.
    pub problem: &'static str,
}

/// What is told of words that cleaning leaves out.
const LEFT_OUT: &str = "These words are not part of the reading text: they stand in the text as received.";

impl Excerpt {
    /// What was kept, as it stands in the collection now.
    pub fn of(kept: &Kept, context: &ExportContext<'_>) -> Excerpt {
        let mut excerpt = match context.finder.find(context.corpus, &kept.anchor) {
            Finding::Found(standing) => match context.corpus.articles.get(standing.article) {
                Some(article) => Self::standing(article, &standing.spots, kept, context),
                None => Self::orphan(kept),
            },
            Finding::Orphan(orphaned) => Excerpt { problem: orphaned.sentence(), ..Self::orphan(kept) },
        };
        excerpt.note.clone_from(&kept.note);
        excerpt.tags.clone_from(&kept.tags);
        excerpt
    }

    /// Words of a passage that need not be kept, in bytes of its text; all of
    /// it for `None`. `article` is the place in the corpus.
    pub fn at(
        context: &ExportContext<'_>,
        article: usize,
        passage: u32,
        range: Option<ByteRange>,
        kept_as: KeptAs,
    ) -> Option<Excerpt> {
        let article = context.corpus.articles.get(article)?;
        let block = article.blocks.iter().position(|block| block.n == Some(passage))?;
        let text = &article.blocks.get(block)?.text;
        let spot = Spot { block, passage: Some(passage), range: range.unwrap_or(ByteRange::new(0, text.len())) };
        Some(Self::standing(article, &[spot], &Kept { kept_as, ..Kept::default() }, context))
    }

    fn orphan(kept: &Kept) -> Excerpt {
        Excerpt {
            words: kept.anchor.words(),
            said: kept.said.iter().cloned().collect(),
            from: kept.from.clone(),
            ..Excerpt::default()
        }
    }

    fn standing(article: &Article, spots: &[Spot], kept: &Kept, context: &ExportContext<'_>) -> Excerpt {
        let text = |spot: &Spot| article.blocks.get(spot.block).map_or("", |block| spot.range.of(&block.text));
        let words: Vec<&str> = spots.iter().map(text).collect();
        let passage = spots.first().and_then(|spot| spot.passage);
        let address = (context.address)(article, passage);
        let home = (context.address)(article, None);
        let reading = Reading { collection: &context.corpus.title, address: &home, day: context.day };
        let reference = Reference::new(context.corpus, article).passage(passage).read_in(reading);
        let mut forms = context.style.cite(&reference).into_iter();
        let (list_name, list) = forms.next().unwrap_or_default();
        let quotes = spots.iter().any(|spot| is_quoted(article, spot));
        // The form for words quoted in the article is the last, where there is one.
        let in_text = if quotes { forms.last() } else { forms.next() };
        let outlet = context.corpus.outlet_of(article).map_or("", |outlet| &outlet.name);
        Excerpt {
            words: if words.is_empty() { kept.anchor.words() } else { words.join(" ") },
            said: spots.iter().fold(Vec::new(), |said, spot| heard(said, article, spot, kept.kept_as)),
            article: article.id.0.clone(),
            headline: article.headline.value.clone(),
            outlet: outlet.to_owned(),
            date: article.published.as_ref().map(day).unwrap_or_default(),
            iso: article.published.as_ref().map(Published::iso).unwrap_or_default(),
            from: source_line(article, outlet),
            passage,
            in_text: in_text.unwrap_or_default().1,
            reference: list,
            list_name,
            address,
            problem: if spots.is_empty() { LEFT_OUT } else { "" },
            ..Excerpt::default()
        }
    }

    /// Who says it and how, in words: `Vladimir Putin, President of Russia
    /// (quoted)`, the name in square brackets where it is inferred; what to say
    /// where nobody is named is the caller's.
    pub fn speakers(&self) -> String {
        let one = |said: &Said| match (said.role.is_empty(), said.manner.is_empty()) {
            (true, true) => said.speaker.clone(),
            (true, false) => format!("{} ({})", said.speaker, said.manner),
            (false, true) => format!("{}, {}", said.speaker, said.role),
            (false, false) => format!("{}, {} ({})", said.speaker, said.role, said.manner),
        };
        self.said.iter().map(one).collect::<Vec<_>>().join("; ")
    }

    /// Where it is from, with the number of its passage if it stands in one.
    pub fn place(&self) -> String {
        match self.passage {
            Some(passage) => format!("{}, passage {passage}", self.from),
            None => self.from.clone(),
        }
    }

    /// The same for a handout: where nobody is named, that the article speaks for
    /// itself; nothing of an orphan of whom nothing is known.
    pub fn voice(&self) -> String {
        let speakers = self.speakers();
        if speakers.is_empty() && !self.article.is_empty() {
            return "In the article’s own words".to_owned();
        }
        speakers
    }

    /// The words between quotation marks, for a clipboard: alone, or with who
    /// says them before and the reference behind; as text and as HTML.
    pub fn quotation(&self, with_reference: bool) -> (String, String) {
        let words = quoted(&self.words);
        if !with_reference {
            return (words.clone(), escaped(&words));
        }
        let who = self.speakers();
        let who = if who.is_empty() { who } else { who + ": " };
        let in_text = self.in_text.plain();
        let gap = if in_text.is_empty() { "" } else { " " };
        let (from, from_html) = match self.reference.plain() {
            plain if plain.is_empty() => (self.from.clone(), escaped(&self.from)),
            plain => (plain, self.reference.html()),
        };
        let text = format!("{who}{words}{gap}{in_text}\n\n{from}\n");
        let html =
            format!("<p>{}{}{gap}{}</p>\n<p>{from_html}</p>", escaped(&who), escaped(&words), self.in_text.html());
        (text, html)
    }
}

/// Text as HTML.
pub(super) fn escaped(text: &str) -> String {
    let mut html = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => html.push_str("&amp;"),
            '<' => html.push_str("&lt;"),
            '>' => html.push_str("&gt;"),
            '"' => html.push_str("&quot;"),
            // Not allowed in HTML, and nothing that shows.
            '\0'..='\u{8}' | '\u{b}' | '\u{c}' | '\u{e}'..='\u{1f}' | '\u{7f}'..='\u{9f}' => html.push(' '),
            c => html.push(c),
        }
    }
    html
}

/// How many bytes two ranges share.
fn shared(a: ByteRange, b: ByteRange) -> u32 {
    a.end.min(b.end).saturating_sub(a.start.max(b.start))
}

fn voices<'a>(article: &'a Article, spot: &Spot) -> impl Iterator<Item = (&'a Voice, u32)> {
    let range = spot.range;
    let all = spot.passage.into_iter().flat_map(|passage| article.voices_in(passage));
    all.map(move |voice| (voice, shared(voice.range, range))).filter(|(_, shared)| *shared > 0)
}

/// Whether the words are mostly somebody's own, given in quotation marks.
fn is_quoted(article: &Article, spot: &Spot) -> bool {
    let direct: u32 =
        voices(article, spot).filter(|(voice, _)| voice.kind == VoiceKind::Direct).map(|(_, shared)| shared).sum();
    direct as usize * 2 >= spot.range.len()
}

/// Adds who is heard in a spot: of a statement the one who makes it.
fn heard(mut said: Vec<Said>, article: &Article, spot: &Spot, kept_as: KeptAs) -> Vec<Said> {
    let mut all: Vec<(&Voice, u32)> = voices(article, spot).collect();
    if kept_as == KeptAs::Statement {
        // The statement that fits best: the same words, and no others.
        let differs = |voice: &Voice| voice.range.len() + spot.range.len();
        all.sort_by_key(|(voice, shared)| (differs(voice) - 2 * *shared as usize, voice.range.start));
        all.truncate(1);
    }
    // Where the words are those within the marks, the sentence around the
    // marks is not what was taken.
    let direct: Vec<ByteRange> =
        all.iter().filter(|(voice, _)| voice.kind == VoiceKind::Direct).map(|(voice, _)| voice.range).collect();
    let within = |voice: &Voice, all: u32| {
        let taken = |range: &ByteRange| {
            let inner = ByteRange { start: range.start.max(spot.range.start), end: range.end.min(spot.range.end) };
            shared(inner, voice.range) == all
        };
        voice.kind != VoiceKind::Direct && direct.iter().any(taken)
    };
    all.retain(|(voice, shared)| !within(voice, *shared));
    for (voice, _) in all {
        let manner = voice.kind.manner();
        let inferred = bracketed(voice.speaker.clone(), Basis::Inferred);
        let Some(known) = said.iter_mut().find(|said| said.speaker == voice.speaker || said.speaker == inferred) else {
            let speaker = bracketed(voice.speaker.clone(), voice.basis);
            said.push(Said { speaker, role: voice.role.clone(), manner: manner.to_owned() });
            continue;
        };
        if !known.manner.split(" and ").any(|known| known == manner) {
            known.manner = format!("{} and {manner}", known.manner);
        }
        // Whom the words name once is not inferred.
        if voice.basis == Basis::Stated {
            known.speaker.clone_from(&voice.speaker);
        }
    }
    said
}

/// A day in words, in square brackets where it is inferred.
fn day(published: &Published) -> String {
    let one = |date: summitry_corpus::Date| format!("{} {} {}", date.day(), date.month_name(), date.year());
    let date = published.date;
    let words = match published.precision {
        Precision::Month => format!("{} {}", date.month_name(), date.year()),
        Precision::Range => format!("{} to {}", one(date), one(published.until)),
        Precision::Minute | Precision::Day => one(date),
    };
    bracketed(words, published.why.basis)
}

fn bracketed(words: String, basis: Basis) -> String {
    if basis == Basis::Inferred && !words.starts_with('[') { format!("[{words}]") } else { words }
}

/// `“Headline”, outlet, day`; a full stop of the headline's gives way to the
/// comma.
fn source_line(article: &Article, outlet: &str) -> String {
    let headline = &article.headline;
    let headline = match headline.why.basis {
        Basis::Stated => quoted(without_stop(headline.value.trim())),
        Basis::Inferred => bracketed(headline.value.clone(), Basis::Inferred),
    };
    let outlet = article.outlet.as_ref().map(|fact| bracketed(outlet.to_owned(), fact.why.basis));
    let parts = [Some(headline), outlet, article.published.as_ref().map(day)];
    parts.into_iter().flatten().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", ")
}
