//! Lessons that are answered: taken in hand, written to, and put away.
//!
//! Invariant: whatever is written goes to the device as the record that it is,
//! and a lesson leaves the hand without losing what was answered.

use leptos::prelude::*;
use summitry_desk::{Desk, ItemId, Part, Reply};

use super::papers::{self, HAND, Paper, Papers};
use super::state::{Notes, new_id};
use crate::withheld::Withheld;

impl Notes {
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
        self.navigation().withhold(parts);
    }
}
