//! Temporary measurement.
use std::io::Read;
use summitry_corpus::{
    SourceFile, build,
    clean::{Hints, clean},
    voices::{Context, voices},
};
fn main() {
    let mut text = String::new();
    flate2::read::GzDecoder::new(std::fs::File::open("/work/shared/corpora/news-10k.jsonl.gz").unwrap())
        .read_to_string(&mut text)
        .unwrap();
    let n: usize = std::env::args().nth(1).map_or(10000, |x| x.parse().unwrap());
    let items: Vec<String> = text
        .lines()
        .step_by(10000 / n)
        .map(|l| {
            let v: serde_json::Value = serde_json::from_str(l).unwrap();
            format!("{}\n\n{}", v["title"].as_str().unwrap(), v["text"].as_str().unwrap())
        })
        .collect();
    let bytes: usize = items.iter().map(String::len).sum();
    let t = std::time::Instant::now();
    let k: usize = items.iter().map(|i| clean(i, &Hints::default()).len()).sum();
    let d = t.elapsed().as_secs_f64();
    println!("clean {k} {:.1} MB/s", bytes as f64 / 1e6 / d);
    let arts: Vec<_> = items
        .iter()
        .map(|i| build(&[SourceFile { name: "i.txt", bytes: i.as_bytes() }], None).unwrap().corpus.articles.remove(0))
        .collect();
    let d2 = t.elapsed().as_secs_f64() - d;
    println!("build {:.1} MB/s", bytes as f64 / 1e6 / d2);
    let t = std::time::Instant::now();
    let k: usize = arts.iter().map(|a| voices(&a.blocks, Context::default()).len()).sum();
    println!("voices {k} {:.1} MB/s", bytes as f64 / 1e6 / t.elapsed().as_secs_f64());
}
