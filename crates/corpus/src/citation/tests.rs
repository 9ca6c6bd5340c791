//! What the five articles of the collection do not show: several authors,
//! missing facts, hostile headlines.

use super::{Format, Reading, Reference, Style, records};
use crate::build::build_one;
use crate::{Article, Basis, Corpus, Date, SourceFile, build};

/// An article with what a test says about it.
fn corpus(outlet: &str, said: &str, headline: &str) -> Corpus {
    let text =
        format!("{headline}\n\nBy Nobody\n\nThe two sides met for talks and agreed to meet again in the spring.\n");
    let catalogue = format!("{outlet}\n[[article]]\nfile = 'a.txt'\nid = 'a'\n{said}\n");
    let built = build(&[SourceFile { name: "a.txt", bytes: text.as_bytes() }], Some(("catalog.toml", &catalogue)));
    built.map(|built| built.corpus).unwrap_or_else(|problems| panic!("{}", problems[0]))
}

const TIMES: &str = "[[outlet]]\nid = 'times'\nname = 'The Hill Times'\n";

fn fact(value: &str) -> String {
    format!("{{ value = {value:?}, basis = 'inferred', evidence = ['agreed'], because = 'So it is.' }}")
}

/// The fact that an article has, as if the source said it.
fn stated(article: &mut Article) {
    if let Some(byline) = &mut article.byline {
        byline.why.basis = Basis::Stated;
    }
    if let Some(published) = &mut article.published {
        published.why.basis = Basis::Stated;
    }
    if let Some(outlet) = &mut article.outlet {
        outlet.why.basis = Basis::Stated;
    }
}

fn cited(byline: &str, passage: Option<u32>) -> Vec<String> {
    let said = format!("outlet = {}\npublished = {}\nbyline = {}", fact("times"), fact("2001-10-21"), fact(byline));
    let mut corpus = corpus(TIMES, &said, "Talks end");
    corpus.articles.iter_mut().for_each(stated);
    let reference = Reference::new(&corpus, &corpus.articles[0]).passage(passage);
    let all = Style::ALL.iter().flat_map(|style| style.cite(&reference));
    all.map(|(_, phrase)| phrase.plain()).collect()
}

/// Quoted words are cited at second hand, in a passage that has some alone.
#[test]
fn words_that_somebody_says_are_cited_as_quoted_in_the_article() {
    let said = format!("outlet = {}\nbyline = {}", fact("times"), fact("Peter Baker"));
    let mut corpus = corpus(TIMES, &said, "Talks end");
    corpus.articles.iter_mut().for_each(stated);
    let article = &mut corpus.articles[0];
    let block = article.passage(1).unwrap().clone();
    article.voices = crate::voices::voices(
        &[crate::Block { text: "“We met,” the minister said.".to_owned(), ..block }],
        crate::voices::Context::default(),
    );
    let forms = |passage| {
        let reference = Reference::new(&corpus, &corpus.articles[0]).passage(passage);
        let last = |style: Style| style.cite(&reference).pop().map(|(_, phrase)| phrase.plain());
        Style::ALL.map(|style| last(style).unwrap())
    };
    assert_eq!(
        forms(Some(1)),
        [
            "(qtd. in Baker, par. 1)",
            "(as cited in Baker, n.d., para. 1)",
            "Quoted in Peter Baker, “Talks End,” Hill Times, par. 1.",
        ]
    );
    assert!(forms(None).iter().all(|form| !form.to_lowercase().contains(" in baker")));
}

#[test]
fn two_authors_are_joined_as_each_style_joins_them() {
    assert_eq!(
        cited("Peter Baker and Susan Glasser", Some(1)),
        [
            "Baker, Peter, and Susan Glasser. “Talks End.” The Hill Times, 21 Oct. 2001.",
            "(Baker and Glasser, par. 1)",
            "Baker, P., & Glasser, S. (2001, October 21). Talks end. The Hill Times.",
            "(Baker & Glasser, 2001, para. 1)",
            "Baker, Peter, and Susan Glasser. “Talks End.” Hill Times, October 21, 2001.",
            "Peter Baker and Susan Glasser, “Talks End,” Hill Times, October 21, 2001, par. 1.",
            "Baker and Glasser, “Talks End,” par. 1.",
        ]
    );
}

#[test]
fn three_and_four_authors_are_shortened_where_the_style_says_so() {
    let three = cited("Ann One, Bob Two and Cid Three", None);
    assert!(three[0].starts_with("One, Ann, et al. “Talks End.”"), "{}", three[0]);
    assert_eq!(three[1], "(One et al.)");
    assert!(three[2].starts_with("One, A., Two, B., & Three, C. (2001"), "{}", three[2]);
    assert!(three[4].starts_with("One, Ann, Bob Two, and Cid Three. “Talks End.”"), "{}", three[4]);
    assert!(three[5].starts_with("Ann One, Bob Two, and Cid Three, “Talks End,”"), "{}", three[5]);
    assert_eq!(three[6], "One et al., “Talks End.”");
    let four = cited("Ann One, Bob Two, Cid Three, Dan Four", None);
    assert!(four[5].starts_with("Ann One et al., “Talks End,”"), "{}", four[5]);
}

