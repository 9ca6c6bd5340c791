//! What a person was, and when: the roles of one of the people, as fields.
//!
//! Invariant: a role is what the catalogue can hold; one without a title is
//! none, and a day that cannot be read is told before anything is written.

use leptos::prelude::*;
use serde_json::{Map, Value, json};

use super::form::{button, button_of, check_days, choice, choices, field, listed};
use super::reply::{Row, words};
use crate::node::{Element, el, keyed, live};

/// A role, as its fields hold it.
#[derive(Clone, Copy)]
pub struct Role {
    key: usize,
    title: RwSignal<String>,
    class: RwSignal<String>,
    from: RwSignal<String>,
    until: RwSignal<String>,
    called: RwSignal<String>,
}

/// The classes of role that the catalogue knows.
const CLASSES: [(&str, &str); 4] =
    [("", "not said"), ("leader", "leader"), ("official", "official"), ("expert", "expert or analyst")];

/// The roles that a form holds.
pub type Held = RwSignal<Vec<Role>>;

/// The roles of a row.
pub fn read(row: &Row) -> Held {
    let all = row.get("roles").and_then(Value::as_array).into_iter().flatten().filter_map(Value::as_object);
    RwSignal::new(all.enumerate().map(|(key, role)| of(key, role)).collect())
}

fn of(key: usize, role: &Row) -> Role {
    let text = |name: &str| RwSignal::new(words(role, name));
    Role {
        key,
        title: text("title"),
        class: text("class"),
        from: text("from"),
        until: text("until"),
        called: text("called"),
    }
}

/// The fields of all roles, and a button for another one.
pub fn view(held: Held) -> Element {
    let all = live(move || el("div").all(held.get().into_iter().map(move |role| fields(held, role))));
    let add = move || {
        held.update(|roles| {
            let key = roles.iter().map(|role| role.key + 1).max().unwrap_or(0);
            roles.push(of(key, &Map::new()));
        });
    };
    el("fieldset").class("roles").add(el("legend").add("Roles")).add(all).add(button("Add a role", add))
}

fn fields(held: Held, role: Role) -> crate::node::Node {
    keyed(role.key.to_string(), move || {
        let name = role.title.get_untracked();
        let remove = move || held.update(|roles| roles.retain(|other| other.key != role.key));
        el("div")
            .class("line-form")
            .add(field("Role", role.title))
            .add(choice("What kind of role", choices(&CLASSES), role.class))
            .add(field("From, such as 2001-01-20 (may stay empty)", role.from))
            .add(field("Until (may stay empty)", role.until))
            .add(field("How texts call them, with commas between", role.called))
            .add(button_of("Remove the role", &name, remove))
    })
}

/// The roles as the catalogue's values, or what is wrong with one.
pub fn written(held: Held) -> Result<Value, String> {
    let roles = held.get_untracked();
    let texts = |role: &Role| [role.title, role.class, role.from, role.until, role.called];
    let fields = roles.iter().map(|role| texts(role).map(|text| text.get_untracked()));
    values(fields)
}

fn values(roles: impl Iterator<Item = [String; 5]>) -> Result<Value, String> {
    let mut all = Vec::new();
    for [title, class, from, until, called] in roles {
        let mut role = Map::new();
        let title = title.trim();
        if title.is_empty() {
            if [&class, &from, &until, &called].iter().all(|text| text.trim().is_empty()) {
                continue;
            }
            return Err("A role needs a title, such as “President of Russia”.".to_owned());
        }
        role.insert("title".to_owned(), title.into());
        if !class.is_empty() {
            role.insert("class".to_owned(), class.into());
        }
        check_days("role", &from, &until)?;
        for (key, day) in [("from", from.trim()), ("until", until.trim())] {
            if !day.is_empty() {
                role.insert(key.to_owned(), day.into());
            }
        }
        let called = listed(&called);
        if !called.is_empty() {
            role.insert("called".to_owned(), json!(called));
        }
        all.push(Value::Object(role));
    }
    Ok(if all.is_empty() { Value::Null } else { Value::Array(all) })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(roles: &[[&str; 5]]) -> Result<Value, String> {
        values(roles.iter().map(|role| role.map(str::to_owned)))
    }

    #[test]
    fn roles_are_written_as_the_catalogue_has_them() {
        assert_eq!(
            check(&[[" President ", "leader", "2001-01-20", "", "US president, the President"], ["", "", "", " ", ""]])
                .unwrap(),
            json!([{ "title": "President", "class": "leader", "from": "2001-01-20", "called": ["US president", "the President"] }])
        );
        assert_eq!(check(&[]).unwrap(), Value::Null);
    }

    #[test]
    fn a_role_that_the_catalogue_cannot_hold_is_told() {
        assert!(check(&[["", "", "2001-01-20", "", ""]]).unwrap_err().contains("title"));
        for day in ["2001", "20 January 2001", "2001-02-30"] {
            assert!(check(&[["President", "", day, "", ""]]).unwrap_err().contains("no day"), "{day}");
        }
    }
}
