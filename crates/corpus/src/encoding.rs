//! Texts that are not plain UTF-8: by their mark, by what they declare, else by
//! what their bytes fit best.
//!
//! Invariant: nothing is read in another encoding without saying which and why;
//! a byte that has no meaning in it becomes U+FFFD and is counted.

use std::fmt;

/// How a file was read that is not plain UTF-8.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Encoding {
    /// The file's name.
    pub file: String,
    /// The encoding's name in the Encoding Standard, such as `windows-1252`.
    pub name: String,
    /// Why it is taken to be that.
    pub basis: EncodingBasis,
    /// How many places could not be read and became U+FFFD.
    pub replaced: u32,
}

/// Why a file is taken to be in an encoding.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum EncodingBasis {
    /// It begins with a byte-order mark.
    Mark,
    /// It says so itself.
    Declared,
    /// Its bytes fit that best.
    Detected,
}

impl fmt::Display for Encoding {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let why = match self.basis {
            EncodingBasis::Mark => "its byte-order mark says so",
            EncodingBasis::Declared => "it declares that itself",
            EncodingBasis::Detected => "it declares nothing that holds, and its bytes fit that best",
        };
        write!(out, "read as {}: {why}", self.name)?;
        match self.replaced {
            0 => Ok(()),
            1 => write!(out, "; one place could not be read"),
            count => write!(out, "; {count} places could not be read"),
        }
    }
}

/// The text of bytes that are no plain UTF-8; `wide` when every other byte is
/// zero or a mark of UTF-16 stands before them.
#[cfg(feature = "encodings")]
pub(crate) fn read(name: &str, bytes: &[u8], wide: bool) -> (String, Encoding) {
    use encoding_rs::{Encoding as Table, UTF_8, UTF_16BE, UTF_16LE};
    let of = |table: &'static Table, basis, bytes: &[u8]| {
        let (text, _) = table.decode_without_bom_handling(bytes);
        // A zero byte is none of a text's characters.
        let text = text.replace('\0', "\u{fffd}");
        let replaced = u32::try_from(text.matches('\u{fffd}').count()).unwrap_or(u32::MAX);
        let encoding = Encoding { file: name.to_owned(), name: table.name().to_owned(), basis, replaced };
        (text, encoding)
    };
    if let Some((table, length)) = Table::for_bom(bytes) {
        return of(table, EncodingBasis::Mark, bytes.get(length..).unwrap_or(&[]));
    }
    if wide {
        let little = bytes.iter().skip(1).step_by(2).take(64).filter(|byte| **byte == 0).count();
        let big = bytes.iter().step_by(2).take(64).filter(|byte| **byte == 0).count();
        return of(if little >= big { UTF_16LE } else { UTF_16BE }, EncodingBasis::Detected, bytes);
    }
    let declared = declared(bytes);
    if declared.is_none_or(|table| table == UTF_8) && is_mostly_utf_8(bytes) {
        let basis = if declared.is_some() { EncodingBasis::Declared } else { EncodingBasis::Detected };
        return of(UTF_8, basis, bytes);
    }
    if let Some(table) = declared.filter(|table| *table != UTF_8) {
        return of(table, EncodingBasis::Declared, bytes);
    }
    let mut detector = chardetng::EncodingDetector::new(chardetng::Iso2022JpDetection::Deny);
    detector.feed(bytes, true);
    of(detector.guess(None, chardetng::Utf8Detection::Deny), EncodingBasis::Detected, bytes)
}

