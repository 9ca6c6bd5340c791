use proptest::prelude::*;
use summitry_desk::{
    Content, Desk, History, Item, ItemId, Lesson, Opened, Part, Question, QuestionKind, Reply, gather, open,
};

use summitry_desk::Change;

fn lesson() -> Desk {
    let question = |id: &str| {
        let question = Question { kind: QuestionKind::Sourcing, text: format!("Question {id}?"), lines: 4 };
        Item::new(ItemId::from(id), Content::Question(question))
    };
    let mut desk = Desk::of("Shields", [question("q1"), question("q2")]);
    let head = Lesson { id: "lesson".to_owned(), withheld: vec![Part::Missing], ..Lesson::default() };
    History::default().make(&mut desk, Change::Lesson(Some(Box::new(head)))).unwrap();
    desk
}

fn reply(id: &str, student: &str, saved: &str, first: &str) -> Reply {
    let mut reply = Reply { student: student.to_owned(), saved: saved.to_owned(), ..Reply::to(&lesson(), id) };
    reply.write(&ItemId::from("q1"), first);
    reply
}

#[test]
fn a_part_is_withheld_until_every_question_has_an_answer() {
    let lesson = lesson();
    let mut reply = Reply::to(&lesson, "r");
    assert!(lesson.withholds(Part::Missing, &reply) && !lesson.withholds(Part::IssueLabels, &reply));
    reply.write(&ItemId::from("q1"), "One");
    reply.write(&ItemId::from("q2"), " \n");
    assert_eq!(lesson.answered(&reply), (1, 2));
    assert!(lesson.withholds(Part::Missing, &reply));
    reply.write(&ItemId::from("q2"), "Two");
    assert!(!lesson.withholds(Part::Missing, &reply));
    assert_eq!(open(reply.to_json().as_bytes()), Ok(Opened::Reply(reply)));
}

#[test]
fn thirty_replies_are_read_question_by_question() {
    let replies = (0..30).map(|at| reply(&format!("r{at}"), &format!("Student {at:02}"), "2026-11-27", "Because."));
    let gathered = gather(&lesson(), replies);
    assert_eq!(gathered.replies.len(), 30);
    assert_eq!(gathered.questions.len(), 2);
    assert_eq!(gathered.questions[0].answers.len(), 30);
    assert_eq!(gathered.questions[0].answers[7].student, "Student 07");
    assert_eq!(gathered.questions[1].without.len(), 30);
    assert_eq!(gathered.told.len(), 1, "{:?}", gathered.told);
    assert!(gathered.told[0].ends_with("are the same, word for word."));
    assert_eq!(csv::Reader::from_reader(gathered.csv().as_bytes()).records().map(Result::unwrap).count(), 30);
}

#[test]
fn copies_versions_and_strangers_are_told() {
    let mut strange = reply("r9", "Eve", "3", "x");
    (strange.lesson, strange.title) = ("other".to_owned(), "Another".to_owned());
    let gathered = gather(
        &lesson(),
        [
            reply("r1", "Ann", "2", "Later"),
            reply("r1", "Ann", "1", "Earlier"),
            reply("r2", "Bob", "1", "Mine"),
            reply("r2", "Bob", "1", "Mine"),
            // Carl wrote over Bob's file.
            reply("r2", "Carl", "2", "Mine"),
            strange,
        ],
    );
    let shown: Vec<(&str, &str)> =
        gathered.questions[0].answers.iter().map(|answer| (answer.student.as_str(), answer.text.as_str())).collect();
    assert_eq!(shown, [("Ann", "Later"), ("Bob", "Mine"), ("Carl", "Mine")]);
    assert_eq!(
        gathered.told,
        [
            "Ann saved this reply more than once: the one of 2 is shown, that of 1 is not.",
            "The answers of Bob and Carl are the same, word for word.",
            "The reply of Eve is to another lesson, “Another”, and is not shown. Open that lesson to read it.",
            "The same reply of Bob was opened twice; it is shown once.",
        ]
    );
}

fn any_reply() -> impl Strategy<Value = Reply> {
    ("r[0-3]?", "(Ann|ann|Bob| Bob|)", "[12]?", "[ab]?", "(lesson|other)", "(q2|q9)").prop_map(
        |(id, student, saved, text, lesson, other)| {
            let mut made = reply(&id, &student, &saved, &text);
            made.lesson = lesson;
            made.write(&ItemId::from(other.as_str()), &text);
            made
        },
    )
}

proptest! {
    #[test]
    fn what_is_gathered_does_not_depend_on_the_order(
        (replies, other) in prop::collection::vec(any_reply(), 0..12)
            .prop_flat_map(|replies| (Just(replies.clone()), Just(replies).prop_shuffle())),
    ) {
        let gathered = gather(&lesson(), replies.clone());
        prop_assert_eq!(&gathered, &gather(&lesson(), other));
        // Whoever has an answer in some file has one among those shown, and
        // nobody else.
        for reply in replies.iter().filter(|reply| reply.lesson == "lesson") {
            prop_assert!(gathered.replies.iter().any(|shown| shown.student.trim() == reply.student.trim()));
        }
        prop_assert!(gathered.replies.iter().all(|shown| replies.contains(shown)));
    }
}
