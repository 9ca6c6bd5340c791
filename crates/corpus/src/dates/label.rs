//! What the words around a day say that it is of: publication, an update, or
//! the end of something.
//!
//! Invariant: only words of the day's own line count, back to the day before it.

/// Words before a day that say that it is of an update, by their beginnings.
#[rustfmt::skip]
const UPDATED: &[&str] = &[
    "updated", "update", "modified", "last updated", "last modified", "last edited", "revised", "edited", "changed",
    "amended", "corrected", "aktualisiert", "geändert", "mis à jour", "mise à jour", "modifié", "actualizado",
    "actualización", "modificado", "atualizado", "atualização", "aggiornato", "aggiornamento", "modificato",
    "bijgewerkt", "laatst", "uppdaterad", "oppdatert", "opdateret", "päivitetty", "aktualizacja", "aktualizováno",
    "aktualizované", "ažurirano", "izmjena", "frissítve", "módosítva", "actualizat", "обновлено", "изменено",
    "оновлено", "обновена", "ενημερώθηκε", "ενημέρωση", "güncelleme", "güncellendi", "son güncelleme", "diperbarui",
    "cập nhật", "更新", "최종수정", "수정", "تحديث", "به‌روزرسانی", "अपडेट",
];

/// Words before a day that may say that it is of publication, where they stand
/// over a text.
const LOOSE: &[&str] = &["created", "date", "on"];

/// Words before a day that say that it is of publication.
#[rustfmt::skip]
const PUBLISHED: &[&str] = &[
    "published", "posted", "first published", "originally published", "issued", "publié", "publicado",
    "veröffentlicht", "erstellt", "pubblicato", "gepubliceerd", "publicerad", "publisert", "offentliggjort",
    "julkaistu", "opublikowano", "publikováno", "objavljeno", "megjelent", "publicat", "опубликовано", "опубліковано",
    "δημοσίευση", "yayınlanma", "diterbitkan", "发布", "発行", "公開", "입력", "등록", "نشر", "प्रकाशित",
];

/// Words before a day on which something ends.
#[rustfmt::skip]
const ENDS: &[&str] = &[
    "until", "till", "expires", "expires on", "bis", "bis zum", "bis einschließlich", "jusqu'au", "jusqu’au", "hasta",
    "hasta el", "até", "fino al", "tot", "tot en met", "til og med", "till och med", "do dnia", "до",
];

/// `This` and the article itself, as the foot of a page has it.
#[cfg(feature = "html")]
const THIS: &[&str] = &[
    "this", "dieser", "diese", "ce", "cet", "cette", "esta", "este", "questo", "questa", "dit", "deze", "denne",
    "dette", "detta", "ten", "tento",
];
#[cfg(feature = "html")]
#[rustfmt::skip]
const ARTICLE: &[&str] = &[
    "article", "entry", "post", "story", "artikel", "beitrag", "eintrag", "text", "meldung", "billet", "contenu",
    "artículo", "entrada", "articolo", "artigo", "bericht", "inlägg", "innlegg", "indlæg", "artykuł", "wpis",
    "článek", "příspěvek", "articol",
];

/// The words that lead up to a byte: back to the day, the bar or the sentence
/// before it.
fn lead(text: &str, at: usize) -> String {
    let before = text.get(..at).unwrap_or("");
    let from = before.rfind(['|', '·', '•', ';', '/', '(', '\n']).map_or(0, |found| found + 1);
    let words = before.get(from..).unwrap_or(before);
    // The figures of the day before end its words.
    let from = words.rfind(|c: char| c.is_ascii_digit()).map_or(0, |found| found + 1);
    words.get(from..).unwrap_or("").trim_matches(|c: char| !c.is_alphanumeric()).to_lowercase()
}

fn labelled(text: &str, at: usize, labels: &[&str]) -> Option<usize> {
    let lead = lead(text, at);
    if lead.is_empty() {
        return None;
    }
    labels
        .iter()
        .filter_map(|label| {
            lead.rfind(label).filter(|at| !lead.get(..*at).unwrap_or("").ends_with(char::is_alphabetic))
        })
        .max()
}

