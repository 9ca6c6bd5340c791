//! Who speaks.

use super::{check, nobody, said};

#[test]
fn a_speaker_may_stand_in_the_middle_of_what_is_told() {
    check(&[
        ("The port, Jon Hill said, will close in May.", "Jon Hill", "The port"),
        ("The port, according to Mary Hill, will close in May.", "Mary Hill", "The port"),
        ("In a merger, Paul Dunn said, the brand would survive.", "Paul Dunn", "In a merger"),
        ("To keep it, Rosa Pell argued, the town would need money.", "Rosa Pell", "To keep it"),
        ("The bridge, officials say, is unsafe at night.", "officials", "The bridge"),
        ("That, Amy Dahl insisted, would be wrong.", "Amy Dahl", "That"),
    ]);
}

#[test]
fn what_stands_between_a_name_and_its_verb_does_not_speak() {
    check(&[
        ("Seth Kee, a professor at Leavesham University, said it would rain.", "Seth Kee", "it would rain"),
        ("“I doubt it,” Cecelia Purner, 67, a retired nurse in Leavesham, Pa., said.", "Cecelia Purner", "I doubt it"),
        (
            "Jean Marchal, the minister of Norland, a member of the Council, said it was late.",
            "Jean Marchal",
            "it was late",
        ),
        ("Adam Riff, the top voice on the House Committee, said it was late.", "Adam Riff", "it was late"),
        ("In an interview, Steve Hume, a former head of sales, said Lowe was there.", "Steve Hume", "Lowe was there"),
        ("“We counted,” Norland's chief adviser, Laszlo Bok, told the paper.", "Laszlo Bok", "We counted"),
        ("Jason Holm (D) said it was late.", "Jason Holm", "it was late"),
    ]);
}

#[test]
fn a_pronoun_means_nobody_whom_the_article_shows_to_be_the_other() {
    check(&[
        (
            "Robin Vale said she would run. Kim Marsh met Robin Vale on Monday. Robin Vale cheered. Kim Marsh shook his head. He said it was late.",
            "Kim Marsh",
            "it was late",
        ),
        (
            "Mrs. Vale is the mayor. Robin Vale met Mr. Kim Marsh in May. He said it was late.",
            "Kim Marsh",
            "it was late",
        ),
        (
            "Kim Marsh, a businessman, said it rained. Robin Vale, a businesswoman, said it snowed. He said it was late.",
            "Kim Marsh",
            "it was late",
        ),
    ]);
    nobody(&[("Robin Vale said she would run. Robin Vale left. He said it was late.", "it was late")]);
}

#[test]
fn a_question_belongs_to_whom_the_text_says_asked_it() {
    check(&[
        ("Asked by Jane Doe whether he would stay, Paul Dunn shrugged.", "Jane Doe", "whether he would stay"),
        ("Asked by Jane Doe on Monday why it closed, Paul Dunn left.", "Jane Doe", "why it closed"),
        ("Paul Dunn, asked by Tom Byrne about the bridge, said it was late.", "Tom Byrne", "the bridge"),
        ("Pressed by Rosa Pell to explain, Paul Dunn left.", "Rosa Pell", "to explain"),
        ("When asked by Amy Dahl if it was late, Paul Dunn left.", "Amy Dahl", "if it was late"),
    ]);
    nobody(&[
        ("Jon Hill stayed, and when asked whether it was late, he left.", "whether"),
        ("Once asked to explain it, Jon Hill left the room.", "to explain"),
    ]);
}

#[test]
fn a_surname_is_he_or_she_where_the_article_shows_it() {
    check(&[
        ("Lowe said he would wait. “We will win,” he added.", "Lowe", "We will win"),
        ("Mr. Lowe said it was late. It rained. “We will win,” he said.", "Mr. Lowe", "We will win"),
        ("Mrs. Hart warned that it was late. “We wait,” she said.", "Mrs. Hart", "We wait"),
        ("Hart said her plan was fine. She argued that it would do.", "Hart", "it would do"),
        ("Lowe defended his plan and said so. He insisted that it would do.", "Lowe", "it would do"),
    ]);
}

