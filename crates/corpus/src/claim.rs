//! Claims of the catalogue about an article, checked against its source.
//!
//! Invariant: a claim becomes a fact only when each of its quotations stands
//! in the source, blanks apart, and a stated value stands in its quotations.

use std::cell::{Cell, OnceCell};

use crate::catalogue::Known;
use crate::catalogue::Read;
use crate::catalogue::schema::{Claim, Text};
use crate::clean::segment::is_blank;
use crate::date::{Date, Precision, Published};
use crate::dates;
use crate::fact::{Basis, ByteRange, Evidence, Fact, Provenance};
use crate::problem::Problems;
use crate::source::LineIndex;

/// How many quotations are looked up in any source.
const LOOKED_UP: usize = 300;
/// How many bytes are searched beyond that.
const SEARCHED: usize = 128 << 20;

/// A source prepared for finding quotations: blanks made single, with the way
/// back to the bytes as received.
pub(crate) struct Quotable<'a> {
    source: &'a str,
    /// Made when the first quotation is looked up: most sources have none.
    single: OnceCell<(String, Vec<u32>)>,
    lines: LineIndex,
    /// How many quotations may still be looked up.
    left: Cell<usize>,
}

impl<'a> Quotable<'a> {
    /// Prepares a source, which is read once.
    pub(crate) fn new(source: &'a str) -> Quotable<'a> {
        let left = Cell::new(LOOKED_UP + SEARCHED / source.len().max(1));
        Quotable { source, single: OnceCell::new(), lines: LineIndex::new(source), left }
    }

    /// The source with single blanks, and for each byte where it came from.
    fn single(&self) -> &(String, Vec<u32>) {
        self.single.get_or_init(|| single_blanks(self.source))
    }

    /// Whether more was looked up than may be.
    pub(crate) fn is_spent(&self) -> bool {
        self.left.get() == 0
    }

    /// Whether words stand in the source; each time takes a walk through it.
    fn place(&self, wanted: &str) -> Option<usize> {
        self.left.set(self.left.get().checked_sub(1)?);
        self.single().0.find(wanted)
    }

    /// The head of a source that was not prepared yet, as far as it is needed,
    /// where the words stand near its beginning as they are.
    fn head(&self, wanted: &str) -> Option<(String, Vec<u32>)> {
        if self.single.get().is_some() || self.is_spent() {
            return None;
        }
        let end = self.source.find(wanted)? + wanted.len();
        let near = end * 4 < self.source.len();
        self.source.get(..end).filter(|_| near).map(single_blanks)
    }

    /// Where a quotation first stands.
    pub(crate) fn find(&self, quote: &str) -> Option<Evidence> {
        let (wanted, _) = single_blanks(quote);
        let wanted = wanted.trim();
        let head = self.head(wanted);
        let at = match &head {
            Some((text, _)) => {
                self.left.set(self.left.get().checked_sub(1)?);
                text.find(wanted)
            }
            None => self.place(wanted),
        };
        let at = at.filter(|_| !wanted.is_empty())?;
        let (_, offsets) = head.as_ref().unwrap_or_else(|| self.single());
        let start = *offsets.get(at)?;
        let last = wanted.chars().next_back().map_or(0, char::len_utf8);
        let end = *offsets.get(at + wanted.len() - last)? as usize + last;
        Some(self.evidence(ByteRange::new(start as usize, end)))
    }

    /// Where a value stands on a line, or else the whole line; on line 0, which
    /// is none, where it first stands in the source.
    pub(crate) fn on_line(&self, line: u32, value: &str) -> Option<Evidence> {
        if line == 0 {
            return self.find(value);
        }
        let (start, end) = self.lines.of(line, self.source.len());
        let words = ByteRange::new(start, end).of(self.source);
        let range = match words.find(value).filter(|_| !value.is_empty()) {
            Some(at) => ByteRange::new(start + at, start + at + value.len()),
            None => ByteRange::new(start, start + words.trim_end().len()),
        };
        Some(self.evidence(range))
    }

    /// The place of a range in a file with this source.
    pub(crate) fn in_file(&self, file: &str, range: ByteRange) -> crate::problem::Place {
        crate::problem::Place::in_text(file, self.source, range.start as usize, range.end as usize)
    }

    /// The words of a range of the source as evidence.
    pub(crate) fn evidence(&self, range: ByteRange) -> Evidence {
        Evidence { quote: range.of(self.source).to_owned(), line: self.lines.line(range.start), range }
    }

    /// How much of a quotation stands in the source, and what follows there.
    fn nearest(&self, quote: &str) -> Option<(String, String)> {
        let (wanted, _) = single_blanks(quote);
        let ends: Vec<usize> = wanted.match_indices(' ').map(|(at, _)| at).collect();
        // What holds words holds the first of them, so the longest are found
        // by halves.
        let stands = |end: &usize| wanted.get(..*end).is_some_and(|part| self.place(part).is_some());
        let end = *ends.get(ends.partition_point(stands).checked_sub(1)?)?;
        let part = wanted.get(..end)?;
        let rest = self.single().0.get(self.place(part)? + part.len()..)?;
        Some((part.to_owned(), rest.chars().take(40).collect::<String>().trim().to_owned()))
    }
}

/// Blanks made single spaces, and for each byte where it came from.
fn single_blanks(source: &str) -> (String, Vec<u32>) {
    let (mut text, mut offsets) = (String::with_capacity(source.len()), Vec::with_capacity(source.len()));
    for (at, c) in source.char_indices() {
        let at = u32::try_from(at).unwrap_or(u32::MAX);
        if !is_blank(c) {
            text.push(c);
            offsets.extend(std::iter::repeat_n(at, c.len_utf8()));
        } else if (c.is_whitespace() || c.is_control()) && !text.ends_with(' ') {
            text.push(' ');
            offsets.push(at);
        }
    }
    (text, offsets)
}

/// Checks the claims of one article.
pub(crate) struct Claims<'a> {
    pub(crate) read: &'a Read,
    pub(crate) source: &'a Quotable<'a>,
    pub(crate) file: &'a str,
}

