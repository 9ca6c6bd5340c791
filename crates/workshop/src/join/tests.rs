use super::*;
use crate::folder::{CATALOGUE, Folder};
use crate::pack::build;
use crate::tests::seeds;

const OWN: &str = r#"title = "Herring and cod"

[[side]]
id = "us"
name = "Boats"
abbreviation = "B"

[[outlet]]
id = "bbc"
name = "The Buoy, Bell and Cod"
side = "us"

[[outlet]]
id = "auntie"
name = "BBC"

[[issue]]
id = "nato"
name = "Nets"
query = "nets AND outlet:bbc OR herring outlet:auntie"

[[article]]
file = "nets.txt"
id = "bbc-2001-10-21"
outlet = { value = "bbc", basis = "inferred", because = "The editor says so." }
"#;

fn own() -> Corpus {
    let mut folder = Folder::new();
    folder.add(CATALOGUE, OWN.as_bytes().to_vec()).unwrap();
    let text = "Nets and herring\n\n12 March 2001\n\nThe nets were full of herring on Monday, said the harbour master of the town.\n\nNobody had seen as many fish before, and the boats stayed in the harbour.\n";
    folder.add("nets.txt", text.as_bytes().to_vec()).unwrap();
    build(&folder, CATALOGUE).unwrap().corpus
}

fn page() -> Corpus {
    build(&seeds(), CATALOGUE).unwrap().corpus
}

#[test]
fn both_collections_are_there_whole_in_the_order_of_a_corpus() {
    let (page, own) = (page(), own());
    let joined = join(page.clone(), own.clone());
    assert_eq!(joined.corpus.articles.len(), page.articles.len() + own.articles.len());
    let dates: Vec<_> = joined.corpus.articles.iter().map(order).collect();
    assert!(dates.is_sorted());
    for article in &page.articles {
        assert_eq!(joined.corpus.article(article.id.as_str()), Some(article));
    }
    let mine = joined.corpus.article(joined.own.first().unwrap()).unwrap();
    assert_eq!(
        (mine.blocks.clone(), mine.source.clone()),
        (own.articles[0].blocks.clone(), own.articles[0].source.clone())
    );
    assert!(joined.corpus.title.starts_with(&page.title) && joined.corpus.title.ends_with("Herring and cod"));
}

#[test]
fn an_id_that_both_have_for_something_else_is_changed_wherever_it_is_named() {
    let joined = join(page(), own());
    assert_eq!(joined.own, ["own-bbc-2001-10-21"]);
    let mine = joined.corpus.article("own-bbc-2001-10-21").unwrap();
    assert_eq!(joined.corpus.outlet_of(mine).unwrap().name, "The Buoy, Bell and Cod");
    let outlet = joined.corpus.outlet("own-bbc").unwrap();
    assert_eq!(joined.corpus.side(outlet.side.as_ref().unwrap().as_str()).unwrap().name, "Boats");
    assert_ne!(joined.corpus.outlet("bbc").unwrap().name, outlet.name);
    assert_ne!(joined.corpus.side("us").unwrap().name, "Boats");
}

#[test]
fn what_both_name_alike_is_one_and_queries_follow_their_ids() {
    let (page, joined) = (page(), join(page(), own()));
    let known = page.outlets.iter().find(|outlet| outlet.name.eq_ignore_ascii_case("BBC"));
    let auntie = known.map_or("auntie", |outlet| outlet.id.as_str());
    let nets = joined.corpus.issue("own-nato").unwrap();
    assert_eq!(nets.query, format!("nets AND outlet:own-bbc OR herring outlet:{auntie}"));
    assert_eq!(joined.corpus.issue("nato"), page.issue("nato"));
}

#[test]
fn a_collection_beside_itself_repeats_nothing_but_its_articles() {
    let joined = join(page(), page());
    let page = page();
    assert_eq!(joined.corpus.issues, page.issues);
    assert_eq!((joined.corpus.outlets, joined.corpus.people), (page.outlets, page.people));
    assert_eq!(joined.corpus.articles.len(), page.articles.len() * 2);
    assert!(joined.own.iter().all(|id| id.starts_with("own-")));
}

#[test]
fn what_is_joined_can_be_packed_and_searched() {
    let joined = join(page(), own());
    let blob = summitry_search::pack(&joined.corpus).unwrap();
    let collection = summitry_search::Collection::open(&blob).unwrap();
    let found = collection.search(&summitry_search::Request::new("herring"));
    assert!(found.total > 0);
    assert!(collection.search(&summitry_search::Request::new("missile")).total > 0);
}
