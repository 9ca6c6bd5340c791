//! From Trunk's output to the page that is handed out.
//!
//! Trunk compiles; here the final bytes are made: one minified script, names
//! that carry the hash of what is in the file, integrity attributes, the
//! service worker's list, and a compressed copy beside each file. Everything is
//! a function of the bytes that go in, so two builds give the same files.

mod assets;
mod page;
mod program;
mod split;

use std::path::Path;
use std::process::Command;

use crate::project::Project;
use crate::step::{Failure, run};
use assets::{Asset, Digest, compress, hashed_name, read, write};

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
    let style = bundle(project, &folder, &folder.join("style.css"), "style", "css", &[])?;
    let file = |asset: &Asset| format!("[{:?},{:?}]", asset.name, asset.digest.hexadecimal());
    let deferred = program.deferred.as_ref().map_or_else(|| "null".to_owned(), file);
    let defines = [format!("FIRST={}", file(&program.first)), format!("DEFERRED={deferred}")];
    let boot = folder.join("boot.js");
    copy(&project.root.join("web/boot.js"), &boot)?;
    let script = bundle(project, &folder, &boot, "summitry", "js", &defines)?;
    for scrap in ["boot.js", "summitry.js", "style.css"] {
        remove(&folder.join(scrap))?;
    }
    let mut assets = vec![program.first, style, script];
    assets.extend(program.deferred);
    for name in STATIC_FILES {
        copy(&project.root.join("web").join(name), &folder.join(name))?;
        assets.push(Asset::of(&folder, name)?);
    }
    let index = folder.join("index.html");
    let html = page::with_assets(&read_text(&index)?, &assets)?;
    write(&index, html.as_bytes())?;
    assets.push(Asset::of(&folder, "index.html")?);
    write_service_worker(project, &folder, &assets)?;
    assets.push(Asset::of(&folder, "sw.js")?);
    if quick { Ok(()) } else { report(&folder, &assets) }
}

/// Files of `web/` that are handed out as they are.
const STATIC_FILES: &[&str] =
    &["manifest.webmanifest", "icon.svg", "icon-192.png", "icon-512.png", "icon-maskable.png"];

/// Bundles and minifies one entry file into a file named by its content.
fn bundle(
    project: &Project,
    folder: &Path,
    entry: &Path,
    stem: &str,
    kind: &str,
    defines: &[String],
) -> Result<Asset, Failure> {
    let out = folder.join(format!("{stem}.bundle.{kind}"));
    let esbuild = if cfg!(windows) { "esbuild.cmd" } else { "esbuild" };
    let mut command = Command::new(project.node_commands().join(esbuild));
    command.arg(entry).args([
        "--bundle",
        "--minify",
        "--format=esm",
        "--target=es2022,chrome123,firefox120,safari17.5",
        "--log-level=warning",
        "--legal-comments=none",
        // Nobody disposes of the glue's classes, and without this line of
        // theirs those that are not used at all go.
        "--define:Symbol.dispose=undefined",
    ]);
    command.arg(format!("--outfile={}", out.display()));
    command.args(defines.iter().map(|define| format!("--define:{define}")));
    run(&mut command, &format!("minifying {}", entry.display()), BUILD_AGAIN)?;
    let bytes = read(&out)?;
    let name = hashed_name(stem, kind, &bytes);
    std::fs::rename(&out, folder.join(&name)).map_err(|error| Failure::file("renaming", &out, &error))?;
    Asset::of(folder, &name)
}

fn write_service_worker(project: &Project, folder: &Path, assets: &[Asset]) -> Result<(), Failure> {
    let mut files: Vec<String> =
        assets.iter().map(|asset| format!("[{:?},{:?}]", asset.name, asset.digest.hexadecimal())).collect();
    files.sort();
    let list = format!("[{}]", files.join(","));
    let version = &Digest::of(list.as_bytes()).hexadecimal()[..16];
    let defines = [format!("PRECACHE={list}"), format!("VERSION={version:?}")];
    let bundled = bundle(project, folder, &project.root.join("web/sw.js"), "sw", "js", &defines)?;
    std::fs::rename(folder.join(&bundled.name), folder.join("sw.js"))
        .map_err(|error| Failure::file("renaming", &folder.join(&bundled.name), &error))
}

/// Writes the compressed copies and prints what each file weighs.
fn report(folder: &Path, assets: &[Asset]) -> Result<(), Failure> {
    println!("  {:<34} {:>9} {:>9} {:>9}", "file", "bytes", "gzip", "brotli");
    let mut total = (0, 0, 0);
    for asset in assets {
        let (gzip, brotli) = compress(folder, asset)?;
        println!("  {:<34} {:>9} {:>9} {:>9}", asset.name, asset.bytes, gzip, brotli);
        total = (total.0 + asset.bytes, total.1 + gzip, total.2 + brotli);
    }
    println!("  {:<34} {:>9} {:>9} {:>9}", "all", total.0, total.1, total.2);
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
