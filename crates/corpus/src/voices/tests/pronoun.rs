//! Whom `he` and `she` mean.

use super::{check, nobody};

#[test]
fn an_owner_or_an_object_is_passed_over_for_who_the_sentence_is_about() {
    check(&[
        ("Jon Hill’s aide, Tom Byrne, came to the inn. He said that it was late.", "Tom Byrne", "it was late"),
        (
            "Jon Hill’s chief rival, Mayor Paul Dunn, stayed away. He warned that it was late.",
            "Paul Dunn",
            "it was late",
        ),
        (
            "Paul Dunn said it snowed. Jon Hill said it rained. Of Jon Hill, Paul Dunn knew little. He said that it was late.",
            "Paul Dunn",
            "it was late",
        ),
        (
            "Rosa Pell said it snowed. Amy Dahl said it rained. Like Amy Dahl, Rosa Pell was tired. She said that it was late.",
            "Rosa Pell",
            "it was late",
        ),
        (
            "Rosa Pell said it snowed. Amy Dahl said it rained. After Amy Dahl’s speech, Rosa Pell left. She said that it was late.",
            "Rosa Pell",
            "it was late",
        ),
        // An owner of what speaks for him is who it is about.
        (
            "Paul Dunn said it snowed. Jon Hill said it rained. Jon Hill’s article angered Paul Dunn. He wrote that it was late.",
            "Jon Hill",
            "it was late",
        ),
        (
            "Paul Dunn said it snowed. Jon Hill said it rained. After Jon Hill met Paul Dunn, it rained. He said that it was late.",
            "Jon Hill",
            "it was late",
        ),
        (
            "Rosa Pell said it rained. Amy Dahl said it snowed. To Rosa Pell, Amy Dahl’s face was sad. She said that it was late.",
            "Rosa Pell",
            "it was late",
        ),
    ]);
}

#[test]
fn a_pronoun_with_which_a_sentence_begins_is_meant_by_the_next() {
    check(&[
        ("Jon Hill said it rained. He had met Paul Dunn at noon. “We wait,” he said.", "Jon Hill", "We wait"),
        ("Amy Dahl said it rained. She likes Rosa Pell. She argued that it was late.", "Amy Dahl", "it was late"),
        ("Jon Hill said it rained. On Monday he met Paul Dunn. He added that it was late.", "Jon Hill", "it was late"),
        ("Jon Hill said it rained. He leans to Paul Dunn, he said, as it is late.", "Jon Hill", "He leans to"),
        ("Jon Hill said it rained. When he came with Paul Dunn, he said it was late.", "Jon Hill", "it was late"),
        (
            "Jon Hill said it rained. When he spoke, Paul Dunn was there and said it was late.",
            "Paul Dunn",
            "it was late",
        ),
    ]);
}

#[test]
fn whoever_acts_on_somebody_is_not_them() {
    check(&[
        ("Jon Hill said it rained. After Amy Dahl blamed him for it, he said it was late.", "Jon Hill", "it was late"),
        ("Rosa Pell said it rained. After Amy Dahl thanked her, she said it was late.", "Rosa Pell", "it was late"),
        (
            "Rosa Pell said it rained. After Amy Dahl thanked her friends, she said it was late.",
            "Amy Dahl",
            "it was late",
        ),
    ]);
}

#[test]
fn a_president_without_a_given_name_may_be_he_or_she() {
    check(&[
        (
            "Jon Hill said it rained. President Marsh came on Monday. He said it was late.",
            "President Marsh",
            "it was late",
        ),
        ("President Marsh said it rained. “We wait,” she added.", "President Marsh", "We wait"),
        ("Jon Hill said it rained. Mrs. Marsh came on Monday. He said it was late.", "Jon Hill", "it was late"),
    ]);
}

#[test]
fn of_two_with_one_surname_the_one_is_meant_whom_the_pronouns_of_the_article_fit() {
    check(&[
        (
            "Amy Dahl said she would run. Her husband, Bob Dahl, cooks. Mrs. Dahl warned that it was late.",
            "Amy Dahl",
            "it was late",
        ),
        (
            "Amy Dahl defended her plan. Dahl said she would run. Her son, Bob Dahl, cooks. Dahl warned that it was late.",
            "Amy Dahl",
            "it was late",
        ),
        (
            "Bob Dahl said he would run. His wife, Amy Dahl, sings. Mrs. Dahl warned that it was late.",
            "Amy Dahl",
            "it was late",
        ),
        (
            "Kim Dahl said it rained. Robin Dahl said it snowed. Dahl warned that it was late.",
            "Robin Dahl",
            "it was late",
        ),
    ]);
}

