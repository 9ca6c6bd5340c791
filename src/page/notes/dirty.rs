//! What a change of the notes touched: what is written anew, and what is drawn.
//!
//! Invariant: told by the change itself it is what comparing before and after
//! would find.

use std::collections::{BTreeSet, HashMap};
use std::sync::Arc;

use summitry_desk::{Change, Desk, Item, ItemId};

/// What a change touched.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Dirty {
    /// Items that are new or hold something else.
    pub changed: Vec<ItemId>,
    /// Items that are gone.
    pub removed: Vec<ItemId>,
    /// Whether the order or the head is another.
    pub head: bool,
}

impl Dirty {
    /// What is different in `after`. Costs little where the order is the same.
    pub fn between(before: &Desk, after: &Desk) -> Self {
        let (old, new) = (before.items(), after.items());
        let mut dirty =
            Self { head: before.title() != after.title() || before.lesson() != after.lesson(), ..Self::default() };
        let aligned =
            old.len() == new.len() && old.iter().zip(new).all(|(old, new)| Arc::ptr_eq(old, new) || old.id == new.id);
        if aligned {
            let pairs = old.iter().zip(new).filter(|(old, new)| !Arc::ptr_eq(old, new) && old != new);
            dirty.changed = pairs.map(|(_, new)| new.id.clone()).collect();
            return dirty;
        }
        dirty.head = true;
        // What is the same at both ends need not be looked at.
        let same = |(old, new): &(&Arc<Item>, &Arc<Item>)| Arc::ptr_eq(old, new);
        let first = old.iter().zip(new).take_while(same).count();
        let (old, new) = (old.get(first..).unwrap_or_default(), new.get(first..).unwrap_or_default());
        let last = old.iter().rev().zip(new.iter().rev()).take_while(same).count();
        let old = old.get(..old.len() - last).unwrap_or_default();
        let new = new.get(..new.len() - last).unwrap_or_default();
        let known: HashMap<&ItemId, &Arc<Item>> = old.iter().map(|item| (&item.id, item)).collect();
        let stays: BTreeSet<&ItemId> = new.iter().map(|item| &item.id).collect();
        let is_new = |item: &&Arc<Item>| known.get(&item.id).is_none_or(|old| !Arc::ptr_eq(old, item) && *old != *item);
        dirty.changed = new.iter().filter(is_new).map(|item| item.id.clone()).collect();
        dirty.removed = old.iter().map(|item| &item.id).filter(|id| !stays.contains(id)).cloned().collect();
        dirty
    }

    /// What a change touches, told by itself: it costs nothing however many
    /// notes there are.
    pub fn by(change: &Change) -> Self {
        let mut dirty = Self::default();
        dirty.take(change);
        dirty
    }

    fn take(&mut self, change: &Change) {
        match change {
            Change::Insert { item, .. } => self.changed.push(item.id.clone()),
            Change::Remove { id } => self.removed.push(id.clone()),
            Change::Edit { id, .. } => self.changed.push(id.clone()),
            Change::All(changes) => changes.iter().for_each(|change| self.take(change)),
            Change::Move { .. } | Change::Title(_) | Change::Lesson(_) => {}
        }
        self.head |= !matches!(change, Change::Edit { .. } | Change::All(_));
    }

    /// Whether nothing was touched.
    pub fn is_nothing(&self) -> bool {
        self.changed.is_empty() && self.removed.is_empty() && !self.head
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use summitry_desk::Content;

    fn item(id: &str, text: &str) -> Item {
        Item::new(id.into(), Content::Paragraph { text: text.to_owned() })
    }

    fn dirty(change: Change) -> Dirty {
        let before = Desk::of("", ["a", "b", "c"].map(|id| item(id, "")));
        let mut after = before.clone();
        after.apply(change).unwrap();
        Dirty::between(&before, &after)
    }

    fn ids(ids: &[&str]) -> Vec<ItemId> {
        ids.iter().map(|id| (*id).into()).collect()
    }

    #[test]
    fn what_is_typed_touches_its_item_and_nothing_else() {
        let content = Box::new(Content::Paragraph { text: "new".to_owned() });
        let typed = dirty(Change::Edit { id: "b".into(), content, changed: String::new() });
        assert_eq!(typed, Dirty { changed: ids(&["b"]), ..Dirty::default() });
    }

    #[test]
    fn what_a_change_touches_is_what_comparing_finds() {
        let edit = Change::Edit {
            id: "b".into(),
            content: Box::new(Content::Paragraph { text: "new".to_owned() }),
            changed: "now".to_owned(),
        };
        let insert = Change::Insert { at: 1, item: Arc::new(item("d", "")) };
        let all = Change::All(vec![insert.clone(), Change::Remove { id: "a".into() }]);
        for change in [edit, insert, Change::Move { id: "c".into(), to: 0 }, Change::Title("x".to_owned()), all] {
            assert_eq!(Dirty::by(&change), dirty(change));
        }
    }

    #[test]
    fn a_move_touches_the_order_alone() {
        assert_eq!(dirty(Change::Move { id: "c".into(), to: 0 }), Dirty { head: true, ..Dirty::default() });
        assert_eq!(dirty(Change::Move { id: "c".into(), to: 2 }), Dirty::default());
    }

    #[test]
    fn what_comes_and_goes_is_touched_with_the_order() {
        let come = dirty(Change::Insert { at: 1, item: Arc::new(item("d", "")) });
        assert_eq!(come, Dirty { changed: ids(&["d"]), head: true, ..Dirty::default() });
        let gone = dirty(Change::Remove { id: "a".into() });
        assert_eq!(gone, Dirty { removed: ids(&["a"]), head: true, ..Dirty::default() });
    }
}
