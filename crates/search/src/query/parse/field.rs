//! Fields of the query language: `title:`, `outlet:`, `date:` and their like.
//!
//! Invariant: a value that cannot be read is told with an example that can.

use super::*;

/// The fields that take a date. `from:` takes an outlet as well.
pub(super) const DATES: [&str; 4] = ["date", "year", "from", "to"];

impl<'l> Parser<'l> {
    /// A span of dates that ends before it begins, turned round, which is told.
    pub(super) fn turned(&mut self, value: &str, range: ByteRange) -> Option<DateSpan> {
        let (later, earlier) = value.split_once("..")?;
        let span = DateSpan::parse(&[earlier, "..", later].concat())?;
        self.say(
            range,
            "These dates end before they begin; they were turned round.",
            &format!("Write date:{earlier}..{later}."),
        );
        Some(span)
    }

    pub(super) fn field(&mut self, name: &str, start: ByteRange) -> Option<Node> {
        let value = self.peek().and_then(|lexeme| match &lexeme.kind {
            LexemeKind::Word(text) if lexeme.tight => Some((*text, lexeme.range)),
            LexemeKind::Quotation(text, _) if lexeme.tight => Some((text.trim(), lexeme.range)),
            _ => None,
        });
        let open = self.peek().filter(|lexeme| matches!(lexeme.kind, LexemeKind::Quotation(_, false)));
        if let Some((value, at)) = value.filter(|_| open.is_some()) {
            if value.is_empty() {
                // A quotation mark with nothing behind it belongs to the field.
                self.at += 1;
            } else {
                self.say(
                    at,
                    "The closing quotation mark is missing; the value goes to the end.",
                    "Add a quotation mark at the end of the value.",
                );
            }
        }
        let Some((value, at)) = value.filter(|(value, _)| !value.is_empty()) else {
            let name = name.to_ascii_lowercase();
            let message = format!("Nothing follows {name}: directly; it was ignored.");
            self.say(
                start,
                &message,
                &format!("Write the value directly after the colon, such as {}.", example(&name)),
            );
            return None;
        };
        self.at += 1;
        let value = self.allowed(value, at.start);
        let range = ByteRange { start: start.start, end: at.end };
        let outlet = name.eq_ignore_ascii_case("from") && !value.starts_with(|c: char| c.is_ascii_digit());
        let kind = match field_named(name).or(outlet.then_some(Field::Outlet)) {
            Some(field) => NodeKind::Field(field, value.to_owned()),
            None => match dated(name, value).or_else(|| self.turned(value, range)) {
                Some(span) => NodeKind::Date(span),
                None => {
                    self.say(
                        range,
                        "This is not a date or a span of dates; it was ignored.",
                        "Write date:2001, date:2001-10, date:2001-10-21 or date:2001-10..2003.",
                    );
                    return None;
                }
            },
        };
        Some(Node { kind, range, boost: 1.0 })
    }
}

pub(super) fn field_named(name: &str) -> Option<Field> {
    Field::ALL.iter().copied().find(|field| name.eq_ignore_ascii_case(field.name()))
}

pub(super) fn example(field: &str) -> &'static str {
    match field {
        "outlet" => "outlet:bbc",
        "issue" => "issue:nato",
        "meeting" => "meeting:sochi-2008",
        "speaker" => "speaker:putin",
        "side" => "side:russia",
        "role" => "role:expert",
        "title" => "title:summit",
        "kind" => "kind:quote",
        "author" => "author:mulvey",
        "year" => "year:2001",
        "from" => "from:2001 or from:bbc",
        "to" => "to:2003",
        _ => "date:2001-10",
    }
}

/// The span of a field that takes a date: `from:` and `to:` are its ends.
pub(super) fn dated(name: &str, value: &str) -> Option<DateSpan> {
    let end = |of: &str| name.eq_ignore_ascii_case(of);
    match DateBound::parse(value) {
        Some(bound) if end("from") => Some(DateSpan { from: Some(bound), to: None }),
        Some(bound) if end("to") => Some(DateSpan { from: None, to: Some(bound) }),
        _ => DateSpan::parse(value),
    }
}
