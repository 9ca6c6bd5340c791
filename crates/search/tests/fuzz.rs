//! A short run of what the fuzz targets check, on the stable toolchain: good
//! inputs that are damaged and mixed. `FUZZ_CASES` says how many of each, 300
//! if it is not set; a failure is made as small as it goes and kept in
//! `fuzz.proptest-regressions`.
#![allow(missing_docs, clippy::indexing_slicing, clippy::string_slice, clippy::unwrap_used, reason = "a test")]
#![allow(clippy::disallowed_methods, reason = "a test reads its environment")]

#[path = "../fuzz/checks.rs"]
mod checks;

use proptest::prelude::*;
use summitry_search::Texts;

/// Words, signs and characters that mean something somewhere.
const PIECES: [&str; 65] = [
    "missile",
    "defence",
    "US",
    "us",
    "U.S.",
    "START",
    "start",
    "irak",
    "missle",
    "Kremenyuk",
    "anti-missile",
    "G8",
    "WTO",
    "the",
    "who",
    "naïve",
    "\"",
    "\"",
    "“",
    "”",
    "(",
    "(",
    ")",
    ")",
    "-",
    "+",
    "*",
    "?",
    "~",
    "~2",
    "~5",
    "^2",
    "^",
    "{2}",
    "{",
    ">=1",
    ">=",
    "NEAR",
    "NEAR/3",
    "AND",
    "OR",
    "NOT",
    "and",
    "outlet:",
    "issue:nato",
    "date:",
    "date:2001..2003",
    "side:us",
    "role:expert",
    "title:arms",
    "kind:quote",
    "foo:bar",
    ":",
    ".",
    "\u{ad}",
    "\u{301}",
    "\u{a0}",
    "\u{200d}",
    "Ж",
    "普京",
    "🙂",
    "\0",
    "9/11",
    "'s",
    "\n",
];

fn pieces() -> impl Strategy<Value = String> {
    let piece = (prop::sample::select(&PIECES[..]), prop::sample::select(vec!["", " ", " ", "  "]));
    prop::collection::vec(piece, 0..24)
        .prop_map(|pieces| pieces.iter().map(|(piece, gap)| [*piece, gap].concat()).collect())
}

/// A change of some bytes.
#[derive(Clone, Debug)]
enum Change {
    Set(usize, u8),
    Flip(usize, u32),
    Cut(usize),
    Remove(usize, usize),
    Repeat(usize, usize),
    Swap(usize, usize),
}

fn change() -> impl Strategy<Value = Change> {
    let at = 0..1_usize << 16;
    // Zero, the ends of a number's range, and what a longer number begins with.
    let byte = prop_oneof![any::<u8>(), prop::sample::select(vec![0, 1, 0x7f, 0x80, 0xff])];
    prop_oneof![
        (at.clone(), byte).prop_map(|(at, byte)| Change::Set(at, byte)),
        (at.clone(), 0..8_u32).prop_map(|(at, bit)| Change::Flip(at, bit)),
        at.clone().prop_map(Change::Cut),
        (at.clone(), 1..9_usize).prop_map(|(at, count)| Change::Remove(at, count)),
        (at.clone(), 1..9_usize).prop_map(|(at, count)| Change::Repeat(at, count)),
        (at.clone(), at).prop_map(|(a, b)| Change::Swap(a, b)),
    ]
}

fn changed(mut bytes: Vec<u8>, changes: &[Change]) -> Vec<u8> {
    for change in changes {
        let length = bytes.len();
        if length == 0 {
            break;
        }
        match *change {
            Change::Set(at, byte) => bytes[at % length] = byte,
            Change::Flip(at, bit) => bytes[at % length] ^= 1 << bit,
            Change::Cut(at) => bytes.truncate(at % length),
            Change::Remove(at, count) => drop(bytes.drain(at % length..(at % length + count).min(length))),
            Change::Repeat(at, count) => {
                let piece = bytes[at % length..(at % length + count).min(length)].to_vec();
                bytes.splice(at % length..at % length, piece);
            }
            Change::Swap(a, b) => bytes.swap(a % length, b % length),
        }
    }
    bytes
}

fn cases() -> ProptestConfig {
    let cases = std::env::var("FUZZ_CASES").ok().and_then(|cases| cases.parse().ok());
    ProptestConfig::with_cases(cases.unwrap_or(300))
}

proptest! {
    #![proptest_config(cases())]

    #[test]
    fn any_query_gets_an_answer(query in prop_oneof![pieces(), any::<String>()]) {
        checks::query(&query);
    }

    #[test]
    fn any_blob_is_opened_or_refused_with_a_sentence(changes in prop::collection::vec(any::<u8>(), 0..12)) {
        checks::blob(&changes);
    }

    #[test]
    fn any_index_is_refused_or_can_be_searched(
        texts in prop::collection::vec(pieces(), 0..6),
        in_index in prop::collection::vec(change(), 0..6),
        in_positions in prop::collection::vec(change(), 0..3),
    ) {
        let texts = Texts::new(texts.iter().map(|text| ("Arms control", text.as_str())));
        let (index, positions) = texts.encode();
        checks::index(&changed(index, &in_index), &changed(positions, &in_positions));
    }

    #[test]
    fn any_text_is_taken_apart_and_comes_back_from_its_index(text in prop_oneof![pieces(), any::<String>()]) {
        checks::text(&text);
    }
}
