//! A megabyte of anything is checked within a second, or refused with a
//! sentence.
//!
//! What is held here is that time and memory grow with the input and no
//! faster: of each generator's text and one of twice the length, both are
//! compared.
//! `SHOW=1 cargo test --release -p summitry-corpus --all-features --test
//! hostile -- --nocapture` prints a megabyte's.
//!
//! One test in a process of its own, as the allocator counts for all threads.
#![allow(missing_docs, reason = "a test")]
#![cfg(all(feature = "catalogue", feature = "html", feature = "markdown"))]

mod common;

use std::time::Duration;

use common::clock;
use peak_alloc::PeakAlloc;
use summitry_corpus::{SourceFile, build};

#[global_allocator]
static MEMORY: PeakAlloc = PeakAlloc;

/// What lies in a folder.
struct Folder {
    name: &'static str,
    file: String,
    catalogue: String,
}

type Make = fn(usize) -> Folder;

/// A file of `bytes` bytes that says one thing again and again; `#` is counted.
fn again(name: &'static str, piece: &str, bytes: usize) -> Folder {
    let mut file = String::with_capacity(bytes + piece.len());
    let mut count = 0;
    while file.len() < bytes {
        file.push_str(&piece.replace('#', &count.to_string()));
        count += 1;
    }
    Folder { name, file, catalogue: String::new() }
}

const SENTENCE: &str = "The two sides met for talks on Monday and agreed to meet again in the spring.";

/// A catalogue of `bytes` bytes beside an article, an entry again and again.
fn entries(head: &str, piece: &str, tail: &str, bytes: usize) -> Folder {
    let middle = again("a.txt", piece, bytes).file;
    Folder { name: "a.txt", file: format!("Talks\n\n{SENTENCE}\n"), catalogue: [head, &middle, tail].concat() }
}

const ARTICLE: &str = "[[article]]\nfile = 'a.txt'\n";

/// A catalogue whose entry about the article has a list of `bytes` bytes.
fn list(head: &str, piece: &str, tail: &str, bytes: usize) -> Folder {
    entries(&[ARTICLE, head].concat(), piece, tail, bytes)
}

