//! Which element of a page holds the article.
//!
//! Paragraphs give weight to the elements around them, the nearer the more;
//! what the element's names say and what the page tells search engines raise
//! or lower it. The best is then widened as long as what is added is running
//! text as well. Invariant: linear; the choice depends on the page alone.

use std::collections::HashSet;
use std::hash::{DefaultHasher, Hash, Hasher};

use super::evidence::Body;
use super::outline::{Kind, Outline};
use super::spread::Spread;
use crate::clean::furniture::reason;
use crate::clean::shape::{End, Shape};

/// What is known about the blocks of a page before anything is decided.
pub struct Weights {
    /// For each block its weight as running text; 0 in what is furniture.
    pub prose: Vec<f32>,
    /// Sums of `prose` up to each block, for the sum of any element.
    sums: Vec<f32>,
    /// Sums of words, of letters and of letters in links, likewise.
    words: Vec<f32>,
    letters: Vec<f32>,
    linked: Vec<f32>,
    /// For each block whether the page's own description has its words.
    pub described: Vec<bool>,
    /// For each element why its words are not the article's, if so.
    pub furniture: Vec<Option<&'static str>>,
}

impl Weights {
    /// Weighs the blocks of a page.
    pub fn of(outline: &Outline) -> Weights {
        let described = described(outline);
        let free: Vec<f32> = outline.blocks.iter().map(|block| if block.hidden { 0.0 } else { prose(block) }).collect();
        let furniture = furniture(outline, &sums(free.iter().copied()), &described);
        let prose: Vec<f32> = outline
            .blocks
            .iter()
            .zip(&free)
            .map(
                |(block, weight)| if furniture.get(block.element).is_some_and(Option::is_some) { 0.0 } else { *weight },
            )
            .collect();
        let words = sums(outline.blocks.iter().map(|block| if block.hidden { 0.0 } else { block.words as f32 }));
        let shown = |block: &super::outline::Block| !block.hidden && block.kind != Kind::Alternative;
        let letters = |block: &super::outline::Block| if shown(block) { block.text.len() as f32 } else { 0.0 };
        Weights {
            sums: sums(prose.iter().copied()),
            words,
            letters: sums(outline.blocks.iter().map(letters)),
            linked: sums(outline.blocks.iter().map(|block| letters(block) * block.linked)),
            prose,
            described,
            furniture,
        }
    }

    /// Whether the page's own description has nearly all running text of an
    /// element; one that breaks off tells nothing of the end.
    pub fn describes(&self, first: usize, end: usize) -> bool {
        let range = |at: &usize| self.described.get(*at).copied().unwrap_or(false);
        let told: f32 = (first..end).filter(range).filter_map(|at| self.prose.get(at)).sum();
        told > self.prose_in(first, end) * 0.7
    }

    fn within(sums: &[f32], first: usize, end: usize) -> f32 {
        sums.get(end).copied().unwrap_or(0.0) - sums.get(first).copied().unwrap_or(0.0)
    }

    /// The running text between two blocks.
    pub fn prose_in(&self, first: usize, end: usize) -> f32 {
        Self::within(&self.sums, first, end)
    }

    /// The share of the letters between two blocks that lie in links.
    pub fn linked_in(&self, first: usize, end: usize) -> f32 {
        Self::within(&self.linked, first, end) / Self::within(&self.letters, first, end).max(1.0)
    }

    /// All words between two blocks.
    pub fn words_in(&self, first: usize, end: usize) -> f32 {
        Self::within(&self.words, first, end)
    }
}

fn sums(values: impl Iterator<Item = f32>) -> Vec<f32> {
    let mut sum = 0.0;
    std::iter::once(0.0)
        .chain(values.map(|value| {
            sum += value;
            sum
        }))
        .collect()
}

/// How much of running text a block is: its words, unless they are links, a
/// heading or a label.
fn prose(block: &super::outline::Block) -> f32 {
    let fits = matches!(block.kind, Kind::Plain | Kind::Item);
    if !fits || block.words < 6 || block.linked > 0.5 {
        return 0.0;
    }
    let shape = Shape::of(&block.text);
    // Some scripts without capitals end no sentence with a mark.
    let uncased = shape.lower == 0 && shape.capital == 0 && block.words >= 10;
    let sentence = shape.end == End::Stop || shape.is_prose() || uncased;
    let weight = block.words as f32 * (1.0 - block.linked);
    match block.kind {
        Kind::Item => weight * if sentence { 0.6 } else { 0.2 },
        _ if sentence => weight,
        _ => weight * 0.3,
    }
}

