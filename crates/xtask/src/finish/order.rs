//! The order in which the functions of a module stand.
//!
//! Compression finds what has just been said better than what was said long
//! ago: functions that are alike are put one behind the other. What the module
//! does is the same, for every index follows its function.

use std::collections::HashMap;

use super::assets::brotli;
use wasm_encoder::reencode::{Error, Reencode, utils};
use wasm_encoder::{CodeSection, FunctionSection, Module};
use wasmparser::{CodeSectionReader, CustomSectionReader, FunctionBody, FunctionSectionReader, Parser, Payload};

/// By what functions are compared: pieces of code, so many bytes long, unless
/// more functions than that have one, for those tell nothing. Which of these
/// serves a module best shows only when it is compressed.
const RULES: [(usize, usize); 4] = [(4, 60), (4, 200), (5, 60), (6, 200)];

/// The module with functions that are alike side by side, without what only
/// tools read of it: of several such orders the one that compresses best.
///
/// # Errors
/// When the module cannot be read.
pub fn ordered(module: &[u8]) -> Result<Vec<u8>, String> {
    let failed = |error: wasmparser::BinaryReaderError| error.to_string();
    let (mut imported, mut bodies) = (0, Vec::new());
    for payload in Parser::new(0).parse_all(module) {
        match payload.map_err(failed)? {
            Payload::ImportSection(section) => {
                for import in section.into_imports() {
                    let is_function = matches!(import.map_err(failed)?.ty, wasmparser::TypeRef::Func(_));
                    imported += u32::from(is_function);
                }
            }
            Payload::CodeSectionEntry(body) => bodies.push(body.as_bytes()),
            _ => {}
        }
    }
    let mut best: Option<(usize, Vec<u8>)> = None;
    for rule in RULES {
        let order = chain(&bodies, rule);
        let mut places = vec![0; order.len()];
        for (place, function) in (0..).zip(&order) {
            places[*function] = place;
        }
        let mut encoded = Module::new();
        utils::parse_core_module(&mut Order { imported, places }, &mut encoded, Parser::new(0), module)
            .map_err(|error| error.to_string())?;
        let encoded = encoded.finish();
        let weight = brotli(&encoded).map_err(|error| error.to_string())?.len();
        if best.as_ref().is_none_or(|(least, _)| weight < *least) {
            best = Some((weight, encoded));
        }
    }
    Ok(best.map_or_else(|| module.to_vec(), |(_, encoded)| encoded))
}

/// The functions, each followed by the one that is most like it of those that
/// are left: by the share of their pieces that both have (Jaccard). It begins
/// with the shortest.
fn chain(bodies: &[&[u8]], (length, common): (usize, usize)) -> Vec<usize> {
    let pieces: Vec<Vec<&[u8]>> = bodies.iter().map(|body| pieces_of(body, length)).collect();
    let mut holders: HashMap<&[u8], Vec<usize>> = HashMap::new();
    for (function, pieces) in pieces.iter().enumerate() {
        for piece in pieces {
            holders.entry(piece).or_default().push(function);
        }
    }
    holders.retain(|_, functions| (2..=common).contains(&functions.len()));
    let mut left: Vec<usize> = (0..bodies.len()).collect();
    left.sort_by_key(|function| bodies[*function].len());
    let mut order = Vec::with_capacity(bodies.len());
    while let Some(first) = left.first() {
        let next = order.last().and_then(|last| most_alike(*last, &left, &pieces, &holders)).unwrap_or(*first);
        left.retain(|function| *function != next);
        order.push(next);
    }
    order
}

/// Of the functions that are `left` the one that shares most with `last`, if
/// one shares anything; of equals the first.
fn most_alike(
    last: usize,
    left: &[usize],
    pieces: &[Vec<&[u8]>],
    holders: &HashMap<&[u8], Vec<usize>>,
) -> Option<usize> {
    let mut shared = vec![0_usize; pieces.len()];
    for holder in pieces[last].iter().filter_map(|piece| holders.get(piece)).flatten() {
        shared[*holder] += 1;
    }
    // The number of pieces that either of the two has.
    let union = |function: usize| pieces[last].len() + pieces[function].len() - shared[function];
    let mut best: Option<usize> = None;
    for function in left.iter().copied().filter(|function| shared[*function] > 0) {
        if best.is_none_or(|best| shared[function] * union(best) > shared[best] * union(function)) {
            best = Some(function);
        }
    }
    best
}

