//! What a verb takes, and what only looks like a verb or like what it takes.

use super::{check, nobody};

#[test]
fn what_goes_on_behind_a_noun_tells_what_it_is_like() {
    nobody(&[
        ("The ferry stops in states that have no harbour of their own.", "have no"),
        ("Paul Dunn was hurt by her remark that was printed in the Courier.", "was printed"),
        ("The storm adds to the trouble that has followed the ferry.", "has followed"),
        ("Few forget the many promises he made to the bakers of Alder.", "he made"),
        ("They laughed at Jon Hill’s widely criticized speech at the mill.", "speech at"),
    ]);
    check(&[("Jon Hill was hurt by Rosa Pell’s claim that he’d sold the mill.", "Rosa Pell", "he’d sold the mill")]);
}

#[test]
fn how_much_somebody_said_is_not_what_they_said() {
    nobody(&[
        ("Amy Dahl said little about the ferry on Monday.", "little"),
        ("Their faces said a lot about the vote.", "a lot"),
        ("Paul Dunn apologised to the bakers of Alder.", "the bakers"),
        ("The campaign began airing two new films in May.", "two new"),
        ("Jon Hill was also endorsed the day before.", "the day"),
    ]);
    check(&[
        ("Amy Dahl said much of the ferry was rusty.", "Amy Dahl", "much of the ferry"),
        ("Paul Dunn apologised to the bakers and to the town for the noise.", "Paul Dunn", "the noise"),
        ("Rosa Pell pleaded with the bakers to stay in Alder.", "Rosa Pell", "to stay"),
        ("The members aired grievances about the ferry.", "the members", "grievances"),
        ("Jon Hill reminded the town about the old law.", "Jon Hill", "the old law"),
    ]);
}

#[test]
fn a_verb_that_lacks_its_object_tells_nothing() {
    nobody(&[
        ("The club said it was old. It missed the goal it pledged to reach in May.", "to reach"),
        ("Amy Dahl said she was ill. The feuds she promised to end have grown.", "to end"),
        ("Amy Dahl said she was ill, and cannot do what she promised to do.", "to do"),
    ]);
    check(&[
        ("Amy Dahl said she was ill. In her speech she promised to end the feuds.", "Amy Dahl", "to end the feuds"),
        ("Amy Dahl said she was ill. Last week she vowed to end the feuds.", "Amy Dahl", "to end the feuds"),
        ("Amy Dahl told officials she promised to end the feuds.", "Amy Dahl", "she promised"),
    ]);
}

#[test]
fn whoever_is_named_as_something_does_not_say_it() {
    nobody(&[
        ("Jon Hill was named last week as the head of the port.", "the head"),
        ("Amy Dahl is listed in the book as a member.", "a member"),
        ("Paul Dunn was later described as a liar.", "a liar"),
    ]);
    check(&[("Jon Hill is describing the mill as a ruin.", "Jon Hill", "the mill as a ruin")]);
}

#[test]
fn what_stands_behind_how_many_there_are_is_no_verb() {
    nobody(&[
        ("There were only eight reported thefts of ferries in Alder.", "thefts"),
        ("Half of all reported fires in the mills were set by hand.", "fires in"),
        ("The board sent a series of angry tweets Thursday on the mill.", "Thursday"),
    ]);
    check(&[
        ("In all, several officials reported delays at the port.", "several officials", "delays"),
        ("Of the mills, some officials claimed that two were new.", "some officials", "two were new"),
    ]);
}

#[test]
fn all_that_somebody_says_is_judged_by_others() {
    nobody(&[
        ("Everything Jon Hill says is a lie.", "is a lie"),
        ("Not all Amy Dahl said was true of the mill.", "was true"),
        ("Hardly anything Rosa Pell announced has come about.", "has come"),
    ]);
    check(&[("The ferry will, all officials said, be late.", "all officials", "The ferry will")]);
}

#[test]
fn nobody_is_echoed_without_words() {
    nobody(&[
        ("Amy Dahl echoed Rosa Pell in Alder on Monday.", "Rosa Pell"),
        ("Jon Hill spoke of the mill, echoing many bakers who want it.", "many bakers"),
    ]);
    check(&[
        ("Amy Dahl echoed the concerns of the town.", "Amy Dahl", "the concerns"),
        ("Jon Hill echoed her claim of theft.", "Jon Hill", "her claim of theft"),
    ]);
}

#[test]
fn that_which_points_at_something_leads_to_no_clause() {
    check(&[
        ("Jon Hill repeated that claim at the mill.", "Jon Hill", "that claim"),
        ("Amy Dahl said that night that the ferry was late.", "Amy Dahl", "the ferry was late"),
        ("Rosa Pell said that questions remain.", "Rosa Pell", "questions remain"),
        ("Paul Dunn said two weeks ago that it was late.", "Paul Dunn", "it was late"),
        ("Rosa Pell acknowledged long ago that the mill was old.", "Rosa Pell", "the mill was old"),
    ]);
    nobody(&[
        ("How Jon Hill answers that question will be seen in May.", "question"),
        ("The port told people to leave that way, and they left.", "way"),
        ("Paul Dunn said two weeks ago that it was late.", "two weeks"),
    ]);
}
