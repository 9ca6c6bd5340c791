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

const CLAUSE: &str = "say says said note notes noted add adds added insist insists insisted claim claims claimed \
    explain explains explained argue argues argued acknowledge acknowledges acknowledged admit admits admitted \
    maintain maintains maintained stress stresses stressed hint hints hinted concede concedes conceded \
    allege alleges alleged complain complains complained contend contends contended quip quips quipped \
    remarked reiterate reiterates reiterated joke jokes joked";

const THAT: &str = "agree agrees agreed believe believes believed indicate indicates indicated suggest suggests \
    suggested suggesting warn warns warned conclude concludes concluded fear fears feared announce announces announced \
    confirm confirms confirmed declare declares declared predict predicts predicted promise promises promised \
    report reports reported state states stated reply replies replied respond responds responded observe observes \
    observed write writes wrote emphasize emphasizes emphasized emphasise emphasises emphasised assert asserts \
    asserted caution cautions cautioned recall recalls recalled deny denies denied pledge pledges pledged vow vows \
    vowed hope hopes hoped think thinks thought comment comments commented point points pointed saying arguing warning adding \
    ask asks asked continue continues continued reveal reveals revealed";

const PERSON: &str = "tell tells told remind reminds reminded assure assures assured inform informs informed";

const AS: &str = "describe describes described describing characterize characterized characterizing spoke speaks \
    denounce denounced dismiss dismissed praise praised hail hailed";

const THING: &str = "cite cites cited";

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
    let among = |list: &str| list.split(' ').any(|known| known == word);
    [(CLAUSE, Takes::Clause), (THAT, Takes::That), (PERSON, Takes::Person), (AS, Takes::As), (THING, Takes::Thing)]
        .into_iter()
        .find(|(list, _)| among(list))
        .map(|(_, takes)| takes)
}

/// Whether the verb reports a view.
pub fn is_view(word: &str) -> bool {
    VIEWS.contains(&word)
}

/// Whether the word may be a noun.
pub fn may_be_noun(word: &str) -> bool {
    NOUNS.contains(&word)
}

/// Words that stand between a subject and its verb.
pub fn is_between(word: &str) -> bool {
    const WORDS: &str = "have has had having did do does is are was were be been will would can could may might must \
        also then earlier later recently reportedly repeatedly again once often now still not never ever appeared \
        appears seemed seems to quoted as went on rather only just already clearly himself herself itself themselves \
        flatly openly publicly privately long always further soon first finally even both all";
    WORDS.split_whitespace().any(|known| known == word)
}

/// Nouns for people and bodies that speak.
pub fn is_speaker_noun(word: &str) -> bool {
    const WORDS: &str = "expert experts analyst analysts official officials critic critics observer observers \
        commentator commentators diplomat diplomats source sources scholar scholars specialist specialists politician \
        politicians lawmaker lawmakers leader leaders president presidents minister ministers premier chancellor \
        secretary ambassador envoy spokesman spokeswoman spokesperson spokesmen aide aides adviser advisers advisor \
        advisors general generals admiral commander commanders officer officers government governments ministry \
        ministries department administration army police military parliament congress senate senator senators \
        delegation delegates delegate statement report reports newspaper newspapers publications media agency agencies \
        organization organisation group groups activists activist campaigners scientist scientists researcher \
        researchers economist economists historian historians professor director chairman chairwoman head chief staff \
        editor journalist journalists reporter reporters author authors people residents witnesses witness lawyer \
        lawyers judge judges bishop pope king queen prince negotiator negotiators executives executive company \
        investors traders farmers workers teachers students voters supporters opponents colleagues friends man woman \
        men women many some others most few both ones side sides pundits insiders hawks conservatives liberals doctor doctors \
        mayor governor deputy deputies representative representatives coach manager owner";
    WORDS.split_whitespace().any(|known| known.eq_ignore_ascii_case(word))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn verbs_are_told_apart() {
        assert_eq!(takes("says"), Some(Takes::Clause));
        assert_eq!(takes("told"), Some(Takes::Person));
        assert_eq!(takes("walks"), None);
        assert_eq!(takes("sa"), None);
        assert!(may_be_noun("notes") && !may_be_noun("noted"));
    }
}
