//! The index against a reader who looks at every passage: random texts and
//! random queries, and both must name the same documents.
#![allow(missing_docs, reason = "a test")]

use proptest::prelude::*;
use summitry_search::Texts;
use summitry_search::analysis::{fold, is_function_word};
use summitry_search::query::parse;

/// Words whose stems are themselves, and that are no function words.
const WORDS: [&str; 8] = ["iran", "iraq", "bush", "putin", "nuclear", "summit", "kgb", "irani"];

#[derive(Clone, Debug)]
enum Ask {
    Word(usize),
    Prefix(usize, usize),
    Phrase(Vec<usize>),
    Within(Vec<usize>, u32),
    And(Box<Ask>, Box<Ask>),
    Or(Box<Ask>, Box<Ask>),
    Not(Box<Ask>, Box<Ask>),
    Times(usize, u32),
    AtLeast(Vec<(usize, u32)>, u32),
}

impl Ask {
    fn text(&self) -> String {
        let words = |list: &[usize]| list.iter().map(|word| WORDS[*word]).collect::<Vec<_>>().join(" ");
        match self {
            Ask::Word(word) => WORDS[*word].into(),
            Ask::Prefix(word, length) => format!("{}*", &WORDS[*word][..*length]),
            Ask::Phrase(list) => format!("\"{}\"", words(list)),
            Ask::Within(list, gap) => format!("\"{}\"~{gap}", words(list)),
            Ask::And(a, b) => format!("({}) AND ({})", a.text(), b.text()),
            Ask::Or(a, b) => format!("({}) OR ({})", a.text(), b.text()),
            Ask::Not(a, b) => format!("({}) AND NOT ({})", a.text(), b.text()),
            Ask::Times(word, count) => format!("{}{{{count}}}", WORDS[*word]),
            Ask::AtLeast(list, sum) => {
                let parts: Vec<String> =
                    list.iter().map(|(word, weight)| format!("{}^{weight}", WORDS[*word])).collect();
                format!("({} OR {})>={sum}", parts.join(" OR "), "nothing")
            }
        }
    }

    /// Whether a document has what is asked, by looking at its words.
    fn holds(&self, document: &[usize]) -> bool {
        match self {
            Ask::Word(word) => document.contains(word),
            Ask::Prefix(word, length) => {
                let beginning = &WORDS[*word][..*length];
                document.iter().any(|word| WORDS[*word].starts_with(beginning))
            }
            Ask::Phrase(list) => document.windows(list.len()).any(|window| window == list),
            Ask::Within(list, gap) => (0..document.len()).any(|start| {
                let end = (start + list.len() + *gap as usize).min(document.len());
                (start..=end).any(|end| has_all(&document[start..end], list))
            }),
            Ask::And(a, b) => a.holds(document) && b.holds(document),
            Ask::Or(a, b) => a.holds(document) || b.holds(document),
            Ask::Not(a, b) => a.holds(document) && !b.holds(document),
            Ask::Times(word, count) => document.iter().filter(|other| *other == word).count() >= *count as usize,
            Ask::AtLeast(list, sum) => {
                list.iter().filter(|(word, _)| document.contains(word)).map(|(_, weight)| weight).sum::<u32>() >= *sum
            }
        }
    }
}

/// Whether a stretch has each word as often as the list has it.
fn has_all(stretch: &[usize], list: &[usize]) -> bool {
    let count = |words: &[usize], word: usize| words.iter().filter(|other| **other == word).count();
    list.iter().all(|word| count(stretch, *word) >= count(list, *word))
}

