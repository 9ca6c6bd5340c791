//! When an article was published, and when it was changed after that.
//!
//! Invariant: the day of an update is never taken for the day of publication;
//! of an instant that is given in UTC and in the outlet's own time, the
//! outlet's day counts.

use super::entry::{Entry, Field, Source};
use super::{Said, headline_of_page, order, place, provenance};
use crate::article::{Block, BlockKind};
use crate::date::{Date, Precision, Published};
use crate::dates::label::{is_end, is_published, is_update};
use crate::dates::{FoundDate, Manner, address, find_in};
use crate::fact::Evidence;
use crate::problem::Warning;

/// A day that a source gives.
#[derive(Clone, Debug)]
struct Candidate {
    found: FoundDate,
    /// Lower is believed first.
    rank: u8,
    /// How far from the headline it stands in a page; 0 outside its body.
    distance: u32,
    /// Whether little but the day stands in its line.
    alone: bool,
    label: String,
    evidence: Words,
    /// Why, when it does not follow from the words alone.
    reason: String,
}

/// The words that a day rests on. Most candidates are never asked, and looking
/// words up walks through the source.
#[derive(Clone, Debug)]
enum Words {
    Known(Evidence),
    /// On a line, or anywhere for line 0.
    Of(u32, String),
}

impl Candidate {
    fn is_exact(&self) -> bool {
        matches!(self.found.precision, Precision::Day | Precision::Minute)
    }
}

impl Words {
    fn of(entry: &Entry) -> Words {
        Words::Of(entry.line, entry.value.clone())
    }

    fn evidence(&self, said: &Said<'_>) -> Option<Evidence> {
        match self {
            Words::Known(evidence) => Some(evidence.clone()),
            Words::Of(line, value) => said.source.on_line(*line, value),
        }
    }
}

/// Publication and update.
pub(super) fn dates(said: &Said<'_>, warnings: &mut Vec<Warning>) -> (Option<Published>, Option<Published>) {
    let manner = order::manner(said);
    let mut published = from_entries(said, &manner.0, Field::Published);
    let mut updated = from_entries(said, &manner.0, Field::Updated);
    from_blocks(said, &manner.0, &mut published, &mut updated);
    from_opening(said, &mut published);
    published.extend(from_entries(said, &manner.0, Field::Day));
    published.extend(from_addresses(said));
    for candidate in published.iter_mut().chain(&mut updated).filter(|candidate| candidate.found.decided) {
        candidate.reason.clone_from(&manner.1);
    }
    updated.retain(|candidate| candidate.rank < SHOWN || candidate.distance <= FAR);
    published.sort_by_key(order_of);
    updated.sort_by_key(order_of);
    let chosen = choose(&published);
    if let Some(chosen) = &chosen {
        disagreement(said, chosen, &published, warnings);
    }
    let after = |candidate: &&Candidate| match &chosen {
        Some(chosen) => is_after(&candidate.found, &chosen.found),
        None => true,
    };
    let updated = updated.iter().find(after).cloned();
    (chosen.map(|chosen| fact(said, chosen)), updated.map(|updated| fact(said, updated)))
}

fn fact(said: &Said<'_>, candidate: Candidate) -> Published {
    let Candidate { found, evidence, reason, label, .. } = candidate;
    Published {
        date: found.date,
        until: found.until,
        minute: found.minute,
        precision: found.precision,
        why: provenance(evidence.evidence(said).into_iter().collect(), &label, reason),
    }
}

/// The rank of a day that the page shows and does not mark.
const SHOWN: u8 = 12;
/// The rank of a day that the page marks as one, and says not of what.
const MARKED: u8 = 10;
/// As many blocks from the headline a line belongs to it.
const NEAR: u32 = 3;
/// Beyond as many, one of several days is as likely another article's.
const FAR: u32 = 20;

/// More lines over a text say nothing new, and each is looked at among all.
const MOST: usize = 40;

/// The order of belief: of days that nothing calls a publication the whole ones
/// come before months.
fn order_of(candidate: &Candidate) -> (u8, bool, u32) {
    (candidate.rank, candidate.rank >= MARKED && !candidate.is_exact(), candidate.distance)
}

