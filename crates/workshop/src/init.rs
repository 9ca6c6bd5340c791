//! A first catalogue, written from what was recognised.
//!
//! Invariant: the build takes it as it is; what it says is said with its basis
//! and its words, and what is only proposed stands in comments.

use std::collections::BTreeSet;
use std::fmt::Write;

use summitry_corpus::escape::toml;
use summitry_corpus::{Article, Basis, Examined, Examiner, Problem, Provenance, SourceFile};

use crate::folder::{CATALOGUE, Folder, problem};
use crate::propose::{Proposals, ProposedPerson, free_id, id_of, propose};

/// How often somebody must speak to be written down at once.
const SPEAKS: usize = 2;
/// The most meetings and issues that are proposed in comments.
const SHOWN: usize = 8;

/// What a catalogue begins with in which nothing is said yet: what it is, for
/// whoever reads it in the folder.
pub(crate) fn begun() -> String {
    [HEAD, IN_A_PAGE, FACTS, "title = \"\"\ndescription = \"\"\n"].concat()
}

/// Whether a catalogue was begun here, and so has sections.
pub(crate) fn has_sections(text: &str) -> bool {
    text.trim_start_matches('\u{feff}').starts_with(HEAD)
}

/// What stands above the first table of a kind, in a catalogue with sections.
pub(crate) fn section(table: &str) -> &'static str {
    match table {
        "side" => SIDES,
        "outlet" => OUTLETS,
        "person" => PEOPLE,
        "meeting" => WHERE_THEY_MET,
        "event" => EVENTS,
        "issue" => SEARCHES,
        "article" => ARTICLES,
        _ => "",
    }
}

/// A catalogue for the articles of a folder.
///
/// # Errors
/// When there is no article, or none can be read.
pub fn init(folder: &Folder) -> Result<String, Vec<Problem>> {
    let (examiner, _) = Examiner::new(None);
    let files: Vec<(&str, Examined)> =
        folder.articles().map(|(name, bytes)| (name, examiner.examine(SourceFile { name, bytes }))).collect();
    let articles: Vec<_> = files
        .iter()
        .flat_map(|(_, found)| found.articles.iter().zip(found.outlets.iter().map(Option::as_ref)))
        .collect();
    if articles.is_empty() {
        let refused: Vec<Problem> = files.into_iter().filter_map(|(_, found)| found.refused).collect();
        let none =
            || vec![problem(CATALOGUE, "There is no article.", "Put texts that end in .txt, .md or .html there.")];
        return Err(if refused.is_empty() { none() } else { refused });
    }
    let proposals = propose(&articles);
    let articles: Vec<&Article> = articles.iter().map(|(article, _)| *article).collect();
    let entries = entries(&articles, &proposals);
    let text = written(&articles, &proposals, &entries, &|_| true);
    // A fact whose words are not found again is left to the rules, which find it anyway.
    let refused = refused(folder, &text);
    if refused.is_empty() {
        return Ok(text);
    }
    let sure = |file: &str| !refused.contains(file);
    Ok(written(&articles, &proposals, &entries, &sure))
}

/// The articles whose entries the build would refuse.
fn refused(folder: &Folder, text: &str) -> BTreeSet<String> {
    let (examiner, _) = Examiner::new(Some((CATALOGUE, text)));
    let mut refused = BTreeSet::new();
    for (name, bytes) in folder.articles() {
        let found = examiner.examine(SourceFile { name, bytes });
        if !found.problems.is_empty() {
            refused.extend(found.articles.into_iter().map(|article| article.file));
        }
    }
    refused
}

/// What is said about one article: its id, and its outlet as a claim.
struct Entry {
    id: String,
    outlet: Option<String>,
}

fn entries(articles: &[&Article], proposals: &Proposals) -> Vec<Entry> {
    let mut taken: BTreeSet<String> = BTreeSet::new();
    let mut entries = Vec::with_capacity(articles.len());
    for article in articles {
        let named = proposals.outlets.iter().find_map(|outlet| {
            let named = outlet.articles.iter().find(|named| named.file == article.file)?;
            Some((outlet, named))
        });
        let stem = article.file.rsplit_once('.').map_or(article.file.as_str(), |(stem, _)| stem);
        let wanted = match (named, &article.published) {
            (Some((outlet, _)), Some(published)) => format!("{}-{}", outlet.id, published.date),
            (None, Some(published)) => format!("{}-{}", id_of(&article.headline.value, 24), published.date),
            _ => id_of(stem, 40),
        };
        let id = free_id(wanted.trim_matches('-'), "article", taken.iter().map(String::as_str));
        taken.insert(id.clone());
        let outlet = named.map(|(outlet, named)| {
            let basis = if named.because.is_empty() && !named.evidence.is_empty() { "stated" } else { "inferred" };
            claim(&outlet.id, basis, &named.evidence, &named.because)
        });
        entries.push(Entry { id, outlet });
    }
    entries
}

