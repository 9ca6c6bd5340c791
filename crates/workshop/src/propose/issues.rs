//! Issues: words that set some articles apart from the others.

use std::collections::{BTreeSet, HashMap, HashSet};

use summitry_corpus::Article;

use super::{free_id, id_of};

/// A subject that some articles share.
#[derive(Clone, Debug, PartialEq)]
pub struct ProposedIssue {
    /// An id for it.
    pub id: String,
    /// A name: its first word, in the form in which the texts have it most often.
    pub name: String,
    /// The query that takes its passages.
    pub query: String,
    /// Its words, that of most passages first.
    pub words: Vec<String>,
    /// How many passages have one of them.
    pub count: usize,
    /// How many articles they are in.
    pub articles: usize,
}

/// The most that are proposed.
const MOST: usize = 12;
/// The most words of one.
const MOST_WORDS: usize = 4;

/// Where a word stands: passages by article and number, in order, each once.
type Places = Vec<(usize, u32)>;

/// By word the form in which it stands most often, and how often that is.
type Forms<'a> = HashMap<String, (&'a str, usize)>;

/// Words of a few of the articles, those that stand together joined. Linear in
/// the articles' text, but for the words that are compared with each other.
///
/// `people` are names of those who speak: who somebody is is no subject.
pub(super) fn issues(articles: &[&Article], people: &[&str]) -> Vec<ProposedIssue> {
    let written = written(articles);
    let (mut words, forms) = content_words(articles, &written);
    for name in people.iter().flat_map(|name| name.split(|c: char| !c.is_alphanumeric() && c != '-')) {
        words.remove(&stem(name, &written));
    }
    let total = articles.len() as f64;
    let mut scored: Vec<(f64, &str, &Places)> = words
        .iter()
        .filter_map(|(word, places)| {
            let spread = in_articles(places);
            let apart = spread >= 2.min(articles.len()) && (spread as f64) <= (total * 0.6).max(2.0);
            let score = (places.len() as f64) * (total / spread as f64).ln().max(0.05);
            (apart && places.len() >= 3).then_some((score, word.as_str(), places))
        })
        .collect();
    scored.sort_by(|a, b| b.0.total_cmp(&a.0).then_with(|| a.1.cmp(b.1)));
    let mut found: Vec<ProposedIssue> = Vec::new();
    let mut used: HashSet<&str> = HashSet::new();
    for (_, word, places) in &scored {
        if found.len() == MOST {
            break;
        }
        if used.contains(word) {
            continue;
        }
        let (mut taken, mut all) = (vec![*word], places.iter().copied().collect::<BTreeSet<_>>());
        for (_, other, theirs) in scored.iter().filter(|(_, other, _)| other != word && !used.contains(other)) {
            if taken.len() < MOST_WORDS && stand_together(theirs, places) {
                taken.push(other);
                all.extend(theirs.iter().copied());
            }
        }
        used.extend(&taken);
        let id = free_id(&id_of(word, 30), "issue", found.iter().map(|one| one.id.as_str()));
        found.push(ProposedIssue {
            id,
            name: capitalised(forms.get(*word).map_or(word, |form| form.0)),
            query: taken.join(" OR "),
            words: taken.iter().map(|word| (*word).to_owned()).collect(),
            count: all.len(),
            articles: in_articles(&all.into_iter().collect()),
        });
    }
    found
}

/// The words that can name a subject and where they stand; and the form in
/// which each stands most often, with how often that is. Each different form is
/// looked at once.
fn content_words<'a>(articles: &[&'a Article], written: &HashSet<String>) -> (HashMap<String, Places>, Forms<'a>) {
    let everywhere: HashSet<&str> = EVERYWHERE.split(' ').collect();
    let mut stems: HashMap<&'a str, Option<(String, usize)>> = HashMap::new();
    let mut words: HashMap<String, Places> = HashMap::new();
    for (at, article) in articles.iter().enumerate() {
        for block in article.passages() {
            let place = (at, block.n.unwrap_or(0));
            for word in words_of(&block.text) {
                let known = stems
                    .entry(word)
                    .or_insert_with(|| is_content(word, &everywhere).then(|| (stem(word, written), 0)));
                let Some((stem, count)) = known else { continue };
                *count += 1;
                match words.get_mut(stem) {
                    Some(places) if places.last() == Some(&place) => {}
                    Some(places) => places.push(place),
                    None => drop(words.insert(stem.clone(), vec![place])),
                }
            }
        }
    }
    let mut forms = Forms::new();
    for (form, (stem, count)) in stems.into_iter().filter_map(|(form, known)| Some((form, known?))) {
        // Of forms that are as frequent the first in the alphabet.
        let best = forms.entry(stem).or_insert((form, count));
        if count > best.1 || count == best.1 && form < best.0 {
            *best = (form, count);
        }
    }
    (words, forms)
}

/// All words that the articles have, in small letters.
fn written(articles: &[&Article]) -> HashSet<String> {
    let words = articles.iter().flat_map(|article| article.passages()).flat_map(|block| words_of(&block.text));
    words.collect::<HashSet<&str>>().into_iter().map(str::to_lowercase).collect()
}

fn words_of(text: &str) -> impl Iterator<Item = &str> {
    text.split(|c: char| !c.is_alphanumeric() && c != '-').filter(|word| !word.is_empty())
}

