//! A byline taken apart into its authors.
//!
//! Invariant: a name that does not look like a person's is given whole, as an
//! organisation's is.

/// Words that an organisation's name has and a person's has not.
const ORGANISATION: &[&str] = &[
    "agency",
    "associated",
    "bureau",
    "correspondents",
    "desk",
    "editors",
    "monitoring",
    "network",
    "news",
    "newsroom",
    "press",
    "radio",
    "service",
    "staff",
    "the",
    "times",
    "writers",
];

/// One author.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Name<'a> {
    /// Given names; empty for an organisation.
    pub(super) given: &'a str,
    /// The family name with its particles and without `Jr.`; the whole name of
    /// an organisation.
    pub(super) family: &'a str,
    /// `Jr.`, `Sr.`, `III`; may be empty.
    pub(super) suffix: &'a str,
}

/// The authors that a byline names, in order.
pub(super) fn authors(byline: &str) -> Vec<Name<'_>> {
    let mut authors: Vec<Name<'_>> = Vec::new();
    let parts = byline.split([',', ';', '&']).flat_map(|part| part.split(" and "));
    for part in parts.map(|part| part.trim().trim_start_matches("and ")).filter(|part| !part.is_empty()) {
        match authors.last_mut() {
            Some(last) if is_suffix(part) => last.suffix = part,
            _ => authors.push(Name::read(part)),
        }
    }
    authors
}

fn is_suffix(word: &str) -> bool {
    matches!(word.trim_end_matches('.'), "Jr" | "Sr" | "II" | "III" | "IV")
}

impl<'a> Name<'a> {
    fn read(name: &'a str) -> Self {
        let whole = Name { given: "", family: name, suffix: "" };
        let (rest, suffix) = match name.rsplit_once(' ') {
            Some((rest, last)) if is_suffix(last) => (rest, last),
            _ => (name, ""),
        };
        let organised = |word: &str| ORGANISATION.iter().any(|known| word.eq_ignore_ascii_case(known));
        if rest.split(' ').any(organised) {
            return whole;
        }
        // Particles are part of the family name: “Jan van der Meer”.
        let mut split = None;
        for (at, _) in rest.match_indices(' ') {
            let after = rest.get(at + 1..).unwrap_or("");
            split = Some((rest.get(..at).unwrap_or(""), after));
            if after.starts_with(char::is_lowercase) {
                break;
            }
        }
        split.map_or(whole, |(given, family)| Name { given, family, suffix })
    }

    /// `Mulvey, Stephen`.
    pub(super) fn inverted(&self) -> String {
        self.with_given(self.given)
    }

    /// `Mulvey, S.`; `Meer, J.-P.`.
    pub(super) fn with_initials(&self) -> String {
        let mut initials = String::new();
        for (at, word) in self.given.split(' ').enumerate() {
            for (part_at, part) in word.split('-').enumerate() {
                let Some(first) = part.chars().next() else { continue };
                initials.push_str(match (at, part_at) {
                    (0, 0) => "",
                    (_, 0) => " ",
                    _ => "-",
                });
                initials.push(first);
                initials.push('.');
            }
        }
        self.with_given(&initials)
    }

    fn with_given(&self, given: &str) -> String {
        joined([self.family, given, self.suffix], ", ")
    }

    /// `Stephen Mulvey`.
    pub(super) fn straight(&self) -> String {
        joined([self.given, self.family, self.suffix], " ")
    }
}

/// The parts of a name that there are.
fn joined(parts: [&str; 3], between: &str) -> String {
    parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(between)
}

#[cfg(test)]
mod tests {
    use super::authors;

    #[test]
    fn a_byline_is_taken_apart_into_its_authors() {
        let inverted = |byline| authors(byline).iter().map(super::Name::inverted).collect::<Vec<_>>();
        assert_eq!(inverted("Stephen Mulvey"), ["Mulvey, Stephen"]);
        assert_eq!(inverted("Peter Baker and Susan B. Glasser"), ["Baker, Peter", "Glasser, Susan B."]);
        assert_eq!(inverted("A. One, B. Two, and C. Three"), ["One, A.", "Two, B.", "Three, C."]);
        assert_eq!(inverted("Jan van der Meer & Ann Poe"), ["van der Meer, Jan", "Poe, Ann"]);
        assert_eq!(inverted("Sammy Davis, Jr."), ["Davis, Sammy, Jr."]);
        assert_eq!(inverted("Sammy Davis III"), ["Davis, Sammy, III"]);
        assert_eq!(inverted("The Associated Press"), ["The Associated Press"]);
        assert_eq!(inverted("Reuters"), ["Reuters"]);
        assert!(inverted("").is_empty());
    }

    #[test]
    fn initials_keep_hyphens() {
        let initials = |byline| authors(byline).iter().map(super::Name::with_initials).collect::<Vec<_>>();
        assert_eq!(initials("Jean-Paul Marie Meer"), ["Meer, J.-P. M."]);
        assert_eq!(initials("George W. Bush"), ["Bush, G. W."]);
        assert_eq!(initials("Reuters"), ["Reuters"]);
    }
}
