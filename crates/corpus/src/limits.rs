//! How much one file may hold of each kind of thing, so that time and memory
//! stay in proportion to its length.
//!
//! Invariant: what is over a limit is refused with a sentence, before anything
//! is made of it.

use crate::article::{Article, Block};
use crate::fact::ByteRange;
use crate::problem::{Place, Problem};

/// Lines and repairs of a file with this many bytes: far more than
/// any article has, and few enough for ten times its length to hold them.
pub(crate) const fn most(bytes: usize) -> usize {
    10_000 + bytes / 100
}

/// Paragraphs of a file with this many bytes: each with a statement in it takes
/// about a thousand.
const fn most_paragraphs(bytes: usize) -> usize {
    5_000 + bytes / 100
}

/// Statements in the text of an article.
pub(crate) fn most_statements(blocks: &[Block]) -> usize {
    2_000 + blocks.iter().map(|block| block.text.len()).sum::<usize>() / 76
}

/// Entries of a catalogue with this many bytes: far more than say anything.
#[cfg(feature = "catalogue")]
pub(crate) const fn most_entries(bytes: usize) -> usize {
    5_000 + bytes / 125
}

/// Bytes of one paragraph: who speaks in it is found with a table of its words,
/// some thirty times as long. The longest of 10,000 news items has 107,000.
const LONGEST_PARAGRAPH: usize = 120_000;

/// Attributes of one tag: the tokenizer compares each with all before it.
#[cfg(feature = "html")]
const MOST_ATTRIBUTES: usize = 1_000;

/// Tags of a page with this many bytes, scripts included: each may become an
/// element of some 250 bytes. Saved pages of news have one in 20 bytes at most,
/// and 12,000 in all.
#[cfg(feature = "html")]
const fn most_tags(bytes: usize) -> usize {
    15_000 + bytes / 50
}

/// An error where something is over its limit.
fn refuse(over: bool, problem: impl FnOnce() -> Problem) -> Result<(), Problem> {
    if over { Err(problem()) } else { Ok(()) }
}

/// Why a text cannot be an article, if it cannot.
pub(crate) fn refused(file: &str, text: &str) -> Result<(), Problem> {
    let most = most(text.len());
    let lines = crate::clean::segment::count_over(text, most);
    refuse(lines > most, || Problem {
        place: Place::whole_file(file),
        message: format!("The file has {lines} lines of a few letters each, which is no article."),
        remedy: "If it holds one, put its words on longer lines; else take it out of the folder.".to_owned(),
    })
}

/// Why a file of Markdown cannot be read, if it cannot: its parser keeps a node
/// for each mark, which is a hundred times as long.
#[cfg(feature = "markdown")]
pub(crate) fn refused_markdown(file: &str, text: &str) -> Result<(), Problem> {
    let marks = text.bytes().filter(|byte| b"[]*_`<>|!&\\".contains(byte)).count();
    refuse(marks > 20_000 + text.len() / 20, || Problem {
        place: Place::whole_file(file),
        message: format!("The file has {marks} marks of Markdown, which is no article."),
        remedy: "If it holds one, save it as plain text, with `.txt`; else take it out of the folder.".to_owned(),
    })?;
    refused(file, text)
}

/// Why a text of so many paragraphs cannot be an article, if it cannot.
pub(crate) fn refused_paragraphs(file: &str, source: &str, paragraphs: usize) -> Result<(), Problem> {
    let most = most_paragraphs(source.len());
    refuse(paragraphs > most, || Problem {
        place: Place::whole_file(file),
        message: format!("The file has {paragraphs} paragraphs and headings of a few words each, which is no article."),
        remedy: "If it holds several articles, give each a file of its own; else take it out of the folder.".to_owned(),
    })
}

