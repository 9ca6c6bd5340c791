//! Who speaks in a passage, wherever one is shown, and which of its words are
//! theirs.

use summitry_corpus::{Article, Block, ByteRange, Voice};

use crate::app::Scene;
use crate::component::side_mark;
use crate::library::{Library, Place, chooses_statements, is_chosen};
use crate::node::{Element, el};
use crate::route::Route;
use crate::wording::list;

/// Who speaks in a passage, each once, with their side and how.
pub fn voices(scene: Scene<'_>, article: &'static Article, number: u32) -> Option<Element> {
    let mut shown: Vec<(&Voice, Vec<String>)> = Vec::new();
    for voice in article.voices_in(number) {
        let manner = voice.kind.manner();
        match shown.iter_mut().find(|(other, _)| other.speaker == voice.speaker) {
            Some((_, known)) if known.iter().any(|known| known == manner) => {}
            Some((_, known)) => known.push(manner.to_owned()),
            None => shown.push((voice, vec![manner.to_owned()])),
        }
    }
    let items = shown.iter().map(|(voice, how)| {
        let side = voice.side.as_ref().and_then(|side| side_mark(scene.library, side.as_str()));
        el("li").all(side).add([" ", voice.speaker.as_str(), ", ", &list(how)].concat())
    });
    (!shown.is_empty()).then(|| el("ul").class("voices").at("aria-label", "Who speaks").all(items))
}

/// From the first to the last statement of a passage that the filters of a
/// route choose, quotation marks included, in bytes of its text; nothing where
/// they choose no statements.
pub fn said_here(library: Library, route: &Route, (article, number): Place) -> Option<ByteRange> {
    if !chooses_statements(route) {
        return None;
    }
    let held = library.corpus().articles.get(article)?;
    let block = held.passage(number)?;
    let chosen =
        held.voices_in(number).filter(|voice| is_chosen(library, route, &(article, *voice)) && !voice.range.is_empty());
    let whole = chosen
        .map(|voice| voice.range)
        .reduce(|all, range| ByteRange { start: all.start.min(range.start), end: all.end.max(range.end) })?;
    Some(with_marks(block, whole))
}

/// The one statement that an excerpt consists of, quotation marks included.
pub fn said_alone<'a>(article: &'a Article, block: &Block, window: ByteRange) -> Option<&'a Voice> {
    let mut said = article.voices_in(block.n?);
    said.find(|voice| !voice.range.is_empty() && with_marks(block, voice.range) == window)
}

/// A range with the quotation marks that stand around it.
fn with_marks(block: &Block, range: ByteRange) -> ByteRange {
    const MARKS: [char; 6] = ['"', '“', '”', '„', '«', '»'];
    let (start, end) = (range.start as usize, range.end as usize);
    let before = block.text.get(..start).and_then(|text| text.chars().next_back()).filter(|mark| MARKS.contains(mark));
    let after = block.text.get(end..).and_then(|text| text.chars().next()).filter(|mark| MARKS.contains(mark));
    ByteRange::new(start - before.map_or(0, char::len_utf8), end + after.map_or(0, char::len_utf8))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_words_of_a_chosen_side_are_those_of_its_statements() {
        let library = Library::open().unwrap();
        let (route, _) = library.known(&Route::parse("#/search?side=us&kind=quote").0);
        let answer = library.search(&library.request(&route));
        let hits: Vec<_> = answer.groups.iter().flat_map(|group| &group.hits).collect();
        let mut told = 0;
        for hit in &hits {
            let Some(range) = said_here(library, &route, (hit.article, hit.passage)) else { continue };
            let block = library.block((hit.article, hit.passage)).unwrap();
            let words = range.of(&block.text);
            assert!(words.starts_with(['"', '“']) || words.ends_with(['"', '”']), "{words}");
            told += 1;
        }
        assert!(told > 2, "{told} of {}", hits.len());
        assert_eq!(said_here(library, &Route::default(), (0, 1)), None);
    }
    #[test]
    fn an_excerpt_is_one_statement_or_several() {
        let library = Library::open().unwrap();
        let (route, _) = library.known(&Route::parse("#/search?side=us").0);
        let bbc = library.corpus().articles.iter().position(|article| article.id.as_str() == "bbc-2001-10-21").unwrap();
        let alone = |number| {
            let range = said_here(library, &route, (bbc, number)).unwrap();
            let (article, block) = (&library.corpus().articles[bbc], library.block((bbc, number)).unwrap());
            said_alone(article, block, range).map(|voice| voice.speaker.as_str())
        };
        assert_eq!(alone(19), Some("George W. Bush"), "with its quotation mark");
        assert_eq!(alone(20), Some("George W. Bush"));
        let block = library.block((bbc, 20)).unwrap();
        assert_eq!(said_alone(&library.corpus().articles[bbc], block, ByteRange::new(0, block.text.len())), None);
    }
}
