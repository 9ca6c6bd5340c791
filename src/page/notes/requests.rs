//! What the visitor asks for beside the words of an article: keeping them,
//! letting them go, citing them.

use leptos::prelude::*;
use summitry_corpus::{Article, ByteRange};
use summitry_desk::handout::Excerpt;
use summitry_desk::{Change, Content, Kept, KeptAs};

use super::state::{Notes, new_item};
use super::{cite, in_context, selection};
use crate::component::announce;
use crate::kept::{Command, Words};
use crate::library::Library;
use crate::navigation::address;

/// Does what was asked for.
pub fn grant(notes: Notes, command: Command) {
    match command {
        Command::Keep(words) if !notes.holding(words).is_empty() => announce("Kept in Notes already."),
        Command::Keep(words) => keep(notes, &[words], false),
        Command::Drop(words) => {
            let gone = notes.holding(words).into_iter().map(|id| Change::Remove { id }).collect();
            told(notes, Change::All(gone), "Not kept any more. “Undo” in Notes brings it back.");
        }
        Command::Selected { marked } => {
            let picked = notes.with(|_, library, _| selection::selected(library));
            let picked = if picked.is_empty() { notes.picked.get_untracked() } else { picked };
            keep(notes, &picked, marked);
        }
        Command::Cite(words) => cite::open(notes, words),
    }
}

/// Keeps words of passages, in their order; `marked` for words that are to be
/// marked strongly where they stand.
pub fn keep(notes: Notes, words: &[Words], marked: bool) {
    let new = notes.with(|desk, library, _| {
        let kept: Vec<Content> = words.iter().filter_map(|words| content(notes, library, *words, marked)).collect();
        let insert = |(at, content)| Change::Insert { at, item: new_item(content) };
        (desk.len()..).zip(kept).map(insert).collect::<Vec<_>>()
    });
    if new.is_empty() {
        return announce("Nothing is selected that can be kept: select words of a passage.");
    }
    told(notes, Change::All(new), if marked { "Marked, and kept in Notes." } else { "Kept in Notes." });
}

fn told(notes: Notes, change: Change, words: &'static str) {
    match notes.make(change) {
        Ok(()) => announce(words),
        Err(refusal) => notes.looks.refused.set(refusal.to_string()),
    }
}

/// Words of a passage as what is kept of them.
fn content(notes: Notes, library: Library, words: Words, marked: bool) -> Option<Content> {
    let (article, number) = words.place;
    let (part, kept_as) = part_of(library, words)?;
    let anchor = notes.with(|_, _, finder| finder.anchor(library.corpus(), article, number, part))?;
    let excerpt = excerpt(notes, words)?;
    let url = library.corpus().articles.get(article)?.url.clone().unwrap_or_default();
    let said = excerpt.said.first().cloned();
    let kept = Kept { kept_as, anchor, marked, said, from: excerpt.from, address: url, ..Kept::default() };
    Some(Content::Kept(kept))
}

/// The part of the passage, none for the whole of it, and what it is.
fn part_of(library: Library, words: Words) -> Option<(Option<ByteRange>, KeptAs)> {
    let text = &library.block(words.place)?.text;
    if words.range == ByteRange::new(0, text.len()) {
        return Some((None, KeptAs::Passage));
    }
    let article = library.corpus().articles.get(words.place.0)?;
    let is_statement = article.voices_in(words.place.1).any(|voice| voice.range == words.range);
    Some((Some(words.range), if is_statement { KeptAs::Statement } else { KeptAs::Selection }))
}

/// Words of a passage with who says them and how they are cited.
pub fn excerpt(notes: Notes, words: Words) -> Option<Excerpt> {
    in_context(notes, |context, library| {
        let (part, kept_as) = part_of(library, words)?;
        Excerpt::at(context, words.place.0, words.place.1, part, kept_as)
    })
}

/// The address at which an article, or a passage of it, is read.
pub fn place(library: Library, article: &Article, passage: Option<u32>) -> String {
    address(&library.reader(article, passage))
}