/// Why a text in which so much is said cannot be an article, if it cannot.
pub(crate) fn refused_statements(article: &Article) -> Result<(), Problem> {
    let most = most_statements(&article.blocks);
    refuse(article.voices.len() > most, || Problem {
        place: Place::whole_file(&article.file),
        message: format!("The file has more than {most} statements of a few words each, which is no article."),
        remedy: "If it holds several articles, give each a file of its own; else take it out of the folder.".to_owned(),
    })
}

/// Why a paragraph cannot be read, if it cannot.
pub(crate) fn refused_paragraph(file: &str, source: &str, range: ByteRange) -> Result<(), Problem> {
    let line = range.of(source).lines().next().unwrap_or("");
    refuse(range.len() > LONGEST_PARAGRAPH, || Problem {
        place: Place::in_text(file, source, range.start as usize, range.start as usize + line.len()),
        message: format!("A paragraph of {} bytes begins here, which no article has.", range.len()),
        remedy: "Put an empty line between its paragraphs, or leave out what is not of the article.".to_owned(),
    })
}

/// A file in which more is damaged than is repaired.
pub(crate) fn damaged(file: &str, repaired: usize) -> Problem {
    Problem {
        place: Place::whole_file(file),
        message: format!("More than {repaired} places of the file were damaged by another encoding."),
        remedy: "Save it again from where it came, in UTF-8.".to_owned(),
    }
}

/// Why a saved page cannot be read, if it cannot.
#[cfg(feature = "html")]
pub(crate) fn refused_page(file: &str, text: &str) -> Result<(), Problem> {
    let most = most_tags(text.len());
    let (place, message) = match crowd(text, most) {
        None => return Ok(()),
        Some(Crowd::Attributes(start, end)) => (
            Place::in_text(file, text, start, end),
            format!("A tag here has more than {MOST_ATTRIBUTES} attributes, which no page needs."),
        ),
        Some(Crowd::Tags) => {
            (Place::whole_file(file), format!("The page has more than {most} tags, which no article needs."))
        }
    };
    Err(Problem { place, message, remedy: "Save the page again, or save its text alone.".to_owned() })
}

/// What a page has too many of.
#[cfg(feature = "html")]
enum Crowd {
    /// Of a tag that begins at the first byte and whose name ends at the second.
    Attributes(usize, usize),
    Tags,
}

/// Whether a page has more than `most` tags, or a tag more attributes than are
/// read.
#[cfg(feature = "html")]
fn crowd(text: &str, most: usize) -> Option<Crowd> {
    let (mut at, mut tags) = (0, 0);
    while let Some(open) = text.get(at..).and_then(|rest| rest.find('<')) {
        let start = at + open;
        let rest = text.get(start..).unwrap_or("");
        let name = rest.get(1..).unwrap_or("");
        if rest.starts_with("<!--") {
            at = start + rest.find("-->").unwrap_or(rest.len());
        } else if name.starts_with(|c: char| c.is_ascii_alphabetic()) {
            let length = name.find(|c: char| c.is_ascii_whitespace() || matches!(c, '/' | '>')).unwrap_or(name.len());
            let (attributes, taken) = attributes(name.get(length..).unwrap_or(""));
            if attributes > MOST_ATTRIBUTES {
                return Some(Crowd::Attributes(start, start + 1 + length));
            }
            tags += 1;
            if tags > most {
                return Some(Crowd::Tags);
            }
            at = start + 1 + length + taken;
            // What looks like a tag in a script is none.
            let raw = ["script", "style"]
                .into_iter()
                .find(|raw| name.get(..length).is_some_and(|name| name.eq_ignore_ascii_case(raw)));
            if let Some(raw) = raw {
                let rest = text.get(at..).unwrap_or("");
                let closes = |(place, _): &(usize, &str)| {
                    let name = rest.get(place + 1..).and_then(|behind| behind.strip_prefix('/'));
                    name.and_then(|name| name.get(..raw.len())).is_some_and(|name| name.eq_ignore_ascii_case(raw))
                };
                at += rest.match_indices('<').find(closes).map_or(rest.len(), |(place, _)| place);
            }
        } else {
            at = start + 1;
        }
    }
    None
}

