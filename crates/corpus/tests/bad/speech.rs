//! Quotation marks that do not fit, and articles that are mostly speech.

use super::*;

const HEAD: &str = "Talks in Leavesham will go on\n\n";

#[test]
fn a_quotation_that_is_never_closed_is_given_to_its_speaker_and_warned_of() {
    let text = format!(
        "{HEAD}“We have agreed to meet again, said Anna Keller, who leads the delegation of the northern states.\n\nThe mayor of the town was less hopeful, because the same had been said a year before."
    );
    check("a.txt", &text, &[Passages(2), Warn("A quotation is opened here and never closed")]);
}

#[test]
fn a_quotation_over_paragraphs_needs_no_closing_mark() {
    let text = format!(
        "{HEAD}“We have agreed to meet again,” said Anna Keller, who leads the delegation of the north. “It was not easy for anybody.\n\n“But it is done, and we are glad of it, as everybody in this town may see.”\n\nThe mayor was less hopeful, because the same had been said a year before."
    );
    check("a.txt", &text, &[Says("Anna Keller", "But it is done"), NoWarn("never closed")]);
}

#[test]
fn quotations_nested_and_never_closed_stay_with_the_outer_speaker() {
    let text = format!(
        "{HEAD}“He told me, ‘The talks are over, and then he told me, “They are not,” said Anna Keller, who leads the delegation.\n\nThe mayor of the town was less hopeful, because the same had been said a year before."
    );
    check("a.txt", &text, &[Passages(2), Says("Anna Keller", "They are not")]);
}

#[test]
fn questions_and_answers_are_turns() {
    let text = "An hour with the envoy\n\nQ: Will the talks go on?\n\nA: They will. Nobody wants to be the first to leave.\n\nQ: And the bridge?\n\nA: The bridge is another matter, of which I know nothing.";
    check(
        "a.txt",
        text,
        &[
            Headline("An hour with the envoy"),
            Passages(4),
            Says("Q", "Will the talks go on?"),
            Says("A", "The bridge is another matter"),
        ],
    );
}

#[test]
fn an_interview_with_names_before_the_turns_is_taken_apart() {
    let text = "An hour with the envoy\n\n**The Courier:** Will the talks go on?\n\n**Anna Keller:** They will. Nobody wants to be the first to leave.\n\nI have told everybody so.\n\n**The Courier:** And the bridge?\n\n**Anna Keller:** (laughs) Ask the mayor.";
    check(
        "a.md",
        text,
        &[
            Passages(5),
            Says("The Courier", "And the bridge?"),
            Says("Anna Keller", "I have told everybody so."),
            Says("Anna Keller", "Ask the mayor."),
        ],
    );
}

#[test]
fn a_press_conference_in_capitals_is_taken_apart() {
    let text = "Remarks by President Keller and Prime Minister Harrow\n\nTown Hall\n2:44 P.M. EST\n\nPRESIDENT KELLER: Good afternoon. (Laughter.) We have had good talks, and we shall have more.\n\nThe bridge will be built.\n\nPRIME MINISTER HARROW: (As interpreted.) I agree with every word.\n\nQ Mr. President, who pays?\n\nPRESIDENT KELLER: Next question.\n\nEND 3:06 P.M. EST";
    check(
        "a.txt",
        text,
        &[
            Passages(5),
            Says("President Keller", "The bridge will be built."),
            Says("Prime Minister Harrow", "I agree with every word."),
            Says("Q", "who pays?"),
            Remove("after the article", "END"),
        ],
    );
}

#[test]
fn turns_that_break_off_are_no_headings() {
    let text = "Remarks by President Keller\n\nPRESIDENT KELLER: We have had good talks in the town hall, and we shall have more of them.\n\nQ Mr. President —\n\nPRESIDENT KELLER: So, look —\n\nQ You said that the bridge would be built before the winter, did you not?\n\nPRESIDENT KELLER: I did say that, and I say it again.";
    check("a.txt", text, &[Passages(5), Keep("paragraph", "Q Mr. President —"), Says("President Keller", "So, look")]);
}

#[test]
fn a_speech_keeps_its_salutations() {
    let text = "Address to the delegations\n\nPresident of the Northern States Anna Keller: Good morning.\n\nColleagues,\n\nWe have come to this town to speak of the river, and of the bridge that is to cross it.\n\nDear friends,\n\nLet us begin, because the tea is getting cold and the mayor has other guests.";
    check(
        "a.txt",
        text,
        &[Passages(5), Keep("paragraph", "Colleagues,"), Says("Anna Keller", "We have come to this town")],
    );
}

#[test]
fn marks_of_old_wires_and_of_the_wrong_hand_are_marks() {
    let text = format!(
        "{HEAD}``We have agreed to meet again,'' said Anna Keller, who leads the delegation of the northern states.\n\n”It was not easy,“ said Tom Harrow, who leads that of the south, and went home without another word."
    );
    check("a.txt", &text, &[Says("Anna Keller", "We have agreed"), Says("Tom Harrow", "It was not easy")]);
}

#[test]
fn quotations_in_single_marks_with_apostrophes_in_them_are_whole() {
    let text = format!(
        "{HEAD}'It's like losing one of the family,' said Norman Pike, who's been mayor since 1980. 'They've told us \"no\" twice, and we won't ask again.'"
    );
    check(
        "a.txt",
        &text,
        &[
            Says("Norman Pike", "It's like losing one of the family"),
            Says("Norman Pike", "They've told us \"no\" twice, and we won't ask again."),
        ],
    );
}

#[test]
fn terms_and_titles_in_quotation_marks_are_not_speech() {
    let text = format!(
        "{HEAD}The so-called “river pact” was signed in the “Golden Lion”, where the “talks” had begun in spring over a copy of “The Old Bridge”."
    );
    check("a.txt", &text, &[Silent]);
}

#[test]
fn what_was_not_said_is_no_statement() {
    let text = format!(
        "{HEAD}The mayor did not say whether the talks would go on, and a spokesman declined to say why the bridge was closed."
    );
    check("a.txt", &text, &[Silent]);
}
