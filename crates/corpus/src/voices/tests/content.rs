//! What is told without quotation marks: which verbs and nouns tell, and how far.

use super::{check, nobody, said, told};

#[test]
fn a_statement_ends_where_the_author_goes_on() {
    told(&[
        ("After Jon Hill said that it was late, the others left the hall.", "it was late"),
        ("Jon Hill said it will stay – though it is unclear for how long.", "it will stay"),
        ("The changes, which officials said will come soon, do not apply to all.", "will come soon"),
    ]);
}

#[test]
fn what_is_told_beside_the_subject_ends_where_the_sentence_goes_on() {
    told(&[
        ("The clerk, who said that it was new, left.", "it was new"),
        ("Jon Hill, who has said that he will not run, was in Oslo on Monday.", "he will not run"),
        ("The mayor, who said that tea, coffee and milk were late, asked for help.", "tea, coffee and milk were late"),
        ("The mayor, who also said the port was full, went home.", "the port was full"),
        ("They met Amy Dahl, who said that the port, built in 1990, was old.", "the port, built in 1990, was old"),
        (
            "Amy Dahl, who had said the tea, the milk and the bread were late, laughed.",
            "the tea, the milk and the bread were late",
        ),
        ("Amy Dahl met the clerk, who said that it was new, cheap and small.", "it was new, cheap and small"),
    ]);
}

#[test]
fn what_only_looks_like_saying_says_nothing() {
    nobody(&[
        ("Jon Hill maintained his lead over Amy Dahl.", "his lead"),
        ("Jon Hill claimed self-defense and was freed.", "self-defense"),
        ("They used a tabulation of pledged delegates and others.", "delegates"),
        ("The swing states have been firmly in his hands.", "have been"),
        ("After half said so in May, the rest agreed.", "so in May"),
        ("Jon Hill offered Amy Dahl a seat.", "Amy Dahl"),
    ]);
}

#[test]
fn what_a_passive_reports_stands_before_it() {
    check(&[
        ("The theft was first reported by the Courier.", "the Courier", "The theft"),
        ("The ban of two clubs was announced by Rosa Pell on Monday.", "Rosa Pell", "The ban of two clubs"),
        ("It rained, but the plan was endorsed by Mayor Ruth Calder.", "Ruth Calder", "the plan"),
        ("The move has been criticized by Paul Dunn.", "Paul Dunn", "The move"),
        ("His absence was widely mocked by opponents.", "opponents", "His absence"),
    ]);
    nobody(&[("The bridge was built by the Romans.", "The bridge"), ("The man was seen by Paul Dunn.", "The man")]);
}

#[test]
fn a_view_and_a_noun_for_words_have_an_owner() {
    check(&[
        ("The town would lose, in Rosa Pell’s view.", "Rosa Pell", "The town would lose"),
        ("In Rosa Pell’s opinion, the town would lose.", "Rosa Pell", "the town would lose"),
        ("Rosa Pell said no. In her words, the town would lose.", "Rosa Pell", "the town would lose"),
        ("They fought Sam Lowe’s call for “a total and lasting ban on boats.”", "Sam Lowe", "a total and lasting"),
        ("Ruth Hart regrets her remark that “there is a place for us.”", "Ruth Hart", "there is a place"),
        ("Ruth Hart lost votes after her March comment that, “We close mines.”", "Ruth Hart", "We close mines"),
    ]);
}

#[test]
fn a_view_in_the_middle_of_what_somebody_says_is_not_heard_a_second_time() {
    for text in [
        "Rosa Pell says if the boats stay it might, in her view, save the town.",
        "Rosa Pell said that the boats, in her opinion, would stay.",
        "The boats would, Rosa Pell said, stay in her view for good.",
        "Mayor Ruth Calder believes the town will, in her judgement, lose the boats.",
        "Rosa Pell told the Courier that it was, in her words, too late for the boats.",
        "Paul Dunn argues the plan is, in his view, unfair.",
    ] {
        assert_eq!(said(text).len(), 1, "{text}\n{:?}", said(text));
    }
    // Somebody else's view is told by them, and a new sentence is one of its own.
    check(&[("The town would, in Rosa Pell’s view, lose.", "Rosa Pell", "The town would")]);
}

#[test]
fn what_somebody_is_called_goes_with_whom_it_is_said_of() {
    check(&[
        ("Paul Dunn called the idea of a tunnel a “ridiculous proposition.”", "Paul Dunn", "the idea of a tunnel"),
        ("Paul Dunn called the charges unsubstantiated.", "Paul Dunn", "the charges unsubstantiated"),
        ("Amy Dahl called him divisive and left.", "Amy Dahl", "him divisive"),
        (
            "Amy Dahl called Dunn the “ultimate hypocrite,” linking to a story.",
            "Amy Dahl",
            "Dunn the “ultimate hypocrite",
        ),
        ("The board wants what Amy Dahl calls “sensible rules for every boat.”", "Amy Dahl", "sensible rules"),
    ]);
    nobody(&[("Amy Dahl called him twice.", "him"), ("Amy Dahl called the office on Monday.", "the office")]);
}

