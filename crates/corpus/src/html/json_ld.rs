//! JSON-LD of a page: what its article object says.
//!
//! Invariant: only the article's own object counts; what the page says about
//! its site, its breadcrumbs or other articles is left alone. What is no JSON
//! says nothing.

use serde_json::{Map, Value};

use crate::metadata::entry::{Entry, Field, Source};

/// Types of schema.org that are an article, by their endings: `NewsArticle`,
/// `BlogPosting`, `Report`.
const ARTICLES: [&str; 10] = [
    "Article",
    "BlogPosting",
    "Report",
    "LiveBlogPosting",
    "SocialMediaPosting",
    "DiscussionForumPosting",
    "Recipe",
    "Review",
    "CreativeWork",
    "PodcastEpisode",
];

/// What the article object of a script says.
pub(super) fn entries(script: &str) -> Vec<Entry> {
    let Some(value) = parse(script) else { return Vec::new() };
    let mut objects = Vec::new();
    collect(&value, 0, &mut objects);
    let articles = objects.iter().filter(|object| is(object, &ARTICLES)).copied();
    // A page without an article object may date its page object.
    let pages = objects.iter().filter(|object| is(object, &["WebPage", "ItemPage"])).copied();
    let mut chosen: Vec<&Map<String, Value>> = articles.collect();
    if chosen.is_empty() {
        chosen = pages.collect();
    }
    if chosen.is_empty() {
        // A video, an event or a recipe that the page is about.
        chosen = objects.iter().filter(|object| object.contains_key("datePublished")).copied().collect();
    }
    // An article with a date is the page's; those without may be teasers.
    let Some(first) = chosen.iter().find(|object| object.contains_key("datePublished")).or(chosen.first()) else {
        return Vec::new();
    };
    let mut entries = article(first, &objects);
    let outlet = objects.iter().find(|object| is(object, &["WebSite", "NewsMediaOrganization"]));
    if !entries.iter().any(|entry| entry.field == Field::Outlet)
        && let Some(name) = outlet.and_then(|outlet| outlet.get("name")).and_then(Value::as_str)
    {
        entries.push(entry(Field::Outlet, "name", name));
    }
    entries
}

/// Reads a script. In pages line breaks stand within strings, which JSON
/// forbids, and comments of old browsers around the whole.
fn parse(script: &str) -> Option<Value> {
    let text: String = script.chars().map(|c| if c.is_control() { ' ' } else { c }).collect();
    let text = text.trim().trim_start_matches("<!--").trim_start_matches("//<![CDATA[").trim_start_matches("<![CDATA[");
    let text =
        text.trim().trim_end_matches(';').trim_end_matches("-->").trim_end_matches("//]]>").trim_end_matches("]]>");
    serde_json::from_str(text.trim()).ok().or_else(|| serde_json::from_str(&without_loose_commas(text)).ok())
}

/// A comma before a closing bracket is the usual slip.
fn without_loose_commas(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let (mut quoted, mut escaped) = (false, false);
    for (at, c) in text.char_indices() {
        let rest = text.get(at + c.len_utf8()..).unwrap_or("");
        let loose = c == ',' && !quoted && rest.trim_start().starts_with(['}', ']', ',']);
        if !loose {
            out.push(c);
        }
        quoted ^= c == '"' && !escaped;
        escaped = c == '\\' && !escaped;
    }
    out
}

/// Every object of a graph, an array or a nested `mainEntity`.
fn collect<'a>(value: &'a Value, depth: u32, into: &mut Vec<&'a Map<String, Value>>) {
    if depth > 6 || into.len() > 500 {
        return;
    }
    match value {
        Value::Array(values) => values.iter().for_each(|value| collect(value, depth + 1, into)),
        Value::Object(object) => {
            into.push(object);
            for key in ["@graph", "mainEntity", "mainEntityOfPage", "author", "creator", "publisher", "itemReviewed"] {
                if let Some(inner) = object.get(key) {
                    collect(inner, depth + 1, into);
                }
            }
        }
        _ => {}
    }
}

fn is(object: &Map<String, Value>, any: &[&str]) -> bool {
    let named = |value: &Value| {
        value.as_str().is_some_and(|name| {
            let name = name.rsplit(['/', '#', ':']).next().unwrap_or(name);
            any.iter().any(|kind| name.ends_with(kind))
        })
    };
    match object.get("@type") {
        Some(Value::Array(names)) => names.iter().any(named),
        Some(name) => named(name),
        None => false,
    }
}

