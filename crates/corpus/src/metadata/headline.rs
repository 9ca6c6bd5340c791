//! The headline: which of a page's headings and titles it is.
//!
//! Invariant: a heading is the headline when a title of the page says so too;
//! the name of the site is no part of it.

use super::entry::{Entry, Field, Source};
use super::{Said, place, stated, stated_by};
use crate::article::BlockKind;
use crate::fact::{Basis, Fact, Provenance};

/// Signs between a headline and the name of the site.
const SIGNS: [&str; 11] = [" | ", " : ", " - ", " – ", " — ", " :: ", " » ", " « ", " · ", " • ", " / "];

/// The headline that a page's entries give, and which of them.
pub(crate) fn of_page(entries: &[Entry]) -> Option<(String, &Entry)> {
    let about = || entries.iter().filter(|entry| entry.field == Field::Headline);
    let titles: Vec<&Entry> =
        about().filter(|entry| !matches!(entry.source, Source::Heading | Source::Visible)).collect();
    let headings: Vec<&Entry> = about().filter(|entry| entry.source == Source::Heading).collect();
    let named = entries.iter().filter(|entry| entry.field == Field::Outlet).map(|entry| plain(&entry.value));
    let sites: Vec<String> = named.chain(hosts(entries)).collect();
    let is_site = |text: &str| is_site(text, &sites);
    // 1. A heading that a title repeats.
    let repeats = |heading: &Entry, title: &Entry| {
        agrees(&heading.value, &title.value) || shares(&heading.value, without_site(&title.value, &sites, &titles))
    };
    let agreed = headings.iter().filter(|heading| titles.iter().any(|title| repeats(heading, title)));
    let agreed = agreed.filter(|heading| !is_site(&heading.value)).max_by_key(|heading| plain(&heading.value).len());
    if let Some(heading) = agreed {
        return Some((heading.value.clone(), heading));
    }
    // 2. The only heading, when a title has two of its words.
    let headings: Vec<&Entry> = headings.into_iter().filter(|heading| !is_site(&heading.value)).collect();
    if let [heading] = headings.as_slice()
        && titles.iter().any(|title| common(&heading.value, &title.value) >= 2)
        && heading.value.split_whitespace().count() >= 3
    {
        return Some((heading.value.clone(), heading));
    }
    // 3. A title, by rank, without the name of the site.
    let mut ranked = titles.clone();
    ranked.sort_by_key(|entry| entry.source);
    let bare = |entry: &Entry| match entry.source {
        // An archive's field holds the headline alone.
        Source::Archive => entry.value.clone(),
        _ => without_site(&entry.value, &sites, &titles).to_owned(),
    };
    let mut cleaned = ranked.iter().map(|entry| (bare(entry), *entry));
    if let Some((value, entry)) = cleaned.find(|(value, _)| !is_site(value) && plain(value).chars().count() >= 4) {
        return Some((value, entry));
    }
    // 4. A heading that no title confirms, for want of titles.
    headings.first().map(|heading| (heading.value.clone(), *heading))
}

/// The names in the addresses of a page: `https://www.coastpost.example` may be
/// the Coast Post's.
fn hosts(entries: &[Entry]) -> impl Iterator<Item = String> + '_ {
    let addresses = entries.iter().filter(|entry| entry.field == Field::Address);
    let hosts = addresses.filter_map(|entry| entry.value.split_once("://")?.1.split(['/', ':', '?', '#']).next());
    hosts.flat_map(|host| {
        // The last part is a country's or a kind's.
        let parts = host.rsplit('.').skip(1).filter(|part| part.len() >= 4);
        parts.map(|part| part.replace('-', "").to_lowercase()).collect::<Vec<_>>()
    })
}

/// Whether words are the name of the site, also where its host joins them.
fn is_site(text: &str, sites: &[String]) -> bool {
    let text = plain(text);
    let bare = text.strip_prefix("the ").unwrap_or(&text);
    let is = |name: &str| !name.is_empty() && sites.iter().any(|site| site == name);
    is(&text) || is(&text.replace(' ', "")) || is(&bare.replace(' ', ""))
}

