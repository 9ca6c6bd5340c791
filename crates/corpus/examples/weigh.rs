use summitry_corpus::{SourceFile, build};
fn main() {
    let catalogue = std::fs::read_to_string(std::env::args().nth(1).unwrap()).unwrap();
    let mut files: Vec<(String, Vec<u8>)> = std::fs::read_dir("seeds")
        .unwrap()
        .map(|e| e.unwrap())
        .map(|e| (e.file_name().into_string().unwrap(), std::fs::read(e.path()).unwrap()))
        .filter(|(n, _)| n.ends_with(".txt"))
        .collect();
    files.sort();
    let sources: Vec<_> = files.iter().map(|(name, bytes)| SourceFile { name, bytes }).collect();
    let built = build(&sources, Some(("catalog.toml", &catalogue))).unwrap();
    std::fs::write(std::env::args().nth(2).unwrap(), built.corpus.encode()).unwrap();
}