fn written(articles: &[&Article], proposals: &Proposals, entries: &[Entry], sure: &dyn Fn(&str) -> bool) -> String {
    let mut text = [HEAD, RECOGNISED, FACTS].concat();
    let _ = writeln!(text, "title = {}", toml(&title(articles, proposals)));
    text.push_str("description = \"\"\n");
    text.push_str(SIDES);
    if !proposals.outlets.is_empty() {
        text.push_str(OUTLETS);
    }
    for outlet in &proposals.outlets {
        let _ = writeln!(text, "\n[[outlet]]\nid = {}\nname = {}", toml(&outlet.id), toml(&outlet.name));
        if outlet.name.contains('.') {
            text.push_str("kind = \"website\"\n");
        }
    }
    let speaks: Vec<&ProposedPerson> = proposals.people.iter().filter(|one| one.count >= SPEAKS).collect();
    if !speaks.is_empty() {
        text.push_str(PEOPLE);
    }
    speaks.iter().for_each(|person| write_person(&mut text, person));
    write_suggestions(&mut text, proposals);
    text.push_str(ARTICLES);
    for (article, entry) in articles.iter().zip(entries) {
        write_article(&mut text, article, entry, sure(&article.file));
    }
    text
}

fn write_person(text: &mut String, person: &ProposedPerson) {
    let _ = writeln!(text, "\n[[person]] # {}", spoken(person));
    let _ = writeln!(text, "id = {}\nname = {}", toml(&person.id), toml(&person.name));
    if !person.spellings.is_empty() {
        let list: Vec<String> = person.spellings.iter().map(|one| toml(one)).collect();
        let _ = writeln!(text, "spellings = [{}]", list.join(", "));
    }
    if !person.role.is_empty() {
        let _ = writeln!(text, "roles = [{{ title = {} }}]", toml(&person.role));
    }
}

fn spoken(person: &ProposedPerson) -> String {
    let articles =
        if person.files.len() == 1 { "1 article".to_owned() } else { format!("{} articles", person.files.len()) };
    format!("{} statements in {articles}", person.count)
}

/// Meetings and issues, in comments: what they are is an editor's choice.
fn write_suggestions(text: &mut String, proposals: &Proposals) {
    text.push_str(MEETINGS);
    for meeting in proposals.meetings.iter().take(SHOWN) {
        let end = meeting.end.map(|end| format!("# end = \"{end}\"\n")).unwrap_or_default();
        let _ = write!(
            text,
            "\n# [[meeting]] # named in {} articles of these days\n# id = {}\n# name = {}\n# place = {}\n# start = \"{}\"\n{end}",
            meeting.articles.len(),
            toml(&meeting.id),
            toml(&meeting.name),
            toml(&meeting.place),
            meeting.start,
        );
    }
    text.push_str(ISSUES);
    for issue in proposals.issues.iter().take(SHOWN) {
        let _ = write!(
            text,
            "\n# [[issue]] # {} passages in {} articles\n# id = {}\n# name = {}\n# query = {}\n",
            issue.count,
            issue.articles,
            toml(&issue.id),
            toml(&issue.name),
            toml(&issue.query),
        );
    }
}

fn write_article(text: &mut String, article: &Article, entry: &Entry, sure: bool) {
    // Nothing of a comment may end its line.
    let headline: String = article.headline.value.chars().map(|c| if c.is_control() { ' ' } else { c }).collect();
    let _ = writeln!(text, "\n# {headline}\n[[article]]\nfile = {}\nid = {}", toml(&article.file), toml(&entry.id));
    if !sure {
        text.push_str("# What was recognised here could not be quoted; see what `check` says of it.\n");
        return;
    }
    if let Some(outlet) = &entry.outlet {
        let _ = writeln!(text, "outlet = {outlet}");
    }
    if let Some(published) = &article.published {
        let _ = writeln!(text, "published = {}", said(&published.iso(), &published.why));
    }
    if let Some(byline) = &article.byline {
        let _ = writeln!(text, "byline = {}", said(&byline.value, &byline.why));
    }
}

