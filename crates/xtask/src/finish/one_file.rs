//! `summitry.html`: the whole page in one file, which opens from a disk, a
//! stick or a platform's attachment.
//!
//! Invariant: it asks for no other file, and can make another page of itself,
//! for its own template is in it. The program stands in it compressed
//! and written with 85 letters, which costs a quarter more, where the usual 64
//! cost a third; `<` and `&` are not among them, so no page can misread it.

use std::io::Write;

use base64::Engine;
use summitry_workshop::data;

use crate::finish::document::{filled, policy, source_of};
use crate::step::Failure;

/// What the one file is made of; scripts and style are minified.
pub struct Parts<'p> {
    /// The template of the page.
    pub template: &'p str,
    /// The script that runs first, in any browser.
    pub guard: &'p str,
    /// The script that starts the program, built to find it in the page.
    pub script: &'p str,
    /// The style sheet.
    pub style: &'p str,
    /// The icon, as SVG.
    pub icon: &'p [u8],
    /// The parts of the program by id, as [`packed`] gave them.
    pub program: &'p [(&'static str, Vec<u8>)],
    /// The title and the description of the collection, as plain HTML.
    pub head: &'p str,
    /// The articles as plain HTML, their blob and their folder, in their elements.
    pub articles: &'p str,
    /// The linked data, in its element.
    pub data: &'p str,
}

/// The bytes as gzip.
///
/// # Errors
/// When memory runs out.
pub fn packed(bytes: &[u8]) -> Result<Vec<u8>, Failure> {
    let failed = |error: std::io::Error| Failure::new(format!("compressing failed: {error}"), "run the command again");
    let mut encoder = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::best());
    encoder.write_all(bytes).map_err(failed)?;
    encoder.finish().map_err(failed)
}

/// The page.
///
/// # Errors
/// When the template has lost a mark.
pub fn html(parts: &Parts<'_>) -> Result<String, Failure> {
    let policy = policy(&format!(
        "script-src {} {} 'wasm-unsafe-eval'; style-src {}; img-src data:",
        source_of(parts.guard),
        source_of(parts.script),
        source_of(parts.style)
    ));
    let icon = base64::engine::general_purpose::STANDARD.encode(parts.icon);
    let head = format!(
        "<link rel=\"icon\" href=\"data:image/svg+xml;base64,{icon}\">\n<style id=\"style\">{}</style>\n",
        parts.style
    );
    // The program comes before its script, so that a file cut short never starts.
    let mut program: String = parts
        .program
        .iter()
        .map(|(id, bytes)| format!("<script type=\"text/plain\" id=\"{id}\">{}</script>\n", letters(bytes)))
        .collect();
    let bare = filled(parts.template, &[("head", "\n".to_owned()), ("articles", data::element(""))])?;
    program.push_str(&format!("<script type=\"text/plain\" id=\"template\">{bare}</script>\n"));
    program.push_str(&format!("<script type=\"module\" id=\"boot\">{}</script>\n", parts.script));
    filled(
        parts.template,
        &[
            ("policy", policy),
            ("guard", format!("<script id=\"guard\">{}</script>\n", parts.guard)),
            ("assets", head),
            ("data", parts.data.to_owned()),
            ("head", format!("{}\n", parts.head)),
            ("articles", parts.articles.to_owned()),
            ("program", program),
        ],
    )
}

/// Five letters for four bytes, the most significant first; zeros fill up the
/// last group. The letters are `(` to `}` without `<`. `web/program-inside.js`
/// reads them.
fn letters(bytes: &[u8]) -> String {
    let mut text = String::with_capacity(bytes.len() / 4 * 5 + 5);
    for group in bytes.chunks(4) {
        let mut four = [0; 4];
        four.iter_mut().zip(group).for_each(|(place, byte)| *place = *byte);
        let value = u32::from_be_bytes(four);
        for power in [85_u32.pow(4), 85_u32.pow(3), 85_u32.pow(2), 85, 1] {
            // A remainder of 85 is below 256.
            let code = b'(' + (value / power % 85) as u8;
            text.push(char::from(if code < b'<' { code } else { code + 1 }));
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::letters;

    #[test]
    fn four_bytes_are_five_letters_and_none_of_them_is_markup() {
        assert_eq!(letters(&[0, 0, 0, 0]), "(((((");
        assert_eq!(letters(&[0xff; 4]).len(), 5);
        assert_eq!(letters(&[1]), letters(&[1, 0, 0, 0]));
        let every: Vec<u8> = (0..=255_u8).flat_map(|first| (0..=255_u8).map(move |second| first ^ second)).collect();
        assert!(letters(&every).bytes().all(|letter| (b'('..=b'}').contains(&letter) && letter != b'<'));
    }
}
