use super::*;
use crate::session::tests::{HERRING, ask, letters, reported, told};
use crate::tests::seeds;

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
        ("a.ZIP", b"\x8f\x01\xe2 any bytes", "The archive is damaged or no zip"),
        ("a.zip", b"", "empty"),
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
fn a_page_with_a_collection_in_it_is_no_article_and_says_how_it_is_opened() {
    let page = format!(
        "<!doctype html>\n<title>Herring</title>\n<p>Talks</p>\n{}\n",
        crate::data::folder(&seeds().to_zip().unwrap())
    );
    let mut session = Session::new();
    let (answer, _) = ask(&mut session, r#"{"op":"receive","name":"summitry.html"}"#, Some(page.as_bytes()));
    let report = &answer["report"];
    assert_eq!(report["taken"], false, "{report}");
    assert!(report["sentence"].as_str().unwrap().contains("a page with a collection in it"), "{report}");
    assert!(report["remedy"].as_str().unwrap().contains("“Open a saved collection” under “Use and save”"), "{report}");
    assert!(session.folder().is_empty());

    // As a zip for a web host, and in the folder itself.
    for front in ["collection/", ""] {
        let mut site = Folder::new();
        site.add("index.html", page.clone().into_bytes()).unwrap();
        for (name, bytes) in seeds().files() {
            site.add(&format!("{front}{name}"), bytes.to_vec()).unwrap();
        }
        let zip = site.to_zip().unwrap();
        let mut session = Session::new();
        let (answer, _) = ask(&mut session, r#"{"op":"receive","name":"site.zip"}"#, Some(&zip));
        assert_eq!((answer["collection"].as_bool(), session.folder()), (Some(true), &seeds()), "{front}");
        let reports = answer["reports"].as_array().unwrap();
        assert_eq!(
            (reports.len(), &reports[5]["file"], &reports[5]["taken"]),
            (6, &json!("index.html"), &json!(false))
        );
        told(&mut session, r#"{"op":"clear"}"#);
        let (answer, _) = ask(&mut session, r#"{"op":"open","name":"site.zip"}"#, Some(&zip));
        assert_eq!((answer["ok"].as_bool(), session.folder()), (Some(true), &seeds()), "{answer}");
    }
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
