//! The notes while the page is open: what they are, how they change, how they
//! are kept on the device, and where their words stand in the articles.
//!
//! Invariant: every change goes through [`Notes::settle`] with what it touched,
//! told by the change itself or found by comparing; so the marks in the articles, the records on the
//! device and the room cannot part from the notes.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::sync::Arc;

use leptos::prelude::*;
use summitry_corpus::citation::Style;
use summitry_desk::{By, Change, Content, Desk, Finder, Finding, History, Item, ItemId, Part, Refusal, Reply};
use web_sys::js_sys;

use super::keeping::Keeping;
use super::papers::{self, HAND, Paper, Papers};
use crate::kept::{Kept, Mark, Words};
use crate::library::Library;
use crate::navigation::Navigation;
use crate::withheld::Withheld;

/// The notes. Cheap to copy; made once, it lives as long as the page.
#[derive(Clone, Copy)]
pub struct Notes {
    held: StoredValue<Held, LocalStorage>,
    /// Counts the changes of what the list shows.
    pub shown: RwSignal<u32>,
    /// How many things there are.
    pub count: RwSignal<usize>,
    /// How many of them are words of articles.
    pub excerpts: RwSignal<usize>,
    /// How they are kept on the device.
    pub keeping: Keeping,
    /// The style of references that was used last.
    pub style: RwSignal<Style>,
    /// The words that are selected on the page.
    pub picked: RwSignal<Vec<Words>>,
    /// The words that are being cited.
    pub cited: RwSignal<Option<Words>>,
    /// The lesson that is being answered.
    pub paper: RwSignal<Option<Paper>>,
    /// The lessons that are put away, with what was answered.
    pub laid_by: RwSignal<Vec<Paper>>,
    /// Counts what is typed into it.
    pub answered: RwSignal<u32>,
    /// What the room looks like at the moment.
    pub looks: Looks,
}

/// What the room looks like at the moment; nothing of it is kept.
#[derive(Clone, Copy)]
pub struct Looks {
    /// What is searched for.
    pub query: RwSignal<String>,
    /// How the list is grouped.
    pub by: RwSignal<By>,
    /// The first of the things that are drawn.
    pub first: RwSignal<usize>,
    /// What was refused, full sentences.
    pub refused: RwSignal<String>,
    /// Lessons that were opened: to be answered, or to be edited.
    pub offered: RwSignal<Vec<Desk>>,
    /// Answers that were opened: to be gone on with, or to be read.
    pub begun: RwSignal<Option<(Desk, Reply)>>,
    /// The replies that were opened.
    pub replies: RwSignal<Vec<Reply>>,
    /// Whether cards are taken along with the notes.
    pub with_cards: RwSignal<bool>,
    /// Whether the page is being printed.
    pub printing: RwSignal<bool>,
}

impl Looks {
    fn new() -> Self {
        let (query, by) = (RwSignal::new(String::new()), RwSignal::new(By::Order));
        let (offered, replies) = (RwSignal::new(Vec::new()), RwSignal::new(Vec::new()));
        Self {
            query,
            by,
            first: RwSignal::new(0),
            refused: RwSignal::new(String::new()),
            offered,
            begun: RwSignal::new(None),
            replies,
            with_cards: RwSignal::new(false),
            printing: RwSignal::new(false),
        }
    }
}

struct Held {
    library: Library,
    finder: Finder,
    kept: Kept,
    navigation: Navigation,
    desk: Desk,
    history: History,
    /// How often an item was changed by something else than typing in it.
    generations: HashMap<ItemId, u32>,
    marks: BTreeMap<ItemId, Mark>,
}

/// What a change touched.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Touched {
    /// Items that are new or hold something else.
    pub changed: Vec<ItemId>,
    /// Items that are gone.
    pub removed: Vec<ItemId>,
    /// Whether the order or the head is another.
    pub head: bool,
}

