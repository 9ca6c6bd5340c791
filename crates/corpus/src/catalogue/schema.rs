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

/// Declares a table of the catalogue: unknown keys are errors.
macro_rules! table {
    ($(#[$doc:meta])* $name:ident { $($(#[$field_doc:meta])* $field:ident : $type:ty,)* }) => {
        $(#[$doc])*
        #[derive(Clone, Debug, Default)]
        #[cfg_attr(feature = "catalogue", derive(serde::Deserialize), serde(deny_unknown_fields))]
        pub struct $name { $($(#[$field_doc])* pub $field: $type,)* }

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
        #[cfg_attr(feature = "catalogue", serde(default))]
        title: String,
        #[cfg_attr(feature = "catalogue", serde(default))]
        description: String,
        #[cfg_attr(feature = "catalogue", serde(default))]
        equivalents: Vec<Located<Vec<String>>>,
        #[cfg_attr(feature = "catalogue", serde(default, rename = "side"))]
        sides: Vec<Side>,
        #[cfg_attr(feature = "catalogue", serde(default, rename = "outlet"))]
        outlets: Vec<Outlet>,
        #[cfg_attr(feature = "catalogue", serde(default, rename = "person"))]
        people: Vec<Person>,
        #[cfg_attr(feature = "catalogue", serde(default, rename = "meeting"))]
        meetings: Vec<Meeting>,
        #[cfg_attr(feature = "catalogue", serde(default, rename = "event"))]
        events: Vec<Event>,
        #[cfg_attr(feature = "catalogue", serde(default, rename = "issue"))]
        issues: Vec<Issue>,
        #[cfg_attr(feature = "catalogue", serde(default, rename = "article"))]
        articles: Vec<Article>,
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
        #[cfg_attr(feature = "catalogue", serde(default))]
        abbreviation: String,
        #[cfg_attr(feature = "catalogue", serde(default))]
        words: Vec<String>,
    }
}

table! {
    /// An outlet.
    Outlet {
        id: Text,
        name: String,
        #[cfg_attr(feature = "catalogue", serde(default))]
        short: String,
        #[cfg_attr(feature = "catalogue", serde(default))]
        country: String,
        #[cfg_attr(feature = "catalogue", serde(default))]
        side: Option<Text>,
        #[cfg_attr(feature = "catalogue", serde(default))]
        kind: Option<Text>,
        #[cfg_attr(feature = "catalogue", serde(default))]
        description: String,
        #[cfg_attr(feature = "catalogue", serde(default))]
        owner: String,
        #[cfg_attr(feature = "catalogue", serde(default))]
        funding: String,
        #[cfg_attr(feature = "catalogue", serde(default))]
        basis: String,
        #[cfg_attr(feature = "catalogue", serde(default))]
        remove: Vec<Removal>,
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
        #[cfg_attr(feature = "catalogue", serde(default))]
        surname: String,
        #[cfg_attr(feature = "catalogue", serde(default))]
        side: Option<Text>,
        #[cfg_attr(feature = "catalogue", serde(default))]
        pronoun: Option<Text>,
        #[cfg_attr(feature = "catalogue", serde(default))]
        spellings: Vec<String>,
        #[cfg_attr(feature = "catalogue", serde(default))]
        roles: Vec<Role>,
    }
}

table! {
    /// A role of a person.
    Role {
        title: String,
        #[cfg_attr(feature = "catalogue", serde(default))]
        class: Option<Text>,
        #[cfg_attr(feature = "catalogue", serde(default))]
        from: Option<Text>,
        #[cfg_attr(feature = "catalogue", serde(default))]
        until: Option<Text>,
        #[cfg_attr(feature = "catalogue", serde(default))]
        called: Vec<String>,
    }
}

table! {
    /// A meeting.
    Meeting {
        id: Text,
        name: String,
        place: String,
        start: Text,
        #[cfg_attr(feature = "catalogue", serde(default))]
        end: Option<Text>,
        #[cfg_attr(feature = "catalogue", serde(default))]
        participants: Vec<Text>,
        #[cfg_attr(feature = "catalogue", serde(default))]
        description: String,
    }
}

table! {
    /// What happened besides the meetings.
    Event {
        name: String,
        start: Text,
        #[cfg_attr(feature = "catalogue", serde(default))]
        end: Option<Text>,
        source: Text,
    }
}

table! {
    /// An issue.
    Issue {
        id: Text,
        name: String,
        #[cfg_attr(feature = "catalogue", serde(default))]
        description: String,
        query: Text,
        #[cfg_attr(feature = "catalogue", serde(default))]
        at_least: Option<Located<f32>>,
    }
}

table! {
    /// What is said about one file.
    Article {
        file: Text,
        #[cfg_attr(feature = "catalogue", serde(default))]
        id: Option<Text>,
        #[cfg_attr(feature = "catalogue", serde(default))]
        url: Option<Text>,
        #[cfg_attr(feature = "catalogue", serde(default))]
        outlet: Option<Box<Claim>>,
        #[cfg_attr(feature = "catalogue", serde(default))]
        carrier: Option<Box<Claim>>,
        #[cfg_attr(feature = "catalogue", serde(default))]
        headline: Option<Box<Claim>>,
        #[cfg_attr(feature = "catalogue", serde(default))]
        byline: Option<Box<Claim>>,
        #[cfg_attr(feature = "catalogue", serde(default))]
        credits: Vec<Claim>,
        #[cfg_attr(feature = "catalogue", serde(default))]
        published: Option<Box<Claim>>,
        #[cfg_attr(feature = "catalogue", serde(default))]
        place: Option<Box<Claim>>,
        #[cfg_attr(feature = "catalogue", serde(default))]
        meetings: Vec<Claim>,
        #[cfg_attr(feature = "catalogue", serde(default))]
        mentions: Vec<Claim>,
        #[cfg_attr(feature = "catalogue", serde(default))]
        notes: Vec<String>,
        #[cfg_attr(feature = "catalogue", serde(default))]
        lines: Vec<Line>,
        #[cfg_attr(feature = "catalogue", serde(default))]
        emendations: Vec<Emendation>,
        #[cfg_attr(feature = "catalogue", serde(default))]
        speakers: Vec<Speaker>,
    }
}

table! {
    /// A fact about an article and what it rests on.
    Claim {
        value: Text,
        basis: Text,
        #[cfg_attr(feature = "catalogue", serde(default))]
        evidence: Vec<Text>,
        #[cfg_attr(feature = "catalogue", serde(default))]
        because: String,
    }
}

table! {
    /// What a line is, where the rules are wrong.
    Line {
        line: Located<u32>,
        kind: Text,
        #[cfg_attr(feature = "catalogue", serde(default))]
        because: String,
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
        #[cfg_attr(feature = "catalogue", serde(default))]
        words: Option<Text>,
        because: Text,
    }
}
