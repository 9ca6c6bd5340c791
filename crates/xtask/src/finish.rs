//! From Trunk's output to the page that is handed out.
//!
//! Trunk compiles; here the final bytes are made: one minified script, names
//! that carry the hash of what is in the file, integrity attributes, the
//! service worker's list, and a compressed copy beside each file. Everything is
//! a function of the bytes that go in, so two builds give the same files.

pub mod assets;
mod document;
mod one_file;
pub mod program;
pub mod public;
mod release;
mod script;
mod service_worker;
mod split;
mod style;
mod workshop;

use std::path::Path;

use summitry_workshop::{Packed, data, texts};

use crate::budget::Budgets;
use crate::folder;
use crate::project::Project;
use crate::step::Failure;
use assets::{Asset, Digest, compress, hashed_name, read, smallest_gzip, write};
use one_file::Parts;
use program::{CHUNKS, Program};
use public::Address;
use script::{ANCIENT, EMBEDDED, MODERN, Modules, define, minified};
use style::Styles;
use workshop::Workshop;

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
    let budgets = Budgets::of_this_build();
    let program = if quick { program::whole(&folder)? } else { program::divided(project, &folder, budgets)? };
    let glue = folder.join("summitry.js");
    write(&glue, program::glue(&read_text(&glue)?)?.as_bytes())?;
    let workshop = workshop::build(project, &folder, quick)?;
    let texts = Texts::read(project, &folder, &program, &workshop)?;
    write(&folder.join("summitry.html"), one_file(project, &folder, &texts, &program, &workshop)?.as_bytes())?;
    let (mut kept, mut later) = several_files(project, &folder, &texts, program, &workshop)?;
    remove(&glue)?;
    let offered = [later.as_slice(), &[Asset::of(&folder, "summitry.html")?]].concat();
    kept.push(service_worker::write(project, &folder, &kept, &offered)?);
    let others = other_files(project, &folder, &texts)?;
    later.extend(others);
    let others = later;
    let files = [kept.as_slice(), &others].concat();
    write(&folder.join("version.json"), release::version(&texts.build, budgets, &files).as_bytes())?;
    if quick { Ok(()) } else { report(&folder, &kept, &others, budgets) }
}

/// The block of data with which a finished page shows the articles of `folder`.
///
/// # Errors
/// What is wrong in the folder, with places and remedies.
pub fn collection(folder: &Path) -> Result<String, Failure> {
    let packed = folder::read(folder).and_then(|files| folder::packed(&files, folder)).map_err(unreadable)?;
    Ok(data::collection(&packed.blob))
}

fn unreadable(message: String) -> Failure {
    Failure::new(message, "mend the collection, then run the command again")
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
    /// The collection's blob, in its block of data.
    built_in: String,
    /// The collection's folder, in its block of data.
    folder: String,
    data: String,
    style: Styles,
    title: String,
    public: Option<Address>,
    /// The build: the beginning of the digest of all that the page is made of.
    build: String,
}

impl Texts {
    fn read(project: &Project, folder: &Path, program: &Program, workshop: &Workshop) -> Result<Self, Failure> {
        let place = folder::place(&project.root);
        let files = folder::read(&place).map_err(unreadable)?;
        let Packed { blob, built } = folder::packed(&files, &place).map_err(unreadable)?;
        let small = smallest_gzip(&blob)
            .map_err(|error| Failure::new(format!("packing the collection failed: {error}"), BUILD_AGAIN))?;
        let (corpus, built_in) = (built.corpus, data::built_in(&small));
        let public = Address::given()?;
        let home = public.as_ref().map_or("", Address::as_str);
        let (title, head, texts) = (corpus.title.clone(), texts::head(&corpus), texts::articles(&corpus));
        let tags = public.as_ref().map(|public| public.tags(&title, &corpus.description)).unwrap_or_default();
        let folder_block = data::folder(&files.to_zip().map_err(|problem| unreadable(problem.to_string()))?);
        let data = data::linked(&corpus, home);
        let data = format!("{tags}<script type=\"application/ld+json\">{data}</script>\n");
        let style = Styles::bundled(project, folder, !program.later.is_empty())?;
        let template = read_text(&folder.join("index.html"))?;
        let mut made_of = vec![template.clone(), texts.clone(), built_in.clone(), data.clone(), style.whole.clone()];
        made_of.extend(std::iter::once(&program.first).chain(&program.later).map(|one| one.name.clone()));
        made_of.push(workshop.module.name.clone());
        for script in SCRIPTS {
            made_of.push(read_text(&project.root.join("web").join(script))?);
        }
        let build = Digest::of(made_of.join("\n").as_bytes()).hexadecimal()[..12].to_owned();
        let named = format!("<html lang=\"en\" data-build=\"{} ({build})\">", release::VERSION);
        Ok(Self {
            template: template.replacen("<html lang=\"en\">", &named, 1),
            head,
            texts,
            built_in,
            folder: folder_block,
            data,
            style,
            title,
            public,
            build,
        })
    }
}