impl Touched {
    /// What is different in `after`. Costs little where the order is the same.
    pub fn between(before: &Desk, after: &Desk) -> Self {
        let (old, new) = (before.items(), after.items());
        let mut touched =
            Self { head: before.title() != after.title() || before.lesson() != after.lesson(), ..Self::default() };
        let aligned =
            old.len() == new.len() && old.iter().zip(new).all(|(old, new)| Arc::ptr_eq(old, new) || old.id == new.id);
        if aligned {
            let pairs = old.iter().zip(new).filter(|(old, new)| !Arc::ptr_eq(old, new) && old != new);
            touched.changed = pairs.map(|(_, new)| new.id.clone()).collect();
            return touched;
        }
        touched.head = true;
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
        touched.changed = new.iter().filter(is_new).map(|item| item.id.clone()).collect();
        touched.removed = old.iter().map(|item| &item.id).filter(|id| !stays.contains(id)).cloned().collect();
        touched
    }

    /// What a change touches, told by itself: it costs nothing however many
    /// notes there are.
    fn by(change: &Change) -> Self {
        let mut touched = Self::default();
        touched.take(change);
        touched
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

    fn is_nothing(&self) -> bool {
        self.changed.is_empty() && self.removed.is_empty() && !self.head
    }
}

/// An id that nothing else has.
pub fn new_id() -> ItemId {
    let part = || (js_sys::Math::random() * f64::from(u32::MAX)) as u32;
    ItemId(format!("{:08x}{:08x}", part(), part()))
}

/// The time, as ISO 8601.
pub fn now() -> String {
    String::from(js_sys::Date::new_0().to_iso_string())
}

/// What an item with this content is, made now.
pub fn new_item(content: Content) -> Arc<Item> {
    let now = now();
    Arc::new(Item { created: now.clone(), changed: now, ..Item::new(new_id(), content) })
}

impl Notes {
    /// Nothing yet.
    pub fn new(library: Library, kept: Kept, navigation: Navigation) -> Self {
        let held = Held {
            library,
            finder: Finder::of(library.corpus()),
            kept,
            navigation,
            desk: Desk::default(),
            history: History::default(),
            generations: HashMap::new(),
            marks: BTreeMap::new(),
        };
        Self {
            held: StoredValue::new_local(held),
            shown: RwSignal::new(0),
            count: RwSignal::new(0),
            excerpts: RwSignal::new(0),
            keeping: Keeping::new(),
            style: RwSignal::new(Style::Mla),
            picked: RwSignal::new(Vec::new()),
            cited: RwSignal::new(None),
            paper: RwSignal::new(None),
            laid_by: RwSignal::new(Vec::new()),
            answered: RwSignal::new(0),
            looks: Looks::new(),
        }
    }

    /// The notes as they are.
    pub fn desk(self) -> Desk {
        self.held.with_value(|held| held.desk.clone())
    }

    /// What `ask` asks of the notes and of where their words stand.
    pub fn with<T>(self, ask: impl FnOnce(&Desk, Library, &Finder) -> T) -> T {
        self.held.with_value(|held| ask(&held.desk, held.library, &held.finder))
    }

    /// The number that tells whether an item was changed by something else than
    /// typing in it.
    pub fn generation(self, id: &ItemId) -> u32 {
        self.held.with_value(|held| held.generations.get(id).copied().unwrap_or_default())
    }

    /// Whether there is something to undo, and to do again.
    pub fn can(self) -> (bool, bool) {
        self.held.with_value(|held| held.history.can())
    }

    /// Makes a change that can be undone.
    ///
    /// # Errors
    /// As the desk's: it is then as it was.
    pub fn make(self, change: Change) -> Result<(), Refusal> {
        self.change(true, change)
    }

    /// The same for what is being typed: the field that holds it stays.
    pub fn type_in(self, id: &ItemId, content: Content) {
        let change = Change::Edit { id: id.clone(), content: Box::new(content), changed: now() };
        // What another tab has removed is not typed in any more.
        let _ = self.change(false, change);
    }

    /// What is typed next is a step of its own.
    pub fn pause(self) {
        self.held.update_value(|held| held.history.pause());
    }

    /// Undoes the last step, or does it again.
    pub fn step(self, back: bool) -> bool {
        self.settle(true, true, |held| {
            let before = held.desk.clone();
            let (desk, history) = (&mut held.desk, &mut held.history);
            let made = if back { history.undo(desk) } else { history.redo(desk) };
            (made, Touched::between(&before, &held.desk))
        })
    }

