//! What stands beside a statement and belongs to nobody or to somebody else.

use super::{check, nobody, told};

#[test]
fn who_the_speaker_is_and_what_they_did_meanwhile_is_not_said() {
    told(&[
        ("The ferry is too small, said Amy Dahl, a clerk in Alder who owns two boats.", "The ferry is too small"),
        ("The ferry is too small, said Amy Dahl, director of the yard at Alder.", "The ferry is too small"),
        ("The quay was sold in May, according to the Courier, which saw the deed.", "The quay was sold in May"),
        (
            "Nine in ten boats were late, according to three studies, including one by the port.",
            "Nine in ten boats were late",
        ),
        (
            "Though it was raining, the quay had dried, said Jon Hill, the man at the pump.",
            "Though it was raining, the quay had dried",
        ),
        ("The soup was cold, Jon Hill said, wiping his hands on a cloth.", "The soup was cold"),
        ("The bakers had left early, Rosa Pell said, recalling the night of the storm.", "The bakers had left early"),
        // Here the sentence goes on with what is said.
        ("The quay, said Amy Dahl, a clerk, will close in May.", "The quay, said Amy Dahl, a clerk, will close in May"),
        (
            "Over the years, Paul Dunn said, the harbour had lost its best men.",
            "Over the years, Paul Dunn said, the harbour had lost its best men",
        ),
        (
            "The quay is old, Paul Dunn said, but it will hold for years.",
            "The quay is old, Paul Dunn said, but it will hold for years",
        ),
    ]);
}

#[test]
fn what_stands_beside_a_word_that_joins_is_told_alone() {
    told(&[
        ("The yard bought the ferry and, Paul Dunn said, paid too much for it.", "paid too much for it"),
        ("The board sold the mill because, according to the mayor, nobody wanted it.", "nobody wanted it"),
        ("The inn was full but, Rosa Pell argued, not as full as in May, and it closed.", "not as full as in May"),
    ]);
}

#[test]
fn a_clause_that_only_tells_which_persons_are_meant_tells_of_no_thing() {
    nobody(&[
        ("They hired a clerk who had accused Jon Hill of theft.", "Jon Hill of"),
        ("The bakers who endorsed the plan have left.", "the plan"),
        ("Women who criticized the mill were ignored.", "the mill"),
        ("It was sent to members who had pledged their support to Amy Dahl.", "their support"),
        ("Those who said the ferry was late left the port in anger.", "the ferry"),
    ]);
    told(&[
        ("Voters who say the harbour is safe are few.", "the harbour is safe"),
        ("It angered the officials who said the mill was too loud.", "the mill was too loud"),
        ("They met Amy Dahl, who had accused Jon Hill of theft.", "Jon Hill of theft"),
    ]);
}

#[test]
fn a_paper_named_at_the_end_of_a_sentence_tells_all_of_it() {
    check(&[
        ("Jon Hill said the quay would close, the Courier reported.", "Jon Hill", "the quay would close"),
        ("Jon Hill said the quay would close, the Courier reported.", "the Courier", "Jon Hill said the quay"),
        (
            "Amy Dahl praised the board, saying it was “quick,” the Herald reported in May.",
            "the Herald",
            "Amy Dahl praised",
        ),
    ]);
    told(&[
        ("Jon Hill said the quay would close, the Courier reported.", "the quay would close"),
        ("Rosa Pell said the mill was “far too old,” according to a study.", "the mill was “far too old,”"),
    ]);
}

#[test]
fn a_noun_for_words_that_sums_up_a_clause_ends_it() {
    told(&[
        ("Paul Dunn says he paid every bill, claims that the bank has not confirmed.", "he paid every bill"),
        ("Amy Dahl said the quay was safe, a statement that the board denied.", "the quay was safe"),
        ("Rosa Pell hinted that a sale was near, remarks that were heard with alarm.", "a sale was near"),
        ("The mayor said the bakers were thieves, an ugly charge which they denied.", "the bakers were thieves"),
    ]);
    check(&[(
        "Jon Hill said the quay, a promise of the mayor, would open.",
        "Jon Hill",
        "the quay, a promise of the mayor, would",
    )]);
}

#[test]
fn a_clause_that_tells_when_ends_where_the_sentences_own_begins() {
    told(&[
        ("Two weeks after Jon Hill said that the mill would close, bakers left Alder.", "the mill would close"),
        ("While Amy Dahl said that the ferry was “too slow,” her rivals bought two more.", "the ferry was “too slow,”"),
        ("But as Paul Dunn hurt his hand and vowed to stay, the bakers left Alder.", "to stay"),
        ("With polls showing that the mill is liked, Rosa Pell went home.", "the mill is liked"),
        (
            "Rosa Pell said after the vote that the mill, which is old, would close.",
            "the mill, which is old, would close",
        ),
    ]);
}

#[test]
fn a_thing_ends_where_somebody_acts_again() {
    told(&[
        ("Jon Hill called Amy Dahl a “poor sailor” and she left the hall.", "Amy Dahl a “poor sailor”"),
        ("Paul Dunn spoke of the mill but not naming its owner.", "the mill"),
        ("Paul Dunn criticised the old but not useless mill.", "the old but not useless mill"),
        ("Rosa Pell praised the yard and quickly ordered two boats.", "the yard"),
        ("Rosa Pell praised the yard and the men who built it.", "the yard and the men who built it"),
        ("Amy Dahl endorsed the old and widely hated plan.", "the old and widely hated plan"),
    ]);
}

#[test]
fn what_the_author_adds_behind_a_short_clause_is_not_said() {
    told(&[
        ("Jon Hill said he wants the old mill, which was sold in May.", "he wants the old mill"),
        ("Amy Dahl said the mill would go to Rosa Pell, for whom she had worked.", "the mill would go to Rosa Pell"),
        ("Paul Dunn said the ferry was “too slow,” in an interview on Friday.", "the ferry was “too slow,”"),
        ("Rosa Pell said they would win, a swipe at the owners of the yard.", "they would win"),
        ("Rosa Pell said the yard would grow, a clear nod to its owners.", "the yard would grow"),
        ("The Courier reported that ten boats were lost, but it is unclear when.", "ten boats were lost"),
        ("Jon Hill said the mill had closed, although it was not clear why.", "the mill had closed"),
        ("Polls showed Amy Dahl leading by ten points, which was news.", "Amy Dahl leading by ten points"),
        // Here the clause goes on.
        ("Jon Hill said he wants a mill, which would close in May.", "he wants a mill, which would close in May"),
        ("Amy Dahl said the old mill, a swipe at the sea, was theirs.", "the old mill, a swipe at the sea, was theirs"),
        ("Paul Dunn said it was late, but it is a good mill.", "it was late, but it is a good mill"),
    ]);
}

#[test]
fn a_clause_about_the_subject_ends_where_the_subjects_verb_stands() {
    told(&[
        ("Rosa Pell, who describes herself as a poor sailor, was sure of the vote.", "herself as a poor sailor"),
        ("OSLO ― After Jon Hill said that the mill would close, bakers left Alder.", "the mill would close"),
        ("OSLO, March 4 (Newswire) - After Jon Hill said that the mill would close, we left.", "the mill would close"),
    ]);
}
