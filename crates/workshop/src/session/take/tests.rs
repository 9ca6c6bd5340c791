use super::*;
use crate::session::tests::{DAMAGED, HERRING, ask, edit, letters, told, with, with_seeds};
use crate::tests::seeds;
use crate::{folder_of, pack};

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
