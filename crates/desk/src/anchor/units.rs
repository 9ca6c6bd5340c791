//! What of a source can be a character of the reading text: everything in
//! plain text; in a web page neither tags nor comments, and a character
//! reference as the one character it stands for; in Markdown not the marks.
//!
//! Invariant: units are in order and do not overlap. Nothing is decoded by
//! tables: a named reference may be any character.

/// How a source is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Writing {
    Plain,
    Page,
    Markdown,
}

/// What a unit may be read as.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Reads {
    This(char),
    /// A named reference.
    Any,
}

/// A unit: how many bytes it takes, and as what it is read; `None` as nothing.
pub(crate) type Unit = (usize, Option<Reads>);

/// The unit at the beginning of `rest`, which is not empty.
pub(crate) fn unit(writing: Writing, rest: &str) -> Unit {
    let Some(c) = rest.chars().next() else { return (1, None) };
    let plain = (c.len_utf8(), Some(Reads::This(c)));
    match (writing, c) {
        (Writing::Plain, _) => plain,
        (_, '<') => tag(rest).map_or(plain, |length| (length, None)),
        (_, '&') => reference(rest).unwrap_or(plain),
        _ => plain,
    }
}

/// How many bytes a tag or a comment takes, if one begins here. The words of
/// a script or a style belong to its tag.
fn tag(rest: &str) -> Option<usize> {
    if rest.starts_with("<!--") {
        return Some(rest.find("-->").map_or(rest.len(), |end| end + 3));
    }
    let name = rest.get(1..)?;
    if !name.starts_with(|c: char| c.is_ascii_alphabetic() || matches!(c, '/' | '!' | '?')) {
        return None;
    }
    let end = closing(rest)?;
    for raw in ["script", "style"] {
        let is_raw = name.get(..raw.len()).is_some_and(|name| name.eq_ignore_ascii_case(raw));
        let ends = name.get(raw.len()..).is_some_and(|rest| !rest.starts_with(|c: char| c.is_ascii_alphanumeric()));
        if is_raw && ends {
            let body = rest.get(end..).unwrap_or("");
            let close = body.match_indices("</").find(|(at, _)| {
                body.get(at + 2..at + 2 + raw.len()).is_some_and(|name| name.eq_ignore_ascii_case(raw))
            });
            let after = close.and_then(|(at, _)| Some(at + body.get(at..)?.find('>')? + 1));
            return Some(end + after.unwrap_or(body.len()));
        }
    }
    Some(end)
}

/// One past the `>` that ends a tag; values in quotation marks may hold some.
fn closing(rest: &str) -> Option<usize> {
    let (mut quote, mut before) = (None, ' ');
    for (at, c) in rest.char_indices() {
        match (quote, c) {
            (Some(mark), _) if c == mark => quote = None,
            (Some(_), _) => {}
            (None, '"' | '\'') if before == '=' => quote = Some(c),
            (None, '>') => return Some(at + 1),
            (None, _) => {}
        }
        if !c.is_ascii_whitespace() {
            before = c;
        }
    }
    None
}

/// References that show nothing.
const BLANK: [&str; 9] = ["nbsp", "ensp", "emsp", "thinsp", "hairsp", "shy", "zwj", "zwnj", "ZeroWidthSpace"];
/// Those that browsers read without a semicolon, of the ones in use.
const OPEN: [&str; 6] = ["amp", "lt", "gt", "quot", "nbsp", "shy"];

fn reference(rest: &str) -> Option<Unit> {
    let name = rest.get(1..)?;
    if let Some(figures) = name.strip_prefix('#') {
        let hex = figures.strip_prefix(['x', 'X']);
        let (figures, radix) = hex.map_or((figures, 10), |figures| (figures, 16));
        let length = figures.find(|c: char| !c.is_digit(radix)).unwrap_or(figures.len());
        let number = u32::from_str_radix(figures.get(..length)?, radix).ok()?;
        let closed = usize::from(figures.get(length..)?.starts_with(';'));
        let taken = 2 + usize::from(hex.is_some()) + length + closed;
        // Numbers 128 to 159 are read as of Windows-1252: any character then.
        let reads = char::from_u32(number).filter(|_| !(128..160).contains(&number));
        return Some((taken, Some(reads.map_or(Reads::Any, Reads::This))));
    }
    let length = name.find(|c: char| !c.is_ascii_alphanumeric()).unwrap_or(name.len());
    let closed = name.get(length..)?.starts_with(';');
    let name = name.get(..length).filter(|name| !name.is_empty())?;
    if !closed && !OPEN.contains(&name) {
        return None;
    }
    let reads = (!BLANK.contains(&name)).then_some(Reads::Any);
    Some((1 + length + usize::from(closed), reads))
}

/// How many bytes of Markdown that are no words begin here, where the reading
/// text goes on with something else; `None` where words do.
pub(crate) fn mark(rest: &str) -> Option<usize> {
    const MARKS: &str = "*_`~[]\\#>-+|!<=:";
    let c = rest.chars().next()?;
    if rest.starts_with("](") || rest.starts_with("][") {
        let close = if rest.starts_with("](") { ')' } else { ']' };
        let address = rest.get(1..)?;
        return address.find([close, '\n']).map(|end| end + 2);
    }
    MARKS.contains(c).then(|| c.len_utf8())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(rest: &str, expected: Unit) {
        assert_eq!(unit(Writing::Page, rest), expected, "{rest}");
    }

    #[test]
    fn a_page_is_read_as_browsers_do() {
        check("<a title='>'>b", (13, None));
        check("<!-- > --> a", (10, None));
        check("<script>a<b</script>c", (20, None));
        check("< b", (1, Some(Reads::This('<'))));
        check("&amp;b", (5, Some(Reads::Any)));
        check("&T b", (1, Some(Reads::This('&'))));
        check("&nbsp;b", (6, None));
        check("&#8217;s", (7, Some(Reads::This('’'))));
        check("&#x2019;s", (8, Some(Reads::This('’'))));
        check("&#146;s", (6, Some(Reads::Any)));
        check("&", (1, Some(Reads::This('&'))));
        check("<a", (1, Some(Reads::This('<'))));
        assert_eq!(mark("](http://a) b"), Some(11));
        assert_eq!(mark("a"), None);
    }
}
