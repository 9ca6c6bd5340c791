//! Which constant an address was reckoned from, as far as the linker tells.
//!
//! A linker that is asked to (`--emit-relocs`) leaves in the sections `linking`
//! and `reloc.*` for each address in the program the constant that is meant and
//! how far from its begin (WebAssembly tool conventions, "Linking"). Without
//! them an address only tells where it points, which is in doubt where it lies
//! within one constant and another is meant: `table[letter - b'a']` is compiled
//! to an address before `table`.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::RangeInclusive;

use wasmparser::{DataKind, KnownCustom, Linking, Operator, Parser, Payload, RelocationType, SymbolInfo};

use super::Error;

/// How many bytes behind an address outside its constant the optimiser may have
/// made another one of it: that of another field of the same entry, or of the next.
const NEAR: u32 = 256;

/// What Rust sets an optional character to where there is none: the first numbers
/// that are no characters. They stand in many functions, and among the addresses.
const NO_CHARACTER: RangeInclusive<u32> = 0x11_0000..=0x11_0003;

/// What addresses mean. Addresses are bytes from the begin of the memory, and
/// constants are given by where they begin.
#[derive(Default)]
pub struct Addresses {
    /// The constants from which each address was reckoned.
    known: BTreeMap<u32, BTreeSet<u32>>,
    /// The addresses that do not lie in their constant nor right behind it.
    outside: BTreeSet<u32>,
}

impl Addresses {
    /// What the linker left in `module`; nothing where it left nothing.
    ///
    /// # Errors
    /// When the module or one of these sections cannot be read.
    pub fn of(module: &[u8]) -> Result<Self, Error> {
        let (mut places, mut symbols, mut meant) = (Vec::new(), Vec::new(), Vec::new());
        for payload in Parser::new(0).parse_all(module) {
            match payload? {
                Payload::DataSection(section) => {
                    for segment in section {
                        let segment = segment?;
                        let length = u32::try_from(segment.data.len()).unwrap_or(u32::MAX);
                        places.push(begin(&segment.kind)?.map(|start| (start, start.saturating_add(length))));
                    }
                }
                Payload::CustomSection(section) => match section.as_known() {
                    KnownCustom::Linking(linking) => {
                        for part in linking.subsections() {
                            let Linking::SymbolTable(table) = part? else { continue };
                            symbols = table.into_iter().collect::<Result<Vec<_>, _>>()?;
                        }
                    }
                    KnownCustom::Reloc(entries) => {
                        for entry in entries.entries() {
                            let entry = entry?;
                            if is_address(entry.ty) {
                                meant.push((entry.index, entry.addend));
                            }
                        }
                    }
                    _ => {}
                },
                _ => {}
            }
        }
        let mut addresses = Self::default();
        for (symbol, addend) in meant {
            let Some(SymbolInfo::Data { symbol: Some(symbol), .. }) = at(&symbols, symbol) else { continue };
            let Some(Some((start, end))) = at(&places, symbol.index) else { continue };
            // Addresses wrap around: `table - 97 * 16` is added to.
            let address = i64::from(*start) + i64::from(symbol.offset) + addend;
            let Ok(address) = u32::try_from(address.rem_euclid(1 << 32)) else { continue };
            addresses.known.entry(address).or_default().insert(*start);
            if !(*start..=*end).contains(&address) {
                addresses.outside.insert(address);
            }
        }
        Ok(addresses)
    }

    /// Where the constants begin that a number in a function means; none where the
    /// linker does not tell, for the optimiser may have made it of others.
    pub fn meant(&self, number: u32) -> Option<BTreeSet<u32>> {
        let known = self.known.get(&number).cloned();
        let is_no_address = !self.known.is_empty() && NO_CHARACTER.contains(&number);
        let mut meant = if is_no_address { known.unwrap_or_default() } else { known? };
        for address in self.outside.range(number.saturating_sub(NEAR)..=number) {
            meant.extend(self.known.get(address).into_iter().flatten());
        }
        Some(meant)
    }
}

/// `module` without what the linker left in it, which is in the way of tools that
/// read finished modules only.
///
/// # Errors
/// When the module cannot be read.
pub fn without(module: &[u8]) -> Result<Vec<u8>, Error> {
    let mut kept = wasm_encoder::Module::new();
    for payload in Parser::new(0).parse_all(module) {
        let payload = payload?;
        let is_left = match &payload {
            Payload::CustomSection(section) => {
                matches!(section.as_known(), KnownCustom::Linking(_) | KnownCustom::Reloc(_))
            }
            _ => false,
        };
        let Some((id, range)) = payload.as_section().filter(|_| !is_left) else { continue };
        let place = |place| usize::try_from(place).ok();
        let data = place(range.start).zip(place(range.end)).and_then(|(from, to)| module.get(from..to));
        kept.section(&wasm_encoder::RawSection { id, data: data.unwrap_or_default() });
    }
    Ok(kept.finish())
}

fn at<T>(list: &[T], index: u32) -> Option<&T> {
    list.get(usize::try_from(index).ok()?)
}

/// Where a segment begins; none where that is known only when the program runs.
fn begin(kind: &DataKind<'_>) -> Result<Option<u32>, Error> {
    let DataKind::Active { memory_index: 0, offset_expr } = kind else { return Ok(None) };
    Ok(match offset_expr.get_operators_reader().read()? {
        Operator::I32Const { value } => Some(value.cast_unsigned()),
        _ => None,
    })
}

