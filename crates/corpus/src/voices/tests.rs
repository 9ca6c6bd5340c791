//! Who says what, kind by kind, in sentences.
//!
//! Invariant: every case is one article; what is not listed is not said.

mod aside;
mod content;
mod group;
mod participle;
mod plausible;
mod pronoun;
mod quotation;
mod shared;
mod source;
mod subject;
mod verb;

use crate::build::build_one;

/// The speakers of an article's statements with the first words of each.
fn said(text: &str) -> Vec<(String, String)> {
    let article = format!("Harbour talks end with a plan\n\n{text}\n");
    build_one("a.txt", &article).corpus.articles[0]
        .voices
        .iter()
        .map(|voice| (voice.speaker.clone(), voice.text.clone()))
        .collect()
}

/// Each text holds a statement of that speaker that begins so.
fn check(cases: &[(&str, &str, &str)]) {
    for (text, speaker, words) in cases {
        let found = said(text);
        let there = found.iter().any(|(who, what)| who == speaker && what.starts_with(words));
        assert!(there, "{text}\n{found:?}");
    }
}

/// Somebody says exactly these words in each text.
fn told(cases: &[(&str, &str)]) {
    for (text, words) in cases {
        let found = said(text);
        assert!(found.iter().any(|(_, what)| what == words), "{text}\n{found:?}");
    }
}

/// Nobody in these texts says something that begins so.
fn nobody(cases: &[(&str, &str)]) {
    for (text, words) in cases {
        let found = said(text);
        assert!(!found.iter().any(|(_, what)| what.starts_with(words)), "{text}\n{found:?}");
    }
}
