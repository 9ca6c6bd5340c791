//! A folder of texts and a catalogue, made into a corpus of passages.
//!
//! The data's way: bytes of a source → lines, each kept with its number →
//! blocks with a kind → passages numbered from 1 → facts with evidence and
//! voices. [`build`] does all of it and is pure: the caller reads the folder.
//!
//! Invariants:
//! - every byte of a source that is not white space lies in exactly one block
//!   or one removed piece of its article (a property test holds this);
//! - every [`Provenance`] names its basis, and each of its quotations stands
//!   in the source at the line it gives;
//! - nothing here knows a browser, a file system or a clock, nor the subject of
//!   the articles: people, sides, meetings and issues come from the catalogue.
//!
//! With no features the crate holds the data types, [`Corpus::decode`], the
//! cleaning of plain text and the finding of voices, which is what a page
//! needs. `catalogue` adds reading `catalog.toml`, `html` adds saved web pages,
//! `markdown` adds Markdown.
#![cfg_attr(
    not(test),
    deny(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::string_slice, clippy::panic)
)]

mod archive;
mod article;
mod build;
mod byline;
mod catalogue;
pub mod citation;
mod claim;
pub mod clean;
mod collection;
mod compose;
mod date;
pub mod dates;
mod emend;
mod encoding;
pub mod escape;
mod fact;
#[cfg(feature = "html")]
mod html;
mod id;
mod limits;
mod locate;
#[cfg(feature = "markdown")]
mod markdown;
mod metadata;
mod model;
mod nearest;
mod problem;
mod received;
mod source;
pub mod voices;
mod warnings;
mod wire;

pub use article::{Article, Block, BlockKind, Emendation, MeetingRef, Participant, Removed, Voice, VoiceKind};
pub use build::{Built, Examined, Examiner, SourceFile, build, build_only};
pub use catalogue::{CatalogueMap, QueryPlace};
pub use date::{Date, Minute, Precision, Published, is_calendar_word};
pub use emend::{Proposal, Vocabulary};
pub use encoding::{Encoding, EncodingBasis};
pub use fact::{Basis, ByteRange, Evidence, Fact, Provenance};
pub use model::{
    ArticleId, Corpus, Event, IssueDefinition, IssueId, Meeting, MeetingId, Outlet, OutletId, OutletKind, Person,
    PersonId, Role, RoleClass, Side, SideId,
};
pub use nearest::nearest;
pub use problem::{Place, Problem, Warning, shortened};
pub use received::{Received, ReceivedFate};
pub use source::MOST_BYTES;
pub use wire::DecodeError;
