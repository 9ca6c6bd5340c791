//! Wrong encodings, marks that do not show, and line ends of every kind.

use super::*;

#[test]
fn an_apostrophe_read_as_windows_1252_is_read_back() {
    let text =
        format!("{HEAD}The townâ€™s mayor said that the cafÃ© would stay open until the talks were over.\n\n{BODY}");
    check("a.txt", &text, &[Repair("â€™", "’"), Repair("Ã©", "é"), Keep("paragraph", "The town’s mayor"), Passages(4)]);
}

#[test]
fn text_that_was_misread_twice_is_read_back() {
    let text =
        format!("{HEAD}The townÃ¢â‚¬â„¢s mayor said that nobody would leave before the talks were over.\n\n{BODY}");
    check("a.txt", &text, &[Repair("Ã¢â‚¬â„¢", "’"), Keep("paragraph", "The town’s mayor")]);
}

#[test]
fn russian_read_as_windows_1251_is_read_back() {
    let text = "РџРµСЂРµРіРѕРІРѕСЂС‹ РїСЂРѕРґРѕР»Р¶Р°СЋС‚СЃСЏ\n\nР”РІРµ РґРµР»РµРіР°С†РёРё РІСЃС‚СЂРµС‚РёР»РёСЃСЊ РІ РїРѕРЅРµРґРµР»СЊРЅРёРє РІ СЂР°С‚СѓС€Рµ РіРѕСЂРѕРґР°.";
    check("a.txt", text, &[Headline("Переговоры продолжаются"), Keep("paragraph", "Две делегации встретились")]);
}

#[test]
fn halves_of_no_break_spaces_go() {
    let text = format!(
        "{HEAD}The talksÂ\u{a0}went on for weeksÂ and nobody in the town could say when they would end.Â\u{a0}\n\n{BODY}"
    );
    check(
        "a.txt",
        &text,
        &[Read("paragraph", "The talks went on for weeks and nobody in the town could say when they would end.")],
    );
}

#[test]
fn an_accented_i_is_not_taken_for_a_soft_hyphen() {
    let text = format!(
        "{HEAD}The envoy JosÃ\u{ad}as Marta said that his country would not leave the talks before May.\n\n{BODY}"
    );
    check(
        "a.txt",
        &text,
        &[Repair("Ã\u{ad}", "í"), Keep("paragraph", "The envoy Josías Marta"), Says("Josías Marta", "his country")],
    );
}

#[test]
fn a_lost_character_is_warned_of() {
    let text =
        format!("{HEAD}The town\u{fffd}s mayor said that nobody would leave before the talks were over.\n\n{BODY}");
    check("a.txt", &text, &[Warn("A character was lost here"), Keep("paragraph", "The town\u{fffd}s")]);
}

#[test]
fn entities_of_html_in_a_text_are_read() {
    let text = format!(
        "{HEAD}&ldquo;We&rsquo;ll stay,&rdquo; said Tom Harrow &amp; his brother.&nbsp;&#8220;For now.&#8221;\n\n{BODY}"
    );
    check(
        "a.txt",
        &text,
        &[
            Read("paragraph", "“We’ll stay,” said Tom Harrow & his brother. “For now.”"),
            Repair("&rsquo;", "’"),
            Says("Tom Harrow", "We’ll stay"),
        ],
    );
}

#[test]
fn marks_of_direction_do_not_part_words() {
    let text = format!(
        "{HEAD}\u{202b}The \u{200f}envoy\u{200e} said that the border would stay open until the talks were over.\u{202c}\n\n{BODY}"
    );
    check(
        "a.txt",
        &text,
        &[Read("paragraph", "The envoy said that the border would stay open until the talks were over.")],
    );
}

#[test]
fn characters_without_width_do_not_part_words() {
    let text = format!(
        "{HEAD}The dele\u{200b}gations met in Leave\u{2060}sham and said that the talks\u{feff} would go on for weeks.\n\n{BODY}"
    );
    check(
        "a.txt",
        &text,
        &[Read("paragraph", "The delegations met in Leavesham and said that the talks would go on for weeks.")],
    );
}

