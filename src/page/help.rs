//! How to use the page, with every operator of the query language.

use leptos::prelude::*;
use summitry_search::query::OPERATORS;

use crate::navigation::Navigation;
use crate::route::{Page, Route};

/// The help page.
#[component]
pub fn Help() -> impl IntoView {
    let navigation = Navigation::get();
    let rows = OPERATORS
        .iter()
        .map(|operator| {
            let example = operator.example;
            let href = move || {
                navigation.with(|route| Route { query: example.to_owned(), ..route.elsewhere(Page::Search) }).href()
            };
            view! {
                <tr data-operator=operator.name>
                    <th scope="row"><code>{operator.syntax}</code></th>
                    <td>{operator.explanation}</td>
                    <td><a href=href><code>{example}</code></a></td>
                </tr>
            }
        })
        .collect_view();
    view! {
        <h1>"Help"</h1>
        <div class="prose">
            <h2>"Searching"</h2>
            <p>"Type words into the search box: passages that have all of them come first, then those that have some. Results stand under their articles; the number before a passage leads to it in the article, and its address can be copied and shared."</p>
            <h2>"Filtering"</h2>
            <p>"The issues beside the results narrow them; choose several, and whether a passage must be on any of them or on all. The figure behind each choice says how many passages it would leave. Outlet, meeting, who speaks and date narrow further. Every choice is a link: Back undoes it, and the address always leads to what you see."</p>
            <h2>"Comparing"</h2>
            <p>"Side by side lays articles out as columns: issue by issue, with “nothing here” where an article is silent, or as whole texts. “Compare” stands at every article."</p>
            <h2>"How an issue is found"</h2>
            <p>"An issue is a saved search. A passage is on an issue because of its words; point at an issue's name to see which."</p>
            <h2>"Keys"</h2>
            <p><kbd>"/"</kbd> " leads to the search box, " <kbd>"Esc"</kbd> " empties it, " <kbd>"Enter"</kbd> " keeps the search in the browser's history."</p>
            <h2>"All that you can type"</h2>
        </div>
        <table class="operators">
            <thead><tr><th scope="col">"Type"</th><th scope="col">"It finds"</th><th scope="col">"Try it"</th></tr></thead>
            <tbody>{rows}</tbody>
        </table>
    }
}
