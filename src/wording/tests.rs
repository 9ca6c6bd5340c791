//! How dates, counts and marked texts read.

use proptest::prelude::*;
use summitry_corpus::{Block, BlockKind, ByteRange, Date, Emendation};

use super::{count, cut, days, emphasised, file_name, list, pieces, quoted, whole};

fn date(text: &str) -> Date {
    Date::parse_iso(text).unwrap()
}

fn block(text: &str, repairs: &[(usize, usize)]) -> Block {
    Block {
        kind: BlockKind::Paragraph,
        n: Some(1),
        text: text.to_owned(),
        range: ByteRange::default(),
        lines: (1, 1),
        emendations: repairs
            .iter()
            .map(|(start, end)| Emendation {
                was: "damaged".to_owned(),
                now: text[*start..*end].to_owned(),
                range: ByteRange::new(*start, *end),
                why: "It was damaged.".to_owned(),
            })
            .collect(),
    }
}

#[test]
fn a_query_is_cut_at_its_faulty_places() {
    let check = |ranges: &[(usize, usize)], pieces: &[(&str, bool)]| {
        let ranges: Vec<ByteRange> = ranges.iter().map(|(start, end)| ByteRange::new(*start, *end)).collect();
        let expected: Vec<(String, bool)> = pieces.iter().map(|(text, inside)| ((*text).to_owned(), *inside)).collect();
        assert_eq!(cut("(iran OR", &ranges), expected);
    };
    check(&[], &[("(iran OR", false)]);
    check(&[(0, 1)], &[("(", true), ("iran OR", false)]);
    check(&[(6, 8), (0, 1)], &[("(", true), ("iran ", false), ("OR", true)]);
    check(&[(8, 8)], &[("(iran OR", false), ("", true)]);
    check(&[(0, 8), (1, 5)], &[("(iran OR", true)]);
}

#[test]
fn spans_of_days_name_the_month_once_where_it_is_one() {
    for (first, last, words) in [
        ("2001-10-21", "2001-10-21", "21 October 2001"),
        ("2003-09-26", "2003-09-27", "26 and 27 September 2003"),
        ("2013-06-15", "2013-06-18", "15 to 18 June 2013"),
        ("2008-03-30", "2008-04-04", "30 March 2008 to 4 April 2008"),
    ] {
        assert_eq!(days(date(first), date(last)), words);
    }
}

#[test]
fn counts_and_lists_are_written_out() {
    assert_eq!(count(0, "passage", "passages"), "no passages");
    assert_eq!(count(1, "passage", "passages"), "1 passage");
    let words: Vec<String> = ["a", "b", "c"].map(str::to_owned).to_vec();
    assert_eq!(list(&words), "a, b and c");
    assert_eq!(list(&words[..1]), "a");
}

#[test]
fn marks_and_repairs_may_overlap() {
    let block = block("the United States must", &[(4, 17)]);
    let found = pieces(&block, whole(&block), &[ByteRange::new(11, 22)]);
    let shown: Vec<(&str, bool, bool)> =
        found.iter().map(|piece| (piece.text.as_str(), piece.marked, piece.repaired.is_some())).collect();
    assert_eq!(
        shown,
        [("the ", false, false), ("United ", false, true), ("States", true, true), (" must", true, false)]
    );
}

#[test]
fn words_between_asterisks_are_set_apart() {
    let pieces = emphasised("passages with *missile*, without *Iran*");
    assert_eq!(pieces[1], ("missile".to_owned(), true));
    assert_eq!(pieces[2], (", without ".to_owned(), false));
}

proptest! {
    #[test]
    fn the_pieces_of_a_text_are_the_whole_text_whatever_the_ranges(
        text in "\\PC{0,40}",
        ranges in proptest::collection::vec((0u32..60, 0u32..60), 0..6),
    ) {
        let block = block(&text, &[]);
        let marks: Vec<ByteRange> = ranges.into_iter().map(|(start, end)| ByteRange { start, end }).collect();
        let joined: String = pieces(&block, whole(&block), &marks).into_iter().map(|piece| piece.text).collect();
        prop_assert_eq!(joined, text);
    }
}

#[test]
fn a_query_has_quotation_marks_once() {
    assert_eq!(quoted(" missile defence "), "“missile defence”");
    assert_eq!(quoted("\"missile defence\""), "\"missile defence\"");
}

#[test]
fn a_file_is_named_in_any_script() {
    assert_eq!(file_name("“Путин о ПРО”, BBC: 2001"), "путин-о-про-bbc-2001");
    assert_eq!(file_name("Gespräche — Größe"), "gesprache-grosse");
    assert_eq!(file_name("“?!”"), "");
    assert_eq!(file_name(&"ж".repeat(300)).chars().count(), 80);
}
