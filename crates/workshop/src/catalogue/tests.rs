use super::*;
use proptest::prelude::*;

const SEEDS: &str = include_str!("../../../../seeds/catalog.toml");

fn edit(json: &str) -> Edit {
    serde_json::from_str(json).unwrap()
}

/// The lines that an edit takes out and puts in.
fn check(before: &str, edits: &[&str], out: &[&str], within: &[&str]) {
    let mut catalogue = Catalogue::parse(before).unwrap();
    edits.iter().for_each(|json| catalogue.apply(&edit(json)).unwrap());
    let after = catalogue.to_text();
    let (old, new): (Vec<&str>, Vec<&str>) = (before.lines().collect(), after.lines().collect());
    let same = old.iter().zip(&new).take_while(|(a, b)| a == b).count();
    let tail = old[same..].iter().rev().zip(new[same..].iter().rev()).take_while(|(a, b)| a == b).count();
    assert_eq!(old[same..old.len() - tail], *out, "{after}");
    assert_eq!(new[same..new.len() - tail], *within, "{after}");
    Catalogue::parse(&after).unwrap();
}

#[test]
fn a_catalogue_that_is_not_edited_is_written_as_it_was_read() {
    for text in [
        SEEDS,
        "",
        "\n# only a comment",
        "a = 1",
        "\u{feff}title = 'x' # why\r\n\r\n[[side]]\r\nid='a'\r\n",
        "x = [ 1,\n # c\n 2 ]\n",
    ] {
        assert_eq!(Catalogue::parse(text).unwrap().to_text(), text);
    }
}

