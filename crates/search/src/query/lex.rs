//! Cuts a query into signs, words and quotations.
//!
//! Invariant: lexemes are in order, do not overlap, and every character that
//! is not white space lies in one of them.

use summitry_corpus::ByteRange;

/// A piece of a query.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Lexeme {
    pub kind: LexemeKind,
    pub range: ByteRange,
    /// Whether no white space stands before it.
    pub tight: bool,
}

#[derive(Clone, Debug, PartialEq)]
pub(super) enum LexemeKind {
    /// Characters without a meaning of their own.
    Word(String),
    /// Words in quotation marks; whether the closing mark is there.
    Quotation(String, bool),
    Open,
    Close,
    And,
    Or,
    Not,
    /// With its distance in words.
    Near(u32),
    /// `-` before something.
    Minus,
    /// `+` before something.
    Plus,
    /// A known field's name and the colon.
    Field(String),
    /// `^2`; `None` when no number can be read.
    Boost(Option<f32>),
    /// `~` or `~5`.
    Tilde(Option<u32>),
    /// `{2}`.
    Times(Option<u32>),
    /// `>=2`.
    AtLeast(Option<f32>),
}

/// The distance of `NEAR` without a number, in words.
pub(super) const NEAR: u32 = 10;

const QUOTES: [char; 6] = ['"', '\u{201c}', '\u{201d}', '\u{201e}', '\u{ab}', '\u{bb}'];

/// Cuts up `text`. `is_field` says whether a name is a field's.
pub(super) fn lex(text: &str, is_field: impl Fn(&str) -> bool) -> Vec<Lexeme> {
    let mut lexemes: Vec<Lexeme> = Vec::new();
    let mut at = 0;
    let mut spaced = true;
    while let Some(first) = text.get(at..).and_then(|rest| rest.chars().next()) {
        if is_space(first) {
            at += first.len_utf8();
            spaced = true;
            continue;
        }
        let rest = text.get(at..).unwrap_or("");
        let (kind, length) = next(first, rest, spaced, lexemes.last(), &is_field);
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

fn next(
    first: char,
    rest: &str,
    spaced: bool,
    before: Option<&Lexeme>,
    is_field: impl Fn(&str) -> bool,
) -> (LexemeKind, usize) {
    let opens = spaced
        || before.is_none_or(|lexeme| matches!(lexeme.kind, LexemeKind::Open | LexemeKind::Minus | LexemeKind::Plus));
    let bare = rest.chars().nth(1).is_none_or(is_space);
    match first {
        '(' => (LexemeKind::Open, 1),
        ')' => (LexemeKind::Close, 1),
        '-' | '\u{2212}' if opens && !bare => (LexemeKind::Minus, first.len_utf8()),
        '+' if opens && !bare => (LexemeKind::Plus, 1),
        '^' if !opens => numbered(rest, 1, LexemeKind::Boost),
        '~' if !opens => whole_numbered(rest, 1, LexemeKind::Tilde),
        '{' if !opens => braced(rest),
        '>' if rest.starts_with(">=") => numbered(rest, 2, LexemeKind::AtLeast),
        '\u{2265}' => numbered(rest, first.len_utf8(), LexemeKind::AtLeast),
        c if QUOTES.contains(&c) => quotation(c, rest),
        _ => word(rest, opens, is_field),
    }
}

fn numbered(rest: &str, sign: usize, kind: impl Fn(Option<f32>) -> LexemeKind) -> (LexemeKind, usize) {
    let body = rest.get(sign..).unwrap_or("");
    let spaces = body.len() - body.trim_start_matches(' ').len();
    let digits = body.trim_start_matches(' ');
    let digits = digits.get(..digits.bytes().take_while(|b| b.is_ascii_digit() || *b == b'.').count());
    let digits = digits.unwrap_or("");
    let number = super::number::read(digits);
    let length = if digits.is_empty() { sign } else { sign + spaces + digits.len() };
    (kind(number.map(|number| number.min(1000.0))), length)
}

fn whole_numbered(rest: &str, sign: usize, kind: impl Fn(Option<u32>) -> LexemeKind) -> (LexemeKind, usize) {
    let body = rest.get(sign..).unwrap_or("");
    let digits = body.bytes().take_while(u8::is_ascii_digit).count();
    let number = body.get(..digits).and_then(|digits| digits.parse().ok());
    (kind(number), sign + digits)
}

fn braced(rest: &str) -> (LexemeKind, usize) {
    let Some(close) = rest.find('}') else { return (LexemeKind::Times(None), 1) };
    let number = rest.get(1..close).and_then(|digits| digits.trim().parse().ok());
    if number.is_none() && close > 8 {
        return (LexemeKind::Times(None), 1);
    }
    (LexemeKind::Times(number), close + 1)
}

fn quotation(mark: char, rest: &str) -> (LexemeKind, usize) {
    let open = mark.len_utf8();
    let body = rest.get(open..).unwrap_or("");
    match body.find(QUOTES) {
        Some(end) => {
            let close = body.get(end..).and_then(|rest| rest.chars().next()).map_or(1, char::len_utf8);
            let words = body.get(..end).unwrap_or("").to_owned();
            (LexemeKind::Quotation(words, true), open + end + close)
        }
        None => (LexemeKind::Quotation(body.to_owned(), false), rest.len()),
    }
}

fn word(rest: &str, opens: bool, is_field: impl Fn(&str) -> bool) -> (LexemeKind, usize) {
    let ends = |c: char| is_space(c) || QUOTES.contains(&c) || matches!(c, '(' | ')' | '^' | '~' | '{' | '\u{2265}');
    let mut length = rest.find(ends).unwrap_or(rest.len());
    if let Some(sign) = rest.get(..length).and_then(|word| word.find(">=")) {
        length = sign;
    }
    let word = rest.get(..length).unwrap_or("");
    if opens
        && let Some((name, _)) = word.split_once(':')
        && is_field(name)
    {
        return (LexemeKind::Field(name.to_ascii_lowercase()), name.len() + 1);
    }
    let kind = match word {
        "AND" | "&&" => LexemeKind::And,
        "OR" | "||" | "|" => LexemeKind::Or,
        "NOT" => LexemeKind::Not,
        "NEAR" => LexemeKind::Near(NEAR),
        _ => match word.strip_prefix("NEAR/").and_then(|digits| digits.parse().ok()) {
            Some(distance) => LexemeKind::Near(distance),
            None => LexemeKind::Word(word.to_owned()),
        },
    };
    (kind, length)
}

#[cfg(test)]
mod tests {
    use super::LexemeKind::*;
    use super::*;

    #[track_caller]
    fn check(text: &str, kinds: &[LexemeKind]) {
        let got: Vec<LexemeKind> = lex(text, |name| name == "outlet").into_iter().map(|lexeme| lexeme.kind).collect();
        assert_eq!(got, kinds, "{text:?}");
    }

    #[test]
    fn signs_are_told_from_letters() {
        let word = |text: &str| Word(text.into());
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
        check("outlet:bbc foo:bar 12:30", &[Field("outlet".into()), word("bbc"), word("foo:bar"), word("12:30")]);
        check("and or NOT NEAR/3 NEARBY", &[word("and"), word("or"), Not, Near(3), word("NEARBY")]);
    }

    #[test]
    fn quotation_marks_of_all_kinds_open_and_close() {
        check(
            "“cold war”~5 \"open",
            &[Quotation("cold war".into(), true), Tilde(Some(5)), Quotation("open".into(), false)],
        );
        check("«détente»", &[Quotation("détente".into(), true)]);
    }
}
