//! What the parts of the page may weigh, in bytes after Brotli.
//!
//! Budgets are alarms with slack. The build tells how far each is used up, and
//! what lies near one, on either side, is a note; only tests fail, and only
//! beyond the slack. Where the standard library was not built along, every
//! budget is larger by a share, so that no other compiler makes them fail; that
//! of the first view by a larger one, because the program is divided less finely
//! there (`crate::finish::split`).
//! The browser tests read the same file.

use crate::step::Failure;

const FILE: &str = include_str!("../../../budgets.json");

/// The share by which all are larger where the standard library comes as it is.
const SHARE: &str = "more where the standard library comes as it is";

/// The same for the first view.
const FIRST_SHARE: &str = "more of the first view there";

/// The share of a budget within which its use is a note, whether below or above.
const SLACK: &str = "slack";

/// A variable by which the chores tell each other that the standard library
/// was taken as it comes.
pub const AS_IT_COMES: &str = "SUMMITRY_STD_AS_IT_COMES";

/// The budgets that hold for a build.
#[derive(Debug, Clone, Copy)]
pub struct Budgets {
    /// Whether the standard library was built along.
    small_std: bool,
}

impl Budgets {
    /// Those of a build whose standard library was built along (`small_std`) or not.
    pub fn new(small_std: bool) -> Self {
        Self { small_std }
    }

    /// Those of the build that this process is a part of.
    pub fn of_this_build() -> Self {
        Self::new(std::env::var_os(AS_IT_COMES).is_none())
    }

    /// Whether the standard library was built along, and with it everything by our settings.
    pub fn is_built_along(self) -> bool {
        self.small_std
    }

    /// How the standard library was had, as `version.json` says it.
    pub fn standard_library(self) -> &'static str {
        if self.small_std { "built along" } else { "as it comes" }
    }

    /// The budget called `name`, in bytes.
    ///
    /// # Errors
    /// When `budgets.json` has none of that name.
    pub fn bytes(self, name: &str) -> Result<usize, Failure> {
        let share = if name == "first view" { FIRST_SHARE } else { SHARE };
        Ok(self.enlarged_by(number(name)? as usize, share))
    }

    /// What a budget of `bytes` comes to in this build.
    pub fn enlarged(self, bytes: usize) -> usize {
        self.enlarged_by(bytes, SHARE)
    }

    fn enlarged_by(self, bytes: usize, share: &str) -> usize {
        let share = if self.small_std { 0.0 } else { number(share).unwrap_or_default() };
        bytes + (bytes as f64 * share) as usize
    }

    /// How many bytes `used` lie beyond `budget` and its slack; none where it keeps to it.
    pub fn beyond(self, used: usize, budget: usize) -> Option<usize> {
        used.checked_sub(budget + slack(budget)).filter(|bytes| *bytes > 0)
    }

    /// `first view: 296,012 of 300,000 bytes (brotli)`, with a note where little or nothing is left.
    pub fn line(self, name: &str, used: usize, budget: usize) -> String {
        let note = match used.checked_sub(budget) {
            Some(over) if self.beyond(used, budget).is_some() => {
                format!("; {} bytes over it: tests will say so", grouped(over))
            }
            Some(over) if over > 0 => format!("; note: {} bytes over it, within its slack", grouped(over)),
            _ if used + slack(budget) > budget => {
                format!("; note: less than {} bytes are left", grouped(slack(budget)))
            }
            _ => String::new(),
        };
        let tenth = if self.small_std { "" } else { ", larger because the standard library came as it is" };
        format!("  {name}: {} of {} bytes (brotli){tenth}{note}", grouped(used), grouped(budget))
    }
}

/// The bytes of slack that a budget of `bytes` has.
fn slack(bytes: usize) -> usize {
    (bytes as f64 * number(SLACK).unwrap_or_default()) as usize
}

fn number(name: &str) -> Result<f64, Failure> {
    let failed =
        || Failure::new(format!("budgets.json has no “{name}”"), "restore it with `git checkout budgets.json`");
    let all: serde_json::Value = serde_json::from_str(FILE).map_err(|_| failed())?;
    all.get(name).and_then(serde_json::Value::as_f64).ok_or_else(failed)
}

/// `235,000`.
fn grouped(number: usize) -> String {
    let digits = number.to_string();
    let mut text = String::new();
    for (place, digit) in digits.chars().enumerate() {
        if place > 0 && (digits.len() - place).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_budget_is_larger_by_a_tenth_and_the_first_view_s_by_a_fifth_where_the_standard_library_came_as_it_is() {
        for (name, part) in [("first view", 5), ("everything", 10), ("engine", 10), ("embed.js", 10)] {
            let (small, plain) = (Budgets::new(true).bytes(name).unwrap(), Budgets::new(false).bytes(name).unwrap());
            assert_eq!(plain, small + small / part, "{name}");
        }
        assert!(Budgets::new(true).bytes("nothing").unwrap_err().to_string().contains("budgets.json"));
    }

    #[test]
    fn a_line_notes_what_is_nearly_used_up_and_what_is_over() {
        let budgets = Budgets::new(true);
        assert_eq!(budgets.line("all", 90_000, 100_000), "  all: 90,000 of 100,000 bytes (brotli)");
        assert!(budgets.line("all", 98_000, 100_000).ends_with("note: less than 3,000 bytes are left"));
        assert!(budgets.line("all", 101_234, 100_000).ends_with("note: 1,234 bytes over it, within its slack"));
        assert!(budgets.line("all", 104_321, 100_000).ends_with("4,321 bytes over it: tests will say so"));
        assert!(Budgets::new(false).line("all", 1, 110_000).contains("came as it is"));
    }

    #[test]
    fn what_lies_within_the_slack_of_a_budget_is_not_beyond_it() {
        let budgets = Budgets::new(true);
        assert_eq!(
            [99_000, 100_000, 103_000, 103_001].map(|used| budgets.beyond(used, 100_000)),
            [None, None, None, Some(1)]
        );
    }

    #[test]
    fn numbers_are_read_in_groups_of_three_digits() {
        assert_eq!([0, 999, 1_000, 1_234_567].map(grouped), ["0", "999", "1,000", "1,234,567"]);
    }
}
