//! The catalogue's keys, as they stand in `catalog.toml`.
//!
//! Invariant: whatever a check may complain about later is [`Located`].

use std::ops::Range;

/// A value and where it stands in the catalogue, in bytes.
#[derive(Clone, Debug, Default)]
#[cfg_attr(feature = "catalogue", derive(serde::Deserialize), serde(from = "toml::Spanned<T>"))]
pub struct Located<T> {
    /// The value.
    pub value: T,
    /// Where it stands, quotation marks included.
    pub at: Range<usize>,
}

#[cfg(feature = "catalogue")]
impl<T> From<toml::Spanned<T>> for Located<T> {
    fn from(spanned: toml::Spanned<T>) -> Self {
        let at = spanned.span();
        Located { value: spanned.into_inner(), at }
    }
}

/// A string with its place.
pub type Text = Located<String>;

/// Whatever has places, when the text that they are counted in gets another
/// before it.
#[cfg(feature = "catalogue")]
pub trait Shift {
    /// Adds to each place as many bytes as stand before.
    fn shift(&mut self, by: usize);
}

#[cfg(feature = "catalogue")]
mod shift {
    use super::{Located, Shift};

    impl<T> Shift for Located<T> {
        fn shift(&mut self, by: usize) {
            self.at = self.at.start + by..self.at.end + by;
        }
    }

    impl Shift for String {
        fn shift(&mut self, _: usize) {}
    }

    impl<T: Shift> Shift for Vec<T> {
        fn shift(&mut self, by: usize) {
            self.iter_mut().for_each(|part| part.shift(by));
        }
    }

    impl<T: Shift> Shift for Option<T> {
        fn shift(&mut self, by: usize) {
            self.iter_mut().for_each(|part| part.shift(by));
        }
    }

    impl<T: Shift> Shift for Box<T> {
        fn shift(&mut self, by: usize) {
            T::shift(self, by);
        }
    }
}

/// Declares a table of the catalogue: unknown keys are errors, and so is a key
/// that is missing, unless its field is `default`.
macro_rules! table {
    ($(#[$doc:meta])* $name:ident {
        $($(#[$field_doc:meta])* $field:ident : $type:ty $(= $default:ident $(as $key:literal)?)?,)*
    }) => {
        $(#[$doc])*
        #[derive(Clone, Debug, Default)]
        #[cfg_attr(feature = "catalogue", derive(serde::Deserialize), serde(deny_unknown_fields))]
        pub struct $name {
            $(
                $(#[$field_doc])*
                $(#[cfg_attr(feature = "catalogue", serde($default $(, rename = $key)?))])?
                pub $field: $type,
            )*
        }

        #[cfg(feature = "catalogue")]
        impl Shift for $name {
            fn shift(&mut self, by: usize) {
                $(self.$field.shift(by);)*
            }
        }
    };
}

table! {
    /// The whole file.
    Catalogue {
        title: String = default,
        description: String = default,
        equivalents: Vec<Located<Vec<String>>> = default,
        sides: Vec<Side> = default as "side",
        outlets: Vec<Outlet> = default as "outlet",
        people: Vec<Person> = default as "person",
        meetings: Vec<Meeting> = default as "meeting",
        events: Vec<Event> = default as "event",
        issues: Vec<Issue> = default as "issue",
        articles: Vec<Article> = default as "article",
    }
}

#[cfg(feature = "catalogue")]
impl Catalogue {
    /// Adds what stands behind it in the file. The title, the description and
    /// the equivalents stand before every entry, so only once.
    pub(super) fn append(&mut self, more: Catalogue) {
        self.title.push_str(&more.title);
        self.description.push_str(&more.description);
        self.equivalents.extend(more.equivalents);
        self.sides.extend(more.sides);
        self.outlets.extend(more.outlets);
        self.people.extend(more.people);
        self.meetings.extend(more.meetings);
        self.events.extend(more.events);
        self.issues.extend(more.issues);
        self.articles.extend(more.articles);
    }
}

table! {
    /// A side.
    Side {
        id: Text,
        name: String,
        abbreviation: String = default,
        words: Vec<String> = default,
    }
}

table! {
    /// An outlet.
    Outlet {
        id: Text,
        name: String,
        short: String = default,
        country: String = default,
        side: Option<Text> = default,
        kind: Option<Text> = default,
        description: String = default,
        owner: String = default,
        funding: String = default,
        basis: String = default,
        remove: Vec<Removal> = default,
    }
}

table! {
    /// Words that an outlet puts around its articles.
    Removal {
        text: String,
        because: String,
    }
}

table! {
    /// A person.
    Person {
        id: Text,
        name: String,
        surname: String = default,
        side: Option<Text> = default,
        pronoun: Option<Text> = default,
        spellings: Vec<String> = default,
        roles: Vec<Role> = default,
    }
}

table! {
    /// A role of a person.
    Role {
        title: String,
        class: Option<Text> = default,
        from: Option<Text> = default,
        until: Option<Text> = default,
        called: Vec<String> = default,
    }
}

table! {
    /// A meeting.
    Meeting {
        id: Text,
        name: String,
        place: String,
        start: Text,
        end: Option<Text> = default,
        participants: Vec<Text> = default,
        description: String = default,
    }
}

table! {
    /// What happened besides the meetings.
    Event {
        name: String,
        start: Text,
        end: Option<Text> = default,
        source: Text,
    }
}

table! {
    /// An issue.
    Issue {
        id: Text,
        name: String,
        description: String = default,
        query: Text,
        at_least: Option<Located<f32>> = default,
    }
}

table! {
    /// What is said about one file.
    Article {
        file: Text,
        id: Option<Text> = default,
        url: Option<Text> = default,
        outlet: Option<Box<Claim>> = default,
        carrier: Option<Box<Claim>> = default,
        headline: Option<Box<Claim>> = default,
        byline: Option<Box<Claim>> = default,
        credits: Vec<Claim> = default,
        published: Option<Box<Claim>> = default,
        place: Option<Box<Claim>> = default,
        meetings: Vec<Claim> = default,
        mentions: Vec<Claim> = default,
        notes: Vec<String> = default,
        lines: Vec<Line> = default,
        emendations: Vec<Emendation> = default,
        speakers: Vec<Speaker> = default,
    }
}

table! {
    /// A fact about an article and what it rests on.
    Claim {
        value: Text,
        basis: Text,
        evidence: Vec<Text> = default,
        because: String = default,
    }
}

table! {
    /// What a line is, where the rules are wrong.
    Line {
        line: Located<u32>,
        kind: Text,
        because: String = default,
    }
}

table! {
    /// A repair.
    Emendation {
        line: Located<u32>,
        was: Text,
        now: String,
        because: Text,
    }
}

table! {
    /// Who says the words on a line, where the rules are wrong.
    Speaker {
        line: Located<u32>,
        /// An id, or nothing: then nobody says it.
        person: Text,
        /// The words said, as they stand in the passage; without them all
        /// quotations on the line.
        words: Option<Text> = default,
        because: Text,
    }
}
