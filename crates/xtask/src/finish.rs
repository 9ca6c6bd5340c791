//! From Trunk's output to the page that is handed out.
//!
//! Trunk compiles; here the final bytes are made: one minified script, names
//! that carry the hash of what is in the file, integrity attributes, the
//! service worker's list, and a compressed copy beside each file. Everything is
//! a function of the bytes that go in, so two builds give the same files.

pub mod assets;
mod data;
mod document;
mod names;
mod one_file;
pub mod order;
pub mod program;
pub mod public;
mod release;
mod script;
mod split;

use std::path::Path;

use crate::articles;
use crate::folder::{self, Folder};
use crate::project::Project;
use crate::step::Failure;
use assets::{Asset, Digest, compress, hashed_name, read, write};
use one_file::Parts;
use program::Program;
use public::Address;
use script::{ANCIENT, EMBEDDED, MODERN, Modules, define, minified};

/// A variable that is set while a page is built only to be looked at: it is
/// neither optimised nor divided nor compressed.
pub const QUICK: &str = "SUMMITRY_QUICK";

const BUILD_AGAIN: &str = "run `cargo xtask build` again; if it fails again, delete `dist/` and `target/` first";

/// Finishes the page in the folder that Trunk names in `TRUNK_STAGING_DIR`, or
/// in `dist/`.
///
/// # Errors
/// When a file is missing or cannot be written, or a tool fails.
pub fn dist(project: &Project) -> Result<(), Failure> {
    let folder = std::env::var_os("TRUNK_STAGING_DIR").map_or_else(|| project.dist(), Into::into);
    let quick = std::env::var_os(QUICK).is_some();
    let program = if quick { program::whole(&folder)? } else { program::divided(project, &folder)? };
    let texts = Texts::read(project, &folder, &program)?;
    write(&folder.join("summitry.html"), one_file(project, &folder, &texts, &program)?.as_bytes())?;
    let mut kept = several_files(project, &folder, &texts, program)?;
    for scrap in ["summitry.js", "style.css"] {
        remove(&folder.join(scrap))?;
    }
    kept.push(service_worker(project, &folder, &kept)?);
    let others = other_files(project, &folder, &texts)?;
    let files = [kept.as_slice(), &others].concat();
    write(&folder.join("version.json"), release::version(&texts.build, &files).as_bytes())?;
    if quick { Ok(()) } else { report(&folder, &kept, &others) }
}

/// Files of `web/` that are handed out as they are and kept for use without a
/// network.
const STATIC_FILES: &[&str] =
    &["manifest.webmanifest", "icon.svg", "icon-192.png", "icon-512.png", "icon-maskable.png"];

/// What stands in the page whether it is one file or several.
struct Texts {
    /// The template, which names the build.
    template: String,
    /// The title and the description of the collection, as plain HTML.
    head: String,
    /// The articles as plain HTML.
    texts: String,
    data: String,
    /// The style of the first view, and that of the pages which come after it.
    style: String,
    pages_style: String,
    title: String,
    public: Option<Address>,
    /// The build: the beginning of the digest of all that the page is made of.
    build: String,
}

impl Texts {
    fn read(project: &Project, folder: &Path, program: &Program) -> Result<Self, Failure> {
        let unreadable = |message: String| Failure::new(message, "mend the collection, then run the command again");
        let files = Folder::read(&folder::place(&project.root)).map_err(unreadable)?;
        let corpus = files.build().map_err(|problems| unreadable(folder::listed(&problems)))?.corpus;
        let public = Address::given()?;
        let home = public.as_ref().map_or("", Address::as_str);
        let (title, head, texts) = (corpus.title.clone(), articles::head(&corpus), articles::html(&corpus));
        let tags = public.as_ref().map(|public| public.tags(&title, &corpus.description)).unwrap_or_default();
        let data = data::linked(&corpus, home);
        let data = format!("{tags}<script type=\"application/ld+json\">{data}</script>\n");
        let style = minified(project, folder, &folder.join("style.css"), MODERN, &[])?;
        let pages_style = minified(project, folder, &project.root.join("web/pages.css"), MODERN, &[])?;
        let template = read_text(&folder.join("index.html"))?;
        let mut made_of = vec![template.clone(), texts.clone(), data.clone(), style.clone(), pages_style.clone()];
        made_of.extend(
            [Some(&program.first), program.deferred.as_ref()].into_iter().flatten().map(|one| one.name.clone()),
        );
        for script in SCRIPTS {
            made_of.push(read_text(&project.root.join("web").join(script))?);
        }
        let build = Digest::of(made_of.join("\n").as_bytes()).hexadecimal()[..12].to_owned();
        let named = format!("<html lang=\"en\" data-build=\"{} ({build})\">", release::VERSION);
        Ok(Self {
            template: template.replacen("<html lang=\"en\">", &named, 1),
            head,
            texts,
            data,
            style,
            pages_style,
            title,
            public,
            build,
        })
    }
}

