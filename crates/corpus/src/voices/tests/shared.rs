//! Whose a verb is that has no subject of its own.

use super::{check, nobody};

#[test]
fn a_name_behind_a_preposition_goes_on_to_do_nothing() {
    check(&[
        (
            "In an essay on the port by Jon Anders, Mary Hill walked home and called it a shame.",
            "Mary Hill",
            "it a shame",
        ),
        ("Rosa Pell drove across New Norland, asking voters to wait.", "Rosa Pell", "voters to wait"),
        ("Crowds stood in Moorfield, Norland, calling the mayor a fool.", "crowds", "the mayor a fool"),
        ("The club’s Jon Hill gave a reason for the list, saying it was late.", "Jon Hill", "it was late"),
        ("Ann Hart put a note on Chirper reading “Thank you, Norland” at noon.", "Ann Hart", "Thank you, Norland"),
        ("Back in Leavesham, Ann Hart made a video, deploring the long delay.", "Ann Hart", "the long delay"),
    ]);
    nobody(&[
        ("MOORFIELD, Norland - With rain coming, young candidates drove across New Sudland, blaming the town.", "the"),
        ("It was a case involving Hill College, calling the mayor a fool.", "the mayor"),
        ("For many, the Moorfield fire was a sign, underlining the danger they face.", "the danger"),
    ]);
}

#[test]
fn a_name_parted_from_its_verb_by_commas_is_the_subject() {
    check(&[
        (
            "Hart, particularly in the last days of the Norland campaign, has preached unity, claiming she can win.",
            "Hart",
            "she can win",
        ),
        (
            "Hart, who talks with the Norland campaign every day, arrived at a meeting and acknowledged that it was late.",
            "Hart",
            "it was late",
        ),
        (
            "Hart, who backed Sen. Ted Lowe, R-Norland, and opposed him later, last week said it was late.",
            "Hart",
            "it was late",
        ),
    ]);
}

#[test]
fn what_somebody_else_claimed_is_no_verb_of_theirs() {
    check(&[(
        "Ann Hart on Monday ended a dispute over Jon Lowe’s claim that the port was closed, saying it was open.",
        "Ann Hart",
        "it was open",
    )]);
}

#[test]
fn a_verb_behind_and_belongs_to_the_clause_right_before() {
    check(&[
        ("The crowd cheered when Mary Hill held up a sign and called it a miracle.", "Mary Hill", "it a miracle"),
        (
            "They quarrelled with the mayor’s daughter, Ann Hart, who ran the harbour and had expressed doubts about the plan.",
            "Ann Hart",
            "doubts about the plan",
        ),
        ("Jon Lowe said it was late when Ann Hart left and called it a shame.", "Jon Lowe", "it was late"),
    ]);
}

#[test]
fn those_with_whom_a_sentence_closes_speak() {
    check(&[
        (
            "Jon Lowe has gained a little, with 30 percent of voters saying they like him.",
            "30 percent of voters",
            "they like",
        ),
        (
            "Jon Lowe was calm, with the campaign of the former mayor from Sudland saying he was wrong.",
            "the campaign of the former mayor from Sudland",
            "he was wrong",
        ),
    ]);
}
