use super::*;
use crate::session::tests::{HERRING, article, ask, reported, told, with_seeds};
use crate::tests::seeds;

#[test]
fn an_article_that_nobody_touched_has_no_warning_about_the_catalogue() {
    let (mut session, report) = reported(HERRING);
    let told_of = |list: &Value| list.as_array().unwrap().iter().map(Value::to_string).collect::<String>();
    assert!(!told_of(&report["damage"]).contains("[[article]]"), "{report}");
    assert_eq!(article(&mut session)["warnings"], json!([]));
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
