//! How fast texts become articles, over 10,000 real items of 70 MB.
//!
//! The items are not part of this repository; without them a sentence says so
//! and nothing is measured. Set `SHOW` to see what was found in them.
#![allow(missing_docs, reason = "a benchmark")]

use std::hint::black_box;
use std::io::Read;
use std::path::Path;
use std::time::Duration;

use criterion::{Criterion, Throughput, criterion_group, criterion_main};
use summitry_corpus::clean::{Hints, clean};
use summitry_corpus::voices::{Context, voices};
use summitry_corpus::{Article, SourceFile, build};

/// The items as files would be: a headline, an empty line, the text.
fn items() -> Option<Vec<String>> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared/corpora/news-10k.jsonl.gz");
    let file = std::fs::File::open(path).ok()?;
    let mut text = String::new();
    flate2::read::GzDecoder::new(file).read_to_string(&mut text).ok()?;
    let whole = |line: &str| {
        let item: serde_json::Value = serde_json::from_str(line).ok()?;
        Some(format!("{}\n\n{}", item["title"].as_str()?, item["text"].as_str()?))
    };
    Some(text.lines().filter_map(whole).collect())
}

fn articles(items: &[String]) -> Vec<Article> {
    let made = items.iter().map(|item| {
        let source = SourceFile { name: "item.txt", bytes: item.as_bytes() };
        build(&[source], None).unwrap().corpus.articles.remove(0)
    });
    made.collect()
}

fn speed(criterion: &mut Criterion) {
    let Some(items) = items() else {
        println!("The news items are not beside this repository, so nothing is measured.");
        return;
    };
    let bytes: usize = items.iter().map(String::len).sum();
    println!("{} items, {:.1} MB", items.len(), bytes as f64 / 1e6);
    let mut group = criterion.benchmark_group("corpus");
    group.throughput(Throughput::Bytes(bytes as u64)).sample_size(10).measurement_time(Duration::from_secs(10));
    group.bench_function("cleaning", |bencher| {
        bencher.iter(|| items.iter().map(|item| clean(black_box(item), &Hints::default()).pieces.len()).sum::<usize>());
    });
    let articles = articles(&items);
    group.bench_function("voices", |bencher| {
        bencher.iter(|| {
            articles.iter().map(|article| voices(black_box(&article.blocks), Context::default()).len()).sum::<usize>()
        });
    });
    group.bench_function("the whole build", |bencher| bencher.iter(|| self::articles(black_box(&items)).len()));
    group.finish();
}

criterion_group!(benches, speed);
criterion_main!(benches);
