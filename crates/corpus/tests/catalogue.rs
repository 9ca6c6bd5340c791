//! What a broken catalogue is told: a place, what is wrong, and a remedy.
#![cfg(feature = "catalogue")]
#![allow(missing_docs, reason = "a test")]

mod common;

use common::catalogued;

const TEXT: &str = "Leaders agree on little\n\nThe two leaders met in Vienna on Monday, 3 March 2003, and theUnited front held.\n\n\"We will meet again,\" said Peter Smith, a spokesman.\n";

const WHOLE: &str = r#"title = "T"

[[side]]
id = "us"
name = "American"

[[outlet]]
id = "paper"
name = "The Paper"
side = "us"

[[person]]
id = "smith"
name = "Peter Smith"

[[meeting]]
id = "vienna-2003"
name = "Vienna 2003"
place = "Vienna"
start = "2003-03-03"
participants = ["smith"]

[[issue]]
id = "front"
name = "The front"
query = "front"

[[article]]
file = "one.txt"
id = "paper-2003"
outlet = { value = "paper", basis = "inferred", because = "The folder is the paper's." }
headline = { value = "Leaders agree on little", basis = "stated", evidence = ["Leaders agree on little"] }
published = { value = "2003-03-03", basis = "stated", evidence = ["on Monday, 3 March 2003"] }
meetings = [{ value = "vienna-2003", basis = "stated", evidence = ["met in Vienna"] }]
emendations = [{ line = 3, was = "theUnited", now = "the United", because = "A blank was lost." }]
lines = [{ line = 1, kind = "headline" }]
speakers = [{ line = 5, person = "smith", because = "It says so." }]
"#;

fn problems(catalogue: &str) -> Vec<String> {
    catalogued("one.txt", TEXT, catalogue).err().unwrap_or_default()
}

#[test]
fn a_whole_catalogue_is_accepted() {
    assert_eq!(problems(WHOLE), Vec::<String>::new());
}

/// Each line: what is replaced, by what, and what the person is told.
const BROKEN: &[(&str, &str, &[&str])] = &[
    ("query = \"front\"", "qeury = \"front\"", &["Unknown key `qeury`", "Did you mean `query`?", "qeury = "]),
    ("title = \"T\"", "titel = \"T\"", &["catalog.toml:1:1", "Did you mean `title`?"]),
    ("name = \"The front\"\n", "", &["Missing key `name`", "Add the key `name`"]),
    ("start = \"2003-03-03\"", "start = 2003", &["Invalid type", "in quotation marks"]),
    ("title = \"T\"", "title = \"T", &["catalog.toml:1:", "https://toml.io"]),
    ("file = \"one.txt\"", "file = \"noe.txt\"", &["There is no file `noe.txt`", "Did you mean `one.txt`?"]),
    ("value = \"paper\"", "value = \"papre\"", &["There is no outlet with the id `papre`", "Did you mean `paper`?"]),
    (
        "value = \"vienna-2003\"",
        "value = \"wien\"",
        &["There is no meeting with the id `wien`", "use one of vienna-2003"],
    ),
    ("side = \"us\"", "side = \"uk\"", &["There is no side with the id `uk`"]),
    ("participants = [\"smith\"]", "participants = [\"jones\"]", &["There is no person with the id `jones`"]),
    ("id = \"front\"", "id = \"The Front\"", &["`The Front` cannot be an id", "lower-case letters"]),
    (
        "[[issue]]",
        "[[issue]]\nid = \"front\"\nname = \"F\"\nquery = \"x\"\n\n[[issue]]",
        &["The issue id `front` stands twice", "the first is on line"],
    ),
    ("start = \"2003-03-03\"", "start = \"2003-02-30\"", &["`2003-02-30` is not a day", "YYYY-MM-DD"]),
    ("start = \"2003-03-03\"", "start = \"2003-03-03\"\nend = \"2003-03-01\"", &["The meeting ends before it begins"]),
    ("query = \"front\"", "query = \" \"", &["The query is empty"]),
    ("query = \"front\"", "query = \"front\"\nat_least = -1.0", &["must be a number above 0"]),
    (
        "evidence = [\"met in Vienna\"]",
        "evidence = [\"met in Paris\"]",
        &["These words do not stand in one.txt", "The file has “met in” and goes on “Vienna on Monday"],
    ),
    ("evidence = [\"met in Vienna\"]", "evidence = []", &["A stated fact needs the words that state it"]),
    ("because = \"The folder is the paper's.\"", "because = \"\"", &["An inferred fact needs a reason"]),
    ("basis = \"inferred\"", "basis = \"guessed\"", &["`guessed` is not a basis", "\"stated\""]),
    (
        "value = \"Leaders agree on little\"",
        "value = \"Leaders agree on much\"",
        &["said to be stated, but its words are not in the evidence"],
    ),
    ("value = \"2003-03-03\"", "value = \"2003-03-04\"", &["said to be stated, but the evidence does not give it"]),
    ("value = \"2003-03-03\"", "value = \"March 2003\"", &["`March 2003` is not a date", "2001-10-21T18:52"]),
    (
        "was = \"theUnited\"",
        "was = \"theunited\"",
        &["No block of the reading text begins on line 3 and holds these words"],
    ),
    ("was = \"theUnited\"", "was = \"o\"", &["These words stand more than once"]),
    ("because = \"A blank was lost.\"", "because = \"\"", &["An emendation needs a reason"]),
    ("kind = \"headline\"", "kind = \"heading\"", &["`heading` is not a kind of line", "alternative-text"]),
    ("line = 1, kind", "line = 99, kind", &["one.txt has no line 99; it has 5"]),
    ("line = 5, person", "line = 3, person", &["No quotation that is attributed to anybody stands on line 3"]),
    ("name = \"Peter Smith\"", "name = \"Peter Smith\"\npronoun = \"it\"", &["`it` is not a pronoun"]),
    (
        "name = \"The Paper\"",
        "name = \"The Paper\"\nkind = \"sheet\"",
        &["`sheet` is not a kind of outlet", "magazine"],
    ),
    (
        "name = \"Peter Smith\"",
        "name = \"Peter Smith\"\nroles = [{ title = \"X\", from = \"2003-01-02\", until = \"2003-01-01\" }]",
        &["The role ends before it begins"],
    ),
];

