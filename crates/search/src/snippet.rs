//! The piece of a passage to show: the window that has most of what was asked
//! for, cut at words, at the beginning of a sentence when one is near.

use summitry_corpus::ByteRange;

use crate::response::Snippet;

/// How long a text may be to be shown whole, and about how long a snippet is,
/// in bytes.
const LONGEST: usize = 280;
/// How many windows are looked at, and how many marks in each: where nearly
/// every word is marked, one window is as good as another.
const MOST_WINDOWS: usize = 64;
const MOST_MARKS: usize = 16;
/// How much of a sentence is shown before the first mark at most, in bytes.
const BEFORE: usize = 120;

/// The best piece of `text` for `marks`, which are in order and do not
/// overlap. A text that is short enough is shown whole.
pub(crate) fn snippet(text: &str, marks: &[ByteRange]) -> Snippet {
    if text.len() <= LONGEST {
        return Snippet { range: ByteRange::new(0, text.len()) };
    }
    let (first, last) = best_window(text, marks);
    let start = beginning(text, first);
    let cut = marks.iter().find(|mark| (mark.start as usize) < start && start < mark.end as usize);
    let start = cut.map_or(start, |mark| mark.start as usize);
    let end = ending(text, start, last, marks);
    Snippet { range: ByteRange::new(start, end) }
}

/// The marks that fit into one window and have the most different words;
/// first byte and one past the last. Of windows as good, the first.
fn best_window(text: &str, marks: &[ByteRange]) -> (usize, usize) {
    let mut best = (0, 0, 0);
    let mut words: Vec<&str> = Vec::new();
    for (at, first) in marks.iter().enumerate().take(MOST_WINDOWS) {
        let reach = first.start as usize + LONGEST - BEFORE / 2;
        let inside = marks.get(at..).unwrap_or(&[]).iter().take_while(|mark| mark.end as usize <= reach);
        let mut end = first.end as usize;
        let mut count = 0;
        words.clear();
        for mark in inside.take(MOST_MARKS) {
            let word = mark.of(text);
            if !words.iter().any(|known| known.eq_ignore_ascii_case(word)) {
                words.push(word);
            }
            end = mark.end as usize;
            count += 1;
        }
        let score = words.len() * 8 + count.min(7);
        if score > best.0 {
            best = (score, first.start as usize, end);
        }
    }
    (best.1, best.2)
}

/// Where to begin so that the byte `first` is shown: at its sentence, or at a
/// word if the sentence begins too far before.
fn beginning(text: &str, first: usize) -> usize {
    let before = text.get(..first).unwrap_or("");
    if before.len() <= BEFORE {
        return 0;
    }
    let far = text.ceil_char_boundary(first - BEFORE);
    let near = text.get(far..first).unwrap_or("");
    let sentence = near.match_indices([' ', '\u{a0}']).rfind(|(at, _)| ends_sentence(near.get(..*at).unwrap_or("")));
    let word = || near.find(char::is_whitespace).map(|at| far + at);
    let start = sentence.map(|(at, _)| far + at).or_else(word).unwrap_or(far);
    let rest = text.get(start..).unwrap_or("");
    start + (rest.len() - rest.trim_start().len())
}

fn ends_sentence(text: &str) -> bool {
    let text = text.trim_end_matches(['"', '\'', '\u{201d}', '\u{2019}', ')', ']']);
    let Some(body) = text.strip_suffix(['.', '!', '?']) else { return false };
    // `Mr.` and `U.S.` end no sentence.
    let last = body.rsplit(|c: char| c.is_whitespace()).next().unwrap_or("");
    last.chars().count() > 3 && !last.contains('.')
}