    /// Puts other notes in the place of these. What `from_elsewhere` is written
    /// on the device already.
    pub fn exchange(self, desk: Desk, from_elsewhere: bool) {
        self.settle(!from_elsewhere, true, |held| {
            let before = std::mem::replace(&mut held.desk, desk);
            ((), Touched::between(&before, &held.desk))
        });
    }

    /// Makes the change, and brings everything that follows the notes up to date.
    fn change(self, loud: bool, change: Change) -> Result<(), Refusal> {
        self.settle(true, loud, |held| {
            let touched = Touched::by(&change);
            match held.history.make(&mut held.desk, change) {
                Ok(()) => (Ok(()), touched),
                Err(refusal) => (Err(refusal), Touched::default()),
            }
        })
    }

    /// Does what gives a result and tells what it touched, and brings everything
    /// that follows the notes up to date.
    fn settle<T>(self, write: bool, loud: bool, make: impl FnOnce(&mut Held) -> (T, Touched)) -> T {
        let mut made = None;
        let mut touched = Touched::default();
        let mut marks = None;
        self.held.update_value(|held| {
            let (result, told) = make(held);
            (made, touched) = (Some(result), told);
            if held.mark(&touched) {
                marks = Some((held.kept, held.library, held.marks.values().cloned().collect::<Vec<_>>()));
            }
            if loud {
                for id in &touched.changed {
                    *held.generations.entry(id.clone()).or_default() += 1;
                }
            }
        });
        if !touched.is_nothing() {
            let count = self.held.with_value(|held| held.desk.len());
            if self.count.get_untracked() != count {
                let is_kept = |item: &&Arc<Item>| item.kept().is_some();
                let excerpts = self.held.with_value(|held| held.desk.items().iter().filter(is_kept).count());
                self.excerpts.set(excerpts);
                self.count.set(count);
            }
            if write {
                self.keeping.changed(self, &touched, !loud);
            }
            if loud || touched.head {
                self.shown.update(|shown| *shown += 1);
            }
        }
        if let Some((kept, library, marks)) = marks {
            kept.show(library, marks);
        }
        made.unwrap_or_else(|| wasm_bindgen::throw_str("the notes live as long as the page"))
    }

    /// Forgets everything, what could be undone as well.
    pub(super) fn forget(self) {
        self.held.update_value(|held| held.history = History::default());
        self.exchange(Desk::default(), true);
        self.looks.replies.set(Vec::new());
        self.looks.offered.set(Vec::new());
        self.looks.begun.set(None);
        self.laid_by.set(Vec::new());
        self.paper.set(None);
        self.withhold();
        self.shown.update(|shown| *shown += 1);
    }

    /// All lessons that are answered here.
    pub(super) fn papers(self) -> Papers {
        let in_hand = self.paper.get_untracked();
        let hand = in_hand.as_ref().map(|paper| paper.reply.lesson.clone());
        Papers { all: in_hand.into_iter().chain(self.laid_by.get_untracked()).collect(), hand }
    }

    /// Shows lessons as the device has them. What is in hand here stays in hand.
    pub(super) fn show_papers(self, papers: Papers) {
        let own = self.paper.with_untracked(|paper| paper.as_ref().map(|paper| paper.reply.lesson.clone()));
        let own = own.filter(|own| papers.of(own).is_some());
        // Erased elsewhere while it is in hand here: it is not taken out of it.
        let stays = if own.is_none() { self.paper.get_untracked() } else { None };
        let hand = own.or(papers.hand);
        let (in_hand, laid_by): (Vec<Paper>, Vec<Paper>) =
            papers.all.into_iter().partition(|paper| Some(&paper.reply.lesson) == hand.as_ref());
        if let Some(paper) = &stays {
            self.keeping.papers_changed(self, paper.keys(), false);
        }
        let in_hand = stays.or_else(|| in_hand.into_iter().next());
        if self.paper.with_untracked(|paper| *paper != in_hand) {
            self.paper.set(in_hand);
            self.answered.update(|answered| *answered += 1);
        }
        if self.laid_by.with_untracked(|all| *all != laid_by) {
            self.laid_by.set(laid_by);
        }
    }