#[test]
fn places_and_stations_are_neither_he_nor_she() {
    check(&[
        (
            "Jon Hill said it rained. North Norland said it was dry. He warned that it was late.",
            "Jon Hill",
            "it was late",
        ),
        ("Jon Hill said it rained. NBM TV said it was dry. He warned that it was late.", "Jon Hill", "it was late"),
        (
            "Jon Hill said it rained. Alder Radio said it was dry. He warned that it was late.",
            "Jon Hill",
            "it was late",
        ),
        ("Kim West said it was dry. “We wait,” West added.", "Kim West", "We wait"),
    ]);
    nobody(&[("Upper Norland said it was dry. She warned that it was late.", "it was late")]);
}

#[test]
fn who_speaks_within_what_another_says_is_not_meant_next() {
    check(&[
        (
            "Paul Dunn noted that the paper’s Jon Hill had said it rained. He warned that it was late.",
            "Paul Dunn",
            "it was late",
        ),
        (
            "Rosa Pell denied that the mayor’s aide, Amy Dahl, had left. She warned that it was late.",
            "Rosa Pell",
            "it was late",
        ),
        ("Paul Dunn said it rained. Jon Hill said it snowed. He warned that it was late.", "Jon Hill", "it was late"),
    ]);
}

#[test]
fn a_title_and_a_surname_are_who_a_sentence_is_about() {
    check(&[
        (
            "Jon Hill said it rained. It was the year of Mr. Marsh’s rise. He warned that it was late.",
            "Mr. Marsh",
            "it was late",
        ),
        (
            "Jon Hill said it rained. In the hall, Governor Marsh rose. He warned that it was late.",
            "Governor Marsh",
            "it was late",
        ),
    ]);
}

#[test]
fn nobody_further_back_than_two_sentences_is_meant() {
    check(&[
        ("Jon Hill said it rained. The ferry was full. “We wait,” he said.", "Jon Hill", "We wait"),
        (
            "Jon Hill said it rained. The ferry was full. A smith from the hills was on board. “We wait,” he said.",
            "he",
            "We wait",
        ),
        (
            "Amy Dahl said it rained. The inn was shut. Nobody cooked. It was cold. She warned that it was late.",
            "she",
            "it was late",
        ),
        // Whoever goes on as a pronoun is near.
        (
            "Jon Hill said it rained. He rose. He bowed. He left the hall. He warned that it was late.",
            "Jon Hill",
            "it was late",
        ),
    ]);
    check(&[(
        "Jon Hill said it rained. The ferry was full. A smith sat there. “We wait,” he said, as Paul Dunn came. “It is late,” he said.",
        "he",
        "It is late",
    )]);
    nobody(&[("It rained. It was cold. He warned that it was late.", "it was late")]);
}

#[test]
fn who_is_described_behind_a_comma_is_a_person() {
    check(&[
        (
            "Jon Hill said it rained. Amy Dahl, a former aide to Jon Hill was there. “We wait,” she said.",
            "Amy Dahl",
            "We wait",
        ),
        ("Jon Hill said it rained. Amy Dahl, 44, came by boat. “We wait,” she said.", "Amy Dahl", "We wait"),
        ("Jon Hill said it rained. Amy Dahl, who bakes, came by boat. “We wait,” she said.", "Amy Dahl", "We wait"),
        ("Mr. Jon Hill said it rained. He met his aunt, Amy Dahl. “We wait,” she said.", "Amy Dahl", "We wait"),
        // A firm is described too.
        ("Jon Hill said it rained. Dahl Brothers, a bank, was shut. “We wait,” he said.", "Jon Hill", "We wait"),
    ]);
}

#[test]
fn mr_and_mrs_with_one_surname_are_two() {
    check(&[
        (
            "Amy Marsh’s plan failed, and then Bob Marsh left. Mr. Marsh slept. Mrs. Marsh said it was late.",
            "Amy Marsh",
            "it was late",
        ),
        (
            "Bob Marsh’s plan failed, and then Amy Marsh left. Mrs. Marsh slept. Mr. Marsh said it was late.",
            "Bob Marsh",
            "it was late",
        ),
    ]);
}

