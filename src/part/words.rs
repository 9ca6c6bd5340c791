//! A block's words with what was searched for marked and repairs shown.

use summitry_corpus::{Block, ByteRange};

use crate::node::{Node, el};
use crate::wording::{Piece, pieces};

/// The words of `window`, bytes of the block's text; those in `marks` marked.
pub fn words(block: &Block, window: ByteRange, marks: &[ByteRange]) -> Vec<Node> {
    pieces(block, window, marks).into_iter().map(piece).collect()
}

fn piece(piece: Piece) -> Node {
    let Piece { text, marked, repaired } = piece;
    let words: Node = if marked { el("mark").add(text).into() } else { text.into() };
    match repaired {
        Some((was, why)) => {
            el("span").class("emended").at("title", format!("Received as “{was}”. {why}")).add(words).into()
        }
        None => words,
    }
}
