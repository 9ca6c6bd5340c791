//! Folders that a seeded generator makes, each as strange as chance has it:
//! checked and exported, none panics, hangs, says nothing, or sends a terminal
//! a command.
//!
//! `FOLDERS=2000 cargo test --release -p summitry-cli --test random_folders`
//! makes more of them than every run does; `SEED` begins at another place.
#![allow(missing_docs, reason = "a test")]

mod command;

use std::path::Path;
use std::time::{Duration, Instant};

use command::run;

/// SplitMix64 (Steele, Lea and Flood 2014).
struct Chance(u64);

impl Chance {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    fn below(&mut self, most: usize) -> usize {
        (self.next() % most as u64) as usize
    }

    fn one<'a>(&mut self, of: &[&'a str]) -> &'a str {
        of[self.below(of.len())]
    }
}

const NAMES: &[&str] = &[
    "a",
    "b",
    "A",
    "article 1",
    "ä",
    "日本",
    "x.y",
    "-",
    "--help",
    "a\"b",
    "a'b",
    "a\\b",
    "a\u{1b}[31m",
    "a\u{202e}b",
    "readme",
    "a&b",
    "<b>",
    "{x",
    "=1+1",
    "0",
    "a,b;c",
    "catalog",
    "..a",
    "a\tb",
];
const ENDINGS: &[&str] = &[".txt", ".md", ".html", ".htm", ".markdown", ".TXT", "", ".docx", ".txt~", ".toml"];
const PIECES: &[&str] = &[
    "The two leaders met on Monday in Vienna, and both said that the talks had been good. ",
    "“We agree,” said Anna Keller, the minister. ",
    "\"No,\" he said. ",
    "By Jane Doe\n",
    "21 October 2001\n",
    "\n",
    "\n\n",
    "# Heading\n",
    "- item\n",
    "• item\n",
    "=cmd|' /C calc'!A0 ",
    "@SUM(A1) ",
    "{",
    "}",
    "\\end{document} ",
    "<img src=x onerror=alert(1)> ",
    "<p>",
    "</p>",
    "<div>",
    "<script>x()</script>",
    "<!-- ",
    " -->",
    "[a](javascript:x) ",
    "[1]: <b c>\n",
    "![alt](x \"t\")\n",
    "`",
    "```\n",
    "---\n",
    "title: x\n",
    "&amp;",
    "â€™",
    "\u{feff}",
    "\u{202e}",
    "\u{1b}[2J",
    "\u{0}",
    "\r\n",
    "\r",
    "\u{2028}",
    "é日😀",
    "Q: Why?\n\n",
    "MS. KELLER: So.\n\n",
    "theUnited States ",
    "Advertisement\n",
    "Subscribe now\n",
    "1986. ",
    "a- b ",
    "| a | b |\n|---|---|\n",
    "> > ",
    "* ",
    "_",
    "**",
    "$x$ ",
    "Ã©",
];
const LINES: &[&str] = &[
    "title = 'T'\n",
    "title = \"\\u001b[2J\"\n",
    "equivalents = [['a', 'b'], ['talks', 'meeting', 'summit']]\n",
    "[[side]]\nid = 'us'\nname = 'US'\n",
    "[[side]]\nid = 'us'\nname = 'Again'\n",
    "[[outlet]]\nid = 'o'\nname = '=1+1'\nside = 'us'\n",
    "[[person]]\nid = 'p'\nname = 'Anna Keller'\nside = 'us'\n",
    "[[person]]\nid = 'q'\nname = ''\n",
    "[[meeting]]\nid = 'm'\nname = 'M'\nplace = 'V'\nstart = '2001-10-21'\nparticipants = ['p', 'q']\n",
    "[[meeting]]\nid = 'n'\nname = 'N'\nplace = 'V'\nstart = '2001-13-41'\n",
    "[[issue]]\nid = 'i'\nname = '*I*'\nquery = 'talks OR meet*'\n",
    "[[issue]]\nid = 'j'\nname = 'J'\nquery = '(('\n",
    "[[issue]]\nid = 'k'\nname = 'K'\nquery = ''\n",
    "[[article]]\nfile = 'a.txt'\n",
    "[[article]]\nfile = 'b.md'\nid = 'B'\n",
    "url = 'javascript:x'\n",
    "url = 'https://example.org/'\n",
    "outlet = { value = 'o', basis = 'stated', evidence = ['Vienna'] }\n",
    "outlet = { value = 'o', basis = 'inferred', because = 'x' }\n",
    "byline = { value = '{Jane', basis = 'inferred', because = 'x' }\n",
    "published = { value = '2001-10', basis = 'inferred', because = 'x' }\n",
    "lines = [{ line = 1, kind = 'removed' }]\n",
    "emendations = [{ line = 1, was = 'two', now = '2', because = 'x' }]\n",
    "speakers = [{ line = 1, person = 'p', because = 'x' }]\n",
    "nonsense",
    "[[",
    "= 1\n",
    "\"",
    "id = 3\n",
];

