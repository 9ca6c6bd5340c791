//! Whatever lies in a folder under the name of an article or of a catalogue
//! gets a sentence; nothing waits, panics or reaches a terminal as a command.
#![allow(missing_docs, reason = "a test")]
#![cfg(unix)]

mod command;

use std::io::{Read, Write};
use std::os::unix::fs::symlink;
use std::process::{Command, Output, Stdio};

use command::{Folder, cli};
use flate2::Compression;
use flate2::write::GzEncoder;

const ARTICLE: &str = "Leaders agree on little\n\nThe two leaders met again on Monday in the town hall of the town.\n";

fn run(arguments: &[&str]) -> (bool, String) {
    let Output { status, stdout, stderr } = cli(arguments).output().unwrap();
    let shown = String::from_utf8([stdout, stderr].concat()).unwrap();
    assert!(!shown.contains("panicked") && matches!(status.code(), Some(0 | 1)), "{shown}");
    let raw = |c: &char| c.is_control() && *c != '\n' || matches!(c, '\u{202a}'..='\u{202e}');
    assert_eq!(shown.chars().find(raw), None, "{shown:?}");
    (status.success(), shown)
}

/// A folder with an article.
fn with_article(name: &str) -> Folder {
    Folder::new(&format!("strange-{name}"), &[("a.txt", ARTICLE)])
}

fn checked(folder: &Folder) -> (bool, String) {
    run(&["check", folder.path()])
}

fn refused(folder: &Folder, words: &str) {
    let (good, shown) = checked(folder);
    assert!(!good && shown.contains(words), "{words} in\n{shown}");
}

#[test]
fn a_pipe_a_folder_and_a_link_to_nothing_get_a_sentence() {
    for name in ["b.txt", "catalog.toml"] {
        let pipe = with_article("pipe");
        assert!(Command::new("mkfifo").arg(pipe.join(name)).status().unwrap().success());
        refused(&pipe, &format!("{name} is no file but a pipe or a device. Take it out"));
        drop(pipe);
        let folder = with_article("folder");
        std::fs::create_dir(folder.join(name)).unwrap();
        refused(&folder, &format!("{name} is a folder with the name of a file."));
        drop(folder);
        let dangling = with_article("dangling");
        symlink("nowhere", dangling.join(name)).unwrap();
        refused(&dangling, &format!("{name} is a link that leads to no file"));
        drop(dangling);
        let looping = with_article("looping");
        symlink(name, looping.join(name)).unwrap();
        refused(&looping, &format!("{name} is a link that leads to no file"));
    }
    let linked = with_article("linked");
    symlink("a.txt", linked.join("b.txt")).unwrap();
    assert!(checked(&linked).1.contains("2 articles"));
}

#[test]
fn control_characters_in_names_and_texts_are_shown_by_their_numbers() {
    let folder = with_article("control");
    std::fs::write(
        folder.join("b\u{1b}]0;x\u{7}.txt"),
        format!("{ARTICLE}\nHe paid theUnited\u{1b}[31m \u{9b}2J\u{202e} front.\n"),
    )
    .unwrap();
    std::fs::write(folder.join("c\u{1b}[2J.docx"), "x").unwrap();
    let (good, shown) = checked(&folder);
    assert!(good && shown.contains("b\\u{1b}]0;x\\u{7}.txt") && shown.contains("c\\u{1b}[2J.docx"), "{shown}");
    std::fs::remove_file(folder.join("a.txt")).unwrap();
    let (_, shown) = checked(&folder);
    assert!(shown.contains("file = \"b\\U0000001B]0;x\\U00000007.txt\""), "{shown}");
    let path = folder.path();
    for format in ["json", "csv", "markdown", "bibtex", "ris", "csl"] {
        let shown = cli(&["export", path, "--format", format]).output().unwrap();
        let shown = String::from_utf8(shown.stdout).unwrap();
        assert!(shown.chars().all(|c| !c.is_control() || c == '\n' || c == '\r'), "{format}: {shown:?}");
    }
    // The catalogue that was proposed is one.
    let proposed: String = checked(&folder)
        .1
        .split("crates/corpus/README.md.\n")
        .nth(1)
        .unwrap()
        .lines()
        .take_while(|line| !line.contains("worth a look"))
        .map(|line| format!("{line}\n"))
        .collect();
    std::fs::write(folder.join("catalog.toml"), &proposed).unwrap();
    let (good, shown) = checked(&folder);
    assert!(good && shown.contains("My collection"), "{proposed}\n{shown}");
}

