//! Which function goes where, from the calls between them.

use std::collections::{BTreeMap, BTreeSet};

use wasmparser::{ElementKind, ExternalKind, FunctionBody, KnownCustom, Name, Operator, Parser, Payload, TypeRef};

use super::{Error, Rules, is_within, without_hashes};

/// Where functions of the same code may have become one, those in the table with
/// fewer bytes than this do not move: such a one may be another room's as well.
const SMALL: usize = 128;

/// What the module consists of, as far as dividing it needs to know, and what
/// was decided. Functions are given by their index in the undivided module.
pub struct Plan<'m> {
    /// How many functions are imported; the defined ones follow.
    pub imported: u32,
    /// The module and the name of each imported function.
    pub imports: Vec<[&'m str; 2]>,
    /// The index of each function's type.
    pub types: Vec<u32>,
    /// The number of parameters of each type.
    pub parameters: Vec<u32>,
    /// The bodies of the defined functions.
    pub bodies: Vec<FunctionBody<'m>>,
    /// The table of functions, and how many slots it had.
    pub table: u32,
    /// The first slot that is added to the table.
    pub first_slot: u64,
    /// The functions that move, by chunk.
    pub moved: Vec<BTreeSet<u32>>,
    /// Functions in the table that nobody can call: they keep their place and
    /// lose their bodies.
    pub idle: BTreeSet<u32>,
    /// The functions that nobody reaches, and the imported ones that only later
    /// chunks do: those import them for themselves.
    pub dropped: BTreeSet<u32>,
    /// Those of the moved ones that keep a stub, with its slot counted from
    /// `first_slot`; the slots of a chunk stand together.
    pub stubs: BTreeMap<u32, u32>,
    /// The functions that the moved ones call and that stay, by chunk.
    pub needed: Vec<BTreeSet<u32>>,
    /// The slots of the table, in order, in which moved functions without a stub
    /// stand: a chunk fills its own.
    pub slots: BTreeMap<u64, u32>,
}

/// The calls and references in one body.
fn mentioned(body: &FunctionBody<'_>) -> Result<Vec<u32>, Error> {
    let mut found = Vec::new();
    for operator in body.get_operators_reader()? {
        match operator? {
            Operator::Call { function_index }
            | Operator::ReturnCall { function_index }
            | Operator::RefFunc { function_index } => found.push(function_index),
            _ => {}
        }
    }
    Ok(found)
}

/// The module as it was read.
#[derive(Default)]
struct Read<'m> {
    imported: u32,
    imports: Vec<[&'m str; 2]>,
    types: Vec<u32>,
    parameters: Vec<u32>,
    bodies: Vec<FunctionBody<'m>>,
    table: Option<(u32, u64)>,
    /// What is called from outside: exports, the start function.
    entries: Vec<u32>,
    /// What stands in the table of functions, by its slot.
    listed: BTreeMap<u64, u32>,
    names: BTreeMap<u32, &'m str>,
}

fn read<'m>(module: &'m [u8], rules: &Rules<'_>) -> Result<Read<'m>, Error> {
    let mut read = Read::default();
    for payload in Parser::new(0).parse_all(module) {
        match payload? {
            Payload::TypeSection(section) => {
                for kind in section.into_iter_err_on_gc_types() {
                    read.parameters.push(u32::try_from(kind?.params().len()).unwrap_or(u32::MAX));
                }
            }
            Payload::ImportSection(section) => {
                for import in section.into_imports() {
                    let import = import?;
                    if let TypeRef::Func(kind) = import.ty {
                        read.types.push(kind);
                        read.imports.push([import.module, import.name]);
                        read.imported += 1;
                    }
                }
            }
            Payload::FunctionSection(section) => {
                for kind in section {
                    read.types.push(kind?);
                }
            }
            Payload::TableSection(section) => {
                for (index, table) in (0..).zip(section) {
                    let table = table?;
                    if table.ty.element_type.is_func_ref() && read.table.is_none() {
                        read.table = Some((index, table.ty.initial));
                    }
                }
            }
            Payload::ExportSection(section) => {
                for export in section {
                    let export = export?;
                    if export.kind == ExternalKind::Func && !rules.is_unused(export.name) {
                        read.entries.push(export.index);
                    }
                }
            }
            Payload::StartSection { func, .. } => read.entries.push(func),
            Payload::ElementSection(section) => {
                for element in section {
                    read.take(element?)?;
                }
            }
            Payload::CodeSectionEntry(body) => read.bodies.push(body),
            Payload::CustomSection(section) => {
                if let KnownCustom::Name(section) = section.as_known() {
                    for name in section {
                        if let Name::Function(map) = name? {
                            for naming in map {
                                let naming = naming?;
                                read.names.insert(naming.index, naming.name);
                            }
                        }
                    }
                }
            }
            _ => {}
        }
    }
    Ok(read)
}

