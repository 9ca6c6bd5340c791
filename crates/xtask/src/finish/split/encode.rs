//! Writing the modules.

use std::collections::{BTreeMap, BTreeSet};

use wasm_encoder::reencode::{self, Reencode, utils};
use wasm_encoder::{
    CodeSection, ConstExpr, DataSection, ElementSection, Elements, EntityType, ExportKind, ExportSection, Function,
    FunctionSection, ImportSection, Instruction, Module, TableSection, TypeSection,
};
use wasmparser::{
    CustomSectionReader, DataSectionReader, Element, ElementItems, ElementKind, FunctionSectionReader, Operator,
    Parser, Payload,
};

use super::data::Data;
use super::plan::Plan;
use super::{Error, FIRST, Rules};

type Result<T, E = reencode::Error<Error>> = std::result::Result<T, E>;

fn failed(error: impl std::fmt::Display) -> Error {
    Error::Encode(error.to_string())
}

fn own(error: Error) -> reencode::Error<Error> {
    reencode::Error::UserError(error)
}

/// The names under which the first module exports what the second one needs:
/// as short as they can be, for they are part of what is sent.
fn short_name(mut number: u32) -> String {
    let mut name = String::new();
    loop {
        name.push(char::from(b'a' + u8::try_from(number % 26).unwrap_or_default()));
        number /= 26;
        if number == 0 {
            return name;
        }
    }
}

fn function_export(function: u32) -> String {
    format!("{}1", short_name(function))
}

/// In a capital, which no name of a function is in.
fn other_export(kind: char, index: u32) -> String {
    format!("{kind}{index}")
}

/// The module that is instantiated first.
pub fn first(module: &[u8], plan: &Plan<'_>, data: &Data, rules: &Rules<'_>) -> std::result::Result<Vec<u8>, Error> {
    let kept = (0..u32::try_from(plan.types.len()).unwrap_or(u32::MAX))
        .filter(|function| plan.stubs.contains_key(function) || !plan.is_gone(*function));
    let indices = kept.zip(0..).collect();
    let absent = plan.slots.values().copied().collect();
    let mut encoder =
        First { plan, data: data.first(), rules, indices, absent, body: plan.imported, tables: 0, globals: 0 };
    let mut encoded = Module::new();
    utils::parse_core_module(&mut encoder, &mut encoded, Parser::new(0), module).map_err(failed)?;
    Ok(encoded.finish())
}

struct First<'p, 'm> {
    plan: &'p Plan<'m>,
    /// The constants that stay.
    data: DataSection,
    rules: &'p Rules<'p>,
    /// The new index of each function that is kept or has a stub.
    indices: BTreeMap<u32, u32>,
    /// Those that a later chunk puts into the table.
    absent: BTreeSet<u32>,
    /// The function whose body comes next.
    body: u32,
    tables: u32,
    globals: u32,
}

impl First<'_, '_> {
    fn stub(&self, function: u32, slot: u32) -> Result<Function> {
        let plan = self.plan;
        let kind = plan.type_of(function).map_err(own)?;
        let parameters = usize::try_from(kind).ok().and_then(|kind| plan.parameters.get(kind)).copied();
        let slot = i32::try_from(plan.first_slot + u64::from(slot)).map_err(|error| own(failed(error)))?;
        let mut stub = Function::new([]);
        let mut write = |instruction| {
            stub.instruction(&instruction);
        };
        (0..parameters.unwrap_or_default()).for_each(|parameter| write(Instruction::LocalGet(parameter)));
        write(Instruction::I32Const(slot));
        write(Instruction::CallIndirect { type_index: kind, table_index: plan.table });
        write(Instruction::End);
        Ok(stub)
    }
}

impl Reencode for First<'_, '_> {
    type Error = Error;

    fn function_index(&mut self, function: u32) -> Result<u32> {
        self.indices.get(&function).copied().ok_or_else(|| own(Error::Missing("function that stays and is called")))
    }

    fn parse_element(&mut self, elements: &mut ElementSection, element: Element<'_>) -> Result<()> {
        let ElementKind::Active { table_index, offset_expr } = &element.kind else {
            return utils::parse_element(self, elements, element);
        };
        if table_index.unwrap_or_default() != self.plan.table {
            return utils::parse_element(self, elements, element);
        }
        let (ElementItems::Functions(functions), Operator::I32Const { value }) =
            (&element.items, offset_expr.get_operators_reader().read()?)
        else {
            return utils::parse_element(self, elements, element);
        };
        // A slot that a later chunk fills is empty until then.
        let mut slots = BTreeMap::new();
        for (slot, function) in (u64::from(value.cast_unsigned())..).zip(functions.clone()) {
            let function = function?;
            if !self.absent.contains(&function) {
                slots.insert(slot, self.function_index(function)?);
            }
        }
        fill(elements, self.plan.table, slots).map_err(own)
    }