/// What the head of a page declares: `<meta charset=…>`, `text/html;
/// charset=…` or `<?xml encoding=…?>` (HTML standard, "prescan a byte stream",
/// here over more bytes, because saved pages put scripts first).
#[cfg(feature = "encodings")]
fn declared(bytes: &[u8]) -> Option<&'static encoding_rs::Encoding> {
    let head = bytes.get(..bytes.len().min(16 << 10)).unwrap_or(bytes);
    let head: String = head.iter().map(|byte| char::from(*byte).to_ascii_lowercase()).collect();
    let marked = head
        .match_indices("charset")
        .map(|(at, _)| (at, 7))
        .chain(head.match_indices("encoding").map(|(at, _)| (at, 8)));
    marked
        .filter_map(|(at, length)| {
            // Only within a tag of the page's head.
            let open = head.get(..at)?.rfind('<')?;
            let tag = head.get(open..at)?;
            let fits = (tag.starts_with("<meta") || tag.starts_with("<?xml")) && !tag.contains('>');
            let value =
                head.get(at + length..)?.trim_start().strip_prefix('=')?.trim_start().trim_start_matches(['"', '\'']);
            let end = value.find(['"', '\'', ' ', ';', '>', '/', '?']).unwrap_or(value.len());
            let table = encoding_rs::Encoding::for_label(value.get(..end)?.as_bytes())?;
            // Bytes that could be read so far are in no encoding of two bytes.
            let narrow = table != encoding_rs::UTF_16LE && table != encoding_rs::UTF_16BE;
            fits.then_some(if narrow { table } else { encoding_rs::UTF_8 })
        })
        .next()
}

/// Whether bytes are UTF-8 but for a few strays: several characters of more
/// than one byte for each that cannot be read.
#[cfg(feature = "encodings")]
fn is_mostly_utf_8(bytes: &[u8]) -> bool {
    let (mut sound, mut stray) = (0_usize, 0_usize);
    for chunk in bytes.utf8_chunks() {
        sound += chunk.valid().chars().filter(|c| !c.is_ascii()).count();
        stray += usize::from(!chunk.invalid().is_empty());
    }
    stray == 0 || sound >= 3 * stray
}

#[cfg(all(test, feature = "encodings"))]
mod tests {
    use super::*;

    fn check(bytes: &[u8], text: &str, name: &str, basis: EncodingBasis) {
        let (read, encoding) = crate::source::decode("a.html", bytes).unwrap();
        let encoding = encoding.unwrap();
        assert!(read.contains(text), "{read}");
        assert_eq!((encoding.name.as_str(), encoding.basis), (name, basis), "{encoding}");
    }

    #[test]
    fn a_mark_comes_before_a_declaration_and_a_declaration_before_a_guess() {
        let wide: Vec<u8> = "Talks café".encode_utf16().flat_map(u16::to_le_bytes).collect();
        check(&[b"\xff\xfe".as_slice(), &wide].concat(), "café", "UTF-16LE", EncodingBasis::Mark);
        check(&wide, "café", "UTF-16LE", EncodingBasis::Detected);
        check(
            b"<meta charset=\"iso-8859-1\"><p>caf\xe9 \x96 noir",
            "café – noir",
            "windows-1252",
            EncodingBasis::Declared,
        );
        check(
            b"<meta content='text/html; charset=windows-1251'><p>\xcf\xf3\xf2\xe8\xed",
            "Путин",
            "windows-1251",
            EncodingBasis::Declared,
        );
        check(
            b"<?xml version='1.0' encoding='koi8-r'?><p>\xf0\xd5\xd4\xc9\xce",
            "Путин",
            "KOI8-R",
            EncodingBasis::Declared,
        );
        check(
            b"Un caf\xe9 noir \xe0 Gen\xe8ve, s\x92il vous pla\xeet",
            "café noir à Genève, s’il",
            "windows-1252",
            EncodingBasis::Detected,
        );
    }

    #[test]
    fn a_few_stray_bytes_refuse_no_page() {
        let text =
            [b"<meta charset=utf-8><p>".as_slice(), "“Ça va à Genève,” dit-il.".as_bytes(), b" Caf\xe9\0."].concat();
        let long = [text, vec![b' '; 2000]].concat();
        let (read, encoding) = crate::source::decode("a.html", &long).unwrap();
        assert!(read.contains("Genève,” dit-il. Caf\u{fffd}"), "{read}");
        assert_eq!(encoding.unwrap().to_string(), "read as UTF-8: it declares that itself; 2 places could not be read");
    }

    #[test]
    fn a_declaration_that_the_bytes_belie_is_not_believed() {
        check(
            b"<meta charset=utf-8><p>Un caf\xe9 noir \xe0 Gen\xe8ve en \xe9t\xe9",
            "café noir à Genève",
            "windows-1252",
            EncodingBasis::Detected,
        );
    }
}
