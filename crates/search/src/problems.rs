//! What is wrong with the queries of a corpus's issues.
//!
//! Invariant: every problem has a place in the issue's query and a remedy.

use summitry_corpus::{ByteRange, Corpus, IssueDefinition};

use crate::fields::Metadata;
use crate::query::{Field, NodeKind, parse};
use crate::response::IssueProblem;

/// What is wrong with the issues' queries: what does not parse, and ids that
/// the corpus does not have.
pub fn problems(corpus: &Corpus) -> Vec<IssueProblem> {
    let mut problems = Vec::new();
    let metadata = Metadata::new(corpus);
    for issue in &corpus.issues {
        let query = parse(&issue.query);
        let problem = |range, message: String, remedy: String| IssueProblem {
            issue: issue.id.to_string(),
            range,
            message,
            remedy,
        };
        for found in &query.diagnostics {
            problems.push(problem(found.range, found.message.clone(), found.remedy.clone()));
        }
        let Some(root) = &query.root else {
            let range = ByteRange::new(0, issue.query.len());
            problems.push(problem(
                range,
                "The query is empty.".into(),
                "Write the words that a passage on this issue has.".into(),
            ));
            continue;
        };
        root.walk(&mut |node| {
            let NodeKind::Field(field, value) = &node.kind else { return };
            // No passage is on an issue yet when its query is run, whether the
            // other is defined before it, behind it, or in a circle.
            let meant = metadata.meant(*field, value);
            let is_meant = |other: &&IssueDefinition| meant.iter().any(|meant| meant.id == other.id.as_str());
            let other = corpus.issues.iter().find(|other| *field == Field::Issue && is_meant(other));
            let found = match other {
                Some(other) => Some((
                    "An issue cannot ask for an issue, neither for itself nor for another.".to_owned(),
                    match other.id == issue.id {
                        true => "Leave it out.".to_owned(),
                        false => format!("Write the other's query in its place, in brackets: ({}).", other.query),
                    },
                )),
                None => metadata.unknown(*field, value),
            };
            if let Some((message, remedy)) = found {
                problems.push(problem(node.range, message, remedy));
            }
        });
    }
    problems
}