/// The sources of the page's own scripts, for the name of the build.
const SCRIPTS: &[&str] =
    &["boot.js", "embedded.js", "guard.js", "offline.js", "program.js", "program-inside.js", "sw.js"];

/// Writes what is handed out beside the page and kept by nobody.
fn other_files(project: &Project, folder: &Path, texts: &Texts) -> Result<Vec<Asset>, Failure> {
    let web = project.root.join("web");
    let script = minified(project, folder, &web.join("404.js"), MODERN, &[])?;
    let style = minified(project, folder, &web.join("404.css"), MODERN, &[])?;
    let mut files = vec![
        ("404.html", document::not_found(&read_text(&web.join("404.html"))?, &script, &style)?),
        ("embed.js", minified(project, folder, &web.join("embed.js"), EMBEDDED, &[])?),
        ("licences.txt", release::licences(project)?),
        // Hosts read these two.
        ("_headers", read_text(&web.join("_headers"))?),
        (".nojekyll", String::new()),
    ];
    if let Some(public) = &texts.public {
        files.extend(public.documents(&texts.title));
    }
    for (name, text) in &files {
        write(&folder.join(name), text.as_bytes())?;
    }
    let names = files.iter().map(|(name, _)| *name).chain(["summitry.html"]);
    names.map(|name| Asset::of(folder, name)).collect()
}

/// The script that runs first; it asks for the program's file `first`, where
/// the page is not one file.
fn guard(project: &Project, folder: &Path, first: Option<&str>) -> Result<String, Failure> {
    let defines = [define("ONE_FILE", &first.is_none().to_string()), define("FIRST", first.unwrap_or("null"))];
    minified(project, folder, &project.root.join("web/guard.js"), ANCIENT, &defines)
}

/// The script that starts the program, whose parts `first` and `deferred`
/// name, with the `style` of the latter, and which counts on `texts`.
fn boot(project: &Project, folder: &Path, program: &str, parts: [String; 4]) -> Result<String, Failure> {
    let web = project.root.join("web");
    let modules = Modules { glue: folder.join("summitry.js"), program: web.join(program) };
    let [first, deferred, style, texts] = parts;
    let mut arguments = vec![
        define("FIRST", &first),
        define("DEFERRED", &deferred),
        define("PAGES_STYLE", &style),
        define("TEXTS", &texts),
        define("ONE_FILE", &(program == "program-inside.js").to_string()),
    ];
    arguments.extend(modules.arguments());
    minified(project, folder, &web.join("boot.js"), MODERN, &arguments)
}

fn one_file(project: &Project, folder: &Path, texts: &Texts, program: &Program) -> Result<String, Failure> {
    let mut packed = Vec::new();
    let mut part = |id: &'static str, asset: &Asset| -> Result<String, Failure> {
        let bytes = one_file::packed(&read(&folder.join(&asset.name))?)?;
        let named = format!("[{id:?},{}]", bytes.len());
        packed.push((id, bytes));
        Ok(named)
    };
    let first = part("first", &program.first)?;
    let deferred = program.deferred.as_ref().map_or(Ok("null".to_owned()), |asset| part("deferred", asset))?;
    one_file::html(&Parts {
        template: &texts.template,
        guard: &guard(project, folder, None)?,
        script: &boot(project, folder, "program-inside.js", [first, deferred, "null".to_owned(), "null".to_owned()])?,
        style: &[texts.style.as_str(), &texts.pages_style].concat(),
        icon: &read(&project.root.join("web/icon.svg"))?,
        program: &packed,
        head: &texts.head,
        articles: &data::element(&texts.texts),
        data: &texts.data,
    })
}