/// Whether a relocation puts the address of a constant somewhere.
fn is_address(kind: RelocationType) -> bool {
    use RelocationType::{MemoryAddrI32, MemoryAddrLeb, MemoryAddrSleb};
    matches!(kind, MemoryAddrLeb | MemoryAddrSleb | MemoryAddrI32)
}

#[cfg(test)]
mod tests {
    use wasm_encoder::{CustomSection, DataSymbolDefinition, Encode, LinkingSection, Section, SymbolTable};

    use super::super::{split, tests::rules};
    use super::{Addresses, without};

    /// `module` with what a linker leaves: of each of its constants, and of
    /// addresses in the code, given as the number of the constant and how far
    /// from its begin.
    fn linked(module: &str, constants: u32, addresses: &[(u32, i64)]) -> Vec<u8> {
        let mut module = wat::parse_str(module).unwrap();
        let mut symbols = SymbolTable::new();
        for index in 0..constants {
            symbols.data(0, &format!("c{index}"), Some(DataSymbolDefinition { index, offset: 0, size: 1 }));
        }
        LinkingSection::new().symbol_table(&symbols).append_to(&mut module);
        // The number of the section of the code, and how many there are.
        let mut entries = Vec::new();
        10_u32.encode(&mut entries);
        u32::try_from(addresses.len()).unwrap().encode(&mut entries);
        for (constant, addend) in addresses {
            entries.push(wasmparser::RelocationType::MemoryAddrSleb as u8);
            // Where it stands, which nobody asks.
            0_u32.encode(&mut entries);
            constant.encode(&mut entries);
            addend.encode(&mut entries);
        }
        CustomSection { name: "reloc.CODE".into(), data: entries.into() }.append_to(&mut module);
        module
    }

    const CONSTANTS: &str = r#"(module (memory 20)
        (data (i32.const 5000) "before") (data (i32.const 5100) "lookup") (data (i32.const 9000) "far"))"#;

    fn meant(addresses: &[(u32, i64)], number: u32) -> Option<Vec<u32>> {
        let addresses = Addresses::of(&linked(CONSTANTS, 3, addresses)).unwrap();
        addresses.meant(number).map(|meant| meant.into_iter().collect())
    }

    #[test]
    fn an_address_means_the_constant_from_which_the_linker_reckoned_it() {
        let addresses = [(0, 0), (0, 3), (1, 6)];
        assert_eq!(meant(&addresses, 5000), Some(vec![5000]));
        assert_eq!(meant(&addresses, 5003), Some(vec![5000]), "within it");
        assert_eq!(meant(&addresses, 5106), Some(vec![5100]), "right behind it, where a loop over it ends");
        assert_eq!(meant(&[(2, -3990)], 5010), Some(vec![9000]), "before it, as for `table[letter - b'a']`");
        assert_eq!(meant(&[(0, 0), (1, -100)], 5000), Some(vec![5000, 5100]), "both");
    }

    #[test]
    fn behind_an_address_outside_its_constant_others_mean_that_one_as_well() {
        let addresses = [(2, -4010), (0, 0), (1, 0)];
        assert_eq!(meant(&addresses, 5000), Some(vec![5000, 9000]));
        assert_eq!(meant(&addresses, 5100), Some(vec![5100, 9000]));
    }

    #[test]
    fn what_the_linker_does_not_know_is_in_doubt_but_for_the_number_of_no_character() {
        assert_eq!(meant(&[(0, 0)], 5004), None);
        assert_eq!(meant(&[(0, 0)], 0x11_0000), Some(vec![]));
        assert_eq!(meant(&[(2, 0x11_0000 - 9000)], 0x11_0000), Some(vec![9000]), "unless it is an address");
        let silent = Addresses::of(&wat::parse_str(CONSTANTS).unwrap()).unwrap();
        assert_eq!(
            [5000, 0x11_0000].map(|number| silent.meant(number)),
            [None, None],
            "of a linker that tells nothing"
        );
    }

    #[test]
    fn a_module_without_what_the_linker_left_is_otherwise_the_same() {
        let linked = linked(CONSTANTS, 3, &[(0, 0)]);
        assert_eq!(without(&linked).unwrap(), wat::parse_str(CONSTANTS).unwrap());
        assert!(without(b"no module").is_err());
    }

    #[test]
    fn a_constant_behind_one_whose_middle_is_read_moves_where_the_linker_tells_that_it_is_not_meant() {
        let program = r#"(module (memory 1) (table 1 1 funcref)
            (func $app::main (export "main") i32.const 5003 i32.load8_u drop call $page::later::view)
            (func $page::later::view i32.const 5100 i32.load8_u drop)
            (data (i32.const 5000) "before") (data (i32.const 5100) "lookup"))"#;
        let later = [vec!["page::later".to_owned()]];
        let rules = rules(&later, true);
        let module = wat::parse_str(program).unwrap();
        let holds_lookup = |linked: &[u8]| {
            let first = split(&module, linked, &rules).unwrap().first;
            wasmparser::validate(&first).unwrap();
            first.windows(6).any(|bytes| bytes == b"lookup")
        };
        assert!(!holds_lookup(&linked(program, 2, &[(0, 3), (1, 0)])));
        assert!(holds_lookup(&linked(program, 2, &[(1, -97), (1, 0)])), "the address is that of the other one");
        assert!(holds_lookup(&module), "in doubt");
    }
}