fn ask() -> impl Strategy<Value = Ask> {
    let word = 0..WORDS.len();
    let different = || prop::sample::subsequence((0..WORDS.len()).collect::<Vec<_>>(), 2..4).prop_shuffle();
    let leaf = prop_oneof![
        word.clone().prop_map(Ask::Word),
        (word.clone(), 1_usize..4).prop_map(|(word, length)| Ask::Prefix(word, length.min(WORDS[word].len()))),
        prop::collection::vec(word.clone(), 2..4).prop_map(Ask::Phrase),
        (different(), 0_u32..4).prop_map(|(list, gap)| Ask::Within(list, gap)),
        (word.clone(), 1_u32..4).prop_map(|(word, count)| Ask::Times(word, count)),
        (different(), prop::collection::vec(1_u32..4, 3), 1_u32..6)
            .prop_map(|(list, weights, sum)| Ask::AtLeast(list.into_iter().zip(weights).collect(), sum)),
    ];
    leaf.prop_recursive(3, 12, 2, |inner| {
        let two = || (inner.clone(), inner.clone()).prop_map(|(a, b)| (Box::new(a), Box::new(b)));
        prop_oneof![
            two().prop_map(|(a, b)| Ask::And(a, b)),
            two().prop_map(|(a, b)| Ask::Or(a, b)),
            two().prop_map(|(a, b)| Ask::Not(a, b)),
        ]
    })
}

#[test]
fn a_plain_document_has_words_and_no_fields() {
    let texts = Texts::new([("iran", "the summit of 2001"), ("iran", "a paper on the summit")].into_iter());
    let found = |query: &str| texts.rank(&parse(query), 10).len();
    assert_eq!(["summit", "outlet:paper", "date:2001", "summit -date:2001"].map(found), [2, 0, 0, 2]);
}

/// The documents with their scores, in order of the documents.
fn scores(documents: &[&str], query: &str) -> Vec<(usize, f32)> {
    let texts = Texts::new(documents.iter().map(|text| ("", *text)));
    let mut scores = texts.rank(&parse(query), 1000);
    scores.sort_by_key(|(at, _)| *at);
    scores
}

fn idf(documents: f32, with: f32) -> f32 {
    (1.0 + (documents - with + 0.5) / (with + 0.5)).ln()
}

fn saturated(count: f32, length: f32, average: f32) -> f32 {
    2.2 * count / (count + 1.2 * (0.25 + 0.75 * length / average))
}

#[track_caller]
fn assert_near(found: &[(usize, f32)], expected: &[(usize, f32)]) {
    let near =
        |((at, score), (other, wanted)): (&(usize, f32), &(usize, f32))| at == other && (score - wanted).abs() < 1e-4;
    let all = found.len() == expected.len() && found.iter().zip(expected).all(near);
    assert!(all, "{found:?}, not {expected:?}");
}

#[test]
fn a_score_is_that_of_the_published_formula() {
    let documents = ["iran", "iraq iran kettle iran iran", "kettle", "iran kettle iran"];
    let expected = |all: f32, words: f32| {
        let iran = |count, length| idf(all, 3.0) * saturated(count, length, words / all);
        [(0, iran(1.0, 1.0)), (1, iran(3.0, 5.0)), (3, iran(2.0, 3.0))]
    };
    assert_near(&scores(&documents, "iran"), &expected(4.0, 10.0));
    // Also where few of many documents match.
    let many: Vec<&str> = documents.iter().copied().chain(["kettle"; 300]).collect();
    assert_near(&scores(&many, "iran"), &expected(304.0, 310.0));
}

#[test]
fn neighbours_count_a_fifth_of_what_they_are_worth_as_a_phrase() {
    let mut documents = vec!["iran kettle iraq", "iran iraq kettle"];
    for others in [2, 300] {
        documents.resize(others, "iran kettle iraq kettle kettle");
        documents.push("iraq");
        let found = scores(&documents, "iran iraq");
        let all = documents.len() as f32;
        let average = documents.iter().map(|text| text.split(' ').count()).sum::<usize>() as f32 / all;
        let pair = 0.2 * (idf(all, all - 1.0) + idf(all, all)) * saturated(1.0, 3.0, average);
        assert!((found[1].1 - found[0].1 - pair).abs() < 1e-5, "{found:?} {pair}");
        documents.pop();
    }
}

#[test]
fn a_group_of_words_counts_as_often_as_it_is_boosted() {
    let documents = ["iran", "iraq iran kettle", "kettle"];
    let once = scores(&documents, "iran OR iraq");
    let twice: Vec<(usize, f32)> = once.iter().map(|(at, score)| (*at, score * 2.0)).collect();
    assert_near(&scores(&documents, "(iran OR iraq)^2"), &twice);
    assert_near(&scores(&documents, "iran^2 OR iraq^2"), &twice);
}

