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
    /// `that`, or a matter such as a need, a concern or readiness.
    Matter,
    /// Nothing but a quotation.
    Quote,
    /// What is asked for, rejected, defended or blamed.
    Act,
}

use Takes::{Act, As, Clause, Matter, Person, Quote, That, Thing};

/// Verbs of saying in every form, in order.
#[rustfmt::skip]
const VERBS: &[(&str, Takes)] = &[
    ("accuse", Act), ("accused", Act), ("accuses", Act), ("accusing", Act), ("acknowledge", Clause),
    ("acknowledged", Clause), ("acknowledges", Clause), ("acknowledging", That), ("add", Clause), ("added", Clause),
    ("adding", That), ("adds", Clause), ("admit", Clause), ("admits", Clause), ("admitted", Clause),
    ("admitting", That), ("advise", That), ("advised", That), ("advises", That), ("affirm", Matter),
    ("affirmed", Matter), ("affirms", Matter), ("agree", That), ("agreed", That), ("agrees", That),
    ("allege", Clause), ("alleged", Clause), ("alleges", Clause), ("announce", That), ("announced", That),
    ("announces", That), ("announcing", That), ("answer", Quote), ("answered", Quote), ("answers", Quote),
    ("argue", Clause), ("argued", Clause), ("argues", Clause), ("arguing", That), ("ask", That), ("asked", That),
    ("asks", That), ("assert", That), ("asserted", That), ("asserts", That), ("assure", Person), ("assured", Person),
    ("assures", Person), ("attest", That), ("attested", That), ("attests", That), ("began", Quote), ("begins", Quote),
    ("believe", That), ("believed", That), ("believes", That), ("blame", Act), ("blamed", Act), ("blames", Act),
    ("blaming", Act), ("blasted", Quote), ("blasts", Quote), ("boast", Clause), ("boasted", Clause),
    ("boasts", Clause), ("brag", Clause), ("bragged", Clause), ("brags", Clause), ("brand", Quote),
    ("branded", Quote), ("call", Quote), ("called", Quote), ("calling", Quote), ("calls", Quote), ("caution", That),
    ("cautioned", That), ("cautions", That), ("characterize", As), ("characterized", As), ("characterizing", As),
    ("charge", That), ("charged", That), ("charges", That), ("chuckled", Quote), ("chuckles", Quote), ("cite", Thing),
    ("cited", Thing), ("cites", Thing), ("claim", Clause), ("claimed", Clause), ("claiming", That),
    ("claims", Clause), ("clarified", That), ("clarifies", That), ("clarify", That), ("comment", That),
    ("commented", That), ("comments", That), ("complain", Clause), ("complained", Clause), ("complains", Clause),
    ("concede", Clause), ("conceded", Clause), ("concedes", Clause), ("conclude", That), ("concluded", That),
    ("concludes", That), ("condemn", Act), ("condemned", Act), ("condemns", Act), ("confess", Clause),
    ("confessed", Clause), ("confesses", Clause), ("confide", Clause), ("confided", Clause), ("confides", Clause),
    ("confirm", Matter), ("confirmed", Matter), ("confirms", Matter), ("contend", Clause), ("contended", Clause),
    ("contends", Clause), ("continue", Quote), ("continued", Quote), ("continues", Quote), ("counter", That),
    ("countered", That), ("counters", That), ("cried", Quote), ("cries", Quote), ("criticise", Act),
    ("criticised", Act), ("criticises", Act), ("criticize", Act), ("criticized", Act), ("criticizes", Act),
    ("declare", That), ("declared", That), ("declares", That), ("declaring", That), ("defend", Act),
    ("defended", Act), ("defends", Act), ("demand", That), ("demanded", That), ("demands", That), ("denied", That),
    ("denies", That), ("denounce", As), ("denounced", As), ("deny", That), ("describe", As), ("described", As),
    ("describes", As), ("describing", As), ("disclose", That), ("disclosed", That), ("discloses", That),
    ("dismiss", As), ("dismissed", As), ("dub", Quote), ("dubbed", Quote), ("emphasise", Matter),
    ("emphasised", Matter), ("emphasises", Matter), ("emphasising", That), ("emphasize", Matter),
    ("emphasized", Matter), ("emphasizes", Matter), ("emphasizing", That), ("enthused", Quote), ("enthuses", Quote),
    ("estimate", That), ("estimated", That), ("estimates", That), ("exclaimed", Quote), ("exclaims", Quote),
    ("expect", Quote), ("expected", Quote), ("expects", Quote), ("explain", Clause), ("explained", Clause),
    ("explaining", That), ("explains", Clause), ("express", Matter), ("expressed", Matter), ("expresses", Matter),
    ("fear", That), ("feared", That), ("fears", That), ("figure", Quote), ("figured", Quote), ("figures", Quote),
    ("forecast", That), ("forecasted", That), ("forecasts", That), ("fumed", Quote), ("fumes", Quote),
    ("grumble", Clause), ("grumbled", Clause), ("grumbles", Clause), ("guess", That), ("guessed", That),
    ("guesses", That), ("gushed", Quote), ("gushes", Quote), ("hail", As), ("hailed", As), ("highlight", Matter),
    ("highlighted", Matter), ("highlights", Matter), ("hint", Clause), ("hinted", Clause), ("hints", Clause),
    ("hope", That), ("hoped", That), ("hopes", That), ("implied", That), ("implies", That), ("imply", That),
    ("indicate", That), ("indicated", That), ("indicates", That), ("inform", Person), ("informed", Person),
    ("informs", Person), ("insist", Clause), ("insisted", Clause), ("insisting", That), ("insists", Clause),
    ("joke", Clause), ("joked", Clause), ("jokes", Clause), ("label", Quote), ("labeled", Quote), ("labelled", Quote),
    ("lament", Clause), ("lamented", Clause), ("laments", Clause), ("laugh", Quote), ("laughed", Quote),
    ("laughs", Quote), ("maintain", Clause), ("maintained", Clause), ("maintains", Clause), ("moaned", Quote),
    ("moans", Quote), ("muse", Quote), ("mused", Quote), ("muses", Quote), ("note", Clause), ("noted", Clause),
    ("notes", Clause), ("noting", That), ("object", That), ("objected", That), ("objects", That), ("observe", That),
    ("observed", That), ("observes", That), ("offered", Quote), ("opine", That), ("opined", That), ("opines", That),
    ("pledge", That), ("pledged", That), ("pledges", That), ("point", That), ("pointed", That), ("pointing", That),
    ("points", That), ("posit", That), ("posited", That), ("posits", That), ("post", Quote), ("posted", Quote),
    ("posts", Quote), ("praise", As), ("praised", As), ("predict", That), ("predicted", That), ("predicting", That),
    ("predicts", That), ("profess", That), ("professed", That), ("professes", That), ("promise", That),
    ("promised", That), ("promises", That), ("promising", That), ("propose", That), ("proposed", That),
    ("proposes", That), ("protest", That), ("protested", That), ("protests", That), ("put", Quote), ("puts", Quote),
    ("questioned", Act), ("questions", Act), ("quip", Clause), ("quiped", Clause), ("quipped", Clause),
    ("quips", Clause), ("raged", Quote), ("rages", Quote), ("reads", Quote), ("reaffirm", Matter),
    ("reaffirmed", Matter), ("reaffirms", Matter), ("reassure", Person), ("reassured", Person), ("reassures", Person),
    ("recall", That), ("recalled", That), ("recalls", That), ("reckon", Clause), ("reckoned", Clause),
    ("reckons", Clause), ("recognise", Matter), ("recognised", Matter), ("recognises", Matter), ("recognize", Matter),
    ("recognized", Matter), ("recognizes", Matter), ("recommend", That), ("recommended", That), ("recommends", That),
    ("recounted", Quote), ("recounts", Quote), ("refer", That), ("referred", That), ("refers", That),
    ("reflected", Quote), ("reflects", Quote), ("reiterate", Clause), ("reiterated", Clause), ("reiterates", Clause),
    ("reject", Act), ("rejected", Act), ("rejects", Act), ("remark", Clause), ("remarked", Clause),
    ("remarks", Clause), ("remind", Person), ("reminded", Person), ("reminds", Person), ("replied", That),
    ("replies", That), ("reply", That), ("report", That), ("reported", That), ("reports", That), ("respond", That),
    ("responded", That), ("responds", That), ("retort", Clause), ("retorted", Clause), ("retorts", Clause),
    ("reveal", That), ("revealed", That), ("reveals", That), ("said", Clause), ("say", Clause), ("saying", That),
    ("says", Clause), ("shouted", Quote), ("shouts", Quote), ("shrug", Quote), ("shrugged", Quote), ("shrugs", Quote),
    ("sigh", Quote), ("sighed", Quote), ("sighs", Quote), ("signal", That), ("signaled", That), ("signals", That),
    ("smiled", Quote), ("smiles", Quote), ("snapped", Quote), ("snaps", Quote), ("speaks", As), ("specified", That),
    ("specifies", That), ("specify", That), ("spoke", As), ("state", That), ("stated", That), ("states", That),
    ("stating", That), ("stipulate", That), ("stipulated", That), ("stipulates", That), ("storm", Quote),
    ("stormed", Quote), ("storms", Quote), ("stress", Matter), ("stressed", Clause), ("stresses", Clause),
    ("stressing", That), ("suggest", That), ("suggested", That), ("suggesting", That), ("suggests", That),
    ("summed", Quote), ("suspect", That), ("suspected", That), ("suspects", That), ("tell", Person),
    ("telling", Person), ("tells", Person), ("testified", That), ("testifies", That), ("testify", That),
    ("think", That), ("thinks", That), ("thought", That), ("told", Person), ("tweet", Clause), ("tweeted", Clause),
    ("tweets", Clause), ("underline", Matter), ("underlined", Matter), ("underlines", Matter), ("underscore", Matter),
    ("underscored", Matter), ("underscores", Matter), ("urge", Act), ("urged", Act), ("urges", Act), ("urging", Act),
    ("vented", Quote), ("ventured", Quote), ("voice", Matter), ("voiced", Matter), ("voices", Matter), ("vow", That),
    ("vowed", That), ("vows", That), ("warn", That), ("warned", That), ("warning", That), ("warns", That),
    ("whispered", Quote), ("whispers", Quote), ("wondered", Quote), ("wonders", Quote), ("worried", That),
    ("worries", That), ("worry", That), ("write", That), ("writes", That), ("written", That), ("wrote", That),
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

/// Verbs that are as often nouns or something else; they need a speaker right
/// before them, and no word such as `the` or `to`.
#[rustfmt::skip]
const NOUNS: &[&str] = &[
    "answer", "answers", "blame", "boast", "brand", "call", "calls", "caution", "charge", "charges", "claim",
    "claims", "comment", "comments", "counter", "cries", "defends", "demand", "demands", "estimate", "estimates",
    "express", "fear", "fears", "figure", "figures", "forecast", "forecasts", "guess", "highlight", "highlights",
    "hint", "hints", "hope", "hopes", "joke", "jokes", "label", "laugh", "laughs", "note", "notes", "object",
    "objects", "point", "points", "post", "posts", "promise", "promises", "protest", "protests", "put", "puts",
    "questions", "rage", "rages", "remark", "remarks", "report", "reports", "shout", "shouts", "shrug", "shrugs",
    "sigh", "sighs", "signal", "signals", "smiles", "state", "states", "storm", "storms", "stress", "stresses",
    "suspect", "suspects", "urge", "voice", "voices", "wonder", "wonders", "worries", "worry",
];

/// Nouns for what is stressed, expressed or voiced when that reports a
/// statement: `stressed the need for …`.
#[rustfmt::skip]
const MATTERS: &[&str] = &[
    "admiration", "anger", "appreciation", "belief", "commitment", "concern", "concerns", "condolences", "confidence",
    "conviction", "desire", "determination", "disappointment", "doubt", "doubts", "fears", "frustration", "gratitude",
    "hope", "hopes", "importance", "intention", "interest", "necessity", "need", "objections", "opposition",
    "optimism", "outrage", "position", "readiness", "regret", "resolve", "satisfaction", "scepticism", "significance",
    "skepticism", "solidarity", "support", "sympathy", "thanks", "urgency", "value", "view", "views", "willingness",
    "wish",
];

/// Whether the word names such a matter.
pub fn is_matter(word: &str) -> bool {
    MATTERS.binary_search(&word).is_ok()
}

/// What a word takes, when it is a verb of saying.
pub fn takes(word: &str) -> Option<Takes> {
    let own = bucket(word, &VERBS_FROM).and_then(|range| VERBS.get(range))?;
    let at = own.binary_search_by_key(&word, |(known, _)| known).ok()?;
    own.get(at).map(|(_, takes)| *takes)
}

/// Where the words begin that begin with each letter: most words are told by
/// few comparisons, and this is the most frequent question of all.
type From = [u16; 27];

#[allow(clippy::indexing_slicing, reason = "evaluated by the compiler")]
const VERBS_FROM: From = {
    let mut words = [""; VERBS.len()];
    let mut at = 0;
    while at < words.len() {
        words[at] = VERBS[at].0;
        at += 1;
    }
    from(&words)
};
const SPEAKERS_FROM: From = from(SPEAKERS);

#[allow(clippy::indexing_slicing, clippy::cast_possible_truncation, reason = "evaluated by the compiler")]
const fn from(words: &[&str]) -> From {
    let mut from = [words.len() as u16; 27];
    let mut at = words.len();
    while at > 0 {
        at -= 1;
        from[(words[at].as_bytes()[0] - b'a') as usize] = at as u16;
    }
    let mut letter = 26;
    while letter > 0 {
        letter -= 1;
        if from[letter] > from[letter + 1] {
            from[letter] = from[letter + 1];
        }
    }
    from
}

/// The part of a list in which a word would stand.
fn bucket(word: &str, from: &From) -> Option<std::ops::Range<usize>> {
    let letter = usize::from(word.as_bytes().first()?.checked_sub(b'a')?);
    Some(usize::from(*from.get(letter)?)..usize::from(*from.get(letter + 1)?))
}

/// Whether the verb reports a view.
pub fn is_view(word: &str) -> bool {
    VIEWS.contains(&word)
}

/// Whether the word may be a noun.
pub fn may_be_noun(word: &str) -> bool {
    NOUNS.binary_search(&word).is_ok()
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
    let known = |word: &str| {
        let own = bucket(word, &SPEAKERS_FROM).and_then(|range| SPEAKERS.get(range));
        own.is_some_and(|own| own.binary_search(&word).is_ok())
    };
    if word.bytes().all(|byte| byte.is_ascii_lowercase()) { known(word) } else { known(&word.to_ascii_lowercase()) }
}

/// People and bodies that speak, in order.
#[rustfmt::skip]
const SPEAKERS: &[&str] = &[
    "activist", "activists", "actor", "actress", "administration", "admiral", "admirals", "adviser", "advisers",
    "advisor", "advisors", "agencies", "agency", "aide", "aides", "alderman", "alliance", "allies", "ally",
    "ambassador", "analyst", "analysts", "anchor", "announcement", "applicant", "architect", "army", "article",
    "artist", "assemblyman", "assistant", "astronaut", "athlete", "attorney", "attorneys", "auditor", "auditors",
    "author", "authorities", "authority", "authors", "bank", "banker", "bankers", "baroness", "bishop", "blogger",
    "board", "boss", "bosses", "both", "boy", "boyfriend", "breeder", "broadcaster", "broker", "brokers", "brother",
    "builder", "businessman", "businessmen", "businesswoman", "cabinet", "campaigner", "campaigners", "candidate",
    "candidates", "captain", "cardinal", "carer", "caretaker", "celebrity", "chairman", "chairwoman", "chancellor",
    "charities", "charity", "chef", "chief", "chiefs", "civilians", "cleric", "clerk", "client", "clients", "club",
    "coach", "coalition", "colleague", "colleagues", "collector", "colonel", "columnist", "columnists", "commander",
    "commanders", "commentator", "commentators", "commission", "commissioner", "commissioners", "committee",
    "communique", "company", "competitor", "congress", "congressman", "congresswoman", "conservationist",
    "conservative", "conservatives", "consul", "consulate", "consultant", "consultants", "consumer", "contractor",
    "coordinator", "correspondent", "council", "councillor", "councillors", "councilman", "councilwoman", "counsel",
    "counterpart", "counterparts", "countries", "country", "court", "courtier", "creditors", "crew", "critic",
    "critics", "curator", "customer", "customers", "dad", "daughter", "dealer", "dealers", "declaration", "defendant",
    "defenders", "delegate", "delegates", "delegation", "democrat", "democrats", "demonstrators", "dentist",
    "department", "deputies", "deputy", "designer", "detective", "detectives", "detractors", "developer",
    "developers", "diplomat", "diplomats", "director", "dissident", "dissidents", "doctor", "doctors", "document",
    "driver", "drivers", "economist", "economists", "editor", "editorial", "educator", "embassy", "employee",
    "employees", "employer", "employers", "engineer", "engineers", "entrepreneur", "environmentalist",
    "environmentalists", "envoy", "envoys", "executive", "executives", "exile", "exiles", "expatriate", "expert",
    "experts", "families", "family", "fan", "fans", "farmer", "farmers", "father", "few", "fighter", "fighters",
    "filmmaker", "financier", "firefighter", "firefighters", "firm", "firms", "fisherman", "fishermen", "flatmate",
    "forecaster", "forecasters", "foreman", "founder", "friend", "friends", "funders", "gardener", "general",
    "generals", "girl", "girlfriend", "government", "governments", "governor", "grandfather", "grandmother", "group",
    "groups", "guard", "guards", "guest", "guy", "hawks", "head", "headmaster", "headteacher", "historian",
    "historians", "host", "hosts", "hunter", "husband", "imam", "immigrant", "influencer", "informant", "insider",
    "insiders", "inspector", "inspectors", "insurer", "insurers", "insurgents", "interpreter", "inventor",
    "investigator", "investigators", "investors", "islamists", "jeweller", "journalist", "journalists", "judge",
    "judges", "jurist", "keeper", "kids", "king", "lady", "landlord", "lawmaker", "lawmakers", "lawyer", "lawyers",
    "leader", "leaders", "lecturer", "legislator", "legislators", "letter", "liberals", "librarian", "lieutenant",
    "lifeguard", "lobby", "lobbyist", "lobbyists", "locals", "magistrate", "magistrates", "maker", "makers", "man",
    "manager", "many", "marshal", "mathematician", "mayor", "mechanic", "media", "mediator", "mediators", "member",
    "members", "memo", "men", "merchant", "message", "meteorologist", "midwife", "migrant", "migrants", "militants",
    "military", "miner", "miners", "minister", "ministers", "ministries", "ministry", "missionary", "moderator",
    "monarch", "monitors", "monk", "most", "mother", "mum", "musician", "nation", "nationalists", "nations",
    "naturalist", "navy", "negotiator", "negotiators", "neighbor", "neighbors", "neighbour", "neighbours",
    "neurologist", "newspaper", "newspapers", "nominee", "novelist", "nun", "nurse", "nurses", "observer",
    "observers", "office", "officer", "officers", "official", "officials", "ombudsman", "ones", "onlookers",
    "operator", "operators", "opponents", "opposition", "organisation", "organiser", "organisers", "organization",
    "organizer", "organizers", "others", "owner", "parent", "parents", "parliament", "parties", "partner", "party",
    "passenger", "passengers", "passer-by", "patient", "patients", "patriarch", "peacekeepers", "pensioner", "people",
    "performer", "philosopher", "photographer", "physician", "physicians", "physicist", "pilot", "pilots", "planner",
    "planners", "player", "players", "playwright", "poet", "police", "politician", "politicians", "poll", "pollster",
    "pollsters", "pope", "porter", "premier", "president", "presidents", "priest", "prince", "principal", "prisoner",
    "producer", "producers", "professor", "programmer", "promoter", "proponents", "prosecutor", "prosecutors",
    "protester", "protesters", "psychologist", "publications", "publisher", "pundits", "queen", "rabbi", "radicals",
    "ranger", "rapporteur", "readout", "rebel", "rebels", "recruit", "referee", "refugee", "refugees", "regime",
    "regulator", "regulators", "relative", "relatives", "report", "reporter", "reporters", "reports",
    "representative", "representatives", "republican", "republicans", "rescuer", "rescuers", "researcher",
    "researchers", "resident", "residents", "retailer", "retailers", "rival", "rivals", "ruler", "rulers", "sailor",
    "sailors", "salesman", "scholar", "scholars", "scientist", "scientists", "secretary", "senate", "senator",
    "senators", "sergeant", "servant", "shareholder", "shareholders", "sheriff", "shopkeeper", "shopper", "side",
    "sides", "singer", "sister", "skipper", "socialist", "sociologist", "soldier", "soldiers", "solicitor", "some",
    "son", "source", "sources", "speaker", "specialist", "specialists", "spokesman", "spokesmen", "spokesperson",
    "spokeswoman", "spouse", "spy", "spymaster", "staff", "statement", "states", "statesman", "strategist",
    "strategists", "strongman", "student", "students", "study", "superintendent", "supplier", "supporter",
    "supporters", "surgeon", "survey", "survivor", "survivors", "taxpayers", "teacher", "teachers", "team",
    "technician", "telegram", "tenant", "tenants", "theologian", "think-tank", "tourist", "tourists", "trader",
    "traders", "trainer", "transcript", "traveller", "treasurer", "trustee", "tutor", "undersecretary", "union",
    "unions", "vendor", "veteran", "veterans", "vicar", "victim", "victims", "viewer", "villager", "villagers",
    "visitor", "visitors", "volunteer", "volunteers", "voter", "voters", "warden", "watchdog", "widow", "widower",
    "wife", "winner", "witness", "witnesses", "woman", "women", "worker", "workers", "writer", "writers", "zoologist",
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_lists_are_in_order() {
        assert!(VERBS.windows(2).all(|pair| pair[0].0 < pair[1].0));
        for list in [SPEAKERS, NOUNS, MATTERS] {
            assert!(list.windows(2).all(|pair| pair[0] < pair[1]));
        }
        assert!(is_between("also") && is_between("had") && !is_between("will") && !is_between("said"));
    }

    #[test]
    fn verbs_are_told_apart() {
        assert_eq!(takes("says"), Some(Takes::Clause));
        assert_eq!(takes("told"), Some(Takes::Person));
        assert_eq!(takes("walks"), None);
        assert_eq!(takes("sa"), None);
        assert!(may_be_noun("notes") && !may_be_noun("noted"));
        assert!(VERBS.iter().all(|(word, how)| takes(word) == Some(*how)));
        assert!(SPEAKERS.iter().all(|word| is_speaker_noun(word)));
        assert_eq!(takes("zzz").or(takes("Said")).or(takes("")), None);
    }
}
