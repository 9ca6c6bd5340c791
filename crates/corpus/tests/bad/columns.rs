//! Text copied from the columns of a newspaper page.

use super::*;

const STORY: [&str; 5] = [
    "The two delegations met for three hours in the old town hall on Tuesday and agreed to meet again before the summer, although none of the questions about the harbour had been answered.",
    "The mayor said the talks had gone better than expected, and that a joint paper would follow within weeks.",
    "“We did not come here to sign anything,” said Rosa Pell, who leads the pilots of the port. “We came to listen, and we have heard a good deal that was new to us.”",
    "Outside, a few dozen people waited in the rain with flags and a brass band. Most of them were fishermen from the islands, who fear that the new wall will cost them their moorings.",
    "A report of the engineers is due in April. It will say how deep the basin can be dug, and who is to pay for it.",
];

/// The lines of a paragraph at a width; with `parted`, long words are parted.
fn lines(text: &str, width: usize, parted: bool) -> Vec<String> {
    let (mut lines, mut line) = (Vec::new(), String::new());
    for word in text.split(' ') {
        let room = (width + 1).saturating_sub(line.chars().count() + 2);
        if line.chars().count() + 1 + word.chars().count() <= width {
            line.extend((!line.is_empty()).then_some(' '));
            line.push_str(word);
        } else if parted
            && word.len() >= 8
            && word.bytes().all(|byte| byte.is_ascii_alphabetic())
            && (3..=word.len() - 4).contains(&room)
        {
            lines.push(format!("{line} {}-", &word[..room]).trim().to_owned());
            line = word[room..].to_owned();
        } else {
            lines.push(std::mem::replace(&mut line, word.to_owned()));
        }
    }
    lines.push(line);
    lines
}

fn story(width: usize, parted: bool) -> Vec<Vec<String>> {
    STORY.iter().map(|paragraph| lines(paragraph, width, parted)).collect()
}

/// Looks for the story, whole, whatever stands between its lines.
fn check_whole(text: &str, musts: Vec<Must>) {
    let whole = STORY.map(|paragraph| Read("paragraph", paragraph));
    check("a.txt", text, &whole.into_iter().chain([Passages(5)]).chain(musts).collect::<Vec<_>>());
}

/// Puts lines in the middle of the paragraph `at`.
fn within(story: &mut [Vec<String>], at: usize, inserted: &[&str]) {
    story[at].splice(2..2, inserted.iter().map(|line| (*line).to_owned()));
}

fn joined(story: &[Vec<String>], between: &str) -> String {
    story.iter().map(|lines| lines.join("\n")).collect::<Vec<_>>().join(between)
}

#[test]
fn lines_of_narrow_columns_are_joined_over_a_jump_to_another_page() {
    for width in [26, 32, 40, 52] {
        let mut set = story(width, false);
        let page = ["See TALKS, Page A6", "A6 THE COAST COURIER FRIDAY, MARCH 21, 2014", "TALKS", "From page A1"];
        within(&mut set, 0, &page);
        check_whole(
            &format!(
                "A1 THE COAST COURIER FRIDAY, MARCH 21, 2014\nHarbour talks end\nwith a plan\nBy ANNA LIND\nStaff Writer\n\n{}\n",
                joined(&set, "\n\n")
            ),
            vec![
                Headline("Harbour talks end with a plan"),
                Byline("Anna Lind"),
                Date("2014-03-21"),
                Remove("continued on another page", "See TALKS, Page A6"),
                Remove("running head", "A6 THE COAST COURIER"),
                Remove("running head", "TALKS"),
                Remove("continued on another page", "From page A1"),
            ],
        );
    }
}

#[test]
fn blank_lines_between_all_lines_end_no_paragraph() {
    let mut set = story(29, false);
    within(&mut set, 3, &["Continued on page 4", "4"]);
    let head = ["Harbour talks end with a plan", "By Anna Lind", "March 21, 2014"].map(str::to_owned);
    let text: Vec<String> = head.into_iter().chain(set.concat()).collect();
    check(
        "a.txt",
        &text.join("\n\n"),
        &[
            Headline("Harbour talks end with a plan"),
            Byline("Anna Lind"),
            Date("2014-03-21"),
            Read("paragraph", STORY[0]),
            Read("paragraph", STORY[1]),
            Remove("page number", "4"),
            Remove("continued on another page", "Continued on page 4"),
        ],
    );
}

#[test]
fn captions_and_credits_within_a_sentence_are_removed_as_such() {
    let mut set = story(38, false);
    let over = ["", "Delegates leave the town hall in Port", "Alder on Tuesday.", "TOM BYRNE/THE COAST COURIER", ""];
    within(&mut set, 0, &over);
    let under = ["STAFF PHOTO BY TOM BYRNE", "Fishermen wait outside the hall.", "They will come again in June."];
    set[3].splice(1..1, under.map(str::to_owned));
    check_whole(
        &format!("HARBOUR TALKS END\nWITH A PLAN\n\nBy ANNA LIND\nTHE COAST COURIER\n\n{}", joined(&set, "\n\n")),
        vec![
            Headline("HARBOUR TALKS END WITH A PLAN"),
            Byline("Anna Lind"),
            Remove("caption within a paragraph", "Delegates leave"),
            Remove("caption within a paragraph", "TOM BYRNE/"),
            Remove("caption within a paragraph", "STAFF PHOTO"),
            Remove("caption within a paragraph", "Fishermen wait"),
        ],
    );
}

