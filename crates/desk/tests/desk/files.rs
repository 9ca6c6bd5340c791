use proptest::prelude::*;
use serde_json::{Value, json};
use summitry_desk::{
    Anchor, Card, Change, Content, Desk, Finder, Finding, History, Item, ItemId, Kept, KeptAs, Lesson, Opened, Part,
    Question, QuestionKind, Quote, Reply, Said, open,
};

use super::{SEEDS, anchor, kept};

fn desk() -> Desk {
    let finder = Finder::of(&SEEDS);
    let soul = anchor(&SEEDS, &finder, "voa-2003-09-24", "saw his soul");
    let repaired = anchor(&SEEDS, &finder, "csm-2013-05-07", "the United States");
    let heading = Content::Heading { level: 2, text: "Missile defence".to_owned() };
    Desk::of(
        "My essay",
        [
            Item::new(ItemId::from("h"), heading),
            kept("a", soul, "A note\nof <b>two</b> lines", &["leaders", "2001"]),
            Item::new(ItemId::from("p"), Content::Paragraph { text: "Between.".to_owned() }),
            kept("b", repaired, "", &[]),
        ],
    )
}

/// The desk of a file.
fn opened(file: &Value) -> Desk {
    match open(file.to_string().as_bytes()) {
        Ok(Opened::Desk(desk)) => desk,
        other => panic!("{other:?}"),
    }
}

fn written(desk: &Desk) -> Value {
    serde_json::from_str(&desk.to_json()).unwrap()
}

#[test]
fn what_is_written_is_read_back_the_same() {
    let desk = desk();
    assert_eq!(open(desk.to_json().as_bytes()), Ok(Opened::Desk(desk.clone())));
    let items: Vec<Vec<u8>> = desk.items().iter().rev().map(|item| item.to_record()).collect();
    assert_eq!(Desk::from_stored(&desk.head_to_json(), &items), Ok(desk));
}

#[test]
fn a_file_is_a_collection_of_web_annotations() {
    let file = written(&desk());
    assert_eq!(file["@context"][0], "http://www.w3.org/ns/anno.jsonld");
    assert_eq!((&file["type"], &file["total"]), (&json!("AnnotationCollection"), &json!(2)));
    let annotation = &file["first"]["items"][0];
    assert_eq!(annotation["type"], "Annotation");
    assert_eq!(annotation["motivation"], json!(["bookmarking", "commenting", "tagging"]));
    assert_eq!(annotation["body"][0]["purpose"], "commenting");
    assert_eq!(annotation["body"][2], json!({ "type": "TextualBody", "value": "2001", "purpose": "tagging" }));
    let selectors = &annotation["target"]["selector"];
    assert_eq!((&selectors[0]["type"], &selectors[0]["exact"]), (&json!("TextQuoteSelector"), &json!("saw his soul")));
    let start = usize::try_from(selectors[1]["start"].as_u64().unwrap()).unwrap();
    let source = &SEEDS.article("voa-2003-09-24").unwrap().source;
    assert_eq!(source.chars().skip(start).take(12).collect::<String>(), "saw his soul");
}

#[test]
fn what_is_not_known_here_is_kept_and_written_again() {
    let mut file = written(&desk());
    file["publisher"] = json!({ "name": "x" });
    let annotation = &mut file["first"]["items"][0];
    annotation["creator"] = json!("somebody");
    annotation["body"].as_array_mut().unwrap().push(json!({ "type": "Video", "id": "https://example.org/v" }));
    annotation["target"]["state"] = json!({ "type": "TimeState" });
    annotation["target"]["selector"].as_array_mut().unwrap().push(json!({ "type": "XPathSelector", "value": "/p" }));
    file["summitry:sheet"].as_array_mut().unwrap().push(json!({ "id": "n", "type": "summitry:New", "x": [1] }));
    let desk = opened(&file);
    assert_eq!(desk.items().len(), 5);
    let mut again = written(&desk);
    // An id of ours is an IRI in the file.
    again["summitry:sheet"][4]["id"] = json!("n");
    assert_eq!(again, file);
}

