//! A short run of what the fuzz target of links checks, on the stable toolchain:
//! links by a seeded generator. `SUMMITRY_LINKS` says how many, 400 if it is
//! not set.
#![allow(missing_docs, clippy::unwrap_used, reason = "a test")]

#[path = "../fuzz/checks.rs"]
mod checks;

/// Links as people, mails and mistakes make them, by a seeded generator.
struct Random(u64);

impl Random {
    fn below(&mut self, end: usize) -> usize {
        // A linear congruential generator (Knuth, MMIX); its upper bits are used.
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) as usize % end.max(1)
    }

    fn of<'t>(&mut self, texts: &[&'t str]) -> &'t str {
        texts[self.below(texts.len())]
    }

    fn value(&mut self) -> String {
        const PIECES: &[&str] = &[
            "iran",
            "nato",
            "bbc",
            "bbc-2001-10-21",
            "csm-2008-04-04",
            "meeting.sochi-2008",
            "outlet.csm",
            "putin",
            "quote",
            "us",
            "2001",
            "2001-10",
            "date",
            "text",
            "differ",
            "off",
            "1",
            "5",
            "3-5",
            "99",
            "-",
            "--",
            "a-",
            "(",
            ")",
            "\"",
            "%22",
            "%",
            "%ff",
            "%E2%80%9D",
            "+",
            "*",
            "?",
            "~2",
            "NEAR",
            "NOT",
            " OR ",
            "issue:",
            "date:2001..",
            "title:",
            "^2",
            "{2}",
            ">=1",
            "Oil:oil",
            "Name:",
            ":",
            "#",
            "&amp;",
            "=",
            "/",
            ").",
            ",",
            "😀",
            "中",
            "\u{301}",
            "\0",
        ];
        let many = if self.below(40) == 0 { 300 } else { 4 };
        (0..self.below(many)).map(|_| self.of(PIECES)).collect()
    }

    fn link(&mut self) -> String {
        const PAGES: &[&str] = &[
            "",
            "/",
            "/search",
            "/read/bbc-2001-10-21",
            "/read/CSM-2008-04-04.",
            "/compare",
            "/coverage",
            "/timeline",
            "/voices",
            "/workshop",
            "/workshop/article/a.txt",
            "/notes",
            "/help",
            "/about",
            "/serach",
            "/read/",
            "%2Fsearch%3F",
            "/compare/",
        ];
        const NAMES: &[&str] = &[
            "q", "issue", "issues", "outlet", "meeting", "side", "speaker", "kind", "from", "to", "sort", "view",
            "order", "mine", "a", "mode", "rows", "fold", "at", "link", "filter", "p", "text", "line", "theme", "lang",
            "embed", "Q", "amp;a", "colour", "",
        ];
        let mut link = format!("#{}", self.of(PAGES));
        let many = if self.below(50) == 0 { 400 } else { 7 };
        for number in 0..self.below(many) {
            link.push(if number == 0 { '?' } else { '&' });
            link += self.of(NAMES);
            link.push('=');
            link += &self.value();
        }
        link
    }
}

#[test]
fn any_random_link_is_read_prints_what_it_reads_and_is_answered() {
    let count = std::env::var("SUMMITRY_LINKS").ok().and_then(|count| count.parse().ok()).unwrap_or(400);
    let mut random = Random(2001);
    (0..count).for_each(|_| checks::link(&random.link()));
}
