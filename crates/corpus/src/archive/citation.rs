//! A title with its author, newspaper and day behind it on one line, as
//! databases head a text: `Talks end. By: Lind, Anna, Coast Post, 4 March 2014`.
//!
//! Invariant: every value is a part of the line.

use crate::metadata::entry::Field;

/// What stands between the title and the author.
pub(crate) const BY: &str = ". By: ";

/// The fields of such a line, its title first; none where it is no such line.
pub(super) fn fields(line: &str) -> Vec<(Field, &str)> {
    let Some((title, rest)) = line.split_once(BY) else { return Vec::new() };
    let mut found = vec![(Field::Headline, title.trim())];
    let day = crate::dates::find(rest).into_iter().next();
    let day = day.map(|day| day.range);
    let front = day.and_then(|day| rest.get(..day.start as usize)).unwrap_or(rest);
    let commas: Vec<usize> = front.match_indices(',').map(|(at, _)| at).collect();
    // `Lind, Anna, Coast Post, `; a name in its usual order has no comma.
    let first = front.split(',').next().unwrap_or("").split_whitespace().count();
    let cut = if first == 1 { commas.get(1) } else { commas.first() };
    let (author, paper) = front.split_at_checked(cut.copied().unwrap_or(front.len())).unwrap_or((front, ""));
    found.push((Field::Author, author.trim()));
    // The newspaper ends at the comma; behind it stand numbers.
    let paper = paper.trim_start_matches([',', ' ']).split([',', ';']).next().unwrap_or("").trim();
    if !paper.is_empty() {
        found.push((Field::Outlet, paper));
    }
    if let Some(day) = day.map(|day| day.of(rest)) {
        found.push((Field::Published, day));
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_of_title_author_newspaper_and_day_is_parted() {
        for (line, expected) in [
            (
                "Talks end. By: Lind, Anna, Coast Post, 4 March 2014",
                &["Talks end", "Lind, Anna", "Coast Post", "4 March 2014"][..],
            ),
            (
                "Talks end. By: Anna Lind, Coast Post, Mar 4, 2014",
                &["Talks end", "Anna Lind", "Coast Post", "Mar 4, 2014"],
            ),
            ("Talks end. By: Lind, Anna", &["Talks end", "Lind, Anna"]),
            ("Talks end by the sea", &[]),
        ] {
            assert_eq!(fields(line).into_iter().map(|(_, value)| value).collect::<Vec<_>>(), expected, "{line}");
        }
    }
}
