//! What must hold for any link, for the fuzz target and for the short run over
//! random links in `tests/fuzz.rs`.

use std::sync::LazyLock;

use summitry::library::Library;
use summitry::route::Route;

static LIBRARY: LazyLock<Library> = LazyLock::new(|| Library::open().unwrap());

/// Any link is read, with few and short sentences about what cannot be used;
/// what is known of it prints a link that is read as the same; and the
/// collection answers it.
pub fn link(link: &str) {
    let (route, problems) = Route::parse(link);
    assert!(problems.len() <= 9, "{} sentences about {link:?}", problems.len());
    assert!(problems.iter().all(|problem| problem.0.chars().count() < 400), "{problems:?}");
    assert_eq!(Route::parse(&route.href()).0, route, "{link:?}");
    let (known, _) = LIBRARY.known(&route);
    let (again, problems) = Route::parse(&known.href());
    assert_eq!((again, problems.len()), (known.clone(), 0), "{link:?}");
    let library = LIBRARY.with_own(&known.own);
    let answer = library.answer(library.request(&known));
    assert!(answer.diagnostics.len() <= 40, "{link:?}");
    let _ = library.columns(&known);
}