    /// Takes a lesson in hand, to be answered; what was answered of it before is
    /// there again. The one that was in hand is laid by.
    pub fn take_in_hand(self, lesson: Desk) {
        let new = Reply::to(&lesson, &new_id().0);
        let mut papers = self.papers();
        let before = papers.all.iter().position(|paper| paper.reply.lesson == new.lesson);
        let mut paper = match before {
            Some(place) => papers.all.remove(place),
            None => Paper { reply: new, ..Paper::default() },
        };
        paper.lesson = lesson;
        let mut keys = paper.keys();
        keys.push(HAND.to_owned());
        let blank = papers.all.extract_if(.., |paper| paper.is_blank());
        keys.extend(blank.flat_map(|paper| paper.keys()));
        self.laid_by.set(papers.all);
        self.paper.set(Some(paper));
        self.keeping.papers_changed(self, keys, false);
        self.withhold();
    }

    /// Takes a lesson that was laid by in hand again.
    pub fn go_on(self, lesson: &str) {
        let known = self.papers().of(lesson).map(|paper| paper.lesson.clone());
        if let Some(lesson) = known {
            self.take_in_hand(lesson);
        }
    }

    /// Takes a lesson in hand with what a file holds of its answers; how many
    /// answers stand beside another one now.
    pub fn go_on_with(self, lesson: Desk, reply: &Reply) -> usize {
        self.take_in_hand(lesson);
        let mut both = 0;
        let mut keys = Vec::new();
        self.paper.update(|paper| {
            if let Some(paper) = paper {
                both = paper.take_over(reply);
                keys = paper.keys();
            }
        });
        self.answered.update(|answered| *answered += 1);
        self.keeping.papers_changed(self, keys, false);
        self.withhold();
        both
    }

    /// Writes an answer, without drawing the lesson anew.
    pub fn answer(self, question: &ItemId, words: &str) {
        let key = |lesson: &str| papers::key_of_answer(lesson, question);
        self.write(key, |paper| paper.reply.write(question, words));
    }

    /// Takes note of who answers.
    pub fn sign(self, student: String) {
        self.write(papers::key_of_reply, |paper| paper.reply.student = student);
    }

    /// Takes note that the answers are saved to a file now.
    pub fn answers_saved(self, at: String) {
        self.write(papers::key_of_reply, |paper| paper.reply.saved = at);
        self.paper.update_untracked(|paper| {
            if let Some(paper) = paper {
                paper.since = false;
            }
        });
        self.answered.update(|answered| *answered += 1);
    }

    fn write(self, key: impl Fn(&str) -> String, write: impl FnOnce(&mut Paper)) {
        let mut keys = Vec::new();
        self.paper.update_untracked(|paper| {
            if let Some(paper) = paper {
                write(paper);
                paper.since = true;
                let lesson = &paper.reply.lesson;
                keys = vec![key(lesson), papers::key_of_since(lesson)];
            }
        });
        self.answered.update(|answered| *answered += 1);
        self.keeping.papers_changed(self, keys, true);
        self.withhold();
    }

    /// Puts the lesson away; what was answered is laid by until it is taken in
    /// hand again.
    pub fn put_away(self) {
        let Some(paper) = self.paper.get_untracked() else { return };
        let mut keys = vec![HAND.to_owned()];
        if paper.is_blank() {
            keys.extend(paper.keys());
        } else {
            self.laid_by.update(|all| all.push(paper));
        }
        self.paper.set(None);
        self.keeping.papers_changed(self, keys, false);
        self.withhold();
    }

    /// Takes a lesson that was laid by off the device, answers and all.
    pub fn drop_paper(self, lesson: &str) {
        let mut keys = Vec::new();
        self.laid_by.update(|all| {
            for paper in all.extract_if(.., |paper| paper.reply.lesson == lesson) {
                keys.extend(paper.keys());
            }
        });
        self.keeping.papers_changed(self, keys, false);
    }

    /// Lets every room leave out what the lesson in hand withholds.
    pub fn withhold(self) {
        let parts = self.paper.with_untracked(|paper| {
            let Some(Paper { lesson, reply, .. }) = paper else { return Withheld::default() };
            let withheld = Part::NAMES.into_iter().filter(|(_, part)| lesson.withholds(*part, reply));
            Withheld::named(withheld.map(|(name, _)| name))
        });
        self.held.with_value(|held| held.navigation).withhold(parts);
    }

