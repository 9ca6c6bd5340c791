//! The lessons that are answered on this device, and their records: one for
//! each answer, so that two tabs that answer one lesson do not write over each
//! other.
//!
//! Invariant: what [`Worksheets::record`] writes, [`Worksheets::read`] reads as the same
//! worksheets; what an earlier version wrote is read and written anew.

use std::collections::{BTreeMap, BTreeSet};

use summitry_desk::{Desk, ItemId, Opened, Reply, open};

/// A lesson with the reply so far.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Worksheet {
    /// The lesson.
    pub lesson: Desk,
    /// What was written.
    pub reply: Reply,
    /// Whether something was written since the answers were last saved to a file.
    pub since: bool,
}

/// All lessons that are answered here.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Worksheets {
    /// Each lesson once.
    pub all: Vec<Worksheet>,
    /// The id of the lesson in hand.
    pub hand: Option<String>,
}

/// The record that names the lesson in hand.
pub const HAND: &str = "hand";

/// What the keys of the others begin with: the lesson, who answers it, each
/// answer, and whether there is something since the last file.
const LESSON: &str = "lesson/";
const REPLY: &str = "reply/";
const ANSWER: &str = "answer/";
const SINCE: &str = "since/";

/// The records of earlier versions: the lesson in hand, and the whole reply.
const EARLIER: [&str; 2] = ["lesson", "reply"];

/// A part of a key: whatever stands in an id, parts are told apart.
fn part(id: &str) -> String {
    id.replace('%', "%25").replace('/', "%2F")
}

fn key(kind: &str, lesson: &str) -> String {
    [kind, &part(lesson)].concat()
}

/// The key of who answers a lesson.
pub fn key_of_reply(lesson: &str) -> String {
    key(REPLY, lesson)
}

/// The key of an answer.
pub fn key_of_answer(lesson: &str, question: &ItemId) -> String {
    [&key(ANSWER, lesson), "/", &part(&question.0)].concat()
}

/// The key of whether something was written since the last file.
pub fn key_of_since(lesson: &str) -> String {
    key(SINCE, lesson)
}

/// Whether a record with this key is one of these.
pub fn is_ours(name: &str) -> bool {
    name == HAND
        || EARLIER.contains(&name)
        || [LESSON, REPLY, ANSWER, SINCE].into_iter().any(|kind| name.starts_with(kind))
}

impl Worksheet {
    /// The keys of all its records.
    pub fn keys(&self) -> Vec<String> {
        let lesson = &self.reply.lesson;
        let heads = [key(LESSON, lesson), key_of_reply(lesson), key_of_since(lesson)];
        let answers = self.reply.answers.keys().map(|question| key_of_answer(lesson, question));
        heads.into_iter().chain(answers).collect()
    }

    /// Whether nothing was written that could be lost.
    pub fn is_blank(&self) -> bool {
        self.reply.answers.is_empty() && self.reply.student.trim().is_empty()
    }

    /// The lesson's name for readers.
    pub fn title(&self) -> &str {
        let title = self.lesson.title().trim();
        if title.is_empty() { "Lesson" } else { title }
    }

    /// Takes over what another reply to the lesson holds, and loses nothing: of
    /// two different answers to a question both stay, this one first. How many
    /// of those there are.
    pub fn take_over(&mut self, other: &Reply) -> usize {
        if self.is_blank() {
            self.reply = other.clone();
            self.since = false;
            return 0;
        }
        if self.reply.student.trim().is_empty() {
            self.reply.student.clone_from(&other.student);
        }
        let mut both = 0;
        for (question, theirs) in &other.answers {
            let ours = self.reply.answer(question).trim();
            if ours.contains(theirs.trim()) {
                continue;
            }
            let joined = if theirs.contains(ours) {
                theirs.clone()
            } else {
                both += 1;
                [ours, "\n\n", theirs].concat()
            };
            self.reply.write(question, &joined);
        }
        self.since = true;
        both
    }
}

impl Worksheets {
    /// The worksheet of a lesson.
    pub fn of(&self, lesson: &str) -> Option<&Worksheet> {
        self.all.iter().find(|worksheet| worksheet.reply.lesson == lesson)
    }

    /// The record with this key as it is to be; none where there is to be none.
    pub fn record(&self, name: &str) -> Option<Vec<u8>> {
        if name == HAND {
            return self.hand.clone().map(String::into_bytes);
        }
        self.all.iter().find_map(|worksheet| {
            let lesson = &worksheet.reply.lesson;
            let bare = || Reply { answers: BTreeMap::new(), ..worksheet.reply.clone() };
            if name == key(LESSON, lesson) {
                return Some(worksheet.lesson.to_json().into_bytes());
            }
            if name == key_of_reply(lesson) {
                return Some(bare().to_json().into_bytes());
            }
            if name == key_of_since(lesson) {
                return worksheet.since.then(|| b"since".to_vec());
            }
            let (question, answer) =
                worksheet.reply.answers.iter().find(|(question, _)| key_of_answer(lesson, question) == name)?;
            let answers = BTreeMap::from([(question.clone(), answer.clone())]);
            let one = Reply { lesson: lesson.clone(), answers, ..Reply::default() };
            Some(one.to_json().into_bytes())
        })
    }

