//! Which passages stand in which cell: a plain type, without a page.
//!
//! Invariant: every row has as many cells as there are columns, and a passage
//! on an issue that the query leaves in stands in every row of that issue and
//! in no other.

use std::cmp::Reverse;

use crate::library::{Column, Library, Place};
use crate::page::compare::found::Found;
use crate::route::{Route, Rows};

/// The rows of the side-by-side view.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Arrangement {
    /// Issues that at least one column has, or that were chosen.
    pub rows: Vec<Row>,
    /// Indexes of the issues that no column has, when none was chosen.
    pub absent: Vec<usize>,
    /// How many issues the columns have, but not with the words of the query.
    pub filtered: usize,
}

/// An issue and its passages in each column.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// Index of the issue.
    pub issue: usize,
    /// For each column its passages on the issue, in order.
    pub cells: Vec<Vec<Place>>,
}

impl Row {
    /// How many columns have a passage on the issue.
    pub fn shared(&self) -> usize {
        self.cells.iter().filter(|cell| !cell.is_empty()).count()
    }

    /// How many passages stand in the row.
    pub fn passages(&self) -> usize {
        self.cells.iter().map(Vec::len).sum()
    }

    /// The fewest passages of a column that has any.
    fn least(&self) -> usize {
        self.cells.iter().map(Vec::len).filter(|length| *length > 0).min().unwrap_or_default()
    }

    /// How unequally the columns have the issue: the difference between the
    /// greatest and the least share of a column's passages, in thousandths.
    /// `sizes` are the columns' passages.
    fn spread(&self, sizes: &[usize]) -> usize {
        let shares = self.cells.iter().zip(sizes).map(|(cell, size)| cell.len() * 1000 / (*size).max(1));
        let (most, least) = shares.fold((0, usize::MAX), |(most, least), share| (most.max(share), least.min(share)));
        most.saturating_sub(least)
    }
}

impl Arrangement {
    /// For each of so many columns how many of its passages in the rows are asked
    /// for, each counted once.
    pub fn passages_of(&self, columns: usize, found: &Found) -> Vec<usize> {
        let of = |column: usize| {
            let cells = self.rows.iter().filter_map(|row| row.cells.get(column));
            let mut places: Vec<Place> = cells.flatten().copied().filter(|place| found.is_asked_for(*place)).collect();
            places.sort_unstable();
            places.dedup();
            places.len()
        };
        (0..columns).map(of).collect()
    }

    /// The arrangement that a route asks for: all issues, or the chosen ones.
    pub fn new(library: Library, route: &Route, columns: &[Column], found: &Found) -> Self {
        let mut arrangement = Self::default();
        for (index, issue) in library.issues().placed() {
            let id = issue.id.as_str();
            if !(route.issues.is_empty() || route.issues.iter().any(|chosen| chosen == id)) {
                continue;
            }
            let whole: Vec<Vec<Place>> = columns.iter().map(|column| library.places_on(id, column)).collect();
            let has_any = whole.iter().any(|cell| !cell.is_empty());
            let shown = |cell: Vec<Place>| cell.into_iter().filter(|place| found.shows(*place)).collect();
            let row = Row { issue: index, cells: whole.into_iter().map(shown).collect() };
            match (row.passages(), has_any) {
                (0, true) => arrangement.filtered += 1,
                (0, false) if route.issues.is_empty() => arrangement.absent.push(index),
                _ => arrangement.rows.push(row),
            }
        }
        let sizes: Vec<usize> = columns.iter().map(|column| library.size(column)).collect();
        match route.rows {
            Rows::Catalogue => {}
            Rows::Shared => {
                arrangement.rows.sort_by_key(|row| Reverse((row.shared(), row.least(), row.passages())));
            }
            Rows::Differ => arrangement.rows.sort_by_key(|row| Reverse((row.spread(&sizes), row.passages()))),
        }
        arrangement
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::page::compare::found::tests::compared;

    fn arranged(fragment: &str) -> (Library, Arrangement) {
        let (library, route, columns, found) = compared(fragment);
        (library, Arrangement::new(library, &route, &columns, &found))
    }

    const TWO: &str = "#/compare?a=bbc-2001-10-21&a=monitor-2001-11-07";

    #[test]
    fn rows_that_more_columns_share_come_first() {
        let (_, arrangement) = arranged(TWO);
        let shared: Vec<_> = arrangement.rows.iter().map(|row| (row.shared(), row.least())).collect();
        assert!(shared.is_sorted_by(|a, b| a >= b), "{shared:?}");
        assert!(shared.first().unwrap().0 == 2 && shared.last().unwrap().0 == 1);
    }

    #[test]
    fn rows_that_differ_most_are_those_whose_shares_are_furthest_apart() {
        let row = Row { issue: 0, cells: vec![vec![(0, 1), (0, 2)], vec![(1, 1)]] };
        // Two of ten, one of four: 200 and 250 thousandths.
        assert_eq!(row.spread(&[10, 4]), 50);
        assert_eq!(Row { issue: 0, cells: vec![vec![(0, 1)], vec![]] }.spread(&[4, 9]), 250);
        let (library, arrangement) = arranged(&format!("{TWO}&rows=differ"));
        let sizes: Vec<_> = [0, 1].map(|article| library.corpus().articles[article].passages().count()).to_vec();
        assert!(arrangement.rows.is_sorted_by(|a, b| a.spread(&sizes) >= b.spread(&sizes)));
    }

    #[test]
    fn the_catalogue_order_is_the_editors() {
        let (_, arrangement) = arranged(&format!("{TWO}&rows=catalogue"));
        assert!(arrangement.rows.is_sorted_by_key(|row| row.issue));
    }

    #[test]
    fn a_query_leaves_the_passages_that_have_its_words() {
        let (library, whole) = arranged(TWO);
        let (_, filtered) = arranged(&format!("{TWO}&q=missile"));
        assert!(filtered.rows.len() < whole.rows.len());
        assert_eq!(filtered.rows.len() + filtered.filtered, whole.rows.len());
        for (article, number) in filtered.rows.iter().flat_map(|row| row.cells.iter().flatten()) {
            let text = &library.corpus().articles[*article].passage(*number).unwrap().text;
            assert!(text.to_lowercase().contains("missile"), "{text}");
        }
        let (_, marked) = arranged(&format!("{TWO}&q=missile&filter=off"));
        assert_eq!(marked.rows.len(), whole.rows.len());
    }

    #[test]
    fn a_column_of_an_outlet_has_the_passages_of_all_its_articles() {
        let (library, arrangement) = arranged("#/compare?a=outlet.csm&a=bbc-2001-10-21");
        let mut apart = 0;
        for row in &arrangement.rows {
            let id = library.corpus().issues[row.issue].id.as_str();
            for article in ["csm-2008-04-04", "csm-2013-05-07"] {
                apart += library.places_on(id, &library.column(article).unwrap()).len();
            }
        }
        assert_eq!(arrangement.rows.iter().map(|row| row.cells[0].len()).sum::<usize>(), apart);
    }
}