#[test]
fn a_file_that_cannot_be_read_gets_a_sentence_and_a_remedy() {
    let with = |field: &str, value: Value| {
        let mut file = written(&desk());
        *file.pointer_mut(field).unwrap() = value;
        file.to_string()
    };
    let deep = "[".repeat(1_000_000);
    let deep_note = format!("{{\"summitry:version\":1,\"x\":{}", "[".repeat(100_000));
    for (file, message) in [
        (String::new(), "The file is empty."),
        (" \n".to_owned(), "The file is empty."),
        ("<!doctype html><p>".to_owned(), "The file is a web page that carries no notes."),
        ("PK\u{3}\u{4}".to_owned(), "The file is not JSON: it goes wrong at line 1, column 1."),
        ("{\"summitry:version\": 1".to_owned(), "The file ends too early, at line 1, column 22."),
        (deep, "The file is nested too deeply at line 1, column 128, which no file of notes is."),
        (deep_note, "The file is nested too deeply at line 1, column 153, which no file of notes is."),
        ("3".to_owned(), "The file is JSON, but it holds no notes that are known here."),
        ("{}".to_owned(), "The file is JSON, but it holds no notes that are known here."),
        ("[{\"name\": \"x\"}]".to_owned(), "The file is JSON, but it holds no notes that are known here."),
        ("[1]".to_owned(), "In “rows[0]” stands something else than an object with fields."),
        (
            with("/summitry:version", json!(2)),
            "The file was written by a later version of this page (file version 2, here 1).",
        ),
        (with("/summitry:version", json!("x")), "The file’s “summitry:version” is not a version."),
        (with("/first", json!(3)), "In “first” stands something else than an object with fields."),
        (with("/label", json!([])), "In “label” stands something else than a text."),
        (
            with("/first/items/1/target/selector/1/start", json!(-1)),
            "In “first.items[1].target.selector[1].start” stands something else than a whole number.",
        ),
        (
            with("/first/items/0/body/0/value", json!("a".repeat(2 << 20))),
            "The text in “first.items[0].body[0]” is longer than 1048576 bytes, which no note is.",
        ),
        (
            with("/first/items/0/target/selector/0/exact", json!("a".repeat(2 << 20))),
            "The text in “first.items[0].target.selector[0].exact” is longer than 1048576 bytes, which no note is.",
        ),
    ] {
        let refusal = open(file.as_bytes()).unwrap_err();
        assert_eq!(refusal.message, message);
        assert!(refusal.remedy.ends_with('.') && refusal.remedy.len() > 20, "{refusal}");
    }
    let huge = vec![b' '; (64 << 20) + 1];
    assert_eq!(open(&huge).unwrap_err().message, "The file is larger than 64 MB, which no desk is.");
    assert_eq!(open(&[0xff, 0xfe, b'{', 0]).unwrap_err().message, "The file is not a text in UTF-8.");
}

#[test]
fn ids_of_a_file_never_clash_and_never_take_another_items_place() {
    let mut file = written(&desk());
    for id in ["urn:summitry:item:h", "", "a b", &"x".repeat(5_000), "urn:summitry:item:b"] {
        let note = json!({ "id": id, "type": "summitry:Paragraph", "summitry:text": id });
        file["summitry:sheet"].as_array_mut().unwrap().push(note);
    }
    let double = file["first"]["items"][0].clone();
    file["first"]["items"].as_array_mut().unwrap().push(double);
    let desk = opened(&file);
    assert_eq!(desk.len(), 4 + 5 + 1);
    let mut ids: Vec<&str> = desk.items().iter().map(|item| item.id.0.as_str()).collect();
    assert_eq!(ids[..4], ["h", "a", "p", "b"]);
    ids.sort_unstable();
    ids.dedup();
    assert_eq!(ids.len(), desk.len());
}

#[test]
fn one_desk_is_added_to_another_and_nothing_is_written_over() {
    let mut mine = desk();
    let theirs = Desk::of(
        "Theirs",
        [
            mine.items()[1].as_ref().clone(),
            Item::new(ItemId::from("p"), Content::Paragraph { text: "Somebody else’s.".to_owned() }),
            Item::new(ItemId::from("new"), Content::Paragraph { text: "New.".to_owned() }),
        ],
    );
    let before = mine.clone();
    let mut history = History::default();
    let add = mine.add(&theirs, || ItemId::from("fresh"));
    history.make(&mut mine, add).unwrap();
    let ids: Vec<&str> = mine.items().iter().map(|item| item.id.0.as_str()).collect();
    assert_eq!(ids, ["h", "a", "p", "b", "fresh", "new"]);
    assert!(history.undo(&mut mine));
    assert_eq!(mine, before);
}

