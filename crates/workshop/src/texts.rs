//! The articles as plain HTML, for whoever comes without the program: readers
//! without JavaScript, printers, search engines, and visitors to whom a part
//! of the program did not arrive. The program itself knows nothing of this.
//!
//! Invariant: every block of every reading text stands here once, in order and
//! in full, and nothing else is claimed about an article than the corpus does.
//! The ids are the fragments of the program's own links, so that a link to a
//! passage leads there without the program too.

use std::fmt::Write;

use summitry_corpus::{Article, Basis, Block, BlockKind, Corpus, Emendation, Provenance};

/// The articles under the collection's title.
pub fn articles(corpus: &Corpus) -> String {
    let mut html = format!("<main class=\"prose texts\">{}<ul>", head(corpus));
    for article in &corpus.articles {
        // Writing to a string cannot fail.
        let _ = write!(html, "<li><a href=\"#/read/{}\">{}</a>", article.id, escaped(&article.headline.value));
    }
    html.push_str("</ul>");
    corpus.articles.iter().for_each(|one| write_article(&mut html, corpus, one));
    html.push_str("</main>");
    html
}

/// The collection's title, and what it says of itself.
pub fn head(corpus: &Corpus) -> String {
    let mut html = String::new();
    put(&mut html, "h1", &corpus.title);
    if !corpus.description.is_empty() {
        put(&mut html, "p class=lede", &corpus.description);
    }
    html
}

fn write_article(html: &mut String, corpus: &Corpus, article: &Article) {
    let _ = write!(html, "<article id=\"/read/{}\">", article.id);
    let known = format!("<p class=overline>{}</p>", known(corpus, article));
    let headline = article.blocks.iter().position(|block| block.kind == BlockKind::Headline);
    if headline.is_none() {
        put(html, "h2", &article.headline.value);
        html.push_str(&known);
    }
    let mut listed = false;
    for (place, block) in article.blocks.iter().enumerate() {
        if headline == Some(place) {
            let _ = write!(html, "<h2>{}</h2>{known}", with_repairs(block));
        } else {
            write_block(html, article, block, &mut listed);
        }
    }
    html.push_str(if listed { "</ol></article>" } else { "</article>" });
}

/// Passages are items of a list that carries their numbers, whatever shows it.
fn write_block(html: &mut String, article: &Article, block: &Block, listed: &mut bool) {
    let text = with_repairs(block);
    if let Some(n) = block.n {
        if !*listed {
            *listed = true;
            html.push_str(&if n == 1 { "<ol>".to_owned() } else { format!("<ol start={n}>") });
        }
        let _ = write!(html, "<li id=\"/read/{}?p={n}\">{text}", article.id);
        return;
    }
    if std::mem::take(listed) {
        html.push_str("</ol>");
    }
    let element = match block.kind {
        BlockKind::Subhead => "h3",
        BlockKind::Standfirst => "p class=standfirst",
        _ => "p class=fine",
    };
    let name = element.split(' ').next().unwrap_or(element);
    let _ = write!(html, "<{element}>{text}</{name}>");
}

/// Outlet, date, author and place, each marked when it was inferred.
fn known(corpus: &Corpus, article: &Article) -> String {
    let mut parts = Vec::new();
    let mut add = |text: String, why: Option<&Provenance>| {
        let inferred = why.is_some_and(|why| why.basis == Basis::Inferred);
        parts.push(if inferred { format!("{text} (inferred)") } else { text });
    };
    if let Some(outlet) = corpus.outlet_of(article) {
        add(escaped(&outlet.name), article.outlet.as_ref().map(|fact| &fact.why));
    }
    if let Some(carrier) = &article.carrier {
        add(format!("carried by {}", escaped(&carrier.value)), Some(&carrier.why));
    }
    if let Some(published) = &article.published {
        let iso = published.iso();
        // The element has no form for a range of days.
        let time = if iso.contains('/') { iso } else { format!("<time>{}</time>", iso.replace('T', " ")) };
        add(time, Some(&published.why));
    }
    if let Some(byline) = &article.byline {
        add(escaped(&byline.value), Some(&byline.why));
    }
    if let Some(place) = &article.place {
        add(escaped(&place.value), Some(&place.why));
    }
    parts.join(" · ")
}

/// A block's text; repaired words tell what was received, and why they changed.
fn with_repairs(block: &Block) -> String {
    let (mut html, mut at) = (String::new(), 0);
    for Emendation { was, range, why, .. } in &block.emendations {
        let (start, end) = (range.start as usize, range.end as usize);
        html.push_str(&escaped(block.text.get(at..start).unwrap_or_default()));
        let title = escaped(&format!("Received as “{was}”. {why}")).replace('"', "&quot;");
        let _ = write!(html, "<ins title=\"{title}\">{}</ins>", escaped(range.of(&block.text)));
        at = end;
    }
    html.push_str(&escaped(block.text.get(at..).unwrap_or_default()));
    html
}

fn put(html: &mut String, element: &str, text: &str) {
    let name = element.split(' ').next().unwrap_or(element);
    let _ = write!(html, "<{element}>{}</{name}>", escaped(text));
}

/// Text, escaped (HTML Standard, section 13.3); quotation marks stay as they
/// are, so that a passage is one run of characters wherever it can be.
pub fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}
