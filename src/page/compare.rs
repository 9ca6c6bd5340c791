//! Side by side: articles, meetings or outlets as columns, laid out by issue,
//! as whole texts, or by their words, their voices and what they lack.

mod arrangement;
mod background;
mod by_issue;
mod export;
mod found;
mod handout;
mod key_words;
mod missing;
mod pairings;
mod picker;
mod sources;
mod synced_columns;
mod table;
mod tabs;
mod texts;
mod voices;

use summitry_corpus::IssueDefinition;

use crate::app::Scene;
use crate::component::{chosen_chips, find_box, segments};
use crate::library::Column;
use crate::node::{Element, Node, el, link};
use crate::route::{Mode, toggled};
use crate::wording::list;
use found::Found;
pub use table::lay_out;
pub use tabs::show_first;
pub use texts::line_up;

/// The side-by-side page.
#[inline(never)]
pub fn view(scene: Scene<'_>) -> Node {
    let columns = scene.library.columns(scene.route);
    // What is missing is told of the whole columns.
    let narrows = scene.route.mode != Mode::Missing;
    let lede = match columns.len() {
        0 => Some("What one wrote, against what the other wrote. Start with one of these, or choose your own columns."),
        1 => Some("Choose another column to compare with this one."),
        _ => None,
    };
    let cut = by_issue::is_cut(scene, &columns);
    let head = el("div")
        .class("compare-head")
        .add(el("h1").class("no-print-title").add("Compare"))
        .add(
            (!columns.is_empty())
                .then(|| el("p").class("print-only handout-title").add(handout_title(scene, &columns))),
        )
        .add(lede.map(|lede| el("p").class("lede").add(lede)))
        .add((columns.len() < 2).then(|| pairings::view(scene, &columns)))
        .add(picker::view(scene, &columns, cut))
        .add((columns.len() == 2).then(|| {
            let swapped = scene.route.with(|route| route.columns.reverse());
            link(swapped.href()).class("button").add("Swap")
        }))
        .add((narrows && !columns.is_empty()).then(|| issue_choice(scene, &columns, cut)).flatten())
        .add(background::view(scene, &columns, cut))
        .add((!columns.is_empty()).then(|| export::view(scene, cut)))
        .add((!columns.is_empty()).then(|| bar(scene, narrows)));
    let arranged = (!columns.is_empty()).then(|| {
        let found = Found::new(scene.library, scene.route, &columns);
        let arranged = match scene.route.mode {
            Mode::Text => texts::view(scene, &columns, &found),
            Mode::Issues => by_issue::view(scene, &columns, &found),
            Mode::Wording => key_words::view(scene, &columns, &found),
            Mode::Voices => voices::view(scene, &columns, &found),
            Mode::Missing => missing::view(scene, &columns, &found),
        };
        let sources = (!cut).then(|| sources::view(scene, &columns));
        el("div").class("compare").maybe("aria-busy", cut.then_some("true")).all(arranged).add(sources)
    });
    el("div").add(head).add(arranged).into()
}

/// `BBC 2001 and Jamestown Monitor 2001 on Arms control`: what a print-out is.
fn handout_title(scene: Scene<'_>, columns: &[Column]) -> String {
    let names: Vec<String> = columns.iter().map(|column| column.short.clone()).collect();
    let issues = scene.route.issues.iter().filter_map(|id| scene.library.issue(id)).map(|issue| issue.name.clone());
    let issues: Vec<String> = issues.collect();
    let on = if issues.is_empty() { String::new() } else { [" on ", &list(&issues)].concat() };
    let query = scene.route.query.trim();
    let words = if query.is_empty() { String::new() } else { [" (“", query, "”)"].concat() };
    [&list(&names), &on, words.as_str()].concat()
}

/// How the columns are arranged, what is looked for in them, and what the rows
/// are narrowed to.
fn bar(scene: Scene<'_>, narrows: bool) -> Element {
    let route = scene.route;
    let modes = [
        ("By issue", Mode::Issues),
        ("Full texts", Mode::Text),
        ("Wording", Mode::Wording),
        ("Voices", Mode::Voices),
        ("What is missing", Mode::Missing),
    ];
    let withheld = scene.library.withheld();
    let modes = modes.into_iter().filter(|(_, mode)| withheld.allows(*mode));
    let modes = modes.map(|(name, mode)| (name, route.with(|route| route.mode = mode).href(), route.mode == mode));
    el("div")
        .class("compare-bar")
        .add(segments("View", modes).at("data-scrolls", ""))
        .add(narrows.then(|| find_box(scene, "Find in these columns")))
        .add(chosen_chips(scene))
}

/// Something to be opened above the columns. Of a comparison that is `cut` to what the
/// window shows first, there is only its name.
fn opened(class: &'static str, name: &'static str, cut: bool, body: impl FnOnce() -> Element) -> Element {
    let name = el("summary").class("button").add(name);
    el("details").class(class).add(name).add((!cut).then(body))
}

/// The issues that the columns have, each a link that narrows the view to it.
fn issue_choice(scene: Scene<'_>, columns: &[Column], cut: bool) -> Option<Element> {
    let route = scene.route;
    let number = |id: &str| columns.iter().map(|column| scene.library.places_on(id, column).len()).sum();
    let had = scene.library.issues().iter().map(|issue| (issue, number(issue.id.as_str())));
    let had: Vec<(_, usize)> = had.filter(|(_, number)| *number > 0).collect();
    let option = |(issue, number): &(&'static IssueDefinition, usize)| {
        let id = issue.id.as_str();
        let href = route.with(|route| route.issues = toggled(&route.issues, id)).href();
        let chosen = route.issues.iter().any(|chosen| chosen == id);
        let number = el("span").class("fine").add(format!(" {number}"));
        el("li").add(link(href).current(chosen).add(issue.name.as_str()).add(number))
    };
    let body = || el("ul").class("issue-choice").all(had.iter().map(option));
    (!had.is_empty()).then(|| opened("choose no-print", "Issues", cut, body))
}
