//! Verbs that report what somebody said.
//!
//! Invariant: the lists hold no word of any subject; they are English.

/// What must follow a verb for it to report a statement.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Takes {
    /// A clause, with or without `that`.
    Clause,
    /// A clause with `that`.
    That,
    /// Somebody spoken to, then a clause with `that`.
    Person,
    /// `as` and a description.
    As,
    /// A thing: the verb is reported speech only of somebody who speaks anyway.
    Thing,
}

use Takes::{As, Clause, Person, That, Thing};

/// Verbs of saying in every form, in order.
#[rustfmt::skip]
const VERBS: &[(&str, Takes)] = &[
    ("acknowledge", Clause), ("acknowledged", Clause), ("acknowledges", Clause), ("add", Clause), ("added", Clause),
    ("adding", That), ("adds", Clause), ("admit", Clause), ("admits", Clause), ("admitted", Clause), ("agree", That),
    ("agreed", That), ("agrees", That), ("allege", Clause), ("alleged", Clause), ("alleges", Clause), ("announce",
    That), ("announced", That), ("announces", That), ("argue", Clause), ("argued", Clause), ("argues", Clause),
    ("arguing", That), ("ask", That), ("asked", That), ("asks", That), ("assert", That), ("asserted", That),
    ("asserts", That), ("assure", Person), ("assured", Person), ("assures", Person), ("believe", That), ("believed",
    That), ("believes", That), ("caution", That), ("cautioned", That), ("cautions", That), ("characterize", As),
    ("characterized", As), ("characterizing", As), ("cite", Thing), ("cited", Thing), ("cites", Thing), ("claim",
    Clause), ("claimed", Clause), ("claims", Clause), ("comment", That), ("commented", That), ("comments", That),
    ("complain", Clause), ("complained", Clause), ("complains", Clause), ("concede", Clause), ("conceded", Clause),
    ("concedes", Clause), ("conclude", That), ("concluded", That), ("concludes", That), ("confirm", That),
    ("confirmed", That), ("confirms", That), ("contend", Clause), ("contended", Clause), ("contends", Clause),
    ("continue", That), ("continued", That), ("continues", That), ("declare", That), ("declared", That), ("declares",
    That), ("denied", That), ("denies", That), ("denounce", As), ("denounced", As), ("deny", That), ("describe", As),
    ("described", As), ("describes", As), ("describing", As), ("dismiss", As), ("dismissed", As), ("emphasise", That),
    ("emphasised", That), ("emphasises", That), ("emphasize", That), ("emphasized", That), ("emphasizes", That),
    ("explain", Clause), ("explained", Clause), ("explains", Clause), ("fear", That), ("feared", That), ("fears",
    That), ("hail", As), ("hailed", As), ("hint", Clause), ("hinted", Clause), ("hints", Clause), ("hope", That),
    ("hoped", That), ("hopes", That), ("indicate", That), ("indicated", That), ("indicates", That), ("inform",
    Person), ("informed", Person), ("informs", Person), ("insist", Clause), ("insisted", Clause), ("insists", Clause),
    ("joke", Clause), ("joked", Clause), ("jokes", Clause), ("maintain", Clause), ("maintained", Clause),
    ("maintains", Clause), ("note", Clause), ("noted", Clause), ("notes", Clause), ("observe", That), ("observed",
    That), ("observes", That), ("pledge", That), ("pledged", That), ("pledges", That), ("point", That), ("pointed",
    That), ("points", That), ("praise", As), ("praised", As), ("predict", That), ("predicted", That), ("predicts",
    That), ("promise", That), ("promised", That), ("promises", That), ("quip", Clause), ("quipped", Clause), ("quips",
    Clause), ("recall", That), ("recalled", That), ("recalls", That), ("reiterate", Clause), ("reiterated", Clause),
    ("reiterates", Clause), ("remarked", Clause), ("remind", Person), ("reminded", Person), ("reminds", Person),
    ("replied", That), ("replies", That), ("reply", That), ("report", That), ("reported", That), ("reports", That),
    ("respond", That), ("responded", That), ("responds", That), ("reveal", That), ("revealed", That), ("reveals",
    That), ("said", Clause), ("say", Clause), ("saying", That), ("says", Clause), ("speaks", As), ("spoke", As),
    ("state", That), ("stated", That), ("states", That), ("stressed", Clause), ("stresses", Clause), ("suggest",
    That), ("suggested", That), ("suggesting", That), ("suggests", That), ("tell", Person), ("tells", Person),
    ("think", That), ("thinks", That), ("thought", That), ("told", Person), ("vow", That), ("vowed", That), ("vows",
    That), ("warn", That), ("warned", That), ("warning", That), ("warns", That), ("write", That), ("writes", That),
    ("wrote", That),
];

/// Forms that need `is`, `quoted as` or a subject from the sentence.
pub fn is_participle(word: &str) -> bool {
    word.ends_with("ing")
}

/// Views rather than words: they report only when nothing around them does.
const VIEWS: [&str; 12] = [
    "believe", "believes", "believed", "fear", "fears", "feared", "hope", "hopes", "hoped", "think", "thinks",
    "thought",
];

/// Verbs that are as often nouns; they need a speaker right before them, and
/// no word such as `the` or `to`.
const NOUNS: [&str; 15] = [
    "note", "notes", "claim", "claims", "report", "reports", "state", "states", "call", "calls", "point", "points",
    "comment", "comments", "fears",
];

