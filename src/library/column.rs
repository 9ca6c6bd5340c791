//! What a column of the side-by-side view holds: an article, all articles that
//! cover a meeting, or all of an outlet.
//!
//! Invariant: a column has at least one article, and its articles stand in the
//! order of the collection.

use summitry_corpus::{Article, Date};

use crate::library::Library;
use crate::route::Route;
use crate::wording::{count, days, meeting_days, published_day};

/// A passage: the index of its article and its number, from 1.
pub type Place = (usize, u32);

/// How many characters of a headline stand for an article in a sentence.
const LONGEST_NAME: usize = 28;

/// The most articles that the page itself lays side by side at once; whoever
/// chooses may choose more.
pub const MOST_COLUMNS: usize = 8;

/// A column.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Column {
    /// As links name it: the id of an article, or `meeting.` or `outlet.` and
    /// the id of one.
    pub id: String,
    /// The indexes of its articles.
    pub articles: Vec<usize>,
    /// Its headline, or the name of the meeting or the outlet.
    pub title: &'static str,
    /// What stands above the title: outlet and date, or what kind of column it
    /// is and how many articles it has.
    pub overline: String,
    /// A name for sentences, such as `BBC 2001`.
    pub short: String,
}

impl Column {
    /// The article of a column that is one article and not a gathering of them.
    pub fn article(&self) -> Option<usize> {
        self.articles.first().copied().filter(|_| !self.id.contains('.'))
    }

    /// Whether an article is in the column.
    pub fn has(&self, article: usize) -> bool {
        self.articles.contains(&article)
    }
}

impl Library {
    /// The column that links name `id`; `None` when nothing of that name has
    /// an article.
    pub fn column(self, id: &str) -> Option<Column> {
        let corpus = self.corpus();
        let gather = |belongs: &dyn Fn(&Article) -> bool| -> Vec<usize> {
            let all = corpus.articles.iter().enumerate();
            all.filter(|(_, article)| belongs(article)).map(|(index, _)| index).collect()
        };
        let number = |articles: &[usize]| count(articles.len(), "article", "articles");
        let (title, articles, overline, short) = match id.split_once('.') {
            Some(("meeting", id)) => {
                let meeting = corpus.meeting(id)?;
                let articles = gather(&|article| article.meetings.iter().any(|covered| covered.id == meeting.id));
                let overline = format!("Meeting · {} · {}", meeting_days(meeting), number(&articles));
                (meeting.name.as_str(), articles, overline, meeting.name.clone())
            }
            Some(("outlet", id)) => {
                let outlet = corpus.outlet(id)?;
                let articles = gather(&|article| article.outlet.as_ref().is_some_and(|fact| fact.value == outlet.id));
                let overline = format!("Outlet · {}{}", number(&articles), self.years(&articles));
                (outlet.name.as_str(), articles, overline, outlet.short.clone())
            }
            _ => {
                let index = self.index_of(id)?;
                let article = corpus.articles.get(index)?;
                (article.headline.value.as_str(), vec![index], self.dated(index), self.outlet_and_year(index))
            }
        };
        (!articles.is_empty()).then(|| Column { id: id.to_owned(), articles, title, overline, short })
    }

    /// The columns of a route, in order. Names for sentences that would be the
    /// same are told apart by the place of the column.
    pub fn columns(self, route: &Route) -> Vec<Column> {
        let mut columns: Vec<Column> = route.columns.iter().filter_map(|id| self.column(id)).collect();
        let names: Vec<String> = columns.iter().map(|column| column.short.clone()).collect();
        for (place, column) in columns.iter_mut().enumerate() {
            if names.iter().filter(|name| **name == column.short).count() > 1 {
                column.short = format!("{} (column {})", column.short, place + 1);
            }
        }
        columns
    }

    /// `BBC · 21 October 2001`.
    pub fn dated(self, article: usize) -> String {
        let Some(article) = self.corpus().articles.get(article) else { return String::new() };
        let date = article.published.as_ref().map_or_else(|| "date unknown".to_owned(), published_day);
        format!("{} · {date}", self.outlet_name(article))
    }

    /// `BBC 2001`; of an article whose outlet is not known, the first words of its
    /// headline in the place of the outlet.
    pub fn outlet_and_year(self, article: usize) -> String {
        let Some(article) = self.corpus().articles.get(article) else { return String::new() };
        let name = match article.outlet {
            Some(_) => self.outlet_name(article).to_owned(),
            None => format!("“{}”", first_words(&article.headline.value)),
        };
        article.published.as_ref().map_or_else(|| name.clone(), |when| format!("{name} {}", when.date.year()))
    }

    /// `, 2008 to 2013`, for the articles of which the date is known.
    fn years(self, articles: &[usize]) -> String {
        let of = |index: &usize| self.corpus().articles.get(*index)?.published.as_ref().map(|when| when.date);
        let dates: Vec<Date> = articles.iter().filter_map(of).collect();
        match (dates.iter().min(), dates.iter().max()) {
            (Some(first), Some(last)) if first.year() != last.year() => {
                format!(", {} to {}", first.year(), last.year())
            }
            (Some(first), Some(last)) => format!(", {}", days(*first, *last)),
            _ => String::new(),
        }
    }
}

/// As many words of a headline as fit into a name, one at least.
fn first_words(headline: &str) -> String {
    let mut words = headline.split_whitespace();
    let mut name = words.next().unwrap_or_default().to_owned();
    for word in words {
        if name.chars().count() + word.chars().count() >= LONGEST_NAME {
            return name + " …";
        }
        name = [&name, " ", word].concat();
    }
    name
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_headline_is_cut_between_its_words() {
        assert_eq!(first_words("Stadtrat streitet über die Straßenbahn"), "Stadtrat streitet über die …");
        assert_eq!(first_words("Three valleys"), "Three valleys");
        assert_eq!(first_words("Donaudampfschifffahrtsgesellschaft streikt"), "Donaudampfschifffahrtsgesellschaft …");
        assert_eq!(first_words(""), "");
    }

    fn columns(fragment: &str) -> Vec<Column> {
        let (library, route) = Library::at(fragment);
        library.columns(&route)
    }

    #[test]
    fn a_column_is_an_article_a_summit_or_an_outlet() {
        let columns = columns("#/compare?a=bbc-2001-10-21&a=meeting.sochi-2008&a=outlet.csm");
        let told: Vec<_> = columns.iter().map(|column| (column.overline.as_str(), column.short.as_str())).collect();
        assert_eq!(
            told,
            [
                ("BBC · 21 October 2001", "BBC 2001"),
                ("Meeting · 5 and 6 April 2008 · 1 article", "Sochi 2008"),
                ("Outlet · 2 articles, 2008 to 2013", "CS Monitor"),
            ]
        );
        assert_eq!(columns.iter().map(|column| column.articles.len()).collect::<Vec<_>>(), [1, 1, 2]);
        assert!(columns[0].article().is_some() && columns[1].article().is_none());
    }

    #[test]
    fn a_summit_that_no_article_covers_is_no_column() {
        let library = Library::open().unwrap();
        for id in ["meeting.ljubljana-2001", "meeting.nowhere", "outlet.", "colour.red", ""] {
            assert_eq!(library.column(id), None, "{id}");
        }
        let (route, problems) = library.known(&Route::parse("#/compare?a=meeting.ljubljana-2001").0);
        assert!(route.columns.is_empty() && problems[0].0.contains("meeting.ljubljana-2001"), "{problems:?}");
    }
}