#[test]
fn a_full_disk_is_told_and_a_closed_pipe_is_no_mistake() {
    let folder = with_article("full");
    let path = folder.path();
    for arguments in [&["check", path][..], &["export", path, "--format", "json"], &["search", path, "town"]] {
        if let Ok(full) = std::fs::OpenOptions::new().write(true).open("/dev/full") {
            let output = cli(arguments).stdout(Stdio::from(full)).output().unwrap();
            let shown = String::from_utf8(output.stderr).unwrap();
            assert_eq!(output.status.code(), Some(1), "{shown}");
            assert!(shown.contains("cannot be written") && !shown.contains("panicked"), "{shown}");
        }
        let mut child = cli(arguments).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
        drop(child.stdout.take());
        let mut shown = String::new();
        child.stderr.take().unwrap().read_to_string(&mut shown).unwrap();
        assert_eq!((child.wait().unwrap().code(), shown.as_str()), (Some(0), ""));
    }
    if let Ok(full) = std::fs::OpenOptions::new().write(true).open("/dev/full") {
        let status = cli(&["check", "/nowhere"]).stderr(Stdio::from(full)).status().unwrap();
        assert_eq!(status.code(), Some(1));
    }
}

fn zipped(bytes: &[u8]) -> Vec<u8> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::best());
    encoder.write_all(bytes).unwrap();
    encoder.finish().unwrap()
}

#[test]
fn rank_tells_what_is_wrong_with_its_files() {
    let folder = with_article("rank");
    let topics = folder.join("topics.jsonl");
    std::fs::write(&topics, "{\"id\": 1, \"text\": \"town hall\"}\n").unwrap();
    let documents = folder.join("documents");
    let ranked = |bytes: &[u8]| {
        std::fs::write(&documents, bytes).unwrap();
        run(&["rank", "--documents", documents.to_str().unwrap(), "--topics", topics.to_str().unwrap()])
    };
    let good = b"{\"id\": \"d1\", \"text\": \"the town hall\"}\n\n{\"_id\": \"d2\", \"title\": \"a mayor\"}\n";
    assert!(ranked(good).1.starts_with("1 Q0 d1 1 "));
    assert!(ranked(&zipped(good)).1.starts_with("1 Q0 d1 1 "));
    for (bytes, words) in [
        (&b"{\"id\": \"d 1\", \"text\": \"a\"}"[..], "documents:1: the id \"d 1\" is empty or holds a blank"),
        (b"{\"id\": \"\", \"text\": \"a\"}", "documents:1: the id \"\" is empty"),
        (b"\n{\"id\": \"d\\u001b\", \"text\": \"a\"}", "documents:2: the id \"d\\u{1b}\" is empty or holds a blank"),
        (b"{\"id\": \"d1\"}", "documents:1: d1 has no text. A line is an object"),
        (b"{\"id\": \"d1\", \"text\": 3}", "documents:1:22: invalid type"),
        (b"{\"text\": \"a\"}", "documents:1:13: missing field `id`"),
        (b"{\"id\": \"d1\", \"text\": \"\xff\"}", "documents:1:23: not UTF-8 text"),
        (b"not json", "documents:1:"),
        (&zipped(good)[..30], "ends in the middle of its gzip data. Fetch it again."),
        (b"\x1f\x8b\x08\x00garbage that is no gzip at all", "the gzip data are damaged"),
        (&zipped(&vec![b' '; 200 << 20]), "more is unpacked here than a collection of texts holds"),
    ] {
        let (good, shown) = ranked(bytes);
        assert!(!good && shown.contains(words), "{words} in\n{shown}");
    }
    std::fs::remove_file(&documents).unwrap();
    std::fs::create_dir(&documents).unwrap();
    let (_, shown) = run(&["rank", "--documents", documents.to_str().unwrap(), "--topics", topics.to_str().unwrap()]);
    assert!(shown.contains("is a folder"), "{shown}");
}