/// What a word takes, when it is a verb of saying.
pub fn takes(word: &str) -> Option<Takes> {
    let at = VERBS.binary_search_by_key(&word, |(known, _)| known).ok()?;
    VERBS.get(at).map(|(_, takes)| *takes)
}

/// Whether the verb reports a view.
pub fn is_view(word: &str) -> bool {
    VIEWS.contains(&word)
}

/// Whether the word may be a noun.
pub fn may_be_noun(word: &str) -> bool {
    NOUNS.contains(&word)
}

/// Words that stand between a subject and its verb. Not `will` and its like:
/// what somebody will say has not been said.
pub fn is_between(word: &str) -> bool {
    const WORDS: &[&str] = &[
        "again",
        "all",
        "already",
        "also",
        "always",
        "appeared",
        "appears",
        "are",
        "as",
        "be",
        "been",
        "both",
        "clearly",
        "did",
        "do",
        "does",
        "earlier",
        "even",
        "ever",
        "finally",
        "first",
        "flatly",
        "further",
        "had",
        "has",
        "have",
        "having",
        "herself",
        "himself",
        "is",
        "itself",
        "just",
        "later",
        "long",
        "never",
        "not",
        "now",
        "often",
        "on",
        "once",
        "only",
        "openly",
        "privately",
        "publicly",
        "quoted",
        "rather",
        "recently",
        "repeatedly",
        "reportedly",
        "seemed",
        "seems",
        "soon",
        "still",
        "themselves",
        "then",
        "to",
        "was",
        "went",
        "were",
    ];
    WORDS.binary_search(&word).is_ok()
}

/// Nouns for people and bodies that speak.
pub fn is_speaker_noun(word: &str) -> bool {
    word.is_ascii() && SPEAKERS.binary_search(&word.to_ascii_lowercase().as_str()).is_ok()
}

/// People and bodies that speak, in order.
#[rustfmt::skip]
const SPEAKERS: &[&str] = &[
    "activist", "activists", "administration", "admiral", "adviser", "advisers", "advisor", "advisors", "agencies",
    "agency", "aide", "aides", "ambassador", "analyst", "analysts", "army", "author", "authorities", "authority",
    "authors", "bank", "bishop", "board", "both", "brother", "campaigners", "captain", "chairman", "chairwoman",
    "chancellor", "charities", "charity", "chief", "client", "clients", "club", "coach", "coalition", "colleague",
    "colleagues", "commander", "commanders", "commentator", "commentators", "commission", "committee", "company",
    "congress", "conservatives", "council", "counterpart", "counterparts", "countries", "country", "court", "critic",
    "critics", "daughter", "defendant", "delegate", "delegates", "delegation", "department", "deputies", "deputy",
    "diplomat", "diplomats", "director", "doctor", "doctors", "document", "driver", "economist", "economists",
    "editor", "envoy", "executive", "executives", "expert", "experts", "fan", "fans", "farmer", "farmers", "father",
    "few", "firm", "firms", "fisherman", "fishermen", "founder", "friend", "friends", "general", "generals",
    "government", "governments", "governor", "group", "groups", "hawks", "head", "historian", "historians", "husband",
    "insiders", "inspector", "investors", "journalist", "journalists", "judge", "judges", "king", "lawmaker",
    "lawmakers", "lawyer", "lawyers", "leader", "leaders", "liberals", "lobby", "man", "manager", "many", "mayor",
    "media", "men", "military", "minister", "ministers", "ministries", "ministry", "most", "mother", "nation",
    "nations", "negotiator", "negotiators", "neighbor", "neighbors", "neighbour", "neighbours", "newspaper",
    "newspapers", "nurse", "observer", "observers", "office", "officer", "officers", "official", "officials", "ones",
    "opponents", "organisation", "organization", "others", "owner", "parliament", "parties", "partner", "party",
    "people", "pilot", "player", "players", "police", "politician", "politicians", "poll", "pope", "premier",
    "president", "presidents", "priest", "prince", "professor", "prosecutor", "prosecutors", "publications",
    "pundits", "queen", "relative", "relatives", "report", "reporter", "reporters", "reports", "representative",
    "representatives", "researcher", "researchers", "resident", "residents", "scholar", "scholars", "scientist",
    "scientists", "secretary", "senate", "senator", "senators", "shopkeeper", "side", "sides", "sister", "soldier",
    "soldiers", "some", "son", "source", "sources", "specialist", "specialists", "spokesman", "spokesmen",
    "spokesperson", "spokeswoman", "staff", "statement", "states", "student", "students", "study", "supporters",
    "survey", "survivor", "survivors", "teacher", "teachers", "trader", "traders", "union", "unions", "victim",
    "victims", "villager", "villagers", "voter", "voters", "wife", "witness", "witnesses", "woman", "women", "worker",
    "workers",
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_lists_are_in_order() {
        assert!(VERBS.windows(2).all(|pair| pair[0].0 < pair[1].0));
        assert!(SPEAKERS.windows(2).all(|pair| pair[0] < pair[1]));
        assert!(is_between("also") && is_between("had") && !is_between("will") && !is_between("said"));
    }

    #[test]
    fn verbs_are_told_apart() {
        assert_eq!(takes("says"), Some(Takes::Clause));
        assert_eq!(takes("told"), Some(Takes::Person));
        assert_eq!(takes("walks"), None);
        assert_eq!(takes("sa"), None);
        assert!(may_be_noun("notes") && !may_be_noun("noted"));
    }
}
