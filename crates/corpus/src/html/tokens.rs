//! The tokens of a page, by the HTML standard's own tokenizer.
//!
//! What stands in an element that holds no tags, such as a script, is most of
//! many pages. It is cut out as a whole, where the standard's states of script
//! data and of raw text end it, rather than read letter by letter.
//! Invariants: the tokens are those that the tokenizer gives, but for what it
//! does to single letters of scripts; work is linear.

use std::cell::{Cell, RefCell};

use html5ever::LocalName;
use html5ever::tendril::StrTendril;
use html5ever::tokenizer::states::RawKind;
use html5ever::tokenizer::{BufferQueue, Tag, TagKind, Token, TokenSink, TokenSinkResult, Tokenizer, TokenizerOpts};

/// Whoever reads the tokens of a page.
pub trait Reads {
    /// Takes the next token.
    fn take(&mut self, token: &Token);
    /// Takes all that stands in the element without tags that the last token began.
    fn take_raw(&mut self, content: &str);
}

/// Gives the tokens of a page to a reader, in order.
pub fn read<R: Reads>(source: &str, reader: R) -> R {
    let queue = BufferQueue::default();
    queue.push_back(StrTendril::from(source));
    let sink = Sink { reader: RefCell::new(reader), raw: Cell::new(None) };
    let tokenizer = Tokenizer::new(sink, TokenizerOpts::default());
    loop {
        let _ = tokenizer.feed(&queue);
        let Some(name) = tokenizer.sink.raw.take() else { break };
        let mut rest = StrTendril::new();
        while let Some(next) = queue.pop_front() {
            if rest.is_empty() { rest = next } else { rest.push_tendril(&next) }
        }
        let end = if &*name == "script" { script_end(&rest) } else { raw_end(&rest, &name) };
        let content = rest.get(..end).unwrap_or(&rest);
        tokenizer.sink.reader.borrow_mut().take_raw(content);
        // What is behind it shares the memory of the page.
        if let (Ok(from), Ok(length)) = (u32::try_from(end), u32::try_from(rest.len() - content.len())) {
            queue.push_front(rest.subtendril(from, length));
        }
    }
    tokenizer.end();
    tokenizer.sink.reader.into_inner()
}

/// Whether an element of this name holds no tags, and no references either.
pub fn is_raw(name: &str) -> bool {
    matches!(name, "script" | "style" | "noscript" | "iframe" | "noembed" | "noframes")
}

struct Sink<R> {
    reader: RefCell<R>,
    /// The element whose content is to be cut out.
    raw: Cell<Option<LocalName>>,
}

impl<R: Reads> TokenSink for Sink<R> {
    type Handle = ();

    fn process_token(&self, token: Token, _line: u64) -> TokenSinkResult<()> {
        self.reader.borrow_mut().take(&token);
        let Token::TagToken(Tag { kind: TagKind::StartTag, name, .. }) = &token else {
            return TokenSinkResult::Continue;
        };
        match &**name {
            "title" | "textarea" => TokenSinkResult::RawData(RawKind::Rcdata),
            // The tokenizer stops here, as it does where a script is to run.
            raw if is_raw(raw) => {
                self.raw.set(Some(name.clone()));
                TokenSinkResult::Script(())
            }
            _ => TokenSinkResult::Continue,
        }
    }
}

/// Where the closing tag of raw text begins, in bytes; its length, if there is none.
fn raw_end(text: &str, name: &str) -> usize {
    let ends = |at: &usize| is_tag(text, at + 1, "/", name);
    marks(text, 0, '<').find(ends).unwrap_or(text.len())
}

/// Where the closing tag of a script begins, in bytes; its length, if there is
/// none. Within a comment `<script>` has a closing tag of its own.
fn script_end(text: &str) -> usize {
    /// Where a script stands to a comment that hides it from browsers of old.
    #[derive(PartialEq)]
    enum Escaped {
        No,
        Once,
        Twice,
    }
    let bytes = text.as_bytes();
    let (mut escaped, mut opened) = (Escaped::No, 0);
    let mut at = 0;
    while let Some(next) = next_mark(text, at, escaped != Escaped::No) {
        at = next + 1;
        if bytes.get(next) == Some(&b'>') {
            let dashes = next >= opened + 4 && bytes.get(next - 2..next) == Some(b"--");
            escaped = if dashes { Escaped::No } else { escaped };
            continue;
        }
        let closes = is_tag(text, at, "/", "script");
        escaped = match escaped {
            Escaped::Twice if closes => Escaped::Once,
            _ if closes => return next,
            Escaped::No if bytes.get(at..at + 3) == Some(b"!--") => {
                opened = next;
                Escaped::Once
            }
            Escaped::Once if is_tag(text, at, "", "script") => Escaped::Twice,
            same => same,
        };
    }
    text.len()
}

