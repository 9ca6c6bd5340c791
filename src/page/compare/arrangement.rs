//! Which passages stand in which cell: a plain type, without a page.
//!
//! Invariant: every row has as many cells as there are columns, and a passage
//! on an issue stands in every row of that issue and in no other.

use crate::library::Library;
use crate::route::Route;

/// The rows of the side-by-side view.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Arrangement {
    /// Index of each column's article.
    pub columns: Vec<usize>,
    /// Issues that at least one column has, or that were chosen.
    pub rows: Vec<Row>,
    /// Indexes of the issues that no column has, when none was chosen.
    pub absent: Vec<usize>,
}

/// An issue and its passages in each column.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// Index of the issue.
    pub issue: usize,
    /// For each column the numbers of its passages on the issue, in order.
    pub cells: Vec<Vec<u32>>,
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
}

impl Arrangement {
    /// The arrangement that a route asks for: all issues, or the chosen ones.
    pub fn new(library: Library, route: &Route) -> Self {
        let columns = library.columns(route);
        let issues = library.issues();
        let row = |issue: usize| {
            let id = issues.get(issue).map_or("", |issue| issue.id.as_str());
            Row { issue, cells: columns.iter().map(|article| library.passages_on(id, *article)).collect() }
        };
        let chosen = |issue: usize| {
            route.issues.is_empty()
                || issues.get(issue).is_some_and(|issue| route.issues.iter().any(|id| id == issue.id.as_str()))
        };
        let rows: Vec<Row> = (0..issues.len()).filter(|issue| chosen(*issue)).map(row).collect();
        let keep_empty = !route.issues.is_empty();
        let (rows, absent): (Vec<Row>, Vec<Row>) = rows.into_iter().partition(|row| keep_empty || row.shared() > 0);
        Self { columns, rows, absent: absent.into_iter().map(|row| row.issue).collect() }
    }
}
