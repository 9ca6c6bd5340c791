//! Lessons that are answered: taken in hand, written to, and put away.
//!
//! Invariant: whatever is written goes to the device as the record that it is,
//! and a lesson leaves the hand without losing what was answered.

use leptos::prelude::*;
use summitry_desk::{Desk, ItemId, Part, Reply};

use super::state::{Notes, new_id};
use super::worksheets::{self, HAND, Worksheet, Worksheets};
use crate::withheld::Withheld;

impl Notes {
    /// All lessons that are answered here.
    pub(super) fn worksheets(self) -> Worksheets {
        let in_hand = self.worksheet.get_untracked();
        let hand = in_hand.as_ref().map(|worksheet| worksheet.reply.lesson.clone());
        Worksheets { all: in_hand.into_iter().chain(self.laid_by.get_untracked()).collect(), hand }
    }

    /// Shows lessons as the device has them. What is in hand here stays in hand.
    pub(super) fn show_worksheets(self, worksheets: Worksheets) {
        let own = self
            .worksheet
            .with_untracked(|worksheet| worksheet.as_ref().map(|worksheet| worksheet.reply.lesson.clone()));
        let own = own.filter(|own| worksheets.of(own).is_some());
        // Erased elsewhere while it is in hand here: it is not taken out of it.
        let stays = if own.is_none() { self.worksheet.get_untracked() } else { None };
        let hand = own.or(worksheets.hand);
        let (in_hand, laid_by): (Vec<Worksheet>, Vec<Worksheet>) =
            worksheets.all.into_iter().partition(|worksheet| Some(&worksheet.reply.lesson) == hand.as_ref());
        if let Some(worksheet) = &stays {
            self.autosave.worksheets_changed(self, worksheet.keys(), false);
        }
        let in_hand = stays.or_else(|| in_hand.into_iter().next());
        if self.worksheet.with_untracked(|worksheet| *worksheet != in_hand) {
            self.worksheet.set(in_hand);
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
        let mut worksheets = self.worksheets();
        let before = worksheets.all.iter().position(|worksheet| worksheet.reply.lesson == new.lesson);
        let mut worksheet = match before {
            Some(place) => worksheets.all.remove(place),
            None => Worksheet { reply: new, ..Worksheet::default() },
        };
        worksheet.lesson = lesson;
        let mut keys = worksheet.keys();
        keys.push(HAND.to_owned());
        let blank = worksheets.all.extract_if(.., |worksheet| worksheet.is_blank());
        keys.extend(blank.flat_map(|worksheet| worksheet.keys()));
        self.laid_by.set(worksheets.all);
        self.worksheet.set(Some(worksheet));
        self.autosave.worksheets_changed(self, keys, false);
        self.withhold();
    }

    /// Takes a lesson that was laid by in hand again.
    pub fn go_on(self, lesson: &str) {
        let known = self.worksheets().of(lesson).map(|worksheet| worksheet.lesson.clone());
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
        self.worksheet.update(|worksheet| {
            if let Some(worksheet) = worksheet {
                both = worksheet.take_over(reply);
                keys = worksheet.keys();
            }
        });
        self.answered.update(|answered| *answered += 1);
        self.autosave.worksheets_changed(self, keys, false);
        self.withhold();
        both
    }

    /// Writes an answer, without drawing the lesson anew.
    pub fn answer(self, question: &ItemId, words: &str) {
        let key = |lesson: &str| worksheets::key_of_answer(lesson, question);
        self.write(key, |worksheet| worksheet.reply.write(question, words));
    }

    /// Takes note of who answers.
    pub fn sign(self, student: String) {
        self.write(worksheets::key_of_reply, |worksheet| worksheet.reply.student = student);
    }

    /// Takes note that the answers are saved to a file now.
    pub fn answers_saved(self, at: String) {
        self.write(worksheets::key_of_reply, |worksheet| worksheet.reply.saved = at);
        self.worksheet.update_untracked(|worksheet| {
            if let Some(worksheet) = worksheet {
                worksheet.since = false;
            }
        });
        self.answered.update(|answered| *answered += 1);
    }

    fn write(self, key: impl Fn(&str) -> String, write: impl FnOnce(&mut Worksheet)) {
        let mut keys = Vec::new();
        self.worksheet.update_untracked(|worksheet| {
            if let Some(worksheet) = worksheet {
                write(worksheet);
                worksheet.since = true;
                let lesson = &worksheet.reply.lesson;
                keys = vec![key(lesson), worksheets::key_of_since(lesson)];
            }
        });
        self.answered.update(|answered| *answered += 1);
        self.autosave.worksheets_changed(self, keys, true);
        self.withhold();
    }

    /// Puts the lesson away; what was answered is laid by until it is taken in
    /// hand again.
    pub fn put_away(self) {
        let Some(worksheet) = self.worksheet.get_untracked() else { return };
        let mut keys = vec![HAND.to_owned()];
        if worksheet.is_blank() {
            keys.extend(worksheet.keys());
        } else {
            self.laid_by.update(|all| all.push(worksheet));
        }
        self.worksheet.set(None);
        self.autosave.worksheets_changed(self, keys, false);
        self.withhold();
    }

    /// Takes a lesson that was laid by off the device, answers and all.
    pub fn drop_worksheet(self, lesson: &str) {
        let mut keys = Vec::new();
        self.laid_by.update(|all| {
            for worksheet in all.extract_if(.., |worksheet| worksheet.reply.lesson == lesson) {
                keys.extend(worksheet.keys());
            }
        });
        self.autosave.worksheets_changed(self, keys, false);
    }

    /// Lets every room leave out what the lesson in hand withholds.
    pub fn withhold(self) {
        let parts = self.worksheet.with_untracked(|worksheet| {
            let Some(Worksheet { lesson, reply, .. }) = worksheet else { return Withheld::default() };
            let withheld = Part::NAMES.into_iter().filter(|(_, part)| lesson.withholds(*part, reply));
            Withheld::named(withheld.map(|(name, _)| name))
        });
        self.navigation().withhold(parts);
    }
}