/// The sources of the page's own scripts, for the name of the build.
const SCRIPTS: &[&str] = &[
    "boot.js",
    "collection.js",
    "embedded.js",
    "guard.js",
    "offline.js",
    "program.js",
    "program-inside.js",
    "storage.js",
    "sw.js",
    "workshop.js",
    "workshop-client.js",
    "workshop-core.js",
];

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
/// the page is not one file, and trusts the workshop's script.
fn guard(project: &Project, folder: &Path, several: Option<(&str, &str)>) -> Result<String, Failure> {
    let (first, workshop) = several.unwrap_or(("null", "null"));
    let defines =
        [define("ONE_FILE", &several.is_none().to_string()), define("FIRST", first), define("WORKSHOP", workshop)];
    minified(project, folder, &project.root.join("web/guard.js"), ANCIENT, &defines)
}

/// The files of the program as the boot script calls them.
struct Files<'f> {
    /// The file of `web/` that finds them.
    program: &'f str,
    /// The first and the later ones.
    first: &'f str,
    later: &'f [String],
    /// The style sheet that stands in the page, as a file, or `null`.
    style: &'f str,
    /// Those that come with the later files of the program, or `null`.
    styles: &'f [String],
    /// The workshop's.
    workshop: &'f str,
}

/// The script that starts the program.
fn boot(project: &Project, folder: &Path, workshop: &Workshop, files: &Files<'_>) -> Result<String, Failure> {
    let web = project.root.join("web");
    let modules =
        Modules { glue: folder.join("summitry.js"), program: web.join(files.program), workshop: workshop.glue.clone() };
    let chunks = CHUNKS.iter().zip(files.later).zip(files.styles);
    let chunks = chunks.map(|((chunk, file), style)| format!("[{file},{:?},{style}]", chunk.rooms));
    let mut arguments = vec![
        define("FIRST", files.first),
        define("CHUNKS", &format!("[{}]", chunks.collect::<Vec<_>>().join(","))),
        define("STYLE", files.style),
        define("ONE_FILE", &(files.program == "program-inside.js").to_string()),
        define("WORKSHOP", files.workshop),
        define("WORKSHOP_FILES", &format!("[{},{:?}]", files.workshop, workshop.module.name)),
    ];
    arguments.extend(modules.arguments());
    minified(project, folder, &web.join("boot.js"), MODERN, &arguments)
}

fn one_file(
    project: &Project,
    folder: &Path,
    texts: &Texts,
    program: &Program,
    workshop: &Workshop,
) -> Result<String, Failure> {
    let mut packed = Vec::new();
    let mut chunk = |id: &'static str, asset: &Asset| -> Result<String, Failure> {
        let bytes = one_file::packed(&read(&folder.join(&asset.name))?)?;
        let named = format!("[{id:?},{}]", bytes.len());
        packed.push((id, bytes));
        Ok(named)
    };
    let first = chunk("first", &program.first)?;
    let later = CHUNKS.iter().zip(&program.later).map(|(one, asset)| chunk(one.name, asset));
    let later = later.collect::<Result<Vec<_>, _>>()?;
    let named = chunk(workshop::NAME, &workshop.module)?;
    // Its one style sheet is whole.
    let styles = vec!["null".to_owned(); later.len()];
    let files = Files {
        program: "program-inside.js",
        first: &first,
        later: &later,
        style: "null",
        styles: &styles,
        workshop: &named,
    };
    one_file::html(&Parts {
        template: &texts.template,
        guard: &guard(project, folder, None)?,
        script: &boot(project, folder, workshop, &files)?,
        style: &texts.style.whole,
        icon: &read(&project.root.join("web/icon.svg"))?,
        program: &packed,
        head: &texts.head,
        articles: &format!("{}{}{}\n", data::element(&texts.texts), texts.built_in, texts.folder),
        data: &texts.data,
    })
}

