//! Temporary.
fn main() {
    let dir = "/work/main/seeds";
    let mut files: Vec<(String, Vec<u8>)> = std::fs::read_dir(dir)
        .unwrap()
        .map(|e| e.unwrap())
        .filter(|e| e.path().extension().is_some_and(|x| x == "txt"))
        .map(|e| (e.file_name().into_string().unwrap(), std::fs::read(e.path()).unwrap()))
        .collect();
    files.sort();
    let s: Vec<_> = files.iter().map(|(name, bytes)| summitry_corpus::SourceFile { name, bytes }).collect();
    let b = summitry_corpus::build(&s, Some(("c", &std::fs::read_to_string("/work/main/seeds/catalog.toml").unwrap())))
        .unwrap();
    std::fs::write("/tmp/payload.bin", b.corpus.encode()).unwrap();
    let mut all = Vec::new();
    for (_, x) in &files {
        all.extend(x);
    }
    std::fs::write("/tmp/raw.bin", all).unwrap();
}
