//! Which texts are columns, and where their paragraphs end.
use super::*;

/// The blocks of a text, one a line; none where it is left alone.
fn check(source: &str, expected: &[&str]) {
    let rejoined = rejoined(source, &Hints::default());
    let blocks: Vec<&str> = rejoined.iter().flat_map(|rejoined| rejoined.text.split("\n\n")).collect();
    assert_eq!(blocks, expected, "{source}");
}

#[test]
fn a_full_line_ends_a_paragraph_only_where_something_shows_it() {
    let opening = "The two men met in the old\ntown hall and spoke about the\nharbour for three hours, and\nthen they went home in a rain\nthat did not end until it was\nmorning on the islands there.";
    let joined = opening.replace('\n', " ");
    let joined = joined.as_str();
    let second = "Nothing was signed in the end, as far as is known.";
    check(&format!("{opening}\nNothing was signed in the end,\nas far as is known."), &[&[joined, second].join(" ")]);
    check(&format!("{opening}\n\nNothing was signed in the end,\nas far as is known."), &[joined, second]);
    check(&format!("{opening}\n   Nothing was signed in the end,\nas far as is known."), &[joined, second]);
    check(&format!("{opening}\n4\nNothing was signed in the end,\nas far as is known."), &[joined, "4", second]);
}

#[test]
fn a_line_that_ends_early_ends_a_paragraph_or_is_a_heading() {
    check(
        "The two men met in the old\ntown hall and spoke about the\nharbour.\nNothing was signed in the\nend, as far as is known by us.\nRain again\nThe band went home early and\nthe flags were wet.",
        &[
            "The two men met in the old town hall and spoke about the harbour.",
            "Nothing was signed in the end, as far as is known by us.",
            "Rain again",
            "The band went home early and the flags were wet.",
        ],
    );
}

#[test]
fn verses_lists_and_letters_are_left_alone() {
    for source in [
        "The rain it rains all day,\nAnd all the night it rains,\nAnd nobody will stay\nWhere water fills the drains,\nBut some will go away\nAnd some will take the trains.",
        "News\nSport\nWeather and tides\nTravel in the islands\nCulture\nLetters to us\nMusic and dance",
        "The two men met in the old town hall.\n\nThey spoke about the harbour.\n\nNothing was signed.\n\nThe band went home.\n\nIt rained.\n\nThe flags were wet.",
    ] {
        check(source, &[]);
    }
}

#[test]
fn a_headline_and_what_sums_up_under_it_are_each_one_block() {
    let text = "The two men met in the old\ntown hall and spoke about the\nharbour for three hours, and\nthen they went home in a rain\nthat did not end until it was\nmorning on the islands there.";
    check(
        &format!("HARBOUR TALKS END\nWITH A PLAN\nTwo Towns Agree\nto pay for it together\nBy Anna Lind\n{text}"),
        &[
            "HARBOUR TALKS END WITH A PLAN",
            "Two Towns Agree to pay for it together",
            "By Anna Lind",
            &text.replace('\n', " "),
        ],
    );
}

#[test]
fn a_text_begins_behind_a_blank_line_with_its_place_or_where_capitals_end() {
    let text = "The two men met in the old\ntown hall of the port, where\nAnna Lind had a plan for the\nwall, and then they went home\nin a rain that did not end by\nthe next morning.";
    let joined = text.replace('\n', " ");
    let headline = "Harbour Talks End With a Plan";
    check(&format!("Harbour Talks End\nWith a Plan\n\n{text}"), &[headline, &joined]);
    let placed = text.replace("The two men", "PORT ALDER — Two men");
    check(&format!("Harbour Talks End\nWith a Plan\n{placed}"), &[headline, &placed.replace('\n', " ")]);
    let named = text.replace("The two men met", "Tom Byrne met us");
    for headline in
        ["HARBOUR TALKS END\nWITH A PLAN", "HARBOUR TALKS\nEND WITH PLAN FOR THE WALL", "Harbour Talks\nEnd With Plan"]
    {
        check(
            &format!("{headline}\n{named}"),
            &[headline, &named].map(|text| text.replace('\n', " ")).each_ref().map(String::as_str),
        );
    }
}

#[test]
fn a_blank_line_behind_each_line_ends_no_paragraph() {
    let lines = "The two men met in the old\n\ntown hall and spoke about the\n\nharbour for three hours, and\n\nthen they went home in a rain\n\nthat did not end until it was\n\nmorning on the islands there.";
    let next = "Nothing was signed in the end,\n\nas far as is known.";
    check(
        &format!("{lines}\n\n\n{next}"),
        &[lines, next].map(|text| text.replace("\n\n", " ")).each_ref().map(String::as_str),
    );
}

#[test]
fn what_a_page_sets_within_a_sentence_is_no_part_of_it() {
    let [before, behind] = [
        "The two men met in the old\ntown hall and spoke about the\nharbour for three hours, and\nthen they went home in a rain",
        "that did not end until it was\nmorning on the islands there.",
    ];
    let whole = [before, behind].join(" ").replace('\n', " ");
    for set in [
        "A6 | The Coast Courier",
        "\nFlags and boats in the port\nPhoto by Anna Lind\n",
        "\nFlags and boats stood in the\nPort of Alder until the night\nPhoto by Anna Lind\n",
        "\nTen men built it in a year.\n",
    ] {
        let rejoined = rejoined(&format!("{before}\n{set}\n{behind}"), &Hints::default()).unwrap();
        assert!(rejoined.text.split("\n\n").any(|block| block == whole), "{}", rejoined.text);
    }
}

#[test]
fn what_is_removed_over_a_line_of_the_page_is_in_two_pieces_and_a_block_in_one() {
    let [before, behind] = [
        "The two men met in the old\ntown hall and spoke about the\nharbour for three hours, and\nthen they went home in a rain",
        "that did not end until it was\nmorning on the islands there.",
    ];
    let head = "A6 | The Coast Courier";
    let source = format!("{before}\n{head}\n{behind}");
    let rejoined = rejoined(&source, &Hints::default()).unwrap();
    let begin = rejoined.text.find("The two men").unwrap();
    let end = begin + before.len() + 1 + behind.len();
    for (fate, told) in
        [(Fate::Kept(BlockKind::Paragraph), vec![source.as_str()]), (Fate::removed("navigation"), vec![before, behind])]
    {
        let piece = Piece { range: ByteRange::new(begin, end), lines: (1, 1), fate };
        let placed = rejoined.placed(vec![piece]);
        let texts: Vec<&str> = placed.iter().map(|piece| piece.range.of(&source)).collect();
        assert_eq!(texts, told);
        assert_eq!(placed.first().unwrap().lines.0, 1);
        assert_eq!(placed.last().unwrap().lines.1, 7);
    }
}

#[test]
fn lines_that_are_decided_already_do_not_tell_how_a_text_is_set() {
    let text = "The two men met in the old\ntown hall and spoke about the\nharbour for three hours, and\nthen they went home in a rain\nthat did not end until it was\nmorning on the islands there.";
    let source = [text, &"\nA 4\nSection: News and weather".repeat(8)].concat();
    let decided =
        (8..=22).step_by(2).map(|line| super::super::LineHint { line, kind: None, reason: String::new(), label: 0 });
    let hints = Hints { lines: decided.collect(), ..Hints::default() };
    assert!(rejoined(&source, &Hints::default()).is_none());
    let joined = rejoined(&source, &hints).map(|rejoined| rejoined.text).unwrap_or_default();
    assert!(joined.starts_with(&text.replace('\n', " ")), "{joined}");
}