fn said(value: &str, why: &Provenance) -> String {
    let evidence: Vec<String> = why.evidence.iter().map(|words| words.quote.clone()).collect();
    let basis = if why.basis == Basis::Stated { "stated" } else { "inferred" };
    claim(value, basis, &evidence, &why.reason)
}

fn claim(value: &str, basis: &str, evidence: &[String], because: &str) -> String {
    let mut text = format!("{{ value = {}, basis = \"{basis}\"", toml(value));
    if !evidence.is_empty() {
        let list: Vec<String> = evidence.iter().map(|words| toml(words)).collect();
        let _ = write!(text, ", evidence = [{}]", list.join(", "));
    }
    if !because.is_empty() {
        let _ = write!(text, ", because = {}", toml(because));
    }
    text + " }"
}

/// A title to begin with: how many articles, of whom, and from when.
fn title(articles: &[&Article], proposals: &Proposals) -> String {
    let count = if articles.len() == 1 { "One article".to_owned() } else { format!("{} articles", articles.len()) };
    let named: usize = proposals.outlets.iter().map(|outlet| outlet.articles.len()).sum();
    let by = match proposals.outlets.as_slice() {
        _ if named < articles.len() => String::new(),
        [] => String::new(),
        [one] => format!(" of {}", one.name),
        [one, other] => format!(" of {} and {}", one.name, other.name),
        many => format!(" of {} outlets", many.len()),
    };
    let years = articles.iter().filter_map(|article| Some(article.published.as_ref()?.date.year()));
    let years: BTreeSet<i16> = years.collect();
    let span = match (years.first(), years.last()) {
        (Some(first), Some(last)) if first == last => format!(", {first}"),
        (Some(first), Some(last)) => format!(", {first}–{last}"),
        _ => String::new(),
    };
    format!("{count}{by}{span}")
}

const HEAD: &str = "\
# The catalogue: what is said about the articles beside their own words.
#
";
const RECOGNISED: &str = "\
# It was written from what was recognised in the files. Read it over, correct it,
# and add what is in comments where it fits. Every fact is a table
";
const IN_A_PAGE: &str = "\
# It was begun in the workshop of a page: each correction made there is a line
# here. What is not said is told by rules from the files. Every fact is a table
";
const FACTS: &str = "\
# { value, basis, evidence, because }: basis = \"stated\" means that the words in
# `evidence` say it, \"inferred\" that it follows, and `because` says how. Each
# quotation is looked up in the article, and a wrong one stops the build.

";
const SIDES: &str = "
# ---------------------------------------------------------------------- sides
#
# Whom people and outlets speak for, with the words by which unnamed speakers
# are told, such as:
#
# [[side]]
# id = \"north\"
# name = \"Northern\"
# abbreviation = \"N\"
# words = [\"Northland\", \"Northern\"]
";
const OUTLETS: &str = "
# -------------------------------------------------------------------- outlets
";
const PEOPLE: &str = "
# --------------------------------------------------------------------- people
#
# Whoever speaks and is named in full. Add side = \"…\", pronoun = \"he\", \"she\" or
# \"they\", and from and until to the roles.
";
const MEETINGS: &str = "
# ------------------------------------------------------------------- meetings
#
# Places of meetings that several articles name. The days are those on which
# the articles appeared: put the meeting's own in their place.
";
const WHERE_THEY_MET: &str = "
# ------------------------------------------------------------------- meetings
#
# What the articles are about: a place, days, and who took part.
";
const EVENTS: &str = "
# --------------------------------------------------------------------- events
#
# What lay between two articles, each with a source where it can be looked up.
";
const SEARCHES: &str = "
# --------------------------------------------------------------------- issues
#
# An issue is a search, run over each passage.
";
const ISSUES: &str = "
# --------------------------------------------------------------------- issues
#
# An issue is a search, run over each passage. These are words that set some of
# the articles apart.
";
const ARTICLES: &str = "
# ------------------------------------------------------------------- articles
";

#[cfg(test)]
mod tests;
