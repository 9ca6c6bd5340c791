//! BibTeX, between braces.
//!
//! Invariant: as many braces are opened as closed, at every place at least as
//! many opened: BibTeX counts those behind a backslash too.

use super::one_line;

/// Characters that TeX reads as commands, made plain. A brace is written by
/// its name: `\{` prints one, but a lone one would end the field, or never. Two
/// hyphens, grave accents or apostrophes are kept apart: TeX joins them into a
/// dash or a quotation mark.
pub fn bibtex(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut before = ' ';
    for c in one_line(text) {
        if c == before && matches!(c, '-' | '`' | '\'') {
            out.push_str("{}");
        }
        before = c;
        match c {
            '&' | '%' | '$' | '#' | '_' => out.extend(['\\', c]),
            '{' => out.push_str("\\textbraceleft{}"),
            '}' => out.push_str("\\textbraceright{}"),
            '\\' => out.push_str("\\textbackslash{}"),
            '~' => out.push_str("\\textasciitilde{}"),
            '^' => out.push_str("\\textasciicircum{}"),
            _ => out.push(c),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::bibtex;

    #[test]
    fn braces_are_balanced_and_commands_are_text() {
        assert_eq!(bibtex("50% of {A"), "50\\% of \\textbraceleft{}A");
        assert_eq!(bibtex("a}\n\\end"), "a\\textbraceright{} \\textbackslash{}end");
        assert_eq!(bibtex("~ ^ _ # $ &"), "\\textasciitilde{} \\textasciicircum{} \\_ \\# \\$ \\&");
    }
    #[test]
    fn what_tex_would_join_is_kept_apart() {
        assert_eq!(bibtex("1914--18, ``so'' --- no"), "1914-{}-18, `{}`so'{}' -{}-{}- no");
        assert_eq!(bibtex("well-known 'so'"), "well-known 'so'");
    }
}
