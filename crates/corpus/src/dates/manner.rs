//! How a page or a country writes its dates.
//!
//! Invariant: what is not known is left open; English alone does not say
//! whether the month comes first.

/// The language of a text, and which of two numbers is the day.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Manner {
    /// The language as BCP 47 has it, in lower case, such as `en-us`; empty
    /// when unknown.
    tag: String,
    /// Whether the day stands before the month where both are numbers; `None`
    /// when that is unknown.
    pub day_first: Option<bool>,
}

impl Manner {
    /// What a language's tag says (`de`, `en-US`, `pt_BR`). By CLDR's short
    /// date formats the month comes first in the United States and where their
    /// English is the model; languages that put the year first are left open.
    pub fn of_language(tag: &str) -> Manner {
        const YEAR_FIRST: [&str; 9] = ["zh", "ja", "ko", "hu", "lt", "eu", "mn", "si", "zu"];
        const MONTH_FIRST: [&str; 8] = ["en-us", "en-ph", "fil", "es-pr", "es-pa", "en-pr", "en-gu", "en-vi"];
        let tag = tag.trim().to_ascii_lowercase().replace('_', "-");
        let primary = tag.split('-').next().unwrap_or("");
        let open = !(2..=3).contains(&primary.len())
            || YEAR_FIRST.contains(&primary)
            || matches!(tag.as_str(), "en" | "en-ca" | "en-za" | "fr-ca");
        let month = MONTH_FIRST.iter().any(|known| tag == *known || *known == primary);
        let day_first = (!open).then_some(!month);
        Manner { tag, day_first }
    }

    /// The same, with the day first or the month.
    pub fn ordered(self, day_first: bool) -> Manner {
        Manner { day_first: Some(day_first), ..self }
    }

    /// The primary subtag, such as `en`; may be empty.
    pub fn language(&self) -> &str {
        self.tag.split('-').next().unwrap_or("")
    }

    /// The whole tag, such as `en-us`; may be empty.
    pub fn tag(&self) -> &str {
        &self.tag
    }
}

#[cfg(test)]
mod tests {
    use super::Manner;

    #[test]
    fn a_language_says_which_number_is_the_day_only_where_its_countries_agree() {
        for (tag, day_first) in [
            ("de", Some(true)),
            ("en-US", Some(false)),
            ("en_GB", Some(true)),
            ("fil-PH", Some(false)),
            ("en", None),
            ("ja", None),
            ("", None),
            ("x", None),
        ] {
            assert_eq!(Manner::of_language(tag).day_first, day_first, "{tag}");
        }
    }
}
