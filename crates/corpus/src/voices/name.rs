//! Names: which words of a phrase are a person's name and which are a role.
//!
//! Invariant: English, and of no subject; no word here names anybody.

use super::lexicon::is_speaker_noun;

/// A word without a possessive ending and without marks at its ends.
pub fn bare(word: &str) -> &str {
    let word = word.strip_suffix("'s").or_else(|| word.strip_suffix("’s")).unwrap_or(word);
    word.trim_matches(|c: char| !c.is_alphanumeric() && c != '.')
}

/// The index of the first word of the name at the end of a phrase: what stands
/// before it is a title, an office, or what somebody is called.
pub fn name_start(words: &[&str]) -> usize {
    let role = |word: &str| {
        is_title(word)
            || is_portfolio(word)
            || is_speaker_noun(word)
            || is_acronym(word)
            || word.starts_with(char::is_lowercase) && !is_particle(word)
            || word.starts_with(|c: char| c.is_numeric())
    };
    // A shouted phrase holds no acronyms.
    let shouted = words.iter().all(|word| is_acronym(word));
    let start = words.iter().rposition(|word| role(word) && !shouted).map_or(0, |at| at + 1);
    // `President of Russia Vladimir Putin`: what the office is of comes first.
    let of = start.checked_sub(1).and_then(|at| words.get(at)).is_some_and(|word| *word == "of");
    match words.len() - start {
        rest if of && rest >= 3 => words.len() - 2,
        1 if of => words.len(),
        _ => start,
    }
}

/// Without a name card that was saved behind a name: of `Lev Orlov Orlov
/// LevMinister of Trade`, which has the surname twice and then the given name,
/// the first two words.
pub fn without_card<'w, 'a>(words: &'w [&'a str]) -> &'w [&'a str] {
    let doubled = |at: &usize| {
        let [Some(name), Some(again), Some(given)] = [0, 1, 2].map(|step| words.get(at + step)) else { return false };
        let glued = given.chars().zip(given.chars().skip(1)).any(|(a, b)| a.is_lowercase() && b.is_uppercase());
        let before = at.checked_sub(1).and_then(|before| words.get(before));
        let same = before.is_some_and(|before| given.starts_with(before));
        name.starts_with(char::is_uppercase) && name == again && (same || glued)
    };
    (0..words.len()).find(doubled).and_then(|at| words.get(..=at)).unwrap_or(words)
}

/// Small words within names.
pub fn is_particle(word: &str) -> bool {
    matches!(word, "de" | "von" | "van" | "der" | "den" | "al" | "bin" | "ibn" | "di" | "da" | "du" | "la" | "ter")
}

/// `MP`, `NATO`: capitals only, two or more, and no full stop.
pub fn is_acronym(word: &str) -> bool {
    word.len() >= 2 && word.chars().all(|c| c.is_uppercase() || matches!(c, '-' | '\'' | '’'))
}

/// The pronoun that a form of address, or a word for a relative, tells.
pub fn pronoun(title: &str) -> Option<&'static str> {
    match title {
        "Mr." | "Mr" | "Sir" | "Lord" | "King" | "Prince" => Some("he"),
        "Ms." | "Ms" | "Mrs." | "Mrs" | "Miss" | "Lady" | "Dame" | "Queen" | "Princess" => Some("she"),
        "husband" | "father" | "son" | "brother" | "spokesman" | "chairman" | "congressman" | "widower" | "man"
        | "boy" | "dad" | "uncle" | "nephew" | "grandfather" | "grandson" | "boyfriend" | "businessman"
        | "councilman" | "assemblyman" | "salesman" | "gentleman" | "monk" | "duke" => Some("he"),
        "wife" | "mother" | "daughter" | "sister" | "spokeswoman" | "chairwoman" | "congresswoman" | "widow"
        | "actress" | "woman" | "girl" | "mom" | "mum" | "aunt" | "niece" | "grandmother" | "granddaughter"
        | "girlfriend" | "businesswoman" | "councilwoman" | "assemblywoman" | "nun" | "duchess" => Some("she"),
        _ => None,
    }
}

/// Titles and offices that stand before a name.
pub fn is_title(word: &str) -> bool {
    #[rustfmt::skip]
    const TITLES: [&str; 49] = [
        "Adm.", "Ambassador", "Capt.", "Chancellor", "Col.", "Colonel", "Dame", "Dr", "Dr.", "Gen.", "General", "Gov",
        "Gov.", "Governor", "King", "Lady", "Lord", "Lt.", "Maj.", "Minister", "Ministers", "Miss", "Mr", "Mr.",
        "Mrs", "Mrs.", "Ms", "Ms.", "Pope", "Premier", "President", "President-elect", "Presidents", "Prince",
        "Princess", "Prof", "Prof.", "Professor", "Queen", "Rep.", "Representative", "Secretary", "Sen.", "Senator",
        "Senators", "Sheikh", "Sir", "Speaker", "State",
    ];
    word.as_bytes().first().is_some_and(u8::is_ascii_uppercase) && TITLES.binary_search(&word).is_ok()
}

