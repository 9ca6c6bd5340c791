//! Whatever is escaped is one field, one line, one text of its format.
#![no_main]

use libfuzzer_sys::fuzz_target;
use summitry_corpus::escape;

fuzz_target!(|text: &str| {
    let mut line = String::new();
    escape::push_csv_line(&mut line, [text, "x"]);
    assert_eq!(line.matches('\n').count(), 1);
    assert_eq!(line.matches('"').count() % 2, 0);
    let (mut depth, tex) = (0_i64, escape::bibtex(text));
    for c in tex.chars() {
        depth += i64::from(c == '{') - i64::from(c == '}');
        assert!(depth >= 0);
    }
    assert_eq!(depth, 0);
    assert!(!escape::markdown(text).contains(|c: char| c.is_control()));
    assert!(escape::terminal(text).chars().all(|c| c == '\n' || !c.is_control()));
    assert!(escape::toml(text).chars().all(|c| !c.is_control()));
    assert!(escape::web_address(text).is_none_or(|address| address.to_ascii_lowercase().starts_with("http")));
});
