//! The exports for people, read back by maintained readers of their formats: words
//! of a source are text there and nothing else.
#![allow(missing_docs, reason = "a test")]

mod command;

use command::{Folder, run};
use pulldown_cmark::{Event, Options, Parser, Tag};

const HOSTILE: &str = "<img src=x onerror=alert(1)> [a](javascript:x) *b* `c` &amp; ![d](e) <!-- f --> $g$ ~~h~~ | i";

/// A folder in which headline, byline, outlet and issue say `HOSTILE`, exported.
fn exported(format: &str) -> String {
    let passages =
        ["=1+1 is what the two sides met for on Monday, they said.", "- - =cmd is on the list; =2 too", "7-7"];
    let text = format!("Talks end\n\nThe two sides met for talks on Monday.\n\n{}\n", passages.join("\n\n"));
    let said = |key: &str, value: &str| {
        format!("{key} = {{ value = '{value}', basis = 'inferred', evidence = ['talks'], because = 'So.' }}\n")
    };
    let catalogue = format!(
        "title = '{HOSTILE}'\n[[outlet]]\nid = 'o'\nname = '{HOSTILE}'\n\
         [[issue]]\nid = 'i'\nname = '{HOSTILE}'\nquery = 'talks'\n[[article]]\nfile = 'a.txt'\n{}{}{}",
        said("headline", HOSTILE),
        said("byline", HOSTILE),
        said("outlet", "o")
    );
    let folder = Folder::new(&format!("read-{format}"), &[("a.txt", &text), ("catalog.toml", &catalogue)]);
    let output = run(&["export", folder.path(), "--format", format]);
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).unwrap()
}

#[test]
fn words_of_a_source_are_no_marks_of_markdown() {
    let text = exported("markdown");
    for options in [Options::empty(), Options::all() - Options::ENABLE_SMART_PUNCTUATION] {
        let (mut words, mut hostile) = (String::new(), Vec::new());
        for event in Parser::new_ext(&text, options) {
            match &event {
                Event::Text(part) | Event::Code(part) => words.push_str(part),
                Event::End(_) | Event::SoftBreak => words.push('\n'),
                Event::Html(_) | Event::InlineHtml(_) | Event::InlineMath(_) | Event::DisplayMath(_) => {
                    hostile.push(format!("{event:?}"));
                }
                Event::Start(Tag::Link { .. } | Tag::Image { .. } | Tag::Table(_) | Tag::Strikethrough) => {
                    hostile.push(format!("{event:?}"));
                }
                _ => {}
            }
        }
        assert!(hostile.is_empty(), "{hostile:?}\n{text}");
        // The collection's title, and the headline, author and outlet of an
        // article, and the issue of two passages.
        assert_eq!(words.matches(HOSTILE).count(), 5, "{words}\n{text}");
    }
}

#[test]
fn a_table_opens_as_cells_of_text_in_any_locale() {
    let text = exported("csv");
    for delimiter in [b',', b';', b'\t'] {
        let mut reader = csv::ReaderBuilder::new();
        let reader = reader.has_headers(false).flexible(true).delimiter(delimiter).from_reader(text.as_bytes());
        let rows: Vec<csv::StringRecord> = reader.into_records().map(Result::unwrap).collect();
        assert_eq!(rows.len(), text.matches("\r\n").count(), "{text}");
        for cell in rows.iter().flatten() {
            let bare = cell.trim_start_matches([' ', '•', '-', '"', ',']);
            assert!(!bare.starts_with(['=', '+', '@']), "{cell:?} in\n{text}");
            assert!(!cell.contains('-') || cell != "7-7", "{cell:?} in\n{text}");
        }
        if delimiter == b',' {
            assert!(rows.iter().all(|row| row.len() == 11), "{rows:?}");
            assert_eq!(rows[1][1], *HOSTILE);
            assert_eq!(rows[1][5], *"3");
        }
    }
}