/// How far each source is believed about a day.
fn rank(entry: &Entry, distance: u32) -> u8 {
    match (entry.field, entry.source) {
        (_, Source::Archive) => 0,
        (Field::Day, Source::Time | Source::Class | Source::Meta) => MARKED,
        // A day alone under the headline is as good as a mark.
        (Field::Day, _) if entry.label.starts_with("in a line") => {
            if distance <= NEAR {
                MARKED
            } else {
                SHOWN
            }
        }
        (Field::Day, _) => 13,
        (_, Source::JsonLd) => 1,
        (_, Source::OpenGraphArticle) => 2,
        (_, Source::Citation) => 3,
        (_, Source::Microdata) => 4,
        (_, Source::DublinCore) => 5,
        (_, Source::Time | Source::Class) => 7,
        (Field::Updated, Source::Visible) => SHOWN,
        (_, Source::Visible) => 8,
        _ => 6,
    }
}

fn from_entries(said: &Said<'_>, manner: &Manner, field: Field) -> Vec<Candidate> {
    let headline = headline_of_page(said.entries).map(|(_, entry)| entry.position).filter(|position| *position > 0);
    let headings = || said.entries.iter().find(|entry| entry.source == Source::Heading).map(|entry| entry.position);
    let headline = headline.or_else(headings).unwrap_or(0);
    let entries = said.entries.iter().filter(|entry| entry.field == field);
    entries
        .filter_map(|entry| {
            let value = entry.value.as_str();
            let found = compact(value).or_else(|| {
                let mut found = find_in(value, manner).into_iter();
                match field {
                    // `Updated 3 March, published 1 March`
                    Field::Day | Field::Published => found.find(|found| !is_update(value, found.range.start as usize)),
                    _ => found.next(),
                }
            })?;
            // What programs write for no date at all.
            let distance = distance(entry, headline);
            let alone = found.range.len() * 2 >= value.len();
            let none = found.date.year() < 1900
                || matches!((found.date.year(), found.date.month(), found.date.day()), (1970, 1, 1) | (1969, 12, 31));
            let rank = rank(entry, distance);
            let reason = reason(entry);
            let evidence = Words::of(entry);
            // A shown range is of what the article is about.
            let none = none || found.precision == Precision::Range && entry.source == Source::Visible;
            (!none).then(|| Candidate { found, rank, distance, alone, label: entry.label.clone(), evidence, reason })
        })
        .collect()
}

/// How many blocks of the page stand between a day and the headline; what
/// stands before the headline is farther.
fn distance(entry: &Entry, headline: u32) -> u32 {
    let shown = matches!(entry.source, Source::Time | Source::Class | Source::Visible | Source::Microdata);
    match entry.position.checked_sub(headline) {
        _ if !shown => 0,
        Some(after) => after,
        None => 2 * (headline - entry.position) + 1,
    }
}

fn reason(entry: &Entry) -> String {
    match (entry.field, entry.source) {
        (Field::Day, Source::Time | Source::Class | Source::Meta) => {
            format!("The page marks this day as a date ({}) and does not say of what.", entry.label)
        }
        (Field::Day, _) => "The page gives no date of its own; this day stands near its headline.".to_owned(),
        _ => String::new(),
    }
}

/// `20140303`, `20140303T1318`, and seconds since 1970, in metadata only.
fn compact(value: &str) -> Option<FoundDate> {
    let digits = value.trim().bytes().take_while(u8::is_ascii_digit).count();
    let value = value.trim();
    let rest = value.get(digits..)?;
    if (digits == 8 || digits == 14) && (rest.is_empty() || rest.starts_with(['T', ' '])) {
        let date = Date::parse_iso(&[value.get(..4)?, value.get(4..6)?, value.get(6..8)?].join("-"))?;
        return Some(whole(date, value.len()));
    }
    if !rest.is_empty() || !matches!(digits, 10 | 13) {
        return None;
    }
    let seconds = value.parse::<i64>().ok()? / if digits == 13 { 1000 } else { 1 };
    let days = i32::try_from(seconds / 86_400).ok()?;
    let epoch = Date::new(1970, 1, 1)?;
    from_days(epoch.days() + days).map(|date| whole(date, value.len()))
}

fn whole(date: Date, length: usize) -> FoundDate {
    let range = crate::fact::ByteRange::new(0, length);
    FoundDate { date, until: date, precision: Precision::Day, minute: None, range, decided: false }
}

