//! Records for programs: BibTeX, RIS and CSL-JSON.
//!
//! Invariant: each text is escaped as its format asks, so that no headline can
//! break a record. A record names the article, not a passage: programs take
//! the locator where the work is cited.

use super::name::Name;
use super::{Reference, headline};
use crate::date::{Date, Precision};
use crate::escape::{bibtex as tex, one_line};
use crate::fact::Basis;
use crate::model::OutletKind;

/// A format of records.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// For LaTeX: `@article`.
    Bibtex,
    /// For EndNote, Zotero and others, with the tags of 2011.
    Ris,
    /// For citation processors: version 1.0.2 of the schema.
    Csl,
}

impl Format {
    /// All of them.
    pub const ALL: [Format; 3] = [Format::Bibtex, Format::Ris, Format::Csl];

    /// The name by which it goes, such as `BibTeX`.
    pub fn name(self) -> &'static str {
        match self {
            Format::Bibtex => "BibTeX",
            Format::Ris => "RIS",
            Format::Csl => "CSL-JSON",
        }
    }

    /// How the names of its files end, without the dot.
    pub fn ending(self) -> &'static str {
        match self {
            Format::Bibtex => "bib",
            Format::Ris => "ris",
            Format::Csl => "json",
        }
    }
}

/// A file of records.
pub fn records<'a>(format: Format, references: impl IntoIterator<Item = Reference<'a>>) -> String {
    let records = references.into_iter().map(|reference| record(format, &Parts::of(&reference)));
    match format {
        Format::Bibtex => records.collect::<Vec<_>>().join("\n"),
        Format::Ris => records.collect(),
        Format::Csl => ["[\n", &records.collect::<Vec<_>>().join(",\n"), "\n]\n"].concat(),
    }
}

fn record(format: Format, parts: &Parts<'_>) -> String {
    match format {
        Format::Bibtex => bibtex(parts),
        Format::Ris => ris(parts),
        Format::Csl => csl(parts),
    }
}

/// What every record says.
struct Parts<'a> {
    id: &'a str,
    /// As printed, and as citation processors want it, in sentence case.
    title: String,
    plain_title: String,
    authors: Vec<Name<'a>>,
    outlet: &'a str,
    kind: OutletKind,
    /// The first day, the last, as far as they are known.
    days: Vec<Vec<String>>,
    /// `oct`, as BibTeX's styles know the months; may be empty.
    month: String,
    dated_by_inference: bool,
    read: Option<Date>,
    url: &'a str,
    collection: &'a str,
    carrier: &'a str,
    note: String,
}

impl<'a> Parts<'a> {
    fn of(reference: &Reference<'a>) -> Self {
        let article = reference.article;
        let published = article.published.as_ref();
        let mut days = Vec::new();
        if let Some(published) = published {
            days.push(day(published.date, published.precision != Precision::Month));
            if published.precision == Precision::Range {
                days.push(day(published.until, true));
            }
        }
        let printed = reference.headline();
        let supplied = reference.headline_is_supplied();
        let bracketed = || ["[", printed, "]"].concat();
        Parts {
            id: article.id.as_str(),
            title: if supplied { bracketed() } else { printed.to_owned() },
            plain_title: if supplied { bracketed() } else { headline::sentence_case(printed, article) },
            authors: reference.authors(),
            outlet: reference.outlet.map_or("", |outlet| &outlet.name),
            kind: reference.kind(),
            days,
            month: published.map_or_else(String::new, |published| {
                published.date.month_name().chars().take(3).map(|letter| letter.to_ascii_lowercase()).collect()
            }),
            dated_by_inference: published.is_some_and(|published| published.why.basis == Basis::Inferred),
            read: reference.day(),
            url: reference.address().unwrap_or_default(),
            collection: reference
                .reading
                .filter(|_| reference.url().is_none())
                .map_or("", |reading| reading.collection),
            carrier: reference.carrier().unwrap_or_default(),
            note: note(reference),
        }
    }
}

