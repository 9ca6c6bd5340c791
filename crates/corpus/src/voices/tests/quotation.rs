//! What stands in quotation marks, and what leads to it.

use super::{check, nobody};

#[test]
fn a_signature_behind_a_dash_names_the_speaker() {
    check(&[
        ("“It will do for now.” — Paul Ambler", "Paul Ambler", "It will do"),
        ("“It will do for now.” -- Paul Ambler", "Paul Ambler", "It will do"),
        ("“It will do for now.”\n\n— Paul Ambler", "Paul Ambler", "It will do"),
        ("“It will do for now.”\n\n— Paul Ambler, commissioner", "Paul Ambler", "It will do"),
        ("“It will do for now.”\n\n--Ruth Calder (mayor)", "Ruth Calder", "It will do"),
        ("“Nobody had a plan.”\n\n– Rosa Pell", "Rosa Pell", "Nobody had"),
    ]);
}

#[test]
fn a_few_quoted_words_of_a_passage_are_not_what_is_signed() {
    nobody(&[("“It will do” is what many in the village had wanted to hear.\n\n— Paul Ambler", "It will do")]);
}

#[test]
fn a_quotation_that_opens_a_passage_is_of_whom_the_passage_names_later() {
    check(&[("“We will stay.” Nobody moved. “It is our home,” said Anna Klein.", "Anna Klein", "We will stay")]);
    nobody(&[("They waited. “We will stay.” Nobody moved. “It is late,” said Anna Klein.", "We will stay")]);
}

#[test]
fn verbs_of_two_words_lead_to_a_quotation() {
    check(&[
        ("“It will close,” Jon Hill piped up.", "Jon Hill", "It will close"),
        ("“Never again,” Amy Dahl cut in.", "Amy Dahl", "Never again"),
        ("“We shall see,” broke in Paul Dunn.", "Paul Dunn", "We shall see"),
        ("“It is late,” Rosa Pell called back.", "Rosa Pell", "It is late"),
        ("“I know it,” blurted out Tom Byrne.", "Tom Byrne", "I know it"),
        ("Greta Holm let slip that the vote was lost.", "Greta Holm", "the vote was lost"),
    ]);
}

#[test]
fn a_quotation_with_a_careless_mark_is_heard() {
    check(&[
        ("“I hope you find them.” Jon Hill said.", "Jon Hill", "I hope you find them"),
        ("''He would use 'old-school,''' said Greg Slate.", "Greg Slate", "He would use"),
        ("「It will rain.」 said Greg Slate.", "Greg Slate", "It will rain"),
        ("Amy Dahl said in a statement. “There is nothing to count.”", "Amy Dahl", "There is nothing"),
        ("“It will do,” said Will Doyle, a teacher.", "Will Doyle", "It will do"),
        ("It was replaced by a message that said, “Sorry, it is gone.”", "a message", "Sorry"),
    ]);
}

#[test]
fn the_words_around_a_part_in_quotation_marks_are_told_too() {
    check(&[
        ("The plan is “wholly wrong,” said Jon Hill.", "Jon Hill", "The plan is “wholly wrong"),
        ("Yet Lowe is a “change agent,” Amy Dahl said.", "Amy Dahl", "Yet Lowe is a “change agent"),
        ("The party “allows us to get our message out,” said Rosa Pell.", "Rosa Pell", "The party “allows us"),
    ]);
}

#[test]
fn the_name_of_a_programme_or_a_book_says_nothing() {
    nobody(&[
        ("Jon Allen said on Norland's “This Week” on Sunday that it was late.", "This Week"),
        ("Jon Allen said in his book “Fair Wind” that it was late.", "Fair Wind"),
        ("On the podcast “Off Message,” Jon Allen said that it was late.", "Off Message"),
    ]);
    check(&[("Jon Allen said on Norland's “This Week” on Sunday that it was late.", "Jon Allen", "it was late")]);
}

#[test]
fn a_sentence_of_quoted_words_follows_a_dash_or_a_verb_that_opens() {
    check(&[
        ("Paul Dunn embraced new methods – “I think that it is late.”", "Paul Dunn", "I think"),
        ("When Amy Dahl wrapped up — “I will fight for you!” — they sang.", "Amy Dahl", "I will fight"),
        ("It was late. Said Jon Hill, “The thought of it is painful.”", "Jon Hill", "The thought"),
        (
            "“We are late,” reads a Wednesday editorial in the Courier.",
            "a Wednesday editorial in the Courier",
            "We are late",
        ),
        ("The Courier reports:\n\n“One in ten has left the town by now.”", "the Courier", "One in ten"),
        ("Paul Dunn said that many had left.\n\n“That is because it is cold here.”", "Paul Dunn", "That is because"),
        (
            "“Dunn’s wrong claim that it “has to do with us” is a joke,” wrote Ann Klein.",
            "Ann Klein",
            "Dunn’s wrong claim",
        ),
    ]);
}

