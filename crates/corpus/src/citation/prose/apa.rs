//! APA: the entry of the reference list, and the parenthesis in the text.
//!
//! Source of the rules: *Publication Manual of the APA*, 7th edition (8.14 and
//! table 9.1 on what is missing; `para.`; 8.6 on words quoted there, `as cited
//! in`).

use super::super::name::Name;
use super::super::when::{Order, year};
use super::super::{Phrase, Reference, headline};
use super::{curled, families, outlet, parenthesis, quoted, sentence, separate, stop};
use crate::model::OutletKind;

pub(super) fn apa(reference: &Reference<'_>) -> Phrase {
    let mut out = Phrase::default();
    let names: Vec<String> = reference.authors().iter().map(Name::with_initials).collect();
    let names = match names.as_slice() {
        [] => String::new(),
        [one] => one.clone(),
        // More than twenty: the first nineteen and the last.
        [.., last] if names.len() > 20 => {
            let nineteen = names.iter().map(String::as_str).take(19).collect::<Vec<_>>().join(", ");
            [&nineteen, ", . . . ", last].concat()
        }
        [rest @ .., last] => [&rest.join(", "), ", & ", last].concat(),
    };
    let date = reference.article.published.as_ref().map(|published| Order::Year.published(published));
    let date = ["(", date.as_deref().unwrap_or("n.d."), ")."].concat();
    if names.is_empty() {
        apa_title(&mut out, reference);
        separate(&mut out, " ").add(&date);
    } else {
        sentence(&mut out, &names);
        separate(&mut out, " ").add(&date);
        apa_title(&mut out, reference);
    }
    if reference.outlet.is_some() {
        separate(&mut out, " ").append(outlet(reference, reference.kind() != OutletKind::Website)).add(".");
    }
    if let Some(address) = reference.address() {
        separate(&mut out, " ").add(address);
    }
    out
}

/// In sentence case; in italics where it stands alone on a site and not in a
/// paper; in brackets where it describes what has no title.
fn apa_title(out: &mut Phrase, reference: &Reference<'_>) {
    let title = reference.headline();
    separate(out, " ");
    let italic = reference.kind() == OutletKind::Website;
    let title = match reference.headline_is_supplied() {
        true => ["[", title, "]"].concat(),
        false => headline::sentence_case(title, reference.article),
    };
    out.run(&curled(&title), italic);
    if let Some(carrier) = reference.carrier() {
        out.add(" [Republished by ").add(carrier).add("]");
    }
    stop(out, ".");
}

/// `(Weir, 2013, para. 3)`; with a lead `(as cited in Weir, 2013, para. 3)`, and
/// then the sentence before it names who says it.
pub(super) fn apa_in_text(reference: &Reference<'_>, lead: &str) -> Phrase {
    let names = reference.authors();
    let title = reference.headline();
    let who = match names.as_slice() {
        [] if reference.headline_is_supplied() => ["[", title, "],"].concat(),
        [] => quoted(&headline::title_case(headline::short(title), reference.article), ","),
        names => [&families(names, " & "), ","].concat(),
    };
    let year = reference.article.published.as_ref().map_or_else(|| "n.d.".to_owned(), year);
    parenthesis([lead, &who].concat(), Some(year), reference.passage, "para.")
}
