//! Cuts a query into signs, words and quotations.
//!
//! Invariant: lexemes are in order, do not overlap, and every character that
//! is not white space lies in one of them.

use summitry_corpus::ByteRange;

/// A piece of a query.
pub(super) struct Lexeme<'t> {
    pub kind: LexemeKind<'t>,
    pub range: ByteRange,
    /// Whether no white space stands before it.
    pub tight: bool,
}

#[cfg_attr(test, derive(Debug, PartialEq))]
pub(super) enum LexemeKind<'t> {
    /// Characters without a meaning of their own.
    Word(&'t str),
    /// Words in quotation marks; whether the closing mark is there.
    Quotation(&'t str, bool),
    Open,
    Close,
    And,
    Or,
    Not,
    /// With its distance in words; `None` where no number can be read.
    Near(Option<u32>),
    After,
    /// `-` or `!` before something.
    Minus,
    /// `+` before something.
    Plus,
    /// A known field's name and the colon.
    Field(&'t str),
    /// `^2`; `None` when no number can be read.
    Boost(Option<f32>),
    /// `~` or `~5`.
    Tilde(Option<u32>),
    /// `{2}`.
    Times(Option<u32>),
    /// `>=2`.
    AtLeast(Option<f32>),
}

impl LexemeKind<'_> {
    /// What an operator between words is called; empty for anything else.
    pub fn name(&self) -> &'static str {
        match self {
            LexemeKind::And => "AND",
            LexemeKind::Or => "OR",
            _ => "",
        }
    }
}

/// The distance of `NEAR` without a number, in words.
pub(super) const NEAR: u32 = 10;

const QUOTES: [char; 6] = ['"', '\u{201c}', '\u{201d}', '\u{201e}', '\u{ab}', '\u{bb}'];

/// Cuts up `text`. `is_field` says whether a name is a field's.
pub(super) fn lex<'t>(text: &'t str, is_field: &dyn Fn(&str) -> bool) -> Vec<Lexeme<'t>> {
    let mut lexemes: Vec<Lexeme<'t>> = Vec::new();
    let mut at = 0;
    let mut spaced = true;
    while let Some(first) = text.get(at..).and_then(|rest| rest.chars().next()) {
        if is_space(first) {
            at += first.len_utf8();
            spaced = true;
            continue;
        }
        let rest = text.get(at..).unwrap_or("");
        let (kind, length) = next(first, rest, spaced, lexemes.last(), is_field);
        let length = length.max(first.len_utf8());
        lexemes.push(Lexeme { kind, range: ByteRange::new(at, at + length), tight: !spaced });
        spaced = false;
        at += length;
    }
    lexemes
}

fn is_space(c: char) -> bool {
    c.is_whitespace() || c.is_control() || matches!(c, '\u{200b}' | '\u{feff}')
}

fn next<'t>(
    first: char,
    rest: &'t str,
    spaced: bool,
    before: Option<&Lexeme<'_>>,
    is_field: &dyn Fn(&str) -> bool,
) -> (LexemeKind<'t>, usize) {
    let opens = spaced
        || before.is_none_or(|lexeme| {
            matches!(lexeme.kind, LexemeKind::Open | LexemeKind::Minus | LexemeKind::Plus | LexemeKind::Or)
        });
    let bare = rest.chars().nth(1).is_none_or(is_space);
    match first {
        '(' => (LexemeKind::Open, 1),
        ')' => (LexemeKind::Close, 1),
        '|' => (LexemeKind::Or, if rest.starts_with("||") { 2 } else { 1 }),
        '-' | '!' | '\u{2212}' if opens && !bare => (LexemeKind::Minus, first.len_utf8()),
        '+' if opens && !bare => (LexemeKind::Plus, 1),
        '^' if !opens => {
            let (number, length) = numbered(rest, 1);
            (LexemeKind::Boost(number), length)
        }
        '~' if !opens => {
            let digits = rest.bytes().skip(1).take_while(u8::is_ascii_digit).count();
            (LexemeKind::Tilde(rest.get(1..1 + digits).and_then(super::number::whole)), 1 + digits)
        }
        '{' if !opens => braced(rest),
        '>' | '\u{2265}' if first != '>' || rest.starts_with(">=") => {
            let (number, length) = numbered(rest, if first == '>' { 2 } else { first.len_utf8() });
            (LexemeKind::AtLeast(number), length)
        }
        c if QUOTES.contains(&c) => quotation(c, rest),
        _ => {
            let valued = !spaced && before.is_some_and(|lexeme| matches!(lexeme.kind, LexemeKind::Field(_)));
            word(rest, opens, valued, is_field)
        }
    }
}

/// The number after a sign of so many bytes, and the bytes of both.
fn numbered(rest: &str, sign: usize) -> (Option<f32>, usize) {
    let body = rest.get(sign..).unwrap_or("");
    let digits = body.trim_start_matches(' ');
    let spaces = body.len() - digits.len();
    let length = digits.bytes().take_while(|b| b.is_ascii_digit() || *b == b'.').count();
    let number = digits.get(..length).and_then(super::number::read);
    let whole = if length == 0 { sign } else { sign + spaces + length };
    (number.map(|number| number.min(1000.0)), whole)
}

