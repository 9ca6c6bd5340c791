use summitry_desk::{Content, Desk, Finder, Item, ItemId, Opened, open};

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

#[test]
fn what_is_written_is_read_back_the_same() {
    let desk = desk();
    assert_eq!(open(desk.to_json().as_bytes()), Ok(Opened::Desk(desk.clone())));
    let items: Vec<String> = desk.items().iter().rev().map(|item| item.to_json()).collect();
    assert_eq!(Desk::from_stored(&desk.head_to_json(), items.iter().map(String::as_str)), Ok(desk));
}
