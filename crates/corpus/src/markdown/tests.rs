//! What Markdown says, line by line.

use super::*;

/// The lines of the text that are not blank, each with its number and kind.
fn lines(source: &str) -> Vec<String> {
    let (text, hints) = read(source);
    let of = |(number, line): (u32, &str)| {
        let hint = hints.lines.iter().find(|hint| hint.line == number);
        let kind = match hint {
            Some(LineHint { kind: Some(kind), .. }) => format!("{} ", kind.name()),
            Some(LineHint { reason, .. }) => format!("({reason}) "),
            None => String::new(),
        };
        (!line.trim().is_empty()).then(|| format!("{number} {kind}{line}"))
    };
    (1..).zip(text.lines()).filter_map(of).collect()
}

fn check(source: &str, expected: &[&str]) {
    assert_eq!(lines(source), expected, "{source}");
}

#[test]
fn marks_are_taken_off_and_words_kept() {
    for (source, expected) in [
        ("# A *fine* headline", "1 headline A fine headline"),
        ("He said **no** to [the plan](https://example.org/a_b).", "1 He said no to the plan."),
        ("[the plan](https://example.org/a_(b)_(c) \"A (plan)\") holds", "1 the plan holds"),
        ("[the [new] plan](<https://example.org/a b> 'x') holds", "1 the [new] plan holds"),
        (
            "[the plan][1], [Vienna][] and [Bonn]\n\n[1]: https://example.org \"t\"\n[vienna]: <a b>\n[bonn]: c",
            "1 the plan, Vienna and Bonn",
        ),
        ("He wrote [sic] and [two][words].", "1 He wrote [sic] and [two][words]."),
        ("<https://example.org/a> and <jane@example.org>", "1 https://example.org/a and jane@example.org"),
        ("snake_case and 2 * 3 stay", "1 snake_case and 2 * 3 stay"),
        ("An \\*escaped\\* star, `a*b` and &amp;c.", "1 An *escaped* star, a*b and &c."),
        ("an open [bracket", "1 an open [bracket"),
        ("~~old~~ new<br>line <b onclick=x>bold</b>", "1 old new line bold"),
        ("A claim.[^1]\n\n[^1]: Its source.", "1 A claim.,3 Its source."),
        ("- [x] done\n* star\n\n1986. A year", "1 - done,2 - star,4 1986. A year"),
        ("| a | b |\n|---|---|\n| c | *d* |", "1 a | b,3 c | d"),
        ("> > A quotation\n> > goes on", "1 A quotation,2 goes on"),
        ("one\n***\ntwo", "1 one,3 two"),
        ("```text\na *b*\n\nc\n```\nd", "2 a *b*,4 c,6 d"),
        ("<div>\n<p>Words</p>\n<script>no()</script>\n</div>", "2 Words"),
        ("one  \ntwo\\\nthree", "1 one,2 two,3 three"),
    ] {
        assert_eq!(lines(source).join(","), expected, "{source}");
    }
}

#[test]
fn headings_are_told_from_paragraphs_above_a_rule() {
    check("Title\n=====\n\n## Next ##\ntext", &["1 headline Title", "4 subhead Next", "5 text"]);
    check("# One\n\n# Two", &["1 headline One", "3 subhead Two"]);
    let long = "word ".repeat(30);
    check(&format!("{long}\n---"), &[&format!("1 {}", long.trim_end())]);
    check("first line\nsecond line\n---", &["1 first line", "2 second line"]);
}

#[test]
fn an_image_alone_on_its_line_is_an_alternative_text() {
    check("![Two men](a.jpg \"At a table\")\n*They met.*", &["1 alternative-text Two men", "2 They met."]);
    check("[![Two men][1]](b.html)\n\n[1]: a.jpg", &["1 alternative-text Two men"]);
    check("See ![the men](a.jpg) here", &["1 See the men here"]);
    check("![](a.jpg)\n\ntext", &["3 text"]);
}

#[test]
fn front_matter_gives_headline_author_and_date() {
    check(
        "---\ntitle: 'Talks end'\nauthor: Jane Doe\n\ndate: 2010-06-24\ntags: [a]\n---\n# More\n",
        &[
            "2 headline Talks end",
            "3 byline Jane Doe",
            "5 dateline 2010-06-24",
            "6 (front matter) tags: [a]",
            "8 subhead More",
        ],
    );
    check("---\n\ntext between rules", &["3 text between rules"]);
}

#[test]
fn lines_keep_their_numbers() {
    let source = "# A\n\n> b\n\n\n- c\n  d\n\n    e\n\n[f]: g\n\nh\r\ni\n";
    check(source, &["1 headline A", "3 b", "6 - c", "7   d", "9     e", "13 h", "14 i"]);
}
