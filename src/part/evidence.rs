//! How a derived fact is known: stated or inferred, and from which words.

use leptos::prelude::*;
use summitry_corpus::{Basis, Provenance};

/// "stated" or "inferred", to be opened for the words it rests on.
#[component]
pub fn Evidence<'a>(
    /// What the fact rests on.
    why: &'a Provenance,
    /// What is being explained, such as "the date"; for the control's name.
    of: &'static str,
) -> impl IntoView + use<> {
    let quotes = why
        .evidence
        .iter()
        .map(|evidence| {
            let (quote, line) = (evidence.quote.clone(), evidence.line);
            view! { <blockquote>{format!("“{quote}”")}" "<span class="fine">{format!("line {line} as received")}</span></blockquote> }
        })
        .collect_view();
    let reason = (!why.reason.is_empty()).then(|| view! { <p>{why.reason.clone()}</p> });
    let label = match why.basis {
        Basis::Stated => "stated",
        Basis::Inferred => "inferred",
    };
    view! {
        <details>
            <summary aria-label=format!("{label}: how {of} is known")>{label}</summary>
            <div>{quotes}{reason}</div>
        </details>
    }
}