    /// What records say, and the keys that are to be written since an earlier
    /// version wrote them otherwise. What cannot be read is left out.
    pub fn read(records: &BTreeMap<String, Vec<u8>>) -> (Worksheets, BTreeSet<String>) {
        let lesson_of = |bytes: &Vec<u8>| match open(bytes) {
            Ok(Opened::Desk(desk)) => desk.lesson().map(|lesson| lesson.id.clone()).map(|id| (id, desk)),
            _ => None,
        };
        let reply_of = |bytes: &Vec<u8>| match open(bytes) {
            Ok(Opened::Reply(reply)) => Some(reply),
            _ => None,
        };
        let of_kind = |kind: &'static str| records.iter().filter(move |(name, _)| name.starts_with(kind));
        let [earlier_lesson, earlier_reply] = EARLIER.map(|name| records.get(name));
        let earlier = earlier_lesson.and_then(lesson_of);
        let mut hand = records.get(HAND).map(|id| String::from_utf8_lossy(id).into_owned());
        hand = hand.or_else(|| earlier.as_ref().map(|(id, _)| id.clone()));
        let lessons: BTreeMap<String, Desk> =
            earlier.into_iter().chain(of_kind(LESSON).filter_map(|(_, bytes)| lesson_of(bytes))).collect();
        let mut replies: BTreeMap<String, Reply> =
            earlier_reply.and_then(reply_of).map(|reply| (reply.lesson.clone(), reply)).into_iter().collect();
        for reply in of_kind(REPLY).filter_map(|(_, bytes)| reply_of(bytes)) {
            let before = replies.remove(&reply.lesson).unwrap_or_default();
            replies.insert(reply.lesson.clone(), Reply { answers: before.answers, ..reply });
        }
        for mut one in of_kind(ANSWER).filter_map(|(_, bytes)| reply_of(bytes)) {
            let lesson = one.lesson.clone();
            let all = replies.entry(lesson.clone()).or_insert_with(|| Reply { lesson, ..Reply::default() });
            all.answers.append(&mut one.answers);
        }
        let worksheet = |(id, lesson): (String, Desk)| Worksheet {
            reply: replies.remove(&id).unwrap_or_else(|| Reply::to(&lesson, "")),
            since: records.contains_key(&key_of_since(&id)),
            lesson,
        };
        let all: Vec<Worksheet> = lessons.into_iter().map(worksheet).collect();
        let hand = hand.filter(|hand| all.iter().any(|worksheet| worksheet.reply.lesson == *hand));
        let worksheets = Worksheets { all, hand };
        let mut anew = BTreeSet::new();
        if earlier_lesson.is_some() || earlier_reply.is_some() {
            anew.extend(EARLIER.map(str::to_owned));
            anew.insert(HAND.to_owned());
            anew.extend(worksheets.all.iter().flat_map(Worksheet::keys));
        }
        (worksheets, anew)
    }

    /// What records say, but for those that `waiting` names: there what is here
    /// stays. As [`Worksheets::read`], with the keys that are to be written.
    pub fn over(
        &self,
        mut records: BTreeMap<String, Vec<u8>>,
        waiting: &BTreeSet<String>,
    ) -> (Worksheets, BTreeSet<String>) {
        for name in waiting.iter().filter(|name| is_ours(name)) {
            match self.record(name) {
                Some(bytes) => records.insert(name.clone(), bytes),
                None => records.remove(name),
            };
        }
        Self::read(&records)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use summitry_desk::{Change, Lesson};

    fn lesson(id: &str) -> Desk {
        let mut desk = Desk::of("Missile defence", []);
        desk.apply(Change::Lesson(Some(Box::new(Lesson { id: id.to_owned(), ..Lesson::default() })))).unwrap();
        desk
    }

    fn worksheet(id: &str, answers: &[(&str, &str)]) -> Worksheet {
        let lesson = lesson(id);
        let mut reply = Reply { student: "Ada".to_owned(), ..Reply::to(&lesson, "reply") };
        for (question, answer) in answers {
            reply.write(&(*question).into(), answer);
        }
        Worksheet { lesson, reply, since: true }
    }

    fn records(worksheets: &Worksheets) -> BTreeMap<String, Vec<u8>> {
        let keys = worksheets.all.iter().flat_map(Worksheet::keys).chain([HAND.to_owned()]);
        keys.filter_map(|name| Some((name.clone(), worksheets.record(&name)?))).collect()
    }

    fn answers<'a>(worksheets: &'a Worksheets, lesson: &str) -> Vec<(&'a str, &'a str)> {
        let reply = &worksheets.of(lesson).unwrap().reply;
        reply.answers.iter().map(|(question, answer)| (question.0.as_str(), answer.as_str())).collect()
    }