fn every() -> Vec<(&'static str, Make)> {
    vec![
        ("a tag with attributes without end", |n| {
            let page = again("a.html", " a#", n);
            Folder { file: format!("<html><p{}>x", page.file), ..page }
        }),
        ("tags with many attributes", |n| again("a.html", &format!("<p{}>x", " a#".repeat(900)), n)),
        ("elements within elements", |n| again("a.html", "<html><div><b>", n)),
        ("spans", |n| again("a.html", "<html><span>a</span>", n)),
        ("list items", |n| again("a.html", "<html><li>a", n)),
        ("table cells", |n| again("a.html", "<html><table><tr><td>a", n)),
        ("formatting that is never closed", |n| again("a.html", "<html><p><b><i><a href=#>a", n)),
        ("elements of different names", |n| again("a.html", "<html><x#>a", n)),
        ("paragraphs of a page", |n| again("a.html", &format!("<html><p>{SENTENCE}"), n)),
        ("speakers", |n| again("a.txt", "“So # it is,” said Anna K#eller of the village. ", n)),
        ("speakers of one name", |n| again("a.txt", "“So it is,” said Xa# Keller.\n\n“So,” Mr. Keller said.\n\n", n)),
        ("turns of different speakers", |n| again("a.txt", "Anna K#er: So it is.\n\n", n)),
        ("quoted paragraphs", |n| again("a.txt", "“So it is and was.\n\n", n)),
        ("captions", |n| again("a.txt", "The river\nThe river now\n", n)),
        ("photographs", |n| again("a.txt", "Photo by A. B.\n\n", n)),
        ("repairs", |n| again("a.txt", "a &amp; ", n)),
        ("repairs over lines", |n| again("a.txt", "the end of it &amp; the beginning of some more of the very\n", n)),
        ("misread letters", |n| again("a.txt", "aâ€™ ", n)),
        ("proposals", |n| again("a.txt", "theUnited a , b- c ‘d ", n)),
        ("control characters", |n| again("a.txt", "a\u{92}s \u{97}â\u{80}\u{9d} ", n)),
        ("quotations behind one another", |n| {
            again("a.txt", &format!("Mr. Hill called it well {}\n\n", "“So,” ".repeat(1_000)), n)
        }),
        ("adverbs", |n| again("a.txt", &format!("Mr. Hill praised the plan {}on Monday. ", "warmly ".repeat(200)), n)),
        ("marks without blanks", |n| again("a.txt", "good.When is it,he said;", n)),
        ("parted apostrophes", |n| again("a.txt", "didn 't he’ s ", n)),
        ("compounds", |n| again("a.txt", "third- party third-party- ", n)),
        ("one word", |n| again("a.txt", "a", n)),
        ("one word of Markdown", |n| again("a.md", "a", n)),
        ("one word of a page", |n| again("a.html", "a", n)),
        ("words", |n| again("a.txt", "Word# ", n)),
        ("sentences", |n| again("a.txt", &format!("{SENTENCE} "), n)),
        ("long paragraphs", |n| again("a.txt", &format!("{}\n\n", format!("{SENTENCE} ").repeat(1_500)), n)),
        ("paragraphs with as many statements as are read", |n| {
            let said = "The two sides met again, and Mr. Hill said that the talks had been good. ";
            again("a.txt", &format!("{}\n\n", said.repeat(1_500)), n)
        }),
        ("paragraphs of as many quotations as are read", |n| {
            let said = "“So it was before and so it is today,” said Anna Keller of the village. ";
            again("a.txt", &format!("{}\n\n", said.repeat(1_500)), n)
        }),
        ("lines of as many paragraphs as are read", |n| again("a.txt", &format!("{SENTENCE} {SENTENCE}\n\n"), n)),
        ("long paragraphs of speakers", |n| {
            again("a.txt", &format!("{}\n\n", "“So # it is,” said Anna K#eller of the village. ".repeat(2_100)), n)
        }),
        ("short paragraphs of speakers", |n| {
            let said = "“So it is, and so it was before,” the mayor of the town said to all of them on Monday, and nobody wondered.";
            again("a.txt", &format!("{said}\n\n"), n)
        }),
        ("a page with as many tags as are read", |n| again("a.html", &format!("<html><li>{}", "a word ".repeat(7)), n)),
        ("cells with as many tags as are read", |n| {
            again("a.html", &format!("<html><table><tr><td>{}", "a word ".repeat(18)), n)
        }),
        ("short lines", |n| again("a.txt", "a\n\n", n)),
        ("lines", |n| again("a.txt", &format!("{SENTENCE}\n"), n)),
        ("days", |n| again("a.txt", "21 October 2001\n", n)),
        ("brackets of Markdown", |n| again("a.md", "[", n)),
        ("links of Markdown", |n| again("a.md", "[a](", n)),
        ("references of Markdown", |n| again("a.md", "[a#]: b\n\n[a#] ", n)),
        ("stars of Markdown", |n| again("a.md", "*a **b ", n)),
        ("quotations of Markdown", |n| again("a.md", "> ", n)),
        ("ticks of Markdown", |n| again("a.md", "` `` ``` ", n)),
        ("tables of Markdown", |n| again("a.md", "|a|b\n|-|-\n|c|d\n", n)),
        ("one wide table of Markdown", |n| {
            let row = "|a".repeat(n / 6);
            Folder { name: "a.md", file: format!("{row}\n{}\n|b\n|c", "|-".repeat(n / 6)), catalogue: String::new() }
        }),
        ("a deep list of Markdown", |n| {
            let deep: String = (0..(n as f64).sqrt() as usize).map(|at| format!("{}- a\n", " ".repeat(at))).collect();
            Folder { name: "a.md", file: deep, catalogue: String::new() }
        }),
        ("entities of Markdown", |n| again("a.md", "&amp;", n)),
        ("headings of Markdown", |n| again("a.md", "# a\n", n)),
        ("emendations that fit nothing", |n| {
            let piece = "{ line = 3, was = 'no #', now = 'x', because = 'y' }, ";
            let file = format!("Talks\n\n{}", again("a.txt", "word # ", n / 2).file);
            Folder { file, ..list("emendations = [", piece, "]\n", n / 2) }
        }),
        ("emendations of short lines", |n| {
            let piece = "{ line = #, was = 'no', now = 'x', because = 'y' }, ";
            let file = again("a.txt", &format!("{SENTENCE}\n\n"), n / 2).file;
            Folder { file, ..list("emendations = [", piece, "]\n", n / 2) }
        }),
        ("speakers that are not declared", |n| {
            list("speakers = [", "{ line = 3, person = 'p#', because = 'y' }, ", "]\n", n)
        }),
        ("speakers that are declared", |n| {
            let people = again("a.txt", "[[person]]\nid = 'p#'\nname = 'A B#'\n", n / 2).file;
            list("speakers = [", "{ line = 3, person = 'p#', because = 'y' }, ", &format!("]\n{people}"), n / 2)
        }),
        ("words that speakers are given", |n| {
            let piece = "{ line = 3, person = 'p', words = 'word #', because = 'y' }, ";
            let file = format!("Talks\n\n{}", again("a.txt", "He said word # “so”. ", n / 2).file);
            Folder { file, ..list("speakers = [", piece, "]\n[[person]]\nid = 'p'\nname = 'A B'\n", n / 2) }
        }),
        ("evidence", |n| {
            let head = "byline = { value = 'x', basis = 'stated', evidence = [";
            let file = format!("Talks\n\n{}", again("a.txt", "no such word ", n / 2).file);
            Folder { file, ..list(head, "'no such words #', ", "] }\n", n / 2) }
        }),
        ("one long quotation", |n| {
            let head = "byline = { value = 'x', basis = 'stated', evidence = ['";
            let file = format!("Talks\n\n{}", again("a.txt", "no such word ", n / 2).file);
            Folder { file, ..list(head, "no such word ", "'] }\n", n / 2) }
        }),
        ("a meeting of many", |n| {
            let people = again("a.txt", "[[person]]\nid = 'p#'\nname = 'A B#'\n", n / 3).file;
            let meeting = "[[meeting]]\nid = 'm'\nname = 'M'\nplace = 'P'\nstart = '2001-10-21'\nparticipants = [";
            let tail = format!("]\n{ARTICLE}meetings = [{{ value = 'm', basis = 'inferred', because = 'x' }}]\n");
            let file = format!("Talks\n\n{}", again("a.txt", "A B and A C met. ", n / 3).file);
            Folder { file, ..entries(&(people + meeting), "'p#', ", &tail, n / 3) }
        }),
        ("lines that are set", |n| list("lines = [", "{ line = #, kind = 'paragraph' }, ", "]\n", n)),
        ("lines to remove", |n| {
            let head = "[[outlet]]\nid = 'o'\nname = 'O'\nremove = [";
            let tail = format!("]\n{ARTICLE}outlet = {{ value = 'o', basis = 'inferred', because = 'x' }}\n");
            let file = again("a.txt", "Some words # here\n\n", n / 2).file;
            Folder { file, ..entries(head, "{ text = 'gone #', because = 'y' }, ", &tail, n / 2) }
        }),
        ("entries for files that are not there", |n| entries("", "[[article]]\nfile = 'b#.txt'\n", "", n)),
        ("entries for one file", |n| entries("", "[[article]]\nfile = 'a.txt'\n", "", n)),
        ("sides", |n| entries("", "[[side]]\nid = 's#'\nname = 'S'\n", "", n)),
        ("as many sides as are read", |n| {
            entries("", "[[side]]\nid = 's#'\nname = 'A side with a name that is long enough for this'\n", "", n)
        }),
        ("as many entries for files that are not there as are read", |n| {
            entries("", "[[article]]\nfile = 'b#.txt'\nnotes = ['A note about it that is long enough.']\n", "", n)
        }),
        ("large entries", |n| {
            let speakers = "{ line = 3, person = 'p#', because = 'y' }, ".repeat(900);
            entries("", &format!("[[article]]\nfile = 'b#.txt'\nspeakers = [{speakers}]\n"), "", n)
        }),
        ("sides of one id", |n| entries("", "[[side]]\nid = 's'\nname = 'S'\n", "", n)),
        ("sides that are not declared", |n| entries("", "[[outlet]]\nid = 's#'\nname = 'S'\nside = 'n#'\n", "", n)),
        ("one group of equivalents", |n| entries("equivalents = [[", "'t#', ", "]]\n", n)),
        ("groups of equivalents", |n| entries("equivalents = [", "['t', 't#'], ", "]\n", n)),
        ("issues", |n| entries("", "[[issue]]\nid = 'i#'\nname = 'I'\nquery = 'a OR b'\n", "", n)),
        ("one long query", |n| entries("[[issue]]\nid = 'i'\nname = 'I'\nquery = '", "a OR b ", "'\n", n)),
        ("brackets of TOML", |n| entries("a = ", "[", "", n)),
        ("a title", |n| entries("title = '", "a ", "'\n", n)),
        ("keys", |n| entries("", "k# = 1\n", "", n)),
        ("tables of TOML", |n| entries("[a", ".b#", "]\n", n)),
        ("people of one surname", |n| {
            let file = again("a.txt", "“So it is,” said Mr. Keller.\n\n", n / 2).file;
            Folder { file, ..entries("", "[[person]]\nid = 'p#'\nname = 'A# Keller'\n", "", n / 2) }
        }),
        ("people with roles", |n| {
            let piece = "[[person]]\nid = 'p#'\nname = 'A# B#'\nroles = [{ title = 'R', called = ['r#'] }]\n";
            let file = again("a.txt", "“So it is,” the mayor of the town said.\n\n", n / 2).file;
            Folder { file, ..entries("", piece, "", n / 2) }
        }),
    ]
}

