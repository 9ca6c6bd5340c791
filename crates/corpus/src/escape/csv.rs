//! A line of comma-separated values (RFC 4180) that is safe to open in a
//! spreadsheet.
//!
//! Invariant: no cell begins with a formula, in whichever locale the file is
//! opened: where `;` parts the cells, what stands behind one begins a cell.

use super::one_line;
use crate::clean::segment::is_blank;

/// Signs with which a formula begins, also as typed in full width, small, or
/// as a true minus, which some programs take for the plain one (OWASP, *CSV
/// Injection*).
const SIGNS: &str = "=+-@＝＋－＠﹦﹢﹣﹫−";

/// Marks of a list, which are left off when a text is pasted.
const MARKS: &str = "•‣⁃◦·*–—-";

/// Adds the fields as one line, CR LF at its end. Every field stands in quotation marks; control
/// characters and line ends are blanks; what a spreadsheet would run, or turn
/// into a day, has an apostrophe before it.
pub fn push_csv_line<'f>(out: &mut String, fields: impl IntoIterator<Item = &'f str>) {
    for (place, field) in fields.into_iter().enumerate() {
        out.push_str(if place == 0 { "\"" } else { ",\"" });
        if is_formula(field) || is_day_by_mistake(field) {
            out.push('\'');
        }
        let mut rest = field;
        for c in one_line(field) {
            let mut after = rest.chars();
            after.next();
            rest = after.as_str();
            if c == '"' {
                out.push('"');
            }
            out.push(c);
            if c == ';' && is_formula(rest) {
                out.push('\'');
            }
        }
        out.push('"');
    }
    out.push_str("\r\n");
}

/// Whether a text begins with a formula's sign, behind blanks of any kind and
/// marks of a list. A dash before a blank is such a mark and no sign.
fn is_formula(text: &str) -> bool {
    // Longer leads are no list; a bound keeps work linear.
    let mut lead = text.chars().take(32).peekable();
    while let Some(c) = lead.next() {
        let mark = MARKS.contains(c) && lead.peek().is_none_or(|next| is_blank(*next));
        if !is_blank(c) && !mark {
            // `•=1`: a mark without a blank.
            let glued = MARKS.contains(c) && lead.peek().is_some_and(|next| SIGNS.contains(*next));
            return SIGNS.contains(c) || glued;
        }
    }
    false
}

/// `7-7`, `3/4`, `1.2.03`: what a spreadsheet takes for a day of the year, so
/// that lines 7 to 7 become the 7th of July. A day with a year of four digits
/// first is meant.
fn is_day_by_mistake(text: &str) -> bool {
    let parts: Vec<&str> = text.trim_matches(is_blank).split(['-', '/', '.']).take(4).collect();
    let number = |part: &&str| (1..=2).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_digit());
    (2..=3).contains(&parts.len()) && parts.iter().take(2).all(number)
}

#[cfg(test)]
mod tests {
    use super::push_csv_line;

    fn check(field: &str, expected: &str) {
        let mut line = String::new();
        push_csv_line(&mut line, [field]);
        assert_eq!(line, format!("\"{expected}\"\r\n"), "{field}");
    }

    #[test]
    fn a_formula_is_text_behind_whatever_it_hides() {
        for sign in ["=", "+", "-", "@", "＝", "＋", "－", "＠", "−", "﹣"] {
            for lead in ["", " ", "\u{a0}", "\u{feff}", "\u{3000}", "\u{200b}", "- ", "• ", "•", "* – "] {
                check(&format!("{lead}{sign}1+1"), &format!("'{lead}{sign}1+1"));
            }
        }
        check("\t=1", "' =1");
        check("- a list", "- a list");
        check("– a dash", "– a dash");
        check("a = b", "a = b");
        check("'=1", "'=1");
        check(" ", " ");
    }

    #[test]
    fn a_semicolon_begins_no_formula_where_it_parts_cells() {
        check("a;=1+1", "a;'=1+1");
        check("a; \u{a0}+1; b", "a;' \u{a0}+1; b");
        check("no; - not so", "no; - not so");
        check("a\n=1", "a =1");
    }

    #[test]
    fn lines_and_fractions_become_no_days() {
        check("7-7", "'7-7");
        check("3/4", "'3/4");
        check("1.2.03", "'1.2.03");
        check("2001-10-21", "2001-10-21");
        check("2001-10", "2001-10");
        check("120-130", "120-130");
        check("1-2-3-4", "1-2-3-4");
    }

    #[test]
    fn marks_are_doubled_and_fields_parted() {
        let mut line = String::new();
        push_csv_line(&mut line, ["a \"b\", c", "", "d"]);
        assert_eq!(line, "\"a \"\"b\"\", c\",\"\",\"d\"\r\n");
    }
}
