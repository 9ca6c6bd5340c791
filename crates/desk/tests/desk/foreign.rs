use serde_json::{Value, json};
use summitry_desk::{Brought, Finder, Finding, Foreign, Opened, open};

use super::SEEDS;

fn read(value: &Value) -> Vec<Foreign> {
    match open(value.to_string().as_bytes()) {
        Ok(Opened::Foreign(all)) => all,
        other => panic!("{other:?}"),
    }
}

/// An annotation as the API of Hypothesis gives it.
fn annotation(exact: &str, prefix: &str, suffix: &str) -> Value {
    json!({
        "id": "AbC-1_x", "created": "2024-05-01T10:00:00.000000+00:00", "updated": "2024-05-02T10:00:00.000000+00:00",
        "user": "acct:jane@hypothes.is", "user_info": { "display_name": "Jane Doe" },
        "uri": "https://example.org/a", "text": "Important", "tags": ["arms", "arms", " "],
        "group": "__world__", "permissions": { "read": ["group:__world__"] },
        "target": [{ "source": "https://example.org/a", "selector": [
            { "type": "RangeSelector", "startContainer": "/p[1]", "startOffset": 0, "endContainer": "/p[1]", "endOffset": 5 },
            { "type": "TextPositionSelector", "start": 5, "end": 9 },
            { "type": "TextQuoteSelector", "exact": exact, "prefix": prefix, "suffix": suffix },
        ]}],
        "document": { "title": ["A page"] }, "links": {}, "flagged": false, "hidden": false,
    })
}

fn bring(exact: &str, prefix: &str, suffix: &str) -> Brought {
    let foreign = read(&json!({ "total": 1, "rows": [annotation(exact, prefix, suffix)] })).remove(0);
    foreign.bring(&SEEDS, &Finder::of(&SEEDS))
}

/// The words, the article and the passage at which an item stands.
fn place(brought: &Brought) -> Option<(String, u32)> {
    let anchor = brought.item.anchor().unwrap();
    match Finder::of(&SEEDS).find(&SEEDS, anchor) {
        Finding::Found(standing) => {
            let article = &SEEDS.articles[standing.article];
            let spot = standing.spots[0];
            let shown = spot.range.of(&article.blocks[spot.block].text);
            assert!(anchor.words().starts_with(shown), "{shown} in {}", anchor.words());
            Some((article.id.0.clone(), spot.passage.unwrap_or(0)))
        }
        Finding::Orphan(_) => None,
    }
}

#[test]
fn exports_of_the_api_the_client_and_other_tools_are_read() {
    let one = annotation("saw his soul", "", "");
    for file in [
        json!({ "total": 1, "rows": [one] }),
        json!({ "export_date": "2024-05-03", "export_userid": "acct:jane@hypothes.is", "client_version": "1.1", "annotations": [one] }),
        json!([one]),
    ] {
        let [found] = &read(&file)[..] else { panic!("{file}") };
        assert_eq!((found.quote.exact.as_str(), found.note.as_str()), ("saw his soul", "Important"));
        assert_eq!((found.author.as_str(), found.title.as_str()), ("Jane Doe", "A page"));
        assert_eq!(found.tags, ["arms"]);
    }
    let w3c = json!({
        "@context": "http://www.w3.org/ns/anno.jsonld", "type": "AnnotationPage", "items": [{
            "id": "https://example.org/anno/1", "type": "Annotation",
            "body": [{ "type": "TextualBody", "value": "Important" }, { "type": "TextualBody", "value": "arms", "purpose": "tagging" }],
            "target": { "source": "https://example.org/a", "selector": { "type": "FragmentSelector", "value": "p1",
                "refinedBy": { "type": "TextQuoteSelector", "exact": "saw his soul" } } },
        }],
    });
    let [found] = &read(&w3c)[..] else { panic!() };
    assert_eq!(
        (found.quote.exact.as_str(), found.note.as_str(), found.address.as_str()),
        ("saw his soul", "Important", "https://example.org/a")
    );
    assert_eq!(place(&found.clone().bring(&SEEDS, &Finder::of(&SEEDS))), Some(("voa-2003-09-24".to_owned(), 18)));
}

#[test]
fn what_stands_in_the_articles_is_found_by_its_quotation() {
    for (exact, prefix, suffix, article, passage) in [
        ("saw his soul", "", "", "voa-2003-09-24", 18),
        // Set otherwise on the page, and with a lost blank as received.
        ("that Russia\n   and the United States must", "", "", "csm-2013-05-07", 2),
        // A caption has no number.
        ("High water mark of the last alliance", "", "", "bbc-2001-10-21", 0),
        // Over two paragraphs.
        (
            "echoing that of World War II - the common enemy this time being terrorism, rather than Hitler's Germany.\n\n1945 Yalta Conference",
            "",
            "",
            "bbc-2001-10-21",
            3,
        ),
        // Words of many places, with what stood around one.
        ("missile defense", "thorny", "", "", 0),
        ("missile defense", "", " components in Poland and the Czech", "csm-2008-04-04", 2),
        ("missile defense", "no such words stand here about ", "", "", 0),
        ("missile defense", "renewal of constructive dialogue about ", ". There are", "csm-2013-05-07", 20),
        // Part of a word is none.
        ("otally bridgeabl", "", "", "", 0),
        ("words that stand nowhere", "", "", "", 0),
    ] {
        let brought = bring(exact, prefix, suffix);
        let expected = Some((article.to_owned(), passage)).filter(|(article, _)| !article.is_empty());
        assert_eq!(place(&brought), expected, "{exact}");
        assert_eq!(brought.problem.is_empty(), expected.is_some(), "{exact}: {}", brought.problem);
        let kept = brought.item.kept().unwrap();
        assert_eq!(kept.note, "Important (Jane Doe)");
        assert_eq!(brought.item.id.0, "hypothesis:AbC-1_x");
        assert!(!kept.anchor.words().is_empty());
    }
}

#[test]
fn notes_without_words_are_brought_too() {
    let mut page = annotation("", "", "");
    page["target"] = json!([{ "source": "https://example.org/a" }]);
    let brought = read(&json!([page])).remove(0).bring(&SEEDS, &Finder::of(&SEEDS));
    assert!(brought.problem.starts_with("The note is about a whole page"));
    assert_eq!(brought.item.kept().unwrap().note, "Important (Jane Doe)");
}
