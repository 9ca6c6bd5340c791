//! What a collection is made of besides its articles: outlets, meetings,
//! issues, people and sides, and [`Corpus`], which holds all of it.
//!
//! Invariant: every id that stands in a corpus names something in it; the
//! build refuses a catalogue for which this does not hold.

use serde::{Deserialize, Serialize};

use crate::article::{Article, Voice};
use crate::date::Date;
pub use crate::id::{ArticleId, IssueId, MeetingId, OutletId, PersonId, SideId};

/// Everything that is known about a collection.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Corpus {
    /// The collection's name.
    pub title: String,
    /// What the collection is, in a sentence or two; may be empty.
    pub description: String,
    /// In the catalogue's order.
    pub outlets: Vec<Outlet>,
    /// By date of publication, then by id; undated ones last.
    pub articles: Vec<Article>,
    /// By date.
    pub meetings: Vec<Meeting>,
    /// What happened besides the meetings, by date.
    pub events: Vec<Event>,
    /// In the catalogue's order, which is an editor's choice.
    pub issues: Vec<IssueDefinition>,
    /// In the catalogue's order.
    pub people: Vec<Person>,
    /// In the catalogue's order.
    pub sides: Vec<Side>,
    /// Groups of terms that mean the same, such as `WTO` and
    /// `World Trade Organization`, for search to treat as one.
    pub equivalents: Vec<Vec<String>>,
}

/// Who published an article.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Outlet {
    /// Its id.
    pub id: OutletId,
    /// Its name in full.
    pub name: String,
    /// A short name for a column's head or a link; the full name when none is given.
    pub short: String,
    /// The country it is published in; may be empty.
    pub country: String,
    /// The side it is published on, if any.
    pub side: Option<SideId>,
    /// What it is, as far as the styles of citing tell outlets apart.
    pub kind: OutletKind,
    /// What kind of outlet it is, for readers who do not know it; may be empty.
    pub description: String,
    /// Who owns it, at the time of the articles; may be empty.
    pub owner: String,
    /// Who pays for it; may be empty.
    pub funding: String,
    /// What these three rest on; may be empty.
    pub basis: String,
}

/// What an outlet is, as far as the styles of citing tell outlets apart.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum OutletKind {
    /// A newspaper, in print or with a printed edition.
    #[default]
    Newspaper,
    /// A magazine, a bulletin, anything else that comes out in issues.
    Magazine,
    /// A site of a broadcaster, an agency or an institute, without issues.
    Website,
}

impl OutletKind {
    /// All of them, by the names that the catalogue uses.
    pub const NAMES: [(&'static str, OutletKind); 3] =
        [("newspaper", OutletKind::Newspaper), ("magazine", OutletKind::Magazine), ("website", OutletKind::Website)];
}

/// A meeting that articles cover or mention.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Meeting {
    /// Its id.
    pub id: MeetingId,
    /// Its name.
    pub name: String,
    /// Town and country.
    pub place: String,
    /// The first day.
    pub start: Date,
    /// The last day, when it is another.
    pub end: Option<Date>,
    /// Who met; each in [`Corpus::people`].
    pub participants: Vec<PersonId>,
    /// What it was, in a sentence that takes no side.
    pub description: String,
}

/// What happened between articles and is no meeting, with where that can be
/// looked up.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Event {
    /// What happened, as part of a sentence that takes no side.
    pub name: String,
    /// The first day.
    pub start: Date,
    /// The last day, when it is another.
    pub end: Option<Date>,
    /// Where it can be looked up.
    pub source: String,
}

/// An issue: a saved query in the visitors' own language, run over passages.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct IssueDefinition {
    /// Its id.
    pub id: IssueId,
    /// Its name.
    pub name: String,
    /// What belongs to it, in a sentence; may be empty.
    pub description: String,
    /// The query. A passage on the issue is one that the query finds.
    pub query: String,
    /// A shorter way to write `(query)>=weight`: the least sum of the boosts of
    /// the alternatives at the top of the query (those joined by `OR`, each 1
    /// unless boosted) that a passage on the issue matches. `None` means that
    /// any match will do.
    pub at_least: Option<f32>,
}

/// A person who speaks, meets or writes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Person {
    /// Their id.
    pub id: PersonId,
    /// The name in full, as shown.
    pub name: String,
    /// The surname alone.
    pub surname: String,
    /// The side they speak for, if any.
    pub side: Option<SideId>,
    /// Every role they held, in order of time.
    pub roles: Vec<Role>,
    /// Other spellings of the name that the sources use.
    pub spellings: Vec<String>,
    /// `he`, `she` or `they`; empty when the catalogue does not say.
    pub pronoun: String,
}

/// What a person was, and when.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Role {
    /// The role, such as `President of Russia`.
    pub title: String,
    /// Its class, where the catalogue gives one.
    pub class: Option<RoleClass>,
    /// The first day, if known or needed.
    pub from: Option<Date>,
    /// The last day, if known or needed.
    pub until: Option<Date>,
    /// How texts call a person in this role, such as `Russian president`.
    pub called: Vec<String>,
}

/// The classes by which roles are told apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub enum RoleClass {
    /// Who leads a state or a government.
    Leader,
    /// Who speaks for a government, a ministry, an agency or an alliance.
    Official,
    /// Who judges from outside: analysts, scholars, editors.
    Expert,
}

