//! What was recognised in a file that is brought in, or why it was not taken.
//!
//! Invariant: a file that is not taken gets a sentence and what to do; what
//! kind of file it is, is told from its first bytes, never from its name alone.

use summitry_corpus::Problem;

use crate::folder::problem;

/// What a file is by its first bytes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// A text, as far as can be told.
    Text,
    /// A zip, which may hold articles.
    Zip,
    /// Something else, by name.
    Other(&'static str),
}

/// Tells a file from its first bytes (the signatures that the formats'
/// specifications give).
pub fn kind(bytes: &[u8]) -> Kind {
    let head = bytes.get(..bytes.len().min(2048)).unwrap_or(bytes);
    let starts = |signature: &[u8]| head.starts_with(signature);
    let holds = |words: &[u8]| head.windows(words.len()).any(|window| window == words);
    if starts(b"PK\x03\x04") {
        // Office documents are zips; the names of their first files tell them.
        return match () {
            () if holds(b"word/")
                || holds(b"[Content_Types].xml") && bytes.windows(5).any(|window| window == b"word/") =>
            {
                Kind::Other("a Word document")
            }
            () if holds(b"[Content_Types].xml") => Kind::Other("an Office document"),
            () if holds(b"mimetypeapplication/vnd.oasis.opendocument") => Kind::Other("an OpenDocument file"),
            () if holds(b"mimetypeapplication/epub+zip") => Kind::Other("an electronic book"),
            () => Kind::Zip,
        };
    }
    if starts(b"PK\x05\x06") {
        return Kind::Zip;
    }
    const SIGNATURES: [(&[u8], &str); 12] = [
        (b"%PDF", "a PDF"),
        (b"\xd0\xcf\x11\xe0", "a Word document of the old kind"),
        (b"{\\rtf", "a rich text document (RTF)"),
        (b"\x89PNG", "a picture"),
        (b"\xff\xd8\xff", "a picture"),
        (b"GIF8", "a picture"),
        (b"RIFF", "a picture or a recording"),
        (b"\x1f\x8b", "a packed file (gzip)"),
        (b"7z\xbc\xaf", "a packed file (7z)"),
        (b"Rar!", "a packed file (RAR)"),
        (b"\x7fELF", "a program"),
        (b"SQLite format 3", "a database"),
    ];
    if let Some((_, what)) = SIGNATURES.iter().find(|(signature, _)| starts(signature)) {
        return Kind::Other(what);
    }
    if starts(b"From ") && holds(b"multipart/related") || holds(b"MIME-Version:") && holds(b"multipart/related") {
        return Kind::Other("a web archive (MHTML)");
    }
    Kind::Text
}

/// Why a file of this kind is not taken, and what to do.
pub fn refusal(name: &str, what: &str) -> Problem {
    let remedy = match what {
        "a PDF" => "Open it, select the article's text, copy it, and paste it here.",
        what if what.contains("document") || what.contains("OpenDocument") => {
            "Open it, copy the article's text, and paste it here; or save it as plain text or as a web page."
        }
        what if what.contains("packed") => "Unpack it, and choose the articles themselves, or make a zip of them.",
        what if what.contains("MHTML") => "Save the page as “Web page, HTML only”, or copy its text and paste it here.",
        what if what.contains("picture") => "Only texts are read; type the article, or find it as text.",
        _ => "Only texts are read: .txt, .md, .html, and zips of them.",
    };
    problem(name, format!("This is {what}, which is not read here."), remedy)
}

/// Why a page that carries a collection is not taken as an article.
pub fn carrier(name: &str) -> Problem {
    problem(
        name,
        "This is a page with a collection in it, and no article.",
        "To open the collection, press “Open a saved collection” under “Use and save”.",
    )
}

/// Why a file without a letter is not taken.
pub fn empty(name: &str) -> Problem {
    problem(name, "The file is empty.", "Save the article again, or paste its text here.")
}

/// What makes two files the same article: their words, blanks and marks apart.
pub fn fingerprint<'t>(texts: impl Iterator<Item = &'t str>) -> u64 {
    // FNV-1a, for the same number everywhere.
    let mut hash = 0xcbf2_9ce4_8422_2325_u64;
    for c in texts.flat_map(str::chars).filter(|c| c.is_alphanumeric()) {
        for byte in u32::from(c).to_le_bytes() {
            hash = (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
        }
    }
    hash
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_no_text_is_told_from_its_first_bytes() {
        let check = |bytes: &[u8], expected: Kind| assert_eq!(kind(bytes), expected);
        check(b"%PDF-1.7\n", Kind::Other("a PDF"));
        check(b"PK\x03\x04\x14\0\0\0\0\0[Content_Types].xml...word/document.xml", Kind::Other("a Word document"));
        check(b"PK\x03\x04\x14\0\0\0\0\0[Content_Types].xml...xl/workbook.xml", Kind::Other("an Office document"));
        check(b"PK\x03\x04\x14\0\0\0\0\0talks.txt", Kind::Zip);
        check(b"\xd0\xcf\x11\xe0\xa1\xb1", Kind::Other("a Word document of the old kind"));
        check(b"Talks on herring", Kind::Text);
        check(b"\xff\xfeT\0a\0", Kind::Text);
        check(b"", Kind::Text);
    }

    #[test]
    fn every_refusal_says_what_to_do() {
        for what in ["a PDF", "a Word document", "a picture", "a packed file (7z)", "a database"] {
            let said = refusal("a", what);
            assert!(said.message.contains(what) && said.remedy.ends_with('.'));
        }
        assert!(refusal("a.pdf", "a PDF").remedy.contains("paste it here"));
    }

    #[test]
    fn articles_that_differ_in_blanks_alone_are_the_same() {
        let print = |text: &str| fingerprint(text.lines());
        assert_eq!(print("A b, c.\nD"), print("A  b c\n\nD"));
        assert_ne!(print("A b"), print("A d"));
    }
}