#[test]
fn typing_is_one_step_until_a_pause() {
    let (mut desk, mut history) = (desk(), History::default());
    let paragraph = |text: &str| Change::Edit {
        id: ItemId::from("p"),
        content: Box::new(Content::Paragraph { text: text.to_owned() }),
        changed: String::new(),
    };
    let before = desk.clone();
    for text in ["B", "Be", "Bet"] {
        history.make(&mut desk, paragraph(text)).unwrap();
    }
    let typed = desk.clone();
    history.pause();
    history.make(&mut desk, paragraph("Better")).unwrap();
    assert!(history.undo(&mut desk));
    assert_eq!(desk, typed);
    assert!(history.undo(&mut desk));
    assert_eq!(desk, before);
    assert!(!history.undo(&mut desk));
    assert!(history.redo(&mut desk));
    assert_eq!(desk, typed);
}

#[test]
fn a_step_about_what_somebody_else_has_changed_since_is_forgotten() {
    let (mut desk, mut history) = (desk(), History::default());
    let edit = |id: &str, text: &str| Change::Edit {
        id: ItemId::from(id),
        content: Box::new(Content::Paragraph { text: text.to_owned() }),
        changed: String::new(),
    };
    history.make(&mut desk, edit("p", "Mine.")).unwrap();
    history.pause();
    history.make(&mut desk, edit("b", "Also mine.")).unwrap();
    history.make(&mut desk, Change::All(vec![edit("p", "Both."), edit("b", "Both.")])).unwrap();
    // Another tab goes on with what was written here.
    desk.apply(edit("p", "Both, and theirs.")).unwrap();
    history.forget(&[ItemId::from("p")]);
    let theirs = desk.item(&ItemId::from("p")).cloned();
    assert!(history.undo(&mut desk));
    assert!(!history.undo(&mut desk));
    assert_eq!(desk.item(&ItemId::from("p")).cloned(), theirs);
}

#[test]
fn the_longest_text_that_can_be_typed_is_read_again() {
    let text = "普".repeat(summitry_desk::MOST_TYPED);
    let desk = Desk::of("", [Item::new(ItemId::from("p"), Content::Paragraph { text })]);
    assert_eq!(opened(&written(&desk)), desk);
}

#[test]
fn a_desk_without_our_marks_of_where_is_found_by_the_words_or_is_an_orphan() {
    let mut file = written(&desk());
    let target = &mut file["first"]["items"][0]["target"];
    target["summitry:digest"] = json!("sha256:0");
    let desk = opened(&file);
    let anchor = desk.item(&ItemId::from("a")).unwrap().anchor().unwrap();
    let Finding::Found(standing) = Finder::of(&SEEDS).find(&SEEDS, anchor) else { panic!("{anchor:?}") };
    assert!(standing.looked_for && standing.spots[0].passage == Some(18));
    file["first"]["items"][0]["target"]["selector"][0]["exact"] = json!("saw my soul");
    let desk = opened(&file);
    let anchor = desk.item(&ItemId::from("a")).unwrap().anchor().unwrap();
    assert!(matches!(Finder::of(&SEEDS).find(&SEEDS, anchor), Finding::Orphan(_)));
    assert_eq!(anchor.words(), "saw my soul");
}

// ------------------------------------------------------------------ properties

fn text() -> BoxedStrategy<String> {
    prop_oneof!["[a-c \n\"\\\\<&]{0,12}", "\\PC{0,8}", Just(String::new())].boxed()
}

fn quote() -> BoxedStrategy<Quote> {
    (text(), text(), text()).prop_map(|(exact, prefix, suffix)| Quote { exact, prefix, suffix }).boxed()
}

fn any_anchor() -> BoxedStrategy<Anchor> {
    (text(), text(), prop::option::of(any::<u32>()), quote(), any::<(u32, u32)>(), text(), prop::option::of(quote()))
        .prop_map(|(article, digest, passage, quote, position, words, refined)| Anchor {
            article,
            digest,
            passage,
            quote,
            position,
            words,
            refined,
            ..Anchor::default()
        })
        .boxed()
}

fn tags() -> BoxedStrategy<Vec<String>> {
    prop::collection::hash_set(text(), 0..3).prop_map(|tags| tags.into_iter().collect()).boxed()
}

