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

#[test]
fn of_lines_over_the_text_the_one_beside_the_date_or_without_a_full_stop_is_the_headline() {
    let check = |lines: [&str; 3], headline: &str| {
        let shown = shown(&[&lines[..], &[FIRST, SECOND]].concat().join("\n\n"));
        assert!(shown.contains(&["headline", headline].join(" ")), "{shown:?}");
    };
    let (stopped, open, other, date) =
        ("All The News Of Alder.", "Talks End Without Plan", "Old News From Alder", "March 4, 2014");
    check([stopped, open, ""], open);
    check([open, stopped, ""], open);
    check([other, open, date], open);
    check([open, date, other], open);
    check([other, date, open], other);
}

#[test]
fn a_few_labels_under_the_headline_are_no_menu_and_many_are() {
    let labels = ["Harbour", "Town", "Weather", "Ships", "Sport", "Jobs", "Letters"];
    for (count, reason) in [(3, "before the article"), (5, "before the article"), (6, "navigation"), (7, "navigation")]
    {
        let text = [&["Harbour talks end with a plan"], &labels[..count], &[FIRST, SECOND]].concat();
        let shown = shown(&text.join("\n\n"));
        let expected: Vec<String> = labels[..count].iter().map(|label| format!("({reason}) {label}")).collect();
        assert_eq!(shown[1..=count], expected);
    }
}

#[test]
fn lines_broken_at_a_width_are_one_paragraph_and_indented_ones_begin_another() {
    let text = "Harbour talks end with a plan

The two delegations met for three hours in the old
town hall on Tuesday and agreed to meet again before
summer, and the mayor said that the talks had gone
Better Than Expected, as he put it.
   A joint paper would follow within weeks, he said,
and a brass band played outside.

• A wall that the town and the board of the harbour
  Will Pay For, each a half.
";
    assert_eq!(
        shown(text),
        [
            "headline Harbour talks end with a plan",
            "paragraph The two delegations met for three hours in the old\ntown hall on Tuesday and agreed to meet again before\nsummer, and the mayor said that the talks had gone\nBetter Than Expected, as he put it.",
            "paragraph A joint paper would follow within weeks, he said,\nand a brass band played outside.",
            "list-item • A wall that the town and the board of the harbour\n  Will Pay For, each a half.",
        ]
    );
    // What is not indented begins a line of its own.
    let own = shown(&text.replace("  Will Pay For", "Will Pay For"));
    assert_eq!(own[3], "list-item • A wall that the town and the board of the harbour");
}

#[test]
fn a_line_with_a_photographers_credit_is_a_caption_unless_it_is_long() {
    let line =
        |words: usize| ["A ship".to_owned(), " and a ship".repeat(words), " (Photo by Anna Lind)".to_owned()].concat();
    for (line, kept) in [(line(2), "caption"), (line(5), "caption"), (line(11), "paragraph")] {
        let shown = shown(&["Harbour talks end with a plan", FIRST, &line, SECOND].join("\n\n"));
        assert!(shown.contains(&format!("{kept} {line}")), "{shown:?}");
    }
}
