//! What is to be done about a problem, in the words of a page.
//!
//! The checks tell who writes a catalogue what to write. Who works in a page
//! presses and chooses; what that is stands here beside the words that tell it
//! in the catalogue.
//!
//! Invariant: what is not known here is told as the checks have it.

/// Words of a remedy, and what is done in the page instead.
const IN_A_PAGE: [(&str, &str); 16] = [
    ("Add [[article]] and file =", "Nothing need be done; what you correct is written down by itself."),
    (
        "Name it in the catalogue: [[outlet]]",
        "Choose it at “Outlet”, under “Facts”; outlets are written under “Outlets and people”.",
    ),
    ("Add published = { value, basis", "Correct “Date”, under “Facts”."),
    ("If it is wrong, add published =", "The first is taken. If it is wrong, correct “Date”, under “Facts”."),
    ("If it is wrong, add byline =", "The first is taken. If it is wrong, correct “Author”, under “Facts”."),
    ("Add headline = {", "If they do not do, correct “Headline”, under “Facts”."),
    ("byline = { … } or credits", "If it is the author’s, correct “Author”, under “Facts”."),
    ("speakers = [{ … }] corrects it", "See under “Who speaks” whose its words are, and change it there."),
    (
        "set its lines to paragraph in the catalogue",
        "Look at the text; press the number of a line that belongs to it, and take it back as a paragraph.",
    ),
    ("to the article's emendations", "Accept or refuse it under “Repairs”."),
    (
        "Quote the words that give the whole date",
        "Select the words that give the whole date, or write why it is this one.",
    ),
    ("Quote the words that state it, or write basis", "Select the words that give it, or write why it is so."),
    ("Add evidence = [", "Select the words that say it, or write why it is so."),
    ("Add because =", "Write in a sentence how it follows."),
    ("declare it with [[", "Choose another one, or write it anew under “Outlets and people”."),
    ("Declare it with [[", "Choose another one, or write it anew under “Outlets and people”."),
];

/// What is done in the page, where that is something else than the remedy says.
pub(crate) fn in_a_page(remedy: &str) -> Option<&'static str> {
    IN_A_PAGE.iter().find(|(words, _)| remedy.contains(words)).map(|(_, instead)| *instead)
}

/// Whether the page says it in its place already: a file without an entry, a
/// fact that is not recognised, a repair that is proposed.
pub(crate) fn is_told_in_its_place(message: &str, remedy: &str) -> bool {
    let facts = ["The outlet is unknown.", "The date of publication is unknown."];
    facts.contains(&message) || is_no_entry(remedy) || remedy.contains("to the article's emendations")
}

/// Whether it says only that the catalogue does not name a file.
fn is_no_entry(remedy: &str) -> bool {
    remedy.contains("Add [[article]] and file =")
}

#[cfg(test)]
mod tests {
    use super::*;
    use summitry_corpus::{Examiner, SourceFile};

    /// What the checks say of an article, and what is to be done in the catalogue.
    fn said(catalogue: &str, text: &str) -> Vec<(String, String)> {
        let (examiner, _) = Examiner::new(Some(("catalog.toml", catalogue)));
        let found = examiner.examine(SourceFile { name: "a.txt", bytes: text.as_bytes() });
        let warnings = examiner.warnings(&found.articles);
        let warned = found.warnings.iter().chain(&warnings).map(|one| (one.message.clone(), one.remedy.clone()));
        warned.chain(found.problems.iter().map(|one| (one.message.clone(), one.remedy.clone()))).collect()
    }

    const TEXT: &str = "Talks on herring end\n\nThe ministers ended their talks on herring on Tuesday, and nobody was content withthe quota.\n\nWith the quota nobody was content, they said.\n";

    #[test]
    fn an_article_that_nobody_touched_is_told_nothing_that_its_facts_and_repairs_say() {
        let left: Vec<_> =
            said("", TEXT).into_iter().filter(|(message, remedy)| !is_told_in_its_place(message, remedy)).collect();
        assert_eq!(left, []);
    }

    #[test]
    fn nothing_that_a_form_can_do_wrong_is_told_in_words_of_the_catalogue() {
        let entry = "[[article]]\nfile = \"a.txt\"\n";
        for fact in [
            "published = { value = \"2022-03-06\", basis = \"stated\", evidence = [\"on Tuesday\"] }",
            "published = { value = \"yesterday\", basis = \"inferred\", because = \"So.\" }",
            "headline = { value = \"No such words\", basis = \"stated\", evidence = [\"on Tuesday\"] }",
            "headline = { value = \"Talks\", basis = \"stated\", evidence = [\"not there at all\"] }",
            "headline = { value = \"Talks\", basis = \"stated\" }",
            "headline = { value = \"Talks\", basis = \"inferred\" }",
            "outlet = { value = \"nobody\", basis = \"inferred\", because = \"So.\" }",
        ] {
            let all = said(&format!("{entry}{fact}\n"), TEXT);
            assert!(!all.is_empty(), "{fact}");
            for (message, remedy) in all {
                let told = in_a_page(&remedy).unwrap_or(&remedy);
                assert!(!["= ", "[[", "{"].iter().any(|sign| told.contains(sign)), "{fact}: {message} {told}");
            }
        }
    }
}