    #[test]
    fn what_is_written_is_read_back_the_same_whatever_stands_in_an_id() {
        let ids = ["plain", "a/b", "a%2Fb", "", "line\nbreak", "é/%"];
        let all: Vec<Worksheet> =
            ids.map(|id| worksheet(id, &[("one", "First."), ("b/one", "Second."), ("%", "")])).into();
        let mut worksheets = Worksheets { all, hand: Some("a/b".to_owned()) };
        worksheets.all.sort_by(|a, b| a.reply.lesson.cmp(&b.reply.lesson));
        let (read, anew) = Worksheets::read(&records(&worksheets));
        assert_eq!(read, worksheets);
        assert_eq!(anew, BTreeSet::new());
    }

    #[test]
    fn two_tabs_that_answer_different_questions_keep_both_answers() {
        let before = Worksheets { all: vec![worksheet("one", &[("first", "Before.")])], hand: Some("one".to_owned()) };
        let device = records(&before);
        // The other tab has written its answer; this one has not yet written its own.
        let theirs = Worksheets {
            all: vec![worksheet("one", &[("first", "Before."), ("second", "Theirs.")])],
            ..before.clone()
        };
        let mut device_after = device;
        device_after.extend(records(&theirs));
        let ours = Worksheets { all: vec![worksheet("one", &[("first", "Before."), ("third", "Ours.")])], ..before };
        let waiting = BTreeSet::from([key_of_answer("one", &"third".into())]);
        let (made, _) = ours.over(device_after.clone(), &waiting);
        assert_eq!(answers(&made, "one"), [("first", "Before."), ("second", "Theirs."), ("third", "Ours.")]);
        // And what is written then is that one record.
        device_after.insert(
            key_of_answer("one", &"third".into()),
            made.record(&key_of_answer("one", &"third".into())).unwrap(),
        );
        assert_eq!(Worksheets::read(&device_after).0, made);
    }

    #[test]
    fn an_answer_that_was_taken_back_here_does_not_return_from_the_device() {
        let before = Worksheets { all: vec![worksheet("one", &[("first", "Before.")])], hand: None };
        let ours = Worksheets { all: vec![worksheet("one", &[])], hand: None };
        let (made, _) = ours.over(records(&before), &BTreeSet::from([key_of_answer("one", &"first".into())]));
        assert_eq!(answers(&made, "one"), []);
    }

    #[test]
    fn what_an_earlier_version_wrote_is_read_and_written_anew() {
        let worksheet = worksheet("one", &[("first", "Before.")]);
        let earlier = BTreeMap::from([
            ("lesson".to_owned(), worksheet.lesson.to_json().into_bytes()),
            ("reply".to_owned(), worksheet.reply.to_json().into_bytes()),
        ]);
        let (read, anew) = Worksheets::read(&earlier);
        assert_eq!(
            read,
            Worksheets { all: vec![Worksheet { since: false, ..worksheet.clone() }], hand: Some("one".to_owned()) }
        );
        assert!(anew.contains("reply") && read.record("reply").is_none());
        assert!(worksheet.keys().iter().all(|name| anew.contains(name)));
    }

    #[test]
    fn what_is_taken_over_from_a_file_is_put_over_nothing() {
        let file = worksheet(
            "one",
            &[("first", "Theirs."), ("second", "Both alike."), ("third", "New."), ("fourth", "Long, longer.")],
        )
        .reply;
        let mut blank = Worksheet { lesson: lesson("one"), reply: Reply::to(&lesson("one"), "new"), since: false };
        assert_eq!(blank.take_over(&file), 0);
        assert_eq!(blank.reply, file);
        let mut own = worksheet("one", &[("first", "Ours."), ("second", "Both alike."), ("fourth", "Long")]);
        assert_eq!(own.take_over(&file), 1);
        assert_eq!(own.reply.answer(&"first".into()), "Ours.\n\nTheirs.");
        assert_eq!(own.reply.answer(&"second".into()), "Both alike.");
        assert_eq!(own.reply.answer(&"third".into()), "New.");
        assert_eq!(own.reply.answer(&"fourth".into()), "Long, longer.");
    }

    #[test]
    fn a_damaged_record_takes_no_other_with_it() {
        let worksheets =
            Worksheets { all: vec![worksheet("one", &[("first", "Before."), ("second", "Whole.")])], hand: None };
        let mut device = records(&worksheets);
        device.insert(key_of_answer("one", &"first".into()), b"{".to_vec());
        assert_eq!(answers(&Worksheets::read(&device).0, "one"), [("second", "Whole.")]);
    }
}
