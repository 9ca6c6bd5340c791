//! What is taken along, in each format.

use proptest::prelude::*;

use super::*;

const HERE: &str = "https://example.org/room/";

fn handout(fragment: &str) -> Handout {
    let (library, route) = Library::at(fragment);
    Handout::new(library, &route, HERE)
}

const TWO: &str = "#/compare?a=bbc-2001-10-21&a=monitor-2001-11-07";

/// A handout with one entry, which says `text`.
fn hostile(text: &str) -> Handout {
    let entry =
        Entry { label: text.to_owned(), text: text.to_owned(), address: format!("{HERE}#/read/x?p=1"), record: None };
    Handout {
        title: text.to_owned(),
        address: HERE.to_owned(),
        narrowed: String::new(),
        columns: vec![text.to_owned(), "b".to_owned()],
        rows: vec![HandoutRow { name: text.to_owned(), note: text.to_owned(), cells: vec![vec![entry], Vec::new()] }],
        sources: vec![Source { short: text.to_owned(), cited: text.to_owned(), address: HERE.to_owned() }],
    }
}

#[test]
fn every_arrangement_has_a_title_rows_and_cited_sources() {
    for (mode, how) in [
        ("issues", "issue by issue"),
        ("text", "full texts"),
        ("wording", "the words that stand out"),
        ("voices", "who speaks"),
        ("missing", "what some have and others have not"),
    ] {
        let handout = handout(&format!("{TWO}&mode={mode}"));
        assert_eq!(handout.title, format!("BBC 2001 and Jamestown Monitor 2001: {how}"));
        assert!(!handout.rows.is_empty() && handout.rows.iter().all(|row| row.cells.len() == 2), "{mode}");
        assert_eq!(handout.sources.len(), 2);
        assert!(
            handout.sources[0].cited.contains("Mulvey") && handout.sources[0].cited.contains("2001"),
            "{handout:?}"
        );
        assert!(handout.address.starts_with("https://example.org/room/#/compare?a=bbc"), "{}", handout.address);
    }
    assert_eq!(handout(TWO).file_name(), "bbc-2001-and-jamestown-monitor-2001-issue-by-issue");
}

#[test]
fn a_passage_keeps_its_words_and_the_way_to_it() {
    let handout = handout(&format!("{TWO}&issue=missile-defence"));
    let entry = &handout.rows[0].cells[0][0];
    assert_eq!(
        (entry.label.as_str(), entry.address.as_str()),
        ("passage 5", "https://example.org/room/#/read/bbc-2001-10-21?p=5")
    );
    assert!(entry.text.starts_with("But a lot now depends"));
    assert_eq!(handout.narrowed, "Narrowed to Missile defence.");
    let markdown = markdown(&handout);
    assert!(markdown.contains("\n## Missile defence\n\n*"), "{markdown}");
    assert!(
        markdown.contains(
            "\n### BBC 2001\n\n- [passage 5](<https://example.org/room/#/read/bbc-2001-10-21?p=5>): But a lot"
        ),
        "{markdown}"
    );
    let html = html(&handout);
    assert!(
        html.contains("<a href=\"https://example.org/room/#/read/bbc-2001-10-21?p=5\">passage 5</a> But a lot"),
        "{html}"
    );
}

#[test]
fn a_cell_with_nothing_says_so_in_every_format() {
    let handout = handout(&format!("{TWO}&issue=afghanistan"));
    assert!(handout.rows[0].cells[1].is_empty());
    assert!(markdown(&handout).contains("### Jamestown Monitor 2001\n\nNot here.\n"));
    assert!(html(&handout).contains("<p class=\"empty\">Not here.</p>"));
    assert!(
        csv(&handout).contains(
            ",\"Jamestown Monitor 2001\",\"\",\"\",\"\",\"\",\"\",\"\",\"\",\"\",\"\",\"\",\"\",\"Not here.\",\"\",\"\",\"\",\"\",\"\"\r\n"
        )
    );
}

#[test]
fn a_table_of_voices_has_one_thing_in_a_cell_and_why_it_is_on_its_issues() {
    let lines = read(&csv(&handout(&format!("{TWO}&mode=voices&issue=missile-defence"))));
    let at = |name: &str| lines[0].iter().position(|field| field == name).unwrap();
    let said: Vec<_> = lines.iter().skip(1).filter(|line| !line[at("speaker")].is_empty()).collect();
    assert!(said.len() > 4, "{lines:?}");
    for line in said {
        assert!(line[at("item")].is_empty() && line[at("passage")].parse::<u32>().is_ok(), "{line:?}");
        assert!(["quoted", "paraphrased", "rejecting"].contains(&line[at("manner")].as_str()), "{line:?}");
        assert!(!line[at("speaker")].contains(", ") || line[at("role")].is_empty(), "{line:?}");
        assert!(!line[at("words")].is_empty() && line[at("link")].starts_with(HERE), "{line:?}");
        assert!(line[at("labels")].contains("Missile defence"), "{line:?}");
        assert!(line[at("why")].contains("Missile defence: "), "{line:?}");
    }
    assert!(lines.iter().any(|line| line[at("author")] == "Stephen Mulvey"));
    assert!(lines.iter().any(|line| line[at("speaker")] == "Vladimir Putin" && line[at("class")] == "leader"));
}

#[test]
fn nothing_of_a_source_becomes_markup() {
    let text = "<script>alert(1)</script> \" onload=\"x [a](b) *c* & `d`\n# e";
    let page = html(&hostile(text));
    assert!(!page.contains("<script") && !page.contains("\" onload=\""), "{page}");
    let markdown = markdown(&hostile(text));
    assert!(
        !markdown.replace("\\<", "").contains("<script") && !markdown.contains("[a](b)") && !markdown.contains("\n# e"),
        "{markdown}"
    );
}

#[test]
fn no_field_of_the_table_is_a_formula() {
    for text in ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", " =1", "＝1"] {
        let table = csv(&hostile(text));
        for line in read(&table) {
            assert!(
                line.iter().all(|field| !field.trim_start().starts_with(['=', '+', '-', '@', '＝'])),
                "{text}: {line:?}"
            );
        }
    }
}

/// The cells as a maintained reader of the format finds them, as a spreadsheet that
/// parts cells by `,` would.
fn read(table: &str) -> Vec<Vec<String>> {
    let records = ::csv::ReaderBuilder::new().has_headers(false).from_reader(table.as_bytes()).into_records();
    records.map(|record| record.unwrap().iter().map(str::to_owned).collect()).collect()
}

proptest! {
    #[test]
    fn a_table_is_read_back_as_it_was_written(text in any::<String>()) {
        let lines = read(&csv(&hostile(&text)));
        prop_assert!(lines.iter().all(|line| line.len() == 20));
        // What a table cannot hold is a blank; what is text only by an
        // apostrophe has one.
        let bare = |text: &str| text.replace(|c: char| c.is_control() || matches!(c, '\u{2028}' | '\u{2029}'), " ").replace('\'', "");
        prop_assert_eq!(bare(&lines[1][14]), bare(&text));
    }

    #[test]
    fn a_page_has_only_the_tags_that_it_was_given(text in ".+") {
        let tags = |page: &str| page.matches('<').count();
        prop_assert_eq!(tags(&html(&hostile(&text))), tags(&html(&hostile("x"))));
    }
}
