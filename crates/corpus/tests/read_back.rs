//! Every record of references is read back by a program of its field and says
//! there what was put in, whatever stands in headline, byline and outlet.
#![allow(missing_docs, reason = "a test")]
#![cfg(feature = "catalogue")]

use biblatex::{Bibliography, ChunksExt};
use biblib::{CitationParser, RisParser};
use citationberg::json::{Item, NameValue, Value};
use proptest::prelude::*;
use summitry_corpus::citation::{Format, Reading, Reference, records};
use summitry_corpus::{Corpus, SourceFile, build};

const URL: &str = "https://example.org/a_(b)?c=%7Bd%7D&e=~f#g";

/// An article of which headline, byline and outlet say these words.
fn corpus(headline: &str, byline: &str, outlet: &str) -> Corpus {
    let source = b"Talks end\n\nBy Nobody\n\nThe two sides met for talks and agreed to meet again in the spring.\n";
    let catalogue = format!(
        "[[outlet]]\nid = 'o'\nname = 'O'\n[[article]]\nfile = 'a.txt'\nid = 'a'\nurl = '{URL}'\n\
         outlet = {{ value = 'o', basis = 'inferred', evidence = ['agreed'], because = 'So.' }}\n\
         published = {{ value = '2001-10-21', basis = 'inferred', evidence = ['agreed'], because = 'So.' }}\n"
    );
    let files = [SourceFile { name: "a.txt", bytes: source }];
    let mut corpus = build(&files, Some(("catalog.toml", &catalogue))).unwrap().corpus;
    corpus.outlets[0].name = outlet.to_owned();
    corpus.articles[0].headline.value = headline.to_owned();
    corpus.articles[0].byline.as_mut().unwrap().value = byline.to_owned();
    corpus
}

fn record(corpus: &Corpus, format: Format) -> String {
    records(format, [Reference::new(corpus, &corpus.articles[0])])
}

/// Without what a format has no place for: blanks of every kind are one.
fn plain(text: &str) -> String {
    let blank = |c: char| c.is_whitespace() || c.is_control();
    text.split(blank).filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ")
}

fn bibtex(corpus: &Corpus) -> [String; 4] {
    let text = record(corpus, Format::Bibtex);
    let read = Bibliography::parse(&text).unwrap_or_else(|error| panic!("{error}\n{text}"));
    let entry = read.get("a").unwrap_or_else(|| panic!("{text}"));
    let authors = entry.author().unwrap_or_default();
    let names = authors.iter().map(|person| {
        let parts = [&person.given_name, &person.prefix, &person.name, &person.suffix];
        parts.into_iter().filter(|part| !part.is_empty()).cloned().collect::<Vec<_>>().join(" ")
    });
    [
        plain(&entry.title().unwrap().format_verbatim()),
        plain(&names.collect::<Vec<_>>().join("; ")),
        plain(&entry.get("journal").or_else(|| entry.get("journaltitle")).unwrap().format_verbatim()),
        entry.url().unwrap(),
    ]
}

fn ris(corpus: &Corpus) -> [String; 4] {
    let text = record(corpus, Format::Ris);
    let read = RisParser::new().parse(&text).unwrap_or_else(|error| panic!("{error}\n{text}"));
    assert_eq!(read.len(), 1, "{text}");
    let names = read[0].authors.iter().map(|author| {
        [author.given_name.as_deref(), author.middle_name.as_deref(), Some(author.name.as_str())]
            .into_iter()
            .flatten()
            .collect::<Vec<_>>()
            .join(" ")
    });
    [
        plain(&read[0].title),
        plain(&names.collect::<Vec<_>>().join("; ")),
        plain(read[0].journal.as_deref().unwrap_or_default()),
        read[0].urls.join(" "),
    ]
}

