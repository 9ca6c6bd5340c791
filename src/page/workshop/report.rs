//! What became of each file that was brought in, in a line.
//!
//! Invariant: a file that was not taken says why, and what to do.

use super::reply::{Fact, LeftOut, Report};
use crate::node::{Element, Node, el};
use crate::wording::{count, list};

/// What became of the files: those first that were not taken.
pub fn view(reports: &[Report]) -> Node {
    if reports.is_empty() {
        return Node::Nothing;
    }
    let (gone, rest): (Vec<&Report>, Vec<&Report>) = reports.iter().partition(|report| report.left_out.is_some());
    let (mut taken, rest): (Vec<&Report>, Vec<&Report>) = rest.into_iter().partition(|report| report.taken);
    let (twice, refused): (Vec<&Report>, Vec<&Report>) = rest.into_iter().partition(|report| report.same_as.is_some());
    let articles = taken.iter().filter(|report| !report.catalogue).count();
    let alike = taken.iter().filter(|report| report.same_as.is_some()).count();
    let told = summary(articles, alike, twice.len(), refused.len());
    // First those of which one is to be taken out.
    taken.sort_by_key(|report| report.same_as.is_none());
    el("section")
        .class("brought")
        .at("aria-label", "What was brought in")
        .add(el("p").at("role", "status").class("brought-told").add(told))
        .add(left_out(&gone).map(|told| el("p").class("left-out").add(told)))
        .add(group("Not taken", &refused, true))
        .add(group("Received twice", &twice, true))
        .add(group("Taken", &taken, taken.len() <= 12 || alike > 0))
        .into()
}

/// `9 articles taken, 1 of them with the same words as another, 1 received twice, 2
/// files not taken.` As many are taken as are in the list.
fn summary(taken: usize, alike: usize, twice: usize, refused: usize) -> String {
    let mut parts = vec![format!("{} taken", count(taken, "article", "articles"))];
    if alike > 0 {
        parts.push(format!("{alike} of them with the same words as another"));
    }
    if twice > 0 {
        parts.push(format!("{twice} received twice and kept once"));
    }
    if refused > 0 {
        parts.push(format!("{} not taken", count(refused, "file", "files")));
    }
    let mut told = parts.join(", ");
    told.push('.');
    told[..1].make_ascii_uppercase();
    told
}

/// What is no article for where it lies, in one line however much it is.
fn left_out(reports: &[&Report]) -> Option<String> {
    let sum = |each: fn(LeftOut) -> usize| reports.iter().filter_map(|report| report.left_out).map(each).sum();
    let (pages, systems): (usize, usize) = (sum(|gone| gone.pages), sum(|gone| gone.systems));
    let mut parts = Vec::new();
    if pages > 0 {
        let files = count(pages, "file", "files");
        parts.push(format!("{files} that the browser saved along with pages (pictures, styles, advertisements)"));
    }
    if systems > 0 {
        parts.push(format!("{} that the system keeps for itself", count(systems, "file", "files")));
    }
    (!parts.is_empty()).then(|| format!("Left out, because they are no articles: {}.", list(&parts)))
}

fn group(name: &'static str, reports: &[&Report], open: bool) -> Option<Element> {
    let summary = el("summary").add(format!("{name} ({})", reports.len()));
    let items = el("ul").all(reports.iter().map(|report| item(report)));
    (!reports.is_empty()).then(|| el("details").flag("open", open).add(summary).add(items))
}

fn item(report: &Report) -> Element {
    let name = if report.received_as.is_empty() { &report.file } else { &report.received_as };
    el("li")
        .at("data-taken", if report.taken { "true" } else { "false" })
        .add(el("p").class("file-name").add(name.clone()))
        .add(el("p").add(sentence(report)))
        .all(report.encoding.iter().map(|said| el("p").class("fine").add(said.clone())))
}

/// What was recognised, or why it was not taken and what to do.
fn sentence(report: &Report) -> String {
    if let Some(same) = &report.same_as {
        return match report.taken {
            true => format!("It has the same words as {same}: take one of them out below."),
            false => format!("The same article as {same}; it is kept once."),
        };
    }
    if report.catalogue && report.taken {
        return catalogue(report);
    }
    if !report.taken {
        let why = report.sentence.as_deref().unwrap_or("It could not be read.");
        return [why, report.remedy.as_deref().unwrap_or("")].join(" ").trim_end().to_owned();
    }
    recognised(report)
}

