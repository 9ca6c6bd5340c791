//! The index as bytes and back.
//!
//! On the wire the parts lie apart, each a stream of small numbers of one
//! kind, because that is what a general compressor does best with: packing
//! bits fights it. In memory they are flat arrays (see [`super::postings`]).
//! Numbers are written seven bits a byte, low bits first.
//!
//! - the words: for each how many letters it shares with the one before and
//!   how many follow; the letters that follow; its class as the distance back
//!   from the newest class, 0 for a new one; its flags;
//! - the lists: for each class how many postings; the gaps between units; the
//!   counts less one. The length of a unit is the sum of its counts, and is
//!   not written;
//! - the same for the headings; how many units each group has; the forms of
//!   the lexicon that no text has, and its terms;
//! - apart from these, the gaps between positions: half of the whole, and
//!   needed for phrases only.
//!
//! Invariant: [`decode`] accepts only what keeps the invariants of the index.

use super::postings::Postings;
use super::varint::{Reader, push_varint};
use super::{Dictionary, Index, Lexicon};

/// The two parts of an index on the wire.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Wire {
    /// All but the positions.
    pub index: Vec<u8>,
    /// The positions of the words of units; nobody asks for those of headings.
    pub positions: Vec<u8>,
}

/// Writes an index.
pub(crate) fn encode(index: &Index) -> Wire {
    let mut out = Vec::new();
    dictionary(&index.dictionary, &mut out);
    let mut positions = Vec::new();
    for postings in [&index.body, &index.headings] {
        let streams = postings.streams();
        for stream in [streams.frequencies, streams.gaps, streams.counts] {
            put(&stream, &mut out);
        }
    }
    positions.extend(index.body.packed_positions());
    let mut groups = Vec::new();
    for (first, end) in index.groups.iter().zip(index.groups.iter().skip(1)) {
        push_varint(&mut groups, end - first);
    }
    put(&groups, &mut out);
    put(&unknown_forms(&index.lexicon), &mut out);
    put(&terms(&index.lexicon), &mut out);
    Wire { index: out, positions }
}

fn put(stream: &[u8], out: &mut Vec<u8>) {
    push_varint(out, u32::try_from(stream.len()).unwrap_or(u32::MAX));
    out.extend(stream);
}

fn dictionary(dictionary: &Dictionary, out: &mut Vec<u8>) {
    let (mut shapes, mut letters, mut classes, mut flags) = (Vec::new(), Vec::new(), Vec::new(), Vec::new());
    let mut before = "";
    let mut newest = 0;
    for at in 0..dictionary.len() {
        let word = dictionary.word(at);
        let shared = word.bytes().zip(before.bytes()).take_while(|(a, b)| a == b).count();
        // Never in the middle of a character.
        let shared = word.floor_char_boundary(shared);
        let rest = word.get(shared..).unwrap_or("");
        push_varint(&mut shapes, u32::try_from(shared).unwrap_or(0));
        push_varint(&mut shapes, u32::try_from(rest.len()).unwrap_or(0));
        letters.extend(rest.as_bytes());
        let class = dictionary.class(at);
        if class >= newest {
            classes.push(0);
            newest = class + 1;
        } else {
            push_varint(&mut classes, newest - class);
        }
        flags.push(dictionary.flags(at));
        before = word;
    }
    for stream in [shapes, letters, classes, flags] {
        put(&stream, out);
    }
}

/// For each term how far its group is from the one before, how many words, and
/// the class of each.
fn terms(lexicon: &Lexicon) -> Vec<u8> {
    let mut out = Vec::new();
    let mut group = 0;
    for term in lexicon.terms() {
        push_varint(&mut out, term.group - group);
        group = term.group;
        push_varint(&mut out, u32::try_from(term.words.len()).unwrap_or(u32::MAX));
        term.words.iter().for_each(|class| push_varint(&mut out, *class));
    }
    out
}

/// Forms with a space after each.
fn unknown_forms(lexicon: &Lexicon) -> Vec<u8> {
    let forms = lexicon.unknown_forms();
    (0..forms.len()).flat_map(|number| forms.word(number).bytes().chain([b' '])).collect()
}

