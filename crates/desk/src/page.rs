//! A desk or a lesson inside the one-file page: a block of data.
//!
//! Invariant: nothing of a file can end the block or begin another; the rest
//! of the page stays as it is, byte for byte.

use crate::refusal::Refusal;

/// How the block begins. The browser runs nothing of this type.
const OPENS: &str = "<script type=\"application/json\" id=\"notes\">";
const ENDS: &str = "</script>";

/// The page with this file inside, in place of one that it carries already.
/// `file` is what [`Desk::to_json`](crate::Desk::to_json) wrote.
///
/// # Errors
/// When the page is not one to put something into.
pub fn carry(page: &str, file: &str) -> Result<String, Refusal> {
    let (before, after) = match block(page) {
        Some((start, end)) => (page.get(..start), page.get(end..)),
        None => {
            let end = page.rfind("</body>");
            (end.and_then(|end| page.get(..end)), end.and_then(|end| page.get(end..)))
        }
    };
    let (Some(before), Some(after)) = (before, after) else {
        let remedy = "Save the notes to a file instead, or load the page anew and try again.";
        return Err(Refusal::new("This page cannot be put together with the notes inside.", remedy));
    };
    // The only character with which anything in a script's text could end it.
    let file = file.replace('<', "\\u003c");
    Ok([before, OPENS, &file, ENDS, after].concat())
}

/// The file that a page carries.
pub fn carried(page: &str) -> Option<&str> {
    let (start, end) = block(page)?;
    page.get(start + OPENS.len()..end - ENDS.len())
}

/// Where the block begins and ends in a page.
fn block(page: &str) -> Option<(usize, usize)> {
    let start = page.find(OPENS)?;
    let rest = page.get(start..)?;
    Some((start, start + rest.find(ENDS)? + ENDS.len()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Content, Desk, Item, ItemId, Opened, open};

    #[test]
    fn a_page_carries_a_desk_and_gives_it_back() {
        let text = "</script><script>alert(1)</script><!-- </body>";
        let item = Item::new(ItemId::from("a"), Content::Paragraph { text: text.to_owned() });
        let desk = Desk::of(text, [item]);
        let page = "<!doctype html><html><body><p>One</p></body></html>\n";
        let carrying = carry(page, &desk.to_json()).unwrap();
        assert_eq!(open(carrying.as_bytes()), Ok(Opened::Desk(desk.clone())));
        assert_eq!(carrying.matches("<script").count(), 1);
        // Put in anew, it takes the old one's place.
        assert_eq!(carry(&carrying, &desk.to_json()).unwrap(), carrying);
        let other = carry(&carrying, &Desk::default().to_json()).unwrap();
        assert_eq!(open(other.as_bytes()), Ok(Opened::Desk(Desk::default())));
        assert_eq!(carried(page), None);
        assert!(carry("no page", "{}").is_err());
    }
}
