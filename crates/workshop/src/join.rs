//! Two collections as one: the page's, and the visitor's own beside it.
//!
//! Invariant: nothing of either is lost, every id means one thing, and whatever
//! refers to an id that had to change follows. Sides, outlets, people, meetings
//! and issues that both collections name alike are one; the page's words about
//! them stand.

use std::collections::{HashMap, HashSet};

use summitry_corpus::{Article, Corpus};

use crate::catalogue::in_query;
use crate::edit::Table;

/// Two collections as one.
#[derive(Clone, Debug)]
pub struct Joined {
    /// All articles, in the order of a corpus.
    pub corpus: Corpus,
    /// The ids of the articles that are the visitor's own.
    pub own: Vec<String>,
}

/// Puts `own` beside `page`.
pub fn join(mut page: Corpus, mut own: Corpus) -> Joined {
    let ids = Ids::settle(&page, &own);
    ids.follow(&mut own);
    page.sides.extend(fresh(&page.sides, own.sides, |side| &side.id.0));
    page.outlets.extend(fresh(&page.outlets, own.outlets, |outlet| &outlet.id.0));
    page.people.extend(fresh(&page.people, own.people, |person| &person.id.0));
    page.meetings.extend(fresh(&page.meetings, own.meetings, |meeting| &meeting.id.0));
    page.meetings.sort_by_key(|meeting| meeting.start);
    let known = page.events.clone();
    page.events.extend(own.events.into_iter().filter(|event| !known.contains(event)));
    page.events.sort_by_key(|event| event.start);
    page.issues.extend(fresh(&page.issues, own.issues, |issue| &issue.id.0));
    page.equivalents.extend(own.equivalents);
    page.title = match (page.title.as_str(), own.title.as_str()) {
        (title, "") => title.to_owned(),
        (title, own) => format!("{title}, with {own}"),
    };
    let taken: HashSet<String> = page.articles.iter().map(|article| article.id.0.clone()).collect();
    let mut names = Vec::with_capacity(own.articles.len());
    for mut article in own.articles {
        article.id.0 = free(&article.id.0, &|id| taken.contains(id));
        names.push(article.id.0.clone());
        page.articles.push(article);
    }
    page.articles.sort_by(|one, other| order(one).cmp(&order(other)));
    Joined { corpus: page, own: names }
}

/// By date, undated ones last, as a corpus has them.
fn order(article: &Article) -> (bool, Option<summitry_corpus::Date>, &str) {
    let date = article.published.as_ref().map(|published| published.date);
    (date.is_none(), date, &article.id.0)
}

/// Those that the page does not have.
fn fresh<T>(known: &[T], own: Vec<T>, id: impl Fn(&T) -> &String) -> Vec<T> {
    let known: HashSet<String> = known.iter().map(|one| id(one).clone()).collect();
    own.into_iter().filter(|one| !known.contains(id(one))).collect()
}

/// The ids of a table with what tells its entries apart.
fn each<T>(all: &[T], told: impl Fn(&T) -> (&String, String)) -> Vec<(String, String)> {
    all.iter().map(told).map(|(id, name)| (id.clone(), name)).collect()
}

/// An id like `id` that is free.
fn free(id: &str, taken: &dyn Fn(&str) -> bool) -> String {
    let numbered = (2_usize..).map(|number| format!("own-{number}-{id}"));
    let mut ids = [id.to_owned(), format!("own-{id}")].into_iter().chain(numbered);
    ids.find(|id| !taken(id)).unwrap_or_default()
}

