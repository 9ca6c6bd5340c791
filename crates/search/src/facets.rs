//! Filters, and the live counts of what each would leave.
//!
//! Each facet is counted without its own filter. With n filters that are set,
//! a unit counts for all facets when it passes all filters, and for one facet
//! when that facet's filter is the only one it fails: one pass over the units.

use summitry_corpus::RoleClass;

use crate::evaluate::Fields;
use crate::fields::{Metadata, Value};
use crate::query::DateSpan;
use crate::response::Facets;
use crate::{IssuesMode, Request};

/// The filters of a request.
pub(crate) struct Filters<'f> {
    metadata: &'f Metadata,
    request: &'f Request<'f>,
    /// For each unit which filters it fails, a bit each: first those by
    /// value, in the order of [`Metadata::values`], then the four below.
    fails: Vec<u16>,
    /// The visitor's own issues with their units.
    saved: Vec<Value>,
}

const ISSUES: u16 = 32;
const DATES: u16 = 64;
const ARTICLES: u16 = 128;
const ROLES: u16 = 256;

impl Metadata {
    /// Works out which units pass the filters of a request; `units_of` finds
    /// those of a visitor's own issue by its query.
    pub fn filters<'f>(&'f self, units_of: &dyn Fn(&str) -> Vec<u32>, request: &'f Request<'f>) -> Filters<'f> {
        let mut saved = Vec::new();
        for own in request.saved.iter().filter(|own| self.issue(own.id).is_none()) {
            let mut value = Value::new(own.id, &[]);
            value.units = units_of(own.query);
            saved.push(value);
        }
        let mut filters = Filters { metadata: self, request, fails: vec![0; self.units() as usize], saved };
        filters.apply();
        filters
    }
}

impl<'f> Request<'f> {
    /// What is chosen of each field, in the order of [`Metadata::values`].
    fn chosen(&self) -> [&[&'f str]; 5] {
        [&self.outlets, &self.meetings, &self.sides, &self.kinds, &self.speakers].map(Vec::as_slice)
    }
}

impl Filters<'_> {
    fn apply(&mut self) {
        let (metadata, request) = (self.metadata, self.request);
        let mut bit = 1;
        for (values, ids) in metadata.values.iter().zip(request.chosen()) {
            let mut lists: Vec<&[u32]> = Vec::new();
            for value in values.iter().filter(|value| ids.contains(&value.id.as_str())) {
                lists.push(&value.units);
            }
            if !ids.is_empty() {
                fail_others(&mut self.fails, &lists, bit, 1);
            }
            bit <<= 1;
        }
        if !request.issues.is_empty() {
            let mut lists: Vec<&[u32]> = Vec::new();
            for (at, id) in request.issues.iter().enumerate() {
                let own = || self.saved.iter().find(|own| own.id == *id).map(|own| own.units.as_slice());
                // One that is named twice counts once.
                if !request.issues.iter().take(at).any(|before| before == id) {
                    lists.push(metadata.issue(id).or_else(own).unwrap_or(&[]));
                }
            }
            let least = if request.issues_mode == IssuesMode::All { lists.len() } else { 1 };
            fail_others(&mut self.fails, &lists, ISSUES, least);
        }
        if request.from.is_some() || request.to.is_some() {
            let dated = metadata.dated(DateSpan { from: request.from, to: request.to });
            fail_others(&mut self.fails, &[&dated], DATES, 1);
        }
        if !request.roles.is_empty() {
            let units = self.speaking(&request.roles);
            fail_others(&mut self.fails, &[&units], ROLES, 1);
        }
        if !request.articles.is_empty() {
            let mut units = Vec::new();
            for article in &request.articles {
                units.extend(metadata.units_of(*article));
            }
            fail_others(&mut self.fails, &[&units], ARTICLES, 1);
        }
    }

    /// The units in which somebody speaks in a role of these classes who is of the
    /// chosen sides and speakers, each once.
    fn speaking(&self, classes: &[&str]) -> Vec<u32> {
        let (sides, people) = (&self.request.sides, &self.request.speakers);
        let of = self.metadata.roles.iter();
        let of = of.filter(|role| classes.contains(&role.class.name()) && role.is_of(sides, people));
        let mut units: Vec<u32> = of.map(|role| role.unit).collect();
        units.dedup();
        units
    }

    /// Whether a unit passes all filters.
    pub fn passes(&self, unit: u32) -> bool {
        self.fails.get(unit as usize) == Some(&0)
    }

    /// The counts over the units that the query finds.
    pub fn facets(&self, found: &[u32]) -> Facets {
        let mut hit = vec![u16::MAX; self.fails.len()];
        for unit in found {
            if let (Some(slot), Some(fails)) = (hit.get_mut(*unit as usize), self.fails.get(*unit as usize)) {
                *slot = *fails;
            }
        }
        let count = |units: &[u32], bit: u16| {
            let others = |unit: &&u32| hit.get(**unit as usize).is_some_and(|fails| fails & !bit == 0);
            units.iter().filter(others).count()
        };
        let counted = |id: &str, units: &[u32], bit: u16, chosen: &[&str], out: &mut Vec<(String, usize)>| {
            let count = count(units, bit);
            if count > 0 || chosen.contains(&id) {
                out.push((id.to_owned(), count));
            }
        };
        let mut facets = Facets::default();
        let Facets { outlets, meetings, sides, kinds, speakers, .. } = &mut facets;
        let lists = [outlets, meetings, sides, kinds, speakers];
        let mut bit = 1;
        for ((values, ids), out) in self.metadata.values.iter().zip(self.request.chosen()).zip(lists) {
            values.iter().for_each(|value| counted(&value.id, &value.units, bit, ids, out));
            bit <<= 1;
        }
        facets.speakers.sort_by_key(|(_, count)| std::cmp::Reverse(*count));
        for (name, _) in RoleClass::NAMES {
            counted(name, &self.speaking(&[name]), ROLES, &self.request.roles, &mut facets.roles);
        }
        let bit = if self.request.issues_mode == IssuesMode::All { 0 } else { ISSUES };
        for issue in self.metadata.issues.iter().chain(&self.saved) {
            counted(&issue.id, &issue.units, bit, &self.request.issues, &mut facets.issues);
        }
        for (year, units) in &self.metadata.years {
            let count = count(units, DATES);
            if count > 0 || self.request.year() == Some(*year) {
                facets.years.push((*year, count));
            }
        }
        facets
    }
}

/// Marks the units that stand in fewer than `least` of the lists.
fn fail_others(fails: &mut [u16], lists: &[&[u32]], bit: u16, least: usize) {
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
