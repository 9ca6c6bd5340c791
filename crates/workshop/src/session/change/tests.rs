use super::*;
use crate::session::tests::{DAMAGED, HERRING, article, ask, edit, told, with, with_seeds};
use crate::tests::seeds;

#[test]
fn a_catalogue_that_begins_with_a_correction_says_what_it_is_wherever_the_next_ones_stand() {
    let mut session = with(HERRING);
    let put = json!({"edit": "put", "table": "person", "id": "berg", "values": {"name": "Jon Berg"}});
    edit(&mut session, &put);
    let title = json!({"edit": "collection", "title": "Herring"});
    let text = edit(&mut session, &title)["catalogue"].clone();
    let text = text.as_str().unwrap();
    assert!(text.starts_with("# The catalogue: what is said about the articles beside their own words.\n"), "{text}");
    assert!(text.contains("stops the build.\n\ntitle = \"Herring\"\ndescription = \"\"\n\n# ---"), "{text}");
    assert!(text.contains("roles.\n\n[[person]]\n"), "{text}");
    told(&mut session, r#"{"op":"undo"}"#);
    told(&mut session, r#"{"op":"undo"}"#);
    assert!(session.folder().get(CATALOGUE).is_none());
    // What somebody wrote without comments stays as it is.
    ask(&mut session, r#"{"op":"catalogue","text":"title = \"x\"\n"}"#, None);
    let text = edit(&mut session, &title)["catalogue"].clone();
    assert_eq!(text, "title = \"Herring\"\n");
}

#[test]
fn every_correction_is_a_line_of_the_catalogue_and_can_be_undone() {
    let mut session = with(HERRING);
    let edits = [
        json!({"edit": "put", "table": "person", "id": "berg", "values": {"name": "Jon Berg"}}),
        json!({"edit": "fact", "file": "a.txt", "key": "headline", "value": "A quota", "basis": "inferred", "because": "It is shorter."}),
        json!({"edit": "emend", "file": "a.txt", "line": 11, "was": "withthe", "now": "with the", "because": "A blank was lost."}),
        json!({"edit": "speaker", "file": "a.txt", "line": 9, "person": "berg", "because": "It says so."}),
        json!({"edit": "line", "file": "a.txt", "line": 7, "kind": "removed", "because": "A summary."}),
    ];
    let mut texts = vec![told(&mut session, r#"{"op":"state"}"#)["catalogue"].as_str().unwrap().to_owned()];
    for one in &edits {
        let answer = edit(&mut session, one);
        assert_eq!(answer["problems"], json!([]), "{answer}");
        texts.push(answer["catalogue"].as_str().unwrap().to_owned());
    }
    let article = article(&mut session);
    assert_eq!(article["facts"]["headline"]["value"], "A quota");
    assert_eq!(article["passages"].as_array().unwrap().len(), 2);
    assert!(article["parts"].as_array().unwrap().iter().any(|part| part["reason"] == "A summary."));
    assert!(article["repairs"].as_array().unwrap().iter().any(|one| one["taken"] == true && one["was"] == "withthe"));
    assert_eq!(article["voices"][0]["person"], "berg");
    for text in texts.iter().rev().skip(1) {
        assert_eq!(told(&mut session, r#"{"op":"undo"}"#)["catalogue"].as_str().unwrap(), text);
    }
    for text in texts.iter().skip(1) {
        assert_eq!(told(&mut session, r#"{"op":"redo"}"#)["catalogue"].as_str().unwrap(), text);
    }
    let (answer, _) = ask(&mut session, r#"{"op":"redo"}"#, None);
    assert_eq!(answer["sentence"], "There is nothing to redo.");
}

#[test]
fn what_the_checks_refuse_is_kept_with_its_problems_and_what_cannot_be_made_changes_nothing() {
    let mut session = with_seeds();
    let wrong = json!({"edit": "fact", "file": "001_0f336887a546fbe6.txt", "key": "byline", "value": "X", "basis": "stated", "evidence": ["not there at all"]});
    let answer = edit(&mut session, &wrong);
    assert!(answer["problems"][0]["message"].as_str().unwrap().contains("do not stand in"), "{answer}");
    assert!(answer["problems"][0]["line"].as_u64().unwrap() > 1);
    let (packed, bytes) = ask(&mut session, r#"{"op":"pack"}"#, None);
    assert_eq!((&packed["ok"], bytes), (&json!(false), None));
    let before = told(&mut session, r#"{"op":"state"}"#)["catalogue"].clone();
    let (answer, _) = ask(&mut session, r#"{"op":"edit","edit":{"edit":"drop","table":"person","id":"nobody"}}"#, None);
    assert_eq!(answer["ok"], false);
    assert_eq!(told(&mut session, r#"{"op":"state"}"#)["catalogue"], before);
    told(&mut session, r#"{"op":"undo"}"#);
    assert_eq!(told(&mut session, r#"{"op":"check"}"#)["problems"], json!([]));
}

#[test]
fn somebody_can_be_heard_where_the_rules_hear_nobody_and_nobody_where_they_hear_somebody() {
    let text = "Council meets\n\n3 March 2003\n\nAnn Smith said that the bridge would open in May.\n\nA banner had “No bridge” on it, and nobody looked.\n";
    let mut session = with(text);
    let voices = |session: &mut Session| -> Vec<String> {
        article(session)["voices"]
            .as_array()
            .unwrap()
            .iter()
            .map(|one| format!("{}: {}", one["speaker"].as_str().unwrap(), one["text"].as_str().unwrap()))
            .collect()
    };
    assert_eq!(voices(&mut session), ["Ann Smith: the bridge would open in May"]);
    for one in [
        json!({"edit": "put", "table": "person", "id": "ray", "values": {"name": "Bo Ray"}}),
        json!({"edit": "speaker", "file": "a.txt", "line": 7, "person": "ray", "words": "No bridge", "because": "x"}),
        json!({"edit": "speaker", "file": "a.txt", "line": 5, "person": "", "words": "the bridge would open in May", "because": "x"}),
    ] {
        let answer = edit(&mut session, &one);
        assert_eq!(answer["problems"], json!([]), "{answer}");
    }
    assert_eq!(voices(&mut session), ["Bo Ray: No bridge"]);
    let article = article(&mut session);
    assert_eq!(article["said"]["speakers"][1]["person"], "");
    let clear = json!({"edit": "clear_speaker", "file": "a.txt", "line": 5, "words": "the bridge would open in May"});
    edit(&mut session, &clear);
    assert_eq!(voices(&mut session), ["Ann Smith: the bridge would open in May", "Bo Ray: No bridge"]);
}

#[test]
fn a_batch_is_one_step() {
    let mut session = Session::new();
    for name in ["a", "b", "c"] {
        let text = HERRING.replace("herring", name);
        let request = json!({"op": "receive", "name": format!("{name}.txt"), "batch": 7}).to_string();
        ask(&mut session, &request, Some(text.as_bytes()));
    }
    assert_eq!(session.folder().len(), 3);
    assert_eq!(told(&mut session, r#"{"op":"state"}"#)["undo"], "3 files brought in");
    told(&mut session, r#"{"op":"undo"}"#);
    assert!(session.folder().is_empty());
    told(&mut session, r#"{"op":"redo"}"#);
    assert_eq!(session.folder().len(), 3);
}

#[test]
fn a_step_is_called_as_the_page_calls_what_it_changes() {
    let mut session = with(HERRING);
    let row =
        |table: &str, id: &str, name: &str| json!({"edit": "put", "table": table, "id": id, "values": {"name": name}});
    let date = json!({"edit": "fact", "file": "a.txt", "key": "published", "value": "2014-03-05", "basis": "inferred", "because": "So."});
    for (edits, expected) in [
        (json!([date]), "date of a.txt"),
        (
            json!([{"edit": "fact", "file": "a.txt", "key": "byline", "value": "A. Lind", "basis": "inferred", "because": "So."}]),
            "author of a.txt",
        ),
        (json!([{"edit": "clear", "file": "a.txt", "key": "published"}]), "date of a.txt"),
        (json!([row("outlet", "unnamed", "日本新聞")]), "outlet “日本新聞”"),
        (
            json!([row("person", "smith", "Ida Smith"), row("person", "berg", "Jon Berg")]),
            "person “Ida Smith” and 1 more",
        ),
        (
            json!([{"edit": "put", "table": "person", "id": "smith", "values": {"pronoun": "she"}}]),
            "person “Ida Smith”",
        ),
        (
            json!([{"edit": "merge", "table": "person", "id": "berg", "into": "smith"}]),
            "person “Jon Berg” joined with person “Ida Smith”",
        ),
        (json!([{"edit": "drop", "table": "outlet", "id": "unnamed"}]), "outlet “日本新聞” taken out"),
        (json!([{"edit": "collection", "title": "Herring"}]), "name of the collection"),
    ] {
        told(&mut session, &json!({"op": "edit", "edits": edits}).to_string());
        assert_eq!(told(&mut session, r#"{"op":"state"}"#)["undo"], expected);
    }
}

#[test]
fn what_is_typed_with_pauses_is_undone_in_one_step() {
    let mut session = with(HERRING);
    for (batch, title) in [(3, "Her"), (3, "Herring in"), (3, "Herring in the north"), (4, "Cod")] {
        let rename = json!({"op": "edit", "batch": batch, "edit": {"edit": "collection", "title": title}});
        told(&mut session, &rename.to_string());
    }
    told(&mut session, r#"{"op":"undo"}"#);
    assert_eq!(told(&mut session, r#"{"op":"state"}"#)["title"], "Herring in the north");
    told(&mut session, r#"{"op":"undo"}"#);
    assert_eq!(told(&mut session, r#"{"op":"state"}"#)["title"], "");
    assert_eq!(session.folder().len(), 1);
}

#[test]
fn an_article_that_is_taken_out_or_renamed_takes_what_is_said_of_it_along() {
    let mut session = with_seeds();
    told(&mut session, r#"{"op":"rename","file":"000_185cc899e588de87.txt","name":"voa.txt"}"#);
    assert!(session.catalogue_text().contains("file = \"voa.txt\""));
    told(&mut session, r#"{"op":"remove","file":"voa.txt"}"#);
    assert!(!session.catalogue_text().contains("voa-2003-09-24"));
    assert_eq!(told(&mut session, r#"{"op":"check"}"#)["problems"], json!([]));
    told(&mut session, r#"{"op":"undo"}"#);
    told(&mut session, r#"{"op":"undo"}"#);
    assert_eq!(session.folder(), &seeds());
}

#[test]
fn a_line_that_was_left_out_can_be_taken_back() {
    let text = [HERRING.trim_end(), "\n\nSubscribe to our newsletter\n"].concat();
    let last = text.trim_end().split('\n').count();
    let mut session = with(&text);
    let fate = |session: &mut Session| {
        let parts = article(session)["parts"].as_array().unwrap().clone();
        parts.into_iter().find(|part| part["text"].as_str().unwrap().starts_with("Subscribe")).unwrap()["fate"].clone()
    };
    assert_eq!(fate(&mut session), "removed");
    let line = json!({"edit": "line", "file": "a.txt", "line": last, "kind": "paragraph", "because": ""});
    let answer = edit(&mut session, &line);
    assert_eq!(fate(&mut session), "kept", "{answer}");
    told(&mut session, r#"{"op":"undo"}"#);
    assert_eq!(fate(&mut session), "removed");
}

#[test]
fn a_refused_repair_is_a_line_of_the_catalogue_and_can_be_taken_back() {
    let mut session = with(DAMAGED);
    let repairs = |session: &mut Session| article(session)["repairs"].as_array().unwrap().clone();
    let found = repairs(&mut session);
    let one =
        found.iter().find(|one| one["was"].as_str().unwrap().contains("theUnited")).expect("it is noticed").clone();
    let (line, was) = (one["line"].clone(), one["was"].clone());
    let refuse =
        json!({"edit": "emend", "file": "a.txt", "line": line, "was": was, "now": was, "because": "It is right."});
    let answer = edit(&mut session, &refuse);
    assert!(answer["catalogue"].as_str().unwrap().contains("It is right."), "{answer}");
    assert_eq!(answer["problems"], json!([]));
    let after: Vec<_> = repairs(&mut session).into_iter().filter(|one| one["was"] == was).collect();
    assert_eq!((after.len(), &after[0]["refused"], &after[0]["taken"]), (1, &json!(true), &json!(false)));
    told(&mut session, r#"{"op":"undo"}"#);
    assert_eq!(repairs(&mut session), found);
}

#[test]
fn roles_of_a_person_are_written_as_tables_and_read_again() {
    let mut session = with(DAMAGED);
    let roles = json!([{"title": "Harbour master", "from": "2001-01-20", "called": ["the master"]}]);
    let put =
        json!({"edit": "put", "table": "person", "id": "jon", "values": {"name": "Jon Haldorsen", "roles": roles}});
    let answer = edit(&mut session, &put);
    assert_eq!(answer["problems"], json!([]), "{answer}");
    assert_eq!(told(&mut session, r#"{"op":"state"}"#)["people"][0]["roles"], roles);
}
