use super::*;
use crate::tests::seeds;
use crate::{folder_of, pack};

const HERRING: &str = "Talks on herring end in Port Alder\n\nBy Anna Lind\n\n4 March 2014\n\nMinisters ended their talks in Port Alder on Tuesday with a quota for herring.\n\n“We have what we need,” said Jon Berg, the minister of Northland. “It will hold.”\n\nNobody was content withthe quota, Mr Berg said.\n";

/// Asks, and gives the answer with the bytes beside it.
fn ask(session: &mut Session, request: &str, bytes: Option<&[u8]>) -> (Value, Option<Vec<u8>>) {
    let reply = session.handle(request, bytes);
    (serde_json::from_str(&reply.json).unwrap(), reply.bytes)
}

fn told(session: &mut Session, request: &str) -> Value {
    let (answer, _) = ask(session, request, None);
    assert_eq!(answer["ok"], true, "{request}: {answer}");
    answer
}

/// Makes an edit.
fn edit(session: &mut Session, edit: &Value) -> Value {
    told(session, &json!({"op": "edit", "edit": edit}).to_string())
}

/// What is told of the one article.
fn article(session: &mut Session) -> Value {
    told(session, r#"{"op":"article","file":"a.txt"}"#)["article"].clone()
}

/// A session with one article, and the report on it.
fn reported(text: &str) -> (Session, Value) {
    let mut session = Session::new();
    let (answer, _) = ask(&mut session, r#"{"op":"receive","name":"a.txt"}"#, Some(text.as_bytes()));
    (session, answer["report"].clone())
}

fn with(text: &str) -> Session {
    reported(text).0
}

/// A folder in the letters of a page's block of data.
fn letters(folder: &Folder) -> String {
    let block = crate::data::folder(&folder.to_zip().unwrap());
    block.split_once('>').unwrap().1.split_once('<').unwrap().0.to_owned()
}

fn with_seeds() -> Session {
    let mut session = Session::new();
    let zip = seeds().to_zip().unwrap();
    let (answer, _) = ask(&mut session, r#"{"op":"receive","name":"seeds.zip"}"#, Some(&zip));
    assert_eq!(answer["collection"], true);
    assert_eq!(answer["reports"].as_array().unwrap().len(), 5);
    session
}

#[test]
fn a_file_that_is_brought_in_says_what_was_recognised() {
    let mut session = Session::new();
    let (answer, _) = ask(&mut session, r#"{"op":"receive","name":"saved/Herring?.txt"}"#, Some(HERRING.as_bytes()));
    let report = &answer["report"];
    assert_eq!(report["file"], "Herring-.txt");
    assert_eq!(report["headline"]["value"], "Talks on herring end in Port Alder");
    assert_eq!(report["date"]["value"], "2014-03-04");
    assert_eq!(report["date"]["basis"], "stated");
    assert_eq!(report["byline"]["value"], "Anna Lind");
    assert_eq!(report["passages"], 3);
    assert_eq!(report["speakers"][0]["name"], "Jon Berg");
}

#[test]
fn what_is_not_taken_gets_a_sentence_and_changes_nothing() {
    let mut session = Session::new();
    for (name, bytes, expected) in [
        ("a.pdf", &b"%PDF-1.4 and so on"[..], "a PDF"),
        ("a.txt", b" \n", "empty"),
        ("a.txt", b"a\0b\0\0\0c\0\0\0\x01\x02\x03words", "zero byte"),
        ("style.css", b"p { color: red }", "no article"),
        ("a.zip", b"PK\x03\x04 broken", "damaged"),
    ] {
        let request = json!({"op": "receive", "name": name}).to_string();
        let (answer, _) = ask(&mut session, &request, Some(bytes));
        let report = &answer["report"];
        assert_eq!(report["taken"], false, "{name}: {answer}");
        assert!(report["sentence"].as_str().unwrap().contains(expected), "{name}: {report}");
        assert!(!report["remedy"].as_str().unwrap().is_empty());
    }
    assert!(session.folder().is_empty());
    assert_eq!(told(&mut session, r#"{"op":"state"}"#)["undo"], Value::Null);
}

#[test]
fn what_browsers_and_systems_put_beside_a_saved_page_is_left_out_in_one_line() {
    let names = ["s/Talks.html", "s/Talks_files/ad.html", "s/Talks_files/a.js", "s/.DS_Store", "s/cod.txt"];
    let mut session = Session::new();
    let sorted = told(&mut session, &json!({"op": "sort_out", "names": names}).to_string());
    assert_eq!(sorted["places"], json!([1, 2, 3]));
    assert_eq!(sorted["report"]["left_out"], json!({"pages": 2, "systems": 1}));
    let mut zipped = Folder::new();
    for name in names {
        zipped.add(name, HERRING.replace("Jon", name).into_bytes()).unwrap();
    }
    let zip = zipped.to_zip().unwrap();
    let (answer, _) = ask(&mut session, r#"{"op":"receive","name":"saved.zip"}"#, Some(&zip));
    let reports = answer["reports"].as_array().unwrap();
    let taken: Vec<&str> =
        reports.iter().filter(|one| one["taken"] == true).filter_map(|one| one["received_as"].as_str()).collect();
    assert_eq!(taken, ["Talks.html", "cod.txt"]);
    assert_eq!(reports.len(), 3);
    assert_eq!(reports[2]["left_out"], json!({"pages": 2, "systems": 1}));
    assert_eq!(told(&mut session, r#"{"op":"sort_out","names":["a.txt"]}"#)["report"], Value::Null);
}

#[test]
fn a_catalogue_that_is_brought_in_is_reported_as_one_with_its_problems() {
    let mut session = Session::new();
    let mut bring = |text: &str| {
        told(&mut session, r#"{"op":"clear"}"#);
        ask(&mut session, r#"{"op":"receive","name":"catalog.toml"}"#, Some(text.as_bytes())).0["report"].clone()
    };
    let whole = bring("title = \"Herring\"\n");
    assert_eq!((&whole["catalogue"], &whole["problems"], &whole["sentence"]), (&json!(true), &json!(0), &Value::Null));
    let newer = bring("format = 99\ntitle = \"Herring\"\n");
    assert_eq!((&newer["taken"], &newer["problems"]), (&json!(true), &json!(1)));
    assert!(newer["sentence"].as_str().unwrap().contains("format"), "{newer}");
}

#[test]
fn the_folder_that_a_page_carries_is_opened_from_its_letters() {
    let mut session = Session::new();
    let letters = letters(&seeds());
    let answer = told(&mut session, &json!({"op": "open", "carried": letters}).to_string());
    assert_eq!(answer["reports"].as_array().unwrap().len(), 5);
    assert_eq!(*session.folder(), seeds());
    let (answer, _) = ask(&mut session, r#"{"op":"open","carried":"no base64"}"#, None);
    assert!(answer["sentence"].as_str().unwrap().contains("damaged"), "{answer}");
}

#[test]
fn an_article_that_nobody_touched_has_no_warning_about_the_catalogue() {
    let (mut session, report) = reported(HERRING);
    let told_of = |list: &Value| list.as_array().unwrap().iter().map(Value::to_string).collect::<String>();
    assert!(!told_of(&report["damage"]).contains("[[article]]"), "{report}");
    assert_eq!(article(&mut session)["warnings"], json!([]));
}

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
fn the_same_article_twice_is_told() {
    let (mut session, report) = reported(HERRING);
    assert_eq!(report["same_as"], Value::Null);
    let mut bring = |name: &str, text: &str| {
        ask(&mut session, &json!({"op": "receive", "name": name}).to_string(), Some(text.as_bytes())).0["report"]
            .clone()
    };
    let again = bring("b.txt", HERRING);
    assert_eq!((&again["taken"], &again["same_as"]), (&json!(false), &json!("a.txt")));
    let like = bring("c.txt", &HERRING.replace("Anna Lind", "Per Holm"));
    assert_eq!((&like["taken"], &like["same_as"]), (&json!(true), &json!("a.txt")));
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
fn what_goes_out_is_what_the_command_line_makes() {
    let mut session = with_seeds();
    edit(&mut session, &json!({"edit": "collection", "title": "Mine"}));
    let folder = session.folder().clone();
    assert_eq!(ask(&mut session, r#"{"op":"pack"}"#, None).1.unwrap(), pack(&folder).unwrap().blob);
    let (answer, zip) = ask(&mut session, r#"{"op":"zip"}"#, None);
    assert_eq!((answer["name"].as_str().unwrap(), zip.unwrap()), ("mine.zip", folder.to_zip().unwrap()));
    let template = "<title>x</title><script type=\"application/ld+json\">{}</script><main class=\"opening\" id=\"opening\">\n<p class=\"waits\"><div id=\"texts\"></div>\n";
    let (answer, page) = ask(&mut session, r#"{"op":"page"}"#, Some(template.as_bytes()));
    assert_eq!(answer["name"], "mine.html");
    let (answer, site) = ask(&mut session, r#"{"op":"site"}"#, Some(template.as_bytes()));
    assert_eq!(answer["name"], "mine.site.zip");
    let site = Folder::from_zip("mine.site.zip", &site.unwrap()).unwrap();
    assert_eq!(site.get("index.html"), page.as_deref());
    assert_eq!(site.get("collection/catalog.toml"), folder.get(CATALOGUE));
    let page = String::from_utf8(page.unwrap()).unwrap();
    assert_eq!(folder_of(&page).unwrap(), Some(folder.clone()));
    // Another session makes the page of a folder that it is handed, and stays as it is.
    let mut other = Session::new();
    let request = json!({"op": "page", "carried": letters(&folder)}).to_string();
    let (answer, same) = ask(&mut other, &request, Some(template.as_bytes()));
    assert_eq!((&answer["name"], same), (&json!("mine.html"), Some(page.clone().into_bytes())));
    assert!(other.folder().is_empty());
    let (answer, _) = ask(&mut other, r#"{"op":"page","carried":"AAAA"}"#, Some(template.as_bytes()));
    assert_eq!(answer["ok"], false);
    let (answer, _) = ask(&mut other, r#"{"op":"open","name":"mine.html"}"#, Some(page.as_bytes()));
    assert_eq!(answer["catalogue"], true, "{answer}");
    assert_eq!(other.folder(), &folder);
}

#[test]
fn a_folder_of_which_nothing_was_said_is_taken_along_with_the_first_catalogue() {
    let mut session = with(HERRING);
    let first = crate::init(session.folder()).unwrap();
    let (_, zip) = ask(&mut session, r#"{"op":"zip"}"#, None);
    let taken = Folder::from_zip("a.zip", &zip.unwrap()).unwrap();
    assert_eq!(taken.get(CATALOGUE), Some(first.as_bytes()));
    assert!(pack(&taken).is_ok());
    // What is worked on, and what is kept on the device, is as it was.
    assert_eq!(told(&mut session, r#"{"op":"state"}"#)["has_catalogue"], false);
    let (_, kept) = ask(&mut session, r#"{"op":"save"}"#, None);
    assert_eq!(Folder::from_zip("a.zip", &kept.unwrap()).unwrap().get(CATALOGUE), None);
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
    told(&mut session, r#"{"op":"undo"}"#);
    assert!(session.folder().is_empty());
    told(&mut session, r#"{"op":"redo"}"#);
    assert_eq!(session.folder().len(), 3);
}

#[test]
fn an_issue_shows_what_it_takes_and_what_it_just_misses() {
    let mut session = with_seeds();
    let answer = told(&mut session, r#"{"op":"issue_preview","query":"iran AND nuclear"}"#);
    assert!(answer["total"].as_u64().unwrap() > 2, "{answer}");
    let taken = &answer["hits"][0];
    let text: Vec<u16> = taken["text"].as_str().unwrap().encode_utf16().collect();
    let mark = &taken["marks"][0];
    let (start, end) = (mark[0].as_u64().unwrap() as usize, mark[1].as_u64().unwrap() as usize);
    let marked = String::from_utf16(&text[start..end]).unwrap().to_lowercase();
    assert!(marked.starts_with("iran") || marked == "nuclear", "{marked}");
    let near = answer["near"].as_array().unwrap();
    assert!(!near.is_empty());
    assert!(near.iter().all(|missed| !answer["hits"].as_array().unwrap().contains(missed)));
    let broken = told(&mut session, r#"{"op":"issue_preview","query":"\"iran"}"#);
    assert!(broken["diagnostics"][0]["remedy"].as_str().is_some(), "{broken}");
}

#[test]
fn a_broken_catalogue_is_told_with_its_place_and_the_articles_are_shown_all_the_same() {
    let mut session = with_seeds();
    let answer = told(&mut session, &json!({"op": "catalogue", "text": "title = \"x\"\n[[issue]\n"}).to_string());
    assert_eq!(answer["problems"][0]["line"], 2);
    let state = told(&mut session, r#"{"op":"state"}"#);
    assert_eq!(state["reports"].as_array().unwrap().len(), 5);
    told(&mut session, r#"{"op":"article","file":"001_0f336887a546fbe6.txt"}"#);
    let (answer, _) = ask(&mut session, r#"{"op":"edit","edit":{"edit":"collection","title":"y"}}"#, None);
    assert!(answer["sentence"].as_str().unwrap().starts_with("The catalogue cannot be read"), "{answer}");
    told(&mut session, r#"{"op":"undo"}"#);
    assert_eq!(session.folder(), &seeds());
}

#[test]
fn anything_that_is_asked_gets_an_answer() {
    let mut session = with_seeds();
    for request in [
        "",
        "{}",
        "[]",
        r#"{"op":"none"}"#,
        r#"{"op":"edit"}"#,
        r#"{"op":"article","file":"x"}"#,
        r#"{"op":"remove","file":"x"}"#,
        r#"{"op":"open"}"#,
        r#"{"op":"restore"}"#,
        r#"{"op":"page","template":"x"}"#,
    ] {
        let (answer, _) = ask(&mut session, request, None);
        assert!(
            answer["ok"] == true || answer["sentence"].as_str().is_some_and(|said| !said.is_empty()),
            "{request}: {answer}"
        );
    }
    assert_eq!(session.folder(), &seeds());
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
fn twice_as_many_files_take_about_twice_the_time() {
    let time = |files: usize| {
        let mut session = Session::new();
        let start = std::time::Instant::now();
        for number in 0..files {
            let text = format!(
                "Talks {number} end\n\n{}\n",
                format!("The ministers of {number} agreed on a quota. ").repeat(60)
            );
            let request = json!({"op": "receive", "name": format!("{number}.txt"), "batch": 1}).to_string();
            ask(&mut session, &request, Some(text.as_bytes()));
        }
        start.elapsed().as_secs_f64()
    };
    time(20);
    // Three tries, for whatever else the machine does meanwhile.
    let ratios: Vec<f64> = (0..3).map(|_| time(160) / time(40)).collect();
    assert!(ratios.iter().any(|ratio| *ratio < 8.0), "{ratios:?}");
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

/// Wrong words twice, so that the texts themselves know the right ones.
const DAMAGED: &str = "Talks on herring quotas\n\n12 March 2019\n\nThe ministers of theUnited fleets met in the harbour on Monday and talked of herring.\n\nNobody of the United fleets had asked the ministers to meet on that day at all.\n";

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
fn a_collection_beside_another_is_packed_with_it_and_says_which_articles_are_its_own() {
    let page = pack(&seeds()).unwrap().blob;
    let mut session = with(DAMAGED);
    let (answer, blob) = ask(&mut session, r#"{"op":"pack","beside":true}"#, Some(&page));
    let own = answer["own"].as_array().unwrap();
    assert_eq!((answer["articles"].as_u64(), own.len()), (Some(6), 1), "{answer}");
    let joined = summitry_search::Collection::open(&blob.unwrap()).unwrap();
    assert!(joined.corpus().article(own[0].as_str().unwrap()).is_some());
    assert_eq!(ask(&mut session, r#"{"op":"pack","beside":true}"#, Some(b"nothing")).0["ok"], false);
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