fn braced(rest: &str) -> (LexemeKind<'_>, usize) {
    let Some(close) = rest.find('}') else { return (LexemeKind::Times(None), 1) };
    let number = rest.get(1..close).and_then(|digits| super::number::whole(digits.trim()));
    if number.is_none() && close > 8 {
        return (LexemeKind::Times(None), 1);
    }
    (LexemeKind::Times(number), close + 1)
}

fn quotation(mark: char, rest: &str) -> (LexemeKind<'_>, usize) {
    let open = mark.len_utf8();
    let body = rest.get(open..).unwrap_or("");
    match body.find(QUOTES) {
        Some(end) => {
            let close = body.get(end..).and_then(|rest| rest.chars().next()).map_or(1, char::len_utf8);
            let words = body.get(..end).unwrap_or("");
            (LexemeKind::Quotation(words, true), open + end + close)
        }
        None => (LexemeKind::Quotation(body, false), rest.len()),
    }
}

/// Where the first of several words ends that were typed without a space
/// between: behind a comma or a semicolon (`iran,iraq`), or behind the colon of
/// what looks like a field.
fn run_together(word: &str) -> Option<usize> {
    let (at, _) = word.match_indices([',', ';', ':']).next()?;
    let before = word.get(..at)?;
    let after = word.get(at + 1..)?.chars().next()?;
    let named = before.chars().all(char::is_alphabetic) && !before.is_empty();
    (named && after.is_alphanumeric()).then_some(at + 1)
}

/// `valued`: it stands directly behind a field's colon.
fn word<'t>(rest: &'t str, opens: bool, valued: bool, is_field: &dyn Fn(&str) -> bool) -> (LexemeKind<'t>, usize) {
    let ends =
        |c: char| is_space(c) || QUOTES.contains(&c) || matches!(c, '(' | ')' | '|' | '^' | '~' | '{' | '\u{2265}');
    let mut length = rest.find(ends).unwrap_or(rest.len());
    if let Some(sign) = rest.get(..length).and_then(|word| word.find(">=")) {
        length = sign;
    }
    if !valued && let Some(end) = rest.get(..length).and_then(run_together) {
        length = end;
    }
    let word = rest.get(..length).unwrap_or("");
    if opens
        && let Some((name, _)) = word.split_once(':')
        && is_field(name)
    {
        return (LexemeKind::Field(name), name.len() + 1);
    }
    let kind = match word {
        "AND" | "&&" => LexemeKind::And,
        "OR" => LexemeKind::Or,
        "NOT" => LexemeKind::Not,
        "AFTER" => LexemeKind::After,
        "NEAR" => LexemeKind::Near(Some(NEAR)),
        _ => match word.strip_prefix("NEAR/") {
            Some(distance) => LexemeKind::Near(super::number::whole(distance)),
            None => LexemeKind::Word(word),
        },
    };
    (kind, length)
}

#[cfg(test)]
mod tests {
    use super::LexemeKind::*;
    use super::*;

    #[track_caller]
    fn check(text: &str, kinds: &[LexemeKind<'_>]) {
        let got: Vec<LexemeKind<'_>> =
            lex(text, &|name| name == "outlet").into_iter().map(|lexeme| lexeme.kind).collect();
        assert_eq!(got, kinds, "{text:?}");
    }

    #[test]
    fn signs_are_told_from_letters() {
        let word = Word;
        check(
            "iran -iraq anti-missile - x",
            &[word("iran"), Minus, word("iraq"), word("anti-missile"), word("-"), word("x")],
        );
        check("(a OR b)>=1.5", &[Open, word("a"), Or, word("b"), Close, AtLeast(Some(1.5))]);
        check(
            "a^2 b~1 c~ d{3}",
            &[
                word("a"),
                Boost(Some(2.0)),
                word("b"),
                Tilde(Some(1)),
                word("c"),
                Tilde(None),
                word("d"),
                Times(Some(3)),
            ],
        );
        check("outlet:bbc foo:bar 12:30", &[Field("outlet"), word("bbc"), word("foo:"), word("bar"), word("12:30")]);
        check(
            "iran,iraq;syria 1,000 x, y",
            &[word("iran,"), word("iraq;"), word("syria"), word("1,000"), word("x,"), word("y")],
        );
        check("outlet:bbc,voa https://a.org", &[Field("outlet"), word("bbc,voa"), word("https://a.org")]);
        check("a|b || !c d! !", &[word("a"), Or, word("b"), Or, Minus, word("c"), word("d!"), word("!")]);
        check("and or NOT NEAR/3 NEARBY", &[word("and"), word("or"), Not, Near(Some(3)), word("NEARBY")]);
        check("a NEAR/x b", &[word("a"), Near(None), word("b")]);
    }

    #[test]
    fn quotation_marks_of_all_kinds_open_and_close() {
        check("“cold war”~5 \"open", &[Quotation("cold war", true), Tilde(Some(5)), Quotation("open", false)]);
        check("«détente»", &[Quotation("détente", true)]);
    }
}
