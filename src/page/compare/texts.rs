//! The whole texts, one column each.

use summitry_corpus::{Block, BlockKind};

use crate::app::Scene;
use crate::node::{Element, Node, el};
use crate::page::compare::{column_head, pane};
use crate::part::{Listed, passage};

/// A column for each article.
pub fn view(scene: Scene<'_>) -> Vec<Node> {
    let columns = scene.library.columns(scene.route);
    let count = columns.len();
    let views = columns.iter().enumerate().filter_map(|(place, article)| column(scene, *article, place, count));
    vec![pane("Articles side by side, whole", count).add(el("div").class("columns").all(views)).into()]
}

fn column(scene: Scene<'_>, index: usize, place: usize, count: usize) -> Option<Element> {
    let article = scene.library.corpus().articles.get(index)?;
    Some(
        el("section")
            .class("column")
            .at("data-column", article.id.as_str())
            .at("aria-label", article.headline.value.as_str())
            .add(el("header").all(column_head(scene, article, place, count)))
            .all(article.blocks.iter().map(|block| view_block(scene, index, block))),
    )
}

/// A passage, a subhead or a caption; what stands in the column's head already
/// is not repeated.
fn view_block(scene: Scene<'_>, article: usize, block: &'static Block) -> Node {
    match (block.kind, block.n) {
        (_, Some(number)) => {
            let marks = scene.library.marks(&scene.route.query, article, number);
            passage(scene, &Listed { article, number, marks: &marks, window: None, tagged: true }).into()
        }
        (BlockKind::Subhead, _) => el("h3").class("words-subhead").add(block.text.as_str()).into(),
        (BlockKind::Standfirst | BlockKind::Caption, _) => {
            el("p").class("words-caption").add(block.text.as_str()).into()
        }
        _ => Node::Nothing,
    }
}
