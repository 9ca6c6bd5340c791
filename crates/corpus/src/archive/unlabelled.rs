//! Documents whose fields stand one on a line, in a fixed order and without
//! labels, as Factiva writes them where codes are not asked for: headline,
//! author, number of words, day, newspaper, its code, page, language, copyright.
//!
//! Invariant: read only where the number of words, the day behind it and the
//! document's code all stand where they belong.

use super::labels::{Label, Meaning, is_code};
use crate::metadata::entry::Field;

/// Gives the lines over the text the labels that their places stand for.
pub(super) fn read(lines: &[&str], labels: &mut [Option<Label>]) {
    let Some((count, text)) = head(lines) else { return };
    let field = |name, field| Label { name, meaning: Meaning::Field(field), length: 0, strong: true };
    let other = |name| Label { name, meaning: Meaning::Other, length: 0, strong: true };
    let shown = |at: &usize| lines.get(*at).is_some_and(|line| !line.trim().is_empty());
    let before: Vec<usize> = (0..count).filter(shown).collect();
    // What stands over an author is a headline; over a headline, a section.
    let above = before.iter().rev().nth(1).map_or(0, |at| line(lines, *at).split_whitespace().count());
    let author = before.last().copied().filter(|at| above >= 3 && names_somebody(line(lines, *at)));
    let headline = before.iter().rev().copied().find(|at| Some(*at) != author);
    let mut set = |at: usize, label: Label| {
        if let Some(place) = labels.get_mut(at) {
            *place = Some(label);
        }
    };
    for at in before {
        set(at, other("section"));
    }
    headline.into_iter().for_each(|at| set(at, field("headline", Field::Headline)));
    author.into_iter().for_each(|at| set(at, field("byline", Field::Author)));
    set(count, other("word count"));
    let mut behind = (count + 1..text).filter(shown);
    for (name, what) in [("publication date", Field::Published), ("publication", Field::Outlet)] {
        behind.next().into_iter().for_each(|at| set(at, field(name, what)));
    }
    behind.for_each(|at| set(at, other("copyright")));
    set(text, Label { name: "text", meaning: Meaning::Text, length: 0, strong: true });
}

/// The line with the number of words and that on which the text begins.
fn head(lines: &[&str]) -> Option<(usize, usize)> {
    // Sections, a headline and an author stand before it.
    const LINES_BEFORE: usize = 12;
    let count = lines.iter().take(LINES_BEFORE).position(|line| is_count(line))?;
    let day = crate::dates::find(line(lines, count + 1));
    let dated = day.first().is_some_and(|day| day.range.len() == line(lines, count + 1).len());
    let coded = lines.iter().skip(count).any(|line| is_code(line.trim()));
    let gap = (count + 1..lines.len()).find(|at| line(lines, *at).is_empty())?;
    let text = (gap..lines.len()).find(|at| !line(lines, *at).is_empty())?;
    (dated && coded && gap <= count + 10).then_some((count, text))
}

fn line<'a>(lines: &[&'a str], at: usize) -> &'a str {
    lines.get(at).map_or("", |line| line.trim())
}

/// `412 words`.
fn is_count(line: &str) -> bool {
    let number = line.trim().strip_suffix(" words").unwrap_or("");
    !number.is_empty() && number.bytes().all(|byte| byte.is_ascii_digit() || byte == b',')
}

/// A byline, or two to five capitalised words.
fn names_somebody(line: &str) -> bool {
    let words = line.split_whitespace().count();
    let capitals = line.split_whitespace().all(|word| word.starts_with(char::is_uppercase));
    crate::byline::in_line(line).is_some() || (2..=5).contains(&words) && capitals && !line.ends_with(['.', '?', '!'])
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(text: &str) -> Vec<(usize, &'static str)> {
        let lines: Vec<&str> = text.split('\n').collect();
        let mut labels = vec![None; lines.len()];
        read(&lines, &mut labels);
        labels.iter().enumerate().filter_map(|(at, label)| Some((at, label.as_ref()?.name))).collect()
    }

    #[test]
    fn fields_are_told_by_their_order() {
        let text = "NEWS\nTalks end with a plan\n\nAnna Lind\n412 words\n4 March 2014\nThe Coast Courier\nCOAST\n4\n\nThe two met.\n\nDocument COAST00020140304ea340001k";
        let expected = [
            (0, "section"),
            (1, "headline"),
            (3, "byline"),
            (4, "word count"),
            (5, "publication date"),
            (6, "publication"),
            (7, "copyright"),
            (8, "copyright"),
            (10, "text"),
        ];
        assert_eq!(shown(text), expected);
        assert_eq!(shown(&text.replace("Anna Lind\n", ""))[1], (1, "headline"));
        assert_eq!(
            shown(&text.replace("Anna Lind\n", "").replace("Talks end with a plan", "Talks End"))[1],
            (1, "headline")
        );
    }

    #[test]
    fn a_text_that_counts_words_is_no_such_document() {
        for text in [
            "Talks end\n\n412 words\n4 March 2014\n\nThe two met.",
            "Talks end\n412 words\nThe two met.\n\nThen they left.\n\nDocument COAST00020140304ea340001k",
            "412 words",
            "",
        ] {
            assert_eq!(shown(text), [], "{text}");
        }
    }
}
