//! Who speaks in each column: a row for each side, in each cell its speakers
//! with what they say.

use crate::app::Scene;
use crate::component::{side_mark, statement};
use crate::library::{Column, Library, Speaker, Statement, Tally, speakers};
use crate::node::{Element, Node, el};
use crate::page::compare::found::Found;
use crate::page::compare::table::{Cell, folding, row, table};
use crate::route::Route;
use crate::wording::{count, list};

/// A side and its speakers in each column.
pub struct SideRow {
    /// The id of the side; `other-voices` for speakers of no known side.
    pub id: &'static str,
    /// Its name.
    pub name: &'static str,
    /// For each column its speakers.
    pub cells: Vec<Vec<Speaker>>,
}

/// About how many bytes of text are as high as a speaker's name.
const LINE: usize = 60;
/// The name of the row for speakers of no known side.
const UNKNOWN: (&str, &str) = ("other-voices", "Side not known");

/// The rows: the statements in the passages that the route and the query leave
/// in, of those that the filters choose, by side in the catalogue's order.
pub fn rows(library: Library, route: &Route, columns: &[Column], found: &Found) -> Vec<SideRow> {
    let statements = |column: &Column| {
        let mut places = library.chosen_places(route, column);
        places.retain(|place| found.shows(*place));
        let mut statements = library.statements(&places);
        statements.retain(|statement| found.hears(library, statement));
        statements
    };
    let all: Vec<Vec<Speaker>> = columns.iter().map(|column| speakers(library, statements(column))).collect();
    let sides =
        library.corpus().sides.iter().map(|side| (Some(side.id.as_str()), (side.id.as_str(), side.name.as_str())));
    let rows = sides.chain([(None, UNKNOWN)]).map(|(side, (id, name))| {
        let of_side = |speakers: &Vec<Speaker>| speakers.iter().filter(|one| one.side == side).cloned().collect();
        SideRow { id, name, cells: all.iter().map(of_side).collect() }
    });
    rows.filter(|row| row.cells.iter().any(|cell| !cell.is_empty())).collect()
}

/// What the speakers of a cell say together.
pub fn tally(speakers: &[Speaker]) -> Tally {
    speakers.iter().fold(Tally::default(), |sum, speaker| sum.and(speaker.tally))
}

/// The table, and how the words are shared out among the sides.
pub fn view(scene: Scene<'_>, columns: &[Column], found: &Found) -> Vec<Node> {
    let rows = rows(scene.library, scene.route, columns, found);
    let balance = (0..columns.len()).map(|place| el("p").add(balance(columns, &rows, place)));
    let bar = el("div").class("result-bar").add(el("div").class("told").at("role", "status").all(balance));
    let lines: Vec<Node> = rows.iter().map(|line| view_row(scene, columns, line, found).into()).collect();
    let shown = (!lines.is_empty()).then(|| table(scene, columns, "Who speaks in each column, by side", lines, None));
    vec![bar.into(), shown.into()]
}

/// `BBC 2001: 5 statements, 60 words: Russian 41 (68%), American 19 (31%).`
fn balance(columns: &[Column], rows: &[SideRow], place: usize) -> String {
    let name = columns.get(place).map_or("", |column| column.short.as_str());
    let of = |row: &SideRow| row.cells.get(place).map_or_else(Tally::default, |cell| tally(cell));
    let words: usize = rows.iter().map(|row| of(row).all_words()).sum();
    let statements: usize = rows.iter().flat_map(|row| of(row).statements).sum();
    if statements == 0 {
        return format!("{name}: nobody is quoted or paraphrased.");
    }
    let shares = rows.iter().map(|row| (row.name, of(row).all_words())).filter(|(_, part)| *part > 0);
    let shares = shares.map(|(side, part)| format!("{side} {part} ({}%)", percent(part, words)));
    let statements = count(statements, "statement", "statements");
    format!("{name}: {statements}, {}: {}.", count(words, "word", "words"), list(&shares.collect::<Vec<_>>()))
}

/// `part` of `all`, in hundredths, rounded.
fn percent(part: usize, all: usize) -> usize {
    (part * 100 + all / 2) / all.max(1)
}

fn view_row(scene: Scene<'_>, columns: &[Column], line: &SideRow, found: &Found) -> Element {
    let folded = scene.route.folded.iter().any(|id| id == line.id);
    let voices: usize = line.cells.iter().map(Vec::len).sum();
    let head = el("div")
        .add(folding(scene.route, line.id, line.name))
        .add(side_mark(scene.library, line.id))
        .add(el("p").class("fine").add(count(voices, "voice", "voices")));
    let cells = line.cells.iter().map(|speakers| {
        if speakers.is_empty() {
            return Cell::nothing(": nobody of this side speaks.".to_owned(), None);
        }
        let sum = el("p").class("fine").add(tally(speakers).told()).add(".");
        let views = speakers.iter().map(|speaker| view_speaker(scene, speaker, folded, found).into());
        let said = speakers.iter().flat_map(|speaker| &speaker.statements);
        let bytes = if folded { 0 } else { said.map(|(_, voice)| voice.text.len() + LINE).sum() };
        Cell::new([sum.into()].into_iter().chain(views).collect(), bytes)
    });
    row(line.id, columns, head, cells.collect()).flag("data-folded", folded)
}

/// A speaker with their statements, or without where the row is folded.
fn view_speaker(scene: Scene<'_>, speaker: &Speaker, folded: bool, found: &Found) -> Element {
    let several = speaker.statements.len() > 1 || folded;
    let sum = several.then(|| el("p").class("fine").add(speaker.tally.told()));
    let said =
        |(article, voice): &Statement| statement(scene, (*article, voice), found.marks((*article, voice.passage)));
    let statements = (!folded).then(|| el("ul").all(speaker.statements.iter().filter_map(said)));
    el("section").class("speaker").add(el("h3").add(speaker.name).add(role(speaker))).add(sum).add(statements)
}

fn role(speaker: &Speaker) -> Option<Element> {
    let role = speaker.role();
    (!role.is_empty()).then(|| el("span").class("fine").add(format!(", {role}")))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::page::compare::found::tests::compared;

    fn found(fragment: &str) -> (Vec<Column>, Vec<SideRow>) {
        let (library, route, columns, found) = compared(fragment);
        let rows = rows(library, &route, &columns, &found);
        (columns, rows)
    }

    const TWO: &str = "#/compare?a=bbc-2001-10-21&a=monitor-2001-11-07&mode=voices";

    #[test]
    fn every_statement_of_a_column_stands_in_one_row() {
        let library = Library::open().unwrap();
        let (columns, rows) = found(TWO);
        for (place, column) in columns.iter().enumerate() {
            let told: usize = rows.iter().flat_map(|row| tally(&row.cells[place]).statements).sum();
            assert_eq!(told, library.corpus().articles[column.articles[0]].voices.len());
            assert!(balance(&columns, &rows, place).contains("Russian"));
        }
    }

    #[test]
    fn an_issue_and_a_query_leave_the_statements_of_their_passages() {
        let (_, rows) = found(&format!("{TWO}&issue=missile-defence&q=flexible"));
        let passages: Vec<u32> = rows
            .iter()
            .flat_map(|row| row.cells.iter().flatten())
            .flat_map(|speaker| &speaker.statements)
            .map(|(_, voice)| voice.passage)
            .collect();
        assert!(!passages.is_empty() && passages.iter().all(|passage| *passage == 1), "{passages:?}");
    }
}