#[test]
fn a_title_before_a_name_is_no_speaker_by_itself() {
    check(&[
        (
            "Democratic front-runner and former governor Ann Hart was first to weigh in, saying that it was late.",
            "Ann Hart",
            "it was late",
        ),
        ("Republican candidate Jon Lowe was cheered, saying that he would stay.", "Jon Lowe", "he would stay"),
        ("Democratic senator Amy Dahl was there, warning that it would cost.", "Amy Dahl", "it would cost"),
        ("Norlandic minister Paul Dunn was brief, adding that it was late.", "Paul Dunn", "it was late"),
        ("Liberal presidential candidate Rosa Pell was calm, noting that it was early.", "Rosa Pell", "it was early"),
    ]);
}

#[test]
fn who_reports_stands_behind_the_verb_at_the_end() {
    check(&[
        ("The deal is off, said an official who was there.", "an official", "The deal is off"),
        ("The party has met, reported the Courier.", "the Courier", "The party has met"),
        ("The bridge has fallen, reported the Leavesham Herald.", "the Leavesham Herald", "The bridge"),
        ("The mayor will resign, reported Norland Radio.", "Norland Radio", "The mayor"),
        ("The ship, long overdue, has sunk, said a sailor who saw it.", "a sailor", "The ship"),
        (
            "The port has closed, said one officer with the harbour police.",
            "one officer with the harbour police",
            "The port",
        ),
    ]);
}

#[test]
fn a_word_that_opens_a_sentence_and_tells_where_or_when_is_nobodys_name() {
    check(&[
        ("Despite his low standing, Hart was calm, reminding voters that it was early.", "Hart", "it was early"),
        ("Amid the noise, Amy Dahl went on, saying it would end.", "Amy Dahl", "it would end"),
        ("Outside the hall, Jon Hill stood firm, arguing that it was wrong.", "Jon Hill", "it was wrong"),
        ("During the break, Rosa Pell stayed, adding that she would wait.", "Rosa Pell", "she would wait"),
        ("Throughout the night, Paul Dunn wrote letters, warning that it was late.", "Paul Dunn", "it was late"),
    ]);
}

#[test]
fn whom_somebody_speaks_to_is_not_who_speaks() {
    check(&[
        // At the end of a passage, too.
        (
            "Dan Orr said it rained. Tom Byrne said it was cold. “It will stand,” he told Byrne.",
            "Dan Orr",
            "It will stand",
        ),
        (
            "Dan Orr said it rained. Tom Byrne said it was cold. He told Byrne that it was late.",
            "Dan Orr",
            "it was late",
        ),
        (
            "Jon Hill said it rained. Paul Dunn said it was cold. He warned Dunn that it was late.",
            "Jon Hill",
            "it was late",
        ),
        ("Jon Hill said it rained. Paul Dunn said it was cold. He added that it was late.", "Paul Dunn", "it was late"),
    ]);
}

#[test]
fn who_speaks_is_found_behind_and_beside_others() {
    check(&[
        ("They spoke of the death of Amy Dahl and Jon Hill said it was late.", "Jon Hill", "it was late"),
        ("In a poll, those surveyed said it was late.", "those surveyed", "it was late"),
        ("Mr Lowe and Ms Amy Hart met on Monday and said that it was late.", "Amy Hart", "it was late"),
        ("He held a sign reading: “We will stay here.”", "a sign", "We will stay"),
        ("He held up a sign saying, “We will stay here.”", "a sign", "We will stay"),
        (
            "Speaking at a fair in Leavesham, Norland, Mr Lowe went on to say that it was late.",
            "Mr Lowe",
            "it was late",
        ),
        (
            "Speaking at a fair in Leavesham, Norland, Jon Hill went on for an hour before he sat down and praised the plan.",
            "Jon Hill",
            "the plan",
        ),
        ("On Monday, the City of Norland announced that the bridge will close.", "the City of Norland", "the bridge"),
        (
            "As part of this work, the Society of Harbour Engineers announced that the bridge will close.",
            "the Society of Harbour Engineers",
            "the bridge",
        ),
        (
            "It was late, while the biggest toymaker in the Isles said that it would close.",
            "the biggest toymaker in the Isles",
            "it would close",
        ),
        ("On Monday, several people in the town said it was late.", "several people in the town", "it was late"),
        (
            "It rained, and some people from the islands said it was late.",
            "some people from the islands",
            "it was late",
        ),
    ]);
}

