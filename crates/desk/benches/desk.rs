//! What a desk costs with 50 notes and with 5,000.
#![allow(clippy::disallowed_methods, reason = "the bench is the shell that reads the files")]
#![allow(missing_docs, clippy::unwrap_used, clippy::indexing_slicing, reason = "a bench")]

use std::hint::black_box;

use criterion::{BenchmarkId, Criterion, criterion_group, criterion_main};
use summitry_corpus::Corpus;
use summitry_desk::{Change, Content, Desk, Finder, History, Item, ItemId, Kept, Opened, open};

#[path = "../../corpus/tests/common/mod.rs"]
mod common;

/// So many marks on the passages of the articles, a heading before every tenth.
fn desk(corpus: &Corpus, count: usize) -> Desk {
    let finder = Finder::of(corpus);
    let mut passages = Vec::new();
    for (at, article) in corpus.articles.iter().enumerate() {
        passages.extend(article.passages().map(|block| finder.anchor(corpus, at, block.n.unwrap(), None).unwrap()));
    }
    let item = |at: usize| {
        let id = ItemId(format!("item-{at:05}-of-many"));
        if at.is_multiple_of(10) {
            return Item::new(id, Content::Heading { level: 2, text: format!("Heading {at}") });
        }
        let anchor = passages[at % passages.len()].clone();
        let note = format!("Note {at}: what I think of this, in a sentence or two, as people write them.");
        Item::new(id, Content::Kept(Kept { anchor, note, tags: vec![format!("tag {}", at % 20)], ..Kept::default() }))
    };
    Desk::of("A desk", (0..count).map(item))
}

fn typing(desk: &mut Desk, history: &mut History, at: usize) {
    let item = desk.items()[at].clone();
    let Content::Kept(mut kept) = item.content.clone() else { return };
    kept.note.push('x');
    let change = Change::Edit { id: item.id.clone(), content: Box::new(Content::Kept(kept)), changed: String::new() };
    history.make(desk, change).unwrap();
    black_box(desk.item(&item.id).unwrap().to_record());
}

fn bench(criterion: &mut Criterion) {
    let corpus = common::seeds().corpus;
    for count in [50, 5_000] {
        let made = desk(&corpus, count);
        let mut group = criterion.benchmark_group("desk");
        let id = |name: &str| BenchmarkId::new(name, count);
        group.bench_function(id("type a letter, and the record to store"), |bencher| {
            let (mut desk, mut history) = (made.clone(), History::default());
            bencher.iter(|| typing(&mut desk, &mut history, count - 1));
        });
        group.bench_function(id("move from end to beginning, and the head to store"), |bencher| {
            let (mut desk, mut history) = (made.clone(), History::default());
            bencher.iter(|| {
                let id = desk.items()[count - 1].id.clone();
                history.make(&mut desk, Change::Move { id, to: 0 }).unwrap();
                black_box(desk.head_to_json());
            });
        });
        let (head, records) =
            (made.head_to_json(), made.items().iter().map(|item| item.to_record()).collect::<Vec<_>>());
        group.bench_function(id("open from the store"), |bencher| {
            bencher.iter(|| Desk::from_stored(&head, &records).unwrap());
        });
        let file = made.to_json();
        group.bench_function(id("open a file"), |bencher| {
            bencher.iter(|| assert!(matches!(open(file.as_bytes()), Ok(Opened::Desk(_)))));
        });
        group.bench_function(id("save to a file"), |bencher| bencher.iter(|| made.to_json()));
        group.bench_function(id("find every mark"), |bencher| {
            bencher.iter(|| {
                let finder = Finder::of(&corpus);
                made.items().iter().filter_map(|item| item.anchor()).for_each(|anchor| {
                    black_box(finder.find(&corpus, anchor));
                });
            });
        });
        group.bench_function(id("search within"), |bencher| bencher.iter(|| made.search("people write")));
        group.finish();
    }
}

criterion_group!(benches, bench);
criterion_main!(benches);
