//! Voices: who says what in an article.
//!
//! Rules, not a model: quotation marks, verbs of saying and the noun phrases
//! beside them, `according to`, pronouns resolved to the last fitting person,
//! and the labels of transcripts. Every voice says why it is attributed as it
//! is. English only.
//!
//! Invariant: a voice's words lie in the reading text of its passage, and what
//! stands inside a quotation never attributes anything.

mod attribute;
mod cast;
mod class;
mod content;
mod cue;
mod extent;
mod function_word;
mod heard;
mod lexicon;
mod name;
mod noun_cue;
mod passage;
mod quote;
mod quoted;
mod shown;
mod speaker;
mod subject;
#[cfg(test)]
mod tests;
mod token;
pub(crate) mod turn;

pub(crate) use quote::within_quotation;

use crate::article::{Article, Block, BlockKind, Voice};
use crate::date::Date;
use crate::fact::ByteRange;
use crate::limits::most_statements;
use crate::model::{Person, Side};
use attribute::Attribution;
use cast::Cast;

/// What the finding of voices knows besides the text.
#[derive(Clone, Copy, Debug, Default)]
pub struct Context<'a> {
    /// The catalogue's people.
    pub people: &'a [Person],
    /// The catalogue's sides.
    pub sides: &'a [Side],
    /// The date of publication: roles change.
    pub date: Option<Date>,
}

/// Every attributed statement in the passages among `blocks`, by passage and
/// place. Linear in the length of the text.
pub fn voices<'a>(blocks: &'a [Block], context: Context<'a>) -> Vec<Voice> {
    let texts = blocks.iter().map(|block| block.text.as_str()).collect();
    let cast = Cast::new(context.people, context.sides, context.date, texts);
    let most = most_statements(blocks);
    let mut attribution = Attribution::new(cast, context, most);
    if let Some(headline) = blocks.iter().find(|block| block.kind == BlockKind::Headline) {
        attribution.headline(&headline.text);
    }
    let passages: Vec<&str> =
        blocks.iter().filter(|block| block.n.is_some()).map(|block| block.text.as_str()).collect();
    let inside = within_quotation(&passages);
    for (((n, text), turn), inside) in (1..).zip(&passages).zip(turn::turns(&passages)).zip(inside) {
        attribution.signed =
            usize::try_from(n).ok().and_then(|next| passages.get(next)).and_then(|next| signature(next));
        match (turn, inside) {
            (Some(turn), _) => attribution.turn(n, text, &turn),
            (None, Some(end)) => attribution.within(n, text, end),
            (None, None) => attribution.passage(n, text),
        }
        if attribution.voices.len() > most {
            break;
        }
    }
    attribution.voices
}

/// Who signs the quotation of the passage before, where that is all that a
/// passage says: `— Paul Ambler, commissioner`.
fn signature(text: &str) -> Option<&str> {
    let name = text.strip_prefix(['—', '–', '-', '―'])?.trim_start_matches(['-', ' ']);
    let name = name.split([',', '(']).next()?.trim().trim_end_matches('.');
    let words = || name.split(' ');
    let capital = |word: &str| word.starts_with(char::is_uppercase) && !function_word::is_stop(word);
    ((2..=6).contains(&words().count()) && words().all(capital) && text.len() <= 120).then_some(name)
}

/// Where a quotation is opened that is not closed in a passage: its mark and
/// its first words, in bytes.
pub(crate) fn open_quotation(text: &str) -> Option<ByteRange> {
    let open = quote::quotes(text).into_iter().find(|quote| !quote.closed)?;
    let words = text.get(open.outer.clone())?;
    let end = words.match_indices(' ').nth(2).map_or(words.len(), |(at, _)| at);
    Some(ByteRange::new(open.outer.start, open.outer.start + end))
}

/// Where the words of the quotations in a passage stand, in bytes.
pub(crate) fn quotations(text: &str) -> Vec<std::ops::Range<usize>> {
    quote::quotes(text).into_iter().map(|quote| quote.inner).collect()
}

/// Finds the voices of an article that has none yet.
pub fn give_voices(article: &mut Article, people: &[Person], sides: &[Side]) {
    let date = article.published.as_ref().map(|published| published.date);
    article.voices = voices(&article.blocks, Context { people, sides, date });
}
