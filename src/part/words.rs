//! A block's words with what was searched for marked and repairs shown.

use leptos::prelude::*;
use summitry_corpus::{Block, ByteRange};

use crate::wording::{Piece, pieces};

/// The words of `window`, as text and never as HTML.
#[component]
pub fn Words<'a>(
    /// The block they stand in.
    block: &'a Block,
    /// The part of its text to show, in bytes.
    window: ByteRange,
    /// What was searched for, in bytes of its text.
    marks: &'a [ByteRange],
) -> impl IntoView + use<> {
    pieces(block, window, marks).into_iter().map(piece).collect_view()
}

fn piece(piece: Piece) -> AnyView {
    let Piece { text, marked, repaired } = piece;
    let words = if marked { view! { <mark>{text}</mark> }.into_any() } else { text.into_any() };
    match repaired {
        Some((was, why)) => {
            let title = format!("Received as “{was}”. {why}");
            view! { <span class="emended" title=title>{words}</span> }.into_any()
        }
        None => words,
    }
}
