//! Who says what, kind by kind, in sentences.
//!
//! Invariant: every case is one article; what is not listed is not said.

use crate::{SourceFile, build};

/// The speakers of an article's statements with the first words of each.
fn said(text: &str) -> Vec<(String, String)> {
    let article = format!("Harbour talks end with a plan\n\n{text}\n");
    let built = build(&[SourceFile { name: "a.txt", bytes: article.as_bytes() }], None);
    let built = built.unwrap_or_else(|problems| panic!("{}", problems[0]));
    built.corpus.articles[0].voices.iter().map(|voice| (voice.speaker.clone(), voice.text.clone())).collect()
}

/// Each text holds a statement of that speaker that begins so.
fn check(cases: &[(&str, &str, &str)]) {
    for (text, speaker, words) in cases {
        let found = said(text);
        let there = found.iter().any(|(who, what)| who == speaker && what.starts_with(words));
        assert!(there, "{text}\n{found:?}");
    }
}

/// Nobody in these texts says something that begins so.
fn nobody(cases: &[(&str, &str)]) {
    for (text, words) in cases {
        let found = said(text);
        assert!(!found.iter().any(|(_, what)| what.starts_with(words)), "{text}\n{found:?}");
    }
}

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
fn a_statement_ends_where_the_author_goes_on() {
    for (text, words) in [
        ("After Jon Hill said that it was late, the others left the hall.", "it was late"),
        ("Jon Hill said it will stay – though it is unclear for how long.", "it will stay"),
        ("The changes, which officials said will come soon, do not apply to all.", "will come soon"),
    ] {
        assert!(said(text).iter().any(|(_, what)| what == words), "{text} {:?}", said(text));
    }
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
        ("The bridge has fallen, reported the Leavesham Herald.", "Leavesham Herald", "The bridge"),
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
fn a_clause_that_is_told_ends_where_the_author_goes_on() {
    for (text, told) in [
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
    ] {
        let found = said(text);
        assert!(found.iter().any(|(_, words)| words == told), "{text}\n{found:?}");
    }
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
fn a_wish_that_is_told_is_told_whole() {
    for (text, told) in [
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
    ] {
        let found = said(text);
        assert!(found.iter().any(|(_, words)| words == told), "{text}\n{found:?}");
    }
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
