//! A query in plain words, so that a visitor sees how it was understood.

use crate::analysis::is_function_word;

use super::tree::{Field, Node, NodeKind, Query, Spread, WordForm};

impl Query {
    /// The query in plain words, such as "passages with *missile* and
    /// *defence*, from *bbc*, without *iran*". Words of the query stand
    /// between asterisks. An empty query reads "all passages".
    pub fn reading(&self) -> String {
        let Some(root) = &self.root else { return "all passages".into() };
        let parts: &[Node] = match &root.kind {
            NodeKind::Sequence(parts) | NodeKind::And(parts) => parts,
            _ => std::slice::from_ref(root),
        };
        let soft = matches!(root.kind, NodeKind::Sequence(_));
        let mut out = String::from("passages");
        // Nobody needs to have the function words of a question.
        let idle = soft && !parts.iter().all(|part| is_limit(part) || is_idle(part));
        let asked = || parts.iter().filter(|part| !(is_limit(part) || idle && is_idle(part)));
        // Beside what must be there, single words are only wished for.
        let firm = soft && parts.iter().any(|part| !is_plain(part) && part.asks_for_words());
        let is_wish = |part: &&Node| firm && is_plain(part);
        let mut words = 0;
        for part in asked().filter(|part| !is_wish(part)) {
            out.push_str(if words == 0 { " with " } else { " and " });
            said(part, &mut out);
            words += 1;
        }
        for (at, part) in asked().filter(is_wish).enumerate() {
            out.push_str(if at == 0 { " (first those with " } else { " and " });
            said(part, &mut out);
        }
        out.push_str(match asked().filter(is_wish).count() {
            0 if soft && !firm && words > 1 => " (then those with some of these)",
            0 => "",
            1 => " too)",
            _ => " too, or with most of these)",
        });
        let mut speech = false;
        for (at, limit) in parts.iter().filter(|part| is_limit(part)).enumerate() {
            let again = speech;
            speech = is_speech(limit);
            out.push_str(if again && speech {
                " and "
            } else if words + at > 0 {
                ", "
            } else {
                " "
            });
            said(limit, &mut out);
        }
        out
    }
}

/// A function word, but for those that may be an acronym: `us`, `who`.
fn is_idle(node: &Node) -> bool {
    matches!(&node.kind, NodeKind::Word { text, form: WordForm::Plain }
        if !matches!(text.as_str(), "us" | "who") && is_function_word(&text.to_ascii_lowercase()))
}

/// Whether it says itself how the passages have it: with or without words, from
/// an outlet.
fn is_limit(node: &Node) -> bool {
    let alone = matches!(node.kind, NodeKind::Not(_) | NodeKind::After(_) | NodeKind::Field(..) | NodeKind::Date(_));
    alone || node.children().iter().any(is_limit)
}

/// Whether it is a single word, which among others is only wished for.
fn is_plain(node: &Node) -> bool {
    matches!(node.kind, NodeKind::Word { .. })
}

/// Whether it reads "in which somebody speaks".
fn is_speech(node: &Node) -> bool {
    matches!(node.kind, NodeKind::Field(Field::Speaker | Field::Side | Field::Role, _))
}

fn said(node: &Node, out: &mut String) {
    match &node.kind {
        NodeKind::Word { text, form } => {
            out.push_str(match form {
                WordForm::Plain => "",
                WordForm::Prefix => "a word beginning ",
                WordForm::Wildcard => "a word like ",
                WordForm::Fuzzy(1) => "a word one letter from ",
                WordForm::Fuzzy(_) => "a word up to two letters from ",
            });
            // `iran, iraq` is a list.
            starred(text.trim_end_matches([',', ';', ':']), out);
        }
        NodeKind::Phrase { text, spread, .. } => {
            out.push_str("the words ");
            starred(text.trim(), out);
            match spread {
                Spread::Exact => out.push_str(" together"),
                Spread::Within(n) => counted(" with at most ", *n, " others between", out),
            }
        }
        NodeKind::Sequence(parts) | NodeKind::And(parts) => joined(parts, " and ", out),
        NodeKind::Or(parts) => joined(parts, " or ", out),
        NodeKind::Not(part) => {
            out.push_str(if is_limit(part) { "not " } else { "without " });
            said(part, out);
        }
        NodeKind::Required(part) => said(part, out),
        NodeKind::After(part) => {
            out.push_str(if is_limit(part) { "after one " } else { "after one with " });
            said(part, out);
        }
        NodeKind::Near(a, b, n) => {
            said(a, out);
            counted(" within ", *n, " words of ", out);
            said(b, out);
        }
        NodeKind::Times(part, n) => {
            said(part, out);
            counted(" at least ", *n, " times", out);
        }
        NodeKind::AtLeast(part, sum) => {
            said(part, out);
            out.push_str(" to a weight of at least ");
            out.push_str(&super::number::written(*sum));
        }
        NodeKind::Field(field, value) => {
            out.push_str(match field {
                Field::Outlet => "from ",
                Field::Issue => "on ",
                Field::Meeting => "of articles about or naming ",
                Field::Speaker => "in which ",
                Field::Side => "in which the side ",
                Field::Role => "in which somebody with the role ",
                Field::Title => "under a headline with ",
                Field::Author => "written by ",
                Field::Kind => "of the kind ",
            });
            starred(value, out);
            if let Field::Speaker | Field::Side | Field::Role = field {
                out.push_str(" speaks");
            }
        }
        NodeKind::Date(span) => {
            out.push_str("published ");
            out.push_str(&span.to_string());
        }
    }
}