/// Where the next `<` is, or `>` too, from a byte on.
fn next_mark(text: &str, from: usize, closing: bool) -> Option<usize> {
    let rest = text.get(from..)?;
    let found = if closing { rest.find(['<', '>']) } else { rest.find('<') };
    found.map(|at| from + at)
}

/// Where a mark stands, from a byte on.
fn marks(text: &str, from: usize, mark: char) -> impl Iterator<Item = usize> {
    text.get(from..).unwrap_or("").match_indices(mark).map(move |(at, _)| from + at)
}

/// Whether `before` and then the name of a tag stand at a byte, and end there.
fn is_tag(text: &str, at: usize, before: &str, name: &str) -> bool {
    let bytes = text.as_bytes();
    let (start, end) = (at + before.len(), at + before.len() + name.len());
    bytes.get(at..start) == Some(before.as_bytes())
        && bytes.get(start..end).is_some_and(|found| found.eq_ignore_ascii_case(name.as_bytes()))
        && bytes.get(end).is_some_and(|next| matches!(next, b'\t' | b'\n' | b'\r' | b'\x0c' | b' ' | b'/' | b'>'))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// The tokens in words, runs of letters joined.
    #[derive(Default)]
    struct Words(String, bool);

    impl Words {
        fn letters(&mut self, letters: &str) {
            if !self.1 && !letters.is_empty() {
                self.0.push_str("\ntext ");
                self.1 = true;
            }
            self.0.push_str(letters);
        }
    }

    impl Reads for Words {
        fn take(&mut self, token: &Token) {
            match token {
                Token::CharacterTokens(letters) => self.letters(letters),
                Token::TagToken(tag) => {
                    self.0 += &format!("\n{:?} {} {:?}", tag.kind, tag.name, tag.attrs);
                    self.1 = false;
                }
                Token::CommentToken(comment) => {
                    self.0 += &format!("\ncomment {comment}");
                    self.1 = false;
                }
                _ => {}
            }
        }

        fn take_raw(&mut self, content: &str) {
            self.letters(content);
        }
    }

    /// The same by the tokenizer alone, letter by letter.
    struct Alone(RefCell<Words>);

    impl TokenSink for Alone {
        type Handle = ();

        fn process_token(&self, token: Token, _line: u64) -> TokenSinkResult<()> {
            self.0.borrow_mut().take(&token);
            match &token {
                Token::TagToken(tag) if tag.kind == TagKind::StartTag => match &*tag.name {
                    "script" => TokenSinkResult::RawData(RawKind::ScriptData),
                    "title" | "textarea" => TokenSinkResult::RawData(RawKind::Rcdata),
                    name if is_raw(name) => TokenSinkResult::RawData(RawKind::Rawtext),
                    _ => TokenSinkResult::Continue,
                },
                _ => TokenSinkResult::Continue,
            }
        }
    }

    fn alone(source: &str) -> String {
        let queue = BufferQueue::default();
        queue.push_back(StrTendril::from(source));
        let tokenizer = Tokenizer::new(Alone(RefCell::default()), TokenizerOpts::default());
        let _ = tokenizer.feed(&queue);
        tokenizer.end();
        tokenizer.sink.0.into_inner().0
    }

    const PIECES: [&str; 30] = [
        "<script>",
        "</script>",
        "</SCRIPT >",
        "</script",
        "<script",
        "script",
        "<!--",
        "-->",
        "--",
        "-",
        "!",
        "<",
        ">",
        "/",
        " ",
        "a",
        "é",
        "<style>",
        "</style/>",
        "<noscript>",
        "</noscript>",
        "<title>",
        "</title>",
        "&amp;",
        "<p class=a>",
        "</p>",
        "<iframe>",
        "</iframe\t",
        "<!-->",
        "<!--->",
    ];

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(2000))]
        #[test]
        fn the_tokens_are_those_of_the_tokenizer(pieces in prop::collection::vec(prop::sample::select(&PIECES[..]), 0..24)) {
            let source = pieces.concat();
            prop_assert_eq!(read(&source, Words::default()).0, alone(&source), "{}", source);
        }
    }

    #[test]
    fn a_script_ends_where_the_standard_says() {
        for (script, rest) in [
            ("a < b && '</scripts>'</script>", "</script>"),
            ("<!-- a --></script>", "</script>"),
            ("<!-- <script> </script> --></script>", "</script>"),
            ("<!-- <script> --></script>", "</script>"),
            ("<!--></script>", "</script>"),
            ("<!-- <script> </script> </SCRIPT\n>", "</SCRIPT\n>"),
            ("never ended </script", ""),
        ] {
            assert_eq!(script.get(script_end(script)..).unwrap(), rest, "{script}");
        }
    }
}
