//! The emendations that the catalogue declares for an article.
//!
//! Invariant: each is made in one place or said not to be; what is looked up
//! stays in proportion to the article.

use std::borrow::Cow;
use std::collections::BTreeMap;

use super::Entry;
use crate::catalogue::schema::Emendation;
use crate::clean::reading::Edit;
use crate::problem::Problems;

/// How many bytes of blocks are searched for the words of emendations.
const SEARCHED: usize = 256 << 20;

/// What is declared, and what was made of it.
pub(super) struct Declarations<'a> {
    entry: Option<Entry<'a>>,
    /// The emendations by the line that they name.
    by_line: BTreeMap<u32, Vec<usize>>,
    used: Vec<bool>,
    left: usize,
}

impl<'a> Declarations<'a> {
    pub(super) fn new(entry: Option<Entry<'a>>) -> Self {
        let mut by_line: BTreeMap<u32, Vec<usize>> = BTreeMap::new();
        let declared = entry.map_or(&[][..], |entry| entry.article.emendations.as_slice());
        for (at, emendation) in declared.iter().enumerate() {
            by_line.entry(emendation.line.value).or_default().push(at);
        }
        Declarations { entry, by_line, used: vec![false; declared.len()], left: SEARCHED }
    }

    /// Adds those for a block, which stands on these lines and says `base`.
    pub(super) fn of(&mut self, base: &str, lines: (u32, u32), edits: &mut Vec<Edit>, problems: &mut Problems) {
        let Some(entry) = self.entry.filter(|_| !self.by_line.is_empty()) else { return };
        let mut here: Vec<usize> = self.by_line.range(lines.0..=lines.1).flat_map(|(_, at)| at).copied().collect();
        here.sort_unstable();
        let mut taken: BTreeMap<usize, usize> = edits.iter().map(|edit| (edit.range.start, edit.range.end)).collect();
        for at in here {
            let Some(emendation) = entry.article.emendations.get(at) else { continue };
            self.left = self.left.saturating_sub(base.len());
            if self.left == 0 {
                problems.push(entry.read.problem(
                    &emendation.was.at,
                    "More emendations are declared for lines as long as this than can be looked up.",
                    "Break the lines of the file, or correct a copy of it and keep the first beside it.",
                ));
                self.used.fill(true);
                self.by_line.clear();
                return;
            }
            let Some(edit) = self.edit(entry, emendation, at, base, problems) else { continue };
            // A repair that changes nothing says that the words stay as received.
            if emendation.was.value == emendation.now {
                edits.retain(|other| other.range.end <= edit.range.start || other.range.start >= edit.range.end);
                taken.retain(|start, end| *end <= edit.range.start || *start >= edit.range.end);
                continue;
            }
            // What begins last before the end of this one reaches farthest.
            let overlaps = taken.range(..edit.range.end).next_back().is_some_and(|(_, end)| *end > edit.range.start);
            if overlaps {
                problems.push(entry.read.problem(
                    &emendation.was.at,
                    "This emendation overlaps another one.",
                    "Join the two, or shorten one.",
                ));
                continue;
            }
            taken.insert(edit.range.start, edit.range.end);
            edits.push(edit);
        }
    }

    /// The repair, when its words stand in the block once.
    fn edit(
        &mut self,
        entry: Entry<'_>,
        emendation: &Emendation,
        at: usize,
        base: &str,
        problems: &mut Problems,
    ) -> Option<Edit> {
        let was = emendation.was.value.as_str();
        let mut places = base.match_indices(was).filter(|_| !was.is_empty());
        let (start, _) = places.next()?;
        self.used.get_mut(at).into_iter().for_each(|used| *used = true);
        if places.next().is_some() {
            problems.push(entry.read.problem(
                &emendation.was.at,
                "These words stand more than once in the block.",
                "Take in a word before or after, so that one place is meant.",
            ));
            return None;
        }
        if emendation.because.value.trim().is_empty() {
            problems.push(entry.read.problem(
                &emendation.because.at,
                "An emendation needs a reason.",
                "Say what the damage is, in a sentence.",
            ));
        }
        let why = Cow::Owned(emendation.because.value.clone());
        Some(Edit { range: start..start + was.len(), now: emendation.now.clone(), why })
    }

    /// Says which were made nowhere.
    pub(super) fn unused(&self, problems: &mut Problems) {
        let Some(entry) = self.entry else { return };
        for (emendation, _) in entry.article.emendations.iter().zip(&self.used).filter(|(_, used)| !**used) {
            let message =
                format!("No block of the reading text begins on line {} and holds these words.", emendation.line.value);
            problems.push(entry.read.problem(
                &emendation.was.at,
                message,
                "Give the number of the block's first line, and its words as received with single spaces.",
            ));
        }
    }
}
