//! The division of a small program, checked by the validator of the standard.

use super::{Chunks, Error, FIRST, Rules, is_under, split};

/// A program that starts in `app::main`, which calls a later page; `shared` is
/// called by both chunks, `only_there` by the later one alone.
const PROGRAM: &str = r#"(module
  (type $nothing (func))
  (type $number (func (param i32 i64) (result i32)))
  (import "page" "focus" (func $focus (type $nothing)))
  (memory 1)
  (global $stack (mut i32) (i32.const 1024))
  (table 2 2 funcref)
  (elem (i32.const 1) $listed)
  (func $app::main (export "main") (result i32) i32.const 2 i64.const 3 call $page::later::view call $shared drop i32.const 0)
  (func $shared (param i32) (result i32) local.get 0 global.get $stack i32.add)
  (func $page::later::view (type $number) local.get 0 call $shared call $only_there)
  (func $only_there (param i32) (result i32) local.get 0 i32.const 41 i32.add)
  (func $listed (type $nothing))
  (func (export "unused_method") (result i32) i32.const 43)
  (data (i32.const 8) "text"))"#;

fn divided(program: &str) -> Result<Chunks, Error> {
    divided_by(program, &["page::later"], false)
}

/// The rules of the small programs: `app` calls the rooms of these chunks.
pub(super) fn rules(chunks: &[Vec<String>], is_each_its_own: bool) -> Rules<'_> {
    Rules {
        chunks,
        wraps: &["summitry::node"],
        gates: &["app"],
        unused: "unused",
        unused_crate: "streams",
        is_each_its_own,
    }
}

/// With a later chunk for each module, where functions of the same code may be one or never are.
fn divided_by(program: &str, modules: &[&str], is_each_its_own: bool) -> Result<Chunks, Error> {
    let chunks: Vec<Vec<String>> = modules.iter().map(|module| vec![(*module).to_owned()]).collect();
    let module = wat::parse_str(program).unwrap();
    split(&module, &module, &rules(&chunks, is_each_its_own))
}

/// A module in words, after it was checked.
fn printed(module: &[u8]) -> String {
    wasmparser::validate(module).unwrap();
    wasmprinter::print_bytes(module).unwrap()
}

#[test]
fn of_two_later_parts_each_holds_what_only_it_reaches_and_the_earlier_what_both_reach() {
    let rooms = PROGRAM
        .replace("call $page::later::view call $shared", "call $page::later::view call $page::other::view call $shared")
        .replace(
            "(func $listed (type $nothing))",
            "(func $listed (type $nothing))
             (func $page::other::view (param i32) (result i32) local.get 0 i32.const 47 i32.add call $of_both)
             (func $of_both (param i32) (result i32) local.get 0 i32.const 53 i32.mul)",
        )
        .replace("call $shared call $only_there)", "call $shared call $only_there call $of_both)");
    let chunks = divided_by(&rooms, &["page::later", "page::other"], false).unwrap();
    let [first, one, other] = [&chunks.first, &chunks.later[0], &chunks.later[1]].map(|module| printed(module));
    for (number, [in_first, in_one, in_other]) in
        [("41", [false, true, false]), ("47", [false, false, true]), ("53", [false, true, false])]
    {
        let holds = |module: &str| module.contains(&format!("i32.const {number}\n"));
        assert_eq!([holds(&first), holds(&one), holds(&other)], [in_first, in_one, in_other], "{number}");
    }
    // The other chunk calls what both reach by the first one's stub.
    assert!(one.contains("(i32.const 2) func") && other.contains("(i32.const 4) func"), "{one}\n{other}");
    assert!(first.contains("(table (;0;) 5 5 funcref)"), "{first}");
}

#[test]
fn what_only_the_deferred_page_reaches_moves_and_both_parts_are_valid() {
    let chunks = divided(PROGRAM).unwrap();
    assert_eq!(chunks.moved, 2, "the page and what only it calls");
    assert_eq!(chunks.dropped, 1, "what an unused export reaches");
    let [first, deferred] = [&chunks.first, &chunks.later[0]].map(|module| printed(module));
    assert!(!first.contains("i32.const 41") && deferred.contains("i32.const 41"), "{first}\n{deferred}");
    assert!(!first.contains("i32.const 43") && !deferred.contains("i32.const 43"));
    assert!(first.contains("call_indirect") && first.contains("(table (;0;) 3 3 funcref)"), "{first}");
    assert!(deferred.contains(&format!("(import \"{FIRST}\" \"M0\" (memory (;0;) 1))")), "{deferred}");
    assert!(first.contains("\"text\"") && !deferred.contains("\"text\""), "data stays in the first chunk");
}

