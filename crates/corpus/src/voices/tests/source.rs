//! Who tells it, where a sentence names a poll or a source for what others say.

use super::{check, nobody};

#[test]
fn a_poll_tells_what_so_many_answered_in_it() {
    check(&[
        ("In a Courier poll last week, 31 percent of voters said they were tired.", "a Courier poll", "31 percent of"),
        ("In a survey by Norland College, about half of the bakers said no.", "a survey", "about half of the bakers"),
        ("The poll found that 40% agree, and 12 percent said they might.", "the poll", "40% agree, and 12 percent"),
        (
            "A new survey showed the mayor ahead, with 55 percent of farmers saying they trust her.",
            "a new survey",
            "the mayor ahead, with 55 percent",
        ),
    ]);
    nobody(&[
        ("In a Courier poll last week, 31 percent of voters said they were tired.", "they were tired"),
        ("The poll found that 40% agree, and 12 percent said they might.", "they might"),
    ]);
}

#[test]
fn a_source_behind_what_unnamed_people_say_tells_all_of_it() {
    check(&[
        ("Most bakers said the mill was unsafe, according to a poll.", "a poll", "Most bakers said"),
        ("The clerks promised to stay, according to Rosa Pell.", "Rosa Pell", "The clerks promised"),
        ("Officials urged people to stay home, the Courier reported.", "the Courier", "Officials urged"),
        ("Studies show that costs rise, according to Rosa Pell.", "studies", "costs rise"),
        ("The clerks said it was late, which angered the mayor, according to a study.", "the clerks", "it was late"),
        ("Officials said it was “far too late” for that, according to the Courier.", "officials", "it was"),
        ("Jon Hill said the port would close, according to the Courier.", "Jon Hill", "the port would close"),
    ]);
    nobody(&[
        ("Most bakers said the mill was unsafe, according to a poll.", "the mill was unsafe"),
        ("The clerks promised to stay, according to Rosa Pell.", "to stay"),
        ("Officials urged people to stay home, the Courier reported.", "people to stay"),
    ]);
}

#[test]
fn a_source_is_named_up_to_the_comma_behind_it() {
    check(&[(
        "The port lost money, according to a long report on the state of trade by the board of the new college for the towns of Norland.",
        "a long report on the state of trade by the board of the new college for the towns of Norland",
        "The port lost money",
    )]);
}