/// Time that this thread was given, where the system tells, and the most
/// memory beside what was held; and the first problem.
fn measured(folder: &Folder) -> (Duration, usize, Option<String>) {
    let held = MEMORY.current_usage();
    MEMORY.reset_peak_usage();
    let begun = clock();
    let catalogue = (!folder.catalogue.is_empty()).then_some(("catalog.toml", folder.catalogue.as_str()));
    let built = build(&[SourceFile { name: folder.name, bytes: folder.file.as_bytes() }], catalogue);
    let took = clock() - begun;
    let peak = MEMORY.peak_usage().saturating_sub(held);
    let problem = built.err().map(|problems| {
        assert!(problems.iter().all(|problem| problem.place.text.len() < 2000 && problem.remedy.len() < 2000));
        problems[0].to_string()
    });
    (took, peak, problem)
}

#[test]
fn a_megabyte_of_anything_takes_time_and_memory_in_proportion() {
    let show = std::env::var_os("SHOW").is_some();
    let only = std::env::var("ONLY").unwrap_or_default();
    let mut failed = Vec::new();
    for (what, make) in every().into_iter().filter(|(what, _)| what.contains(&only)) {
        let size = if show || !cfg!(debug_assertions) { 1 << 20 } else { 1 << 16 };
        let (one, two) = (make(size), make(2 * size));
        let length = |folder: &Folder| folder.file.len() + folder.catalogue.len();
        // A machine that is busy with other work is given three tries.
        let best = |folder: &Folder| (0..3).map(|_| measured(folder)).min_by_key(|(took, ..)| *took).unwrap();
        let ((mut took, peak, problem), (mut twice, more, _)) = (best(&one), best(&two));
        let ratio = |took: Duration, twice: Duration| twice.as_secs_f64() / took.as_secs_f64();
        if ratio(took, twice) > 3.2 {
            (took, twice) = (took.max(best(&one).0), twice.min(best(&two).0));
        }
        let ratio = ratio(took, twice);
        let (held, double) = (peak as f64 / length(&one) as f64, more as f64 / length(&two) as f64);
        if show {
            let told = problem.as_deref().and_then(|told| told.lines().next()).unwrap_or("");
            let told: String = told.chars().take(70).collect();
            println!("{what:40} {took:9.1?} ×{ratio:4.1}  {held:5.1} {double:5.1} times its size  {told}");
        }
        // Little work has much noise, and tables that double at a step.
        if ratio > 3.2 && twice > Duration::from_millis(50) {
            failed.push(format!("{what}: twice the length takes {ratio:.1} times the time ({twice:?})"));
        }
        if double > 1.6 * held && double > 8.0 {
            failed.push(format!("{what}: memory grows from {held:.1} to {double:.1} times the length"));
        }
        let megabyte = make(1 << 20);
        let of_megabyte = measured(&megabyte).1 as f64 / length(&megabyte) as f64;
        if of_megabyte > 10.0 {
            failed.push(format!("{what}: a megabyte takes {of_megabyte:.1} times its length of memory"));
        }
        if !cfg!(debug_assertions) && took > Duration::from_secs(1) {
            failed.push(format!("{what}: {took:?} for a megabyte"));
        }
    }
    assert!(failed.is_empty(), "{}", failed.join("\n"));
}