#[test]
fn soft_hyphens_go_and_form_feeds_part_pages() {
    let text = "Talks in Leavesham will go on\u{c}The dele\u{ad}ga\u{ad}tions met on Monday and said that the talks would go on for weeks.\u{c}Nobody in the town could say when they would end, or why they had begun at all.";
    check(
        "a.txt",
        text,
        &[
            Headline("Talks in Leavesham will go on"),
            Read("paragraph", "The delegations met on Monday and said that the talks would go on for weeks."),
            Passages(2),
        ],
    );
}

#[test]
fn lines_that_end_in_carriage_returns_alone_are_lines() {
    let text = format!("{HEAD}{BODY}").replace('\n', "\r");
    check(
        "a.txt",
        &text,
        &[Headline("Talks in Leavesham will go on"), Passages(3), Says("Anna Keller", "We have agreed")],
    );
}

#[test]
fn line_ends_of_three_kinds_in_one_file_are_lines() {
    let text = format!("{HEAD}{BODY}").replacen("\n\n", "\r\n\r\n", 2);
    let text = format!("\u{feff}{}", text.replacen("\n\nThe mayor", "\r\rThe mayor", 1));
    check("a.txt", &text, &[Headline("Talks in Leavesham will go on"), Passages(3)]);
}

#[test]
fn separators_of_unicode_end_lines() {
    let text = format!("{HEAD}{BODY}").replace("\n\n", "\u{2029}");
    check("a.txt", &text, &[Headline("Talks in Leavesham will go on"), Passages(3)]);
}

#[test]
fn letters_of_mathematics_and_pictures_are_kept() {
    let text =
        format!("{HEAD}The 𝐭𝐚𝐥𝐤𝐬 went well 👍🏽, said the mayor of the town, who has seen 👨‍👩‍👧 many of them.\n\n{BODY}");
    check("a.txt", &text, &[Keep("paragraph", "The 𝐭𝐚𝐥𝐤𝐬 went well 👍🏽, said the mayor"), Passages(4)]);
}

#[test]
fn a_zero_byte_is_an_error_with_a_place() {
    let problems = build(&[SourceFile { name: "a.txt", bytes: b"Talks go on\n\nThe two\0 met." }], None).unwrap_err();
    let shown = problems[0].to_string();
    assert!(shown.contains("a.txt:3:8") && shown.contains("zero byte") && shown.contains("help: "), "{shown}");
}

#[test]
fn a_text_in_another_encoding_is_read_and_says_which_and_why() {
    let wide = |text: &str| text.encode_utf16().flat_map(u16::to_le_bytes).collect::<Vec<u8>>();
    let latin = b"Talks go on\n\nThe caf\xe9 at the harbour of Gen\xe8ve was open when the two sides met on Monday.";
    for (bytes, says, words) in [
        (latin.to_vec(), "read as windows-1252: it declares nothing that holds", "The café at the harbour of Genève"),
        (
            [b"\xff\xfe".to_vec(), wide(BODY)].concat(),
            "read as UTF-16LE: its byte-order mark says so",
            "The two delegations",
        ),
        (wide(BODY), "read as UTF-16LE: it declares nothing that holds", "The two delegations"),
    ] {
        let built = build(&[SourceFile { name: "a.txt", bytes: &bytes }], None).unwrap();
        assert!(built.encodings[0].to_string().starts_with(says), "{}", built.encodings[0]);
        assert!(built.corpus.articles[0].source.contains(words));
    }
}

#[test]
fn a_file_that_is_no_text_refuses_no_other() {
    let sources = [("a.txt", b"\x89PNG\0\0\0\x1a\0\0".as_slice()), ("b.txt", BODY.as_bytes())]
        .map(|(name, bytes)| SourceFile { name, bytes });
    let built = build(&sources, None).unwrap();
    assert_eq!((built.refused.len(), built.corpus.articles.len()), (1, 1));
    assert_eq!(built.refused[0].place.file, "a.txt");
}

