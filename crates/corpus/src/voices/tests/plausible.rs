//! What stands where a speaker would and is none; and who is.

use super::{check, nobody, told};

#[test]
fn a_participle_before_a_noun_is_an_adjective() {
    nobody(&[
        ("The count gives Amy Dahl 1,280 pledged delegates and 469 others.", "delegates"),
        ("Amy Dahl has a large pledged delegate lead over Jon Hill.", "delegate"),
        ("The figures include pledged delegates and other people.", "delegates"),
        ("Leavesham showed an awkward but promising start for the club.", "start"),
        ("It was a slow and promising spring for the bakers.", "spring"),
        ("There were 300 invited guests in the hall.", "guests"),
    ]);
    check(&[
        ("Jon Hill pledged support for the plan.", "Jon Hill", "support for the plan"),
        ("The council rejected plans for a bridge.", "the council", "plans for a bridge"),
    ]);
}

#[test]
fn one_thing_does_not_call_or_ask() {
    check(&[
        ("The council, on a press call, promised a new bridge.", "the council", "a new bridge"),
        ("A judge has refused a media request to open the file, saying it was late.", "a judge", "it was late"),
        ("Jon Hill won a party challenge in May, warning that it was late.", "Jon Hill", "it was late"),
        ("Amy Dahl took a council question, adding that it was late.", "Amy Dahl", "it was late"),
    ]);
    nobody(&[
        ("On a press call Friday the plan was laid out.", "Friday"),
        ("It was another trade demand for the town.", "for the town"),
    ]);
}

#[test]
fn whom_others_invite_or_urge_says_nothing() {
    nobody(&[
        ("The mayors took questions from veterans invited to join the forum.", "to join"),
        ("The workers urged to leave the town did not go.", "to leave"),
        ("Pupils encouraged to write did so.", "to write"),
        ("Paul Dunn was charged with libel in May after he hit a man.", "he hit"),
        ("It’s implied that he will not stand in her way.", "he will"),
        ("Rosa Pell was challenged on it after he had left.", "he had left"),
    ]);
}

#[test]
fn a_time_between_a_name_and_its_verb_does_not_speak() {
    check(&[
        ("When Rosa Pell a month later announced 6,000 layoffs, some wept.", "Rosa Pell", "6,000 layoffs"),
        ("Jon Hill the next day announced that the inn would close.", "Jon Hill", "the inn would close"),
        ("Amy Dahl two weeks later said it was late.", "Amy Dahl", "it was late"),
        ("Paul Dunn a few hours earlier said it was early.", "Paul Dunn", "it was early"),
        ("The mayor that same evening said it was late.", "the mayor", "it was late"),
    ]);
    nobody(&[("A month later said little of it.", "little")]);
}

#[test]
fn where_people_are_does_not_speak_for_them() {
    check(&[
        (
            "Observers in Norland and around the country say it was late.",
            "observers in Norland and around the country",
            "it was late",
        ),
        (
            "More than nine of 10 farmers in Norland and Sudland said they were tired.",
            "nine of 10 farmers in Norland and Sudland",
            "they were tired",
        ),
        (
            "Six newspapers in New Norland, including the Leavesham Press, said he was unfit.",
            "Six newspapers in New Norland",
            "he was unfit",
        ),
        ("Two unions, including the Bakers, said it was late.", "Two unions", "it was late"),
        ("Some pilots, including Jon Hill, said it was late.", "some pilots", "it was late"),
        ("It pleased the officials, who, in a letter, warned that it was late.", "the officials", "it was late"),
    ]);
    nobody(&[
        ("Nobody in Norland is talking about going that far.", "going"),
        ("How many can be helped by threatening to close the port?", "to close"),
    ]);
}

#[test]
fn who_stands_before_the_and_speaks_as_well_behind_a_lead() {
    check(&[
        (
            "Despite the mayor’s appeal, longtime harbour officials and pilots point out that it is old.",
            "longtime harbour officials and pilots",
            "it is old",
        ),
        ("In the end, some bakers and millers said it was late.", "some bakers and millers", "it was late"),
        ("After the vote, several judges and lawyers said it was late.", "several judges and lawyers", "it was late"),
    ]);
}

#[test]
fn an_object_of_another_verb_does_not_speak() {
    nobody(&[
        ("They let them think all bakers welcome their advances.", "their advances"),
        ("Will the mayor go on calling himself a Liberal after the vote?", "Will the mayor"),
        ("Amy Dahl took down Jon Hill in May, claiming 41 percent of the vote.", "Amy Dahl took"),
        ("The mayor told his advisers as he worked over one of his speeches.", "his speeches"),
        ("The town had added the second week, after voters faced long lines.", "the second week"),
        ("But it underscores a question about the plan.", "a question"),
    ]);
    check(&[
        ("US envoy Rosa Pell said it was late.", "Rosa Pell", "it was late"),
        ("Most of them said they had loved the place.", "most of them", "they had loved"),
        (
            "It was late, echoing some officials who have suggested that the inn should close.",
            "some officials",
            "the inn should close",
        ),
    ]);
}

#[test]
fn who_stands_right_before_a_participle_behind_a_comma_speaks() {
    check(&[
        ("Both men were at ease, Jon Hill saying he was very glad.", "Jon Hill", "he was very glad"),
        ("The two met in May, Amy Dahl arguing that it was late.", "Amy Dahl", "it was late"),
        ("It was a quiet vote – Rosa Pell warning that it would cost.", "Rosa Pell", "it would cost"),
    ]);
}

#[test]
fn what_is_told_in_brackets_ends_with_them() {
    told(&[
        ("Paul Dunn won here (although Jon Hill said it was late) and made it a contest.", "it was late"),
        ("(Amy Dahl says the photograph made her weep.) The others left.", "the photograph made her weep"),
        ("Jon Hill said the bridge (built in May) was old.", "the bridge (built in May) was old"),
    ]);
}

#[test]
fn a_noun_that_looks_like_a_verb_is_told_by_who_stands_before_it() {
    nobody(&[
        ("It came out after the celebrity press Hill Books announced plans for a park.", "Hill Books"),
        ("It came after a cheap swipe the mayor took at him.", "the mayor"),
    ]);
    check(&[(
        "A number of other members of Parliament echo her doubts.",
        "a number of other members of Parliament",
        "her doubts",
    )]);
}

#[test]
fn an_office_that_somebody_holds_does_not_speak() {
    nobody(&[
        ("Letters about her years as mayor have criticized the long delay.", "the long delay"),
        (
            "It was Rosa Pell, who served as labour secretary during Mr. Lowe’s first term yet endorsed the plan.",
            "the plan",
        ),
    ]);
    check(&[
        (
            "The clerk who left while she was secretary of state pleaded guilty, admitting it was late.",
            "the clerk",
            "it was late",
        ),
        ("The inn was full, as police said it would be.", "police", "it would be"),
        ("The town was at rest, and one former clerk said it was late.", "one former clerk", "it was late"),
        ("It was the mayor who said it was late.", "the mayor", "it was late"),
        ("Her deputy mayor said it was late.", "Her deputy mayor", "it was late"),
    ]);
}