/// The shortest names are those of few functions, globals and tables: each of the first
/// thirty functions is called by both chunks once.
#[test]
fn no_function_that_a_later_part_calls_has_the_name_of_a_global_or_a_table() {
    let import = "(import \"page\" \"focus\" (func $focus (type $nothing)))";
    let imports: String = (0..30).map(|number| format!("(import \"page\" \"f{number}\" (func $f{number}))")).collect();
    let calls: String = (0..30).map(|number| format!(" call $f{number}")).collect();
    let program = PROGRAM
        .replace(import, &[&imports, import].concat())
        .replace("(memory 1)", "(memory 1) (global (mut i32) (i32.const 1)) (table 1 1 funcref)")
        .replace("drop i32.const 0)", &["drop", &calls, " i32.const 0)"].concat())
        .replace("call $only_there)", &["call $only_there", &calls, ")"].concat());
    let chunks = divided(&program).unwrap();
    let [first, later] = [&chunks.first, &chunks.later[0]].map(|module| printed(module));
    assert_eq!(first.matches("(export ").count(), 1 + 1 + 2 + 2 + 30 + 1, "{first}");
    assert_eq!(later.matches(&format!("(import \"{FIRST}\" ")).count(), 1 + 2 + 2 + 30 + 1, "{later}");
}

#[test]
fn a_deferred_function_in_the_table_keeps_its_place_there() {
    let long = "nop ".repeat(200);
    let listed = format!("(func $page::later::listed (type $nothing) {long})");
    let program = PROGRAM.replace("(func $listed (type $nothing))", &listed).replace("$listed", "$page::later::listed");
    let chunks = divided(&program).unwrap();
    assert_eq!(chunks.moved, 3);
    let [first, later] = [&chunks.first, &chunks.later[0]].map(|module| printed(module));
    assert!(!first.contains("(elem "), "the slot is empty until the chunk is there: {first}");
    assert!(later.contains("(i32.const 1) func "), "{later}");
}

#[test]
fn where_each_function_is_its_own_small_ones_and_those_made_for_types_move_and_leave_an_empty_slot() {
    let program = PROGRAM
        .replace("(table 2 2 funcref)", "(table 4 4 funcref)")
        .replace("(elem (i32.const 1) $listed)", "(elem (i32.const 1) $listed $core::drop<page::later::Row> $listed)")
        .replace(
            "(func $listed (type $nothing))",
            "(func $listed (type $nothing)) (func $core::drop<page::later::Row> (type $nothing) i32.const 59 drop)",
        );
    for (is_each_its_own, moves) in [(false, false), (true, true)] {
        let chunks = divided_by(&program, &["page::later"], is_each_its_own).unwrap();
        let [first, later] = [&chunks.first, &chunks.later[0]].map(|module| printed(module));
        assert_eq!([first.contains("i32.const 59"), later.contains("i32.const 59")], [!moves, moves]);
        assert_eq!(first.matches("(elem ").count(), if moves { 2 } else { 1 }, "{first}");
        assert_eq!(later.contains("(i32.const 2) func "), moves, "{later}");
    }
    // What the first chunk calls by itself stays, whoever it is made for.
    let called = program.replace(
        "(result i32) local.get 0 global.get",
        "(result i32) call $core::drop<page::later::Row> local.get 0 global.get",
    );
    let chunks = divided_by(&called, &["page::later"], true).unwrap();
    assert!(printed(&chunks.first).contains("i32.const 59"));
}

