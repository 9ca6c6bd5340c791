//! One article: its text as received, the reading text in blocks, what was
//! removed, and who speaks in it.
//!
//! Invariant: blocks and removed pieces stand in the order of the source and
//! do not overlap; passages are numbered from 1 without a gap.

use serde::{Deserialize, Serialize};

use crate::date::Published;
use crate::fact::{Basis, ByteRange, Fact, Provenance};
use crate::id::{ArticleId, MeetingId, OutletId, PersonId, SideId};

/// An article of the collection.
#[derive(Clone, Debug, PartialEq)]
pub struct Article {
    /// Its id.
    pub id: ArticleId,
    /// The name of the file it came in, without a folder.
    pub file: String,
    /// The outlet it was published by, when that is known.
    pub outlet: Option<Fact<OutletId>>,
    /// The site that carried it for that outlet, when it is another.
    pub carrier: Option<Fact<String>>,
    /// The headline; where the file has none, one that the catalogue gives or
    /// the opening words, and then it is inferred.
    pub headline: Fact<String>,
    /// Who wrote it.
    pub byline: Option<Fact<String>>,
    /// Who else is credited and for what: `A. Name (illustration)`.
    pub credits: Vec<Fact<String>>,
    /// When it was published.
    pub published: Option<Published>,
    /// When it was last changed after that, as far as the source says.
    pub updated: Option<Published>,
    /// Where it was written.
    pub place: Option<Fact<String>>,
    /// The meetings it is about.
    pub meetings: Vec<MeetingRef>,
    /// The meetings that it only mentions.
    pub mentions: Vec<MeetingRef>,
    /// People of the catalogue who take part in the meetings it is about.
    pub participants: Vec<Participant>,
    /// Remarks of the collection's editor on this source, full sentences.
    pub notes: Vec<String>,
    /// Where it stands on the web, when the catalogue says.
    pub url: Option<String>,
    /// The file's text as received, a byte-order mark apart.
    pub source: String,
    /// The reading text, in order.
    pub blocks: Vec<Block>,
    /// What is not part of the reading text, in order.
    pub removed: Vec<Removed>,
    /// Attributed statements, by passage and place.
    pub voices: Vec<Voice>,
}

/// What a block is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum BlockKind {
    /// The headline.
    Headline,
    /// The summary under a headline.
    Standfirst,
    /// Who wrote it, or drew or photographed for it.
    Byline,
    /// Date and place of publication.
    Dateline,
    /// A heading within the text.
    Subhead,
    /// Words under an image.
    Caption,
    /// The text that stands for an image that is not shown.
    AlternativeText,
    /// A paragraph: a passage.
    Paragraph,
    /// An item of a list: a passage.
    ListItem,
}

impl BlockKind {
    /// All of them, by the names that exports and the catalogue use.
    pub(crate) const NAMES: [(&'static str, BlockKind); 9] = [
        ("headline", BlockKind::Headline),
        ("standfirst", BlockKind::Standfirst),
        ("byline", BlockKind::Byline),
        ("dateline", BlockKind::Dateline),
        ("subhead", BlockKind::Subhead),
        ("caption", BlockKind::Caption),
        ("alternative-text", BlockKind::AlternativeText),
        ("paragraph", BlockKind::Paragraph),
        ("list-item", BlockKind::ListItem),
    ];

    /// The name used in exports, such as `list-item`.
    pub fn name(self) -> &'static str {
        Self::NAMES.iter().find(|(_, kind)| *kind == self).map_or("", |(name, _)| name)
    }

    /// Whether blocks of this kind are passages.
    pub fn is_passage(self) -> bool {
        matches!(self, BlockKind::Paragraph | BlockKind::ListItem)
    }
}

/// A piece of the reading text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Block {
    /// What it is.
    pub kind: BlockKind,
    /// The passage number from 1; `None` unless the kind is a passage.
    pub n: Option<u32>,
    /// The reading text: white space made single, emendations applied.
    pub text: String,
    /// Where it stands in [`Article::source`], in bytes.
    pub range: ByteRange,
    /// The one-based first and last line of the source.
    pub lines: (u32, u32),
    /// Repairs made in `text`, in order.
    pub emendations: Vec<Emendation>,
}

/// A repair of damage in the source.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Emendation {
    /// The words as received.
    pub was: String,
    /// The words as read.
    pub now: String,
    /// Where `now` stands in the block's text, in bytes.
    pub range: ByteRange,
    /// Why, in a full sentence.
    pub why: String,
}