/// The different pieces of a body, in order.
fn pieces_of(body: &[u8], length: usize) -> Vec<&[u8]> {
    let mut pieces: Vec<&[u8]> = body.windows(length).collect();
    pieces.sort_unstable();
    pieces.dedup();
    pieces
}

struct Order {
    /// How many functions are imported: theirs are the first indices.
    imported: u32,
    /// The new place of each function of the module's own.
    places: Vec<u32>,
}

impl Order {
    /// Items that belong to the functions, in the new order.
    fn sorted<T>(&self, items: impl Iterator<Item = wasmparser::Result<T>>) -> wasmparser::Result<Vec<T>> {
        let items: Vec<T> = items.collect::<wasmparser::Result<_>>()?;
        let mut sorted: Vec<(u32, T)> = self.places.iter().copied().zip(items).collect();
        sorted.sort_by_key(|(place, _)| *place);
        Ok(sorted.into_iter().map(|(_, item)| item).collect())
    }
}

impl Reencode for Order {
    type Error = std::convert::Infallible;

    fn function_index(&mut self, function: u32) -> Result<u32, Error<Self::Error>> {
        let own = function.checked_sub(self.imported).and_then(|own| self.places.get(own as usize));
        Ok(own.map_or(function, |place| self.imported + place))
    }

    fn parse_function_section(
        &mut self,
        functions: &mut FunctionSection,
        section: FunctionSectionReader<'_>,
    ) -> Result<(), Error<Self::Error>> {
        for kind in self.sorted(section.into_iter())? {
            functions.function(kind);
        }
        Ok(())
    }

    fn parse_code_section(
        &mut self,
        code: &mut CodeSection,
        section: CodeSectionReader<'_>,
    ) -> Result<(), Error<Self::Error>> {
        let bodies: Vec<FunctionBody<'_>> = self.sorted(section.into_iter())?;
        bodies.into_iter().try_for_each(|body| self.parse_function_body(code, body))
    }

    fn parse_custom_section(&mut self, _: &mut Module, _: CustomSectionReader<'_>) -> Result<(), Error<Self::Error>> {
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::ordered;

    /// Two pairs of functions that are alike, each pair apart from its like.
    const PROGRAM: &str = r#"(module
        (import "page" "tell" (func $tell (param i32)))
        (table 2 2 funcref)
        (elem (i32.const 0) $sum $product)
        (func $sum (export "sum") (param i32 i32) (result i32)
            local.get 0 i32.const 1000001 i32.add local.get 1 i32.const 2000002 i32.add i32.add)
        (func $first (export "first") i32.const 3000003 call $tell i32.const 4000004 call $tell)
        (func $product (export "product") (param i32 i32) (result i32)
            local.get 0 i32.const 1000001 i32.add local.get 1 i32.const 2000002 i32.add i32.mul)
        (func $second (export "second") i32.const 3000003 call $tell i32.const 4000004 call $tell call $first))"#;

    #[test]
    fn functions_that_are_alike_stand_side_by_side_and_every_name_still_means_the_same() {
        let before = wat::parse_str(PROGRAM).unwrap();
        let after = ordered(&before).unwrap();
        wasmparser::validate(&after).unwrap();
        let text = wasmprinter::print_bytes(&after).unwrap();
        // The exports name the functions by their places behind the import.
        let place = |name: &str| {
            let (_, after) = text.split_once(&format!("(export \"{name}\" (func ")).unwrap();
            after.split(')').next().unwrap().parse::<u32>().unwrap()
        };
        assert_eq!([place("first"), place("second"), place("sum"), place("product")], [1, 2, 3, 4], "{text}");
        assert!(text.contains("(elem (;0;) (i32.const 0) func 3 4)"), "{text}");
        assert!(text.contains("call 0\n    call 1\n"), "the second calls the first: {text}");
        let product = text.find("i32.mul").unwrap();
        assert!(text.find("(func (;4;)").unwrap() < product, "{text}");
    }

    #[test]
    fn what_only_tools_read_goes_and_a_module_that_is_none_is_refused() {
        let named = wat::parse_str("(module $named (func $one))").unwrap();
        assert!(ordered(&named).unwrap().len() < named.len());
        assert!(ordered(b"\0asm....").is_err());
    }
}
