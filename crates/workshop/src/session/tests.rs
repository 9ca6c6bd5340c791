use super::*;
use crate::tests::seeds;

pub(super) const HERRING: &str = "Talks on herring end in Port Alder\n\nBy Anna Lind\n\n4 March 2014\n\nMinisters ended their talks in Port Alder on Tuesday with a quota for herring.\n\n“We have what we need,” said Jon Berg, the minister of Northland. “It will hold.”\n\nNobody was content withthe quota, Mr Berg said.\n";

/// Wrong words twice, so that the texts themselves know the right ones.
pub(super) const DAMAGED: &str = "Talks on herring quotas\n\n12 March 2019\n\nThe ministers of theUnited fleets met in the harbour on Monday and talked of herring.\n\nNobody of the United fleets had asked the ministers to meet on that day at all.\n";

/// Asks, and gives the answer with the bytes beside it.
pub(super) fn ask(session: &mut Session, request: &str, bytes: Option<&[u8]>) -> (Value, Option<Vec<u8>>) {
    let reply = session.handle(request, bytes);
    (serde_json::from_str(&reply.json).unwrap(), reply.bytes)
}

pub(super) fn told(session: &mut Session, request: &str) -> Value {
    let (answer, _) = ask(session, request, None);
    assert_eq!(answer["ok"], true, "{request}: {answer}");
    answer
}

/// Makes an edit.
pub(super) fn edit(session: &mut Session, edit: &Value) -> Value {
    told(session, &json!({"op": "edit", "edit": edit}).to_string())
}

/// What is told of the one article.
pub(super) fn article(session: &mut Session) -> Value {
    told(session, r#"{"op":"article","file":"a.txt"}"#)["article"].clone()
}

/// A session with one article, and the report on it.
pub(super) fn reported(text: &str) -> (Session, Value) {
    let mut session = Session::new();
    let (answer, _) = ask(&mut session, r#"{"op":"receive","name":"a.txt"}"#, Some(text.as_bytes()));
    (session, answer["report"].clone())
}

pub(super) fn with(text: &str) -> Session {
    reported(text).0
}

/// A folder in the letters of a page's block of data.
pub(super) fn letters(folder: &Folder) -> String {
    let block = crate::data::folder(&folder.to_zip().unwrap());
    block.split_once('>').unwrap().1.split_once('<').unwrap().0.to_owned()
}

pub(super) fn with_seeds() -> Session {
    let mut session = Session::new();
    let zip = seeds().to_zip().unwrap();
    let (answer, _) = ask(&mut session, r#"{"op":"receive","name":"seeds.zip"}"#, Some(&zip));
    assert_eq!(answer["collection"], true);
    assert_eq!(answer["reports"].as_array().unwrap().len(), 5);
    session
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
