//! Quotations to which no verb of saying gives a speaker: one that is signed, the
//! words of a message that was sent, one that goes on.

use super::*;

impl Attribution<'_> {
    /// A quotation that is nearly all of its passage belongs to whoever signs it
    /// on the next line.
    pub(super) fn sign(&mut self, passage: &Passage<'_>, speakers: &mut [Option<Found>]) {
        let Some(name) = self.signed.take() else { return };
        let [quote] = passage.quotes.as_slice() else { return };
        let [slot @ None] = speakers else { return };
        if quote.outer.len() * 10 < passage.text.len() * 8 {
            return;
        }
        let words: Vec<&str> = name.split(' ').collect();
        let speaker = self.cast.person(&words).map_or_else(|| Speaker::Unnamed(name.to_owned()), Speaker::Actor);
        let why = "The next line signs the quotation.".to_owned();
        *slot = Some(Found { speaker, basis: Basis::Stated, why, role: String::new(), cue: name.to_owned() });
    }

    /// Who sends a message in a sentence: `Mr Lowe sent a telegram`.
    pub(super) fn sender_in(
        &mut self,
        passage: &Passage<'_>,
        sentence: &Range<usize>,
        mentions: &[(usize, usize)],
    ) -> Option<Speaker> {
        let tokens = passage.tokens.get(sentence.clone())?;
        let outside = |any: &[&str]| tokens.iter().position(|token| token.quote.is_none() && token.is(any));
        // Whoever congratulates sends a message to do so.
        let sent =
            || outside(&["sent", "sends", "forwarded", "addressed", "wrote"]).filter(|_| outside(&MESSAGES).is_some());
        let verb = sentence.start + outside(&["congratulated", "congratulates"]).or_else(sent)?;
        if let Some((who, _)) = mentions.iter().find(|(_, end)| *end <= verb) {
            return Some(Speaker::Actor(*who));
        }
        let words: Vec<&str> = passage.tokens.get(sentence.start..verb)?.iter().map(|token| token.text).collect();
        let named = words.iter().all(|word| word.starts_with(char::is_uppercase)) && words.first() != Some(&"The");
        if let Some(who) = named.then(|| self.cast.person(&words)).flatten() {
            return Some(Speaker::Actor(who));
        }
        let phrase = passage.words(&(sentence.start..verb)).replacen("The ", "the ", 1);
        let short = phrase.starts_with("the ") && verb - sentence.start <= 6;
        short.then(|| self.cast.described(&phrase).map_or_else(|| Speaker::Unnamed(phrase), Speaker::Actor))
    }

    /// Quotations without a cue go on with who spoke before.
    pub(super) fn continued(&mut self, passage: &Passage<'_>, speakers: &mut [Option<Found>]) {
        let whole: usize = passage.quotes.iter().map(|quote| quote.inner.len()).sum();
        let mostly = whole * 10 >= passage.text.len() * 8;
        let opening = passage.quotes.first().is_some_and(|quote| quote.outer.start == 0);
        let carries = opening && (self.left_open || self.ended_in_quote && mostly);
        let before = self.last_direct.clone().filter(|_| carries);
        let before = before
            .map(|found| found.inferred("The quotation goes on from the passage before, and nobody else is named."));
        let later = speakers.iter().flatten().next().cloned();
        // `Mr Lowe said that he would wait. “We have time.”`
        let told: Vec<(usize, Found)> = self.told.drain(..).collect();
        // A passage that only quotes goes on from what the one before told.
        let from_before = self.told_last.take().filter(|_| opening && mostly);
        let last_told = told.last().filter(|(end, _)| passage.text.get(*end..).is_some_and(ends_sentence));
        self.told_last = last_told.map(|(_, found)| found.clone());
        let before = before.or_else(|| {
            Some(from_before?.inferred("The passage before tells what they said, and nobody else is named."))
        });
        let told = |quote: &crate::voices::quote::Quote| {
            let before = told.iter().rev().find(|(end, _)| *end <= quote.outer.start);
            before
                .filter(|(end, _)| passage.text.get(*end..quote.outer.start).is_some_and(ends_sentence))
                .map(|(_, found)| found.clone())
        };
        let mut last = before;
        // Where the quotation before ended, if somebody spoke it in this passage.
        let mut spoken: Option<usize> = None;
        for (quote, slot) in passage.quotes.iter().zip(speakers) {
            let carried = spoken.is_some_and(|end| goes_on(passage.text, end, quote));
            match slot {
                Some(found) => {
                    last = Some(found.clone());
                    spoken = Some(quote.outer.end);
                }
                None if carried || is_sentence(passage, quote) || opens_sentence(passage.text, quote) => {
                    let source = last
                        .clone()
                        .or_else(|| told(quote))
                        .or_else(|| later.clone().filter(|_| quote.outer.start == 0));
                    *slot = source.map(|found| match found.cue.is_empty() {
                        true => Found { basis: Basis::Inferred, ..found },
                        false => found
                            .inferred("The quotation stands beside one of the same speaker, and nobody else is named."),
                    });
                }
                None => {}
            }
        }
    }
}

/// Whether the next sentence leads to the end of a quotation with few words of
/// its own and nobody's name: `“It is late,” she said. Now, “there is a good deal
/// to be done.”` `end` is where the quotation before it ended.
fn goes_on(text: &str, end: usize, quote: &crate::voices::quote::Quote) -> bool {
    let words = text.get(quote.inner.clone()).unwrap_or("");
    let between = text.get(end..quote.outer.start).unwrap_or("");
    let Some(stop) = [". ", "? ", "! "].iter().filter_map(|mark| between.rfind(mark)).max() else { return false };
    let lead = between.get(stop + 1..).unwrap_or("").trim();
    let named = lead.split_whitespace().skip(1).any(|word| word.starts_with(char::is_uppercase));
    let long = words.split_whitespace().count() >= 4 && words.trim_end().ends_with(['.', '?', '!']);
    long && quote.closed && !lead.is_empty() && lead.len() <= 100 && !named && between.len() <= 300
}

/// Whether a sentence opens with the quotation, which goes on for long:
/// `“How she deals with it will decide whom they take” in the end.`
fn opens_sentence(text: &str, quote: &crate::voices::quote::Quote) -> bool {
    let words = text.get(quote.inner.clone()).unwrap_or("");
    let before = text.get(..quote.outer.start).unwrap_or("").trim_end();
    let ended = before.trim_end_matches(['”', '"', '’', '\'']).ends_with(['.', '?', '!', '…']);
    quote.closed && words.starts_with(char::is_uppercase) && ended && words.split_whitespace().count() >= 8
}

/// What is sent and then quoted.
const MESSAGES: [&str; 8] =
    ["message", "telegram", "letter", "greeting", "greetings", "condolences", "congratulations", "cable"];

/// `the message`, `his letter`.
pub(super) fn is_message(phrase: &str) -> bool {
    let lower = phrase.to_lowercase();
    let bare = ["the ", "his ", "her "].iter().find_map(|article| lower.strip_prefix(article));
    // `the telegram of congratulations`
    bare.is_some_and(|phrase| phrase.split(" of ").next().is_some_and(|noun| MESSAGES.contains(&noun)))
}
