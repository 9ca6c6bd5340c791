//! Groups, bodies and several people who speak together.

use super::check;

#[test]
fn groups_numbers_and_studies_speak_whole() {
    check(&[
        (
            "31% of Norlanders and Southern voters said they were tired.",
            "31% of Norlanders and Southern voters",
            "they were",
        ),
        ("“We will wait,” one senior Democrat said.", "one senior Democrat", "We will wait"),
        ("A study by the university and the college found that costs rise.", "a study", "costs rise"),
        ("People briefed on the move said that it was late.", "people", "it was late"),
        ("A Courier poll released Saturday found that 28 percent agreed.", "a Courier poll", "28 percent agreed"),
        ("In May a Courier poll found that most voters disagree.", "a Courier poll", "most voters disagree"),
        ("A spokesman for Donald Lowe said the plan was fine.", "a spokesman for Donald Lowe", "the plan was fine"),
    ]);
}

#[test]
fn they_and_it_are_the_group_and_the_body_that_spoke_last() {
    check(&[
        ("The board said it would wait. It added that the port was safe.", "the board", "the port was safe"),
        ("“We wait,” the committee said. “It is late,” it wrote.", "the committee", "It is late"),
        ("Officials said it was late. They warned that the bridge was old.", "officials", "the bridge was old"),
        ("The pilots said no. “We will not sail,” they added.", "the pilots", "We will not sail"),
        ("“We will not sail,” they said.", "they", "We will not sail"),
        ("Rosa Pell came home. “It is late,” it says on her door.", "it", "It is late"),
    ]);
}

#[test]
fn whoever_a_relative_clause_tells_of_speaks_and_two_speak_together() {
    check(&[
        ("Officials who spoke with the Courier said the plan was dead.", "officials", "the plan was dead"),
        ("“It will not do,” Ann Hart, the guru who founded a site wrote on Monday.", "Ann Hart", "It will not do"),
        ("Dunn and his rivals have said they will undo it.", "Dunn and his rivals", "they will undo it"),
        ("Dunn and several neighbours said they heard nothing.", "Dunn and several neighbours", "they heard nothing"),
        ("About four in 10 said they were angry.", "About four in 10", "they were angry"),
        ("The cities of Alder and Wick said they would wait.", "the cities of Alder and Wick", "they would wait"),
    ]);
}

#[test]
fn who_stands_before_the_and_speaks_as_well() {
    check(&[
        ("Some letters and other records show that donors met.", "some letters and other records", "donors met"),
        ("Pell and others said they could not support the plan.", "Pell and others", "they could not"),
        ("The pilots and several officers said it was unsafe.", "the pilots and several officers", "it was unsafe"),
        (
            "The majority of traders and their lawyers said they would sue.",
            "the majority of traders and their lawyers",
            "they would sue",
        ),
        ("Two bakers and one waiter said the inn was full.", "Two bakers and one waiter", "the inn was full"),
    ]);
}

#[test]
fn a_body_and_several_people_are_no_one_s_role() {
    check(&[
        (
            "Ann Hart, the director of the Harbour Board, said it was late. The Harbour Board warned that costs would rise.",
            "the Harbour Board",
            "costs would rise",
        ),
        ("Jon Hill, a manager of the firm, was late. The firm said it would close.", "the firm", "it would close"),
        (
            "Jon Hill, who leads the Lowe campaign, left. The Lowe campaign said it was calm.",
            "the Lowe campaign",
            "it was calm",
        ),
        ("Governor Amy Dahl came by train. The governor said it was late.", "Amy Dahl", "it was late"),
        ("Rosa Pell, an actress, said it was cold. The actress said it was late.", "Rosa Pell", "it was late"),
    ]);
}

#[test]
fn who_is_joined_by_and_speaks_together_in_any_clause() {
    check(&[
        (
            "Harbour pilots and Norland officials, however, said they feared a storm.",
            "Harbour pilots and Norland officials",
            "they feared a storm",
        ),
        (
            "The talks ended after the Harbour Board and 12 village councils called for a new bridge.",
            "the Harbour Board and 12 village councils",
            "a new bridge",
        ),
        (
            "But in a year shaped by storms, Hart’s team and her local allies believe that the bridge will hold.",
            "Hart’s team and her local allies",
            "the bridge will hold",
        ),
        ("And farmers and rival miners said that it was late.", "farmers and rival miners", "it was late"),
        ("He met Ms Hart in May and officials said it was late.", "officials", "it was late"),
    ]);
}

#[test]
fn they_are_people_and_no_polls() {
    check(&[
        ("That frustrates many farmers because they believe that it is late.", "many farmers", "it is late"),
        ("Farmers in Norland went to the polls on Monday, though they said it was late.", "farmers", "it was late"),
    ]);
}

#[test]
fn who_is_counted_or_joined_is_named_whole() {
    check(&[
        ("Less than a third agreed that it was late.", "Less than a third", "it was late"),
        (
            "More than 6 in 10 local voters said that rents are high.",
            "More than 6 in 10 local voters",
            "rents are high",
        ),
        (
            "Several fact checkers, including the Leavesham Courier, pointed out that it rained.",
            "several fact checkers",
            "it rained",
        ),
        ("Two past votes, a year apart, suggest that it will fail.", "Two past votes", "it will fail"),
        (
            "It worried some analysts and activists, who pointed out that it was late.",
            "some analysts and activists",
            "it was late",
        ),
        ("Bakers and supporters in Norland say it is late.", "Bakers and supporters in Norland", "it is late"),
    ]);
}
