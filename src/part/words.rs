//! A text's words with what was searched for marked and repairs shown.

use summitry_corpus::{Block, ByteRange};

use crate::node::{Node, el};
use crate::wording::{Piece, pieces};

/// The words of `window`, bytes of the block's text; those in `marks` marked.
pub fn words(block: &Block, window: ByteRange, marks: &[ByteRange]) -> Vec<Node> {
    shown(pieces(block, window, marks))
}

/// Pieces of a text, each as it is.
pub fn shown(pieces: Vec<Piece>) -> Vec<Node> {
    pieces.into_iter().map(piece).collect()
}

fn piece(piece: Piece) -> Node {
    let Piece { text, marked, repaired } = piece;
    let words: Node = if marked { el("mark").add(text).into() } else { text.into() };
    match repaired {
        Some(repair) => el("span").class("emended").at("title", repair).add(words).into(),
        None => words,
    }
}
