use std::io::Read;
use summitry_corpus::{SourceFile, build};
fn main() {
    let mut all = String::new();
    std::io::stdin().read_to_string(&mut all).unwrap();
    let most: u32 = std::env::args().nth(1).and_then(|n| n.parse().ok()).unwrap_or(12);
    for item in all.split("\u{1}") {
        if item.trim().is_empty() {
            continue;
        }
        let built = build(&[SourceFile { name: "item.txt", bytes: item.as_bytes() }], None).unwrap();
        let a = &built.corpus.articles[0];
        println!(
            "=================== {} | by {} | {} | {}",
            a.headline.value,
            a.byline.as_ref().map_or("?", |b| &b.value),
            a.published.as_ref().map_or("?".into(), |p| p.iso()),
            a.place.as_ref().map_or("?", |p| &p.value)
        );
        for b in &a.blocks {
            match b.n {
                Some(n) if n > most => continue,
                Some(n) => println!("[{n}] {}{}", if b.kind.name() == "list-item" { "* " } else { "" }, b.text),
                None => println!("  ({}) {}", b.kind.name(), b.text.chars().take(100).collect::<String>()),
            }
            if let Some(n) = b.n {
                for v in a.voices_in(n) {
                    println!(
                        "    {}{} <{}> {:?} [{}]",
                        if v.kind.name() == "direct" { "D" } else { "P" },
                        if v.basis.name() == "stated" { "" } else { "~" },
                        v.speaker,
                        {
                            let t: Vec<char> = v.text.chars().collect();
                            if t.len() > 90 {
                                format!(
                                    "{}…{}",
                                    t[..55].iter().collect::<String>(),
                                    t[t.len() - 25..].iter().collect::<String>()
                                )
                            } else {
                                v.text.clone()
                            }
                        },
                        v.cue
                    );
                }
            }
        }
        for r in a.removed.iter().take(12) {
            println!("  - {}: {} | {}", r.line, r.reason, r.text.chars().take(80).collect::<String>());
        }
    }
}