/// What ministers are of, when it stands right before the name.
pub fn is_portfolio(word: &str) -> bool {
    #[rustfmt::skip]
    const PORTFOLIOS: [&str; 20] = [
        "Defense", "Defence", "Affairs", "Finance", "Interior", "Labor", "Labour", "Commerce", "Energy", "Trade",
        "Education", "Health", "Justice", "Treasury", "Agriculture", "Transportation", "Transport", "Security",
        "Environment", "Intelligence",
    ];
    PORTFOLIOS.contains(&word)
}

/// Whether a capitalised word names a place or a body and no person.
pub fn is_place_or_body(word: &str) -> bool {
    #[rustfmt::skip]
    const WORDS: [&str; 66] = [
        "Agency", "Airport", "Assembly", "Association", "Bank", "Beach", "Center", "Centre", "Chiefs", "Chronicle",
        "Church", "City", "College", "Commission", "Committee", "Company", "Congress", "Corp", "Corp.", "Corporation",
        "Council", "County", "Court", "Department", "Federation", "Forum", "Foundation", "Gazette", "Group", "Herald",
        "Hospital", "Hotel", "House", "Inc", "Inc.", "Institute", "Island", "Islands", "Journal", "Magazine", "Ministry",
        "Museum", "Nations", "Network", "News", "Parliament", "Party", "Post", "Press", "Radio", "Republic", "Review",
        "School", "Service", "Society", "States", "Street", "Summit", "TV", "Television", "Times", "Treaty", "Tribune",
        "Union", "University", "Valley",
    ];
    WORDS.binary_search(&word).is_ok()
}

/// Whether a capitalised word begins the names of places or peoples and nobody’s.
pub fn opens_place(word: &str) -> bool {
    #[rustfmt::skip]
    const WORDS: [&str; 22] = [
        "African", "Asian", "Central", "East", "Eastern", "Fort", "Great", "Latin", "Los", "Lower", "Native", "New",
        "North", "Northern", "San", "Saudi", "South", "Southern", "United", "Upper", "West", "Western",
    ];
    WORDS.binary_search(&word).is_ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn titles_and_bodies_are_known_from_the_first_to_the_last_of_their_list() {
        for title in ["Adm.", "Ambassador", "Mr", "Mr.", "President-elect", "State"] {
            assert!(is_title(title), "{title}");
        }
        for body in ["Agency", "Chiefs", "House", "TV", "Valley"] {
            assert!(is_place_or_body(body), "{body}");
        }
        for place in ["African", "New", "Western"] {
            assert!(opens_place(place), "{place}");
        }
        assert!(!is_title("Lowe") && !is_place_or_body("Lowe"));
    }

    #[test]
    fn a_name_card_behind_a_name_is_no_part_of_it() {
        for (phrase, name) in [
            ("Trade Minister Lev Orlov Orlov Lev", "Trade Minister Lev Orlov"),
            ("Mr Orlov Orlov LevMinister of Trade", "Mr Orlov"),
            ("Boutros Boutros Ghali", "Boutros Boutros Ghali"),
            ("Sirhan Sirhan", "Sirhan Sirhan"),
        ] {
            let words: Vec<&str> = phrase.split(' ').collect();
            assert_eq!(without_card(&words).join(" "), name, "{phrase}");
        }
    }

    #[test]
    fn a_role_before_a_name_is_no_part_of_it() {
        for (phrase, name) in [
            ("club secretary Norman Pike", "Norman Pike"),
            ("Finnish Fisheries Minister Antti Salo", "Antti Salo"),
            ("Secretary of Defense William Tate", "William Tate"),
            ("furious Tory MP Giles Bramwell", "Giles Bramwell"),
            ("Army veteran Luis Ortega", "Luis Ortega"),
            ("the courtly Lev Orlov", "Lev Orlov"),
            ("Ursula von der Leyen", "Ursula von der Leyen"),
            ("President of Russia Vladimir Putin", "Vladimir Putin"),
            ("President of Russia", ""),
            ("SAM LOWE", "SAM LOWE"),
            ("Mr. Putin", "Putin"),
        ] {
            let words: Vec<&str> = phrase.split(' ').collect();
            assert_eq!(words[name_start(&words)..].join(" "), name, "{phrase}");
        }
    }
}