fn entry(field: Field, label: &str, value: &str) -> Entry {
    Entry {
        field,
        source: Source::JsonLd,
        label: ["JSON-LD ", label].concat(),
        value: value.to_owned(),
        line: 0,
        position: 0,
    }
}

fn article(object: &Map<String, Value>, all: &[&Map<String, Value>]) -> Vec<Entry> {
    let mut entries = Vec::new();
    let mut text = |field, key: &str| {
        let value = match object.get(key) {
            Some(Value::Array(values)) => values.first(),
            value => value,
        };
        match value {
            Some(Value::String(value)) => entries.push(entry(field, key, value)),
            Some(Value::Object(inner)) => {
                let inner = ["@value", "name", "@id", "url"].iter().find_map(|key| inner.get(*key)?.as_str());
                entries.extend(inner.map(|value| entry(field, key, value)));
            }
            _ => {}
        }
    };
    text(Field::Headline, "headline");
    text(Field::Published, "datePublished");
    text(Field::Updated, "dateModified");
    text(Field::Language, "inLanguage");
    text(Field::Outlet, "publisher");
    text(Field::Address, "mainEntityOfPage");
    text(Field::Address, "url");
    if !object.contains_key("datePublished") {
        text(Field::Published, "dateCreated");
    }
    if !object.contains_key("headline") {
        text(Field::Headline, "name");
    }
    for key in ["author", "creator"] {
        if let Some(value) = object.get(key) {
            let mut names = Vec::new();
            authors(value, all, &mut names);
            entries.extend(names.iter().map(|name| entry(Field::Author, key, name)));
            break;
        }
    }
    entries
}

/// Names of people; what only points at an object of the graph is looked up.
fn authors(value: &Value, all: &[&Map<String, Value>], into: &mut Vec<String>) {
    match value {
        Value::String(name) => into.push(name.clone()),
        Value::Array(values) => values.iter().take(20).for_each(|value| authors(value, all, into)),
        Value::Object(object) => {
            let id = object.get("@id");
            let known =
                || all.iter().find(|other| id.is_some() && other.get("@id") == id && other.contains_key("name"));
            let of = |object: &Map<String, Value>| match object.get("name") {
                Some(Value::String(name)) => Some(name.clone()),
                Some(Value::Array(names)) => names.first().and_then(Value::as_str).map(str::to_owned),
                _ => {
                    let part = |key: &str| object.get(key).and_then(Value::as_str);
                    Some([part("givenName")?, " ", part("familyName")?].concat())
                }
            };
            into.extend(of(object).or_else(|| known().and_then(|known| of(known))));
        }
        _ => {}
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(script: &str, expected: &[(&str, &str)]) {
        let found = entries(script);
        let found: Vec<_> = found.iter().map(|entry| (entry.label.as_str(), entry.value.as_str())).collect();
        assert_eq!(found, expected, "{script}");
    }

    #[test]
    fn the_article_is_found_in_a_graph_or_an_array() {
        check(
            r##"{"@graph": [{"@type": "WebSite", "name": "Coast Post"}, {"@type": "NewsArticle", "headline": "Talks end",
            "datePublished": "2014-03-03T10:00:00+02:00", "author": {"@id": "#p"}}, {"@type": "Person", "@id": "#p", "name": "Anna Lind"}]}"##,
            &[
                ("JSON-LD headline", "Talks end"),
                ("JSON-LD datePublished", "2014-03-03T10:00:00+02:00"),
                ("JSON-LD author", "Anna Lind"),
                ("JSON-LD name", "Coast Post"),
            ],
        );
        check(
            r#"[{"@type": "BreadcrumbList", "name": "Home"}, {"@type": ["Article"], "name": "Talks end", "author": ["Anna Lind", {"name": "Tom Byrne"}]}]"#,
            &[("JSON-LD headline", "Talks end"), ("JSON-LD author", "Anna Lind"), ("JSON-LD author", "Tom Byrne")]
                .map(|(label, value)| (if value == "Talks end" { "JSON-LD name" } else { label }, value)),
        );
    }

    #[test]
    fn slips_of_pages_are_forgiven() {
        check(
            "//<![CDATA[\n{\"@type\": \"http://schema.org/NewsArticle\", \"datePublished\": \"2014-\t03-03\",}\n//]]>",
            &[("JSON-LD datePublished", "2014- 03-03")],
        );
        check("{\"@type\": \"NewsArticle\"", &[]);
        check("{\"@type\": \"Organization\", \"name\": \"Coast Post\"}", &[]);
    }
}
