//! What a request finds: its passages in order under their articles, with what
//! the filters would leave.

use summitry_corpus::ByteRange;

use super::Collection;
use crate::evaluate::{Evaluation, Frequencies, Match, Mode, Plan, best, matching, score_all};
use crate::marks::merged;
use crate::query::{Diagnostic, parse};
use crate::response::{Facets, Group, Hit, Response};
use crate::snippet::snippet;
use crate::{Request, Sort};

impl Collection {
    /// Searches.
    pub fn search(&self, request: &Request<'_>) -> Response {
        let (mut query, suggestion) = self.read(request.query, request.as_you_type);
        let plan = self.plan(&query, Mode::Wish, request.as_you_type);
        let asked = query.root.is_some();
        // What asks for nothing needs no index.
        let evaluation = asked.then(|| Evaluation::with_texts(self.index(), &plan, self));
        let mut matches = evaluation.as_ref().map_or_else(|| self.everything(), matching);
        let units: Vec<u32> = matches.iter().map(|found| found.unit).collect();
        let filters = self.metadata.filters(&|query| self.units_of(query), request);
        let facets = if request.first == 0 { filters.facets(&units) } else { Facets::default() };
        matches.retain(|found| filters.passes(found.unit));
        if let Some(evaluation) = evaluation.filter(|_| request.sort == Sort::Relevance) {
            score_all(&evaluation, &Frequencies::of(&evaluation), &mut matches, true);
            best(&mut matches, usize::MAX);
        }
        if plan.work.was_cut() {
            query.diagnostics.push(Diagnostic {
                range: ByteRange::new(0, request.query.len()),
                message: "The query asks for more than can be looked up at once; some of it was left out.".into(),
                remedy: "Search for fewer words, or for longer beginnings of words.".into(),
            });
        }
        let total = matches.len();
        let matched_all = matches.iter().filter(|found| found.complete).count();
        let (articles, groups) = self.groups(&matches, request, &plan);
        Response {
            total,
            matched_all,
            articles,
            groups,
            facets,
            reading: query.reading(),
            diagnostics: query.diagnostics,
            suggestion,
        }
    }

    /// All units, as matches of a query that asks for nothing.
    fn everything(&self) -> Vec<Match> {
        (0..self.metadata.units()).map(|unit| Match { unit, score: 0.0, complete: true }).collect()
    }

    /// The words that earned a unit the issues that a request chooses; `saved`
    /// are the plans of those among them that are the visitor's own.
    fn issue_marks(&self, unit: u32, request: &Request<'_>, saved: &[Plan]) -> Vec<ByteRange> {
        let mut marked = Vec::new();
        for label in self.labels.get(unit as usize).into_iter().flatten() {
            let issue = self.corpus.issues.get(label.issue);
            if issue.is_some_and(|issue| request.issues.contains(&issue.id.as_str())) {
                marked.extend_from_slice(&label.marks);
            }
        }
        saved.iter().for_each(|plan| marked.append(&mut self.marks_in(unit, plan)));
        merged(marked)
    }

    /// How many articles the matches are in, and those within the limits.
    fn groups(&self, matches: &[Match], request: &Request<'_>, plan: &Plan) -> (usize, Vec<Group>) {
        let limit = if request.limit == 0 { usize::MAX } else { request.limit };
        // Where no word is asked for, those that earned the issues are marked.
        let by_issue = plan.leaves.is_empty() && !request.issues.is_empty();
        let saved = request.saved.iter().filter(|saved| by_issue && request.issues.contains(&saved.id));
        let saved: Vec<Plan> = saved.map(|saved| self.plan(&parse(saved.query), Mode::Strict, false)).collect();
        let mut groups: Vec<Group> = Vec::new();
        let mut found_in: Vec<Vec<Match>> = Vec::new();
        for (rank, found) in matches.iter().enumerate() {
            let Some((article, _)) = self.metadata.place(found.unit) else { continue };
            let at = match groups.iter().position(|group| group.article == article) {
                Some(at) => at,
                None => {
                    groups.push(Group { article, total: 0, hits: Vec::new() });
                    found_in.push(Vec::new());
                    groups.len() - 1
                }
            };
            let Some((group, found_here)) = groups.get_mut(at).zip(found_in.get_mut(at)) else { continue };
            group.total += 1;
            if rank < limit {
                found_here.push(*found);
            }
        }
        let articles = groups.len();
        let mut left = if request.first == 0 { usize::MAX } else { request.first };
        let mut within = Vec::with_capacity(articles);
        for (mut group, found_here) in groups.into_iter().zip(found_in).filter(|(_, found)| !found.is_empty()) {
            for found in found_here.into_iter().take(left) {
                let marks = match by_issue {
                    true => self.issue_marks(found.unit, request, &saved),
                    false => self.marks_in(found.unit, plan),
                };
                group.hits.extend(self.hit(found, marks));
            }
            left = left.saturating_sub(group.hits.len());
            within.push(group);
        }
        (articles, within)
    }

    fn hit(&self, found: Match, marks: Vec<ByteRange>) -> Option<Hit> {
        let (article, passage) = self.metadata.place(found.unit)?;
        let snippet = snippet(&self.block(article, passage)?.text, &marks);
        Some(Hit { article, passage, score: found.score, complete: found.complete, snippet, marks })
    }
}
