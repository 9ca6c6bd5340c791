//! Which block of a page is the headline.
//!
//! Invariant: a heading that agrees with the page's own title is preferred to
//! any other, so that the name of the paper or of a box is no headline.

use super::body::Weights;
use super::outline::{Kind, Outline};
use crate::clean::furniture::plain;

/// The block that is the headline: the heading that stands in the page's
/// title, else the last first-rank heading before the text, else the title.
pub fn headline(outline: &Outline, weights: &Weights, root: Option<usize>) -> Option<usize> {
    let title = outline.blocks.iter().position(|block| block.kind == Kind::Title);
    // A bound keeps work linear whatever stands for a title.
    let start = |text: &str| plain(&text.chars().take(400).collect::<String>());
    let name = title.and_then(|at| outline.blocks.get(at)).map(|block| start(&block.text)).unwrap_or_default();
    let first_text = root.and_then(|root| outline.elements.get(root)).map_or(0, |root| {
        (root.first..root.end).find(|at| weights.prose.get(*at).is_some_and(|prose| *prose > 8.0)).unwrap_or(root.first)
    });
    let mut best: Option<(f32, usize)> = None;
    for (at, block) in outline.blocks.iter().enumerate() {
        let Kind::Heading(level) = block.kind else { continue };
        if block.hidden {
            continue;
        }
        let words = start(&block.text);
        let inside = agrees(&name, &words);
        let furnished = weights.furniture.get(block.element).is_some_and(Option::is_some);
        if (furnished || level > 1) && inside < 0.9 || level > 3 {
            continue;
        }
        let before = at <= first_text;
        let score = inside * 4.0 + f32::from(u8::from(level == 1)) + f32::from(u8::from(before)) * 1.5
            - block.linked * 0.5
            - f32::from(u8::from(furnished));
        if best.is_none_or(|(known, _)| score > known) {
            best = Some((score, at));
        }
    }
    best.map(|(_, at)| at).or(title.filter(|_| name.split(' ').count() > 3))
}

/// How much of a heading stands in the title: 1 where the title has it whole.
fn agrees(title: &str, heading: &str) -> f32 {
    let words: Vec<&str> = heading.split_whitespace().collect();
    if words.len() < 2 || title.is_empty() {
        return 0.0;
    }
    if title.contains(heading) || heading.contains(title) {
        return 1.0;
    }
    let known: std::collections::HashSet<&str> = title.split_whitespace().collect();
    let shared = words.iter().filter(|word| known.contains(**word)).count();
    shared as f32 / words.len().max(known.len().min(words.len() * 2)) as f32
}