impl RoleClass {
    /// All of them, by the names that the catalogue and links use.
    pub const NAMES: [(&'static str, RoleClass); 3] =
        [("leader", RoleClass::Leader), ("official", RoleClass::Official), ("expert", RoleClass::Expert)];

    /// The name that the catalogue and links use.
    pub fn name(self) -> &'static str {
        Self::NAMES.iter().find(|(_, class)| *class == self).map_or("", |(name, _)| name)
    }

    /// The class that the words of a role or of an unnamed source tell:
    /// `some arms control experts`, `US officials`. The last such word decides.
    pub fn told_by(words: &str) -> Option<RoleClass> {
        let all = words.split(|letter: char| !letter.is_alphanumeric());
        all.rev().find_map(|word| {
            let word = word.to_ascii_lowercase();
            let word = word.strip_suffix('s').unwrap_or(&word);
            let is = |(_, known): &&(RoleClass, &[&str])| known.contains(&word);
            CLASS_WORDS.iter().find(is).map(|(class, _)| *class)
        })
    }
}

/// Words by which a source without a name tells its class, in the singular.
const CLASS_WORDS: [(RoleClass, &[&str]); 2] = [
    (
        RoleClass::Expert,
        &[
            "expert",
            "analyst",
            "scholar",
            "scientist",
            "historian",
            "researcher",
            "economist",
            "specialist",
            "academic",
            "professor",
            "observer",
        ],
    ),
    (
        RoleClass::Official,
        &[
            "official",
            "diplomat",
            "minister",
            "ministry",
            "ministrie",
            "ambassador",
            "spokesman",
            "spokeswoman",
            "spokesperson",
            "aide",
            "adviser",
            "advisor",
            "negotiator",
            "envoy",
        ],
    ),
];

/// A side, as the catalogue names it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Side {
    /// Its id.
    pub id: SideId,
    /// Its name.
    pub name: String,
    /// A letter or two, so that sides are told apart by more than colour.
    pub abbreviation: String,
    /// Words of an unnamed source that put it on this side, such as
    /// `Kremlin` or `in Moscow`.
    pub words: Vec<String>,
}

impl Person {
    /// The role held on `date`, else the last one that the catalogue gives.
    pub fn role_on(&self, date: Option<Date>) -> Option<&Role> {
        let held = |role: &&Role| {
            date.is_some_and(|date| {
                role.from.is_none_or(|from| from <= date) && role.until.is_none_or(|until| date <= until)
            })
        };
        self.roles.iter().rev().find(held).or_else(|| self.roles.last())
    }
}

impl Corpus {
    /// The article with this id.
    pub fn article(&self, id: &str) -> Option<&Article> {
        self.articles.iter().find(|article| article.id.0 == id)
    }

    /// The outlet with this id.
    pub fn outlet(&self, id: &str) -> Option<&Outlet> {
        self.outlets.iter().find(|outlet| outlet.id.0 == id)
    }

    /// The outlet that published `article`, when it is known.
    pub fn outlet_of(&self, article: &Article) -> Option<&Outlet> {
        article.outlet.as_ref().and_then(|fact| self.outlet(&fact.value.0))
    }

    /// The meeting with this id.
    pub fn meeting(&self, id: &str) -> Option<&Meeting> {
        self.meetings.iter().find(|meeting| meeting.id.0 == id)
    }

    /// The issue with this id.
    pub fn issue(&self, id: &str) -> Option<&IssueDefinition> {
        self.issues.iter().find(|issue| issue.id.0 == id)
    }

    /// The class of a voice's role when its article was published: what the
    /// catalogue says of the person, else what the words for the speaker tell.
    pub fn role_class(&self, article: &Article, voice: &Voice) -> Option<RoleClass> {
        let person = voice.person.as_ref().and_then(|id| self.person(&id.0));
        let role = person.and_then(|person| person.role_on(article.published.as_ref().map(|when| when.date)));
        match role {
            Some(role) => role.class.or_else(|| RoleClass::told_by(&role.title)),
            None => RoleClass::told_by(&voice.role).or_else(|| RoleClass::told_by(&voice.speaker)),
        }
    }

    /// The person with this id.
    pub fn person(&self, id: &str) -> Option<&Person> {
        self.people.iter().find(|person| person.id.0 == id)
    }

    /// The side with this id.
    pub fn side(&self, id: &str) -> Option<&Side> {
        self.sides.iter().find(|side| side.id.0 == id)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_person_has_the_role_held_on_the_day_and_else_the_last_one() {
        let day = |text: &str| Date::parse_iso(text);
        let role = |title: &str, from: &str, until: &str| Role {
            title: title.to_owned(),
            class: None,
            from: day(from),
            until: day(until),
            called: Vec::new(),
        };
        let person = Person {
            id: PersonId::from("lind"),
            name: "Anna Lind".to_owned(),
            surname: "Lind".to_owned(),
            side: None,
            roles: vec![
                role("mayor", "", "2001-12-31"),
                role("minister", "2002-01-01", "2005-12-31"),
                role("envoy", "2007-01-01", ""),
            ],
            spellings: Vec::new(),
            pronoun: String::new(),
        };
        for (date, title) in [
            ("1999-05-01", "mayor"),
            ("2001-12-31", "mayor"),
            ("2002-01-01", "minister"),
            ("2005-12-31", "minister"),
            ("2006-05-01", "envoy"),
            ("2009-05-01", "envoy"),
            ("", "envoy"),
        ] {
            assert_eq!(person.role_on(day(date)).unwrap().title, title, "{date}");
        }
    }

    #[test]
    fn the_words_for_a_source_without_a_name_tell_its_class() {
        for (words, class) in [
            ("some arms control experts", Some(RoleClass::Expert)),
            ("US officials", Some(RoleClass::Official)),
            ("the Russian Defense and Foreign Ministries", Some(RoleClass::Official)),
            ("most analysts", Some(RoleClass::Expert)),
            ("many Russians", None),
            ("", None),
        ] {
            assert_eq!(RoleClass::told_by(words), class, "{words}");
        }
    }
}