    fn parse_import_section(
        &mut self,
        imports: &mut ImportSection,
        section: wasmparser::ImportSectionReader<'_>,
    ) -> Result<()> {
        let mut function = 0;
        for import in section.into_imports() {
            let import = import?;
            let is_function = matches!(import.ty, wasmparser::TypeRef::Func(_));
            if !is_function || !self.plan.is_gone(function) {
                self.parse_import(imports, import)?;
            }
            function += u32::from(is_function);
        }
        Ok(())
    }

    fn parse_function_section(
        &mut self,
        functions: &mut FunctionSection,
        section: FunctionSectionReader<'_>,
    ) -> Result<()> {
        for (function, kind) in (self.plan.imported..).zip(section) {
            if self.plan.stubs.contains_key(&function) || !self.plan.is_gone(function) {
                functions.function(self.type_index(kind?)?);
            }
        }
        Ok(())
    }

    fn parse_table_section(
        &mut self,
        tables: &mut TableSection,
        section: wasmparser::TableSectionReader<'_>,
    ) -> Result<()> {
        for table in section {
            let mut table = table?;
            if self.tables == self.plan.table {
                let added = u64::try_from(self.plan.stubs.len()).unwrap_or_default();
                table.ty.initial += added;
                table.ty.maximum = table.ty.maximum.map(|maximum| maximum + added);
            }
            self.parse_table(tables, table)?;
            self.tables += 1;
        }
        Ok(())
    }

    fn parse_global_section(
        &mut self,
        globals: &mut wasm_encoder::GlobalSection,
        section: wasmparser::GlobalSectionReader<'_>,
    ) -> Result<()> {
        self.globals = section.count();
        utils::parse_global_section(self, globals, section)
    }

    fn parse_export_section(
        &mut self,
        exports: &mut ExportSection,
        section: wasmparser::ExportSectionReader<'_>,
    ) -> Result<()> {
        for export in section {
            let export = export?;
            if !self.rules.is_unused(export.name) {
                self.parse_export(exports, export)?;
            }
        }
        exports.export(&other_export('M', 0), ExportKind::Memory, 0);
        (0..self.tables).for_each(|index| {
            exports.export(&other_export('T', index), ExportKind::Table, index);
        });
        (0..self.globals).for_each(|index| {
            exports.export(&other_export('G', index), ExportKind::Global, index);
        });
        let needed: BTreeSet<u32> = self.plan.needed.iter().flatten().copied().collect();
        for function in needed.iter().filter(|function| self.plan.own_import(**function).is_none()) {
            let index = self.indices.get(function).copied().unwrap_or_default();
            exports.export(&function_export(*function), ExportKind::Func, index);
        }
        Ok(())
    }

    fn parse_function_body(&mut self, code: &mut CodeSection, body: wasmparser::FunctionBody<'_>) -> Result<()> {
        let function = self.body;
        self.body += 1;
        if let Some(slot) = self.plan.stubs.get(&function) {
            code.function(&self.stub(function, *slot)?);
            return Ok(());
        }
        if self.plan.idle.contains(&function) {
            let mut nothing = Function::new([]);
            nothing.instruction(&Instruction::Unreachable).instruction(&Instruction::End);
            code.function(&nothing);
            return Ok(());
        }
        if self.plan.is_gone(function) {
            return Ok(());
        }
        utils::parse_function_body(self, code, body)
    }

    fn data_count(&mut self, _: u32) -> Result<u32> {
        Ok(self.data.len())
    }

    fn parse_data_section(&mut self, data: &mut DataSection, _: DataSectionReader<'_>) -> Result<()> {
        *data = std::mem::take(&mut self.data);
        Ok(())
    }

    fn parse_custom_section(&mut self, module: &mut Module, section: CustomSectionReader<'_>) -> Result<()> {
        keep_features(module, &section);
        Ok(())
    }
}

/// Of the custom sections only the features are kept, which the optimiser asks
/// for; the names have done their work.
fn keep_features(module: &mut Module, section: &CustomSectionReader<'_>) {
    if section.name() == "target_features" {
        module.section(&wasm_encoder::CustomSection { name: section.name().into(), data: section.data().into() });
    }
}