impl Claims<'_> {
    /// What a claim rests on, when all of it holds.
    pub(crate) fn provenance(&self, claim: &Claim, problems: &mut Problems) -> Option<Provenance> {
        let before = problems.len();
        let basis = match claim.basis.value.as_str() {
            "stated" => Basis::Stated,
            "inferred" => Basis::Inferred,
            other => {
                let message = format!("`{other}` is not a basis.");
                problems.push(self.read.problem(&claim.basis.at, message, "Write basis = \"stated\" where the source says it, or \"inferred\" where it follows from the source."));
                return None;
            }
        };
        let evidence: Vec<Evidence> =
            claim.evidence.iter().filter_map(|quote| self.quotation(quote, problems)).collect();
        if basis == Basis::Stated && claim.evidence.is_empty() {
            problems.push(self.read.problem(
                &claim.basis.at,
                "A stated fact needs the words that state it.",
                "Add evidence = [\"…\"] with words of the source, or write basis = \"inferred\" and because = \"…\".",
            ));
        }
        if basis == Basis::Inferred && claim.because.trim().is_empty() {
            problems.push(self.read.problem(
                &claim.basis.at,
                "An inferred fact needs a reason.",
                "Add because = \"…\": a sentence that says how it follows.",
            ));
        }
        (problems.len() == before).then(|| Provenance { basis, evidence, reason: claim.because.trim().to_owned() })
    }

    fn quotation(&self, quote: &Text, problems: &mut Problems) -> Option<Evidence> {
        let found = self.source.find(&quote.value);
        if found.is_none() && !self.source.is_spent() {
            let remedy = match self.source.nearest(&quote.value) {
                Some((part, rest)) => {
                    format!("The file has “{part}” and goes on “{rest}”; copy its words as they are.")
                }
                None => "Copy the words from the file as they are; only blanks may differ.".to_owned(),
            };
            problems.push(self.read.problem(&quote.at, format!("These words do not stand in {}.", self.file), remedy));
        }
        found
    }

    /// A claim whose value is words; when stated, they must be in the evidence.
    pub(crate) fn words(&self, claim: &Claim, problems: &mut Problems) -> Option<Fact<String>> {
        let why = self.provenance(claim, problems)?;
        let value = claim.value.value.trim().to_owned();
        let (wanted, _) = single_blanks(&value);
        let said = |evidence: &Evidence| single_blanks(&evidence.quote).0.contains(&wanted);
        if why.basis == Basis::Stated && !why.evidence.iter().any(said) {
            problems.push(self.read.problem(
                &claim.value.at,
                "The value is said to be stated, but its words are not in the evidence.",
                "Quote the words that state it, or write basis = \"inferred\" and say why.",
            ));
            return None;
        }
        Some(Fact { value, why })
    }

    /// A claim whose value names something declared.
    pub(crate) fn id(&self, kind: &str, known: &Known, claim: &Claim, problems: &mut Problems) -> Option<Fact<String>> {
        let exists = crate::collection::refer(self.read, kind, &claim.value, known, problems);
        let why = self.provenance(claim, problems)?;
        exists.then(|| Fact { value: claim.value.value.clone(), why })
    }

    /// A claim whose value is a date; when stated, the evidence must say it.
    pub(crate) fn published(&self, claim: &Claim, problems: &mut Problems) -> Option<Published> {
        let why = self.provenance(claim, problems)?;
        let Some(mut published) = parse_published(&claim.value.value, why) else {
            let remedy = "Write 2001-10-21, 2001-10-21T18:52, a range 2001-10-19/2001-10-21, or a month 2001-10.";
            problems.push(self.read.problem(
                &claim.value.at,
                format!("`{}` is not a date.", claim.value.value),
                remedy,
            ));
            return None;
        };
        let read: Vec<_> = published.why.evidence.iter().flat_map(|evidence| dates::find(&evidence.quote)).collect();
        let same = read.iter().find(|found| found.date == published.date && found.until == published.until);
        if published.why.basis == Basis::Stated && same.is_none() {
            let remedy = "Quote the words that give the whole date, or write basis = \"inferred\" and say why.";
            problems.push(self.read.problem(
                &claim.value.at,
                "The date is said to be stated, but the evidence does not give it.",
                remedy,
            ));
            return None;
        }
        if let (Some(minute), Some(found)) = (&mut published.minute, same.and_then(|found| found.minute.as_ref())) {
            minute.zone.clone_from(&found.zone);
        }
        Some(published)
    }
}

