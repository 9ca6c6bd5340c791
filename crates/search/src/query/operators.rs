//! Every operator of the language, for the help page.
//!
//! Invariant (held by tests): each example parses without a diagnostic and
//! uses the operator it stands for.

/// An operator and how to explain it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Operator {
    /// A name for a table of contents.
    pub name: &'static str,
    /// How it is written, with placeholders in words.
    pub syntax: &'static str,
    /// What it does, in plain words.
    pub explanation: &'static str,
    /// A query that works on the embedded articles.
    pub example: &'static str,
}

/// All operators, simplest first.
pub const OPERATORS: &[Operator] = &[
    Operator {
        name: "words",
        syntax: "word word",
        explanation: "Passages with all the words come first, then those with most of them; other forms and spellings count: talks for talk, defense for defence.",
        example: "missile defence",
    },
    Operator {
        name: "phrase",
        syntax: "\"words in order\"",
        explanation: "Passages with these words next to each other, in this order; words beside a phrase only raise a passage.",
        example: "\"strategic framework\"",
    },
    Operator {
        name: "without",
        syntax: "-word",
        explanation: "Leaves out passages with the word, the phrase or the field.",
        example: "iran -iraq",
    },
    Operator {
        name: "NOT",
        syntax: "word NOT word",
        explanation: "The same as a minus sign; !word too.",
        example: "treaty NOT missile",
    },
    Operator {
        name: "AND",
        syntax: "word AND word",
        explanation: "Passages that have both; nothing less is shown.",
        example: "iran AND nuclear",
    },
    Operator {
        name: "OR",
        syntax: "word OR word",
        explanation: "Passages that have one or the other; word | word too. AND binds more tightly than OR.",
        example: "poland OR czech",
    },
    Operator {
        name: "group",
        syntax: "(words)",
        explanation: "Takes words together; a group must match.",
        example: "(iran OR iraq) nuclear",
    },
    Operator {
        name: "required",
        syntax: "+word",
        explanation: "The word must be there.",
        example: "+chechnya war press",
    },
    Operator {
        name: "beginning",
        syntax: "begin*",
        explanation: "Words that begin with these letters.",
        example: "negotia*",
    },
    Operator {
        name: "placeholders",
        syntax: "w?rd or w*d",
        explanation: "A question mark is one letter, an asterisk any number of letters.",
        example: "kremen?uk",
    },
    Operator {
        name: "spelling",
        syntax: "word~ or word~2",
        explanation: "Words that differ by one letter, or by two.",
        example: "kremenuk~",
    },
    Operator {
        name: "near",
        syntax: "\"words\"~5",
        explanation: "In any order, with at most five other words between them.",
        example: "\"nuclear iran\"~5",
    },
    Operator {
        name: "NEAR",
        syntax: "word NEAR word",
        explanation: "Both within ten words of each other; NEAR/3 says three.",
        example: "iran NEAR/5 nuclear",
    },
    Operator {
        name: "times",
        syntax: "word{2}",
        explanation: "Passages in which the word occurs at least twice.",
        example: "putin{2}",
    },
    Operator {
        name: "weight",
        syntax: "word^2",
        explanation: "The word counts twice as much in the ranking.",
        example: "missile^3 treaty",
    },
    Operator {
        name: "about",
        syntax: "(word^2 OR word)>=2",
        explanation: "The weights of the alternatives that occur, 1 unless ^ says otherwise, must add up to the number.",
        example: "(missile^2 OR abm OR treaty OR shield^0.5)>=2",
    },
    Operator {
        name: "AFTER",
        syntax: "word AFTER word",
        explanation: "Passages with the first word right after one with the second: they go on about it without naming it.",
        example: "extremists AFTER syria",
    },
    Operator {
        name: "outlet",
        syntax: "outlet:name",
        explanation: "Passages from that outlet.",
        example: "outlet:bbc",
    },
    Operator { name: "issue", syntax: "issue:name", explanation: "Passages on that issue.", example: "issue:nato" },
    Operator {
        name: "meeting",
        syntax: "meeting:name",
        explanation: "Passages of articles about, or naming, that meeting.",
        example: "meeting:ljubljana-2001",
    },
    Operator { name: "speaker", syntax: "speaker:name", explanation: "That person speaks.", example: "speaker:putin" },
    Operator {
        name: "side",
        syntax: "side:name",
        explanation: "Somebody of that side speaks.",
        example: "side:russia",
    },
    Operator {
        name: "role",
        syntax: "role:expert",
        explanation: "An expert speaks; also role:leader, role:official.",
        example: "role:expert",
    },
    Operator {
        name: "title",
        syntax: "title:word",
        explanation: "Passages under a headline with the word.",
        example: "title:sochi",
    },
    Operator {
        name: "author",
        syntax: "author:name",
        explanation: "Passages by that author.",
        example: "author:mulvey",
    },
    Operator {
        name: "kind",
        syntax: "kind:quote",
        explanation: "Passages with direct speech; also kind:paragraph, kind:list-item.",
        example: "kind:quote",
    },
    Operator {
        name: "date",
        syntax: "date:from..to",
        explanation: "Articles published then: a year, a month, a day, or a span with one end or two; from:2001 and to:2003 too.",
        example: "date:2001-10..2003",
    },
];

#[cfg(test)]
mod tests {
    use super::*;
    use crate::query::{Field, parse};

    #[test]
    fn every_example_parses_without_a_complaint() {
        for operator in OPERATORS {
            let query = parse(operator.example);
            assert!(query.root.is_some(), "{}", operator.name);
            assert_eq!(query.diagnostics, [], "{}", operator.example);
        }
    }

    #[test]
    fn every_field_is_explained() {
        for field in Field::ALL {
            let explained = OPERATORS.iter().any(|operator| operator.name == field.name());
            assert!(explained, "{}", field.name());
        }
    }
}