#[test]
fn a_sentence_that_was_told_leads_to_the_quotation_behind_it() {
    check(&[
        ("The plan is late, Jon Hill said. “That is what people feared most.”", "Jon Hill", "That is what"),
        ("The bridge will close, according to Mary Hill. “We have no choice.”", "Mary Hill", "We have no choice"),
        ("The vote was fair, Rosa Pell insisted. “Everybody could watch it.”", "Rosa Pell", "Everybody could"),
        ("Ships must wait, Amy Dahl argued on Monday. “There is no room.”", "Amy Dahl", "There is no room"),
        ("The port lost money, Paul Dunn wrote. “Nobody wants to pay.”", "Paul Dunn", "Nobody wants"),
        ("It was a mistake, the mayor told the council. “It will not happen again.”", "the mayor", "It will not"),
    ]);
}

#[test]
fn a_part_of_a_sentence_in_quotation_marks_goes_on_from_the_one_before() {
    check(&[
        (
            "“It is late,” Jon Hill said. Now, “within the town there are many who want it gone.”",
            "Jon Hill",
            "within the town",
        ),
        ("“We thought so,” said Amy Dahl. That makes her “a good and honest neighbour.”", "Amy Dahl", "a good and"),
        (
            "“It is a huge moment,” Rosa Pell said. Unless others leave, “it is hard to see how he is stopped.”",
            "Rosa Pell",
            "it is hard",
        ),
        ("“The sea rises,” Paul Dunn said. If so, “we have to leave the harbour.”", "Paul Dunn", "we have to"),
        ("“They came early,” Mary Hill said. And yet “nobody was there to meet them.”", "Mary Hill", "nobody was"),
    ]);
    nobody(&[
        ("“They came early,” Mary Hill said. A book by Paul Dunn is “the best of the year so far.”", "the best"),
        ("“They came early,” Mary Hill said. Some “like it hot” there.", "like it"),
    ]);
}

#[test]
fn a_cry_of_one_word_is_a_quotation_where_the_verb_stands_right_before_it() {
    check(&[
        ("Jon Hill said “no” five times.", "Jon Hill", "no"),
        ("Many marchers were chanting “We are Leavesham” and left.", "many marchers", "We are Leavesham"),
        ("The mayor shouted “Yes!” at the wall.", "the mayor", "Yes"),
        ("The fans yelled “Harbour First” all night.", "the fans", "Harbour First"),
        ("Amy Dahl replied, “done,” and left.", "Amy Dahl", "done"),
        ("Jon Hill held up a banner that read “Ships First” and waved it.", "a banner", "Ships First"),
    ]);
    nobody(&[("The “Harbour First” plan was shouted down, Amy Dahl said.", "Harbour First")]);
}

#[test]
fn what_somebody_is_charged_with_in_quotation_marks_is_said() {
    check(&[
        ("Rosa Pell accused the board of “reckless haste.”", "Rosa Pell", "reckless haste"),
        ("The council condemned the attack as “mindless and cruel.”", "the council", "mindless and cruel"),
        ("Jon Hill blamed the storm on Monday for “heavy losses.”", "Jon Hill", "heavy losses"),
        ("Amy Dahl praised the pilots for “steady nerves.”", "Amy Dahl", "steady nerves"),
        ("Paul Dunn criticized the port for “idle talk.”", "Paul Dunn", "idle talk"),
        ("Mary Hill commanded the crew to “do the right thing and open the gates.”", "Mary Hill", "do the right"),
    ]);
}

#[test]
fn a_phrase_that_somebody_uses_is_theirs() {
    check(&[
        ("Rosa Pell used the phrase “harbour thieves” in her speech.", "Rosa Pell", "harbour thieves"),
        ("Jon Hill has coined the term “paper pilots” for them.", "Jon Hill", "paper pilots"),
        ("The mayor invoked the slogan “Ships First” once more.", "the mayor", "Ships First"),
        ("Amy Dahl borrowed the line “we shall not be moved” from a song.", "Amy Dahl", "we shall not"),
        ("Paul Dunn repeatedly used the word “betrayal” on Monday.", "Paul Dunn", "betrayal"),
    ]);
    nobody(&[
        ("Rosa Pell used the “Ships First” fund to pay for it.", "Ships First"),
        ("Rosa Pell did not use the phrase “harbour thieves” then.", "harbour thieves"),
    ]);
}

#[test]
fn a_noun_for_words_leads_from_its_owner_to_the_quotation() {
    check(&[
        (
            "He was asked about Jon Hill. Hill’s statement on Monday that “ships hate us” was odd.",
            "Jon Hill",
            "ships hate us",
        ),
        ("Rosa Pell’s chants of “Ships! Ships!” were cut short.", "Rosa Pell", "Ships! Ships!"),
        ("Amy Dahl’s threat to “shut the gates of the town” was heard.", "Amy Dahl", "shut the gates"),
        ("Paul Dunn’s criticism of “careless hands in the port” went on.", "Paul Dunn", "careless hands"),
        ("Mary Hill’s refrain was “never again in our town.”", "Mary Hill", "never again"),
    ]);
}