#[test]
fn adverbs_and_times_stand_between_a_verb_and_what_it_takes() {
    check(&[
        ("Paul Dunn spoke movingly of his years at sea.", "Paul Dunn", "his years at sea"),
        ("Paul Dunn complained Wednesday about the mayor.", "Paul Dunn", "the mayor"),
        ("It is late, Rosa Pell said this week at a meeting.", "Rosa Pell", "It is late"),
        ("Tom Byrne, who lost his boat, last week said the harbour was unsafe.", "Tom Byrne", "the harbour was unsafe"),
        ("This is late, Rosa Pell told the voters as she left.", "Rosa Pell", "This is late"),
    ]);
}

#[test]
fn a_clause_that_is_told_ends_where_the_author_goes_on() {
    told(&[
        ("Jon Hill said the port would close, according to the Courier.", "the port would close"),
        ("Amy Dahl said it was safe, in an interview with the Courier.", "it was safe"),
        ("Rosa Pell said she would vote for Jon Hill, who has led the port since May.", "she would vote for Jon Hill"),
        ("Paul Dunn said he would go but did not say when.", "he would go"),
        ("Paul Dunn said they would not sell the inn, as has the owner of the mill.", "they would not sell the inn"),
        ("Most voters said the plan was good, compared with a third in May.", "the plan was good"),
        (
            "Mary Hill said she was ready to speak to the board, which meets in May.",
            "she was ready to speak to the board",
        ),
    ]);
    check(&[(
        "Jon Hill said the mill, which is old, would close in May.",
        "Jon Hill",
        "the mill, which is old, would close in May",
    )]);
}

#[test]
fn what_stands_before_and_tells_only_when_or_where_is_not_told() {
    nobody(&[
        ("Earlier this week, the mayor proposed nearly a billion for ships.", "Earlier"),
        ("In the meantime, as Lowe continues to pursue it, the port waits.", "In the"),
        ("On the other side, the mayor continues to wait.", "On the"),
        ("In a long letter this month, the committee said nearly nothing.", "In a"),
        ("At the same time, the union agreed to less.", "At the"),
        ("After the storm, Jon Hill continues to hope.", "After the"),
    ]);
}

#[test]
fn verbs_that_do_other_things_than_tell_say_nothing() {
    nobody(&[
        ("Jon Hill put a table, two chairs and a lamp in the bar.", "a table"),
        ("Jon Hill charged his campaign a rent of ten crowns.", "his campaign"),
        ("Amy Dahl played it down as she left the port for a new post.", "she left"),
        ("Paul Dunn put the keys on the bar.", "the keys"),
        ("Rosa Pell attributed the fall to the weather.", "the fall"),
    ]);
}

#[test]
fn a_wish_that_is_told_is_told_whole() {
    told(&[
        ("Jon Hill said she was tired and wanted to rest.", "she was tired and wanted to rest"),
        ("Amy Dahl said the board was late and adopted nothing.", "the board was late and adopted nothing"),
        ("The mayor said bakers in Alder and Wick want a bridge.", "bakers in Alder and Wick want a bridge"),
        ("Rosa Pell said he had lied and used the fund.", "he had lied and used the fund"),
        (
            "Paul Dunn said that the mill, which is old, and the inn were to be sold.",
            "the mill, which is old, and the inn were to be sold",
        ),
        (
            "Mary Hill said that in the old town, which is small, voters have waited.",
            "in the old town, which is small, voters have waited",
        ),
    ]);
}

#[test]
fn where_it_was_said_may_stand_between_a_claim_and_its_that() {
    check(&[
        ("He left after Jon Hill's claim at the hearing that “nobody had asked him.”", "Jon Hill", "nobody had"),
        ("Rosa Pell's suggestion in a debate that ships were safe was odd.", "Rosa Pell", "ships were safe"),
        ("Amy Dahl's blunt warning before the board that it was late was heard.", "Amy Dahl", "it was late"),
        ("Many doubt Paul Dunn's promise to the town that he would stay.", "Paul Dunn", "he would stay"),
        ("Mary Hill's statement on the radio that it would rain was wrong.", "Mary Hill", "it would rain"),
    ]);
}

#[test]
fn a_verb_that_goes_on_with_a_thing_tells_nothing_of_what_stands_before_it() {
    nobody(&[
        ("The soup was cold, Jon Hill added salt and waited.", "The soup"),
        ("The board was split, Amy Dahl stressed every word.", "The board"),
    ]);
}