/// A piece of the source that is not part of the reading text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Removed {
    /// The one-based line of the source.
    pub line: u32,
    /// The words as received, white space at the ends apart.
    pub text: String,
    /// Where they stand in [`Article::source`], in bytes.
    pub range: ByteRange,
    /// Why it was removed, as a reader may see it, such as `navigation`.
    pub reason: String,
}

/// A meeting that an article covers or mentions.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct MeetingRef {
    /// Which one.
    pub id: MeetingId,
    /// How that is known.
    pub why: Provenance,
}

/// A person of the catalogue who takes part in a meeting that is covered.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Participant {
    /// Who.
    pub id: PersonId,
    /// How that is known.
    pub why: Provenance,
}

/// How a statement is given.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum VoiceKind {
    /// In the speaker's own words, in quotation marks.
    Direct,
    /// In the article's words.
    Paraphrase,
    /// In the article's words, what the speaker denies, rejects, dismisses or
    /// disputes: the text is what they speak against, never what they claim.
    Rejection,
}

impl VoiceKind {
    /// All kinds, in the order of their discriminants.
    pub const ALL: [VoiceKind; 3] = [VoiceKind::Direct, VoiceKind::Paraphrase, VoiceKind::Rejection];

    /// `direct`, `paraphrase` or `rejection`.
    pub fn name(self) -> &'static str {
        match self {
            VoiceKind::Direct => "direct",
            VoiceKind::Paraphrase => "paraphrase",
            VoiceKind::Rejection => "rejection",
        }
    }

    /// What the speaker is in the passage: `quoted`, `paraphrased` or `rejecting`.
    pub fn manner(self) -> &'static str {
        match self {
            VoiceKind::Direct => "quoted",
            VoiceKind::Paraphrase => "paraphrased",
            VoiceKind::Rejection => "rejecting",
        }
    }
}

/// A statement that the article attributes to somebody.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Voice {
    /// The number of the passage.
    pub passage: u32,
    /// The name in full when the speaker is known by name, else as the text
    /// calls them, such as `some experts`.
    pub speaker: String,
    /// The person, when the catalogue knows them.
    pub person: Option<PersonId>,
    /// The role held when the article was published, or that the text gives;
    /// may be empty.
    pub role: String,
    /// The side, when it is known; the id of one of [`crate::Corpus::sides`].
    pub side: Option<SideId>,
    /// Direct, paraphrase or rejection.
    pub kind: VoiceKind,
    /// The words attributed: for a direct quotation those inside the marks.
    pub text: String,
    /// Where `text` stands in the block's text, in bytes.
    pub range: ByteRange,
    /// Whether the text names the speaker there or it is inferred.
    pub basis: Basis,
    /// The words that attribute, as they stand in the passage, such as
    /// `Mr. Kremenyuk says`; may be empty for an inferred attribution.
    pub cue: String,
    /// Why the statement is this speaker's, in a full sentence.
    pub why: String,
}

impl Article {
    /// The passages, in order.
    pub fn passages(&self) -> impl Iterator<Item = &Block> {
        self.blocks.iter().filter(|block| block.n.is_some())
    }

    /// The passage with number `n`, counted from 1.
    pub fn passage(&self, n: u32) -> Option<&Block> {
        self.passages().find(|block| block.n == Some(n))
    }

    /// The lines as received, without their line ends; the first is line 1.
    pub fn lines(&self) -> impl Iterator<Item = &str> {
        self.source.split('\n').map(|line| line.strip_suffix('\r').unwrap_or(line))
    }

    /// What every fact about the article rests on.
    pub fn provenances(&self) -> impl Iterator<Item = &Provenance> {
        let facts = [&self.carrier, &self.byline, &self.place].into_iter().flatten();
        let facts = facts.chain([&self.headline]).chain(&self.credits).map(|fact| &fact.why);
        let meetings = self.meetings.iter().chain(&self.mentions).map(|meeting| &meeting.why);
        let outlet = self.outlet.iter().map(|outlet| &outlet.why);
        let published = self.published.iter().chain(&self.updated).map(|when| &when.why);
        facts.chain(outlet).chain(published).chain(meetings).chain(self.participants.iter().map(|person| &person.why))
    }

    /// What was said, passage by passage.
    pub fn voices_in(&self, passage: u32) -> impl Iterator<Item = &Voice> {
        self.voices.iter().filter(move |voice| voice.passage == passage)
    }
}
