//! What holds for every input.
#![allow(missing_docs, reason = "a test")]

mod common;

use std::time::Duration;

use common::{clock, nothing_is_dropped};
use proptest::prelude::*;
use summitry_corpus::clean::segment::is_blank;
use summitry_corpus::{Article, Built, Corpus, ReceivedFate, SourceFile, build};

fn built(name: &str, bytes: &[u8]) -> Option<Built> {
    match build(&[SourceFile { name, bytes }], None) {
        Ok(built) => Some(built),
        Err(problems) => {
            assert!(!problems.is_empty());
            for problem in problems {
                assert!(problem.place.line >= 1 && problem.place.column >= 1);
                assert!(!problem.message.is_empty() && !problem.remedy.is_empty());
                assert!(problem.to_string().contains("help: "));
            }
            None
        }
    }
}

/// The parts of a source with what became of each are the source again.
fn what_was_received_is_told_whole(article: &Article) {
    let parts = article.received();
    assert_eq!(parts.iter().map(|part| part.text).collect::<String>(), article.source);
    let mut line = 1;
    for part in &parts {
        assert_eq!(part.line, line);
        line += u32::from(part.text.ends_with('\n'));
        assert!(part.text.trim_end_matches('\n').find('\n').is_none(), "two lines in one part");
        let (told, shown) = match part.fate {
            ReceivedFate::Blank => (None, part.text.chars().any(|c| !is_blank(c))),
            ReceivedFate::Kept(block) => (Some(block.range), false),
            ReceivedFate::Removed(piece) => (Some(piece.range), false),
        };
        assert!(!shown, "{:?} is called blank", part.text);
        assert!(told.is_none_or(|range| range.of(&article.source).contains(part.text.trim_matches(is_blank))));
    }
    let repaired: usize = parts.iter().map(|part| part.repairs.len()).sum();
    let made: usize = article.blocks.iter().map(|block| block.emendations.len()).sum();
    if article.file.ends_with(".txt") {
        assert_eq!(repaired, made, "{:?}", article.source);
    }
}

fn voices_lie_in_their_passages(article: &Article) {
    for voice in &article.voices {
        let block = article.passage(voice.passage).unwrap();
        assert_eq!(voice.range.of(&block.text), voice.text);
        assert!(!voice.why.is_empty() && !voice.speaker.is_empty() && !voice.text.is_empty());
    }
}

/// Pieces of which lines are made: words of sites, marks, names, damage.
fn piece() -> impl Strategy<Value = String> {
    let words = [
        "Home",
        "See also:",
        "By Jane Doe",
        "21 October 2001",
        "he said",
        "“",
        "”",
        "\"",
        "'",
        "’",
        "said",
        "Mr. Putin",
        "President",
        "told",
        "that",
        "according to",
        "experts",
        ".",
        ",",
        " ",
        "\n",
        "\n\n",
        "\r\n",
        "\r",
        "\u{c}",
        "\t",
        "\u{a0}",
        "\u{ad}",
        "\u{200b}",
        "\u{feff}",
        "• ",
        "- ",
        "# ",
        "theUnited States",
        "â€™",
        "Ã©",
        "é",
        "日本",
        "😀",
        "Advertisement",
        "Subscribe now",
        "| ",
        " - 2003-09-24",
        "The two sides agreed to meet again next year in Vienna.",
        "…",
        "(",
        ")",
        "[",
        "]",
        "_",
        "* * *",
        "Share",
        "U.S.",
        "St.",
        "a",
        "B",
        "1.",
        "--",
    ];
    prop_oneof![4 => proptest::sample::select(words.to_vec()).prop_map(str::to_owned), 1 => "\\PC{0,12}"]
}