impl Read<'_> {
    /// Notes which functions stand where in the table; what stands elsewhere, or
    /// at a place that is known only when the program runs, is an entry.
    fn take(&mut self, element: wasmparser::Element<'_>) -> Result<(), Error> {
        let wasmparser::ElementItems::Functions(functions) = element.items else { return Ok(()) };
        let table = self.table.map(|(table, _)| table);
        let mut slot = None;
        if let ElementKind::Active { table_index, offset_expr } = element.kind
            && Some(table_index.unwrap_or_default()) == table
            && let Operator::I32Const { value } = offset_expr.get_operators_reader().read()?
        {
            slot = Some(u64::from(value.cast_unsigned()));
        }
        for function in functions {
            match &mut slot {
                Some(slot) => {
                    self.listed.insert(*slot, function?);
                    *slot += 1;
                }
                None => self.entries.push(function?),
            }
        }
        Ok(())
    }
}

impl<'m> Plan<'m> {
    /// Reads the module and decides.
    pub fn new(module: &'m [u8], rules: &Rules<'_>) -> Result<Self, Error> {
        let read = read(module, rules)?;
        let (table, first_slot) = read.table.ok_or(Error::Missing("table of functions"))?;
        if read.names.is_empty() {
            return Err(Error::Missing("names of functions"));
        }
        let calls: Vec<Vec<u32>> = read.bodies.iter().map(mentioned).collect::<Result<_, _>>()?;
        let chunk_of = |function: u32| {
            let name = read.names.get(&function).copied().filter(|_| function >= read.imported);
            name.and_then(|name| rules.chunk_of(name))
        };
        let is_root = |function: u32| chunk_of(function).is_some();
        let called = |function: u32| {
            let place = function.checked_sub(read.imported).and_then(|place| usize::try_from(place).ok());
            place.and_then(|place| calls.get(place)).map_or(&[][..], Vec::as_slice)
        };
        // Everything that is reached without entering a root through a gate
        // stays, so a root that others call too stays as well. Where functions
        // of the same code may be one, under one of their names, so does a small
        // one in the table.
        let is_gate = |function: u32| read.names.get(&function).copied().is_some_and(|name| rules.is_gate(name));
        let is_small = |function: u32| {
            let place = function.checked_sub(read.imported).and_then(|place| usize::try_from(place).ok());
            place.and_then(|place| read.bodies.get(place)).is_none_or(|body| body.as_bytes().len() < SMALL)
        };
        let is_idle = |function: u32| read.names.get(&function).copied().is_some_and(|name| rules.is_idle(name));
        let mut at_hand = read.entries.clone();
        let (mut stubbed, mut listed) = (BTreeSet::new(), BTreeSet::new());
        for function in read.listed.values() {
            if is_root(*function) && (rules.is_each_its_own || !is_small(*function)) {
                listed.insert(*function);
            } else {
                at_hand.push(*function);
            }
        }
        let (mut staying, mut idle) = (BTreeSet::new(), BTreeSet::new());
        let mut rooted: Vec<String> = Vec::new();
        loop {
            let Some(function) = at_hand.pop() else {
                // What is made for the closures of a root that stays, stays as well.
                let name = |function: &u32| read.names.get(function).map(|name| without_hashes(name));
                let is_near = |name: String| rooted.iter().any(|root| is_within(&name, root));
                let near: Vec<u32> =
                    listed.iter().copied().filter(|function| name(function).is_some_and(is_near)).collect();
                if near.is_empty() {
                    break;
                }
                listed.retain(|function| !near.contains(function));
                at_hand.extend(near);
                continue;
            };
            if !staying.insert(function) {
                continue;
            }
            if is_root(function) {
                rooted.extend(read.names.get(&function).map(|name| without_hashes(name)));
            }
            if is_idle(function) && !is_small(function) {
                idle.insert(function);
                continue;
            }
            for next in called(function) {
                // What a deferred page hands to the document, such as what a
                // click does, can only be called once the page was there.
                if (is_gate(function) || is_root(function)) && is_root(*next) {
                    stubbed.insert(*next);
                } else {
                    at_hand.push(*next);
                }
            }
        }
        // If anything else calls one of them, they are in use after all.
        let in_use = |function: &u32| !is_idle(*function) && called(*function).iter().any(|next| idle.contains(next));
        if staying.iter().any(in_use) {
            return Err(Error::Missing("reason to leave out what the rules call unused: something calls it"));
        }
        stubbed.retain(|function| !staying.contains(function));
        listed.retain(|function| !staying.contains(function));
        let reached = |chunk: usize| {
            let mut reached = BTreeSet::new();
            let mut at_hand: Vec<u32> =
                stubbed.union(&listed).copied().filter(|function| chunk_of(*function) == Some(chunk)).collect();
            while let Some(function) = at_hand.pop() {
                // Imports stay where the glue gives them.
                if function >= read.imported && !staying.contains(&function) && reached.insert(function) {
                    at_hand.extend(called(function));
                }
            }
            reached
        };
        let mut moved: Vec<BTreeSet<u32>> = (0..rules.chunks.len()).map(reached).collect();
        // What several chunks reach, with all that it reaches, is in the earliest
        // of them, which is there before the others are; those call it by a stub.
        let mut earlier = BTreeSet::new();
        for chunk in &mut moved {
            chunk.retain(|function| !earlier.contains(function));
            for function in chunk.iter() {
                earlier.insert(*function);
            }
        }
        let home = |function: u32| moved.iter().position(|chunk| chunk.contains(&function));
        for (chunk, one) in moved.iter().enumerate() {
            let called = one.iter().flat_map(|function| called(*function)).copied();
            stubbed.extend(called.filter(|next| home(*next).is_some_and(|home| home < chunk)));
        }
        let all = u32::try_from(read.types.len()).unwrap_or(u32::MAX);
        let is_moved = |function: &u32| moved.iter().any(|chunk| chunk.contains(function));
        let dropped = (0..all).filter(|function| !staying.contains(function) && !is_moved(function)).collect();
        let needed_by = |chunk: &BTreeSet<u32>| {
            let called = chunk.iter().flat_map(|function| called(*function)).copied();
            called.filter(|function| !chunk.contains(function)).collect()
        };
        let needed = moved.iter().map(needed_by).collect();
        let by_chunk = moved.iter().flat_map(|chunk| chunk.iter().filter(|function| stubbed.contains(*function)));
        let stubs: BTreeMap<u32, u32> = by_chunk.copied().zip(0..).collect();
        let is_filled_later = |function: u32| is_moved(&function) && !stubs.contains_key(&function);
        let slots = read.listed.into_iter().filter(|(_, function)| is_filled_later(*function)).collect();
        Ok(Self {
            imported: read.imported,
            imports: read.imports,
            parameters: read.parameters,
            bodies: read.bodies,
            table,
            first_slot,
            stubs,
            slots,
            needed,
            idle,
            dropped,
            moved,
            types: read.types,
        })
    }

    /// Whether a function's body is not in the first chunk.
    pub fn is_gone(&self, function: u32) -> bool {
        self.moved.iter().any(|chunk| chunk.contains(&function)) || self.dropped.contains(&function)
    }

    /// The module and the name of a function that only later chunks import.
    pub fn own_import(&self, function: u32) -> Option<[&'m str; 2]> {
        let import = usize::try_from(function).ok().and_then(|place| self.imports.get(place)).copied();
        import.filter(|_| self.is_gone(function))
    }

    /// The type of a function.
    pub fn type_of(&self, function: u32) -> Result<u32, Error> {
        usize::try_from(function)
            .ok()
            .and_then(|place| self.types.get(place))
            .copied()
            .ok_or(Error::Missing("function that is called"))
    }
}