    /// Finds everything anew where the page shows another collection.
    pub fn follow(self, library: Library) {
        let same = self.held.with_value(|held| std::ptr::eq(held.library.corpus(), library.corpus()));
        if same {
            self.held.update_value(|held| held.library = library);
            return;
        }
        let mut shown = None;
        self.held.update_value(|held| {
            (held.library, held.finder) = (library, Finder::of(library.corpus()));
            let all = Touched {
                changed: held.desk.items().iter().map(|item| item.id.clone()).collect(),
                ..Touched::default()
            };
            held.mark(&all);
            shown = Some((held.kept, held.marks.values().cloned().collect::<Vec<_>>()));
        });
        if let Some((kept, marks)) = shown {
            // Not while the page is being drawn.
            request_animation_frame(move || kept.show(library, marks));
        }
    }

    /// The items that hold exactly these words.
    pub fn holding(self, words: Words) -> Vec<ItemId> {
        self.held.with_value(|held| {
            held.marks.iter().filter(|(_, mark)| mark.words == words).map(|(id, _)| id.clone()).collect()
        })
    }
}

impl Held {
    /// Brings the marks of what was touched up to date; whether any is another.
    fn mark(&mut self, touched: &Touched) -> bool {
        let mut other = false;
        for id in &touched.removed {
            other |= self.marks.remove(id).is_some();
        }
        if touched.changed.is_empty() {
            return other;
        }
        let changed: BTreeSet<&ItemId> = touched.changed.iter().collect();
        for item in self.desk.items().iter().filter(|item| changed.contains(&item.id)) {
            other |= match self.mark_of(item) {
                Some(mark) => self.marks.insert(item.id.clone(), mark.clone()).as_ref() != Some(&mark),
                None => self.marks.remove(&item.id).is_some(),
            };
        }
        other
    }

    /// Where the words of an item stand, unless nobody knows.
    fn mark_of(&self, item: &Item) -> Option<Mark> {
        let kept = item.kept()?;
        let Finding::Found(standing) = self.finder.find(self.library.corpus(), &kept.anchor) else { return None };
        let spot = standing.spots.first()?;
        let words = Words { place: (standing.article, spot.passage?), range: spot.range };
        Some(Mark { id: item.id.0.clone(), words, noted: !kept.note.trim().is_empty(), marked: kept.marked })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn item(id: &str, text: &str) -> Item {
        Item::new(id.into(), Content::Paragraph { text: text.to_owned() })
    }

    fn touched(change: Change) -> Touched {
        let before = Desk::of("", ["a", "b", "c"].map(|id| item(id, "")));
        let mut after = before.clone();
        after.apply(change).unwrap();
        Touched::between(&before, &after)
    }

    fn ids(ids: &[&str]) -> Vec<ItemId> {
        ids.iter().map(|id| (*id).into()).collect()
    }

    #[test]
    fn what_is_typed_touches_its_item_and_nothing_else() {
        let content = Box::new(Content::Paragraph { text: "new".to_owned() });
        let typed = touched(Change::Edit { id: "b".into(), content, changed: String::new() });
        assert_eq!(typed, Touched { changed: ids(&["b"]), ..Touched::default() });
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
            assert_eq!(Touched::by(&change), touched(change));
        }
    }

    #[test]
    fn a_move_touches_the_order_alone() {
        assert_eq!(touched(Change::Move { id: "c".into(), to: 0 }), Touched { head: true, ..Touched::default() });
        assert_eq!(touched(Change::Move { id: "c".into(), to: 2 }), Touched::default());
    }

    #[test]
    fn what_comes_and_goes_is_touched_with_the_order() {
        let come = touched(Change::Insert { at: 1, item: Arc::new(item("d", "")) });
        assert_eq!(come, Touched { changed: ids(&["d"]), head: true, ..Touched::default() });
        let gone = touched(Change::Remove { id: "a".into() });
        assert_eq!(gone, Touched { removed: ids(&["a"]), head: true, ..Touched::default() });
    }
}
