//! Filters, and the live counts of what each would leave.
//!
//! Each facet is counted without its own filter. With n filters that are set,
//! a unit counts for all facets when it passes all filters, and for one facet
//! when that facet's filter is the only one it fails: one pass over the units.

use crate::collection::Collection;
use crate::evaluate::Fields;
use crate::fields::{Metadata, Value};
use crate::query::DateSpan;
use crate::response::Facets;
use crate::{IssuesMode, Request};

/// The filters of a request.
pub(crate) struct Filters<'f> {
    metadata: &'f Metadata,
    /// For each unit which filters it fails, a bit each.
    fails: Vec<u8>,
    issues_all: bool,
    saved: Vec<(String, Vec<u32>)>,
    chosen: Chosen,
}

#[derive(Default)]
struct Chosen {
    issues: Vec<String>,
    outlets: Vec<String>,
    meetings: Vec<String>,
    sides: Vec<String>,
    kinds: Vec<String>,
    speakers: Vec<String>,
}

const ISSUES: u8 = 1;
const OUTLETS: u8 = 2;
const MEETINGS: u8 = 4;
const DATES: u8 = 8;
const SIDES: u8 = 16;
const KINDS: u8 = 32;
const SPEAKERS: u8 = 64;
const ARTICLES: u8 = 128;

impl Metadata {
    /// Works out which units pass the filters of a request.
    pub fn filters<'f>(&'f self, collection: &Collection, request: &Request<'_>) -> Filters<'f> {
        let saved = request.saved.iter().filter(|saved| self.issue(saved.id).is_none());
        let saved = saved.map(|saved| (saved.id.to_owned(), collection.units_of(saved.query))).collect();
        let owned = |ids: &[&str]| ids.iter().map(|id| (*id).to_owned()).collect();
        let mut filters = Filters {
            metadata: self,
            fails: vec![0; self.units() as usize],
            issues_all: request.issues_mode == IssuesMode::All,
            saved,
            chosen: Chosen {
                issues: owned(&request.issues),
                outlets: owned(&request.outlets),
                meetings: owned(&request.meetings),
                sides: owned(&request.sides),
                kinds: owned(&request.kinds),
                speakers: owned(&request.speakers),
            },
        };
        filters.apply(request);
        filters
    }
}

impl Filters<'_> {
    fn apply(&mut self, request: &Request<'_>) {
        let metadata = self.metadata;
        for (values, ids, bit) in [
            (&metadata.outlets, &request.outlets, OUTLETS),
            (&metadata.meetings, &request.meetings, MEETINGS),
            (&metadata.sides, &request.sides, SIDES),
            (&metadata.kinds, &request.kinds, KINDS),
            (&metadata.speakers, &request.speakers, SPEAKERS),
        ] {
            if !ids.is_empty() {
                let lists = values.iter().filter(|value| ids.contains(&value.id.as_str()));
                let kept: Vec<&[u32]> = lists.map(|value| value.units.as_slice()).collect();
                fail_others(&mut self.fails, &kept, bit, 1);
            }
        }
        if !request.issues.is_empty() {
            let mut ids = request.issues.clone();
            crate::order::sort(&mut ids);
            ids.dedup();
            let saved = &self.saved;
            let lists: Vec<&[u32]> = ids
                .iter()
                .map(|id| {
                    let own = || saved.iter().find(|(known, _)| known == id).map(|(_, units)| units.as_slice());
                    metadata.issue(id).or_else(own).unwrap_or(&[])
                })
                .collect();
            let least = if self.issues_all { lists.len() } else { 1 };
            fail_others(&mut self.fails, &lists, ISSUES, least);
        }
        if request.from.is_some() || request.to.is_some() {
            let dated = metadata.dated(DateSpan { from: request.from, to: request.to });
            fail_others(&mut self.fails, &[&dated], DATES, 1);
        }
        if !request.articles.is_empty() {
            let units = |article: &usize| metadata.units_of(*article).collect::<Vec<u32>>();
            let lists: Vec<Vec<u32>> = request.articles.iter().map(units).collect();
            let lists: Vec<&[u32]> = lists.iter().map(Vec::as_slice).collect();
            fail_others(&mut self.fails, &lists, ARTICLES, 1);
        }
    }

    /// Whether a unit passes all filters.
    pub fn passes(&self, unit: u32) -> bool {
        self.fails.get(unit as usize) == Some(&0)
    }

    /// The counts over the units that the query finds.
    pub fn facets(&self, found: &[u32]) -> Facets {
        let mut hit = vec![u8::MAX; self.fails.len()];
        for unit in found {
            if let (Some(slot), Some(fails)) = (hit.get_mut(*unit as usize), self.fails.get(*unit as usize)) {
                *slot = *fails;
            }
        }
        let count = |units: &[u32], bit: u8| {
            let others = |unit: &&u32| hit.get(**unit as usize).is_some_and(|fails| fails & !bit == 0);
            units.iter().filter(others).count()
        };
        let counted = |values: &[Value], bit: u8, chosen: &[String]| {
            let counts = values.iter().map(|value| (value.id.clone(), count(&value.units, bit)));
            counts.filter(|(id, n)| *n > 0 || chosen.contains(id)).collect::<Vec<_>>()
        };
        let metadata = self.metadata;
        let issue_bit = if self.issues_all { 0 } else { ISSUES };
        let issues = metadata.issues.iter().chain(&self.saved);
        let issues = issues.map(|(id, units)| (id.clone(), count(units, issue_bit)));
        let mut speakers = counted(&metadata.speakers, SPEAKERS, &self.chosen.speakers);
        crate::order::sort_by_key(&mut speakers, |(_, count)| std::cmp::Reverse(*count));
        let years = metadata.years.iter().map(|(year, units)| (*year, count(units, DATES)));
        Facets {
            issues: issues.filter(|(id, n)| *n > 0 || self.chosen.issues.contains(id)).collect(),
            outlets: counted(&metadata.outlets, OUTLETS, &self.chosen.outlets),
            meetings: counted(&metadata.meetings, MEETINGS, &self.chosen.meetings),
            years: years.filter(|(_, count)| *count > 0).collect(),
            sides: counted(&metadata.sides, SIDES, &self.chosen.sides),
            kinds: counted(&metadata.kinds, KINDS, &self.chosen.kinds),
            speakers,
        }
    }
}

/// Marks the units that stand in fewer than `least` of the lists.
fn fail_others(fails: &mut [u8], lists: &[&[u32]], bit: u8, least: usize) {
    let mut counts = vec![0_usize; fails.len()];
    for unit in lists.iter().copied().flatten() {
        if let Some(count) = counts.get_mut(*unit as usize) {
            *count += 1;
        }
    }
    for (fails, count) in fails.iter_mut().zip(counts) {
        if count < least {
            *fails |= bit;
        }
    }
}