/// Where to end: after the last mark, at a sentence or at least at a word.
fn ending(text: &str, start: usize, last: usize, marks: &[ByteRange]) -> usize {
    let limit = (start + LONGEST).max(last);
    if limit >= text.len() {
        return text.len();
    }
    let limit = text.floor_char_boundary(limit);
    let from = last.max(start);
    let open = text.get(from..limit).unwrap_or("");
    let sentence =
        open.match_indices(char::is_whitespace).rfind(|(at, _)| ends_sentence(open.get(..*at).unwrap_or("")));
    let long_enough = |at: usize| from + at - start > LONGEST / 2;
    let end = match (sentence, open.rfind(char::is_whitespace)) {
        (Some((at, _)), _) if long_enough(at) => from + at,
        (_, Some(at)) => from + at,
        _ => from.max(limit),
    };
    // Never inside a mark.
    let cut = marks.iter().find(|mark| (mark.start as usize) < end && end < mark.end as usize);
    cut.map_or(end, |mark| if mark.start as usize > start { mark.start as usize } else { mark.end as usize })
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const TEXT: &str = "Mr. Bush said nothing of it. The meeting between the Russian and US leaders brought no concrete agreements, as President Bush had warned in advance, but it kept alive the tantalising prospect of a radical realignment of Russia's relationship with the West. A powerful chemistry between the two leaders was evident at their first meeting in Ljubljana in June, when they began to talk about a new strategic framework that would bury memories of the Cold War.";

    fn marks(words: &[&str]) -> Vec<ByteRange> {
        let mut marks: Vec<ByteRange> =
            words.iter().map(|word| TEXT.find(word).map(|at| ByteRange::new(at, at + word.len())).unwrap()).collect();
        marks.sort_unstable();
        marks
    }

    #[test]
    fn the_window_has_most_of_the_words_and_begins_at_a_sentence() {
        let piece = snippet(TEXT, &marks(&["concrete", "Ljubljana", "strategic framework", "Cold War"])).range.of(TEXT);
        assert!(piece.starts_with("A powerful chemistry"), "{piece}");
        assert!(piece.contains("strategic framework") && piece.contains("Cold War"));
    }

    #[test]
    fn without_marks_the_beginning_is_shown() {
        assert!(snippet(TEXT, &[]).range.of(TEXT).starts_with("Mr. Bush said"));
    }

    #[test]
    fn the_piece_ends_with_a_sentence_unless_that_leaves_too_little() {
        assert!(snippet(TEXT, &[]).range.of(TEXT).ends_with("relationship with the West."));
        let one = ["A short one.", &"and a long one ".repeat(40)].join(" ");
        assert!(snippet(&one, &[]).range.of(&one).len() > LONGEST - "long ".len());
    }

    #[test]
    fn a_mark_that_the_end_would_cut_is_left_out_unless_the_piece_begins_with_it() {
        let text = "and a long one ".repeat(40);
        let shown = |marks: &[(usize, usize)]| {
            let marks: Vec<ByteRange> = marks.iter().map(|(start, end)| ByteRange::new(*start, *end)).collect();
            let range = snippet(&text, &marks).range;
            (range.start, range.end)
        };
        assert_eq!(shown(&[(0, 3), (255, 359)]), (0, 255));
        assert_eq!(shown(&[(0, 359)]), (0, 359));
    }

    #[test]
    fn a_short_text_is_shown_whole() {
        assert_eq!(snippet("One. Two.", &[]).range, ByteRange::new(0, 9));
    }

    proptest! {
        #[test]
        fn no_character_and_no_mark_is_split(
            text in "([a-zé“ ]{1,12}[. ]){0,60}",
            cuts in prop::collection::vec(0_usize..600, 0..12),
        ) {
            let mut cuts: Vec<usize> = cuts.into_iter().map(|cut| text.floor_char_boundary(cut.min(text.len()))).collect();
            cuts.sort_unstable();
            cuts.dedup();
            let marks: Vec<ByteRange> = cuts.chunks_exact(2).map(|pair| ByteRange::new(pair[0], pair[1])).collect();
            let range = snippet(&text, &marks).range;
            prop_assert!(text.get(range.start as usize..range.end as usize).is_some());
            for mark in &marks {
                let outside = mark.end <= range.start || mark.start >= range.end;
                prop_assert!(outside || range.start <= mark.start && mark.end <= range.end, "{range:?} {mark:?}");
            }
        }
    }
}