/// The date by its number of days since the first of January of year 1.
fn from_days(days: i32) -> Option<Date> {
    let year = i16::try_from(days * 400 / 146_097 + 1).ok()?;
    let year =
        (year - 1..=year + 1).rev().find(|year| Date::new(*year, 1, 1).is_some_and(|first| first.days() <= days))?;
    let month = (1..=12).rev().find(|month| Date::new(year, *month, 1).is_some_and(|first| first.days() <= days))?;
    let day = days - Date::new(year, month, 1)?.days() + 1;
    Date::new(year, month, u8::try_from(day).ok()?)
}

/// Days in the lines over the text, each with the label before it.
fn from_blocks(said: &Said<'_>, manner: &Manner, published: &mut Vec<Candidate>, updated: &mut Vec<Candidate>) {
    for block in said.blocks.iter().filter(|block| block.kind == BlockKind::Dateline).take(MOST) {
        let label = label_before(said, block);
        let labelled = [label, " ", &block.text].concat();
        for found in find_in(&block.text, manner) {
            let at = label.len() + 1 + found.range.start as usize;
            if is_end(&labelled, at) {
                continue;
            }
            let quoted = said.source.find(found.range.of(&block.text)).filter(|at| at.line >= block.lines.0);
            let evidence = Words::Known(quoted.unwrap_or_else(|| said.source.evidence(block.range)));
            let candidate = Candidate {
                distance: 0,
                alone: found.range.len() * 2 >= block.text.len(),
                rank: if is_published(&labelled, at) { 7 } else { 8 },
                label: "the line over the text".to_owned(),
                reason: String::new(),
                evidence,
                found,
            };
            if is_update(&labelled, at) { updated.push(candidate) } else { published.push(candidate) }
        }
    }
}

/// The line right before a block, if it is short and ends in a colon.
fn label_before<'a>(said: &Said<'a>, block: &Block) -> &'a str {
    let kept = said.blocks.iter().map(|other| (other.range.end, other.text.as_str()));
    let all = kept.chain(said.removed.iter().map(|piece| (piece.range.end, piece.text.as_str())));
    let before = all.filter(|(end, _)| *end <= block.range.start).max_by_key(|(end, _)| *end);
    before.map(|(_, text)| text.trim()).filter(|text| text.ends_with(':') && text.len() <= 60).unwrap_or("")
}

/// `PORT ALDER, N.Y., May 7, 2014 /NWSWIRE/ --`: a wire's own date.
fn from_opening(said: &Said<'_>, published: &mut Vec<Candidate>) {
    let Some(block) = super::first_of_kind(said.blocks, BlockKind::Paragraph) else { return };
    let Some(opening) = place::opening(&block.text) else { return };
    let day = |found: &FoundDate| matches!(found.precision, Precision::Day | Precision::Minute);
    let Some(found) = find_in(opening, &Manner::default()).into_iter().find(day) else { return };
    let evidence = Words::Of(0, opening.to_owned());
    published.push(Candidate {
        found,
        rank: 8,
        distance: 0,
        alone: true,
        label: "the opening".to_owned(),
        evidence,
        reason: String::new(),
    });
}

/// Days in the page's addresses, which say when it was filed.
fn from_addresses(said: &Said<'_>) -> Vec<Candidate> {
    let entries = said.entries.iter().filter(|entry| entry.field == Field::Address);
    entries
        .filter_map(|entry| {
            let (date, range) = address::find(&entry.value)?;
            let mut found = whole(date, range.len());
            found.range = crate::fact::ByteRange::new(range.start, range.end);
            let evidence = Words::of(entry);
            let reason = "The page's address gives this day.".to_owned();
            Some(Candidate {
                found,
                rank: 9,
                distance: 0,
                alone: true,
                label: format!("the address ({})", entry.label),
                evidence,
                reason,
            })
        })
        .take(1)
        .collect()
}