/// Reads what [`encode`] wrote; `None` for anything else. Without positions
/// an empty slice stands for them, and phrases find nothing until
/// [`set_positions`] was called.
pub(crate) fn decode(index: &[u8], positions: &[u8]) -> Option<Index> {
    let mut bytes = Reader { bytes: index };
    let dictionary = read_dictionary(&mut bytes)?;
    let mut parts = [Postings::new(), Postings::new()];
    for postings in &mut parts {
        let (frequencies, gaps, counts) = (bytes.stream()?, bytes.stream()?, bytes.stream()?);
        *postings = Postings::from_streams(dictionary.class_count(), frequencies, gaps, counts)?;
    }
    let [body, headings] = parts;
    let mut sizes = Reader { bytes: bytes.stream()? };
    let mut groups = vec![0_u32];
    let mut units = 0_u32;
    while !sizes.bytes.is_empty() {
        units = units.checked_add(sizes.number()?)?;
        groups.push(units);
    }
    let lexicon = read_lexicon(bytes.stream()?, bytes.stream()?, dictionary.class_count())?;
    bytes.end()?;
    // Units may be without words, but not so many that a few foreign bytes
    // ask for gigabytes.
    if units as usize > body.len() + index.len().saturating_mul(64) {
        return None;
    }
    let lengths = body.lengths(units as usize)?;
    headings.lengths(groups.len() - 1)?;
    let mut index = Index::new(dictionary, body, lengths, headings, groups, lexicon);
    if !positions.is_empty() {
        set_positions(&mut index, positions.to_vec())?;
    }
    Some(index)
}

/// Gives an index its positions; `None`, and no change, when they belong to
/// another one.
pub(crate) fn set_positions(index: &mut Index, positions: Vec<u8>) -> Option<()> {
    index.body.set_positions(positions)
}

fn read_dictionary(bytes: &mut Reader<'_>) -> Option<Dictionary> {
    let mut shapes = Reader { bytes: bytes.stream()? };
    let mut letters = std::str::from_utf8(bytes.stream()?).ok()?;
    let mut classes = Reader { bytes: bytes.stream()? };
    let flags = bytes.stream()?;
    let mut dictionary = Dictionary::default();
    dictionary.reserve(flags.len());
    let mut word = String::new();
    let mut newest = 0_u32;
    for flags in flags {
        let shared = shapes.number()? as usize;
        let (rest, after) = letters.split_at_checked(shapes.number()? as usize)?;
        letters = after;
        // In order: what differs must be greater, but for the first word.
        if word.get(shared..)? >= rest && !(word.is_empty() && dictionary.len() == 0) {
            return None;
        }
        word.truncate(shared);
        word.push_str(rest);
        let class = match classes.number()? {
            0 => {
                newest += 1;
                newest - 1
            }
            back => newest.checked_sub(back)?,
        };
        dictionary.push(&word, class, *flags);
    }
    shapes.end()?;
    classes.end()?;
    letters.is_empty().then_some(dictionary)
}

fn read_lexicon(forms: &[u8], terms: &[u8], classes: usize) -> Option<Lexicon> {
    let mut lexicon = Lexicon::new(classes);
    let mut known = u32::try_from(classes).ok()?;
    for form in std::str::from_utf8(forms).ok()?.split_terminator(' ') {
        // Each form has a number of its own.
        (lexicon.class_of_unknown(form) == known).then_some(())?;
        known += 1;
    }
    let mut terms = Reader { bytes: terms };
    let mut group = 0_u32;
    while !terms.bytes.is_empty() {
        group = group.checked_add(terms.number()?)?;
        let mut words = Vec::new();
        for _ in 0..terms.number()? {
            words.push(terms.number().filter(|class| *class < known)?);
        }
        lexicon.push(group, (!words.is_empty()).then_some(words)?);
    }
    lexicon.finish();
    Some(lexicon)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::index::Builder;
    use proptest::prelude::*;

    fn index(texts: &[String]) -> Index {
        let mut builder = Builder::new();
        for text in texts {
            builder.group(text.get(..text.floor_char_boundary(12)).unwrap());
            builder.add(text);
            builder.add("the Anti-Ballistic Missile (ABM) Treaty and START; start");
        }
        builder.finish()
    }

    proptest! {
        #[test]
        fn an_index_comes_back_as_it_was(texts in prop::collection::vec("([a-cA-Cé]{1,3}[ .-]){0,20}", 0..6)) {
            let index = index(&texts);
            let wire = encode(&index);
            prop_assert_eq!(&decode(&wire.index, &wire.positions), &Some(index));
        }

        #[test]
        fn damaged_bytes_are_refused_or_read_and_never_panic(at in 0_usize..2000, byte: u8, cut in 0_usize..2000) {
            let mut wire = encode(&index(&["one two three two one".into(), "two".into()]));
            let length = wire.index.len();
            wire.index[at % length] = byte;
            let _ = decode(&wire.index, &wire.positions);
            let _ = decode(&wire.index[..cut % length], &wire.positions);
            let length = wire.positions.len();
            wire.positions[at % length] = byte;
            let _ = decode(&wire.index, &wire.positions);
        }
    }
}
