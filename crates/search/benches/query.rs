//! How long the engine takes natively: building, opening and asking, each kind
//! of query, and the worst that can be typed. Over 1,000 and 10,000 real news
//! items, or over as many made-up ones where those are not beside this
//! repository; a line says which.
//!
//! `cargo bench -p summitry-search` prints the figures. The comparison with
//! other engines, in a browser, is in `benches/`.
#![allow(missing_docs, reason = "a benchmark")]
#![allow(clippy::disallowed_methods, clippy::disallowed_types, reason = "a benchmark reads files and clocks")]

use std::hint::black_box;
use std::io::Read;
use std::path::Path;
use std::time::Duration;

use criterion::{BatchSize, Criterion, Throughput, criterion_group, criterion_main};
use summitry_search::Texts;
use summitry_search::query::parse;

/// Titles with texts.
type Items = Vec<(String, String)>;

fn real() -> Option<Items> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared/corpora/news-10k.jsonl.gz");
    let file = std::fs::File::open(path).ok()?;
    let mut text = String::new();
    flate2::read::GzDecoder::new(file).read_to_string(&mut text).ok()?;
    let whole = |line: &str| {
        let item: serde_json::Value = serde_json::from_str(line).ok()?;
        Some((item["title"].as_str()?.to_owned(), item["text"].as_str()?.to_owned()))
    };
    Some(text.lines().filter_map(whole).collect())
}

/// Texts of 400 to 1,200 words out of 60,000, the n-th 1/n as frequent as the
/// first (Zipf), always the same.
fn made_up() -> Items {
    let mut seed = 7_u64;
    let mut next = move || {
        seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (seed >> 33) as f64 / (1_u64 << 31) as f64
    };
    let word = |number: usize| {
        let mut number = number + 20;
        let mut word = String::new();
        while number > 0 {
            word.push(char::from(b"bcdfglmnprstv"[number % 13]));
            word.push(char::from(b"aeiou"[number % 5]));
            number /= 13;
        }
        word
    };
    let mut text = |words: usize| {
        let drawn = (0..words).map(|_| word(60_000_f64.powf(next()) as usize));
        drawn.collect::<Vec<_>>().join(" ")
    };
    (0..10_000).map(|number| (text(8), text(400 + number * 37 % 800))).collect()
}

/// The words of some items, those that a query could ask for.
fn words(items: &Items) -> Vec<String> {
    let all = items.iter().step_by(items.len() / 50 + 1).flat_map(|(_, text)| text.split_whitespace());
    let plain = |word: &&str| (6..12).contains(&word.len()) && word.bytes().all(|byte| byte.is_ascii_lowercase());
    all.filter(plain).step_by(7).map(str::to_owned).take(200).collect()
}

fn speed(criterion: &mut Criterion) {
    let found = real();
    println!("over {} news items", if found.is_some() { "real" } else { "made-up" });
    let items = found.unwrap_or_else(made_up);
    for size in [1_000, 10_000] {
        at_size(criterion, &items[..size.min(items.len())].to_vec());
    }
}

fn at_size(criterion: &mut Criterion, items: &Items) {
    let mut group = criterion.benchmark_group(format!("{} items", items.len()));
    group.sample_size(10).warm_up_time(Duration::from_millis(500)).measurement_time(Duration::from_secs(2));
    let bytes: usize = items.iter().map(|(title, text)| title.len() + text.len()).sum();
    let build = || Texts::new(items.iter().map(|(title, text)| (title.as_str(), text.as_str())));
    group.throughput(Throughput::Bytes(bytes as u64));
    group.bench_function("build", |bench| bench.iter(build));
    let (index, positions) = build().encode();
    group.throughput(Throughput::Bytes(index.len() as u64));
    group.bench_function("open without positions", |bench| bench.iter(|| Texts::decode(&index, &[])));
    let texts = Texts::decode(&index, &[]).unwrap();
    group.throughput(Throughput::Bytes(positions.len() as u64));
    group.bench_function("add the positions", |bench| {
        let fresh = || (texts.clone(), positions.clone());
        bench.iter_batched(fresh, |(mut texts, positions)| texts.set_positions(positions), BatchSize::LargeInput);
    });

    let texts = Texts::decode(&index, &positions).unwrap();
    let words = words(items);
    let asked = |make: &dyn Fn(&[String]) -> String| words.windows(3).map(make).collect::<Vec<String>>();
    let slip = |word: &str| format!("{}x{}", &word[..3], &word[4..]);
    let kinds = [
        ("one word", asked(&|words| words[0].clone())),
        ("two words, all", asked(&|words| words[..2].join(" AND "))),
        ("three words, any", asked(&|words| words.join(" OR "))),
        ("phrase", asked(&|words| format!("\"{} {}\"", words[0], words[1]))),
        ("prefix", asked(&|words| format!("{}*", &words[0][..4]))),
        ("one letter wrong", asked(&|words| format!("{}~", slip(&words[0])))),
        ("two letters wrong", asked(&|words| format!("{}~2", slip(&words[0])))),
    ];
    group.throughput(Throughput::Elements(1));
    for (kind, queries) in kinds {
        let mut turn = queries.iter().cycle();
        group.bench_function(kind, |bench| {
            bench.iter(|| black_box(texts.rank(&parse(turn.next().map_or("", String::as_str)), 10)));
        });
    }

    let common = ["that", "with", "from", "have", "this"].map(|word| format!("{word} ")).concat();
    let worst = [
        ("a* b* c*", "a* b* c*".to_owned()),
        ("300 beginnings", "a* b* c* d* ".repeat(75)),
        ("100 placeholders", "*a*e* *b*r* ".repeat(50)),
        ("300 misspellings", "presidant~2 goverment~2 ".repeat(150)),
        ("ten thousand words", words[..20].join(" ").repeat(500)),
        ("nested parentheses", "(".repeat(5_000) + "president" + &")".repeat(5_000)),
        ("a long phrase of common words", format!("\"{}\"", common.repeat(20))),
        ("common words near each other", format!("\"{common}\"~1000")),
        ("a megabyte", common.repeat(40_000)),
    ];
    for (name, query) in worst {
        group
            .bench_function(format!("worst: {name}"), |bench| bench.iter(|| black_box(texts.rank(&parse(&query), 10))));
    }
    group.finish();
}

criterion_group!(benches, speed);
criterion_main!(benches);