#[test]
fn every_mistake_is_shown_at_its_place_with_a_remedy() {
    for (was, now, expected) in BROKEN {
        assert!(WHOLE.contains(was), "{was}");
        let catalogue = WHOLE.replacen(was, now, 1);
        let shown = problems(&catalogue).join("\n\n");
        for words in *expected {
            assert!(shown.contains(words), "{now}: expected {words:?} in\n{shown}");
        }
        assert!(
            shown.starts_with("catalog.toml:") && shown.contains("help: ") && shown.contains('^'),
            "{now}:\n{shown}"
        );
    }
}

#[test]
fn every_mistake_is_reported_and_not_only_the_first() {
    let catalogue = WHOLE
        .replace("value = \"paper\"", "value = \"x\"")
        .replace("met in Vienna", "met in Rome")
        .replace("side = \"us\"", "side = \"x\"");
    assert_eq!(problems(&catalogue).len(), 3);
}

#[test]
fn a_mistake_looks_like_this() {
    let shown = problems(&WHOLE.replace("evidence = [\"met in Vienna\"]", "evidence = [\"met in Paris\"]")).join("\n");
    insta::assert_snapshot!(shown, @r#"
    catalog.toml:34:68: error: These words do not stand in one.txt.
     34 | meetings = [{ value = "vienna-2003", basis = "stated", evidence = ["met in Paris"] }]
        |                                                                    ^^^^^^^^^^^^^^
      help: The file has “met in” and goes on “Vienna on Monday, 3 March 2003, and the”; copy its words as they are.
    "#);
}

#[test]
fn repairs_on_one_line_are_made_unless_they_overlap() {
    let with = |was: &str| {
        let more = format!(
            "emendations = [{{ line = 3, was = \"{was}\", now = \"a truce\", because = \"So.\" }}, {{ line = 3, was = \"theUnited\""
        );
        WHOLE.replace("emendations = [{ line = 3, was = \"theUnited\"", &more)
    };
    for (was, repaired) in [("front", "and the United a truce held."), ("The two leaders", "a truce met in Vienna on")]
    {
        let built = catalogued("one.txt", TEXT, &with(was)).unwrap();
        let text = &built.corpus.articles[0].passage(1).unwrap().text;
        assert!(text.contains(repaired) && text.contains("the United"), "{text}");
    }
    for was in ["and theUnited", "United front", "eUni"] {
        let problems = problems(&with(was));
        assert!(problems.len() == 1 && problems[0].contains("overlaps another one"), "{was}: {problems:?}");
    }
}

#[test]
fn words_that_the_catalogue_leaves_as_received_are_neither_repaired_nor_proposed_for_repair() {
    let text = TEXT.replace("front held", "front heldâ€™s");
    let built = |now: [&str; 2]| {
        let kept = format!(
            "emendations = [{{ line = 3, was = \"theUnited\", now = \"{}\", because = \"So.\" }}, {{ line = 3, was = \"heldâ€™s\", now = \"{}\", because = \"So.\" }}]",
            now[0], now[1]
        );
        let catalogue = WHOLE.replace(
            "emendations = [{ line = 3, was = \"theUnited\", now = \"the United\", because = \"A blank was lost.\" }]",
            &kept,
        );
        catalogued("one.txt", &text, &catalogue).unwrap()
    };
    let left = built(["theUnited", "heldâ€™s"]);
    let passage = left.corpus.articles[0].passage(1).unwrap();
    assert!(passage.text.contains("theUnited front heldâ€™s") && passage.emendations.is_empty(), "{passage:?}");
    assert!(!left.warnings.iter().any(|warning| warning.message.contains("theUnited")), "{:?}", left.warnings);
}

/// What the article's people say: who, in which manner, which words.
fn said(speakers: &str) -> Result<Vec<String>, Vec<String>> {
    const TEXT: &str = "Council meets\n\n3 March 2003\n\n\
        Ann Smith said that the bridge would open in May. “It is safe,” she added.\n\n\
        The mayor had no time. “Nobody asked us,” and “we would have said no” stood on a banner.\n";
    let catalogue = format!(
        "title = \"T\"\n[[side]]\nid = \"us\"\nname = \"U\"\nabbreviation = \"U\"\n[[person]]\nid = \"smith\"\nname = \"Ann Smith\"\n\
         [[person]]\nid = \"ray\"\nname = \"Bo Ray\"\nside = \"us\"\nroles = [{{ title = \"mayor\" }}]\n\
         [[article]]\nfile = \"one.txt\"\nid = \"one\"\nspeakers = [{speakers}]\n"
    );
    let built = catalogued("one.txt", TEXT, &catalogue)?;
    let voices = built.corpus.articles[0].voices.iter();
    Ok(voices.map(|voice| format!("{} {}: {}", voice.speaker, voice.kind.name(), voice.text)).collect())
}

#[test]
fn whoever_is_declared_to_say_words_says_those_and_no_others() {
    let found = ["Ann Smith paraphrase: the bridge would open in May", "Ann Smith direct: It is safe"];
    assert_eq!(said("").unwrap(), found);
    // A line: its quotations.
    assert_eq!(
        said(r#"{ line = 5, person = "ray", because = "x" }"#).unwrap(),
        [found[0], "Bo Ray direct: It is safe"]
    );
    // Words that the rules found, whoever they gave them to.
    assert_eq!(
        said(r#"{ line = 5, person = "ray", words = "the bridge would open in May", because = "x" }"#).unwrap(),
        ["Bo Ray paraphrase: the bridge would open in May", found[1]]
    );
    // Words that they did not find: in quotation marks, and without.
    assert_eq!(
        said(r#"{ line = 7, person = "ray", words = "we would have said no", because = "x" }, { line = 7, person = "smith", words = "Nobody asked us", because = "x" }"#).unwrap(),
        [found[0], found[1], "Ann Smith direct: Nobody asked us", "Bo Ray direct: we would have said no"]
    );
    assert_eq!(
        said(r#"{ line = 7, person = "ray", words = "had no\n time", because = "x" }"#).unwrap(),
        [found[0], found[1], "Bo Ray paraphrase: had no time"]
    );
    // Of a statement a part: the rest of it is nobody's.
    assert_eq!(
        said(r#"{ line = 5, person = "ray", words = "open in May", because = "x" }"#).unwrap(),
        ["Bo Ray paraphrase: open in May", found[1]]
    );
}

#[test]
fn what_nobody_is_declared_to_say_is_no_statement() {
    let second = ["Ann Smith direct: It is safe"];
    assert_eq!(
        said(r#"{ line = 5, person = "", words = "the bridge would open in May", because = "x" }"#).unwrap(),
        second
    );
    assert_eq!(said(r#"{ line = 5, person = "", because = "x" }"#).unwrap(), Vec::<String>::new());
}

#[test]
fn a_declared_speaker_that_changes_nothing_is_told() {
    for (speakers, told) in [
        (r#"{ line = 5, person = "ray", words = "no such words", because = "x" }"#, "These words do not stand"),
        (r#"{ line = 5, person = "ray", words = " ", because = "x" }"#, "These words do not stand"),
        (r#"{ line = 2, person = "ray", words = "It is safe", because = "x" }"#, "These words do not stand"),
        (r#"{ line = 7, person = "ray", because = "x" }"#, "No quotation that is attributed"),
        (r#"{ line = 7, person = "", because = "x" }"#, "Nothing that is attributed"),
        (r#"{ line = 7, person = "", words = "had no time", because = "x" }"#, "Nothing that is attributed"),
        (r#"{ line = 5, person = "roy", words = "It is safe", because = "x" }"#, "There is no person"),
    ] {
        let problems = said(speakers).expect_err(speakers);
        assert!(problems.len() == 1 && problems[0].contains(told), "{speakers}: {problems:?}");
    }
}
