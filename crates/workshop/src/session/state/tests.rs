use super::*;
use crate::session::tests::{DAMAGED, HERRING, article, ask, reported, told, with_seeds};
use crate::tests::seeds;

#[test]
fn an_article_that_nobody_touched_has_no_warning_about_the_catalogue() {
    let (mut session, report) = reported(HERRING);
    let told_of = |list: &Value| list.as_array().unwrap().iter().map(Value::to_string).collect::<String>();
    assert!(!told_of(&report["damage"]).contains("[[article]]"), "{report}");
    assert_eq!(article(&mut session)["warnings"], json!([]));
}

#[test]
fn what_is_to_check_is_the_same_number_in_the_report_the_list_and_the_article() {
    let text = "Council meets\n\n3 March 2003\n\nBy Ann Lind\n\nThe council mÃ©t on Monday ï¿½ and talked withthe mayor.\n\nIt met with the mayor [MORE...] and by Bo Ray\n";
    let mut most = 0;
    for text in [
        text,
        HERRING,
        DAMAGED,
        "Menu\n\nHome\n",
        "A\n\n03/04/2019\n\nBy Ann Lind\n\nBy Bo Ray\n\nThe council met on Monday.\n",
    ] {
        let (mut session, report) = reported(text);
        let shown = article(&mut session);
        let state = told(&mut session, r#"{"op":"state"}"#);
        let number = |list: &Value| list.as_array().unwrap().len();
        assert_eq!(number(&report["damage"]), number(&shown["warnings"]), "{report}");
        assert_eq!(state["reports"][0]["damage"], json!(number(&report["damage"])), "{text}");
        assert_eq!(state["reports"][0]["problems"], json!(number(&shown["problems"])), "{text}");
        most = most.max(number(&shown["warnings"]));
    }
    assert!(most > 0);
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