fn content() -> BoxedStrategy<Content> {
    let said = (text(), text(), text()).prop_map(|(speaker, role, manner)| Said { speaker, role, manner });
    let kept_as = prop::sample::select(KeptAs::NAMES.map(|(_, kind)| kind).to_vec());
    let kept = (
        kept_as,
        any_anchor(),
        any::<bool>(),
        text(),
        tags(),
        prop::option::of(said),
        text(),
        "(https://example.org/a)?",
    )
        .prop_map(|(kept_as, anchor, marked, note, tags, said, from, address)| {
            Content::Kept(Kept { kept_as, anchor, marked, note, tags, said, from, address })
        });
    let kinds = prop::sample::select(QuestionKind::NAMES.map(|(_, kind)| kind).to_vec());
    let card = (text(), prop::option::of(any_anchor()), text(), text(), text(), text()).prop_map(
        |(title, anchor, expected, came, source, address)| {
            Content::Card(Card { title, anchor, expected, came, source, address })
        },
    );
    prop_oneof![
        4 => kept,
        1 => (1..=3_u8, text()).prop_map(|(level, text)| Content::Heading { level, text }),
        1 => text().prop_map(|text| Content::Paragraph { text }),
        1 => (kinds, text(), 0..=40_u8).prop_map(|(kind, text, lines)| Content::Question(Question { kind, text, lines })),
        1 => card,
    ].boxed()
}

fn any_desk() -> BoxedStrategy<Desk> {
    let item = ("[a-z:/#.-]{1,20}", text(), text(), content()).prop_map(|(id, created, changed, content)| Item {
        created,
        changed,
        ..Item::new(ItemId(id), content)
    });
    let withheld = prop::sample::subsequence(Part::NAMES.map(|(_, part)| part).to_vec(), 0..=3);
    let lesson = (text(), text(), text(), withheld).prop_map(|(id, question, background, withheld)| Lesson {
        id,
        question,
        background,
        withheld,
        ..Lesson::default()
    });
    (text(), prop::collection::vec(item, 0..8), prop::option::of(lesson))
        .prop_map(|(title, items, lesson)| {
            let mut desk = Desk::of(&title, items);
            desk.apply(Change::Lesson(lesson.map(Box::new))).unwrap();
            desk
        })
        .boxed()
}

fn any_change() -> BoxedStrategy<Change> {
    let id = || "[a-c]".prop_map(ItemId);
    prop_oneof![
        (0..9_usize, id(), content())
            .prop_map(|(at, id, content)| Change::Insert { at, item: Item::new(id, content).into() }),
        id().prop_map(|id| Change::Remove { id }),
        (id(), 0..9_usize).prop_map(|(id, to)| Change::Move { id, to }),
        (id(), content(), text()).prop_map(|(id, content, changed)| Change::Edit {
            id,
            content: Box::new(content),
            changed
        }),
        text().prop_map(Change::Title),
    ]
    .boxed()
}

proptest! {
    #[test]
    fn any_desk_is_read_back_the_same(desk in any_desk()) {
        prop_assert_eq!(open(desk.to_json().as_bytes()), Ok(Opened::Desk(desk.clone())));
        let items: Vec<Vec<u8>> = desk.items().iter().map(|item| item.to_record()).collect();
        prop_assert_eq!(Desk::from_stored(&desk.head_to_json(), &items), Ok(desk));
    }

    #[test]
    fn any_reply_is_read_back_the_same(
        [id, lesson, title, student, saved] in [text(), text(), text(), text(), text()],
        answers in prop::collection::vec(("[a-z:]{1,9}", text()), 0..5),
    ) {
        let mut reply = Reply { id, lesson, title, student, saved, ..Reply::default() };
        for (question, answer) in answers {
            reply.write(&ItemId(question), &answer);
        }
        prop_assert_eq!(open(reply.to_json().as_bytes()), Ok(Opened::Reply(reply)));
    }

    #[test]
    fn what_is_done_is_undone_and_done_again(
        desk in any_desk(), changes in prop::collection::vec(prop_oneof![
            4 => any_change(),
            1 => prop::collection::vec(any_change(), 0..4).prop_map(Change::All),
        ], 0..12),
    ) {
        let (before, mut now, mut history) = (desk.clone(), desk, History::default());
        for change in changes {
            let unchanged = now.clone();
            if history.make(&mut now, change).is_err() {
                prop_assert_eq!(&now, &unchanged, "what is refused changes nothing");
            }
        }
        let after = now.clone();
        while history.undo(&mut now) {}
        prop_assert_eq!(&now, &before);
        while history.redo(&mut now) {}
        prop_assert_eq!(&now, &after);
    }

    #[test]
    fn no_bytes_make_the_reader_panic(
        file in any_desk().prop_map(|desk| desk.to_json().into_bytes()),
        changes in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 0..6),
    ) {
        let mut file = file;
        for (at, byte) in changes {
            let at = at.index(file.len());
            file[at] = byte;
        }
        if let Ok(Opened::Desk(desk)) = open(&file) {
            prop_assert_eq!(open(desk.to_json().as_bytes()), Ok(Opened::Desk(desk)));
        }
    }
}
