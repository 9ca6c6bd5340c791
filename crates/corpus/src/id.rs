//! Names of what a collection holds, each of a type of its own.
//!
//! Invariant: an id is text and knows nothing of the thing it names.

use serde::{Deserialize, Serialize};

macro_rules! id {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[serde(transparent)]
        pub struct $name(pub String);

        impl $name {
            /// The id as text.
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                out.write_str(&self.0)
            }
        }

        impl From<&str> for $name {
            fn from(text: &str) -> Self {
                $name(text.to_owned())
            }
        }
    };
}

id!(/// Names an article: lower-case letters, digits and hyphens.
    ArticleId);
id!(/// Names an outlet.
    OutletId);
id!(/// Names a meeting.
    MeetingId);
id!(/// Names an issue.
    IssueId);
id!(/// Names a person.
    PersonId);
id!(/// Names a side.
    SideId);