#[test]
fn a_file_over_a_limit_refuses_no_other_and_says_what_to_do() {
    let said = "“So it is,” said Anna Keller of the village. ";
    for (name, text, message, remedy) in [
        ("a.txt", "word ".repeat(24_001), "A paragraph of 120004 bytes", "empty line"),
        ("a.txt", "A few words.\n\n".repeat(6_500), "6500 paragraphs", "a file of its own"),
        ("a.txt", (said.repeat(50) + "\n\n").repeat(140), "statements of a few words", "a file of its own"),
        ("a.md", "a\n\n".repeat(11_000), "lines of a few letters", "longer lines"),
        ("a.md", "[".repeat(30_000), "marks of Markdown", "plain text"),
        ("a.html", "<p>a".repeat(20_000), "tags", "Save the page again"),
        ("a.html", format!("<p{}>a", " b".repeat(1_001)), "attributes", "Save the page again"),
        ("a.txt", "a &amp; ".repeat(11_000), "damaged", "Save it again"),
    ] {
        let sources =
            [(name, text.as_bytes()), ("b.txt", BODY.as_bytes())].map(|(name, bytes)| SourceFile { name, bytes });
        let built = build(&sources, None).unwrap();
        assert_eq!((built.refused.len(), built.corpus.articles.len()), (1, 1), "{message}");
        let problem = &built.refused[0];
        assert!(problem.place.file == name && problem.message.contains(message), "{problem}");
        assert!(problem.remedy.contains(remedy), "{problem}");
    }
}

#[test]
fn a_quotation_whose_mark_was_misread_with_a_control_character_in_it_is_heard() {
    for close in ["â€\u{9d}", "â€", "\u{94}", "â\u{80}\u{9d}"] {
        let text = format!("{HEAD}â€œWe stay for now,{close} said Tom Harrow, the mayor, on Monday.\n\n{BODY}");
        check(
            "a.txt",
            &text,
            &[
                Read("paragraph", "“We stay for now,” said Tom Harrow, the mayor, on Monday."),
                Repair(close, "”"),
                Says("Tom Harrow", "We stay for now"),
            ],
        );
    }
}

#[test]
fn control_characters_are_read_as_the_marks_that_they_were() {
    let text = format!("{HEAD}The town\u{92}s wall \u{97} so he said \u{97} is old\u{85} and it will go.\n\n{BODY}");
    check(
        "a.txt",
        &text,
        &[
            Read("paragraph", "The town’s wall — so he said — is old… and it will go."),
            Repair("\u{92}", "’"),
            Repair("\u{85}", "…"),
            NoWarn("was lost"),
        ],
    );
}

#[test]
fn blanks_that_were_lost_behind_marks_are_proposed() {
    let text = format!("{HEAD}The wall is good for the town.When it falls,all of us will pay.\n\n{BODY}");
    check("a.txt", &text, &[Warn("“town.When” may be “town. When”"), Warn("“falls,all” may be “falls, all”")]);
}

#[test]
fn blanks_at_apostrophes_are_proposed_and_no_quotation_is_missed_there() {
    let text = format!("{HEAD}The mayor didn 't come to the talks, for the town ’s wall wasn 't there.\n\n{BODY}");
    check(
        "a.txt",
        &text,
        &[Warn("“didn 't” may be “didn't”"), Warn("“town ’s” may be “town’s”"), NoWarn("never closed")],
    );
}

#[test]
fn a_compound_that_was_parted_at_a_lines_end_keeps_its_hyphen() {
    let text = format!("{HEAD}The third- party report on the wall, a third-party report, is out.\n\n{BODY}");
    check("a.txt", &text, &[Warn("“third- party” may be “third-party”"), NoWarn("thirdparty")]);
}
