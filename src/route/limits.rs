//! How much of a link counts, and how much is said about the rest.
//!
//! Invariant: what a link may ask for is bounded by what stands here, so that
//! no link makes a page slow or wide, however long it is.

use super::Problem;

/// The longest link that is read, in bytes behind the `#`.
pub const LONGEST: usize = 100 * 1024;

/// The longest query that a box takes, in UTF-16 units: percent-encoded each has nine
/// bytes at most, so that the link to it is read.
pub const LONGEST_TYPED: usize = 10_000;

/// How many issues of their own a visitor can have in a link.
pub const MOST_OWN: usize = 20;

/// How many bytes the searches of these issues may have together.
pub const MOST_OWN_BYTES: usize = 8 * 1024;

/// How many things are said about a link one by one.
const MOST_TOLD: usize = 8;

/// The most letters of a link that a sentence repeats.
const MOST_SHOWN: usize = 40;

/// The longest name of a page or an article, in characters.
pub const LONGEST_NAME: usize = 200;

/// The longest language tag, in bytes (RFC 5646, section 4.4.1).
pub const LONGEST_TAG: usize = 35;

/// How often a parameter that may be repeated counts in one link, and what it
/// stands for; `None` for one of which the last counts.
pub fn most(name: &str) -> Option<(usize, &'static str)> {
    Some(match name {
        "mine" => (MOST_OWN, "issues of your own"),
        "a" => (24, "columns"),
        "at" => (48, "places"),
        "issue" => (100, "issues"),
        "fold" => (100, "folded rows"),
        "outlet" => (100, "outlets"),
        "meeting" => (100, "meetings"),
        "side" => (100, "sides"),
        "speaker" => (100, "people"),
        "role" => (100, "roles"),
        "kind" => (100, "kinds of passage"),
        _ => return None,
    })
}

/// How often each repeated parameter was met.
#[derive(Default)]
pub struct Counted(Vec<(&'static str, usize, usize)>);

impl Counted {
    /// Counts one more parameter; whether it is within the limit of its kind.
    pub fn admits(&mut self, name: &str) -> bool {
        let Some((most, what)) = most(name) else { return true };
        let place = self.0.iter().position(|(known, ..)| *known == what).unwrap_or(self.0.len());
        if place == self.0.len() {
            self.0.push((what, 0, most));
        }
        self.0.get_mut(place).is_none_or(|(_, met, most)| {
            *met += 1;
            *met <= *most
        })
    }

    /// A sentence for each kind of which there were too many.
    pub fn problems(self) -> impl Iterator<Item = Problem> {
        let over = self.0.into_iter().filter(|(_, met, most)| met > most);
        over.map(|(what, met, most)| {
            let rest = met - most;
            Problem(format!("A link can have {most} {what}; {rest} more were left out of this one."))
        })
    }
}

/// A piece of a link as a sentence repeats it: cut where it is long.
pub fn shown(text: &str) -> String {
    summitry_corpus::shortened(text, MOST_SHOWN)
}

/// What is said about a link: each thing once, the first eight one by one and
/// the others counted.
pub fn told(problems: Vec<Problem>) -> Vec<Problem> {
    let mut told: Vec<Problem> = Vec::with_capacity(MOST_TOLD + 1);
    let mut rest = 0;
    for problem in problems {
        if told.contains(&problem) {
            continue;
        }
        if told.len() < MOST_TOLD {
            told.push(problem);
        } else {
            rest += 1;
        }
    }
    if rest > 0 {
        let things = if rest == 1 { "thing" } else { "things" };
        told.push(Problem(format!("{rest} more {things} in this link could not be used and were left out.")));
    }
    told
}