/// Letters and figures only, small, with single blanks between words.
fn plain(text: &str) -> String {
    let mut words = String::with_capacity(text.len());
    let mut parted = false;
    for c in text.chars() {
        if c.is_alphanumeric() {
            if parted && !words.is_empty() {
                words.push(' ');
            }
            parted = false;
            words.push(c);
        } else {
            parted |= !matches!(c, '\'' | '’');
        }
    }
    words.to_lowercase()
}

/// Whether a title is the heading, or begins or ends with it.
fn agrees(heading: &str, title: &str) -> bool {
    let (heading, title) = (plain(heading), plain(title));
    if heading == title {
        return !heading.is_empty();
    }
    let (short, long) = if heading.len() <= title.len() { (&heading, &title) } else { (&title, &heading) };
    let words = short.split(' ').count();
    let parted = |rest: Option<&str>| rest.is_some_and(|rest| rest.starts_with(' ') || rest.ends_with(' '));
    // One word is as likely the site's name, with which titles end.
    let within = parted(long.strip_prefix(short.as_str())) || parted(long.strip_suffix(short.as_str())) && words >= 4;
    if words >= 2 && within && (words >= 3 || short.len() * 2 >= long.len()) {
        return true;
    }
    false
}

/// How many words of some length two texts have in common.
fn common(a: &str, b: &str) -> usize {
    let (a, b) = (plain(a), plain(b));
    a.split(' ').filter(|word| word.chars().count() >= 3 && b.split(' ').any(|other| other == *word)).count()
}

/// Whether a heading and a title without its site have most words in common:
/// titles for search engines are shorter, or put otherwise.
fn shares(heading: &str, title: &str) -> bool {
    let (heading, title) = (plain(heading), plain(title));
    let (short, long) = if heading.len() <= title.len() { (&heading, &title) } else { (&title, &heading) };
    let words = short.split(' ').count();
    let shared = short.split(' ').filter(|word| long.split(' ').any(|other| other == *word)).count();
    words >= 3 && shared * 10 >= words * 7 && long.split(' ').count() <= 3 * words
}

/// A title without the name of the site before or behind it.
fn without_site<'a>(title: &'a str, sites: &[String], titles: &[&Entry]) -> &'a str {
    let named = |part: &str| is_site(part, sites);
    // `Coast Post: Headline`: a colon parts headlines too, so the name must be known.
    for sign in SIGNS.iter().copied().chain([": "]) {
        if let Some((front, back)) = title.rsplit_once(sign)
            && (named(back) || titles.iter().any(|other| plain(&other.value) == plain(front)))
        {
            return front.trim();
        }
        if let Some((front, back)) = title.split_once(sign)
            && (named(front) || titles.iter().any(|other| plain(&other.value) == plain(back)))
        {
            return back.trim();
        }
    }
    // No name is known: a few words behind the last sign are the site's.
    let last = SIGNS.iter().filter_map(|sign| title.rfind(sign).map(|at| (at, sign.len()))).max();
    if let Some((at, length)) = last {
        let (front, back) = (title.get(..at).unwrap_or(title), title.get(at + length..).unwrap_or(""));
        let (words, behind) = (front.split_whitespace().count(), back.split_whitespace().count());
        let name = back
            .split_whitespace()
            .all(|word| !word.starts_with(char::is_lowercase) || word.contains('.') || word.len() <= 3);
        if words >= 3 && behind <= 5 && behind < words && name {
            // `Headline | World news | Coast Post`
            return without_site(front.trim(), sites, titles);
        }
    }
    // `Coast Post | Headline`: two or three names before a bar, and more behind it.
    if let Some((front, back)) = title.split_once(" | ").or_else(|| title.split_once(" » ")) {
        let (words, behind) = (front.split_whitespace().count(), back.split_whitespace().count());
        let name = front.split_whitespace().all(|word| word.starts_with(char::is_uppercase));
        if name && words <= 3 && behind >= 4 && behind > words {
            return back.trim();
        }
    }
    title.trim()
}

