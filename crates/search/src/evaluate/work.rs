//! How much a query may ask for.
//!
//! What a query does is counted, not timed, so that the same query gets the
//! same answer everywhere. When nothing is left, what remains of the query
//! finds nothing, and whoever asked is told.

use std::cell::Cell;

/// What a query may do in one stage (reading it, finding, ranking), in
/// postings read or steps that take as long: some 15 ms natively. The places
/// of two of the most frequent words in ten thousand articles are half of it.
const MOST: usize = 6_000_000;

/// What a query may do to mark its words in one text: there are as many texts
/// as passages that are shown.
const MOST_OF_A_TEXT: usize = 400_000;

/// What is left for a query to do.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Work {
    left: Cell<usize>,
    cut: Cell<bool>,
}

impl Default for Work {
    fn default() -> Self {
        Work { left: Cell::new(MOST), cut: Cell::new(false) }
    }
}

impl Work {
    /// Takes what a step costs. `false` when that is more than is left: the
    /// step must not be done.
    pub fn spend(&self, cost: usize) -> bool {
        let left = self.left.get().checked_sub(cost);
        self.left.set(left.unwrap_or(0));
        if left.is_none() {
            self.cut.set(true);
        }
        left.is_some()
    }

    /// To mark the words of one text.
    pub fn of_a_text() -> Self {
        Work { left: Cell::new(MOST_OF_A_TEXT), cut: Cell::new(false) }
    }

    /// Begins the next stage.
    pub fn renew(&self) {
        self.left.set(MOST);
    }

    /// Whether something was left undone in any stage.
    pub fn was_cut(&self) -> bool {
        self.cut.get()
    }
}
