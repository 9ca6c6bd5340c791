//! The ways in which a number is written: `1000`, `1,000`, `1.000`, `1 000`.
//!
//! Invariant: each way is read as the same number, but for `1.000`, which may
//! be meant as a whole number or as a decimal, and stands for both.

/// A number as figures.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Figure {
    /// Its whole part, without marks.
    whole: String,
    /// What stands behind the decimal mark; may be empty.
    fraction: String,
}

/// Signs between thousands inside a word, and the decimal mark beside each.
const MARKS: [(char, char); 3] = [(',', '.'), ('.', ','), ('\'', '.')];
/// The longest number, in figures.
const LONGEST: usize = 18;

impl Figure {
    /// Reads a number from words in a row: `1,000.50`, or `1`, `000`.
    pub fn read(words: &[String]) -> Option<Figure> {
        let (first, rest) = words.split_first()?;
        if rest.is_empty() {
            return Figure::of_word(first);
        }
        let (last, middle) = rest.split_last()?;
        let end = Figure::of_word(last)?;
        let middle_fits = middle.iter().all(|group| is_group(group));
        if !is_figures(first)
            || first.len() > 3
            || !middle_fits
            || end.whole.len() != 3
            || last.get(..3) != Some(&end.whole)
        {
            return None;
        }
        let whole = [first.as_str(), &middle.concat(), &end.whole].concat();
        (whole.len() <= LONGEST).then_some(Figure { whole, fraction: end.fraction })
    }

    fn of_word(word: &str) -> Option<Figure> {
        let marks: Vec<char> = word.chars().filter(|c| !c.is_ascii_digit()).collect();
        let parts: Vec<&str> = word.split(|c: char| !c.is_ascii_digit()).collect();
        if word.len() > LONGEST * 2 || parts.iter().any(|part| part.is_empty()) {
            return None;
        }
        let figure = |groups: &[&str], fraction: &str| Figure { whole: groups.concat(), fraction: fraction.into() };
        match marks.as_slice() {
            [] => Some(figure(&parts, "")),
            [first, others @ ..] if others.iter().all(|mark| mark == first) && are_groups(&parts) => {
                MARKS.iter().any(|(mark, _)| mark == first).then(|| figure(&parts, ""))
            }
            // The last mark is a decimal one.
            [groups @ .., decimal] => {
                let (fraction, whole) = parts.split_last()?;
                let mark = groups.first();
                let same = groups.iter().all(|other| Some(other) == mark && other != decimal);
                let fits = matches!(decimal, '.' | ',') && same && (whole.len() == 1 || are_groups(whole));
                fits.then(|| figure(whole, fraction))
            }
        }
    }

    /// Each way to write it, as words in a row.
    pub fn ways(&self) -> Vec<Vec<String>> {
        let mut ways = Vec::new();
        let mut add = |groups: &[&str], between: &str, decimal: &str| {
            let whole = groups.join(between);
            ways.push(vec![if self.fraction.is_empty() { whole } else { [&whole, decimal, &self.fraction].concat() }]);
        };
        for decimal in [".", ","].iter().take(if self.fraction.is_empty() { 1 } else { 2 }) {
            add(&[&self.whole], "", decimal);
        }
        let groups = self.groups();
        if groups.len() < 2 {
            return ways;
        }
        for (mark, decimal) in MARKS {
            add(&groups, mark.encode_utf8(&mut [0; 4]), decimal.encode_utf8(&mut [0; 4]));
        }
        let mut spaced: Vec<String> = groups.iter().map(|group| (*group).to_owned()).collect();
        if let Some(last) = spaced.last_mut()
            && !self.fraction.is_empty()
        {
            *last = [last, ".", &self.fraction].concat();
        }
        ways.push(spaced);
        ways
    }

    /// Its thousands, the greatest first; one group for what nobody parts.
    fn groups(&self) -> Vec<&str> {
        let mut groups = Vec::new();
        if self.whole.len() < 4 || self.whole.starts_with('0') {
            return groups;
        }
        let mut rest = self.whole.as_str();
        while let Some((before, group)) = rest.len().checked_sub(3).and_then(|cut| rest.split_at_checked(cut)) {
            groups.insert(0, group);
            rest = before;
        }
        if !rest.is_empty() {
            groups.insert(0, rest);
        }
        groups
    }
}

fn is_figures(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit())
}

fn is_group(text: &str) -> bool {
    text.len() == 3 && is_figures(text)
}

/// Whether figures are parted at the thousands; in India at the hundreds of
/// thousands and above.
fn are_groups(parts: &[&str]) -> bool {
    let Some(([first, middle @ ..], last)) = parts.split_last().map(|(last, others)| (others, last)) else {
        return false;
    };
    let even = |length: usize| middle.iter().all(|group| group.len() == length);
    let first_fits = (1..=3).contains(&first.len()) && !first.starts_with('0');
    first_fits && is_group(last) && (even(3) || even(2) && first.len() < 3)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Option<Figure> {
        let words: Vec<String> = text.split(' ').map(str::to_owned).collect();
        Figure::read(&words)
    }

    #[test]
    fn a_number_is_read_whatever_marks_part_its_thousands() {
        for (texts, whole, fraction) in [
            (&["1000", "1,000", "1.000", "1'000", "1 000"][..], "1000", ""),
            (&["12500", "12,500", "12.500", "12 500"], "12500", ""),
            (&["1234567", "1,234,567", "1.234.567", "1 234 567", "12,34,567"], "1234567", ""),
            (&["3000.5", "3,000.5", "3.000,5", "3'000.5", "3 000.5"], "3000", "5"),
            (&["3.14", "3,14"], "3", "14"),
            (&["7", "7"], "7", ""),
        ] {
            for text in texts {
                let figure = read(text).unwrap_or_else(|| panic!("{text}"));
                assert_eq!((figure.whole.as_str(), figure.fraction.as_str()), (whole, fraction), "{text}");
            }
        }
    }

    #[test]
    fn what_only_looks_like_a_number_is_none() {
        for text in ["", "a", "1,000s", "10.5.2001", "1,,000", "1 00", "1 0000", "1234 567", "16:52", "1.2,3.4", "f16"]
        {
            assert_eq!(read(text), None, "{text}");
        }
    }

    #[test]
    fn each_way_to_write_a_number_is_read_as_it() {
        for text in ["1000", "12500", "1234567", "3000.5", "3.14", "2001"] {
            let figure = read(text).unwrap();
            for way in figure.ways() {
                assert_eq!(Figure::read(&way).as_ref(), Some(&figure), "{way:?}");
            }
        }
        assert_eq!(read("1000").unwrap().ways().len(), 5);
        assert_eq!(read("007").unwrap().ways(), [["007"]]);
    }
}