/// Writes the page as several files and gives all that is kept for use without
/// a network.
fn several_files(project: &Project, folder: &Path, texts: &Texts, program: Program) -> Result<Vec<Asset>, Failure> {
    let file = |asset: &Asset| format!("[{:?},{:?}]", asset.name, asset.digest.integrity());
    let deferred = program.deferred.as_ref().map_or_else(|| "null".to_owned(), file);
    let first = file(&program.first);
    let guard = guard(project, folder, Some(&first))?;
    let named = |stem: &str, kind: &str, text: &str| -> Result<Asset, Failure> {
        let name = hashed_name(stem, kind, text.as_bytes());
        write(&folder.join(&name), text.as_bytes())?;
        Asset::of(folder, &name)
    };
    // Asked for only where a host or a proxy has changed the words in the page.
    let words = articles::words(&texts.texts);
    let spare = named("texts", "txt", &words)?;
    let counted = format!("[{:?},{:?},{}]", spare.name, spare.digest.integrity(), data::sum(&words));
    // In one piece, the program needs all of the style at once.
    let (style, pages_style) = match &program.deferred {
        Some(_) => (named("style", "css", &texts.style)?, Some(named("pages", "css", &texts.pages_style)?)),
        None => (named("style", "css", &[texts.style.as_str(), &texts.pages_style].concat())?, None),
    };
    let later = pages_style.as_ref().map_or_else(|| "null".to_owned(), file);
    let script = boot(project, folder, "program.js", [first, deferred, later, counted])?;
    let mut assets = vec![program.first, style, named("summitry", "js", &script)?];
    assets.extend(program.deferred.into_iter().chain(pages_style));
    for name in STATIC_FILES {
        copy(&project.root.join("web").join(name), &folder.join(name))?;
        assets.push(Asset::of(folder, name)?);
    }
    let policy = document::policy(&format!(
        "script-src 'self' 'wasm-unsafe-eval' {}; style-src 'self'; img-src 'self'; connect-src 'self'; \
         manifest-src 'self'; worker-src 'self'",
        document::source_of(&guard)
    ));
    let html = document::filled(
        &texts.template,
        &[
            ("policy", policy),
            ("guard", format!("<script>{guard}</script>\n")),
            ("assets", document::tags(&assets)),
            ("data", texts.data.clone()),
            ("head", format!("{}\n", texts.head)),
            ("articles", data::element(&texts.texts)),
            ("program", String::new()),
        ],
    )?;
    write(&folder.join("index.html"), html.as_bytes())?;
    assets.push(Asset::of(folder, "index.html")?);
    Ok(assets)
}

/// Writes the service worker, which keeps `assets`.
fn service_worker(project: &Project, folder: &Path, assets: &[Asset]) -> Result<Asset, Failure> {
    let source = project.root.join("web/sw.js");
    let mut files: Vec<String> =
        assets.iter().map(|asset| format!("[{:?},{:?}]", asset.name, asset.digest.base64())).collect();
    files.sort();
    let list = format!("[{}]", files.join(","));
    // The worker's own text counts: two builds never share a store.
    let whole = [list.as_bytes(), &read(&source)?].concat();
    let version = format!("{:?}", &Digest::of(&whole).hexadecimal()[..16]);
    let script = minified(project, folder, &source, MODERN, &[define("FILES", &list), define("VERSION", &version)])?;
    write(&folder.join("sw.js"), script.as_bytes())?;
    Asset::of(folder, "sw.js")
}

/// Writes the compressed copies and prints what each file weighs; the sum is
/// that of the files which a first visit loads.
fn report(folder: &Path, kept: &[Asset], others: &[Asset]) -> Result<(), Failure> {
    println!("  {:<34} {:>9} {:>9} {:>9}", "file", "bytes", "gzip", "brotli");
    let line = |name: &str, sizes: (usize, usize, usize)| {
        println!("  {name:<34} {:>9} {:>9} {:>9}", sizes.0, sizes.1, sizes.2);
    };
    let mut total = (0, 0, 0);
    for asset in kept {
        let (gzip, brotli) = compress(folder, asset)?;
        line(&asset.name, (asset.bytes, gzip, brotli));
        total = (total.0 + asset.bytes, total.1 + gzip, total.2 + brotli);
    }
    line("all that is kept", total);
    for asset in others.iter().filter(|asset| asset.bytes > 0 && !asset.name.starts_with('_')) {
        let (gzip, brotli) = compress(folder, asset)?;
        line(&asset.name, (asset.bytes, gzip, brotli));
    }
    Ok(())
}

fn copy(from: &Path, to: &Path) -> Result<(), Failure> {
    std::fs::copy(from, to).map(drop).map_err(|error| Failure::file("copying", from, &error))
}

fn remove(path: &Path) -> Result<(), Failure> {
    std::fs::remove_file(path).map_err(|error| Failure::file("removing", path, &error))
}

fn read_text(path: &Path) -> Result<String, Failure> {
    std::fs::read_to_string(path).map_err(|error| Failure::file("reading", path, &error))
}