/// Words of the query stand between asterisks; their own look alike and are not.
fn starred(text: &str, out: &mut String) {
    out.push('*');
    text.chars().for_each(|letter| out.push(if letter == '*' { '∗' } else { letter }));
    out.push('*');
}

fn counted(before: &str, count: u32, after: &str, out: &mut String) {
    out.push_str(before);
    out.push_str(&count.to_string());
    out.push_str(after);
}

fn joined(parts: &[Node], between: &str, out: &mut String) {
    let mixed = parts.iter().any(is_limit);
    for (at, part) in parts.iter().enumerate() {
        if at > 0 {
            out.push_str(between);
        }
        let nested = matches!(part.kind, NodeKind::Or(_) | NodeKind::And(_) | NodeKind::Sequence(_));
        out.push_str(if mixed && !is_limit(part) { "with " } else { "" });
        out.push_str(if nested { "(" } else { "" });
        said(part, out);
        if nested {
            out.push(')');
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::query::parse;

    #[track_caller]
    fn check(query: &str, reading: &str) {
        assert_eq!(parse(query).reading(), reading, "{query}");
    }

    #[test]
    fn a_query_is_said_in_plain_words() {
        check("", "all passages");
        check("missile", "passages with *missile*");
        check(
            "missile defence -iran outlet:bbc",
            "passages with *missile* and *defence* (then those with some of these), without *iran*, from *bbc*",
        );
        check(
            "\"missile defence\" (iran OR iraq)",
            "passages with the words *missile defence* together and *iran* or *iraq*",
        );
        check(
            "said \"quite flexible\"",
            "passages with the words *quite flexible* together (first those with *said* too)",
        );
        check(
            "+chechnya war press outlet:bbc",
            "passages with *chechnya* (first those with *war* and *press* too, or with most of these), from *bbc*",
        );
        check("iran,iraq; syria", "passages with *iran* and *iraq* and *syria* (then those with some of these)");
        check("talks AFTER syria", "passages with *talks*, after one with *syria*");
        check("AFTER outlet:bbc", "passages after one from *bbc*");
        check("author:mulvey year:2001", "passages written by *mulvey*, published in 2001");
        check("from:2001 to:2003-06", "passages published from 2001 on, published up to 2003-06");
        check("from:bbc missile ?", "passages with *missile*, from *bbc*");
        check("what did the us say", "passages with *us* and *say* (then those with some of these)");
        check(
            "to be or not to be",
            "passages with *to* and *be* and *or* and *not* and *to* and *be* (then those with some of these)",
        );
        // An asterisk within asterisks would end them.
        check("w*d", "passages with a word like *w∗d*");
        check("outlet:bbc", "passages from *bbc*");
        check("date:2001-10..2003 -outlet:bbc", "passages published from 2001-10 to 2003, not from *bbc*");
        check("outlet:bbc OR outlet:voa", "passages from *bbc* or from *voa*");
        check("missile (outlet:bbc OR outlet:voa)", "passages with *missile*, from *bbc* or from *voa*");
        check("outlet:bbc OR missile", "passages from *bbc* or with *missile*");
        check("(missile outlet:bbc) OR iran", "passages (with *missile* and from *bbc*) or with *iran*");
        check("-(outlet:bbc OR outlet:voa)", "passages not from *bbc* or from *voa*");
        check("speaker:putin speaker:bush", "passages in which *putin* speaks and in which *bush* speaks");
        check(
            "iran speaker:putin side:us outlet:bbc",
            "passages with *iran*, in which *putin* speaks and in which the side *us* speaks, from *bbc*",
        );
        check("a AND (b OR c d)", "passages with *a* and *b* or (*c* and *d*)");
    }
}