#[test]
fn a_fact_takes_the_place_of_the_one_before_and_nothing_else_moves() {
    check(
        SEEDS,
        &[
            r#"{"edit":"fact","file":"000_185cc899e588de87.txt","key":"published","value":"2003-09-24","basis":"stated","evidence":["2003-09-24","a \"b\""]}"#,
        ],
        &[r#"published = { value = "2003-09-24", basis = "stated", evidence = ["2003-09-24"] }"#],
        &[r#"published = { value = "2003-09-24", basis = "stated", evidence = ["2003-09-24", 'a "b"'] }"#],
    );
}

#[test]
fn an_article_without_an_entry_gets_one_at_the_end() {
    check(
        "title = \"x\"\n\n[[article]]\nfile = \"a.txt\"\n# behind\n",
        &[
            r#"{"edit":"line","file":"b.txt","line":3,"kind":"removed","because":"A menu."}"#,
            r#"{"edit":"line","file":"b.txt","line":4,"kind":"caption"}"#,
        ],
        &[],
        &[
            "",
            "[[article]]",
            "file = \"b.txt\"",
            "lines = [",
            "  { line = 3, kind = \"removed\", because = \"A menu.\" },",
            "  { line = 4, kind = \"caption\" },",
            "]",
        ],
    );
}

#[test]
fn entries_of_lists_are_added_changed_and_taken_out_in_place() {
    let before = "[[article]]\nfile = \"a.txt\"\nspeakers = [\n  # the first\n  { line = 3, person = \"x\", because = \"y\" }, # end\n]\nnotes = [\"n\"]\n";
    check(
        before,
        &[r#"{"edit":"speaker","file":"a.txt","line":9,"person":"z","because":"w"}"#],
        &[],
        &["  { line = 9, person = \"z\", because = \"w\" },"],
    );
    check(
        before,
        &[r#"{"edit":"speaker","file":"a.txt","line":3,"person":"z","because":"w"}"#],
        &["  { line = 3, person = \"x\", because = \"y\" }, # end"],
        &["  { line = 3, person = \"z\", because = \"w\" }, # end"],
    );
    // Of several statements on a line each has its own.
    check(
        before,
        &[
            r#"{"edit":"speaker","file":"a.txt","line":3,"person":"","words":"It is","because":"w"}"#,
            r#"{"edit":"speaker","file":"a.txt","line":3,"person":"z","words":"It was","because":"w"}"#,
            r#"{"edit":"clear_speaker","file":"a.txt","line":3,"words":"It is"}"#,
        ],
        &[],
        &["  { line = 3, person = \"z\", words = \"It was\", because = \"w\" },"],
    );
    // A comment on a line goes with that line and with no other.
    let three = "[[article]]\nfile = \"a.txt\"\nlines = [\n  { line = 3, kind = \"caption\" }, # three\n  # above\n  { line = 4, kind = \"caption\" }, # four\n  { line = 5, kind = \"caption\" }, # five\n]\n";
    check(
        three,
        &[r#"{"edit":"clear_line","file":"a.txt","line":4}"#],
        &["  # above", "  { line = 4, kind = \"caption\" }, # four"],
        &[],
    );
    check(
        three,
        &[r#"{"edit":"clear_line","file":"a.txt","line":5}"#],
        &["  { line = 5, kind = \"caption\" }, # five"],
        &[],
    );
    check(
        three,
        &[r#"{"edit":"clear_line","file":"a.txt","line":3}"#],
        &["  { line = 3, kind = \"caption\" }, # three"],
        &[],
    );
    let beside =
        "[[article]]\nfile = \"a.txt\"\nlines = [{ line = 3, kind = \"caption\" }, { line = 4, kind = \"caption\" }]\n";
    check(
        beside,
        &[r#"{"edit":"clear_line","file":"a.txt","line":3}"#],
        &["lines = [{ line = 3, kind = \"caption\" }, { line = 4, kind = \"caption\" }]"],
        &["lines = [{ line = 4, kind = \"caption\" }]"],
    );
    check(
        "[[article]]\nfile = \"a.txt\"\nlines = [{ line = 3, kind = \"caption\" }]\nid = \"a\"\n",
        &[r#"{"edit":"clear_line","file":"a.txt","line":3}"#],
        &["lines = [{ line = 3, kind = \"caption\" }]"],
        &[],
    );
    check(
        "[[article]]\nfile = 'a.txt'\n[[article.lines]]\nline = 3\nkind = 'caption'\n",
        &[
            r#"{"edit":"line","file":"a.txt","line":3,"kind":"paragraph"}"#,
            r#"{"edit":"line","file":"a.txt","line":5,"kind":"subhead"}"#,
        ],
        &["kind = 'caption'"],
        &["kind = \"paragraph\"", "", "[[article.lines]]", "line = 5", "kind = \"subhead\""],
    );
}

#[test]
fn emendations_are_told_apart_by_line_and_words() {
    let one = r#"{"edit":"emend","file":"002_326779bab0480356.txt","line":10,"was":"theUnited","now":"theUnited","because":"As printed."}"#;
    check(
        SEEDS,
        &[one],
        &[
            r#"  { line = 10, was = "theUnited", now = "the United", because = "A blank was lost where a link began." },"#,
        ],
        &[r#"  { line = 10, was = "theUnited", now = "theUnited", because = "As printed." },"#],
    );
    check(
        SEEDS,
        &[r#"{"edit":"clear_emend","file":"002_326779bab0480356.txt","line":30,"was":"agreeson"}"#],
        &[r#"  { line = 30, was = "agreeson", now = "agrees on", because = "A blank was lost between two words." },"#],
        &[],
    );
}

#[test]
fn a_new_table_stands_behind_the_last_of_its_kind() {
    check(
        SEEDS,
        &[
            r#"{"edit":"put","table":"issue","id":"space","values":{"query":"space OR\norbit","name":"Space","at_least":2.0}}"#,
        ],
        &[],
        &[
            "[[issue]]",
            "id = \"space\"",
            "name = \"Space\"",
            "query = \"\"\"",
            "space OR",
            "orbit\"\"\"",
            "at_least = 2.0",
            "",
        ],
    );
    check(
        "title = 'x'\n",
        &[
            r#"{"edit":"put","table":"person","id":"a","values":{"name":"A B","side":null,"roles":[{"until":"2001-02-03","title":"Mayor","called":["the mayor"]}]}}"#,
        ],
        &[],
        &[
            "",
            "[[person]]",
            "id = \"a\"",
            "name = \"A B\"",
            "roles = [",
            "  { title = \"Mayor\", until = \"2001-02-03\", called = [\"the mayor\"] },",
            "]",
        ],
    );
}

#[test]
fn a_new_id_is_followed_by_whatever_refers_to_it() {
    let mut catalogue = Catalogue::parse(SEEDS).unwrap();
    catalogue.apply(&edit(r#"{"edit":"put","table":"person","id":"bush","values":{"new_id":"gwb"}}"#)).unwrap();
    catalogue.apply(&edit(r#"{"edit":"merge","table":"person","id":"lippmann","into":"markov"}"#)).unwrap();
    catalogue
        .apply(&edit(r#"{"edit":"merge","table":"meeting","id":"ljubljana-2001","into":"shanghai-2001"}"#))
        .unwrap();
    catalogue.apply(&edit(r#"{"edit":"merge","table":"outlet","id":"voa","into":"bbc"}"#)).unwrap();
    let text = catalogue.to_text();
    assert!(text.contains("participants = [\"gwb\", \"putin\"]") && !text.contains("\"bush\""));
    assert!(
        text.contains("person = \"markov\"") && text.contains("spellings = [\"Masha Lippmann\", \"Masha Lipman\"]")
    );
    assert!(!text.contains("ljubljana-2001") && !text.contains("\"voa\""));
    // The heading above the first outlet stays above the one that follows.
    assert!(text.contains("outlets\n") || text.contains("- outlets\n\n[[outlet]]\nid = \"bbc\""), "{text}");
}

#[test]
fn a_person_who_is_renamed_keeps_the_name_that_the_texts_give() {
    let people = "[[person]]\nid = \"pell\"\nname = \"Martin Pell\"\nspellings = [\"M. Pell\"] # once\n";
    let renamed =
        r#"{"edit":"put","table":"person","id":"pell","values":{"name":"Cllr Martin Pell","spellings":["M. Pell"]}}"#;
    let (first, last) = (r#"name = "Martin Pell""#, r#"spellings = ["M. Pell"] # once"#);
    check(
        people,
        &[renamed],
        &[first, last],
        &[r#"name = "Cllr Martin Pell""#, r#"spellings = ["M. Pell", "Martin Pell"] # once"#],
    );
    // The form hands over what it has; without spellings there is one all the same.
    let bare = r#"{"edit":"put","table":"person","id":"pell","values":{"name":"Pell","spellings":null}}"#;
    let after = |edits: &[&str]| {
        let mut catalogue = Catalogue::parse(people).unwrap();
        edits.iter().for_each(|json| catalogue.apply(&edit(json)).unwrap());
        catalogue.to_text()
    };
    assert!(after(&[bare]).contains("spellings = [\"Martin Pell\"]"));
    // And back again: the name itself is no spelling.
    let back = r#"{"edit":"put","table":"person","id":"pell","values":{"name":"Martin Pell"}}"#;
    assert!(after(&[renamed, back]).contains("spellings = [\"M. Pell\", \"Cllr Martin Pell\"]"));
}

#[test]
fn what_is_not_there_is_said_and_changes_nothing() {
    for (json, expected) in [
        (r#"{"edit":"drop","table":"issue","id":"none"}"#, "no issue “none”"),
        (r#"{"edit":"merge","table":"side","id":"us","into":"none"}"#, "no side “none”"),
        (r#"{"edit":"put","table":"side","id":"us","values":{"colour":"red"}}"#, "takes id, name, abbreviation, words"),
        (r#"{"edit":"put","table":"side","id":"us","values":{"new_id":"russia"}}"#, "already"),
        (r#"{"edit":"fact","file":"a","key":"colour","value":"red"}"#, "“colour” is no key"),
    ] {
        let mut catalogue = Catalogue::parse(SEEDS).unwrap();
        let error = catalogue.apply(&edit(json)).unwrap_err().to_string();
        assert!(error.contains(expected), "{error}");
        assert_eq!(catalogue.to_text(), SEEDS);
    }
    assert!(Catalogue::parse("title = ").unwrap_err().to_string().starts_with("The catalogue cannot be read"));
}

#[test]
fn issues_change_places_and_the_heading_above_them_does_not() {
    let mut catalogue = Catalogue::parse(SEEDS).unwrap();
    catalogue.apply(&edit(r#"{"edit":"move","table":"issue","id":"leaders","before":"relations"}"#)).unwrap();
    let text = catalogue.to_text();
    let place = |id: &str| text.find(&format!("id = \"{id}\"")).unwrap();
    assert!(place("leaders") < place("relations") && place("relations") < place("outcome"));
    assert!(text.find("# An issue is a query").unwrap() < place("leaders"));
    assert_eq!(text.len(), SEEDS.len());
    catalogue.apply(&edit(r#"{"edit":"move","table":"issue","id":"leaders","before":"missile-defence"}"#)).unwrap();
    assert_eq!(catalogue.to_text(), SEEDS);
}

#[test]
fn an_event_is_named_by_its_name_which_can_change() {
    let before =
        "title = \"x\"\n\n[[event]]\nname = \"the war began\" # why\nstart = \"2003-03-20\"\nsource = \"A letter.\"\n";
    check(
        before,
        &[
            r#"{"edit":"put","table":"event","id":"the war began","values":{"new_id":"the war in Iraq began","end":"2003-03-21"}}"#,
        ],
        &["name = \"the war began\" # why", "start = \"2003-03-20\"", "source = \"A letter.\""],
        &[
            "name = \"the war in Iraq began\" # why",
            "start = \"2003-03-20\"",
            "source = \"A letter.\"",
            "end = \"2003-03-21\"",
        ],
    );
    check(
        before,
        &[
            r#"{"edit":"put","table":"event","id":"a treaty","values":{"name":"a treaty","source":"S.","start":"2002-05-24"}}"#,
        ],
        &[],
        &["", "[[event]]", "name = \"a treaty\"", "start = \"2002-05-24\"", "source = \"S.\""],
    );
    check(
        before,
        &[r#"{"edit":"drop","table":"event","id":"the war began"}"#],
        &["", "[[event]]", "name = \"the war began\" # why", "start = \"2003-03-20\"", "source = \"A letter.\""],
        &[],
    );
    let mut catalogue = Catalogue::parse(before).unwrap();
    let missing = catalogue.apply(&edit(r#"{"edit":"drop","table":"event","id":"a peace"}"#)).unwrap_err();
    assert_eq!(missing.to_string(), "The catalogue has no event “a peace”.");
}

#[test]
fn a_catalogue_that_was_begun_here_gets_the_headings_of_its_sections_each_once() {
    let put = |table: &str, id: &str| {
        edit(&format!(r#"{{"edit":"put","table":"{table}","id":"{id}","values":{{"name":"N"}}}}"#))
    };
    let mut begun = Catalogue::parse(&crate::init::begun()).unwrap();
    for (table, id) in [("outlet", "a"), ("outlet", "b"), ("side", "c"), ("person", "d"), ("issue", "e")] {
        begun.apply(&put(table, id)).unwrap();
    }
    let fact = r#"{"edit":"fact","file":"a.txt","key":"url","value":"https://a.example"}"#;
    begun.apply(&edit(fact)).unwrap();
    let text = begun.to_text();
    let headings: Vec<&str> = text
        .lines()
        .filter(|line| line.starts_with("# ---"))
        .map(|line| line.trim_start_matches(['#', ' ', '-']))
        .collect();
    assert_eq!(headings, ["outlets", "sides", "people", "issues", "articles"], "{text}");
    assert!(text.contains("outlets\n\n[[outlet]]\n"), "{text}");
    // What goes and comes again has its heading still, or again.
    begun.apply(&edit(r#"{"edit":"drop","table":"person","id":"d"}"#)).unwrap();
    begun.apply(&put("person", "f")).unwrap();
    assert_eq!(begun.to_text().matches("- people\n").count(), 1, "{}", begun.to_text());
    // Somebody's own catalogue is theirs.
    let mut own = Catalogue::parse("title = \"T\"\n").unwrap();
    own.apply(&put("outlet", "a")).unwrap();
    assert!(!own.to_text().contains('#'));
}

proptest! {
    #[test]
    fn any_words_are_written_so_that_they_are_read_back(value in "\\PC{0,40}", because in "(\\PC|[\\n\\t\"'\\\\]){0,40}", line in 1_u32..99) {
        let mut catalogue = Catalogue::parse(SEEDS).unwrap();
        let file = value.clone();
        catalogue.apply(&Edit::Speaker { file: file.clone(), line, person: value.clone(), words: because.clone(), because: because.clone() }).unwrap();
        catalogue.apply(&Edit::Collection { title: Some(because.clone()), description: None, equivalents: None }).unwrap();
        let mut again = Catalogue::parse(&catalogue.to_text()).unwrap();
        prop_assert_eq!(text(again.document.as_table(), "title"), Some(because.as_str()));
        let entry = article(&mut again.document, &file).unwrap();
        let speakers = entry.get("speakers").unwrap().as_array().unwrap();
        let one = speakers.get(0).unwrap().as_inline_table().unwrap();
        prop_assert_eq!(text(one, "because"), Some(because.as_str()));
        // Taken out again, the rest is as it was.
        catalogue.apply(&Edit::Forget { file }).unwrap();
        catalogue.apply(&Edit::Collection { title: Some("Presidents and ministers: coverage of US–Russian summits, 2001–2013".into()), description: None, equivalents: None }).unwrap();
        prop_assert!(catalogue.to_text() == SEEDS, "{}", difference(&catalogue.to_text()));
    }
}

/// Where a text first differs from the catalogue of the seeds.
fn difference(text: &str) -> String {
    let at = text.bytes().zip(SEEDS.bytes()).take_while(|(a, b)| a == b).count();
    let around = |text: &str| {
        String::from_utf8_lossy(&text.as_bytes()[at.min(text.len())..(at + 60).min(text.len())]).into_owned()
    };
    format!("at {at}: {:?} / {:?}", around(text), around(SEEDS))
}
