//! From a query's tree to the units of a segment that match, with scores.
//!
//! [`resolve`] turns the tree into a [`Plan`] over one segment's word classes;
//! [`matching`](sets) finds the units; [`rank`] scores them. Invariant: the
//! same query gives plans with the same leaves in the same order for every
//! segment, so that document frequencies can be added up.

mod feedback;
mod plan;
mod rank;
mod resolve;
mod sets;
mod spans;
mod work;

pub(crate) use plan::{Need, Plan, Shape};
pub(crate) use rank::{Frequencies, Match, best, matching, score, score_all, score_heading, score_leaf, score_pairs};
pub(crate) use resolve::{Fields, Mode, is_number, resolve};
pub(crate) use sets::{Evaluation, UnitTexts};
pub(crate) use spans::{LocalPlaces, Words, spans};
pub(crate) use work::Work;