/// The headline of a page, the headline block, else the opening words.
pub(super) fn headline(said: &Said<'_>) -> Fact<String> {
    let block = super::first_of_kind(said.blocks, BlockKind::Headline);
    if let Some((value, entry)) = of_page(said.entries) {
        let same = block.filter(|block| plain(&block.text) == plain(&value));
        let why = same.map_or_else(|| stated_by(said.source, entry), |block| stated(said.source, block.range));
        // The block's own words are repaired where they were damaged.
        return Fact { value: same.map_or(value, |block| block.text.clone()), why };
    }
    if let Some(block) = block {
        return Fact { value: block.text.clone(), why: stated(said.source, block.range) };
    }
    let Some(block) = said.blocks.iter().find(|block| block.kind.is_passage()) else {
        let reason = "The file has no text, so its name stands for a headline.".to_owned();
        return Fact {
            value: said.file.to_owned(),
            why: Provenance { basis: Basis::Inferred, evidence: Vec::new(), reason },
        };
    };
    // `HELSINKI, March 4 (Newswire) - `: where it was written is no headline.
    let text = place::opening_place(&block.text).and_then(|(_, rest)| block.text.get(rest..)).unwrap_or(&block.text);
    let mut words = text.split_whitespace();
    let opening: Vec<&str> = words.by_ref().take(10).collect();
    let more = if words.next().is_some() { " …" } else { "" };
    let value: String = opening.join(" ").chars().take(120).collect();
    let reason = "The file has no headline of its own; these are its opening words.".to_owned();
    let evidence = said.source.find(&value).into_iter().collect();
    Fact { value: value + more, why: Provenance { basis: Basis::Inferred, evidence, reason } }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(entries: &[(Field, Source, &str)], expected: &str) {
        let entries: Vec<Entry> = entries
            .iter()
            .map(|(field, source, value)| Entry {
                field: *field,
                source: *source,
                label: String::new(),
                value: (*value).to_owned(),
                line: 1,
                position: 0,
            })
            .collect();
        assert_eq!(of_page(&entries).map(|(value, _)| value).as_deref(), Some(expected), "{entries:?}");
    }

    #[test]
    fn a_name_that_the_pages_address_has_is_the_sites() {
        use Field::{Address, Headline};
        let address = (Address, Source::Meta, "https://www.coast-post.example/talks?id=7");
        for title in [
            "Coast Post: Harbour talks end",
            "The Coast Post: Harbour talks end",
            "COAST POST - Harbour talks end",
            "Harbour talks end | CoastPost",
            "Harbour talks end: Coast Post",
            "Harbour talks end - Coast Post",
        ] {
            check(&[(Headline, Source::Title, title), address], "Harbour talks end");
        }
        let other = "Coast Guard: Harbour talks end";
        check(&[(Headline, Source::Title, other), address], other);
        check(
            &[(Headline, Source::Title, "Talks: Who pays"), (Address, Source::Meta, "no address")],
            "Talks: Who pays",
        );
    }

    #[test]
    fn two_or_three_names_before_a_bar_are_the_sites_where_more_stands_behind_it() {
        use Field::Headline;
        let longer = "harbour talks end in the old town hall";
        check(&[(Headline, Source::Title, &["Coast Post | ", longer].concat())], longer);
        for whole in ["What it brings | A long day on the quay of the port", "Coast Post | Old wall falls"] {
            check(&[(Headline, Source::Title, whole)], whole);
        }
    }

    #[test]
    fn the_heading_that_a_title_repeats_is_the_headline() {
        use Field::{Headline, Outlet};
        let title = (Headline, Source::Title, "Harbour talks end with a plan - Coast Post");
        check(
            &[
                title,
                (Headline, Source::Heading, "Coast Post"),
                (Headline, Source::Heading, "Harbour talks end with a plan"),
            ],
            "Harbour talks end with a plan",
        );
        check(&[title, (Headline, Source::Heading, "Read the magazine")], "Harbour talks end with a plan");
        check(
            &[
                (Headline, Source::Title, "Coast Post: Harbour talks"),
                (Headline, Source::OpenGraph, "Harbour talks end"),
                (Outlet, Source::OpenGraph, "Coast Post"),
            ],
            "Harbour talks end",
        );
        check(
            &[(Headline, Source::Title, "Harbour talks end with a plan | World | Coast Post")],
            "Harbour talks end with a plan",
        );
        check(
            &[(Headline, Source::Title, "Coast Post | Harbour talks end"), (Outlet, Source::OpenGraph, "Coast Post")],
            "Harbour talks end",
        );
        check(&[(Headline, Source::Title, "The wall - and who pays for it")], "The wall - and who pays for it");
        check(&[(Headline, Source::Heading, "Harbour talks end")], "Harbour talks end");
    }
}
