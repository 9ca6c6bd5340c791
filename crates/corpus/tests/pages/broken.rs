//! Markup that is cut off or makes no sense.

use proptest::prelude::*;
use summitry_corpus::{SourceFile, build};

use super::common::nothing_is_dropped;
use super::page;

#[test]
fn a_page_cut_off_anywhere_gives_an_article_or_a_sentence() {
    let whole = page(
        "<figure><figcaption>Two <q>men</q></figcaption></figure><table><tr><td>1<td>2</table><div hidden>x</div><ul><li>One<li>Two</ul>",
    );
    for at in (0..whole.len()).filter(|at| whole.is_char_boundary(*at)) {
        cut(&whole[..at]);
    }
}

fn cut(page: &str) {
    match build(&[SourceFile { name: "a.html", bytes: page.as_bytes() }], None) {
        Ok(built) => built.corpus.articles.iter().for_each(nothing_is_dropped),
        Err(problems) => assert!(problems.iter().all(|problem| !problem.message.is_empty())),
    }
}

/// Pieces of which pages are made, closed or not.
fn markup() -> impl Strategy<Value = String> {
    let pieces = [
        "<p>",
        "</p>",
        "<div>",
        "</div>",
        "<div hidden>",
        "<span class=sr-only>",
        "</span>",
        "<a href=/x>",
        "</a>",
        "<q>",
        "</q>",
        "<table>",
        "<tr>",
        "<td>",
        "</table>",
        "<ul>",
        "<li>",
        "</ul>",
        "<h1>",
        "</h1>",
        "<h2>",
        "</h2>",
        "<article>",
        "</article>",
        "<aside>",
        "</aside>",
        "<nav>",
        "</nav>",
        "<details>",
        "<dialog open>",
        "<time>",
        "</time>",
        "<br>",
        "<br><br>",
        "<pre>",
        "<script>",
        "</script>",
        "<svg>",
        "</svg>",
        "<title>",
        "</title>",
        "<textarea>",
        "<img alt='two words'>",
        "<figure>",
        "<figcaption>",
        "<blockquote>",
        "<!--",
        "-->",
        "&amp;",
        "&#146;",
        "<",
        "\u{0}",
        "<ruby>",
        "<rt>",
        "<script type='application/ld+json'>{\"articleBody\": \"",
        "The two delegations met on Tuesday and agreed to meet again.",
        "Related:",
        "Comments",
        "March 3, 2014",
        "港口谈判达成计划。",
        " ",
        "\n",
    ];
    prop::sample::select(pieces.to_vec()).prop_map(str::to_owned)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn any_markup_cut_off_anywhere_gives_an_article_or_a_sentence(pieces in prop::collection::vec(markup(), 0..80), at in 0.0..1.0_f64) {
        let whole = format!("<!doctype html>{}", pieces.concat());
        cut(&whole[..whole.floor_char_boundary((whole.len() as f64 * at) as usize)]);
    }
}