#[test]
fn a_caption_under_its_credit_is_known_by_the_blank_lines_around_it() {
    let mut set = story(38, false);
    let under = ["STAFF PHOTO BY TOM BYRNE", "Fishermen wait outside the hall.", "They will come again in June."];
    set.insert(3, under.map(str::to_owned).to_vec());
    check_whole(
        &format!("HARBOUR TALKS END\nWITH A PLAN\n\nBy ANNA LIND\nTHE COAST COURIER\n\n{}", joined(&set, "\n\n")),
        vec![
            Read("caption", "STAFF PHOTO BY TOM BYRNE"),
            Read("caption", "Fishermen wait outside the hall."),
            Read("caption", "They will come again in June."),
        ],
    );
}

#[test]
fn lines_that_are_all_set_apart_are_joined() {
    let double: Vec<Vec<String>> = story(38, false).iter().map(|lines| vec![lines.join("\n\n")]).collect();
    check_whole(&format!("Harbour talks end with a plan\n\nBy Anna Lind\n\n\n{}", joined(&double, "\n\n\n")), vec![]);
}

#[test]
fn paragraphs_are_told_by_indents() {
    check_whole(
        &format!(
            "NATION\nHarbour talks end with a plan\nPilots and fishermen fear for their moorings\nBy Anna Lind\n  {}",
            joined(&story(34, false), "\n  ")
        ),
        vec![Headline("Harbour talks end with a plan"), Byline("Anna Lind")],
    );
}

#[test]
fn running_heads_page_numbers_and_subheads_are_told_from_the_text() {
    let mut set = story(50, false);
    within(&mut set, 3, &["The Coast Courier", "12", "The Coast Courier"]);
    set.insert(2, vec!["A band in the rain".to_owned()]);
    check_whole(
        &format!(
            "Harbour talks end with a plan\nBy Anna Lind\n21 March 2014\n{}\nCopyright (c) 2014 Coast Limited\n",
            joined(&set, "\n")
        ),
        vec![
            Keep("subhead", "A band in the rain"),
            Remove("running head", "The Coast Courier"),
            Remove("page number", "12"),
            Remove("legal notice", "Copyright"),
        ],
    );
}

#[test]
fn the_lines_of_a_page_are_told_in_other_languages() {
    const GERMAN: [&str; 2] = [
        "Die beiden Abordnungen trafen sich am Dienstag für drei Stunden im alten Rathaus und kamen überein, sich vor dem Sommer noch einmal zu sehen, obwohl keine der Fragen beantwortet war.",
        "Draußen warteten einige Dutzend Leute mit Fahnen im Regen. Die meisten von ihnen waren Fischer von den Inseln, die um ihre Liegeplätze und um den Markt am alten Becken fürchten.",
    ];
    let mut set: Vec<Vec<String>> = GERMAN.iter().map(|paragraph| lines(paragraph, 36, false)).collect();
    let page = ["Fortsetzung auf Seite 4", "KÜSTENBLATT | FREITAG, 21. MÄRZ 2014 | 4", "Fortsetzung von Seite 1"];
    within(&mut set, 0, &page);
    check(
        "a.txt",
        &format!("Hafengespräche enden mit Plan\nVon Anna Lind\n21. März 2014\n\n{}\n", joined(&set, "\n\n")),
        &[
            Headline("Hafengespräche enden mit Plan"),
            Byline("Anna Lind"),
            Date("2014-03-21"),
            Passages(2),
            Read("paragraph", GERMAN[0]),
            Read("paragraph", GERMAN[1]),
            Remove("continued on another page", "Fortsetzung auf Seite 4"),
            Remove("running head", "KÜSTENBLATT"),
        ],
    );
}

#[test]
fn words_parted_at_a_columns_edge_are_joined_where_they_read_one_way() {
    let text = joined(&story(28, true), "\n").replace("meet again", "meet in commit-\nment again");
    check(
        "a.txt",
        &format!("Harbour talks end with a plan\nBy Anna Lind\n{text}\n"),
        &[Repair("commit- ment", "commitment"), Headline("Harbour talks end with a plan")],
    );
}

#[test]
fn what_was_received_tells_the_lines_of_the_page_within_a_paragraph() {
    let mut set = story(32, false);
    within(&mut set, 0, &["Continued on page A6"]);
    let text = format!("Harbour talks end with a plan\nBy Anna Lind\n{}\n", joined(&set, "\n"));
    let built = built("a.txt", &text);
    let parts = built.corpus.articles[0].received();
    assert_eq!(parts.iter().map(|part| part.text).collect::<String>(), text);
    let jump = parts.iter().find(|part| part.text.starts_with("Continued")).unwrap();
    assert!(matches!(jump.fate, summitry_corpus::ReceivedFate::Removed(_)), "{jump:?}");
}

#[test]
fn a_day_over_another_page_is_no_part_of_the_sentence() {
    let mut set = story(38, false);
    within(&mut set, 0, &["Thursday, March 20, 2014"]);
    check_whole(
        &format!("Harbour talks end with a plan\nBy Anna Lind\nMarch 21, 2014\n\n{}", joined(&set, "\n\n")),
        vec![Date("2014-03-21"), Remove("running head", "Thursday, March 20")],
    );
}
