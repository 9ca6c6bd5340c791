//! From the catalogue's tables to everything of a corpus but its articles.
//!
//! Invariant: an id that is accepted is well formed, unique among its kind and,
//! where it refers, names something that is declared.

use std::collections::HashMap;

use crate::catalogue::schema::{self, Text};
use crate::catalogue::{Declared, Known, Read};
use crate::date::Date;
use crate::model::{
    Corpus, Event, IssueDefinition, IssueId, Meeting, MeetingId, Outlet, OutletId, OutletKind, Person, PersonId, Role,
    RoleClass, Side, SideId,
};
use crate::nearest::nearest;
use crate::problem::Problems;

/// Behind this many problems nobody reads what may have been meant.
pub(crate) const HELPED: usize = 100;
/// How many ids are listed in a remedy.
const LISTED: usize = 20;

/// Checks a reference; says what was meant when it is one letter off.
pub(crate) fn refer(read: &Read, kind: &str, id: &Text, known: &Known, problems: &mut Problems) -> bool {
    if known.set.contains(&id.value) {
        return true;
    }
    let list = known.list.iter().map(String::as_str);
    let near = if problems.len() < HELPED { nearest(&id.value, list.clone()) } else { None };
    let remedy = match near {
        Some(near) => format!("Did you mean `{near}`? Otherwise declare it with [[{kind}]] and id = \"{}\".", id.value),
        None if (1..=LISTED).contains(&known.list.len()) => {
            format!("Declare it with [[{kind}]], or use one of {}.", known.list.join(", "))
        }
        None => format!("Declare it with [[{kind}]] and id = \"{}\".", id.value),
    };
    problems.push(read.problem(&id.at, format!("There is no {kind} with the id `{}`.", id.value), remedy));
    false
}

/// Checks that ids are well formed and stand once.
pub(crate) fn check_ids<'a>(read: &Read, kind: &str, ids: impl Iterator<Item = &'a Text>, problems: &mut Problems) {
    let mut seen: HashMap<&str, &Text> = HashMap::new();
    for id in ids {
        let formed = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
        if id.value.is_empty() || !id.value.chars().all(formed) {
            let remedy = "Use lower-case letters, digits and hyphens, such as `camp-david-2003`; it stands in links.";
            problems.push(read.problem(&id.at, format!("`{}` cannot be an id.", id.value), remedy));
        }
        let first = *seen.entry(&id.value).or_insert(id);
        if !std::ptr::eq(first, id) {
            let line = read.problem(&first.at, "", "").place.line;
            let message = format!("The {kind} id `{}` stands twice; the first is on line {line}.", id.value);
            problems.push(read.problem(&id.at, message, "Give one of the two another id, or take it out."));
        }
    }
}

/// The groups of terms that mean the same; a word brings the whole of its
/// group into a query.
fn equivalents(read: &Read, problems: &mut Problems) -> Vec<Vec<String>> {
    const MOST: usize = 100;
    let groups = &read.tables.equivalents;
    for group in groups.iter().filter(|group| group.value.len() > MOST) {
        let message = format!("{} terms stand in one group of equivalents; at most {MOST} may.", group.value.len());
        problems.push(read.problem(&group.at, message, "Part it into groups of terms that mean the very same."));
    }
    groups.iter().map(|group| group.value.clone()).collect()
}

/// Reads a day.
pub(crate) fn day(read: &Read, text: &Text, problems: &mut Problems) -> Option<Date> {
    let date = Date::parse_iso(&text.value);
    if date.is_none() {
        problems.push(read.problem(
            &text.at,
            format!("`{}` is not a day.", text.value),
            "Write it as YYYY-MM-DD, such as 2001-10-21.",
        ));
    }
    date
}

/// A corpus with everything that the catalogue declares.
pub(crate) fn collection(read: &Read, problems: &mut Problems) -> Corpus {
    let tables = &read.tables;
    let declared = &read.declared;
    check_ids(read, "side", tables.sides.iter().map(|entry| &entry.id), problems);
    check_ids(read, "outlet", tables.outlets.iter().map(|entry| &entry.id), problems);
    check_ids(read, "person", tables.people.iter().map(|entry| &entry.id), problems);
    check_ids(read, "meeting", tables.meetings.iter().map(|entry| &entry.id), problems);
    check_ids(read, "issue", tables.issues.iter().map(|entry| &entry.id), problems);
    let mut meetings: Vec<Meeting> =
        tables.meetings.iter().filter_map(|entry| meeting(read, entry, declared, problems)).collect();
    meetings.sort_by(|a, b| (a.start, &a.id).cmp(&(b.start, &b.id)));
    let mut events: Vec<Event> = tables.events.iter().filter_map(|entry| event(read, entry, problems)).collect();
    events.sort_by(|a, b| (a.start, &a.name).cmp(&(b.start, &b.name)));
    Corpus {
        title: tables.title.clone(),
        description: tables.description.clone(),
        outlets: tables.outlets.iter().map(|entry| outlet(read, entry, declared, problems)).collect(),
        articles: Vec::new(),
        meetings,
        events,
        issues: tables.issues.iter().map(|entry| issue(read, entry, problems)).collect(),
        people: tables.people.iter().map(|entry| person(read, entry, declared, problems)).collect(),
        sides: tables.sides.iter().map(side).collect(),
        equivalents: equivalents(read, problems),
    }
}

fn side(entry: &schema::Side) -> Side {
    Side {
        id: SideId(entry.id.value.clone()),
        name: entry.name.clone(),
        abbreviation: entry.abbreviation.clone(),
        words: entry.words.clone(),
    }
}