fn text() -> impl Strategy<Value = String> {
    proptest::collection::vec(piece(), 0..80).prop_map(|pieces| pieces.concat())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: ProptestConfig::default().cases.max(600), failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_text_is_kept_whole(text in text()) {
        if let Some(built) = built("a.txt", text.as_bytes()) {
            let article = &built.corpus.articles[0];
            nothing_is_dropped(article);
            what_was_received_is_told_whole(article);
            voices_lie_in_their_passages(article);
            let numbers: Vec<u32> = article.passages().filter_map(|block| block.n).collect();
            prop_assert!(numbers.iter().copied().eq(1..=numbers.len() as u32));
        }
    }

    #[test]
    fn a_corpus_is_read_back_the_same(text in text(), ending in "txt|md|html") {
        if let Some(built) = built(&format!("a.{ending}"), text.as_bytes()) {
            let bytes = built.corpus.encode();
            prop_assert_eq!(Corpus::decode(&bytes).unwrap(), built.corpus);
        }
    }

    #[test]
    fn any_bytes_give_a_corpus_or_a_problem(bytes in proptest::collection::vec(any::<u8>(), 0..400), ending in "txt|md|html") {
        built(&format!("a.{ending}"), &bytes);
    }

    #[test]
    fn a_damaged_corpus_is_an_error_or_a_corpus(text in text(), at in any::<prop::sample::Index>(), byte in any::<u8>(), cut in any::<prop::sample::Index>()) {
        if let Some(built) = built("a.txt", text.as_bytes()) {
            let mut bytes = built.corpus.encode();
            let index = at.index(bytes.len());
            bytes[index] = byte;
            let _ = Corpus::decode(&bytes);
            bytes.truncate(cut.index(bytes.len()));
            let _ = Corpus::decode(&bytes);
        }
    }

    #[test]
    #[cfg(feature = "catalogue")]
    fn any_catalogue_gives_a_corpus_or_a_problem(lines in proptest::collection::vec(catalogue_line(), 0..30)) {
        let catalogue = lines.join("\n");
        let source = SourceFile { name: "a.txt", bytes: b"Title of it\n\nA sentence that is long enough to be taken for text." };
        if let Err(problems) = build(&[source], Some(("catalog.toml", &catalogue))) {
            for problem in problems {
                prop_assert!(problem.place.line >= 1 && !problem.remedy.is_empty());
            }
        }
    }
}

#[cfg(feature = "catalogue")]
fn catalogue_line() -> impl Strategy<Value = String> {
    let lines = [
        "[[article]]",
        "file = 'a.txt'",
        "file = 'b.txt'",
        "id = 'x'",
        "id = 'X Y'",
        "[[issue]]",
        "query = 'a OR b'",
        "name = 'N'",
        "[[side]]",
        "[[outlet]]",
        "side = 'us'",
        "[[person]]",
        "[[meeting]]",
        "place = 'P'",
        "start = '2001-02-30'",
        "start = '2001-02-03'",
        "outlet = { value = 'x', basis = 'stated', evidence = ['Title'] }",
        "published = { value = '2001', basis = 'inferred', because = 'x' }",
        "emendations = [{ line = 3, was = 'sentence', now = 'phrase', because = 'why' }]",
        "lines = [{ line = 99, kind = 'removed' }]",
        "speakers = [{ line = 3, person = 'x', because = 'y' }]",
        "at_least = -1",
        "title = 'T'",
        "participants = ['x']",
    ];
    prop_oneof![9 => proptest::sample::select(lines.to_vec()).prop_map(str::to_owned), 1 => "\\PC{0,20}"]
}

