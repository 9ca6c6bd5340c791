//! Good first questions, drawn from the collection: nothing here knows what it
//! is about.
//!
//! Invariant: each question has an answer in the collection.

use summitry_corpus::Article;
use summitry_search::Request;

use crate::library::Library;
use crate::route::{Page, Route};

/// How many articles are looked at for a pair: all pairs of them are.
const PAIRED: usize = 40;

/// A question: its words, names between asterisks, and the view that answers
/// it, to be completed from the route that is shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Question {
    /// The sentence.
    pub words: String,
    /// The view.
    pub answer: Route,
}

/// At most three questions; fewer where the collection has no issues, one
/// article, or nobody who speaks.
pub fn questions(library: Library) -> Vec<Question> {
    let corpus = library.corpus();
    let weights: Vec<Vec<usize>> = corpus
        .issues
        .iter()
        .map(|issue| {
            (0..corpus.articles.len()).map(|article| library.passages_on(issue.id.as_str(), article).len()).collect()
        })
        .collect();
    let shared = most_shared(&weights);
    let pair = best_pair(library, &weights, shared);
    let mut questions = Vec::new();
    if let Some(issue) = shared.and_then(|issue| corpus.issues.get(issue)) {
        let answer = Route { issues: vec![issue.id.to_string()], ..Route::to(Page::Search) };
        questions.push(Question { words: format!("What do the articles say on *{}*?", issue.name), answer });
    }
    if let Some((issue, first, second)) = pair
        && let (Some(issue), Some(first), Some(second)) =
            (corpus.issues.get(issue), corpus.articles.get(first), corpus.articles.get(second))
    {
        let columns = vec![first.id.to_string(), second.id.to_string()];
        let answer = Route { columns, issues: vec![issue.id.to_string()], ..Route::to(Page::Compare) };
        let (first, second) = (named(library, first), named(library, second));
        questions
            .push(Question { words: format!("How did *{first}* and *{second}* report *{}*?", issue.name), answer });
    }
    let asked = [shared, pair.map(|(issue, ..)| issue)];
    questions.extend(who_speaks(library, &asked));
    questions
}

/// The issue that most articles share; of those the one with most passages.
fn most_shared(weights: &[Vec<usize>]) -> Option<usize> {
    let shared = |issue: &usize| {
        let counts = weights.get(*issue).map_or(&[][..], Vec::as_slice);
        let articles = counts.iter().filter(|count| **count > 0).count();
        (articles, counts.iter().sum::<usize>())
    };
    // Of equals the first, as the catalogue's order is an editor's choice.
    (0..weights.len()).rev().max_by_key(shared).filter(|issue| shared(issue).0 > 0)
}

/// Two articles of different outlets and an issue, not `other`, that both have
/// much on; best if they cover the same meeting.
fn best_pair(library: Library, weights: &[Vec<usize>], other: Option<usize>) -> Option<(usize, usize, usize)> {
    let articles = library.corpus().articles.as_slice();
    let articles = articles.get(..PAIRED).unwrap_or(articles);
    type Score = (usize, bool, usize);
    let mut best: Option<(Score, (usize, usize, usize))> = None;
    for (first, one) in articles.iter().enumerate() {
        for (second, two) in articles.iter().enumerate().skip(first + 1) {
            let outlet = |article: &Article| article.outlet.as_ref().map(|outlet| outlet.value.to_string());
            if outlet(one) == outlet(two) {
                continue;
            }
            let together = one.meetings.iter().any(|met| two.meetings.iter().any(|other| other.id == met.id));
            for (issue, counts) in weights.iter().enumerate().filter(|(issue, _)| Some(*issue) != other) {
                let (one, two) = (counts.get(first).copied().unwrap_or(0), counts.get(second).copied().unwrap_or(0));
                let score = (one.min(two), together, one + two);
                if score.0 > 0 && best.is_none_or(|(known, _)| score > known) {
                    best = Some((score, (issue, first, second)));
                }
            }
        }
    }
    best.map(|(_, pair)| pair)
}

/// Where the one who speaks most speaks on what they speak of most, `asked`
/// issues apart.
fn who_speaks(library: Library, asked: &[Option<usize>]) -> Option<Question> {
    let corpus = library.corpus();
    let all = library.search(&Request { limit: 1, ..Request::new("") });
    let (person, _) = all.facets.speakers.first()?;
    let person = corpus.person(person)?;
    let theirs = library.search(&Request { limit: 1, speakers: vec![person.id.as_str()], ..Request::new("") });
    let fresh = |id: &str| {
        !asked.iter().flatten().any(|issue| corpus.issues.get(*issue).is_some_and(|known| known.id.as_str() == id))
    };
    let (issue, _) = theirs
        .facets
        .issues
        .iter()
        .rev()
        .filter(|(id, count)| *count > 0 && fresh(id))
        .max_by_key(|(_, count)| *count)?;
    let issue = corpus.issue(issue)?;
    let answer =
        Route { speakers: vec![person.id.to_string()], issues: vec![issue.id.to_string()], ..Route::to(Page::Search) };
    Some(Question { words: format!("What does *{}* say on *{}*?", person.name, issue.name), answer })
}

/// An article by its outlet and year.
fn named(library: Library, article: &'static Article) -> String {
    library.index_of(article.id.as_str()).map(|index| library.outlet_and_year(index)).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_question_has_an_answer_in_the_collection() {
        let library = Library::open().unwrap();
        let questions = questions(library);
        assert_eq!(questions.len(), 3);
        for question in &questions {
            assert!(question.words.contains('*') && question.words.ends_with('?'), "{}", question.words);
            let (_, problems) = library.known(&question.answer);
            assert_eq!(problems, []);
            if question.answer.page == Page::Compare {
                for column in library.columns(&question.answer) {
                    assert!(!library.places_on(&question.answer.issues[0], &column).is_empty());
                }
            } else {
                assert!(library.search(&library.request(&question.answer)).total > 1, "{}", question.words);
            }
        }
    }

    #[test]
    fn the_issue_that_most_articles_share_comes_first_then_the_heavier() {
        assert_eq!(most_shared(&[vec![9, 0], vec![1, 1], vec![2, 3]]), Some(2));
        assert_eq!(most_shared(&[vec![2, 1], vec![1, 2]]), Some(0));
        assert_eq!(most_shared(&[vec![0, 0]]), None);
        assert_eq!(most_shared(&[]), None);
    }
}
