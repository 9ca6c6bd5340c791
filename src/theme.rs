//! Light or dark: what the link says, else what the visitor chose here before,
//! else what the system prefers.
//!
//! The choice is kept in the browser where it allows that; where it does not,
//! it holds until the page is closed.

use leptos::prelude::*;

use crate::media::matches;
use crate::navigation::Navigation;
use crate::route::Theme;

const KEY: &str = "summitry-theme";

impl Theme {
    fn name(self) -> &'static str {
        match self {
            Self::Light => "light",
            Self::Dark => "dark",
        }
    }

    fn other(self) -> Self {
        match self {
            Self::Light => Self::Dark,
            Self::Dark => Self::Light,
        }
    }
}

/// The theme in force.
#[derive(Clone, Copy)]
pub struct Switch {
    chosen: RwSignal<Option<Theme>>,
    /// Whether the system prefers the dark one.
    dark: RwSignal<bool>,
    navigation: Navigation,
}

impl Switch {
    /// Reads the visitor's choice and keeps the document in step from now on.
    pub fn new(navigation: Navigation) -> Self {
        let chosen = RwSignal::new(stored());
        // What is chosen in one tab holds in the others.
        gloo::events::EventListener::new(&window(), "storage", move |_| {
            if let Some(theme) = stored().filter(|theme| chosen.get_untracked() != Some(*theme)) {
                chosen.set(Some(theme));
            }
        })
        .forget();
        let switch = Self { chosen, dark: matches("(prefers-color-scheme: dark)", false), navigation };
        Effect::new(move |before: Option<Option<Theme>>| {
            let asked = navigation.with_settled(|route| route.theme).or(chosen.get());
            if let Some(root) = document().document_element().filter(|_| before != Some(asked)) {
                let _ = match asked {
                    Some(theme) => root.set_attribute("data-theme", theme.name()),
                    None => root.remove_attribute("data-theme"),
                };
            }
            asked
        });
        switch
    }

    /// What pressing the switch does, as its label.
    pub fn label(self) -> &'static str {
        match self.current().other() {
            Theme::Light => "Light theme",
            Theme::Dark => "Dark theme",
        }
    }

    /// Takes the other theme, and keeps the choice.
    pub fn press(self) {
        let theme = self.current().other();
        if let Ok(Some(storage)) = window().local_storage() {
            let _ = storage.set_item(KEY, theme.name());
        }
        self.chosen.set(Some(theme));
        let mut route = self.navigation.route_now();
        if route.theme.is_some() {
            route.theme = Some(theme);
            self.navigation.go(&route);
        }
    }

    fn current(self) -> Theme {
        let preferred = if self.dark.get() { Theme::Dark } else { Theme::Light };
        self.navigation.with_settled(|route| route.theme).or(self.chosen.get()).unwrap_or(preferred)
    }
}

fn stored() -> Option<Theme> {
    let name = window().local_storage().ok()??.get_item(KEY).ok()??;
    [Theme::Light, Theme::Dark].into_iter().find(|theme| theme.name() == name)
}