/// Year, month and day; without the day unless it is known.
fn day(date: Date, exactly: bool) -> Vec<String> {
    let mut parts = vec![date.year().to_string(), date.month().to_string()];
    if exactly {
        parts.push(date.day().to_string());
    }
    parts
}

/// The time of day, the update, who republished it, and what in the record was
/// inferred.
fn note(reference: &Reference<'_>) -> String {
    let article = reference.article;
    let dated = article.published.as_ref().is_some_and(|published| published.why.basis == Basis::Inferred);
    let inferred: Vec<&str> =
        [("headline", reference.headline_is_supplied()), ("date", dated), ("outlet", reference.outlet_is_inferred())]
            .into_iter()
            .filter_map(|(name, inferred)| inferred.then_some(name))
            .collect();
    let mut sentences = Vec::new();
    // None of the formats has a field for a time of day or a day of update
    // that its programs show: BibTeX and RIS know days, CSL 1.0.2 as well.
    if let Some((when, at)) = article.published.as_ref().and_then(|when| Some((when, when.minute.as_ref()?))) {
        let time = format!("Published at {:02}:{:02} {}", at.hour, at.minute, when.zone_name());
        sentences.push([time.trim_end(), "."].concat());
    }
    if let Some(updated) = &article.updated {
        sentences.push(["Updated ", &updated.stamp().replacen('T', ", ", 1), "."].concat());
    }
    if let Some(carrier) = reference.carrier() {
        sentences.push(["Republished by ", carrier, "."].concat());
    }
    if !inferred.is_empty() {
        sentences.push(["Inferred from the text: ", &inferred.join(", "), "."].concat());
    }
    sentences.join(" ")
}

fn bibtex(parts: &Parts<'_>) -> String {
    let mut text = ["@article{", parts.id, ",\n"].concat();
    let mut put = |name: &str, value: &str| {
        if !value.is_empty() {
            text.push_str(&["  ", name, " = {", value, "},\n"].concat());
        }
    };
    let names: Vec<String> = parts.authors.iter().map(bibtex_name).collect();
    let part = |place: usize| parts.days.first().and_then(|day| day.get(place)).map_or("", String::as_str);
    // Double braces keep the capitals of names.
    put("title", &["{", &tex(&parts.title), "}"].concat());
    put("author", &names.join(" and "));
    put("journal", &tex(parts.outlet));
    put("year", part(0));
    put("day", part(2));
    // Read as it stands: a backslash in it would be part of the address.
    put("url", parts.url);
    put("urldate", &parts.read.map(|day| day.to_string()).unwrap_or_default());
    put("note", &tex(&parts.note));
    if !parts.month.is_empty() {
        text.push_str(&["  month = ", &parts.month, ",\n"].concat());
    }
    text.push_str("}\n");
    text
}

/// `Davis, Jr., Sammy`; an organisation in braces, lest it be taken apart.
fn bibtex_name(name: &Name<'_>) -> String {
    match (name.given, name.suffix) {
        ("", _) => ["{", &tex(name.family), "}"].concat(),
        (given, "") => [&part(name.family), ", ", &part(given)].concat(),
        (given, suffix) => [&part(name.family), ", ", suffix, ", ", &part(given)].concat(),
    }
}

/// A part of a name; outside braces BibTeX would begin another name at an
/// `and`, however it is written, and Biber takes `=` for a key and its value.
fn part(name: &str) -> String {
    let joins = name.split(char::is_whitespace).any(|word| word.eq_ignore_ascii_case("and"));
    if joins || name.contains('=') { ["{", &tex(name), "}"].concat() } else { tex(name) }
}