/// Writes the page as several files and gives all that is kept for use without
/// a network: at once, and once it has been asked for.
fn several_files(
    project: &Project,
    folder: &Path,
    texts: &Texts,
    program: Program,
    workshop: &Workshop,
) -> Result<(Vec<Asset>, Vec<Asset>), Failure> {
    let file = |asset: &Asset| format!("[{:?},{:?}]", asset.name, asset.digest.integrity());
    let later: Vec<String> = program.later.iter().map(file).collect();
    let first = file(&program.first);
    let named = |stem: &str, kind: &str, text: &str| -> Result<Asset, Failure> {
        let name = hashed_name(stem, kind, text.as_bytes());
        write(&folder.join(&name), text.as_bytes())?;
        Asset::of(folder, &name)
    };
    let style = named("style", "css", &texts.style.first)?;
    let mut later_styles = Vec::new();
    let mut styles = Vec::new();
    for (chunk, text) in CHUNKS.iter().zip(&texts.style.later) {
        let asset = text.as_ref().map(|text| named(chunk.name, "css", text)).transpose()?;
        styles.push(asset.as_ref().map_or_else(|| "null".to_owned(), file));
        later_styles.extend(asset);
    }
    let arguments =
        [define("WORKSHOP_WASM", &file(&workshop.module)), script::alias("summitry-workshop-glue", &workshop.glue)];
    let worker = minified(project, folder, &project.root.join("web/workshop.js"), MODERN, &arguments)?;
    let worker = named(workshop::NAME, "js", &worker)?;
    let called = format!("{:?}", worker.name);
    let guard = guard(project, folder, Some((&first, &called)))?;
    let files = Files {
        program: "program.js",
        first: &first,
        later: &later,
        style: &file(&style),
        styles: &styles,
        workshop: &called,
    };
    let script = boot(project, folder, workshop, &files)?;
    let mut assets = vec![program.first, named("summitry", "js", &script)?];
    assets.extend(program.later);
    for name in STATIC_FILES {
        copy(&project.root.join("web").join(name), &folder.join(name))?;
        assets.push(Asset::of(folder, name)?);
    }
    // The first view is painted with what the page brings along.
    let tags = format!("<style id=\"style\">{}</style>\n{}", texts.style.first, document::tags(&assets));
    assets.extend(later_styles);
    let policy = document::policy(&format!(
        "script-src 'self' 'wasm-unsafe-eval' {}; style-src 'self' {}; img-src 'self'; connect-src 'self'; \
         manifest-src 'self'; worker-src 'self'",
        document::source_of(&guard),
        document::source_of(&texts.style.first)
    ));
    let html = document::filled(
        &texts.template,
        &[
            ("policy", policy),
            ("guard", format!("<script>{guard}</script>\n")),
            ("assets", tags),
            ("data", texts.data.clone()),
            ("head", format!("{}\n", texts.head)),
            ("articles", data::element(&texts.texts) + &texts.built_in),
            ("program", String::new()),
        ],
    )?;
    write(&folder.join("index.html"), html.as_bytes())?;
    assets.push(Asset::of(folder, "index.html")?);
    Ok((assets, vec![style, worker, workshop.module.clone()]))
}

/// Writes the compressed copies, prints what each file weighs, and then what the
/// first view, each later chunk and everything come to, beside their budgets.
fn report(folder: &Path, kept: &[Asset], others: &[Asset], budgets: Budgets) -> Result<(), Failure> {
    println!("  {:<34} {:>9} {:>9} {:>9}", "file", "bytes", "gzip", "brotli");
    let line = |name: &str, sizes: (usize, usize, usize)| {
        println!("  {name:<34} {:>9} {:>9} {:>9}", sizes.0, sizes.1, sizes.2);
    };
    let chunk_of = |asset: &Asset| CHUNKS.iter().position(|chunk| asset.name.starts_with(&format!("{}-", chunk.name)));
    let (mut first, mut later, mut total, mut embed) = (0, vec![0; CHUNKS.len()], 0, 0);
    for asset in kept {
        let (gzip, brotli) = compress(folder, asset)?;
        line(&asset.name, (asset.bytes, gzip, brotli));
        total += brotli;
        match chunk_of(asset) {
            Some(chunk) => later[chunk] += brotli,
            // The icons of an installed page are nobody's first view.
            None if asset.name.ends_with(".png") => {}
            None => first += brotli,
        }
    }
    let mut workshop = 0;
    for asset in others.iter().filter(|asset| asset.bytes > 0 && !asset.name.starts_with('_')) {
        let (gzip, brotli) = compress(folder, asset)?;
        line(&asset.name, (asset.bytes, gzip, brotli));
        if asset.name.starts_with(&format!("{}-", workshop::NAME)) {
            workshop += brotli;
        }
        if asset.name == "embed.js" {
            embed = brotli;
        }
    }
    println!("{}", budgets.line("embed.js", embed, budgets.bytes("embed.js")?));
    println!("{}", budgets.line("first view", first, budgets.bytes("first view")?));
    for (chunk, used) in CHUNKS.iter().zip(later) {
        println!("{}", budgets.line(chunk.name, used, budgets.enlarged(chunk.budget)));
    }
    println!("{}", budgets.line("workshop, when it is opened", workshop, budgets.enlarged(workshop::BUDGET)));
    println!("{}", budgets.line("everything", total, budgets.bytes("everything")?));
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