#[test]
fn an_organisation_is_not_turned_round() {
    let cited = cited("The Associated Press", None);
    assert!(cited[0].starts_with("The Associated Press. “Talks End.”"), "{}", cited[0]);
    assert_eq!(cited[3], "(The Associated Press, 2001)");
}

#[test]
fn what_is_not_known_is_left_out_or_said_to_be_unknown() {
    let corpus = corpus("", "", "Talks end");
    let day = Date::new(2024, 5, 3);
    let reading = Reading { collection: "A Week in Spring", address: "https://example.org/#/read/a", day };
    let mut article = corpus.articles[0].clone();
    (article.byline, article.published, article.outlet) = (None, None, None);
    let reference = Reference::new(&corpus, &article).read_in(reading);
    let all = Style::ALL.iter().flat_map(|style| style.cite(&reference));
    assert_eq!(
        all.map(|(_, phrase)| phrase.plain()).collect::<Vec<_>>(),
        [
            "“Talks End.” A Week in Spring, example.org/#/read/a. Accessed 3 May 2024.",
            "(“Talks End”)",
            "Talks end. (n.d.). https://example.org/#/read/a",
            "(“Talks End,” n.d.)",
            "“Talks End.” Accessed May 3, 2024. https://example.org/#/read/a.",
            "“Talks End,” accessed May 3, 2024, https://example.org/#/read/a.",
            "“Talks End.”",
        ]
    );
}

#[test]
fn the_articles_own_address_is_given_before_the_collections() {
    let corpus = corpus("", "url = 'https://times.example/a'", "Talks end");
    let reading = Reading { collection: "A Week in Spring", address: "https://example.org/", day: None };
    let reference = Reference::new(&corpus, &corpus.articles[0]).read_in(reading);
    let shown = Style::Mla.cite(&reference)[0].1.plain();
    assert!(shown.ends_with("times.example/a.") && !shown.contains("Spring"), "{shown}");
}

#[test]
fn a_headline_in_another_language_keeps_its_capitals_in_every_form() {
    let text = "Stadtrat streitet über Pläne für die Straßenbahn\n\nDer Stadtrat hat am Dienstag über die neue Linie gestritten. Eine Entscheidung soll nach der Sommerpause fallen, sagte die Bürgermeisterin.\n";
    let article = Article { byline: None, ..build_one("a.txt", text).corpus.articles.remove(0) };
    let russian = "Городской совет спорит о трамвае\n\nГородской совет во вторник спорил о новой линии, и мэр остался при своём мнении.\n";
    let russian = Article { byline: None, ..build_one("b.txt", russian).corpus.articles.remove(0) };
    let corpus = corpus("", "", "Talks end");
    let reading = Reading { collection: "Streit um die Straßenbahn", address: "https://example.org/", day: None };
    let shown = |article, style: Style, place: usize| {
        let reference = Reference::new(&corpus, article).passage(Some(1)).read_in(reading);
        style.cite(&reference)[place].1.plain()
    };
    assert_eq!(
        shown(&article, Style::Mla, 0),
        "“Stadtrat streitet über Pläne für die Straßenbahn.” Streit um die Straßenbahn, example.org/."
    );
    assert_eq!(shown(&article, Style::Mla, 1), "(“Stadtrat streitet über Pläne,” par. 1)");
    assert!(shown(&article, Style::Apa, 0).starts_with("Stadtrat streitet über Pläne für die Straßenbahn. (n.d.)"));
    assert_eq!(shown(&article, Style::Apa, 1), "(“Stadtrat streitet über Pläne,” n.d., para. 1)");
    assert!(shown(&article, Style::Chicago, 1).starts_with("“Stadtrat streitet über Pläne für die Straßenbahn,” "));
    assert_eq!(shown(&article, Style::Chicago, 2), "“Stadtrat streitet über Pläne,” par. 1.");
    assert_eq!(shown(&russian, Style::Mla, 1), "(“Городской совет спорит о трамвае,” par. 1)");
}