#[test]
fn verbs_that_lead_to_a_quotation_far_behind_them_say_it() {
    check(&[
        ("Rosa Pell wants the council “first of all to admit that it was wrong.”", "Rosa Pell", "first of all"),
        ("Jon Hill credited the victory to “a good deal of luck.”", "Jon Hill", "a good deal"),
        ("Amy Dahl attributed the delay to “bad weather.”", "Amy Dahl", "bad weather"),
        ("Paul Dunn went after the mayor as “a leech who will bleed the town.”", "Paul Dunn", "a leech"),
        ("The mayor was prompted to say, “I cannot believe it.”", "the mayor", "I cannot"),
        (
            "The harbour was near, with many marchers and bakers chanting “Down with it.”",
            "many marchers and bakers",
            "Down with",
        ),
    ]);
    nobody(&[("Jon Hill went after the ball as he saw it.", "he saw"), ("Rosa Pell wants a boat.", "a boat")]);
}

#[test]
fn what_a_thing_promises_to_do_in_quotation_marks_is_quoted() {
    check(&[
        ("Her plan vows to “lift up the whole harbour.”", "Her plan", "lift up"),
        ("The new rule claims to “protect ships.”", "the new rule", "protect ships"),
        ("The brochure vows to “tell it all.”", "the brochure", "tell it all"),
        ("Amy Dahl vowed to “fight.”", "Amy Dahl", "fight"),
        ("The mayor pledged to “rebuild” the pier.", "the mayor", "rebuild"),
        ("Jon Hill was forced to admit that it was late.", "Jon Hill", "it was late"),
    ]);
}

#[test]
fn whoever_is_quoted_as_saying_it_says_it() {
    check(&[
        ("The Courier quoted Amy Dahl as saying “it is far too late for this.”", "Amy Dahl", "it is far too late"),
        ("The Herald cited a clerk as saying the mill was “about to fall down.”", "a clerk", "about to fall down"),
        ("The Courier quoted Amy Dahl as saying that it was late.", "the Courier", "it was late"),
    ]);
}

#[test]
fn one_word_that_judges_is_no_term() {
    check(&[
        ("Jon Hill says it's “disastrous.”", "Jon Hill", "disastrous"),
        ("Amy Dahl said the mill was “rotten” and the ferry too.", "Amy Dahl", "rotten"),
        ("Jon Hill denied the claim as “silly,” and left.", "Jon Hill", "silly"),
        ("Jon Hill called the clerk a “nasty man,” an “old bore,” “loud” and “sick.”", "Jon Hill", "sick."),
        ("The ferry is a “wreck of the old days,” in the words of a clerk, and was sold.", "a clerk", "wreck of"),
    ]);
    nobody(&[
        ("Amy Dahl said the “wagon” was late.", "wagon"),
        ("The ferry is a “wreck,” in the words of a clerk, and was sold.", "The ferry"),
    ]);
}

#[test]
fn what_is_spoken_of_in_two_quoted_words_is_the_speakers() {
    check(&[
        ("Amy Dahl decried the “lost decade” on the coast.", "Amy Dahl", "lost decade"),
        ("Jon Hill spoke of a “quiet death” and went home.", "Jon Hill", "quiet death"),
        ("The mayor called for a “clean break” with the past.", "the mayor", "clean break"),
        ("Rosa Pell mocked their “paper fleet” for years.", "Rosa Pell", "paper fleet"),
    ]);
    nobody(&[
        ("Amy Dahl said the “lost decade” was over.", "lost decade"),
        ("Jon Hill was asked about the “quiet death” of the mill.", "quiet death"),
        ("Amy Dahl was warned about the old ferry.", "the old ferry"),
        ("Rosa Pell rejected the “paper fleet” of the board.", "paper fleet"),
        ("Jon Hill endorsed the “Blue Line” on Monday.", "Blue Line"),
    ]);
}

#[test]
fn a_quotation_with_words_behind_it_is_of_whoever_closes_the_sentence() {
    check(&[
        ("“The boats are late” in both towns, says Amy Dahl, a pilot in Oslo.", "Amy Dahl", "The boats are late"),
        ("“We can swim there” before the tide turns, Rosa Pell wrote in a letter.", "Rosa Pell", "We can swim"),
        ("“It looks rather hard” that they win, said Jon Hill, who sold the mill.", "Jon Hill", "It looks rather"),
        ("“The boats are late” in both towns, the clerk said at noon on Monday.", "the clerk", "The boats are late"),
    ]);
    nobody(&[(
        "“The boats are late” was on the wall, Amy Dahl said, but the ferry lay at the pier for a week.",
        "The boats are late",
    )]);
}
