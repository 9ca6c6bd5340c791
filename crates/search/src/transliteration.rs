//! Other ways of writing Russian and Ukrainian names in Latin letters.
//!
//! A name goes through several systems on its way into a newspaper: that of
//! the Library of Congress (*Grigorii, Kremeniuk*), that of the British and
//! American boards on geographic names (*Grigoriy, Kremenyuk, Yeltsin*), and
//! what papers make of them (*Grigory, Zhirinovsky, Eltsin*). The rules here
//! are where those differ. For whoever packs a collection: only the names
//! that its articles have get their other spellings, and only names that look
//! like such ones.
//!
//! Invariant: a spelling stands for the same Cyrillic letters as the name
//! that it is made from; Georgia never becomes Georgy.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;

/// The most spellings of one name.
const MOST: usize = 12;

/// First names that look like English ones by their ending.
const FIRST_NAMES: [&str; 16] = [
    "aleksei", "alexei", "anatoly", "andrei", "arkady", "dmitry", "evgeny", "gennady", "grigory", "nikolai", "sergei",
    "valery", "vasily", "vitaly", "yevgeny", "yuri",
];

/// The same names, as [`plain`] has them.
static PLAIN_FIRST_NAMES: LazyLock<[String; 16]> = LazyLock::new(|| FIRST_NAMES.map(plain));

/// Endings that say that a name is of this kind.
const ENDINGS: [&str; 21] = [
    "sky", "ski", "skii", "skiy", "skyy", "skaya", "skaia", "ov", "ova", "ev", "eva", "enko", "nyuk", "niuk", "yuk",
    "chuk", "vich", "vych", "tsin", "chnya", "chnia",
];

/// Groups of spellings for folded names, each with the names that are in the
/// vocabulary first; sorted. Names that are spellings of each other are one
/// group.
pub(crate) fn spellings(names: &BTreeSet<String>) -> Vec<Vec<String>> {
    let mut groups: BTreeMap<String, (BTreeSet<&str>, BTreeSet<String>)> = BTreeMap::new();
    for name in names.iter().filter(|name| is_slavic(name)) {
        let spellings = others(name);
        let (own, others) = groups.entry(plain(name)).or_default();
        own.insert(name);
        others.extend(spellings);
    }
    let mut lists = Vec::new();
    for (own, others) in groups.into_values() {
        let mut list: Vec<String> = own.iter().map(|name| (*name).to_owned()).collect();
        // A spelling that is another name of the vocabulary is that name's.
        list.extend(others.into_iter().filter(|other| !names.contains(other)).take(MOST));
        if list.len() > 1 {
            lists.push(list);
        }
    }
    lists
}

fn is_slavic(name: &str) -> bool {
    let signs = ["yu", "zh", "kh"];
    let looks_so = || {
        ENDINGS.iter().any(|ending| name.ends_with(ending))
            || signs.iter().any(|sign| name.get(1..).is_some_and(|rest| rest.contains(sign)))
            || name.starts_with("ye")
    };
    name.bytes().all(|byte| byte.is_ascii_lowercase())
        && (name.len() > 4 && looks_so() || PLAIN_FIRST_NAMES.contains(&plain(name)))
}

/// What spellings of one name have in common.
fn plain(name: &str) -> String {
    let mut text = name.replace("ks", "x");
    for (ending, plain) in [("skyy", "ski"), ("iy", "i"), ("ii", "i"), ("ey", "ei"), ("ay", "ai"), ("y", "i")] {
        if let Some(stem) = text.strip_suffix(ending) {
            text = format!("{stem}{plain}");
            break;
        }
    }
    text = text.replace("chyov", "chev").replace("chov", "chev");
    for (sign, plain) in [("yu", "iu"), ("ya", "ia"), ("ye", "e"), ("iev", "ev")] {
        text = text.replace(sign, plain);
    }
    text
}

/// The other spellings of a name.
fn others(name: &str) -> BTreeSet<String> {
    let mut found = BTreeSet::from([name.to_owned()]);
    for change in [final_i, soft_vowels, first_e, middle_e, ev_and_ov, x_and_ks] {
        let changed: Vec<String> = found.iter().flat_map(|name| change(name)).collect();
        found.extend(changed);
    }
    found.remove(name);
    found
}

/// *Dmitri, Dmitry, Dmitriy, Dmitrii*; *-sky, -ski, -skii, -skiy, -skyy*;
/// *Sergei, Sergey*.
fn final_i(name: &str) -> Vec<String> {
    let after = |stem: &str, endings: &[&str]| endings.iter().map(|ending| format!("{stem}{ending}")).collect();
    for ending in ["ei", "ey", "ai", "ay"] {
        if let Some(stem) = name.strip_suffix(ending) {
            let vowel = ending.get(..1).unwrap_or("");
            return after(&format!("{stem}{vowel}"), &["i", "y"]);
        }
    }
    for ending in ["yy", "iy", "ii", "y", "i"] {
        if let Some(stem) = name.strip_suffix(ending) {
            let consonant = stem.ends_with(|c: char| !"aeiouy".contains(c));
            let endings: &[&str] =
                if stem.ends_with("sk") { &["y", "i", "ii", "iy", "yy"] } else { &["y", "i", "ii", "iy"] };
            return if consonant { after(stem, endings) } else { Vec::new() };
        }
    }
    Vec::new()
}

