//! The whole texts, one column each.

use summitry_corpus::{Block, BlockKind};

use crate::app::Scene;
use crate::library::Column;
use crate::node::{Node, el};
use crate::page::compare::found::Found;
use crate::page::compare::table::{head, pane};
use crate::part::{Listed, passage};

/// A column for each article.
pub fn view(scene: Scene<'_>, columns: &[Column], found: &Found) -> Vec<Node> {
    let count = columns.len();
    let views = columns.iter().enumerate().map(|(place, column)| {
        let articles =
            column.articles.iter().filter_map(|index| Some((*index, scene.library.corpus().articles.get(*index)?)));
        let blocks = articles.flat_map(|(index, article)| article.blocks.iter().map(move |block| (index, block)));
        el("section")
            .class("column")
            .at("data-column", column.id.clone())
            .at("tabindex", "0")
            .at("aria-label", column.title)
            .add(el("header").all(head(scene, column, place, count)))
            .all(blocks.map(|(index, block)| view_block(scene, index, block, found)))
    });
    vec![pane("Articles side by side, whole", count).add(el("div").class("columns").all(views)).into()]
}

/// A passage, a subhead or a caption; what stands in the column's head already
/// is not repeated.
fn view_block(scene: Scene<'_>, article: usize, block: &'static Block, found: &Found) -> Node {
    match (block.kind, block.n) {
        (_, Some(number)) => {
            let marks = found.marks((article, number));
            passage(scene, &Listed { article, number, marks, window: None, tagged: true }).into()
        }
        (BlockKind::Subhead, _) => el("h3").class("words-subhead").add(block.text.as_str()).into(),
        (BlockKind::Standfirst | BlockKind::Caption, _) => {
            el("p").class("words-caption").add(block.text.as_str()).into()
        }
        _ => Node::Nothing,
    }
}
