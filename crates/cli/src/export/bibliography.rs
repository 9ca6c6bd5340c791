//! Articles as references: BibTeX, RIS and CSL-JSON.

use std::fmt::Write;

use serde_json::{Value, json};
use summitry_corpus::{Article, Basis, Corpus, Precision};

/// What a reference says.
struct Reference<'a> {
    id: &'a str,
    title: &'a str,
    author: Option<&'a str>,
    outlet: Option<&'a str>,
    /// Year, month and day as far as they are known.
    date: Vec<i16>,
    url: Option<&'a str>,
    note: String,
}

fn references(corpus: &Corpus) -> impl Iterator<Item = Reference<'_>> {
    corpus.articles.iter().map(|article| Reference {
        id: article.id.as_str(),
        title: &article.headline.value,
        author: article.byline.as_ref().map(|byline| byline.value.as_str()),
        outlet: corpus.outlet_of(article).map(|outlet| outlet.name.as_str()),
        date: date(article),
        url: article.url.as_deref(),
        note: note(article),
    })
}

fn date(article: &Article) -> Vec<i16> {
    let Some(published) = &article.published else { return Vec::new() };
    let mut parts = vec![published.date.year(), i16::from(published.date.month())];
    if published.precision != Precision::Month {
        parts.push(i16::from(published.date.day()));
    }
    parts
}

/// A reference says so when what it says was inferred.
fn note(article: &Article) -> String {
    let mut inferred = Vec::new();
    if article.headline.why.basis == Basis::Inferred {
        inferred.push("headline");
    }
    if article.published.as_ref().is_some_and(|published| published.why.basis == Basis::Inferred) {
        inferred.push("date");
    }
    if article.outlet.as_ref().is_some_and(|outlet| outlet.why.basis == Basis::Inferred) {
        inferred.push("outlet");
    }
    let carrier = article.carrier.as_ref().map(|carrier| format!("Carried by {}. ", carrier.value)).unwrap_or_default();
    if inferred.is_empty() {
        carrier.trim_end().to_owned()
    } else {
        format!("{carrier}Inferred from the text: {}.", inferred.join(", "))
    }
}

/// BibTeX, one `@article` each.
pub fn bibtex(corpus: &Corpus) -> String {
    const MONTHS: [&str; 12] = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
    let mut text = String::new();
    for reference in references(corpus) {
        let _ = writeln!(text, "@article{{{},", reference.id);
        let mut field = |name: &str, value: &str| {
            if !value.is_empty() {
                let _ = writeln!(text, "  {name} = {{{}}},", tex(value));
            }
        };
        field("title", &format!("{{{}}}", reference.title));
        field("author", reference.author.unwrap_or_default());
        field("journal", reference.outlet.unwrap_or_default());
        field("year", &reference.date.first().map(ToString::to_string).unwrap_or_default());
        field("day", &reference.date.get(2).map(ToString::to_string).unwrap_or_default());
        field("url", reference.url.unwrap_or_default());
        field("note", &reference.note);
        if let Some(month) =
            reference.date.get(1).and_then(|month| MONTHS.get(usize::try_from(*month).ok()?.checked_sub(1)?))
        {
            let _ = writeln!(text, "  month = {month},");
        }
        text.push_str("}\n\n");
    }
    text
}

/// Characters that TeX reads as commands, made plain; braces are kept.
fn tex(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' | '%' | '$' | '#' | '_' => out.extend(['\\', c]),
            '\\' => out.push_str("\\textbackslash{}"),
            '~' => out.push_str("\\textasciitilde{}"),
            '^' => out.push_str("\\textasciicircum{}"),
            _ => out.push(c),
        }
    }
    out
}

/// RIS, type `NEWS`.
pub fn ris(corpus: &Corpus) -> String {
    let mut text = String::new();
    for reference in references(corpus) {
        let date = reference.date.iter().map(|part| format!("{part:02}")).collect::<Vec<_>>();
        let padded = if date.is_empty() {
            String::new()
        } else {
            format!(
                "{}/{}/{}/",
                date[0],
                date.get(1).map_or("", String::as_str),
                date.get(2).map_or("", String::as_str)
            )
        };
        let mut tag = |name: &str, value: &str| {
            if !value.is_empty() || name == "ER" {
                let _ = write!(text, "{name}  - {}\r\n", value.replace(['\r', '\n'], " "));
            }
        };
        tag("TY", "NEWS");
        tag("ID", reference.id);
        tag("TI", reference.title);
        tag("AU", &reference.author.map(last_first).unwrap_or_default());
        tag("T2", reference.outlet.unwrap_or_default());
        tag("PY", date.first().map_or("", String::as_str));
        tag("DA", &padded);
        tag("UR", reference.url.unwrap_or_default());
        tag("N1", &reference.note);
        tag("ER", "");
    }
    text
}

/// `Mulvey, Stephen`.
fn last_first(name: &str) -> String {
    name.rsplit_once(' ').map_or(name.to_owned(), |(given, family)| format!("{family}, {given}"))
}

/// CSL-JSON, type `article-newspaper`.
pub fn csl(corpus: &Corpus) -> String {
    let items: Vec<Value> = references(corpus)
        .map(|reference| {
            let mut item = json!({"id": reference.id, "type": "article-newspaper", "title": reference.title});
            if let Some(author) = reference.author {
                let (given, family) = author.rsplit_once(' ').unwrap_or(("", author));
                item["author"] = json!([{"family": family, "given": given}]);
            }
            if let Some(outlet) = reference.outlet {
                item["container-title"] = json!(outlet);
            }
            if !reference.date.is_empty() {
                item["issued"] = json!({"date-parts": [reference.date]});
            }
            if let Some(url) = reference.url {
                item["URL"] = json!(url);
            }
            if !reference.note.is_empty() {
                item["note"] = json!(reference.note);
            }
            item
        })
        .collect();
    format!("{:#}\n", Value::Array(items))
}