fn csl(corpus: &Corpus) -> [String; 4] {
    let text = record(corpus, Format::Csl);
    let read: Vec<Item> = serde_json::from_str(&text).unwrap_or_else(|error| panic!("{error}\n{text}"));
    assert_eq!(read.len(), 1);
    let of = |key: &str| match read[0].0.get(key) {
        Some(Value::String(text)) => plain(text),
        Some(Value::Names(names)) => {
            let name = |name: &NameValue| match name {
                NameValue::Literal(name) => name.literal.clone(),
                NameValue::Item(name) => {
                    let parts = [name.given.as_deref(), Some(name.family.as_str()), name.suffix.as_deref()];
                    parts.into_iter().flatten().collect::<Vec<_>>().join(" ")
                }
            };
            plain(&names.iter().map(name).collect::<Vec<_>>().join("; "))
        }
        _ => String::new(),
    };
    assert!(matches!(read[0].0.get("issued"), Some(Value::Date(_))), "{text}");
    [of("title"), of("author"), of("container-title"), of("URL")]
}

#[test]
fn what_is_hostile_in_one_format_is_text_in_each() {
    for words in [
        "A lone { brace",
        "A lone } brace",
        "}{",
        "50% of {A} & B_1 #2 $x$ ~ ^ \\end{document}",
        "\"quoted\" @article{x, and = {y}",
        "ER  - \r\nTY  - BOOK",
        "1914--18, ``so'' --- no",
        "<b>bold</b> &amp; <img onerror=x>",
        "a\u{2028}b\u{85}c\u{b}d",
        "é 日本 😀 \u{202e}",
    ] {
        let corpus = corpus(words, "Jane Doe", words);
        let expected = [plain(words), "Jane Doe".to_owned(), plain(words), URL.to_owned()];
        assert_eq!(bibtex(&corpus), expected, "BibTeX");
        assert_eq!(ris(&corpus), expected, "RIS");
        assert_eq!(csl(&corpus)[1..], expected[1..], "CSL-JSON");
    }
}

#[test]
fn names_are_read_back_as_they_were_given() {
    for (byline, expected) in [
        ("Jane {Doe", "Jane {Doe"),
        ("Jane} Doe and Tom Byrne", "Jane} Doe; Tom Byrne"),
        ("The Associated Press", "The Associated Press"),
        ("Jan van der Meer", "Jan van der Meer"),
        ("Rock AND Roll Weekly", "Rock AND Roll Weekly"),
        ("Jane <img/onerror>", "Jane <img/onerror>"),
    ] {
        let corpus = corpus("Talks end", byline, "O");
        for (format, read) in [("BibTeX", bibtex(&corpus)), ("CSL-JSON", csl(&corpus))] {
            assert_eq!(read[1].replace("{}", ""), expected, "{format}");
        }
    }
}

#[test]
fn an_address_that_is_none_of_the_web_is_refused_and_never_exported() {
    let mut corpus = corpus("Talks end", "Jane Doe", "O");
    for url in ["javascript:alert(1)", "data:text/html,x", "file:///etc/passwd", "https://a b", "not one"] {
        corpus.articles[0].url = Some(url.to_owned());
        let reading = Reading { collection: "C", address: "file:///home/me/room.html", day: None };
        for format in Format::ALL {
            let text = records(format, [Reference::new(&corpus, &corpus.articles[0]).read_in(reading)]);
            assert!(!text.contains(url) && !text.contains("file:"), "{text}");
        }
        let catalogue = format!("[[article]]\nfile = 'a.txt'\nurl = '{url}'\n");
        let file = SourceFile { name: "a.txt", bytes: b"Talks end\n\nThe two sides met for talks on Monday." };
        let problems = build(&[file], Some(("catalog.toml", &catalogue))).unwrap_err();
        let shown = problems[0].to_string();
        assert!(shown.starts_with("catalog.toml:3:7: error: This is no address of the web."), "{shown}");
        assert!(shown.contains("help: Copy it from the browser's address bar"), "{shown}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_headline_and_outlet_are_read_back(headline in "[ -~]{0,30}|\\PC{0,12}|[{}\\\\%\"@,=and ]{0,20}", outlet in "[ -~]{1,20}") {
        let headline = format!("A {headline} z");
        let outlet = format!("o{outlet}o");
        let corpus = corpus(&headline, "Jane Doe", &outlet);
        let expected = [plain(&headline), "Jane Doe".to_owned(), plain(&outlet), URL.to_owned()];
        prop_assert_eq!(&bibtex(&corpus), &expected);
        prop_assert_eq!(&csl(&corpus)[1..], &expected[1..]);
        prop_assert_eq!(&ris(&corpus)[0], &expected[0]);
    }
}
