//! A folder gets a first catalogue, and a page of its own.
#![allow(missing_docs, reason = "a test")]

mod command;

use std::path::{Path, PathBuf};
use std::process::Output;

use command::{run, seeds};

/// A fresh folder with the five articles and no catalogue.
fn articles(name: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    let _ = std::fs::remove_dir_all(&folder);
    std::fs::create_dir_all(&folder).unwrap();
    for entry in std::fs::read_dir(seeds()).unwrap() {
        let path = entry.unwrap().path();
        if path.extension().is_some_and(|kind| kind == "txt") {
            std::fs::copy(&path, folder.join(path.file_name().unwrap())).unwrap();
        }
    }
    folder
}

fn told(output: &Output) -> String {
    String::from_utf8_lossy(&output.stderr).into_owned() + &String::from_utf8_lossy(&output.stdout)
}

#[test]
fn the_first_catalogue_is_one_that_check_takes_and_is_never_written_over() {
    let folder = articles("init");
    let place = folder.to_str().unwrap();
    let first = run(&["init", place]);
    assert!(first.status.success(), "{}", told(&first));
    assert!(told(&first).contains("5 articles"));
    let check = run(&["check", place]);
    assert!(check.status.success(), "{}", told(&check));
    assert!(told(&check).contains("Nothing stands in the way of a build."));
    let written = std::fs::read(folder.join("catalog.toml")).unwrap();
    let again = run(&["init", place]);
    assert!(!again.status.success() && told(&again).contains("is there already"), "{}", told(&again));
    assert_eq!(std::fs::read(folder.join("catalog.toml")).unwrap(), written);
}

#[test]
fn a_page_is_made_of_a_page_and_never_over_it() {
    let folder = articles("publish");
    let (place, page, out) = (folder.to_str().unwrap(), folder.join("page.html"), folder.join("out.html"));
    let marks = "<title>x</title><script type=\"application/ld+json\">{}</script><main class=\"opening\" id=\"opening\">\n<p class=\"waits\"><div id=\"texts\"></div>\n";
    std::fs::write(&page, marks).unwrap();
    let moved = std::env::temp_dir().join(format!("summitry-{}.html", std::process::id()));
    std::fs::rename(&page, &moved).unwrap();
    let page = moved.to_str().unwrap();
    let made = run(&["publish", place, "--page", page, "--out", out.to_str().unwrap()]);
    assert!(made.status.success(), "{}", told(&made));
    let text = std::fs::read_to_string(&out).unwrap();
    let inside = summitry_workshop::folder_of(&text).unwrap().unwrap();
    assert_eq!(inside.len(), 5);
    for (name, bytes) in inside.files() {
        assert_eq!(bytes, std::fs::read(folder.join(name)).unwrap());
    }
    let over = run(&["publish", place, "--page", page, "--out", page]);
    assert!(!over.status.success() && told(&over).contains("another name"), "{}", told(&over));
    let none = run(&["publish", place, "--page", "nowhere.html", "--out", page]);
    assert!(!none.status.success() && told(&none).contains("dist/summitry.html"), "{}", told(&none));
    std::fs::remove_file(moved).unwrap();
}