/// In how many articles places are.
fn in_articles(places: &Places) -> usize {
    places.chunk_by(|one, next| one.0 == next.0).count()
}

/// Whether most places of a word are places of another, and enough of those.
fn stand_together(theirs: &Places, places: &Places) -> bool {
    // What is too rare or too frequent is not counted.
    if theirs.len() * 3 <= places.len() || places.len() * 2 <= theirs.len() {
        return false;
    }
    let shared = theirs.iter().filter(|place| places.binary_search(place).is_ok()).count();
    shared * 2 > theirs.len() && shared * 3 > places.len()
}

/// Plurals count as their singular, which search finds as well. Of those in `-es`
/// behind a hiss and in `-ies` the letters alone do not tell the singular (`houses`,
/// `buses`; `movies`, `cities`): it is the one that is `written` in the texts, and else
/// the plural stays as it is.
fn stem(word: &str, written: &HashSet<String>) -> String {
    const TOLD_BY_THE_TEXTS: [&str; 6] = ["se", "xe", "ze", "che", "she", "ie"];
    let word = word.trim_matches('-').to_lowercase();
    let Some(stem) = word.strip_suffix('s').filter(|stem| stem.len() >= 4 && !stem.ends_with(['s', 'u', 'i'])) else {
        return word;
    };
    if !TOLD_BY_THE_TEXTS.iter().any(|ending| stem.ends_with(ending)) {
        return stem.to_owned();
    }
    let without = match stem.strip_suffix("ie") {
        Some(front) => [front, "y"].concat(),
        None => stem.trim_end_matches('e').to_owned(),
    };
    // Search takes `bus` and `buses` for two words, as the Snowball algorithm does.
    let is_short_in_s = without.ends_with('s') && !without.ends_with("ss");
    let singular = [stem.to_owned(), without].into_iter().enumerate();
    let mut singular = singular.filter(|(at, _)| *at == 0 || !is_short_in_s).map(|(_, singular)| singular);
    singular.find(|singular| singular.len() >= 4 && written.contains(singular)).unwrap_or(word)
}

fn capitalised(word: &str) -> String {
    let mut letters = word.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

/// Words that can name a subject: long enough, and none that any text has.
fn is_content(word: &str, everywhere: &HashSet<&str>) -> bool {
    let length = word.chars().count();
    length >= 4
        && word.chars().all(|c| c.is_alphabetic() || c == '-')
        && !everywhere.contains(word.to_lowercase().as_str())
}

/// Words that stand in any news text.
const EVERYWHERE: &str = "\
about above across after again against ahead agreed almost along already also although always among amid another \
anything around asked away back became because become been before began behind being believe best better between \
both bring brought called came cannot case change come comes could country countries course days despite does doing \
done down during each early either else end ending even every ever expected face fact feel felt find first five \
followed following former forward found four from full further gave general getting give given gives goes going good \
great group growing have having head held help here high himself however hundred important including indeed instead \
into issue issues itself just keep kept kind know known large last late later latest least leave left less like likely \
little local long longer look looking made main major make makes making many matter might million monday more most \
move much must named national near nearly need needs never news next night nothing number office officials often once \
only open order other others over part parts past people perhaps place plan plans point position possible present \
problem public question rather real really recent reported reporters right said same saying says second seem seemed \
seen series several shall should show side sides since small some something soon special spoke start state statement \
states still such support sure take taken takes taking tell than that their them themselves then there these they \
thing things think third this those though thought thousand three through thursday time times today together told \
took toward towards tuesday turn under until upon used using very view want wanted wants ways wednesday week weeks \
well went were what when where whether which while whole whose will with within without word words work working \
world would year years yesterday your friday saturday sunday january february march april june july august september \
october november december spokesman spokeswoman minister ministers president leader leaders government meeting talks \
councillor mayor according added ago days month months new own put set two one who why how out off not";

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_that_any_text_has_name_no_subject() {
        let everywhere = EVERYWHERE.split(' ').collect();
        let is_content = |word| is_content(word, &everywhere);
        assert!(is_content("herring") && is_content("Quotas") && !is_content("because") && !is_content("said"));
    }

    #[test]
    fn a_plural_counts_as_its_singular_where_letters_or_texts_tell_that() {
        let texts = ["house", "city", "movie", "watch", "bus"];
        let written = texts.map(str::to_owned).into_iter().collect();
        for (word, expected) in [
            ("Quotas", "quota"),
            ("missiles", "missile"),
            ("status", "status"),
            ("houses", "house"),
            ("cities", "city"),
            ("movies", "movie"),
            ("watches", "watch"),
            // No text has their singular, or search does not find it as well.
            ("boxes", "boxes"),
            ("parties", "parties"),
            ("Buses", "buses"),
        ] {
            assert_eq!(stem(word, &written), expected, "{word}");
        }
    }

    #[test]
    fn words_are_joined_whose_places_are_mostly_the_same() {
        let places = |numbers: &[u32]| numbers.iter().map(|number| (0, *number)).collect::<Places>();
        assert!(stand_together(&places(&[1, 2, 3]), &places(&[1, 2, 4])));
        assert!(!stand_together(&places(&[1, 5, 6]), &places(&[1, 2, 4])));
        assert!(!stand_together(&places(&[1]), &places(&[1, 2, 3, 4])));
    }
}