#[test]
fn what_is_shown_of_a_surname_alone_is_shown_of_whom_it_means() {
    check(&[
        (
            "Amy Dahl said it rained. Dahl said she was ill. “We go,” Bob Dahl said. Dahl herself said it was late.",
            "Amy Dahl",
            "it was late",
        ),
        (
            "Bob Dahl said it rained. Dahl said he was ill. “We go,” Amy Dahl said. Dahl himself said it was late.",
            "Bob Dahl",
            "it was late",
        ),
    ]);
}

#[test]
fn a_participle_with_a_pronoun_points_to_who_the_sentence_is_about() {
    check(&[
        (
            "Rosa Pell said it rained. Asked about her plan if Kim Marsh won, she said it was late.",
            "Rosa Pell",
            "it was late",
        ),
        (
            "Rosa Pell said it rained. Asked about her plan, Kim Marsh said she thought that it was late.",
            "Kim Marsh",
            "she thought that it was late",
        ),
        (
            "Jon Hill said it rained. Speaking of his plan that Kim Marsh had called mad, he said it was late.",
            "Jon Hill",
            "it was late",
        ),
    ]);
}

#[test]
fn a_surname_alone_goes_on_to_mean_whom_it_has_meant() {
    check(&[
        (
            "Robin Vale ran in May. Vale won. A cousin, Kim Vale, was there too. Vale said it was late.",
            "Robin Vale",
            "it was late",
        ),
        (
            "Robin Vale ran in May. Ms. Vale won. A cousin, Kim Vale, was there too. Ms. Vale said it was late.",
            "Robin Vale",
            "it was late",
        ),
        (
            "Robin Vale ran in May. Vale won. A cousin, Mr. Kim Vale, was there too. Mr. Vale said it was late.",
            "Kim Vale",
            "it was late",
        ),
        (
            "Robin Vale ran in May. Vale won. “It is over,” Kim Vale told the club. Vale said it was late.",
            "Kim Vale",
            "it was late",
        ),
        (
            "Kim Vale, a farmer, and Robin Vale, a baker, ran in May. Vale won. He met Senator Kim Vale. Vale said it was late.",
            "Kim Vale",
            "it was late",
        ),
        ("Robin Vale ran in May. A cousin, Kim Vale, was there too. Vale said it was late.", "Kim Vale", "it was late"),
    ]);
}

#[test]
fn whom_a_single_hint_speaks_against_is_passed_over() {
    check(&[
        (
            "Kim Marsh rose. He left. Rosa Pell said it rained. Kim Marsh said it snowed. “We wait,” she said.",
            "Rosa Pell",
            "We wait",
        ),
        (
            "Kim Marsh rose. She left. Jon Hill said it rained. Kim Marsh said it snowed. “We wait,” he said.",
            "Jon Hill",
            "We wait",
        ),
        (
            "Kim Marsh rose. She left. Jon Hill said it rained. Kim Marsh said it snowed. “We wait,” she said.",
            "Kim Marsh",
            "We wait",
        ),
    ]);
}

#[test]
fn of_those_whom_the_sentence_names_it_is_the_one_of_whom_it_is_shown() {
    check(&[
        ("Kim Vale mocked Ms. Amy Hart after she said that it was late.", "Amy Hart", "it was late"),
        ("Kim Vale mocked Mr. Jon Hill when he said that it was late.", "Jon Hill", "it was late"),
        ("Ms. Amy Hart mocked Kim Vale when she said that it was late.", "Amy Hart", "it was late"),
        ("Kim Vale mocked Amy Hart when she said that it was late.", "Kim Vale", "it was late"),
    ]);
}

#[test]
fn whom_the_clause_of_a_pronoun_names_is_not_meant_by_it() {
    check(&[
        (
            "Rosa Pell said it rained. Kim Marsh said it snowed. “We wait,” she said, in a word to Marsh voters.",
            "Rosa Pell",
            "We wait",
        ),
        (
            "Rosa Pell said it rained. Kim Marsh said it snowed. She said that Marsh was late.",
            "Rosa Pell",
            "Marsh was late",
        ),
        (
            "Rosa Pell said it rained. Kim Marsh said it snowed. “Wait for Marsh,” she said.",
            "Kim Marsh",
            "Wait for Marsh",
        ),
        (
            "Rosa Pell said it rained. Kim Marsh said it snowed. “We wait,” she said, and Marsh left.",
            "Kim Marsh",
            "We wait",
        ),
    ]);
}
