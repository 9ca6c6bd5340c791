//! The words of a block of HTML within Markdown.
//!
//! Invariant: what is given back holds no tag; scripts, styles and comments are
//! no words.

/// What is being passed over, kept from line to line.
#[derive(Default)]
pub(super) struct Tags {
    until: Option<&'static str>,
}

impl Tags {
    /// The words of the next line of the block.
    pub(super) fn words(&mut self, html: &str) -> String {
        let mut words = String::new();
        let lower = html.to_ascii_lowercase();
        let mut at = 0;
        while at < html.len() {
            let (rest, small) = (html.get(at..).unwrap_or(""), lower.get(at..).unwrap_or(""));
            if let Some(end) = self.until {
                let Some(found) = small.find(end) else { break };
                at += found + end.len();
                self.until = None;
                continue;
            }
            let open = small.find('<').unwrap_or(small.len());
            words.push_str(rest.get(..open).unwrap_or(""));
            let tag = small.get(open..).unwrap_or("");
            let named =
                tag.get(1..).is_some_and(|tag| tag.starts_with(|c: char| c.is_ascii_alphabetic() || "/!?".contains(c)));
            if !named {
                words.push_str(tag.get(..1).unwrap_or(""));
            }
            self.until = named.then(|| match tag {
                _ if tag.starts_with("<!--") => "-->",
                _ if tag.starts_with("<script") => "</script>",
                _ if tag.starts_with("<style") => "</style>",
                _ => ">",
            });
            at += open + 1;
        }
        words
    }
}

#[cfg(test)]
mod tests {
    use super::Tags;

    #[test]
    fn tags_scripts_and_comments_are_no_words() {
        let mut tags = Tags::default();
        let lines = [
            "<div class=a",
            ">One <b>two</b>\n",
            "<!-- no\n",
            "no --> three <script>if (a < b)\n",
            "no</SCRIPT> 1 < 2",
        ];
        let words: String = lines.iter().map(|line| tags.words(line)).collect();
        assert_eq!(words, "One two\n three  1 < 2");
    }
}
