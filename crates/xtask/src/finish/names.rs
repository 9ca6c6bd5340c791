//! The names by which the program and its script know each other's functions.
//!
//! `wasm-bindgen` gives them long ones with a hash each, which no compression
//! makes smaller; they are part of what is sent, in both files.

use std::collections::BTreeMap;
use std::convert::Infallible;

use wasm_encoder::reencode::{Error, Reencode, utils};
use wasm_encoder::{ExportSection, ImportSection, Module};
use wasmparser::{Export, Imports, Parser};

/// How a name begins that only those two files know.
const PRIVATE: [&str; 2] = ["__wb", "wasm_bindgen__"];

/// The short names by the long ones, in the order of the module.
#[derive(Default)]
struct Names(BTreeMap<String, String>);

impl Names {
    fn short<'n>(&'n mut self, long: &'n str) -> &'n str {
        if !PRIVATE.iter().any(|beginning| long.starts_with(beginning)) {
            return long;
        }
        let next = self.0.len();
        // A letter that neither file begins another name with, before a digit.
        self.0.entry(long.to_owned()).or_insert_with(|| format!("w{next}"))
    }
}

impl Reencode for Names {
    type Error = Infallible;

    fn parse_imports(&mut self, section: &mut ImportSection, imports: Imports<'_>) -> Result<(), Error<Infallible>> {
        // `wasm-opt` writes no other form; the others would keep their names.
        let Imports::Single(_, import) = imports else { return utils::parse_imports(self, section, imports) };
        let kind = self.entity_type(import.ty)?;
        section.import(import.module, self.short(import.name), kind);
        Ok(())
    }

    fn parse_export(&mut self, exports: &mut ExportSection, export: Export<'_>) -> Result<(), Error<Infallible>> {
        let (kind, index) = (self.export_kind(export.kind)?, self.external_index(export.kind, export.index)?);
        exports.export(self.short(export.name), kind, index);
        Ok(())
    }
}

/// The module and its script with short names for what only they know.
///
/// # Errors
/// When the module cannot be read.
pub fn shortened(module: &[u8], script: &str) -> Result<(Vec<u8>, String), String> {
    let (mut names, mut encoded) = (Names::default(), Module::new());
    utils::parse_core_module(&mut names, &mut encoded, Parser::new(0), module).map_err(|error| error.to_string())?;
    Ok((encoded.finish(), renamed(&without_unused(script, &names.0), &names.0)))
}

/// The script without the functions that the module does not import: an entry
/// of its list begins with eight spaces and the name, and ends with a brace as
/// far to the right.
fn without_unused(script: &str, names: &BTreeMap<String, String>) -> String {
    let begins = |line: &str| {
        let name =
            line.strip_prefix("        ").and_then(|entry| entry.split_once(": function(")).map(|(name, _)| name);
        name.is_some_and(|name| name.starts_with(PRIVATE[0]) && !names.contains_key(name))
    };
    let (mut kept, mut within) = (String::with_capacity(script.len()), false);
    for line in script.split_inclusive('\n') {
        within |= begins(line);
        if !within {
            kept.push_str(line);
        }
        within &= !line.starts_with("        }");
    }
    kept
}

/// The script with each whole word that has another name under that name.
fn renamed(script: &str, names: &BTreeMap<String, String>) -> String {
    let is_part = |c: char| c.is_ascii_alphanumeric() || c == '_' || c == '$';
    let mut text = String::with_capacity(script.len());
    let mut rest = script;
    while let Some(start) = rest.find(is_part) {
        let (before, word_on) = rest.split_at(start);
        let (word, after) = word_on.split_at(word_on.find(|c| !is_part(c)).unwrap_or(word_on.len()));
        text.push_str(before);
        text.push_str(names.get(word).map_or(word, String::as_str));
        rest = after;
    }
    text + rest
}

#[cfg(test)]
mod tests {
    use super::shortened;

    #[test]
    fn what_the_program_does_not_import_goes_from_the_script() {
        let program = wat::parse_str("(module (import \"./summitry_bg.js\" \"__wbg_a_01\" (func)))").unwrap();
        let entry = |name: &str| format!("        {name}: function(arg0) {{\n            return arg0;\n        }},\n");
        let script =
            ["const imports = {\n", &entry("__wbg_a_01"), &entry("__wbg_b_02"), &entry("other"), "};\n"].concat();
        let (_, script) = shortened(&program, &script).unwrap();
        assert_eq!(script, ["const imports = {\n", &entry("w0"), &entry("other"), "};\n"].concat());
    }

    #[test]
    fn what_only_program_and_script_know_gets_a_short_name_in_both() {
        let program = wat::parse_str(
            r#"(module
                (import "./summitry_bg.js" "__wbg_append_0123456789abcdef" (func))
                (import "./summitry_bg.js" "loadDeferred" (func))
                (memory (export "memory") 1)
                (func (export "wasm_bindgen__convert__h0123") (call 0)))"#,
        );
        let script = "const a = { __wbg_append_0123456789abcdef: b }; wasm.wasm_bindgen__convert__h0123(); wasm.memory; __wbg_append_0123456789abcdef_other";
        let (module, script) = shortened(&program.unwrap(), script).unwrap();
        assert_eq!(script, "const a = { w0: b }; wasm.w1(); wasm.memory; __wbg_append_0123456789abcdef_other");
        let text = wasmprinter::print_bytes(module).unwrap();
        for name in ["\"w0\"", "\"w1\"", "\"loadDeferred\"", "\"memory\""] {
            assert!(text.contains(name), "{name}: {text}");
        }
        assert!(!text.contains("0123"));
    }
}