fn text(chance: &mut Chance, pieces: &[&str], most: usize) -> Vec<u8> {
    let count = chance.below(most);
    let mut bytes: Vec<u8> = (0..count).flat_map(|_| chance.one(pieces).bytes()).collect();
    // One in eight is damaged.
    if chance.below(8) == 0 && !bytes.is_empty() {
        for _ in 0..chance.below(4) {
            let at = chance.below(bytes.len());
            bytes[at] = chance.next() as u8;
        }
        let at = chance.below(bytes.len());
        bytes.truncate(at + 1);
    }
    bytes
}

fn folder(chance: &mut Chance, path: &Path) {
    std::fs::create_dir_all(path).unwrap();
    for _ in 0..chance.below(5) {
        let name = [chance.one(NAMES), chance.one(ENDINGS)].concat();
        let most = if chance.below(20) == 0 { 2000 } else { 40 };
        let bytes = text(chance, PIECES, most);
        // Not every system takes every name.
        let _ = if chance.below(40) == 0 {
            std::fs::create_dir_all(path.join(&name))
        } else {
            std::fs::write(path.join(&name), bytes)
        };
    }
    if chance.below(3) > 0 {
        std::fs::write(path.join("a.txt"), text(chance, PIECES, 40)).unwrap();
    }
    if chance.below(3) > 0 {
        let _ = std::fs::write(path.join("catalog.toml"), text(chance, LINES, 8));
    }
}

#[test]
fn no_folder_panics_hangs_or_says_nothing() {
    let number = |name: &str| std::env::var(name).ok().and_then(|value| value.parse().ok());
    let (count, seed) = (number("FOLDERS").unwrap_or(40), number("SEED").unwrap_or(0));
    let root = std::env::temp_dir().join(format!("summitry-random-{}", std::process::id()));
    let (mut good, mut slowest) = (0, Duration::ZERO);
    for at in seed..seed + count {
        let mut chance = Chance(at);
        let path = root.join(at.to_string());
        folder(&mut chance, &path);
        let format = chance.one(&["json", "csv", "markdown", "bibtex", "ris", "csl"]);
        let shown = path.to_str().unwrap();
        for arguments in [&["check", shown][..], &["export", shown, "--format", format], &["search", shown, "talks"]] {
            let begun = Instant::now();
            let output = run(arguments);
            slowest = slowest.max(begun.elapsed());
            let told = String::from_utf8([output.stdout.as_slice(), &output.stderr].concat()).unwrap();
            let whole = format!("SEED={at}: {arguments:?}\n{told}");
            assert!(matches!(output.status.code(), Some(0 | 1)) && !told.contains("panicked"), "{whole}");
            assert!(!told.trim().is_empty() || format == "ris" || format == "bibtex", "{whole}");
            assert!(told.chars().all(|c| !c.is_control() || matches!(c, '\n' | '\r')), "{whole:?}");
            good += u64::from(output.status.success());
        }
        let _ = std::fs::remove_dir_all(&path);
    }
    let _ = std::fs::remove_dir_all(&root);
    println!(
        "{count} folders from seed {seed}: {good} of {} commands ended well, the slowest took {slowest:?}",
        3 * count
    );
    assert!(slowest < Duration::from_secs(20), "{slowest:?}");
    assert!(good > count / 4 && good < 3 * count, "the folders are all good or all bad: {good}");
}
