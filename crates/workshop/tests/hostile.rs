//! Whatever is brought in gets a report: what was recognised, or a sentence and
//! what to do; nothing panics, and what was there stays.
#![allow(missing_docs, reason = "a test")]

use serde_json::{Value, json};
use summitry_workshop::Session;

const GOOD: &str = "Talks on herring end\n\n4 March 2014\n\nThe ministers agreed on a quota for herring on Tuesday after long talks.\n";

fn bring(session: &mut Session, name: &str, bytes: &[u8]) -> Value {
    let reply = session.handle(&json!({"op": "receive", "name": name}).to_string(), Some(bytes));
    serde_json::from_str::<Value>(&reply.json).unwrap()["report"].clone()
}

/// The report on what is brought in beside a good article, which stays.
#[track_caller]
fn check(name: &str, bytes: &[u8]) -> Value {
    let mut session = Session::new();
    bring(&mut session, "good.txt", GOOD.as_bytes());
    let report = bring(&mut session, name, bytes);
    assert_eq!(session.folder().get("good.txt"), Some(GOOD.as_bytes()));
    let said = |key: &str| report[key].as_str().is_some_and(|said| !said.is_empty());
    assert!(report["taken"] == true || said("sentence") && said("remedy"), "{report}");
    let state = session.handle("{\"op\":\"state\"}", None);
    assert!(state.json.contains("\"ok\":true"));
    report
}

#[test]
fn a_file_that_is_too_large_or_has_too_many_lines_is_refused_with_a_sentence() {
    let report = check("large.txt", "The sea is deep. ".repeat(3_000_000).as_bytes());
    assert!(report["sentence"].as_str().unwrap().contains("larger than 16 MB"), "{report}");
    let report = check("lines.txt", "word\n".repeat(200_000).as_bytes());
    assert!(report["sentence"].as_str().unwrap().contains("lines of a few letters"), "{report}");
}

#[test]
fn other_encodings_are_read_and_said() {
    let utf_16: Vec<u8> = [0xff, 0xfe].into_iter().chain(GOOD.encode_utf16().flat_map(u16::to_le_bytes)).collect();
    let report = check("utf16.txt", &utf_16);
    assert_eq!(report["headline"]["value"], "Talks on herring end");
    assert!(report["encoding"].as_str().unwrap().contains("UTF-16"), "{report}");
    let latin: Vec<u8> =
        format!("{GOOD}Le caf\u{e9} \u{e9}tait ferm\u{e9}, a dit le ministre des p\u{ea}ches de l'\u{ee}le.\n")
            .chars()
            .map(|c| c as u8)
            .collect();
    assert!(check("latin.txt", &latin)["encoding"].as_str().is_some_and(|said| !said.is_empty()));
    let mut session = Session::new();
    bring(&mut session, "latin.txt", &latin);
    assert!(session.handle("{\"op\":\"article\",\"file\":\"latin.txt\"}", None).json.contains("Le café était fermé"));
}

#[test]
fn of_a_page_full_of_traps_only_its_words_are_taken() {
    let page = format!(
        "<!doctype html><html><head><base href=\"https://evil.example/\"><meta http-equiv=refresh content=\"0;url=https://evil.example/\">\
         <title>Talks end</title><script>steal()</script></head><body onload=\"steal()\"><article><h1>Talks end</h1>\
         <p onclick=\"steal()\">The ministers agreed on a quota for herring on Tuesday after long talks at sea.</p>\
         <p><img src=x onerror=\"steal()\"><iframe src=\"javascript:steal()\"></iframe>Nobody was content, said Jon Berg, the minister of Northland, to reporters.</p>\
         {}deep{}</article></body></html>",
        "<div>".repeat(10_000),
        "</div>".repeat(10_000)
    );
    let report = check("page.html", page.as_bytes());
    assert_eq!(report["taken"], true, "{report}");
    assert!(report["passages"].as_u64().unwrap() >= 2, "{report}");
    let mut session = Session::new();
    bring(&mut session, "page.html", page.as_bytes());
    let article = session.handle("{\"op\":\"article\",\"file\":\"page.html\"}", None).json;
    let article: Value = serde_json::from_str(&article).unwrap();
    for passage in article["article"]["passages"].as_array().unwrap() {
        let text = passage["text"].as_str().unwrap();
        assert!(!text.contains("steal") && !text.contains("evil"), "{text}");
    }
}

/// The first problem of a catalogue that is brought in beside a good article,
/// which stays.
fn problem(catalogue: &str) -> Value {
    let mut session = Session::new();
    bring(&mut session, "good.txt", GOOD.as_bytes());
    bring(&mut session, "catalog.toml", catalogue.as_bytes());
    let state: Value = serde_json::from_str(&session.handle("{\"op\":\"state\"}", None).json).unwrap();
    let problem = state["problems"][0].clone();
    assert!(!problem["remedy"].as_str().unwrap().is_empty());
    assert_eq!(state["reports"].as_array().unwrap().len(), 1);
    assert_eq!(session.folder().get("good.txt"), Some(GOOD.as_bytes()));
    problem
}

#[test]
fn a_catalogue_from_a_newer_version_is_told_with_the_key_that_is_not_known() {
    let problem = problem("title = \"x\"\nformat = 9\n\n[[person]]\nid = \"a\"\nname = \"A\"\nmood = \"good\"\n");
    assert!(problem["message"].as_str().unwrap().contains("format"), "{problem}");
    assert_eq!(problem["line"], 2);
}

#[test]
fn any_bytes_under_any_name_get_a_report() {
    let mut seed = 7_u32;
    let mut next = || {
        seed = seed.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        (seed >> 16) as u8
    };
    for (number, front) in
        [&b""[..], b"PK\x03\x04", b"%PDF", b"<html>", b"\xff\xfe", b"---\n", b"[[article]]\n"].iter().enumerate()
    {
        for length in [1, 40, 3_000] {
            let bytes: Vec<u8> = front.iter().copied().chain((0..length).map(|_| next())).collect();
            let reply = Session::new()
                .handle(&json!({"op": "receive", "name": format!("../{number}\\?.txt")}).to_string(), Some(&bytes));
            assert!(reply.json.contains("\"taken\""), "{}", reply.json);
        }
    }
}

#[test]
fn a_broken_catalogue_is_told_with_its_place_and_the_articles_stay() {
    let problem = problem("title = \"x\"\n[[person\nid = 3\n");
    assert!(problem["line"].as_u64().unwrap() >= 2, "{problem}");
}

#[test]
fn bytes_that_are_no_text_are_refused_by_what_they_are() {
    for (name, bytes) in [
        ("scan.pdf", &b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj\n"[..]),
        ("photo.txt", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\x01"),
        ("program.txt", b"\x7fELF\x02\x01\x01\0\0\0\0\0\0\0\0\0\x03\0"),
    ] {
        assert_eq!(check(name, bytes)["taken"], false, "{name}");
    }
}