/// What came of a catalogue, which is no article.
fn catalogue(report: &Report) -> String {
    let first = report.sentence.as_deref().unwrap_or("");
    match report.problems.0 {
        0 => "The catalogue: what it says about the articles is taken.".to_owned(),
        number => format!(
            "The catalogue, with {}: {first} “Catalogue” tells where and what to do. One that was made with a newer version of this page can say what this one does not know.",
            count(number, "problem", "problems")
        ),
    }
}

/// `BBC · “Headline” · 2001-10-21 · 24 passages; 3 lines removed, 1 repair proposed.`
fn recognised(report: &Report) -> String {
    let value = |fact: &Option<Fact>| fact.as_ref().and_then(Fact::shown);
    let headline = value(&report.headline).map(|headline| format!("“{headline}”"));
    let parts = [
        value(&report.outlet).unwrap_or_else(|| "Outlet not recognised".to_owned()),
        headline.unwrap_or_else(|| "no headline".to_owned()),
        value(&report.date).unwrap_or_else(|| "no date".to_owned()),
        count(report.passages as usize, "passage", "passages"),
    ];
    let mut more = Vec::new();
    if report.removed.0 > 0 {
        more.push(format!("{} removed", count(report.removed.0, "line", "lines")));
    }
    if report.repairs.0 > 0 {
        more.push(format!("{} proposed", count(report.repairs.0, "repair", "repairs")));
    }
    more.extend(report.to_look_at());
    let more = if more.is_empty() { String::new() } else { format!("; {}", list(&more)) };
    [&parts.join(" · "), more.as_str(), "."].concat()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn fact(value: &str) -> Option<Fact> {
        Some(Fact { value: value.to_owned(), ..Fact::default() })
    }

    #[test]
    fn a_line_says_what_was_recognised_and_what_was_not() {
        let mut report =
            Report { taken: true, headline: fact("Cod"), date: fact("2001-10-21"), passages: 2, ..Report::default() };
        assert_eq!(sentence(&report), "Outlet not recognised · “Cod” · 2001-10-21 · 2 passages.");
        report.outlet = fact("BBC");
        (report.removed.0, report.repairs.0) = (3, 1);
        assert_eq!(sentence(&report), "BBC · “Cod” · 2001-10-21 · 2 passages; 3 lines removed and 1 repair proposed.");
    }

    #[test]
    fn a_file_that_was_not_taken_says_why_and_what_to_do() {
        let report = Report {
            sentence: Some("This is a PDF.".to_owned()),
            remedy: Some("Paste its text.".to_owned()),
            ..Report::default()
        };
        assert_eq!(sentence(&report), "This is a PDF. Paste its text.");
        assert_eq!(
            sentence(&Report { same_as: Some("a.txt".to_owned()), ..report }),
            "The same article as a.txt; it is kept once."
        );
    }

    #[test]
    fn what_lies_beside_saved_pages_is_told_in_one_line() {
        let gone = |pages, systems| Report { left_out: Some(LeftOut { pages, systems }), ..Report::default() };
        assert_eq!(
            left_out(&[&gone(12, 0), &gone(1, 2)]).unwrap(),
            "Left out, because they are no articles: 13 files that the browser saved along with pages (pictures, styles, advertisements) and 2 files that the system keeps for itself."
        );
        assert_eq!(left_out(&[]), None);
    }

    #[test]
    fn a_catalogue_is_reported_as_one() {
        let mut report = Report { taken: true, catalogue: true, ..Report::default() };
        assert_eq!(sentence(&report), "The catalogue: what it says about the articles is taken.");
        report.problems.0 = 1;
        report.sentence = Some("Unknown key `format`.".to_owned());
        assert!(
            sentence(&report).starts_with("The catalogue, with 1 problem: Unknown key `format`. “Catalogue” tells")
        );
    }

    #[test]
    fn the_summary_counts_each_fate_that_there_is() {
        assert_eq!(summary(9, 0, 1, 2), "9 articles taken, 1 received twice and kept once, 2 files not taken.");
        assert_eq!(summary(5, 1, 0, 0), "5 articles taken, 1 of them with the same words as another.");
        assert_eq!(summary(0, 0, 0, 1), "No articles taken, 1 file not taken.");
    }

    #[test]
    fn what_is_to_look_at_is_told_as_a_number_of_all_notes() {
        let mut report = Report { taken: true, passages: 2, ..Report::default() };
        assert_eq!(report.to_look_at(), None);
        (report.damage.0, report.problems.0) = (1, 1);
        assert_eq!(report.to_look_at().unwrap(), "2 things to look at");
        assert!(sentence(&report).ends_with("2 passages; 2 things to look at."));
    }
}
