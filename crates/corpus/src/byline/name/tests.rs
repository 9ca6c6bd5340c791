use super::*;

#[test]
fn only_one_family_name_before_the_comma_is_turned_round() {
    assert_eq!(inverted("Lind, Anna").as_deref(), Some("Anna Lind"));
    assert_eq!(inverted("van der Meer, Jan P.").as_deref(), Some("Jan P. van der Meer"));
    for group in ["Anna Lind, Tom Byrne", "lind, anna", "Lind, anna", "harbour, Anna", "Lind, Jr.", "Lind, Reuters"] {
        assert_eq!(inverted(group), None, "{group}");
    }
}