/// The best documents share `lantern`, which the last of them has as well.
#[test]
fn a_second_look_changes_the_order_of_a_long_query_only() {
    let mut documents = vec![
        ("", "iran iraq summit lantern".to_owned()),
        ("", "iran iraq putin lantern".to_owned()),
        ("", "iran kettle".to_owned()),
        ("", "iran lantern".to_owned()),
    ];
    documents.extend((0..60).map(|number| ("", format!("filler number{number} kettle"))));
    let texts = Texts::new(documents.iter().map(|(heading, text)| (*heading, text.as_str())));
    let order = |ranked: Vec<(usize, f32)>| ranked.into_iter().map(|(at, _)| at).collect::<Vec<_>>();
    let short = parse("iran iraq");
    assert_eq!(texts.rank(&short, 10), texts.rank_at_first(&short, 10));
    let long = parse("iran iraq bush putin summit kgb");
    assert_eq!(order(texts.rank_at_first(&long, 10))[2..], [2, 3]);
    assert_eq!(order(texts.rank(&long, 10))[2..], [3, 2]);
}

#[test]
fn the_word_that_most_marks_out_the_best_documents_is_worth_two_fifths_of_one_that_is_asked_for() {
    let mut documents = vec!["iran iraq summit lantern", "putin lantern"];
    documents.resize(62, "kettle");
    let query = "iran iraq summit putin bush";
    let average = 66.0 / 62.0;
    let texts = Texts::new(documents.iter().map(|text| ("", *text)));
    for ((at, first), (again, second)) in
        texts.rank_at_first(&parse(query), 10).into_iter().zip(scores(&documents, query))
    {
        let length = documents[at].split(' ').count() as f32;
        let lantern = 0.4 * idf(62.0, 2.0) * saturated(1.0, length, average);
        assert!(at == again && (second - first - lantern).abs() < 1e-4, "{first} {second} {lantern}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1500))]

    #[test]
    fn the_index_finds_what_a_reader_finds(
        documents in prop::collection::vec(prop::collection::vec(0..WORDS.len(), 0..14), 1..12),
        ask in ask(),
    ) {
        let texts: Vec<String> =
            documents.iter().map(|words| words.iter().map(|word| WORDS[*word]).collect::<Vec<_>>().join(" ")).collect();
        let texts = Texts::new(texts.iter().map(|text| ("", text.as_str())));
        let mut found: Vec<usize> = texts.rank(&parse(&ask.text()), usize::MAX).into_iter().map(|(at, _)| at).collect();
        found.sort_unstable();
        let expected: Vec<usize> =
            documents.iter().enumerate().filter(|(_, document)| ask.holds(document)).map(|(at, _)| at).collect();
        prop_assert_eq!(found, expected, "{}", ask.text());
    }

    #[test]
    fn every_word_is_found_at_its_place(words in prop::collection::vec("[a-zA-Zéß]{3,9}", 1..30)) {
        let text = words.join(" ");
        let other = "something else entirely";
        let texts = Texts::new([("", other), ("", text.as_str())].into_iter());
        // A function word in capitals that is asked for by itself (`US`, `HAS`) is an
        // acronym and only that, while beside others in capitals it is the word.
        let is_acronym = |word: &String| !word.contains(|c: char| c.is_lowercase()) && is_function_word(&fold(word));
        for pair in words.windows(2).filter(|pair| !pair.iter().any(is_acronym)) {
            let phrase = format!("\"{} {}\"", pair[0], pair[1]);
            let found = texts.rank(&parse(&phrase), 10);
            prop_assert!(found.iter().any(|(at, _)| *at == 1), "{phrase} in {text}");
        }
    }

    #[test]
    fn a_query_of_any_signs_gets_an_answer(query in "[ a-c\"()*?~^{}>=:+\\-ANDORNT0-9“”é]{0,60}") {
        let texts = Texts::new([("a b", "a b c a"), ("", "b-c AB")].into_iter());
        let _ = texts.rank(&parse(&query), 10);
        let parsed = parse(&query);
        let _ = parsed.reading();
        for diagnostic in parsed.diagnostics {
            prop_assert!(query.get(diagnostic.range.start as usize..diagnostic.range.end as usize).is_some());
        }
    }
}