#[test]
fn what_somebody_says_that_others_said_is_told_by_the_one_who_says_it() {
    check(&[
        ("Jon Hill said the bakers had warned that it was late.", "Jon Hill", "the bakers had warned"),
        ("A survey showed that 60 percent of bakers said it was late.", "a survey", "60 percent of bakers said"),
        ("According to the Courier, Rosa Pell announced it was over.", "the Courier", "Rosa Pell announced"),
        ("Amy Dahl noted that Paul Dunn's claim that it was late was true.", "Amy Dahl", "Paul Dunn's claim"),
        ("Jon Hill said it was late, and Amy Dahl said it was early.", "Amy Dahl", "it was early"),
        ("Jon Hill said it was late, but Amy Dahl warned that it was early.", "Amy Dahl", "it was early"),
        ("Jon Hill said it was late when Amy Dahl said it was early.", "Amy Dahl", "it was early"),
        ("Jon Hill said the bakers had warned that it was “no home”.", "the bakers", "it was “no home”"),
        ("Jon Hill said Amy Dahl's claim that it was late was “not true”.", "Jon Hill", "not true"),
    ]);
    nobody(&[
        ("Jon Hill said the bakers had warned that it was late.", "it was late"),
        ("A survey showed that 60 percent of bakers said it was late.", "it was late"),
        ("According to the Courier, Rosa Pell announced it was over.", "it was over"),
        ("Amy Dahl noted that Paul Dunn's claim that it was late was true.", "it was late"),
        ("The letter says Paul Dunn promised to leave.", "to leave"),
        ("Rosa Pell said she knew a clerk who claimed that it was late.", "it was late"),
        ("Jon Hill said it was late and that polls show bakers have left.", "bakers have left"),
    ]);
}

#[test]
fn a_thing_ends_where_it_is_told_when_and_on_what_occasion() {
    told(&[
        ("Jon Hill endorsed Amy Dahl at a meeting in Alder.", "Amy Dahl"),
        ("Rosa Pell praised the bakers warmly in a speech on Monday.", "the bakers"),
        ("The board denounced the plan in recent weeks.", "the plan"),
        ("Paul Dunn announced his retirement in June 2011.", "his retirement"),
        ("Amy Dahl mocked the ferry on her radio show last week.", "the ferry"),
        ("The mayor defended the sale over the weekend.", "the sale"),
        ("Jon Hill criticised the Dunn family in a speech.", "the Dunn family"),
        // Here the time and the occasion belong to what is spoken of.
        ("Jon Hill praised her performance at the debate.", "her performance at the debate"),
        ("Amy Dahl accused the clerk of lying at a hearing.", "the clerk of lying at a hearing"),
        ("Amy Dahl criticised the house he bought in 1990.", "the house he bought in 1990"),
        ("Rosa Pell criticised the town in 1990 for selling it.", "the town in 1990 for selling it"),
        ("Rosa Pell condemned violence in political speech.", "violence in political speech"),
    ]);
    nobody(&[("The mayor boasted of them often on the radio.", "them")]);
}

#[test]
fn what_leads_up_to_somebody_who_is_quoted_is_not_said() {
    nobody(&[
        ("When asked about the mill by a clerk, Jon Hill said, “It was sold in May.”", "When asked"),
        ("In a short interview on Monday, Amy Dahl said, “The ferry is late,” laughing at it.", "In a short"),
        ("After the storm had passed, Rosa Pell warned, “It will come back.”", "After the storm"),
    ]);
    check(&[("In the end, Jon Hill said, the mill would close.", "Jon Hill", "In the end, Jon Hill said, the mill")]);
}

#[test]
fn what_a_thing_is_said_to_be_belongs_to_it() {
    told(&[
        ("Jon Hill slammed the plan as “too little, and late.”", "the plan as “too little, and late.”"),
        ("Amy Dahl attacked the clerk as a fraud and a fool.", "the clerk as a fraud and a fool"),
        ("Paul Dunn criticised the mill as being loud.", "the mill as being loud"),
        ("Rosa Pell referred to the mayor as “our friend” twice.", "the mayor as “our friend” twice"),
        // Here it is told when, and of what kind.
        ("Amy Dahl attacked the clerk as a storm was near.", "the clerk"),
        ("Paul Dunn criticised old laws such as a ban on boats.", "old laws such"),
        ("Amy Dahl attacked the clerk as she left.", "the clerk"),
    ]);
}

#[test]
fn what_somebody_warns_may_hold_the_word_that_leads_to_a_thing() {
    check(&[
        ("Jon Hill warned they could sell all of their boats.", "Jon Hill", "they could sell all of their boats"),
        ("Jon Hill warned it would lead to the loss of jobs.", "Jon Hill", "it would lead to the loss of jobs"),
        ("Amy Dahl warned the town might lose half of its boats.", "Amy Dahl", "the town might lose half of its boats"),
        ("Amy Dahl cautioned he would speak against it.", "Amy Dahl", "he would speak against it"),
        ("Amy Dahl warned voters of the loss.", "Amy Dahl", "the loss"),
        ("Amy Dahl warned bakers who would listen of the loss.", "Amy Dahl", "the loss"),
    ]);
}