/// What each id of the visitor's own collection is in the joined one, where it
/// is another.
struct Ids(HashMap<(&'static str, String), String>);

impl Ids {
    fn settle(page: &Corpus, own: &Corpus) -> Self {
        let mut ids = Self(HashMap::new());
        ids.table(Table::Side, [page, own], |one| each(&one.sides, |side| (&side.id.0, side.name.clone())));
        ids.table(Table::Outlet, [page, own], |one| each(&one.outlets, |outlet| (&outlet.id.0, outlet.name.clone())));
        ids.table(Table::Person, [page, own], |one| each(&one.people, |person| (&person.id.0, person.name.clone())));
        // Meetings of one name that began on other days are two, and so are issues
        // that ask for something else.
        ids.table(Table::Meeting, [page, own], |one| {
            each(&one.meetings, |meeting| (&meeting.id.0, format!("{} {}", meeting.name, meeting.start)))
        });
        ids.table(Table::Issue, [page, own], |one| {
            each(&one.issues, |issue| (&issue.id.0, format!("{}\n{}", issue.name, issue.query)))
        });
        ids
    }

    /// Settles the ids of a table: of one name there is one, and of one id too.
    fn table(&mut self, table: Table, [page, own]: [&Corpus; 2], names: impl Fn(&Corpus) -> Vec<(String, String)>) {
        let (theirs, ours) = (names(page), names(own));
        let mut taken: HashSet<String> = theirs.iter().chain(&ours).map(|(id, _)| id.clone()).collect();
        for (id, name) in &ours {
            let same = theirs.iter().find(|(_, known)| known.eq_ignore_ascii_case(name));
            let now = match same {
                Some((known, _)) => known.clone(),
                None if theirs.iter().all(|(known, _)| known != id) => continue,
                None => free(id, &|wanted| taken.contains(wanted)),
            };
            taken.insert(now.clone());
            if now != *id {
                self.0.insert((table.name(), id.clone()), now);
            }
        }
    }

    fn change(&self, table: Table, id: &mut String) {
        if let Some(now) = self.0.get(&(table.name(), id.clone())) {
            id.clone_from(now);
        }
    }

    /// Gives everything in a collection its ids.
    fn follow(&self, own: &mut Corpus) {
        if self.0.is_empty() {
            return;
        }
        own.sides.iter_mut().for_each(|side| self.change(Table::Side, &mut side.id.0));
        for outlet in &mut own.outlets {
            self.change(Table::Outlet, &mut outlet.id.0);
            outlet.side.iter_mut().for_each(|side| self.change(Table::Side, &mut side.0));
        }
        for person in &mut own.people {
            self.change(Table::Person, &mut person.id.0);
            person.side.iter_mut().for_each(|side| self.change(Table::Side, &mut side.0));
        }
        for meeting in &mut own.meetings {
            self.change(Table::Meeting, &mut meeting.id.0);
            meeting.participants.iter_mut().for_each(|person| self.change(Table::Person, &mut person.0));
        }
        for issue in &mut own.issues {
            self.change(Table::Issue, &mut issue.id.0);
            issue.query = self.asked(&issue.query);
        }
        own.articles.iter_mut().for_each(|article| self.follow_in(article));
    }

    fn follow_in(&self, article: &mut Article) {
        article.outlet.iter_mut().for_each(|outlet| self.change(Table::Outlet, &mut outlet.value.0));
        for meeting in article.meetings.iter_mut().chain(&mut article.mentions) {
            self.change(Table::Meeting, &mut meeting.id.0);
        }
        article.participants.iter_mut().for_each(|person| self.change(Table::Person, &mut person.id.0));
        for voice in &mut article.voices {
            voice.person.iter_mut().for_each(|person| self.change(Table::Person, &mut person.0));
            voice.side.iter_mut().for_each(|side| self.change(Table::Side, &mut side.0));
        }
    }

    /// A query with these ids. In two steps, so that no new id is taken for an
    /// old one.
    fn asked(&self, query: &str) -> String {
        let changes: Vec<(&'static str, &String, &String)> = Table::ALL
            .iter()
            .flat_map(|table| {
                let of = self.0.iter().filter(|((name, _), _)| *name == table.name());
                of.map(|((_, from), to)| (table.field(), from, to))
            })
            .collect();
        let mark = |at: usize| format!("between-{at}-two");
        let marked = changes
            .iter()
            .enumerate()
            .fold(query.to_owned(), |query, (at, (field, from, _))| in_query(&query, field, from, &mark(at)));
        let settled = changes.iter().enumerate();
        settled.fold(marked, |query, (at, (field, _, to))| in_query(&query, field, &mark(at), to))
    }
}

#[cfg(test)]
mod tests;
