use super::*;
use crate::pack;
use crate::tests::seeds;

#[test]
fn the_first_catalogue_of_the_five_articles_is_taken_by_the_build_as_it_is() {
    let mut folder = seeds();
    folder.remove(CATALOGUE);
    let (text, built) = begin(&mut folder);
    assert_eq!(built.corpus.articles.len(), 5);
    assert!(text.contains("published = { value = \"2001-10-21T18:52\", basis = \"stated\""), "{text}");
    assert!(text.contains("name = \"Viktor Kremenyuk\""), "{text}");
    assert!(text.contains("# [[issue]] # "), "{text}");
    // What is proposed in comments can be taken by taking the signs away.
    let all: String = text
        .lines()
        .map(|line| line.strip_prefix("# ").filter(|rest| is_toml(rest)).unwrap_or(line).to_owned() + "\n")
        .collect();
    folder.put(CATALOGUE, all.clone().into_bytes()).unwrap();
    let built = pack(&folder).unwrap_or_else(|problems| panic!("{}\n{all}", problems[0])).built;
    assert!(built.corpus.issues.len() >= 4 && built.corpus.sides.len() == 1);
}

/// The first catalogue of a folder, and what the build makes of the two.
fn begin(folder: &mut Folder) -> (String, summitry_corpus::Built) {
    let text = init(folder).unwrap();
    folder.add(CATALOGUE, text.clone().into_bytes()).unwrap();
    let built = pack(folder).unwrap_or_else(|problems| panic!("{}\n{text}", problems[0])).built;
    (text, built)
}

fn is_toml(line: &str) -> bool {
    line.starts_with("[[")
        || ["id", "name", "place", "start", "end", "query", "abbreviation", "words"]
            .iter()
            .any(|key| line.starts_with(&format!("{key} = ")))
}

#[test]
fn pages_and_addresses_say_which_outlet_they_are_of() {
    let mut folder = Folder::new();
    let page = "<!doctype html><html lang=en><head><title>Quota agreed</title><meta property='og:site_name' content='The Coast \"Courier\"'><meta property='article:published_time' content='2014-03-04T10:00:00+01:00'></head><body><article><h1>Quota agreed</h1><p>The ministers agreed on a quota for herring on Tuesday after long talks.</p><p>Nobody was content, said Jon Berg, the minister of Northland, to reporters at the harbour.</p></article></body></html>";
    folder.add("a.html", page.as_bytes().to_vec()).unwrap();
    folder.add("b.txt", b"Talks go on\n\nThe talks on cod go on, and nobody knows for how long.\n\nPublication date: March 5, 2014\n\nDirect link: en.example.org/d/1\n".to_vec()).unwrap();
    let corpus = begin(&mut folder).1.corpus;
    let names: Vec<&str> = corpus.outlets.iter().map(|outlet| outlet.name.as_str()).collect();
    assert_eq!(names, ["The Coast \"Courier\"", "example.org"]);
    assert_eq!(
        corpus.articles.iter().map(|article| article.id.as_str()).collect::<Vec<_>>(),
        ["coast-courier-2014-03-04", "example-org-2014-03-05"]
    );
    assert!(corpus.articles.iter().all(|article| article.outlet.is_some()));
}

#[test]
fn words_that_would_break_a_catalogue_do_not() {
    let mut folder = Folder::new();
    let text = "A \"headline\" # with '''signs''' \\ and \u{2028}more\n\n4 March 2014\n\nThe ministers agreed on a quota for herring on Tuesday after long talks.\n";
    for name in ["it's \"b\\c\" [d].txt".replace('\\', "-"), "ä#1.txt".to_owned(), "plain.md".to_owned()] {
        folder.add(&name, (text.to_owned() + &name).into_bytes()).unwrap();
    }
    begin(&mut folder);
}

#[test]
fn a_folder_without_an_article_gets_a_sentence() {
    let problems = init(&Folder::new()).unwrap_err();
    assert!(problems[0].message.contains("no article"));
}