#[test]
fn what_a_room_s_function_that_stays_does_later_stays_with_it() {
    let program = PROGRAM
        .replace("(table 2 2 funcref)", "(table 3 3 funcref)")
        .replace(
            "(elem (i32.const 1) $listed)",
            "(elem (i32.const 1) $listed $\"core::call<page::later::bring::{closure#0}>\")",
        )
        .replace(
            "(func $listed (type $nothing))",
            "(func $listed (type $nothing) call $page::later::bring)
             (func $page::later::bring (type $nothing))
             (func $\"core::call<page::later::bring::{closure#0}>\" (type $nothing) i32.const 61 drop)",
        );
    let chunks = divided_by(&program, &["page::later"], true).unwrap();
    assert_eq!([&chunks.first, &chunks.later[0]].map(|module| printed(module).contains("i32.const 61")), [true, false]);
}

#[test]
fn what_stands_in_another_table_stays_there() {
    let program = PROGRAM.replace("(table 2 2 funcref)", "(table 2 2 funcref) (table $second 3 3 funcref)").replace(
        "(elem (i32.const 1) $listed)",
        "(elem (i32.const 1) $listed) (elem (table $second) (i32.const 2) func $listed)",
    );
    let first = printed(&divided(&program).unwrap().first);
    assert!(first.contains("(table 1) (i32.const 2) func "), "{first}");
}

#[test]
fn what_only_an_unused_export_could_put_to_use_loses_its_body_and_is_refused_if_it_is_called() {
    let long = "nop ".repeat(200);
    let poll = format!("(func $streams::poll (type $nothing) {long})");
    let program = PROGRAM.replace("(func $listed (type $nothing))", &poll).replace("$listed", "$streams::poll");
    let chunks = divided(&program).unwrap();
    wasmparser::validate(&chunks.first).unwrap();
    let first = wasmprinter::print_bytes(&chunks.first).unwrap();
    assert!(!first.contains("nop") && first.contains("unreachable"), "{first}");
    let program = program.replace("call $shared drop", "call $shared drop call $streams::poll");
    assert!(divided(&program).err().unwrap().to_string().contains("something calls it"));
}

#[test]
fn an_import_that_only_the_deferred_page_calls_is_its_own_and_one_that_both_call_the_first_ones() {
    let program = PROGRAM
        .replace("(memory 1)", "(import \"page\" \"draw\" (func $draw (type $nothing)))\n  (memory 1)")
        .replace("call $shared drop i32.const 0)", "call $shared drop call $focus i32.const 0)")
        .replace("call $shared call $only_there)", "call $shared call $only_there call $draw call $focus)");
    let chunks = divided(&program).unwrap();
    let [first, later] = [&chunks.first, &chunks.later[0]].map(|module| printed(module));
    assert!(!first.contains("\"draw\"") && later.contains("(import \"page\" \"draw\" (func"), "{first}\n{later}");
    assert!(first.contains("(import \"page\" \"focus\" (func") && !later.contains("\"focus\""), "{first}\n{later}");
}

#[test]
fn a_deferred_function_that_is_called_past_the_gate_stays() {
    let program = PROGRAM.replace(
        "(func $listed (type $nothing))",
        "(func $listed (type $nothing) i32.const 1 i64.const 1 call $page::later::view drop)",
    );
    assert_eq!(divided(&program).unwrap().moved, 0);
}

#[test]
fn a_name_lies_in_a_module_as_a_path_or_as_a_type_of_a_method() {
    assert!(is_under("page::later::view", &["page::later"]));
    assert!(is_under("<page[1317c04d4d892e5d]::later::Row as Clone>::clone", &["page::later"]));
    assert!(!is_under("page::later_on::view", &["page::later"]) && !is_under("page::search::view", &["page::later"]));
}

#[test]
fn a_program_that_cannot_be_divided_is_refused_with_the_part_that_it_lacks() {
    let refused = divided("(module (memory 1))").err().map(|error| error.to_string());
    assert_eq!(refused.as_deref(), Some("the module has no table of functions"));
    let rules = Rules {
        chunks: &[],
        wraps: &[],
        gates: &[],
        unused: "unused",
        unused_crate: "streams",
        is_each_its_own: false,
    };
    assert!(split(b"no module", b"no module", &rules).is_err());
}

#[test]
fn what_is_made_for_a_closure_of_a_room_comes_with_the_room() {
    let chunks = [vec!["page::later".to_owned()], vec!["page::other".to_owned()]];
    let rules = Rules {
        chunks: &chunks,
        wraps: &["node", "core::iter"],
        gates: &[],
        unused: "-",
        unused_crate: "-",
        is_each_its_own: false,
    };
    for (name, chunk) in [
        ("node[a1]::live::<node[a1]::Node, page[b2]::later::view::{closure#0}>::{closure#0}", Some(0)),
        ("<core[c3]::iter::Map<X, page[b2]::other::list::{closure#1}> as core[c3]::iter::Iterator>::next", Some(1)),
        // A type of theirs may share its code with another one.
        ("node[a1]::live::<page[b2]::later::State>", None),
        ("node[a1]::live::<page[b2]::later::State, app[d4]::view::{closure#0}>", None),
        ("node[a1]::live::<page[b2]::later_on::view::{closure#0}>", None),
        // What both are for stays.
        ("node[a1]::pair::<page[b2]::later::a::{closure#0}, page[b2]::other::b::{closure#0}>", None),
        ("alloc[e5]::drop::<page[b2]::later::view::{closure#0}>", None),
    ] {
        assert_eq!(rules.chunk_of(name), chunk, "{name}");
    }
    let rules = Rules { is_each_its_own: true, ..rules };
    for (name, chunk) in [
        // Then nothing is shared unseen.
        ("node[a1]::live::<page[b2]::later::State>", Some(0)),
        ("alloc[e5]::drop::<page[b2]::other::view::{closure#0}>", Some(1)),
        ("alloc[e5]::drop::<(page[b2]::other::Row, page[b2]::later::Row)>", None),
        ("alloc[e5]::drop::<page[b2]::later_on::Row>", None),
    ] {
        assert_eq!(rules.chunk_of(name), chunk, "{name}");
    }
}

/// [`PROGRAM`] with constants, one a segment: the first function of `first` reads
/// what its words say, the later page what `later` says.
fn with_constants(first: &str, later: &str, constants: &str) -> [String; 2] {
    let program = PROGRAM
        .replace("i32.const 2 i64.const 3 call", &format!("{first} i32.const 2 i64.const 3 call"))
        .replace(
            "local.get 0 call $shared call $only_there",
            &format!("{later} local.get 0 call $shared call $only_there"),
        )
        .replace(r#"(data (i32.const 8) "text")"#, constants);
    let chunks = divided(&program).unwrap();
    [printed(&chunks.first), printed(&chunks.later[0])]
}

/// Which of the two holds the words.
fn holders(chunks: &[String; 2], words: &str) -> [bool; 2] {
    [chunks[0].contains(words), chunks[1].contains(words)]
}

#[test]
fn a_constant_goes_with_the_only_part_whose_functions_name_its_address() {
    let constants = r#"(data (i32.const 5000) "alpha") (data (i32.const 5005) "bravo") (data (i32.const 5010) "charlie")
        (data (i32.const 5017) "delta")"#;
    let read = |address: u32| format!("i32.const {address} i32.load8_u drop ");
    let chunks = with_constants(&[read(5000), read(5010)].concat(), &[read(5005), read(5010)].concat(), constants);
    assert_eq!(holders(&chunks, "bravo"), [false, true]);
    for (words, what) in [("alpha", "what the first reads"), ("charlie", "what both read"), ("delta", "in doubt")] {
        assert_eq!(holders(&chunks, words), [true, false], "{what}");
    }
}

#[test]
fn a_constant_goes_with_those_in_which_its_address_stands() {
    // 0x1392 is 5010, and 0x1396 is 5014.
    let constants = r#"(data (i32.const 5000) "\92\13\00\00") (data (i32.const 5004) "\96\13\00\00")
        (data (i32.const 5010) "late") (data (i32.const 5014) "soon")"#;
    let chunks = with_constants("i32.const 5004 i32.load drop", "i32.const 5000 i32.load drop", constants);
    assert_eq!(holders(&chunks, "late"), [false, true]);
    assert_eq!(holders(&chunks, "soon"), [true, false]);
}

#[test]
fn a_constant_that_an_address_before_it_may_mean_stays() {
    // `table[letter - b'a']`, and an address as the offset of a load.
    let constants =
        r#"(data (i32.const 5000) "before") (data (i32.const 5100) "lookup") (data (i32.const 9000) "far")"#;
    let later = "i32.const 5100 i32.load8_u drop i32.const 9000 i32.load8_u drop";
    let chunks = with_constants("i32.const 99 i32.load8_u offset=5003 drop", later, constants);
    assert_eq!(holders(&chunks, "lookup"), [true, false]);
    assert_eq!(holders(&chunks, "far"), [false, true]);
}

#[test]
fn constants_that_the_optimiser_cut_are_known_by_where_the_linker_laid_them() {
    let program = |constants: &str| {
        let later = "i32.const 5000 i32.load drop local.get 0 call $shared call $only_there";
        let program = PROGRAM.replace("local.get 0 call $shared call $only_there", later);
        wat::parse_str(program.replace(r#"(data (i32.const 8) "text")"#, constants)).unwrap()
    };
    let linked =
        program(r#"(data (i32.const 4990) "stays") (data (i32.const 5000) "one\00\00\00\00\00\00\00\00\00two")"#);
    let cut = program(r#"(data (i32.const 4990) "stays") (data (i32.const 5000) "one") (data (i32.const 5012) "two")"#);
    let later = [vec!["page::later".to_owned()]];
    let rules = rules(&later, false);
    let chunks = split(&cut, &linked, &rules).unwrap();
    let chunks = [printed(&chunks.first), printed(&chunks.later[0])];
    for (words, holder) in [("stays", [true, false]), ("one", [false, true]), ("two", [false, true])] {
        assert_eq!(holders(&chunks, words), holder, "{words}");
    }
}

#[test]
fn data_whose_place_is_known_only_at_run_time_is_refused() {
    let program = PROGRAM.replace(r#"(data (i32.const 8) "text")"#, r#"(data "passive")"#);
    assert!(matches!(divided(&program), Err(Error::Missing("place for a segment of data"))));
}