/// Why the words of each element are not the article's: its own evidence or
/// that of an element around it, unless it holds most of the page's text.
fn furniture(outline: &Outline, free: &[f32], described: &[bool]) -> Vec<Option<&'static str>> {
    let all = free.last().copied().unwrap_or(0.0);
    let told =
        sums(described.iter().zip(&outline.blocks).map(|(is, block)| if *is { block.words as f32 } else { 0.0 }));
    let all_told = told.last().copied().unwrap_or(0.0);
    let mut found: Vec<Option<&'static str>> = Vec::with_capacity(outline.elements.len());
    for (at, element) in outline.elements.iter().enumerate() {
        let around = if at == 0 { None } else { found.get(element.parent).copied().flatten() };
        let own = element.evidence.furniture.filter(|why| {
            let held = Weights::within(free, element.first, element.end);
            let most = if *why == reason::COMMENTS { 0.9 } else { 0.5 };
            let told = Weights::within(&told, element.first, element.end);
            held <= all * most && !(told > all_told * 0.3 && told > 0.0)
        });
        let own = own.filter(|_| !(&*element.name == "header" && own_header(outline, at)));
        found.push(around.or(own));
    }
    found
}

/// Whether a header is the article's, not the page's: it stands in the article
/// or holds the headline.
fn own_header(outline: &Outline, at: usize) -> bool {
    let Some(element) = outline.elements.get(at) else { return false };
    if outline.around(element.parent).take(12).any(|around| matches!(&*around.name, "article" | "main")) {
        return true;
    }
    let blocks = outline.blocks.get(element.first..element.end).unwrap_or(&[]);
    let own = |block: &super::outline::Block| {
        block.linked < 0.5 && (block.kind == Kind::Heading(1) || block.words >= 8 && Shape::of(&block.text).is_prose())
    };
    blocks.len() <= 12 && blocks.iter().any(own)
}

/// The blocks whose words stand in the text that the page gives to search
/// engines (`articleBody` in JSON-LD); none when it gives none worth reading.
fn described(outline: &Outline) -> Vec<bool> {
    let none = || vec![false; outline.blocks.len()];
    let Some(body) = article_body(&outline.linked_data) else { return none() };
    let known: HashSet<u64, Spread> = runs(&body).collect();
    if known.len() < 40 {
        return none();
    }
    let mut seen = 0;
    let found: Vec<bool> = outline
        .blocks
        .iter()
        .map(|block| {
            let (mut all, mut hits) = (0_u32, 0_u32);
            for shingle in runs(&block.text) {
                all += 1;
                hits += u32::from(known.contains(&shingle));
            }
            let is = !block.hidden && all >= 3 && hits * 10 >= all * 7;
            seen += if is { hits as usize } else { 0 };
            is
        })
        .collect();
    if seen * 2 >= known.len() { found } else { none() }
}

/// Runs of four words, letters and digits only.
pub fn runs(text: &str) -> impl Iterator<Item = u64> {
    let mut last = [0_u64; 4];
    let mut count = 0_usize;
    text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).filter_map(move |word| {
        let mut hasher = DefaultHasher::new();
        word.hash(&mut hasher);
        last.rotate_left(1);
        if let Some(newest) = last.last_mut() {
            *newest = hasher.finish();
        }
        count += 1;
        (count >= 4).then(|| {
            let mut hasher = DefaultHasher::new();
            last.hash(&mut hasher);
            hasher.finish()
        })
    })
}

/// The longest `"articleBody": "…"` of a page's descriptions.
fn article_body(data: &str) -> Option<String> {
    const KEY: &str = "\"articleBody\"";
    let mut best: Option<String> = None;
    let mut rest = data;
    while let Some(at) = rest.find(KEY) {
        rest = rest.get(at + KEY.len()..).unwrap_or("");
        let value = rest.trim_start().strip_prefix(':').map(str::trim_start).and_then(|value| value.strip_prefix('"'));
        let Some(value) = value else { continue };
        let (text, length) = json_string(value);
        rest = value.get(length..).unwrap_or("");
        if best.as_ref().is_none_or(|best| best.len() < text.len()) {
            best = Some(text);
        }
    }
    best
}

