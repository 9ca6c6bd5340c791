//! A statement that an article attributes to somebody, wherever one is listed.

use summitry_corpus::{ByteRange, VoiceKind};

use crate::app::Scene;
use crate::component::{issue_ids, keep, passage_link, words_of};
use crate::library::Statement;
use crate::node::{Element, Node, el, unseen};
use crate::wording::whole;

/// The words as they stand in their passage, those in `marks` marked, with the
/// passage's number as the link to it; a quotation in quotation marks.
pub fn statement(scene: Scene<'_>, (article, voice): Statement, marks: &[ByteRange]) -> Option<Element> {
    let held = scene.library.corpus().articles.get(article)?;
    let block = held.passage(voice.passage)?;
    let place = (article, voice.passage);
    let range = if voice.range.is_empty() { whole(block) } else { voice.range };
    let (quoted, kind) = (voice.kind == VoiceKind::Direct, voice.kind.manner());
    // A denial is told apart in words that everybody sees.
    let manner = match voice.kind {
        VoiceKind::Rejection => el("b").class("manner").add("Rejecting: "),
        VoiceKind::Direct | VoiceKind::Paraphrase => unseen(kind).add(": "),
    };
    // How the reporter puts it: what somebody rejected is not what they said.
    let cue = (!quoted && !voice.cue.is_empty())
        .then(|| el("span").class("fine").add([" (“", voice.cue.as_str(), "”)"].concat()));
    let mark = |mark: &'static str| quoted.then(|| Node::from(mark));
    let words = el("p")
        .at("title", voice.why.clone())
        .add(manner)
        .add(mark("“"))
        .all(words_of(scene, place, block, range, marks))
        .add(mark("”"))
        .add(cue);
    Some(
        el("li")
            .class("hit statement")
            .at("data-article", held.id.as_str())
            .at("data-passage", voice.passage.to_string())
            .at("data-issues", issue_ids(scene.library, article, voice.passage))
            .at("data-kind", kind)
            .add(passage_link(scene, held, voice.passage))
            .add(keep(words, scene, place, range, &voice.speaker)),
    )
}
