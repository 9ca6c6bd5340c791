use crate::session::tests::{told, with_seeds};

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