fn side_of(read: &Read, side: Option<&Text>, declared: &Declared, problems: &mut Problems) -> Option<SideId> {
    let id = side?;
    refer(read, "side", id, &declared.sides, problems).then(|| SideId(id.value.clone()))
}

fn outlet(read: &Read, entry: &schema::Outlet, declared: &Declared, problems: &mut Problems) -> Outlet {
    let short = if entry.short.is_empty() { &entry.name } else { &entry.short };
    Outlet {
        id: OutletId(entry.id.value.clone()),
        name: entry.name.clone(),
        short: short.clone(),
        country: entry.country.clone(),
        side: side_of(read, entry.side.as_ref(), declared, problems),
        kind: known(read, entry.kind.as_ref(), "kind of outlet", &OutletKind::NAMES, problems).unwrap_or_default(),
        description: entry.description.clone(),
        owner: entry.owner.clone(),
        funding: entry.funding.clone(),
        basis: entry.basis.clone(),
    }
}

/// The days from which to which something of a `kind` lasted.
fn span(
    read: &Read,
    kind: &str,
    start: Option<&Text>,
    end: Option<&Text>,
    problems: &mut Problems,
) -> (Option<Date>, Option<Date>) {
    let first = start.and_then(|text| day(read, text, problems));
    let last = end.and_then(|text| day(read, text, problems));
    if let (Some(first), Some(last), Some(text)) = (first, last, end)
        && last < first
    {
        let message = format!("The {kind} ends before it begins.");
        problems.push(read.problem(&text.at, message, "Exchange the two dates, or correct one."));
    }
    (first, last)
}

fn event(read: &Read, entry: &schema::Event, problems: &mut Problems) -> Option<Event> {
    let (start, end) = span(read, "event", Some(&entry.start), entry.end.as_ref(), problems);
    if entry.source.value.trim().is_empty() {
        problems.push(read.problem(
            &entry.source.at,
            "The event has no source.",
            "Write where it can be looked up, or leave the event out.",
        ));
    }
    Some(Event { name: entry.name.clone(), start: start?, end, source: entry.source.value.clone() })
}

/// What a word of the catalogue names, which is one of a few.
fn known<T: Copy>(
    read: &Read,
    text: Option<&Text>,
    what: &str,
    names: &[(&str, T)],
    problems: &mut Problems,
) -> Option<T> {
    let text = text?;
    let known = names.iter().find(|(name, _)| *name == text.value).map(|(_, known)| *known);
    if known.is_none() {
        let names: Vec<&str> = names.iter().map(|(name, _)| *name).collect();
        let (last, others) = names.split_last().unwrap_or((&"", &[]));
        problems.push(read.problem(
            &text.at,
            format!("`{}` is not a {what} that is known here.", text.value),
            format!("Write {} or {last}, or leave the key out.", others.join(", ")),
        ));
    }
    known
}

fn person(read: &Read, entry: &schema::Person, declared: &Declared, problems: &mut Problems) -> Person {
    let surname =
        if entry.surname.is_empty() { entry.name.split_whitespace().last().unwrap_or("") } else { &entry.surname };
    const PRONOUNS: [(&str, ()); 3] = [("he", ()), ("she", ()), ("they", ())];
    known(read, entry.pronoun.as_ref(), "pronoun", &PRONOUNS, problems);
    Person {
        id: PersonId(entry.id.value.clone()),
        name: entry.name.clone(),
        surname: surname.to_owned(),
        side: side_of(read, entry.side.as_ref(), declared, problems),
        roles: entry.roles.iter().map(|entry| role(read, entry, problems)).collect(),
        spellings: entry.spellings.clone(),
        pronoun: entry.pronoun.as_ref().map(|text| text.value.clone()).unwrap_or_default(),
    }
}

fn role(read: &Read, entry: &schema::Role, problems: &mut Problems) -> Role {
    let (from, until) = span(read, "role", entry.from.as_ref(), entry.until.as_ref(), problems);
    let class = known(read, entry.class.as_ref(), "class of role", &RoleClass::NAMES, problems);
    Role { title: entry.title.clone(), class, from, until, called: entry.called.clone() }
}

fn meeting(read: &Read, entry: &schema::Meeting, declared: &Declared, problems: &mut Problems) -> Option<Meeting> {
    let (start, end) = span(read, "meeting", Some(&entry.start), entry.end.as_ref(), problems);
    let participants = entry.participants.iter().filter(|id| refer(read, "person", id, &declared.people, problems));
    let participants = participants.map(|id| PersonId(id.value.clone())).collect();
    Some(Meeting {
        id: MeetingId(entry.id.value.clone()),
        name: entry.name.clone(),
        place: entry.place.clone(),
        start: start?,
        end,
        participants,
        description: entry.description.clone(),
    })
}

fn issue(read: &Read, entry: &schema::Issue, problems: &mut Problems) -> IssueDefinition {
    if entry.query.value.trim().is_empty() {
        problems.push(read.problem(
            &entry.query.at,
            "The query is empty.",
            "Write the words that passages on this issue hold, joined by OR.",
        ));
    }
    if let Some(least) = entry.at_least.as_ref().filter(|least| !(least.value.is_finite() && least.value > 0.0)) {
        problems.push(read.problem(
            &least.at,
            "The least weight must be a number above 0.",
            "Write a number such as 2.0, or leave the key out.",
        ));
    }
    IssueDefinition {
        id: IssueId(entry.id.value.clone()),
        name: entry.name.clone(),
        description: entry.description.clone(),
        query: entry.query.value.trim_end().to_owned(),
        at_least: entry.at_least.as_ref().map(|least| least.value),
    }
}