#[test]
fn a_headlines_own_marks_are_kept_or_made_single() {
    let corpus = corpus("", "", "Will “Star Wars” work?");
    let article = Article { byline: None, ..corpus.articles[0].clone() };
    let reference = Reference::new(&corpus, &article).passage(Some(2));
    let shown = |style: Style, place: usize| style.cite(&reference)[place].1.plain();
    assert_eq!(shown(Style::Mla, 0), "“Will ‘Star Wars’ Work?”");
    assert_eq!(shown(Style::Chicago, 1), "“Will ‘Star Wars’ Work?,” par. 2.");
    assert_eq!(shown(Style::Apa, 0), "Will “Star Wars” work? (n.d.).");
}

#[test]
fn what_ends_a_headline_is_never_doubled_and_stands_inside_its_marks() {
    for (headline, entry, note, apa) in [
        (
            "Talks end with a plan.",
            "“Talks End with a Plan.”",
            "“Talks End with a Plan,” par. 2.",
            "Talks end with a plan. ",
        ),
        ("Talks in the U.S.", "“Talks in the U.S.”", "“Talks in the U.S.,” par. 2.", "Talks in the U.S. "),
        ("Who pays?", "“Who Pays?”", "“Who Pays?,” par. 2.", "Who pays? "),
        ("Mayor: \"We agree.\"", "“Mayor: ‘We Agree.’”", "“Mayor: ‘We Agree,’” par. 2.", "Mayor: “We agree.” "),
        (
            "Mayor asks 'Who pays?'",
            "“Mayor Asks ‘Who Pays?’”",
            "“Mayor Asks ‘Who Pays?’,” par. 2.",
            "Mayor asks ‘Who pays?’ ",
        ),
        (
            "Mayor hails 'city’s day'",
            "“Mayor Hails ‘City’s Day.’”",
            "“Mayor Hails ‘City’s Day,’” par. 2.",
            "Mayor hails ‘city’s day’. ",
        ),
        (
            "‘Yes’ to pay for workers’",
            "“‘Yes’ to Pay for Workers’.”",
            "“‘Yes’ to Pay for Workers’,” par. 2.",
            "‘Yes’ to pay for workers’. ",
        ),
    ] {
        let mut corpus = corpus("", "", "Talks end");
        let article = &mut corpus.articles[0];
        (article.headline.value, article.byline) = (headline.to_owned(), None);
        let reference = Reference::new(&corpus, &corpus.articles[0]).passage(Some(2));
        let shown = |style: Style, place: usize| style.cite(&reference)[place].1.plain();
        assert_eq!(shown(Style::Mla, 0), entry);
        assert_eq!(shown(Style::Chicago, 1), note);
        assert!(shown(Style::Apa, 0).starts_with(&[apa, "(n.d.)"].concat()), "{}", shown(Style::Apa, 0));
    }
}

#[test]
fn no_headline_breaks_a_record() {
    let hostile = "50% of {A} & \"B\" \\ C_1 #2 ~ ^ <b>x</b>";
    let corpus = corpus("", "", hostile);
    let article = &corpus.articles[0];
    let of = |format| records(format, [Reference::new(&corpus, article)]);
    let read: serde_json::Value = serde_json::from_str(&of(Format::Csl)).unwrap();
    assert_eq!(read[0]["title"], hostile);
    let bibtex = of(Format::Bibtex);
    assert_eq!(bibtex.matches('{').count(), bibtex.matches('}').count(), "{bibtex}");
    assert!(bibtex.contains(r"50\% of \textbraceleft{}A\textbraceright{} \& "), "{bibtex}");
    assert!(of(Format::Ris).contains(&format!("TI  - {hostile}\r\n")));
    let html = Style::Mla.cite(&Reference::new(&corpus, article))[0].1.html();
    assert!(html.contains("&lt;B&gt;") && !html.contains('<'), "{html}");
}

#[test]
fn a_control_character_is_escaped_in_json() {
    let mut corpus = corpus("", "", "Talks end");
    corpus.articles[0].headline.value = "a\u{1}b\nc".to_owned();
    let text = records(Format::Csl, [Reference::new(&corpus, &corpus.articles[0])]);
    let read: serde_json::Value = serde_json::from_str(&text).unwrap();
    assert_eq!(read[0]["title"], "a\u{1}b\nc");
}

#[test]
fn records_tell_the_time_with_its_zone_and_the_update() {
    let text = "Harbour talks end with a plan\n\nBy Anna Lind\n\nPublished March 3, 2014 6:52 pm GMT\nUpdated March 5, 2014 9:10 am GMT\n\nThe two delegations met for three hours in the old town hall on Tuesday and agreed to meet again before the summer.\n\nThe mayor said the talks had gone better than expected, and that a joint paper would follow within weeks.\n";
    let corpus = build_one("a.txt", text).corpus;
    for format in Format::ALL {
        let record = records(format, [Reference::new(&corpus, &corpus.articles[0])]);
        assert!(record.contains("Published at 18:52 GMT. Updated 2014-03-05, 09:10 GMT."), "{record}");
    }
}
