//! Whom a participle belongs to.

use super::{check, nobody};

#[test]
fn a_participle_belongs_to_the_subject_of_its_sentence() {
    check(&[
        ("On Dec. 7, Ruth Calder rallied voters, saying they must wait.", "Ruth Calder", "they must wait"),
        ("Shortly after the merger, the families had met, warning that it was late.", "the families", "it was late"),
        (
            "In this case the Norlanders have met, cheering two Ports and blaming others for it.",
            "the Norlanders",
            "others for it",
        ),
        ("A few minutes later, Jon Hill went on, suggesting that it was late.", "Jon Hill", "it was late"),
        ("He came second, with 22 percent saying they would not support him.", "22 percent", "they would not"),
        (
            "“He fought,” Amy Dahl told the hosts of “Morning Tide,” adding that her son was there.",
            "Amy Dahl",
            "her son",
        ),
    ]);
}

#[test]
fn a_participle_that_opens_a_sentence_has_its_speaker_behind_it() {
    check(&[
        ("Emphasizing the urgency of the matter, Paul Dunn left the room.", "Paul Dunn", "the urgency of the matter"),
        ("Claiming that it was unfair, Paul Dunn told the Courier that he would go.", "Paul Dunn", "it was unfair"),
        ("Praising the new bridge, Mayor Ruth Calder cut the ribbon.", "Ruth Calder", "the new bridge"),
        ("The community soon began calling for Dunn to resign.", "the community", "Dunn to resign"),
        ("Advisers are quick to point out that he came second.", "advisers", "he came second"),
    ]);
    nobody(&[
        ("It is too soon to say whether it will work.", "whether"),
        ("Working at night, the men slept by day.", "at night"),
    ]);
}

#[test]
fn a_participle_that_opens_a_sentence_is_nobodys_name() {
    check(&[
        ("Speaking at a fair in Salem, New Norland, Lowe went after Hart, saying it was late.", "Lowe", "it was late"),
        (
            "Rallying hundreds of workers, Ruth Calder listened and promised to deliver change.",
            "Ruth Calder",
            "to deliver",
        ),
        ("Standing on the pier, Amy Dahl waved, saying the ships would come.", "Amy Dahl", "the ships"),
        ("Defending the plan, Jon Hill rose and vowed to keep it.", "Jon Hill", "to keep it"),
        ("Walking through the port, Rosa Pell stopped, adding that it was clean.", "Rosa Pell", "it was clean"),
    ]);
    check(&[("Harding told the court that it was late.", "Harding", "it was late")]);
}

#[test]
fn a_participle_belongs_to_the_clause_behind_the_conjunction() {
    check(&[
        (
            "It was a long evening, but Wallace led him back, asking Lowe to share his views.",
            "Wallace",
            "Lowe to share",
        ),
        ("The rain went on, but Amy Dahl had waited, saying it would end.", "Amy Dahl", "it would end"),
        ("The ships were late, and Jon Hill was angry, warning that it would cost.", "Jon Hill", "it would cost"),
        ("Others were silent, while Rosa Pell has fought on, arguing that it was wrong.", "Rosa Pell", "it was wrong"),
        ("The hall was full, but Paul Dunn came late, complaining that it was cold.", "Paul Dunn", "it was cold"),
    ]);
}

#[test]
fn a_participle_shares_the_subject_of_its_own_clause() {
    check(&[
        ("When Jon Hill asked the inn to open, it refused, citing the cost of coal.", "it", "the cost of coal"),
        ("But after Jon Hill warned them, Amy Dahl stood up, adding that it was late.", "Amy Dahl", "it was late"),
        ("As the crowd began to chant, Rosa Pell came back and joked that it was late.", "Rosa Pell", "it was late"),
        ("Jon Hill said two bakers had shown interest, but he will wait, saying it is late.", "Jon Hill", "it is late"),
        ("Amy Dahl said it rained, adding that it was late.", "Amy Dahl", "it was late"),
        ("While Paul Dunn said it rained, he was calm, insisting that it was late.", "Paul Dunn", "it was late"),
    ]);
}