/// Whether the words before a day say that it is of an update.
pub(crate) fn is_update(text: &str, at: usize) -> bool {
    match (labelled(text, at, UPDATED), labelled(text, at, PUBLISHED)) {
        (Some(update), Some(published)) => update >= published || published > 0 && lead(text, at).starts_with("last"),
        (found, _) => found.is_some(),
    }
}

/// Whether the words before a day in a line over a text may say that it is of
/// publication.
pub(crate) fn is_published(text: &str, at: usize) -> bool {
    let published = labelled(text, at, PUBLISHED).max(labelled(text, at, LOOSE));
    published.is_some() && !is_update(text, at)
}

/// Whether the words before a day, wherever its line stands, can only say that
/// it is of publication: `Published on`, `Dieser Artikel wurde am`.
#[cfg(feature = "html")]
pub(crate) fn says_published(text: &str, at: usize) -> bool {
    let lead = lead(text, at);
    let mut words = lead.split_whitespace();
    let of_article = words.next().is_some_and(|word| THIS.contains(&word))
        && words.next().is_some_and(|word| ARTICLE.contains(&word))
        && words.count() <= 6;
    let labelled = || {
        let opens = |label: &&&str| {
            lead.strip_prefix(**label).is_some_and(|rest| !rest.starts_with(char::is_alphabetic) || !label.is_ascii())
        };
        lead.split_whitespace().count() <= 6 && PUBLISHED.iter().any(|label| opens(&label))
    };
    (of_article || labelled()) && !is_update(text, at) && !is_end(text, at)
}

/// Whether the words before a day say that something ends on it: `available
/// until`.
pub(crate) fn is_end(text: &str, at: usize) -> bool {
    let lead = lead(text, at);
    ENDS.iter().any(|word| lead.strip_suffix(word).is_some_and(|front| !front.ends_with(char::is_alphanumeric)))
}

#[cfg(all(test, feature = "html"))]
mod tests {
    use super::*;

    /// What a line says of its first day.
    fn of(line: &str) -> &'static str {
        let at = crate::dates::find(line).first().unwrap().range.start as usize;
        match (says_published(line, at), is_update(line, at), is_end(line, at)) {
            (true, false, false) => "published",
            (false, true, false) => "updated",
            (false, false, true) => "end",
            (false, false, false) => "",
            _ => "two at once",
        }
    }

    #[test]
    fn the_words_before_a_day_say_what_it_is_of() {
        for (line, expected) in [
            ("Published on 3 March 2014", "published"),
            ("Posted by Anna Lind on March 3, 2014", "published"),
            ("Veröffentlicht am 3. März 2014", "published"),
            ("Publié le 3 mars 2014", "published"),
            ("发布时间：2014年3月3日", "published"),
            ("Dieser Artikel wurde am 3. März 2014 von Anna Lind geschrieben", "published"),
            ("This entry was posted in Harbour on March 3, 2014", "published"),
            ("Esta entrada fue publicada el 3 de marzo de 2014", "published"),
            ("This article was last updated on March 3, 2014", "updated"),
            ("Updated on March 3, 2014", "updated"),
            ("Zuletzt aktualisiert: 03.03.2014", "updated"),
            ("Published 1 hour ago, updated March 3, 2014", "updated"),
            ("Verfügbar bis: 03.03.2014", "end"),
            ("Available until March 3, 2014", "end"),
            ("Disponible jusqu'au 3 mars 2014", "end"),
            ("The board posted its plan for the wall and the basin on March 3, 2014", ""),
            ("On March 3, 2014", ""),
            ("This harbour was built on March 3, 2014", ""),
            ("Postage went up on March 3, 2014", ""),
        ] {
            assert_eq!(of(line), expected, "{line}");
        }
    }
}
