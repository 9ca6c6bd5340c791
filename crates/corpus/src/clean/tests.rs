//! What becomes of each line of invented pages.

use super::*;

/// Each piece's words, after its kind or the reason for which it is set aside.
fn shown(source: &str) -> Vec<String> {
    let pieces = clean(source, &Hints::default()).pieces;
    let named = |fate: &Fate| match fate {
        Fate::Kept(kind) => kind.name().to_owned(),
        Fate::Removed(reason) => format!("({reason})"),
    };
    pieces.iter().map(|piece| format!("{} {}", named(&piece.fate), piece.range.of(source))).collect()
}

const FIRST: &str =
    "The two delegations met for three hours in the old town hall on Tuesday and agreed to meet again before summer.";
const SECOND: &str =
    "The mayor said the talks had gone better than expected, and that a joint paper would follow within weeks.";

#[test]
fn a_subhead_that_is_said_once_more_behind_the_text_stays_and_what_stands_on_both_sides_goes() {
    let text = |over: &str| {
        let lines = ["Harbour talks end with a plan", over, FIRST, "Harbour dues", SECOND, "Harbour dues"];
        shown(&lines.join("\n\n")).iter().filter(|line| line.ends_with("Harbour dues")).cloned().collect::<Vec<_>>()
    };
    assert_eq!(text("March 4, 2014"), ["subhead Harbour dues", "(after the article) Harbour dues"]);
    let [before, repeated] = ["(before the article) Harbour dues", "(repeated line) Harbour dues"];
    assert_eq!(text("Harbour dues"), [before, repeated, repeated]);
}

#[test]
fn a_line_of_two_words_that_is_said_three_times_goes_and_one_of_a_single_word_stays() {
    for (line, kept) in [("Harbour dues", false), ("Harbour", true)] {
        let text = ["Harbour talks end with a plan", FIRST, line, SECOND, line, FIRST, line, SECOND].join("\n\n");
        let expected = [if kept { "subhead" } else { "(repeated line)" }, line].join(" ");
        assert_eq!(shown(&text).iter().filter(|shown| **shown == expected).count(), 3, "{line}");
    }
}