fn ris(parts: &Parts<'_>) -> String {
    let mut text = String::new();
    let mut put = |tag: &str, value: &str| {
        if !value.is_empty() || tag == "ER" {
            text.push_str(&[tag, "  - "].concat());
            text.extend(one_line(value));
            text.push_str("\r\n");
        }
    };
    put(
        "TY",
        match parts.kind {
            OutletKind::Newspaper => "NEWS",
            OutletKind::Magazine => "MGZN",
            OutletKind::Website => "ELEC",
        },
    );
    put("ID", parts.id);
    put("TI", &parts.title);
    parts.authors.iter().for_each(|author| put("AU", &author.inverted()));
    put("T2", parts.outlet);
    let first = parts.days.first().map_or(&[][..], Vec::as_slice);
    put("PY", first.first().map_or("", String::as_str));
    put("DA", &slashed(first));
    put("UR", parts.url);
    put("Y2", &parts.read.map(|date| slashed(&day(date, true))).unwrap_or_default());
    put("DB", parts.collection);
    put("N1", &parts.note);
    put("ER", "");
    text
}

/// `2001/10/21/`: a date of RIS has three slashes and may lack parts.
fn slashed(day: &[String]) -> String {
    if day.is_empty() {
        return String::new();
    }
    let mut text = String::new();
    for place in 0..3 {
        let part = day.get(place).map_or("", String::as_str);
        text.push_str(if part.len() == 1 { "0" } else { "" });
        text.push_str(part);
        text.push('/');
    }
    text
}

fn csl(parts: &Parts<'_>) -> String {
    let mut fields = Vec::new();
    let mut put = |name: &str, value: String| fields.push(["    \"", name, "\": ", &value].concat());
    put("id", json(parts.id));
    let kind = match parts.kind {
        OutletKind::Newspaper => "article-newspaper",
        OutletKind::Magazine => "article-magazine",
        OutletKind::Website => "webpage",
    };
    put("type", json(kind));
    put("title", json(&parts.plain_title));
    if !parts.authors.is_empty() {
        put("author", list(parts.authors.iter().map(csl_name)));
    }
    if !parts.days.is_empty() {
        let days = list(parts.days.iter().map(|day| list(day.iter().cloned())));
        let circa = if parts.dated_by_inference { ", \"circa\": true" } else { "" };
        put("issued", ["{\"date-parts\": ", &days, circa, "}"].concat());
    }
    if let Some(read) = parts.read {
        put("accessed", ["{\"date-parts\": [", &list(day(read, true).into_iter()), "]}"].concat());
    }
    let texts = [
        ("container-title", parts.outlet),
        ("URL", parts.url),
        ("source", parts.carrier),
        ("archive", parts.collection),
        ("note", &parts.note),
    ];
    for (name, value) in texts.into_iter().filter(|(_, value)| !value.is_empty()) {
        put(name, json(value));
    }
    ["  {\n", &fields.join(",\n"), "\n  }"].concat()
}

fn csl_name(name: &Name<'_>) -> String {
    if name.given.is_empty() {
        return ["{\"literal\": ", &json(name.family), "}"].concat();
    }
    let suffix = match name.suffix {
        "" => String::new(),
        suffix => [", \"suffix\": ", &json(suffix)].concat(),
    };
    ["{\"family\": ", &json(name.family), ", \"given\": ", &json(name.given), &suffix, "}"].concat()
}

fn list(items: impl Iterator<Item = String>) -> String {
    ["[", &items.collect::<Vec<_>>().join(", "), "]"].concat()
}

/// A string of JSON (RFC 8259, section 7).
fn json(text: &str) -> String {
    let mut out = String::from("\"");
    for c in text.chars() {
        match c {
            '"' | '\\' => out.extend(['\\', c]),
            c if c.is_control() => {
                let digit = |value: u32| char::from_digit(value, 16).unwrap_or('0');
                let code = u32::from(c);
                out.extend(['\\', 'u', '0', '0', digit(code / 16), digit(code % 16)]);
            }
            c => out.push(c),
        }
    }
    out.push('"');
    out
}