/// The text of a JSON string after its opening mark, and the bytes it takes.
/// Escaped letters of HTML and of JSON are read; anything odd is a blank.
fn json_string(value: &str) -> (String, usize) {
    let mut text = String::new();
    let mut chars = value.char_indices();
    let mut tag = false;
    while let Some((at, c)) = chars.next() {
        match c {
            '"' => return (text, at),
            '\\' => match chars.next() {
                Some((_, 'u')) => {
                    let code = value.get(at + 2..at + 6).and_then(|hex| u32::from_str_radix(hex, 16).ok());
                    text.push(code.and_then(char::from_u32).unwrap_or(' '));
                    chars.by_ref().take(4).for_each(drop);
                }
                Some((_, mark @ ('"' | '\\' | '/'))) => text.push(mark),
                _ => text.push(' '),
            },
            '<' => tag = true,
            '>' if tag => {
                tag = false;
                text.push(' ');
            }
            _ if tag => {}
            _ => text.push(c),
        }
    }
    (text, value.len())
}

/// The element that holds the article, or `None` where no text stands.
pub fn root(outline: &Outline, weights: &Weights) -> Option<usize> {
    let best = best(outline, weights)?;
    Some(widened(outline, weights, best))
}

/// The element with most weight of paragraphs right in it.
fn best(outline: &Outline, weights: &Weights) -> Option<usize> {
    let told = weights.described.iter().any(|is| *is);
    let mut scores = vec![0.0_f32; outline.elements.len()];
    for ((block, prose), described) in outline.blocks.iter().zip(&weights.prose).zip(&weights.described) {
        if *prose == 0.0 {
            continue;
        }
        let weight = if told && !described { prose * 0.1 } else { *prose };
        let mut at = container(outline, block.element);
        for share in [1.0, 0.6, 0.35, 0.2] {
            if let Some(score) = scores.get_mut(at) {
                *score += weight * share;
            }
            if at == 0 {
                break;
            }
            at = outline.elements.get(at).map_or(0, |element| element.parent);
        }
    }
    let weighed = scores.iter().enumerate().map(|(at, score)| {
        let factor = outline.elements.get(at).map_or(1.0, |element| match element.evidence.body {
            Body::Named => 1.5,
            Body::Likely => 1.2,
            Body::Silent => 1.0,
        });
        (at, score * factor)
    });
    let best = weighed.max_by(|a, b| a.1.total_cmp(&b.1).then(b.0.cmp(&a.0)))?;
    (best.1 > 0.0).then_some(best.0)
}

/// The element in which a paragraph stands.
fn container(outline: &Outline, mut at: usize) -> usize {
    for _ in 0..32 {
        let Some(element) = outline.elements.get(at) else { break };
        let inner = matches!(
            &*element.name,
            "p" | "li"
                | "blockquote"
                | "dd"
                | "dt"
                | "td"
                | "tr"
                | "th"
                | "tbody"
                | "table"
                | "pre"
                | "ul"
                | "ol"
                | "dl"
                | "center"
        );
        if !inner || at == 0 {
            break;
        }
        at = element.parent;
    }
    at
}

/// The element, or one around it that adds running text and little else.
fn widened(outline: &Outline, weights: &Weights, best: usize) -> usize {
    let mut root = best;
    let mut at = best;
    while at != 0 {
        at = outline.elements.get(at).map_or(0, |element| element.parent);
        let (Some(inner), Some(outer)) = (outline.elements.get(root), outline.elements.get(at)) else { break };
        let held = weights.prose_in(inner.first, inner.end);
        let before = (outer.first, inner.first);
        let after = (inner.end, outer.end);
        let added: f32 = [before, after].iter().map(|(first, end)| weights.prose_in(*first, *end)).sum();
        let words: f32 = [before, after].iter().map(|(first, end)| weights.words_in(*first, *end)).sum();
        if added > held * 0.12 && added > words * 0.6 {
            root = at;
        }
    }
    root
}
