//! A text's words with what was searched for and what is kept marked, and repairs
//! shown.

use summitry_corpus::{Block, ByteRange};

use crate::app::Scene;
use crate::library::Place;
use crate::node::{Node, el};
use crate::wording::{Piece, kept_pieces, pieces};

/// The words of `window`, bytes of the block's text; those in `marks` marked.
pub fn words(block: &Block, window: ByteRange, marks: &[ByteRange]) -> Vec<Node> {
    shown(pieces(block, window, marks), false)
}

/// The words of `window` of a passage; those in `marks` marked, and in another
/// way those that the visitor has kept.
pub fn words_of(scene: Scene<'_>, place: Place, block: &Block, window: ByteRange, marks: &[ByteRange]) -> Vec<Node> {
    let kept = scene.kept.in_passage(scene.library, place);
    let ranges: Vec<ByteRange> = kept.iter().map(|mark| mark.words.range).collect();
    let strong = kept.iter().any(|mark| mark.marked);
    shown(kept_pieces(block, window, marks, &ranges), strong)
}

/// Pieces of a text, each as it is; what is kept is marked strongly or not.
pub fn shown(pieces: Vec<Piece>, strong: bool) -> Vec<Node> {
    pieces.into_iter().map(|one| piece(one, strong)).collect()
}

fn piece(piece: Piece, strong: bool) -> Node {
    let Piece { text, marked, kept, repaired } = piece;
    let words: Node = if marked { el("mark").add(text).into() } else { text.into() };
    let words: Node = if kept { el("mark").class("kept").flag("data-marked", strong).add(words).into() } else { words };
    match repaired {
        Some(repair) => el("span").class("emended").at("title", repair).add(words).into(),
        None => words,
    }
}