#[test]
fn a_megabyte_of_anything_is_done_within_a_second() {
    let pieces = [
        "\0",
        "\n",
        "\r",
        "\t",
        " ",
        "\u{a0}",
        "\u{ad}",
        "\u{c}",
        "a",
        "A",
        "0",
        ".",
        ",",
        "!",
        ":",
        "-",
        "–",
        "•",
        "* ",
        "#",
        "\"",
        "'",
        "“",
        "”",
        "‘",
        "’",
        "«",
        "(",
        "[",
        "|",
        "&",
        "<",
        ">",
        "é",
        "日",
        "😀",
        "\u{301}",
        "â",
        "â€™",
        "a\n",
        "a\n\n",
        "A ",
        "A B ",
        "said ",
        "and said ",
        ", said ",
        "he said ",
        "Mr. A said that ",
        "“a” said B. ",
        "\"A,\" he said. ",
        "according to ",
        "a.",
        "a,",
        " . ",
        " , ",
        "a . ",
        "‘a",
        "\"a ",
        "“a ",
        "He said 'a ",
        "He said “a. ",
        "A: b\n\n",
        "Q a?\n\n",
        "By A B\n\n",
        "5 May 2001\n\n",
        "a- b ",
        "Â\u{a0}",
        "РџС",
        "the a, who said ",
        "21 October 2001 ",
        "x 2001-",
        "“A b.\n\n",
        "A b.”\n\n",
        "The message reads:\n\n“A b.\n\n",
        "Anna Keller sent a message.\n\n",
        "Furious Anna Keller said so. ",
        "In the opinion of the mayor, it is. ",
        "Lev Orlov Orlov Lev said that ",
        "2:06 P.M. EST THE PRESIDENT: A.\n\n",
        "AUDIENCE: Booo —\n\n",
        "Mr A and Mr B met and said that ",
        "05/08/03\n\n",
        "claims that a, have ",
        "Home\n",
        "See also:\n",
        "- a\n",
        "theUnited ",
        "<p>",
        "<div><b>",
        "&amp;",
        "![a](b) ",
        "[a](b)",
        "**a** ",
        "`",
        "```\n",
        "---\n",
    ];
    // Without optimisation a little is as much work.
    let size = if cfg!(debug_assertions) { 1 << 15 } else { 1 << 20 };
    let limit = Duration::from_secs(if cfg!(debug_assertions) { 2 } else { 1 });
    for piece in pieces {
        let text = piece.repeat(size / piece.len());
        for name in ["a.txt", "a.md", "a.html"] {
            // A machine that is busy with other work is given three tries.
            let tries = (0..3).map(|_| {
                let begun = clock();
                built(name, text.as_bytes());
                clock() - begun
            });
            let mut took = Duration::MAX;
            for one in tries {
                took = took.min(one);
                if took < limit {
                    break;
                }
            }
            if std::env::var_os("SHOW").is_some() && took > limit / 5 {
                println!("{name}: {piece:?} took {took:?}");
            }
            assert!(took < limit, "{name}: {piece:?} took {took:?}");
        }
    }
}

#[test]
fn a_file_of_fifty_megabytes_is_read() {
    let line = "The two presidents met again, and Mr. Bush said that the talks had been good. ".repeat(6) + "\n\n";
    let size = if cfg!(debug_assertions) { 5 << 20 } else { 50 << 20 };
    let text = line.repeat(size / line.len());
    let begun = clock();
    let built = built("a.txt", text.as_bytes()).unwrap();
    nothing_is_dropped(&built.corpus.articles[0]);
    what_was_received_is_told_whole(&built.corpus.articles[0]);
    let took = clock() - begun;
    assert!(took < Duration::from_secs(60), "{took:?}");
}

#[test]
fn line_ends_and_marks_of_other_systems_change_nothing() {
    let text = "A headline of five words\n\nThe two presidents met again in the capital on Sunday.\n\nThey had “good” talks about many things, he said.\n";
    let plain = built("a.txt", text.as_bytes()).unwrap().corpus;
    let reading = |corpus: &Corpus| -> Vec<_> {
        corpus.articles[0].blocks.iter().map(|b| (b.kind, b.text.clone(), b.lines)).collect()
    };
    for other in [text.replace('\n', "\r\n"), format!("\u{feff}{text}")] {
        assert_eq!(reading(&built("a.txt", other.as_bytes()).unwrap().corpus), reading(&plain));
    }
    let empty = built("empty.txt", b"").unwrap();
    assert_eq!(empty.corpus.articles[0].passages().count(), 0);
    assert!(empty.warnings[0].to_string().contains("No passage was found"));
}

#[test]
fn files_that_would_share_an_id_are_kept_apart() {
    let body = b"A headline of five words\n\nThe two presidents met again in the capital on Sunday.".as_slice();
    let names = ["a b.txt", "a-b.txt", "A_B.md"];
    let sources = names.map(|name| SourceFile { name, bytes: body });
    let corpus = build(&sources, None).unwrap().corpus;
    let ids: Vec<&str> = corpus.articles.iter().map(|article| article.id.as_str()).collect();
    assert_eq!(ids, ["a-b", "a-b-2", "a-b-3"]);
}
