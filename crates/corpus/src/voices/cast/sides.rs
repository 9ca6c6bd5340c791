//! The side of a body or of people without a name.

use memchr::memmem::Finder;

use super::{Cast, MOST_LOOKED_UP};
use crate::model::{Side, SideId};
use crate::voices::name::bare;

impl Cast<'_> {
    /// The side of unnamed people or of a body: the one that its description
    /// tells, else the one that stands before the same name elsewhere in the
    /// article: `the Foreign Ministry` where `the Russian Foreign Ministry` is.
    pub fn side_of_body(&self, phrase: &str) -> Option<SideId> {
        let told = self.side_of(phrase);
        let name = phrase.strip_prefix("the ").filter(|name| name.starts_with(char::is_uppercase));
        let Some(name) = name.filter(|_| told.is_none() && !self.sides.is_empty()) else { return told };
        // Looked up once for each name, so that a long article stays cheap.
        if let Some(known) = self.bodies.borrow().get(name) {
            return known.clone();
        }
        if self.bodies.borrow().len() >= MOST_LOOKED_UP {
            return None;
        }
        let finder = Finder::new(name);
        let before = |text: &&str| {
            let at = finder.find_iter(text.as_bytes());
            at.filter_map(|at| text.get(..at)?.trim_end().rsplit(' ').next()).find_map(|word| self.side_of(word))
        };
        let found = self.texts.iter().find_map(before);
        self.bodies.borrow_mut().insert(name.to_owned(), found.clone());
        found
    }

    /// The side that a description of unnamed people puts them on: the one
    /// whose words stand in it; where two sides' words do, the joint one.
    pub fn side_of(&self, phrase: &str) -> Option<SideId> {
        let padded = format!(" {} ", phrase.split_whitespace().map(bare).collect::<Vec<_>>().join(" "));
        let has = |side: &&Side| side.words.iter().any(|word| padded.contains(&format!(" {word} ")));
        let found: Vec<&Side> = self.sides.iter().filter(has).collect();
        let named = |id: &str| self.sides.iter().find(|side| side.id.0 == id).map(|side| side.id.clone());
        // `Moscow and Tehran`: beside one side's word stands another name.
        let words: Vec<&str> = phrase.split_whitespace().map(bare).collect();
        let owned = |word: &str| self.sides.iter().any(|side| side.words.iter().any(|known| known == word));
        let mixed = words.windows(3).any(|three| match three {
            [a, "and", b] => owned(a) != owned(b) && [a, b].iter().all(|word| word.starts_with(char::is_uppercase)),
            _ => false,
        });
        match found.as_slice() {
            [_] if mixed => named("other"),
            [only] => Some(only.id.clone()),
            [] => None,
            _ => named("joint"),
        }
    }
}
