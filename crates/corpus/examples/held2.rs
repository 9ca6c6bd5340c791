//! Temporary.
use std::io::Read;
use summitry_corpus::{SourceFile, build};
fn main() {
    let mut text = String::new();
    flate2::read::GzDecoder::new(std::fs::File::open(std::env::args().nth(1).unwrap()).unwrap())
        .read_to_string(&mut text)
        .unwrap();
    let (mut n, mut head, mut empty, mut kd, mut kok, mut kwrong, mut wd) = (0, 0, 0, 0, 0, 0, 0);
    for l in text.lines() {
        let v: serde_json::Value = serde_json::from_str(l).unwrap();
        let title = v["title"].as_str().unwrap();
        let t = format!("{}\n\n{}", title, v["text"].as_str().unwrap());
        let b = build(&[SourceFile { name: "i.txt", bytes: t.as_bytes() }], None).unwrap();
        let a = &b.corpus.articles[0];
        n += 1;
        let same = a.headline.value == title.split_whitespace().collect::<Vec<_>>().join(" ");
        head += usize::from(same);
        if !same && n % 37 == 0 {
            println!(
                "H {} | {}",
                a.headline.value.chars().take(90).collect::<String>(),
                title.chars().take(120).collect::<String>()
            );
        }
        if a.passages().next().is_none() {
            empty += 1;
            println!("EMPTY {} {}", v["id"], t.chars().take(200).collect::<String>().replace('\n', "|"));
        }
        if v["id"].as_str().unwrap().starts_with('K') {
            kd += 1;
            match &a.published {
                Some(p) if p.date.to_string() == v["date"].as_str().unwrap() => kok += 1,
                Some(p) => {
                    kwrong += 1;
                    if kwrong < 6 {
                        println!("D {} {} {}", v["id"], p.iso(), v["date"]);
                    }
                }
                None => {
                    if kd % 50 == 0 {
                        println!(
                            "D? {} {}",
                            v["id"],
                            t.chars()
                                .rev()
                                .take(200)
                                .collect::<String>()
                                .chars()
                                .rev()
                                .collect::<String>()
                                .replace('\n', "|")
                        );
                    }
                }
            }
        } else if a.published.is_some() {
            wd += 1;
            if wd < 8 {
                println!(
                    "WD {} {} {:?}",
                    v["date"],
                    a.published.as_ref().unwrap().iso(),
                    a.published.as_ref().unwrap().why.evidence.iter().map(|e| e.quote.clone()).collect::<Vec<_>>()
                );
            }
        }
    }
    println!("{n} items; headline {head}; empty {empty}; K {kd} right {kok} wrong {kwrong}; others dated {wd}");
}