fn parse_published(text: &str, why: Provenance) -> Option<Published> {
    if let Some((from, until)) = text.split_once('/') {
        let (date, until) = (Date::parse_iso(from)?, Date::parse_iso(until)?);
        return (date < until).then_some(Published { date, until, minute: None, precision: Precision::Range, why });
    }
    if text.len() == 7 {
        let date = Date::parse_iso(&format!("{text}-01"))?;
        return Some(Published { date, until: date.last_of_month(), minute: None, precision: Precision::Month, why });
    }
    if text.contains('T') {
        let found = dates::find(text);
        let found = found.first().filter(|found| found.range.len() == text.len() && found.minute.is_some())?;
        return Some(Published {
            date: found.date,
            until: found.date,
            minute: found.minute.clone(),
            precision: Precision::Minute,
            why,
        });
    }
    let date = Date::parse_iso(text)?;
    Some(Published { date, until: date, minute: None, precision: Precision::Day, why })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_quotation_is_found_whatever_its_blanks() {
        let source = "\u{a0}John\u{a0}Kerry\n  huddled — soft\u{ad}ly\n";
        let quotable = Quotable::new(source);
        let found = quotable.find("Kerry huddled — softly").unwrap();
        assert_eq!(found.quote, "Kerry\n  huddled — soft\u{ad}ly");
        assert_eq!(found.line, 1);
        assert!(quotable.find("Kerry ran").is_none());
        assert!(quotable.find(" ").is_none());
    }

    #[test]
    fn a_value_is_found_on_its_line_and_else_the_whole_line_is_shown() {
        let quotable = Quotable::new("Harbour talks\nBy Anna Lind  \nAnna Lind\n");
        let shown = |line, value| quotable.on_line(line, value).map(|found| (found.line, found.range, found.quote));
        assert_eq!(shown(2, "Anna Lind"), Some((2, ByteRange::new(17, 26), "Anna Lind".to_owned())));
        assert_eq!(shown(2, "Tom Byrne"), Some((2, ByteRange::new(14, 26), "By Anna Lind".to_owned())));
        assert_eq!(shown(0, "Lind"), Some((2, ByteRange::new(22, 26), "Lind".to_owned())));
        assert_eq!(shown(0, "Byrne"), None);
    }
}
