//! Lines broken where no paragraph ends, and not broken where one does.

use super::*;

/// Breaks a text at a width, as old mail programs did.
fn wrapped(text: &str, width: usize, indent: &str) -> String {
    let mut out = String::new();
    for paragraph in text.split("\n\n") {
        let mut line = indent.len();
        out.push_str(indent);
        for word in paragraph.split(' ') {
            if line + word.len() + 1 > width && line > indent.len() {
                out.push('\n');
                line = 0;
            } else if line > indent.len() || line > 0 && indent.is_empty() {
                out.push(' ');
                line += 1;
            }
            out.push_str(word);
            line += word.chars().count();
        }
        out.push_str(if indent.is_empty() { "\n\n" } else { "\n" });
    }
    out
}

#[test]
fn lines_wrapped_at_72_columns_are_joined() {
    let text = format!("Talks in Leavesham will go on\n\n{}", wrapped(BODY, 72, ""));
    check(
        "a.txt",
        &text,
        &[Headline("Talks in Leavesham will go on"), Passages(3), Says("Anna Keller", "That is more")],
    );
}

#[test]
fn lines_wrapped_at_200_columns_are_joined() {
    let long = BODY.replace("\n\n", " ");
    let body = format!("{long} {long}\n\n{long} {long}");
    let text = format!("Talks in Leavesham will go on\n\n{}", wrapped(&body, 200, ""));
    check("a.txt", &text, &[Passages(2)]);
}

#[test]
fn wrapped_lines_whose_paragraphs_are_told_by_indents_are_joined() {
    let text = format!("Talks in Leavesham will go on\n\n{}", wrapped(BODY, 60, "    "));
    check("a.txt", &text, &[Passages(3)]);
}

#[test]
fn a_word_parted_at_the_end_of_a_line_is_proposed() {
    let text = "Talks in Leavesham will go on\n\nThe two delegations met for three hours on Monday and spoke of the rela-\ntions between their states, and of what had become of the promises that\nhad been made in the spring of the year before, when all were hopeful.";
    check("a.txt", text, &[Passages(1), Warn("“rela- tions” may be “relations”")]);
}

#[test]
fn one_huge_line_is_one_passage_and_a_warning() {
    let text = format!("Talks in Leavesham will go on\n\n{}", BODY.replace("\n\n", " ").repeat(40));
    check("a.txt", &text, &[Passages(1), Warn("the breaks between its paragraphs may have been lost")]);
}

#[test]
fn every_sentence_on_a_line_of_its_own_is_kept() {
    let text = "Talks go on\n\nThe two delegations met on Monday in the town hall.\nThey spoke for three hours.\nNobody was hopeful.\nThe mayor of the town served tea.\nThen all went home, and nothing more was heard of it for weeks.";
    check("a.txt", text, &[Headline("Talks go on"), Keep("paragraph", "The two delegations"), NoWarn("breaks off")]);
}

#[test]
fn paragraphs_without_blank_lines_stay_apart() {
    let text = format!("Talks in Leavesham will go on\n{}", BODY.replace("\n\n", "\n"));
    check("a.txt", &text, &[Headline("Talks in Leavesham will go on"), Passages(3)]);
}

#[test]
fn many_blank_lines_and_blanks_change_nothing() {
    let text = format!(
        "\n\n \t\n   Talks in Leavesham will go on   \n\n\n\u{a0}\n\n{}\n\n\n\n",
        BODY.replace("\n\n", "\n\n \n\t\n\n")
    );
    check("a.txt", &text, &[Headline("Talks in Leavesham will go on"), Passages(3)]);
}

#[test]
fn bullets_that_run_into_the_next_paragraph_end_there() {
    let text = "Talks go on\n\nThe two sides agreed on three things in the town hall on Monday:\n  • a new date for the talks\n  • a bridge over the river\n  • a prize for the children\nNobody could say on Tuesday which of the three would come first, or whether any would come at all.";
    check(
        "a.txt",
        text,
        &[Keep("list-item", "a prize for the children"), Keep("paragraph", "Nobody could say"), Passages(5)],
    );
}

#[test]
fn quoted_mail_is_read_without_its_marks_in_markdown() {
    let text = "# Talks go on\n\nThe minister wrote in a letter that was shown to reporters on Monday:\n\n> We shall not leave the table before the last page is signed by all of us.\n\nNobody believed her, and the talks ended on the next day without a page.";
    check("a.md", text, &[Keep("paragraph", "We shall not leave the table"), Passages(3)]);
}
