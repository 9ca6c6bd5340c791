//! Temporary.
use std::io::Read;
use summitry_corpus::{SourceFile, build};
fn main() {
    let mut text = String::new();
    flate2::read::GzDecoder::new(std::fs::File::open(std::env::args().nth(1).unwrap()).unwrap())
        .read_to_string(&mut text)
        .unwrap();
    let want: usize = std::env::args().nth(2).unwrap().parse().unwrap();
    let off: usize = std::env::args().nth(3).unwrap().parse().unwrap();
    for l in text.lines().skip(off).step_by(want).take(14) {
        let v: serde_json::Value = serde_json::from_str(l).unwrap();
        let t = format!("{}\n\n{}", v["title"].as_str().unwrap(), v["text"].as_str().unwrap());
        let a = build(&[SourceFile { name: "i.txt", bytes: t.as_bytes() }], None).unwrap().corpus.articles.remove(0);
        println!(
            "=== {} | {} | head: {} | by {:?} | pub {:?} want {}",
            v["id"],
            a.blocks.len(),
            a.headline.value,
            a.byline.map(|b| b.value),
            a.published.map(|p| p.iso()),
            v["date"]
        );
        for r in &a.removed {
            println!("  - {} {}", r.reason, r.text.chars().take(90).collect::<String>());
        }
        for b in a.blocks.iter().filter(|b| b.n.is_none()) {
            println!("  # {} {}", b.kind.name(), b.text.chars().take(90).collect::<String>());
        }
        for v in a.voices.iter().take(8) {
            println!(
                "  v {} {} [{}] | {} | {} | {}",
                v.passage,
                v.kind.name(),
                v.speaker,
                v.role,
                v.cue,
                v.text.chars().take(110).collect::<String>()
            );
        }
    }
}
