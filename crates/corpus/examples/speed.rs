use std::io::Read;
use std::time::Instant;
use summitry_corpus::clean::{Hints, clean};
use summitry_corpus::voices::{Context, voices};
use summitry_corpus::{SourceFile, build};
fn cpu() -> f64 {
    std::fs::read_to_string("/proc/thread-self/schedstat").unwrap().split(' ').next().unwrap().parse::<f64>().unwrap()
        / 1e9
}
fn main() {
    let mode = std::env::args().nth(1).unwrap();
    if mode == "one" {
        let piece = std::env::args().nth(2).unwrap().replace("\\n", "\n");
        let text = piece.repeat((1 << 20) / piece.len());
        let t = Instant::now();
        build(&[SourceFile { name: "a.txt", bytes: text.as_bytes() }], None).unwrap();
        println!("{:?}", t.elapsed());
        return;
    }
    let mut all = String::new();
    std::io::stdin().read_to_string(&mut all).unwrap();
    let items: Vec<&str> = all.split('\u{1}').filter(|s| !s.trim().is_empty()).collect();
    let bytes: usize = items.iter().map(|s| s.len()).sum();
    let rounds: usize = std::env::args().nth(2).and_then(|n| n.parse().ok()).unwrap_or(5);
    let articles: Vec<_> = if mode == "voices" {
        items
            .iter()
            .map(|i| {
                build(&[SourceFile { name: "i.txt", bytes: i.as_bytes() }], None).unwrap().corpus.articles.remove(0)
            })
            .collect()
    } else {
        vec![]
    };
    let mut best = f64::MAX;
    for _ in 0..rounds {
        let t = cpu();
        let n: usize = match mode.as_str() {
            "clean" => items.iter().map(|i| clean(i, &Hints::default()).len()).sum(),
            "voices" => articles.iter().map(|a| voices(&a.blocks, Context::default()).len()).sum(),
            _ => items
                .iter()
                .map(|i| {
                    build(&[SourceFile { name: "i.txt", bytes: i.as_bytes() }], None).unwrap().corpus.articles.len()
                })
                .sum(),
        };
        let s = cpu() - t;
        best = best.min(s);
        eprintln!("{mode}: {n} {:.1} MB/s", bytes as f64 / 1e6 / s);
    }
    println!("{mode}: best {:.1} MB/s", bytes as f64 / 1e6 / best);
}