#[test]
fn he_and_she_mean_no_body() {
    check(&[
        (
            "Jon Hill, a spokesman for the foundation, said it was late. The foundation will pay for the bridge. “We have time,” he said.",
            "Jon Hill",
            "We have time",
        ),
        (
            "Ann Hart, a dean, said it was cold. The college will open. She said the roof was ready.",
            "Ann Hart",
            "the roof was ready",
        ),
    ]);
}

#[test]
fn who_is_described_behind_a_verb_goes_on_to_speak() {
    check(&[
        (
            "It is not enough, said Owen Pike, a senior analyst at the bank, who noted that prices had doubled.",
            "Owen Pike",
            "prices had doubled",
        ),
        (
            "“We have time,” said Rosa Pell, the club’s chief adviser, who added that the field was dry.",
            "Rosa Pell",
            "the field was dry",
        ),
    ]);
    let other = said("“We have time,” said Owen Pike, a critic of officials who say the bridge is safe.");
    assert!(!other.iter().any(|(who, what)| who == "Owen Pike" && what.starts_with("the bridge")), "{other:?}");
}

#[test]
fn a_name_beside_its_role_is_who_goes_on() {
    check(&[
        (
            "Norland’s harbour master, Jon Hill, stood before a map and explained how the port would grow.",
            "Jon Hill",
            "how the port would grow",
        ),
        ("The mayor’s aide, Ann Hart, came late, adding that the road was closed.", "Ann Hart", "the road was closed"),
        ("Norland spokesman Owen Pike went on, adding that the road was closed.", "Owen Pike", "the road was closed"),
        ("The mayor’s aide went on, adding that the road was closed.", "the mayor’s aide", "the road was closed"),
    ]);
}

#[test]
fn a_clause_that_is_measured_is_no_part_of_the_one_behind_it() {
    check(&[
        (
            "Years after Ann Hart claimed that the port was safe, Jon Hill won the vote by promising a new one.",
            "Jon Hill",
            "a new one",
        ),
        ("Even as he won in Norland, Mr Lowe seemed tired, saying that it was late.", "Mr Lowe", "it was late"),
    ]);
}

#[test]
fn the_first_noun_speaks_and_not_what_a_participle_or_preposition_leads_to() {
    check(&[
        (
            "A report about the towns issued over the summer by the Board for Regional Trade and Growth noted that rents rise.",
            "a report",
            "rents rise",
        ),
        ("A federal judge handling a water lawsuit ordered the town to wait.", "a federal judge", "the town to wait"),
        ("Other emails seen in June by Volt suggest that the plan was old.", "other emails", "the plan was old"),
        ("Last week, a federal judge ordered the town to wait.", "a federal judge", "the town to wait"),
        ("Figures released by the Harbour Board, for example, showed that rents rise.", "Figures", "rents rise"),
        (
            "Most bakers in Ahold, Norland and Sudland said they were tired.",
            "most bakers in Ahold, Norland and Sudland",
            "they were tired",
        ),
        (
            "Officials at Port Investigations, a division of Port and Harbour Security, said they were tired.",
            "officials at Port Investigations",
            "they were tired",
        ),
        (
            "The police and the Department of Harbour Security said they were tired.",
            "the Department of Harbour Security",
            "they were tired",
        ),
        (
            "Some critics of trade, like Jon Hill, a teacher in Norland, also admit that it works.",
            "some critics of trade",
            "it works",
        ),
    ]);
}