/// How many attributes stand in a tag from behind its name, and how many bytes
/// they take (HTML Standard, section 13.2.5.32 and following, from afar).
#[cfg(feature = "html")]
fn attributes(tag: &str) -> (usize, usize) {
    let bytes = tag.as_bytes();
    let (mut count, mut before, mut at) = (0, b' ', 0);
    // All marks that part attributes are ASCII.
    while let Some(byte) = bytes.get(at).copied() {
        match byte {
            b'"' | b'\'' if before == b'=' => {
                let value = tag.get(at + 1..).unwrap_or("");
                let Some(end) = value.find(char::from(byte)) else { break };
                at += end + 1;
            }
            b'>' => return (count, at),
            _ => {
                let apart = |byte: u8| byte.is_ascii_whitespace() || matches!(byte, b'/' | b'"' | b'\'');
                count += usize::from(apart(before) && !apart(byte) && byte != b'=');
            }
        }
        before = if byte.is_ascii_whitespace() && before == b'=' { b'=' } else { byte };
        at += 1;
    }
    (count, tag.len())
}

#[cfg(all(test, feature = "html", feature = "markdown"))]
mod tests {
    use super::*;

    #[test]
    fn what_is_over_a_limit_is_refused_and_what_is_at_it_is_not() {
        for (piece, most) in [("a\n\n", 10_309), ("[", 21_052)] {
            let refused = |count: usize| {
                let text = piece.repeat(count);
                refused("a.md", &text).and_then(|()| refused_markdown("a.md", &text))
            };
            assert!(refused(most).is_ok(), "{piece:?}");
            let shown = refused(most + 1).unwrap_err().to_string();
            assert!(shown.contains("which is no article") && shown.contains("help: "), "{shown}");
        }
        assert_eq!(most(0), 10_000);
        assert_eq!(most(5_000), 10_050);
    }

    #[test]
    fn attributes_are_counted_as_a_browser_finds_them() {
        for (tag, expected) in
            [(">", 0), (" a>", 1), (" a=1 b = '2 > 3' c=\"x y\"d/e >", 5), ("/>", 0), (" href=data:,a=b?c >", 1)]
        {
            assert_eq!(attributes(tag).0, expected, "{tag}");
        }
    }

    #[test]
    fn a_tag_with_too_many_attributes_is_refused_with_its_place() {
        let many: String = (0..=MOST_ATTRIBUTES).map(|at| format!(" a{at}")).collect();
        let page = format!("<p>\n<!-- <b{many}> --><script>a<b{many}</script><i{many}>x");
        let problem = refused_page("a.html", &page).unwrap_err();
        assert_eq!((problem.place.line, problem.place.width), (2, 2));
        assert_eq!(refused_page("a.html", "<p class=a>x</p>"), Ok(()));
    }

    #[test]
    fn a_page_of_tags_is_refused_before_it_is_read() {
        let page = |tags: usize| "<p>a".repeat(tags) + &"x".repeat(50_000);
        assert_eq!(refused_page("a.html", &page(16_000)), Ok(()));
        let problem = refused_page("a.html", &page(18_000)).unwrap_err();
        assert!(problem.message.starts_with("The page has more than 17440 tags"), "{problem}");
        assert_eq!(refused_page("a.html", &("<script>".to_owned() + &page(18_000) + "</script>")), Ok(()));
    }

    #[test]
    fn a_paragraph_that_no_article_has_is_shown_with_where_it_begins() {
        let text = "Talks\n\n".to_owned() + &"word ".repeat(24_001);
        let range = |end| ByteRange::new(7, end);
        assert_eq!(refused_paragraph("a.txt", &text, range(7 + LONGEST_PARAGRAPH)), Ok(()));
        let problem = refused_paragraph("a.txt", &text, range(text.len())).unwrap_err();
        assert_eq!((problem.place.line, problem.place.column), (3, 1));
        assert!(problem.message.contains("120005 bytes"), "{problem}");
    }
}