/// The module of a later chunk, by its number.
pub fn later(module: &[u8], plan: &Plan<'_>, data: &Data, chunk: usize) -> std::result::Result<Vec<u8>, Error> {
    let (Some(moved), Some(needed)) = (plan.moved.get(chunk), plan.needed.get(chunk)) else {
        return Err(Error::Missing("chunk of this number"));
    };
    let order = needed.iter().chain(moved).copied();
    let mut encoder = Later { indices: order.zip(0..).collect() };
    let mut encoded = Module::new();
    let mut imports = ImportSection::new();
    let (mut tables, mut globals) = (0_u32, 0_u32);
    let mut features = None;
    for payload in Parser::new(0).parse_all(module) {
        match payload? {
            Payload::TypeSection(section) => {
                let mut types = TypeSection::new();
                encoder.parse_type_section(&mut types, section).map_err(failed)?;
                encoded.section(&types);
            }
            Payload::MemorySection(section) => {
                for memory in section {
                    let kind = encoder.memory_type(memory?).map_err(failed)?;
                    imports.import(FIRST, &other_export('M', 0), EntityType::Memory(kind));
                }
            }
            Payload::TableSection(section) => {
                for table in section {
                    let mut kind = table?.ty;
                    // At least as large, whatever it has grown to meanwhile.
                    kind.maximum = if tables == plan.table { None } else { kind.maximum };
                    let kind = encoder.table_type(kind).map_err(failed)?;
                    imports.import(FIRST, &other_export('T', tables), EntityType::Table(kind));
                    tables += 1;
                }
            }
            Payload::GlobalSection(section) => {
                for global in section {
                    let kind = encoder.global_type(global?.ty).map_err(failed)?;
                    imports.import(FIRST, &other_export('G', globals), EntityType::Global(kind));
                    globals += 1;
                }
            }
            Payload::CustomSection(section) if section.name() == "target_features" => features = Some(section),
            _ => {}
        }
    }
    for function in needed {
        let kind = EntityType::Function(plan.type_of(*function)?);
        match plan.own_import(*function) {
            Some([module, name]) => imports.import(module, name, kind),
            None => imports.import(FIRST, &function_export(*function), kind),
        };
    }
    encoded.section(&imports);
    let mut functions = FunctionSection::new();
    for function in moved {
        functions.function(plan.type_of(*function)?);
    }
    encoded.section(&functions);
    encoded.section(&elements(plan, moved, &encoder)?);
    encoded.section(&code(plan, moved, &mut encoder)?);
    encoded.section(&data.later(chunk));
    if let Some(features) = features {
        keep_features(&mut encoded, &features);
    }
    Ok(encoded.finish())
}

/// What a chunk puts into the table: the slots that the stubs call through, and
/// those in which its functions stood.
fn elements(plan: &Plan<'_>, moved: &BTreeSet<u32>, encoder: &Later) -> std::result::Result<ElementSection, Error> {
    let stubs = moved.iter().filter_map(|function| {
        let slot = plan.stubs.get(function)?;
        Some((plan.first_slot + u64::from(*slot), *function))
    });
    let own = plan.slots.iter().map(|(slot, function)| (*slot, *function));
    let index = |(slot, function)| Some((slot, encoder.indices.get(&function).copied()?));
    let slots = own.filter(|(_, function)| moved.contains(function)).chain(stubs).filter_map(index).collect();
    let mut elements = ElementSection::new();
    fill(&mut elements, plan.table, slots)?;
    Ok(elements)
}

/// Fills slots of a table with functions, given by their index in the module
/// that is written; those behind each other at once.
fn fill(elements: &mut ElementSection, table: u32, slots: BTreeMap<u64, u32>) -> std::result::Result<(), Error> {
    let mut runs: Vec<(u64, Vec<u32>)> = Vec::new();
    for (slot, function) in slots {
        match runs.last_mut() {
            Some((begin, run)) if *begin + u64::try_from(run.len()).map_err(failed)? == slot => run.push(function),
            _ => runs.push((slot, vec![function])),
        }
    }
    for (begin, run) in runs {
        let offset = i32::try_from(begin).map_err(failed)?;
        elements.active(Some(table), &ConstExpr::i32_const(offset), Elements::Functions(run.into()));
    }
    Ok(())
}

fn code(plan: &Plan<'_>, moved: &BTreeSet<u32>, encoder: &mut Later) -> std::result::Result<CodeSection, Error> {
    let mut code = CodeSection::new();
    for function in moved {
        let place = function.checked_sub(plan.imported).and_then(|place| usize::try_from(place).ok());
        let body = place.and_then(|place| plan.bodies.get(place)).ok_or(Error::Missing("body of a function"))?;
        utils::parse_function_body(encoder, &mut code, body.clone()).map_err(failed)?;
    }
    Ok(code)
}

struct Later {
    /// The new index of each function that moves or is imported.
    indices: BTreeMap<u32, u32>,
}

impl Reencode for Later {
    type Error = Error;

    fn function_index(&mut self, function: u32) -> Result<u32> {
        self.indices.get(&function).copied().ok_or_else(|| own(Error::Missing("function that moved and is called")))
    }
}
