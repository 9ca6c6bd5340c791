//! A query in plain words, so that a visitor sees how it was understood.

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
        let (limits, words): (Vec<&Node>, Vec<&Node>) = parts.iter().partition(|part| is_limit(part));
        let mut out = String::from(if words.is_empty() { "passages" } else { "passages with " });
        let words: Vec<String> = words.into_iter().map(said).collect();
        out.push_str(&words.join(" and "));
        if soft && words.len() > 1 {
            out.push_str(" (then those with some of these)");
        }
        for limit in limits {
            out.push_str(if out == "passages" { " " } else { ", " });
            out.push_str(&said(limit));
        }
        out
    }
}

fn is_limit(node: &Node) -> bool {
    matches!(node.kind, NodeKind::Not(_) | NodeKind::Field(..) | NodeKind::Date(_))
}

fn said(node: &Node) -> String {
    match &node.kind {
        NodeKind::Word { text, form } => match form {
            WordForm::Plain => format!("*{text}*"),
            WordForm::Prefix => format!("a word beginning *{text}*"),
            WordForm::Wildcard => format!("a word like *{text}*"),
            WordForm::Fuzzy(1) => format!("a word one letter from *{text}*"),
            WordForm::Fuzzy(_) => format!("a word up to two letters from *{text}*"),
        },
        NodeKind::Phrase { text, spread: Spread::Exact, .. } => format!("the words *{}* together", text.trim()),
        NodeKind::Phrase { text, spread: Spread::Within(n), .. } => {
            format!("the words *{}* with at most {n} others between", text.trim())
        }
        NodeKind::Sequence(parts) | NodeKind::And(parts) => bracketed(parts, " and "),
        NodeKind::Or(parts) => bracketed(parts, " or "),
        NodeKind::Not(part) => match &part.kind {
            NodeKind::Field(..) | NodeKind::Date(_) => format!("not {}", said(part)),
            _ => format!("without {}", said(part)),
        },
        NodeKind::Required(part) => said(part),
        NodeKind::Near(a, b, n) => format!("{} within {n} words of {}", said(a), said(b)),
        NodeKind::Times(part, n) => format!("{} at least {n} times", said(part)),
        NodeKind::AtLeast(part, sum) => {
            format!("{} to a weight of at least {}", said(part), super::number::written(*sum))
        }
        NodeKind::Field(field, value) => limited(*field, value),
        NodeKind::Date(span) => format!("published {span}"),
    }
}

fn bracketed(parts: &[Node], between: &str) -> String {
    let nested = |part: &Node| match part.kind {
        NodeKind::Or(_) | NodeKind::And(_) | NodeKind::Sequence(_) => format!("({})", said(part)),
        _ => said(part),
    };
    parts.iter().map(nested).collect::<Vec<_>>().join(between)
}

fn limited(field: Field, value: &str) -> String {
    match field {
        Field::Outlet => format!("from *{value}*"),
        Field::Issue => format!("on *{value}*"),
        Field::Meeting => format!("of articles about or naming *{value}*"),
        Field::Speaker => format!("in which *{value}* speaks"),
        Field::Side => format!("in which the side *{value}* speaks"),
        Field::Title => format!("under a headline with *{value}*"),
        Field::Kind => format!("of the kind *{value}*"),
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
            "passages with the words *missile defence* together and *iran* or *iraq* (then those with some of these)",
        );
        check("outlet:bbc", "passages from *bbc*");
        check("date:2001-10..2003 -outlet:bbc", "passages published from 2001-10 to 2003, not from *bbc*");
        check("a AND (b OR c d)", "passages with *a* and *b* or (*c* and *d*)");
    }
}
