//! How a query is read against a collection: its spelling, and what in it names
//! nothing that the collection has.

use summitry_corpus::ByteRange;

use super::Collection;
use crate::analysis::fold;
use crate::correct::correct;
use crate::query::{Diagnostic, Field, NodeKind, Query, parse, shown};
use crate::response::Correction;

/// Of how many fields it is told that their value names nothing.
const MOST_UNKNOWN: usize = 8;

impl Collection {
    /// A query as it is searched for, its spelling put right where a word is
    /// unknown, and what was or could be put right. What is said of it points
    /// into the query as it was typed.
    pub(super) fn read(&self, text: &str, open: bool) -> (Query, Option<Correction>) {
        let mut query = parse(text);
        if query.root.is_none() {
            return (query, None);
        }
        let spelling = correct(&query, self.index(), open);
        query.diagnostics.extend(spelling.unknown.into_iter().map(|said| self.or_filter(said, text)));
        let meant = self.check_parts(&mut query);
        if let Some(applied) = spelling.correction.as_ref().filter(|correction| correction.applied) {
            query = Query { diagnostics: query.diagnostics, ..parse(&applied.query) };
        }
        (query, spelling.correction.or(meant))
    }

    /// For a word that no passage has, but that is the name of a filter: that.
    fn or_filter(&self, said: Diagnostic, text: &str) -> Diagnostic {
        let word = shown(said.range.of(text));
        let Some((filter, what)) = self.metadata.filter_named(&fold(&word)) else { return said };
        let found = self.units_of(&filter).len();
        let message = format!("No passage has the word \u{201c}{word}\u{201d}; {found} are {what}.");
        Diagnostic { message, remedy: format!("Write {filter} for the passages {what}."), ..said }
    }

    /// Says so where a field's value names nothing; in a query the visitor's own
    /// issues are not known. Also where an operator is in small letters, but in
    /// a question. A value that is only misspelt is offered as it was meant.
    fn check_parts(&self, query: &mut Query) -> Option<Correction> {
        let root = query.root.as_ref()?;
        let mut meant = None;
        let question = query.text.ends_with('?');
        let mut said = Vec::new();
        root.walk(&mut |node| {
            if let NodeKind::Field(field, value) = &node.kind
                && let Some((message, remedy)) = self.metadata.unknown(*field, value)
            {
                if said.len() < MOST_UNKNOWN {
                    meant = meant.take().or_else(|| self.meant_instead(&query.text, node.range, *field, value));
                    said.push(Diagnostic { range: node.range, message, remedy });
                }
            } else if !question {
                node.slips(&mut said);
            }
        });
        query.diagnostics.extend(said);
        meant
    }

    /// The query with what a misspelt value of a field was meant to be.
    fn meant_instead(&self, text: &str, range: ByteRange, field: Field, value: &str) -> Option<Correction> {
        let known = self.metadata.nearest(field, value).filter(|known| !known.units.is_empty())?;
        let quoted = known.id.contains(|c: char| !(c.is_alphanumeric() || c == '-'));
        let id = if quoted { ["\"", &known.id, "\""].concat() } else { known.id.clone() };
        let (before, after) = (text.get(..range.start as usize)?, text.get(range.end as usize..)?);
        let query = [before, field.name(), ":", &id, after].concat();
        Some(Correction { query, applied: false, message: ["Did you mean *", &known.name, "*?"].concat() })
    }
}
