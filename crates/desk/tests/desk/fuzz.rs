//! A short run of what the fuzz targets check, on the stable toolchain.

use proptest::prelude::*;

#[path = "../../fuzz/checks.rs"]
mod checks;

const LESSON: &str = include_str!("../../../../lessons/missile-defence.json");

/// Pieces that mean something somewhere.
fn pieces() -> impl Strategy<Value = String> {
    let piece = prop::sample::select(vec![
        "The two sides",
        " agreed",
        " on a treaty",
        "• ",
        "\n",
        "\n\n",
        "|",
        " ",
        "\u{a0}",
        "\u{ad}",
        "“",
        "”",
        "\"",
        "\\",
        "said",
        "Mr. Brown",
        ".",
        "1. ",
        "\u{200b}",
        "Â\u{a0}",
        "â€™",
        "- 2003-09-24",
        "ü",
        "👍",
        "\r",
        "\0",
        "<b>",
    ]);
    prop::collection::vec(piece, 0..40).prop_map(|pieces| pieces.concat())
}

proptest! {
    #[test]
    fn any_words_of_an_export_are_brought(text in pieces()) {
        checks::hypothesis(&text);
    }

    #[test]
    fn any_replies_are_gathered(text in pieces()) {
        checks::replies(text.as_bytes());
    }

    #[test]
    fn any_source_holds_its_marks_and_lends_none_to_another(text in pieces()) {
        checks::sources(&text);
    }

    #[test]
    fn any_damage_of_a_lesson_is_read_or_told(
        at in any::<prop::sample::Index>(), length in 0..200_usize, other in pieces(),
    ) {
        let ends: Vec<usize> = LESSON.char_indices().map(|(at, _)| at).collect();
        let start = ends[at.index(ends.len())];
        let end = ends.iter().copied().find(|end| *end >= start + length).unwrap_or(LESSON.len());
        let damaged = [&LESSON[..start], &other, &LESSON[end..]].concat();
        checks::file(damaged.as_bytes());
    }
}