/// The first of the ranked, made exact and local by those behind it.
fn choose(ranked: &[Candidate]) -> Option<Candidate> {
    let first = ranked.first().filter(|first| !is_one_of_many(first, ranked))?;
    let mut chosen = first;
    if !first.is_exact() {
        let within = |found: &FoundDate| (first.found.date..=first.found.until).contains(&found.date);
        chosen = ranked.iter().find(|other| other.is_exact() && within(&other.found)).unwrap_or(first);
    }
    if let Some(shown) = ranked.iter().find(|other| is_before_change(other, chosen)) {
        let mut shown = shown.clone();
        shown.reason = format!(
            "The page's date in its metadata, {}, is later and may be of a change; this day stands near its headline.",
            chosen.found.date
        );
        return Some(shown);
    }
    let Some(local) = ranked.iter().find(|other| is_local_of(other, chosen)) else { return Some(chosen.clone()) };
    let mut local = local.clone();
    local.reason = format!(
        "{} gives {} in UTC; this is the same time by the outlet's own clock.",
        chosen.label, chosen.found.date
    );
    if chosen.rank <= 8 && local.found.minute.is_some() {
        local.reason.clear();
    }
    Some(local)
}

/// Whether a day that nothing marks stands far from the headline, among others.
fn is_one_of_many(first: &Candidate, ranked: &[Candidate]) -> bool {
    let other = |other: &Candidate| other.rank >= MARKED && other.is_exact() && other.found.date != first.found.date;
    first.rank >= SHOWN && first.distance > FAR && (!first.is_exact() || ranked.iter().any(other))
}

/// Whether `other` is a day at the headline before the one that a bare `date` in
/// the metadata gives: many systems write the last change there.
fn is_before_change(other: &Candidate, chosen: &Candidate) -> bool {
    let bare = chosen.rank == 6 && chosen.label.eq_ignore_ascii_case("date");
    let shown = (7..SHOWN).contains(&other.rank) && other.rank != 9 && other.distance <= NEAR + 2;
    bare && shown && other.is_exact() && other.found.date < chosen.found.date
}

/// Whether `other` gives the local day of an instant that `chosen` gives in UTC.
fn is_local_of(other: &Candidate, chosen: &Candidate) -> bool {
    let Some(utc) = chosen.found.minute.as_ref().filter(|minute| minute.offset() == Some(0)) else { return false };
    let minutes = i32::from(utc.hour) * 60 + i32::from(utc.minute);
    let days = other.found.date.days() - chosen.found.date.days();
    if !other.is_exact() || days.abs() > 1 {
        return false;
    }
    match &other.found.minute {
        Some(minute) => {
            let local = days * 1440 + i32::from(minute.hour) * 60 + i32::from(minute.minute);
            let offset = minute.offset().filter(|offset| *offset != 0);
            offset.is_some_and(|offset| (local - offset - minutes).abs() <= 1)
        }
        // A day alone: the clock must be able to show it, by at most 14 hours
        // ahead of UTC and 12 behind.
        None => {
            let shown = days == 1 && minutes >= 10 * 60 || days == -1 && minutes < 12 * 60;
            // Days of other things stand far from the headline.
            shown && other.alone && other.rank >= 5 && other.distance <= 6
        }
    }
}

fn is_after(found: &FoundDate, published: &FoundDate) -> bool {
    let clock = |found: &FoundDate| found.minute.as_ref().map(|minute| (minute.hour, minute.minute));
    found.date > published.date
        || found.date == published.date && matches!((clock(found), clock(published)), (Some(a), Some(b)) if a > b)
}

/// Sources that give days more than one apart are told.
fn disagreement(said: &Said<'_>, chosen: &Candidate, all: &[Candidate], warnings: &mut Vec<Warning>) {
    let far = |other: &&Candidate| {
        let apart = (other.found.date.days() - chosen.found.date.days()).abs() > 1;
        let within = (other.found.date..=other.found.until).contains(&chosen.found.date);
        other.rank <= 8 && chosen.rank <= 8 && apart && !within
    };
    let Some(other) = all.iter().find(far) else { return };
    warnings.push(Warning {
        place: said
            .source
            .in_file(said.file, other.evidence.evidence(said).map(|words| words.range).unwrap_or_default()),
        message: format!(
            "The sources disagree about the day of publication: {} gives {}, {} gives {}.",
            chosen.label, chosen.found.date, other.label, other.found.date
        ),
        remedy: "The first is taken. If it is wrong, add published = { … } to the article's entry in the catalogue."
            .to_owned(),
    });
}