/// *Kremenyuk, Kremeniuk*; *Chechnya, Chechnia*; *Bordyuzha, Bordiuzha*. All
/// at once, as nobody mixes systems within a name; not at the beginning.
fn soft_vowels(name: &str) -> Vec<String> {
    let Some((first, rest)) = name.split_at_checked(1) else { return Vec::new() };
    vec![
        first.to_owned() + &rest.replace("yu", "iu").replace("ya", "ia"),
        first.to_owned() + &rest.replace("iu", "yu").replace("ia", "ya"),
    ]
}

/// *Yeltsin, Eltsin*; *Yevgeny, Evgeny*.
fn first_e(name: &str) -> Vec<String> {
    match (name.strip_prefix("ye"), name.strip_prefix('e')) {
        (Some(rest), _) => vec![format!("e{rest}")],
        (_, Some(rest)) => vec![format!("ye{rest}")],
        _ => Vec::new(),
    }
}

/// *Medvedev, Medvedyev*; *Zinoviev, Zinovyev*; *Sergeev, Sergeyev*.
fn middle_e(name: &str) -> Vec<String> {
    let ends = |ending: &str| name.strip_suffix(ending);
    match (ends("yev"), ends("iev"), ends("eev"), ends("ev")) {
        (Some(stem), ..) if stem.ends_with(['a', 'e', 'o']) => vec![format!("{stem}ev")],
        (Some(stem), ..) => vec![format!("{stem}iev"), format!("{stem}ev")],
        (_, Some(stem), ..) => vec![format!("{stem}yev")],
        (_, _, Some(stem), _) => vec![format!("{stem}eyev")],
        _ => Vec::new(),
    }
}

/// *Gorbachev, Gorbachov, Gorbachyov*; *Khrushchev, Khrushchov*.
fn ev_and_ov(name: &str) -> Vec<String> {
    let stem = ["chev", "chyov", "chov"].iter().find_map(|ending| name.strip_suffix(ending));
    stem.map_or_else(Vec::new, |stem| ["chev", "chov", "chyov"].map(|ending| format!("{stem}{ending}")).into())
}

/// *Alexei, Aleksei*.
fn x_and_ks(name: &str) -> Vec<String> {
    if name.starts_with("ale") { vec![name.replace("ks", "x"), name.replace('x', "ks")] } else { Vec::new() }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Whether a text that has one of the names is found by the other.
    #[track_caller]
    fn check(name: &str, spelling: &str, alike: bool) {
        for (name, spelling) in [(name, spelling), (spelling, name)] {
            let groups = spellings(&BTreeSet::from([name.to_owned()]));
            let found = groups.iter().flatten().any(|other| other == spelling);
            assert_eq!(found, alike, "{name} {spelling} {groups:?}");
        }
        // Both in one text are one word, or two.
        let groups = spellings(&BTreeSet::from([name.to_owned(), spelling.to_owned()]));
        let together =
            |group: &Vec<String>| [name, spelling].iter().all(|known| group.iter().any(|word| word == known));
        assert_eq!(groups.iter().any(together), alike, "{name} and {spelling} {groups:?}");
    }

    #[test]
    fn a_name_is_found_by_its_spellings_in_other_systems() {
        for (name, spelling) in [
            ("kremenyuk", "kremeniuk"),
            ("dmitri", "dmitry"),
            ("dmitry", "dmitriy"),
            ("dmitrii", "dmitri"),
            ("yeltsin", "eltsin"),
            ("yuri", "yury"),
            ("yury", "yurii"),
            ("chechnya", "chechnia"),
            ("gorbachev", "gorbachov"),
            ("gorbachev", "gorbachyov"),
            ("sergey", "sergei"),
            ("andrei", "andrey"),
            ("nikolai", "nikolay"),
            ("zhirinovsky", "zhirinovskii"),
            ("zhirinovsky", "zhirinovskiy"),
            ("zelensky", "zelenskyy"),
            ("yevgeny", "evgeny"),
            ("yevgeny", "evgenii"),
            ("alexei", "aleksey"),
            ("bordyuzha", "bordiuzha"),
            ("anatoly", "anatolii"),
            ("zinoviev", "zinovyev"),
            ("sergeev", "sergeyev"),
            ("politkovskaya", "politkovskaia"),
        ] {
            check(name, spelling, true);
        }
    }

    #[test]
    fn names_that_only_look_alike_stay_apart() {
        for (name, other) in [
            ("georgia", "georgy"),
            ("iran", "iraq"),
            ("kerry", "kerri"),
            ("kennedy", "kennedi"),
            ("bush", "bushehr"),
            ("yukos", "iukos"),
            ("putin", "putina"),
            ("ivanov", "ivanova"),
            ("lavrov", "lavrev"),
            ("asia", "asya"),
            ("germany", "germani"),
            ("kiev", "kyev"),
        ] {
            check(name, other, false);
        }
    }

    #[test]
    fn no_name_gets_more_spellings_than_a_dozen() {
        for name in ["yevgeny", "alexei", "dostoyevsky", "yakutsky", "gorbachev"] {
            assert!(
                spellings(&BTreeSet::from([name.to_owned()])).iter().all(|group| group.len() <= MOST + 1),
                "{name}"
            );
        }
    }
}
